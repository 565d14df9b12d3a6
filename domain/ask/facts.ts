// What screens state in answer to a question in one's own words, where no command says it already. Every answer says its
// scope and the moment at which it was computed.

import type { ActionInput, ActionName } from '../actions.ts';
import type { DutyFacts, FigureTotal, Moment, ObligationFacts, PeriodFacts, UnitFacts } from '../facts.ts';
import type { CampaignId, CivilDate, Instant } from '../ids.ts';
import type { NoticeItem } from '../notice.ts';
import type { CommandName } from '../outcome.ts';
import type { TaskFacts } from '../task/facts.ts';
import type { FoundOutcome } from './found.ts';
import type { AskedIntent, AskedKind, AskedStanding, WhoState } from './intents.ts';
import type { HeatMap, Lines } from './picture.ts';

/** How punctual one unit was: periods due, filed in time, late, missed. Time lost by the office does not count against it. */
export type UnitTimeliness = { unit: UnitFacts; due: number; onTime: number; late: number; missed: number };

/** One reading of a question: what it asks, for its label, and what a press on it carries. */
export type Choice = { asks: ChoiceFacts; input: ActionInput };
export type ChoiceFacts = {
  intent: AskedIntent;
  units: UnitFacts[];
  area: string | null;
  duty: DutyFacts | null;
  period: PeriodFacts | null;
  /** Days that make up no period; null: open on that side. */
  days: { from: CivilDate | null; to: CivilDate | null } | null;
  state: AskedStanding | null;
  figures: string[];
  person: string | null;
  kind: AskedKind | null;
  query: string | null;
  /** The number of a task or a bulletin. */
  no: number | null;
  /** What `act` asks to be done. */
  command: CommandName | 'note' | null;
};

/**
 * Which screen of a long list an answer shows, counted from 0, and what a press asks for to see another: `again` with the
 * next one's first row as `no`.
 */
export type PageFacts = { from: number; action: ActionName; again: ActionInput };

/** Totals of one period, or of what was asked about as a whole. */
export type FiguresOfPeriod = {
  period: PeriodFacts;
  totals: FigureTotal[];
  reported: number;
  due: number;
  /** More may still come, so that it is not compared with what was before. */
  isComing?: true;
};

/** A longer span that was asked about, and the duty's periods that belong to it as far as they are in the ledger. */
export type Covered = { whole: PeriodFacts; from: CivilDate; to: CivilDate; periods: number };

/** What will be due of a duty whose periods have not begun: the first of its rows, as it will be opened. */
export type Coming = {
  first: ObligationFacts;
  opensAt: Instant;
  /** How many units will owe it, and in how many periods of what was asked about. */
  units: number;
  periods: number;
};

export type AskOutcome =
  /** Nothing of what was asked about has begun; `period`: what was named, where it is longer than a period of the duty. */
  | ({
      kind: 'not_begun';
      campaign: CampaignId;
      area: string | null;
      units?: UnitFacts[];
      period: PeriodFacts | null;
      coming: [Coming, ...Coming[]];
    } & Moment)
  /** `rows`: those in the state, of several periods where a month or a phase was named; `of`: how many there are in all. */
  | ({
      kind: 'who';
      page?: PageFacts;
      state: WhoState;
      area: string | null;
      /** Those asked about by name; absent: all. */
      units?: UnitFacts[];
      duty: DutyFacts;
      period: PeriodFacts;
      /** How many of the duty's periods are counted together, where not one: `rows` and `of` are then reports, not units. */
      periods?: number;
      covers?: Covered;
      dueAt: Instant;
      rows: ObligationFacts[];
      of: number;
      mayChase: boolean;
      /** These are what came in on the days of `period`, of whichever period; `of` counts nothing then. */
      cameIn?: true;
      /** Rows of the asker's own units that are among these and still owed. */
      own?: ObligationFacts[];
    } & Moment)
  /**
   * What falls due between two civil days, both included; null: open on that side. `own`: of the asker's units alone;
   * `units`: of those that were named.
   */
  | ({
      kind: 'due';
      page?: PageFacts;
      /** The phase that was named: when it ends may be all that was asked. */
      phase?: PeriodFacts;
      from: CivilDate | null;
      to: CivilDate | null;
      own: boolean;
      units?: UnitFacts[];
      area?: string;
      rows: ObligationFacts[];
      tasks: TaskFacts[];
    } & Moment)
  /** Everything overdue, or what shows one light; whose, as above. */
  | ({
      kind: 'overdue';
      page?: PageFacts;
      light: 'red' | 'yellow' | 'green' | null;
      /** Whether the asker may chase those who are late with a report. */
      mayChase?: boolean;
      own: boolean;
      units?: UnitFacts[];
      area?: string;
      rows: ObligationFacts[];
      tasks: TaskFacts[];
    } & Moment)
  /** Totals of figures over units and periods, newest period first; `units` null: all that report. */
  | ({
      kind: 'figures';
      page?: PageFacts;
      /** Whether the asker may take the rows away. */
      mayExport?: boolean;
      duty: DutyFacts;
      units: UnitFacts[] | null;
      area: string | null;
      periods: FiguresOfPeriod[];
      /** Of all days that were asked about together, where their periods are listed. */
      sum?: FiguresOfPeriod;
      covers?: Covered;
      /** The same over time, where that is seen faster than read. */
      picture?: Lines;
    } & Moment)
  /** `ranked`: the office has turned ranking on; else the units stand in the roster's order. */
  | ({
      kind: 'timeliness';
      page?: PageFacts;
      /** Whether the asker may take the rows away. */
      mayExport?: boolean;
      duty: DutyFacts;
      from: CivilDate;
      to: CivilDate;
      covers?: Covered;
      ranked: boolean;
      rows: UnitTimeliness[];
      picture?: HeatMap;
    } & Moment)
  /**
   * What the asker was sent, newest first, and why. `told`: what the message said, to be worded as it was then; where it
   * is absent, `what` says the kind of thing (that of a NoticeItem).
   */
  | ({
      kind: 'sent';
      page?: PageFacts;
      /** Only the newest were looked through, and there may be older ones. */
      isCut?: boolean;
      /** What was asked about: a duty, a task by its number. */
      about?: { duty: DutyFacts } | { task: number };
      items: { at: Instant; what: string; told?: NoticeItem[] }[];
    } & Moment)
  | ({ kind: 'clarify'; choices: Choice[] } & Moment)
  | FoundOutcome;

/** A choice that can no longer be answered: what it names is not in the campaign, or it cannot be read at all. */
export type ChoiceGone = {
  kind: 'choice_gone';
  what: 'unreadable' | 'unit' | 'area' | 'duty' | 'phase' | 'figure' | 'person';
};

export type AskRefusal = {
  kind: 'not_read';
  reason:
    | 'out_of_scope'
    | 'other_campaign'
    | 'before_campaign'
    | 'unknown_unit'
    | 'forbidden'
    | 'smalltalk'
    | 'injection'
    | 'not_understood';
  /** What the asker may do instead. */
  near: CommandName[];
  contact: string[];
};
