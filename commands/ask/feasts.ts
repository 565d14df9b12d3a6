// Feasts and the holidays around them: 国庆前, 中秋当天, 国庆长假. Lunar ones are looked up in the calendar that comes with Node.
// Knows the day of the question and the campaign's span, no intent.

import type { CivilDate } from '../../domain/ids.ts';
import { addDays, parseDate } from '../../domain/zone.ts';
import { NUMBER, readNumber } from './numbers.ts';
import { day, dayIn, type Frame, span, type TimeWords, untilDay, YEAR, yearOf, yearsBack } from './spans.ts';

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});
const CLOSEST_DAYS = 384;

/** The next day on which the lunar calendar reads so, today included. */
function lunarDay({ today }: Frame, monthAndDay: string): CivilDate | null {
  for (let ahead = 0; ahead < CLOSEST_DAYS; ahead += 1) {
    const date = addDays(today, ahead);
    if (lunar.format(new Date(`${date}T00:00:00Z`)) === monthAndDay) return date;
  }
  return null;
}

/** The next such day of the year, today included. */
function solarDay({ today }: Frame, monthAndDay: string): CivilDate | null {
  const here = parseDate(`${today.slice(0, 5)}${monthAndDay}`);
  return here !== null && here >= today ? here : parseDate(`${yearOf(today) + 1}-${monthAndDay}`);
}

/** Feasts by the day on which they begin, `10-01` of the year or `8/15` of the lunar one. */
const FEASTS: readonly (readonly [words: string, first: string])[] = [
  ['国庆(?:节)?|十一(?=\\d*天?长假|假期)|(?:the )?national day(?: holiday)?', '10-01'],
  ["元旦(?:节|假期)?|new year(?:'s day)?", '01-01'],
  ['五一(?:节|长假|假期)?|劳动节|labou?r day', '05-01'],
  ['圣诞(?:节)?|christmas', '12-25'],
  ['中秋(?:节|假期)?|(?:the )?mid-autumn(?: festival)?', '8/15'],
  ['端午(?:节|假期)?|(?:the )?dragon boat(?: festival)?', '5/5'],
  ['春节|过年|大年初一|(?:the )?spring festival|chinese new year', '1/1'],
];
const isLunar = (first: string): boolean => first.includes('/');
const nextFeast = (frame: Frame, first: string): CivilDate | null =>
  isLunar(first) ? lunarDay(frame, first) : solarDay(frame, first);

const beforeFeast = ([words, first]: (typeof FEASTS)[number]): TimeWords => ({
  pattern: `(?:${words})(?:放假|长假|假期)?(?:之前|以前|前)|(?<![a-z])before (?:${words})(?![a-z])`,
  read: (_, frame) => {
    const date = nextFeast(frame, first);
    return date && untilDay(addDays(date, -1));
  },
});
/** The feast of the year that is said; else the nearest of a campaign, or the next of the lunar ones. */
function feastIn(y: string | undefined, frame: Frame, first: string): CivilDate | null {
  const year = yearsBack(y, frame.today);
  const start = year === null ? null : parseDate(`${year}-01-01`);
  if (start) return nextFeast({ ...frame, today: start }, first);
  if (isLunar(first)) return lunarDay(frame, first);
  return dayIn(frame, Number(first.slice(0, 2)), Number(first.slice(3)))?.from ?? null;
}

const onFeast = ([words, first]: (typeof FEASTS)[number]): TimeWords => ({
  pattern: `(?<![a-z])${YEAR}?(?:${words})(?![a-z])(?:当天|那天)?`,
  read: ([, y], frame) => {
    const date = feastIn(y, frame, first);
    return date && day(date);
  },
});

const USUAL_HOLIDAY_DAYS = 7;
const MOST_HOLIDAY_DAYS = 10;

/** 国庆七天长假, the National Day holiday: the days off from the feast on, seven unless a number is said. */
const holidayOf = ([words, first]: (typeof FEASTS)[number]): TimeWords => ({
  pattern: `${YEAR}?(?:${words})(?:期间)?(?:的)?(?:(${NUMBER})天)?(?:的)?(?:长假|假期)(?:期间|里)?`,
  read: ([, y, count], frame) => {
    const from = feastIn(y, frame, first);
    const days = (count && readNumber(count)) || USUAL_HOLIDAY_DAYS;
    return from && days <= MOST_HOLIDAY_DAYS ? span('span', from, addDays(from, days - 1)) : null;
  },
});
/** Feasts that are followed by a week off. */
const LONG_HOLIDAYS = FEASTS.filter(([, first]) => first === '10-01' || first === '1/1');

export const FEAST_TIMES: readonly TimeWords[] = [
  ...FEASTS.map(beforeFeast),
  ...LONG_HOLIDAYS.map(holidayOf),
  ...FEASTS.map(onFeast),
];
