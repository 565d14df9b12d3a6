// How time is said: instants, civil dates, periods and what is left, in the campaign's zone and a person's language.
// The year is said only when it is not this one; a deadline at midnight is 24:00 of the day before.

import type { Language } from '../domain/campaign.ts';
import type { Moment, PeriodFacts } from '../domain/facts.ts';
import type { CivilDate, Instant } from '../domain/ids.ts';
import { addDays, civilOf, dateOf, daysBetween, weekdayOf } from '../domain/zone.ts';
import { type DateGrammar, type Day, GRAMMARS, type Unit } from './date-grammar.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Everything about time that one message says, seen from one moment. */
export type Dates = {
  /** 8月5日 周五 */
  date(date: CivilDate): string;
  /** 8月5日, for lists and spans only. */
  dates(dates: readonly CivilDate[]): string;
  /** 8月5日 周五: the day of an instant. */
  on(at: Instant): string;
  /** 8月5日 周五 17:00 */
  at(at: Instant): string;
  /** As `at`, with midnight as 24:00 of the day before. */
  until(at: Instant): string;
  /** `until`, or 本周日 24:00 when it is the end of this week. */
  closing(at: Instant): string;
  /** 8月6日 10:20, inside a list. */
  brief(at: Instant): string;
  /** 明天 17:00 when it is near, else `until`. */
  soon(at: Instant): string;
  /** 今天 or 明天, 周五 within this week, else the date. */
  near(date: CivilDate): string;
  time(at: Instant): string;
  /** `until`, marked 暂定 when the holiday notice is not yet known. */
  due(facts: { dueAt: Instant; provisional?: boolean }): string;
  /** 还差 1 天 before an instant, 逾期 1 天 after it. */
  left(at: Instant): string;
  overdue(at: Instant): string;
  /** How many civil days an instant lies ahead of today; negative when past. */
  daysTo(at: Instant): number;
  /** 第31周, days that have no name as their span; empty for `once`. */
  periodName(period: PeriodFacts): string;
  /** 8月1日—7日 */
  span(from: CivilDate, to: CivilDate): string;
  /** 第31周，8月1日—7日; empty for `once`. */
  period(period: PeriodFacts): string;
};

type Clock = { date: CivilDate; time: string };
/** Where somebody stands who tells the time: when, where, and in which language. */
type Seen = { say: DateGrammar; now: Instant; zone: string; today: CivilDate };

function deadlineClock(at: Instant, zone: string): Clock {
  const clock = civilOf(at, zone);
  return clock.time === '00:00' ? { date: addDays(clock.date, -1), time: '24:00' } : clock;
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
const monthOf = (date: string): number => Number(date.slice(5, 7));
const yearToSay = ({ today }: Seen, date: string): number | null =>
  yearOf(date) === yearOf(today) ? null : yearOf(date);

const dayOf = (seen: Seen, date: CivilDate): Day => ({
  year: yearToSay(seen, date),
  month: monthOf(date),
  day: Number(date.slice(8)),
  weekday: weekdayOf(date),
});

const dateIn = (seen: Seen, date: CivilDate): string => seen.say.withWeekday(dayOf(seen, date));
const clockIn = (seen: Seen, { date, time }: Clock): string => `${dateIn(seen, date)} ${time}`;
const daysTo = ({ today, zone }: Seen, at: Instant): number =>
  daysBetween(today, deadlineClock(at, zone).date);

function nearIn(seen: Seen, date: CivilDate): string {
  const days = daysBetween(seen.today, date);
  if (days === 0) return seen.say.today;
  if (days === 1) return seen.say.tomorrow;
  const isThisWeek = days > 1 && weekdayOf(seen.today) + days <= 7;
  return isThisWeek ? seen.say.weekday(weekdayOf(date)) : dateIn(seen, date);
}

function soonIn(seen: Seen, at: Instant): string {
  const clock = deadlineClock(at, seen.zone);
  const days = daysTo(seen, at);
  return days === 0 || days === 1 ? `${nearIn(seen, clock.date)} ${clock.time}` : clockIn(seen, clock);
}

function closingIn(seen: Seen, at: Instant): string {
  const clock = deadlineClock(at, seen.zone);
  const days = daysTo(seen, at);
  const isThisSunday = weekdayOf(clock.date) === 7 && days >= 0 && days < 7;
  return isThisSunday ? `${seen.say.sunday} ${clock.time}` : clockIn(seen, clock);
}

function briefIn(seen: Seen, at: Instant): string {
  const { date, time } = civilOf(at, seen.zone);
  return `${seen.say.day(dayOf(seen, date))} ${time}`;
}

function measure(ms: number, days: number): { count: number; unit: Unit } {
  if (days > 0) return { count: days, unit: 'day' };
  if (ms >= HOUR_MS) return { count: Math.floor(ms / HOUR_MS), unit: 'hour' };
  return { count: Math.max(0, Math.floor(ms / MINUTE_MS)), unit: 'minute' };
}

function leftIn(seen: Seen, at: Instant): string {
  const { count, unit } = measure(at - seen.now, daysTo(seen, at));
  return seen.say.left(count, unit);
}

function overdueIn(seen: Seen, at: Instant): string {
  const { count, unit } = measure(seen.now - at, -daysTo(seen, at));
  return count === 0 ? seen.say.justPast : seen.say.overdue(count, unit);
}

function periodNameIn(seen: Seen, { id, kind, from, to, name }: PeriodFacts): string {
  switch (kind) {
    case 'week':
      return seen.say.week(Number(id.slice(-2)), yearToSay(seen, id));
    case 'month':
      return seen.say.month(monthOf(from), yearToSay(seen, from));
    case 'phase':
      return seen.say.phase(name ?? id);
    case 'days':
      return spanIn(seen, from, to);
    case 'once':
      return '';
  }
}

const spanIn = (seen: Seen, from: CivilDate, to: CivilDate): string =>
  from === to ? dateIn(seen, from) : seen.say.span(dayOf(seen, from), dayOf(seen, to));

function periodIn(seen: Seen, period: PeriodFacts): string {
  const name = periodNameIn(seen, period);
  const saysItsSpan = period.kind !== 'week' && period.kind !== 'phase';
  return saysItsSpan ? name : seen.say.periodSpan(name, spanIn(seen, period.from, period.to));
}

/** Tells time in a language as seen at a moment: its zone sets the clock, its date the year and 明天. */
export function datesIn(language: Language, { now, zone }: Moment): Dates {
  const seen: Seen = { say: GRAMMARS[language], now, zone, today: dateOf(now, zone) };
  const until = (at: Instant): string => clockIn(seen, deadlineClock(at, zone));
  return {
    date: (date) => dateIn(seen, date),
    dates: (dates) => seen.say.days(dates.map((date) => dayOf(seen, date))),
    on: (at) => dateIn(seen, dateOf(at, zone)),
    at: (at) => clockIn(seen, civilOf(at, zone)),
    until,
    closing: (at) => closingIn(seen, at),
    brief: (at) => briefIn(seen, at),
    soon: (at) => soonIn(seen, at),
    near: (date) => nearIn(seen, date),
    time: (at) => deadlineClock(at, zone).time,
    due: ({ dueAt, provisional }) => (provisional ? seen.say.provisional(until(dueAt)) : until(dueAt)),
    left: (at) => leftIn(seen, at),
    overdue: (at) => overdueIn(seen, at),
    daysTo: (at) => daysTo(seen, at),
    periodName: (period) => periodNameIn(seen, period),
    span: (from, to) => spanIn(seen, from, to),
    period: (period) => periodIn(seen, period),
  };
}
