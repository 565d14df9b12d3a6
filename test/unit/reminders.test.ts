import { describe, expect, it } from 'vitest';
import { findStepAt } from '../../documents/notation.ts';
import { dueSteps, nextStepAt, stepsOf, stepToSkip } from '../../domain/reminders.ts';
import type { ObligationRow } from '../../domain/things.ts';
import { civilOf } from '../../domain/zone.ts';
import { aRow } from '../support/a-row.ts';
import { aCampaign, aDuty, at, calendarOf, on } from '../support/builders.ts';

const campaign = aCampaign();
const calendar = calendarOf(campaign);
const inWords = (row: ObligationRow, duty = aDuty()) =>
  stepsOf(campaign, duty, row, calendar).map(({ id, kind, slotAt }) => {
    const { date, time } = civilOf(slotAt, campaign.zone);
    return `${date.slice(5)} ${time} ${id}${id === kind ? '' : ` ${kind}`}`;
  });

describe('the default ladder', () => {
  it('runs from two working days before a Friday to two working days after', () => {
    expect(inWords(aRow())).toEqual([
      '08-03 09:00 notice before',
      '08-04 09:00 eve before',
      '08-05 15:00 last_call',
      '08-05 17:00 overdue',
      '08-08 09:00 escalation_1 escalation',
      '08-09 09:00 escalation_2 escalation',
    ]);
  });

  it('starts before the holiday for the working Saturday of week 40', () => {
    const row = aRow({ dueOn: on('2016-10-08'), dueAt: at('2016-10-08 17:00') });
    expect(inWords(row).slice(0, 4)).toEqual([
      '09-29 09:00 notice before',
      '09-30 09:00 eve before',
      '10-08 15:00 last_call',
      '10-08 17:00 overdue',
    ]);
  });

  it('moves the last call of a morning deadline to the evening before', () => {
    const row = aRow({ dueAt: at('2016-08-05 09:00') });
    expect(inWords(row)).toContain('08-04 18:00 last_call before');
  });

  it('moves what is overdue at night to the next morning, with the grace', () => {
    expect(inWords(aRow({ graceMinutes: 120 }))).toContain('08-08 08:30 overdue');
    expect(inWords(aRow({ graceMinutes: 60 }))).toContain('08-05 18:00 overdue');
  });

  it('starts again for the deadline of a return', () => {
    const row = aRow({ state: 'returned', returnDueAt: at('2016-08-10 17:30') });
    expect(inWords(row)).toEqual([
      '08-08 09:00 notice before',
      '08-09 09:00 eve before',
      '08-10 15:30 last_call',
      '08-10 17:30 overdue',
      '08-11 09:00 escalation_1 escalation',
      '08-12 09:00 escalation_2 escalation',
    ]);
  });
});

describe('the plan', () => {
  it('looks again at the next step that is not planned', () => {
    expect(nextStepAt(campaign, aDuty(), aRow({ plannedThrough: at('2016-08-04 09:00') }), calendar)).toBe(
      at('2016-08-05 15:00'),
    );
  });

  it('never looks again at what is filed, nor after the last step', () => {
    expect(nextStepAt(campaign, aDuty(), aRow({ state: 'submitted' }), calendar)).toBeNull();
    expect(
      nextStepAt(campaign, aDuty(), aRow({ plannedThrough: at('2016-08-09 09:00') }), calendar),
    ).toBeNull();
  });

  it('says after an outage only the latest step, and remembers the others as skipped', () => {
    const steps = stepsOf(campaign, aDuty(), aRow(), calendar);
    const row = aRow({ plannedThrough: at('2016-08-03 10:00') });
    const { say, skipped } = dueSteps(steps, row, at('2016-08-08 09:30'));
    expect(say.map(({ id }) => id)).toEqual(['escalation_1']);
    expect(skipped.map(({ id }) => id)).toEqual(['eve', 'last_call', 'overdue']);
  });
});

describe('a ladder of the campaign’s own', () => {
  const laddered = (...ats: string[]) =>
    aDuty({
      ladder: ats.map((written) => ({ id: written, at: findStepAt(written)!, to: ['liaison' as const] })),
    });

  it.each<[string, string, Partial<ObligationRow>]>([
    ['-2wd', '08-03 09:00 before', {}],
    ['-1wd 14:00', '08-04 14:00 before', {}],
    ['-1wd 07:00', '08-03 18:00 before', {}],
    ['-1wd 20:00', '08-04 18:00 before', {}],
    ['-0wd 09:00', '08-05 09:00 last_call', {}],
    ['+0wd 09:00', '08-05 09:00 last_call', {}],
    ['+0wd 17:45', '08-05 17:45 escalation', {}],
    ['-0wd 09:00', '08-05 18:00 before', { dueOn: on('2016-08-06'), dueAt: at('2016-08-06 17:00') }],
    ['-2h', '08-05 15:00 last_call', {}],
    ['-2h', '08-05 18:00 last_call', { dueAt: at('2016-08-05 22:00') }],
    ['-2h', '08-05 18:00 before', { dueOn: on('2016-08-07'), dueAt: at('2016-08-07 17:00') }],
    ['+0', '08-05 17:00 overdue', {}],
    ['+0', '08-05 17:30 overdue', { graceMinutes: 30 }],
    ['+0', '08-08 08:30 overdue', { dueAt: at('2016-08-05 22:00') }],
    ['+0', '08-08 08:30 overdue', { dueOn: on('2016-08-06'), dueAt: at('2016-08-06 17:00') }],
    ['+1h', '08-05 18:00 escalation', {}],
    ['+2h', '08-08 08:30 escalation', {}],
    ['+1wd 09:00', '08-08 09:00 escalation', {}],
    ['+1wd 09:00', '08-08 09:00 escalation', { dueOn: on('2016-08-06'), dueAt: at('2016-08-06 17:00') }],
    ['+2wd 19:00', '08-10 08:30 escalation', {}],
  ])('says %s at %s (%o)', (written, said, over) => {
    const [step] = stepsOf(campaign, laddered(written), aRow(over), calendar);
    const { date, time } = civilOf(step!.slotAt, campaign.zone);
    expect(`${date.slice(5)} ${time} ${step!.kind}`).toBe(said);
  });

  it('says together what falls in one slot', () => {
    const row = aRow({ dueAt: at('2016-08-05 08:00') });
    const steps = stepsOf(campaign, laddered('-1wd 18:00', '-2h', '+0'), row, calendar);
    const { say, skipped } = dueSteps(steps, row, at('2016-08-04 18:00'));
    expect(say.map(({ id }) => id)).toEqual(['-1wd 18:00', '-2h']);
    expect(skipped).toEqual([]);
  });

  it('says nothing that leads up to a deadline which has passed, with its grace', () => {
    const row = aRow({ graceMinutes: 30 });
    const steps = stepsOf(campaign, laddered('-1wd', '-2h'), row, calendar);
    const ids = (now: string) => dueSteps(steps, row, at(now)).say.map(({ id }) => id);
    expect(ids('2016-08-05 17:30')).toEqual(['-2h']);
    expect(ids('2016-08-05 17:31')).toEqual([]);
  });
});

describe('已知悉', () => {
  const steps = stepsOf(campaign, aDuty(), aRow(), calendar);
  it.each([
    ['on the notice skips the eve', '2016-08-03 10:00', 'eve'],
    ['on the eve skips nothing: the last call on the last day stays', '2016-08-04 10:00', undefined],
    ['never skips what comes after the deadline', '2016-08-05 16:00', undefined],
  ])('%s', (_, now, skipped) => expect(stepToSkip(steps, at(now))?.id).toBe(skipped));
});
