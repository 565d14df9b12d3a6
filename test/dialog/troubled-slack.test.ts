// Somebody leaves Slack, a channel is archived: the office hears what to do, nothing is lost, and everything else goes on.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectKind, fullReport, rowId } from '../support/dialog.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, type World } from '../support/world.ts';

let fresh: FreshStore;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
});
afterEach(() => fresh.close());

const inChannel = (world: World) =>
  world.sent
    .filter(({ to }) => to === '整治通报')
    .map(({ content }) =>
      content.kind === 'told'
        ? content.kind
        : `${content.bulletin.no} ${content.kind === 'bulletin_part' ? content.part : content.kind}`,
    );
const THREAD = ['bulletin_head', 'overview', 'units', 'highlights', 'next'];
const refuseChannel = (world: World, reason: string) =>
  world.sender.decide(({ to }) => (to.kind === 'channel' ? { kind: 'refused', reason } : null));

describe('a channel that was archived', () => {
  const publish = async (world: World) => {
    expectKind(await world.say('文书一', '通报 批准'), 'bulletin');
    return expectKind(await world.say('文书一', '通报 发布'), 'bulletin').bulletin.no;
  };

  it('gets every bulletin once it is mended, with the numbers they had, in order', async () => {
    const archived: string[] = [];
    const world = await aWorld(fresh.store, { from: '2016-07-25 08:00', archived });
    await world.liveUntil('2016-08-01 09:00');
    archived.push('整治通报');
    refuseChannel(world, 'is_archived');
    expect(await publish(world)).toBe(1);
    await world.liveUntil('2016-08-08 09:00');
    expect(await publish(world)).toBe(2);
    expect(inChannel(world)).toEqual([]);
    archived.pop();
    world.sender.decide(() => null);
    await world.liveUntil('2016-08-08 11:00');
    expect(inChannel(world)).toEqual([1, 2].flatMap((no) => THREAD.map((part) => `${no} ${part}`)));
    await world.liveUntil('2016-08-15 09:00');
    expect(await publish(world)).toBe(3);
  });

  it('is told to the office once a day, not once for each message, and reminders go on', async () => {
    const archived = ['整治通报'];
    const world = await aWorld(fresh.store, { from: '2016-07-25 08:00', archived });
    await world.liveUntil('2016-08-01 09:00');
    refuseChannel(world, 'is_archived');
    await publish(world);
    await world.liveUntil('2016-08-03 09:30');
    const told = world.sent.flatMap(({ at, said }) => said.map((each) => `${at} ${each}`));
    expect(told.filter((line) => line.includes('channel_trouble'))).toHaveLength(1);
    expect(told).toContain('2016-08-03 09:00 notice weekly gaj');
  });
});

describe('somebody who left Slack', () => {
  const gone = (world: World, name: string) => {
    const user = world.slackOf(name);
    world.sender.decide(({ to }) =>
      to.kind === 'person' && to.person.slack === user
        ? { kind: 'refused', reason: 'account_inactive' }
        : null,
    );
  };

  it('is named to the office, and from then on others of the unit are told', async () => {
    const world = await aWorld(fresh.store, { from: '2016-08-02 12:00' });
    gone(world, '安警官');
    await world.liveUntil('2016-08-03 09:00');
    await world.pass();
    await world.liveUntil('2016-08-04 09:30');
    const news = world.news();
    expect(news).toContain('08-04 09:00 安副手: eve weekly gaj');
    expect(news.filter((line) => line.includes('person_unbound'))).toEqual([
      '08-03 09:00 文书一: person_unbound 安警官',
    ]);
  });

  it('of a unit that has nobody else leaves the unit to the office, and nothing it filed is lost', async () => {
    const world = await aWorld(fresh.store, { from: '2016-08-02 12:00', strangers: [] });
    await world.press('尚工商', 'report', {
      obligation: rowId('weekly', 'gsj', '2016-W31'),
      values: fullReport(),
    });
    gone(world, '尚工商');
    await world.say('文书一', '退回 市工商局 第31周 数据不全');
    await world.liveUntil('2016-08-02 13:00');
    const [person] = await world.store.list('person', { where: { name: '尚工商' } });
    const [parked] = await world.store.list('message', { where: { state: 'refused' } });
    expect(parked).toMatchObject({ reason: 'account_inactive', target: { person: person!.id } });
    expect(await world.store.find('obligation', rowId('weekly', 'gsj', '2016-W31'))).toMatchObject({
      state: 'returned',
      latestNo: 1,
    });
  });

  const PARKED_AT = '2016-08-04 09:00';
  const mendedLater = async (meanwhile: (world: World) => Promise<unknown>) => {
    const world = await aWorld(fresh.store, { from: '2016-08-02 12:00' });
    gone(world, '安警官');
    await world.jumpTo(PARKED_AT);
    expect(await world.store.list('message', { where: { state: 'refused' } })).toHaveLength(1);
    await meanwhile(world);
    world.sender.decide(() => null);
    world.clock.advanceProcess(10 * 60_000);
    world.news();
    await world.pass();
    expect(await world.store.list('message', { where: { state: 'refused' } })).toEqual([]);
    return world.news().filter((line) => line.includes('安警官: '));
  };

  it('and comes back is told what was parked for them', async () => {
    expect(await mendedLater(async () => {})).toEqual(['08-04 09:00 安警官: eve weekly gaj']);
  });

  it('and comes back is not told what is no longer true', async () => {
    const filed = (world: World) =>
      world.press('安副手', 'report', {
        obligation: rowId('weekly', 'gaj', '2016-W31'),
        values: fullReport(),
      });
    expect((await mendedLater(filed)).join()).not.toContain('eve weekly');
  });
});
