import { describe, expect, it } from 'vitest';
import { holidayTable } from '../../documents/holidays.ts';
import { workCalendar } from '../../domain/calendar.ts';
import type { PlanView } from '../../domain/plan.ts';
import {
  type Clock,
  defaultDueOn,
  isShortNotice,
  nextFeedbackOn,
  signByOf,
} from '../../domain/task/deadline.ts';
import { decideOnTask } from '../../domain/task/decide.ts';
import { decideDispatches, type TaskOrder } from '../../domain/task/dispatch.ts';
import { planTaskRevision } from '../../domain/task/revision.ts';
import type { FeedbackRhythm, StepLength, TaskRow } from '../../domain/task/things.ts';
import { aCampaign, at, calendarOf, on } from '../support/builders.ts';
import {
  anOrder,
  aReview,
  aSignedTask,
  natural,
  presentAt,
  theChain,
  whoIs,
  working,
} from '../support/task-row.ts';

const campaign = aCampaign();
const calendar = calendarOf(campaign);
const clock = (moment: string): Clock => ({ campaign, calendar, now: at(moment) });

function dispatched(moment: string, over: Partial<TaskOrder> = {}, by = 'wen'): TaskRow {
  const dispatching = {
    campaign,
    calendar,
    presence: presentAt(at(moment)),
    acting: { campaign: campaign.id, by: whoIs(by), at: at(moment) },
    counter: null,
  };
  return decideDispatches(dispatching, [anOrder(over)]).tasks[0]!;
}

describe('the time to sign for a task', () => {
  it.each([
    ['Monday morning', '2016-08-01 10:00', '2016-08-02 17:30'],
    ['Friday, for Monday', '2016-08-05 16:00', '2016-08-08 17:30'],
    ['at night it is told next morning', '2016-08-05 23:00', '2016-08-09 17:30'],
    ['before dawn it is told the same morning', '2016-08-05 05:00', '2016-08-08 17:30'],
    ['on Saturday it is told on Monday', '2016-08-06 10:00', '2016-08-09 17:30'],
    ['before National Day', '2016-09-30 17:00', '2016-10-08 17:30'],
    ['in National Day it is told on the working Saturday', '2016-10-03 10:00', '2016-10-09 17:30'],
  ])('%s: the end of the next working day after it is told', (_, moment, by) => {
    expect(signByOf(clock(moment), 'normal')).toBe(at(by));
  });

  it.each([
    ['2016-08-01 10:00', '2016-08-01 12:00'],
    ['2016-08-05 23:00', '2016-08-08 10:30'],
    ['2016-08-06 10:00', '2016-08-08 10:30'],
    ['2016-08-05 17:30', '2016-08-05 19:30'],
  ])('urgent at %s: two hours after it is told', (moment, by) => {
    expect(signByOf(clock(moment), 'urgent')).toBe(at(by));
    expect(signByOf(clock(moment), 'most_urgent')).toBe(at(by));
  });

  it('may lie after the deadline', () => {
    const row = dispatched('2016-08-11 18:30', { dueOn: on('2016-08-12') });
    expect(row.signBy).toBeGreaterThan(row.dueAt);
  });
});

describe('short notice', () => {
  it.each([
    ['a working day and more', '2016-08-10 17:30', '2016-08-11', false],
    ['told after hours the day before', '2016-08-10 17:31', '2016-08-11', true],
    ['told the same day', '2016-08-11 09:00', '2016-08-11', true],
    ['ordered at night, told the same day', '2016-08-10 22:00', '2016-08-11', true],
    ['over a weekend', '2016-08-05 10:00', '2016-08-08', false],
    ['on Saturday for Monday', '2016-08-06 10:00', '2016-08-08', true],
    ['for Sunday, whose last working day is Friday', '2016-08-05 10:00', '2016-08-07', true],
    ['for Sunday, a working day before Friday ends', '2016-08-04 17:00', '2016-08-07', false],
    ['for the working Saturday after National Day', '2016-09-30 17:30', '2016-10-08', false],
    ['in National Day, for the working Saturday', '2016-10-02 10:00', '2016-10-08', true],
  ])('%s: at %s for %s is %s', (_, moment, dueOn, short) => {
    expect(isShortNotice(clock(moment), on(dueOn))).toBe(short);
    expect(dispatched(moment, { dueOn: on(dueOn) }).shortNotice).toBe(short);
  });

  it('is no matter of an extension: the unit asked for it', () => {
    const row = aSignedTask();
    const act = { verb: 'grant', until: on('2016-08-12'), reason: '' } as const;
    expect(decideOnTask(aReview('wen', '2016-08-12 16:00', { row }), act).row.shortNotice).toBe(false);
  });
});

describe('the deadline of a decision that names none', () => {
  it.each([
    ['2016-08-05 10:00', '2016-08-01', '2016-08-08'],
    ['2016-08-05 10:00', '2016-08-20', '2016-08-20'],
    ['2016-09-30 10:00', '2016-09-20', '2016-10-08'],
  ])('at %s with the old one on %s is %s', (moment, old, dueOn) => {
    expect(defaultDueOn(clock(moment), { dueOn: on(old) })).toBe(dueOn);
  });
});

describe('the rhythm of feedback', () => {
  const every = (days: number): FeedbackRhythm => ({ every: 'working_days', days });
  const WEEKLY: FeedbackRhythm = { every: 'week' };
  const END = on('2016-12-30');

  it.each([
    ['three working days', every(3), '2016-08-05', '2016-08-10'],
    ['one, over National Day', every(1), '2016-09-30', '2016-10-08'],
    ['weekly on the same weekday', WEEKLY, '2016-08-05', '2016-08-12'],
    ['weekly into a holiday: the first working day from then on', WEEKLY, '2016-09-28', '2016-10-08'],
  ])('%s', (_, rhythm, from, wanted) => {
    expect(nextFeedbackOn(calendar, rhythm, on(from), END)).toBe(wanted);
  });

  it('never asks after the deadline, but on its day', () => {
    expect(nextFeedbackOn(calendar, WEEKLY, on('2016-08-05'), on('2016-08-11'))).toBeNull();
    expect(nextFeedbackOn(calendar, WEEKLY, on('2016-08-05'), on('2016-08-12'))).toBe('2016-08-12');
  });

  it('starts when the task is told, and moves on with each feedback of the lead', () => {
    const row = dispatched('2016-08-06 10:00', { feedback: every(2), dueOn: on('2016-08-31') });
    expect(row.feedbackOn).toBe('2016-08-10');
    const fed = (who: string, moment: string) =>
      decideOnTask(aReview(who, moment, { row }), { verb: 'feed_back', percent: 10, text: '', files: [] }).row
        .feedbackOn;
    expect(fed('an', '2016-08-09 16:00')).toBe('2016-08-11');
    expect(fed('an', '2016-08-12 16:00')).toBe('2016-08-16');
    expect(fed('an', '2016-08-30 16:00')).toBeNull();
    expect(fed('shang', '2016-08-09 16:00')).toBe('2016-08-10');
  });

  it('rests in review and begins again with a return', () => {
    const row = aSignedTask({ feedback: every(2), feedbackOn: on('2016-08-10') });
    const handed = decideOnTask(aReview('an', '2016-08-09 16:00', { row }), {
      verb: 'submit',
      text: '',
      files: [],
    }).row;
    expect(handed.feedbackOn).toBeNull();
    const back = decideOnTask(aReview('wen', '2016-08-10 10:00', { row: handed }), {
      verb: 'return',
      reason: '缺证据',
      until: on('2016-08-19'),
    });
    expect(back.row.feedbackOn).toBe('2016-08-12');
  });

  it('begins again when an extension makes room for it', () => {
    const row = aSignedTask({
      feedback: WEEKLY,
      extension: {
        until: on('2016-08-31'),
        reason: '',
        progress: '',
        by: whoIs('an'),
        at: at('2016-08-10 10:00'),
      },
    });
    const act = { verb: 'grant', until: on('2016-08-31'), reason: '' } as const;
    expect(decideOnTask(aReview('wen', '2016-08-10 10:00', { row }), act).row.feedbackOn).toBe('2016-08-17');
  });
});

describe('暂定', () => {
  const chainOf = (length: StepLength) => ({ steps: [{ ...theChain()[0]!, length }], dueOn: null });
  const isProvisional = (moment: string, over: Partial<TaskOrder> = {}) =>
    dispatched(moment, over).provisional;

  it('marks a deadline on a day for which no notice is known', () => {
    expect(isProvisional('2016-08-01 10:00', { dueOn: on('2027-03-01') })).toBe(true);
    expect(isProvisional('2016-08-01 10:00')).toBe(false);
  });

  it('marks working days counted over such days; natural days are certain but for their last', () => {
    const noticed = workCalendar('cn', holidayTable(), [{ date: on('2027-01-08'), off: true, name: '' }]);
    const row = dispatched('2026-12-29 10:00', chainOf(working(5)));
    expect(row.provisional).toBe(true);
    expect(isProvisional('2016-12-29 10:00', chainOf(working(5)))).toBe(false);
    expect(isProvisional('2026-12-01 10:00', chainOf(natural(15)))).toBe(false);
    const revised = planTaskRevision({ campaign, calendar: noticed } as unknown as PlanView, row);
    expect(revised).toMatchObject([{ mode: 'move', to: { provisional: false } }]);
  });

  it('ends with the notice; the day that people were told stays', () => {
    const row = dispatched('2016-08-01 10:00', { dueOn: on('2027-03-01') });
    const noticed = workCalendar('cn', holidayTable(), [{ date: on('2027-02-05'), off: true, name: '春节' }]);
    const [change] = planTaskRevision({ campaign, calendar: noticed } as unknown as PlanView, row);
    expect(change).toMatchObject({ to: { provisional: false } });
    expect(change).not.toHaveProperty('to.dueOn');
    expect(planTaskRevision({ campaign, calendar } as unknown as PlanView, row)).toEqual([]);
  });
});
