import { describe, expect, it } from 'vitest';
import type { Change } from '../../domain/change.ts';
import type { PlanView } from '../../domain/plan.ts';
import {
  dueTaskSteps,
  holdsTaskStep,
  nextTaskStepAt,
  planTask,
  taskRecipients,
  taskStepsOf,
} from '../../domain/task/plan.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import type { CampaignRow, PersonRow } from '../../domain/things.ts';
import { civilOf } from '../../domain/zone.ts';
import { aCampaign, at, calendarOf, on, unitId } from '../support/builders.ts';
import { aSignedTask, aTask, intentsIn, presentAt, whoIs } from '../support/task-row.ts';

const campaign = aCampaign();
const calendar = calendarOf(campaign);

const inWords = (row: TaskRow, through?: string): string[] =>
  taskStepsOf(campaign, calendar, row, through ? at(through) : undefined).map(({ id, kind, slotAt, to }) => {
    const { date, time } = civilOf(slotAt, campaign.zone);
    return `${date.slice(5)} ${time} ${id} (${kind}) ${to.join(' ')}`;
  });

/** The campaign with 市公安局 ended on this day. */
const withEnd = (day: string) => ({
  ...campaign,
  units: campaign.units.map((unit) => (unit.id === 'gaj' ? { ...unit, to: on(day) } : unit)),
});

const due = (date: string, over: Partial<TaskRow> = {}): TaskRow =>
  aSignedTask({ dueOn: on(date), dueAt: at(`${date} 17:30`), ...over });

describe('the ladder of a deadline', () => {
  it('runs from three working days before, then daily, every second day to the office director', () => {
    expect(inWords(due('2016-08-12'), '2016-08-17 12:00')).toEqual([
      '08-09 09:00 soon (before) liaison',
      '08-11 09:00 eve (before) liaison',
      '08-12 17:30 overdue (overdue) liaison deputy head',
      '08-15 09:00 overdue_1 (escalation) liaison deputy',
      '08-16 09:00 overdue_2 (escalation) liaison deputy office_director',
      '08-17 09:00 overdue_3 (escalation) liaison deputy',
      '08-18 09:00 overdue_4 (escalation) liaison deputy office_director',
    ]);
  });

  it('keeps the days of National Day free, and works on the Saturday and Sunday after', () => {
    expect(inWords(due('2016-10-08'), '2016-10-10 12:00')).toEqual([
      '09-28 09:00 soon (before) liaison',
      '09-30 09:00 eve (before) liaison',
      '10-08 17:30 overdue (overdue) liaison deputy head',
      '10-09 09:00 overdue_1 (escalation) liaison deputy',
      '10-10 09:00 overdue_2 (escalation) liaison deputy office_director',
      '10-11 09:00 overdue_3 (escalation) liaison deputy',
    ]);
  });

  it('says a deadline inside the holiday once on the first day after it', () => {
    expect(inWords(due('2016-10-05'), '2016-10-09 12:00')).toEqual([
      '09-28 09:00 soon (before) liaison',
      '09-30 09:00 eve (before) liaison',
      '10-08 08:30 overdue (overdue) liaison deputy head',
      '10-09 09:00 overdue_2 (escalation) liaison deputy office_director',
      '10-10 09:00 overdue_3 (escalation) liaison deputy',
    ]);
  });

  it('is asked for only as far as somebody looks, and always one step further', () => {
    expect(inWords(due('2016-08-12')).at(-1)).toMatch(/overdue_1/);
    const late = due('2016-08-12', { plannedThrough: at('2016-12-01 10:00') });
    expect(nextTaskStepAt(campaign, calendar, late)).toBe(at('2016-12-02 09:00'));
  });
});

describe('the ladder of signing', () => {
  it('reminds in the morning of the day, then at its end', () => {
    expect(inWords(aTask()).filter((step) => step.includes('sign'))).toEqual([
      '08-02 09:00 sign (sign) liaison',
      '08-02 17:30 sign_overdue (sign_overdue) liaison deputy head office',
    ]);
  });

  it('reminds an hour before where it is urgent, inside the reminder hours', () => {
    const urgent = (signBy: string) =>
      inWords(aTask({ priority: 'urgent', signBy: at(signBy) })).filter((step) => step.includes('sign'));
    expect(urgent('2016-08-05 12:00')[0]).toMatch(/^08-05 11:00 sign /);
    expect(urgent('2016-08-05 19:30')).toEqual([
      '08-05 18:00 sign (sign) liaison',
      '08-08 08:30 sign_overdue (sign_overdue) liaison deputy head office',
    ]);
  });

  it('ends with the signature', () => {
    expect(inWords(aSignedTask()).some((step) => step.includes('sign'))).toBe(false);
  });
});

describe('the other ladders', () => {
  it('asks for feedback in the morning of the day', () => {
    const row = aSignedTask({ feedbackOn: on('2016-08-05') });
    expect(inWords(row)[0]).toBe('08-05 09:00 feedback_2016-08-05 (feedback) liaison');
  });

  it.each<[string, TaskRow['feedback'], string, string, string[]]>([
    [
      'every second working day',
      { every: 'working_days', days: 2 },
      '2016-08-05',
      '2016-08-12',
      ['08-05', '08-09', '08-11'],
    ],
    [
      'each week, its deadline included',
      { every: 'week' },
      '2016-08-05',
      '2016-08-19',
      ['08-05', '08-12', '08-19'],
    ],
    [
      'each week over National Day, then on its weekday again',
      { every: 'week' },
      '2016-09-30',
      '2016-10-20',
      ['09-30', '10-08', '10-14'],
    ],
  ])('asks again in the rhythm while no feedback comes: %s', (_, feedback, feedbackOn, dueOn, days) => {
    const row = due(dueOn, { feedback, feedbackOn: on(feedbackOn) });
    const asked = inWords(row).filter((step) => step.includes('feedback'));
    expect(asked).toEqual(days.map((day) => `${day} 09:00 feedback_2016-${day} (feedback) liaison`));
    const wanted = taskStepsOf(campaign, calendar, row).filter(({ kind }) => kind === 'feedback');
    expect(wanted.every((step) => step.dueOn === feedbackOn)).toBe(true);
  });

  it('leaves the unit in peace in review, and asks the office after two working days', () => {
    const row = aSignedTask({
      state: 'in_review',
      submittedAt: at('2016-08-05 16:00'),
      feedbackOn: on('2016-08-05'),
    });
    expect(inWords(row)).toEqual(['08-09 09:00 review (review) office']);
  });

  it('tells the office each working day of a unit that has ended, from the day after its last', () => {
    const ended = withEnd('2016-08-05');
    const told = (row: TaskRow) =>
      taskStepsOf(ended, calendar, row)
        .filter(({ kind }) => kind === 'unit_ended')
        .map(({ id, slotAt, dueOn, to }) => [id, slotAt, dueOn, to]);
    const row = due('2016-08-26');
    expect(told(row)).toEqual([['unit_ended_2016-08-08', at('2016-08-08 09:00'), '2016-08-05', ['office']]]);
    expect(told({ ...row, plannedThrough: at('2016-08-10 09:00') })[0]?.[0]).toBe('unit_ended_2016-08-11');
    expect(told({ ...row, lead: unitId('gsj') })).toEqual([]);
    expect(told({ ...row, state: 'in_review', submittedAt: at('2016-08-05 16:00') })).toEqual([]);
  });

  it.each(['closed', 'withdrawn'] as const)('is silent about what is %s', (state) => {
    const row = aSignedTask({ state, nextStepAt: at('2016-08-09 09:00') });
    expect(inWords(row)).toEqual([]);
    expect(nextTaskStepAt(campaign, calendar, row)).toBeNull();
    expect(planTask(view('2016-08-09 09:00'), row)).toEqual([
      { mode: 'move', thing: 'task', id: row.id, from: 1, to: { nextStepAt: null } },
    ]);
  });
});

// The plan

const view = (moment: string, people: PersonRow[] = []): PlanView => ({
  row: {} as CampaignRow,
  campaign,
  calendar,
  presence: presentAt(at(moment), [], people),
  now: at(moment),
});
const saidBy = (changes: readonly Change[]) =>
  intentsIn(changes).map(({ id, state }) =>
    `${state} ${id}`.replace('task:loudi-2016:2016/1:', '').replace('@loudi.example', ''),
  );

describe('the plan', () => {
  it('turns a step into an intent for each person, and looks again at the next', () => {
    const changes = planTask(
      view('2016-08-12 17:30'),
      due('2016-08-12', { plannedThrough: at('2016-08-11 09:00') }),
    );
    expect(saidBy(changes)).toEqual([
      'pending due-2016-08-12:overdue:an',
      'pending due-2016-08-12:overdue:an.b',
      'pending due-2016-08-12:overdue:an.head',
    ]);
    expect(intentsIn(changes)[0]).toMatchObject({
      id: 'task:loudi-2016:2016/1:due-2016-08-12:overdue:an@loudi.example',
      about: 'loudi-2016/task/2016/1',
      bundle: 'notices',
      slotAt: at('2016-08-12 17:30'),
      notice: {
        kind: 'task_reminder',
        step: 'overdue',
        stepKind: 'overdue',
        dueOn: '2016-08-12',
        why: { role: 'liaison', insteadOf: null, unit: unitId('gaj') },
      },
    });
    expect(changes.at(-1)).toMatchObject({
      to: { plannedThrough: at('2016-08-12 17:30'), nextStepAt: at('2016-08-15 09:00') },
    });
  });

  it('says after an outage only the latest of each matter, and records the others as skipped', () => {
    const row = aTask({ feedbackOn: on('2016-08-08') });
    const changes = planTask(view('2016-08-11 11:00'), row);
    expect(saidBy(changes)).toEqual([
      'skipped due-2016-08-02:sign:an',
      'skipped due-2016-08-12:soon:an',
      'pending due-2016-08-02:sign_overdue:an',
      'pending due-2016-08-02:sign_overdue:an.b',
      'pending due-2016-08-02:sign_overdue:an.head',
      'pending due-2016-08-02:sign_overdue:wen',
      'pending due-2016-08-08:feedback_2016-08-08:an',
      'pending due-2016-08-12:eve:an',
    ]);
    const pending = intentsIn(changes).filter(({ state }) => state === 'pending');
    expect(pending.every(({ slotAt }) => slotAt === at('2016-08-11 11:00'))).toBe(true);
  });

  it('does not say after the deadline what leads up to it', () => {
    const row = due('2016-08-12', { plannedThrough: at('2016-08-10 10:00'), feedbackOn: on('2016-08-11') });
    const { say, skipped } = dueTaskSteps(
      taskStepsOf(campaign, calendar, row, at('2016-08-13 10:00')),
      row,
      at('2016-08-13 10:00'),
    );
    expect(say.map(({ id }) => id)).toEqual(['overdue']);
    expect(skipped.map(({ id }) => id)).toEqual(['eve', 'feedback_2016-08-11']);
  });

  it('tells the office in the stead of a unit nobody of which can be reached', () => {
    const unbound = ['an', 'an.b', 'an.head'].map((mailbox) => ({
      id: whoIs(mailbox),
      version: 1,
      name: mailbox,
      email: null,
      slack: null,
      dm: null,
      language: null,
      locale: null,
      trouble: 'not_found' as const,
    }));
    const presence = presentAt(at('2016-08-09 09:00'), [], unbound);
    expect(taskRecipients(presence, aSignedTask(), { to: ['liaison'] })).toEqual({
      told: [{ person: whoIs('wen'), why: { role: 'office', insteadOf: '市公安局' } }],
      unreachable: 'unbound',
    });
    const told = saidBy(planTask(view('2016-08-09 09:00', unbound), aSignedTask()));
    expect(told).toEqual(['pending due-2016-08-12:soon:wen']);
  });

  it('names the hour of an urgent signing, so that a second unit and the first again are each reminded', () => {
    const row = aTask({ priority: 'urgent', signBy: at('2016-08-01 14:30') });
    expect(saidBy(planTask(view('2016-08-01 13:30'), row))).toEqual(['pending due-2016-08-01T14:30:sign:an']);
  });

  it('reminds the unit whose step it is', () => {
    const row = due('2016-08-12', { lead: unitId('rmyh') });
    expect(saidBy(planTask(view('2016-08-09 09:00'), row))).toEqual(['pending due-2016-08-12:soon:yin']);
  });
});

describe('a planned reminder still holds', () => {
  const holds = (
    row: TaskRow,
    stepKind: Parameters<typeof holdsTaskStep>[2]['stepKind'],
    dueOn: string,
    moment: string,
  ) => holdsTaskStep(campaign, row, { stepKind, dueOn: on(dueOn) }, at(moment));
  const review = aSignedTask({ state: 'in_review', submittedAt: at('2016-08-05 16:00') });

  it.each([
    ['before its deadline', aSignedTask(), 'before', '2016-08-12', '2016-08-12 17:30', true],
    ['not after it', aSignedTask(), 'before', '2016-08-12', '2016-08-12 17:31', false],
    ['not for another deadline', aSignedTask(), 'overdue', '2016-08-11', '2016-08-15 09:00', false],
    ['overdue while with the unit', aSignedTask(), 'escalation', '2016-08-12', '2016-08-15 09:00', true],
    ['not in review', review, 'escalation', '2016-08-12', '2016-08-15 09:00', false],
    ['until it is signed', aTask(), 'sign', '2016-08-02', '2016-08-02 09:00', true],
    ['not once it is signed', aSignedTask(), 'sign_overdue', '2016-08-02', '2016-08-02 17:30', false],
    [
      'feedback of that day',
      aSignedTask({ feedbackOn: on('2016-08-05') }),
      'feedback',
      '2016-08-05',
      '2016-08-05 09:00',
      true,
    ],
    [
      'not feedback given',
      aSignedTask({ feedbackOn: on('2016-08-09') }),
      'feedback',
      '2016-08-05',
      '2016-08-05 09:00',
      false,
    ],
    ['a review of that submission', review, 'review', '2016-08-05', '2016-08-09 09:00', true],
    ['not of an earlier one', review, 'review', '2016-08-04', '2016-08-09 09:00', false],
    [
      'nothing once closed',
      aSignedTask({ state: 'closed' }),
      'overdue',
      '2016-08-12',
      '2016-08-15 09:00',
      false,
    ],
  ] as const)('%s', (_, row, kind, dueOn, moment, wanted) => {
    expect(holds(row, kind, dueOn, moment)).toBe(wanted);
  });

  it('of a unit that has ended, as long as that unit leads and has not been taken up again', () => {
    const step = { stepKind: 'unit_ended', dueOn: on('2016-08-05') } as const;
    const now = at('2016-08-08 09:00');
    expect(holdsTaskStep(withEnd('2016-08-05'), aSignedTask(), step, now)).toBe(true);
    expect(holdsTaskStep(withEnd('2016-08-05'), aSignedTask({ lead: unitId('gsj') }), step, now)).toBe(false);
    expect(holdsTaskStep(campaign, aSignedTask(), step, now)).toBe(false);
  });
});
