import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { maySee } from '../../domain/sight.ts';
import { decideOnTask, type TaskAct, verbOf } from '../../domain/task/decide.ts';
import type { TaskVerb } from '../../domain/task/facts.ts';
import { endOfDayOn, isOpenTask, isOverdueTask, lightOf } from '../../domain/task/task.ts';
import type { TaskRow, TaskState, TaskStep } from '../../domain/task/things.ts';
import {
  allowsVerb,
  mayActOnTask,
  mayDispatch,
  taskVerbsFor,
  unitActedFor,
} from '../../domain/task/verbs.ts';
import { aCampaign, at, calendarOf, on, unitId } from '../support/builders.ts';
import { aReview, aSignedTask, aTask, postingsOf, stepsBegun, whoIs } from '../support/task-row.ts';

const campaign = aCampaign();
const seesTask = (postings: Parameters<typeof maySee>[0], task: TaskRow) =>
  maySee(postings, { kind: 'task', task });
const calendar = calendarOf(campaign);
const NOW = '2016-08-05 10:00';

const STATES: readonly TaskState[] = ['dispatched', 'in_progress', 'in_review', 'closed', 'withdrawn'];
const said = { text: '已办', files: [] };
const asked = {
  until: on('2016-08-19'),
  reason: '取证需要时间',
  progress: '已完成一半',
  by: whoIs('an'),
  at: at('2016-08-04 10:00'),
};

/** A task in that state, as it comes to be there. */
function inState(state: TaskState, over: Partial<TaskRow> = {}): TaskRow {
  const submittedAt = at('2016-08-04 16:00');
  switch (state) {
    case 'dispatched':
      return aTask(over);
    case 'in_progress':
      return aSignedTask(over);
    case 'in_review':
      return aSignedTask({ state, submittedAt, ...over });
    case 'closed':
      return aSignedTask({ state, submittedAt, closedAt: at('2016-08-05 09:00'), ...over });
    case 'withdrawn':
      return aSignedTask({ state, ...over });
  }
}

/** Every act, for whom it is done, and with what the task was before if that is needed. */
const ACTS: Record<string, { act: TaskAct; by: string; over?: Partial<TaskRow> }> = {
  sign: { act: { verb: 'sign' }, by: 'an' },
  'feed_back, lead': { act: { verb: 'feed_back', percent: 40, ...said }, by: 'an' },
  'feed_back, helper': { act: { verb: 'feed_back', percent: 40, ...said }, by: 'shang' },
  submit: { act: { verb: 'submit', ...said }, by: 'an' },
  extend: {
    act: { verb: 'extend', until: on('2016-08-19'), reason: '取证', progress: '一半' },
    by: 'an',
  },
  grant: {
    act: { verb: 'grant', until: on('2016-08-17'), reason: '同意' },
    by: 'wen',
    over: { extension: asked },
  },
  refuse: { act: { verb: 'refuse', reason: '不同意' }, by: 'wen', over: { extension: asked } },
  close: { act: { verb: 'close', ...said }, by: 'wen' },
  return: { act: { verb: 'return', reason: '缺证据', until: null }, by: 'wen' },
  reassign: { act: { verb: 'reassign', lead: unitId('rmyh'), until: null, reason: '职责' }, by: 'wen' },
  withdraw: { act: { verb: 'withdraw', reason: '重复' }, by: 'wen' },
  reopen: { act: { verb: 'reopen', reason: '反弹', until: null }, by: 'wen' },
};

const no = null;
/** What each act makes of a task in each of STATES; null where it is not allowed. */
const TABLE: Record<string, (TaskState | null)[]> = {
  sign: ['in_progress', no, no, no, no],
  'feed_back, lead': ['in_progress', 'in_progress', no, no, no],
  'feed_back, helper': ['dispatched', 'in_progress', no, no, no],
  submit: ['in_review', 'in_review', no, no, no],
  extend: ['in_progress', 'in_progress', no, no, no],
  grant: [no, 'in_progress', no, no, no],
  refuse: [no, 'in_progress', no, no, no],
  close: [no, no, 'closed', no, no],
  return: [no, no, 'in_progress', no, no],
  reassign: ['dispatched', 'dispatched', no, no, no],
  withdraw: ['withdrawn', 'withdrawn', 'withdrawn', no, no],
  reopen: [no, no, no, 'in_progress', 'in_progress'],
};

const cells = Object.entries(TABLE).flatMap(([name, row]) =>
  row.map((after, index) => [name, STATES[index]!, after] as const),
);

describe('the table of states', () => {
  it.each(cells)('%s on %s: %s', (name, state, after) => {
    const { act, by, over } = ACTS[name]!;
    const row = inState(state, over);
    expect(allowsVerb(row, verbOf(act), at(NOW))).toBe(after !== null);
    if (after !== null) expect(decideOnTask(aReview(by, NOW, { row }), act).row.state).toBe(after);
  });

  it('stands in prose above the code as it is tested here', () => {
    const source = readFileSync(new URL('../../domain/task/task.ts', import.meta.url), 'utf8');
    const inProse = source
      .split('\n')
      .filter((line) => line.startsWith('//   ') && line.includes('|'))
      .slice(1)
      .map((line) =>
        line
          .slice(2)
          .split('|')
          .map((cell) => cell.replace(/[→¹²³⁴⁵⁶]/g, '').trim()),
      )
      .map(([act, ...after]) => [act, after.map((state) => (state === '–' ? null : state))] as const);
    const { grant, refuse, ...others } = TABLE;
    expect(grant).toEqual(refuse);
    const ofSteps = ['dispatched', 'dispatched', no, no, no];
    expect(Object.fromEntries(inProse)).toEqual({ ...others, decide_extension: grant, step_done: ofSteps });
  });

  it('is stopped by nothing that is shown: a look and a list are always allowed', () => {
    for (const state of STATES)
      for (const verb of ['show', 'list', 'new'] as const)
        expect(allowsVerb(inState(state), verb, at(NOW))).toBe(true);
  });
});

const chainAt = (done: number): TaskStep[] =>
  stepsBegun().map((step, index) => ({
    ...step,
    startedOn: index <= done ? on('2016-08-01') : null,
    dueOn: index <= done ? on('2016-08-12') : null,
    doneAt: index < done ? at('2016-08-03 10:00') : null,
  }));

describe('a chain', () => {
  const may = (row: TaskRow, verb: TaskVerb) => allowsVerb(row, verb, at(NOW));

  it.each(['dispatched', 'in_progress'] as const)('%s, goes on step by step until the last', (state) => {
    const row = inState(state, { steps: chainAt(0), lead: unitId('gsj') });
    expect([may(row, 'step_done'), may(row, 'submit')]).toEqual([true, false]);
    const next = decideOnTask(aReview('shang', NOW, { row }), { verb: 'step_done', ...said });
    expect(next.row).toMatchObject({ state: 'dispatched', lead: 'gaj', signedAt: null, signedBy: null });
    expect(next.entry).toMatchObject({ kind: 'step_done', detail: { step: '初验', toUnit: 'gaj' } });
  });

  it.each(['dispatched', 'in_progress'] as const)('%s, is handed in with its last step', (state) => {
    const row = inState(state, { steps: chainAt(2), lead: unitId('rmyh') });
    expect([may(row, 'step_done'), may(row, 'submit')]).toEqual([true, true]);
    for (const verb of ['step_done', 'submit'] as const) {
      const handed = decideOnTask(aReview('yin', NOW, { row }), { verb, ...said });
      expect(handed.row.state).toBe('in_review');
      expect(handed.entry).toMatchObject({ kind: 'submitted', detail: { step: '签发' } });
      expect(handed.row.steps.every(({ doneAt }) => doneAt !== null)).toBe(true);
    }
  });

  it.each(['in_review', 'closed', 'withdrawn'] as const)('%s, has no step to end', (state) => {
    const steps = chainAt(3);
    expect(may(inState(state, { steps }), 'step_done')).toBe(false);
  });

  it('goes back to its last step when it is returned', () => {
    const row = inState('in_review', { steps: chainAt(3), lead: unitId('rmyh') });
    const { row: back } = decideOnTask(aReview('wen', NOW, { row }), {
      verb: 'return',
      reason: '缺章',
      until: on('2016-08-15'),
    });
    expect(back.steps.map(({ doneAt }) => doneAt === null)).toEqual([false, false, true]);
    expect(back.steps[2]!.dueOn).toBe('2016-08-15');
    expect(back).toMatchObject({ state: 'in_progress', lead: 'rmyh', returned: '缺章' });
  });

  it('ends no steps where there are none', () => {
    expect(may(aSignedTask(), 'step_done')).toBe(false);
  });
});

describe('signing', () => {
  it.each(['feed_back, lead', 'submit', 'extend'])('is done by %s too, in the same entry', (name) => {
    const { row, entry } = decideOnTask(aReview('an.b', NOW), ACTS[name]!.act);
    expect(row).toMatchObject({ signedAt: at(NOW), signedBy: whoIs('an.b'), entries: 2 });
    expect(entry.no).toBe(2);
  });

  it('is not done by the feedback of a co-operating unit', () => {
    const { row } = decideOnTask(aReview('shang', NOW), ACTS['feed_back, helper']!.act);
    expect(row).toMatchObject({ state: 'dispatched', signedAt: null, percent: 0 });
  });

  it('keeps the first signature', () => {
    const { row } = decideOnTask(aReview('an.b', NOW, { row: aSignedTask() }), ACTS.submit!.act);
    expect(row.signedBy).toBe(whoIs('an'));
  });

  it('is asked again when a task withdrawn before anybody signed is reopened', () => {
    const row = aTask({ state: 'withdrawn' });
    const { row: again } = decideOnTask(aReview('wen', NOW, { row }), ACTS.reopen!.act);
    expect(again).toMatchObject({ state: 'dispatched', signBy: at('2016-08-08 17:30') });
  });
});

describe('percent', () => {
  it('is the lead’s last, kept where none is said; 100 does not submit by itself', () => {
    const feed = (row: TaskRow, percent: number | null) =>
      decideOnTask(aReview('an', NOW, { row }), { verb: 'feed_back', percent, ...said }).row;
    const done = feed(aSignedTask({ percent: 40 }), 100);
    expect(done).toMatchObject({ percent: 100, state: 'in_progress' });
    expect(feed(done, null).percent).toBe(100);
  });
});

describe('an extension', () => {
  it('is asked for before the deadline, its last instant included', () => {
    const { dueAt } = aTask();
    expect(allowsVerb(aSignedTask(), 'extend', dueAt)).toBe(true);
    expect(allowsVerb(aSignedTask(), 'extend', (dueAt + 1) as typeof dueAt)).toBe(false);
  });

  it('is asked for one at a time', () => {
    expect(allowsVerb(aSignedTask({ extension: asked }), 'extend', at(NOW))).toBe(false);
    expect(allowsVerb(aSignedTask(), 'decide_extension', at(NOW))).toBe(false);
  });

  it('is kept as it was asked, with the deadline before', () => {
    const { row, entry } = decideOnTask(aReview('an', NOW, { row: aSignedTask() }), ACTS.extend!.act);
    expect(row.extension).toEqual({
      until: '2016-08-19',
      reason: '取证',
      progress: '一半',
      by: whoIs('an'),
      at: at(NOW),
    });
    expect(row.dueOn).toBe('2016-08-12');
    expect(entry.detail).toEqual({ until: '2016-08-19', before: '2016-08-12', progress: '一半' });
  });

  it('granted fixes the date that the office says, and the ladder starts again', () => {
    const row = aSignedTask({ extension: asked, plannedThrough: at('2016-08-01 10:00') });
    const { row: granted } = decideOnTask(aReview('wen', NOW, { row }), ACTS.grant!.act);
    expect(granted).toMatchObject({
      dueOn: '2016-08-17',
      dueAt: at('2016-08-17 17:30'),
      extension: null,
      plannedThrough: at(NOW),
      nextStepAt: at('2016-08-12 09:00'),
    });
  });

  it('refused leaves the deadline and its ladder as they are', () => {
    const row = aSignedTask({ extension: asked });
    const { row: refused } = decideOnTask(aReview('wen', NOW, { row }), ACTS.refuse!.act);
    expect(refused).toMatchObject({
      dueOn: '2016-08-12',
      extension: null,
      plannedThrough: row.plannedThrough,
    });
  });

  it.each([
    ['submit', 'in_progress'],
    ['withdraw', 'in_progress'],
    ['reassign', 'in_progress'],
    ['return', 'in_review'],
    ['close', 'in_review'],
  ] as const)('that waits is cleared by %s', (name, state) => {
    const { act, by } = ACTS[name]!;
    const row = inState(state, { extension: asked });
    expect(decideOnTask(aReview(by, NOW, { row }), act).row.extension).toBeNull();
  });

  it('moves the deadline of the step under way with that of the task', () => {
    const row = inState('in_progress', { steps: chainAt(1), extension: asked });
    const { row: granted } = decideOnTask(aReview('wen', NOW, { row }), ACTS.grant!.act);
    expect(granted.steps.map(({ dueOn }) => dueOn)).toEqual(['2016-08-12', '2016-08-17', null]);
  });
});

describe('a return', () => {
  const act = (until: string | null) =>
    ({ verb: 'return', reason: '缺证据', until: until && on(until) }) as TaskAct;
  const returned = (row: TaskRow, until: string | null) =>
    decideOnTask(aReview('wen', NOW, { row }), act(until)).row;

  it('says why until it is handed in again', () => {
    const back = returned(inState('in_review'), '2016-08-10');
    expect(back).toMatchObject({ returned: '缺证据', submittedAt: null, dueOn: '2016-08-10' });
    expect(back.plannedThrough).toBe(at(NOW));
    expect(decideOnTask(aReview('an', NOW, { row: back }), ACTS.submit!.act).row.returned).toBeNull();
  });

  it('without a date keeps the old deadline where it is later than the next working day', () => {
    expect(returned(inState('in_review'), null).dueOn).toBe('2016-08-12');
  });

  it('without a date takes the next working day after the old deadline', () => {
    const row = inState('in_review', { dueOn: on('2016-08-03'), dueAt: at('2016-08-03 17:30') });
    expect(returned(row, null).dueOn).toBe('2016-08-08');
  });
});

describe('another unit', () => {
  it('signs anew, co-operates no longer, and finds the history kept', () => {
    const row = aSignedTask({ percent: 60, entries: 5 });
    const act = { verb: 'reassign', lead: unitId('gsj'), until: on('2016-08-20'), reason: '职责' } as const;
    const { row: after, entry } = decideOnTask(aReview('wen', NOW, { row, unit: null }), act);
    expect(after).toMatchObject({
      lead: 'gsj',
      helpers: [],
      state: 'dispatched',
      signedBy: null,
      signBy: at('2016-08-08 17:30'),
      dueOn: '2016-08-20',
      percent: 60,
      entries: 6,
    });
    expect(entry).toMatchObject({ no: 6, unit: null, detail: { fromUnit: 'gaj', toUnit: 'gsj' } });
  });

  it('takes over the step under way of a chain', () => {
    const row = aTask({ lead: unitId('gsj'), steps: chainAt(0) });
    const act = { verb: 'reassign', lead: unitId('yjfj'), until: on('2016-08-20'), reason: '职责' } as const;
    const { steps } = decideOnTask(aReview('wen', NOW, { row }), act).row;
    expect(steps.map(({ unit }) => unit)).toEqual(['yjfj', 'gaj', 'rmyh']);
    expect(steps[0]!.dueOn).toBe('2016-08-20');
  });
});

// Permission

const ROLES: readonly [string, string, { own: boolean; helps: boolean; office: boolean; sees: boolean }][] = [
  ['the lead’s liaison', 'an', { own: true, helps: false, office: false, sees: true }],
  ['the lead’s deputy', 'an.b', { own: true, helps: false, office: false, sees: true }],
  ['the lead’s head', 'an.head', { own: true, helps: false, office: false, sees: true }],
  ['a co-operating liaison', 'shang', { own: false, helps: true, office: false, sees: true }],
  ['the liaison of another unit', 'yin', { own: false, helps: false, office: false, sees: false }],
  ['the office’s staff', 'wen', { own: false, helps: false, office: true, sees: true }],
  ['the office’s director', 'jin', { own: false, helps: false, office: true, sees: true }],
  ['a leader', 'zhou.zheng', { own: false, helps: false, office: false, sees: true }],
  ['an inspector', 'ducha', { own: false, helps: false, office: false, sees: true }],
];
const OF_LEAD: readonly TaskVerb[] = ['sign', 'submit', 'step_done', 'extend'];
const OF_OFFICE: readonly TaskVerb[] = [
  'decide_extension',
  'close',
  'return',
  'reassign',
  'withdraw',
  'reopen',
];

describe('permission', () => {
  it.each(ROLES)('%s may do what the role allows, and nothing else', (_, who, role) => {
    const may = (verb: TaskVerb) => mayActOnTask(postingsOf(who), verb, aTask());
    for (const verb of OF_LEAD) expect([verb, may(verb)]).toEqual([verb, role.own]);
    for (const verb of OF_OFFICE) expect([verb, may(verb)]).toEqual([verb, role.office]);
    expect(may('feed_back')).toBe(role.own || role.helps);
    expect(may('show')).toBe(role.sees);
    expect(seesTask(postingsOf(who), aTask())).toBe(role.sees);
    expect(may('new')).toBe(role.office || who === 'zhou.zheng');
    expect(mayDispatch(postingsOf(who))).toBe(role.office || who === 'zhou.zheng');
  });

  it('lets every unit of a chain see the whole of it, and only the one whose turn it is act', () => {
    const row = aTask({ lead: unitId('gsj'), helpers: [], steps: stepsBegun() });
    for (const who of ['shang', 'an', 'yin']) expect(seesTask(postingsOf(who), row)).toBe(true);
    expect(['shang', 'an', 'yin'].map((who) => mayActOnTask(postingsOf(who), 'sign', row))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('lets the office’s people act for a task that the office itself leads', () => {
    const row = aTask({ lead: unitId('jrb'), helpers: [] });
    expect(['wen', 'jin', 'an'].map((who) => mayActOnTask(postingsOf(who), 'submit', row))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('says for which unit somebody acts: the lead before one that helps', () => {
    const both = [...postingsOf('shang'), ...postingsOf('an')];
    expect(unitActedFor(both, 'feed_back', aTask())).toBe('gaj');
    expect(unitActedFor(postingsOf('shang'), 'feed_back', aTask())).toBe('gsj');
    expect(unitActedFor(postingsOf('wen'), 'close', aTask())).toBeNull();
  });

  it('is nothing for nobody', () => {
    expect(taskVerbsFor([], aTask(), at(NOW))).toEqual([]);
  });
});

describe('what is offered', () => {
  const offered = (who: string, row: TaskRow) => taskVerbsFor(postingsOf(who), row, at(NOW));

  it.each<[string, TaskRow, TaskVerb[]]>([
    ['an', aTask(), ['show', 'sign', 'feed_back', 'submit', 'extend']],
    ['an', aSignedTask(), ['show', 'feed_back', 'submit', 'extend']],
    ['an', aSignedTask({ extension: asked }), ['show', 'feed_back', 'submit']],
    ['an', inState('in_review'), ['show']],
    ['shang', aSignedTask(), ['show', 'feed_back']],
    ['wen', aTask(), ['show', 'reassign', 'withdraw']],
    ['wen', aSignedTask({ extension: asked }), ['show', 'decide_extension', 'reassign', 'withdraw']],
    ['wen', inState('in_review'), ['show', 'close', 'return', 'withdraw']],
    ['wen', inState('closed'), ['show', 'reopen']],
    ['wen', inState('withdrawn'), ['show', 'reopen']],
    ['ducha', inState('in_review'), ['show']],
    ['yin', aTask(), []],
  ])('%s is offered what role and state allow (%#)', (who, row, verbs) => {
    expect(offered(who, row)).toEqual(verbs);
  });

  it('names the end of a step while others wait, and the submission on the last', () => {
    const first = aSignedTask({ lead: unitId('gsj'), helpers: [], steps: chainAt(0) });
    const last = aSignedTask({ lead: unitId('rmyh'), helpers: [], steps: chainAt(2) });
    expect(offered('shang', first)).toEqual(['show', 'feed_back', 'step_done', 'extend']);
    expect(offered('yin', last)).toEqual(['show', 'feed_back', 'submit', 'extend']);
  });
});

// Lights

describe('the light', () => {
  const lightAt = (moment: string, over: Partial<TaskRow> = {}) =>
    lightOf(aSignedTask(over), calendar, campaign.zone, at(moment));

  it.each([
    ['2016-08-08T23:59:59.999+08:00', 'green'],
    ['2016-08-09T00:00:00+08:00', 'yellow'],
    ['2016-08-12T17:30:00+08:00', 'yellow'],
    ['2016-08-12T17:30:00.001+08:00', 'red'],
  ])('at %s of a deadline on Friday 08-12 is %s', (moment, light) => {
    expect(lightAt(moment)).toBe(light);
  });

  it('counts working days: before National Day it turns yellow in September', () => {
    const over = { dueOn: on('2016-10-08'), dueAt: at('2016-10-08 17:30') };
    expect(lightAt('2016-09-27T23:59:00+08:00', over)).toBe('green');
    expect(lightAt('2016-09-28T00:00:00+08:00', over)).toBe('yellow');
  });

  it.each(['closed', 'withdrawn'] as const)('is out once the task is %s', (state) => {
    expect(lightAt('2016-09-01 10:00', { state })).toBeNull();
    expect(isOpenTask({ state })).toBe(false);
    expect(isOverdueTask(aTask({ state }), at('2016-09-01 10:00'))).toBe(false);
  });

  it('stands still while the office reads what was handed in in time', () => {
    const inTime = { state: 'in_review' as const, submittedAt: at('2016-08-08 10:00') };
    expect(lightAt('2016-09-01 10:00', inTime)).toBe('green');
    const onTheDay = { state: 'in_review' as const, submittedAt: at('2016-08-12 17:30') };
    expect(lightAt('2016-09-01 10:00', onTheDay)).toBe('yellow');
  });

  it('stays red in review where it was handed in too late', () => {
    const late = { state: 'in_review' as const, submittedAt: at('2016-08-12 17:31') };
    expect(lightAt('2016-08-12 17:40', late)).toBe('red');
  });

  it('takes the end of working hours for the end of a day', () => {
    expect(endOfDayOn(campaign, on('2016-08-12'))).toBe(at('2016-08-12 17:30'));
  });
});
