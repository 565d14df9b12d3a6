// Civil time and instants: the only place where a wall clock in a zone meets the time line.
// Civil dates are reckoned by date-fns in UTC, zone offsets come from tzOffset; the zone of the process never takes part.
// Invariant: dateOf(instantOf(d, t, z), z) is d for every time below 24:00 that exists on that day.

import { tzOffset } from '@date-fns/tz';
import { utc } from '@date-fns/utc';
import { addDays as addDaysTo } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { getISODay } from 'date-fns/getISODay';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import { as, type CivilDate, type CivilTime, type Instant } from './ids.ts';

const UTC = { in: utc };
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Offsets, weeks and written dates cost microseconds each, and every tick asks for the same ones; a full memory starts anew. */
const MOST_REMEMBERED = 20_000;
const instants = new Map<string, Instant>();
const dates = new Map<number, CivilDate>();
const weeks = new Map<CivilDate, string>();

function remember<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): Value {
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, value);
  return value;
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const midnightMs = (date: CivilDate): number => Date.parse(date);
const civilDate = (ms: number): CivilDate =>
  dates.get(ms) ?? remember(dates, ms, as<CivilDate>(new Date(ms).toISOString().slice(0, 10)));

/** The civil date `days` after `date` (before it, if negative). */
export const addDays = (date: CivilDate, days: number): CivilDate => civilDate(+addDaysTo(date, days, UTC));

/** How many days `b` lies after `a`; negative if it lies before. */
export const daysBetween = (a: CivilDate, b: CivilDate): number => differenceInCalendarDays(b, a, UTC);

/** The ISO weekday of a civil date: Monday is 1, Sunday is 7. */
export const weekdayOf = (date: CivilDate): Weekday => getISODay(date, UTC) as Weekday;

/** The ISO week in which a civil date lies, `2016-W31`. */
export const weekOf = (date: CivilDate): string =>
  weeks.get(date) ??
  remember(weeks, date, `${getISOWeekYear(date, UTC)}-W${String(getISOWeek(date, UTC)).padStart(2, '0')}`);

/** The Monday of the ISO week in which a civil date lies. */
export const mondayOf = (date: CivilDate): CivilDate => civilDate(+startOfISOWeek(date, UTC));

/** The last day of the month in which a civil date lies. */
export const endOfMonth = (date: CivilDate): CivilDate => civilDate(+lastDayOfMonth(date, UTC));

function offsetMs(zone: string, ms: number): number {
  const minutes = tzOffset(zone, new Date(ms));
  if (Number.isNaN(minutes)) throw new RangeError(`Not a time zone: ${zone}`);
  return Math.round(minutes * MINUTE_MS);
}

function localMs(date: CivilDate, time: CivilTime): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return midnightMs(date) + (hours * 60 + minutes) * MINUTE_MS;
}

/** A day either side of a wall clock reading lie the only two offsets which it can have. */
function resolve(local: number, zone: string): Instant {
  const early = local - offsetMs(zone, local - DAY_MS);
  const late = local - offsetMs(zone, local + DAY_MS);
  const real = [early, late].filter((at) => at + offsetMs(zone, at) === local);
  return as<Instant>(real.length > 0 ? Math.min(...real) : Math.max(early, late));
}

/**
 * The instant at which clocks in `zone` show this date and time; 24:00 is 00:00 of the next day.
 * A time that clocks skip (spring) means the later valid instant, as much after the gap as it was after the gap's start;
 * one that they show twice (autumn) means the first. Throws RangeError for an unknown zone.
 */
export function instantOf(date: CivilDate, time: CivilTime, zone: string): Instant {
  const key = `${zone} ${date} ${time}`;
  return instants.get(key) ?? remember(instants, key, resolve(localMs(date, time), zone));
}

/** What calendar and clock in `zone` show at an instant; seconds are cut off. Throws RangeError for an unknown zone. */
export function civilOf(at: Instant, zone: string): { date: CivilDate; time: CivilTime } {
  const local = new Date(at + offsetMs(zone, at)).toISOString();
  return { date: as<CivilDate>(local.slice(0, 10)), time: as<CivilTime>(local.slice(11, 16)) };
}

/** The civil date in `zone` at an instant. Throws RangeError for an unknown zone. */
export const dateOf = (at: Instant, zone: string): CivilDate => civilOf(at, zone).date;

/** Whether `zone` is the name of a time zone such as `Asia/Shanghai`; a bare offset such as `+08:00` is none. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Reads `YYYY-MM-DD`; null for any other form and for a day that no calendar has, such as 2026-02-29. */
export function parseDate(text: string): CivilDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) || civilDate(ms) !== text ? null : as<CivilDate>(text);
}

/** Reads a time of day between `0:00` and `24:00` into `HH:mm`; null for anything else. */
export function parseTime(text: string): CivilTime | null {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const isWithinDay = Number(hours) < 24 || (Number(hours) === 24 && minutes === '00');
  return isWithinDay ? as<CivilTime>(`${hours.padStart(2, '0')}:${minutes}`) : null;
}

const ISO_INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)$/;

function parseOffsetMs(text: string): number | null {
  if (text === 'Z') return 0;
  const time = parseTime(`${text.slice(1, 3)}:${text.slice(-2)}`);
  if (time === null || time > '18:00') return null;
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
}

/** Reads an ISO 8601 date and time; null if it has no offset (`Z` or `+08:00`) or if date, time or offset do not exist. */
export function parseInstant(iso: string): Instant | null {
  const [, dateText, timeText, seconds = '0', fraction = '', offsetText] = ISO_INSTANT.exec(iso) ?? [];
  if (dateText === undefined || timeText === undefined || offsetText === undefined) return null;
  const date = parseDate(dateText);
  const time = parseTime(timeText);
  const offset = parseOffsetMs(offsetText);
  if (date === null || time === null || offset === null) return null;
  const ms = Number(seconds) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  if (time === '24:00' && ms > 0) return null;
  return as<Instant>(localMs(date, time) + ms - offset);
}
