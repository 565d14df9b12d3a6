import { describe, expect, it } from 'vitest';
import { endOfLength, projectedEnds } from '../../domain/task/chain.ts';
import { decideOnTask } from '../../domain/task/decide.ts';
import { taskFacts } from '../../domain/task/describe.ts';
import { decideDispatches } from '../../domain/task/dispatch.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import { aCampaign, at, calendarOf, on } from '../support/builders.ts';
import {
  anOrder,
  aReview,
  aScene,
  natural,
  presentAt,
  stepsBegun,
  theChain,
  toldIn,
  whoIs,
  working,
} from '../support/task-row.ts';

const campaign = aCampaign();
const calendar = calendarOf(campaign);
const said = { text: '已完成', files: [] };

describe('a length', () => {
  it.each([
    ['one natural day', natural(1), '2016-08-03', '2016-08-04'],
    ['a natural end on a Sunday stays there', natural(15), '2016-10-08', '2016-10-23'],
    ['15 natural days through National Day', natural(15), '2016-09-29', '2016-10-14'],
    ['five working days', working(5), '2016-08-01', '2016-08-08'],
    ['begun on a Saturday', working(1), '2016-08-06', '2016-08-08'],
    ['through National Day, with the working Saturday', working(5), '2016-09-26', '2016-10-08'],
    ['through National Day, with the working Sunday', working(5), '2016-09-27', '2016-10-09'],
  ])('is counted from the day after: %s', (_, length, from, end) => {
    expect(endOfLength(calendar, on(from), length)).toBe(end);
  });
});

describe('a chain of three steps over National Day 2016', () => {
  const MONDAY = '2016-09-26 10:00';
  const given = decideDispatches(
    {
      campaign,
      calendar,
      presence: presentAt(at(MONDAY)),
      acting: { campaign: campaign.id, by: whoIs('wen'), at: at(MONDAY) },
      counter: null,
    },
    [anOrder({ steps: theChain(), helpers: [], dueOn: null })],
  );
  const first = given.tasks[0]!;
  const done = (row: TaskRow, who: string, moment: string) =>
    decideOnTask(aReview(who, moment, { row }), { verb: 'step_done', ...said });
  const endsOf = (row: TaskRow, moment: string) =>
    taskFacts(aScene(at(moment)), row).steps.map(
      ({ name, dueOn, standing }) => `${name} ${dueOn} ${standing}`,
    );

  it('begins with the first unit, and foresees the ends of the others', () => {
    expect(first).toMatchObject({ lead: 'gsj', dueOn: '2016-10-08', dueAt: at('2016-10-08 17:30') });
    expect(first.steps.map(({ startedOn }) => startedOn)).toEqual(['2016-09-26', null, null]);
    expect(endsOf(first, MONDAY)).toEqual([
      '初验 2016-10-08 current',
      '公示 2016-10-23 waiting',
      '签发 2016-10-26 waiting',
    ]);
    expect(toldIn(given.changes)).toEqual(['shang']);
  });

  it('goes on from the day on which a step ends, early or not', () => {
    const { row, changes } = done(first, 'shang', '2016-09-29 15:00');
    expect(row).toMatchObject({
      state: 'dispatched',
      lead: 'gaj',
      dueOn: '2016-10-14',
      signBy: at('2016-09-30 17:30'),
      signedAt: null,
    });
    expect(endsOf(row, '2016-09-29 15:00')).toEqual([
      '初验 2016-10-08 done',
      '公示 2016-10-14 current',
      '签发 2016-10-19 waiting',
    ]);
    expect(toldIn(changes)).toEqual(['an', 'an.b', 'wen']);
  });

  it('is handed in with its last step, whose deadline counts from the Sunday on which the public notice ended', () => {
    const second = done(first, 'shang', '2016-10-08 16:00').row;
    expect(second.dueOn).toBe('2016-10-23');
    const third = done(second, 'an', '2016-10-23 09:00').row;
    expect(third).toMatchObject({ lead: 'rmyh', dueOn: '2016-10-26', signBy: at('2016-10-25 17:30') });
    const handed = done(third, 'yin', '2016-10-26 11:00');
    expect(handed.row).toMatchObject({ state: 'in_review', lead: 'rmyh', dueOn: '2016-10-26' });
    expect(handed.entry.kind).toBe('submitted');
    expect(toldIn(handed.changes)).toEqual(['wen']);
    expect(endsOf(handed.row, '2016-10-26 11:00').every((step) => step.endsWith('done'))).toBe(true);
  });

  it('starts the ladder and the shortness of notice anew with each step', () => {
    const { row } = done({ ...first, shortNotice: true }, 'shang', '2016-10-08 16:00');
    expect(row).toMatchObject({ shortNotice: false, plannedThrough: at('2016-10-08 16:00') });
    const brief = { ...first, steps: first.steps.map((step) => ({ ...step, length: natural(1) })) };
    expect(done(brief, 'shang', '2016-09-30 17:40').row.shortNotice).toBe(true);
  });
});

describe('the foreseen ends', () => {
  it('do not lie before today while a step is overdue', () => {
    expect(projectedEnds(calendar, stepsBegun(), on('2016-08-20'))).toEqual([
      '2016-08-08',
      '2016-09-04',
      '2016-09-07',
    ]);
  });
});
