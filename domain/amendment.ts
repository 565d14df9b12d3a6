// A change of a running campaign made in chat: of a setting, of the roster, by a roster sheet. It is shown before it is
// made, recorded, and can be undone for a day. What it does is kept as patches of whole entries, so that making and undoing
// it touches nothing that others changed meanwhile. Pure.
//
//   act \ state   proposed 待确认     made 已生效          dropped 已取消   undone 已撤销
//   make          → made ¹ ²          –                    –                –
//   drop          → dropped           –                    –                –
//   undo          –                   → undone ² ³         –                –
//
//   1  within a day of the proposal; it dates from the day on which it is made
//   2  only while every entry it touches is as it was when the change was shown (made); else who changed it is asked to look
//   3  within a day of having been made
//
// Entries that are taken away by an undo end or are dropped as by an import (documents/campaign-merge.ts): nothing with a
// past is deleted.

import type { Campaign, Posting, Role, Unit } from './campaign.ts';
import type { CivilDate, Instant, UnitId } from './ids.ts';
import { isOffice } from './permission.ts';
import { inOffice } from './recipients.ts';
import type { AmendmentRow, PersonRow } from './things.ts';
import { addDays, dateOf } from './zone.ts';

/** What a change is about, for its title and for who may make it. */
export const AMENDMENT_SUBJECTS = [
  'language',
  'working_hours',
  'quiet_days',
  'ladder',
  'ranking',
  'holidays',
  'unit',
  'person',
  'liaison',
  'binding',
  'roster_sheet',
] as const;
export type AmendmentSubject = (typeof AMENDMENT_SUBJECTS)[number];
export type AmendmentState = 'proposed' | 'made' | 'dropped' | 'undone';

/** How long a proposal may be confirmed, and a change undone. */
export const AMENDMENT_MS = 86_400_000;

const LISTS = ['units', 'areas', 'phases', 'figures', 'duties'] as const;
type ListName = (typeof LISTS)[number];
type Part = ListName | 'people' | 'forms' | 'campaign' | 'account';

/** A person's Slack account, which stands with the person and not in the definition. */
export type Account = Pick<PersonRow, 'slack' | 'trouble'>;

/**
 * One entry as it was and as it becomes; null: not there. `campaign` stands for the campaign's own fields, `account` for the
 * Account of the person of that id.
 */
export type Patch = { part: Part; key: string; before: unknown; after: unknown };

const SCALARS = [
  'name',
  'group',
  'zone',
  'calendar',
  'language',
  'from',
  'to',
  'channels',
  'workingHours',
  'parent',
  'incidentOrder',
  'incidentMinutes',
  'ranking',
  'quietDays',
  'notice',
] as const satisfies readonly (keyof Campaign)[];

type Entries = ReadonlyMap<string, unknown>;

/** What one posting is: one person in one role of one unit, since one day. */
const postingKey = ({ person, role, unit, from }: Posting): string =>
  `${person}/${role}/${unit ?? ''}/${from ?? ''}`;

function entriesOf(campaign: Campaign, part: Part): Entries {
  switch (part) {
    case 'campaign':
      return new Map(SCALARS.map((key) => [key, campaign[key] ?? null]));
    case 'forms':
      return new Map(Object.entries(campaign.forms));
    case 'account':
      return new Map();
    case 'people':
      return new Map(campaign.people.map((posting) => [postingKey(posting), posting]));
    default:
      return new Map(campaign[part].map((entry) => [entry.id as string, entry]));
  }
}

const PARTS: readonly Part[] = ['campaign', ...LISTS, 'people', 'forms'];
const isEqual = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** One spelling for each value, whatever the order in which its keys were written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .join()}}`;
}

/** What turns one definition into another, entry by entry. */
export const patchesOf = (before: Campaign, after: Campaign): Patch[] =>
  PARTS.flatMap((part) => {
    const [old, fresh] = [entriesOf(before, part), entriesOf(after, part)];
    return [...new Set([...old.keys(), ...fresh.keys()])]
      .map((key): Patch => ({ part, key, before: old.get(key) ?? null, after: fresh.get(key) ?? null }))
      .filter((patch) => !isEqual(patch.before, patch.after));
  });

/** The same change the other way round. */
export const inverted = (patches: readonly Patch[]): Patch[] =>
  patches.map(({ before, after, ...where }) => ({ ...where, before: after, after: before }));

/** The patches whose entries of the definition are no longer as they were. */
export function overtaken(campaign: Campaign, patches: readonly Patch[]): Patch[] {
  const parts = new Map<Part, Entries>();
  const entriesIn = (part: Part): Entries => {
    const entries = parts.get(part) ?? entriesOf(campaign, part);
    parts.set(part, entries);
    return entries;
  };
  return patches.filter(
    ({ part, key, before }) => part !== 'account' && !isEqual(entriesIn(part).get(key) ?? null, before),
  );
}

const isNewOn = (proposedOn: CivilDate, { before, after }: Patch): boolean =>
  before === null && (after as Posting | Unit | null)?.from === proposedOn;

/** One posting's patch, dated anew; who would have gone without a past has one by now. */
function redatedPosting(patch: Patch, proposedOn: CivilDate, today: CivilDate): Patch {
  const [before, after] = [patch.before as Posting | null, patch.after as Posting | null];
  const yesterday = addDays(today, -1);
  if (before && !after)
    return before.from !== undefined && before.from >= proposedOn && before.from < today
      ? { ...patch, after: { ...before, to: yesterday } }
      : patch;
  if (before && after)
    return before.to === undefined && after.to === addDays(proposedOn, -1)
      ? { ...patch, after: { ...after, to: yesterday } }
      : patch;
  if (!after || !isNewOn(proposedOn, patch)) return patch;
  const fresh = { ...after, from: today };
  return { ...patch, key: postingKey(fresh), after: fresh };
}

/**
 * The patches of a change that was proposed on `proposedOn` and is made on `today`: offices that change hands with it do so
 * today, and units that are new begin today. A day that somebody chose stays. Civil dates in the campaign's zone.
 */
export const redated = (patches: readonly Patch[], proposedOn: CivilDate, today: CivilDate): Patch[] =>
  patches.map((patch) => {
    if (proposedOn >= today) return patch;
    if (patch.part === 'people') return redatedPosting(patch, proposedOn, today);
    return patch.part === 'units' && isNewOn(proposedOn, patch)
      ? { ...patch, after: { ...(patch.after as Unit), from: today } }
      : patch;
  });

function patchedList<T>(list: readonly T[], keyOf: (entry: T) => string, patches: readonly Patch[]): T[] {
  const after = new Map(patches.map((patch) => [patch.key, patch.after as T | null]));
  const kept = list.flatMap((entry) => {
    const key = keyOf(entry);
    if (!after.has(key)) return [entry];
    const changed = after.get(key);
    after.delete(key);
    return changed ? [changed] : [];
  });
  return [...kept, ...[...after.values()].filter((entry) => entry !== null)];
}

const idOf = ({ id }: { id: string }): string => id;

/** The definition with the patches applied, entries in their places and new ones at the end. */
export function patched(campaign: Campaign, patches: readonly Patch[]): Campaign {
  const of = (part: Part) => patches.filter((patch) => patch.part === part);
  const fields = Object.fromEntries(of('campaign').map(({ key, after }) => [key, after ?? undefined]));
  const forms = Object.fromEntries(of('forms').map(({ key, after }) => [key, after]));
  const named = { ...campaign.forms, ...forms };
  return {
    ...campaign,
    ...fields,
    units: patchedList(campaign.units, idOf, of('units')),
    areas: patchedList(campaign.areas, idOf, of('areas')),
    phases: patchedList(campaign.phases, idOf, of('phases')),
    figures: patchedList(campaign.figures, idOf, of('figures')),
    duties: patchedList(campaign.duties, idOf, of('duties')),
    people: patchedList(campaign.people, postingKey, of('people')),
    forms: Object.fromEntries(
      Object.entries(named).filter(([, items]) => items !== null),
    ) as Campaign['forms'],
  };
}

const postingsIn = ({ before, after }: Patch): Posting[] =>
  [before, after].filter((entry): entry is Posting => entry !== null);

const HANDS_OVER: readonly Role[] = ['liaison', 'head'];

/** The units that somebody answers for in the roster: of which they are liaison or head. */
export const unitsKept = (postings: readonly Posting[]): UnitId[] => [
  ...new Set(postings.flatMap(({ role, unit }) => (unit && HANDS_OVER.includes(role) ? unit : []))),
];

const OF_UNIT: readonly Role[] = ['liaison', 'deputy', 'head'];

/** Of a unit's own people its liaison and head may change what stands in the roster, and what the unit is called. */
function isOwn(kept: readonly UnitId[], patch: Patch): boolean {
  const { part, key, before, after } = patch;
  if (part === 'people')
    return postingsIn(patch).every(
      ({ unit, role }) => unit !== undefined && kept.includes(unit) && OF_UNIT.includes(role),
    );
  if (part !== 'units' || before === null || after === null) return false;
  const [old, fresh] = [before as Unit, after as Unit];
  const isSpanKept = old.kind === fresh.kind && old.from === fresh.from && old.to === fresh.to;
  return isSpanKept && kept.some((unit) => unit === key);
}

const OWN_SUBJECTS: readonly AmendmentSubject[] = ['liaison', 'person', 'unit'];

/**
 * Whether somebody may make, drop or undo a change: the office any; a unit's liaison and head the hand-over of their own
 * unit's liaison, its people and its names (product.md, "In chat": 名册, 换联络员).
 */
export function mayAmend(
  postings: readonly Posting[],
  { subject, patches }: Pick<AmendmentRow, 'subject' | 'patches'>,
): boolean {
  if (isOffice(postings)) return true;
  const kept = unitsKept(postings);
  const [accounts, others] = [patches.filter(isAccount), patches.filter((patch) => !isAccount(patch))];
  return (
    OWN_SUBJECTS.includes(subject) &&
    others.every((patch) => isOwn(kept, patch)) &&
    accounts.every((patch) => isLetGo(others, patch))
  );
}

const isAccount = ({ part }: Patch): boolean => part === 'account';

/** Another e-mail of one of them lets an account go, or keeps it; to bind somebody is the office's. */
function isLetGo(others: readonly Patch[], { key, before, after }: Patch): boolean {
  const isTheirs = others.flatMap(postingsIn).some(({ person }) => person === key);
  const { slack } = after as Account;
  return isTheirs && (slack === null || slack === (before as Account).slack);
}

/** Whether somebody works in the campaign's office on a day; without anybody there nothing could be changed any more. */
export const hasOffice = (campaign: Campaign, today: CivilDate): boolean =>
  isOffice(inOffice(campaign, today));

/**
 * A proposal as it stands now: what it would do if it were confirmed at this moment, with the days on which it is shown to be.
 * Whatever is not proposed any more stands as it was made.
 */
export function asOf<R extends Pick<AmendmentRow, 'state' | 'patches' | 'changes' | 'proposedAt'>>(
  row: R,
  now: Instant,
  zone: string,
): R {
  const [proposedOn, today] = [dateOf(row.proposedAt, zone), dateOf(now, zone)];
  if (row.state !== 'proposed' || proposedOn >= today) return row;
  const lastDay = addDays(proposedOn, -1);
  return {
    ...row,
    patches: redated(row.patches, proposedOn, today),
    changes: row.changes.map((change) =>
      change.kind === 'posting_ended' && change.on === lastDay
        ? { ...change, on: addDays(today, -1) }
        : change,
    ),
  };
}

const isWithin = (since: Instant | null, now: Instant): boolean =>
  since !== null && now - since <= AMENDMENT_MS;

/** Whether the time for confirming a proposal is not over. */
export const mayBeMade = ({ state, proposedAt }: AmendmentRow, now: Instant): boolean =>
  state === 'proposed' && isWithin(proposedAt, now);

/** Whether the time for undoing a change is not over. */
export const mayBeUndone = ({ state, madeAt }: AmendmentRow, now: Instant): boolean =>
  state === 'made' && isWithin(madeAt, now);
