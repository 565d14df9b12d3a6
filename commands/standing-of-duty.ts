// How one duty stands in one period, for 状态, 谁没报 and Home alike: the same rows, the same counts.

import { figureTotals, SUMMED, type SummedRow } from '../domain/bulletin.ts';
import type { Duty } from '../domain/campaign.ts';
import type { Counts, FigureTotal, ObligationFacts, UnitFacts } from '../domain/facts.ts';
import type { Period, UnitId } from '../domain/ids.ts';
import { countsOf, isMissing, isOwed, isStillToCome } from '../domain/obligation.ts';
import { unitFacts } from '../domain/obligation-facts.ts';
import { previousPeriod } from '../domain/periods.ts';
import { isOffice } from '../domain/permission.ts';
import { stepsOf } from '../domain/reminders.ts';
import { formFields } from '../domain/report-form.ts';
import { maySee } from '../domain/sight.ts';
import type { ObligationRow } from '../domain/things.ts';
import type { Context } from './command.ts';
import { describeRows, rowsOf } from './ledger.ts';

/** One duty's period in the ledger; `units` narrows it to some units. */
export type DutyStanding = { duty: Duty; period: Period; rows: ObligationRow[]; before: SummedRow[] };

const figuresOf = ({ store, actor }: Context, duty: Duty, period: Period) =>
  store.pick('obligation', ['unit', ...SUMMED], {
    where: { campaign: actor.campaign.id, duty: duty.id, period },
    orderBy: 'unit',
  });

/** Reads a duty's rows of a period, and the figures of the one before. */
export async function readStanding(
  context: Context,
  duty: Duty,
  period: Period,
  units?: readonly UnitId[],
): Promise<DutyStanding> {
  const earlier = previousPeriod(context.actor.campaign.definition, duty, period);
  const [rows, before] = await Promise.all([
    rowsOf(context, duty, period),
    earlier ? figuresOf(context, duty, earlier) : [],
  ]);
  const among = ({ unit }: Pick<ObligationRow, 'unit'>) => !units || units.includes(unit);
  return { duty, period, rows: rows.filter(among), before: before.filter(among) };
}

export const standingCounts = ({ at }: Context, { rows }: DutyStanding): Counts => countsOf(rows, at);

/** The rows that count as 未报 now. */
export const missingRows = ({ at }: Context, { rows }: DutyStanding): ObligationRow[] =>
  rows.filter((row) => isMissing(row, at));

export const missingUnits = (context: Context, standing: DutyStanding): UnitFacts[] =>
  missingRows(context, standing).map(({ unit }) => unitFacts(context.actor.campaign.definition, unit));

export const describeMissing = (context: Context, standing: DutyStanding): Promise<ObligationFacts[]> =>
  describeRows(context, missingRows(context, standing));

/** Whether the office can chase somebody: it is the office, and a unit of the list still owes. */
export const mayChase = (context: Context, standing: DutyStanding): boolean =>
  isOffice(context.actor.postings) && standing.duty.kind === 'report' && standing.rows.some(isOwed);

/** Sums of the figures that the duty's form asks for, over these rows and those before. Contents: whose they are is asked first. */
export function sumFigures(
  { actor }: Context,
  { duty, rows, before }: { duty: Duty; rows: readonly SummedRow[]; before: readonly SummedRow[] },
): FigureTotal[] {
  const { definition } = actor.campaign;
  const asked = formFields(definition, duty).filter(({ type }) => type === 'figure');
  return figureTotals(definition, rows, before).filter(({ id }) => asked.some((field) => field.id === id));
}

/** The same of all units; only for those who see every unit's reports. Half a week is not held against a whole one. */
export function standingFigures(context: Context, standing: DutyStanding): FigureTotal[] {
  if (!maySee(context.actor.postings, { kind: 'contents', unit: null })) return [];
  const isComing = standing.rows.some((row) => isStillToCome(row, context.at));
  return sumFigures(context, isComing ? { ...standing, before: [] } : standing);
}

/** Red: a unit still owes after the last escalation of its ladder (product.md, "Reminders"); without one, once it is 漏报. */
export function isRed({ actor, at }: Context, { duty, rows }: DutyStanding): boolean {
  const { definition } = actor.campaign;
  return rows.filter(isOwed).some((row) => {
    const last = stepsOf(definition, duty, row, actor.calendar).findLast(({ kind }) => kind === 'escalation');
    return at >= (last?.slotAt ?? row.missedAt);
  });
}
