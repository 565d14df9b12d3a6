// Which command typed words call. The command's word may stand first or last (市公安局 状态), failing that in the middle
// (本周谁没报周报); Chinese needs no space after it; the longest word wins, so 换联络员 is not 联络员.

import { distance } from 'fastest-levenshtein';
import type { CommandName } from '../domain/outcome.ts';
import type { Command } from './command.ts';

/** `place`: where the word stands in the text. */
export type Match = { command: Command; word: string; rest: string; place: 'first' | 'last' | 'inside' };

const wordsOf = (command: Command): string[] => [...command.words.zh, ...command.words.en];
const isLatin = (word: string): boolean => /^[a-z]/.test(word);

function restAfter(text: string, word: string): string | null {
  if (!text.startsWith(word)) return null;
  const rest = text.slice(word.length);
  return isLatin(word) && /^[a-z0-9]/.test(rest) ? null : rest.trim();
}

function restBefore(text: string, word: string): string | null {
  if (!text.endsWith(word)) return null;
  const rest = text.slice(0, -word.length);
  return isLatin(word) && /[a-z0-9]$/.test(rest) ? null : rest.trim();
}

const PLAIN_ENOUGH = 3;

/** In the middle only a word that stands by itself counts, or a Chinese one that is long enough to mean nothing else. */
function restAround(text: string, word: string): string | null {
  const at = ` ${text} `.indexOf(` ${word} `);
  const inside = at < 0 && !isLatin(word) && word.length >= PLAIN_ENOUGH ? text.indexOf(word) : at;
  if (inside < 0) return null;
  return `${text.slice(0, inside)} ${text.slice(inside + word.length)}`.replace(/\s+/g, ' ').trim();
}

function longest(
  commands: readonly Command[],
  text: string,
  restOf: typeof restAfter,
): Omit<Match, 'place'> | null {
  const matches = commands.flatMap((command) =>
    wordsOf(command)
      .map((word) => ({ command, word, rest: restOf(text, word) }))
      .filter((match) => match.rest !== null),
  );
  const [best] = matches.sort((a, b) => b.word.length - a.word.length);
  return best ? { ...best, rest: best.rest! } : null;
}

const WAYS = [
  ['first', restAfter],
  ['last', restBefore],
  ['inside', restAround],
] as const;

/** A question mark alone is a word (help); after other words it only ends the question. */
const withoutEnd = (text: string): string => text.replace(/(?<=[^?!。])[?!。]+$/, '').trim();

/** The command that a plain text calls and the words left for it; null if it calls none. */
export function matchCommand(commands: readonly Command[], text: string): Match | null {
  const asked = withoutEnd(text);
  for (const [place, way] of WAYS) {
    const match = longest(commands, asked, way);
    if (match) return { ...match, place };
  }
  return null;
}

/** More than this share of letters wrong, and two words have nothing to do with each other. */
const MOST_WRONG = 0.6;

/** The three commands whose words are nearest to what was typed; where none is near, the first three. */
export function likelyCommands(commands: readonly Command[], text: string): CommandName[] {
  const [first = ''] = text.split(' ');
  const near = (word: string) => {
    const wrong = text.includes(word) ? 0 : distance(first, word) / Math.max(first.length, word.length);
    return wrong > MOST_WRONG ? 1 : wrong;
  };
  return commands
    .filter((command) => wordsOf(command).length > 0)
    .map((command) => ({ name: command.name as CommandName, far: Math.min(...wordsOf(command).map(near)) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ name }) => name);
}
