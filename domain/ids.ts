// The names of things, as types: a plain string cannot be passed where an id of another kind is wanted.
// Ids are opaque outside this file; nobody splits them to learn what is inside.

declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

export type CampaignId = Branded<string, 'campaign'>;
export type UnitId = Branded<string, 'unit'>;
export type AreaId = Branded<string, 'area'>;
export type PhaseId = Branded<string, 'phase'>;
export type DutyId = Branded<string, 'duty'>;
export type FigureId = Branded<string, 'figure'>;
export type FormId = Branded<string, 'form'>;
export type PersonId = Branded<string, 'person'>;
export type ObligationId = Branded<string, 'obligation'>;
export type SubmissionId = Branded<string, 'submission'>;
export type BulletinId = Branded<string, 'bulletin'>;
export type TaskId = Branded<string, 'task'>;
export type ConsultationId = Branded<string, 'consultation'>;
export type TopicId = Branded<string, 'topic'>;
export type IncidentId = Branded<string, 'incident'>;
export type IntentId = Branded<string, 'intent'>;
export type MessageId = Branded<string, 'message'>;

/** An instant: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Branded<number, 'instant'>;
/** A civil date without zone, `YYYY-MM-DD`. */
export type CivilDate = Branded<string, 'date'>;
/** A civil time of day, `HH:mm`, 00:00 to 24:00. */
export type CivilTime = Branded<string, 'time'>;
/** A reporting period: `2016-W31`, `2016-08`, `once` or `phase:ID`. */
export type Period = Branded<string, 'period'>;
/** A Slack user id that matches `^[UW][A-Z0-9]+$`. */
export type SlackUserId = Branded<string, 'slack-user'>;
export type SlackChannelId = Branded<string, 'slack-channel'>;

/** Marks a raw value as one that was checked; the only place where a cast to a brand is written. */
export const as = <T extends string | number>(raw: T extends string ? string : number): T =>
  raw as unknown as T;

/** The key of a ledger row: one duty of one unit in one period. Unique; a sentence over civil facts, never instants. */
export const obligationId = (
  campaign: CampaignId,
  duty: DutyId,
  unit: UnitId,
  period: Period,
): ObligationId => `${campaign}/${duty}/${unit}/${period}` as ObligationId;

/** The key of the office's bulletin for one period of its bulletin duty. */
export const bulletinId = (campaign: CampaignId, duty: DutyId, period: Period): BulletinId =>
  `${campaign}/${duty}/${period}` as BulletinId;

export const submissionId = (obligation: ObligationId, version: number): SubmissionId =>
  `${obligation}#${version}` as SubmissionId;

/** The key of a supervised task, 督办〔year〕no号: numbers are drawn for each campaign and year. */
export const taskId = (campaign: CampaignId, year: number, no: number): TaskId =>
  `${campaign}/task/${year}/${no}` as TaskId;

/** The key of a consultation: the meeting of one period of a consultation duty. */
export const consultationId = (campaign: CampaignId, duty: DutyId, period: Period): ConsultationId =>
  `${campaign}/${duty}/${period}` as ConsultationId;

/** The key of an incident, 急报〔year〕no号. */
export const incidentId = (campaign: CampaignId, year: number, no: number): IncidentId =>
  `${campaign}/incident/${year}/${no}` as IncidentId;

/** The key of the n-th entry on the timeline of a task or an incident. */
export const entryId = (of: TaskId | IncidentId, no: number): string => `${of}#${no}`;
