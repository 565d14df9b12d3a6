// The reader against questions that people wrote down with their readings; those held apart were never looked at.

import { describe, expect, it } from 'vitest';
import { casesIn, type Scored, score } from '../ask/score.ts';

const RIGHT = 0.985;

const told = ({ asked, read }: Scored): string =>
  `${asked.text} (${asked.as}${asked.context ? `, after ${asked.context}` : ''}): ${JSON.stringify(read)}`;

describe('the questions that the grammar was written beside', () => {
  const scored = score(casesIn('open')!);

  it('are at least three thousand', () => expect(scored.length).toBeGreaterThanOrEqual(3000));

  it('are read right, 985 of 1000', () => {
    const wrong = scored.filter(({ right }) => !right);
    expect(wrong.length / scored.length, wrong.map(told).join('\n')).toBeLessThanOrEqual(1 - RIGHT);
  });

  it('are not answered wrongly with confidence', () => {
    expect(scored.filter(({ confidentlyWrong }) => confidentlyWrong).map(told)).toEqual([]);
  });
});

const held = casesIn('held');
describe.skipIf(held === null)('the questions held apart', () => {
  const scored = held ? score(held) : [];

  // Only sums: whoever mends the grammar must not see which they are.
  it('are at least a hundred and fifty', () => expect(scored.length).toBeGreaterThanOrEqual(150));

  it('are read right in 95 of 100 or more', () => {
    expect(scored.filter(({ right }) => right).length / scored.length).toBeGreaterThanOrEqual(0.95);
  });

  it('are never answered wrongly with confidence', () => {
    expect(scored.filter(({ confidentlyWrong }) => confidentlyWrong).length).toBe(0);
  });
});
