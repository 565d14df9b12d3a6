// Times reckoned from the time of the question before: and the day after, 再前一周. Knows readings and spans, no intent.

import { as, type CivilDate } from '../../domain/ids.ts';
import { addDays } from '../../domain/zone.ts';
import type { Reading } from './reading.ts';
import { type Scan, take } from './scan.ts';
import { day, monthSpan, relativeMonth, type Time, weekOfDay, weekSpan } from './spans.ts';

/** The time of a question as a span; null where it has none, or one that has no neighbours. */
function timeOf({ period, from, to }: Reading): Time | null {
  const week = /^(\d{4})-W(\d\d)$/.exec(period ?? '');
  if (week) return weekSpan(Number(week[1]), Number(week[2]));
  const month = /^(\d{4})-(\d\d)$/.exec(period ?? '');
  if (month) return monthSpan(Number(month[1]), Number(month[2]));
  const one = from ?? to;
  return one === undefined ? null : day(as<CivilDate>(one));
}

type Grain = 'day' | 'week' | 'month';

const beside = ({ from }: Time, grain: Grain, count: number): Time | null =>
  grain === 'day'
    ? day(addDays(from, count))
    : grain === 'week'
      ? weekOfDay(addDays(from, 7 * count))
      : relativeMonth(from, count);

const BESIDE =
  /(?<![a-z])(?:the )?(day|week|month) (after|before)(?: that)?(?![a-z]| (?:tomorrow|yesterday|next|last))|(?:再)?(?:往)?(前|后)(?:面)?(?:的)?(?:那)?(?:一)?(天|周|个星期|个月)(?!内|之内|以内)/g;

/** Finds days, weeks and months that lie beside those of the question before. */
export function takeRelative(scan: Scan, before: Reading): void {
  const base = timeOf(before);
  if (!base) return;
  take(scan, BESIDE, ([raw, english, side, way, grain]) => {
    const of = (english ??
      { 天: 'day', 周: 'week' }[grain!] ??
      (/月/.test(grain!) ? 'month' : 'week')) as Grain;
    const time = beside(base, of, side === 'before' || way === '前' ? -1 : 1);
    return time && { letter: 'T', raw, time };
  });
}
