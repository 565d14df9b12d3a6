// What commands read of the ledger, and the scene they describe it in. Reads only; writing is commit.ts.

import { readLastReport, readLatest, readPeople, readPresence, readRows } from '../db/reads.ts';
import type { Acting } from '../domain/audit.ts';
import type { Duty } from '../domain/campaign.ts';
import type { ObligationFacts, ReportFacts } from '../domain/facts.ts';
import type { ObligationId, Period, UnitId } from '../domain/ids.ts';
import { obligationFacts, reportFacts, type Scene } from '../domain/obligation-facts.ts';
import type { Presence } from '../domain/recipients.ts';
import type { ObligationRow, SubmissionRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import type { Context } from './command.ts';

/** The campaign and who is who, at the moment of the command. */
export const sceneOf = async ({ store, actor, at }: Context): Promise<Scene> => ({
  campaign: actor.campaign.definition,
  calendar: actor.calendar,
  now: at,
  people: await readPeople(store),
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
  rows: readonly ObligationRow[],
): Promise<ObligationFacts[]> {
  const [scene, latest] = await Promise.all([sceneOf(context), latestOf(context, rows)]);
  return rows.map((row) => obligationFacts(scene, row, latest.get(row.id) ?? null));
}

export const describeRow = async (context: Context, row: ObligationRow): Promise<ObligationFacts> =>
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
  const [scene, before] = await Promise.all([sceneOf(context), lastReport(context, row)]);
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

/** Names of the office's people, to whom somebody is referred. */
export function officeContact({ actor }: Context): string[] {
  const staff = actor.campaign.definition.people.filter(({ role, to }) => role === 'office_staff' && !to);
  return staff.map(({ name }) => name);
}
