import { describe, expect, it } from 'vitest';
import {
  countsOf,
  deadlineNow,
  isDisputable,
  isMissing,
  standingOf,
  timelinessOf,
} from '../../domain/obligation.ts';
import type { Dispute, ObligationRow } from '../../domain/things.ts';
import { aRow } from '../support/a-row.ts';
import { at } from '../support/builders.ts';

const filedAt = (when: string, over: Partial<ObligationRow> = {}) =>
  aRow({ state: 'submitted', firstFiledAt: at(when), latestNo: 1, ...over });
const returnedUntil = (when: string, over: Partial<ObligationRow> = {}) =>
  filedAt('2016-08-04 10:00', { state: 'returned', returnDueAt: at(when), ...over });
const decided = (upheld: boolean): Dispute => ({
  text: '系统故障',
  by: 'p' as never,
  at: at('2016-08-06 09:00'),
  decision: { upheld, reason: '属实', by: 'q' as never, at: at('2016-08-06 10:00') },
});

describe('how a row stands', () => {
  it.each<[string, ObligationRow, string, string]>([
    ['is upcoming before its period opens', aRow(), '2016-07-31 23:59', 'upcoming'],
    ['is due while there is time', aRow(), '2016-08-05 16:59', 'due'],
    ['is due at the very deadline', aRow(), '2016-08-05 17:00', 'due'],
    ['is overdue a moment later', aRow(), '2016-08-05 17:01', 'overdue'],
    ['is still due within the grace', aRow({ graceMinutes: 30 }), '2016-08-05 17:30', 'due'],
    ['is overdue after the grace', aRow({ graceMinutes: 30 }), '2016-08-05 17:31', 'overdue'],
    ['is missed once the period has closed', aRow(), '2016-08-08 00:00', 'missed'],
    ['is filed when a report lies there', filedAt('2016-08-05 15:00'), '2016-08-09 09:00', 'filed'],
    [
      'is accepted when the office took it',
      filedAt('2016-08-05 15:00', { state: 'accepted' }),
      '2016-08-09 09:00',
      'accepted',
    ],
    ['is returned until the new deadline', returnedUntil('2016-08-08 17:30'), '2016-08-08 17:30', 'returned'],
    [
      'is overdue after the new deadline, not missed',
      returnedUntil('2016-08-08 17:30'),
      '2016-08-20 09:00',
      'overdue',
    ],
    ['is waived when excused', aRow({ state: 'waived' }), '2016-08-20 09:00', 'waived'],
  ])('%s', (_, row, now, standing) => expect(standingOf(row, at(now))).toBe(standing));
});

describe('timeliness', () => {
  it.each<[string, ObligationRow, string, string | null]>([
    ['says nothing while it is owed in time', aRow(), '2016-08-05 16:00', null],
    ['says nothing of what is overdue and may still come', aRow(), '2016-08-06 16:00', null],
    ['is missed when the period closed without a report', aRow(), '2016-08-08 00:00', 'missed'],
    ['is on time at the very deadline', filedAt('2016-08-05 17:00'), '2016-08-09 09:00', 'on_time'],
    ['is late a minute after', filedAt('2016-08-05 17:01'), '2016-08-09 09:00', 'late'],
    [
      'is on time within the grace',
      filedAt('2016-08-05 17:20', { graceMinutes: 30 }),
      '2016-08-09 09:00',
      'on_time',
    ],
    ['stays missed when it came as 补报', filedAt('2016-08-08 09:00'), '2016-08-09 09:00', 'missed'],
    [
      'of a one-off is late, not missed, while its period is open',
      filedAt('2016-08-20 09:00', { closesAt: at('2017-02-01 00:00'), missedAt: at('2016-08-09 00:00') }),
      '2016-08-21 09:00',
      'late',
    ],
    [
      'of one due on the closing day is late until 漏报 starts',
      filedAt('2016-08-08 09:00', { missedAt: at('2016-08-10 00:00') }),
      '2016-08-11 09:00',
      'late',
    ],
    [
      'is on time when resubmitted before the new deadline',
      filedAt('2016-08-04 10:00', { returnDueAt: at('2016-08-08 17:30'), refiledAt: at('2016-08-08 17:30') }),
      '2016-08-09 09:00',
      'on_time',
    ],
    [
      'is late when resubmitted after it',
      filedAt('2016-08-04 10:00', { returnDueAt: at('2016-08-08 17:30'), refiledAt: at('2016-08-08 17:31') }),
      '2016-08-09 09:00',
      'late',
    ],
    [
      'stays late after a return if the first report was late',
      filedAt('2016-08-05 18:00', { returnDueAt: at('2016-08-08 17:30'), refiledAt: at('2016-08-08 09:00') }),
      '2016-08-09 09:00',
      'late',
    ],
    [
      'is cleared by an upheld dispute',
      filedAt('2016-08-05 18:00', { dispute: decided(true) }),
      '2016-08-09 09:00',
      'on_time',
    ],
    [
      'is not cleared by a rejected one',
      filedAt('2016-08-05 18:00', { dispute: decided(false) }),
      '2016-08-09 09:00',
      'late',
    ],
    ['is nothing for what was waived', aRow({ state: 'waived' }), '2016-08-20 09:00', null],
  ])('%s', (_, row, now, timeliness) => expect(timelinessOf(row, at(now))).toBe(timeliness));
});

describe('numbers of a period', () => {
  const rows = [
    filedAt('2016-08-05 15:00'),
    filedAt('2016-08-05 16:00', { nil: true }),
    filedAt('2016-08-06 10:20'),
    filedAt('2016-08-08 09:00'),
    aRow(),
    returnedUntil('2016-08-08 17:30'),
    aRow({ state: 'waived' }),
  ];

  it('add up: due = reported + missing, reported = on time + late', () => {
    expect(countsOf(rows, at('2016-08-08 09:30'))).toEqual({
      due: 6,
      reported: 3,
      onTime: 2,
      late: 1,
      nil: 1,
      missing: 3,
      waived: 1,
    });
  });

  it('count as missing exactly the rows that are listed as missing', () => {
    const now = at('2016-08-08 09:30');
    const listed = rows.filter((row) => isMissing(row, now));
    expect(listed.length).toBe(countsOf(rows, now).missing);
  });
});

it('the deadline that counts is the one given with the return, until it is met', () => {
  expect(deadlineNow(returnedUntil('2016-08-09 17:30'))).toBe(at('2016-08-09 17:30'));
  expect(deadlineNow(filedAt('2016-08-04 10:00', { returnDueAt: at('2016-08-09 17:30') }))).toBe(
    at('2016-08-05 17:00'),
  );
});

it('only what is late, overdue or missed can be disputed', () => {
  const now = at('2016-08-06 09:00');
  expect(
    [aRow(), filedAt('2016-08-05 18:00'), filedAt('2016-08-05 10:00'), aRow({ state: 'waived' })].map((row) =>
      isDisputable(row, now),
    ),
  ).toEqual([true, true, false, false]);
});
