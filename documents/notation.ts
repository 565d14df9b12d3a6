// The small notations inside a campaign file: times of day, deadlines, holiday rules, ladder steps.
// Owns their grammar and the regular expressions the JSON Schema shows to editors. Knows no file and no line.

import {
  type HolidayRule,
  type LadderStep,
  type Rhythm,
  type StepAt,
  WEEKDAYS,
  type Weekday,
} from '../domain/campaign.ts';
import { as, type CivilDate, type CivilTime } from '../domain/ids.ts';
import { DEFAULT_LADDER, stepKey } from '../domain/reminders.ts';
import { parseDate } from '../domain/zone.ts';

const TIME = '(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|24:00';
const WEEKDAY = WEEKDAYS.join('|');
// Years a campaign can lie in; beyond them a slip of the finger would set the machine planning for millennia.
const DATE = '(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}';

export const ID_PATTERN = /^[a-z0-9-]+$/;
export const DATE_PATTERN = new RegExp(`^${DATE}$`);
export const EMAIL_PATTERN = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;
export const SLACK_USER_PATTERN = /^[UW][A-Z0-9]+$/;
export const WORKING_HOURS_PATTERN = new RegExp(`^(${TIME}) ?- ?(${TIME})$`);
export const DUE_WEEK_PATTERN = new RegExp(`^(${WEEKDAY})(?: +(${TIME}))?$`);
export const DUE_MONTH_PATTERN = new RegExp(`^(0?[1-9]|[12][0-9]|3[01])(?: +(${TIME}))?$`);
export const DUE_PHASE_PATTERN = new RegExp(`^end(?: +(${TIME}))?$`);
export const ONCE_PATTERN = new RegExp(`^(${DATE})(?: +(${TIME}))?$`);
export const ON_HOLIDAY_PATTERN = /^(?:keep|previous|next(?:\+([1-9][0-9]?))?)$/;
export const STEP_AT_PATTERN = new RegExp(
  `^(?:\\+0|([+-][1-9][0-9]{0,2})h|([+-](?:0|[1-9][0-9]?))wd(?: +(${TIME}))?)$`,
);

/** The time of day of a step that names only working days (FORMAT: `-2wd` is 09:00). */
const STEP_TIME = as<CivilTime>('09:00');

const padTime = (written: string): CivilTime => as<CivilTime>(written.padStart(5, '0'));
const timeOr = (written: string | undefined, fallback: CivilTime): CivilTime =>
  written === undefined ? fallback : padTime(written);

/** Whether a text is a date of the calendar between 1900 and 2199, written `2016-06-30`. */
export const isCivilDate = (written: string): boolean =>
  DATE_PATTERN.test(written) && parseDate(written) !== null;

/** The two ends of `08:30-17:30`; absent when it is not written so. */
export const findWorkingHours = (written: string): { from: CivilTime; to: CivilTime } | undefined => {
  const match = WORKING_HOURS_PATTERN.exec(written);
  if (!match) return undefined;
  return { from: padTime(match[1]!), to: padTime(match[2]!) };
};

/** A weekly rhythm from `fri 17:00`; a time left out is `endOfDay`. */
export const findWeekly = (due: string, endOfDay: CivilTime): Rhythm | undefined => {
  const match = DUE_WEEK_PATTERN.exec(due);
  return match
    ? { every: 'week', weekday: match[1] as Weekday, time: timeOr(match[2], endOfDay) }
    : undefined;
};

/** A monthly rhythm from `10` or `25 15:00`; a time left out is `endOfDay`. */
export const findMonthly = (due: string, endOfDay: CivilTime): Rhythm | undefined => {
  const match = DUE_MONTH_PATTERN.exec(due);
  return match ? { every: 'month', day: Number(match[1]), time: timeOr(match[2], endOfDay) } : undefined;
};

/** A rhythm per phase from `end` or `end 17:30`; a time left out is `endOfDay`. */
export const findPhased = (due: string, endOfDay: CivilTime): Rhythm | undefined => {
  const match = DUE_PHASE_PATTERN.exec(due);
  return match ? { every: 'phase', time: timeOr(match[1], endOfDay) } : undefined;
};

/** The rhythm of a duty that is due once, from `2016-06-15` or `2016-06-15 12:00`. */
export const findOnce = (once: string, endOfDay: CivilTime): Rhythm | undefined => {
  const match = ONCE_PATTERN.exec(once);
  if (!match || !isCivilDate(match[1]!)) return undefined;
  return { every: 'once', date: as<CivilDate>(match[1]!), time: timeOr(match[2], endOfDay) };
};

/** The three keys that say a duty's rhythm. */
export type WrittenRhythm = { every?: 'week' | 'month' | 'phase'; due?: string; once?: string };

/** The rhythm a duty's keys say; absent unless exactly one is said, and soundly. */
export const findRhythm = ({ every, due, once }: WrittenRhythm, endOfDay: CivilTime): Rhythm | undefined => {
  if (once !== undefined) return every === undefined ? findOnce(once, endOfDay) : undefined;
  if (every === undefined || due === undefined) return undefined;
  return { week: findWeekly, month: findMonthly, phase: findPhased }[every](due, endOfDay);
};

/** What a duty does with a deadline on a holiday, from `keep`, `next`, `next+2` or `previous`. */
export const findHolidayRule = (written: string): HolidayRule | undefined => {
  const match = ON_HOLIDAY_PATTERN.exec(written);
  if (!match) return undefined;
  if (written === 'keep' || written === 'previous') return { roll: written };
  return { roll: 'next', nth: Number(match[1] ?? 1) };
};

/** When a ladder step happens, from `-2wd`, `-1wd 09:00`, `-2h`, `+0` or `+1wd 09:00`. */
export const findStepAt = (written: string): StepAt | undefined => {
  const match = STEP_AT_PATTERN.exec(written);
  if (!match) return undefined;
  if (match[1] !== undefined) return { kind: 'hours', hours: Number(match[1]) };
  if (match[2] === undefined) return { kind: 'deadline' };
  // `+ 0` turns the -0 of `-0wd` into 0.
  return { kind: 'working_days', days: Number(match[2]) + 0, time: timeOr(match[3], STEP_TIME) };
};

/** The id of a ladder step: the default ladder's where the moment is the same, else the moment as written. */
export const stepId = (at: StepAt, written: string): LadderStep['id'] =>
  DEFAULT_LADDER.find((step) => stepKey(step.at) === stepKey(at))?.id ?? written;
