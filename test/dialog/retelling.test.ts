// What was told is told anew where it stands: whoever looks at a card of a task sees it as it is now. Lived through with the
// sample campaign, from the decision to the sender.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act } from '../../commands/registry.ts';
import { move } from '../../domain/change.ts';
import type { TaskId } from '../../domain/ids.ts';
import type { NoticeItem } from '../../domain/notice.ts';
import type { TaskVerb } from '../../domain/task/facts.ts';
import { renderMessage } from '../../messages/render.ts';
import { fullReport, rowId, withoutPerson } from '../support/dialog.ts';
import { done, fullTask, giveTask, OFFICE } from '../support/dialog-tasks.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, type Sent, type World } from '../support/world.ts';

let fresh: FreshStore;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
});
afterEach(() => fresh.close());

/** Monday morning, with nothing else to be told; what the start itself told is read. */
async function monday(from = '2016-08-01 10:00'): Promise<World> {
  const world = await aWorld(fresh.store, { from });
  world.news();
  return world;
}

/** What somebody's command comes to before the next pass. */
const decide = (
  world: World,
  person: string,
  task: TaskId,
  verb: TaskVerb,
  values?: Record<string, string>,
) => act(world.deps, world.slackOf(person), 'task', { task, verb, ...(values && { values }) });

const itemsOf = ({ content }: Sent): NoticeItem[] => (content.kind === 'told' ? content.items : []);
const cardIn = (sent: Sent | undefined, no = 1): Extract<NoticeItem, { kind: 'task' | 'task_reminder' }> => {
  for (const item of sent ? itemsOf(sent) : [])
    if ((item.kind === 'task' || item.kind === 'task_reminder') && item.task.no === no) return item;
  throw new Error(`no card of task ${no}`);
};
const stepIn = (sent: Sent): string | undefined => {
  const [item] = itemsOf(sent);
  return item?.kind === 'task_reminder' ? item.step : undefined;
};
const lastTo = (world: World, name: string) => world.sent.findLast(({ to }) => to === name);
const updates = async ({ store }: World) => {
  const all = await store.list('message', { where: { operation: 'update' }, orderBy: 'createdAt' });
  return all.map(({ state, reason }) => (reason ? `${state} ${reason}` : state));
};

describe('a card', () => {
  it('shows who signed to everybody who was told, without asking them to sign any more', async () => {
    const world = await monday();
    const task = await giveTask(world, { helpers: 'gsj' });
    expect(world.news().sort()).toEqual([
      '08-01 10:00 安副手: task dispatched 1',
      '08-01 10:00 安警官: task dispatched 1',
      '08-01 10:00 尚工商: task dispatched 1',
    ]);
    expect(cardIn(lastTo(world, '安副手')).may).toContain('sign');
    await done(world, '安警官', task, 'sign');
    expect(world.news().sort()).toEqual([
      '08-01 10:00 安副手: ~task dispatched 1',
      '08-01 10:00 安警官: ~task dispatched 1',
      '08-01 10:00 尚工商: ~task dispatched 1',
    ]);
    const card = cardIn(lastTo(world, '安副手'));
    expect(card).toMatchObject({ kind: 'task', entry: { kind: 'dispatched' }, task: { signedBy: '安警官' } });
    expect(card.may).not.toContain('sign');
  });

  it('is made anew in every message that showed the task, and each keeps what it told', async () => {
    const world = await monday();
    const task = await giveTask(world, { dueOn: '2016-08-05' });
    await world.liveUntil('2016-08-02 12:00');
    expect(world.news().filter((line) => line.includes('安警官') && line.includes('task'))).toEqual([
      '08-01 10:00 安警官: task dispatched 1',
      '08-02 09:00 安警官: task sign 1 + task soon 1',
    ]);
    await done(world, '安副手', task, 'sign');
    expect(
      world
        .news()
        .filter((line) => line.includes('安警官'))
        .sort(),
    ).toEqual(['08-02 12:00 安警官: ~task dispatched 1', '08-02 12:00 安警官: ~task sign 1 + task soon 1']);
  });

  it('told anew on another day names days by their date and says as of when it speaks', async () => {
    const world = await monday();
    const task = await giveTask(world, { dueOn: '2016-08-10', title: '整改虚假广告' });
    const eve = () => world.sent.findLast((sent) => sent.to === '安警官' && stepIn(sent) === 'eve')!;
    const read = () =>
      renderMessage(eve().content, 'zh')
        .blocks.map((block) => JSON.stringify(block))
        .join();
    await world.liveUntil('2016-08-09 10:00');
    expect(read()).toContain('明天 17:30 前请办结');
    await done(world, '安警官', task, 'feed_back', { percent: '20', text: '已核查' });
    expect(eve().isUpdate).toBe(true);
    expect(read()).toContain('明天 17:30 前请办结');
    expect(read()).not.toContain('截至');
    for (const [moment, percent] of [
      ['2016-08-10 10:00', '30'],
      ['2016-08-10 11:00', '40'],
    ] as const) {
      await world.liveUntil(moment);
      await done(world, '安警官', task, 'feed_back', { percent, text: '又核查' });
      expect(read()).toContain('8月10日 周三 17:30 前请办结');
      const clock = moment.slice(11);
      expect(read()).toContain(
        `现状（截至 8月10日 周三 ${clock}）：办理中（安警官 8月9日 周二 10:00 签收），进度 ${percent}%`,
      );
    }
  });

  it('changes once for several decisions in a row, and shows the last', async () => {
    const world = await monday();
    const task = await giveTask(world);
    world.news();
    await decide(world, '安警官', task, 'sign');
    await decide(world, '安警官', task, 'submit', { text: '已整改' });
    await decide(world, OFFICE, task, 'close', { text: '已核' });
    await world.pass();
    expect(
      world
        .news()
        .filter((line) => line.includes('~'))
        .sort(),
    ).toEqual(['08-01 10:00 安副手: ~task dispatched 1', '08-01 10:00 安警官: ~task dispatched 1']);
    const told = world.sent.findLast(({ to, isUpdate }) => to === '安副手' && isUpdate);
    expect(cardIn(told).task.state).toBe('closed');
    expect((await updates(world)).sort()).toEqual([
      'cancelled superseded',
      'cancelled superseded',
      'cancelled superseded',
      'cancelled superseded',
      'sent',
      'sent',
    ]);
  });

  it('of one task changes beside that of another in the same message, be it in the same instant', async () => {
    const world = await monday('2016-07-31 12:00');
    const first = await giveTask(world, { helpers: 'gsj' });
    const second = await giveTask(world, { title: '核查网点', lead: 'gsj' });
    await world.liveUntil('2016-08-01 10:00');
    expect(world.news().filter((line) => line.includes('尚工商'))).toEqual([
      '08-01 08:30 尚工商: task dispatched 1 + task dispatched 2',
    ]);
    await done(world, '尚工商', second, 'sign');
    expect(cardIn(lastTo(world, '尚工商'), 1).task.signedBy).toBeNull();
    expect(cardIn(lastTo(world, '尚工商'), 2).task.signedBy).toBe('尚工商');
    await done(world, '安警官', first, 'sign');
    expect(world.news().filter((line) => line.includes('尚工商'))).toEqual([
      '08-01 10:00 尚工商: ~task dispatched 1 + task dispatched 2',
      '08-01 10:00 尚工商: ~task dispatched 1 + task dispatched 2',
    ]);
    expect(cardIn(lastTo(world, '尚工商'), 1).task.signedBy).toBe('安警官');
    expect(cardIn(lastTo(world, '尚工商'), 2).task.signedBy).toBe('尚工商');
  });

  it('leaves the reports beside it as they were told', async () => {
    const world = await monday();
    const task = await giveTask(world, { dueOn: '2016-08-05' });
    await done(world, '安警官', task, 'sign');
    await world.liveUntil('2016-08-04 09:30');
    expect(lastTo(world, '安警官')?.said.toSorted()).toEqual(['eve weekly gaj', 'task eve 1']);
    const told = itemsOf(lastTo(world, '安警官')!).find(({ kind }) => kind === 'reminder');
    await world.press('安警官', 'report', {
      obligation: rowId('weekly', 'gaj', '2016-W31'),
      values: fullReport(),
    });
    world.news();
    await done(world, '安警官', task, 'submit', { text: '已整改' });
    const update = world.sent.findLast(({ to, said }) => to === '安警官' && said.length === 2)!;
    expect(update.isUpdate).toBe(true);
    expect(itemsOf(update)).toContainEqual(told);
    expect(cardIn(update).task.state).toBe('in_review');
  });
});

describe('an update', () => {
  it('that would say the same again is not sent', async () => {
    const world = await monday();
    const task = await giveTask(world, { helpers: 'gsj' });
    await done(world, '安警官', task, 'sign');
    world.news();
    await done(world, '尚工商', task, 'feed_back', { percent: '', text: '已协查' });
    expect(world.news()).toEqual(['08-01 10:00 安警官: task fed_back 1']);
    expect((await updates(world)).sort()).toEqual([
      ...Array(3).fill('cancelled unchanged'),
      ...Array(3).fill('sent'),
    ]);
  });

  it('whose answer was lost is sent again, also when it says what was shown before it', async () => {
    const world = await monday();
    const task = await giveTask(world);
    world.news();
    world.sender.script({ kind: 'lost_answer' });
    await done(world, '安警官', task, 'sign');
    await world.pass();
    await world.pass();
    const arrived = world.news();
    expect(arrived).toHaveLength(3);
    expect([...new Set(arrived)].sort()).toEqual([
      '08-01 10:00 安副手: ~task dispatched 1',
      '08-01 10:00 安警官: ~task dispatched 1',
    ]);
    expect(await updates(world)).toEqual(['sent', 'sent']);
  });

  it('is sent by the next process when the one that decided died before', async () => {
    const world = await monday();
    const task = await giveTask(world);
    await decide(world, '安警官', task, 'sign');
    expect(await updates(world)).toEqual(['pending', 'pending']);
    const held = await world.store.list('message', { where: { operation: 'update' } });
    await world.store.commit(held.map((row) => move('message', row, { state: 'sending', leaseUntil: 1 })));
    world.news();
    await world.pass();
    await world.pass();
    expect(world.news().sort()).toEqual([
      '08-01 10:00 安副手: ~task dispatched 1',
      '08-01 10:00 安警官: ~task dispatched 1',
    ]);
  });

  it('gives no new contents to somebody who has left the office', async () => {
    const world = await monday();
    const task = await giveTask(world);
    const campaign = (await world.store.list('campaign'))[0]!;
    const definition = withoutPerson('安副手', '2016-07-31')(campaign.definition);
    await world.store.commit([
      move('campaign', campaign, { definition, definitionNo: campaign.definitionNo + 1 }),
    ]);
    world.news();
    await done(world, '安警官', task, 'sign');
    expect(world.news()).toEqual(['08-01 10:00 安警官: ~task dispatched 1']);
    expect(cardIn(lastTo(world, '安副手')).task.signedBy).toBeNull();
  });

  it('waits for a message that has not arrived, and is not needed when that says it already', async () => {
    const world = await monday();
    world.sender.decide(({ update }) => (update ? null : { kind: 'not_sent', retryAtMs: 0 }));
    const task = await giveTask(world);
    await done(world, '安警官', task, 'sign');
    expect(world.news()).toEqual([]);
    world.sender.decide(() => null);
    await world.pass();
    await world.pass();
    expect(world.news().sort()).toEqual([
      '08-01 10:00 安副手: task dispatched 1',
      '08-01 10:00 安警官: task dispatched 1',
    ]);
    expect(cardIn(lastTo(world, '安副手')).task.signedBy).toBe('安警官');
    expect(await updates(world)).toEqual(['cancelled unchanged', 'cancelled unchanged']);
  });
});

describe('news of one task', () => {
  it('that gathered in the night is told as the newest entry', async () => {
    const world = await monday('2016-07-31 12:00');
    const task = await giveTask(world, fullTask({ dueOn: '2016-08-05' }));
    await done(world, OFFICE, task, 'withdraw', { reason: '并入他项' });
    await world.liveUntil('2016-08-01 09:00');
    expect(
      world
        .news()
        .filter((line) => line.includes('task'))
        .sort(),
    ).toEqual(['08-01 08:30 安副手: task withdrawn 1', '08-01 08:30 安警官: task withdrawn 1']);
    const intents = await world.store.list('intent', { where: { about: task, state: 'cancelled' } });
    expect(intents.map(({ reason }) => reason)).toEqual(['superseded', 'superseded']);
  });
});
