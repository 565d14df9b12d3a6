// Which reports came in on a day or some days, of whichever period they are: 今天谁交了, who filed late yesterday. By the day of
// the first version; a correction is no second report.

import { as, type CivilTime, type ObligationId, type Period, type UnitId } from '../../domain/ids.ts';
import { TIMED, type TimedRow } from '../../domain/obligation.ts';
import { daysBetween, instantOf } from '../../domain/zone.ts';
import type { Slots } from '../ask/reading.ts';
import type { Context } from '../command.ts';
import type { Days, Spanned } from './span.ts';

const DAYS_OF_A_WEEK = 7;

/** The days that were named, where they are fewer than a week has; a week's reports are those of the week. */
export function daysInWeek({ from, to }: Slots): Days | null {
  return from && to && daysBetween(from, to) < DAYS_OF_A_WEEK - 1 ? { from, to } : null;
}

type Came = { ids: ObligationId[]; periods: Set<Period> };

/** The rows of a duty that came in on these days and are so. */
export async function cameIn(
  context: Context,
  { duty }: Pick<Spanned, 'duty'>,
  days: Days,
  units: readonly UnitId[] | null,
  isSo: (row: TimedRow) => boolean,
): Promise<Came> {
  const { zone } = context.actor.campaign.definition;
  const since = instantOf(days.from, as<CivilTime>('00:00'), zone);
  const until = instantOf(days.to, as<CivilTime>('24:00'), zone);
  const where = {
    campaign: context.actor.campaign.id,
    duty: duty.id,
    ...(units && { unit: { in: units } }),
    firstFiledAt: { gte: since },
  };
  const rows = await context.store.pick('obligation', ['id', 'period', ...TIMED], { where });
  const came = rows.filter((row) => (row.firstFiledAt ?? until) < until && isSo(row));
  return { ids: came.map(({ id }) => id), periods: new Set(came.map(({ period }) => period)) };
}
