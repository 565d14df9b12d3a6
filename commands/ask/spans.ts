// Spans of civil days behind the words for them: weeks, months, days, and which year is meant where none is said. Knows the
// campaign's span (a month without a year is one in which it runs) and no words of a question.

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
import { readNumber } from './numbers.ts';

export type Time = {
  grain: 'week' | 'month' | 'year' | 'day' | 'span';
  from: CivilDate;
  to: CivilDate;
  /** `2016-W31` or `2016-08`; null for what is no period. */
  period: string | null;
  /** A deadline: up to `to`, from no day in particular. */
  until: boolean;
  /** From `from` on, to no day in particular. */
  since?: boolean;
  /** No year was said, and the one in which the campaign runs was taken. */
  yearless?: boolean;
  /** Has no agreed meaning (10月初): to be asked. */
  vague: boolean;
};

export type Frame = { campaign: Campaign; today: CivilDate };

/** One way of saying a time, as the source of a pattern, and what it means; null where the match is none after all. */
export type TimeWords = { pattern: string; read: (match: RegExpExecArray, frame: Frame) => Time | null };

export const span = (
  grain: Time['grain'],
  from: CivilDate,
  to: CivilDate,
  period: string | null = null,
): Time => ({
  grain,
  from,
  to,
  period,
  until: false,
  vague: false,
});
export const day = (date: CivilDate): Time => span('day', date, date);
/** Up to a day and with it. */
export const untilDay = (date: CivilDate): Time => ({ ...day(date), until: true });
export const weekOfDay = (date: CivilDate): Time => {
  const monday = mondayOf(date);
  return span('week', monday, addDays(monday, 6), weekOf(monday));
};
export const two = (value: number): string => String(value).padStart(2, '0');
export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
export const monthOf = (date: CivilDate): number => Number(date.slice(5, 7));

export function monthSpan(year: number, month: number): Time | null {
  const first = parseDate(`${year}-${two(month)}-01`);
  return first && span('month', first, endOfMonth(first), first.slice(0, 7));
}

export function weekSpan(year: number, week: number): Time | null {
  const fourth = parseDate(`${year}-01-04`);
  if (!fourth || week < 1 || week > 53) return null;
  const found = weekOfDay(addDays(fourth, (week - 1) * 7));
  return found.period === `${year}-W${two(week)}` ? found : null;
}

/** Of a thing that comes every year the one in which the campaign runs; of several the nearest; of none this year's. */
export function nearestYear({ campaign, today }: Frame, of: (year: number) => Time | null): Time | null {
  const year = yearOf(today);
  const all = [year, year - 1, year + 1].flatMap((each) => of(each) ?? []);
  const within = all.filter(({ from, to }) => to >= campaign.from && from <= campaign.to);
  const far = ({ from }: Time) => Math.abs(daysBetween(today, from));
  // 上半年 in autumn is the one gone by, though the next is nearer.
  const begun = within.filter(({ grain, from }) => grain === 'span' && from <= today);
  const found = (begun.length > 0 ? begun : within).sort((a, b) => far(a) - far(b))[0] ?? all[0];
  return found ? { ...found, yearless: true } : null;
}

export const relativeMonth = (today: CivilDate, months: number): Time | null => {
  const index = yearOf(today) * 12 + monthOf(today) - 1 + months;
  return monthSpan(Math.floor(index / 12), (index % 12) + 1);
};
export const relativeWeek = (today: CivilDate, weeks: number): Time => weekOfDay(addDays(today, weeks * 7));

export function dayIn(frame: Frame, month: number, date: number): Time | null {
  const of = (year: number): Time | null => {
    const found = parseDate(`${year}-${two(month)}-${two(date)}`);
    return found && day(found);
  };
  return nearestYear(frame, of);
}

/** A day without a month: of this month, or of the next one where it has gone by. */
export function dayAlone({ today }: Frame, date: number): Time | null {
  const make = (month: CivilDate) => parseDate(`${month.slice(0, 8)}${two(date)}`);
  const here = make(today);
  const there = make(addDays(endOfMonth(today), 1));
  const found = here !== null && here >= today ? here : (there ?? here);
  return found && day(found);
}

export const WEEKDAYS = '一二三四五六日';
export const weekdayNo = (written: string): number => WEEKDAYS.indexOf(written === '天' ? '日' : written) + 1;
export const inWeek = (today: CivilDate, weeks: number, weekday: number): Time =>
  day(addDays(mondayOf(today), weeks * 7 + weekday - 1));
/** A weekday by itself is the next one to come, today included. */
export const coming = (today: CivilDate, weekday: number): Time =>
  day(addDays(today, (weekday - weekdayOf(today) + 7) % 7));

export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const MONTH_NAME =
  '(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept?|october|oct|november|nov|december|dec)';
export const monthNo = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1;
export const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const DAY_NAME =
  '(monday|mon|tuesday|tues?|wednesday|wed|thursday|thurs?|thu|friday|fri|saturday|sat|sunday|sun)';
export const dayNo = (name: string): number => DAY_NAMES.indexOf(name.slice(0, 3)) + 1;

export const WEEK = '(?:周|个?星期|个?礼拜)';
export const yearsBack = (written: string | undefined, today: CivilDate): number | null => {
  if (written === undefined) return null;
  const digits = /\d{4}|\d{2}/.exec(written)?.[0];
  if (digits) return digits.length === 4 ? Number(digits) : 2000 + Number(digits);
  return yearOf(today) + ({ 去: -1, 前: -2, 今: 0, 本: 0, 明: 1 }[written[0]!] ?? 0);
};
export const YEAR = '((?:19|20)\\d\\d年|(?<!\\d)1\\d年|去年|今年|本年|明年|前年)';

export function asEnd(time: Time | null): Time | null {
  return time && { ...span('day', time.to, time.to), until: true };
}

export const yearSpan = (year: number): Time | null => {
  const [from, to] = [parseDate(`${year}-01-01`), parseDate(`${year}-12-31`)];
  return from && to && span('year', from, to, String(year));
};

export function monthNamed(y: string | undefined, m: string | undefined, frame: Frame): Time | null {
  const year = yearsBack(y, frame.today);
  const month = readNumber(m ?? '') ?? 0;
  return year === null ? nearestYear(frame, (each) => monthSpan(each, month)) : monthSpan(year, month);
}

/** 8月第二周 has no agreed meaning unless the month begins on a Monday: to be asked. */
export function weekOfMonth(month: Time | null, no: number): Time | null {
  if (!month || no < 1 || no > 5) return null;
  const week = weekOfDay(addDays(month.from, (no - 1) * 7));
  return { ...week, vague: weekdayOf(month.from) !== 1 };
}
