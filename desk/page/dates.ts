// Dates as the page prints them: 8月5日 周五 17:00 / Fri 5 Aug 17:00, the year only when it is not this one; and the
// date tokens of Slack's mrkdwn, reckoned from campaign time as Slack does from today.

import type { Language } from '../../domain/campaign.ts';
import type { CivilDate, Instant } from '../../domain/ids.ts';
import { civilOf, daysBetween, weekdayOf } from '../../domain/zone.ts';
import { wordsOf } from './words.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS =
  'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS: Record<Language, string[]> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

/** Where and when "now" is for whoever prints a date. */
export type Printing = { language: Language; zone: string; now: number };

export const dateIn = (at: number, zone: string): CivilDate => civilOf(at as Instant, zone).date;
export const timeIn = (at: number, zone: string): string => civilOf(at as Instant, zone).time;
export const weekdayIn = (date: CivilDate, language: Language): string =>
  WEEKDAYS[language][weekdayOf(date) - 1] ?? '';

/** 8月5日 / 5 Aug, with the year when it is not the one we are in. */
export function dayText(date: CivilDate, { language, zone, now }: Printing): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const isThisYear = dateIn(now, zone).startsWith(String(year));
  if (language === 'zh') return `${isThisYear ? '' : `${year}年`}${month}月${day}日`;
  return `${day} ${MONTHS[month - 1]}${isThisYear ? '' : ` ${year}`}`;
}

/** 8月5日 周五 / Fri 5 Aug. */
export function dayWithWeekday(date: CivilDate, printing: Printing): string {
  const [day, weekday] = [dayText(date, printing), weekdayIn(date, printing.language)];
  return printing.language === 'zh' ? `${day} ${weekday}` : `${weekday} ${day}`;
}

/** 8月5日 周五 17:00. */
export const momentText = (at: number, printing: Printing): string =>
  `${dayWithWeekday(dateIn(at, printing.zone), printing)} ${timeIn(at, printing.zone)}`;

/** 今天 17:00, 明天 09:00, else the day. */
export function nearText(at: number, printing: Printing): string {
  const words = wordsOf(printing.language);
  const away = daysBetween(dateIn(printing.now, printing.zone), dateIn(at, printing.zone));
  const near: Record<number, string> = { [-1]: words.yesterday, 0: words.today, 1: words.tomorrow };
  return `${near[away] ?? dayWithWeekday(dateIn(at, printing.zone), printing)} ${timeIn(at, printing.zone)}`;
}

/** Fills a date format of Slack's (`{date_short_pretty} {time}`); tokens that Slack does not know stay as they are. */
export function slackDate(unix: number, format: string, printing: Printing): string {
  return format.replace(
    /\{(\w+)\}/g,
    (whole, token: string) => tokenText(unix * 1000, token, printing) ?? whole,
  );
}

function tokenText(at: number, token: string, printing: Printing): string | null {
  const { zone, language } = printing;
  const date = dateIn(at, zone);
  if (token === 'time') return timeIn(at, zone);
  if (token === 'time_secs') return `${timeIn(at, zone)}:00`;
  if (token === 'date_num') return date;
  if (token.endsWith('_pretty')) return pretty(at, token, printing);
  if (token === 'date_short') return dayText(date, printing);
  if (token === 'date_long') return longDate(date, language, true);
  return token === 'date' ? longDate(date, language, false) : null;
}

function pretty(at: number, token: string, printing: Printing): string | null {
  const words = wordsOf(printing.language);
  const away = daysBetween(dateIn(printing.now, printing.zone), dateIn(at, printing.zone));
  if (away === 0) return words.today;
  if (away === 1) return words.tomorrow;
  if (away === -1) return words.yesterday;
  return tokenText(at, token.replace('_pretty', ''), printing);
}

function longDate(date: CivilDate, language: Language, withWeekday: boolean): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const weekday = withWeekday ? weekdayIn(date, language) : '';
  if (language === 'zh') return `${year}年${month}月${day}日${weekday && ` ${weekday}`}`;
  return `${weekday && `${weekday} `}${day} ${LONG_MONTHS[month - 1]} ${year}`;
}
