import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidayTable } from '../../documents/holidays.ts';
import { workCalendar } from '../../domain/calendar.ts';
import type { Campaign, Duty, HolidayRule, Rhythm, Weekday } from '../../domain/campaign.ts';
import type { CivilDate, Instant, Period } from '../../domain/ids.ts';
import {
  type Deadline,
  deadlineOf,
  deadlinesBetween,
  nextPeriod,
  owingUnits,
  periodOf,
  periodSpan,
  previousPeriod,
} from '../../domain/periods.ts';
import { addDays, civilOf } from '../../domain/zone.ts';
import {
  aBulletinDuty,
  aCampaign,
  aConsultationDuty,
  aDuty,
  anArea,
  aOnceDuty,
  aPhase,
  at,
  aUnit,
  calendarOf,
  clock,
  on,
  period,
  phaseId,
  theDuty,
  unitId,
} from '../support/builders.ts';
import { DEADLINES_BY_HAND } from '../support/deadlines-by-hand.ts';
import { underFourProcessZones } from '../support/process-zones.ts';

const calendar = calendarOf();
const ALWAYS = { from: on('2000-01-01'), to: on('2030-12-31') };
const always = (over: Partial<Campaign> = {}) => aCampaign({ ...ALWAYS, ...over });

const inShanghai = (instant: Instant): string => {
  const { date, time } = civilOf(instant, 'Asia/Shanghai');
  return `${date} ${time}`;
};
const KEEP: HolidayRule = { roll: 'keep' };
const PREVIOUS: HolidayRule = { roll: 'previous' };
const next = (nth = 1): HolidayRule => ({ roll: 'next', nth });

const weekly = (weekday: Weekday, onHoliday: HolidayRule, time = '17:00'): Duty =>
  aDuty({ rhythm: { every: 'week', weekday, time: clock(time) }, onHoliday });
const monthly = (day: number, onHoliday: HolidayRule = KEEP): Duty =>
  aDuty({ rhythm: { every: 'month', day, time: clock('17:30') }, onHoliday });
const perPhase = (over: Partial<Duty> = {}): Duty =>
  aDuty({ rhythm: { every: 'phase', time: clock('17:30') }, onHoliday: KEEP, ...over });

const get = (duty: Duty, name: string, campaign = always()): Deadline => {
  const deadline = deadlineOf(campaign, duty, calendar, period(name));
  if (deadline === null) throw new Error(`${name} is not owed`);
  return deadline;
};

underFourProcessZones(() => {
  describe('the sample campaign', () => {
    const campaign = aCampaign();
    const all = (id: string) =>
      deadlinesBetween(campaign, theDuty(campaign, id), calendar, on('2016-06-01'), on('2017-01-31'));

    it.each(Object.entries(DEADLINES_BY_HAND))(
      'has exactly the %s deadlines of the hand-written list',
      (id, byHand) => {
        expect(all(id).map((each) => [each.period, inShanghai(each.dueAt)])).toEqual(byHand);
      },
    );

    it('shifts exactly the deadlines that holidays hit, each with its reason', () => {
      const shifts = ['weekly', 'bulletin', 'consultation'].flatMap(all).flatMap(({ shift }) => shift ?? []);
      const told = shifts.map(({ from, to, name, rule, clamped }) => [from, to, name, rule, clamped]);
      expect(told).toEqual([
        ['2016-06-10', '2016-06-08', '端午', 'previous', false],
        ['2016-09-16', '2016-09-14', '中秋', 'previous', false],
        ['2016-10-07', '2016-10-08', '国庆节', 'previous', true],
        ['2017-01-27', '2017-01-26', '春节', 'previous', false],
        ['2016-10-03', '2016-10-08', '国庆节', 'next', false],
        ['2017-01-02', '2017-01-03', '元旦', 'next', false],
        ['2017-01-30', '2017-02-03', '春节', 'next', false],
        ['2016-06-25', '2016-06-27', null, 'next', false],
        ['2016-09-25', '2016-09-26', null, 'next', false],
        ['2016-12-25', '2016-12-26', null, 'next', false],
      ]);
    });

    it('has nothing provisional and no week that the calendar waives', () => {
      const deadlines = campaign.duties.flatMap((duty) => all(duty.id));
      expect(deadlines).toHaveLength(35 + 35 + 8 + 3);
      expect(deadlines.filter((each) => each.provisional || each.noWorkingDay)).toEqual([]);
    });

    it('computes eight months of six duties in under five milliseconds once warm', () => {
      const warm = calendarOf(campaign);
      const run = () => {
        const start = performance.now();
        for (const duty of campaign.duties) {
          deadlinesBetween(campaign, duty, warm, campaign.from, campaign.to);
        }
        return performance.now() - start;
      };
      const runs = Array.from({ length: 60 }, run).slice(10);
      expect(Math.min(...runs)).toBeLessThan(5);
    });
  });

  describe('a period', () => {
    it.each([
      [
        weekly('fri', KEEP),
        '2016-W31',
        '2016-08-01 00:00',
        '2016-08-05 17:00',
        '2016-08-08 00:00',
        '2016-08-08 00:00',
      ],
      [
        weekly('sun', KEEP),
        '2016-W31',
        '2016-08-01 00:00',
        '2016-08-07 17:00',
        '2016-08-08 00:00',
        '2016-08-10 00:00',
      ],
      [
        monthly(10),
        '2016-08',
        '2016-08-01 00:00',
        '2016-08-10 17:30',
        '2016-09-01 00:00',
        '2016-09-01 00:00',
      ],
      [
        monthly(31),
        '2016-08',
        '2016-08-01 00:00',
        '2016-08-31 17:30',
        '2016-09-01 00:00',
        '2016-09-03 00:00',
      ],
    ])(
      'opens, falls due, closes and is missed in its time (%#)',
      (duty, name, opens, due, closes, missed) => {
        const { opensAt, dueAt, closesAt, missedAt } = get(duty, name);
        expect([opensAt, dueAt, closesAt, missedAt].map(inShanghai)).toEqual([opens, due, closes, missed]);
      },
    );

    it('of a phase opens with it, closes with it and is missed two working days after', () => {
      const deadline = get(perPhase(), 'phase:cleanup', aCampaign());
      const { opensAt, dueAt, closesAt, missedAt } = deadline;
      expect([opensAt, dueAt, closesAt, missedAt].map(inShanghai)).toEqual([
        '2016-07-01 00:00',
        '2016-09-30 17:30',
        '2016-10-01 00:00',
        '2016-10-10 00:00',
      ]);
    });

    it('of a single filing lasts as long as the campaign, but is missed two working days after its deadline', () => {
      const { from, to, opensAt, dueAt, closesAt, missedAt } = get(
        aOnceDuty('2016-06-15'),
        'once',
        aCampaign(),
      );
      expect([from, to]).toEqual(['2016-06-01', '2017-01-31']);
      expect([opensAt, dueAt, closesAt, missedAt].map(inShanghai)).toEqual([
        '2016-06-01 00:00',
        '2016-06-15 17:30',
        '2017-02-01 00:00',
        '2016-06-18 00:00',
      ]);
    });

    it('of a single filing is narrowed by the dates of its duty, and still closes with the campaign', () => {
      const duty = aOnceDuty('2016-06-15', { from: on('2016-06-10'), to: on('2016-06-20') });
      const { from, to, opensAt, closesAt } = get(duty, 'once', aCampaign());
      expect([from, to, inShanghai(opensAt), inShanghai(closesAt)]).toEqual([
        '2016-06-10',
        '2016-06-20',
        '2016-06-10 00:00',
        '2017-02-01 00:00',
      ]);
    });

    it('keeps the clock of the campaign, wherever that is', () => {
      const { opensAt, dueAt } = get(weekly('fri', KEEP), '2016-W44', always({ zone: 'America/New_York' }));
      expect(opensAt).toBe(at('2016-10-31T00:00:00-04:00'));
      expect(dueAt).toBe(at('2016-11-04T17:00:00-04:00'));
    });

    it('may be due at 24:00, which is still its day', () => {
      const { dueOn, dueAt, closesAt } = get(weekly('sun', KEEP, '24:00'), '2016-W31');
      expect([dueOn, dueAt]).toEqual(['2016-08-07', closesAt]);
    });
  });

  describe('a deadline on a holiday', () => {
    it.each([
      // week 40 of 2016: 10-03…10-07 off, Sat 10-08 and Sun 10-09 worked
      ['keeps its day if it is told to', weekly('fri', KEEP), '2016-W40', '2016-10-07', null],
      ['goes to the working day after', weekly('mon', next()), '2016-W40', '2016-10-08', false],
      ['goes to the second working day after', weekly('mon', next(2)), '2016-W40', '2016-10-09', false],
      ['stops at the farthest working day inside', weekly('mon', next(3)), '2016-W40', '2016-10-09', true],
      [
        'crosses over where the side before has none',
        weekly('fri', PREVIOUS),
        '2016-W40',
        '2016-10-08',
        true,
      ],
      ['stays on a make-up Saturday', weekly('sat', PREVIOUS), '2016-W40', '2016-10-08', null],
      ['goes to the working day before', weekly('fri', PREVIOUS), '2016-W23', '2016-06-08', false],
      ['goes over a weekend inside the period', monthly(25, next(2)), '2016-06', '2016-06-28', false],
      // Sat 6 August: the week has no working day after it
      ['crosses over where the side after has none', weekly('sat', next()), '2016-W31', '2016-08-05', true],
      ['does so for the N-th as well', weekly('sat', next(2)), '2016-W31', '2016-08-05', true],
      ['is not moved by N on a working day', weekly('fri', next(2)), '2016-W31', '2016-08-05', null],
      // 31 July 2016 is a Sunday
      ['never leaves its month', monthly(31, next()), '2016-07', '2016-07-29', true],
      // 1 and 2 May 2016 are off
      ['never leaves its month backwards', monthly(1, PREVIOUS), '2016-05', '2016-05-03', true],
      // 春节 2017-01-27…02-02
      ['stays in January', monthly(29, next()), '2017-01', '2017-01-26', true],
    ])('%s', (_promise, duty, name, dueOn, clamped) => {
      const deadline = get(duty, name);
      expect([deadline.dueOn, deadline.shift?.clamped ?? null]).toEqual([dueOn, clamped]);
      expect(deadline.shift?.from ?? deadline.dueOn).toBe(deadline.wantedOn);
    });

    it('is missed two working days later once it was pushed onto the closing day', () => {
      const { closesAt, missedAt, dueOn } = get(weekly('mon', next(2)), '2016-W40');
      expect(dueOn).toBe('2016-10-09');
      expect([closesAt, missedAt].map(inShanghai)).toEqual(['2016-10-10 00:00', '2016-10-12 00:00']);
    });

    it.each([KEEP, next(), next(2), PREVIOUS])(
      'is waived by the calendar in a week without a working day (%o)',
      (rule) => {
        // 2017-10-02…10-08 were off, the Sunday included
        const deadline = get(weekly('fri', rule), '2017-W40');
        expect(deadline).toMatchObject({ noWorkingDay: true, dueOn: '2017-10-06', shift: null });
      },
    );

    it('of a single filing stays between the dates of its duty', () => {
      // 18 June 2016 is a Saturday
      const duty = aOnceDuty('2016-06-18', { onHoliday: next(), to: on('2016-06-19') });
      expect(get(duty, 'once', aCampaign()).dueOn).toBe('2016-06-17');
    });

    it('of a phase moves back inside it', () => {
      const campaign = aCampaign({ phases: [aPhase('short', '短阶段', '2016-08-01', '2016-08-06')] });
      const { dueOn, shift } = get(perPhase({ onHoliday: next() }), 'phase:short', campaign);
      expect([dueOn, shift?.clamped]).toEqual(['2016-08-05', true]);
    });
  });

  describe('a deadline of a year without a notice', () => {
    it('is provisional', () => {
      expect(get(weekly('fri', PREVIOUS), '2027-W05')).toMatchObject({
        provisional: true,
        dueOn: '2027-02-04',
        shift: { from: '2027-02-05', name: '春节' },
      });
    });

    it('is provisional as soon as the day it is shifted to is', () => {
      // a notice takes Thursday 2026-12-31 off; it covers no day of 2027, whose first working day is Monday the 4th
      const notice = [{ date: on('2026-12-31'), off: true, name: '元旦' }];
      const duty = aOnceDuty('2026-12-31', { onHoliday: next() });
      const shifted = deadlineOf(
        always({ notice }),
        duty,
        calendarOf({ calendar: 'cn', notice }),
        period('once'),
      );
      expect(shifted).toMatchObject({ dueOn: '2027-01-04', provisional: true });
    });

    it('is provisional as long as the day it is shifted from is', () => {
      expect(get(weekly('fri', PREVIOUS), '2026-W53')).toMatchObject({
        wantedOn: '2027-01-01',
        dueOn: '2026-12-31',
        provisional: true,
      });
      expect(get(weekly('thu', PREVIOUS), '2026-W53').provisional).toBe(false);
    });

    it('becomes certain, and may move, when the notice is imported', () => {
      const notice = [{ date: on('2027-02-04'), off: true, name: '春节' }];
      const completed = calendarOf({ calendar: 'cn', notice });
      const deadline = deadlineOf(always({ notice }), weekly('fri', PREVIOUS), completed, period('2027-W05'));
      expect(deadline).toMatchObject({ provisional: false, dueOn: '2027-02-03' });
    });
  });

  describe('what is owed', () => {
    const names = (duty: Duty, from: string, to: string, campaign = aCampaign()) =>
      deadlinesBetween(campaign, duty, calendar, on(from), on(to)).map((each) => each.period as string);

    it.each([
      [aDuty(), '2016-08-05', '2016-08-05', ['2016-W31']],
      [aDuty(), '2016-08-07', '2016-08-08', ['2016-W31', '2016-W32']],
      [aDuty(), '2016-05-30', '2016-05-30', ['2016-W22']],
      [aDuty(), '2000-01-01', '2016-05-29', []],
      [aDuty(), '2017-01-29', '2030-01-01', ['2017-W04']],
      [aDuty(), '2017-01-30', '2030-01-01', []],
      [aBulletinDuty(), '2017-02-05', '2017-02-05', ['2017-W05']],
      [aBulletinDuty(), '2016-05-30', '2016-06-05', []],
      [aConsultationDuty(), '2016-06-30', '2016-07-01', ['2016-06', '2016-07']],
      [
        aDuty({ from: on('2016-08-06'), to: on('2016-08-19') }),
        '2016-01-01',
        '2017-12-31',
        ['2016-W32', '2016-W33'],
      ],
      [
        aDuty({ from: on('2016-08-05'), to: on('2016-08-18') }),
        '2016-01-01',
        '2017-12-31',
        ['2016-W31', '2016-W32'],
      ],
      [aOnceDuty('2016-06-15'), '2016-12-01', '2016-12-01', ['once']],
      [aOnceDuty('2016-06-15'), '2017-02-01', '2017-03-01', []],
      [aOnceDuty('2017-02-01'), '2016-01-01', '2017-12-31', []],
      [aDuty(), '2016-08-08', '2016-08-01', []],
    ])('between two days is every period that touches them (%#)', (duty, from, to, expected) => {
      expect(names(duty, from, to)).toEqual(expected);
    });

    it('of a phase duty is every phase, in the order of deadlines', () => {
      const phases = [
        aPhase('late', '后', '2016-06-01', '2016-09-30'),
        aPhase('early', '前', '2016-06-01', '2016-06-30'),
        aPhase('outside', '外', '2016-12-01', '2017-03-31'),
      ];
      expect(names(perPhase(), '2016-06-01', '2017-12-31', aCampaign({ phases }))).toEqual([
        'phase:early',
        'phase:late',
      ]);
    });

    it('of a phase duty tied to a phase is that phase alone', () => {
      expect(names(perPhase({ phase: phaseId('survey') }), '2016-06-01', '2017-01-31')).toEqual([
        'phase:survey',
      ]);
    });

    it('is null for a period that the duty does not have or does not owe', () => {
      const campaign = aCampaign();
      for (const name of [
        '2016-08',
        'once',
        'phase:survey',
        '2016-W22x',
        '2016-W54',
        '2017-W05',
        '',
        'W31',
      ]) {
        expect([name, deadlineOf(campaign, aDuty(), calendar, period(name))]).toEqual([name, null]);
      }
    });
  });

  describe('the name of a period', () => {
    it.each([
      ['2016-08-05', '2016-W31', '2016-08'],
      ['2016-01-03', '2015-W53', '2016-01'],
      ['2016-01-04', '2016-W01', '2016-01'],
      ['2017-01-01', '2016-W52', '2017-01'],
      ['2018-12-31', '2019-W01', '2018-12'],
      ['2021-01-03', '2020-W53', '2021-01'],
    ])('%s lies in %s and %s', (date, week, month) => {
      expect([periodOf('week', on(date)), periodOf('month', on(date))]).toEqual([week, month]);
    });

    it.each([
      [aDuty(), '2016-W31', '2016-08-01', '2016-08-07'],
      [aDuty(), '2015-W53', '2015-12-28', '2016-01-03'],
      [aDuty(), '2019-W01', '2018-12-31', '2019-01-06'],
      [monthly(10), '2016-02', '2016-02-01', '2016-02-29'],
      [monthly(10), '2015-02', '2015-02-01', '2015-02-28'],
      [monthly(10), '2016-12', '2016-12-01', '2016-12-31'],
      [perPhase(), 'phase:survey', '2016-06-16', '2016-06-30'],
      [aOnceDuty('2016-06-15'), 'once', '2016-06-01', '2017-01-31'],
    ])('spans its civil days (%#: %o)', (duty, name, from, to) => {
      expect(periodSpan(aCampaign(), duty, period(name))).toEqual({ from, to });
    });

    it.each([
      [aDuty(), '2016-W53'],
      [aDuty(), '2016-W00'],
      [aDuty(), '2016-08'],
      [monthly(10), '2016-13'],
      [monthly(10), '2016-W31'],
      [perPhase(), 'phase:nowhere'],
      [perPhase({ phase: phaseId('survey') }), 'phase:deploy'],
      [aOnceDuty('2016-06-15'), '2016-06'],
    ])('that does not exist spans nothing (%#)', (duty, name) => {
      expect(periodSpan(aCampaign(), duty, period(name))).toBeNull();
    });

    it.each([
      [aDuty(), '2016-W31', '2016-W30', '2016-W32'],
      [aDuty(), '2015-W53', '2015-W52', '2016-W01'],
      [monthly(10), '2016-12', '2016-11', '2017-01'],
      [monthly(31), '2016-03', '2016-02', '2016-04'],
      [perPhase(), 'phase:survey', null, null],
      [aOnceDuty('2016-06-15'), 'once', null, null],
      [aDuty(), '2016-W53', null, null],
    ])('has neighbours (%#: %o)', (duty, name, before, after) => {
      const campaign = aCampaign();
      expect(previousPeriod(campaign, duty, period(name))).toBe(before);
      expect(nextPeriod(campaign, duty, period(name))).toBe(after);
    });

    it.each([
      [29, '2015-02', '2015-02-28'],
      [29, '2016-02', '2016-02-29'],
      [30, '2016-02', '2016-02-29'],
      [31, '2016-04', '2016-04-30'],
      [31, '2016-05', '2016-05-31'],
    ])('puts day %i in %s on %s', (day, month, wantedOn) => {
      expect(get(monthly(day), month).wantedOn).toBe(wantedOn);
    });
  });

  describe('every deadline', () => {
    const DATE = fc.integer({ min: 0, max: 7000 }).map((days) => addDays(on('2006-01-01'), days));
    const SPAN = fc
      .tuple(DATE, fc.integer({ min: 0, max: 400 }))
      .map(([from, n]) => ({ from, to: addDays(from, n) }));
    const WEEKDAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    const TIME = clock('17:00');
    const RHYTHM: fc.Arbitrary<Rhythm> = fc.oneof(
      fc.constantFrom(...WEEKDAYS).map((weekday): Rhythm => ({ every: 'week', weekday, time: TIME })),
      fc.integer({ min: 1, max: 31 }).map((day): Rhythm => ({ every: 'month', day, time: TIME })),
    );
    const RULE: fc.Arbitrary<HolidayRule> = fc.oneof(
      fc.constant(KEEP),
      fc.constant(PREVIOUS),
      fc.integer({ min: 1, max: 5 }).map(next),
    );

    const table = holidayTable();
    const isWorking = (date: CivilDate): boolean =>
      table.work.has(date) ||
      (!table.off.has(date) && ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()));

    function walk(from: CivilDate, to: CivilDate): CivilDate[] {
      const days: CivilDate[] = [];
      for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
      return days;
    }

    /** The days of the week or month around a day, found by walking from it. */
    function daysAround(rhythm: Rhythm, date: CivilDate): CivilDate[] {
      const near = walk(addDays(date, -31), addDays(date, 31));
      if (rhythm.every === 'month') return near.filter((day) => day.slice(0, 7) === date.slice(0, 7));
      const monday = near.findLast((day) => day <= date && new Date(`${day}T00:00:00Z`).getUTCDay() === 1)!;
      return near.filter((day) => day >= monday).slice(0, 7);
    }

    function wantedAmong(rhythm: Rhythm, days: CivilDate[]): CivilDate {
      if (rhythm.every === 'week') return days[WEEKDAYS.indexOf(rhythm.weekday)]!;
      return rhythm.every === 'month' ? (days[rhythm.day - 1] ?? days.at(-1)!) : days.at(-1)!;
    }

    function dueAmong(rule: HolidayRule, days: CivilDate[], wanted: CivilDate): CivilDate {
      const after = days.filter((day) => day > wanted && isWorking(day));
      const before = days.filter((day) => day < wanted && isWorking(day)).reverse();
      if (isWorking(wanted) || rule.roll === 'keep' || after.length + before.length === 0) return wanted;
      const [side, other, nth] = rule.roll === 'next' ? [after, before, rule.nth] : [before, after, 1];
      return side[nth - 1] ?? side.at(-1) ?? other[0]!;
    }

    function byWalking(campaign: Campaign, duty: Duty, from: CivilDate, to: CivilDate): CivilDate[][] {
      const rows: CivilDate[][] = [];
      for (const date of walk(addDays(from, -31), addDays(to, 31))) {
        const days = daysAround(duty.rhythm, date);
        const isNew = days[0] === date && days[0]! <= to && days.at(-1)! >= from;
        const wanted = wantedAmong(duty.rhythm, days);
        if (!isNew || wanted < campaign.from || wanted > campaign.to) continue;
        if ((duty.from && wanted < duty.from) || (duty.to && wanted > duty.to)) continue;
        rows.push([days[0]!, days.at(-1)!, wanted, dueAmong(duty.onHoliday, days, wanted)]);
      }
      return rows;
    }

    it('is the one that a naive walk from day to day finds', () => {
      const CASE = fc.record({
        rhythm: RHYTHM,
        onHoliday: RULE,
        term: SPAN,
        dutyTerm: fc.option(SPAN, { nil: {} }),
        lead: fc.integer({ min: -100, max: 300 }),
        length: fc.integer({ min: 0, max: 150 }),
      });
      fc.assert(
        fc.property(CASE, ({ rhythm, onHoliday, term, dutyTerm, lead, length }) => {
          const campaign = aCampaign(term);
          const duty = aDuty({ rhythm, onHoliday, ...dutyTerm });
          const from = addDays(term.from, lead);
          const to = addDays(from, length);
          const found = deadlinesBetween(campaign, duty, calendar, from, to);
          const rows = found.map((each) => [each.from, each.to, each.wantedOn, each.dueOn]);
          expect(rows).toEqual(byWalking(campaign, duty, from, to));
          for (const deadline of found) checkPromises(campaign, duty, deadline);
        }),
        { numRuns: 60 },
      );
    });

    function checkPromises(campaign: Campaign, duty: Duty, deadline: Deadline): void {
      const { from, to, dueOn, wantedOn, opensAt, dueAt, closesAt, missedAt, shift } = deadline;
      expect(dueOn >= from && dueOn <= to).toBe(true);
      expect(opensAt < dueAt && dueAt < closesAt && closesAt <= missedAt).toBe(true);
      expect(shift === null).toBe(dueOn === wantedOn);
      expect(isWorking(dueOn) || duty.onHoliday.roll === 'keep' || deadline.noWorkingDay).toBe(true);
      expect(deadlineOf(campaign, duty, calendar, deadline.period)).toEqual(deadline);
      expect(periodOf(duty.rhythm.every === 'week' ? 'week' : 'month', wantedOn)).toBe<Period>(
        deadline.period,
      );
    }
  });
});

describe('the units that owe a duty', () => {
  const owing = (owedBy: Duty['owedBy'], over: Partial<Campaign> = {}, date = '2016-08-05') =>
    owingUnits(aCampaign(over), aDuty({ owedBy }), on(date));

  it.each([
    [['office'], ['jrb']],
    [
      ['member', 'locality'],
      ['rmyh', 'yjfj', 'gsj', 'gaj', 'swlsj', 'lxq', 'lsj', 'lys', 'sfx', 'xhx'],
    ],
    [
      ['locality', 'member'],
      ['rmyh', 'yjfj', 'gsj', 'gaj', 'swlsj', 'lxq', 'lsj', 'lys', 'sfx', 'xhx'],
    ],
    [['leads'], ['rmyh', 'yjfj', 'gsj', 'swlsj']],
    [
      ['leads', 'locality', 'rmyh'],
      ['rmyh', 'yjfj', 'gsj', 'swlsj', 'lxq', 'lsj', 'lys', 'sfx', 'xhx'],
    ],
    [
      ['gaj', 'rmyh'],
      ['rmyh', 'gaj'],
    ],
    [['association'], []],
  ])('%j are %j, each once, in file order', (owedBy, expected) => {
    expect(owing(owedBy as Duty['owedBy'])).toEqual(expected);
  });

  it('include every lead of a joint area', () => {
    const areas = [anArea({ leads: [unitId('xhx'), unitId('gaj')] })];
    expect(owing(['leads'], { areas })).toEqual(['gaj', 'xhx']);
  });

  it.each([
    ['2016-07-31', []],
    ['2016-08-01', ['gaj']],
    ['2016-08-31', ['gaj']],
    ['2016-09-01', []],
  ])('exist on the day it is wanted, here %s', (date, expected) => {
    const units = [aUnit({ from: on('2016-08-01'), to: on('2016-08-31') })];
    expect(owing(['member'], { units }, date)).toEqual(expected);
  });
});

describe('the calendar of a campaign', () => {
  it('decides about its deadlines: plain weekdays know no October week', () => {
    const campaign = aCampaign({ calendar: 'weekdays' });
    const plain = workCalendar('weekdays', holidayTable());
    expect(deadlineOf(campaign, aDuty(), plain, period('2016-W40'))).toMatchObject({
      dueOn: '2016-10-07',
      shift: null,
    });
  });
});
