// How time is said: instants, civil dates, periods and what is left, in the campaign's zone and a person's language.
// The year is said only when it is not this one; a deadline at midnight is 24:00 of the day before.

import type { Language } from '../domain/campaign.ts';
import type { Moment, PeriodFacts } from '../domain/facts.ts';
import type { CivilDate, Instant } from '../domain/ids.ts';
import { addDays, civilOf, dateOf, daysBetween, weekdayOf } from '../domain/zone.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A civil date taken apart; `year` is null when it need not be said. */
type Day = { year: number | null; month: number; day: number; weekday: number };
type Unit = 'day' | 'hour' | 'minute';

/** The grammar of dates in one language. */
type DateGrammar = {
  day(day: Day): string;
  withWeekday(day: Day): string;
  /** Days of one month, then the next month's. */
  days(days: Day[]): string;
  span(from: Day, to: Day): string;
  weekday(weekday: number): string;
  today: string;
  tomorrow: string;
  sunday: string;
  week(no: number, year: number | null): string;
  month(month: number, year: number | null): string;
  phase(name: string): string;
  periodSpan(name: string, span: string): string;
  left(count: number, unit: Unit): string;
  overdue(count: number, unit: Unit): string;
  provisional(date: string): string;
  /** Within a minute after a deadline. */
  justPast: string;
};

const ZH_WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const ZH_UNITS: Record<Unit, string> = { day: '天', hour: '小时', minute: '分钟' };
const zhYear = (year: number | null): string => (year === null ? '' : `${year}年`);
const zhDay = ({ year, month, day }: Day): string => `${zhYear(year)}${month}月${day}日`;

const zh: DateGrammar = {
  day: zhDay,
  withWeekday: (day) => `${zhDay(day)} ${ZH_WEEKDAYS[day.weekday - 1]}`,
  days: (days) =>
    days.map((day, i) => (isSameMonth(days[i - 1], day) ? `${day.day}日` : zhDay(day))).join('、'),
  span: (from, to) =>
    `${zhDay(from)}—${isSameMonth(from, to) ? `${to.day}日` : zhDay(sayYearOnce(from, to))}`,
  weekday: (weekday) => ZH_WEEKDAYS[weekday - 1]!,
  today: '今天',
  tomorrow: '明天',
  sunday: '本周日',
  week: (no, year) => `${zhYear(year)}第${no}周`,
  month: (month, year) => `${zhYear(year)}${month}月`,
  phase: (name) => (name.endsWith('阶段') ? name : `${name}阶段`),
  periodSpan: (name, span) => `${name}，${span}`,
  left: (count, unit) => (unit === 'day' ? `还差 ${count} 天` : `还有 ${count} ${ZH_UNITS[unit]}`),
  overdue: (count, unit) => `逾期 ${count} ${ZH_UNITS[unit]}`,
  provisional: (date) => `${date}（暂定）`,
  justPast: '刚过截止时间',
};

const EN_WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const EN_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const EN_LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const enYear = (year: number | null): string => (year === null ? '' : ` ${year}`);
const enDay = ({ year, month, day }: Day): string => `${day} ${EN_MONTHS[month - 1]}${enYear(year)}`;
const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

const en: DateGrammar = {
  day: enDay,
  withWeekday: (day) => `${EN_WEEKDAYS[day.weekday - 1]} ${enDay(day)}`,
  days: (days) =>
    days.map((day, i) => (isSameMonth(day, days[i + 1]) ? `${day.day}` : enDay(day))).join(', '),
  span: (from, to) => `${isSameMonth(from, to) ? from.day : enDay(sayYearOnce(to, from))}–${enDay(to)}`,
  weekday: (weekday) => EN_WEEKDAYS[weekday - 1]!,
  today: 'today',
  tomorrow: 'tomorrow',
  sunday: 'Sunday',
  week: (no, year) => `week ${no}${year === null ? '' : ` of ${year}`}`,
  month: (month, year) => `${EN_LONG_MONTHS[month - 1]}${enYear(year)}`,
  phase: (name) => `phase ${name}`,
  periodSpan: (name, span) => `${name}, ${span}`,
  left: (n, unit) => `${count(n, unit)} left`,
  overdue: (n, unit) => `${count(n, unit)} overdue`,
  provisional: (date) => `${date} (provisional)`,
  justPast: 'just past the deadline',
};

const GRAMMARS: Record<Language, DateGrammar> = { zh, en };

const isSameMonth = (a: Day | undefined, b: Day | undefined): boolean =>
  a !== undefined && b !== undefined && a.month === b.month && a.year === b.year;
const sayYearOnce = (said: Day, day: Day): Day => (said.year === day.year ? { ...day, year: null } : day);

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
  /** 第31周; empty for `once`. */
  periodName(period: PeriodFacts): string;
  /** 8月1日—7日 */
  span(from: CivilDate, to: CivilDate): string;
  /** 第31周，8月1日—7日; empty for `once`. */
  period(period: PeriodFacts): string;
};

type Clock = { date: CivilDate; time: string };

function deadlineClock(at: Instant, zone: string): Clock {
  const clock = civilOf(at, zone);
  return clock.time === '00:00' ? { date: addDays(clock.date, -1), time: '24:00' } : clock;
}

function measure(ms: number, days: number): { count: number; unit: Unit } {
  if (days > 0) return { count: days, unit: 'day' };
  if (ms >= HOUR_MS) return { count: Math.floor(ms / HOUR_MS), unit: 'hour' };
  return { count: Math.max(0, Math.floor(ms / MINUTE_MS)), unit: 'minute' };
}

/** Tells time in a language as seen at a moment: its zone sets the clock, its date the year and 明天. */
export function datesIn(language: Language, { now, zone }: Moment): Dates {
  const say = GRAMMARS[language];
  const today = dateOf(now, zone);
  const thisYear = Number(today.slice(0, 4));
  const yearUnlessThis = (year: number): number | null => (year === thisYear ? null : year);
  const day = (date: CivilDate): Day => ({
    year: yearUnlessThis(Number(date.slice(0, 4))),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8)),
    weekday: weekdayOf(date),
  });
  const date = (civil: CivilDate): string => say.withWeekday(day(civil));
  const daysTo = (at: Instant): number => daysBetween(today, deadlineClock(at, zone).date);

  const at = (instant: Instant): string => {
    const clock = civilOf(instant, zone);
    return `${date(clock.date)} ${clock.time}`;
  };
  const until = (instant: Instant): string => {
    const clock = deadlineClock(instant, zone);
    return `${date(clock.date)} ${clock.time}`;
  };
  const near = (civil: CivilDate): string => {
    const days = daysBetween(today, civil);
    if (days === 0) return say.today;
    if (days === 1) return say.tomorrow;
    const isThisWeek = days > 1 && weekdayOf(today) + days <= 7;
    return isThisWeek ? say.weekday(weekdayOf(civil)) : date(civil);
  };
  const periodName = ({ id, kind, from, name }: PeriodFacts): string => {
    switch (kind) {
      case 'week':
        return say.week(Number(id.slice(-2)), yearUnlessThis(Number(id.slice(0, 4))));
      case 'month':
        return say.month(Number(from.slice(5, 7)), yearUnlessThis(Number(from.slice(0, 4))));
      case 'phase':
        return say.phase(name ?? id);
      case 'once':
        return '';
    }
  };

  return {
    date,
    dates: (civils) => say.days(civils.map(day)),
    on: (instant) => date(dateOf(instant, zone)),
    at,
    until,
    closing: (instant) => {
      const clock = deadlineClock(instant, zone);
      const isThisSunday = weekdayOf(clock.date) === 7 && daysTo(instant) >= 0 && daysTo(instant) < 7;
      return isThisSunday ? `${say.sunday} ${clock.time}` : until(instant);
    },
    brief: (instant) => {
      const clock = civilOf(instant, zone);
      return `${say.day(day(clock.date))} ${clock.time}`;
    },
    soon: (instant) => {
      const clock = deadlineClock(instant, zone);
      const days = daysTo(instant);
      return days === 0 || days === 1 ? `${near(clock.date)} ${clock.time}` : until(instant);
    },
    near,
    time: (instant) => deadlineClock(instant, zone).time,
    due: ({ dueAt, provisional = false }) => (provisional ? say.provisional(until(dueAt)) : until(dueAt)),
    left: (instant) => {
      const { count: n, unit } = measure(instant - now, daysTo(instant));
      return say.left(n, unit);
    },
    overdue: (instant) => {
      const { count: n, unit } = measure(now - instant, -daysTo(instant));
      return n === 0 ? say.justPast : say.overdue(n, unit);
    },
    daysTo,
    periodName,
    span: (from, to) => (from === to ? date(from) : say.span(day(from), day(to))),
    period: (period) => {
      if (period.kind === 'once' || period.kind === 'month') return periodName(period);
      return say.periodSpan(periodName(period), say.span(day(period.from), day(period.to)));
    },
  };
}
