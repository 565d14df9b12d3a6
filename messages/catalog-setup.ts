// The phrases of the guide by which a campaign is set up in chat. Part of the Catalog (catalog.ts). Titles and buttons of forms
// are at most 24 code points. Names of duties are the campaign's own and stand in documents/setup/duty-catalogue.ts.

import type { Weekday } from '../domain/campaign.ts';
import type { SetupFault, SetupForm, SetupStep, SetupStepFacts, UsualDuty } from '../domain/setup/facts.ts';

type FaultOf<C extends SetupFault['code']> = Extract<SetupFault, { code: C }>;
/** One phrase for each way in which something typed is wrong; what the checks of a file say has words of its own. */
export type SetupFaultWords = {
  [C in Exclude<SetupFault['code'], 'file'>]: (fault: FaultOf<C> & { found: string }) => string;
};
export type SetupField =
  | 'name'
  | 'group'
  | 'office'
  | 'from'
  | 'to'
  | 'zone'
  | 'calendar'
  | 'language'
  | 'bulletin'
  | 'officeChannel'
  | 'hours'
  | 'units'
  | 'people'
  | 'more'
  | 'duties'
  | 'weekday'
  | 'time'
  | 'filing'
  | 'final'
  | 'figures'
  | 'phases'
  | 'areas';

export type SetupWords = {
  titles: Record<SetupForm['form'], string>;
  submits: Record<SetupForm['form'], string>;
  steps: Record<SetupStep, string>;
  stepStates: Record<SetupStepFacts['state'], (problems: number) => string>;
  fields: Record<SetupField, { label: string; hint?: string; placeholder?: string }>;
  /** Beside a channel that is chosen. */
  chosenChannel: string;
  calendars: Record<'cn' | 'weekdays', string>;
  languages: Record<'zh' | 'en', string>;
  weekdays: Record<Weekday, string>;
  duties: Record<UsualDuty, string>;
  notes: Record<SetupStep, string>;
  faults: SetupFaultWords;
  /** 第 3 行：… */
  atLine(line: number, problem: string): string;
  moreProblems(count: number): string;
  buttons: Record<
    'begin' | 'goOn' | 'fill' | 'change' | 'preview' | 'found' | 'anew' | 'file' | 'guide',
    string
  >;
  askAnew: { title: string; text: string; confirm: string; deny: string };
  greeting: string;
  greetingMay: string;
  greetingOthers: string;
  begun: string;
  notYours: Record<'first' | 'another', string>;
  unsure: string;
  title: string;
  intro: string;
  saved: string;
  anew: string;
  wrong(count: number): string;
  wrongOf(step: string, count: number): string;
  preview(name: string): string;
  previewNote: string;
  done(name: string): string;
  doneNote: string;
  group(group: string, span: string | null): string;
  units(count: number, names: string): string;
  unit(name: string, id: string): string;
  people(count: number, office: string): string;
  areas(count: number, names: string): string;
  /** The first of several people, and how many there are in all. */
  andPeople(names: string, total: number): string;
  duty(name: string, first: string, to: string, due: string): string;
  dutyLater(name: string, due: string): string;
  dutyNever(name: string): string;
  first: string;
  notFound(count: number, names: string): string;
  unasked: string;
  channel: Record<'absent' | 'not_joined' | 'archived', (channel: string) => string>;
  starterAbsent: string;
  fileNote(name: string): string;
};
