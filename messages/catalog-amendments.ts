// The phrases for changes of settings and roster: what would change, that it was made, and why it could not be. Part of the
// Catalog (catalog.ts). The changes themselves are worded in campaign-change-words.ts.

import type { AmendmentState, AmendmentSubject } from '../domain/amendment.ts';
import type { AmendmentVerb } from '../domain/amendment-facts.ts';
import type { SheetWords } from './catalog-sheets.ts';

export type AmendmentWords = {
  subjects: Record<AmendmentSubject, string>;
  states: Record<AmendmentState, string>;
  verbs: Record<AmendmentVerb, string>;
  proposed(subject: string, changes: number): string;
  made(subject: string, by: string, at: string): string;
  dropped(subject: string): string;
  undone(subject: string, by: string, at: string): string;
  /** A unit's liaison changes: from whom (null: there was none) to whom, since when. */
  handOver(unit: string, from: string | null, to: string, since: string): string;
  /** What goes with it; `tasks` are their numbers, '' for none. */
  handsOver(owed: { all: number; returned: number; overdue: number }, drafts: number, tasks: string): string;
  /** A unit ends: what is open with it, and what becomes of that. Lists are names, cut where there are many. */
  unitEnd: {
    title(unit: string, on: string): string;
    leads(count: number, tasks: string): string;
    helps(count: number, tasks: string): string;
    owed(count: number, reports: string): string;
    waived(count: number): string;
    areas(areas: string): string;
    nothing: string;
    showTasks: string;
  };
  notYet: string;
  undoUntil(at: string): string;
  moreChanges(hidden: number): string;
  recent: string;
  none: string;
  /** One line of the list: what, in which state, since when and by whom. */
  line(subject: string, state: string, at: string, by: string): string;
  nothingChanges(subject: string): string;
  refused(subject: string, problems: number): string;
  overtaken(subject: string, entries: string): string;
  over(subject: string, state: string, verb: string): string;
  expired(subject: string, verb: string): string;
  sheets: SheetWords;
};
