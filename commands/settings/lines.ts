// Settings as people write them, a line for each entry, in Chinese or English: quiet days, steps of a ladder, days of a holiday
// notice, working hours. Reads them into what the campaign keeps; a line that cannot be read is named with what it lacks.

import { findStepAt, findWorkingHours, stepId } from '../../documents/notation.ts';
import type { Campaign, LadderStep, NoticeDay, QuietDays, RecipientRole } from '../../domain/campaign.ts';
import type { CivilDate } from '../../domain/ids.ts';
import type { LineProblem } from '../../domain/settings-facts.ts';
import { addDays, daysBetween } from '../../domain/zone.ts';
import { findSpan } from '../civil-days.ts';

type Why = LineProblem['why'];
export type LinesRead<T> = { ok: true; value: T } | { ok: false; lines: LineProblem[] };

/** Empty lines do not count, but keep their number. */
const numberedLines = (text: string): { no: number; typed: string }[] =>
  text
    .split(/\r?\n|[;；]/)
    .map((line, index) => ({ no: index + 1, typed: line.trim() }))
    .filter(({ typed }) => typed !== '');

/** So many that all of them fit into the form in which they are shown again, in both languages. */
const MOST_QUIET = 40;
const MOST_STEPS = 30;
const LONGEST_NAME = 40;

function readEach<T>(
  text: string,
  read: (line: string) => T[] | Why,
  most = Number.POSITIVE_INFINITY,
): LinesRead<T[]> {
  const found = numberedLines(text).map((line, index) => ({
    ...line,
    read: index < most ? read(line.typed) : ('many' as const),
  }));
  const lines = found.flatMap(({ no, typed, read: why }) =>
    typeof why === 'string' ? [{ no, typed, why }] : [],
  );
  if (lines.length > 0) return { ok: false, lines };
  return { ok: true, value: found.flatMap(({ read: values }) => values as T[]) };
}

const spelled = (line: string): string => line.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

// Working hours

/** Reads `08:30-17:30`; also with 至, 到, to or a longer dash between. */
export function readHours(text: string): LinesRead<Campaign['workingHours']> {
  const written = spelled(text).replace(/\s*(?:[–—~〜]|至|到|to)\s*/, '-');
  const hours = findWorkingHours(written);
  return hours && hours.from < hours.to
    ? { ok: true, value: hours }
    : { ok: false, lines: [{ no: 1, typed: text.trim(), why: 'hours' }] };
}

// Days

const MARK_BETWEEN = /^[\s，,、：:]+|[\s，,、：:]+$/g;

/** The words of a line without its days, as they were typed. */
const nameIn = (rest: string): string => rest.replace(MARK_BETWEEN, '');

/** A year typed wrong would silence everything for years. */
const LONGEST_QUIET_DAYS = 92;

type SpanRead = { from: CivilDate; to: CivilDate; rest: string } | Why;

/** The days of a line and its other words; or why they are none. */
function spanIn(line: string, today: CivilDate, mostDays: number): SpanRead {
  const found = findSpan(line, today);
  if (!found) return 'span';
  if (!found.span) return 'range';
  const { from, to } = found.span;
  return daysBetween(from, to) >= mostDays ? 'long' : { from, to, rest: nameIn(found.rest) };
}

const isLongName = (name: string): boolean => [...name].length > LONGEST_NAME;

function readQuietLine(line: string, today: CivilDate): QuietDays[] | Why {
  const span = spanIn(line, today, LONGEST_QUIET_DAYS);
  if (typeof span === 'string') return span;
  const { from, to, rest: name } = span;
  return isLongName(name) ? 'name' : [{ from, to, name }];
}

/** Reads quiet days: a day or a span, and what they are for: `8月20日至22日 停电检修`. */
export const readQuietDays = (text: string, today: CivilDate): LinesRead<QuietDays[]> =>
  readEach(text, (line) => readQuietLine(line, today), MOST_QUIET);

const OFF = /^(?:休息|放假|休|off|holiday)$/;
const WORK = /^(?:上班|补班|班|work|working)$/;
const GONE = /^(?:取消|删除|remove|delete)$/;
const LONGEST_HOLIDAY_DAYS = 31;

/** A day of a notice; `off` null takes it out. */
export type NoticeEntry = Omit<NoticeDay, 'off'> & { off: boolean | null };

function readMark(words: readonly string[]): { off: boolean | null; at: number } | null {
  const at = words.findIndex((word) => OFF.test(word) || WORK.test(word) || GONE.test(word));
  const word = words[at];
  if (word === undefined) return null;
  return { off: GONE.test(word) ? null : OFF.test(word), at };
}

function readNoticeLine(line: string, today: CivilDate): NoticeEntry[] | Why {
  const span = spanIn(line, today, LONGEST_HOLIDAY_DAYS);
  if (typeof span === 'string') return span;
  const { from, to, rest } = span;
  const words = rest.split(/[\s，,、：:]+/);
  const mark = readMark(words);
  if (!mark) return 'mark';
  const name = words.filter((_, index) => index !== mark.at).join(' ');
  if (isLongName(name)) return 'name';
  const length = daysBetween(from, to) + 1;
  return Array.from({ length }, (_, index) => ({ date: addDays(from, index), off: mark.off, name }));
}

/** Reads days of a holiday notice: days, whether off or worked, and the holiday's name: `2027-02-06 至 02-12 休 春节`. */
export const readNoticeLines = (text: string, today: CivilDate): LinesRead<NoticeEntry[]> =>
  readEach(text, (line) => readNoticeLine(line, today));

// Ladders

const TIME = '(?: ?(?:at )?(\\d{1,2}:\\d{2}))?';
const ZH_STEP = new RegExp(`^(?:截止)?(前|后) ?(\\d{1,3}) ?个?(工作日|小时)${TIME}`);
const EN_STEP = new RegExp(`^(\\d{1,3}) (working days?|hours?) (before|after)${TIME}`);
const DEADLINE = /^(?:截止时|截止|at the deadline|deadline|\+0)/;
const NOTATION = /^[+-]\d{1,3}(?:h|wd(?: \d{1,2}:\d{2})?)/;

const notationOf = (before: boolean, count: string, unit: string, time: string | undefined): string => {
  const sign = before ? '-' : '+';
  if (/^(?:小时|hour)/.test(unit)) return `${sign}${Number(count)}h`;
  return `${Number(count) === 0 ? '+' : sign}${Number(count)}wd${time ? ` ${time}` : ''}`;
};

/** When a step is, in the notation of the campaign file, and how much of the line says so. */
function stepTimeIn(line: string): { written: string; length: number } | null {
  const zh = ZH_STEP.exec(line);
  if (zh) return { written: notationOf(zh[1] === '前', zh[2]!, zh[3]!, zh[4]), length: zh[0].length };
  const en = EN_STEP.exec(line);
  if (en) return { written: notationOf(en[3] === 'before', en[1]!, en[2]!, en[4]), length: en[0].length };
  const [deadline] = DEADLINE.exec(line) ?? [];
  if (deadline) return { written: '+0', length: deadline.length };
  const [notation] = NOTATION.exec(line) ?? [];
  return notation ? { written: notation, length: notation.length } : null;
}

const RECIPIENTS: Record<RecipientRole, readonly string[]> = {
  liaison: ['联络员', 'liaison', 'a角'],
  deputy: ['联络员(b角)', '副联络员', 'b角', 'deputy liaison', 'deputy'],
  head: ['负责人', '单位负责人', 'head', 'unit head'],
  office: ['办公室工作人员', '办公室', 'office staff', 'office'],
  office_director: ['办公室主任', '主任', 'office director', 'director'],
};
const ROLES = Object.keys(RECIPIENTS) as RecipientRole[];
const roleNamed = (word: string): RecipientRole | undefined =>
  ROLES.find((role) => RECIPIENTS[role].includes(word));

function recipientsIn(rest: string): RecipientRole[] | null {
  const words = rest
    .replace(/^[\s:→>-]+/, '')
    .split(/\s*(?:[、,，+/和]|\band\b)\s*/)
    .filter((word) => word !== '');
  const roles = words.map(roleNamed);
  return roles.length > 0 && roles.every((role) => role !== undefined) ? [...new Set(roles)] : null;
}

function readStep(typed: string): LadderStep[] | Why {
  const line = spelled(typed);
  const time = stepTimeIn(line);
  const at = time && findStepAt(time.written);
  if (!time || !at) return 'step';
  const to = recipientsIn(line.slice(time.length));
  return to ? [{ id: stepId(at, time.written), at, to }] : 'recipient';
}

const USUAL = /^(?:默认|通常|default|usual)$/;
const NONE = /^(?:无|不提醒|none)$/;

/** Reads the steps of a ladder, `前 1 个工作日 09:00：联络员`; null stands for the usual ladder (默认), none for 无. */
export function readLadder(text: string): LinesRead<LadderStep[] | null> {
  const whole = spelled(text);
  if (whole === '' || USUAL.test(whole)) return { ok: true, value: null };
  if (NONE.test(whole)) return { ok: true, value: [] };
  return readEach(text, readStep, MOST_STEPS);
}
