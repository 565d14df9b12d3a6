// Messages to channels: threads, what follows a message, parked messages, updates; and what goes side by side.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insert } from '../../domain/change.ts';
import { as, type MessageId, type PersonId } from '../../domain/ids.ts';
import type { MessageRow } from '../../domain/things.ts';
import { decideCoalescing } from '../../scheduler/coalesce.ts';
import { releaseParked } from '../../scheduler/parked.ts';
import { at } from '../support/builders.ts';
import { aMessage, CHANNEL, change, deliveryRig, OPTIONS, type Rig } from '../support/delivery-rig.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';

let fresh: FreshStore;
let rig: Rig;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
  rig = await deliveryRig(fresh.store);
});
afterEach(() => fresh.close());

const id = (text: string) => as<MessageId>(text);
const put = (...rows: Omit<MessageRow, 'version'>[]) =>
  rig.commit(...rows.map((row) => insert('message', row)));
const update = (name: string, over: Partial<MessageRow> = {}) =>
  aMessage(name, { operation: 'update', updates: id('head'), ...over });

describe('a thread', () => {
  it('goes out in one pass after its head, in order, under the head', async () => {
    await put(aMessage('p2', { after: id('p1') }), aMessage('p1', { after: id('head') }), aMessage('head'));
    expect(await rig.deliver()).toEqual({ sent: 3, doubtful: 0 });
    const [head, ...parts] = rig.sender.arrived;
    expect([head?.key, ...parts.map(({ key }) => key)]).toEqual(['head', 'p1', 'p2']);
    expect(parts.map(({ threadTs }) => threadTs)).toEqual([head?.ts, head?.ts]);
    expect(head?.threadTs).toBeNull();
  });

  it('waits while its head is in doubt, and is looked up in the thread', async () => {
    await put(aMessage('head'), aMessage('p1', { after: id('head') }));
    rig.sender.script({ kind: 'lost_answer' });
    await rig.deliver();
    expect(rig.sender.arrived.map(({ key }) => key)).toEqual(['head']);
    rig.sender.script({ kind: 'lost_answer' });
    rig.clock.advanceProcess(OPTIONS.settleMs);
    await rig.deliver();
    rig.clock.advanceProcess(OPTIONS.settleMs);
    await rig.deliver();
    expect(rig.sender.lookedUp.map(({ key, threadTs }) => [key, threadTs])).toEqual([
      ['head', null],
      ['p1', '1000.000001'],
    ]);
    expect(rig.sender.arrived.map(({ key }) => key)).toEqual(['head', 'p1']);
  });

  it('is cancelled with its head, to the last part', async () => {
    const person = { kind: 'person', person: as<PersonId>('nobody') } as const;
    await put(
      aMessage('head', { target: person }),
      aMessage('p1', { after: id('head') }),
      aMessage('p2', { after: id('p1') }),
    );
    await rig.deliver();
    const states = (await rig.messages()).map((row) => [row.id, row.state, row.reason]);
    expect(states).toEqual([
      ['head', 'cancelled', 'unbound'],
      ['p1', 'cancelled', 'parent_cancelled'],
      ['p2', 'cancelled', 'parent_cancelled'],
    ]);
  });

  it('speaks the language of the campaign', async () => {
    await put(aMessage('head'));
    await rig.deliver();
    expect(rig.arrived()).toEqual([`${CHANNEL}: zh head`]);
  });
});

describe('a channel in trouble', () => {
  it('parks what is for it without trying, and lets everything else go', async () => {
    await change(rig, 'channel', CHANNEL, { trouble: 'archived' });
    await put(aMessage('head'));
    await rig.owe('an', 'week');
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: zh week']);
    expect(await rig.message('head')).toMatchObject({ state: 'refused', reason: 'archived' });
  });

  it('does not tell the office again for each message it parks', async () => {
    let told = 0;
    rig.delivery.onRefused = () => {
      told++;
      return [];
    };
    await change(rig, 'channel', CHANNEL, { trouble: 'archived' });
    await put(aMessage('head'));
    await rig.deliver();
    expect(told).toBe(0);
  });

  it('gets everything once it is mended, head first and in order', async () => {
    rig.sender.script({ kind: 'refused', reason: 'is_archived' });
    await put(aMessage('head'), aMessage('p1', { after: id('head') }));
    await rig.deliver();
    expect(rig.arrived()).toEqual([]);
    expect(await releaseParked(rig.store, CHANNEL, rig.clock.process())).toBe(1);
    await rig.deliver();
    expect(rig.sender.arrived.map(({ key }) => key)).toEqual(['head', 'p1']);
  });

  it('does not free what another channel or a person refused', async () => {
    const target = { kind: 'person', person: as<PersonId>('an') } as const;
    await put(
      aMessage('to-person', { state: 'refused', target }),
      aMessage('elsewhere', { state: 'refused', target: { kind: 'channel', channel: 'other' } }),
    );
    expect(await releaseParked(rig.store, CHANNEL, rig.clock.process())).toBe(0);
  });

  it('that nobody has looked up yet is waited for', async () => {
    await change(rig, 'channel', CHANNEL, { slack: null });
    await put(aMessage('head'));
    await rig.deliver();
    expect(await rig.message('head')).toMatchObject({ state: 'pending' });
    await change(rig, 'channel', CHANNEL, { slack: as('C1') });
    rig.clock.advanceProcess(30_000);
    await rig.deliver();
    expect(rig.sender.arrived).toHaveLength(1);
  });
});

describe('updates of a post', () => {
  const head = aMessage('head', { state: 'sent', channelId: as('C1'), ts: '7.7' });

  it('change the post where it stands', async () => {
    await put(head, update('u1'));
    await rig.deliver();
    expect(rig.sender.tried[0]?.update).toEqual({ channelId: 'C1', ts: '7.7' });
    expect(await rig.message('u1')).toMatchObject({ state: 'sent' });
  });

  it('coalesce: only the newest is sent, the older ones are superseded', async () => {
    await put(
      head,
      update('u1', { createdAt: at('2016-08-05 10:00') }),
      update('u3', { createdAt: at('2016-08-05 10:02') }),
      update('u2', { createdAt: at('2016-08-05 10:01') }),
    );
    await rig.deliver();
    expect(rig.sender.tried.map(({ key }) => key)).toEqual(['u3']);
    expect(await rig.message('u1')).toMatchObject({ state: 'cancelled', reason: 'superseded' });
    expect(await rig.message('u2')).toMatchObject({ state: 'cancelled', reason: 'superseded' });
  });

  it('are sent again after doubt without a look-up', async () => {
    await put(head, update('u1'));
    rig.sender.script({ kind: 'lost_answer' });
    await rig.deliver();
    rig.clock.advanceProcess(OPTIONS.settleMs);
    await rig.deliver();
    expect(rig.sender.lookedUp).toEqual([]);
    expect(await rig.message('u1')).toMatchObject({ state: 'sent' });
  });

  it('wait for a post that is not out yet', async () => {
    await put(aMessage('head', { notBefore: rig.clock.process() + 4_000 }), update('u1'));
    await rig.deliver();
    expect(await rig.message('u1')).toMatchObject({ state: 'pending' });
    rig.clock.advanceProcess(5_000);
    await rig.deliver();
    expect(rig.sender.tried.map(({ key }) => key)).toEqual(['head', 'u1']);
  });

  it('of a post that never went out are cancelled', async () => {
    await put(aMessage('head', { state: 'cancelled' }), update('u1'));
    await rig.deliver();
    expect(await rig.message('u1')).toMatchObject({ state: 'cancelled', reason: 'nothing_to_update' });
  });

  const row = (name: string, minute: number, state: MessageRow['state']): MessageRow => ({
    ...update(name, { createdAt: at(`2016-08-05 10:0${minute}`), state }),
    version: 1,
  });

  it.each<{ other: MessageRow; means: string }>([
    { other: row('u1', 0, 'pending'), means: 'go' },
    { other: row('u1', 0, 'sent'), means: 'go' },
    { other: row('u1', 0, 'sending'), means: 'wait' },
    { other: row('u1', 0, 'unknown'), means: 'wait' },
    { other: row('u9', 9, 'pending'), means: 'superseded' },
    { other: row('u9', 9, 'sending'), means: 'superseded' },
    { other: row('u9', 9, 'sent'), means: 'superseded' },
    { other: row('u9', 9, 'cancelled'), means: 'go' },
    { other: row('u9', 5, 'pending'), means: 'superseded' },
    { other: row('u1', 5, 'pending'), means: 'go' },
  ])('beside $other.id that is $other.state, u5 means: $means', ({ other, means }) => {
    const mine = row('u5', 5, 'sending');
    expect(decideCoalescing(mine, [mine, other]).kind).toBe(means);
  });
});

describe('several at once', () => {
  /** A sender that holds every post until it is let go, and counts how many it holds. */
  const holding = () => {
    const held: { to: string; letGo: () => void }[] = [];
    const send = rig.sender.send;
    rig.sender.send = async (outgoing) => {
      const to = outgoing.to.kind === 'person' ? outgoing.to.person.id : outgoing.to.channel.id;
      await new Promise<void>((letGo) => held.push({ to, letGo }));
      return send(outgoing);
    };
    return held;
  };
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((resolve) => setImmediate(resolve));
  };

  it('serves different recipients side by side, one recipient in order', async () => {
    await rig.owe('an', 'one', { bundle: '1' });
    await rig.owe('bo', 'two');
    await rig.owe('an', 'three', { bundle: '3' });
    const held = holding();
    const pass = rig.deliver();
    await until(() => held.length === 2);
    expect(held.map(({ to }) => to)).toEqual(['an', 'bo']);
    held[0]!.letGo();
    await until(() => held.length === 3);
    held[1]!.letGo();
    held[2]!.letGo();
    await pass;
    expect(rig.arrived().filter((line) => line.startsWith('an'))).toEqual(['an: zh one', 'an: zh three']);
  });

  it('holds no more than allowed', async () => {
    rig.delivery.options = { ...OPTIONS, atOnce: 2 };
    for (const who of ['an', 'bo', 'ci']) await rig.owe(who, 'week');
    const held = holding();
    const pass = rig.deliver();
    await until(() => held.length === 2);
    expect((await rig.messages()).filter(({ state }) => state === 'sending')).toHaveLength(2);
    held[0]!.letGo();
    held[1]!.letGo();
    await until(() => held.length === 3);
    held[2]!.letGo();
    expect(await pass).toEqual({ sent: 3, doubtful: 0 });
  });

  it('begins nothing more once it is told to stop, and finishes what is under way', async () => {
    const stopping = new AbortController();
    rig.delivery.options = { ...OPTIONS, atOnce: 1 };
    rig.delivery.signal = stopping.signal;
    for (const who of ['an', 'bo']) await rig.owe(who, 'week');
    const held = holding();
    const pass = rig.deliver();
    await until(() => held.length === 1);
    stopping.abort();
    held[0]!.letGo();
    expect(await pass).toEqual({ sent: 1, doubtful: 0 });
    expect((await rig.messages()).map(({ state }) => state)).toEqual(['sent', 'pending']);
  });

  it('does not post under a claim that ran out while it waited for its turn', async () => {
    await rig.owe('an', 'week');
    const render = rig.delivery.render;
    rig.delivery.render = (content, language) => {
      rig.clock.advanceProcess(OPTIONS.leaseMs);
      return render(content, language);
    };
    await rig.deliver();
    expect(rig.sender.tried).toEqual([]);
    expect(await rig.message('m001')).toMatchObject({ state: 'pending' });
  });
});
