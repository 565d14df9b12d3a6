// Ids made from names, as people in an office abbreviate them: the initials of the syllables, 市公安局 → gaj. They can be
// checked by hand, are unique within what asks for them, and fit a campaign file.

import { createRequire } from 'node:module';
import { UNIT_KINDS } from '../../domain/campaign.ts';

type Pinyin = typeof import('pinyin-pro')['pinyin'];

/** Its dictionary takes 20 MB, so it is loaded when somebody first sets a campaign up. */
let loaded: Pinyin | null = null;
const initialsOfHan = (text: string): string => {
  loaded ??= (createRequire(import.meta.url)('pinyin-pro') as { pinyin: Pinyin }).pinyin;
  return loaded(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
};

/** Loads the dictionary now, a tenth of a second, where it will be needed in a bite of work that is long already. */
export const loadInitials = (): void => void initialsOfHan('');

const LONGEST = 16;
/** Words that a duty's `owed_by` reads as something else than a unit. */
const RESERVED: ReadonlySet<string> = new Set([...UNIT_KINDS, 'leads']);

/** The initials of a name: of each Han character its syllable's, of each Latin word its own; figures stay. */
export function initialsOf(name: string): string {
  const parts = name.normalize('NFKC').match(/\p{Script=Han}+|[a-z]+|\d+/giu) ?? [];
  const initials = parts.map((part) => {
    if (/\d/.test(part)) return part;
    return /^[a-z]/i.test(part) ? part.slice(0, 1) : initialsOfHan(part);
  });
  return initials
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, LONGEST);
}

/** What everybody leaves out when they abbreviate a unit: the 市 before it, the 人民政府 after it. */
const withoutFrame = (name: string): string =>
  /^[省市县州区]?(.{2,}?)(?:人民政府)?$/u.exec(name.trim())?.[1] ?? name;

/** Gives ids of one kind out, each once; `fallback` is for names without any letter. */
export function createIds(fallback: string): (name: string, isUnit?: boolean) => string {
  const given = new Set<string>(RESERVED);
  return (name, isUnit = false) => {
    const wanted = initialsOf(isUnit ? withoutFrame(name) : name) || fallback;
    let id = wanted;
    for (let no = 2; given.has(id); no++) id = `${wanted}-${no}`;
    given.add(id);
    return id;
  };
}
