// The hours in which Duban may speak unasked: 08:30–18:00 of working days that are not quiet ones, both ends included
// (product.md, "Reminders").
// Before a deadline a reminder moves earlier into them, after it later. The campaign's working_hours play no part here.

import type { Calendar } from './calendar.ts';
import { as, type CivilDate, type CivilTime, type Instant } from './ids.ts';
import { addDays, dateOf, instantOf } from './zone.ts';

/** Reminder hours; both ends belong to them. */
export const REMINDER_HOURS = { from: as<CivilTime>('08:30'), to: as<CivilTime>('18:00') } as const;

const opening = (date: CivilDate, zone: string): Instant => instantOf(date, REMINDER_HOURS.from, zone);
const closing = (date: CivilDate, zone: string): Instant => instantOf(date, REMINDER_HOURS.to, zone);

// Quiet days are passed over whole: somebody may write years of them, and slots are asked for thousands of times.
const lastSpeakingDay = (onOrBefore: CivilDate, calendar: Calendar): CivilDate => {
  const date = calendar.lastWorkingDay(onOrBefore);
  const quiet = calendar.quietOn(date);
  return quiet ? lastSpeakingDay(addDays(quiet.from, -1), calendar) : date;
};

const firstSpeakingDay = (onOrAfter: CivilDate, calendar: Calendar): CivilDate => {
  const date = calendar.firstWorkingDay(onOrAfter);
  const quiet = calendar.quietOn(date);
  return quiet ? firstSpeakingDay(addDays(quiet.to, 1), calendar) : date;
};

/** The latest instant inside the reminder hours that is not after `at`. */
export function slotBefore(at: Instant, calendar: Calendar, zone: string): Instant {
  const today = dateOf(at, zone);
  if (calendar.isSpeaking(today) && at >= opening(today, zone)) {
    return as<Instant>(Math.min(at, closing(today, zone)));
  }
  return closing(lastSpeakingDay(addDays(today, -1), calendar), zone);
}

/** The earliest instant inside the reminder hours that is not before `at`. */
export function slotAfter(at: Instant, calendar: Calendar, zone: string): Instant {
  const today = dateOf(at, zone);
  if (calendar.isSpeaking(today) && at <= closing(today, zone)) {
    return as<Instant>(Math.max(at, opening(today, zone)));
  }
  return opening(firstSpeakingDay(addDays(today, 1), calendar), zone);
}

/** Whether a reminder may go out at this instant. */
export const isInHours = (at: Instant, calendar: Calendar, zone: string): boolean =>
  slotAfter(at, calendar, zone) === at;

/** The earliest 08:30 that is not before `at`, on any day, working or not: for what cannot wait for a working one. */
export function nextMorning(at: Instant, zone: string): Instant {
  const today = dateOf(at, zone);
  return opening(at <= opening(today, zone) ? today : addDays(today, 1), zone);
}
