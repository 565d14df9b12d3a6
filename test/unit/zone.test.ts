import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { as, type CivilDate, type CivilTime, type Instant } from '../../domain/ids.ts';
import {
  addDays,
  civilOf,
  dateOf,
  daysBetween,
  instantOf,
  isZone,
  parseDate,
  parseInstant,
  parseTime,
  weekdayOf,
} from '../../domain/zone.ts';
import { clock, on } from '../support/builders.ts';
import { underFourProcessZones } from '../support/process-zones.ts';

const iso = (at: Instant) => new Date(at).toISOString().slice(0, 16);

const DAYS = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays(on('1970-01-01'), days));
const TIMES = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((m) => clock(`${Math.floor(m / 60)}:${String(m % 60).padStart(2, '0')}`));
const ZONES = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'Europe/London',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'UTC',
);

underFourProcessZones(() => {
  describe('instantOf', () => {
    it.each([
      ['2016-08-05', '17:00', 'Asia/Shanghai', '2016-08-05T09:00'],
      ['2016-08-05', '00:00', 'Asia/Shanghai', '2016-08-04T16:00'],
      ['2016-08-05', '24:00', 'Asia/Shanghai', '2016-08-05T16:00'],
      ['2016-12-31', '24:00', 'Asia/Shanghai', '2016-12-31T16:00'],
      ['1988-07-01', '12:00', 'Asia/Shanghai', '1988-07-01T03:00'],
      ['2016-08-05', '17:00', 'UTC', '2016-08-05T17:00'],
      ['2016-08-05', '17:00', 'Asia/Kathmandu', '2016-08-05T11:15'],
      ['2016-08-05', '17:00', 'America/St_Johns', '2016-08-05T19:30'],
    ])('puts %s %s in %s at %sZ', (date, time, zone, expected) => {
      expect(iso(instantOf(on(date), clock(time), zone))).toBe(expected);
    });

    it.each([
      ['2016-03-13', '02:30', 'America/New_York', '2016-03-13T07:30', 'shows 03:30'],
      ['2016-03-13', '01:59', 'America/New_York', '2016-03-13T06:59', 'is before the gap'],
      ['2016-03-13', '03:00', 'America/New_York', '2016-03-13T07:00', 'is after the gap'],
      ['2018-11-04', '00:00', 'America/Sao_Paulo', '2018-11-04T03:00', 'shows 01:00, the first of that day'],
      ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00', 'is on the day after the lost one'],
    ])('takes %s %s in %s, around a gap, for %sZ, which %s', (date, time, zone, expected) => {
      expect(iso(instantOf(on(date), clock(time), zone))).toBe(expected);
    });

    it('takes a time that clocks show twice for the first of the two', () => {
      expect(iso(instantOf(on('2016-11-06'), clock('01:30'), 'America/New_York'))).toBe('2016-11-06T05:30');
    });

    it('refuses a zone that does not exist', () => {
      expect(() => instantOf(on('2016-08-05'), clock('17:00'), 'Asia/Loudi')).toThrow(RangeError);
    });

    it('is undone by civilOf, but for times that do not exist', () => {
      fc.assert(
        fc.property(DAYS, TIMES, ZONES, (date, time, zone) => {
          const at = instantOf(date, time, zone);
          const shown = new Intl.DateTimeFormat('sv-SE', {
            dateStyle: 'short',
            timeStyle: 'short',
            timeZone: zone,
          });
          const { date: back, time: backTime } = civilOf(at, zone);
          expect(`${back} ${backTime}`).toBe(shown.format(at));
          expect(`${back} ${backTime}` >= `${date} ${time}`).toBe(true);
          if (zone === 'UTC' || (date > '1992' && zone === 'Asia/Shanghai'))
            expect([back, backTime]).toEqual([date, time]);
        }),
      );
    });

    it('puts 24:00 where the next day begins', () => {
      fc.assert(
        fc.property(DAYS, ZONES, (date, zone) => {
          const end = instantOf(date, clock('24:00'), zone);
          expect(end).toBe(instantOf(addDays(date, 1), clock('00:00'), zone));
        }),
      );
    });
  });

  describe('civil dates', () => {
    it('counts days and weekdays as a hand that walks from day to day does', () => {
      let weekday = 6; // 2000-01-01 was a Saturday
      let walked = new Date(Date.UTC(2000, 0, 1));
      for (let days = 0; days < 10_000; days++) {
        const date = addDays(on('2000-01-01'), days);
        expect(date).toBe(walked.toISOString().slice(0, 10));
        expect(weekdayOf(date)).toBe(weekday);
        weekday = (weekday % 7) + 1;
        walked = new Date(walked.getTime() + 86_400_000);
      }
    });

    it('undoes and measures every step', () => {
      fc.assert(
        fc.property(DAYS, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
          const moved = addDays(date, days);
          expect(addDays(moved, -days)).toBe(date);
          expect(daysBetween(date, moved)).toBe(days);
        }),
      );
    });

    it.each([
      ['2016-08-04T15:59:59Z', '2016-08-04'],
      ['2016-08-04T16:00:00Z', '2016-08-05'],
    ])('shows at %s the date %s in Shanghai', (text, expected) => {
      expect(dateOf(parseInstant(text)!, 'Asia/Shanghai')).toBe(expected);
    });

    it('cuts seconds off the clock', () => {
      const shown: { date: CivilDate; time: CivilTime } = civilOf(
        parseInstant('2016-08-05T17:00:59.999+08:00')!,
        'Asia/Shanghai',
      );
      expect(shown).toEqual({ date: '2016-08-05', time: '17:00' });
    });
  });
});

describe('parseDate', () => {
  it.each(['2016-08-05', '2016-02-29', '2000-02-29'])('reads %s', (text) => {
    expect(parseDate(text)).toBe(text);
  });
  it.each([
    '2015-02-29',
    '1900-02-29',
    '2016-13-01',
    '2016-00-10',
    '2016-04-31',
    '2016-8-5',
    '2016-08-05 ',
    '20160805',
    '2016-08-05T00:00',
    '',
  ])('refuses %j', (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

describe('parseTime', () => {
  it.each([
    ['9:00', '09:00'],
    ['09:00', '09:00'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
    ['24:00', '24:00'],
  ])('reads %s as %s', (text, expected) => {
    expect(parseTime(text)).toBe(expected);
  });
  it.each(['24:01', '25:00', '9', '9:5', '9:60', '-1:00', '09:00:00', ' 9:00', '9.00', ''])(
    'refuses %j',
    (text) => {
      expect(parseTime(text)).toBeNull();
    },
  );
});

describe('parseInstant', () => {
  it.each([
    ['2016-08-08T09:00:00+08:00', '2016-08-08T01:00:00.000Z'],
    ['2016-08-08T09:00+08:00', '2016-08-08T01:00:00.000Z'],
    ['2016-08-08T09:00:00+0800', '2016-08-08T01:00:00.000Z'],
    ['2016-08-08T09:00:00.5-03:30', '2016-08-08T12:30:00.500Z'],
    ['2016-08-08T01:00:00Z', '2016-08-08T01:00:00.000Z'],
    ['2016-08-08T24:00:00+08:00', '2016-08-08T16:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(new Date(parseInstant(text)!).toISOString()).toBe(expected);
  });
  it.each([
    '2016-08-08T09:00:00',
    '2016-08-08',
    '2016-08-08 09:00:00+08:00',
    '2016-02-30T09:00:00Z',
    '2016-08-08T25:00:00Z',
    '2016-08-08T24:00:01Z',
    '2016-08-08T09:00:60Z',
    '2016-08-08T09:00:00+19:00',
    '2016-08-08T09:00:00+08:60',
    'now',
    '',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
  it('reads back what an instant says of itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (ms) => {
        expect(parseInstant(new Date(ms).toISOString())).toBe(as<Instant>(ms));
      }),
    );
  });
});

describe('isZone', () => {
  it.each(['Asia/Shanghai', 'Asia/Urumqi', 'America/New_York', 'UTC'])('knows %s', (zone) => {
    expect(isZone(zone)).toBe(true);
  });
  it.each(['Asia/Loudi', '+08:00', '中国', '', 'GMT+8'])('does not know %j', (zone) => {
    expect(isZone(zone)).toBe(false);
  });
});
