// Times as people say them: weeks, months, days, ends and deadlines, each as a span of civil days and, where there is one,
// the period of that name. Knows the campaign's span (a month without a year is one in which it runs) and no intent.
// What this file does not know, chrono-node is asked for (English days only; its Chinese ones are all here).

import * as chrono from 'chrono-node/en';
import type { Campaign } from '../../domain/campaign.ts';
import type { CivilDate } from '../../domain/ids.ts';
import {
  addDays,
  daysBetween,
  endOfMonth,
  mondayOf,
  parseDate,
  weekdayOf,
  weekOf,
} from '../../domain/zone.ts';
import { NUMBER, readNumber } from './numbers.ts';
import { type Entity, type Scan, take } from './scan.ts';

export type Time = {
  grain: 'week' | 'month' | 'year' | 'day' | 'span';
  from: CivilDate;
  to: CivilDate;
  /** `2016-W31` or `2016-08`; null for what is no period. */
  period: string | null;
  /** A deadline: up to `to`, from no day in particular. */
  until: boolean;
  /** Has no agreed meaning (10月初): to be asked. */
  vague: boolean;
};

export type Frame = { campaign: Campaign; today: CivilDate };

const span = (grain: Time['grain'], from: CivilDate, to: CivilDate, period: string | null = null): Time => ({
  grain,
  from,
  to,
  period,
  until: false,
  vague: false,
});
const day = (date: CivilDate): Time => span('day', date, date);
const weekOfDay = (date: CivilDate): Time => {
  const monday = mondayOf(date);
  return span('week', monday, addDays(monday, 6), weekOf(monday));
};
const two = (value: number): string => String(value).padStart(2, '0');
const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
const monthOf = (date: CivilDate): number => Number(date.slice(5, 7));

function monthSpan(year: number, month: number): Time | null {
  const first = parseDate(`${year}-${two(month)}-01`);
  return first && span('month', first, endOfMonth(first), first.slice(0, 7));
}

function weekSpan(year: number, week: number): Time | null {
  const fourth = parseDate(`${year}-01-04`);
  if (!fourth || week < 1 || week > 53) return null;
  const found = weekOfDay(addDays(fourth, (week - 1) * 7));
  return found.period === `${year}-W${two(week)}` ? found : null;
}

/** Of a thing that comes every year the one in which the campaign runs; of several the nearest; of none this year's. */
function nearestYear({ campaign, today }: Frame, of: (year: number) => Time | null): Time | null {
  const year = yearOf(today);
  const all = [year, year - 1, year + 1].flatMap((each) => of(each) ?? []);
  const within = all.filter(({ from, to }) => to >= campaign.from && from <= campaign.to);
  const far = ({ from }: Time) => Math.abs(daysBetween(today, from));
  return within.sort((a, b) => far(a) - far(b))[0] ?? all[0] ?? null;
}

const relativeMonth = (today: CivilDate, months: number): Time | null => {
  const index = yearOf(today) * 12 + monthOf(today) - 1 + months;
  return monthSpan(Math.floor(index / 12), (index % 12) + 1);
};
const relativeWeek = (today: CivilDate, weeks: number): Time => weekOfDay(addDays(today, weeks * 7));

function dayIn(frame: Frame, month: number, date: number): Time | null {
  const of = (year: number): Time | null => {
    const found = parseDate(`${year}-${two(month)}-${two(date)}`);
    return found && day(found);
  };
  return nearestYear(frame, of);
}

/** A day without a month: of this month, or of the next one where it has gone by. */
function dayAlone({ today }: Frame, date: number): Time | null {
  const make = (month: CivilDate) => parseDate(`${month.slice(0, 8)}${two(date)}`);
  const here = make(today);
  const there = make(addDays(endOfMonth(today), 1));
  const found = here !== null && here >= today ? here : (there ?? here);
  return found && day(found);
}

const WEEKDAYS = '一二三四五六日';
const weekdayNo = (written: string): number => WEEKDAYS.indexOf(written === '天' ? '日' : written) + 1;
const inWeek = (today: CivilDate, weeks: number, weekday: number): Time =>
  day(addDays(mondayOf(today), weeks * 7 + weekday - 1));
/** A weekday by itself is the next one to come, today included. */
const coming = (today: CivilDate, weekday: number): Time =>
  day(addDays(today, (weekday - weekdayOf(today) + 7) % 7));

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  '(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept?|october|oct|november|nov|december|dec)';
const monthNo = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1;
const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY_NAME =
  '(monday|mon|tuesday|tues?|wednesday|wed|thursday|thurs?|thu|friday|fri|saturday|sat|sunday|sun)';
const dayNo = (name: string): number => DAY_NAMES.indexOf(name.slice(0, 3)) + 1;

const WEEK = '(?:周|个?星期|个?礼拜)';
const yearsBack = (written: string | undefined, today: CivilDate): number | null => {
  if (written === undefined) return null;
  const digits = /\d{4}|\d{2}/.exec(written)?.[0];
  if (digits) return digits.length === 4 ? Number(digits) : 2000 + Number(digits);
  return yearOf(today) + ({ 去: -1, 前: -2, 今: 0, 本: 0, 明: 1 }[written[0]!] ?? 0);
};
const YEAR = '((?:19|20)\\d\\d年|(?<!\\d)1\\d年|去年|今年|本年|明年|前年)';

type Reader = { pattern: string; read: (match: RegExpExecArray, frame: Frame) => Time | null };

const number = (written: string | undefined): number => readNumber(written ?? '') ?? 0;

const Days: readonly Reader[] = [
  {
    pattern: '(?<!\\d)(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:-|/|\\.|月)(\\d{1,2})[日号]?(?!\\d)',
    read: ([, y, m, d]) => {
      const date = parseDate(`${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`);
      return date && day(date);
    },
  },
  {
    pattern: `${YEAR}?(${NUMBER})月(${NUMBER})(?:日|号)?(?!\\d|[个月])`,
    read: ([, y, m, d], frame) => {
      const year = yearsBack(y, frame.today);
      if (year === null) return dayIn(frame, number(m), number(d));
      const date = parseDate(`${year}-${two(number(m))}-${two(number(d))}`);
      return date && day(date);
    },
  },
  {
    pattern: '(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?![\\d/])',
    read: ([, m, d], frame) => dayIn(frame, Number(m), Number(d)),
  },
  {
    pattern: `(?<![a-z])(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH_NAME}(?![a-z])(?:,? (\\d{4}))?`,
    read: ([, d, m], frame) => dayIn(frame, monthNo(m!), Number(d)),
  },
  {
    pattern: `(?<![a-z])${MONTH_NAME} (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![a-z0-9])`,
    read: ([, m, d], frame) => dayIn(frame, monthNo(m!), Number(d)),
  },
  {
    pattern: `(下下|上上|下|上|这|本)${WEEK}([一二三四五六日天])(?![一二三四五六七八九十周共起直])`,
    read: ([, which, weekday], { today }) =>
      inWeek(today, { 下下: 2, 上上: -2, 下: 1, 上: -1, 这: 0, 本: 0 }[which!]!, weekdayNo(weekday!)),
  },
  {
    pattern:
      '(?<![上下一两三四五六七八九十\\d第])(?:周|星期|礼拜)([一二三四五六日天])(?![一二三四五六七八九十周共起直]|个月)',
    read: ([, weekday], { today }) => coming(today, weekdayNo(weekday!)),
  },
  {
    pattern: `(?<![a-z])(next|last|this|past|coming)? ?${DAY_NAME}(?![a-z])`,
    read: ([, which, name], { today }) => {
      if (which === 'next') return inWeek(today, 1, dayNo(name!));
      if (which === 'last' || which === 'past') return inWeek(today, -1, dayNo(name!));
      return coming(today, dayNo(name!));
    },
  },
  { pattern: '大后天', read: (_, { today }) => day(addDays(today, 3)) },
  { pattern: '后天|(?:the )?day after tomorrow', read: (_, { today }) => day(addDays(today, 2)) },
  {
    pattern: '明天|明日|明儿|明晚|明早|(?<![a-z])tomorrow(?![a-z])',
    read: (_, { today }) => day(addDays(today, 1)),
  },
  {
    pattern: '今天|今日|今儿个?|今晚|今早|当天|当日|(?<![a-z])today(?![a-z])|(?<![a-z])tonight(?![a-z])',
    read: (_, { today }) => day(today),
  },
  { pattern: '大前天', read: (_, { today }) => day(addDays(today, -3)) },
  { pattern: '前天|(?:the )?day before yesterday', read: (_, { today }) => day(addDays(today, -2)) },
  {
    pattern: '昨天|昨日|昨儿|昨晚|(?<![a-z])yesterday(?![a-z])',
    read: (_, { today }) => day(addDays(today, -1)),
  },
  { pattern: '国庆(?:节|长假)?', read: (_, frame) => dayIn(frame, 10, 1) },
  { pattern: '元旦', read: (_, frame) => dayIn(frame, 1, 1) },
];

const ENDS: readonly Reader[] = [
  {
    pattern: `(?:${YEAR}?(${NUMBER})月份?)(月?底|末)`,
    read: ([, y, m], frame) => asEnd(monthNamed(y, m, frame)),
  },
  {
    pattern: '(?:这个?|本|当)?月(?:底|末)|(?:the )?end of (?:the|this) month|(?:the )?month[ -]?end',
    read: (_, { today }) => asEnd(relativeMonth(today, 0)),
  },
  {
    pattern: '下个?月(?:底|末)|(?:the )?end of next month',
    read: (_, { today }) => asEnd(relativeMonth(today, 1)),
  },
  {
    pattern: '(?:今|本)?年(?:底|末|前)|(?:the )?end of (?:the|this) year|(?:the )?year[ -]?end',
    read: (_, { today }) => asEnd(yearSpan(yearOf(today))),
  },
  { pattern: '(?:the )?end of (?:the|this) week', read: (_, { today }) => asEnd(relativeWeek(today, 0)) },
  { pattern: '(?:the )?end of next week', read: (_, { today }) => asEnd(relativeWeek(today, 1)) },
  {
    pattern: `(?:${YEAR}?(${NUMBER}|本|这个?|下个?))?月初|(?<![a-z])early ${MONTH_NAME}`,
    read: ([, y, m = '本', name], frame) => {
      const months = { 本: 0, 这: 0, 这个: 0, 下: 1, 下个: 1 }[m ?? ''];
      const written = name === undefined ? m : String(monthNo(name));
      const month = months === undefined ? monthNamed(y, written, frame) : relativeMonth(frame.today, months);
      return month && { ...month, vague: true };
    },
  },
  {
    pattern: `${YEAR}?(${NUMBER}|本|这个?|下个?)月(上|中|下)旬`,
    read: ([, y, m, third], frame) => {
      const months = { 本: 0, 这: 0, 这个: 0, 下: 1, 下个: 1 }[m ?? ''];
      const month = months === undefined ? monthNamed(y, m, frame) : relativeMonth(frame.today, months);
      if (!month) return null;
      const [from, to] = { 上: [0, 9], 中: [10, 19], 下: [20, 30] }[third as '上' | '中' | '下'] as [
        number,
        number,
      ];
      const last = addDays(month.from, to);
      return span('span', addDays(month.from, from), last < month.to ? last : month.to);
    },
  },
];

function asEnd(time: Time | null): Time | null {
  return time && { ...span('day', time.to, time.to), until: true };
}

const yearSpan = (year: number): Time | null => {
  const [from, to] = [parseDate(`${year}-01-01`), parseDate(`${year}-12-31`)];
  return from && to && span('year', from, to, String(year));
};

function monthNamed(y: string | undefined, m: string | undefined, frame: Frame): Time | null {
  const year = yearsBack(y, frame.today);
  const month = number(m);
  return year === null ? nearestYear(frame, (each) => monthSpan(each, month)) : monthSpan(year, month);
}

/** 8月第二周 has no agreed meaning unless the month begins on a Monday: to be asked. */
function weekOfMonth(month: Time | null, no: number): Time | null {
  if (!month || no < 1 || no > 5) return null;
  const week = weekOfDay(addDays(month.from, (no - 1) * 7));
  return { ...week, vague: weekdayOf(month.from) !== 1 };
}

const PERIODS: readonly Reader[] = [
  {
    pattern: `${YEAR}?(${NUMBER}|本|这个?|上个?|下个?)月份?的?第(${NUMBER})(?:周|个?星期)`,
    read: ([, y, m, no], frame) => {
      const months = { 本: 0, 这: 0, 这个: 0, 上: -1, 上个: -1, 下: 1, 下个: 1 }[m!];
      const month = months === undefined ? monthNamed(y, m, frame) : relativeMonth(frame.today, months);
      return weekOfMonth(month, number(no));
    },
  },
  {
    pattern: '(?<![a-z0-9])(\\d{4})[- ]?w(?:eek ?)?(\\d{1,2})(?!\\d)',
    read: ([, y, w]) => weekSpan(Number(y), Number(w)),
  },
  {
    pattern: `${YEAR}的?第?(${NUMBER})个?(?:周|星期)`,
    read: ([, y, w], { today }) => weekSpan(yearsBack(y, today)!, number(w)),
  },
  {
    pattern: `第(${NUMBER})个?(?:周|星期|报送?周)|(?<![\\d月第])((?:\\d{1,2}|[二三四五]?十[一二三四五六七八九]?))周(?!内|之|前|后|年)|(?<![a-z0-9])(?:week|wk|w)[ -]?(?:no\\.? ?)?(\\d{1,2})(?!\\d)`,
    read: ([, a, b, c], frame) => nearestYear(frame, (year) => weekSpan(year, number(a ?? b ?? c))),
  },
  { pattern: `再(?:上|前)(?:一)?${WEEK}`, read: (_, { today }) => relativeWeek(today, -2) },
  {
    pattern: `上上${WEEK}|大上${WEEK}|(?:the )?week before last`,
    read: (_, { today }) => relativeWeek(today, -2),
  },
  {
    pattern: `上(?:一)?${WEEK}|(?:last|previous|past) week`,
    read: (_, { today }) => relativeWeek(today, -1),
  },
  { pattern: `下下${WEEK}|(?:the )?week after next`, read: (_, { today }) => relativeWeek(today, 2) },
  { pattern: `下(?:一)?${WEEK}|(?:next|the coming) week`, read: (_, { today }) => relativeWeek(today, 1) },
  {
    pattern: `(?:本|这(?:一)?|当)${WEEK}|(?:this|current|the current) week`,
    read: (_, { today }) => relativeWeek(today, 0),
  },
  {
    pattern: '上上个?月|大上个?月|(?:the )?month before last',
    read: (_, { today }) => relativeMonth(today, -2),
  },
  {
    pattern: '上(?:一)?个?月份?|(?:last|previous|past) month',
    read: (_, { today }) => relativeMonth(today, -1),
  },
  { pattern: '下(?:一)?个?月份?|next month', read: (_, { today }) => relativeMonth(today, 1) },
  {
    pattern: '本月份?|这(?:一)?个?月|当月|(?:this|current|the current) month',
    read: (_, { today }) => relativeMonth(today, 0),
  },
  {
    pattern: `${YEAR}的?(${NUMBER})月份?(?!\\d)|(?<!\\d)(\\d{4})[-/](\\d{1,2})(?![\\d-])`,
    read: ([, y, m, year, month], frame) =>
      year ? monthSpan(Number(year), Number(month)) : monthNamed(y, m, frame),
  },
  {
    pattern: `(?<![\\d上下个])(${NUMBER})月份?(?!\\d)`,
    read: ([, m], frame) => monthNamed(undefined, m, frame),
  },
  {
    pattern: `(?<![a-z])(?:${MONTH_NAME.replace('|may', '').replace('|march', '').replace('|mar', '')}|(?<=(?:in|for|of|since|from|by|during|until|last|the|s|about|at) )(may|march|mar))(?![a-z])(?:,? ?(\\d{4}))?`,
    read: ([, a, b, year], frame) => {
      const month = monthNo((a ?? b)!);
      return year ? monthSpan(Number(year), month) : nearestYear(frame, (each) => monthSpan(each, month));
    },
  },
  {
    pattern: `${YEAR}(?:度)?|(?:last|this) year|(?<=(?:in|of|for) )(20\\d\\d)(?!\\d)`,
    read: ([whole, y, digits], { today }) =>
      yearSpan(
        digits ? Number(digits) : (yearsBack(y, today) ?? yearOf(today) - (whole.startsWith('last') ? 1 : 0)),
      ),
  },
];

/** Days in number: the next three, the last seven. */
const COUNTED: readonly Reader[] = [
  {
    pattern: `(?:最近|过去|近|前|这)(${NUMBER})[天日](?:内|里|来)?|(?:last|past) (\\d{1,2}) days`,
    read: ([, a, b], { today }) => span('span', addDays(today, 1 - number(a ?? b)), today),
  },
  {
    pattern: `(?:未来|今后|接下来|往后|后面|之后)?的?(${NUMBER})[天日](?:之内|以内|内|里)|(?:未来|今后|接下来|往后|后面|之后)的?(${NUMBER})[天日]|(?:in )?(?:the )?(?:next|coming) (\\d{1,2}) days`,
    read: ([, a, b, c], { today }) => span('span', today, addDays(today, Math.min(number(a ?? b ?? c), 366))),
  },
];

/** `15号` is a day only where something says so: a deadline after it, or words before it. */
const ALONE: Reader = {
  pattern: `(?<![第\\d〕)月])(${NUMBER})[日号](?=之?前|以前|截止|到期|为止|要交|要报|该交|该报|得交|那天|当天)|(?<=(?:by|before|on|until) )(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?![a-z])`,
  read: ([, a, b], frame) => dayAlone(frame, number(a ?? b)),
};

const compiled = [...Days, ...ENDS, ...COUNTED, ...PERIODS, ALONE].map(({ pattern, read }) => ({
  pattern: new RegExp(pattern, 'g'),
  read,
}));

const CIVIL = /^\d{4}-\d\d-\d\d$/;

/** What is left in English and speaks of a day. */
const MAY_BE_A_DAY = /(?<![a-z])(?:days?|weeks?|months?|fortnight|weekend|noon|eod|ago)(?![a-z])/;

function takeRest(scan: Scan, { today }: Frame): void {
  if (!MAY_BE_A_DAY.test(scan.text)) return;
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
  const [found] = chrono.casual.parse(scan.text, reference, { forwardDate: true });
  if (!found?.start.isCertain('day')) return;
  const [y, m, d] = (['year', 'month', 'day'] as const).map((part) => found.start.get(part) ?? 0);
  const written = `${y}-${two(m ?? 0)}-${two(d ?? 0)}`;
  const date = CIVIL.test(written) ? parseDate(written) : null;
  if (!date) return;
  const entity: Entity = { letter: 'T', raw: found.text, time: day(date) };
  take(scan, new RegExp(found.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'), () => entity);
}

const MARK = '[\\ue000-\\uf8ff]';
const JOINED = new RegExp(
  `(?:从|自|from |between )?(${MARK})(?:日|号)?\\s*(?:到|至|-|–|—|~|to|until|till|and)\\s*(${MARK})`,
  'g',
);
const UNTIL_AFTER = new RegExp(`(${MARK})(?:之前|以前|前|为止|截止前|截至)`, 'g');
const UNTIL_BEFORE = new RegExp(
  `(?<![a-z])(?:by|before|until|till|no later than|截至|截止到?)\\s*(${MARK})`,
  'g',
);

const foundBy = (scan: Scan, character: string): Entity | undefined =>
  scan.found[character.charCodeAt(0) - 0xe000];

function joinSpans(scan: Scan): void {
  take(scan, JOINED, ([raw, a, b]) => {
    const [from, to] = [foundBy(scan, a!)?.time, foundBy(scan, b!)?.time];
    if (!from || !to || from.from > to.to) return null;
    return { letter: 'T', raw, time: span('span', from.from, to.to) };
  });
  for (const pattern of [UNTIL_AFTER, UNTIL_BEFORE])
    take(scan, pattern, ([raw, a]) => {
      const known = foundBy(scan, a!);
      if (!known?.time) return null;
      return { ...known, raw: raw.replace(a!, known.raw), time: { ...known.time, until: true } };
    });
}

/** Finds the times in a text, reckoned from the civil day of the asker's now. */
export function takeTimes(scan: Scan, frame: Frame): void {
  for (const { pattern, read } of compiled)
    take(scan, pattern, (match) => {
      const time = read(match, frame);
      return time && { letter: 'T', raw: match[0], time };
    });
  takeRest(scan, frame);
  joinSpans(scan);
}

/** Whether a time lies wholly before the campaign. */
export const isBefore = (time: Time, campaign: Campaign): boolean => time.to < campaign.from;
