// What commands read of the ledger, and the scene they describe it in. Reads only; writing is commit.ts.

import type { Acting } from '../domain/audit.ts';
import type { Duty } from '../domain/campaign.ts';
import type { ObligationFacts, ReportFacts } from '../domain/facts.ts';
import type { ObligationId, Period, UnitId } from '../domain/ids.ts';
import { obligationId } from '../domain/ids.ts';
import { dutyOf, obligationFacts, reportFacts, type Scene } from '../domain/obligation-facts.ts';
import { previousPeriod } from '../domain/periods.ts';
import { type Presence, presenceOn } from '../domain/recipients.ts';
import type { ObligationRow, SubmissionRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import type { Context } from './command.ts';

/** The campaign and who is who, at the moment of the command. */
export async function sceneOf({ store, actor, at }: Context): Promise<Scene> {
  const people = await store.list('person');
  return {
    campaign: actor.campaign.definition,
    calendar: actor.calendar,
    now: at,
    people: new Map(people.map((row) => [row.id, row])),
  };
}

/** Who is in office, away and reachable today. */
export async function presenceNow({ store, actor, at }: Context): Promise<Presence> {
  const campaign = actor.campaign.definition;
  const [leaves, people] = await Promise.all([
    store.list('leave', { where: { campaign: campaign.id } }),
    store.list('person'),
  ]);
  return presenceOn(dateOf(at, campaign.zone), campaign, leaves, people);
}

export const actingOf = ({ actor, at }: Context): Acting => ({
  campaign: actor.campaign.id,
  by: actor.person.id,
  at,
});

/** The rows of one duty and period, in the campaign's unit order. */
export async function rowsOf(
  { store, actor }: Context,
  duty: Duty,
  period: Period,
): Promise<ObligationRow[]> {
  const campaign = actor.campaign.definition;
  const rows = await store.list('obligation', { where: { campaign: campaign.id, duty: duty.id, period } });
  const order = new Map(campaign.units.map(({ id }, index) => [id, index]));
  return rows.sort((a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0));
}

/** The newest submission of each row that has one. */
export async function latestOf(
  { store }: Pick<Context, 'store'>,
  rows: readonly ObligationRow[],
): Promise<Map<ObligationId, SubmissionRow>> {
  const ids = rows.filter(({ latestNo }) => latestNo > 0).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const all = await store.list('submission', { where: { obligation: { in: ids } }, orderBy: 'no' });
  return new Map(all.map((submission) => [submission.obligation, submission]));
}

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
export async function lastReport(
  { store, actor }: Context,
  row: ObligationRow,
): Promise<SubmissionRow | null> {
  const campaign = actor.campaign.definition;
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
