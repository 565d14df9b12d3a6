// What screens state about a change of settings or roster, and why one cannot be made. The change itself: amendment.ts.

import type { AmendmentState, AmendmentSubject } from './amendment.ts';
import type { CampaignChange } from './campaign-change.ts';
import type { DutyFacts, Moment, PeriodFacts, PersonFacts, UnitFacts } from './facts.ts';
import type { FileProblem } from './file-problem.ts';
import type { CivilDate, Instant, PersonId, SlackUserId } from './ids.ts';
import type { SheetFacts, SheetRefusal } from './roster-sheet.ts';

export type AmendmentVerb = 'make' | 'drop' | 'undo';

/** What goes over with the office of a unit's liaison, as it stands at this moment. */
export type HandOverFacts = {
  unit: UnitFacts;
  from: PersonFacts[];
  to: PersonFacts;
  since: CivilDate;
  /** Rows that are owed; `returned` and `overdue` are among them. */
  owed: number;
  returned: number;
  overdue: number;
  /** What the former liaison typed and did not file. */
  drafts: number;
  /** Open tasks that the unit leads. */
  tasks: TaskNamed[];
};

export type TaskNamed = { year: number; no: number; title: string };

/** What is open with a unit that ends, as it stands at this moment. */
export type UnitEndFacts = {
  unit: UnitFacts;
  /** The last day on which it owes. */
  on: CivilDate;
  /** Open tasks: those it leads stay with it until they are reassigned; in the others it co-operates, or has a later step. */
  leads: TaskNamed[];
  helps: TaskNamed[];
  /** Reports it still has to file, of which `reports` are the first; so many others are due later and will be waived. */
  owed: number;
  reports: { duty: DutyFacts; period: PeriodFacts }[];
  waived: number;
  /** The areas that it leads. */
  areas: string[];
};

export type AmendmentFacts = {
  id: string;
  subject: AmendmentSubject;
  state: AmendmentState;
  /** As they were shown when the change was proposed. */
  changes: CampaignChange[];
  proposedBy: string;
  proposedAt: Instant;
  madeBy: string | null;
  madeAt: Instant | null;
  undoneBy: string | null;
  undoneAt: Instant | null;
  /** Until when it may be undone; null unless it was made. */
  undoableUntil: Instant | null;
  /** What the asker may do with it now. */
  may: AmendmentVerb[];
  /** What the one who confirms gives up themself. */
  warns?: 'leaves_office' | 'leaves_roster';
  /** Of a hand-over that is not over: what goes with it. */
  handOver?: HandOverFacts;
  /** Of the end of a unit that is not undone: what is open with it. */
  unitEnd?: UnitEndFacts;
};

export type AmendmentOutcome =
  /** `notes`: problems that do not stand in the way, to be said with the change. */
  | ({
      kind: 'amendment';
      did: 'proposed' | 'made' | 'dropped' | 'undone' | 'shown';
      amendment: AmendmentFacts;
      notes: FileProblem[];
      /** Of many changes the first that is shown, from 0. */
      from?: number;
      /** Of a roster sheet that was just read. */
      sheet?: SheetFacts;
    } & Moment)
  | ({ kind: 'amendments'; amendments: AmendmentFacts[] } & Moment);

export type AmendmentRefusal =
  | SheetRefusal
  /** What was asked for is as it is already. */
  | { kind: 'nothing_changes'; subject: AmendmentSubject }
  /** The campaign would no longer hold together; every reason at once. */
  | { kind: 'definition_refused'; subject: AmendmentSubject; problems: FileProblem[] }
  /** Nobody would be left in the office. */
  | { kind: 'last_of_office'; subject: AmendmentSubject }
  /** People stand for the unit, or it has reported or been given tasks: to undo that it was added would leave these without it. */
  | { kind: 'unit_in_use'; unit: UnitFacts }
  /** Somebody else is bound to the account by now; null: somebody of another campaign. */
  | { kind: 'account_taken'; account: SlackUserId; holder: { id: PersonId; name: string } | null }
  /** Others changed the same since it was shown. */
  | ({ kind: 'amendment_overtaken'; amendment: AmendmentFacts; entries: string[] } & Moment)
  /** It was made, dropped or undone already, or the day for it is over. */
  | ({ kind: 'amendment_over'; amendment: AmendmentFacts; verb: AmendmentVerb } & Moment);
