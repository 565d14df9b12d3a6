// A bot that was down for days, over a holiday: on its return each is told once, of each matter the latest that still makes
// sense, and what was somebody's only word of it is not lost. National Day: Sat 10-01 to Fri 10-07 are off, Sat 10-08 works.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveIncident, incidentRow } from '../support/dialog-incidents.ts';
import { done, giveTask, LIAISON } from '../support/dialog-tasks.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, type World } from '../support/world.ts';

let fresh: FreshStore;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
});
afterEach(() => fresh.close());

const GONE = '2016-09-29 17:00';
const BACK = '2016-10-08 09:30';

async function worldFrom(from: string): Promise<World> {
  const world = await aWorld(fresh.store, { from });
  world.news();
  return world;
}

/** What was told about tasks, consultations and incidents, without the reports beside it; not the updates. */
const told = (world: World): string[] =>
  world
    .news()
    .filter((line) => !line.includes('~'))
    .flatMap((line) => {
      const [to = '', said = ''] = line.split(': ');
      const ours = said.split(' + ').filter((one) => /^(task|consultation|topic|incident) /.test(one));
      return ours.length > 0 ? [`${to.slice(12)}: ${ours.join(' + ')}`] : [];
    })
    .sort();

/** Lives until the bot goes down, and brings it back. */
async function outage(world: World): Promise<void> {
  await world.liveUntil(GONE);
  world.news();
  await world.jumpTo(BACK);
}

const nothingMore = async (world: World) => {
  await world.pass();
  await world.pass();
  expect(told(world)).toEqual([]);
};

describe('a task', () => {
  it('that went past its deadline meanwhile is told to the head, who would not hear of it again', async () => {
    const world = await worldFrom('2016-09-26 09:00');
    const id = await giveTask(world, { dueOn: '2016-09-30' });
    await done(world, LIAISON, id, 'sign');
    await outage(world);
    expect(told(world)).toEqual([
      '安副手: task overdue_1 1',
      '安局长: task overdue_1 1',
      '安警官: task overdue_1 1',
    ]);
    await nothingMore(world);
    await world.liveUntil('2016-10-09 10:00');
    expect(told(world)).toEqual([
      '安副手: task overdue_2 1',
      '安警官: task overdue_2 1',
      '金主任: task overdue_2 1',
    ]);
  });

  it('that is due on the return is reminded of once, and what was handed in is asked of the office', async () => {
    const world = await worldFrom('2016-09-26 09:00');
    const due = await giveTask(world, { dueOn: '2016-10-08' });
    const handedIn = await giveTask(world, { dueOn: '2016-10-20' });
    for (const id of [due, handedIn]) await done(world, LIAISON, id, 'sign');
    await world.liveUntil('2016-09-29 16:00');
    await done(world, LIAISON, handedIn, 'submit', { text: '已办' });
    await outage(world);
    expect(told(world)).toEqual(['安警官: task eve 1', '文书一: task review 2']);
    await nothingMore(world);
  });

  it('that nobody signed for in time is told once, with the newest of each of its matters', async () => {
    const world = await worldFrom('2016-09-29 16:30');
    await giveTask(world, { dueOn: '2016-10-11' });
    await outage(world);
    expect(told(world)).toEqual([
      '安副手: task sign_overdue 1',
      '安局长: task sign_overdue 1',
      '安警官: task sign_overdue 1 + task soon 1',
      '文书一: task sign_overdue 1',
    ]);
    await nothingMore(world);
  });
});

describe('a meeting', () => {
  it('for which topics were not called for in time is only drafted for the office, once', async () => {
    const world = await worldFrom('2016-08-17 18:00');
    await world.jumpTo('2016-08-24 09:30');
    expect(told(world)).toEqual(['文书一: consultation agenda_due', '金主任: consultation agenda_due']);
    await nothingMore(world);
  });

  it('that has passed is asked minutes of, and nothing that leads up to it', async () => {
    const world = await worldFrom('2016-08-17 18:00');
    await world.jumpTo('2016-08-29 09:30');
    expect(told(world)).toEqual(['文书一: consultation minutes_due', '金主任: consultation minutes_due']);
    await nothingMore(world);
  });
});

describe('an incident', () => {
  it('that nobody took calls the next one once, and goes on from there', async () => {
    const world = await worldFrom('2016-09-29 16:55');
    const id = await giveIncident(world);
    await outage(world);
    expect(told(world)).toEqual(['金主任: incident called 1 call']);
    expect(await incidentRow(world, id)).toMatchObject({ escalations: 1 });
    await nothingMore(world);
    await world.liveUntil('2016-10-08 09:40');
    expect(told(world)).toEqual(['周正: incident called 1 call']);
  });
});
