// The few words of a text around what was looked for in it, so that a hit is understood at a glance. Pure; the text comes
// as it was typed and is made safe where it is shown.

import { findStretches, holds, type SearchWords } from './search-words.ts';

/** A piece of an excerpt, and whether it is what was looked for. */
export type Stretch = { text: string; found: boolean };

const BEFORE = 16;
const MOST = 80;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** The last `most` characters of a text, with a sign where there were more. */
function ending(text: string, most: number): string {
  const points = [...text];
  return points.length <= most ? text : `…${points.slice(-most).join('')}`;
}

/** Cuts stretches so that together they are at most `most` characters long. */
function fitted(stretches: readonly Stretch[], most: number): Stretch[] {
  const kept: Stretch[] = [];
  let left = most;
  for (const { text, found } of stretches) {
    const points = [...text];
    if (points.length > left) return [...kept, { text: `${points.slice(0, left).join('')}…`, found }];
    kept.push({ text, found });
    left -= points.length;
  }
  return kept;
}

function stretchesIn(text: string, words: SearchWords): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const [from, to] of findStretches(text, words)) {
    stretches.push({ text: text.slice(at, from), found: false }, { text: text.slice(from, to), found: true });
    at = to;
  }
  return [...stretches, { text: text.slice(at), found: false }].map((each) => ({
    ...each,
    text: oneLine(each.text),
  }));
}

/** The part of several texts that holds all that is asked for, else the one that holds most of it. */
function fullest(texts: readonly string[], words: SearchWords): string {
  const whole = texts.find((text) => holds(text, words));
  if (whole !== undefined) return whole;
  const counted = texts.map((text) => ({
    text,
    count: words.needles.filter((needle) => holds(text, { ...words, needles: [needle] })).length,
  }));
  return counted.sort((a, b) => b.count - a.count)[0]?.text ?? '';
}

/** About 80 characters of these texts from shortly before the first thing that was looked for, on one line. */
export function excerptOf(texts: readonly string[], words: SearchWords): Stretch[] {
  const [first, ...others] = stretchesIn(fullest(texts, words), words);
  const begun = { ...first!, text: ending(first!.text.trimStart(), others.length === 0 ? MOST : BEFORE) };
  return fitted([begun, ...others], MOST).filter(({ text }) => text !== '');
}
