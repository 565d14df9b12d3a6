// What became of what was to be told, in words: for the desk's list of what just happened and its pictures of conversations.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { listDeliveries, rewordSent } from '../../bot/deliveries.ts';
import { findNext, rehearseInWords } from '../../bot/looking.ts';
import { done, giveTask, OFFICE } from '../support/dialog-tasks.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, type World } from '../support/world.ts';

let fresh: FreshStore;
let world: World;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
  world = await aWorld(fresh.store, { from: '2016-08-01 10:00' });
});
afterEach(() => fresh.close());

const toAn = async () => {
  const lines = await listDeliveries(world.deps, 'zh', 50);
  return lines.filter(({ to }) => to === '安警官').map(({ what, state, why }) => [what, state, why]);
};

it('tells what was sent and what was updated, and leaves out updates that were not needed', async () => {
  const task = await giveTask(world, { helpers: 'gsj' });
  await done(world, '安警官', task, 'sign');
  await done(world, '尚工商', task, 'feed_back', { percent: '', text: '已协查' });
  const lines = await toAn();
  expect(lines).toHaveLength(3);
  expect(lines.map(([, state]) => state)).toEqual(['sent', 'sent', 'sent']);
  expect(lines.filter(([what]) => what!.startsWith('已更新：'))).toHaveLength(1);
});

it('names what was not told, and why', async () => {
  await world.jumpTo('2016-08-01 20:00');
  const task = await giveTask(world, { title: '整改虚假广告' });
  await done(world, OFFICE, task, 'withdraw', { reason: '并入他项' });
  await world.jumpTo('2016-08-02 08:30');
  const dropped = (await toAn()).filter(([, state]) => state === 'cancelled');
  expect(dropped).toHaveLength(1);
  expect(dropped[0]![0]).toContain('整改虚假广告');
  expect(dropped[0]![2]).toBe('已有更新的一条');
});

it('shows a conversation in another language as its cards stand now', async () => {
  const task = await giveTask(world);
  await done(world, '安警官', task, 'sign');
  const cards = (await rewordSent(world.deps, 'en')).map(({ blocks }) => JSON.stringify(blocks));
  const shown = cards.filter((blocks) => blocks.includes('整改虚假广告'));
  expect(shown).toHaveLength(2);
  expect(shown.every((blocks) => blocks.includes('Now: under way') && !blocks.includes('Sign'))).toBe(true);
});

it('foretells the steps of a task by their names', async () => {
  await giveTask(world, { dueOn: '2016-08-05' });
  const sends = (await rehearseInWords(world.deps, 'zh', 7)).filter(({ to }) => to === '安警官');
  const steps = sends.filter(({ what }) => what.includes('整改虚假广告')).map(({ step }) => step);
  expect(steps).toEqual([
    '签收提醒',
    '到期前三个工作日',
    '逾期未签收',
    '前一日提醒',
    '逾期提醒',
    '逾期第 1 个工作日',
  ]);
  expect((await findNext(world.deps, 'zh'))?.what).toContain('→');
});
