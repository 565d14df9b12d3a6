// The phrases with which people are helped to ask: what each of several readings would ask, the questions that are suggested,
// the box on Home, and what is said beside an answer that went elsewhere. Part of the Catalog (catalog.ts).

import type { ChoiceGone } from '../domain/ask/facts.ts';
import type { AskedIntent, AskedKind, AskedStanding } from '../domain/ask/intents.ts';
import type { PromptName } from '../domain/ask/prompts.ts';

/** What is said with a state, a number or a name of its own. */
type Worded = 'who' | 'overdue' | 'task' | 'tasks' | 'contact' | 'bulletin' | 'search' | 'act';

export type AskingWords = {
  /** What a reading asks, after its units, duty and period: 报送情况. */
  asks: Record<Exclude<AskedIntent, Worded>, string>;
  states: Record<AskedStanding, string>;
  who(state: string, isNamed: boolean): string;
  overdue(light: string | null): string;
  task(no: number | null): string;
  tasks(state: string | null): string;
  contact(kind: AskedKind | null): string;
  bulletin(no: number | null): string;
  search(query: string, kind: AskedKind | null): string;
  act(command: string | null): string;
  note: string;
  from(date: string): string;
  until(date: string): string;
  /** Two that would be called the same are counted. */
  numbered(label: string, no: number): string;
  /** As what a text was read that may have meant something else, and what to do then. */
  readAs(label: string): string;
  orElse: string;
  gone: Record<ChoiceGone['what'], string>;
  prompts: Record<PromptName, { title: string; message: string }>;
  box: { label: string; placeholder: string };
  /** The answer did not fit where it was asked for. */
  inDirect: string;
};
