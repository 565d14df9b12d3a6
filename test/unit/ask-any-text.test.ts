// Whatever is typed: the reader answers, quickly, and never with a unit that the text does not name.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader } from '../../commands/ask/reader.ts';
import { INTENTS, REASONS, type Read } from '../../commands/ask/reading.ts';
import { casesIn, postingOf, sampleCampaign } from '../ask/score.ts';
import { at } from '../support/builders.ts';

const campaign = sampleCampaign();
const reader = createReader(campaign);
const NOW = at('2016-08-05 16:00');
const ROLES = [
  'leader',
  'deputy_leader',
  'office_director:jrb',
  'office_staff:jrb',
  'head:gaj',
  'liaison:gsj',
  'deputy:gaj',
  'inspector',
];

const read = (text: string, as = 'office_staff:jrb', context?: string): Read =>
  reader.read({ text, now: NOW, postings: [postingOf(as)], ...(context !== undefined && { context }) });

const units = new Set(campaign.units.map(({ id }) => id));
const duties = new Set(campaign.duties.map(({ id }) => id));
const areas = new Set(campaign.areas.map(({ id }) => id));
const figures = new Set(campaign.figures.map(({ id }) => id));

function expectSound(got: Read): void {
  if ('refuse' in got) return void expect(REASONS).toContain(got.refuse);
  if ('clarify' in got) {
    expect(got.clarify.length).toBeGreaterThan(1);
    for (const each of got.clarify) expectSound(each);
    return;
  }
  expect(INTENTS).toContain(got.intent);
  expect(got.sure).toBeGreaterThanOrEqual(0);
  expect(got.sure).toBeLessThanOrEqual(1);
  expect((got.units ?? []).every((id) => units.has(id))).toBe(true);
  expect((got.figure ?? []).every((id) => figures.has(id))).toBe(true);
  expect(got.duty === undefined || duties.has(got.duty)).toBe(true);
  expect(got.area === undefined || areas.has(got.area)).toBe(true);
  for (const day of [got.from, got.to])
    if (day !== undefined) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
}

/** Pieces of real questions in any order are nearer to the grammar than any random text. */
const pieces = [
  ...new Set(
    casesIn('open')!
      .flatMap(({ text }) => text.split(/(?<=[周报局县市区吗的了？?])|\s+/u))
      .filter((each) => each !== ''),
  ),
];
const scrambled = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  scrambled,
);

describe('any text', () => {
  it('is read without throwing, into ids of the campaign and days that exist', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...ROLES), (text, as) => expectSound(read(text, as))),
      { numRuns: 800 },
    );
  });

  it('is read after any other text', () => {
    fc.assert(
      fc.property(scrambled, anyText, (text, context) => expectSound(read(text, 'liaison:gaj', context))),
      { numRuns: 300 },
    );
  });

  it('is read where what the question before was about stands in the words to look for', () => {
    expectSound(read('里提到了督办7号到哪一步了', 'liaison:gaj', '督办〔2016〕3号办完没有'));
  });

  it('without a name of a unit gets no unit', () => {
    const names = campaign.units.flatMap(({ id, name, aliases }) => [id, name, ...aliases]);
    const clean = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .filter((text) => !/\p{Script=Han}/u.test(text) && !names.some((name) => text.includes(name)));
    fc.assert(
      fc.property(clean, (text) => {
        const got = read(text, 'leader');
        expect('units' in got).toBe(false);
      }),
    );
  });

  it.each([
    ['nothing', '', 'not_understood'],
    ['blanks', ' \n\t\u3000 ', 'not_understood'],
    ['emoji alone', '🎉🎉🚀👨‍👩‍👧', 'not_understood'],
    ['control characters', '\u0000\u0007\u001b[31m\u0085', 'not_understood'],
    ['marks of direction', '\u202e\u2066\u200f\u2069', 'not_understood'],
    ['a call to everybody', '<!channel>', 'injection'],
    ['a call to everybody in a question', '<!here> 谁没交周报', 'injection'],
    ['a script', '<script>alert(1)</script>', 'injection'],
    ['three thousand characters', '数'.repeat(3000), 'not_understood'],
  ])('%s is refused', (_what, text, reason) => expect(read(text)).toEqual({ refuse: reason }));

  it('with marks of direction or zero width inside is read as without', () => {
    expect(read('谁\u200b没\u202e交\u2066周\ufeff报')).toEqual(read('谁没交周报'));
  });

  it('with a mention of the bot is read as without', () => {
    expect(read('<@U0123ABC> 谁没交周报')).toEqual(read('谁没交周报'));
  });

  it('of code is no question', () => {
    const got = read('for (let i = 0; i < 10; i++) { console.log(items[i]); }');
    expect(got).toHaveProperty('refuse');
  });
});

describe('speed', () => {
  const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
  const timeMs = (text: string): number => {
    const startedMs = performance.now();
    read(text);
    return performance.now() - startedMs;
  };

  it('of a question is well under five milliseconds', () => {
    const texts = casesIn('open')!.map(({ text }) => text);
    texts.forEach(timeMs);
    expect(median(texts.map(timeMs))).toBeLessThan(5);
  });

  it('of the longest text that is taken is not much worse', () => {
    const long = '请问市公案局和双锋县上周的周报交了没有，'.repeat(20).slice(0, 400);
    read(long);
    expect(timeMs(long)).toBeLessThan(250);
  });

  it('holds with three hundred units', () => {
    const many = {
      ...campaign,
      units: Array.from({ length: 300 }, (_, no) => ({
        ...campaign.units[1 + (no % 10)]!,
        id: `u${no}` as (typeof campaign.units)[number]['id'],
        name: `第${no}号${campaign.units[1 + (no % 10)]!.name}`,
        aliases: [`${no}号单位`],
      })),
    };
    const large = createReader(many);
    const once = (): number => {
      const startedMs = performance.now();
      large.read({ text: '第7号市公案局上周周报交了没', now: NOW, postings: [postingOf('leader')] });
      return performance.now() - startedMs;
    };
    once();
    expect(median(Array.from({ length: 50 }, once))).toBeLessThan(10);
  });
});
