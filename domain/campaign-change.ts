// What differs between two definitions of a campaign, as data: told by an import, by a change of settings in chat, and by
// a roster sheet alike. documents/campaign-diff.ts finds it, messages/campaign-change-words.ts says it.

import type { Campaign, Duty, Language, QuietDays, Role, UnitKind } from './campaign.ts';
import type { AreaId, CampaignId, CivilDate, DutyId, FigureId, PhaseId, SlackUserId, UnitId } from './ids.ts';

/** A value of a field as a change shows it: plain text, or what the words must say in a language. */
export type ShownValue =
  | null
  | string
  | number
  | boolean
  | { kind: 'date'; date: CivilDate }
  | { kind: 'word'; word: UnitKind | Duty['kind'] | Campaign['calendar'] }
  | { kind: 'rhythm'; rhythm: Duty['rhythm'] }
  | { kind: 'holiday_rule'; rule: Duty['onHoliday'] }
  | { kind: 'ladder'; steps: NonNullable<Duty['ladder']> }
  | { kind: 'list'; values: readonly string[] }
  | { kind: 'roles'; roles: readonly Role[] }
  | { kind: 'minutes'; minutes: number }
  | { kind: 'quiet_days'; days: readonly QuietDays[] }
  /** Told masked. */
  | { kind: 'phone'; phone: string }
  | { kind: 'language'; language: Language };

export type CampaignField =
  | 'name'
  | 'group'
  | 'zone'
  | 'calendar'
  | 'language'
  | 'from'
  | 'to'
  | 'channel_bulletin'
  | 'channel_office'
  | 'working_hours'
  | 'parent'
  | 'incident_order'
  | 'incident_minutes'
  | 'ranking'
  | 'quiet_days';
export type UnitField = 'name' | 'aliases' | 'kind' | 'from' | 'to';
export type PostingField = 'name' | 'email' | 'slack' | 'phone' | 'language';
export type AreaField = 'name' | 'leads' | 'daily';
export type PhaseField = 'name' | 'from' | 'to';
export type FigureField = 'name' | 'unit' | 'decimals';
export type DutyField =
  | 'name'
  | 'source'
  | 'kind'
  | 'owed_by'
  | 'rhythm'
  | 'on_holiday'
  | 'grace'
  | 'form'
  | 'nil'
  | 'phase'
  | 'collects'
  | 'ladder'
  | 'from'
  | 'to';

export type Turn = { from: ShownValue; to: ShownValue };
export type ChangedPosting = { name: string; role: Role; unit: UnitId | null; unitName: string | null };

export type Named<Id extends string> = { id: Id; name: string };
export type Added<Kind extends string, Id extends string> = { kind: `${Kind}_added` } & Named<Id>;
export type Removed<Kind extends string, Id extends string> = { kind: `${Kind}_removed` } & Named<Id>;
export type Ended<Kind extends string, Id extends string> = {
  kind: `${Kind}_ended`;
  on: CivilDate;
} & Named<Id>;
export type Changed<Kind extends string, Id extends string, Field> = {
  kind: `${Kind}_changed`;
  field: Field;
} & Named<Id> &
  Turn;
export type Entry<Kind extends string, Id extends string, Field> =
  | Added<Kind, Id>
  | Removed<Kind, Id>
  | Changed<Kind, Id, Field>;

/** One thing that differs. What is `added`, `changed`, `ended` or `removed` carries the name it has now. */
export type CampaignChange =
  | { kind: 'campaign_new'; id: CampaignId; name: string; units: number; people: number; duties: number }
  | ({ kind: 'campaign_changed'; field: CampaignField } & Turn)
  | Entry<'unit', UnitId, UnitField>
  | Ended<'unit', UnitId>
  | ({ kind: 'posting_added' } & ChangedPosting)
  | ({ kind: 'posting_removed' } & ChangedPosting)
  | ({ kind: 'posting_ended'; on: CivilDate } & ChangedPosting)
  | ({ kind: 'posting_changed'; field: PostingField } & ChangedPosting & Turn)
  /** Of which Slack account somebody is the person; null: of none, or of the one that their e-mail leads to. */
  | { kind: 'account_changed'; name: string; from: SlackUserId | null; to: SlackUserId | null }
  | Entry<'area', AreaId, AreaField>
  | Entry<'phase', PhaseId, PhaseField>
  | Entry<'figure', FigureId, FigureField>
  | { kind: 'form_added' | 'form_changed' | 'form_removed'; form: string }
  | { kind: 'notice_changed'; dates: CivilDate[] }
  | Entry<'duty', DutyId, DutyField>
  | Ended<'duty', DutyId>;
