// What became of what was to be told, in words: for the desk's list of what just happened and its pictures of conversations.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { listDeliveries, rewordSent } from '../../bot/deliveries.ts';
import { findNext, rehearseInWords } from '../../bot/looking.ts';
import type { Language } from '../../domain/campaign.ts';
import { insert } from '../../domain/change.ts';
import { as, type IntentId } from '../../domain/ids.ts';
import { at } from '../support/builders.ts';
import { giveIncident } from '../support/dialog-incidents.ts';
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

/** No word of a list is the name that something has in the code. */
const CODE = /[a-z]+_[a-z_]+|undefined/;
const LANGUAGES: readonly Language[] = ['zh', 'en'];

it('foretells and recounts a month with tasks, a meeting and an incident without a name from the code', async () => {
  await giveTask(world, { feedback: '2', steps: '' });
  await giveIncident(world);
  const inWords: unknown[] = [];
  for (const language of LANGUAGES) inWords.push(...(await rehearseInWords(world.deps, language, 40)));
  await world.liveUntil('2016-08-26 12:00');
  for (const language of LANGUAGES) {
    inWords.push(...(await rehearseInWords(world.deps, language, 40)));
    inWords.push(...(await listDeliveries(world.deps, language, 2000)));
  }
  expect(inWords.length).toBeGreaterThan(500);
  expect([...new Set(inWords.map((line) => JSON.stringify(line)))].filter((line) => CODE.test(line))).toEqual(
    [],
  );
}, 60_000);

it('names what comes later than it can foretell by its kind and its step', async () => {
  const [intent] = await world.store.list('intent', { limit: 1 });
  const bare = await freshStore('sqlite');
  const { version: _, ...known } = intent!;
  await bare.store.commit([
    insert('intent', {
      ...known,
      id: as<IntentId>('far'),
      slotAt: at('2016-09-20 09:00'),
      state: 'pending',
      notice: {
        kind: 'consultation',
        consultation: 'loudi-2016/consultation/2016-09' as never,
        news: 'agenda_drafted',
        sequence: 0,
        why: null,
      },
    }),
  ]);
  const later = { ...world.deps, store: bare.store };
  expect((await findNext(later, 'zh'))?.what).toBe('会商通知（拟出议程）');
  expect((await findNext(later, 'en'))?.what).toBe('consultation (agenda drafted)');
  await bare.close();
});
