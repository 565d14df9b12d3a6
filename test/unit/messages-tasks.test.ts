import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { NoticeItem, Why } from '../../domain/notice.ts';
import type { AskFormFacts, Outcome } from '../../domain/outcome.ts';
import type { TaskFacts, TaskVerb } from '../../domain/task/facts.ts';
import { decodeAction, describeSend, renderMessage, renderOutcome } from '../../messages/render.ts';
import { at, on, unitId } from '../support/builders.ts';
import { plainRendering } from '../support/plain-rendering.ts';
import { anObligation, MONDAY, published, unit } from '../support/sample-facts.ts';
import {
  aTask,
  manyOfTasks,
  SECTION,
  taskForms,
  taskNews,
  taskOutcomes,
  taskRefusals,
  taskReminders,
} from '../support/sample-tasks.ts';

const ZONE = 'Asia/Shanghai';
const told = (items: NoticeItem[], now = at('2016-08-05 16:00')) =>
  renderMessage({ kind: 'told', at: now, zone: ZONE, items }, 'zh');
const read = (items: NoticeItem[], now = at('2016-08-05 16:00')) => plainRendering(told(items, now));
const answer = (outcome: Outcome) => {
  const rendered = renderOutcome(outcome, 'zh');
  if (rendered.kind !== 'message') throw new Error(`A message was wanted, not a ${rendered.kind}`);
  return { ...rendered, said: plainRendering(rendered.message) };
};
const elementsOf = (block: KnownBlock): object[] => {
  if (block.type === 'actions') return block.elements;
  return block.type === 'section' && block.accessory ? [block.accessory] : [];
};
const pressed = (blocks: readonly KnownBlock[]) =>
  blocks
    .flatMap(elementsOf)
    .map((element) =>
      'value' in element && 'action_id' in element
        ? decodeAction(String(element.action_id), String(element.value))
        : null,
    );
const verbsOn = (item: NoticeItem) => pressed(told([item]).blocks).map((pointer) => pointer?.input.verb);

const dispatched = taskNews[0]!;
const inEnglish = (items: NoticeItem[]) =>
  plainRendering(renderMessage({ kind: 'told', at: at('2016-08-05 16:00'), zone: ZONE, items }, 'en'));
const again = (task: TaskFacts, may: TaskVerb[] = ['show']) => read([{ ...dispatched, task, may }]);
const reminderOf = (step: string) => taskReminders.find((item) => item.step === step)!;

describe('the card of a task', () => {
  it('says what happened, whose it is, by when, how it stands, what is asked and why it came', () => {
    expect(read([dispatched])).toBe(
      [
        '(新的督办事项：督办〔2016〕3号 整改虚假广告，市工商局，期限 8月19日 周五 17:30。)',
        '*新的督办事项：督办〔2016〕3号 整改虚假广告*',
        '市工商局 · 期限 8月19日 周五 17:30 · 🟢 正常，还差 14 天',
        '现状：待签收，请于 8月8日 周一 17:30 前签收',
        '要求：对辖区内投资理财类虚假广告逐一核查，8月19日前全部整改到位。',
        '紧急 · 来源：领导批示（周正组长8月1日批示） · 每 3 个工作日反馈',
        '协办：市公安局、市政府金融办',
        '办结要求：整改前后照片、当事人承诺书',
        '8月5日 周五 15:50 · 文书一 · 交办，期限 8月19日 周五',
        '[签收]  [反馈]  [提请办结]  [申请延期]  [查看]',
        '  _因您是市工商局联络员。_',
      ].join('\n'),
    );
  });

  it.each<[string, Why, string]>([
    ['the lead unit', { role: 'liaison', insteadOf: null, unit: unitId('gsj') }, '因您是市工商局联络员。'],
    [
      'a unit that helps',
      { role: 'liaison', insteadOf: null, unit: unitId('gaj') },
      '因您是市公安局联络员。',
    ],
    [
      'a unit that helps, for somebody on leave',
      { role: 'deputy', insteadOf: '安警官', unit: unitId('gaj') },
      '安警官暂不能接收，因您是市公安局联络员（B角），由您代收。',
    ],
    ['the office', { role: 'office', insteadOf: null }, '因您是办公室工作人员。'],
    [
      'a unit that is none of its any more',
      { role: 'liaison', insteadOf: null, unit: unitId('xhx') },
      '因您是承办或协办单位联络员。',
    ],
  ])('says to whom of %s it came', (_, why, said) => {
    expect(read([{ ...dispatched, why }])).toContain(`_${said}_`);
  });

  it('names the unit that was told though another leads by now: that of an earlier step, or the one it was taken from', () => {
    const why: Why = { role: 'liaison', insteadOf: null, unit: unitId('gsj') };
    const chained = taskNews.find(({ entry }) => entry.kind === 'step_done')!;
    const reminded: NoticeItem = { ...reminderOf('eve'), task: chained.task, why };
    expect(chained.task.lead.id).not.toBe('gsj');
    expect(read([reminded])).toContain('因您是市工商局联络员');
    const taken = taskNews.find(({ entry }) => entry.kind === 'reassigned')!;
    const from = { ...taken.entry, fromUnit: unit('gsj') };
    const task = { ...taken.task, lead: unit('gaj'), helpers: [], steps: [] };
    expect(read([{ ...taken, task, entry: from, why }])).toContain('因您是市工商局联络员');
  });

  it('made again later keeps what happened in its title and says how the task stands by then', () => {
    const late = again(
      aTask({
        ...MONDAY,
        light: 'red',
        overdue: true,
        dueAt: at('2016-08-05 17:30'),
        dueOn: on('2016-08-05'),
      }),
    );
    expect(late).toContain('*新的督办事项：督办〔2016〕3号 整改虚假广告*\n');
    expect(late).toContain('🔴 逾期 3 天\n现状：办理中（尚工商 8月2日 周二 09:20 签收），进度 60%');
    const closed = again(aTask({ state: 'closed', light: null, closedAt: at('2016-08-05 15:30') }));
    expect(closed).toContain('现状：✅ 已办结，8月5日 周五 15:30');
    expect(closed).not.toMatch(/🔴|🟡|🟢/);
  });

  it('names who signed for it and when while it is under way, until it is sent back or more time is asked for', () => {
    const signed = '（尚工商 8月2日 周二 09:20 签收）';
    expect(again(aTask({ percent: 0 }))).toContain(`现状：办理中${signed}\n`);
    expect(again(aTask())).toContain(`现状：办理中${signed}，进度 60%\n`);
    expect(inEnglish([{ ...dispatched, task: aTask() }])).toContain(
      'Now: under way (signed for by 尚工商, Tue 2 Aug 09:20), 60% done\n',
    );
    const asked = taskNews.find(({ entry }) => entry.kind === 'extension_asked')!;
    expect(again(asked.task)).toContain('现状：办理中，进度 60% · 已申请延期至');
    expect(again(aTask({ returned: '不齐' }))).toContain('现状：退回重办，进度 60%');
  });

  it('says as of when it speaks where it is told anew on another day, while the task is open', () => {
    const later = { now: at('2016-08-09 10:02'), zone: ZONE };
    const anew = (toldAt: string, over: Partial<TaskFacts> = {}) => [
      { ...dispatched, task: aTask({ ...later, ...over }), toldAt: at(toldAt) },
    ];
    const asOf = '现状（截至 8月9日 周二 10:02）：办理中（尚工商';
    expect(read(anew('2016-08-05 15:50'), later.now)).toContain(asOf);
    expect(inEnglish(anew('2016-08-05 15:50'))).toContain('Now (as of Tue 9 Aug 10:02): under way (signed');
    expect(read(anew('2016-08-09 08:30'), later.now)).toContain('现状：办理中');
    const closed = { state: 'closed', light: null, closedAt: at('2016-08-09 10:02') } as const;
    expect(read(anew('2016-08-05 15:50', closed), later.now)).toContain('现状：✅ 已办结');
  });

  it('offers only what may be done, at most five things, and leads to the others by 查看', () => {
    const all: TaskVerb[] = [
      'show',
      'sign',
      'feed_back',
      'submit',
      'step_done',
      'extend',
      'decide_extension',
      'close',
      'return',
      'reassign',
      'withdraw',
      'reopen',
    ];
    expect(verbsOn({ ...dispatched, may: all })).toEqual([
      'sign',
      'decide_extension',
      'close',
      'step_done',
      'show',
    ]);
    expect(verbsOn({ ...dispatched, may: ['feed_back'] })).toEqual(['feed_back']);
    expect(verbsOn({ ...dispatched, may: [] })).toEqual([]);
  });

  it('sets off one button only', () => {
    const card = told([{ ...dispatched, may: ['sign', 'feed_back', 'close', 'show'] }]);
    const styles = card.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(styles.filter((element) => 'style' in element && element.style === 'primary')).toHaveLength(1);
  });

  it('quotes why it was sent back once, and says it later in the line of its state', () => {
    const returned = taskNews.find(({ entry }) => entry.kind === 'returned')!;
    expect(read([returned]).match(/请核实/g)).toHaveLength(1);
    expect(again(returned.task)).toContain('现状：退回重办，进度 60% · 理由：第7条仍可在网站看到，请核实。');
  });

  it('says in a list, too, how the task stands by now', () => {
    const closed = { ...dispatched, task: aTask({ state: 'closed' as const, light: null }), may: [] };
    expect(read([dispatched, closed])).toContain('新的督办事项：督办〔2016〕3号 整改虚假广告 · 待签收');
    expect(read([dispatched, closed])).toContain('新的督办事项：督办〔2016〕3号 整改虚假广告 · 已办结');
  });

  it('is a thing to do for whoever may do it, and news for the others', () => {
    const submitted = taskNews.find(({ entry }) => entry.kind === 'submitted')!;
    const other = taskNews.find(({ entry }) => entry.kind === 'extension_granted')!;
    expect(read([submitted, other])).toContain('您有 1 项待办、1 条通知');
    expect(read([{ ...submitted, may: ['show'] }, other])).toContain('您有 2 条通知');
  });
});

describe('a reminder of a task', () => {
  it('stands in a list with those of reports, what is late first, each with one button', () => {
    const report = {
      kind: 'reminder' as const,
      obligation: anObligation({
        ...MONDAY,
        unit: unit('gsj'),
        dueAt: at('2016-08-12 17:00'),
        dueOn: on('2016-08-12'),
      }),
      reminder: {
        step: 'eve',
        stepKind: 'before' as const,
        why: { role: 'liaison' as const, insteadOf: null },
        canFile: true,
        canSnooze: false,
        liaison: null,
        remindedOn: [],
      },
    };
    const said = read([report, ...manyOfTasks.slice(0, 2)], MONDAY.now);
    expect(said).toContain(
      [
        '*您有 3 项待办*',
        '🔴 逾期 3 天：督办〔2016〕1号 清理门店招牌 · 截止 8月5日 周五 17:30  [反馈]',
        '🟡 明天到期：督办〔2016〕3号 整改虚假广告 · 8月9日 周二  [反馈]',
      ].join('\n'),
    );
    expect(said).toContain('  _因您是市工商局联络员；办理后不再提醒。_');
  });

  it('names the unit where tasks of two are told', () => {
    const other = { ...reminderOf('eve'), task: { ...reminderOf('eve').task, lead: unit('gaj') } };
    expect(read([reminderOf('eve'), other], MONDAY.now)).toContain('市公安局 · 督办〔2016〕3号');
    expect(read([reminderOf('eve'), reminderOf('eve')], MONDAY.now)).not.toContain('市工商局 · 督办');
  });

  it.each([
    ['eve', '8月9日 周二 17:30 前请办结：', 'Due Tue 9 Aug 17:30: '],
    ['overdue_1', '已过期限（8月5日 周五 17:30），尚未办结：', 'Not closed, overdue since Fri 5 Aug 17:30: '],
    ['sign', '8月8日 周一 17:30 前请签收：', 'To be signed for by Mon 8 Aug 17:30: '],
    ['feedback_2016-08-08', '8月8日 周一请反馈进展：', 'Feedback wanted Mon 8 Aug: '],
  ])('of the step %s told anew on another day names the day: %s', (step, title, english) => {
    const anew = { ...reminderOf(step), toldAt: at('2016-08-05 09:00') };
    expect(read([anew], MONDAY.now)).toContain(`*${title}`);
    expect(inEnglish([anew])).toContain(english);
    for (const said of [read([anew], MONDAY.now), read([anew, anew], MONDAY.now)])
      expect(
        said.split('\n').filter((line) => /[今明]天|逾期 \d/.test(line) && !line.includes('期限')),
      ).toEqual([]);
    expect(read([anew], MONDAY.now)).toContain('现状（截至 8月8日 周一');
    const sameDay = { ...anew, toldAt: MONDAY.now };
    expect(read([sameDay], MONDAY.now)).toBe(read([reminderOf(step)], MONDAY.now));
  });

  it.each([
    ['eve', '明天 17:30 前请办结'],
    ['overdue_1', '逾期 3 天，尚未办结'],
    ['sign', '今天 17:30 前请签收'],
    ['sign_overdue', '已过签收期限（8月8日 周一 17:30），尚未签收'],
    ['feedback_2016-08-08', '今天请反馈进展'],
    ['review', '提请办结后尚未审核'],
  ])('at the step %s says %s', (step, title) => {
    const item = reminderOf(step);
    expect(read([item], item.task.now)).toContain(`*${title}：督办〔2016〕3号 整改虚假广告*`);
  });

  it('asks for nothing once its cause is gone', () => {
    for (const item of [
      { ...reminderOf('sign'), task: aTask(MONDAY) },
      { ...reminderOf('overdue_1'), task: aTask({ ...MONDAY, state: 'in_review' }) },
      { ...reminderOf('overdue_1'), task: aTask({ ...MONDAY, state: 'withdrawn', light: null }) },
      { ...reminderOf('feedback_2016-08-08'), task: aTask({ ...MONDAY, feedbackOn: on('2016-08-11') }) },
      { ...reminderOf('review'), task: aTask({ ...MONDAY, state: 'closed', light: null }) },
    ]) {
      expect(read([item], MONDAY.now)).toMatch(/\n(✅ )?\*督办〔2016〕3号 整改虚假广告\*\n/);
      expect(read([item], MONDAY.now)).not.toMatch(/前请|今天请|不再提醒/);
    }
  });
});

describe('a task that is shown', () => {
  it('has its timeline, newest last, the older ones counted', () => {
    const { said } = answer(taskOutcomes.task[2]!);
    expect(said).toContain('_更早 14 条未列出_');
    expect(said.match(/反馈，进度 60%/g)).toHaveLength(2);
  });

  it('has all that may be done, also what no card offers', () => {
    const { message } = answer({ ...taskOutcomes.task[0]!, may: ['show', 'reassign', 'withdraw', 'return'] });
    expect(pressed(message.blocks).map((pointer) => pointer?.input.verb)).toEqual([
      'return',
      'reassign',
      'withdraw',
      'list',
    ]);
  });

  it('says each step of its chain: done, under way, expected', () => {
    const { said } = answer(taskOutcomes.task[3]!);
    expect(said).toContain('1. 初验（市工商局，3个工作日） · ✅ 8月5日 周五 完成');
    expect(said).toContain('2. 公示（市政府金融办，15个自然日） · ⏳ 在办，期限 8月20日 周六');
    expect(said).toContain('3. 签发（人民银行娄底市中心支行，2个工作日） · 未开始，预计 8月23日 周二');
  });

  it('goes to the asker alone, as do lists of tasks, one’s duties with tasks, and refusals that name one', () => {
    const mine: Outcome = {
      kind: 'mine',
      ...MONDAY,
      owed: [],
      filed: [],
      tasks: [aTask()],
      may: [],
      units: [],
    };
    const outcomes: Outcome[] = [
      taskOutcomes.task[0]!,
      taskOutcomes.tasks[0]!,
      mine,
      { kind: 'refused', refusal: taskRefusals.task_state[0]! },
      { kind: 'refused', refusal: taskRefusals.which_task[0]! },
      { kind: 'refused', refusal: taskRefusals.extension_pending[0]! },
    ];
    expect(outcomes.map((outcome) => answer(outcome).private)).toEqual(outcomes.map(() => true));
    const notYours = answer({ kind: 'refused', refusal: taskRefusals.not_your_task[0]! });
    expect(notYours.private).toBe(false);
    expect(notYours.said).not.toContain('整改虚假广告');
  });
});

describe('a list of tasks', () => {
  it('says what it was asked for, its moment and its numbers, and shows a dozen at once', () => {
    const { said } = answer(taskOutcomes.tasks[3]!);
    expect(said).toContain('*督办事项 · 全部* · 截至 8月8日 周一 09:00');
    expect(said).toContain('在办 27 · 待签收 2');
    expect(said).toContain('| 编号 | 事项 | 承办单位 | 截止 | 情况 |');
    expect(said.match(/^\| 督办/gm)).toHaveLength(12);
    expect(said.match(/[○●]/g)).toHaveLength(12);
    expect(said).toContain('第 1—12 项，共 27 项');
    expect(said).toContain('[新建]');
  });

  it('offers a new one only to whoever may give tasks', () => {
    expect(answer({ ...taskOutcomes.tasks[0]!, mayDispatch: false }).said).not.toContain('[新建]');
  });
});

describe('the tasks of one’s own units', () => {
  const verbsFor = (own: string, task: TaskFacts) => {
    const units = [unit(own)];
    const { message } = answer({
      kind: 'mine',
      ...MONDAY,
      owed: [],
      filed: [],
      tasks: [task],
      may: [],
      units,
    });
    return pressed(message.blocks).flatMap((pointer) => pointer?.input.verb ?? []);
  };

  it.each<[string, string, Partial<TaskFacts>, string[]]>([
    ['who leads it', 'gsj', {}, ['feed_back', 'show']],
    ['who helps', 'gaj', {}, ['feed_back', 'show']],
    ['who leads it and has not signed', 'gsj', { state: 'dispatched' }, ['sign', 'show']],
    ['who helps with one that nobody has signed for', 'gaj', { state: 'dispatched' }, ['show']],
    ['whose step of its chain is another', 'rmyh', {}, ['show']],
  ])('offer %s what the unit can do next', (_, own, over, verbs) => {
    const task = aTask({ state: 'in_progress', lead: unit('gsj'), helpers: [unit('gaj')], ...over });
    expect(verbsFor(own, task)).toEqual(verbs);
  });
});

describe('the second of two who decide', () => {
  it('reads what the first decided, who and when, and can look at it', () => {
    const { said, message } = answer({ kind: 'refused', refusal: taskRefusals.task_state[0]! });
    expect(said).toContain('督办〔2016〕3号“整改虚假广告”现为已办结，不能退回重办。');
    expect(said).toContain('文书一已于 8月5日 周五 15:50 办结销号。');
    expect(pressed(message.blocks)[0]).toEqual({
      action: 'task',
      input: { verb: 'show', task: 'loudi-2016/task/2016/3' },
    });
  });
});

describe('an extension that comes too late', () => {
  it('is told what can still be done, and nothing that the office has no way to do', () => {
    const { said } = answer({ kind: 'refused', refusal: taskRefusals.extension_too_late[0]! });
    expect(said).toContain('可以先反馈进展，办成后提请办结。');
    expect(said).not.toContain('另定期限');
  });
});

describe('the forms of what a unit does', () => {
  const optionalIn = (form: Extract<Outcome, { kind: 'ask_form' }>['form']): string[] => {
    const rendered = renderOutcome({ kind: 'ask_form', form }, 'zh');
    if (rendered.kind !== 'modal') throw new Error('A form was wanted');
    return rendered.modal.blocks.flatMap((block) =>
      block.type === 'input' && 'optional' in block && block.optional
        ? [block.block_id?.split('~')[0] ?? '']
        : [],
    );
  };

  it.each([
    ['task_feed_back', ['percent', 'text', 'files']],
    ['task_submit', ['text', 'files']],
    ['task_step_done', ['text', 'files']],
  ] as const)('%s asks for no words where a file or a percentage is enough', (name, fields) => {
    expect(optionalIn(taskForms[name] as AskFormFacts)).toEqual(fields);
  });
});

describe('the form of a new task', () => {
  const fieldsOf = (form: Extract<Outcome, { kind: 'ask_form' }>['form']) => {
    const rendered = renderOutcome({ kind: 'ask_form', form }, 'zh');
    if (rendered.kind !== 'modal') throw new Error('A form was wanted');
    return rendered.modal;
  };

  it('asks for the unit by name where a select would leave some out', () => {
    const many = Array.from({ length: 101 }, (_, i) => ({ ...unit('gsj'), name: `单位${i}` }));
    const lead = (units: typeof many) =>
      fieldsOf({ ...taskForms.task_new, units }).blocks.find(({ block_id }) => block_id === 'lead~0');
    expect(lead(many)).toMatchObject({ element: { type: 'plain_text_input', initial_value: 'gsj' } });
    expect(lead(many.slice(0, 100))).toMatchObject({ element: { type: 'static_select' } });
  });

  it('keeps the message it is made from in its pointer, not its words', () => {
    const permalink = 'https://loudi.slack.com/archives/C0TONGZHI/p1470380400000100';
    const modal = fieldsOf({ ...taskForms.task_new, permalink });
    expect(JSON.parse(modal.private_metadata ?? '')).toEqual({ campaign: 'loudi-2016', permalink });
    expect(plainRendering(modal)).toContain(permalink);
  });
});

describe('a bulletin', () => {
  const overview = (tasks: typeof SECTION | null) =>
    plainRendering(
      renderMessage({ kind: 'bulletin_part', part: 'overview', bulletin: published({ tasks }) }, 'zh'),
    );

  it('lists new, closed and overdue tasks by number with their units', () => {
    expect(overview(SECTION)).toContain(
      '办结 1 项：\n督办〔2016〕2号 公布举报电话（市工商局）\n逾期 1 项：\n督办〔2016〕1号 清理门店招牌（市工商局）',
    );
  });

  it('says nothing of tasks where there are none', () => {
    expect(overview({ new: [], closed: [], overdue: [] })).not.toContain('督办');
    expect(overview(null)).not.toContain('督办');
  });
});

describe('a rehearsal', () => {
  it('names the task and the step of its ladder', () => {
    const send = {
      at: at('2016-08-09 09:00'),
      to: { id: 'x' as never, name: '尚工商', slack: null },
      role: 'liaison' as const,
      what: 'task_reminder',
      duty: null,
      unit: unit('gsj'),
      period: null,
      task: { year: 2016, no: 3, title: '整改虚假广告' },
      step: 'overdue_2',
      dueAt: at('2016-08-05 17:30'),
      provisional: false,
      unbound: false,
    };
    expect(describeSend(send, ZONE, at('2016-08-05 16:00'), 'zh')).toEqual({
      to: '尚工商',
      what: '市工商局 · 督办提醒：督办〔2016〕3号 整改虚假广告 · 截止 8月5日 周五 17:30',
      step: '逾期第 2 个工作日',
      why: '逾期第 2 个工作日，因其为联络员',
    });
  });
});
