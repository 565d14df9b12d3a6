// What all answers to questions share: a head that states scope and moment, names that end where they are no longer read,
// and the button that shows what is folded away.

import type { Button, KnownBlock } from '@slack/types';
import type { Covered } from '../../domain/ask/facts.ts';
import type { Moment, UnitFacts } from '../../domain/facts.ts';
import { type Message, message, section } from '../blocks.ts';
import { bold, clean, lengthOf, type Mrkdwn, safe, truncate } from '../escape.ts';
import type { Voice } from './phrases.ts';

/** At most one screen: what is beyond is counted and found behind a button. */
export const ROWS_SHOWN = 12;
const NAMES_LENGTH = 300;
const NAME_LENGTH = 40;
const SCOPE_LENGTH = 120;

/** A name in a line or a button, cut to what is read at a glance. */
export const nameOf = ({ name }: UnitFacts): string => truncate(clean(name), NAME_LENGTH);

/** Names in a row; those that do not fit are counted: A、B，另有 12 家. */
export function someNames({ t }: Voice, names: readonly string[]): string {
  const fitting: string[] = [];
  let length = 0;
  for (const name of names) {
    length += lengthOf(name) + 2;
    if (length > NAMES_LENGTH && fitting.length > 0) break;
    fitting.push(truncate(clean(name), NAMES_LENGTH));
  }
  const hidden = names.length - fitting.length;
  return hidden > 0 ? t.questions.moreNames(t.words.list(fitting), hidden) : t.words.list(fitting);
}

/** Rows that are said in one line, in the order in which each line's first came. */
export function groupsOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): [string, [Row, ...Row[]]][] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return [...groups];
}

type Whose = { own: boolean; area?: string | null | undefined; units?: UnitFacts[] | null | undefined };

/** Whose an answer is: the area and units named, else the asker's own or everybody's. */
export function whoseOf(voice: Voice, { own, area = null, units }: Whose): string {
  const { questions } = voice.t;
  const named = units && units.length > 0 ? someNames(voice, units.map(nameOf)) : null;
  if (area !== null || named !== null) return scopeOf([area, named]);
  return own ? questions.own : questions.everybody;
}

/** What an answer is about, without empty parts. */
export const scopeOf = (parts: readonly (string | null)[]): string =>
  parts
    .filter((part) => part !== null && part !== '')
    .map((part) => truncate(clean(part ?? ''), NAMES_LENGTH + SCOPE_LENGTH))
    .join(' · ');

/** 7月的 5 期（6月27日—7月31日）: what of a longer span an answer counts, alike in its words and on its picture. */
export const coveredOf = ({ t, d }: Voice, { whole, from, to, periods }: Covered): string =>
  t.questions.covered(d.periodName(whole), periods, d.span(from, to));

/** 工作进展周报 · 第31周 · 截至 8月5日 周五 16:00 */
export const headOf = ({ t, d, now }: Voice, scope: string, after = ''): Mrkdwn =>
  bold(`${scope} · ${t.words.asOf(d.at(now))}${after}`);

/** What is not shown, with the button that shows it; nothing where all is shown. */
export const folded = (said: string, hidden: number, all: Button): KnownBlock[] =>
  hidden > 0 ? [section(safe(said), all)] : [];

/** The message of an answer; its notification says scope, result and moment in one sentence. */
export function answered(
  { t, d }: Voice,
  { scope, said, now }: { scope: string; said: string; now: Moment['now'] },
  blocks: readonly KnownBlock[],
): Message {
  return message(t.questions.text(scope, said, d.at(now)), blocks, t.words.cut);
}
