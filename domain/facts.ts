// Facts: what a screen states, complete in themselves. Rules make them from the ledger, messages turns them into
// words; so a message can be rendered again, in another language, without asking the ledger anything.

import type { DutyKind, FormField, Language, Role } from './campaign.ts';
import type { ConsultationProblem } from './consultation/facts.ts';
import type {
  BulletinId,
  CampaignId,
  CivilDate,
  DutyId,
  FigureId,
  Instant,
  ObligationId,
  Period,
  PersonId,
  SlackUserId,
  UnitId,
} from './ids.ts';
import type { SettingProblem } from './settings-facts.ts';
import type { TaskProblem, TaskSection } from './task/facts.ts';
import type { BulletinState, FileRef, Waiver } from './things.ts';

export type UnitFacts = { id: UnitId; name: string };
/** `kind` (default report) decides what a reminder offers: a report is filed, a bulletin previewed. */
export type DutyFacts = { id: DutyId; name: string; kind?: DutyKind };
export type PersonFacts = { id: PersonId; name: string; slack: SlackUserId | null };
/** A period in words: its kind and civil span; `name` is the phase's. */
export type PeriodFacts = {
  id: Period;
  /** `days`: days without a name of their own; no button can ask for them by `id`. */
  kind: 'week' | 'month' | 'once' | 'phase' | 'days';
  from: CivilDate;
  to: CivilDate;
  name?: string;
};

/** A moment and the zone to print it in. `today` decides words such as 明天 and whether the year is printed. */
export type Moment = { now: Instant; zone: string };

/**
 * How an obligation stands at a moment.
 * `upcoming` not yet open · `due` owed, in time · `returned` sent back, in time · `overdue` owed, after the deadline
 * plus grace (a returned one too) · `missed` 漏报, never filed when the period closed · `filed` · `accepted` · `waived`
 */
export type Standing =
  | 'upcoming'
  | 'due'
  | 'returned'
  | 'overdue'
  | 'missed'
  | 'filed'
  | 'accepted'
  | 'waived';
/** Of a filed one: in time or 迟报; `missed` also for what came as 补报. Null while nothing can be said. */
export type Timeliness = 'on_time' | 'late' | 'missed' | null;

/** One row of the ledger at one moment. */
export type ObligationFacts = Moment & {
  id: ObligationId;
  campaign: CampaignId;
  campaignName: string;
  duty: DutyFacts;
  unit: UnitFacts;
  period: PeriodFacts;
  /** The deadline that counts now: the return's, if it was returned. */
  dueAt: Instant;
  dueOn: CivilDate;
  shift: { from: CivilDate; by: string } | null;
  provisional: boolean;
  closesAt: Instant;
  standing: Standing;
  timeliness: Timeliness;
  filedAt: Instant | null;
  filedBy: string | null;
  phonedBy: string | null;
  nil: boolean;
  nilAllowed: boolean;
  versions: number;
  reason: string | null;
  waiver: Waiver | null;
  dispute: 'none' | 'open' | 'upheld' | 'rejected';
};

/** Numbers of one duty and period. `reported` includes nil and late; `missing` = due − reported. */
export type Counts = {
  due: number;
  reported: number;
  onTime: number;
  late: number;
  nil: number;
  missing: number;
  waived: number;
};

export type FigureFacts = { id: FigureId; name: string; unit: string; decimals: number };
/** A figure's sum over units, and what it was the period before (null: nothing to compare with). */
export type FigureTotal = FigureFacts & { total: number; before: number | null };

/** What stands in one submitted report. */
export type ReportFacts = {
  obligation: ObligationFacts;
  no: number;
  nil: boolean;
  afterClose: boolean;
  filedAt: Instant;
  filedBy: string;
  phonedBy: string | null;
  fields: { id: string; name: string; text: string }[];
  figures: (FigureFacts & { value: number; before: number | null })[];
  files: FileRef[];
};

/** The form of one obligation, ready to be shown; `values` by field id, figures as `figure:ID`. */
export type ReportFormFacts = {
  obligation: ObligationFacts;
  /** What else this person could file here (other units, older periods), the chosen one included. */
  choices: ObligationFacts[];
  fields: (FormField | (FigureFacts & { type: 'figure'; before: number | null }))[];
  values: Record<string, string>;
  files: FileRef[];
  /** Where `values` came from. */
  filledFrom: 'nothing' | 'draft' | 'last_period' | 'filed' | 'refused';
  /** Whether there is a last period to copy wholly (与上周相同). */
  canCopyLast: boolean;
  /** 代报: the office files for the unit and must say who phoned. */
  onBehalf: boolean;
  problems: FieldProblem[];
};

/** What is wrong with one field; `field` as in `values`. */
export type FieldProblem = TaskProblem | ConsultationProblem | SettingProblem | AnyFieldProblem;

type AnyFieldProblem = { field: string } & (
  | { kind: 'required' }
  | { kind: 'not_a_number'; typed: string }
  | { kind: 'negative'; typed: string }
  | { kind: 'too_many_decimals'; typed: string; decimals: number }
  | { kind: 'too_large'; typed: string }
  | { kind: 'not_a_date'; typed: string }
  | { kind: 'not_a_choice'; typed: string; choices: string[] }
  | { kind: 'too_long'; length: number; most: number }
  | { kind: 'classified'; word: string }
  | { kind: 'in_the_past'; typed: string }
  /** Leave that is longer than leave can be, or that begins later than anybody can know. */
  | { kind: 'too_many_days'; days: number; most: number }
  | { kind: 'too_far_ahead'; typed: string; latest: CivilDate }
  /** The last day lies before the first. */
  | { kind: 'ends_before_start'; typed: string }
  | { kind: 'not_an_address'; typed: string }
  /** The address belongs to somebody on the roster under another name. */
  | { kind: 'known_under'; name: string }
  | { kind: 'not_an_account'; typed: string }
  /** Somebody else is bound to the account; null: somebody of another campaign. */
  | { kind: 'account_taken'; account: SlackUserId; holder: { id: PersonId; name: string } | null }
  /** Somebody of another unit cannot stand in, nor can the one who is away. */
  | { kind: 'not_a_stand_in'; typed: string }
  /** A word of a question or a command, a duty, or a single character cannot be what a unit is called, too. */
  | { kind: 'says_else'; typed: string }
);

/** Everything a bulletin says, computed or frozen. */
export type BulletinFacts = Moment & {
  id: BulletinId;
  campaign: CampaignId;
  campaignName: string;
  issuer: string;
  state: BulletinState;
  no: number | null;
  dueAt: Instant;
  dueOn: CivilDate;
  duty: DutyFacts;
  period: PeriodFacts;
  collects: DutyFacts;
  collectsPeriod: PeriodFacts;
  counts: Counts;
  before: Counts | null;
  figures: FigureTotal[];
  missing: { unit: UnitFacts; dispute: string | null }[];
  late: { unit: UnitFacts; filedAt: Instant; dispute: string | null }[];
  waived: { unit: UnitFacts; reason: string | null }[];
  rows: {
    unit: UnitFacts;
    standing: Standing;
    timeliness: Timeliness;
    nil: boolean;
    filedAt: Instant | null;
    figures: Record<FigureId, number>;
  }[];
  /** 督办事项; null for a bulletin that was frozen before there were any. */
  tasks: TaskSection | null;
  overview: string | null;
  problems: string | null;
  next: string | null;
  highlights: { unit: UnitFacts; text: string }[];
  approvedBy: string | null;
  approvedAt: Instant | null;
  publishedBy: string | null;
  publishedAt: Instant | null;
  corrections: { no: number; text: string; by: string; at: Instant }[];
};

/** One person on the roster; the phone is masked (158****3957) unless it is one's own. */
export type RosterEntry = {
  person: PersonFacts;
  role: Role;
  unit: UnitFacts | null;
  phone: string | null;
  email: string | null;
  bound: boolean;
  onLeaveUntil: CivilDate | null;
  /** Who was named to stand in meanwhile. */
  standIn: PersonFacts | null;
  /** The asker may change what the roster says of them. */
  may?: true;
};

/** One message that would be sent: when, to whom, which step of what and why. */
export type RehearsedSend = {
  at: Instant;
  to: PersonFacts | { channel: string };
  role: Role | null;
  what: string;
  duty: DutyFacts | null;
  unit: UnitFacts | null;
  period: PeriodFacts | null;
  /** The supervised task that it is about; absent for everything else. */
  task?: { year: number; no: number; title: string };
  step: string;
  dueAt: Instant | null;
  provisional: boolean;
  /** Set when the person cannot be reached at present. */
  unbound: boolean;
};

/** What a line of the log is about: a row of the ledger, a bulletin or a meeting of a duty, a task or an incident. */
export type AuditedThing =
  | { kind: 'duty'; duty: DutyFacts; unit: UnitFacts | null; period: PeriodFacts | null }
  | { kind: 'task' | 'incident'; year: number; no: number };

export type AuditFacts = {
  at: Instant;
  actor: string;
  verb: string;
  /** The name of what it is about; `of` where it is one of these. */
  object: string;
  of?: AuditedThing;
  detail: Record<string, unknown>;
};
export type LanguageChoice = Language | 'slack';
