// Days as people type them: 2016-08-04, 8月4日, 8/4, 今天, 明天, tomorrow, and spans of two. A day without a year is of
// this year, or of the next one where that is nearer to what is meant: a day long past is not.

import type { CivilDate } from '../domain/ids.ts';
import { addDays, daysBetween, parseDate } from '../domain/zone.ts';

const RELATIVE: Readonly<Record<string, number>> = {
  昨天: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
};

const DAY =
  '\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}[日号]?|\\d{1,2}[月/]\\d{1,2}[日号]?|昨天|今天|今日|明天|明日|后天|yesterday|today|tomorrow';
const ONE_DAY = new RegExp(`^(?:${DAY})$`);
const LAST_DAY = new RegExp(`(?:^|\\s|[，,])(${DAY})(?:前|之前)?$`);
/** The end of a span may leave out the month: 8月4日-6日. */
const SPAN = new RegExp(`(${DAY})(?:\\s*(?:-|–|—|~|到|至|to)\\s*(${DAY}|\\d{1,2}[日号])|\\s+(${DAY}))?`);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]*`;
/** In front of a text a day may be English, too, and have a word before it: by 20 Aug, August 20, 至8月20日. */
const FIRST_DAY = new RegExp(
  `^(?:(?:by|until|till) |[至到]\\s?)?(${DAY}|\\d{1,2} ?${MONTH}|${MONTH} \\d{1,2})(?:前|之前|以前)?(?=$|[\\s，,、：:。])`,
  'i',
);
const monthNo = (name: string): number => MONTHS.indexOf(name) + 1;

/** Half width, lower case, English months as numbers: `5 Aug` and `Aug 5` are 8/5. */
const spelled = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(new RegExp(`\\b(\\d{1,2}) ?${MONTH}\\b`, 'g'), (_, day, month) => `${monthNo(month)}/${day}`)
    .replace(new RegExp(`\\b${MONTH} (\\d{1,2})\\b`, 'g'), (_, month, day) => `${monthNo(month)}/${day}`)
    .trim();

const HALF_A_YEAR_DAYS = 183;

function thisYearOrNext(month: string, day: string, today: CivilDate): CivilDate | null {
  const year = Number(today.slice(0, 4));
  const inYear = (of: number) => parseDate(`${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const date = inYear(year);
  return date && daysBetween(date, today) > HALF_A_YEAR_DAYS ? inYear(year + 1) : date;
}

/** Reads one day, reckoned from `today`; null for anything else and for a day that no calendar has. */
export function readDay(typed: string, today: CivilDate): CivilDate | null {
  const text = spelled(typed);
  if (!ONE_DAY.test(text)) return null;
  const days = RELATIVE[text];
  if (days !== undefined) return addDays(today, days);
  const [first = '', second = '', third] = text.match(/\d+/g) ?? [];
  if (third === undefined) return thisYearOrNext(first, second, today);
  return parseDate(`${first}-${second.padStart(2, '0')}-${third.padStart(2, '0')}`);
}

/** Takes a day off the end of a text (`数据不全 8月10日前`); without one the text stays as it is. */
export function splitLastDay(text: string): { text: string; day: string | null } {
  const found = LAST_DAY.exec(text.trim());
  if (!found) return { text: text.trim(), day: null };
  return {
    text: text
      .trim()
      .slice(0, found.index)
      .replace(/[，,]$/, '')
      .trim(),
    day: found[1]!,
  };
}

/** Takes a day off the start of a text (`8月20日 数据不全`), failing that off its end. */
export function splitDay(text: string): { text: string; day: string | null } {
  const found = FIRST_DAY.exec(text.trim());
  if (!found) return splitLastDay(text);
  const rest = text.trim().slice(found[0].length);
  return { text: rest.replace(/^[\s，,、：:。]+/, ''), day: found[1]! };
}

/** The year that a pointer names; 0, of which there is nothing, for anything else. */
export const readYear = (typed: string): number => (/^\d{4}$/.test(typed) ? Number(typed) : 0);

export type Span = { from: CivilDate; to: CivilDate };

const endIn = (typed: string, from: CivilDate): string =>
  /^\d{1,2}[日号]$/.test(typed) ? `${from.slice(0, 8)}${typed.replace(/\D/g, '').padStart(2, '0')}` : typed;

/**
 * Finds one day or a span of two in a text and what is left of it. `span` is null where the words look like days and are
 * none (a 30 February, an end before its start); null altogether where there are no such words.
 */
export function findSpan(
  typed: string,
  today: CivilDate,
): { span: Span | null; typed: string; rest: string } | null {
  const text = spelled(typed);
  const match = SPAN.exec(text);
  if (!match) return null;
  const [whole, first = '', joined, spaced] = match;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + whole.length)}`.trim();
  const from = readDay(first, today);
  const second = joined ?? spaced ?? first;
  const to = from && readDay(endIn(second, from), today);
  return { span: from && to && from <= to ? { from, to } : null, typed: whole, rest };
}
