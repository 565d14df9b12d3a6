// The grammar of dates in Chinese and English: words and their order. What is today, and in which zone, dates.ts knows.

import type { Language } from '../domain/campaign.ts';

/** A civil date taken apart; `year` is null when it need not be said. */
export type Day = { year: number | null; month: number; day: number; weekday: number };
export type Unit = 'day' | 'hour' | 'minute';

/** The grammar of dates in one language. */
export type DateGrammar = {
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

export const GRAMMARS: Record<Language, DateGrammar> = { zh, en };

const isSameMonth = (a: Day | undefined, b: Day | undefined): boolean =>
  a !== undefined && b !== undefined && a.month === b.month && a.year === b.year;
const sayYearOnce = (said: Day, day: Day): Day => (said.year === day.year ? { ...day, year: null } : day);
