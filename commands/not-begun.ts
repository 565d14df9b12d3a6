// An answer about periods that have not begun: there is nothing to count yet, so it says when they begin and what will be due
// then. Periods of which one has begun, or whose rows stand in the ledger already, are answered for as any others.

import type { Coming } from '../domain/ask/facts.ts';
import type { Duty } from '../domain/campaign.ts';
import type { PeriodFacts, UnitFacts } from '../domain/facts.ts';
import type { UnitId } from '../domain/ids.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Deadline } from '../domain/periods.ts';
import type { PlanView } from '../domain/plan.ts';
import type { Context } from './command.ts';
import { planView, rowsOpened } from './expected-rows.ts';
import { describeRow } from './ledger.ts';

/** The periods of a duty that were asked about, by time. */
type Asked = { duty: Duty; deadlines: readonly Deadline[] };
/** Of whom: `units` null for all; those that were named, and the area, for the scope. */
type Of = { units: readonly UnitId[] | null; named?: UnitFacts[] | null; area?: string | null };

async function comingOf(
  context: Context,
  view: PlanView,
  { duty, deadlines }: Asked,
  units: Of['units'],
): Promise<Coming[]> {
  const [first] = deadlines;
  if (!first || deadlines.some(({ opensAt }) => opensAt <= context.at)) return [];
  const rows = rowsOpened(view, duty, first, (unit) => units === null || units.includes(unit));
  const [row] = rows;
  if (!row) return [];
  const facts = await describeRow(context, row);
  return [{ first: facts, opensAt: first.opensAt, units: rows.length, periods: deadlines.length }];
}

/** Says when these periods begin; null where one has begun, or nobody will owe anything. `whole`: the longer span named. */
export async function notBegun(
  context: Context,
  asked: readonly Asked[],
  { units, named = null, area = null }: Of,
  whole: PeriodFacts | null = null,
): Promise<Outcome | null> {
  const { at, actor } = context;
  if (asked.every(({ deadlines }) => deadlines.some(({ opensAt }) => opensAt <= at))) return null;
  const view = await planView(context);
  const all = await Promise.all(asked.map((each) => comingOf(context, view, each, units)));
  const [first, ...others] = all.flat();
  if (!first) return null;
  return {
    kind: 'not_begun',
    now: at,
    zone: actor.campaign.definition.zone,
    campaign: actor.campaign.id,
    area,
    ...(named && { units: named }),
    period: whole,
    coming: [first, ...others],
  };
}
