// What is due becomes messages: who is told what in one message, what is left out, and that nobody blocks anybody.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { move } from '../../domain/change.ts';
import type { CampaignId, PersonId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import { decideBinding, groupIntents } from '../../scheduler/bind.ts';
import { at } from '../support/builders.ts';
import { anIntent, deliveryRig, type Rig } from '../support/delivery-rig.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';

let fresh: FreshStore;
let rig: Rig;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
  rig = await deliveryRig(fresh.store);
});
afterEach(() => fresh.close());

const SHANGHAI = new Map([[as<CampaignId>('loudi-2016'), 'Asia/Shanghai']]);

describe('grouping what is due', () => {
  const intent = (recipient: string, what: string, bundle: string) => ({
    ...anIntent(recipient, what, { bundle }),
    version: 1,
  });

  it('puts together what one person is owed in one bundle, and nothing else', () => {
    const groups = groupIntents(
      [
        intent('an', 'a', 'reminders'),
        intent('bo', 'b', 'reminders'),
        intent('an', 'c', 'reminders'),
        intent('an', 'd', 'receipts'),
      ],
      SHANGHAI,
    );
    expect(groups.map((group) => group.map(({ about }) => about))).toEqual([['a', 'c'], ['b'], ['d']]);
  });

  it('puts together what several campaigns have to say, but never two time zones', () => {
    const of = (what: string, campaign: string) => ({
      ...intent('an', what, 'notices'),
      campaign: as<CampaignId>(campaign),
    });
    const due = [of('a', 'loudi-2016'), of('b', 'huaihua-2016'), of('c', 'urumqi-2016')];
    const zones = new Map([
      ...SHANGHAI,
      [as<CampaignId>('huaihua-2016'), 'Asia/Shanghai'],
      [as<CampaignId>('urumqi-2016'), 'Asia/Urumqi'],
    ]);
    const groups = groupIntents(due, zones);
    expect(groups.map((group) => group.map(({ about }) => about))).toEqual([['a', 'b'], ['c']]);
  });

  it('does not confuse a recipient and a bundle that read alike when joined', () => {
    expect(groupIntents([intent('an/x', 'a', 'y'), intent('an', 'b', 'x/y')], SHANGHAI)).toHaveLength(2);
  });

  it('inserts no message when nothing is left to be told', () => {
    const telling = {
      told: [],
      cancelled: [{ intent: intent('an', 'a', 'r'), reason: 'filed' }],
      postponed: [],
    };
    expect(decideBinding(telling, null)).toEqual([
      move('intent', intent('an', 'a', 'r'), { state: 'cancelled', reason: 'filed' }),
    ]);
  });
});

describe('binding', () => {
  it('tells one person everything due at one time in one message, and each person their own', async () => {
    await rig.owe('an', 'week');
    await rig.owe('an', 'month');
    await rig.owe('bo', 'week');
    const delivered = await rig.deliver();
    expect(rig.arrived().sort()).toEqual(['an: zh month+week', 'bo: zh week']);
    expect(delivered).toEqual({ sent: 2, doubtful: 0 });
  });

  it('tells nothing before its slot, and at its slot exactly', async () => {
    await rig.owe('an', 'later', { slotAt: as(rig.clock.campaign() + 1) });
    await rig.deliver();
    expect(rig.arrived()).toEqual([]);
    rig.clock.advance(1);
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: zh later']);
  });

  it('tells nothing twice, however often it passes and when the campaign clock goes back', async () => {
    await rig.owe('an', 'week');
    await rig.deliver();
    rig.clock.setCampaign(at('2016-08-01 09:00'));
    await rig.deliver();
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: zh week']);
  });

  it('binds an intent that arrives later to the next message', async () => {
    await rig.owe('an', 'week');
    await rig.deliver();
    await rig.owe('an', 'month');
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: zh week', 'an: zh month']);
  });

  it('cancels what is no longer owed, with the reason, and tells the rest', async () => {
    await rig.owe('an', 'week');
    await rig.owe('an', 'month');
    rig.ledger.settled.set('week', 'filed');
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: zh month']);
    expect(await rig.intent('an', 'week')).toMatchObject({
      state: 'cancelled',
      reason: 'filed',
      message: null,
    });
  });

  it('leaves what is outside reminder hours by now to its next slot', async () => {
    const slotAt = at('2016-08-08 08:30');
    await rig.owe('an', 'week');
    rig.ledger.postponed.set('week', slotAt);
    await rig.deliver();
    expect(rig.arrived()).toEqual([]);
    expect(await rig.intent('an', 'week')).toMatchObject({ state: 'pending', slotAt });
  });

  it('lets nobody wait for a person whose rows cannot be read', async () => {
    await rig.owe('an', 'broken');
    await rig.owe('bo', 'week');
    rig.ledger.broken.add('broken');
    await rig.deliver();
    expect(rig.arrived()).toEqual(['bo: zh week']);
    expect(rig.logged).toEqual(['could not bind what is due']);
    expect(await rig.intent('an', 'broken')).toMatchObject({ state: 'pending' });
  });

  it('leaves a group that somebody changed meanwhile to the next pass, whole', async () => {
    await rig.owe('an', 'week');
    await rig.owe('an', 'month');
    const recheck = rig.delivery.recheck;
    rig.delivery.recheck = async (intents, now) => {
      rig.delivery.recheck = recheck;
      await rig.commit(move('intent', await rig.intent('an', 'week'), { reason: 'touched' }));
      return recheck(intents, now);
    };
    await rig.deliver();
    expect(rig.arrived()).toEqual([]);
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: zh month+week']);
  });
});

describe('the last look before the post', () => {
  const bindOnly = async () => {
    rig.sender.script({ kind: 'not_sent', retryAtMs: rig.clock.process() + 1000 });
    await rig.deliver();
  };

  it('does not remind of what was filed while the message waited', async () => {
    await rig.owe('an', 'week');
    await bindOnly();
    rig.ledger.settled.set('week', 'filed');
    rig.clock.advanceProcess(1000);
    await rig.deliver();
    expect(rig.arrived()).toEqual([]);
    expect(await rig.message('m001')).toMatchObject({ state: 'cancelled', reason: 'nothing_left' });
    expect(await rig.intent('an', 'week')).toMatchObject({ state: 'cancelled', reason: 'filed' });
  });

  it('says only what is left, and records that', async () => {
    await rig.owe('an', 'week');
    await rig.owe('an', 'month');
    await bindOnly();
    rig.ledger.settled.set('week', 'filed');
    rig.clock.advanceProcess(1000);
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: zh month']);
    expect(await rig.message('m001')).toMatchObject({
      state: 'sent',
      content: { items: [{ what: 'month' }] },
    });
    expect(await rig.intent('an', 'week')).toMatchObject({ state: 'cancelled', reason: 'filed' });
    expect(await rig.intent('an', 'month')).toMatchObject({ state: 'bound', message: 'm001' });
  });

  it('frees what has to wait for its next slot, to be told by another message', async () => {
    await rig.owe('an', 'week');
    await bindOnly();
    rig.ledger.postponed.set('week', at('2016-08-08 08:30'));
    rig.clock.advanceProcess(1000);
    await rig.deliver();
    expect(await rig.message('m001')).toMatchObject({ state: 'cancelled' });
    rig.ledger.postponed.clear();
    rig.clock.setCampaign(at('2016-08-08 08:30'));
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: zh week']);
    expect((await rig.intent('an', 'week')).message).not.toBe('m001');
  });

  it('puts a message back when the ledger cannot be read just then', async () => {
    await rig.owe('an', 'week');
    await bindOnly();
    rig.ledger.broken.add('week');
    rig.clock.advanceProcess(1000);
    await rig.deliver();
    expect(await rig.message('m001')).toMatchObject({ state: 'pending' });
    rig.ledger.broken.clear();
    rig.clock.advanceProcess(60_000);
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: zh week']);
  });

  it('cancels a message to somebody who is not bound to an account any more, and says so on its intents', async () => {
    await rig.owe('an', 'week');
    await bindOnly();
    const an = (await rig.store.find('person', as<PersonId>('an')))!;
    await rig.commit(move('person', an, { slack: null }));
    rig.clock.advanceProcess(1000);
    await rig.deliver();
    expect(await rig.message('m001')).toMatchObject({ state: 'cancelled', reason: 'unbound' });
    expect(await rig.intent('an', 'week')).toMatchObject({ state: 'cancelled', reason: 'unbound' });
  });

  it('speaks the language of the person it is for', async () => {
    const an = (await rig.store.find('person', as<PersonId>('an')))!;
    await rig.commit(move('person', an, { language: 'en' }));
    await rig.owe('an', 'week');
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: en week']);
  });
});
