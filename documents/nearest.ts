// Finds the known value a person most likely meant. Owns the distance limit and the budget: a file with thousands of
// mistakes must not cost mistakes × values comparisons, so after the budget is spent no suggestions are made.

import { distance } from 'fastest-levenshtein';

/** A known value, how it is written, and every name by which a person may have meant it. */
export type Known = { value: string; name?: string; words: readonly string[] };

/** The spelling under which two names count as one: NFKC, one case, no spaces around and single ones within. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');

const LONGEST = 64;
const COMPARISONS = 300_000;

const limitFor = (word: string): number => Math.max(1, Math.floor(word.length / 2));

const commonStart = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
};

type Candidate = { known: Known; steps: number; start: number };
const isCloser = (a: Candidate, b: Candidate | undefined): boolean =>
  b === undefined || a.steps < b.steps || (a.steps === b.steps && a.start > b.start);

const measure = (typed: string, word: string, known: Known): Candidate | undefined => {
  const limit = limitFor(typed.length > word.length ? typed : word);
  if (Math.abs(typed.length - word.length) > limit) return undefined;
  const steps = distance(typed, word);
  return steps <= limit && steps < word.length
    ? { known, steps, start: commonStart(typed, word) }
    : undefined;
};

/** Makes a finder with a budget of comparisons of its own; of two equally near values the one that starts alike wins. */
export const createNearest = (): ((typed: string, among: readonly Known[]) => Known | undefined) => {
  let left = COMPARISONS;
  return (typed, among) => {
    const wanted = nameKey(typed);
    if (wanted === '' || wanted.length > LONGEST) return undefined;
    let best: Candidate | undefined;
    for (const known of among) {
      for (const word of known.words) {
        if (left-- <= 0) return undefined;
        const candidate = measure(wanted, nameKey(word), known);
        if (candidate && isCloser(candidate, best)) best = candidate;
      }
    }
    return best?.known;
  };
};

/** Known values that are their own only name, such as keys and roles. */
export const knownWords = (values: readonly string[]): Known[] =>
  values.map((value) => ({ value, words: [value] }));
