// Finds notions in the shape of a question: every way of saying each of them is tried, and where two overlap the longer
// one stands. Knows what words mean (zh-words.ts, en-words.ts) and nothing of intents.

import { EN } from './en-words.ts';
import { matchesOf } from './scan.ts';
import { type Concept, ZH } from './zh-words.ts';

export type Notion = { concept: Concept; at: number; length: number; text: string };

type Pattern = { concept: Concept; pattern: RegExp; isEnglish: boolean };

/** Each way by itself, so that the longest of overlapping ways is found whichever is written first. */
const patternsFor = (concept: Concept): Pattern[] => [
  ...ZH[concept].map((way) => ({ concept, pattern: new RegExp(way, 'g'), isEnglish: false })),
  ...(EN[concept] ?? []).map((way) => ({
    concept,
    pattern: new RegExp(`(?<![a-z0-9])(?:${way})(?![a-z0-9])`, 'g'),
    isEnglish: true,
  })),
];

const patterns: readonly Pattern[] = (Object.keys(ZH) as Concept[]).flatMap(patternsFor);

/** English ways need a letter; `Z` alone is said in both. */
const inChinese = patterns.filter(({ isEnglish }) => !isEnglish);

function matchesIn(shape: string): Notion[] {
  const found: Notion[] = [];
  const tried = /[a-z]/.test(shape) ? patterns : inChinese;
  for (const { concept, pattern } of tried)
    for (const match of matchesOf(pattern, shape))
      if (match[0] !== '') found.push({ concept, at: match.index, length: match[0].length, text: match[0] });
  return found;
}

const overlap = (a: Notion, b: Notion): boolean => a.at < b.at + b.length && b.at < a.at + a.length;
const isSame = (a: Notion, b: Notion): boolean => a.at === b.at && a.length === b.length;

/** These say what kind of question it is, whatever longer words stand over them: how do I ask for an extension. */
const ALWAYS: ReadonlySet<Concept> = new Set<Concept>(['howTo', 'why', 'ranking', 'exception']);

/** The notions of a question, the longer ones before the shorter; those said by the same words all count. */
export function notionsIn(shape: string): Notion[] {
  const sorted = matchesIn(shape).sort((a, b) => b.length - a.length || a.at - b.at);
  const kept: Notion[] = [];
  for (const each of sorted)
    if (ALWAYS.has(each.concept) || kept.every((other) => !overlap(each, other) || isSame(each, other)))
      kept.push(each);
  return kept;
}

const MEANS_NOTHING = /[^\p{L}\p{N}]|[A-Z]/u;

/** How much of what is said was understood, 0…1; things found are understood, punctuation is not said. */
export function coverage(shape: string, notions: readonly Notion[]): { share: number; unread: string } {
  const read = new Uint8Array(shape.length);
  for (const { at, length } of notions) read.fill(1, at, at + length);
  let said = 0;
  let unread = '';
  for (let at = 0; at < shape.length; at += 1) {
    const character = shape[at]!;
    if (/[A-Z]/.test(character)) said += 2;
    else if (!MEANS_NOTHING.test(character)) {
      said += 1;
      if (read[at] === 0) unread += character;
    }
  }
  return { share: said === 0 ? 0 : 1 - unread.length / said, unread };
}
