// What screens state about supervised tasks, and the ways in which commands about them end. Made by describe.ts.

import type { PageFacts } from '../ask/facts.ts';
import type { FieldProblem, Moment, UnitFacts } from '../facts.ts';
import type { CampaignId, CivilDate, Instant, TaskId } from '../ids.ts';
import type { FileRef } from '../things.ts';
import type {
  FeedbackRhythm,
  StepLength,
  TaskEntryKind,
  TaskPriority,
  TaskSource,
  TaskState,
} from './things.ts';

/** What can be asked of tasks; the same words in buttons (`verb` of the input), forms and typed commands. */
export type TaskVerb =
  | 'new'
  | 'list'
  | 'show'
  | 'sign'
  | 'feed_back'
  | 'submit'
  | 'step_done'
  | 'extend'
  | 'decide_extension'
  | 'close'
  | 'return'
  | 'reassign'
  | 'withdraw'
  | 'reopen';

/** 🟢 more than three working days left · 🟡 from three working days before · 🔴 overdue; null once closed or withdrawn. */
export type Light = 'green' | 'yellow' | 'red' | null;

export type TaskStepFacts = {
  name: string;
  unit: UnitFacts;
  length: StepLength;
  /** When it ends, or would end if all goes as counted. */
  dueOn: CivilDate;
  standing: 'done' | 'current' | 'waiting';
  doneAt: Instant | null;
};

/** One task at one moment. */
export type TaskFacts = Moment & {
  id: TaskId;
  campaign: CampaignId;
  campaignName: string;
  year: number;
  no: number;
  title: string;
  ask: string;
  source: TaskSource;
  area: string | null;
  phase: string | null;
  lead: UnitFacts;
  helpers: UnitFacts[];
  priority: TaskPriority;
  feedback: FeedbackRhythm | null;
  feedbackOn: CivilDate | null;
  evidence: string | null;
  dueAt: Instant;
  dueOn: CivilDate;
  provisional: boolean;
  shortNotice: boolean;
  state: TaskState;
  light: Light;
  overdue: boolean;
  signBy: Instant;
  signedBy: string | null;
  signedAt: Instant | null;
  percent: number;
  extension: { until: CivilDate; reason: string; progress: string; by: string; at: Instant } | null;
  steps: TaskStepFacts[];
  returned: string | null;
  closedAt: Instant | null;
  createdAt: Instant;
  createdBy: string;
};

/** One entry of a timeline. */
export type TaskEntryFacts = {
  no: number;
  kind: TaskEntryKind;
  unit: UnitFacts | null;
  by: string;
  at: Instant;
  text: string;
  percent: number | null;
  until: CivilDate | null;
  before: CivilDate | null;
  progress: string | null;
  fromUnit: UnitFacts | null;
  toUnit: UnitFacts | null;
  /** Name of the step that ended. */
  step: string | null;
  files: FileRef[];
};

/** A task in one line, for lists inside bulletins and agendas. */
export type TaskLine = {
  id: TaskId;
  year: number;
  no: number;
  title: string;
  lead: UnitFacts;
  dueOn: CivilDate;
  state: TaskState;
  overdue: boolean;
};

/** 督办事项 of a bulletin: by number, within the reported period. */
export type TaskSection = { new: TaskLine[]; closed: TaskLine[]; overdue: TaskLine[] };

/** Numbers of open tasks for a board. */
export type TaskCounts = {
  open: number;
  unsigned: number;
  inReview: number;
  extensions: number;
  yellow: number;
  red: number;
};

/**
 * What a list was asked for; everything absent: all open ones. A button asks for it with `verb: 'list'`, `unit` and `area`
 * (ids) and `values`: light, state, mine (`yes`).
 */
export type TaskFilter = {
  unit?: UnitFacts;
  area?: string;
  light?: 'green' | 'yellow' | 'red';
  /** `open` is every state before closed and withdrawn; `extension` those that ask for one; `overdue` is red. */
  state?: 'dispatched' | 'in_progress' | 'in_review' | 'closed' | 'withdrawn' | 'open' | 'extension' | 'all';
  mine?: boolean;
};

export type TaskOutcome =
  /** `did` null: shown as it stands. `may`: what the asker may do with it now. */
  | {
      kind: 'task';
      task: TaskFacts;
      timeline: TaskEntryFacts[];
      may: TaskVerb[];
      did: TaskEntryKind | null;
    }
  | ({
      kind: 'tasks';
      page?: PageFacts;
      campaign: CampaignId;
      filter: TaskFilter;
      tasks: TaskFacts[];
      /** Of those that ended only so many of the newest were looked through; absent: all there are. */
      newestEnded?: number;
      counts: TaskCounts;
      mayDispatch: boolean;
    } & Moment);

export type TaskRefusal =
  | { kind: 'no_such_task'; typed: string }
  /** Several could be meant, or none was named. */
  | { kind: 'which_task'; verb: TaskVerb; choices: TaskFacts[] }
  /** Another unit's task; it may be looked at where `task` is there. */
  | { kind: 'not_your_task'; verb: TaskVerb; lead: UnitFacts; contact: string[] }
  /**
   * Its state forbids it; `last` says who did what just before, for the one who comes second. `overtaken`: its state would
   * allow it, but somebody of the office decided (`last`) after this one had seen it.
   */
  | {
      kind: 'task_state';
      verb: TaskVerb;
      task: TaskFacts;
      last: TaskEntryFacts | null;
      overtaken?: boolean;
    }
  | { kind: 'extension_too_late'; task: TaskFacts }
  | { kind: 'extension_pending'; task: TaskFacts };

/**
 * Forms about tasks. Keys of `values`:
 *
 *   task_new: title, ask, lead, helpers (ids joined by commas), dueOn, priority, feedback (`none`, `week`, or a number of
 *     working days), evidence, area, phase, source (kind), sourceText, steps (one step a line: `初验 市工商局 5个工作日`;
 *     with steps, dueOn is left out)
 *   task_feed_back: percent, text · task_submit: text · task_step_done: text
 *   task_extend: until, reason, progress · task_decide_extension: answer (grant, refuse), until, reason
 *   task_close: text (the evidence) · task_return: reason, until · task_withdraw: reason
 *   task_reopen: reason, until · task_reassign: lead, until, reason
 */
export type TaskForm =
  | {
      form: 'task_new';
      campaign: CampaignId;
      units: UnitFacts[];
      areas: { id: string; name: string }[];
      phases: { id: string; name: string }[];
      /** The message it is made from. */
      permalink: string | null;
    }
  | {
      form:
        | 'task_feed_back'
        | 'task_submit'
        | 'task_step_done'
        | 'task_extend'
        | 'task_decide_extension'
        | 'task_close'
        | 'task_return'
        | 'task_withdraw'
        | 'task_reopen';
      task: TaskFacts;
      /** What a left-out date means, where one may be left out. */
      defaultDueOn: CivilDate | null;
      seen?: number;
    }
  | {
      form: 'task_reassign';
      task: TaskFacts;
      units: UnitFacts[];
      defaultDueOn: CivilDate | null;
      /** How long the timeline was when the form was made; its pointer carries it as `no`. */
      seen?: number;
    };

/** What can be wrong with a task's fields beyond what any field can be. */
export type TaskProblem =
  | { field: string; kind: 'unit_ended'; unit: string; on: CivilDate }
  | { field: string; kind: 'not_a_unit'; typed: string; near: string | null }
  | { field: string; kind: 'not_a_percent'; typed: string }
  | { field: string; kind: 'not_a_step'; typed: string }
  /** The new date must be later than the one before. */
  | { field: string; kind: 'not_later'; typed: string; than: CivilDate }
  | { field: string; kind: 'evidence_wanted'; evidence: string };

export type { FieldProblem };
