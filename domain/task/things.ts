// The rows of supervised tasks (督办): the task as it stands, and its timeline, which only grows.
//
// A task with steps is a chain: one step is under way at a time, its deadline is the task's, and the unit of that step
// acts as its lead. Everybody concerned sees the whole chain.

import type {
  AreaId,
  CampaignId,
  CivilDate,
  ConsultationId,
  Instant,
  PersonId,
  PhaseId,
  TaskId,
  UnitId,
} from '../ids.ts';
import type { FileRef } from '../things.ts';

/** `dispatched` 待签收 · `in_progress` 办理中 · `in_review` 待审核 · `closed` 办结销号 · `withdrawn` 撤销 */
export type TaskState = 'dispatched' | 'in_progress' | 'in_review' | 'closed' | 'withdrawn';
/** 一般 · 紧急 · 特急 */
export type TaskPriority = 'normal' | 'urgent' | 'most_urgent';

/** Where a task comes from: a clause of the plan, a decision, a leader's instruction 批示, a message, an inspection. */
export type TaskSource =
  | { kind: 'plan'; text: string }
  | { kind: 'decision'; consultation: ConsultationId; no: number; text: string }
  | { kind: 'instruction'; text: string }
  | { kind: 'message'; permalink: string; text: string }
  | { kind: 'inspection'; text: string }
  | { kind: 'other'; text: string };

/** How often the lead unit is to feed back: every N working days (1–30), or weekly. */
export type FeedbackRhythm = { every: 'working_days'; days: number } | { every: 'week' };

/** 15个自然日, 5个工作日; counting starts the day after. */
export type StepLength = { days: number; of: 'natural' | 'working' };

/** One step of a chain. `startedOn` is the day its count starts from (not counted itself); null while it waits. */
export type TaskStep = {
  name: string;
  unit: UnitId;
  length: StepLength;
  startedOn: CivilDate | null;
  dueOn: CivilDate | null;
  doneAt: Instant | null;
};

/** 延期申请中: asked for before the deadline, not answered yet. */
export type TaskExtension = {
  until: CivilDate;
  reason: string;
  progress: string;
  by: PersonId;
  at: Instant;
};

export type TaskRow = {
  id: TaskId;
  version: number;
  campaign: CampaignId;
  year: number;
  no: number;
  title: string;
  /** What is asked. */
  ask: string;
  source: TaskSource;
  area: AreaId | null;
  phase: PhaseId | null;
  /** 承办: of a chain, the unit of the step that is under way. */
  lead: UnitId;
  /** 协办: feed the lead. */
  helpers: UnitId[];
  priority: TaskPriority;
  feedback: FeedbackRhythm | null;
  /** 办结要求: the evidence wanted for closing; null where none is. */
  evidence: string | null;
  /** The deadline that counts now, as instant and civil day: the end of working hours of that day. */
  dueAt: Instant;
  dueOn: CivilDate;
  /** 暂定: no holiday notice covers a day that was counted. */
  provisional: boolean;
  /** Given less than one working day ahead: allowed, flagged, excluded from scores. */
  shortNotice: boolean;
  state: TaskState;
  /** When it is to be signed for; starts anew when it is reassigned or a step begins. */
  signBy: Instant;
  signedAt: Instant | null;
  signedBy: PersonId | null;
  /** 0–100, as fed back last by the lead. */
  percent: number;
  /** When feedback is wanted next; null where none is. */
  feedbackOn: CivilDate | null;
  extension: TaskExtension | null;
  /** Empty: no chain. */
  steps: TaskStep[];
  /** 退回重办: why the last submission was sent back; null once it is submitted again. */
  returned: string | null;
  closedAt: Instant | null;
  createdAt: Instant;
  createdBy: PersonId;
  /** When it was handed in last; null while the unit works on it. Time the office takes does not count against the unit. */
  submittedAt: Instant | null;
  /** Number of the newest entry on its timeline. */
  entries: number;
  /** Steps of its ladder whose slot is not after this are planned. */
  plannedThrough: Instant;
  nextStepAt: Instant | null;
};

/** What can happen to a task; each is one entry on its timeline. */
export type TaskEntryKind =
  | 'dispatched'
  | 'signed'
  | 'fed_back'
  | 'submitted'
  | 'returned'
  | 'closed'
  | 'withdrawn'
  | 'reopened'
  | 'extension_asked'
  | 'extension_granted'
  | 'extension_refused'
  | 'reassigned'
  | 'step_done';

/** What an entry says beside its text; every part only where it belongs. */
export type TaskEntryDetail = {
  percent?: number;
  /** A new deadline: of a return, a reopening, an extension (asked or granted), a reassignment, the next step. */
  until?: CivilDate;
  /** The deadline before. */
  before?: CivilDate;
  /** Progress as told with a request for extension. */
  progress?: string;
  fromUnit?: UnitId;
  toUnit?: UnitId;
  /** Name of the step that ended. */
  step?: string;
};

/** One entry on a timeline; id `TASK#NO`. */
export type TaskEntryRow = {
  id: string;
  version: number;
  campaign: CampaignId;
  task: TaskId;
  no: number;
  kind: TaskEntryKind;
  /** For which unit somebody acted; null for the office and leaders. */
  unit: UnitId | null;
  by: PersonId;
  at: Instant;
  text: string;
  detail: TaskEntryDetail;
  files: FileRef[];
};
