// Working days with 调休: which civil days are worked, by official notice where there is one, else by assumption (暂定).
// Reads no files: the table of past notices and an imported notice are handed in.
//
// What decides about a day, first match wins:
//   1. the imported notice names the day          certain, whatever its year
//   2. the table covers the day's year            certain: its days off and make-up days, else Mon–Fri
//   3. the imported notice covers the day's year  certain: Mon–Fri minus the statutory days
//   4. nothing does                               暂定: Mon–Fri minus the statutory days
//
// A notice covers a year when it names a day of January to November of it. December alone proves nothing: the notice
// for next year may set 31 December, and says nothing about the other 364 days.

import type { NoticeDay, QuietDays } from './campaign.ts';
import type { CivilDate } from './ids.ts';
import { addDays, weekdayOf } from './zone.ts';

/** Days off and make-up working days by name, complete for every year `from`…`to`. */
export type HolidayTable = {
  years: { from: number; to: number };
  off: ReadonlyMap<CivilDate, string>;
  work: ReadonlyMap<CivilDate, string>;
};

/** `name` is the holiday that makes the day off or worked, null on a plain weekday or weekend; `provisional` is 暂定. */
export type DayKind = { working: boolean; name: string | null; provisional: boolean };

export type Calendar = {
  day(date: CivilDate): DayKind;
  isWorking(date: CivilDate): boolean;
  /** Whether Duban may speak unasked on this day: a working day that the office did not make a quiet one. */
  isSpeaking(date: CivilDate): boolean;
  /** The quiet days that the date is one of; of several any. */
  quietOn(date: CivilDate): QuietDays | undefined;
  /** The n-th working day after `date` (before it, if negative), counted from the day after; for 0 `date` itself. */
  addWorkingDays(date: CivilDate, n: number): CivilDate;
  /** The first working day that is not before the date. */
  firstWorkingDay(onOrAfter: CivilDate): CivilDate;
  /** The last working day that is not after the date. */
  lastWorkingDay(onOrBefore: CivilDate): CivilDate;
  /** How many working days lie after `fromExclusive` up to and with `toInclusive`; 0 if it is not later. */
  workingDaysBetween(fromExclusive: CivilDate, toInclusive: CivilDate): number;
};

/** Statutory days with the same solar date every year (全国年节及纪念日放假办法, 2025). */
const SOLAR_STATUTORY: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};

/** Statutory days that follow moon and solar terms: 除夕 to 初三, 清明, 端午, 中秋. A year that is not here has none. */
const LUNAR_STATUTORY: ReadonlyMap<string, string> = new Map([
  ['2027-02-05', '春节'],
  ['2027-02-06', '春节'],
  ['2027-02-07', '春节'],
  ['2027-02-08', '春节'],
  ['2027-04-05', '清明'],
  ['2027-06-09', '端午'],
  ['2027-09-15', '中秋'],
  ['2028-01-25', '春节'],
  ['2028-01-26', '春节'],
  ['2028-01-27', '春节'],
  ['2028-01-28', '春节'],
  ['2028-04-04', '清明'],
  ['2028-05-28', '端午'],
  ['2028-10-03', '中秋'],
  ['2029-02-12', '春节'],
  ['2029-02-13', '春节'],
  ['2029-02-14', '春节'],
  ['2029-02-15', '春节'],
  ['2029-04-04', '清明'],
  ['2029-06-16', '端午'],
  ['2029-09-22', '中秋'],
  ['2030-02-02', '春节'],
  ['2030-02-03', '春节'],
  ['2030-02-04', '春节'],
  ['2030-02-05', '春节'],
  ['2030-04-05', '清明'],
  ['2030-06-05', '端午'],
  ['2030-09-12', '中秋'],
]);

/** Beyond this many days without a working day a calendar is broken, and a search in it would never end. */
const LONGEST_SEARCH_DAYS = 4000;

const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
const isMondayToFriday = (date: CivilDate): boolean => weekdayOf(date) <= 5;

function statutoryDay(date: CivilDate, provisional: boolean): DayKind {
  const name = LUNAR_STATUTORY.get(date) ?? SOLAR_STATUTORY[date.slice(5)] ?? null;
  return { working: name === null && isMondayToFriday(date), name, provisional };
}

function tableDay(table: HolidayTable, date: CivilDate): DayKind {
  const off = table.off.get(date);
  if (off !== undefined) return { working: false, name: off, provisional: false };
  const work = table.work.get(date);
  if (work !== undefined) return { working: true, name: work, provisional: false };
  return { working: isMondayToFriday(date), name: null, provisional: false };
}

const yearsCoveredBy = (notice: readonly NoticeDay[]): Set<number> =>
  new Set(notice.filter(({ date }) => date.slice(5, 7) !== '12').map(({ date }) => yearOf(date)));

type DayRule = (date: CivilDate) => DayKind;

const plainWeek: DayRule = (date) => ({ working: isMondayToFriday(date), name: null, provisional: false });

function chineseDays(table: HolidayTable, notice: readonly NoticeDay[]): DayRule {
  const noticed = yearsCoveredBy(notice);
  return (date) => {
    const year = yearOf(date);
    if (year >= table.years.from && year <= table.years.to) return tableDay(table, date);
    return statutoryDay(date, !noticed.has(year));
  };
}

function withNotice(rule: DayRule, notice: readonly NoticeDay[]): DayRule {
  const named = new Map(notice.map((day) => [day.date, day]));
  return (date) => {
    const day = named.get(date);
    return day ? { working: !day.off, name: day.name || null, provisional: false } : rule(date);
  };
}

/** Enough for the days of a long campaign; a full memory starts anew. */
const MOST_REMEMBERED = 20_000;

function remembering(rule: DayRule): DayRule {
  const known = new Map<CivilDate, DayKind>();
  return (date) => {
    const day = known.get(date) ?? rule(date);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(date, day);
    return day;
  };
}

function calendarOf(day: DayRule, quiet: readonly QuietDays[]): Calendar {
  const isWorking = (date: CivilDate) => day(date).working;
  const seek = (start: CivilDate, step: 1 | -1): CivilDate => {
    let date = start;
    for (let tried = 0; tried < LONGEST_SEARCH_DAYS; tried++, date = addDays(date, step)) {
      if (isWorking(date)) return date;
    }
    throw new RangeError(`No working day within ${LONGEST_SEARCH_DAYS} days of ${start}`);
  };
  const quietOn = (date: CivilDate) => quiet.find(({ from, to }) => from <= date && date <= to);
  return {
    day,
    isWorking,
    isSpeaking: (date) => isWorking(date) && !quietOn(date),
    quietOn,
    firstWorkingDay: (date) => seek(date, 1),
    lastWorkingDay: (date) => seek(date, -1),
    addWorkingDays(date, n) {
      const step = n < 0 ? -1 : 1;
      let reached = date;
      for (let left = Math.abs(n); left > 0; left--) reached = seek(addDays(reached, step), step);
      return reached;
    },
    workingDaysBetween(fromExclusive, toInclusive) {
      let count = 0;
      for (let date = addDays(fromExclusive, 1); date <= toInclusive; date = addDays(date, 1)) {
        if (isWorking(date)) count++;
      }
      return count;
    },
  };
}

/**
 * The working days of a campaign: `cn` is China's calendar with 调休, `weekdays` plain Monday to Friday, never 暂定.
 * The days of a notice override either; which years it completes is said at the top of this file. Quiet days stay working
 * days: they move what is said, never a deadline.
 */
export function workCalendar(
  kind: 'cn' | 'weekdays',
  table: HolidayTable,
  notice: readonly NoticeDay[] = [],
  quiet: readonly QuietDays[] = [],
): Calendar {
  const rule = kind === 'cn' ? chineseDays(table, notice) : plainWeek;
  return calendarOf(remembering(withNotice(rule, notice)), quiet);
}
