// Words after 会商, in both languages, as the same input that a button or a form carries: a verb, a period before or after
// it, then what the verb takes. Titles, names and reasons are kept exactly as typed.

import type { ActionInput } from '../../domain/actions.ts';
import type { Period } from '../../domain/ids.ts';
import { findPeriod, plain } from '../../domain/names.ts';
import type { Refusal } from '../../domain/outcome.ts';
import { readDay } from '../civil-days.ts';
import type { Context } from '../command.ts';
import { inPlace } from '../leading.ts';
import { todayOf } from '../task/fields.ts';

export const words = { zh: ['会商'], en: ['consultation', 'meeting'] };

/** Verbs of a consultation, and its parts to be looked at. */
const VERBS = {
  show: ['查看', '详情', 'show', 'view'],
  see_agenda: ['议程', 'agenda'],
  see_topics: ['议题列表', '议题清单', 'topics'],
  see_attendance: ['参会名单', '参会情况', '名单', 'attendance', 'who is coming'],
  topic: ['提请议题', '议题', 'propose', 'topic'],
  agenda: ['编辑议程', '修改议程', '编辑', 'edit agenda', 'edit'],
  issue: ['印发议程', '印发', 'issue agenda', 'issue'],
  attend: ['参会', '参加', 'attend', 'coming'],
  excuse: ['请假', '不参加', 'excuse', 'apologies', 'cannot come'],
  calendar: ['日历', '加入日历', 'calendar', 'ics'],
  minutes: ['会议纪要', '写纪要', '纪要', 'minutes'],
  approve: ['批准纪要', '批准', 'approve'],
  decisions: ['议定事项', '决定', 'decisions'],
  move: ['改期', '改时间', '移期', 'move', 'reschedule'],
  cancel: ['取消', 'cancel'],
} as const;

/** What can be typed: a verb, or a part that is looked at. */
export type Typed = keyof typeof VERBS;

const SPOKEN = Object.entries(VERBS).flatMap(([verb, spoken]) =>
  spoken.map((word) => ({ word, verb: verb as Typed })),
);

type Parsed = ActionInput | { refusal: Refusal };

const SEPARATORS = /^[\s，,、：:。;；]+/;
const isLatin = (char: string | undefined): boolean => char !== undefined && /[a-z0-9]/.test(char);
const after = (text: string, length: number): string => text.slice(length).replace(SEPARATORS, '').trim();

const startsWith = (text: string, word: string): boolean =>
  text.startsWith(word) && !(isLatin(word.at(-1)) && isLatin(text[word.length]));

/** What was typed after the command's word; where that stands last or in the middle, the words around it. */
function textAfter(typed: string, rest: string): string {
  const text = typed.trim();
  const own = [...words.zh, ...words.en].find((word) => startsWith(inPlace(text), word));
  return own ? after(text, own.length) : rest;
}

function verbAt(text: string): { verb: Typed; text: string } | null {
  const same = inPlace(text);
  const starts = SPOKEN.filter(({ word }) => startsWith(same, word));
  const [longest] = starts.sort((a, b) => b.word.length - a.word.length);
  return longest ? { verb: longest.verb, text: after(text, longest.word.length) } : null;
}

function periodAt(context: Context, text: string): { period: Period; text: string } | null {
  const same = plain(text);
  const found = findPeriod(context.actor.campaign.definition, same, todayOf(context));
  return found?.at === 0 ? { period: found.value, text: same.slice(found.length).trim() } : null;
}

const TIME =
  /(?:上午|下午|at\s)?\s*(\d{1,2}\s*[:：]\s*\d{2}|\d{1,2}\s*[点时](?:半|整|\s*\d{1,2}\s*分?)?|\d{1,2}\s?(?:am|pm))/i;

const afternoon = (said: string, time: string): string => {
  const [, hour = '', rest = ''] = /^(\d{1,2})([\s\S]*)$/.exec(time) ?? [];
  return said.includes('下午') && Number(hour) < 12 ? `${Number(hour) + 12}${rest}` : time;
};

const MOST_WORDS_OF_A_DAY = 3;

/** Takes a day off the start of a text; `26 Aug` and `2016年 8月 26日` are several words. */
function dayAt(context: Context, text: string): { day: string; rest: string } | null {
  const all = text.split(/\s+/);
  for (let count = Math.min(MOST_WORDS_OF_A_DAY, all.length); count > 0; count--) {
    const day = all.slice(0, count).join(' ');
    if (readDay(day, todayOf(context))) return { day, rest: all.slice(count).join(' ') };
  }
  return null;
}

/** 8月26日 15:00 市政府二楼: day and hour in any order, then the place; without a day or an hour, that one stays. */
function appointment(context: Context, text: string): Record<string, string> {
  const said = TIME.exec(text);
  const untimed = said ? `${text.slice(0, said.index)} ${text.slice(said.index + said[0].length)}` : text;
  const left = untimed.trim().replace(/^(?:到|至|to\s)\s*/, '');
  const found = dayAt(context, left);
  const place = (found?.rest ?? left).replace(/^(?:在|地点|at\s)\s*[:：]?\s*/, '').trim();
  const time = said ? afternoon(said[0], said[1]!.replace(/\s/g, '')) : null;
  if (!found && !time) return { date: text };
  return { ...(found && { date: found.day }), ...(time && { time }), ...(place !== '' && { place }) };
}

/** 张三代, 由张三代替, 张三 instead. */
const standIn = (text: string): string =>
  text
    .replace(/^(?:由|请|让)\s*/, '')
    .replace(/\s*(?:代为参会|代为参加|代替|代会|参会|参加|代|instead)$/i, '')
    .trim();

function valuesOf(context: Context, verb: Typed, text: string): Record<string, string> | null {
  switch (verb) {
    case 'topic':
      return { title: text };
    case 'excuse':
      return { instead: standIn(text) };
    case 'move':
      return appointment(context, text);
    case 'cancel':
      return { reason: text };
    default:
      return null;
  }
}

const unknown = (typed: string): Parsed => ({
  refusal: { kind: 'unknown_word', typed, command: 'consultation' },
});

/** Reads the words after 会商; `typed` is the whole text as it was typed. */
export function parseConsultation(rest: string, context: Context, typed: string): Parsed {
  const all = textAfter(typed, rest);
  const before = periodAt(context, all);
  const said = verbAt(before?.text ?? all) ?? { verb: 'show' as const, text: before?.text ?? all };
  const takesText = valuesOf(context, said.verb, '') !== null;
  const behind = before || takesText ? null : periodAt(context, said.text);
  const { period } = before ?? behind ?? {};
  const text = behind?.text ?? said.text;
  const pointed = { verb: said.verb, ...(period && { period }) };
  if (text === '') return pointed;
  const values = valuesOf(context, said.verb, text);
  return values ? { ...pointed, values } : unknown(text);
}
