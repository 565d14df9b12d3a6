// Reads a sentence that ends in somebody's own words: `退回 市公安局 第31周 数据不全，请补充`. Command, unit, duty and period
// stand in front, each once and in any order; the first word that is none of them begins the text, which is kept exactly
// as typed. Names inside the text (a reason may well name another unit) are therefore never taken for a target.

import type { Duty, Unit } from '../domain/campaign.ts';
import type { Period } from '../domain/ids.ts';
import { findDutyNamed, findPeriod, plain, unitWordsOf } from '../domain/names.ts';
import { dateOf } from '../domain/zone.ts';
import type { Command, Context } from './command.ts';

export type Leading = { unit?: Unit; duty?: Duty; period?: Period; text: string };
type Part = 'command' | 'unit' | 'duty' | 'period';
type Taken = { part: Part; length: number; found: Omit<Leading, 'text'> };

/** Half width and lower case, every character in its place: one that would become several (…) stays as it is. */
export const inPlace = (text: string): string =>
  [...text]
    .map((char) => {
      const same = char.normalize('NFKC').toLowerCase();
      return same.length === char.length ? same : char;
    })
    .join('');

const isLatin = (char: string | undefined): boolean => char !== undefined && /[a-z0-9]/.test(char);
const startsWithWord = (text: string, word: string): boolean =>
  word !== '' && text.startsWith(word) && !(isLatin(word.at(-1)) && isLatin(text[word.length]));

function longestStart<T>(
  text: string,
  named: readonly { value: T; words: readonly string[] }[],
): { value: T; length: number } | null {
  const starts = named.flatMap(({ value, words }) =>
    words.filter((word) => startsWithWord(text, word)).map((word) => ({ value, length: word.length })),
  );
  return starts.sort((a, b) => b.length - a.length)[0] ?? null;
}

type Reader = (text: string, first: string) => Taken | null;

function readers({ actor, at }: Context, words: Command['words']): Record<Part, Reader> {
  const campaign = actor.campaign.definition;
  const today = dateOf(at, campaign.zone);
  const units = unitWordsOf(campaign);
  const own = [{ value: null, words: [...words.zh, ...words.en].map(plain) }];
  return {
    command: (text) => {
      const start = longestStart(text, own);
      return start && { part: 'command', length: start.length, found: {} };
    },
    unit: (text) => {
      const start = longestStart(text, units);
      return start && { part: 'unit', length: start.length, found: { unit: start.value } };
    },
    period: (_, first) => {
      const period = findPeriod(campaign, first, today);
      if (period?.at !== 0) return null;
      return { part: 'period', length: period.length, found: { period: period.value } };
    },
    duty: (_, first) => {
      const duty = findDutyNamed(campaign, first);
      return duty?.at === 0 ? { part: 'duty', length: duty.length, found: { duty: duty.value } } : null;
    },
  };
}

/** 第31周周报 is a period and a duty; 上周已合并报送 begins like a period and is a sentence. */
function isAllTargets(word: string, all: readonly Reader[]): boolean {
  if (word === '') return true;
  return all.some((read) => {
    const taken = read(word, word);
    return taken !== null && isAllTargets(word.slice(taken.length), all);
  });
}

/** Reads what stands in front of the text; without any such words all of it is text. */
export function readLeading(context: Context, words: Command['words'], typed: string): Leading {
  const all = readers(context, words);
  const left = new Map<Part, Reader>(Object.entries(all) as [Part, Reader][]);
  let found: Omit<Leading, 'text'> = {};
  let text = typed.trim();
  for (;;) {
    const taken = takeNext(text, left.values(), Object.values(all));
    if (!taken) return { ...found, text };
    found = { ...found, ...taken.found };
    left.delete(taken.part);
    text = text.slice(taken.length).replace(/^[\s的，,、：:。]+/, '');
  }
}

function takeNext(text: string, left: Iterable<Reader>, all: readonly Reader[]): Taken | null {
  const same = inPlace(text);
  const [first = ''] = same.split(/[\s，,：:。]/);
  for (const read of left) {
    const taken = read(same, first);
    const mayRunOn = taken?.part === 'command' || taken?.part === 'unit';
    if (taken && (mayRunOn || isAllTargets(first.slice(taken.length), all))) return taken;
  }
  return null;
}
