// What a unit reported last, or in the period that was named: what 查看 says, to those who may read it. In a month or a phase
// it is the newest report of those that belong to it.

import { as, type UnitId } from '../../domain/ids.ts';
import type { Reading } from '../ask/reading.ts';
import { call } from '../calling.ts';
import type { Context } from '../command.ts';
import { ownUnits } from '../own-rows.ts';
import { refused } from '../review-row.ts';
import type { Answerer } from './answerer.ts';
import { chooseUnit } from './clarify.ts';
import { daysNamed, lastBegun, rowsWithin, type Spanned, spanMeant } from './span.ts';
import { whoseAsked } from './whose.ts';

/** Of several periods the newest in which the unit filed, else the newest that has a row. */
async function periodWithReport(context: Context, spanned: Spanned, unit: UnitId | undefined) {
  const rows = await rowsWithin(context, spanned, unit === undefined ? [] : [unit]);
  const row = rows.findLast(({ latestNo }) => latestNo > 0) ?? rows.at(-1);
  return row?.period ?? lastBegun(context, spanned).period;
}

async function whichPeriod(context: Context, reading: Reading, unit: UnitId | undefined) {
  if (!daysNamed(context, reading)) return reading.duty ? { duty: reading.duty } : {};
  const spanned = spanMeant(context, reading);
  if ('refusal' in spanned) return spanned;
  return { duty: spanned.duty.id, period: await periodWithReport(context, spanned, unit) };
}

/** Shows a unit's report. */
export const answerLatest: Answerer = async (context, reading) => {
  const { units } = whoseAsked(context, reading);
  if (units && units.length > 1) return chooseUnit(context, { ...reading, units });
  const unit = units?.[0] ?? (ownUnits(context).length === 1 ? ownUnits(context)[0] : undefined);
  const when = await whichPeriod(context, reading, unit);
  if ('refusal' in when) return refused(when.refusal);
  return call(context, 'show', { ...(units && { unit: as<UnitId>(units[0]!) }), ...when });
};
