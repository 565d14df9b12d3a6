// Moving the clock must not look to the bot like an outage: every event on the way gets its own moment.

import { describe, expect, it } from 'vitest';
import type { BotClock } from '../../desk/contract.ts';
import { travel, travelTo } from '../../desk/time-travel.ts';

const HOUR = 3_600_000;

/** A clock with events at these hours; `stops` are the moments it was set to. */
function clockWith(events: number[]): BotClock & { stops: number[] } {
  let now = 0;
  const stops: number[] = [];
  const next = () => events.find((at) => at * HOUR > now);
  return {
    stops,
    now: () => now,
    async advanceTo(ms) {
      now = Math.max(now, ms);
      stops.push(ms / HOUR);
    },
    nextStopAt: async () => (next() === undefined ? null : (next() ?? 0) * HOUR),
    nextEventAt: async () => (next() === undefined ? null : { at: (next() ?? 0) * HOUR, what: 'event' }),
    calendar: () => {
      throw new Error('not asked');
    },
  };
}

const still = async () => undefined;

describe('the clock', () => {
  it.each([
    ['hour', [0.5, 2], [0.5, 1]],
    ['day', [1, 2, 30], [1, 2, 24]],
    ['day', [], [24]],
    ['next', [3, 5], [3]],
    ['next', [], []],
  ] as const)('goes by one %s with events at %j through %j', async (jump, events, stops) => {
    const clock = clockWith([...events]);
    await travel(clock, jump, still);
    expect(clock.stops).toEqual(stops);
  });

  it('tells of every stop', async () => {
    const seen: number[] = [];
    const clock = clockWith([1, 2]);
    await travelTo(clock, 3 * HOUR, async () => void seen.push(clock.now() / HOUR));
    expect(seen).toEqual([1, 2, 3]);
  });

  it('gives up on an event that does not go away', async () => {
    const clock = { ...clockWith([]), nextStopAt: async () => 1, advanceTo: still, now: () => 0 };
    await expect(travelTo(clock, HOUR)).rejects.toThrow('stopped');
  });
});
