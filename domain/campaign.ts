// What one leading group is made of: units, people, areas, phases, figures, forms and duties.
// A definition is data, already validated (documents/campaign-file does that); nothing here reads a file or a clock.

import type {
  AreaId,
  CampaignId,
  CivilDate,
  CivilTime,
  DutyId,
  FigureId,
  FormId,
  PersonId,
  PhaseId,
  SlackUserId,
  UnitId,
} from './ids.ts';

export type Language = 'zh' | 'en';
export const UNIT_KINDS = ['office', 'member', 'locality', 'association'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];
export type Role =
  | 'leader'
  | 'deputy_leader'
  | 'office_director'
  | 'office_staff'
  | 'head'
  | 'liaison'
  | 'deputy'
  | 'inspector';

/** A unit that owes and files. `from`/`to` are inclusive civil dates outside of which it owes nothing. */
export type Unit = {
  id: UnitId;
  name: string;
  aliases: string[];
  kind: UnitKind;
  from?: CivilDate;
  to?: CivilDate;
};

/**
 * One person in one role. A person with two roles stands here twice, with the same id.
 * `id` is derived from e-mail (or Slack id, or name) so that it is the same in every campaign and after every import.
 */
export type Posting = {
  person: PersonId;
  name: string;
  role: Role;
  unit?: UnitId;
  email?: string;
  slack?: SlackUserId;
  phone?: string;
  language?: Language;
  /** Inclusive civil dates of office; `to` is set when an import or a hand-over ends the posting. */
  from?: CivilDate;
  to?: CivilDate;
};

export type Area = { id: AreaId; name: string; leads: UnitId[]; daily?: UnitId };
/** Inclusive civil dates. */
export type Phase = { id: PhaseId; name: string; from: CivilDate; to: CivilDate };
export type Figure = { id: FigureId; name: string; unit: string; decimals: number };

export type FormField = {
  id: string;
  name: string;
  type: 'text' | 'number' | 'date' | 'choice' | 'files';
  required: boolean;
  choices?: string[];
  hint?: string;
};
/** A form is its fields in order; a `figures` item stands for one number field per named figure. */
export type FormItem = FormField | { figures: FigureId[] };

/** In ISO order, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When a duty recurs and when in the period it is due. Times are civil, in the campaign's zone. */
export type Rhythm =
  | { every: 'week'; weekday: Weekday; time: CivilTime }
  | { every: 'month'; day: number; time: CivilTime }
  | { every: 'phase'; time: CivilTime }
  | { every: 'once'; date: CivilDate; time: CivilTime };

/** What happens to a deadline on a non-working day; `next` carries N: the N-th working day after. */
export type HolidayRule = { roll: 'keep' } | { roll: 'next'; nth: number } | { roll: 'previous' };

export type RecipientRole = 'liaison' | 'deputy' | 'head' | 'office' | 'office_director';

/** A ladder step's time, relative to the deadline: working days at a time of day, hours, or the deadline itself. */
export type StepAt =
  | { kind: 'working_days'; days: number; time: CivilTime }
  | { kind: 'hours'; hours: number }
  | { kind: 'deadline' };
/** `id` names the step in keys and on screen: `notice`, `eve`, `last_call`, `overdue`, `escalation_1`, `escalation_2`, or `at` as written. */
export type LadderStep = { id: string; at: StepAt; to: RecipientRole[] };

export type DutyKind = 'report' | 'bulletin' | 'consultation';

export type Duty = {
  id: DutyId;
  name: string;
  source?: string;
  kind: DutyKind;
  /** Unit kinds, unit ids, or `leads` (every area's lead units). */
  owedBy: (UnitKind | 'leads' | UnitId)[];
  rhythm: Rhythm;
  onHoliday: HolidayRule;
  graceMinutes: number;
  form: FormId | null;
  nil: boolean;
  phase?: PhaseId;
  collects?: DutyId;
  /** Absent: the default ladder of reminders.ts. */
  ladder?: LadderStep[];
  from?: CivilDate;
  to?: CivilDate;
};

/** One day of a holiday notice (State Council notices set both days off and make-up working days, 调休). */
export type NoticeDay = { date: CivilDate; off: boolean; name: string };

/** Days on which Duban says nothing unasked (but incidents); both ends belong to them. Deadlines are not moved by them. */
export type QuietDays = { from: CivilDate; to: CivilDate; name: string };

export type Campaign = {
  id: CampaignId;
  name: string;
  group: string;
  zone: string;
  calendar: 'cn' | 'weekdays';
  language: Language;
  from: CivilDate;
  to: CivilDate;
  channels: { bulletin: string; office: string };
  workingHours: { from: CivilTime; to: CivilTime };
  parent?: CampaignId;
  units: Unit[];
  people: Posting[];
  areas: Area[];
  phases: Phase[];
  figures: Figure[];
  forms: Record<string, FormItem[]>;
  incidentOrder: Role[];
  /** How long an incident waits to be acknowledged before the next is called, in minutes. */
  incidentMinutes: number;
  /** Whether units stand in the order of their timeliness where it is shown; the office turns it on. */
  ranking: boolean;
  quietDays: QuietDays[];
  notice: NoticeDay[];
  duties: Duty[];
};
