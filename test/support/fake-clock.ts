// Two clocks that move only when a test says so: campaign time (what is due) and process time (leases, doubt, retries).
// Invariant: neither follows the machine's clock, so a test never sleeps.

import { as, type Instant } from '../../domain/ids.ts';
import type { Clocks } from '../../scheduler/ports.ts';
import { at } from './builders.ts';

export type FakeClock = Clocks & {
  /** Moves both clocks on. */
  advance(ms: number): void;
  /** Moves only process time on: the campaign's clock is simulated and stands still. */
  advanceProcess(ms: number): void;
  /** Puts campaign time to an instant, backwards too. */
  setCampaign(instant: Instant): void;
};

/** Clocks that start at `campaign` (`2016-08-05 15:30` in Shanghai, or ISO text with an offset) and process time 1 000 000 ms. */
export function fakeClock(campaign = '2016-08-05 15:30', processMs = 1_000_000): FakeClock {
  let now = at(campaign);
  let nowMs = processMs;
  const advanceProcess = (ms: number) => {
    nowMs += ms;
  };
  return {
    campaign: () => now,
    process: () => nowMs,
    advanceProcess,
    advance(ms) {
      now = as<Instant>(now + ms);
      advanceProcess(ms);
    },
    setCampaign(instant) {
      now = instant;
    },
  };
}
