// Times longer than a month or reckoned from today: quarters, half years, parts of a month, the last eight weeks, 7至9月,
// what lies before a feast or a weekend. Knows the campaign's span through spans.ts and no intent.
// Invariant: before a feast and before a weekend mean before their first day; every other deadline includes its day.

import type { CivilDate } from '../../domain/ids.ts';
import { addDays, endOfMonth, mondayOf, parseDate, weekdayOf } from '../../domain/zone.ts';
import { FEAST_TIMES } from './feasts.ts';
import { NUMBER, readNumber } from './numbers.ts';
import {
  asEnd,
  day,
  type Frame,
  inWeek,
  MONTH_NAME,
  monthNamed,
  monthNo,
  monthSpan,
  nearestYear,
  relativeMonth,
  span,
  type Time,
  type TimeWords,
  two,
  untilDay,
  weekOfDay,
  weekOfMonth,
  weekSpan,
  YEAR,
  yearOf,
  yearsBack,
} from './spans.ts';

const number = (written: string | undefined): number => readNumber(written ?? '') ?? 0;

/** Whole months, the first and the last of them as numbers of one year. */
function monthsOf(year: number, first: number, last: number): Time | null {
  const [from, to] = [monthSpan(year, first), monthSpan(year, last)];
  return from && to && from.from <= to.to ? span('span', from.from, to.to) : null;
}

/** Of the year that is said, else of the one in which the campaign runs. */
const monthsIn = (y: string | undefined, frame: Frame, first: number, last: number): Time | null => {
  const year = yearsBack(y, frame.today);
  return year === null
    ? nearestYear(frame, (each) => monthsOf(each, first, last))
    : monthsOf(year, first, last);
};

const quarterIn = (y: string | undefined, frame: Frame, no: number): Time | null =>
  no >= 1 && no <= 4 ? monthsIn(y, frame, 3 * no - 2, 3 * no) : null;

function relativeQuarter({ today }: Frame, quarters: number): Time | null {
  const first = 3 * Math.floor((Number(today.slice(5, 7)) - 1) / 3) + 3 * quarters;
  const index = yearOf(today) * 12 + first;
  return monthsOf(Math.floor(index / 12), (index % 12) + 1, (index % 12) + 3);
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];
const ordinal = (written: string): number =>
  ORDINALS.indexOf(written) + 1 || Number(/\d/.exec(written)?.[0] ?? 0);
const ORDINAL = '(first|second|third|fourth|1st|2nd|3rd|4th)';
const IN_YEAR = '(?:,? (?:of |in )?(?:the )?(?:year )?(20\\d\\d))?';
const withYear = (digits: string | undefined): string | undefined => digits && `${digits}年`;

const QUARTERS: readonly TimeWords[] = [
  {
    pattern: `${YEAR}?的?第?([一二三四1-4])(?:个)?季度`,
    read: ([, y, no], frame) => quarterIn(y, frame, number(no)),
  },
  {
    pattern: '上(?:一)?个?季度?|last quarter|(?:the )?previous quarter',
    read: (_, frame) => relativeQuarter(frame, -1),
  },
  {
    pattern: '下(?:一)?个?季度?|next quarter|(?:the )?coming quarter',
    read: (_, frame) => relativeQuarter(frame, 1),
  },
  {
    pattern: '(?:本|这(?:一)?个?|当)季度?|(?:this|the current|current) quarter',
    read: (_, frame) => relativeQuarter(frame, 0),
  },
  {
    pattern: `(?<![a-z0-9])q([1-4])${IN_YEAR}(?![a-z0-9])|(?<![a-z0-9])(20\\d\\d) ?q([1-4])(?![a-z0-9])`,
    read: ([, a, y, z, b], frame) => quarterIn(withYear(y ?? z), frame, Number(a ?? b)),
  },
  {
    pattern: `(?<![a-z])(?:the )?${ORDINAL} quarter${IN_YEAR}(?![a-z])`,
    read: ([, no, y], frame) => quarterIn(withYear(y), frame, ordinal(no!)),
  },
  {
    pattern: `${YEAR}?的?(上|下|前|后)半年`,
    read: ([, y, half], frame) =>
      /[上前]/.test(half!) ? monthsIn(y, frame, 1, 6) : monthsIn(y, frame, 7, 12),
  },
  {
    pattern: `(?<![a-z0-9])(?:h([12])|(?:the )?(first|second) half(?: of the year)?(?! of [a-z]))${IN_YEAR}(?![a-z0-9])`,
    read: ([, a, b, y], frame) =>
      a === '1' || b === 'first' ? monthsIn(withYear(y), frame, 1, 6) : monthsIn(withYear(y), frame, 7, 12),
  },
];

/** 年初: January and February. */
const YEAR_START: TimeWords = {
  pattern: `(?:${YEAR})?年?初(?<=年初)|(?<![a-z])(?:early|(?:the )?(?:start|beginning) of) (?:(?:the|this) year|(20\\d\\d))`,
  read: ([, y, digits], frame) => {
    const year = yearsBack(y ?? withYear(digits), frame.today) ?? yearOf(frame.today);
    return monthsOf(year, 1, 2);
  },
};

const lastOfMonth = (time: Time, first: number, last: number): Time => {
  const to = addDays(time.from, last - 1);
  return span('span', addDays(time.from, first - 1), to < time.to ? to : time.to);
};
/** 上旬 1–10, 中旬 11–20, 下旬 21 to the end; a half month is 15 days. */
const PART: Readonly<Record<string, readonly [number, number]>> = {
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
  上半月: [1, 15],
  下半月: [16, 31],
  mid: [11, 20],
  middle: [11, 20],
  late: [21, 31],
  first: [1, 15],
  second: [16, 31],
};
const partOf = (month: Time | null, part: string): Time | null => {
  const [first, last] = PART[part]!;
  return month && lastOfMonth(month, first, last);
};
const RELATIVE: Readonly<Record<string, number>> = {
  本: 0,
  这: 0,
  这个: 0,
  当: 0,
  上: -1,
  上个: -1,
  下: 1,
  下个: 1,
};
const monthSaid = (y: string | undefined, m: string | undefined, frame: Frame): Time | null => {
  const months = m === undefined ? 0 : RELATIVE[m];
  return months === undefined ? monthNamed(y, m, frame) : relativeMonth(frame.today, months);
};
const MONTH = `(${NUMBER}|本|当|这个?|上个?|下个?)月份?的?`;

const PARTS: readonly TimeWords[] = [
  {
    pattern: `${YEAR}?${MONTH}(上旬|中旬|下旬|上半月|下半月)`,
    read: ([, y, m, part], frame) => partOf(monthSaid(y, m, frame), part!),
  },
  {
    pattern: '(上旬|中旬|下旬|上半月|下半月)',
    read: ([, part], { today }) => partOf(relativeMonth(today, 0), part!),
  },
  {
    pattern: `(?<![a-z])(?:the )?(mid|middle|late|first|second)(?:[ -]half)?(?:[ -]of)?[ -]${MONTH_NAME}${IN_YEAR}(?![a-z])`,
    read: ([whole, part, name, y], frame) =>
      /^(?:the )?(?:first|second) (?!half)/.test(whole)
        ? null
        : partOf(monthNamed(withYear(y), String(monthNo(name!)), frame), part!),
  },
  {
    pattern: `(?<![a-z])(?:the )?(?:end of|last day of) ${MONTH_NAME}(?![a-z])`,
    read: ([, name], frame) => asEnd(monthNamed(undefined, String(monthNo(name!)), frame)),
  },
  {
    pattern: `(?<![a-z])(?:the )?${ORDINAL} (?:full )?week (?:of|in) ${MONTH_NAME}(?![a-z])`,
    read: ([, no, name], frame) =>
      weekOfMonth(monthNamed(undefined, String(monthNo(name!)), frame), ordinal(no!)),
  },
  {
    pattern: `${YEAR}?${MONTH}最后一(?:周|个星期)`,
    read: ([, y, m], frame) => {
      const month = monthSaid(y, m, frame);
      return month && weekOfDay(month.to);
    },
  },
];

/** 第31到33周, 7至9月, 8月8日至14日, 1-15 August: the unit is said once. */
const RANGES: readonly TimeWords[] = [
  {
    pattern: `第?(${NUMBER})(?:周)?(?:到|至|-|~|—|–)第?(${NUMBER})周(?!内|之|前|后)|(?<![a-z0-9])(?:weeks?|wk|w) ?(\\d{1,2})(?: ?(?:to|and|through|until|till|-|–|~) ?)(?:weeks?|wk|w)? ?(\\d{1,2})(?!\\d)`,
    read: ([, a, b, c, d], frame) => {
      const [from, to] = [a ?? c, b ?? d].map((no) =>
        nearestYear(frame, (year) => weekSpan(year, number(no))),
      );
      return from && to && from.from < to.from ? span('span', from.from, to.to) : null;
    },
  },
  {
    pattern: `${YEAR}?(?<!\\d)(${NUMBER})(?:月份?)?(?:到|至|-|~|—|–|、|和|跟|与)(${NUMBER})(?:两|这两|三|这三)?个?月份?(?![\\d个]|${NUMBER}[日号])`,
    read: ([, y, a, b], frame) =>
      number(a) <= 12 && number(b) <= 12 && number(a) < number(b) && number(a) > 0
        ? monthsIn(y, frame, number(a), number(b))
        : null,
  },
  {
    pattern: `${YEAR}?(?<!\\d)(${NUMBER})月(${NUMBER})[日号]?(?:到|至|-|~|—|–)(${NUMBER})[日号]`,
    read: ([, y, m, a, b], frame) => {
      const month = monthNamed(y, m, frame);
      const [from, to] = [a, b].map(
        (each) => month && parseDate(`${month.from.slice(0, 8)}${two(number(each))}`),
      );
      return from && to && from <= to ? span('span', from, to) : null;
    },
  },
  {
    pattern: `(?<![a-z0-9])(?:from )?(\\d{1,2})(?:st|nd|rd|th)? ?(?:to|until|till|and|-|–|~) ?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH_NAME}(?![a-z])|(?<![a-z])${MONTH_NAME} (\\d{1,2})(?:st|nd|rd|th)? ?(?:to|until|till|and|-|–|~) ?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d])`,
    read: ([, a, b, m, n, c, d], frame) => {
      const month = monthNamed(undefined, String(monthNo((m ?? n)!)), frame);
      const [from, to] = [a ?? c, b ?? d].map(
        (each) => month && parseDate(`${month.from.slice(0, 8)}${two(Number(each))}`),
      );
      return from && to && from <= to ? span('span', from, to) : null;
    },
  },
];

const dayOf = (month: Time | null, written: string | undefined): CivilDate | null =>
  month && parseDate(`${month.from.slice(0, 8)}${two(number(written))}`);

/** 本月15日, 下个月1号到10号, 8日到15日: of the month that is said, else of this one. */
const DAYS_OF_MONTHS: readonly TimeWords[] = [
  {
    pattern: `(?:(本|当|这个?|上个?|下个?)月)(${NUMBER})[日号](?:(?:到|至|-|~|—|–)(${NUMBER})[日号])?|(?<![第\\d月])(${NUMBER})[日号]?(?:到|至|-|~|—|–)(${NUMBER})[日号](?!楼|线)`,
    read: ([, m, a, b, c, d], frame) => {
      const month = monthSaid(undefined, m, frame);
      const [from, to] = [dayOf(month, a ?? c), dayOf(month, b ?? d ?? a)];
      if (!from || !to || from > to) return null;
      return from === to ? day(from) : span('span', from, to);
    },
  },
];

/** The same day so many months away; the last of the month where it has none. */
function monthsFrom(date: CivilDate, months: number): CivilDate {
  const month = relativeMonth(date, months)!;
  return parseDate(`${month.from.slice(0, 8)}${date.slice(8)}`) ?? endOfMonth(month.from);
}

type Grain = 'week' | 'month';
const grainOf = (written: string): Grain => (/月|month/.test(written) ? 'month' : 'week');

/** The last so many weeks or months, today included. */
const lastOf = (today: CivilDate, count: number, grain: Grain): Time =>
  span('span', addDays(grain === 'week' ? addDays(today, -7 * count) : monthsFrom(today, -count), 1), today);
const nextOf = (today: CivilDate, count: number, grain: Grain): Time =>
  span('span', today, grain === 'week' ? addDays(today, 7 * count) : monthsFrom(today, count));

const FEW: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
};
const counted = (written: string | undefined): number => FEW[written ?? ''] ?? Math.min(number(written), 120);
/** So many, written in figures or as a word. */
export const countOf = counted;
export const COUNT_EN = '(\\d{1,2}|one|two|three|four|five|six|eight|ten|twelve)';

const COUNTED: readonly TimeWords[] = [
  {
    pattern: `(?:最近|过去|近)(?:的)?(${NUMBER})(周|个?星期|个?礼拜|个月)(?:内|里|来|以来|间)?|(?<![a-z])(?:the )?(?:last|past|previous) ${COUNT_EN} (weeks|months)(?![a-z])`,
    read: ([, a, grain, b, english], { today }) =>
      lastOf(today, counted(a ?? b), grainOf((grain ?? english)!)),
  },
  {
    pattern: '(?:最近|过去|近)半年(?:内|里|来|以来)?|(?:the )?(?:last|past) half year',
    read: (_, { today }) => lastOf(today, 6, 'month'),
  },
  {
    pattern: `(?:未来|今后|接下来|往后|后面)的?(${NUMBER})(周|个?星期|个?礼拜|个月)(?:之内|以内|内|里)?|(?<![第\\d])(${NUMBER})(周|个?星期|个?礼拜|个月)(?:之内|以内|内)|(?<![a-z])(?:(?:in |within )?(?:the )?(?:next|coming)|within) ${COUNT_EN} (weeks|months)(?![a-z])`,
    read: ([, a, ga, b, gb, c, gc], { today }) =>
      nextOf(today, counted(a ?? b ?? c), grainOf((ga ?? gb ?? gc)!)),
  },
  {
    pattern: `这(${NUMBER})(?:周|个星期|个礼拜)|本周(?:和|与|跟|、)下周|this (?:week )?and next week`,
    read: ([, count], { today }) => {
      const weeks = count ? counted(count) : 2;
      const monday = mondayOf(today);
      return weeks < 2 ? null : span('span', monday, addDays(monday, 7 * weeks - 1));
    },
  },
  {
    pattern: `前(${NUMBER})(?:周|个星期|个礼拜)|上周(?:和|与|跟|、)上上周`,
    read: ([, count], { today }) => {
      const weeks = count ? counted(count) : 2;
      const monday = mondayOf(today);
      return weeks < 2 ? null : span('span', addDays(monday, -7 * weeks), addDays(monday, -1));
    },
  },
];

const WEEKEND = '(本周末|这个?周末|下周末|下个周末|周末|(?:this |the )?weekend|next weekend)';
const isNext = (written: string): boolean => /^下|next/.test(written);
const weekend = ({ today }: Frame, written: string): Time => {
  const weeks = isNext(written) ? 1 : 0;
  return span('span', inWeek(today, weeks, 6).from, inWeek(today, weeks, 7).from);
};
const BOUNDS: readonly TimeWords[] = [
  {
    pattern: `${WEEKEND}(?:之前|以前|前)|(?<![a-z])(?:before|by) ${WEEKEND}(?![a-z])`,
    read: ([, a, b], frame) => untilDay(addDays(weekend(frame, (a ?? b)!).from, -1)),
  },
  { pattern: `(?<![a-z])${WEEKEND}(?![a-z])`, read: ([, which], frame) => weekend(frame, which!) },
  {
    pattern:
      '(?:今天)?(?:下班|收工)(?:之前|以前|前)|(?<![a-z])(?:by |before )?(?:the )?(?:end of (?:the )?(?:work(?:ing)? )?day|eod|cob|close of (?:business|play))(?: today)?(?![a-z])',
    read: (_, { today }) => untilDay(today),
  },
  ...FEAST_TIMES,
];

/** Read before any shorter time, since these contain such. */
export const LONG_TIMES: readonly TimeWords[] = [
  YEAR_START,
  ...QUARTERS,
  ...RANGES,
  ...DAYS_OF_MONTHS,
  ...PARTS,
  ...COUNTED,
  ...BOUNDS,
];

/** The week in which what was found lies: 8月8日那周, the week of 8 August. */
export const weekAround = (time: Time): Time | null =>
  time.grain === 'day' || weekdayOf(time.from) === 1 ? weekOfDay(time.from) : null;
