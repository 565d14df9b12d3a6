// The clocks of a task: its deadline, the time to sign for it, and when feedback is wanted. What is told outside the
// reminder hours is told at their next opening, and every clock starts when it is told.

import type { Calendar } from '../calendar.ts';
import { as, type CivilDate, type Instant } from '../ids.ts';
import { nextSlot, type Telling } from '../telling.ts';
import { addDays, dateOf } from '../zone.ts';
import { isProvisional } from './chain.ts';
import { endOfDayOn } from './task.ts';
import type { FeedbackRhythm, TaskPriority, TaskRow, TaskStep } from './things.ts';

const HOUR_MS = 3_600_000;
/** 紧急 and 特急 are signed for within this time (product.md, "Supervised tasks"). */
export const URGENT_SIGNING_MS = 2 * HOUR_MS;
const DAYS_A_WEEK = 7;

export type Clock = Omit<Telling, 'presence'>;

/** The civil day on which what is decided now is told. */
export const toldOn = (clock: Clock): CivilDate => dateOf(nextSlot(clock), clock.campaign.zone);

/** Until when a task is to be signed for: the end of the next working day after it is told; if urgent, two hours after. */
export function signByOf(clock: Clock, priority: TaskPriority): Instant {
  if (priority !== 'normal') return as<Instant>(nextSlot(clock) + URGENT_SIGNING_MS);
  return endOfDayOn(clock.campaign, clock.calendar.addWorkingDays(toldOn(clock), 1));
}

/**
 * Whether a task that is told now leaves less than one working day until this deadline: it is told after the end of the
 * working day before the deadline's last working day. Allowed, flagged, and excluded from scores.
 */
export function isShortNotice(clock: Clock, dueOn: CivilDate): boolean {
  const { calendar, campaign } = clock;
  const lastDay = calendar.lastWorkingDay(dueOn);
  return nextSlot(clock) > endOfDayOn(campaign, calendar.addWorkingDays(lastDay, -1));
}

/**
 * When feedback is wanted next, counted from the day after `from`: the N-th working day, or the same weekday of next week
 * (the first working day from then on); null where that lies after the deadline or nothing is asked.
 */
export function nextFeedbackOn(
  calendar: Calendar,
  rhythm: FeedbackRhythm | null,
  from: CivilDate,
  dueOn: CivilDate,
): CivilDate | null {
  if (!rhythm) return null;
  const on =
    rhythm.every === 'week'
      ? calendar.firstWorkingDay(addDays(from, DAYS_A_WEEK))
      : calendar.addWorkingDays(from, rhythm.days);
  return on <= dueOn ? on : null;
}

/**
 * On which days feedback that is wanted on `first` is asked for while none comes: again in the rhythm, a weekly one on the
 * weekday of the first (the first working day from then on), the deadline's day included.
 */
export function feedbackDays(
  calendar: Calendar,
  rhythm: FeedbackRhythm | null,
  first: CivilDate,
  dueOn: CivilDate,
): CivilDate[] {
  const days = [first];
  if (!rhythm) return days;
  for (let n = 1; ; n++) {
    const day =
      rhythm.every === 'week'
        ? calendar.firstWorkingDay(addDays(first, n * DAYS_A_WEEK))
        : calendar.addWorkingDays(first, n * rhythm.days);
    if (day > dueOn) return days;
    days.push(day);
  }
}

/** The columns of a deadline that is set now, of a task with these steps; the ladder starts again for it. */
export const deadlineColumns = (clock: Clock, dueOn: CivilDate, steps: readonly TaskStep[]) => ({
  dueOn,
  dueAt: endOfDayOn(clock.campaign, dueOn),
  provisional: isProvisional(clock.calendar, { dueOn, steps }),
  plannedThrough: clock.now,
  steps: [...steps],
});

/** The deadline of a return, a reopening or another unit that names none: the next working day, or the old if later. */
export function defaultDueOn({ campaign, calendar, now }: Clock, row: Pick<TaskRow, 'dueOn'>): CivilDate {
  const nextDay = calendar.addWorkingDays(dateOf(now, campaign.zone), 1);
  return nextDay > row.dueOn ? nextDay : row.dueOn;
}
