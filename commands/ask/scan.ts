// The text while it is being read: what was found stands in it as one private character, so that later readers neither
// see it again nor read across it; at the end each such character is the letter of its kind (see `shapeOf`).
// Invariant: the n-th found thing is the character FIRST + n, in whatever order the things stand in the text.

import type { Named } from './lexicon.ts';
import type { Time } from './spans.ts';

/**
 * U unit · G several units fit · X a body that is none of the campaign's · C another city · O own unit · R all of a kind
 * D duty · A area · P phase · F figure · N person · T time · K task number · B bulletin number · Q words to look for
 * S somebody whom the campaign does not have · Z a time that something is compared with
 */
export type Letter =
  | 'U'
  | 'G'
  | 'X'
  | 'C'
  | 'O'
  | 'R'
  | 'D'
  | 'A'
  | 'P'
  | 'F'
  | 'N'
  | 'T'
  | 'K'
  | 'B'
  | 'Q'
  | 'S'
  | 'Z';

export type Entity = {
  letter: Letter;
  raw: string;
  named?: readonly Named[];
  time?: Time;
  no?: number;
  year?: string;
  query?: string;
  /** Read in spite of a misspelling. */
  mended?: boolean;
  /** The whole name stands there, not a part of it. */
  full?: boolean;
};

export type Scan = { text: string; found: Entity[] };

const FIRST = 0xe000;
const MOST = 0xf8ff - FIRST;

export const openScan = (text: string): Scan => ({ text, found: [] });

/** Notes what was found and answers the character that stands for it. */
export function mark(scan: Scan, entity: Entity): string {
  if (scan.found.length >= MOST) return entity.raw;
  scan.found.push(entity);
  return String.fromCharCode(FIRST + scan.found.length - 1);
}

/** All matches of a global pattern. Like matchAll, which copies the pattern each time: half the time of a reading. */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}

/** Replaces each match that makes something; one that makes null stays as it is. */
export function take(scan: Scan, pattern: RegExp, make: (match: RegExpExecArray) => Entity | null): void {
  if (!pattern.global) throw new Error(`Not a global pattern: ${pattern.source}`);
  let from = 0;
  let text = '';
  for (const match of matchesOf(pattern, scan.text)) {
    const entity = match[0] === '' ? null : make(match);
    if (!entity) continue;
    text += scan.text.slice(from, match.index) + mark(scan, entity);
    from = match.index + match[0].length;
  }
  scan.text = text + scan.text.slice(from);
}

const indexOf = (character: string): number => character.charCodeAt(0) - FIRST;
const isMark = (character: string): boolean => indexOf(character) >= 0 && indexOf(character) <= MOST;

/** Whether something found already stands in a part of a text. */
export const holdsMark = (part: string): boolean => [...part].some(isMark);

/** What was found, in the order of the text. */
export const inOrder = (scan: Scan): Entity[] =>
  [...scan.text].filter(isMark).map((character) => scan.found[indexOf(character)]!);

/** The text with a capital letter for each thing found, and without spaces that mean nothing in Chinese. */
export const shapeOf = (scan: Scan): string =>
  [...scan.text]
    .map((character) => (isMark(character) ? scan.found[indexOf(character)]!.letter : character))
    .join('')
    .replace(/(?<=[\p{Script=Han}A-Z]) (?=[\p{Script=Han}A-Z])/gu, '');
