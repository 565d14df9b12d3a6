// What commands read of the ledger, and the scene they describe it in. Reads only; writing is commit.ts.

import { readFiled, readLastReport, readLatest, readPeople, readPresence, readRows } from '../db/reads.ts';
import type { Acting } from '../domain/audit.ts';
import type { Duty } from '../domain/campaign.ts';
import type { ObligationFacts, ReportFacts } from '../domain/facts.ts';
import { type ObligationId, obligationId, type Period, type PersonId, type UnitId } from '../domain/ids.ts';
import { type DescribedRow, obligationFacts, reportFacts, type Scene } from '../domain/obligation-facts.ts';
import type { Presence } from '../domain/recipients.ts';
import type { ObligationRow, SubmissionRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import type { Context } from './command.ts';

/** The campaign and who is who (everybody, or these people), at the moment of the command. */
export const sceneOf = async (
  { store, actor, at }: Context,
  among?: readonly PersonId[],
): Promise<Scene> => ({
  campaign: actor.campaign.definition,
  calendar: actor.calendar,
  now: at,
  people: await readPeople(store, among),
});

/** Who is in office, away and reachable today. */
export const presenceNow = ({ store, actor: { campaign }, at }: Context): Promise<Presence> =>
  readPresence(store, campaign.definition, dateOf(at, campaign.definition.zone));

export const actingOf = ({ actor, at }: Context): Acting => ({
  campaign: actor.campaign.id,
  by: actor.person.id,
  at,
});

/** The rows of one duty and period, in the campaign's unit order. */
export const rowsOf = ({ store, actor }: Context, duty: Duty, period: Period): Promise<ObligationRow[]> =>
  readRows(store, actor.campaign.definition, duty.id, period);

/** The newest submission of each row that has one. */
export const latestOf = (
  { store }: Pick<Context, 'store'>,
  rows: readonly ObligationRow[],
): Promise<Map<ObligationId, SubmissionRow>> => readLatest(store, rows);

/** Rows as facts, each with its newest submission. */
export async function describeRows(
  context: Context,
  rows: readonly DescribedRow[],
): Promise<ObligationFacts[]> {
  if (rows.length === 0) return [];
  const latest = await readFiled(context.store, rows);
  // Of a row only who filed it is named.
  const scene = await sceneOf(
    context,
    [...latest.values()].map(({ filedBy }) => filedBy),
  );
  return rows.map((row) => obligationFacts(scene, row, latest.get(row.id) ?? null));
}

export const describeRow = async (context: Context, row: DescribedRow): Promise<ObligationFacts> =>
  (await describeRows(context, [row]))[0]!;

/** The newest report of the same duty and unit in the period before, for comparison and 与上周相同; null if none. */
export const lastReport = ({ store, actor }: Context, row: ObligationRow): Promise<SubmissionRow | null> =>
  readLastReport(store, actor.campaign.definition, row);

/** One submission as facts, compared with the period before. */
export async function describeReport(
  context: Context,
  row: ObligationRow,
  submission: SubmissionRow,
): Promise<ReportFacts> {
  const [scene, before] = await Promise.all([
    sceneOf(context, [submission.filedBy]),
    lastReport(context, row),
  ]);
  return reportFacts(scene, row, submission, before);
}

/** Every row that these units owe or owed, by deadline. */
export const rowsOfUnits = ({ store, actor }: Context, units: readonly UnitId[]): Promise<ObligationRow[]> =>
  units.length === 0
    ? Promise.resolve([])
    : store.list('obligation', {
        where: { campaign: actor.campaign.id, unit: { in: units } },
        orderBy: 'dueAt',
      });

const OWED: ObligationRow['state'][] = ['open', 'returned'];

/** The rows that these units still owe, by deadline. */
export const owedByUnits = ({ store, actor }: Context, units: readonly UnitId[]): Promise<ObligationRow[]> =>
  units.length === 0
    ? Promise.resolve([])
    : store.list('obligation', {
        where: { campaign: actor.campaign.id, unit: { in: units }, state: { in: OWED } },
        orderBy: 'dueAt',
      });

/** What these units filed and can still correct: it lies with the office, and its period has not closed. */
export const correctableOf = (
  { store, actor, at }: Context,
  units: readonly UnitId[],
): Promise<ObligationRow[]> =>
  units.length === 0
    ? Promise.resolve([])
    : store.list('obligation', {
        where: {
          campaign: actor.campaign.id,
          unit: { in: units },
          state: 'submitted',
          closesAt: { gt: at },
        },
        orderBy: 'dueAt',
      });

/** One unit's rows of these duties and periods, as far as they are in the ledger. */
export function rowsNamed(
  { store, actor }: Context,
  unit: UnitId,
  named: readonly { duty: Duty['id']; period: Period }[],
): Promise<ObligationRow[]> {
  const ids = named.map(({ duty, period }) => obligationId(actor.campaign.id, duty, unit, period));
  return ids.length === 0
    ? Promise.resolve([])
    : store.list('obligation', { where: { id: { in: ids } }, orderBy: 'dueAt' });
}

/** Rows that were read by several questions, each once, by deadline. */
export const inDueOrder = (rows: readonly ObligationRow[]): ObligationRow[] =>
  [...new Map(rows.map((row) => [row.id, row])).values()].sort(
    (a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1),
  );

/** Names of the office's people, to whom somebody is referred. */
export function officeContact({ actor }: Context): string[] {
  const staff = actor.campaign.definition.people.filter(({ role, to }) => role === 'office_staff' && !to);
  return staff.map(({ name }) => name);
}
