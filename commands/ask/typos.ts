// Units whose names are misspelled by one edit: 市公案局, 双锋县, 银监分局 short of a character. Only where nothing exact
// stands, for names of three characters and more (of two where it is a place); units that are as near all count. A changed
// character must sound like the right one unless the name is long: people mistype by sound, and 市公路局 is a body of its own.

import { distance } from 'fastest-levenshtein';
import type { UnitId } from '../../domain/ids.ts';
import type { Lexicon, Named } from './lexicon.ts';
import { type Scan, take } from './scan.ts';
import { soundAlike } from './sounds.ts';

type UnitWord = { word: string; id: UnitId };
export type Typos = { halves: ReadonlyMap<string, readonly UnitWord[]>; sounds: readonly UnitWord[] };

/** A name with one edit keeps its first or its second half as it was. */
export function compileTypos({ unitWords, unitSounds }: Lexicon): Typos {
  const halves = new Map<string, UnitWord[]>();
  for (const each of unitWords) {
    const middle = Math.floor(each.word.length / 2);
    for (const half of [each.word.slice(0, middle), each.word.slice(middle)])
      halves.set(half, [...(halves.get(half) ?? []), each]);
  }
  return { halves, sounds: unitSounds };
}

const LONG = 5;

function oneReplaced(typed: string, word: string): boolean {
  const at = [...word].findIndex((character, index) => typed[index] !== character);
  return word.length >= LONG || soundAlike(typed[at]!, word[at]!);
}

/** Two characters typed in the wrong order. */
function isSwapped(typed: string, word: string): boolean {
  const at = [...word].findIndex((character, index) => typed[index] !== character);
  return typed === `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at]}${word.slice(at + 2)}`;
}

function isMisspelling(typed: string, word: string): boolean {
  if (typed.length === word.length)
    return distance(typed, word) === 1
      ? oneReplaced(typed, word)
      : word.length >= 4 && isSwapped(typed, word);
  return word.length >= 4 && distance(typed, word) === 1;
}

/** What a typed word may mean: those it is a misspelling of, or several that are as near. */
function fits(typed: string, { halves }: Typos): UnitId[] {
  const candidates = new Set<UnitWord>();
  for (let length = 1; length < typed.length; length += 1)
    for (const half of [typed.slice(0, length), typed.slice(-length)])
      for (const each of halves.get(half) ?? [])
        if (Math.abs(each.word.length - typed.length) <= 1) candidates.add(each);
  const meant = [...candidates].filter(({ word }) => isMisspelling(typed, word));
  return meant.length === 0 ? [] : [...new Set([...meant, ...rivals(typed, candidates)].map(({ id }) => id))];
}

/** 工安局 sounds like one unit and is one stroke from another: a unit is never guessed. */
const rivals = (typed: string, candidates: ReadonlySet<UnitWord>): UnitWord[] =>
  [...candidates].filter(
    ({ word }) => word.length === typed.length && typed.length < LONG && distance(typed, word) === 1,
  );

const HAN_RUN = /\p{Script=Han}{2,}/gu;
const MOST_READ = 60;
const LONGEST = 12;

type Mended = { at: number; length: number; ids: UnitId[] };

/** The longest misspelt name in a run of characters, with the units it may mean; null where there is none. */
function mendedIn(run: string, typos: Typos): Mended | null {
  for (let length = Math.min(LONGEST, run.length); length >= 2; length -= 1)
    for (let at = 0; at + length <= run.length; at += 1) {
      const ids = fits(run.slice(at, at + length), typos);
      if (ids.length > 0) return { at, length, ids };
    }
  return null;
}

const LATIN = /(?<![a-z])[a-z]{5,}(?![a-z])/g;

/** Louxin for louxing: in Latin letters one edit, the first letter as it is. */
function takeLatin(scan: Scan, { sounds }: Typos): void {
  take(scan, LATIN, ([raw]) => {
    const near = sounds.filter(({ word }) => word[0] === raw[0] && distance(word, raw) === 1);
    return near.length === 1
      ? { letter: 'U', raw, named: [{ kind: 'unit', id: near[0]!.id }], mended: true }
      : null;
  });
}

/** Finds misspelt units in what nothing exact was found in. */
export function takeTypos(scan: Scan, typos: Typos): void {
  takeLatin(scan, typos);
  const runs = scan.text.slice(0, MOST_READ * 3).match(HAN_RUN) ?? [];
  for (const run of runs) {
    const mended = mendedIn(run.slice(0, MOST_READ), typos);
    if (!mended) continue;
    const typed = run.slice(mended.at, mended.at + mended.length);
    const named: Named[] = mended.ids.map((id) => ({ kind: 'unit', id }));
    const letter = named.length === 1 ? 'U' : 'G';
    take(scan, new RegExp(typed, 'gu'), ([raw]) => ({ letter, raw, named, mended: true }));
  }
}
