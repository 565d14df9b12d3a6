// What a command comes to: facts to be shown, a form to be opened, or a refusal with what would be right.
// Commands return an Outcome, messages words it, bot shows it. A kind without a view does not compile.

import type { ActionInput, ActionName } from './actions.ts';
import type { AmendmentOutcome, AmendmentRefusal } from './amendment-facts.ts';
import type { AskOutcome, AskRefusal, ChoiceFacts, ChoiceGone, PageFacts } from './ask/facts.ts';
import type { Role } from './campaign.ts';
import type {
  ConsultationFacts,
  ConsultationForm,
  ConsultationOutcome,
  ConsultationRefusal,
  ConsultationVerb,
} from './consultation/facts.ts';
import type {
  AuditFacts,
  BulletinFacts,
  Counts,
  DutyFacts,
  FieldProblem,
  FigureTotal,
  LanguageChoice,
  Moment,
  ObligationFacts,
  PeriodFacts,
  PersonFacts,
  RehearsedSend,
  ReportFacts,
  ReportFormFacts,
  RosterEntry,
  UnitFacts,
} from './facts.ts';
import type { BulletinId, CampaignId, CivilDate, Instant, ObligationId } from './ids.ts';
import type { IncidentFacts, IncidentForm, IncidentOutcome, IncidentRefusal } from './incident/facts.ts';
import type { LeaveSpan } from './leave.ts';
import type { RosterForm, RosterMay } from './roster-facts.ts';
import type { CampaignSettings, SettingForm } from './settings-facts.ts';
import type { SetupForm, SetupOutcome, SetupRefusal } from './setup/facts.ts';
import type { TaskCounts, TaskFacts, TaskForm, TaskOutcome, TaskRefusal } from './task/facts.ts';

/** The commands, by the word the code uses; also the names in help and on Home. */
export type CommandName =
  | 'report'
  | 'nil'
  | 'mine'
  | 'status'
  | 'missing'
  | 'show'
  | 'search'
  | 'chase'
  | 'return'
  | 'accept'
  | 'waive'
  | 'dispute'
  | 'bulletin'
  | 'task'
  | 'consultation'
  | 'incident'
  | 'roster'
  | 'replace_liaison'
  | 'leave'
  | 'rehearse'
  | 'export'
  | 'audit'
  | 'settings'
  | 'help';

/**
 * Forms other than the report's. Each comes back with what was typed and what is wrong with it. Keys of `values`:
 *
 *   return: reason, date · waive: reason · dispute: text · decide_dispute: upheld (yes, no), reason
 *   nil: phonedBy (if onBehalf; so in a report's form) · bulletin_correct: text
 *   bulletin_edit: overview, problems, next, highlights (ids of the chosen candidates' units, joined by commas)
 *   setting: text (a line for each entry) · leave: person, from, to, deputy · replace_liaison: unit, name, email
 *   roster_…: in roster-facts.ts
 */
export type AskFormFacts = {
  values: Record<string, string>;
  problems: FieldProblem[];
} & (
  | { form: 'return'; obligation: ObligationFacts /** what a left-out date means */; defaultDueOn: CivilDate }
  | { form: 'waive'; obligation: ObligationFacts }
  | { form: 'dispute'; obligation: ObligationFacts }
  | { form: 'decide_dispute'; obligation: ObligationFacts; text: string; by: string }
  | { form: 'nil'; obligation: ObligationFacts; choices: ObligationFacts[]; onBehalf: boolean }
  | { form: 'bulletin_edit'; bulletin: BulletinFacts; candidates: { unit: UnitFacts; text: string }[] }
  | { form: 'bulletin_correct'; bulletin: BulletinFacts }
  | {
      form: 'leave';
      people: PersonFacts[];
      chosen: PersonFacts /** who may stand in */;
      deputies: PersonFacts[];
    }
  | { form: 'replace_liaison'; units: UnitFacts[]; chosen: UnitFacts; current: PersonFacts | null }
  | TaskForm
  | ConsultationForm
  | IncidentForm
  | SetupForm
  | SettingForm
  | RosterForm
);

export type HomeFacts = Moment & {
  person: PersonFacts;
  campaign: CampaignId;
  campaignName: string;
  roles: { role: Role; unit: UnitFacts | null }[];
  /** What my units owe, soonest first; and what was filed lately and can still be corrected. */
  owed: ObligationFacts[];
  filed: ObligationFacts[];
  /** Office and leaders: how the current period of each report duty stands. */
  board: {
    duty: DutyFacts;
    period: PeriodFacts;
    dueAt: Instant;
    counts: Counts;
    missing: UnitFacts[];
    red: boolean;
    figures: FigureTotal[];
  }[];
  /** Office: bulletins to be worked on, disputes to be decided, troubles to be mended. */
  bulletins: BulletinFacts[];
  disputes: { obligation: ObligationFacts; text: string; by: string }[];
  troubles: { people: PersonFacts[]; channels: string[] };
  /** Tasks that my units lead or help with and that are open, red ones first. */
  tasks: TaskFacts[];
  /** Office, leaders, inspectors: all open tasks in numbers, and those that are red, yellow or wait for the office. */
  taskBoard: { counts: TaskCounts; tasks: TaskFacts[] } | null;
  /** The next consultation, for those who prepare or attend it. */
  consultation: { consultation: ConsultationFacts; may: ConsultationVerb[] } | null;
  /** Incidents that are not closed, for those who may see them. */
  incidents: IncidentFacts[];
  may: CommandName[];
};

/** What else the asker may do where a duty's period is shown. */
type BoardSteps = {
  campaign?: CampaignId;
  /** Rows of the asker's own units. */
  own?: ObligationFacts[];
  /** Whether the rows may be taken away. */
  mayExport?: boolean;
};

type Answer =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'report_form'; form: ReportFormFacts }
  | { kind: 'ask_form'; form: AskFormFacts }
  | { kind: 'filed'; report: ReportFacts; again: boolean }
  | ({
      kind: 'mine';
      owed: ObligationFacts[];
      filed: ObligationFacts[];
      /** Open tasks of my units, red ones first. */
      tasks: TaskFacts[];
      may: CommandName[];
      units: UnitFacts[];
      /** Which screen of what is owed. */
      page?: PageFacts;
    } & Moment)
  | ({
      kind: 'status';
      /** The area (领域) whose lead units alone are counted; absent: all units. */
      area?: string;
      duty: DutyFacts;
      period: PeriodFacts;
      dueAt: Instant;
      counts: Counts;
      missing: UnitFacts[];
      rows: ObligationFacts[];
      figures: FigureTotal[];
      mayChase: boolean;
    } & BoardSteps &
      Moment)
  | ({
      kind: 'unit_status';
      page?: PageFacts;
      unit: UnitFacts;
      rows: ObligationFacts[];
      /** Whether the asker may make a task of a row that is late. */
      mayDispatch: boolean;
      /** What else the asker may do about the unit's reports: file, show, chase, export. */
      may?: CommandName[];
    } & Moment)
  | ({
      kind: 'missing';
      page?: PageFacts;
      duty: DutyFacts;
      period: PeriodFacts;
      dueAt: Instant;
      counts: Counts;
      rows: ObligationFacts[];
      mayChase: boolean;
    } & BoardSteps &
      Moment)
  | {
      kind: 'report_shown';
      report: ReportFacts;
      older: { no: number; filedAt: Instant; filedBy: string }[];
      may: CommandName[];
    }
  | { kind: 'nothing_filed'; unit: UnitFacts; obligation: ObligationFacts | null }
  | ({
      kind: 'chased';
      rows: ObligationFacts[];
      skipped: { obligation: ObligationFacts; chasedAt: Instant }[];
      at: Instant;
      later: boolean;
      unreachable: UnitFacts[];
    } & Moment)
  | {
      kind: 'returned' | 'accepted' | 'waived' | 'disputed' | 'dispute_decided' | 'noted' | 'cannot_note';
      obligation: ObligationFacts;
    }
  | {
      kind: 'bulletin';
      bulletin: BulletinFacts;
      /** `read`: by whoever may do nothing about it. */
      did: 'read' | 'preview' | 'edited' | 'approved' | 'published' | 'corrected';
    }
  | ({
      kind: 'roster';
      unit: UnitFacts | null;
      /** What was looked for; absent: nothing in particular. */
      query?: string;
      /** All of them, of which one screen is shown. */
      entries: RosterEntry[];
      page?: PageFacts;
      may?: RosterMay;
      /** To a question of whom to call: the roster itself is offered. */
      isAnswer?: true;
    } & Moment)
  | ({
      kind: 'leave_set';
      person: PersonFacts;
      from: CivilDate;
      to: CivilDate;
      told: PersonFacts[];
      /** Who was named to stand in; and whether they are away on the first day themselves. */
      deputy: PersonFacts | null;
      deputyAway: boolean;
      cancelled: boolean;
    } & Moment)
  | ({ kind: 'rehearsal'; from: Instant; to: Instant; sends: RehearsedSend[] } & Moment)
  /** Of the ledger, unless `what` says otherwise. */
  | { kind: 'export'; name: string; text: string; rows: number; what?: 'roster' }
  /** `about`: the unit, duty and period that were named, as a button asks for them. */
  | ({
      kind: 'audit';
      object: string | null;
      /** The period that was named. */
      period?: PeriodFacts;
      about?: ActionInput;
      lines: AuditFacts[];
    } & Moment)
  /** `campaign`: what is set for everybody, for those who may change it. */
  | { kind: 'settings'; language: LanguageChoice; did: boolean; campaign?: CampaignSettings }
  /** `about`: those that were asked about, if any. */
  | { kind: 'help'; commands: CommandName[]; about?: CommandName[] }
  | { kind: 'home'; home: HomeFacts }
  | TaskOutcome
  | ConsultationOutcome
  | IncidentOutcome
  | AskOutcome
  | AmendmentOutcome
  | SetupOutcome;

/** `readAs`: what a text was taken to ask, where that is not sure. */
type Taken = { readAs?: ChoiceFacts & Moment };

/**
 * `inCampaign`: the name of the campaign that it is about, for whoever belongs to several. `isElsewhere`: it was asked for in a
 * channel of another campaign.
 */
export type Outcome = Answer & Taken & { inCampaign?: string; isElsewhere?: boolean };

/** What was asked before a name was not understood; it is asked again with the right one. Left out: how that one stands. */
export type AskedFor = { action: ActionName; input: ActionInput };

/** Why not, what would be right, and the nearest that would do. */
export type Refusal =
  | { kind: 'unknown_person' }
  | { kind: 'no_campaign' }
  | { kind: 'unknown_command'; typed: string; near: CommandName[] }
  | { kind: 'unknown_unit'; typed: string; near: UnitFacts[]; askedFor?: AskedFor }
  | { kind: 'ambiguous_unit'; typed: string; choices: UnitFacts[]; askedFor?: AskedFor }
  | { kind: 'unknown_duty'; typed: string; near: DutyFacts[]; askedFor?: AskedFor }
  | { kind: 'unknown_period'; typed: string }
  | { kind: 'unknown_word'; typed: string; command: CommandName }
  | { kind: 'unknown_member'; typed: string; near: PersonFacts[]; askedFor?: AskedFor }
  | { kind: 'which_unit'; command: CommandName; choices: UnitFacts[] }
  | { kind: 'which_obligation'; command: CommandName; choices: ObligationFacts[] }
  | { kind: 'office_only'; command: CommandName; contact: string[] }
  | { kind: 'not_your_unit'; unit: UnitFacts; contact: string[] }
  | { kind: 'content_not_yours'; unit: UnitFacts; contact: string[] }
  | { kind: 'no_role_for'; command: CommandName; contact: string[] }
  | ({ kind: 'nothing_owed'; units: UnitFacts[] } & Moment)
  | { kind: 'nil_not_allowed'; obligation: ObligationFacts }
  | { kind: 'not_owed'; obligation: ObligationFacts }
  | { kind: 'nothing_to_decide'; obligation: ObligationFacts; command: CommandName }
  | { kind: 'no_such_obligation'; duty: DutyFacts; unit: UnitFacts | null; period: PeriodFacts | null }
  | { kind: 'gone'; id: ObligationId | BulletinId | string }
  | { kind: 'already_decided'; obligation: ObligationFacts; by: string; at: Instant; zone: string }
  | { kind: 'not_late'; obligation: ObligationFacts }
  | { kind: 'dispute_too_late'; obligation: ObligationFacts; bulletinNo: number }
  | { kind: 'nobody_to_chase'; duty: DutyFacts; period: PeriodFacts }
  | ({ kind: 'chased_lately'; rows: { obligation: ObligationFacts; chasedAt: Instant }[] } & Moment)
  | { kind: 'classified'; word: string }
  | { kind: 'no_bulletin'; nextAt: Instant | null; zone: string }
  | {
      kind: 'bulletin_state';
      bulletin: BulletinFacts;
      wanted: 'approve_first' | 'already_approved' | 'already_published' | 'not_published';
    }
  | { kind: 'bad_days'; typed: string; most: number }
  | { kind: 'bad_range'; typed: string }
  /**
   * Somebody has leave already that this one meets. `overlaps`: shares a day with; else it only touches it. `merged`: what both
   * would be as one, null where that would change nothing, be just what is asked for, or be too long.
   */
  | ({
      kind: 'leave_overlaps';
      person: PersonFacts;
      deputy: PersonFacts | null;
      others: (LeaveSpan & { deputy: PersonFacts | null })[];
      merged: LeaveSpan | null;
      overlaps: boolean;
    } & LeaveSpan &
      Moment)
  | { kind: 'form'; form: AskFormFacts | { form: 'report'; report: ReportFormFacts } }
  | { kind: 'busy' }
  | TaskRefusal
  | ConsultationRefusal
  | IncidentRefusal
  | AskRefusal
  | AmendmentRefusal
  | SetupRefusal
  | ChoiceGone;
