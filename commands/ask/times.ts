// Times as people say them: weeks, months, days, ends and deadlines, each as a span of civil days and, where there is one,
// the period of that name. Knows the campaign's span (a month without a year is one in which it runs) and no intent.
// What this file does not know, chrono-node is asked for (English days only; its Chinese ones are all here).

import { createRequire } from 'node:module';
import type { Campaign } from '../../domain/campaign.ts';
import type { CivilDate } from '../../domain/ids.ts';
import { addDays, daysBetween, parseDate } from '../../domain/zone.ts';
import { COUNT_EN, countOf, LONG_TIMES, weekAround } from './long-times.ts';
import { NUMBER, readNumber } from './numbers.ts';
import { type Entity, type Scan, take } from './scan.ts';
import {
  asEnd,
  coming,
  DAY_NAME,
  day,
  dayAlone,
  dayIn,
  dayNo,
  type Frame,
  inWeek,
  MONTH_NAME,
  monthNamed,
  monthNo,
  monthSpan,
  nearestYear,
  relativeMonth,
  relativeWeek,
  span,
  type Time,
  type TimeWords,
  two,
  WEEK,
  weekdayNo,
  weekOfMonth,
  weekSpan,
  YEAR,
  yearOf,
  yearSpan,
  yearsBack,
} from './spans.ts';

type English = typeof import('chrono-node/en')['casual'];

let english: English | null = null;

/** Loaded with the first text that asks for it, and not at the start: it takes 10 MB. */
function readsEnglish(): English {
  english ??= (createRequire(import.meta.url)('chrono-node/en') as { casual: English }).casual;
  return english;
}

const number = (written: string | undefined): number => readNumber(written ?? '') ?? 0;

const Days: readonly TimeWords[] = [
  {
    pattern: '(?<!\\d)(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:-|/|\\.|月)(\\d{1,2})[日号]?(?!\\d)',
    read: ([, y, m, d]) => {
      const date = parseDate(`${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`);
      return date && day(date);
    },
  },
  {
    pattern: `${YEAR}?(${NUMBER})月(${NUMBER})(?:日|号)?(?!\\d|[个月家周])(?<!一(?=[共起直样定般些周]))`,
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
  {
    pattern: '今明(?:两)?[天日]',
    read: (_, { today }) => span('span', today, addDays(today, 1)),
  },
  {
    pattern: '明后(?:两)?[天日]',
    read: (_, { today }) => span('span', addDays(today, 1), addDays(today, 2)),
  },
  { pattern: '大后天', read: (_, { today }) => day(addDays(today, 3)) },
  { pattern: '后天|(?:the )?day after tomorrow', read: (_, { today }) => day(addDays(today, 2)) },
  {
    pattern: '明天|明日|明儿|明晚|明早|(?<![a-z])tomorrow(?![a-z])',
    read: (_, { today }) => day(addDays(today, 1)),
  },
  {
    pattern:
      '今天|今日|今儿个?|今晚|今早|当天|当日|(?<![a-z])today(?![a-z])|(?<![a-z])tonight(?![a-z])|(?<![a-z])this (?:morning|afternoon|evening)(?![a-z])',
    read: (_, { today }) => day(today),
  },
  { pattern: '大前天', read: (_, { today }) => day(addDays(today, -3)) },
  { pattern: '前天|(?:the )?day before yesterday', read: (_, { today }) => day(addDays(today, -2)) },
  {
    pattern: '昨天(?:一|整|全)(?:整)?天|昨天|昨日|昨儿|昨晚|(?<![a-z])yesterday(?![a-z])',
    read: (_, { today }) => day(addDays(today, -1)),
  },
];

const ENDS: readonly TimeWords[] = [
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
    pattern: `${YEAR}(?:底|末)`,
    read: ([, y], { today }) => asEnd(yearSpan(yearsBack(y, today) ?? yearOf(today))),
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
];

const PERIODS: readonly TimeWords[] = [
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
  { pattern: `再(?:上|前|早)(?:一)?${WEEK}`, read: (_, { today }) => relativeWeek(today, -2) },
  { pattern: `再下(?:一)?${WEEK}`, read: (_, { today }) => relativeWeek(today, 2) },
  {
    pattern: `上上${WEEK}|大上${WEEK}|(?:the )?week before last`,
    read: (_, { today }) => relativeWeek(today, -2),
  },
  {
    pattern: `上(?:一)?${WEEK}|(?:last|previous|past) week(?![a-z])`,
    read: (_, { today }) => relativeWeek(today, -1),
  },
  { pattern: `下下${WEEK}|(?:the )?week after next`, read: (_, { today }) => relativeWeek(today, 2) },
  {
    pattern: `(?<![填写看报交催查改弄补发退收搞问瞧瞅点](?=下周报))下(?:一)?${WEEK}|(?:next|the coming) week(?![a-z])`,
    read: (_, { today }) => relativeWeek(today, 1),
  },
  {
    pattern: `(?:本|这(?:一)?|当)${WEEK}|(?:this|current|the current) week(?![a-z])`,
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
    pattern: `(?<![\\d个])(?<![上下](?=[一两]))(${NUMBER})月份?(?!\\d)`,
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
    pattern: `${YEAR}(?:度)?|(?:last|this) year|(?<=(?:in|of|for|the) )(20\\d\\d)(?![\\d-])`,
    read: ([whole, y, digits], { today }) =>
      yearSpan(
        digits ? Number(digits) : (yearsBack(y, today) ?? yearOf(today) - (whole.startsWith('last') ? 1 : 0)),
      ),
  },
];

/** Days in number: the next three, the last seven. */
const COUNTED: readonly TimeWords[] = [
  {
    pattern: `(?:最近|过去|近|前|这)(${NUMBER})[天日](?:内|里|来)?|(?:last|past) ${COUNT_EN} days`,
    read: ([, a, b], { today }) => span('span', addDays(today, 1 - countOf(a ?? b)), today),
  },
  {
    pattern: `(?:未来|今后|接下来|往后|后面|之后)?的?(${NUMBER})[天日](?:之内|以内|内|里)|(?:未来|今后|接下来|往后|后面|之后)的?(${NUMBER})[天日]|(?:in )?(?:the )?(?:next|coming|following) ${COUNT_EN} days|(?<![a-z])within ${COUNT_EN} days`,
    read: ([, a, b, c, d], { today }) => span('span', today, addDays(today, countOf(a ?? b ?? c ?? d))),
  },
];

/** `15号` is a day only where something says so: a deadline after it, or words before it. */
const ALONE: TimeWords = {
  pattern: `(?<![第\\d〕)月])(${NUMBER})[日号](?=之?前|以前|截止|到期|为止|要交|要报|该交|该报|得交|那天|当天|那一?周|那个?星期|所在周|当周)|(?<=(?:延|推|改|提前|挪)(?:期|后|迟)?到)(${NUMBER})[日号]|(?<=(?:by|before|on|until) )(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?![a-z])`,
  read: ([, a, b, c], frame) => dayAlone(frame, number(a ?? b ?? c)),
};

const compiled = [...LONG_TIMES, ...Days, ...ENDS, ...COUNTED, ...PERIODS, ALONE].map(
  ({ pattern, read }) => ({
    pattern: new RegExp(pattern, 'g'),
    read,
  }),
);

const CIVIL = /^\d{4}-\d\d-\d\d$/;

/** What is left in English and speaks of a day. */
const MAY_BE_A_DAY = /(?<![a-z])(?:days?|weeks?|months?|fortnight|weekend|noon|eod|ago)(?![a-z])/;

function takeRest(scan: Scan, { today }: Frame): void {
  if (!MAY_BE_A_DAY.test(scan.text)) return;
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
  const [found] = readsEnglish().parse(scan.text, reference, { forwardDate: true });
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
  `(?<![a-z])(?:by|before|until|till|no later than|as of|as at|up to|截至|截止到?)\\s*(${MARK})`,
  'g',
);

const foundBy = (scan: Scan, character: string): Entity | undefined =>
  scan.found[character.charCodeAt(0) - 0xe000];

const AROUND = new RegExp(
  `(?<![a-z])(?:the )?week (?:of|starting|beginning|commencing|ending|containing|with)(?: on)? (${MARK})|(${MARK})(?:的)?(?:那一?|所在的?|当)(?:周|个?星期|个?礼拜)`,
  'g',
);
const CLOCK_ZH = `(?:早上|上午|中午|下午|傍晚|晚上|晚间)?(?:${NUMBER}点(?:半|整|钟|${NUMBER}分)?)|早上|上午|中午|下午|傍晚|晚上`;
const CLOCK_EN =
  ' (?:morning|noon|afternoon|evening|night)| (?:at )?(?:\\d{1,2}(?::\\d\\d)? ?(?:am|pm)|\\d{1,2}:\\d\\d|noon|midnight)';
const AT_A_CLOCK = new RegExp(`(${MARK})(?:的)?(?:${CLOCK_ZH})|(${MARK})(?:${CLOCK_EN})(?![a-z])`, 'g');
const SINCE = new RegExp(
  `(?:自从?|从|打)?(${MARK})(?:以来|至今|到现在|到今天|到目前(?:为止)?|迄今|起(?=[,，]?(?:一?共|总共|累计|到|谁|哪|都|有|各|每|[\\ue000-\\uf8ff]))|开始(?=[,，]?(?:一?共|总共|累计|到|谁|哪)))|(?<![a-z])since (${MARK})`,
  'g',
);

/** A piece of the text as it was typed, with what was found in it. */
const written = (scan: Scan, piece: string): string =>
  [...piece].map((character) => foundBy(scan, character)?.raw ?? character).join('');

/** 比上周, 跟7月相比, compared with last week: what something is held against is not the time it is about. */
const COMPARED = new RegExp(
  `(?:相比于?|环比|对比|比较?|较)(${MARK})(?:相比|的)?|(?:跟|和|与|同)(${MARK})(?:相比|对比|比较?)|(?<![a-z])(?:compared (?:to|with)|versus|vs\\.?|than|against|relative to|up from|down from) (${MARK})`,
  'g',
);
const NEIGHBOURS = new RegExp(`(${MARK})(?:和|与|跟|及|、| and )(${MARK})`, 'g');

/** What the words around a found time make of it. */
function takeAround(scan: Scan, pattern: RegExp, make: (time: Time) => Time | null): void {
  take(scan, pattern, ([raw, a, b]) => {
    const known = foundBy(scan, (a ?? b)!);
    const time = known?.time && make(known.time);
    return known && time ? { ...known, raw: raw.replace((a ?? b)!, known.raw), time } : null;
  });
}

/** 下周一到周三: the Wednesday after that Monday, not the next to come. */
const sameWeek = (from: Time, end: Time): CivilDate => {
  const late = daysBetween(end.to, from.from);
  return end.grain === 'day' && from.grain === 'day' && late > 0 && late < 14
    ? addDays(end.to, 7 * Math.ceil(late / 7))
    : end.to;
};

/** Since Monday: the one that has gone by. */
const sinceThen = (time: Time, today: CivilDate): Time => {
  const ahead = daysBetween(today, time.from);
  return time.grain === 'day' && ahead > 0 && ahead < 7 ? day(addDays(time.from, -7)) : time;
};

function joinSpans(scan: Scan, { today }: Frame): void {
  takeAround(scan, AT_A_CLOCK, (time) => time);
  takeAround(scan, AROUND, weekAround);
  takeAround(scan, SINCE, (coming) => {
    const time = sinceThen(coming, today);
    return {
      ...span('span', time.from, time.from < today ? today : time.to),
      since: true,
      ...(time.yearless && { yearless: true }),
    };
  });
  take(scan, JOINED, ([raw, a, b]) => {
    const [from, end] = [foundBy(scan, a!)?.time, foundBy(scan, b!)?.time];
    if (!from || !end) return null;
    const to = sameWeek(from, end);
    return from.from > to
      ? null
      : { letter: 'T', raw: written(scan, raw), time: span('span', from.from, to) };
  });
  take(scan, COMPARED, ([raw, a, b, c]) => {
    const known = foundBy(scan, (a ?? b ?? c)!);
    return known?.time ? { letter: 'Z', raw: raw.replace((a ?? b ?? c)!, known.raw) } : null;
  });
  take(scan, NEIGHBOURS, ([raw, a, b]) => {
    const [one, other] = [foundBy(scan, a!)?.time, foundBy(scan, b!)?.time];
    const [from, to] = one && other && one.from > other.from ? [other, one] : [one, other];
    return from && to && addDays(from.to, 1) === to.from
      ? { letter: 'T', raw: written(scan, raw), time: span('span', from.from, to.to) }
      : null;
  });
  for (const pattern of [UNTIL_AFTER, UNTIL_BEFORE])
    takeAround(scan, pattern, (time) => ({ ...time, until: true }));
}

/** Finds the times in a text, reckoned from the civil day of the asker's now. */
export function takeTimes(scan: Scan, frame: Frame): void {
  for (const { pattern, read } of compiled)
    take(scan, pattern, (match) => {
      const time = read(match, frame);
      return time && { letter: 'T', raw: match[0], time };
    });
  joinSpans(scan, frame);
  takeRest(scan, frame);
}

/** Whether a time lies wholly before the campaign. */
export const isBefore = (time: Time, campaign: Campaign): boolean => time.to < campaign.from;
