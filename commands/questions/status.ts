// How a unit, an area, a duty, a phase or the whole campaign stands: what 状态 says; over a month or a phase, of which there
// is more than one period, how punctual the units were.

import type { ActionInput } from '../../domain/actions.ts';
import { call } from '../calling.ts';
import { refused } from '../review-row.ts';
import type { Answerer } from './answerer.ts';
import { chooseUnit } from './clarify.ts';
import { isTimed, lastBegun, spanMeant } from './span.ts';
import { answerTask } from './tasks.ts';
import { answerTimeliness } from './timeliness.ts';
import { whoseAsked } from './whose.ts';

/** Shows how what was named stands. */
export const answerStatus: Answerer = async (context, reading, text) => {
  if (reading.task !== undefined) return answerTask(context, reading, text);
  const { units, named } = whoseAsked(context, reading);
  if (named && named.length > 1) return chooseUnit(context, reading);
  const unit: ActionInput = named ? { unit: named[0]!.id } : {};
  const area: ActionInput = !named && units && reading.area ? { area: reading.area } : {};
  const duty: ActionInput = reading.duty ? { duty: reading.duty } : {};
  if (!isTimed(reading)) return call(context, 'status', { ...unit, ...area, ...duty });
  const spanned = spanMeant(context, reading);
  if ('refusal' in spanned) return refused(spanned.refusal);
  // A month, a phase, or weeks in a row: one of them alone would be a part of the answer.
  if (spanned.whole) return answerTimeliness(context, reading, text);
  const { period } = lastBegun(context, spanned);
  // A unit may owe several duties in one month or week: without a duty's name all of them are shown.
  const isOfPeriod = named && !reading.duty && reading.period === period;
  return call(context, 'status', {
    ...unit,
    ...area,
    ...(isOfPeriod ? {} : { duty: spanned.duty.id }),
    period,
  });
};
