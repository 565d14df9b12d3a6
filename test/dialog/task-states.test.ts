// What a task's state allows, and what bad input gets: every verb in every state, every field that can be wrong, two who
// decide at once, repeats. The second of two always hears what the first did; what was typed always comes back.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ActionInput } from '../../domain/actions.ts';
import type { Campaign } from '../../domain/campaign.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import type { TaskId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TaskVerb } from '../../domain/task/facts.ts';
import { decodeForm, renderOutcome } from '../../messages/render.ts';
import { type Dialog, expectKind, expectRefused, openDialog, withPosting } from '../support/dialog.ts';
import {
  done,
  entriesOf,
  giveTask,
  LIAISON,
  OFFICE,
  onTask,
  taskIn,
  taskRow,
} from '../support/dialog-tasks.ts';

const DIRECTOR = '金主任';
type State = 'dispatched' | 'in_progress' | 'extension' | 'in_review' | 'closed' | 'withdrawn';
const STATES: State[] = ['dispatched', 'in_progress', 'extension', 'in_review', 'closed', 'withdrawn'];

const EXTENSION = { until: '2016-08-19', reason: '对方未配合', progress: '一半' };
/** In which states each verb is allowed, and with what. */
const TABLE: [TaskVerb, string, Record<string, string> | undefined, State[]][] = [
  ['sign', LIAISON, undefined, ['dispatched']],
  ['feed_back', LIAISON, { percent: '50', text: '已约谈' }, ['dispatched', 'in_progress', 'extension']],
  ['submit', LIAISON, { text: '已整改' }, ['dispatched', 'in_progress', 'extension']],
  ['step_done', LIAISON, { text: '' }, []],
  ['extend', LIAISON, EXTENSION, ['dispatched', 'in_progress']],
  ['decide_extension', OFFICE, { answer: 'refuse', until: '', reason: '不足' }, ['extension']],
  ['close', OFFICE, { text: '' }, ['in_review']],
  ['return', OFFICE, { reason: '不全', until: '' }, ['in_review']],
  ['withdraw', OFFICE, { reason: '并入' }, ['dispatched', 'in_progress', 'extension', 'in_review']],
  ['reopen', OFFICE, { reason: '反弹', until: '' }, ['closed', 'withdrawn']],
  ['reassign', OFFICE, { lead: 'gsj', until: '', reason: '' }, ['dispatched', 'in_progress', 'extension']],
];

describe('a state that forbids a verb', () => {
  let dialog: Dialog;
  const tasks = {} as Record<State, TaskId>;
  beforeAll(async () => {
    dialog = await openDialog();
    for (const state of STATES) tasks[state] = await taskIn(dialog, state);
  });
  afterAll(() => dialog.close());

  const LAST: Record<State, string> = {
    dispatched: 'dispatched',
    in_progress: 'signed',
    extension: 'extension_asked',
    in_review: 'submitted',
    closed: 'closed',
    withdrawn: 'withdrawn',
  };
  const forbidden = TABLE.flatMap(([verb, person, values, allowed]) =>
    STATES.filter((state) => !allowed.includes(state))
      .filter((state) => !(verb === 'extend' && state === 'extension'))
      .map((state) => [verb, state, person, values] as const),
  );

  it.each(forbidden)('%s in %s is refused with who did what last', async (verb, state, person, values) => {
    const before = await taskRow(dialog, tasks[state]);
    for (const given of [undefined, values]) {
      const refusal = expectRefused(await onTask(dialog, person, tasks[state], verb, given), 'task_state');
      expect(refusal).toMatchObject({ verb, task: { state: before.state }, last: { kind: LAST[state] } });
    }
    expect(await taskRow(dialog, tasks[state])).toEqual(before);
  });
});

describe('a verb that its state allows', () => {
  const allowed = TABLE.flatMap(([verb, person, values, states]) =>
    states.map((state) => [verb, state, person, values] as const),
  );
  it.each(allowed)('%s in %s is carried out', async (verb, state, person, values) => {
    const dialog = await openDialog();
    try {
      const id = await taskIn(dialog, state);
      const offered = (await done(dialog, person, id, 'show')).may;
      expect(offered).toContain(verb);
      await done(dialog, person, id, verb, values);
    } finally {
      await dialog.close();
    }
  });
});

describe('bad input', () => {
  let dialog: Dialog;
  beforeEach(async () => {
    dialog = await openDialog();
  });
  afterEach(() => dialog.close());

  async function problemsOf(
    person: string,
    id: TaskId,
    verb: TaskVerb,
    values: Record<string, string>,
  ): Promise<FieldProblem[]> {
    const before = await taskRow(dialog, id);
    const { form } = expectRefused(await onTask(dialog, person, id, verb, values), 'form');
    if (form.form === 'report') throw new Error('a report');
    const { until } = form.values;
    expect(form.values).toEqual({ ...values, ...(until !== undefined && { until }) });
    expect(await taskRow(dialog, id)).toEqual(before);
    return form.problems;
  }

  it('to feedback is said at the field', async () => {
    const id = await taskIn(dialog, 'in_progress');
    const problems = (values: Record<string, string>) => problemsOf(LIAISON, id, 'feed_back', values);
    for (const percent of ['101', '-1', '六十', '12.5'])
      expect(await problems({ percent, text: '已办' })).toEqual([
        { field: 'percent', kind: 'not_a_percent', typed: percent },
      ]);
    expect(await problems({ percent: '', text: ' ' })).toEqual([{ field: 'text', kind: 'required' }]);
    expect(await problems({ percent: '', text: '绝密' })).toEqual([
      { field: 'text', kind: 'classified', word: '绝密' },
    ]);
    expect(await problems({ percent: '', text: '长'.repeat(3001) })).toEqual([
      { field: 'text', kind: 'too_long', length: 3001, most: 3000 },
    ]);
  });

  it('is no percent of 0 or 100, in full width or with its sign', async () => {
    const id = await taskIn(dialog, 'in_progress');
    for (const [typed, percent] of [
      ['0', 0],
      ['１００', 100],
      ['60%', 60],
      ['60 ％', 60],
    ] as const)
      expect((await done(dialog, LIAISON, id, 'feed_back', { percent: typed, text: '' })).task.percent).toBe(
        percent,
      );
  });

  it('to an extension is said at the field', async () => {
    const id = await taskIn(dialog, 'in_progress');
    const until = (typed: string) => problemsOf(LIAISON, id, 'extend', { ...EXTENSION, until: typed });
    expect(await until('')).toEqual([{ field: 'until', kind: 'required' }]);
    expect(await until('八月下旬')).toEqual([{ field: 'until', kind: 'not_a_date', typed: '八月下旬' }]);
    expect(await until('2016-08-01')).toEqual([{ field: 'until', kind: 'in_the_past', typed: '2016-08-01' }]);
    for (const typed of ['2016-08-12', '8月11日'])
      expect(await until(typed)).toEqual([{ field: 'until', kind: 'not_later', typed, than: '2016-08-12' }]);
    expect(await problemsOf(LIAISON, id, 'extend', { until: '', reason: '', progress: '' })).toEqual([
      { field: 'until', kind: 'required' },
      { field: 'reason', kind: 'required' },
      { field: 'progress', kind: 'required' },
    ]);
  });

  it('to an extension in words comes back as the form with all that was said', async () => {
    const id = await taskIn(dialog, 'in_progress');
    const { no } = await taskRow(dialog, id);
    const { form } = expectRefused(await dialog.say(LIAISON, `督办 延期 ${no} 8月19日 对方未配合`), 'form');
    expect(form).toMatchObject({
      form: 'task_extend',
      values: { until: '2016-08-19', reason: '对方未配合' },
      problems: [{ field: 'progress', kind: 'required' }],
    });
    const whole = `督办 延期 ${no} 8月19日 对方未配合；进展：一半`;
    const { task } = expectKind(await dialog.say(LIAISON, whole), 'task');
    expect(task.extension).toMatchObject({
      until: '2016-08-19',
      reason: '对方未配合',
      progress: '一半',
      by: LIAISON,
    });
  });

  it('of an extension after the deadline is refused with when that was', async () => {
    const id = await taskIn(dialog, 'in_progress');
    await dialog.until('2016-08-12 17:30');
    expectKind(await onTask(dialog, LIAISON, id, 'extend'), 'ask_form');
    await dialog.until('2016-08-12 17:31');
    for (const values of [undefined, EXTENSION])
      expect(
        expectRefused(await onTask(dialog, LIAISON, id, 'extend', values), 'extension_too_late').task,
      ).toMatchObject({
        dueOn: '2016-08-12',
        overdue: true,
      });
  });

  it('of a second extension while one waits is refused with the one that does', async () => {
    const id = await taskIn(dialog, 'extension');
    for (const values of [undefined, { ...EXTENSION, until: '2016-08-26' }])
      expect(
        expectRefused(await onTask(dialog, '安副手', id, 'extend', values), 'extension_pending').task,
      ).toMatchObject({
        extension: { until: '2016-08-19', by: LIAISON },
      });
  });

  it('to the answer about an extension is said at the field', async () => {
    const id = await taskIn(dialog, 'extension');
    const answer = (values: Record<string, string>) =>
      problemsOf(OFFICE, id, 'decide_extension', { answer: '', until: '', reason: '', ...values });
    expect(await answer({})).toEqual([{ field: 'answer', kind: 'required' }]);
    expect(await answer({ answer: 'maybe' })).toMatchObject([{ field: 'answer', kind: 'not_a_choice' }]);
    expect(await answer({ answer: 'refuse' })).toEqual([{ field: 'reason', kind: 'required' }]);
    expect(await answer({ answer: 'grant', until: '2016-08-12' })).toEqual([
      { field: 'until', kind: 'not_later', typed: '2016-08-12', than: '2016-08-12' },
    ]);
  });

  it('of an extension that is granted when the day asked for is over wants another', async () => {
    const id = await taskIn(dialog, 'extension');
    await dialog.until('2016-08-22 09:00');
    const values = { answer: 'grant', until: '', reason: '' };
    expect(await problemsOf(OFFICE, id, 'decide_extension', values)).toEqual([
      { field: 'until', kind: 'in_the_past', typed: '2016-08-19' },
    ]);
    const { task } = await done(dialog, OFFICE, id, 'decide_extension', { ...values, until: '2016-08-24' });
    expect([task.dueOn, task.extension, task.overdue]).toEqual(['2016-08-24', null, false]);
  });

  it('of closing without the wanted evidence is refused with what is wanted', async () => {
    const id = await taskIn(dialog, 'in_review', { evidence: '整改前后照片' });
    const wanted = [{ field: 'text', kind: 'evidence_wanted', evidence: '整改前后照片' }];
    expect(await problemsOf(OFFICE, id, 'close', { text: ' ' })).toEqual(wanted);
    const { no } = await taskRow(dialog, id);
    const opened = expectKind(await dialog.say(OFFICE, `督办 办结 ${no}`), 'ask_form').form;
    expect(opened).toMatchObject({ form: 'task_close', values: { text: '已全部整改' } });
    const files = [{ id: 'F1', name: '照片.jpg' }];
    const { timeline } = await done(dialog, OFFICE, id, 'close', { text: '' }, { files });
    expect(timeline.at(-1)).toMatchObject({ kind: 'closed', files });
  });

  it('is none where the unit handed in files alone: the form opens with their names', async () => {
    const id = await taskIn(dialog, 'in_progress', { evidence: '整改照片' });
    const files = [
      { id: 'F1', name: '整改前.jpg' },
      { id: 'F2', name: '整改后.jpg' },
    ];
    await done(dialog, LIAISON, id, 'submit', { text: '' }, { files });
    const { values } = expectKind(await onTask(dialog, OFFICE, id, 'close'), 'ask_form').form;
    expect(values).toEqual({ text: '整改前.jpg、整改后.jpg' });
    await done(dialog, OFFICE, id, 'close', values);
  });

  it('is no closing without a word where no evidence is wanted', async () => {
    const id = await taskIn(dialog, 'in_review');
    expect((await done(dialog, OFFICE, id, 'close', { text: '' })).task.state).toBe('closed');
  });

  it('to a return, a withdrawal or a reopening is said at the field', async () => {
    const reviewed = await taskIn(dialog, 'in_review');
    expect(await problemsOf(OFFICE, reviewed, 'return', { reason: '', until: '2016-08-01' })).toEqual([
      { field: 'reason', kind: 'required' },
      { field: 'until', kind: 'in_the_past', typed: '2016-08-01' },
    ]);
    expect(await problemsOf(OFFICE, reviewed, 'withdraw', { reason: '' })).toEqual([
      { field: 'reason', kind: 'required' },
    ]);
    const closed = await taskIn(dialog, 'closed');
    expect(await problemsOf(OFFICE, closed, 'reopen', { reason: ' ', until: '明年某日' })).toEqual([
      { field: 'reason', kind: 'required' },
      { field: 'until', kind: 'not_a_date', typed: '明年某日' },
    ]);
  });

  it('to another unit is said at the field', async () => {
    const id = await taskIn(dialog, 'in_progress');
    const lead = (typed: string) =>
      problemsOf(OFFICE, id, 'reassign', { lead: typed, until: '', reason: '' });
    expect(await lead('')).toEqual([{ field: 'lead', kind: 'required' }]);
    expect(await lead('gaj')).toMatchObject([{ field: 'lead', kind: 'not_a_choice', typed: '市公安局' }]);
    expect(await lead('市工伤局')).toEqual([
      { field: 'lead', kind: 'not_a_unit', typed: '市工伤局', near: '市工商局' },
    ]);
    await dialog.redefine((campaign) => ({
      ...campaign,
      units: campaign.units.map((unit) =>
        unit.id === 'gsj' ? { ...unit, to: '2016-07-31' as never } : unit,
      ),
    }));
    expect(await lead('gsj')).toEqual([
      { field: 'lead', kind: 'unit_ended', unit: '市工商局', on: '2016-07-31' },
    ]);
  });

  it('that says nothing at all of what was done is refused, a file is enough', async () => {
    const id = await taskIn(dialog, 'in_progress');
    expect(await problemsOf(LIAISON, id, 'submit', { text: '' })).toEqual([
      { field: 'text', kind: 'required' },
    ]);
    const files = [{ id: 'F1', name: '绝密.doc' }];
    const named = expectRefused(await onTask(dialog, LIAISON, id, 'submit', { text: '' }, { files }), 'form');
    expect((named.form as { problems: FieldProblem[] }).problems).toEqual([
      { field: 'files', kind: 'classified', word: '绝密' },
    ]);
    const photos = [{ id: 'F2', name: '照片.jpg' }];
    expect((await done(dialog, LIAISON, id, 'submit', { text: '' }, { files: photos })).task.state).toBe(
      'in_review',
    );
    expect((await entriesOf(dialog, id)).at(-1)).toMatchObject({ kind: 'submitted', files: photos });
  });

  it('of a number, a verb or a pointer that is none never fails', async () => {
    await giveTask(dialog);
    expect(expectRefused(await dialog.say(OFFICE, '督办 7'), 'no_such_task').typed).toBe('7');
    expect(expectRefused(await dialog.say(OFFICE, '督办 2015/1'), 'no_such_task').typed).toBe('2015/1');
    expect(expectRefused(await dialog.say(OFFICE, '督办 0'), 'no_such_task').typed).toBe('0');
    expect(expectRefused(await dialog.say(OFFICE, '督办 999999999'), 'no_such_task').typed).toBe('999999999');
    for (const verb of ['constructor', '', 'toString', 'grant'])
      expectRefused(await dialog.press(OFFICE, 'task', { verb, task: 'x' }), 'unknown_word');
    expectRefused(
      await dialog.press(OFFICE, 'task', { verb: 'close', task: 'loudi-2016/task/2016/9' }),
      'gone',
    );
    expectRefused(await dialog.press(OFFICE, 'task', { verb: 'show', task: '../..' }), 'gone');
  });
});

describe('two at once', () => {
  let dialog: Dialog;
  beforeEach(async () => {
    dialog = await openDialog();
  });
  afterEach(() => dialog.close());

  /** Of two outcomes the one that was carried out and the refusal of the other. */
  function sorted(outcomes: Outcome[]) {
    const won = outcomes.filter(({ kind }) => kind === 'task');
    const lost = outcomes.filter(({ kind }) => kind === 'refused');
    expect([won.length, lost.length]).toEqual([1, 1]);
    return { won: expectKind(won[0]!, 'task'), lost: expectRefused(lost[0]!, 'task_state') };
  }

  const races: [string, State, [TaskVerb, Record<string, string>], [TaskVerb, Record<string, string>]][] = [
    ['accept and return', 'in_review', ['close', { text: '' }], ['return', { reason: '不全', until: '' }]],
    ['accept', 'in_review', ['close', { text: '' }], ['close', { text: '' }]],
    [
      'grant and refuse',
      'extension',
      ['decide_extension', { answer: 'grant' }],
      ['decide_extension', { answer: 'refuse', reason: '不足' }],
    ],
    [
      'withdraw and give to another unit',
      'in_progress',
      ['withdraw', { reason: '并入' }],
      ['reassign', { lead: 'gsj' }],
    ],
    ['give to two units', 'in_progress', ['reassign', { lead: 'gsj' }], ['reassign', { lead: 'xhx' }]],
    ['reopen', 'closed', ['reopen', { reason: '反弹' }], ['reopen', { reason: '反弹' }]],
  ];
  it.each(races)(
    'of the office who %s: the second sees what the first decided',
    async (_, state, first, second) => {
      const id = await taskIn(dialog, state);
      const before = await taskRow(dialog, id);
      const outcomes = await Promise.all([
        onTask(dialog, OFFICE, id, ...first),
        onTask(dialog, DIRECTOR, id, ...second),
      ]);
      const { won, lost } = sorted(outcomes);
      expect(lost.last).toEqual(won.timeline.at(-1));
      expect((await taskRow(dialog, id)).entries).toBe(before.entries + 1);
    },
  );

  it('who sign: one signs, the other sees by whom', async () => {
    const id = await taskIn(dialog, 'dispatched');
    const { won, lost } = sorted(
      await Promise.all([onTask(dialog, LIAISON, id, 'sign'), onTask(dialog, '安副手', id, 'sign')]),
    );
    expect(lost.last).toMatchObject({ kind: 'signed', by: won.task.signedBy });
  });

  it('who feed back: both stand on the timeline', async () => {
    const id = await taskIn(dialog, 'in_progress', { helpers: 'gsj' });
    await Promise.all([
      done(dialog, LIAISON, id, 'feed_back', { percent: '40', text: '甲' }),
      done(dialog, '尚工商', id, 'feed_back', { percent: '', text: '乙' }),
    ]);
    const entries = await entriesOf(dialog, id);
    expect(entries.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
    expect(
      entries
        .slice(2)
        .map(({ unit, text }) => [unit, text])
        .sort(),
    ).toEqual([
      ['gaj', '甲'],
      ['gsj', '乙'],
    ]);
  });

  it('of whom one is the unit: what it does meanwhile does not hold up the office', async () => {
    const id = await taskIn(dialog, 'in_progress');
    const [fed, withdrawn] = await Promise.all([
      onTask(dialog, LIAISON, id, 'feed_back', { percent: '40', text: '甲' }),
      onTask(dialog, OFFICE, id, 'withdraw', { reason: '并入' }),
    ]);
    expect(expectKind(withdrawn, 'task').task.state).toBe('withdrawn');
    if (fed.kind === 'refused') expect(expectRefused(fed, 'task_state').last?.kind).toBe('withdrawn');
  });

  it('who come one after the other: the form that lay open is refused with what was decided', async () => {
    const id = await taskIn(dialog, 'in_review');
    expectKind(await onTask(dialog, DIRECTOR, id, 'return'), 'ask_form');
    await done(dialog, OFFICE, id, 'close', { text: '照片已核' });
    const values = { reason: '不全', until: '' };
    const refusal = expectRefused(await onTask(dialog, DIRECTOR, id, 'return', values), 'task_state');
    expect(refusal.last).toMatchObject({ kind: 'closed', by: OFFICE, text: '照片已核' });
  });
});

describe('a form that lay open', () => {
  let dialog: Dialog;
  beforeEach(async () => {
    dialog = await openDialog();
  });
  afterEach(() => dialog.close());

  /** The pointer that comes back with the form of this verb. */
  async function pointerOf(person: string, id: TaskId, verb: TaskVerb): Promise<ActionInput> {
    const rendered = renderOutcome(await onTask(dialog, person, id, verb), 'zh');
    if (rendered.kind !== 'modal') throw new Error(rendered.kind);
    return decodeForm(rendered.modal.callback_id ?? '', rendered.modal.private_metadata ?? '')!.input;
  }

  it('is refused where the office decided since, though the state would allow it', async () => {
    const id = await taskIn(dialog, 'in_progress');
    const pointer = await pointerOf(DIRECTOR, id, 'reassign');
    await done(dialog, OFFICE, id, 'reassign', { lead: 'gsj', until: '', reason: '职责所在' });
    await done(dialog, '尚工商', id, 'sign');
    const values = { lead: 'xhx', until: '', reason: '属地' };
    const refusal = expectRefused(await dialog.press(DIRECTOR, 'task', { ...pointer, values }), 'task_state');
    expect(refusal).toMatchObject({ overtaken: true, last: { kind: 'reassigned', by: OFFICE } });
    expect((await taskRow(dialog, id)).lead).toBe('gsj');
    const again = { ...(await pointerOf(DIRECTOR, id, 'reassign')), values };
    expect(expectKind(await dialog.press(DIRECTOR, 'task', again), 'task').task.lead.id).toBe('xhx');
  });

  it('is carried out where only the unit went on with its work', async () => {
    const id = await taskIn(dialog, 'in_progress');
    const pointer = await pointerOf(OFFICE, id, 'withdraw');
    await done(dialog, LIAISON, id, 'feed_back', { percent: '40', text: '已约谈' });
    const outcome = await dialog.press(OFFICE, 'task', { ...pointer, values: { reason: '并入' } });
    expect(expectKind(outcome, 'task').did).toBe('withdrawn');
  });
});

describe('a repeat', () => {
  it('of the same submission is answered with what it came to, whatever happened since', async () => {
    const dialog = await openDialog();
    try {
      const id = await taskIn(dialog, 'in_review');
      const close = () => onTask(dialog, OFFICE, id, 'close', { text: '照片' }, { key: 'V1:1' });
      const first = expectKind(await close(), 'task');
      await done(dialog, OFFICE, id, 'reopen', { reason: '反弹', until: '' });
      expect(await close()).toEqual(first);
      expect((await taskRow(dialog, id)).state).toBe('in_progress');
      expectRefused(
        await onTask(dialog, DIRECTOR, id, 'close', { text: '照片' }, { key: 'V1:1' }),
        'task_state',
      );
    } finally {
      await dialog.close();
    }
  });

  it('of words that arrive twice is done once', async () => {
    const dialog = await openDialog();
    try {
      const id = await taskIn(dialog, 'in_progress');
      const { no } = await taskRow(dialog, id);
      const slack = await dialog.slackOf(LIAISON);
      const { answer } = await import('../../commands/registry.ts');
      const say = () => answer(dialog.deps, slack, `督办 反馈 ${no} 60% 已约谈`, 'm:1');
      const [first, second] = await Promise.all([say(), say()]);
      expect(second).toEqual(first);
      expect(await say()).toEqual(first);
      expect((await entriesOf(dialog, id)).filter(({ kind }) => kind === 'fed_back')).toHaveLength(1);
    } finally {
      await dialog.close();
    }
  });
});

describe('a refused form', () => {
  it('is not kept: the correction under the same key is carried out', async () => {
    const dialog = await openDialog();
    try {
      const id = await taskIn(dialog, 'in_review', { evidence: '照片' });
      const key = { key: 'V1:1' };
      expectRefused(await onTask(dialog, OFFICE, id, 'close', { text: '' }, key), 'form');
      expect((await done(dialog, OFFICE, id, 'close', { text: '照片已核' }, key)).task.state).toBe('closed');
    } finally {
      await dialog.close();
    }
  });
});

it('somebody of two units acts for the lead before the one that helps', async () => {
  const dialog = await openDialog();
  try {
    const both = (campaign: Campaign) =>
      withPosting(LIAISON, { role: 'deputy', unit: 'gsj' as never })(campaign);
    await dialog.redefine(both);
    const id = await taskIn(dialog, 'in_progress', { helpers: 'gsj' });
    await done(dialog, LIAISON, id, 'feed_back', { percent: '30', text: '已办' });
    expect((await entriesOf(dialog, id)).at(-1)?.unit).toBe('gaj');
  } finally {
    await dialog.close();
  }
});
