import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../domain/calendar.ts';
import { as, type CivilDate, type Instant } from '../../domain/ids.ts';
import { isInHours, slotAfter, slotBefore } from '../../domain/office-hours.ts';
import { civilOf } from '../../domain/zone.ts';
import { at, calendarOf, on } from '../support/builders.ts';
import { underFourProcessZones } from '../support/process-zones.ts';

const ZONE = 'Asia/Shanghai';
const calendar = calendarOf();
const MINUTE_MS = 60_000;

underFourProcessZones(() => {
  describe('a reminder slot', () => {
    it.each([
      // asked                 before                after                 why
      ['2016-08-05 16:00', '2016-08-05 16:00', '2016-08-05 16:00', 'a working Friday'],
      ['2016-08-05 08:30', '2016-08-05 08:30', '2016-08-05 08:30', 'the first minute belongs to the hours'],
      ['2016-08-05 18:00', '2016-08-05 18:00', '2016-08-05 18:00', 'the last one too'],
      ['2016-08-05 08:29', '2016-08-04 18:00', '2016-08-05 08:30', 'too early'],
      ['2016-08-05 18:01', '2016-08-05 18:00', '2016-08-08 08:30', 'too late on a Friday'],
      ['2016-08-06 12:00', '2016-08-05 18:00', '2016-08-08 08:30', 'a Saturday'],
      [
        '2016-10-03 09:00',
        '2016-09-30 18:00',
        '2016-10-08 08:30',
        'the October week, then a make-up Saturday',
      ],
      ['2016-10-08 09:00', '2016-10-08 09:00', '2016-10-08 09:00', 'a make-up Saturday is worked'],
      ['2016-10-09 20:00', '2016-10-09 18:00', '2016-10-10 08:30', 'a make-up Sunday evening'],
      ['2017-01-27 17:00', '2017-01-26 18:00', '2017-02-03 08:30', 'Spring Festival'],
      ['2016-08-05 00:00', '2016-08-04 18:00', '2016-08-05 08:30', 'midnight'],
    ])('asked for at %s is %s before, %s after: %s', (asked, before, after) => {
      expect(slotBefore(at(asked), calendar, ZONE)).toBe(at(before));
      expect(slotAfter(at(asked), calendar, ZONE)).toBe(at(after));
      expect(isInHours(at(asked), calendar, ZONE)).toBe(before === after);
    });

    it('is over one second after six', () => {
      expect(isInHours(at('2016-08-05 18:00:01'), calendar, ZONE)).toBe(false);
    });

    it('keeps the hours of the campaign, wherever it is', () => {
      const monday = at('2016-08-08T08:30:00-04:00');
      expect(slotAfter(at('2016-08-08T02:00:00-04:00'), calendar, 'America/New_York')).toBe(monday);
    });

    it('passes over years of quiet days at one stride', () => {
      const quiet = calendarOf({
        quietDays: [
          { from: on('2001-01-01'), to: on('2012-12-31'), name: '一' },
          { from: on('2012-06-01'), to: on('2030-12-31'), name: '二' },
        ],
      });
      let asked = 0;
      const counting = {
        ...quiet,
        lastWorkingDay: (date: CivilDate) => ++asked && quiet.lastWorkingDay(date),
        firstWorkingDay: (date: CivilDate) => ++asked && quiet.firstWorkingDay(date),
      } as Calendar;
      expect(slotBefore(at('2016-08-05 16:00'), counting, ZONE)).toBe(at('2000-12-29 18:00'));
      expect(slotAfter(at('2016-08-05 16:00'), counting, ZONE)).toBe(at('2031-01-02 08:30'));
      expect(asked).toBeLessThan(10);
    });

    it('passes over quiet days, which stay working days for deadlines', () => {
      const from = on('2016-08-04');
      const quiet = calendarOf({ quietDays: [{ from, to: on('2016-08-05'), name: '检修' }] });
      expect(slotBefore(at('2016-08-05 16:00'), quiet, ZONE)).toBe(at('2016-08-03 18:00'));
      expect(slotAfter(at('2016-08-04 09:00'), quiet, ZONE)).toBe(at('2016-08-08 08:30'));
      expect(quiet.isWorking(from)).toBe(true);
      expect(isInHours(at('2016-08-04 09:00'), quiet, ZONE)).toBe(false);
    });

    it('is the nearest minute that a walk from minute to minute finds', () => {
      const inHours = (instant: Instant) => {
        const { date, time } = civilOf(instant, ZONE);
        return calendar.isWorking(date) && time >= '08:30' && time <= '18:00';
      };
      const walk = (from: Instant, step: number) => {
        let instant = from;
        while (!inHours(instant)) instant = as<Instant>(instant + step * MINUTE_MS);
        return instant;
      };
      const start = fc
        .integer({ min: 0, max: 244 * 24 * 60 })
        .map((n) => as<Instant>(at('2016-06-01 00:00') + n * MINUTE_MS));
      fc.assert(
        fc.property(start, (instant) => {
          expect(slotBefore(instant, calendar, ZONE)).toBe(walk(instant, -1));
          expect(slotAfter(instant, calendar, ZONE)).toBe(walk(instant, 1));
        }),
        { numRuns: 40 },
      );
    });
  });
});
