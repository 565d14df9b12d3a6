// A campaign file, or a holiday notice, is applied: whole or not at all, in one commit. What runs sees it at its next tick,
// because `definitionNo` grew. Nothing with a past is deleted (documents/campaign-merge.ts ends it), and no new rule
// reaches back: a duty, a unit, or a unit newly named by a duty, is known from the import on.

import { planImport } from '../documents/campaign-diff.ts';
import { readCampaignFile } from '../documents/campaign-file.ts';
import { audited } from '../domain/audit.ts';
import { workCalendar } from '../domain/calendar.ts';
import type { Campaign, Duty, NoticeDay, Posting, Unit } from '../domain/campaign.ts';
import type { CampaignChange } from '../domain/campaign-change.ts';
import { type Change, ensure, insert, move } from '../domain/change.ts';
import type { FileProblem } from '../domain/file-problem.ts';
import { as, type CivilDate, type Instant, type PersonId } from '../domain/ids.ts';
import { owingUnits } from '../domain/periods.ts';
import type { CampaignRow, ChannelRow, NoticeDayRow, PersonRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import type { Deps } from './command.ts';

/** `source` names the file in the audit; `noticeFile` reads a notice that the file names, null where there is none. */
export type ImportOptions = {
  dryRun: boolean;
  source: string;
  noticeFile?: (path: string) => string | null;
};

export type ImportResult =
  | {
      kind: 'applied' | 'would_apply' | 'unchanged';
      campaign: Campaign;
      changes: CampaignChange[];
      warnings: FileProblem[];
    }
  | { kind: 'refused'; problems: FileProblem[] };

export type NoticeResult = { kind: 'applied' | 'would_apply' | 'unchanged'; days: NoticeDay[] };

/** Who stands in the audit for what came from the command line. */
const IMPORTER = as<PersonId>('duban');
const MOST_TRIES = 5;

/**
 * Reads a campaign file and applies it whole, or refuses it whole with every problem at once; a dry run writes nothing.
 * Throws only when the store is changed under it five times running.
 */
export async function importCampaign(
  deps: Deps,
  text: string | Uint8Array,
  options: ImportOptions,
): Promise<ImportResult> {
  const imported = await deps.store.list('noticeDay');
  const calendar = workCalendar('cn', deps.holidays, imported);
  const { noticeFile } = options;
  const reading = readCampaignFile(text, { calendar, ...(noticeFile && { noticeFile }) });
  if (!reading.ok) return { kind: 'refused', problems: reading.problems };
  const { campaign: file, warnings } = reading;
  return untilCommitted(deps, options.dryRun, async () => {
    const ground = await readGround(deps, file);
    const today = dateOf(ground.now, file.zone);
    const { campaign, changes } = planImport(ground.row?.definition ?? null, file, today);
    const written = changes.length === 0 ? [] : writes(ground, campaign, changes, today, options.source);
    return { result: { campaign, changes, warnings }, written };
  });
}

type Decided<T> = { result: T; written: Change[] };
type Kind = 'applied' | 'would_apply' | 'unchanged';

async function untilCommitted<T extends object>(
  { store }: Deps,
  dryRun: boolean,
  decide: () => Promise<Decided<T>>,
): Promise<T & { kind: Kind }> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { result, written } = await decide();
    if (written.length === 0) return { kind: 'unchanged', ...result };
    if (dryRun) return { kind: 'would_apply', ...result };
    if ((await store.commit(written)).kind === 'committed') return { kind: 'applied', ...result };
  }
  throw new Error('The ledger was busy, nothing was imported. Try again.');
}

/** What an import is decided on, as it stands. */
type Ground = {
  row: CampaignRow | null;
  people: Map<PersonId, PersonRow>;
  channels: ChannelRow[];
  now: Instant;
};

async function readGround({ store, now }: Deps, { id }: Campaign): Promise<Ground> {
  const [row, people, channels] = await Promise.all([
    store.find('campaign', id),
    store.list('person'),
    store.list('channel', { where: { campaign: id } }),
  ]);
  return { row, people: new Map(people.map((person) => [person.id, person])), channels, now: now() };
}

function writes(
  ground: Ground,
  campaign: Campaign,
  changes: readonly CampaignChange[],
  today: CivilDate,
  source: string,
): Change[] {
  const { row, now } = ground;
  const acting = { campaign: campaign.id, by: IMPORTER, at: now };
  const object = { id: campaign.id, version: row?.version ?? 0 };
  return [
    ...personChanges(ground, campaign, today),
    ...channelChanges(ground, campaign),
    campaignChange(ground, campaign, today),
    audited(acting, 'import', object, { source, changes: changes.length }),
  ];
}

function campaignChange({ row, now }: Ground, definition: Campaign, today: CivilDate): Change {
  if (row) {
    const knownSince = { ...row.knownSince, ...newlyKnown(row, definition, today, now) };
    return move('campaign', row, {
      definition,
      definitionNo: row.definitionNo + 1,
      importedAt: now,
      knownSince,
    });
  }
  return insert('campaign', {
    id: definition.id,
    definition,
    definitionNo: 1,
    plannedNo: 0,
    plannedFrom: null,
    importedAt: now,
    knownSince: {},
  });
}

// Since when what is known

type Spanned = { from?: CivilDate; to?: CivilDate };
const wasEnded = ({ to }: Spanned, today: CivilDate): boolean => to !== undefined && to < today;
const isRevived = (before: Spanned, after: Spanned, today: CivilDate): boolean =>
  wasEnded(before, today) && !wasEnded(after, today);

/** Whether periods of the past would be opened that the duty did not have before. */
const isAnother = (before: Duty, after: Duty, today: CivilDate): boolean =>
  before.rhythm.every !== after.rhythm.every ||
  (before.from !== undefined && (after.from ?? '') < before.from) ||
  isRevived(before, after, today);

const isNewUnit = (before: Unit | undefined, after: Unit, today: CivilDate): boolean =>
  !before || isRevived(before, after, today);

/** A campaign that no bot has planned yet has no past, so nothing in it is new. */
function newlyKnown(
  { definition: before, plannedFrom }: CampaignRow,
  after: Campaign,
  today: CivilDate,
  now: Instant,
): Record<string, Instant> {
  if (plannedFrom === null) return {};
  const unitBefore = new Map(before.units.map((unit) => [unit.id, unit]));
  const units = after.units.filter((unit) => isNewUnit(unitBefore.get(unit.id), unit, today));
  const keys = [
    ...units.map(({ id }) => `unit:${id}`),
    ...after.duties.flatMap((duty) => newOfDuty(before, after, duty, today)),
  ];
  return Object.fromEntries(keys.map((key) => [key, now]));
}

function newOfDuty(before: Campaign, after: Campaign, duty: Duty, today: CivilDate): string[] {
  const earlier = before.duties.find(({ id }) => id === duty.id);
  if (!earlier || isAnother(earlier, duty, today)) return [`duty:${duty.id}`];
  const owed = new Set(owingUnits(before, earlier, today));
  return owingUnits(after, duty, today)
    .filter((unit) => !owed.has(unit))
    .map((unit) => `owes:${duty.id}/${unit}`);
}

// People

type Addressed = Pick<Posting, 'name' | 'email' | 'slack' | 'language'>;

/** Everybody in office, once; of several postings the first that says something about a person counts. */
function peopleOf(campaign: Campaign, today: CivilDate): Map<PersonId, Addressed> {
  const people = new Map<PersonId, Addressed>();
  for (const { person, name, email, slack, language, to } of campaign.people) {
    if (to !== undefined && to < today) continue;
    const known = people.get(person);
    people.set(person, {
      name: known?.name ?? name,
      email: known?.email ?? email,
      slack: known?.slack ?? slack,
      language: known?.language ?? language,
    });
  }
  return people;
}

const newPerson = (
  id: PersonId,
  { name, email, slack, language }: Addressed,
): Omit<PersonRow, 'version'> => ({
  id,
  name,
  email: email ?? null,
  slack: slack ?? null,
  dm: null,
  language: language ?? null,
  locale: null,
  trouble: null,
});

/** Whether the account is to be looked for anew: it may be another one than that behind the former e-mail. */
function isReaddressed(row: PersonRow, { email, slack }: Addressed): boolean {
  if (slack !== undefined && slack !== row.slack) return true;
  return email !== undefined && row.email !== null && email.toLowerCase() !== row.email.toLowerCase();
}

/** The file's language counts when the file changes it; what the person chose since stays otherwise. */
function movedPerson(row: PersonRow, before: Addressed | undefined, after: Addressed): Partial<PersonRow> {
  const { name, email, slack, language } = after;
  return {
    ...(name !== row.name && { name }),
    ...(email !== undefined && email !== row.email && { email, trouble: null }),
    ...(isReaddressed(row, after) && { slack: slack ?? null, dm: null, locale: null, trouble: null }),
    ...(language !== before?.language && { language: language ?? null }),
  };
}

function personChanges({ row, people }: Ground, campaign: Campaign, today: CivilDate): Change[] {
  const before = row ? peopleOf(row.definition, today) : new Map<PersonId, Addressed>();
  return [...peopleOf(campaign, today)].flatMap(([id, posting]) => {
    const known = people.get(id);
    if (!known) return [ensure('person', newPerson(id, posting))];
    const columns = movedPerson(known, before.get(id) ?? (row ? undefined : posting), posting);
    return Object.keys(columns).length > 0 ? [move('person', known, columns)] : [];
  });
}

// Channels

function channelChanges({ channels }: Ground, campaign: Campaign): Change[] {
  return (['bulletin', 'office'] as const).flatMap((purpose) => {
    const id = `${campaign.id}/${purpose}`;
    const name = campaign.channels[purpose];
    const known = channels.find((channel) => channel.id === id);
    if (!known)
      return [ensure('channel', { id, campaign: campaign.id, purpose, name, slack: null, trouble: null })];
    return known.name === name ? [] : [move('channel', known, { name, slack: null, trouble: null })];
  });
}

// Holiday notices

/**
 * Takes in the days of a holiday notice (notices appear each November) and lets every campaign reckon its open deadlines
 * again. Answers the days that are new or different; a dry run writes nothing.
 */
export const importNotice = (
  deps: Deps,
  days: readonly NoticeDay[],
  { dryRun, source }: Pick<ImportOptions, 'dryRun' | 'source'>,
): Promise<NoticeResult> =>
  untilCommitted(deps, dryRun, async () => {
    const known = new Map((await deps.store.list('noticeDay')).map((row) => [row.date, row]));
    const fresh = days.filter((day) => isNews(known.get(day.date), day));
    if (fresh.length === 0) return { result: { days: [] }, written: [] };
    const at = deps.now();
    const campaigns = await deps.store.list('campaign');
    const rows = fresh.map((day) => noticeChange(known.get(day.date), day, at));
    const replanned = campaigns.flatMap((row) => replan(row, { source, days: fresh.length }, at));
    return { result: { days: fresh }, written: [...rows, ...replanned] };
  });

const isNews = (known: NoticeDayRow | undefined, { off, name }: NoticeDay): boolean =>
  known?.off !== off || known.name !== name;

const noticeChange = (known: NoticeDayRow | undefined, day: NoticeDay, importedAt: Instant): Change =>
  known
    ? move('noticeDay', known, { off: day.off, name: day.name, importedAt })
    : insert('noticeDay', { id: day.date, ...day, importedAt });

const replan = (row: CampaignRow, detail: Record<string, unknown>, at: Instant): Change[] => [
  move('campaign', row, { definitionNo: row.definitionNo + 1 }),
  audited({ campaign: row.id, by: IMPORTER, at }, 'import_notice', row, detail),
];
