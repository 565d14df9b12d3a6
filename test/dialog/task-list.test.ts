// Finding tasks: lists by what is asked for, one task by its number, the board on Home, 我的. Red ones stand first.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskId } from '../../domain/ids.ts';
import { type Dialog, expectKind, expectRefused, openDialog, withPosting } from '../support/dialog.ts';
import { done, giveTask, LIAISON, OFFICE, onTask, taskIn, taskRow } from '../support/dialog-tasks.ts';

const LEADER = '周正';

/**
 * On Friday 2016-08-12, 09:00, the tasks of 2016, given a week before:
 *   1 gaj overdue since 08-10 · 2 gsj yellow (08-15), of the advertising area · 3 gaj in review · 4 gaj extension asked ·
 *   5 xhx never signed for · 6 gaj closed · 7 gsj withdrawn · 8 yjfj signed for, due far ahead · 9 rmyh then xhx, a chain
 */
async function furnish(dialog: Dialog): Promise<void> {
  const far = { dueOn: '2016-09-09' };
  const gaj = [await taskIn(dialog, 'in_progress', { dueOn: '2016-08-10' })];
  const ad = await giveTask(dialog, { lead: 'gsj', helpers: 'gaj', area: 'gg', dueOn: '2016-08-15' }, LEADER);
  await done(dialog, '尚工商', ad, 'sign');
  gaj.push(await taskIn(dialog, 'in_review', far), await taskIn(dialog, 'in_progress', far));
  const asked = { until: '2016-09-20', reason: '对方未配合', progress: '一半' };
  await done(dialog, LIAISON, gaj[2]!, 'extend', asked);
  await giveTask(dialog, { ...far, lead: 'xhx' });
  await taskIn(dialog, 'closed', far);
  const merged = await giveTask(dialog, { ...far, lead: 'gsj' });
  await done(dialog, OFFICE, merged, 'withdraw', { reason: '并入' });
  const p2p = await giveTask(dialog, { ...far, lead: 'yjfj' });
  await done(dialog, '简银监', p2p, 'sign');
  const steps = '初验 人民银行 30个工作日\n公示 新化县 15个自然日';
  const chain = await giveTask(dialog, { lead: '', dueOn: '', steps });
  await done(dialog, '银人行', chain, 'sign');
  await dialog.until('2016-08-12 09:00');
}

let dialog: Dialog;
beforeAll(async () => {
  dialog = await openDialog();
  await furnish(dialog);
});
afterAll(() => dialog.close());

const listed = async (person: string, text: string) => {
  const outcome = expectKind(await dialog.say(person, text), 'tasks');
  return { ...outcome, numbers: outcome.tasks.map(({ no }) => no) };
};

describe('a list', () => {
  it.each<[string, string, number[]]>([
    [OFFICE, '督办', [1, 2, 3, 4, 5, 8, 9]],
    [LEADER, 'tasks', [1, 2, 3, 4, 5, 8, 9]],
    ['督查员', '督办 列表', [1, 2, 3, 4, 5, 8, 9]],
    [LIAISON, '督办', [1, 2, 3, 4]],
    ['尚工商', '督办', [2]],
    ['新小化', '督办', [5, 9]],
    ['娄小星', '督办', []],
    [OFFICE, '督办 列表 市公安局', [1, 2, 3, 4]],
    [OFFICE, '督办 列表 新化县', [5, 9]],
    [LIAISON, '督办 列表 市工商局', [2]],
    [OFFICE, '督办 列表 互联网金融广告', [2]],
    [OFFICE, '督办 红灯', [1]],
    [OFFICE, '督办 逾期', [1]],
    [OFFICE, '督办 黄灯', [2]],
    [OFFICE, '督办 绿灯 市公安局', [3, 4]],
    [OFFICE, '督办 待签收', [5]],
    [OFFICE, '督办 办理中', [1, 2, 4, 8, 9]],
    [OFFICE, '督办 待审核', [3]],
    [OFFICE, '督办 列表 延期', [4]],
    [OFFICE, '督办 已办结', [6]],
    [OFFICE, '督办 已撤销', [7]],
    [OFFICE, '督办 全部', [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [LIAISON, '督办 全部', [1, 2, 3, 4, 6]],
    [LIAISON, 'task list mine in review', [3]],
    [LEADER, '督办 我的', [2]],
    [OFFICE, '督办 我的', []],
  ])('%s: %s', async (person, text, numbers) => {
    expect((await listed(person, text)).numbers).toEqual(numbers);
  });

  it('says what it was asked for, in the campaign’s names', async () => {
    expect((await listed(OFFICE, '督办 公安局 红灯')).filter).toEqual({
      unit: { id: 'gaj', name: '市公安局' },
      light: 'red',
    });
    expect((await listed(OFFICE, '督办 互联网金融广告 待审核')).filter).toEqual({
      area: '互联网金融广告',
      state: 'in_review',
    });
    expect((await listed(LIAISON, '督办')).filter).toEqual({ mine: true });
  });

  it('counts all that are open in what was asked for, whichever light is picked out', async () => {
    const counts = { open: 7, unsigned: 1, inReview: 1, extensions: 1, yellow: 1, red: 1 };
    expect((await listed(OFFICE, '督办 红灯')).counts).toEqual(counts);
    expect((await listed(LIAISON, '督办')).counts).toMatchObject({ open: 4, unsigned: 0 });
  });

  it('offers a new task to those who may give one', async () => {
    expect((await listed(OFFICE, '督办')).mayDispatch).toBe(true);
    expect((await listed(LEADER, '督办')).mayDispatch).toBe(true);
    expect((await listed(LIAISON, '督办')).mayDispatch).toBe(false);
  });

  it('is the same by a button, and knows nothing of words that are none', async () => {
    const pressed = await dialog.press(OFFICE, 'task', {
      verb: 'list',
      unit: 'gaj',
      values: { light: 'purple', state: 'constructor' },
    });
    expect(expectKind(pressed, 'tasks').tasks.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
  });
});

describe('one task', () => {
  it.each(['督办 3', '督办〔2016〕3号', 'task show 2016/3', '督办 查看 3'])('%s', async (text) => {
    const { task, timeline } = expectKind(await dialog.say(LIAISON, text), 'task');
    expect([task.no, timeline.length]).toEqual([3, 3]);
  });

  it('is asked for where several could be meant, the most urgent first', async () => {
    const { verb, choices } = expectRefused(await dialog.say(LIAISON, '督办 查看'), 'which_task');
    expect([verb, choices.map(({ no }) => no)]).toEqual(['show', [1, 2, 3, 4, 6]]);
    const feedback = expectRefused(await dialog.say(LIAISON, '督办 反馈 60% 已约谈'), 'which_task');
    expect(feedback.choices.map(({ no }) => no)).toEqual([1, 2, 4]);
    const chosen = await dialog.press(LIAISON, 'task', { task: choices[0]!.id });
    expect(expectKind(chosen, 'task').task.no).toBe(1);
  });

  it('is the only one that fits, for what the unit does and for a form', async () => {
    expect(expectKind(await dialog.say('尚工商', '督办 延期'), 'ask_form').form).toMatchObject({
      form: 'task_extend',
      task: { no: 2 },
    });
    expect(expectKind(await dialog.say(OFFICE, '督办 办结'), 'ask_form').form).toMatchObject({
      form: 'task_close',
      task: { no: 3 },
    });
  });

  it('is named for a decision of the office that words alone would carry out', async () => {
    const refusal = expectRefused(await dialog.say(OFFICE, '督办 办结 照片已核'), 'which_task');
    expect(refusal.choices.map(({ no }) => no)).toEqual([3]);
  });

  it('is none where nothing can be signed for', async () => {
    expect(expectRefused(await dialog.say(LIAISON, '督办 签收'), 'which_task').choices).toEqual([]);
  });

  it('shows a chain whole, with when each step would end', async () => {
    const { task } = expectKind(await dialog.say('新小化', '督办 9'), 'task');
    expect(task.steps.map(({ name, unit, standing, dueOn }) => [name, unit.id, standing, dueOn])).toEqual([
      ['初验', 'rmyh', 'current', '2016-09-19'],
      ['公示', 'xhx', 'waiting', '2016-10-04'],
    ]);
  });
});

describe('Home and 我的', () => {
  const home = async (person: string) => expectKind(await dialog.press(person, 'home'), 'home').home;

  it('show the open tasks that my units lead, help with or have a step of', async () => {
    for (const [person, numbers] of [
      [LIAISON, [1, 2, 3, 4]],
      ['新小化', [5, 9]],
      [OFFICE, []],
    ] as const) {
      expect((await home(person)).tasks.map(({ no }) => no)).toEqual(numbers);
      expect(expectKind(await dialog.say(person, '我的'), 'mine').tasks.map(({ no }) => no)).toEqual(numbers);
    }
  });

  it('have a board for office, leaders and inspectors: red, yellow, and what waits or was not signed for', async () => {
    for (const person of [OFFICE, LEADER, '督查员']) {
      const board = (await home(person)).taskBoard!;
      expect(board.tasks.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5]);
      expect(board.counts).toMatchObject({ open: 7, red: 1, yellow: 1 });
    }
    expect((await home(LIAISON)).taskBoard).toBeNull();
  });
});

describe('signing without a number', () => {
  it('signs the only one that waits; of several, asks which', async () => {
    const fresh = await openDialog();
    try {
      const first = await giveTask(fresh);
      expect(expectKind(await fresh.say(LIAISON, '督办 签收'), 'task').task.id).toBe(first);
      const others: TaskId[] = [await giveTask(fresh), await giveTask(fresh)];
      const { choices, verb } = expectRefused(await fresh.say(LIAISON, '督办 签收'), 'which_task');
      expect([verb, choices.map(({ id }) => id)]).toEqual(['sign', others]);
      await done(fresh, '安副手', choices[1]!.id, 'sign');
      expect((await taskRow(fresh, others[1]!)).state).toBe('in_progress');
    } finally {
      await fresh.close();
    }
  });
});

describe('a number of two years', () => {
  it('means the newest year in which the asker sees one; the other is asked for with its year', async () => {
    const fresh = await openDialog();
    try {
      const old = await giveTask(fresh);
      await fresh.until('2017-01-03 10:00');
      const dueOn = '2017-01-10';
      const fresh1 = await giveTask(fresh, { dueOn, lead: 'gsj' });
      const shown = async (person: string, text: string) =>
        expectKind(await fresh.say(person, text), 'task').task.id;
      expect(await shown(OFFICE, '督办 1')).toBe(fresh1);
      expect(await shown('尚工商', '督办 1')).toBe(fresh1);
      expect(await shown(LIAISON, '督办 1')).toBe(old);
      expect(await shown(OFFICE, '督办 2016/1')).toBe(old);
      const foreign = expectRefused(await fresh.say(LIAISON, '督办 2017/1'), 'not_your_task');
      expect(foreign).toMatchObject({ verb: 'show', lead: { id: 'gsj' } });
      expectRefused(await fresh.say('良商粮', '督办 1'), 'not_your_task');
    } finally {
      await fresh.close();
    }
  });
});

it('a task of the office’s own stands on its people’s Home', async () => {
  const fresh = await openDialog();
  try {
    const id = await giveTask(fresh, { lead: 'jrb' });
    const home = expectKind(await fresh.press('金主任', 'home'), 'home').home;
    expect(home.tasks.map((task) => task.id)).toEqual([id]);
    await fresh.redefine(withPosting('周正', { role: 'office_staff', unit: 'jrb' as never }));
    expectKind(await onTask(fresh, '周正', id, 'sign'), 'task');
  } finally {
    await fresh.close();
  }
});
