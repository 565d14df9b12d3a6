// The rows of consultations (会商): the meeting of one period, the topics proposed for it, and who comes.

import type {
  CampaignId,
  CivilDate,
  ConsultationId,
  DutyId,
  Instant,
  Period,
  PersonId,
  TaskId,
  TopicId,
  UnitId,
} from '../ids.ts';

/** `planned` before its agenda is issued · `issued` · `minuted` minutes written, not approved · `approved` · `cancelled` */
export type ConsultationState = 'planned' | 'issued' | 'minuted' | 'approved' | 'cancelled';

/** The parts of an agenda by their keys: the standing ones, a topic (`topic:ID`), a line of the office's own (`line:TEXT`). */
export type AgendaKey =
  | 'follow_up'
  | 'numbers'
  | 'overdue'
  | 'missing'
  | `topic:${string}`
  | `line:${string}`;

/** 议定事项 as decided: what, which unit, by when; `task` once approved. */
export type Decision = { what: string; unit: UnitId; dueOn: CivilDate; task: TaskId | null };

export type Minutes = {
  /** 听取: what was heard. */
  heard: string;
  decisions: Decision[];
  /** 出席、请假 by person, 列席 as typed. */
  attended: PersonId[];
  excused: PersonId[];
  observers: string;
  by: PersonId;
  at: Instant;
  approvedBy: PersonId | null;
  approvedAt: Instant | null;
};

/** The meeting of one period; its deadline in the ledger is the obligation of the same period. Id: `CAMPAIGN/DUTY/PERIOD`. */
export type ConsultationRow = {
  id: ConsultationId;
  version: number;
  campaign: CampaignId;
  duty: DutyId;
  period: Period;
  startsAt: Instant;
  /** Length in minutes. */
  minutesLong: number;
  /** The instant the duty asked for, before the office moved it; null if never moved. */
  movedFrom: Instant | null;
  place: string;
  state: ConsultationState;
  /** The order the office gave the agenda; null while it is as drafted by rule. */
  agenda: AgendaKey[] | null;
  issuedBy: PersonId | null;
  issuedAt: Instant | null;
  /** SEQUENCE of the invitation: grows with each change of time or place, and with cancellation. */
  sequence: number;
  minutes: Minutes | null;
  /** 会议纪要〔year〕no号, drawn on approval. */
  year: number | null;
  no: number | null;
  /** Why it was cancelled. */
  reason: string | null;
  plannedThrough: Instant;
  nextStepAt: Instant | null;
};

/** 提请议题: proposed by a unit; `declined` by the office with a reason. */
export type TopicRow = {
  id: TopicId;
  version: number;
  campaign: CampaignId;
  consultation: ConsultationId;
  unit: UnitId;
  title: string;
  reason: string;
  /** What is asked of the group. */
  ask: string;
  by: PersonId;
  at: Instant;
  state: 'proposed' | 'declined';
  declined: string | null;
};

/** 参会: one person's answer; id `CONSULTATION:PERSON`. */
export type AttendanceRow = {
  id: string;
  version: number;
  campaign: CampaignId;
  consultation: ConsultationId;
  person: PersonId;
  coming: boolean;
  /** 请假: who comes instead, as typed; '' where nobody was named. */
  instead: string;
  at: Instant;
};
