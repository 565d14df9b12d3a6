// How characters sound: people who mistype a name nearly always type a character that sounds alike. Tones do not count,
// nor what input methods take for one another (zh and z, an and ang, l and n).

import { createRequire } from 'node:module';

type Pinyin = typeof import('pinyin-pro')['pinyin'];

let loaded: Pinyin | null = null;

/** Its dictionary takes 20 MB, so it is loaded with the first campaign whose words are compiled, and not at the start. */
const pinyin: Pinyin = ((...asked: Parameters<Pinyin>) => {
  loaded ??= (createRequire(import.meta.url)('pinyin-pro') as { pinyin: Pinyin }).pinyin;
  return loaded(...asked);
}) as Pinyin;

const MOST_REMEMBERED = 10_000;
const known = new Map<string, ReadonlySet<string>>();

const fuzzy = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/([aei]n)g$/, '$1');

function soundsOf(character: string): ReadonlySet<string> {
  const found = known.get(character);
  if (found) return found;
  if (known.size >= MOST_REMEMBERED) known.clear();
  const read = pinyin(character, { multiple: true, type: 'array', toneType: 'none' }).map(fuzzy);
  const sounds = new Set(read);
  known.set(character, sounds);
  return sounds;
}

/** Whether two characters can be read alike. */
export function soundAlike(a: string, b: string): boolean {
  const sounds = soundsOf(b);
  return [...soundsOf(a)].some((sound) => sounds.has(sound));
}

/** A word in Latin letters without tones and spaces: 娄星 → louxing. */
export const soundOf = (word: string): string =>
  pinyin(word, { toneType: 'none', type: 'array' }).join('').toLowerCase();

/** The first letters of a name in Latin: 单警官 → sjg, its first character read as a surname where it is a person's. */
export const initialsOf = (name: string, isPerson: boolean): string =>
  pinyin(name, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    surname: isPerson ? 'head' : 'off',
  })
    .join('')
    .toLowerCase();
