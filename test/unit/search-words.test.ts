// How texts and queries are read for searching, what of a text is shown, and that the index is open to the same people as the
// things themselves.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Posting, Role } from '../../domain/campaign.ts';
import { as, type UnitId } from '../../domain/ids.ts';
import { unitsOf } from '../../domain/permission.ts';
import { excerptOf } from '../../domain/search-excerpt.ts';
import { findStretches, holds, keptTermsOf, plainText, searchWordsOf } from '../../domain/search-words.ts';
import { audienceOf } from '../../domain/searchable.ts';
import { type Matter, maySee } from '../../domain/sight.ts';

const character = fc.constantFrom(...'非法集资贷款 ，aB1２p "*\n😀é𠮷㎡\u200b\0');
const text = fc.string({ unit: character, maxLength: 20 });

describe('the words of a text', () => {
  it.each([
    ['开展风险排查，P2P平台', ' 开展风险排查 p2p 平台 '],
    ['Ａ１２ 家', ' a12 家 '],
    ['非\u200b法', ' 非法 '],
    ['😀', '  '],
    ['', '  '],
  ])('%j is plainly %j', (typed, plain) => {
    expect(plainText(typed)).toBe(plain);
  });

  it.each([
    ['风险', '开展风险排查', true],
    ['险', '开展风险排查', true],
    ['风 险', '开展风险排查', true],
    ['风查', '开展风险排查', false],
    ['p2p', 'P2P平台', true],
    ['p2', 'P2P平台', false],
    ['p2p平台', 'P2P 平台', true],
    ['排查 平台', '平台，排查', true],
    ['排查 平台', '平台', false],
  ])('%j: whether %j holds it is %s', (query, typed, expected) => {
    expect(holds(typed, searchWordsOf(query)!)).toBe(expected);
  });

  it('are letters and digits of ASCII, each once', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const terms = keptTermsOf(typed);
        expect(terms.every((term) => /^[a-z0-9]+$/.test(term))).toBe(true);
        expect(new Set(terms).size).toBe(terms.length);
      }),
    );
  });

  it('lead to every text that holds a query, and prove it where nothing is left unproven', () => {
    fc.assert(
      fc.property(text, fc.string({ unit: character, maxLength: 5 }), (typed, query) => {
        const words = searchWordsOf(query);
        if (!words) return;
        const terms = keptTermsOf(typed);
        const has = (term: string) =>
          term.endsWith('*')
            ? terms.some((each) => each.startsWith(term.slice(0, -1)))
            : terms.includes(term);
        const hasAll = words.terms.every(has);
        if (holds(typed, words)) expect(hasAll).toBe(true);
        if (words.unproven.length === 0) expect(holds(typed, words)).toBe(hasAll);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['', '  ', '😀', '，。', '"*()', '\u200b'])('there are none in %j', (query) => {
    expect(searchWordsOf(query)).toBeNull();
  });

  it('are bounded, however long a query is', () => {
    const words = searchWordsOf('非法集资'.repeat(750))!;
    expect(words.terms.length).toBeLessThanOrEqual(24);
    expect(words.needles.join('').length).toBeLessThanOrEqual(200);
  });
});

describe('an excerpt', () => {
  const marked = (texts: string[], query: string) =>
    excerptOf(texts, searchWordsOf(query)!)
      .map((part) => (part.found ? `[${part.text}]` : part.text))
      .join('');

  it.each([
    [['开展风险排查'], '风险', '开展[风险]排查'],
    [['Ｐ２Ｐ平台'], 'p2p', '[Ｐ２Ｐ]平台'],
    [['无关', '开展\n\n风险排查，风险大'], '风险', '开展 [风险]排查，[风险]大'],
    [['㎡'], 'm2', '[㎡]'],
    [['非\u200b法'], '非法', '[非\u200b法]'],
  ])('of %j for %s is %s', (texts, query, expected) => {
    expect(marked(texts, query)).toBe(expected);
  });

  it('begins shortly before what was found and ends after about 80 characters', () => {
    const shown = marked([`${'前'.repeat(500)}风险${'后'.repeat(500)}`], '风险');
    expect(shown).toMatch(/^…前{16}\[风险\]后+…$/);
    expect([...shown].length).toBeLessThan(90);
  });

  it('marks what was looked for and nothing else, in any text', () => {
    fc.assert(
      fc.property(text, fc.string({ unit: character, maxLength: 4 }), (typed, query) => {
        const words = searchWordsOf(query);
        if (!words) return;
        const found = findStretches(typed, words);
        if (holds(typed, words)) expect(found.length).toBeGreaterThan(0);
        for (const [from, to] of found) expect(typed.slice(from, to).trim()).not.toBe('');
        expect(excerptOf([typed], words).every((part) => part.text !== '')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('who finds something', () => {
  const [GAJ, GSJ] = ['gaj', 'gsj'].map((id) => as<UnitId>(id)) as [UnitId, UnitId];
  const task = { lead: GAJ, helpers: [GSJ], steps: [] };
  const matters: Matter[] = [
    { kind: 'contents', unit: GAJ },
    { kind: 'task', task },
    { kind: 'task', task: { ...task, helpers: [] } },
    { kind: 'topic', unit: GAJ, onIssuedAgenda: false },
    { kind: 'topic', unit: GAJ, onIssuedAgenda: true },
    { kind: 'minutes', approved: true },
  ];
  const roles: Role[] = [
    'leader',
    'deputy_leader',
    'office_director',
    'office_staff',
    'inspector',
    'head',
    'liaison',
    'deputy',
  ];
  const isOfUnit = (role: Role) => ['head', 'liaison', 'deputy'].includes(role);
  const postings = roles.flatMap((role): Posting[] =>
    (isOfUnit(role) ? [GAJ, GSJ, as<UnitId>('third')] : [as<UnitId>('jrb')]).map((unit) => ({
      person: as('p'),
      name: '',
      role,
      unit,
    })),
  );

  it.each(postings.map((posting) => [`${posting.role} of ${posting.unit}`, posting] as const))(
    '%s: whoever may see it, and nobody else',
    (_, posting) => {
      for (const matter of matters) {
        const audience = audienceOf(matter);
        const isAmong =
          maySee([posting], { kind: 'overview' }) ||
          audience === 'roster' ||
          unitsOf([posting]).some((unit) => audience.includes(unit));
        expect(isAmong).toBe(maySee([posting], matter));
      }
    },
  );
});
