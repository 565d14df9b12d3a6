// What of a text nothing was read in: clauses beside the question, words and single characters that nobody knows.
// Knows where notions stand, no intent. Invariant: capital letters stand for things found, and are never unknown.

import { GENERAL } from './alongside.ts';
import type { Notion } from './concepts.ts';

const CLAUSE = /[^,;:。?!]+[,;:。?!]?/gu;
const SAYS_SOMETHING = /[A-Z]/;

/** Where clauses stand that say nothing of the question: 快下班了, five minutes before my meeting. */
export function asidesIn(shape: string, notions: readonly Notion[]): { at: number; length: number }[] {
  const telling = notions.filter(({ concept }) => !GENERAL.has(concept));
  const clauses = [...shape.matchAll(CLAUSE)].map(({ 0: text, index }) => ({
    at: index,
    length: text.length,
    text,
  }));
  const isTelling = ({ at, length, text }: (typeof clauses)[number]): boolean =>
    SAYS_SOMETHING.test(text) || telling.some((each) => each.at < at + length && at < each.at + each.length);
  const asides = clauses.filter((each) => !isTelling(each));
  return asides.length === clauses.length ? [] : asides;
}

/** The part of a text that is read: without the clauses that say nothing of the question. */
export function withoutAsides(shape: string, notions: readonly Notion[]): string {
  const left = [...shape];
  for (const { at, length } of asidesIn(shape, notions)) left.fill(' ', at, at + length);
  return left.join('');
}

const UNREAD = /\p{Script=Han}(?: ?\p{Script=Han})+|[a-z][a-z0-9]{2,}|[a-z]?\d+[a-z]?/gu;

/** Words in which nothing was read: two characters and more, three letters and more, any number. */
export function unknownWords(shape: string, notions: readonly Notion[]): string[] {
  const left = [...shape];
  for (const { at, length } of notions) left.fill('|', at, at + length);
  return left.join('').match(UNREAD) ?? [];
}

/** How much a run of unknown words says: characters typed together may be several words. */
const weightOf = (word: string): number => (/\p{Script=Han}/u.test(word) ? Math.max(1, word.length / 3) : 1);
/** How much several of them say. */
export const sumOf = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + weightOf(word), 0);

const UNREAD_ONE = /(?<!\p{Script=Han})\p{Script=Han}(?!\p{Script=Han})/gu;
/** How many single characters of the question nobody knows. */
export const onesIn = (shape: string, notions: readonly Notion[]): number => {
  const left = [...withoutAsides(shape, notions)];
  for (const { at, length } of notions) left.fill('|', at, at + length);
  return left.join('').match(UNREAD_ONE)?.length ?? 0;
};
