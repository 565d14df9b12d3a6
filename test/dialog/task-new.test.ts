// Giving tasks: the form and what stands in it, every field that can be wrong, numbers without gaps, and who may.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FieldProblem } from '../../domain/facts.ts';
import type { AskFormFacts } from '../../domain/outcome.ts';
import { type Dialog, expectKind, expectRefused, openDialog, withoutPerson } from '../support/dialog.ts';
import { entriesOf, fullTask, giveTask, numbered, OFFICE, taskRow } from '../support/dialog-tasks.ts';

type NewForm = Extract<AskFormFacts, { form: 'task_new' }>;

let dialog: Dialog;
const begin = async () => {
  dialog = await openDialog();
};
const end = () => dialog.close();
/** A ledger for each test; or one for all of them, where nothing is written. */
function eachAnew(): void {
  beforeEach(begin);
  afterEach(end);
}
function allInOne(): void {
  beforeAll(begin);
  afterAll(end);
}

async function formFrom(person: string, text: string): Promise<NewForm> {
  const { form } = expectKind(await dialog.say(person, text), 'ask_form');
  return form as NewForm;
}

/** The problems with a form that differs from a complete one in these values, and the form as it came back. */
async function refusedWith(
  over: Record<string, string>,
): Promise<{ problems: FieldProblem[]; form: NewForm }> {
  const outcome = await dialog.press(OFFICE, 'task', { verb: 'new', values: fullTask(over) });
  const form = expectRefused(outcome, 'form').form as NewForm;
  return { problems: form.problems, form };
}

const endUnit = (id: string, to: string) =>
  dialog.redefine((campaign) => ({
    ...campaign,
    units: campaign.units.map((unit) => (unit.id === id ? { ...unit, to: to as never } : unit)),
  }));

describe('the form', () => {
  eachAnew();

  it('opens empty but for what is usual, with units, areas and phases to choose from', async () => {
    const form = await formFrom(OFFICE, '督办 新建');
    expect(form.values).toEqual({ priority: 'normal', feedback: 'none', source: 'other' });
    expect(form.units.map(({ name }) => name)).toContain('市政府金融办');
    expect(form.units).toHaveLength(11);
    expect(form.areas).toHaveLength(5);
    expect(form.phases.at(-1)?.name).toBe('验收总结');
    expect(form.permalink).toBeNull();
  });

  it('opens with the lead unit, the deadline and the title that words name', async () => {
    const form = await formFrom(OFFICE, '督办 新建 市公安局 8月20日 整改虚假广告');
    expect(form.values).toMatchObject({ lead: 'gaj', dueOn: '2016-08-20', title: '整改虚假广告' });
    const english = await formFrom(OFFICE, 'task new gaj 2016-08-20 Fix False Ads');
    expect(english.values).toMatchObject({ lead: 'gaj', dueOn: '2016-08-20', title: 'Fix False Ads' });
  });

  it('keeps a day that no calendar has, so that it can be put right', async () => {
    expect((await formFrom(OFFICE, '督办 新建 2月30日 整改')).values.dueOn).toBe('2月30日');
  });

  it('takes an instruction for the source of what a leader gives', async () => {
    expect((await formFrom('周正', '督办 新建')).values.source).toBe('instruction');
  });

  it('opens from a message with its words and keeps where it stands', async () => {
    const line = '请市公安局尽快核查某理财公司在步行街散发虚假理财广告一事并于本周内反馈结果谢谢大家';
    const text = `${line}\n第二行：附照片`;
    const permalink = 'https://x.slack.com/archives/C1/p1';
    const outcome = await dialog.press(OFFICE, 'task', { verb: 'new', permalink, text });
    const form = expectKind(outcome, 'ask_form').form as NewForm;
    expect(form.permalink).toBe(permalink);
    expect(form.values.title).toBe([...line].slice(0, 40).join(''));
    expect(form.values).toMatchObject({ ask: text, source: 'message' });

    const values = fullTask({ ...form.values, lead: 'gaj', dueOn: '2016-08-12', sourceText: '步行街群' });
    const given = expectKind(await dialog.press(OFFICE, 'task', { verb: 'new', permalink, values }), 'task');
    expect(given.task.source).toEqual({ kind: 'message', permalink, text: '步行街群' });
  });

  it('keeps where a message stands though it is called an instruction', async () => {
    const permalink = 'https://x.slack.com/archives/C1/p1';
    const values = fullTask({ source: 'instruction', sourceText: '请核查' });
    const given = expectKind(await dialog.press(OFFICE, 'task', { verb: 'new', permalink, values }), 'task');
    expect(given.task.source).toEqual({ kind: 'instruction', text: `请核查 ${permalink}` });
  });

  it('opens from a duty line of the plan with its clause', async () => {
    const source = '于20xx年6月15日前报市领导小组办公室备案';
    const pressed = await dialog.press(OFFICE, 'task', { verb: 'new', duty: 'plan-filing', unit: 'gaj' });
    const { values } = expectKind(pressed, 'ask_form').form;
    expect(values).toMatchObject({ title: '实施方案报备', ask: source, lead: 'gaj' });
    expect(values).toMatchObject({ source: 'plan', sourceText: source });
    const typed = await formFrom(OFFICE, '督办 新建 市公安局 实施方案报备');
    expect(typed.values).toEqual(values);
    const ofRow = await dialog.press(OFFICE, 'task', {
      verb: 'new',
      obligation: 'loudi-2016/plan-filing/gaj/once',
    });
    expect(expectKind(ofRow, 'ask_form').form.values).toEqual(values);
  });

  it('offers no unit that has ended', async () => {
    await endUnit('xhx', '2016-07-31');
    const form = await formFrom(OFFICE, '督办 新建');
    expect(form.units.map(({ id }) => id as string)).not.toContain('xhx');
  });
});

describe('a task that is given', () => {
  eachAnew();

  it('is numbered, stands in the ledger with its first entry, and is shown to whoever gave it', async () => {
    const outcome = await dialog.press(OFFICE, 'task', {
      verb: 'new',
      values: fullTask({
        helpers: 'gsj, swlsj',
        area: 'gg',
        phase: 'cleanup',
        priority: 'urgent',
        feedback: '5',
        evidence: '整改前后照片',
        source: 'plan',
        sourceText: '清理整顿阶段',
      }),
    });
    const { task, timeline, did, may } = expectKind(outcome, 'task');
    expect(did).toBe('dispatched');
    expect(task).toMatchObject({
      year: 2016,
      no: 1,
      title: '整改虚假广告',
      state: 'dispatched',
      lead: { id: 'gaj', name: '市公安局' },
      area: '互联网金融广告',
      phase: '清理整顿',
      priority: 'urgent',
      feedback: { every: 'working_days', days: 5 },
      evidence: '整改前后照片',
      source: { kind: 'plan', text: '清理整顿阶段' },
      dueOn: '2016-08-12',
      shortNotice: false,
      createdBy: '文书一',
    });
    expect(task.helpers.map(({ id }) => id as string)).toEqual(['gsj', 'swlsj']);
    expect(timeline.map(({ kind, by }) => [kind, by])).toEqual([['dispatched', '文书一']]);
    expect(may).toEqual(['show', 'reassign', 'withdraw']);
    expect(await taskRow(dialog, numbered(1))).toMatchObject({ no: 1, state: 'dispatched' });
    expect(await entriesOf(dialog, numbered(1))).toHaveLength(1);
  });

  it('is told to the lead unit’s liaison and deputy, and to the liaisons of those that help', async () => {
    const id = await giveTask(dialog, { helpers: 'gsj' });
    const told = await dialog.store.list('intent', { where: { about: id } });
    const names = await Promise.all(
      told.map(async ({ recipient }) => (await dialog.store.find('person', recipient))?.name),
    );
    expect(names.sort()).toEqual(['安副手', '安警官', '尚工商'].sort());
  });

  it('has the next number, each year from one', async () => {
    for (const no of [1, 2, 3]) expect(await giveTask(dialog)).toBe(numbered(no));
    await dialog.until('2017-01-03 10:00');
    const id = await giveTask(dialog, { dueOn: '2017-01-10' });
    expect(await taskRow(dialog, id)).toMatchObject({ year: 2017, no: 1 });
  });

  it('leaves no gap when a form was refused or several give at once', async () => {
    await refusedWith({ title: '' });
    const ids = await Promise.all([
      giveTask(dialog),
      giveTask(dialog, {}, '金主任'),
      giveTask(dialog, {}, '周正'),
    ]);
    expect([...ids].sort()).toEqual([numbered(1), numbered(2), numbered(3)]);
  });

  it('is given once, however often the same form arrives', async () => {
    const input = { verb: 'new', values: fullTask(), key: 'V1:1' };
    const [first, second] = await Promise.all([
      dialog.press(OFFICE, 'task', input),
      dialog.press(OFFICE, 'task', input),
    ]);
    expect(second).toEqual(first);
    expect(await dialog.press(OFFICE, 'task', input)).toEqual(first);
    expect(await dialog.store.list('task')).toHaveLength(1);
  });

  it('may be due today, and is flagged', async () => {
    const id = await giveTask(dialog, { dueOn: '2016-08-05' });
    expect(await taskRow(dialog, id)).toMatchObject({ dueOn: '2016-08-05', shortNotice: true });
  });

  it('may be the office’s own', async () => {
    const id = await giveTask(dialog, { lead: 'jrb' });
    expect(await taskRow(dialog, id)).toMatchObject({ lead: 'jrb' });
  });

  it('takes a unit by its name or alias where the form could not list them all', async () => {
    const id = await giveTask(dialog, { lead: '公安局', helpers: '市工商局、商务局' });
    expect(await taskRow(dialog, id)).toMatchObject({ lead: 'gaj', helpers: ['gsj', 'swlsj'] });
  });
});

describe('steps', () => {
  eachAnew();

  it('are read one a line, each with its unit and length, the lead’s where none is named', async () => {
    const steps = '初验 市工商局 5个工作日\n2. 公示15个自然日\n\n签发 金融办 3天内';
    const { steps: read, lead, dueOn } = await taskRow(dialog, await giveTask(dialog, { dueOn: '', steps }));
    expect(read.map(({ name, unit, length }) => [name, unit, length.days, length.of])).toEqual([
      ['初验', 'gsj', 5, 'working'],
      ['公示', 'gaj', 15, 'natural'],
      ['签发', 'jrb', 3, 'natural'],
    ]);
    expect([lead, dueOn]).toEqual(['gsj', '2016-08-12']);
  });

  it('keep a lead unit that has no step of its own as one that helps', async () => {
    const row = await taskRow(
      dialog,
      await giveTask(dialog, { dueOn: '', steps: '初验 市工商局 5 working days' }),
    );
    expect([row.lead, row.helpers]).toEqual(['gsj', ['gaj']]);
  });

  it('need no lead unit where each has its own', async () => {
    const row = await taskRow(
      dialog,
      await giveTask(dialog, { lead: '', dueOn: '', steps: '初验 市工商局 5个工作日' }),
    );
    expect([row.lead, row.helpers]).toEqual(['gsj', []]);
  });

  it('that only look like a unit’s keep their name', async () => {
    const row = await taskRow(dialog, await giveTask(dialog, { dueOn: '', steps: '张贴 公告 7天' }));
    expect(row.steps[0]).toMatchObject({ name: '张贴 公告', unit: 'gaj' });
  });
});

describe('a step that is wrong', () => {
  allInOne();

  it.each([
    ['初验 市工商局', { kind: 'not_a_step', typed: '初验 市工商局' }],
    ['初验 0个工作日', { kind: 'not_a_step', typed: '初验 0个工作日' }],
    ['初验 900天', { kind: 'not_a_step', typed: '初验 900天' }],
    ['5个工作日', { kind: 'not_a_step', typed: '5个工作日' }],
    ['初验 5个工作日\n随后再说', { kind: 'not_a_step', typed: '随后再说' }],
    ['初验 市工伤局 5个工作日', { kind: 'not_a_unit', typed: '市工伤局', near: '市工商局' }],
    ['绝密 5个工作日', { kind: 'classified', word: '绝密' }],
  ])('%s is refused with what would be right', async (steps, problem) => {
    const { problems, form } = await refusedWith({ dueOn: '', steps });
    expect(problems).toEqual([{ field: 'steps', ...problem }]);
    expect(form.values.steps).toBe(steps);
  });
});

describe('a field that is wrong', () => {
  allInOne();

  const choices = expect.any(Array);
  it.each<[string, Record<string, string>, object[]]>([
    ['no title', { title: ' ' }, [{ field: 'title', kind: 'required' }]],
    [
      'a long title',
      { title: '长'.repeat(81) },
      [{ field: 'title', kind: 'too_long', length: 81, most: 80 }],
    ],
    ['no ask', { ask: '' }, [{ field: 'ask', kind: 'required' }]],
    [
      'an ask longer than a field',
      { ask: '长'.repeat(3001) },
      [{ field: 'ask', kind: 'too_long', length: 3001, most: 3000 }],
    ],
    ['a secret', { ask: '机密★1年' }, [{ field: 'ask', kind: 'classified', word: '机密★' }]],
    ['no lead', { lead: '' }, [{ field: 'lead', kind: 'required' }]],
    [
      'a misspelt lead',
      { lead: '市公案局' },
      [{ field: 'lead', kind: 'not_a_unit', typed: '市公案局', near: '市公安局' }],
    ],
    [
      'a lead that is none',
      { lead: 'xyz-1' },
      [{ field: 'lead', kind: 'not_a_unit', typed: 'xyz-1', near: null }],
    ],
    [
      'the lead as its own help',
      { helpers: 'gsj,gaj' },
      [{ field: 'helpers', kind: 'not_a_choice', typed: '市公安局', choices }],
    ],
    [
      'a helper that is none',
      { helpers: '宇宙局' },
      [{ field: 'helpers', kind: 'not_a_unit', typed: '宇宙局', near: null }],
    ],
    ['no deadline', { dueOn: '' }, [{ field: 'dueOn', kind: 'required' }]],
    [
      'a deadline in the past',
      { dueOn: '2016-08-04' },
      [{ field: 'dueOn', kind: 'in_the_past', typed: '2016-08-04' }],
    ],
    ['no day', { dueOn: '下个世纪' }, [{ field: 'dueOn', kind: 'not_a_date', typed: '下个世纪' }]],
    [
      'a day that no calendar has',
      { dueOn: '2016-02-30' },
      [{ field: 'dueOn', kind: 'not_a_date', typed: '2016-02-30' }],
    ],
    [
      'a slip of the finger',
      { dueOn: '2106-08-12' },
      [{ field: 'dueOn', kind: 'not_a_date', typed: '2106-08-12' }],
    ],
    [
      'a priority that is none',
      { priority: 'asap' },
      [{ field: 'priority', kind: 'not_a_choice', typed: 'asap', choices }],
    ],
    [
      'feedback every 31 days',
      { feedback: '31' },
      [{ field: 'feedback', kind: 'not_a_choice', typed: '31', choices }],
    ],
    [
      'feedback every 0 days',
      { feedback: '0' },
      [{ field: 'feedback', kind: 'not_a_choice', typed: '0', choices }],
    ],
    [
      'feedback at will',
      { feedback: 'often' },
      [{ field: 'feedback', kind: 'not_a_choice', typed: 'often', choices }],
    ],
    [
      'an area that is none',
      { area: 'moon' },
      [{ field: 'area', kind: 'not_a_choice', typed: 'moon', choices }],
    ],
    [
      'a phase that is none',
      { phase: 'moon' },
      [{ field: 'phase', kind: 'not_a_choice', typed: 'moon', choices }],
    ],
    [
      'a message that is none',
      { source: 'message' },
      [{ field: 'source', kind: 'not_a_choice', typed: 'message', choices }],
    ],
    [
      'a decision by hand',
      { source: 'decision' },
      [{ field: 'source', kind: 'not_a_choice', typed: 'decision', choices }],
    ],
    ['a plan without its clause', { source: 'plan' }, [{ field: 'sourceText', kind: 'required' }]],
    [
      'an inspection without its words',
      { source: 'inspection' },
      [{ field: 'sourceText', kind: 'required' }],
    ],
    ['secret evidence', { evidence: '绝密件' }, [{ field: 'evidence', kind: 'classified', word: '绝密' }]],
  ])('%s is said at the field, and all that was typed comes back', async (_, over, expected) => {
    const { problems, form } = await refusedWith(over);
    expect(problems).toEqual(expected);
    expect(form.values).toEqual(fullTask(over));
    expect(await dialog.store.list('task')).toEqual([]);
  });

  it('is one of several that are said at once', async () => {
    const { problems } = await refusedWith({ title: '', lead: '', dueOn: '', source: 'plan' });
    expect(problems.map(({ field }) => field)).toEqual(['title', 'lead', 'sourceText', 'dueOn']);
  });
});

describe('what was right before', () => {
  eachAnew();

  it('a unit that has ended is named with its last day, as lead, help or of a step', async () => {
    await endUnit('gaj', '2016-07-31');
    const ended = { kind: 'unit_ended', unit: '市公安局', on: '2016-07-31' };
    expect((await refusedWith({})).problems).toEqual([{ field: 'lead', ...ended }]);
    expect((await refusedWith({ lead: 'gsj', helpers: 'gaj' })).problems).toEqual([
      { field: 'helpers', ...ended },
    ]);
    const steps = '初验 市公安局 5个工作日';
    expect((await refusedWith({ lead: 'gsj', dueOn: '', steps })).problems).toEqual([
      { field: 'steps', ...ended },
    ]);
  });

  it('today is over as a deadline once office hours are', async () => {
    await dialog.until('2016-08-05 17:31');
    const { problems } = await refusedWith({ dueOn: '2016-08-05' });
    expect(problems).toEqual([{ field: 'dueOn', kind: 'in_the_past', typed: '2016-08-05' }]);
  });
});

describe('who may give a task', () => {
  eachAnew();

  it.each(['文书一', '金主任', '周正'])('%s may', async (person) => {
    expect(await giveTask(dialog, {}, person)).toBe(numbered(1));
  });

  it.each(['安警官', '安副手', '安局长', '督查员'])(
    '%s may not, is told whom to ask, and nothing is written',
    async (person) => {
      for (const input of [{ verb: 'new' }, { verb: 'new', values: fullTask() }]) {
        const refusal = expectRefused(await dialog.press(person, 'task', input), 'office_only');
        expect(refusal).toMatchObject({ command: 'task', contact: ['文书一'] });
      }
      expectRefused(await dialog.say(person, '督办 新建 整改'), 'office_only');
      expect(await dialog.store.list('task')).toEqual([]);
    },
  );

  it('nobody may who was replaced while the form lay open', async () => {
    await dialog.redefine(withoutPerson('文书一'));
    expectRefused(
      await dialog.press('文书一', 'task', { verb: 'new', values: fullTask() }),
      'unknown_person',
    );
    expect(await dialog.store.list('task')).toEqual([]);
  });
});
