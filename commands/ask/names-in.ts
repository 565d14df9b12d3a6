// Finds the campaign's own names in a text, the longest first at each place; groups of units (各县市区), one's own unit
// (我们局), and what is called by a word that several units share (银行, 市局). Never guesses: what is shared stays shared.

import type { Lexicon, Named, Word } from './lexicon.ts';
import { type Entity, type Letter, mark, type Scan, take } from './scan.ts';

const LETTER: Record<Named['kind'], Letter> = {
  unit: 'U',
  duty: 'D',
  area: 'A',
  phase: 'P',
  figure: 'F',
  person: 'N',
};
/** What wins where one word names things of several kinds. */
const ORDER: readonly Named['kind'][] = ['unit', 'person', 'figure', 'duty', 'area', 'phase'];

const isLatin = (character: string | undefined): boolean => /[a-z0-9]/.test(character ?? ' ');

/** 公安 in 公安厅, and 工商 in 工商银行, are parts of other names. */
const GOES_ON =
  /^(?:厅|部(?!门|署|分)|总局|总队|支队|大队|派出所|会(?![商议上后前开])|银行|学院|大学|局[^\s]{0,2}分局)/;
const BEFORE_IT = /(?:省|国家|中央|全国)$/;

function standsAlone(text: string, at: number, word: string): boolean {
  const end = at + word.length;
  if (isLatin(word[0]) && isLatin(text[at - 1])) return false;
  if (isLatin(word.at(-1)) && isLatin(text[end])) return false;
  return true;
}

const isPartOfOther = (text: string, at: number, { word, named }: Word): boolean =>
  named[0]!.kind === 'unit' &&
  (GOES_ON.test(text.slice(at + word.length)) || BEFORE_IT.test(text.slice(0, at)));

const longestAt = (lexicon: Pick<Lexicon, 'words'>, text: string, at: number): Word | undefined =>
  lexicon.words
    .get(text[at]!)
    ?.find(
      (each) =>
        text.startsWith(each.word, at) && standsAlone(text, at, each.word) && !isPartOfOther(text, at, each),
    );

function entityOf(raw: string, named: readonly Named[]): Entity {
  const kind = ORDER.find((each) => named.some((one) => one.kind === each))!;
  const same = named.filter((one) => one.kind === kind);
  const full = same.some((one) => 'full' in one && one.full);
  return {
    letter: kind === 'unit' && same.length > 1 ? 'G' : LETTER[kind],
    raw,
    named: same,
    ...(full && { full }),
  };
}

/** Finds names of units, duties, areas, phases, figures and people. */
export function takeNames(scan: Scan, lexicon: Pick<Lexicon, 'words' | 'patterns'>): void {
  let made = '';
  for (let at = 0; at < scan.text.length; ) {
    const word = longestAt(lexicon, scan.text, at);
    made += word ? mark(scan, entityOf(word.word, word.named)) : scan.text[at];
    at += word?.word.length ?? 1;
  }
  scan.text = made;
  for (const { pattern, named } of lexicon.patterns) take(scan, pattern!, ([raw]) => entityOf(raw, named));
}

const OWN =
  /(?:我们?|咱们?|咱|俺们?|本|我方|贵)(?:自己)?(?:的)?(?:单位|局|分局|支行|中支|行|办公室|办(?![理的好完结了过事])|区|县|市(?!里|级|本级|政府|委|局)|部门|委)(?:里|这边|自己)?|(?<![a-z])(?:our|my) (?:own )?(?:unit|bureau|office|county|district|city|branch|department|agency|side)(?![a-z])/g;

/** 我们局, 本单位, our bureau. */
export const takeOwn = (scan: Scan): void => take(scan, OWN, ([raw]) => ({ letter: 'O', raw }));

/** The kinds of unit that a group word stands for; `leads` are the lead units of the areas. */
const GROUPS: readonly { pattern: RegExp; of: 'locality' | 'member' | 'leads' }[] = [
  {
    pattern:
      /(?:各|所有|全部|全市)?(?:个)?(?:县市区|县\(市、?区\)|县、?市、?区|区县市?|市县区?|县区|县级市?)(?:政府|人民政府)?(?:里头|里面|里|当中|中)?|县里(?=哪|谁|还|有)|(?<=哪些|哪几个|几个)(?:县|区)(?!里)|各(?:县|区|地)(?!\S{0,2}局)|(?<![a-z])(?:the |all )?(?:counties|localities|districts|county governments|local governments)(?: and (?:counties|districts|cities))?(?![a-z])/g,
    of: 'locality',
  },
  {
    pattern:
      /(?:各|所有|全部|市级|市直)?(?:个)?(?:成员单位|市直单位|市直部门)(?:里头|里面|里|当中|中)?|(?<![a-z])(?:the |all )?member (?:units|agencies|bureaus)(?![a-z])/g,
    of: 'member',
  },
  {
    pattern:
      /(?:各|所有|全部)?(?:个)?(?:领域)?牵头(?:部门|单位)(?:里头|里面|里|当中|中)?|(?<![a-z])(?:the |all )?lead (?:units|agencies|bureaus)(?![a-z])/g,
    of: 'leads',
  },
];

/** Role names expand to their units; `expand` knows the campaign. */
export function takeGroups(
  scan: Scan,
  expand: (of: 'locality' | 'member' | 'leads') => readonly Named[],
): void {
  for (const { pattern, of } of GROUPS)
    take(scan, pattern, ([raw]) => {
      const named = expand(of);
      return named.length === 0 ? null : { letter: 'R', raw, named };
    });
}

/** Words that are only the common part of names, with what a unit must have in its name to be meant. */
const SHARED: readonly { pattern: RegExp; has: RegExp }[] = [
  { pattern: /市局(?!里)|局里|(?<![a-z])the (?:bureau|agency)(?![a-z])/g, has: /局/ },
  { pattern: /银行|行里|(?<![a-z])(?:the )?bank(?![a-z])/g, has: /银/ },
  { pattern: /(?:中心)?支行|中支/g, has: /支行|中支/ },
  { pattern: /分局/g, has: /分局/ },
  { pattern: /县政府|县人民政府|县里|(?<![a-z])the county(?: government)?(?![a-z])/g, has: /县/ },
  { pattern: /区政府|区人民政府|区里|(?<![a-z])the district(?: government)?(?![a-z])/g, has: /区/ },
  { pattern: /(?<!全)市政府|市人民政府|(?<![a-z])the city government(?![a-z])/g, has: /市.*政府|政府.*市/ },
  { pattern: /(?:人民)?政府(?!办)|(?<![a-z])the government(?![a-z])/g, has: /政府/ },
];

/** 商局: one character of a bureau's name; only asked about, and only where several fit. */
const CUT =
  /(?<![\p{Script=Han}])([\p{Script=Han}])局(?=$|[上本这那下第的报交周月有没怎情进联?。,!\s\ue000-\uf8ff])/gu;

/** What several units share: one that fits is meant; `fitting` gives those whose names have the words. */
export function takeShared(scan: Scan, fitting: (has: RegExp) => readonly Named[]): void {
  take(scan, CUT, ([raw, first]) => {
    const named = fitting(new RegExp(`${first}[\\p{Script=Han}]{0,4}局`, 'u'));
    return named.length > 1 ? { letter: 'G', raw, named } : null;
  });
  for (const { pattern, has } of SHARED)
    take(scan, pattern, ([raw]) => {
      const named = fitting(has);
      return { letter: named.length === 0 ? 'X' : named.length === 1 ? 'U' : 'G', raw, named };
    });
}
