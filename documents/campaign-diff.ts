// What changes between two definitions of a campaign, as data (domain/campaign-change.ts). Pure.
// Compare with the merged definition (campaign-merge.ts) to see what an import does: there, what a file no longer
// names has an end; only what never had a past is `removed`.

import type { Area, Campaign, Duty, Figure, NoticeDay, Phase, Posting, Unit } from '../domain/campaign.ts';
import type {
  Added,
  AreaField,
  CampaignChange,
  CampaignField,
  Changed,
  ChangedPosting,
  DutyField,
  Ended,
  Entry,
  FigureField,
  Named,
  PhaseField,
  PostingField,
  Removed,
  ShownValue,
  Turn,
  UnitField,
} from '../domain/campaign-change.ts';
import type { CivilDate } from '../domain/ids.ts';
import { type Identify, mergeCampaigns, postingTimeKey } from './campaign-merge.ts';

/** What an import of `file` on `today` makes of a campaign, and what that changes; `before` is null the first time. */
export const planImport = (
  before: Campaign | null,
  file: Campaign,
  today: CivilDate,
  identify?: Identify,
): { campaign: Campaign; changes: CampaignChange[] } => {
  const campaign = before ? mergeCampaigns(before, file, today, identify) : file;
  return { campaign, changes: diffCampaigns(before, campaign) };
};

/** Everything that differs between two definitions, in the order of the file format; nothing when they mean the same. */
export const diffCampaigns = (before: Campaign | null, after: Campaign): CampaignChange[] => {
  if (!before) return [newCampaign(after)];
  return [
    ...turns(before, after, CAMPAIGN_FIELDS).map((turn) => ({ kind: 'campaign_changed' as const, ...turn })),
    ...endableChanges('unit', before.units, after.units, UNIT_FIELDS),
    ...postingChanges(before, after),
    ...entryChanges('area', before.areas, after.areas, AREA_FIELDS),
    ...entryChanges('phase', before.phases, after.phases, PHASE_FIELDS),
    ...entryChanges('figure', before.figures, after.figures, FIGURE_FIELDS),
    ...formChanges(before, after),
    ...noticeChanges(before.notice, after.notice),
    ...endableChanges('duty', before.duties, after.duties, DUTY_FIELDS),
  ];
};

const newCampaign = ({ id, name, units, people, duties }: Campaign): CampaignChange => ({
  kind: 'campaign_new',
  id,
  name,
  units: units.length,
  people: people.length,
  duties: duties.length,
});

// ---- fields

type Fields<T, Field extends string> = Record<Field, (item: T) => ShownValue>;

const turns = <T, Field extends string>(
  before: T,
  after: T,
  fields: Fields<T, Field>,
): ({ field: Field } & Turn)[] =>
  (Object.keys(fields) as Field[])
    .map((field) => ({ field, from: fields[field](before), to: fields[field](after) }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));

const list = (values: readonly string[]): ShownValue => ({ kind: 'list', values });
const day = (date: CivilDate | undefined): ShownValue => (date === undefined ? null : { kind: 'date', date });

const CAMPAIGN_FIELDS: Fields<Campaign, CampaignField> = {
  name: ({ name }) => name,
  group: ({ group }) => group,
  zone: ({ zone }) => zone,
  calendar: ({ calendar }) => ({ kind: 'word', word: calendar }),
  language: ({ language }) => ({ kind: 'language', language }),
  from: ({ from }) => day(from),
  to: ({ to }) => day(to),
  channel_bulletin: ({ channels }) => channels.bulletin,
  channel_office: ({ channels }) => channels.office,
  working_hours: ({ workingHours }) => `${workingHours.from}-${workingHours.to}`,
  parent: ({ parent }) => parent ?? null,
  incident_order: ({ incidentOrder }) => ({ kind: 'roles', roles: incidentOrder }),
  ranking: ({ ranking }) => ranking,
  quiet_days: ({ quietDays }) => ({ kind: 'quiet_days', days: quietDays }),
  incident_minutes: ({ incidentMinutes }) => ({ kind: 'minutes', minutes: incidentMinutes }),
};

const UNIT_FIELDS: Fields<Unit, UnitField> = {
  name: ({ name }) => name,
  aliases: ({ aliases }) => list(aliases),
  kind: ({ kind }) => ({ kind: 'word', word: kind }),
  from: ({ from }) => day(from),
  to: ({ to }) => day(to),
};

const POSTING_FIELDS: Fields<Posting, PostingField> = {
  name: ({ name }) => name,
  email: ({ email }) => email ?? null,
  slack: ({ slack }) => slack ?? null,
  phone: ({ phone }) => (phone === undefined ? null : { kind: 'phone', phone }),
  language: ({ language }) => (language === undefined ? null : { kind: 'language', language }),
};

const AREA_FIELDS: Fields<Area, AreaField> = {
  name: ({ name }) => name,
  leads: ({ leads }) => list(leads),
  daily: ({ daily }) => daily ?? null,
};

const PHASE_FIELDS: Fields<Phase, PhaseField> = {
  name: ({ name }) => name,
  from: ({ from }) => day(from),
  to: ({ to }) => day(to),
};

const FIGURE_FIELDS: Fields<Figure, FigureField> = {
  name: ({ name }) => name,
  unit: ({ unit }) => unit,
  decimals: ({ decimals }) => decimals,
};

const DUTY_FIELDS: Fields<Duty, DutyField> = {
  name: ({ name }) => name,
  source: ({ source }) => source ?? null,
  kind: ({ kind }) => ({ kind: 'word', word: kind }),
  owed_by: ({ owedBy }) => list(owedBy),
  rhythm: ({ rhythm }) => ({ kind: 'rhythm', rhythm }),
  on_holiday: ({ onHoliday }) => ({ kind: 'holiday_rule', rule: onHoliday }),
  grace: ({ graceMinutes }) => ({ kind: 'minutes', minutes: graceMinutes }),
  form: ({ form }) => form,
  nil: ({ nil }) => nil,
  phase: ({ phase }) => phase ?? null,
  collects: ({ collects }) => collects ?? null,
  ladder: ({ ladder }) => (ladder ? { kind: 'ladder', steps: ladder } : null),
  from: ({ from }) => day(from),
  to: ({ to }) => day(to),
};

// ---- lists

type Paired<T> = { added: T[]; removed: T[]; kept: { before: T; after: T }[] };

const paired = <T>(before: readonly T[], after: readonly T[], key: (item: T) => string): Paired<T> => {
  const old = new Map(before.map((item) => [key(item), item]));
  const fresh = new Set(after.map(key));
  return {
    added: after.filter((item) => !old.has(key(item))),
    removed: before.filter((item) => !fresh.has(key(item))),
    kept: after.flatMap((item) => {
      const earlier = old.get(key(item));
      return earlier === undefined ? [] : [{ before: earlier, after: item }];
    }),
  };
};

const byId = ({ id }: { id: string }): string => id;

type Endable = { to?: CivilDate };
/** The day something ends that had no end before. */
const endedOn = (before: Endable, after: Endable): CivilDate | undefined =>
  before.to === undefined ? after.to : undefined;

const entryChanges = <Kind extends string, Id extends string, T extends Named<Id>, Field extends string>(
  kind: Kind,
  before: readonly (T & Named<Id>)[],
  after: readonly (T & Named<Id>)[],
  fields: Fields<T, Field>,
): Entry<Kind, Id, Field>[] => {
  const { added, removed, kept } = paired(before, after, byId);
  return [
    ...added.map(({ id, name }): Added<Kind, Id> => ({ kind: `${kind}_added`, id, name })),
    ...kept.flatMap((pair) =>
      turns(pair.before, pair.after, fields).map(
        (turn): Changed<Kind, Id, Field> => ({
          kind: `${kind}_changed`,
          id: pair.after.id,
          name: pair.after.name,
          ...turn,
        }),
      ),
    ),
    ...removed.map(({ id, name }): Removed<Kind, Id> => ({ kind: `${kind}_removed`, id, name })),
  ];
};

// An end that appears is told as an end, not as a changed field.
const endableChanges = <
  Kind extends string,
  Id extends string,
  T extends Named<Id> & Endable,
  Field extends string,
>(
  kind: Kind,
  before: readonly (T & Named<Id>)[],
  after: readonly (T & Named<Id>)[],
  fields: Fields<T, Field>,
): (Entry<Kind, Id, Field> | Ended<Kind, Id>)[] => {
  const ends = paired(before, after, byId).kept.flatMap((pair): Ended<Kind, Id>[] => {
    const on = endedOn(pair.before, pair.after);
    return on === undefined ? [] : [{ kind: `${kind}_ended`, id: pair.after.id, name: pair.after.name, on }];
  });
  const ended = new Set(ends.map(({ id }) => id));
  const isTold = (change: Entry<Kind, Id, Field>) =>
    'field' in change && change.field === 'to' && ended.has(change.id);
  return [
    ...entryChanges<Kind, Id, T, Field>(kind, before, after, fields).filter((change) => !isTold(change)),
    ...ends,
  ];
};

const postingChanges = (before: Campaign, after: Campaign): CampaignChange[] => {
  const unitNames = new Map([...before.units, ...after.units].map(({ id, name }) => [id, name]));
  const personOf = ({ name, role, unit }: Posting): ChangedPosting => ({
    name,
    role,
    unit: unit ?? null,
    unitName: (unit && unitNames.get(unit)) ?? null,
  });
  const { added, removed, kept } = paired(before.people, after.people, postingTimeKey);
  return [
    ...added.map((posting) => ({ kind: 'posting_added' as const, ...personOf(posting) })),
    ...kept.flatMap((pair) => changesOfPosting(pair.before, pair.after, personOf(pair.after))),
    ...removed.map((posting) => ({ kind: 'posting_removed' as const, ...personOf(posting) })),
  ];
};

const changesOfPosting = (before: Posting, after: Posting, person: ChangedPosting): CampaignChange[] => {
  const on = endedOn(before, after);
  if (on !== undefined) return [{ kind: 'posting_ended', on, ...person }];
  const isBack = before.to !== undefined && after.to === undefined;
  const changed = turns(before, after, POSTING_FIELDS).map((turn) => ({
    ...person,
    kind: 'posting_changed' as const,
    ...turn,
  }));
  return isBack ? [{ kind: 'posting_added', ...person }, ...changed] : changed;
};

const formChanges = (before: Campaign, after: Campaign): CampaignChange[] => {
  const { added, removed, kept } = paired(Object.keys(before.forms), Object.keys(after.forms), (id) => id);
  const isChanged = (id: string) => JSON.stringify(before.forms[id]) !== JSON.stringify(after.forms[id]);
  return [
    ...added.map((form) => ({ kind: 'form_added' as const, form })),
    ...kept
      .filter(({ after: id }) => isChanged(id))
      .map(({ after: form }) => ({ kind: 'form_changed' as const, form })),
    ...removed.map((form) => ({ kind: 'form_removed' as const, form })),
  ];
};

const noticeChanges = (before: readonly NoticeDay[], after: readonly NoticeDay[]): CampaignChange[] => {
  const saying = (days: readonly NoticeDay[]) =>
    new Map(days.map(({ date, off, name }) => [date, `${off} ${name}`]));
  const [old, fresh] = [saying(before), saying(after)];
  const dates = [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((date) => old.get(date) !== fresh.get(date))
    .sort();
  return dates.length === 0 ? [] : [{ kind: 'notice_changed', dates }];
};
