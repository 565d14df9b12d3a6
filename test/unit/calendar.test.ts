import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidayTable } from '../../documents/holidays.ts';
import { type Calendar, workCalendar } from '../../domain/calendar.ts';
import type { NoticeDay } from '../../domain/campaign.ts';
import type { CivilDate } from '../../domain/ids.ts';
import { addDays, weekdayOf } from '../../domain/zone.ts';
import { on } from '../support/builders.ts';
import { underFourProcessZones } from '../support/process-zones.ts';

const china = (notice?: NoticeDay[]): Calendar => workCalendar('cn', holidayTable(), notice);
const off = (date: string, name = '春节'): NoticeDay => ({ date: on(date), off: true, name });
const work = (date: string, name = '春节'): NoticeDay => ({ date: on(date), off: false, name });

function daysFrom(from: string, to: string): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = on(from); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The package's data again, read as text and with the simplest possible rule. */
function naivelyWorking(): (date: string) => boolean {
  const data = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as Record<
    string,
    object
  >;
  return (date) => {
    if (date in data.holidays!) return false;
    return date in data.workdays! || ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
  };
}

underFourProcessZones(() => {
  describe('the official calendar', () => {
    it.each([
      ['2016-09-18', true, '中秋'],
      ['2016-10-08', true, '国庆节'],
      ['2016-10-03', false, '国庆节'],
      ['2018-09-29', true, '国庆节'],
      ['2026-01-04', true, '元旦'],
      ['2026-02-14', true, '春节'],
      ['2026-02-28', true, '春节'],
      ['2026-05-09', true, '劳动节'],
      ['2026-09-20', true, '国庆节'],
      ['2026-10-10', true, '国庆节'],
      ['2026-10-05', false, '国庆节'],
      ['2016-09-15', false, '中秋'],
      ['2016-08-05', true, null],
      ['2016-08-06', false, null],
      ['2015-09-03', false, '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日'],
    ])('on %s: working %s, %s', (date, working, name) => {
      expect(china().day(on(date))).toEqual({ working, name, provisional: false });
    });

    it('agrees with the data on every day of the covered years, none of them provisional', () => {
      const calendar = china();
      const isWorking = naivelyWorking();
      const wrong = daysFrom('2004-01-01', '2026-12-31').filter((date) => {
        const day = calendar.day(date);
        return day.working !== isWorking(date) || day.provisional;
      });
      expect(wrong).toEqual([]);
    });

    it.each([
      ['2016', 261 - 17 + 6],
      ['2026', 261 - 19 + 6],
    ])('gives %s its weekdays without holidays and with make-up days: %i', (year, count) => {
      const before = on(`${Number(year) - 1}-12-31`);
      expect(china().workingDaysBetween(before, on(`${year}-12-31`))).toBe(count);
    });
  });

  describe('a year without a notice', () => {
    const STATUTORY_2027 = [
      ['2027-01-01', '元旦'],
      ['2027-02-05', '春节'],
      ['2027-02-06', '春节'],
      ['2027-02-07', '春节'],
      ['2027-02-08', '春节'],
      ['2027-04-05', '清明'],
      ['2027-05-01', '劳动节'],
      ['2027-05-02', '劳动节'],
      ['2027-06-09', '端午'],
      ['2027-09-15', '中秋'],
      ['2027-10-01', '国庆节'],
      ['2027-10-02', '国庆节'],
      ['2027-10-03', '国庆节'],
    ];

    it('is Monday to Friday without the statutory days, all of it provisional', () => {
      const calendar = china();
      const names = new Map(STATUTORY_2027 as [string, string][]);
      for (const date of daysFrom('2027-01-01', '2027-12-31')) {
        const name = names.get(date) ?? null;
        const working = name === null && weekdayOf(date) <= 5;
        expect([date, calendar.day(date)]).toEqual([date, { working, name, provisional: true }]);
      }
    });

    it.each(['2003-10-01', '2031-05-01', '2040-01-01'])('has the solar statutory days, here %s', (date) => {
      expect(china().day(on(date))).toMatchObject({ working: false, provisional: true });
    });
  });

  describe('an imported notice', () => {
    const notice2027 = [off('2027-02-09'), work('2027-02-14'), off('2027-10-04', '国庆节')];

    it('sets the days it names and makes its year certain', () => {
      const calendar = china(notice2027);
      expect(calendar.day(on('2027-02-09'))).toEqual({ working: false, name: '春节', provisional: false });
      expect(calendar.day(on('2027-02-14'))).toEqual({ working: true, name: '春节', provisional: false });
      expect(calendar.day(on('2027-03-01'))).toEqual({ working: true, name: null, provisional: false });
    });

    it('keeps the statutory days that it does not name', () => {
      expect(china(notice2027).day(on('2027-10-01'))).toEqual({
        working: false,
        name: '国庆节',
        provisional: false,
      });
    });

    it('leaves other years provisional', () => {
      expect(china(notice2027).day(on('2028-03-01')).provisional).toBe(true);
    });

    it('overrides the shipped data, a December day of a covered year included', () => {
      const calendar = china([off('2026-12-31', '元旦'), off('2027-01-01', '元旦')]);
      expect(calendar.day(on('2026-12-31'))).toEqual({ working: false, name: '元旦', provisional: false });
      expect(calendar.day(on('2026-12-30'))).toEqual({ working: true, name: null, provisional: false });
    });

    it('makes a December day certain, but not the December year that it does not cover', () => {
      const calendar = china([off('2027-12-31', '元旦'), off('2028-01-01', '元旦')]);
      expect(calendar.day(on('2027-12-31'))).toEqual({ working: false, name: '元旦', provisional: false });
      expect(calendar.day(on('2027-12-30')).provisional).toBe(true);
      expect(calendar.day(on('2028-03-01')).provisional).toBe(false);
    });

    it('does not uncover a year that another of its days covers', () => {
      const calendar = china([...notice2027, off('2027-12-31', '元旦')]);
      expect(calendar.day(on('2027-12-30')).provisional).toBe(false);
    });

    it('may leave a day without a name', () => {
      expect(china([off('2027-02-09', '')]).day(on('2027-02-09')).name).toBeNull();
    });
  });

  describe('the plain calendar', () => {
    it('knows Monday to Friday and nothing else, for certain', () => {
      const calendar = workCalendar('weekdays', holidayTable());
      expect(calendar.day(on('2016-10-03'))).toEqual({ working: true, name: null, provisional: false });
      expect(calendar.day(on('2016-10-08'))).toEqual({ working: false, name: null, provisional: false });
      expect(calendar.day(on('2040-01-01')).provisional).toBe(false);
    });

    it('takes a notice all the same', () => {
      expect(workCalendar('weekdays', holidayTable(), [off('2016-10-03')]).isWorking(on('2016-10-03'))).toBe(
        false,
      );
    });
  });

  describe('counting working days', () => {
    it.each([
      ['2016-09-30', 1, '2016-10-08'],
      ['2016-09-30', 2, '2016-10-09'],
      ['2016-09-30', 3, '2016-10-10'],
      ['2016-10-08', -1, '2016-09-30'],
      ['2016-10-08', -2, '2016-09-29'],
      ['2016-10-03', 0, '2016-10-03'],
      ['2016-10-03', 1, '2016-10-08'],
      ['2017-01-26', 1, '2017-02-03'],
      ['2016-09-14', 1, '2016-09-18'],
    ])('from %s, %i working days on is %s', (from, n, expected) => {
      expect(china().addWorkingDays(on(from), n)).toBe(expected);
    });

    it('finds what a walk from day to day finds', () => {
      const calendar = china();
      const days = daysFrom('2015-01-01', '2019-12-31').filter(naivelyWorking());
      const start = fc.integer({ min: 100, max: 1600 }).map((n) => addDays(on('2015-01-01'), n));
      fc.assert(
        fc.property(start, fc.integer({ min: 1, max: 60 }), (date, n) => {
          const after = days.filter((day) => day > date);
          const before = days.filter((day) => day < date);
          expect(calendar.addWorkingDays(date, n)).toBe(after[n - 1]);
          expect(calendar.addWorkingDays(date, -n)).toBe(before.at(-n));
          expect(calendar.firstWorkingDay(date)).toBe(days.find((day) => day >= date));
          expect(calendar.lastWorkingDay(date)).toBe(days.findLast((day) => day <= date));
          const later = addDays(date, n);
          expect(calendar.workingDaysBetween(date, later)).toBe(after.filter((day) => day <= later).length);
          expect(calendar.workingDaysBetween(later, date)).toBe(0);
        }),
      );
    });

    it('gives up on a calendar without working days instead of searching for ever', () => {
      const table = { years: { from: 1900, to: 2999 }, work: new Map(), off: new Map() };
      const never = { ...table, off: { get: () => '休' } as unknown as ReadonlyMap<CivilDate, string> };
      expect(() => workCalendar('cn', never).firstWorkingDay(on('2016-01-01'))).toThrow(RangeError);
    });
  });
});
