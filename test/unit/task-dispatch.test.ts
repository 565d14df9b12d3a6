import { describe, expect, it } from 'vitest';
import type { Change } from '../../domain/change.ts';
import { decideOnTask, type TaskAct } from '../../domain/task/decide.ts';
import { decideDispatches, type TaskOrder, taskCounterId } from '../../domain/task/dispatch.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import type { CounterRow, LeaveRow, MessageRow } from '../../domain/things.ts';
import { aCampaign, at, calendarOf, on, unitId } from '../support/builders.ts';
import {
  anOrder,
  aReview,
  aSignedTask,
  aTask,
  intentsIn,
  postingsOf,
  presentAt,
  toldIn,
  whoIs,
} from '../support/task-row.ts';

const campaign = aCampaign();
const calendar = calendarOf(campaign);
const MONDAY = '2016-08-01 10:00';

const dispatch = (
  orders: TaskOrder[],
  { by = 'wen', moment = MONDAY, counter = null as CounterRow | null, leaves = [] as LeaveRow[] } = {},
) =>
  decideDispatches(
    {
      campaign,
      calendar,
      presence: presentAt(at(moment), leaves),
      acting: { campaign: campaign.id, by: whoIs(by), at: at(moment) },
      counter,
    },
    orders,
  );

const written = (changes: readonly Change[]): string[] =>
  changes.map((change) => `${change.mode} ${change.thing}`);

describe('giving tasks', () => {
  it('numbers several from one counter in one commit', () => {
    const counter = { id: taskCounterId(campaign.id, 2016), version: 4, value: 11 };
    const { tasks, entries, changes } = dispatch([anOrder(), anOrder({ helpers: [] })], { counter });
    expect(tasks.map(({ id, no }) => `${id} ${no}`)).toEqual([
      'loudi-2016/task/2016/12 12',
      'loudi-2016/task/2016/13 13',
    ]);
    expect(entries.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'loudi-2016/task/2016/12#1 dispatched',
      'loudi-2016/task/2016/13#1 dispatched',
    ]);
    expect(changes[0]).toMatchObject({ mode: 'move', thing: 'counter', from: 4, to: { value: 13 } });
    expect(written(changes).filter((change) => change === 'insert task')).toHaveLength(2);
  });

  it('begins a year’s counter with its first task', () => {
    const { changes } = dispatch([anOrder()]);
    expect(changes[0]).toEqual({
      mode: 'insert',
      thing: 'counter',
      row: { id: 'task:loudi-2016:2016', value: 1 },
    });
    const newYear = dispatch([anOrder({ dueOn: on('2017-01-10') })], { moment: '2017-01-01 00:10' });
    expect(newYear.tasks[0]).toMatchObject({ year: 2017, no: 1 });
  });

  it('writes nothing for no orders', () => {
    expect(dispatch([])).toEqual({ tasks: [], entries: [], changes: [] });
  });

  it('writes the task, its entry and the audit, and looks again at its first step', () => {
    const { tasks, changes } = dispatch([
      anOrder({ helpers: [unitId('gaj'), unitId('gsj'), unitId('gsj')] }),
    ]);
    expect(written(changes)).toEqual([
      'insert counter',
      'insert task',
      'insert taskEntry',
      'ensure audit',
      'ensure intent',
      'ensure intent',
      'ensure intent',
    ]);
    expect(tasks[0]).toEqual(aTask({ nextStepAt: at('2016-08-02 09:00') }));
  });

  it('refuses to invent a deadline', () => {
    expect(() => dispatch([anOrder({ dueOn: null })])).toThrow(RangeError);
  });
});

describe('a new task is told', () => {
  it('to the lead’s liaison and deputy and the co-operating liaisons', () => {
    const { changes } = dispatch([anOrder()]);
    expect(toldIn(changes)).toEqual(['an', 'an.b', 'shang']);
    expect(intentsIn(changes)[0]).toMatchObject({
      id: 'task:loudi-2016:2016/1:entry-1:an@loudi.example',
      about: 'loudi-2016/task/2016/1',
      bundle: 'notices',
      slotAt: at(MONDAY),
      notice: {
        kind: 'task',
        entry: 1,
        by: whoIs('wen'),
        why: { role: 'liaison', insteadOf: null, unit: 'gaj' },
      },
    });
  });

  it('to the office too, if a leader gave it', () => {
    expect(toldIn(dispatch([anOrder()], { by: 'zhou.zheng' }).changes)).toEqual([
      'an',
      'an.b',
      'shang',
      'wen',
    ]);
  });

  it('in the next reminder hours', () => {
    const { changes } = dispatch([anOrder()], { moment: '2016-08-06 23:00' });
    expect(intentsIn(changes).every(({ slotAt }) => slotAt === at('2016-08-08 08:30'))).toBe(true);
  });

  it('to those who are there then: the deputy for a liaison on leave, the office for a unit without anybody', () => {
    const away = (mailbox: string): LeaveRow => ({
      id: mailbox,
      version: 1,
      campaign: campaign.id,
      person: whoIs(mailbox),
      from: on('2016-08-01'),
      to: on('2016-08-02'),
      enteredBy: whoIs('wen'),
      deputy: null,
      cancelled: false,
    });
    const { changes } = dispatch([anOrder()], { by: 'jin', leaves: [away('an'), away('shang')] });
    expect(toldIn(changes)).toEqual(['an.b', 'wen']);
    expect(intentsIn(changes).map(({ notice }) => notice.kind === 'task' && notice.why)).toEqual([
      { role: 'deputy', insteadOf: '安警官', unit: 'gaj' },
      { role: 'office', insteadOf: '市工商局' },
    ]);
  });
});

describe('what happens to a task is told to exactly those concerned', () => {
  const said = { text: '已办', files: [] };
  const extension = {
    until: on('2016-08-19'),
    reason: '取证',
    progress: '一半',
    by: whoIs('an.head'),
    at: at('2016-08-04 10:00'),
  };
  const review = aSignedTask({ state: 'in_review', submittedAt: at('2016-08-04 16:00') });
  const again = { reason: '反弹', until: on('2016-08-20') };

  it.each<[string, string, TaskAct, TaskRow, string[]]>([
    ['signed: nobody', 'an', { verb: 'sign' }, aTask(), []],
    ['fed back: the office', 'an', { verb: 'feed_back', percent: 1, ...said }, aSignedTask(), ['wen']],
    ['by a helper: the lead', 'shang', { verb: 'feed_back', percent: 1, ...said }, aSignedTask(), ['an']],
    ['handed in: the office', 'an', { verb: 'submit', ...said }, aSignedTask(), ['wen']],
    ['more time asked: the office', 'an', { verb: 'extend', ...extension }, aSignedTask(), ['wen']],
    [
      'granted: the unit, and who asked',
      'wen',
      { verb: 'grant', until: on('2016-08-19'), reason: '' },
      aSignedTask({ extension }),
      ['an', 'an.b', 'an.head'],
    ],
    [
      'refused: the unit, and who asked',
      'wen',
      { verb: 'refuse', reason: '' },
      aSignedTask({ extension }),
      ['an', 'an.b', 'an.head'],
    ],
    ['returned: the unit', 'wen', { verb: 'return', ...again }, review, ['an', 'an.b']],
    ['closed: all units', 'wen', { verb: 'close', ...said }, review, ['an', 'an.b', 'shang']],
    ['withdrawn: all units', 'wen', { verb: 'withdraw', reason: '' }, aTask(), ['an', 'an.b', 'shang']],
    [
      'reopened: all units',
      'jin',
      { verb: 'reopen', ...again },
      aSignedTask({ state: 'closed' }),
      ['an', 'an.b', 'shang'],
    ],
    [
      'reassigned: both units',
      'wen',
      { verb: 'reassign', lead: unitId('rmyh'), ...again },
      aSignedTask(),
      ['yin', 'an', 'an.b'],
    ],
  ])('%s', (_, who, act, row, told) => {
    const { changes, entry } = decideOnTask(aReview(who, '2016-08-05 10:00', { row }), act);
    expect(toldIn(changes)).toEqual(told);
    for (const { id, notice } of intentsIn(changes)) {
      expect(id).toMatch(new RegExp(`^task:loudi-2016:2016/1:entry-${entry.no}:`));
      expect(notice).toMatchObject({ kind: 'task', entry: row.entries + 1, by: whoIs(who) });
    }
  });

  it('never to the one who did it, even where nobody else is concerned', () => {
    const own = aSignedTask({ lead: unitId('jrb'), helpers: [] });
    expect(
      toldIn(
        decideOnTask(aReview('wen', '2016-08-05 10:00', { row: own }), { verb: 'submit', ...said }).changes,
      ),
    ).toEqual([]);
    expect(postingsOf('wen')).toHaveLength(1);
  });

  it('leaves an audit line with what was said, and updates every card that shows it', () => {
    const message = {
      id: 'm1',
      version: 3,
      campaign: campaign.id,
      target: { kind: 'person', person: whoIs('an') },
      operation: 'post',
      content: { kind: 'told', told: { items: [] } },
      state: 'sent',
    } as unknown as MessageRow;
    const { changes } = decideOnTask(
      aReview('wen', '2016-08-05 10:00', { row: { ...review, version: 7 }, shown: [message] }),
      { verb: 'return', ...again },
    );
    expect(written(changes)).toEqual([
      'move task',
      'insert taskEntry',
      'ensure audit',
      'ensure intent',
      'ensure intent',
      'ensure message',
    ]);
    expect(changes.at(-1)).toMatchObject({
      row: { id: `update:m1:${review.id}@8`, operation: 'update', updates: 'm1' },
    });
    expect(changes[2]).toMatchObject({
      row: {
        id: `task_return:${review.id}@7`,
        actor: whoIs('wen'),
        detail: { text: '反弹', until: '2016-08-20', before: '2016-08-12' },
      },
    });
  });

  it('is written only if the task is still as it was read', () => {
    const { changes } = decideOnTask(aReview('an', MONDAY, { row: aTask({ version: 5 }) }), { verb: 'sign' });
    expect(changes[0]).toMatchObject({ mode: 'move', thing: 'task', from: 5 });
  });
});
