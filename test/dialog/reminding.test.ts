// Who is reminded of what and when, lived through with the sample campaign on a real store: from the plan to the sender.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCampaign } from '../../commands/import-campaign.ts';
import { readCalendar, readPresence } from '../../db/reads.ts';
import { insert, move } from '../../domain/change.ts';
import { decideFiling, NIL_CONTENT } from '../../domain/filing.ts';
import { as, type CampaignId, type CivilDate, type PersonId } from '../../domain/ids.ts';
import { decideReturn } from '../../domain/review.ts';
import { at, on } from '../support/builders.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, SAMPLE, type World, type WorldOptions } from '../support/world.ts';

let fresh: FreshStore;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
});
afterEach(() => fresh.close());

const week31 = (options: WorldOptions = {}): Promise<World> =>
  aWorld(fresh.store, { from: '2016-08-02 12:00', ...options });

/** What was sent about the weekly report of some units, without the rest of the town. */
const about = (world: World, ...units: string[]) =>
  world
    .news()
    .map((line) => {
      const [head, said] = [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)];
      const kept = said
        .split(' + ')
        .filter((part) =>
          units.some((unit) => part.endsWith(` weekly ${unit}`) || part.includes(` ${unit} `)),
        );
      return kept.length > 0 ? `${head}: ${kept.join(' + ')}` : '';
    })
    .filter((line) => line !== '');

async function personNamed(world: World, name: string): Promise<PersonId> {
  return (await world.store.list('person')).find((person) => person.name === name)!.id;
}

async function onLeave(world: World, name: string, from: string, to: string): Promise<void> {
  const person = await personNamed(world, name);
  const row = {
    id: `leave-${name}`,
    campaign: as<CampaignId>('loudi-2016'),
    person,
    from: on(from) as CivilDate,
    to: on(to) as CivilDate,
    enteredBy: person,
    deputy: null,
    cancelled: false,
  };
  await world.store.commit([insert('leave', row)]);
}

async function reviewOf(world: World, unit: string, name: string) {
  const row = (await world.store.find('obligation', `loudi-2016/weekly/${unit}/2016-W31`))!;
  const campaign = (await world.store.find('campaign', 'loudi-2016'))!.definition;
  const calendar = await readCalendar(world.store, campaign, world.deps.holidays);
  const presence = await readPresence(world.store, campaign, on('2016-08-05'));
  return {
    row,
    campaign,
    calendar,
    presence,
    acting: { campaign: campaign.id, by: await personNamed(world, name), at: world.deps.now() },
  };
}

async function file(world: World, unit: string, name: string): Promise<void> {
  const review = await reviewOf(world, unit, name);
  const { changes } = decideFiling({
    ...review,
    content: NIL_CONTENT,
    nil: true,
    phonedBy: null,
    draft: null,
  });
  expect(await world.store.commit(changes)).toEqual({ kind: 'committed' });
  await world.pass();
}

describe('the ladder', () => {
  it('tells liaison, deputy and head each at their steps, and the office from the first escalation on', async () => {
    const world = await week31();
    await world.liveUntil('2016-08-09 18:00');
    expect(about(world, 'gaj').sort()).toEqual([
      '08-03 09:00 安警官: notice weekly gaj',
      '08-04 09:00 安警官: eve weekly gaj',
      '08-05 15:00 安副手: last_call weekly gaj',
      '08-05 15:00 安警官: last_call weekly gaj',
      '08-05 17:00 安副手: overdue weekly gaj',
      '08-05 17:00 安局长: overdue weekly gaj',
      '08-05 17:00 安警官: overdue weekly gaj',
      '08-08 09:00 安局长: escalation_1 weekly gaj',
      '08-08 09:00 文书一: escalation_1 weekly gaj',
      '08-09 09:00 金主任: escalation_2 weekly gaj',
    ]);
  });

  it('falls silent for a unit once it has reported, and only for that unit', async () => {
    const world = await week31();
    await world.liveUntil('2016-08-04 10:00');
    world.news();
    await file(world, 'gaj', '安警官');
    await world.liveUntil('2016-08-05 16:00');
    expect(about(world, 'gaj', 'gsj')).toEqual([
      '08-04 10:00 安警官: receipt weekly gaj',
      '08-05 15:00 尚工商: last_call weekly gsj',
    ]);
  });

  it('starts again for the deadline of a return', async () => {
    const world = await week31();
    await world.liveUntil('2016-08-04 10:00');
    await file(world, 'gaj', '安警官');
    await world.liveUntil('2016-08-05 10:00');
    world.news();
    const review = await reviewOf(world, 'gaj', '文书一');
    await world.store.commit(decideReturn(review, '缺少数据', on('2016-08-09')).changes);
    await world.pass();
    await world.liveUntil('2016-08-09 18:00');
    expect(
      about(world, 'gaj')
        .filter((line) => !line.includes('文书一') && !line.includes('金主任'))
        .sort(),
    ).toEqual([
      '08-05 10:00 安副手: returned weekly gaj',
      '08-05 10:00 安警官: returned weekly gaj',
      '08-08 09:00 安警官: eve weekly gaj',
      '08-09 15:30 安副手: last_call weekly gaj',
      '08-09 15:30 安警官: last_call weekly gaj',
      '08-09 17:30 安副手: overdue weekly gaj',
      '08-09 17:30 安局长: overdue weekly gaj',
      '08-09 17:30 安警官: overdue weekly gaj',
    ]);
  });
});

describe('after an outage', () => {
  it('says only the latest step, in the next reminder hours, and records the others as skipped', async () => {
    const world = await week31();
    world.news();
    await world.jumpTo('2016-08-05 20:00');
    expect(about(world, 'gaj')).toEqual([]);
    await world.liveUntil('2016-08-08 08:40');
    expect(about(world, 'gaj').sort()).toEqual([
      '08-08 08:30 安副手: overdue weekly gaj',
      '08-08 08:30 安局长: overdue weekly gaj',
      '08-08 08:30 安警官: overdue weekly gaj',
    ]);
    const skipped = await world.store.list('intent', {
      where: { about: 'loudi-2016/weekly/gaj/2016-W31', state: 'skipped' },
    });
    expect(
      [
        ...new Set(skipped.map(({ notice }) => (notice.kind === 'reminder' ? notice.step : notice.kind))),
      ].sort(),
    ).toEqual(['eve', 'last_call', 'notice']);
  });

  it('asks nothing of a period that was over before the bot first looked (启用前)', async () => {
    const world = await aWorld(fresh.store, { from: '2016-08-08 10:00' });
    const row = await fresh.store.find('obligation', 'loudi-2016/weekly/gaj/2016-W31');
    expect(row).toMatchObject({ state: 'waived', waiver: 'before_start' });
    await world.liveUntil('2016-08-09 18:00');
    expect(about(world, 'gaj')).toEqual([]);
  });
});

describe('people', () => {
  it('on leave are skipped: the deputy is told, and why', async () => {
    const world = await week31();
    await onLeave(world, '安警官', '2016-08-03', '2016-08-04');
    await world.liveUntil('2016-08-04 10:00');
    expect(about(world, 'gaj')).toEqual([
      '08-03 09:00 安副手: notice weekly gaj',
      '08-04 09:00 安副手: eve weekly gaj',
    ]);
    const told = world.sent.find(({ to }) => to === '安副手')!.content;
    expect(told.kind === 'told' && told.items[0]).toMatchObject({
      reminder: { why: { role: 'deputy', insteadOf: '安警官' } },
    });
  });

  it('on leave with their deputy leave it to the head', async () => {
    const world = await week31();
    await onLeave(world, '安警官', '2016-08-03', '2016-08-03');
    await onLeave(world, '安副手', '2016-08-03', '2016-08-03');
    await world.liveUntil('2016-08-03 10:00');
    expect(about(world, 'gaj')).toEqual(['08-03 09:00 安局长: notice weekly gaj']);
  });

  it('of a unit who are all away: the office is told that nobody could be', async () => {
    const world = await week31();
    await onLeave(world, '尚工商', '2016-08-03', '2016-08-03');
    await world.liveUntil('2016-08-03 10:00');
    expect(about(world, 'gsj')).toEqual(['08-03 09:00 文书一: unit_unreachable gsj on_leave']);
  });

  it('without a Slack account are told to the office, once, and the unit at its steps', async () => {
    const world = await week31({ strangers: ['shang@loudi.example'] });
    await world.liveUntil('2016-08-03 10:00');
    expect(world.news().filter((line) => line.includes('unbound') || line.includes('gsj'))).toEqual([
      '08-02 12:00 文书一: person_unbound 尚工商',
      '08-03 09:00 文书一: unit_unreachable gsj unbound',
    ]);
  });

  it('get one message for everything they owe at one time', async () => {
    const world = await aWorld(fresh.store, { from: '2016-06-13 12:00' });
    await world.liveUntil('2016-06-15 18:00');
    const lines = world.news().filter((line) => line.includes('安警官'));
    expect(lines).toContain('06-15 09:00 安警官: notice weekly gaj');
    expect(lines).toContain('06-15 15:30 安警官: last_call plan-filing gaj');
    expect(new Set(lines.map((line) => line.slice(0, 11))).size).toBe(lines.length);
  });
});

it('a channel that is not there is told to the office, and everything else goes on', async () => {
  const world = await week31({ noChannels: ['整治通报'] });
  await world.liveUntil('2016-08-03 10:00');
  const lines = world.news();
  expect(lines).toContain('08-02 12:00 文书一: channel_trouble 整治通报');
  expect(lines).toContain('08-03 09:00 安警官: notice weekly gaj');
});

describe('an import', () => {
  const dueThursday = SAMPLE.replace('due: fri 17:00', 'due: thu 17:00');

  it('moves the deadline of what is open, tells whom it had reminded, and reminds for the new one', async () => {
    const world = await week31();
    await world.liveUntil('2016-08-03 10:00');
    world.news();
    await importCampaign(world.deps, dueThursday, { dryRun: false, source: 'test' });
    await world.pass();
    await world.liveUntil('2016-08-04 18:00');
    expect(about(world, 'gsj')).toEqual([
      '08-03 10:00 尚工商: deadline_changed weekly gsj',
      '08-04 15:00 尚工商: last_call weekly gsj',
      '08-04 17:00 尚工商: overdue weekly gsj',
    ]);
  });

  it('never changes what is filed', async () => {
    const world = await week31();
    await world.liveUntil('2016-08-03 10:00');
    await file(world, 'gaj', '安警官');
    await importCampaign(world.deps, dueThursday, { dryRun: false, source: 'test' });
    await world.pass();
    await world.liveUntil('2016-08-03 11:00');
    expect(await world.store.find('obligation', 'loudi-2016/weekly/gaj/2016-W31')).toMatchObject({
      state: 'submitted',
      dueAt: at('2016-08-05 17:00'),
    });
  });
});

it('已知悉 skips the next step for that person and obligation only', async () => {
  const world = await week31();
  await world.liveUntil('2016-08-03 10:00');
  world.news();
  const person = await personNamed(world, '安警官');
  const row = (await world.store.find('obligation', 'loudi-2016/weekly/gaj/2016-W31'))!;
  await world.store.commit([
    insert('snooze', {
      id: 'noted',
      obligation: row.id,
      person,
      step: 'eve',
      dueOn: row.dueOn,
      at: world.deps.now(),
    }),
  ]);
  await world.liveUntil('2016-08-05 16:00');
  expect(about(world, 'gaj', 'gsj').sort()).toEqual([
    '08-04 09:00 尚工商: eve weekly gsj',
    '08-05 15:00 安副手: last_call weekly gaj',
    '08-05 15:00 安警官: last_call weekly gaj',
    '08-05 15:00 尚工商: last_call weekly gsj',
  ]);
});

it('somebody who was replaced since is not told', async () => {
  const world = await week31();
  const row = (await world.store.find('campaign', 'loudi-2016'))!;
  const people = row.definition.people.map((posting) =>
    posting.name === '尚工商' ? { ...posting, to: on('2016-08-02') } : posting,
  );
  await world.store.commit([move('campaign', row, { definition: { ...row.definition, people } })]);
  world.news();
  await world.liveUntil('2016-08-03 10:00');
  expect(about(world, 'gsj')).toEqual(['08-03 09:00 文书一: unit_unreachable gsj nobody']);
});
