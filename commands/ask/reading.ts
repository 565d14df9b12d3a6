// What a question in one's own words was read as: one intent with what it is about, or two readings to choose from, or the
// reason why there is none. Others build on these types, which know nothing of how a text is read.
// Invariant: `units` are ids of the campaign, never a guess; `from` and `to` are civil dates, both included.

import type { AskedIntent, AskedKind, AskedStanding } from '../../domain/ask/intents.ts';
import type { Posting } from '../../domain/campaign.ts';
import type { AreaId, CivilDate, DutyId, FigureId, Instant, PhaseId, UnitId } from '../../domain/ids.ts';
import type { CommandName } from '../../domain/outcome.ts';

export type { AskedKind } from '../../domain/ask/intents.ts';
export { INTENTS } from '../../domain/ask/intents.ts';
export type Intent = AskedIntent;

/** `who`: how a unit stands; `overdue`: a light; `tasks`: how a task stands, or its light. */
export type AskedState = AskedStanding;

/** What `act` asks to be done; `note` is a remark on a task or a report. To look at something is an intent of its own. */
export type AskedCommand =
  | Exclude<CommandName, 'mine' | 'status' | 'missing' | 'show' | 'search' | 'help'>
  | 'note';

/** What a question may be about; what the text leaves open is left out. */
export type Slots = {
  units?: UnitId[];
  duty?: DutyId;
  area?: AreaId;
  phase?: PhaseId;
  /** `2016-W31`, `2016-08`, `once`, `phase:ID`; of a task or a list, the year alone. */
  period?: string;
  from?: CivilDate;
  to?: CivilDate;
  state?: AskedState;
  figure?: FigureId[];
  /** The number in 督办〔2016〕12号. */
  task?: number;
  /** A name as the roster has it. */
  person?: string;
  kind?: AskedKind;
  query?: string;
  /** The number in 第9期. */
  no?: number;
  command?: AskedCommand;
};

export type Reading = { intent: Intent } & Slots & {
    /** The words that led to the reading, as they stand in the text once it is put in half width and simplified. */
    used: string[];
    /** 0…1: how much of the text was used and how far behind the second-best intent is. */
    sure: number;
  };

/** From here on a reading is sure; below it an answer says as what the text was read. */
export const SURE = 0.7;

export const REASONS = [
  'out_of_scope',
  'other_campaign',
  'before_campaign',
  'unknown_unit',
  'forbidden',
  'smalltalk',
  'injection',
  'not_understood',
] as const;
export type Reason = (typeof REASONS)[number];

/** A reading; or some that are equally likely, the likeliest first, to be put to the asker; or why there is none. */
export type Read = Reading | { clarify: Reading[] } | { refuse: Reason };

/** A text as somebody asks it: by whom, at which moment, and after which question, as it was typed or as it was read. */
export type Question = {
  postings: readonly Posting[];
  now: Instant;
  text: string;
  context?: string | Reading;
};
