// What screens state about consultations, and the ways in which commands about them end. Made by describe.ts.

import type { ChoiceFacts } from '../ask/facts.ts';
import type { Role } from '../campaign.ts';
import type {
  Counts,
  DutyFacts,
  FigureTotal,
  Moment,
  PeriodFacts,
  PersonFacts,
  UnitFacts,
} from '../facts.ts';
import type { CampaignId, CivilDate, ConsultationId, Instant, TopicId } from '../ids.ts';
import type { TaskLine } from '../task/facts.ts';
import type { ConsultationState } from './things.ts';

/** What can be asked of consultations; the same in buttons, forms and typed commands. */
export type ConsultationVerb =
  | 'show'
  | 'topic'
  | 'decline_topic'
  | 'agenda'
  | 'issue'
  | 'move'
  | 'cancel'
  | 'attend'
  | 'excuse'
  | 'calendar'
  | 'minutes'
  | 'approve'
  | 'decisions';

export type TopicFacts = {
  id: TopicId;
  unit: UnitFacts;
  title: string;
  reason: string;
  ask: string;
  by: string;
  at: Instant;
  declined: string | null;
};

/** One part of an agenda with what it says at this moment (as issued, once it is). `key` as in things.ts. */
export type AgendaItem = { key: string } & (
  | { kind: 'follow_up'; tasks: TaskLine[] }
  | { kind: 'numbers'; duty: DutyFacts; period: PeriodFacts; counts: Counts; figures: FigureTotal[] }
  | { kind: 'overdue'; tasks: TaskLine[] }
  | { kind: 'missing'; duty: DutyFacts; period: PeriodFacts; units: UnitFacts[] }
  | { kind: 'topic'; topic: TopicFacts }
  | { kind: 'line'; text: string }
);

export type Attendee = {
  person: PersonFacts;
  role: Role;
  unit: UnitFacts | null;
  /** Null: not answered. */
  coming: boolean | null;
  instead: string;
  /** Whether an invitation can name them: they have an e-mail address. */
  hasEmail: boolean;
};

export type DecisionFacts = {
  what: string;
  unit: UnitFacts;
  dueOn: CivilDate;
  task: { year: number; no: number } | null;
};

export type MinutesFacts = {
  year: number | null;
  no: number | null;
  heard: string;
  decisions: DecisionFacts[];
  attended: PersonFacts[];
  excused: PersonFacts[];
  observers: string;
  by: string;
  at: Instant;
  approvedBy: string | null;
  approvedAt: Instant | null;
};

/** One consultation at one moment. */
export type ConsultationFacts = Moment & {
  id: ConsultationId;
  campaign: CampaignId;
  campaignName: string;
  group: string;
  duty: DutyFacts;
  period: PeriodFacts;
  startsAt: Instant;
  minutesLong: number;
  movedFrom: Instant | null;
  place: string;
  state: ConsultationState;
  reason: string | null;
  /** Its time has passed and no minutes are approved; 漏 once the period has closed. */
  standing: 'ahead' | 'awaiting_minutes' | 'missed' | 'held' | 'cancelled';
  /** Topics are taken until the agenda is issued; this is when it is drafted, and what units are told. */
  topicsUntil: Instant;
  topics: TopicFacts[];
  agenda: AgendaItem[];
  issuedBy: string | null;
  issuedAt: Instant | null;
  attendees: Attendee[];
  minutes: MinutesFacts | null;
};

/** What an outcome says was done. */
export type ConsultationDid =
  | 'topic_proposed'
  | 'topic_declined'
  | 'agenda_edited'
  | 'issued'
  | 'moved'
  | 'cancelled'
  | 'attending'
  | 'excused'
  | 'minuted'
  | 'approved';

export type ConsultationOutcome =
  /** `did` null: shown. `part`: what of it was asked for. */
  | {
      kind: 'consultation';
      consultation: ConsultationFacts;
      part: 'agenda' | 'topics' | 'attendance' | 'minutes';
      /** The asker as an attendee, with their answer; null if they are none. */
      me: Attendee | null;
      may: ConsultationVerb[];
      did: ConsultationDid | null;
    }
  /**
   * 决定: the decisions of approved meetings, newest first, with the standing of their tasks. `since`: the day of the earliest
   * meeting that was looked through, where there are earlier ones that were not; else null. `asked`: what they were narrowed to,
   * where something was named; `isLast`: to the newest meeting.
   */
  | ({
      kind: 'decisions';
      since: CivilDate | null;
      asked?: Pick<ChoiceFacts, 'units' | 'area' | 'query' | 'period' | 'days'>;
      isLast?: true;
      rows: { year: number; no: number; heldOn: CivilDate; decision: DecisionFacts; task: TaskLine | null }[];
    } & Moment)
  /** An .ics file for the asker; `withoutEmail`: it names them as nobody invited, because no address is known. */
  | {
      kind: 'invitation';
      name: string;
      text: string;
      consultation: ConsultationFacts;
      withoutEmail: boolean;
    };

export type ConsultationRefusal =
  | { kind: 'no_consultation'; nextAt: Instant | null; zone: string }
  /** `overtaken`: its state would allow it, but somebody of the office (`by`) decided after this one had seen it. */
  | {
      kind: 'consultation_state';
      verb: ConsultationVerb;
      consultation: ConsultationFacts;
      by: string | null;
      overtaken?: boolean;
    }
  /** A topic after the agenda was issued. What was typed comes back with it. */
  | {
      kind: 'topics_closed';
      consultation: ConsultationFacts;
      typed: { title: string; reason: string; ask: string };
      contact: string[];
    }
  | { kind: 'not_invited'; consultation: ConsultationFacts };

/**
 * Forms about consultations. Keys of `values`:
 *
 *   topic: unit, title, reason, ask · decline_topic: reason
 *   agenda: for each candidate that is no line of the office's own `pos_KEY` ('1' … its place; '0' or absent: left out;
 *     the same place twice: as the candidates stand; a topic without the key came meanwhile and keeps its standing), lines (the office's own, one a line, in order; they come last)
 *   move_consultation: date, time, place, minutesLong · cancel_consultation: reason · excuse: instead
 *   minutes: attended, excused (ids joined by commas), observers, heard, and for n = 1…8 what_n, unit_n, due_n
 */
export type ConsultationForm =
  | { form: 'topic'; consultation: ConsultationFacts; units: UnitFacts[] }
  | { form: 'decline_topic'; consultation: ConsultationFacts; topic: TopicFacts }
  | { form: 'excuse'; consultation: ConsultationFacts }
  /** `seen`: of how many of the office's decisions the form knows; its pointer carries it as `no`. */
  | { form: 'agenda'; consultation: ConsultationFacts; candidates: AgendaItem[]; seen?: number }
  | { form: 'move_consultation' | 'cancel_consultation'; consultation: ConsultationFacts; seen?: number }
  | { form: 'minutes'; consultation: ConsultationFacts; units: UnitFacts[]; seen?: number };

/** Minutes with more decisions than this are refused with a word to write the others into tasks. */
export const MOST_DECISIONS = 8;

/** What can be wrong with a decision: it has text but no unit, or no date; the number of the line is in `field`. */
export type ConsultationProblem = { field: string; kind: 'not_a_time'; typed: string };
