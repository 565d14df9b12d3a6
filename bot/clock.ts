// The two clocks. Campaign time says what is due and may be simulated: then it stands still until it is set.
// Process time is always real; it measures leases, pauses and signatures. A simulated clock never goes back.

import { as, type Instant } from '../domain/ids.ts';

export type CampaignClock = {
  isSimulated: boolean;
  now(): Instant;
  /** Sets a simulated clock; false, and nothing happens, if that would be back in time. A live clock throws. */
  set(at: Instant): boolean;
};

/** Real time, epoch milliseconds. */
export const processNow = (): number => Date.now();

/** Campaign time that is real time. */
export const liveClock = (): CampaignClock => ({
  isSimulated: false,
  now: () => as<Instant>(Date.now()),
  set: () => {
    throw new Error('The real time cannot be set');
  },
});

/** Campaign time that stands at `start` (epoch ms) until it is set. */
export function simulatedClock(start: Instant): CampaignClock {
  let at = start;
  return {
    isSimulated: true,
    now: () => at,
    set(next) {
      if (next < at) return false;
      at = next;
      return true;
    },
  };
}
