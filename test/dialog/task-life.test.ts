// A task's life as people live through it: from the dispatch by a leader to its withdrawal, with every state and every
// refusal on the way; a chain of three steps over National Day 2016; urgent tasks; a task beside a report. Every message
// is accounted for, by person and minute: new ones are listed, and each step of the task's life changes in place all
// those told before whose reader may still see it.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { act } from '../../commands/registry.ts';
import type { Outcome, Refusal } from '../../domain/outcome.ts';
import type { TaskVerb } from '../../domain/task/facts.ts';
import { expectKind, expectRefused } from '../support/dialog.ts';
import { fullTask, LIAISON, numbered, OFFICE } from '../support/dialog-tasks.ts';
import { describeEngines, type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, SAMPLE, type World } from '../support/world.ts';

type Values = Record<string, string>;

/** The sample with one duty only, due next year, so that nothing but tasks is told. */
const ONLY_TASKS = `${SAMPLE.slice(0, SAMPLE.indexOf('\nduties:'))}
duties:
${SAMPLE.slice(SAMPLE.indexOf('  - id: final-report'))}`;

const LEADER = '周正';
const DIRECTOR = '金主任';
const DEPUTY = '安副手';
const HEAD = '安局长';
const HELPER = '尚工商';
const TASK = numbered(1);

describeEngines('the life of a task', (engine) => {
  let fresh: FreshStore;
  let world: World;
  /** `person: what` of every message about tasks that was told so far. */
  let told: string[];
  /** Whose messages are no longer changed: the task is not theirs to see any more. */
  let gone: string[];
  beforeEach(async () => {
    fresh = await freshStore(engine);
    [told, gone] = [[], []];
  }, 60_000);
  afterEach(() => fresh.close());

  const begin = async (moment: string, campaign = ONLY_TASKS) => {
    world = await aWorld(fresh.store, { campaign, from: `2016-${moment}` });
  };

  /** What was said since the last look, by minute, new messages and changed ones apart. */
  function heard(): { fresh: string[]; changed: string[] } {
    const lines = world.news().sort();
    return {
      fresh: lines.filter((line) => !line.includes('~')),
      changed: lines.filter((line) => line.includes('~')),
    };
  }

  const withoutMinute = (line: string): string => line.slice('08-08 09:10 '.length);
  const remember = (lines: readonly string[]) => told.push(...lines.map(withoutMinute));
  const people = (names: readonly string[], minute: string, what: string): string[] =>
    names.map((name) => `${minute} ${name}: task ${what} 1`);

  /** Lives until this minute; of the steps of the ladders exactly these were told, and nothing was changed. */
  async function until(moment: string, reminders: [string, string, string[]][] = []): Promise<void> {
    await world.liveUntil(`2016-${moment}`);
    const expected = reminders.flatMap(([minute, what, names]) => people(names, minute, what)).sort();
    expect(heard()).toEqual({ fresh: expected, changed: [] });
    remember(expected);
  }

  const press = (person: string, verb: TaskVerb, values?: Values): Promise<Outcome> =>
    world.press(person, 'task', { task: TASK, verb, ...(values && { values }) });

  /** What came of an act: told to exactly these, and every earlier message changed, unless nothing on it changes. */
  function expectTold(minute: string, what: string, names: string[], isShown = true): void {
    const expected = people(names, minute, what).sort();
    const changed = told
      .filter((line) => !gone.some((name) => line.startsWith(`${name}:`)))
      .map((line) => `${minute} ${line.replace(': ', ': ~')}`);
    expect(heard()).toEqual({ fresh: expected, changed: isShown ? changed.sort() : [] });
    remember(expected);
  }

  const refuses = async <K extends Refusal['kind']>(
    kind: K,
    person: string,
    verb: TaskVerb,
    values?: Values,
  ): Promise<Refusal & { kind: K }> => {
    const refusal = expectRefused(await press(person, verb, values), kind);
    expect(heard()).toEqual({ fresh: [], changed: [] });
    return refusal;
  };
  const does = async (person: string, verb: TaskVerb, values?: Values) =>
    expectKind(await press(person, verb, values), 'task');
  const gives = async (person: string, over: Values) =>
    world.press(person, 'task', { verb: 'new', values: fullTask(over) });

  it('goes through every state, with every refusal on the way', async () => {
    // Monday: a leader gives it. The unit has until Tuesday evening to sign for it, and does not.
    await begin('08-08 08:40');
    await until('08-08 09:10');
    const asked = { helpers: 'gsj', dueOn: '2016-08-16', feedback: '2', evidence: '照片' };
    expectRefused(await gives(LIAISON, asked), 'office_only');
    expectRefused(await gives(LEADER, { ...asked, dueOn: '2016-08-05' }), 'form');
    expectKind(await gives(LEADER, asked), 'task');
    expectTold('08-08 09:10', 'dispatched', [LIAISON, DEPUTY, HELPER, OFFICE]);
    await refuses('not_your_task', HELPER, 'sign');
    await refuses('not_your_task', LEADER, 'close', { text: '照片' });
    await refuses('task_state', OFFICE, 'close', { text: '照片' });
    expectRefused(await world.say(OFFICE, '督办 9'), 'no_such_task');
    await until('08-09 17:40', [
      ['08-09 09:00', 'sign', [LIAISON]],
      ['08-09 17:30', 'sign_overdue', [LIAISON, DEPUTY, HEAD, OFFICE]],
    ]);

    // Signed for: nobody is told, every card shows it. Feedback is wanted on each second working day.
    await does(LIAISON, 'sign');
    expectTold('08-09 17:40', 'signed', []);
    expect((await refuses('task_state', DEPUTY, 'sign')).last).toMatchObject({ kind: 'signed', by: LIAISON });
    expectRefused(await world.say(LIAISON, '督办 签收'), 'which_task');
    await until('08-10 10:00', [['08-10 09:00', 'feedback_2016-08-10', [LIAISON]]]);
    await does(HELPER, 'feed_back', { percent: '', text: '广告台账已交' });
    expectTold('08-10 10:00', 'fed_back', [LIAISON], false);
    await refuses('form', LIAISON, 'feed_back', { percent: '120', text: '已约谈' });
    await does(LIAISON, 'feed_back', { percent: '60', text: '已约谈3家' });
    expectTold('08-10 10:00', 'fed_back', [OFFICE]);

    // Friday: an extension is asked for, and granted until another day than the one asked for.
    await until('08-12 10:00', [
      ['08-11 09:00', 'soon', [LIAISON]],
      ['08-12 09:00', 'feedback_2016-08-12', [LIAISON]],
    ]);
    const extension = { reason: '对方未配合', progress: '已约谈3家' };
    await refuses('form', LIAISON, 'extend', { ...extension, until: '2016-08-16' });
    await refuses('task_state', OFFICE, 'decide_extension', { answer: 'grant', until: '', reason: '' });
    await does(LIAISON, 'extend', { ...extension, until: '2016-08-22' });
    expectTold('08-12 10:00', 'extension_asked', [OFFICE]);
    await refuses('extension_pending', DEPUTY, 'extend', { ...extension, until: '2016-08-23' });
    await does(OFFICE, 'decide_extension', { answer: 'grant', until: '2016-08-19', reason: '' });
    expectTold('08-12 10:00', 'extension_granted', [LIAISON, DEPUTY]);

    // Its ladder starts again; the feedback that did not come is asked for in its rhythm. Handed in on the eve; now the office is reminded, and the unit is not.
    await until('08-18 15:00', [
      ['08-16 09:00', 'feedback_2016-08-16 1 + task soon', [LIAISON]],
      ['08-18 09:00', 'feedback_2016-08-18 1 + task eve', [LIAISON]],
    ]);
    await does(LIAISON, 'submit', { text: '已全部整改' });
    expectTold('08-18 15:00', 'submitted', [OFFICE]);
    await refuses('task_state', LIAISON, 'feed_back', { percent: '90', text: '再报' });
    await until('08-22 10:00', [['08-22 09:00', 'review', [OFFICE]]]);
    await refuses('form', OFFICE, 'close', { text: '' });
    await refuses('form', OFFICE, 'return', { reason: '', until: '2016-08-24' });
    await does(OFFICE, 'return', { reason: '数据不全', until: '2016-08-24' });
    expectTold('08-22 10:00', 'returned', [LIAISON, DEPUTY]);

    // Overdue: the head at once, the unit every day, the director every second day.
    await until('08-25 10:00', [
      ['08-23 09:00', 'eve', [LIAISON]],
      ['08-24 09:00', 'feedback_2016-08-24', [LIAISON]],
      ['08-24 17:30', 'overdue', [LIAISON, DEPUTY, HEAD]],
      ['08-25 09:00', 'overdue_1', [LIAISON, DEPUTY]],
    ]);
    await refuses('extension_too_late', LIAISON, 'extend', { ...extension, until: '2016-08-31' });
    await until('08-26 10:00', [['08-26 09:00', 'overdue_2', [LIAISON, DEPUTY, DIRECTOR]]]);
    await does(DEPUTY, 'submit', { text: '已补齐' });
    expectTold('08-26 10:00', 'submitted', [OFFICE]);

    // Closed; whoever comes second hears it. On Monday it is taken up again, and an extension is refused.
    await does(OFFICE, 'close', { text: '照片已核' });
    expectTold('08-26 10:00', 'closed', [LIAISON, DEPUTY, HELPER]);
    const second = await refuses('task_state', DIRECTOR, 'return', { reason: '不全', until: '' });
    expect(second.last).toMatchObject({ kind: 'closed', by: OFFICE });
    await until('08-29 09:00');
    await refuses('form', DIRECTOR, 'reopen', { reason: '', until: '' });
    await does(DIRECTOR, 'reopen', { reason: '又有反弹', until: '2016-09-05' });
    expectTold('08-29 09:00', 'reopened', [LIAISON, DEPUTY, HELPER]);
    await does(DEPUTY, 'extend', { ...extension, until: '2016-09-09' });
    expectTold('08-29 09:00', 'extension_asked', [OFFICE]);
    await refuses('form', DIRECTOR, 'decide_extension', { answer: 'refuse', until: '', reason: '' });
    await does(DIRECTOR, 'decide_extension', { answer: 'refuse', until: '', reason: '时间足够' });
    expectTold('08-29 09:00', 'extension_refused', [LIAISON, DEPUTY]);

    // Another unit gets it: the former sees it no more. Then it is withdrawn, and nothing more is heard of it.
    await refuses('form', OFFICE, 'reassign', { lead: 'gaj', until: '', reason: '' });
    await does(OFFICE, 'reassign', { lead: 'gsj', until: '', reason: '职责所在' });
    gone = [LIAISON, DEPUTY, HEAD];
    expectTold('08-29 09:00', 'reassigned', [LIAISON, DEPUTY, HELPER]);
    await refuses('not_your_task', LIAISON, 'feed_back', { percent: '', text: '已办' });
    await until('08-30 15:00', [['08-30 09:00', 'sign', [HELPER]]]);
    await does(HELPER, 'sign');
    expectTold('08-30 15:00', 'signed', []);
    await until('08-31 10:00', [['08-31 09:00', 'feedback_2016-08-31 1 + task soon', [HELPER]]]);
    await refuses('form', OFFICE, 'withdraw', { reason: '' });
    await does(OFFICE, 'withdraw', { reason: '并入专项行动' });
    expectTold('08-31 10:00', 'withdrawn', [HELPER]);
    await refuses('task_state', HELPER, 'submit', { text: '已办' });
    await until('09-30 18:00');
    const { timeline } = await does(OFFICE, 'show');
    expect(timeline.map(({ no, kind, by }) => `${no} ${kind} ${by}`)).toEqual([
      '1 dispatched 周正',
      '2 signed 安警官',
      '3 fed_back 尚工商',
      '4 fed_back 安警官',
      '5 extension_asked 安警官',
      '6 extension_granted 文书一',
      '7 submitted 安警官',
      '8 returned 文书一',
      '9 submitted 安副手',
      '10 closed 文书一',
      '11 reopened 金主任',
      '12 extension_asked 安副手',
      '13 extension_refused 金主任',
      '14 reassigned 文书一',
      '15 signed 尚工商',
      '16 withdrawn 文书一',
    ]);
  }, 120_000);

  it('is a chain of three steps that counts over National Day', async () => {
    await begin('09-26 08:40');
    await until('09-26 10:00');
    const steps = '初验 市工商局 5个工作日\n公示 新化县 15个自然日\n签发 市公安局 3个工作日';
    const { task } = expectKind(await gives(OFFICE, { lead: '', dueOn: '', steps }), 'task');
    expect(task.steps.map(({ dueOn }) => dueOn)).toEqual(['2016-10-08', '2016-10-23', '2016-10-26']);
    expectTold('09-26 10:00', 'dispatched', [HELPER]);
    await refuses('not_your_task', '新小化', 'sign');
    await does(HELPER, 'sign');
    expectTold('09-26 10:00', 'signed', []);

    // Five working days: four in September, and the Saturday that is worked after the holiday.
    await until('10-08 16:00', [
      ['09-28 09:00', 'soon', [HELPER]],
      ['09-30 09:00', 'eve', [HELPER]],
    ]);
    await refuses('task_state', HELPER, 'submit', { text: '初验通过' });
    const published = await does(HELPER, 'step_done', { text: '初验通过' });
    expect(published.task).toMatchObject({ state: 'dispatched', dueOn: '2016-10-23', lead: { id: 'xhx' } });
    expectTold('10-08 16:00', 'step_done', ['新小化', OFFICE]);
    await refuses('not_your_task', HELPER, 'step_done', { text: '初验通过' });

    // Fifteen natural days end on a Sunday; what follows it is said on Monday morning.
    await until('10-24 10:00', [
      ['10-09 09:00', 'sign', ['新小化']],
      ['10-09 17:30', 'sign_overdue', ['新小化', OFFICE]],
      ['10-19 09:00', 'soon', ['新小化']],
      ['10-21 09:00', 'eve', ['新小化']],
      ['10-24 08:30', 'overdue', ['新小化']],
    ]);
    const signing = await does('新小化', 'step_done', { text: '公示无异议' });
    expect(signing.task).toMatchObject({ dueOn: '2016-10-27', overdue: false, lead: { id: 'gaj' } });
    expectTold('10-24 10:00', 'step_done', [LIAISON, DEPUTY, OFFICE]);

    // The last step is handed in like any task.
    await until('10-25 10:00', [['10-25 09:00', 'sign', [LIAISON]]]);
    await does(DEPUTY, 'sign');
    expectTold('10-25 10:00', 'signed', []);
    await until('10-27 10:00', [['10-26 09:00', 'eve', [LIAISON]]]);
    await does(LIAISON, 'submit', { text: '已签发' });
    expectTold('10-27 10:00', 'submitted', [OFFICE]);
    await does(OFFICE, 'close', { text: '' });
    expectTold('10-27 10:00', 'closed', [LIAISON, DEPUTY]);
    await until('11-30 18:00');
  }, 120_000);

  it('is urgent, given after hours: told in the morning, signed for within two hours', async () => {
    await begin('08-08 08:40');
    await until('08-08 18:30');
    const { task } = expectKind(
      await gives(OFFICE, { priority: 'most_urgent', dueOn: '2016-08-09' }),
      'task',
    );
    expect(task.shortNotice).toBe(true);
    await until('08-10 08:59', [
      ['08-09 08:30', 'dispatched', [LIAISON, DEPUTY]],
      ['08-09 09:30', 'sign', [LIAISON]],
      ['08-09 10:30', 'sign_overdue', [LIAISON, DEPUTY, HEAD, OFFICE]],
      ['08-09 17:30', 'overdue', [LIAISON, DEPUTY, HEAD]],
    ]);
  }, 60_000);

  it('is reminded of in one message with a report that is due on the same day', async () => {
    await begin('08-01 08:40', SAMPLE);
    await world.liveUntil('2016-08-02 10:00');
    expectKind(await gives(OFFICE, { dueOn: '2016-08-05' }), 'task');
    await does(LIAISON, 'sign');
    await world.liveUntil('2016-08-04 08:59');
    world.news();
    await world.liveUntil('2016-08-04 09:00');
    expect(world.news().filter((line) => line.includes(LIAISON))).toEqual([
      `08-04 09:00 ${LIAISON}: eve weekly gaj + task eve 1`,
    ]);
  }, 60_000);

  it('is decided about once where two of the office decide at once', async () => {
    await begin('08-08 09:00');
    expectKind(await gives(OFFICE, {}), 'task');
    await does(LIAISON, 'submit', { text: '已整改' });
    world.news();
    const decide = (person: string, verb: TaskVerb, values: Values) =>
      act(world.deps, world.slackOf(person), 'task', { task: TASK, verb, values });
    const outcomes = await Promise.all([
      decide(OFFICE, 'close', { text: '照片已核' }),
      decide(DIRECTOR, 'return', { reason: '不全', until: '' }),
    ]);
    const won = expectKind(outcomes.find(({ kind }) => kind === 'task')!, 'task');
    const lost = expectRefused(outcomes.find(({ kind }) => kind === 'refused')!, 'task_state');
    expect(lost.last).toEqual(won.timeline.at(-1));
    await world.pass();
    const kinds = new Set(
      world
        .news()
        .filter((line) => !line.includes('~'))
        .map((line) => line.split(' ').at(-2)),
    );
    expect([...kinds]).toEqual([won.did]);
  }, 60_000);
});
