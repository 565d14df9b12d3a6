// Reads that commands and scheduler share, written once over the port; they know no engine.

import { type BulletinSources, COUNTED, type CountedRow } from '../domain/bulletin.ts';
import { collectedDuty } from '../domain/bulletin-period.ts';
import type { Calendar, HolidayTable } from '../domain/calendar.ts';
import { workCalendar } from '../domain/calendar.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { Collected } from '../domain/consultation/agenda.ts';
import type { ConsultationSources } from '../domain/consultation/describe.ts';
import type { ConsultationRow } from '../domain/consultation/things.ts';
import type { CivilDate, DutyId, Instant } from '../domain/ids.ts';
import {
  as,
  type CivilTime,
  type ObligationId,
  obligationId,
  type Period,
  type PersonId,
  type SubmissionId,
  submissionId,
} from '../domain/ids.ts';
import type { IncidentEntryRow, IncidentRow } from '../domain/incident/things.ts';
import { dutyOf, FILED, type Filed, KNOWN, type Known } from '../domain/obligation-facts.ts';
import { previousPeriod } from '../domain/periods.ts';
import { type Presence, presenceOn } from '../domain/recipients.ts';
import type { TaskRow } from '../domain/task/things.ts';
import type {
  BulletinRow,
  IntentRow,
  MessageRow,
  ObligationRow,
  PersonRow,
  SubmissionRow,
} from '../domain/things.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import { instantOf } from '../domain/zone.ts';
import type { Store } from './store.ts';

/** Calendars as they were made last, with what they were made from: the same days make the same calendar. */
const calendars = new WeakMap<Campaign, { holidays: HolidayTable; imported: string; calendar: Calendar }>();

/** The working-day calendar of a campaign: past notices, the campaign file's own, and those imported since. */
export async function readCalendar(
  store: Store,
  campaign: Campaign,
  holidays: HolidayTable,
): Promise<Calendar> {
  const rows = await store.list('noticeDay');
  const imported = JSON.stringify(rows);
  const known = calendars.get(campaign);
  if (known?.holidays === holidays && known.imported === imported) return known.calendar;
  const days = [...campaign.notice, ...rows];
  const calendar = workCalendar(campaign.calendar, holidays, days, campaign.quietDays);
  calendars.set(campaign, { holidays, imported, calendar });
  return calendar;
}

/** Everybody, or these people, by id: what is said of them where they are named. */
export async function readPeople(store: Store, among?: readonly PersonId[]): Promise<Map<PersonId, Known>> {
  if (among?.length === 0) return new Map();
  const rows = await store.pick('person', KNOWN, among && { where: { id: { in: [...new Set(among)] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

const TROUBLES = Object.keys({
  not_found: true,
  deactivated: true,
  unbound: true,
} satisfies Record<Trouble, true>) as Trouble[];
type Trouble = NonNullable<PersonRow['trouble']>;

/** Who is in office, away and reachable on a civil day. */
export async function readPresence(store: Store, campaign: Campaign, today: CivilDate): Promise<Presence> {
  const [leaves, unreachable] = await Promise.all([
    store.list('leave', { where: { campaign: campaign.id } }),
    store.pick('person', ['id', 'trouble'], { where: { trouble: { in: TROUBLES } } }),
  ]);
  return presenceOn(today, campaign, leaves, unreachable);
}

/** The reminders that went out about rows, by row. */
export async function readReminded(
  store: Store,
  rows: readonly ObligationRow[],
): Promise<Map<string, IntentRow[]>> {
  const byRow = new Map<string, IntentRow[]>(rows.map(({ id }) => [id, []]));
  const told = await store.list('intent', { where: { about: { in: [...byRow.keys()] }, state: 'bound' } });
  for (const intent of told)
    if (intent.notice.kind === 'reminder') byRow.get(intent.about ?? '')?.push(intent);
  return byRow;
}

const latestIds = (rows: readonly Pick<ObligationRow, 'id' | 'latestNo'>[]): SubmissionId[] =>
  rows.filter(({ latestNo }) => latestNo > 0).map(({ id, latestNo }) => submissionId(id, latestNo));

const byObligation = <S extends Pick<SubmissionRow, 'obligation'>>(newest: readonly S[]) =>
  new Map(newest.map((submission) => [submission.obligation, submission]));

/** The newest submission of each row that has one. */
export async function readLatest(
  store: Store,
  rows: readonly ObligationRow[],
): Promise<Map<ObligationId, SubmissionRow>> {
  const ids = latestIds(rows);
  return byObligation(ids.length === 0 ? [] : await store.list('submission', { where: { id: { in: ids } } }));
}

/** The same, of each only when and by whom it was filed. */
export async function readFiled(
  store: Store,
  rows: readonly Pick<ObligationRow, 'id' | 'latestNo'>[],
): Promise<Map<ObligationId, Filed>> {
  const where = { id: { in: latestIds(rows) } };
  return byObligation(where.id.in.length === 0 ? [] : await store.pick('submission', FILED, { where }));
}

/** The newest report of the same duty and unit in the period before; null if none. */
export async function readLastReport(
  store: Store,
  campaign: Campaign,
  row: ObligationRow,
): Promise<SubmissionRow | null> {
  const period = previousPeriod(campaign, dutyOf(campaign, row), row.period);
  if (!period) return null;
  const id = obligationId(campaign.id, row.duty, row.unit, period);
  const [latest] = await store.list('submission', {
    where: { obligation: id },
    orderBy: 'no',
    desc: true,
    limit: 1,
  });
  return latest ?? null;
}

/** The rows of one duty and period, in the campaign's unit order. */
export async function readRows(
  store: Store,
  campaign: Campaign,
  duty: DutyId,
  period: Period,
): Promise<ObligationRow[]> {
  const rows = await store.list('obligation', {
    where: { campaign: campaign.id, duty, period },
    orderBy: 'unit',
  });
  return inUnitOrder(campaign, rows);
}

/** What the rows of one duty and period are counted by, in the campaign's unit order; none where there is no period. */
export async function readCounted(
  store: Store,
  campaign: Campaign,
  duty: DutyId,
  period: Period | null,
): Promise<CountedRow[]> {
  if (period === null) return [];
  const where = { campaign: campaign.id, duty, period };
  return inUnitOrder(campaign, await store.pick('obligation', COUNTED, { where, orderBy: 'unit' }));
}

/** What a bulletin is computed from; null if its own obligation is not in the ledger. */
export async function readBulletinSources(
  store: Store,
  campaign: Campaign,
  bulletin: BulletinRow,
): Promise<BulletinSources | null> {
  const [own] = await store.list('obligation', {
    where: { campaign: campaign.id, duty: bulletin.duty, period: bulletin.period },
  });
  if (!own) return null;
  // What is published says what was approved, whatever the ledger has come to since.
  if (bulletin.state === 'published' && bulletin.frozen)
    return { bulletin, own, current: [], before: [], tasks: [] };
  const collected = dutyOf(campaign, { duty: bulletin.collects });
  const earlier = previousPeriod(campaign, collected, bulletin.collectsPeriod);
  const [current, before] = await Promise.all([
    readRows(store, campaign, bulletin.collects, bulletin.collectsPeriod),
    readCounted(store, campaign, bulletin.collects, earlier),
  ]);
  const tasks = await readTasksSince(store, campaign, (current[0] ?? own).periodFrom);
  return { bulletin, own, current, before, tasks };
}

const MIDNIGHT = as<CivilTime>('00:00');

/** The tasks that are open, and those that were given or ended on this civil day or later. */
async function readTasksSince(store: Store, campaign: Campaign, from: CivilDate): Promise<TaskRow[]> {
  const since = instantOf(from, MIDNIGHT, campaign.zone);
  const all = await Promise.all([
    readOpenTasks(store, campaign),
    store.list('task', { where: { campaign: campaign.id, createdAt: { gte: since } } }),
    store.list('task', { where: { campaign: campaign.id, closedAt: { gte: since } } }),
  ]);
  return [...new Map(all.flat().map((row) => [row.id, row])).values()];
}

/** The tasks that are neither closed nor withdrawn: few, however many there were. */
export const readOpenTasks = (store: Store, campaign: Pick<Campaign, 'id'>): Promise<TaskRow[]> =>
  store.list('task', { where: { campaign: campaign.id, state: { in: OPEN_TASKS } } });

/** Every message in which a row (a task, a consultation, an incident) was told, to be updated when it changes. */
export async function readShown(store: Store, about: string): Promise<MessageRow[]> {
  const intents = await store.list('intent', { where: { about, state: 'bound' } });
  const ids = [...new Set(intents.flatMap(({ message }) => (message === null ? [] : [message])))];
  return ids.length === 0 ? [] : store.list('message', { where: { id: { in: ids } } });
}

/** An incident's timeline; the incident it was joined to; all that were joined to it, be it by way of another. */
export async function readIncident(
  store: Store,
  row: IncidentRow,
): Promise<{ entries: IncidentEntryRow[]; joined: IncidentRow[]; related: IncidentRow[] }> {
  const [entries, joined, main] = await Promise.all([
    store.list('incidentEntry', { where: { incident: row.id }, orderBy: 'no' }),
    readJoined(store, row),
    row.joinedTo === null ? null : store.find('incident', row.joinedTo),
  ]);
  return { entries, joined, related: main ? [main, ...joined] : joined };
}

async function readJoined(store: Store, { id, campaign }: IncidentRow): Promise<IncidentRow[]> {
  const direct = await store.list('incident', { where: { campaign, joinedTo: id }, orderBy: 'at' });
  const further = await Promise.all(direct.map((row) => readJoined(store, row)));
  return [...direct, ...further.flat()];
}

/** The reports that the campaign's bulletin collects, in their latest period that was due by then; null before the first. */
async function readCollected(store: Store, campaign: Campaign, until: Instant): Promise<Collected | null> {
  const duty = campaign.duties.map((each) => collectedDuty(campaign, each)).find((each) => each !== null);
  if (!duty) return null;
  const [latest] = await store.list('obligation', {
    where: { campaign: campaign.id, duty: duty.id, state: { in: ASKED_FOR }, dueAt: { lte: until } },
    orderBy: 'dueAt',
    desc: true,
    limit: 1,
  });
  if (!latest) return null;
  const [current, before] = await Promise.all([
    readCounted(store, campaign, duty.id, latest.period),
    readCounted(store, campaign, duty.id, previousPeriod(campaign, duty, latest.period)),
  ]);
  return { duty, current, before };
}

const ASKED_FOR = ['open', 'submitted', 'returned', 'accepted'] as const;
const OPEN_TASKS = ['dispatched', 'in_progress', 'in_review'] as const;

/** What a consultation is described from at `now`; its numbers are those known when it started, once it has. */
export async function readConsultationSources(
  store: Store,
  campaign: Campaign,
  row: ConsultationRow,
  now: Instant,
): Promise<ConsultationSources> {
  const decided = (row.minutes?.decisions ?? []).flatMap(({ task }) => (task === null ? [] : [task]));
  const [topics, attendance, open, own, collected, tasks] = await Promise.all([
    store.list('topic', { where: { consultation: row.id }, orderBy: 'at' }),
    store.list('attendance', { where: { consultation: row.id } }),
    readOpenTasks(store, campaign),
    store.list('obligation', { where: { campaign: campaign.id, duty: row.duty, period: row.period } }),
    readCollected(store, campaign, row.startsAt < now ? row.startsAt : now),
    decided.length === 0 ? [] : store.list('task', { where: { id: { in: decided } } }),
  ]);
  const isOpen = new Set(open.map(({ id }) => id));
  const closed = tasks.filter(({ id }) => !isOpen.has(id));
  return { row, topics, attendance, tasks: [...open, ...closed], collected, own };
}
