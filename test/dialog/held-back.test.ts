// What becomes of updates and threads when something before them is refused, in doubt, or the process dies: nothing that
// somebody is to be told waits for ever, and what many decisions changed is shown once.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { act } from '../../commands/registry.ts';
import type { MessageRow } from '../../domain/things.ts';
import type { Outgoing } from '../../scheduler/ports.ts';
import { doneTo, giveIncident } from '../support/dialog-incidents.ts';
import { done, giveTask, LIAISON, OFFICE } from '../support/dialog-tasks.ts';
import type { Fate } from '../support/recording-sender.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, type World } from '../support/world.ts';

let fresh: FreshStore;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
});
afterEach(() => fresh.close());

async function worldFrom(from: string): Promise<World> {
  const world = await aWorld(fresh.store, { from });
  world.news();
  return world;
}

const isFor = ({ to }: Outgoing, name: string): boolean => to.kind === 'person' && to.person.name === name;
const newsTo = (world: World, name: string) => world.news().filter((line) => line.includes(` ${name}: `));
const passes = async (world: World, count: number) => {
  for (let n = 0; n < count; n++) await world.pass();
};
const messagesTo = async ({ store }: World, name: string): Promise<MessageRow[]> => {
  const [person] = await store.list('person', { where: { name } });
  return (await store.list('message')).filter(
    ({ target }) => target.kind === 'person' && target.person === person!.id,
  );
};
const LATER: Fate = { kind: 'not_sent', retryAtMs: 0 };

it('what follows an incident stands alone when the message it waits for is refused', async () => {
  const world = await worldFrom('2016-10-02 02:30');
  world.sender.decide((outgoing) => (isFor(outgoing, '周正') ? LATER : null));
  const id = await giveIncident(world);
  await doneTo(world, '文书一', id, 'follow_up', { text: '已控制' });
  expect(newsTo(world, '周正')).toEqual([]);
  // The first report is too much for Slack, as its text says it to the sender; the rest is not.
  const isFirst = ({ text, update }: Outgoing) => !update && text.includes('"entry":{"no":1,');
  world.sender.decide((outgoing) =>
    isFor(outgoing, '周正') && isFirst(outgoing) ? { kind: 'refused', reason: 'msg_too_long' } : null,
  );
  await passes(world, 5);
  expect(newsTo(world, '周正')).toEqual(['10-02 02:30 周正: incident follow_up 1']);
  await doneTo(world, '文书一', id, 'final', { text: '已平息' });
  expect(newsTo(world, '周正')).toContain('10-02 02:30 周正: incident final 1');
  const left = (await messagesTo(world, '周正')).filter(({ state }) => state === 'pending');
  expect(left).toEqual([]);
});

it('a hundred feedbacks change each card once, and tell the office of the newest', async () => {
  const world = await worldFrom('2016-08-01 10:00');
  const task = await giveTask(world, { helpers: 'gsj' });
  world.news();
  for (let n = 1; n <= 100; n++) {
    const values = { percent: String(n), text: `第${n}次` };
    await act(world.deps, world.slackOf(LIAISON), 'task', { task, verb: 'feed_back', values });
  }
  await world.pass();
  expect(world.news().sort()).toEqual([
    '08-01 10:00 安副手: ~task dispatched 1',
    '08-01 10:00 安警官: ~task dispatched 1',
    '08-01 10:00 尚工商: ~task dispatched 1',
    '08-01 10:00 文书一: task fed_back 1',
  ]);
  expect(world.sender.arrived.filter(({ text }) => text.includes('第100次'))).toHaveLength(1);
});

it('an update waits while the card it changes is in doubt, and is sent once that was found', async () => {
  const world = await worldFrom('2016-08-01 10:00');
  world.sender.decide((outgoing) => (isFor(outgoing, LIAISON) ? { kind: 'lost_answer' } : null));
  world.sender.blind = true;
  const task = await giveTask(world);
  await done(world, '安副手', task, 'sign');
  world.sender.decide(() => null);
  await passes(world, 3);
  const cards = () => newsTo(world, LIAISON).map((line) => line.slice(12));
  expect(cards()).toEqual([`${LIAISON}: task dispatched 1`]);
  world.sender.blind = false;
  await passes(world, 25);
  expect(cards()).toEqual([`${LIAISON}: ~task dispatched 1`]);
});

it('an update of a card that was never sent is parked with it, and the office hears once', async () => {
  const world = await worldFrom('2016-08-01 10:00');
  world.sender.decide((outgoing) =>
    isFor(outgoing, LIAISON) ? { kind: 'refused', reason: 'msg_too_long' } : null,
  );
  const task = await giveTask(world);
  await done(world, '安副手', task, 'sign');
  world.sender.decide(() => null);
  await done(world, OFFICE, task, 'withdraw', { reason: '并入' });
  await passes(world, 3);
  expect(newsTo(world, LIAISON).map((line) => line.slice(12))).toEqual([`${LIAISON}: task withdrawn 1`]);
  const updates = (await messagesTo(world, LIAISON)).filter(({ operation }) => operation === 'update');
  expect(new Set(updates.map(({ state, reason }) => `${state} ${reason}`))).toEqual(
    new Set(['refused original_refused']),
  );
  const told = (await world.store.list('intent')).filter(({ notice }) => notice.kind === 'delivery_refused');
  expect(told).toHaveLength(1);
});
