// What somebody is owed to be told. A Notice is kept with the intent and only points at ledger rows; a NoticeItem is
// the same with its facts, made at the moment of sending, when it has been checked that it still holds.

import type { RecipientRole } from './campaign.ts';
import type { Attendee, ConsultationFacts, ConsultationVerb, TopicFacts } from './consultation/facts.ts';
import type {
  BulletinFacts,
  DutyFacts,
  Moment,
  ObligationFacts,
  PeriodFacts,
  PersonFacts,
  ReportFacts,
  UnitFacts,
} from './facts.ts';
import type {
  BulletinId,
  CivilDate,
  ConsultationId,
  IncidentId,
  Instant,
  ObligationId,
  PersonId,
  TaskId,
  TopicId,
  UnitId,
} from './ids.ts';
import type { IncidentEntryFacts, IncidentFacts, IncidentVerb } from './incident/facts.ts';
import type { TaskEntryFacts, TaskFacts, TaskVerb } from './task/facts.ts';

/** `before` a step ahead of the deadline · `last_call` the last of these · `overdue` at it · `escalation` after it. */
export type StepKind = 'before' | 'last_call' | 'overdue' | 'escalation';

/**
 * In which role a person is told: the ladder's recipient, and for whom they stand in (leave, or nobody bound). Of a task
 * also for which of its units, for it concerns several.
 */
export type Why = { role: RecipientRole; insteadOf: string | null; unit?: UnitId };

/**
 * What a task's ladder reminds of: its deadline as a report's does, signing for it, feeding back; the office of a review, and
 * of a unit that has ended and still leads it.
 */
export type TaskStepKind = StepKind | 'sign' | 'sign_overdue' | 'feedback' | 'review' | 'unit_ended';

/**
 * What a consultation's people are told: topics are called for (units), the agenda is drafted or not yet issued, minutes
 * are wanted (office), invited, moved, cancelled (attendees), minutes published (those entitled).
 */
export type ConsultationNews =
  | 'topics_called'
  | 'agenda_drafted'
  | 'agenda_due'
  | 'invited'
  | 'moved'
  | 'cancelled'
  | 'minutes_due'
  | 'minutes_published';

export type Notice =
  | {
      kind: 'reminder';
      obligation: ObligationId;
      step: string;
      stepKind: StepKind;
      dueOn: CivilDate;
      why: Why;
    }
  | { kind: 'chase'; obligation: ObligationId; by: PersonId; why: Why }
  | { kind: 'returned'; obligation: ObligationId; by: PersonId; reason: string; why: Why }
  | { kind: 'waived'; obligation: ObligationId; by: PersonId; reason: string; why: Why }
  | { kind: 'deadline_changed'; obligation: ObligationId; from: Instant; why: Why }
  | { kind: 'filed_for_you'; obligation: ObligationId; by: PersonId; phonedBy: string; why: Why }
  | { kind: 'receipt'; obligation: ObligationId; no: number }
  | { kind: 'late_report'; obligation: ObligationId; no: number }
  | { kind: 'dispute_filed'; obligation: ObligationId; text: string; by: PersonId }
  | {
      kind: 'dispute_decided';
      obligation: ObligationId;
      upheld: boolean;
      reason: string;
      by: PersonId;
      why: Why;
    }
  | { kind: 'bulletin_drafted'; bulletin: BulletinId }
  /** A unit nobody of which can be told (unbound, or all on leave). */
  | {
      kind: 'unit_unreachable';
      unit: UnitId;
      obligation: ObligationId;
      because: 'unbound' | 'on_leave' | 'nobody';
    }
  | { kind: 'person_unbound'; person: PersonId; trouble: 'not_found' | 'deactivated' }
  | { kind: 'channel_trouble'; channel: string; trouble: 'not_found' | 'not_joined' | 'archived' }
  | { kind: 'delivery_refused'; what: string; to: string; reason: string }
  /** The daily look through the database found it unsound; `detail` is in the database's own words. */
  | { kind: 'database_trouble'; detail: string }
  | { kind: 'handed_over'; unit: UnitId; role: RecipientRole; from: string | null; to: string; open: number }
  /** The recipient was named to stand in for somebody on leave; or (`ended`) need not any more. */
  | { kind: 'stand_in'; leave: string; person: PersonId; from: CivilDate; to: CivilDate; ended: boolean }
  /** Something happened to a task: the entry of its timeline. `why` null: told as office staff or as the one who asked. */
  | { kind: 'task'; task: TaskId; entry: number; by: PersonId; why: Why | null }
  | {
      kind: 'task_reminder';
      task: TaskId;
      step: string;
      stepKind: TaskStepKind;
      /**
       * The day it was planned for: the deadline of the task, of signing, of feedback; of a review the day of submission,
       * of a unit that has ended its last.
       * Another one by now cancels it.
       */
      dueOn: CivilDate;
      why: Why;
    }
  /** `sequence`: of the consultation when it was planned; `moved` of an older one is superseded. */
  | {
      kind: 'consultation';
      consultation: ConsultationId;
      news: ConsultationNews;
      sequence: number;
      why: Why | null;
    }
  | {
      kind: 'topic';
      consultation: ConsultationId;
      topic: TopicId;
      news: 'proposed' | 'declined';
      by: PersonId;
    }
  /** Immediate, at any hour. `call`: the recipient is the one called out now. */
  | { kind: 'incident'; incident: IncidentId; entry: number; call: boolean };

/** A reminder's facts beside the obligation's own. */
export type ReminderFacts = {
  step: string;
  stepKind: StepKind;
  why: Why;
  /** The recipient may file for the unit; and may say 已知悉 to skip the next step. */
  canFile: boolean;
  canSnooze: boolean;
  /** For heads and the office: who the liaison is, and on which days they were told. */
  liaison: PersonFacts | null;
  remindedOn: CivilDate[];
};

/** One thing told, with its facts. */
export type NoticeItem =
  | { kind: 'reminder'; obligation: ObligationFacts; reminder: ReminderFacts }
  | { kind: 'chase'; obligation: ObligationFacts; by: string; reminder: ReminderFacts }
  | { kind: 'returned'; obligation: ObligationFacts; by: string; reason: string; reminder: ReminderFacts }
  | { kind: 'waived'; obligation: ObligationFacts; by: string; reason: string }
  | { kind: 'deadline_changed'; obligation: ObligationFacts; from: Instant }
  | { kind: 'filed_for_you'; obligation: ObligationFacts; by: string; phonedBy: string }
  | { kind: 'receipt'; report: ReportFacts }
  | { kind: 'late_report'; report: ReportFacts }
  | { kind: 'dispute_filed'; obligation: ObligationFacts; text: string; by: string }
  | { kind: 'dispute_decided'; obligation: ObligationFacts; upheld: boolean; reason: string; by: string }
  | { kind: 'bulletin_drafted'; bulletin: BulletinFacts }
  | {
      kind: 'unit_unreachable';
      unit: UnitFacts;
      duty: DutyFacts;
      period: PeriodFacts;
      because: 'unbound' | 'on_leave' | 'nobody';
    }
  | {
      kind: 'person_unbound';
      person: PersonFacts;
      email: string | null;
      unit: UnitFacts | null;
      trouble: 'not_found' | 'deactivated';
    }
  | { kind: 'channel_trouble'; channel: string; trouble: 'not_found' | 'not_joined' | 'archived' }
  | { kind: 'delivery_refused'; what: string; to: string; reason: string }
  | { kind: 'database_trouble'; detail: string }
  | { kind: 'stand_in'; person: PersonFacts; from: CivilDate; to: CivilDate; ended: boolean }
  | {
      kind: 'handed_over';
      unit: UnitFacts;
      role: RecipientRole;
      from: string | null;
      to: string;
      open: number;
    }
  /** `may`: what the recipient may do with it now, for the buttons. `toldAt`: when it was told, once it is told anew. */
  | {
      kind: 'task';
      task: TaskFacts;
      entry: TaskEntryFacts;
      why: Why | null;
      may: TaskVerb[];
      toldAt?: Instant;
    }
  | {
      kind: 'task_reminder';
      task: TaskFacts;
      step: string;
      stepKind: TaskStepKind;
      why: Why;
      may: TaskVerb[];
      toldAt?: Instant;
    }
  | {
      kind: 'consultation';
      consultation: ConsultationFacts;
      news: ConsultationNews;
      why: Why | null;
      /** The recipient as an attendee, with their answer; null if they are none. */
      me: Attendee | null;
      may: ConsultationVerb[];
    }
  | {
      kind: 'topic';
      consultation: ConsultationFacts;
      topic: TopicFacts;
      news: 'proposed' | 'declined';
      by: string;
      may: ConsultationVerb[];
    }
  | {
      kind: 'incident';
      incident: IncidentFacts;
      entry: IncidentEntryFacts;
      call: boolean;
      may: IncidentVerb[];
    };

/** Everything one person is told at one time: one message. */
export type Told = Moment & { items: NoticeItem[] };
