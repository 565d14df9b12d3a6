// What a holiday does to a deadline (product.md, "Time"): keep it, take it later (顺延) or earlier (提前).
// Invariant: a shift never leaves its period.
//
//   wanted day | rule     | enough working days on its side | too few there        | none there
//   working    | any      | stays                           |                      |
//   off        | keep     | stays                           |                      |
//   off        | next+N   | the N-th working day after      | the last of period   | nearest before
//   off        | previous | the working day before          | –                    | nearest after
//   off, and no working day in the whole period: stays; the period is waived by the calendar.

import type { Calendar } from './calendar.ts';
import type { HolidayRule } from './campaign.ts';
import type { CivilDate } from './ids.ts';

export type CivilSpan = { from: CivilDate; to: CivilDate };
/** `clamped`: the period was too short for the rule's own day, so the nearest to it inside was taken. */
export type Rolled = { on: CivilDate; clamped: boolean };

/** Whether no day of the span is worked. */
export const hasNoWorkingDay = (span: CivilSpan, calendar: Calendar): boolean =>
  calendar.firstWorkingDay(span.from) > span.to;

function rollLater(wanted: CivilDate, nth: number, span: CivilSpan, calendar: Calendar): Rolled {
  const on = calendar.addWorkingDays(wanted, nth);
  // The last working day of the period is the farthest after `wanted`, or, if none is after, the nearest before.
  return on <= span.to ? { on, clamped: false } : { on: calendar.lastWorkingDay(span.to), clamped: true };
}

function rollEarlier(wanted: CivilDate, span: CivilSpan, calendar: Calendar): Rolled {
  const on = calendar.lastWorkingDay(wanted);
  return on >= span.from
    ? { on, clamped: false }
    : { on: calendar.firstWorkingDay(span.from), clamped: true };
}

/** The day on which a deadline wanted on `wanted` falls; `wanted` lies inside `span`. */
export function rollDeadline(
  wanted: CivilDate,
  rule: HolidayRule,
  span: CivilSpan,
  calendar: Calendar,
): Rolled {
  if (calendar.isWorking(wanted) || hasNoWorkingDay(span, calendar)) return { on: wanted, clamped: false };
  switch (rule.roll) {
    case 'keep':
      return { on: wanted, clamped: false };
    case 'next':
      return rollLater(wanted, rule.nth, span, calendar);
    case 'previous':
      return rollEarlier(wanted, span, calendar);
  }
}
