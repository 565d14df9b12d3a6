// The zone of the process must never matter. Node reads TZ anew when it is set, in vitest's forked workers as well.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROCESS_ZONES = [
  { zone: 'UTC', august: 0 },
  { zone: 'Asia/Shanghai', august: -480 },
  { zone: 'America/New_York', august: 240 },
  { zone: 'Pacific/Kiritimati', august: -840 },
];

/** Runs the tests once under each of four process zones, and proves that the zone took hold. */
export function underFourProcessZones(tests: () => void): void {
  describe.each(PROCESS_ZONES)('in a process whose zone is $zone', ({ zone, august }) => {
    const before = process.env.TZ;
    beforeAll(() => {
      process.env.TZ = zone;
    });
    afterAll(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });
    it('runs in that zone', () => {
      expect(new Date(Date.UTC(2016, 7, 1)).getTimezoneOffset()).toBe(august);
    });
    tests();
  });
}
