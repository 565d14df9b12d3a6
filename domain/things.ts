// The ledger's things: every kind of row that is kept, with its columns (those of tasks, consultations and incidents in
// folders of their own). The store keeps them, rules read them, and only a Change (change.ts) writes them. Every thing has an `id` that never changes and a `version` that
// grows by one with each move, which is how two decisions on one row find out about each other.
//
// Instants are epoch milliseconds of campaign time unless a column says `process`; civil dates are text; what is
// typed as an object is kept as JSON and never searched. Rows are never deleted.

import type { AmendmentState, AmendmentSubject, Patch } from './amendment.ts';
import type { Campaign, Language, NoticeDay } from './campaign.ts';
import type { CampaignChange } from './campaign-change.ts';
import type { AttendanceRow, ConsultationRow, TopicRow } from './consultation/things.ts';
import type {
  BulletinId,
  CampaignId,
  CivilDate,
  DutyId,
  FigureId,
  Instant,
  IntentId,
  MessageId,
  ObligationId,
  Period,
  PersonId,
  SlackChannelId,
  SlackUserId,
  SubmissionId,
  UnitId,
} from './ids.ts';
import type { IncidentEntryRow, IncidentRow } from './incident/things.ts';
import type { MessageContent } from './message-content.ts';
import type { Notice } from './notice.ts';
import type { TaskEntryRow, TaskRow } from './task/things.ts';

type Row<Id extends string> = { id: Id; version: number };

/** A campaign as imported last. `definitionNo` grows with each import or roster change; the plan follows it. */
export type CampaignRow = Row<CampaignId> & {
  definition: Campaign;
  definitionNo: number;
  /** The definition for which open obligations were last recomputed. */
  plannedNo: number;
  /** The first moment a bot planned this campaign; periods due before it are waived as 启用前. */
  plannedFrom: Instant | null;
  importedAt: Instant;
  /**
   * Since when what came with a later import is known (`duty:ID`, `unit:ID`, and `owes:DUTY/UNIT` for a unit that a duty
   * newly names): nothing is owed for deadlines before that.
   */
  knownSince: Record<string, Instant>;
};

/** A person across campaigns, and the Slack account they are bound to. */
export type PersonRow = Row<PersonId> & {
  name: string;
  email: string | null;
  slack: SlackUserId | null;
  dm: SlackChannelId | null;
  /** What the person chose; wins over `locale`. */
  language: Language | null;
  /** Slack's locale (`zh-CN`), if known. */
  locale: string | null;
  /**
   * Why the person cannot be reached: no such e-mail, account deactivated, unbound by the office (and not looked for again
   * then); null when bound or not yet tried.
   */
  trouble: 'not_found' | 'deactivated' | 'unbound' | null;
};

/** Days of absence, both ends included; others are reminded meanwhile. */
export type LeaveRow = Row<string> & {
  campaign: CampaignId;
  person: PersonId;
  from: CivilDate;
  to: CivilDate;
  enteredBy: PersonId;
  /** Who stands in, named with the leave; null: whoever the unit has (recipients.ts). */
  deputy: PersonId | null;
  cancelled: boolean;
};

/** A change of settings or roster made in chat (amendment.ts): proposed, made, perhaps undone. */
export type AmendmentRow = Row<string> & {
  campaign: CampaignId;
  subject: AmendmentSubject;
  state: AmendmentState;
  patches: Patch[];
  /** As it was shown. */
  changes: CampaignChange[];
  proposedBy: PersonId;
  proposedAt: Instant;
  madeBy: PersonId | null;
  madeAt: Instant | null;
  undoneBy: PersonId | null;
  undoneAt: Instant | null;
};

/** A campaign that somebody is setting up in chat: what was typed so far, by step and field. Id: the Slack user. */
export type SetupRow = Row<string> & {
  by: SlackUserId;
  values: Record<string, Record<string, string>>;
  savedAt: Instant;
  /** The campaign it became; null while it is being set up. */
  campaign: CampaignId | null;
};

/** How far the periods of a duty have been opened; the plan looks again at `nextOpenAt`. Id: `CAMPAIGN/DUTY`. */
export type DutyMarkRow = Row<string> & {
  campaign: CampaignId;
  duty: DutyId;
  openedThrough: Instant;
  nextOpenAt: Instant | null;
};

export type ObligationState = 'open' | 'submitted' | 'returned' | 'accepted' | 'waived';
/** `nothing_to_report`: a bulletin before whose deadline no period is due that it could report on. */
export type Waiver =
  | 'before_start'
  | 'calendar'
  | 'nothing_to_report'
  | 'office'
  | 'unit_ended'
  | 'duty_ended';

/** A unit's objection to 迟报/漏报, and what the office made of it. */
export type Dispute = {
  text: string;
  by: PersonId;
  at: Instant;
  decision: null | { upheld: boolean; reason: string; by: PersonId; at: Instant };
};

/** One duty × one unit × one period. Late, nil, overdue and missed are derived (obligation.ts), never stored. */
export type ObligationRow = Row<ObligationId> & {
  campaign: CampaignId;
  duty: DutyId;
  unit: UnitId;
  period: Period;
  periodFrom: CivilDate;
  periodTo: CivilDate;
  opensAt: Instant;
  wantedOn: CivilDate;
  dueOn: CivilDate;
  dueAt: Instant;
  graceMinutes: number;
  closesAt: Instant;
  missedAt: Instant;
  /** The holiday that moved the deadline from `wantedOn` to `dueOn`, in the calendar's words; null if not moved. */
  shiftedBy: string | null;
  /** 暂定: the holiday notice for this deadline is not yet known. */
  provisional: boolean;
  state: ObligationState;
  /** Why it was returned or waived. */
  reason: string | null;
  waiver: Waiver | null;
  /** The deadline given with the latest return. */
  returnDueAt: Instant | null;
  /** The first complete submission, and the first one after the latest return. */
  firstFiledAt: Instant | null;
  refiledAt: Instant | null;
  /** Number of the newest submission, 0 when there is none; and whether that one is a nil report. */
  latestNo: number;
  nil: boolean;
  /** The figures of the newest submission, so that sums over units and periods read rows alone; none when there is none. */
  figures: Figures;
  dispute: Dispute | null;
  /** The duty was published less than one working day before the deadline: lateness does not count. */
  shortNotice: boolean;
  /** Steps whose slot is not after this are planned. */
  plannedThrough: Instant;
  /** When the plan must look at this row again; null when nothing more can become due. */
  nextStepAt: Instant | null;
};

export type FileRef = { id: string; name: string };
/** What a report counts, by figure. */
export type Figures = Record<FigureId, number>;
/** What was typed: text by field id; figures by figure id; attachments. */
export type ReportContent = {
  fields: Record<string, string>;
  figures: Figures;
  files: FileRef[];
};

/** One version of a report. */
export type SubmissionRow = Row<SubmissionId> & {
  campaign: CampaignId;
  obligation: ObligationId;
  no: number;
  nil: boolean;
  content: ReportContent;
  filedBy: PersonId;
  filedAt: Instant;
  /** 代报: filed by the office; who phoned it in. */
  phonedBy: string | null;
  /** 补报: arrived after the period closed. */
  afterClose: boolean;
};

/** What was typed and not filed, one for each person and obligation. Empty content: nothing kept. */
export type DraftRow = Row<string> & {
  person: PersonId;
  obligation: ObligationId;
  content: DraftContent;
  savedAt: Instant;
};
/** Raw input by field id, exactly as typed, even if it was refused. */
export type DraftContent = { values: Record<string, string>; files: FileRef[] };

/** 已知悉: this person is not told this step of this obligation. */
export type SnoozeRow = Row<string> & {
  obligation: ObligationId;
  person: PersonId;
  step: string;
  dueOn: CivilDate;
  at: Instant;
};

export type BulletinState = 'drafted' | 'approved' | 'published';
/** What the office wrote into the bulletin; absent parts are drafted by rule. */
export type BulletinEdits = { overview?: string; problems?: string; next?: string; highlights: Highlight[] };
export type Highlight = { unit: UnitId; text: string };

/** The office's bulletin for one period. The number is drawn when it is published. */
export type BulletinRow = Row<BulletinId> & {
  campaign: CampaignId;
  duty: DutyId;
  period: Period;
  /** The period and duty it reports on. */
  collects: DutyId;
  collectsPeriod: Period;
  state: BulletinState;
  no: number | null;
  edits: BulletinEdits;
  /** The numbers as approved; null until then. */
  frozen: unknown;
  approvedBy: PersonId | null;
  approvedAt: Instant | null;
  publishedBy: PersonId | null;
  publishedAt: Instant | null;
  /** The channel message; corrections are threaded under it. */
  headMessage: MessageId | null;
  corrections: { no: number; text: string; by: PersonId; at: Instant }[];
};

export type IntentState = 'pending' | 'bound' | 'cancelled' | 'skipped';

/** Something one person is owed to be told at one slot. Its id is a sentence over civil facts and is told once. */
export type IntentRow = Row<IntentId> & {
  campaign: CampaignId;
  recipient: PersonId;
  notice: Notice;
  /** What it is about (an obligation, a bulletin …), to find it again. */
  about: string | null;
  slotAt: Instant;
  createdAt: Instant;
  /** Intents of one recipient with the same bundle become one message. */
  bundle: string;
  state: IntentState;
  /** Why it was cancelled or skipped. */
  reason: string | null;
  message: MessageId | null;
};

export type MessageState = 'pending' | 'sending' | 'unknown' | 'sent' | 'refused' | 'cancelled';
export type MessageTarget = { kind: 'person'; person: PersonId } | { kind: 'channel'; channel: string };

/**
 * One post to Slack, or one update of an earlier post. Its id is the metadata key by which a doubtful post is found.
 * A claim moves it to `sending` and so raises `version`: a settle from an older version is stale (the fence).
 */
export type MessageRow = Row<MessageId> & {
  campaign: CampaignId;
  target: MessageTarget;
  operation: 'post' | 'update';
  /** For an update: the message it changes. */
  updates: MessageId | null;
  /** The message whose `ts` becomes the thread; not claimable before that one is sent. */
  after: MessageId | null;
  content: MessageContent;
  state: MessageState;
  reason: string | null;
  attempts: number;
  createdAt: Instant;
  sentAt: Instant | null;
  /** Process time, epoch ms: not claimable before; lease of the sender; since when the result is in doubt. */
  notBefore: number;
  leaseUntil: number;
  doubtSince: number | null;
  channelId: SlackChannelId | null;
  ts: string | null;
};

/** A number that grows without gaps: `bulletin:CAMPAIGN`, `task:CAMPAIGN:YEAR`, `minutes:CAMPAIGN:YEAR`, `incident:CAMPAIGN:YEAR`. */
export type CounterRow = Row<string> & { value: number };

/** The outcome of a request that must not be carried out twice; its id is the request's key. */
export type RequestRow = Row<string> & { at: Instant; outcome: unknown };

/** A Slack channel by the name the campaign gives it (id `CAMPAIGN/PURPOSE`). */
export type ChannelRow = Row<string> & {
  campaign: CampaignId;
  purpose: 'bulletin' | 'office';
  name: string;
  slack: SlackChannelId | null;
  trouble: 'not_found' | 'not_joined' | 'archived' | null;
};

/** One day of an imported holiday notice; id is the date. */
export type NoticeDayRow = Row<string> & NoticeDay & { importedAt: Instant };

/** One line of the audit: who did what to what. The store chains each line to the one before (`seq`, `hash`). */
export type AuditRow = Row<string> & {
  at: Instant;
  campaign: CampaignId;
  actor: string;
  verb: string;
  object: string;
  /** The unit whose matter it is; null where it is no single unit's. */
  unit: UnitId | null;
  detail: Record<string, unknown>;
  /** Filled by the store in the commit; 0 and '' when handed in. */
  seq: number;
  hash: string;
};

/** A fact about the database itself: `clock` → `simulated` or `live`. */
export type MetaRow = Row<string> & { value: string };

export type Things = {
  campaign: CampaignRow;
  person: PersonRow;
  leave: LeaveRow;
  amendment: AmendmentRow;
  setup: SetupRow;
  dutyMark: DutyMarkRow;
  obligation: ObligationRow;
  submission: SubmissionRow;
  draft: DraftRow;
  snooze: SnoozeRow;
  bulletin: BulletinRow;
  task: TaskRow;
  taskEntry: TaskEntryRow;
  consultation: ConsultationRow;
  topic: TopicRow;
  attendance: AttendanceRow;
  incident: IncidentRow;
  incidentEntry: IncidentEntryRow;
  intent: IntentRow;
  message: MessageRow;
  counter: CounterRow;
  request: RequestRow;
  channel: ChannelRow;
  noticeDay: NoticeDayRow;
  audit: AuditRow;
  meta: MetaRow;
};
export type ThingKind = keyof Things;
export type Thing<K extends ThingKind> = Things[K];
