// What each result of a send comes to, and how doubt ends. Process time moves only when a test says so.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insert, move } from '../../domain/change.ts';
import { as, type PersonId } from '../../domain/ids.ts';
import type { MessageRow } from '../../domain/things.ts';
import { backoffMs } from '../../scheduler/delivery.ts';
import { takeOver } from '../../scheduler/reconcile.ts';
import { anIntent, deliveryRig, OPTIONS, type Rig } from '../support/delivery-rig.ts';
import type { Fate } from '../support/recording-sender.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';

let fresh: FreshStore;
let rig: Rig;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
  rig = await deliveryRig(fresh.store);
  await rig.owe('an', 'week');
});
afterEach(() => fresh.close());

const START = 1_000_000;

describe('a result', () => {
  const table: {
    fate: Fate | null;
    comesTo: Partial<MessageRow>;
    arrives: number;
    sent: number;
    doubtful: number;
  }[] = [
    {
      fate: null,
      comesTo: { state: 'sent', channelId: as('D-UAN'), ts: '1000.000001', reason: null },
      arrives: 1,
      sent: 1,
      doubtful: 0,
    },
    {
      fate: { kind: 'not_sent', retryAtMs: START + 30_000 },
      comesTo: { state: 'pending', notBefore: START + 30_000, sentAt: null },
      arrives: 0,
      sent: 0,
      doubtful: 0,
    },
    {
      fate: { kind: 'refused', reason: 'user_disabled' },
      comesTo: { state: 'refused', reason: 'user_disabled', sentAt: null },
      arrives: 0,
      sent: 0,
      doubtful: 0,
    },
    {
      fate: { kind: 'unknown', reason: 'fatal_error' },
      comesTo: { state: 'unknown', reason: 'fatal_error', doubtSince: START, sentAt: null },
      arrives: 0,
      sent: 0,
      doubtful: 1,
    },
    {
      fate: { kind: 'lost_answer' },
      comesTo: { state: 'unknown', reason: 'timeout', doubtSince: START },
      arrives: 1,
      sent: 0,
      doubtful: 1,
    },
    {
      fate: { kind: 'throws' },
      comesTo: { state: 'unknown', reason: 'the sender broke', doubtSince: START },
      arrives: 0,
      sent: 0,
      doubtful: 1,
    },
  ];

  it.each(table)('$fate.kind comes to $comesTo.state', async ({ fate, comesTo, arrives, sent, doubtful }) => {
    rig.sender.script(fate);
    expect(await rig.deliver()).toEqual({ sent, doubtful });
    expect(await rig.message('m001')).toMatchObject({ ...comesTo, attempts: 1 });
    expect(rig.arrived()).toHaveLength(arrives);
    expect(await rig.intent('an', 'week')).toMatchObject({ state: 'bound', message: 'm001' });
  });

  it.each(table)('$fate.kind does not make the same pass try again', async ({ fate }) => {
    rig.sender.script(fate);
    await rig.deliver();
    expect(rig.sender.tried).toHaveLength(1);
  });

  it('sent is dated by campaign time', async () => {
    await rig.deliver();
    expect((await rig.message('m001')).sentAt).toBe(rig.clock.campaign());
  });

  it('sent teaches where the conversation with the person is', async () => {
    await rig.deliver();
    expect(await rig.store.find('person', as<PersonId>('an'))).toMatchObject({ dm: 'D-UAN' });
  });

  it('sent is kept even when the person was changed while it was sent', async () => {
    const send = rig.sender.send;
    rig.sender.send = async (outgoing) => {
      const an = (await rig.store.find('person', as<PersonId>('an')))!;
      await rig.commit(move('person', an, { name: '安' }));
      return send(outgoing);
    };
    await rig.deliver();
    expect(await rig.message('m001')).toMatchObject({ state: 'sent' });
  });

  it('not_sent is tried again when its time has come, and not before', async () => {
    rig.sender.script({ kind: 'not_sent', retryAtMs: START + 30_000 });
    await rig.deliver();
    rig.clock.advanceProcess(29_999);
    await rig.deliver();
    expect(rig.arrived()).toEqual([]);
    rig.clock.advanceProcess(1);
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: zh week']);
  });

  it('not_sent without a wait backs off, longer each time and never longer than a minute', () => {
    expect([1, 2, 3, 4].map(backoffMs)).toEqual([500, 1000, 2000, 4000]);
    expect(backoffMs(50)).toBe(60_000);
  });

  it('refused is written in one commit with what tells the office', async () => {
    rig.delivery.onRefused = (message, reason) => [
      insert('intent', anIntent('bo', `refused ${message.id} ${reason}`, { state: 'skipped' })),
    ];
    rig.sender.script({ kind: 'refused', reason: 'user_disabled' });
    await rig.deliver();
    expect(await rig.intent('bo', 'refused m001 user_disabled')).toBeTruthy();
  });

  it('refused is kept even when the office cannot be told', async () => {
    rig.delivery.onRefused = () => {
      throw new Error('no office');
    };
    rig.sender.script({ kind: 'refused', reason: 'user_disabled' });
    await rig.deliver();
    expect(await rig.message('m001')).toMatchObject({ state: 'refused' });
    expect(rig.logged).toEqual(['could not plan what goes with a message']);
  });

  it('is not written by somebody whose claim was taken over', async () => {
    const send = rig.sender.send;
    rig.sender.send = async (outgoing) => {
      await rig.commit(move('message', await rig.message('m001'), { state: 'unknown', doubtSince: START }));
      return send(outgoing);
    };
    await rig.deliver();
    expect(await rig.message('m001')).toMatchObject({ state: 'unknown', ts: null });
    expect(rig.logged).toEqual(['somebody else has settled this message']);
  });

  it('that cannot be written leaves the message to its lease, and doubt', async () => {
    const commit = rig.store.commit;
    const send = rig.sender.send;
    rig.sender.send = async (outgoing) => {
      rig.delivery.store = { ...rig.store, commit: async () => Promise.reject(new Error('disk full')) };
      return send(outgoing);
    };
    await rig.deliver();
    rig.delivery.store = { ...rig.store, commit };
    rig.sender.send = send;
    expect(await rig.message('m001')).toMatchObject({ state: 'sending' });
    rig.clock.advanceProcess(OPTIONS.leaseMs);
    await rig.deliver();
    rig.clock.advanceProcess(OPTIONS.settleMs);
    await rig.deliver();
    expect(await rig.message('m001')).toMatchObject({ state: 'sent' });
    expect(rig.arrived()).toEqual(['an: zh week']);
  });

  it('parks a message that cannot be put into words, and lets the others go', async () => {
    const render = rig.delivery.render;
    rig.delivery.render = (content, language) => {
      const words = render(content, language);
      if (words.text.includes('week')) throw new Error('no such phrase');
      return words;
    };
    await rig.owe('bo', 'month');
    await rig.deliver();
    expect(await rig.message('m001')).toMatchObject({ state: 'refused', reason: 'cannot_render' });
    expect(rig.arrived()).toEqual(['bo: zh month']);
  });

  it('names the points at which a process may be killed, in their order', async () => {
    rig.sender.script({ kind: 'lost_answer' });
    await rig.deliver();
    rig.clock.advanceProcess(OPTIONS.settleMs);
    await rig.deliver();
    expect(rig.points).toEqual([
      'after_enqueue',
      'after_claim',
      'before_post',
      'after_post',
      'during_reconcile',
    ]);
  });
});

describe('doubt', () => {
  const doubtful = async (fate: Fate) => {
    rig.sender.script(fate);
    await rig.deliver();
  };

  it('is not resolved before the settle time, in which a post can still be on its way', async () => {
    await doubtful({ kind: 'lost_answer' });
    rig.clock.advanceProcess(OPTIONS.settleMs - 1);
    expect(await rig.deliver()).toEqual({ sent: 0, doubtful: 1 });
    expect(rig.sender.lookedUp).toEqual([]);
  });

  it('ends as sent when the post is found by its key', async () => {
    await doubtful({ kind: 'lost_answer' });
    rig.clock.advanceProcess(OPTIONS.settleMs);
    expect(await rig.deliver()).toEqual({ sent: 1, doubtful: 0 });
    expect(await rig.message('m001')).toMatchObject({ state: 'sent', ts: '1000.000001', doubtSince: null });
    expect(rig.arrived()).toEqual(['an: zh week']);
  });

  it('ends with a second post when the first is not there', async () => {
    await doubtful({ kind: 'unknown', reason: 'reset' });
    rig.clock.advanceProcess(OPTIONS.settleMs);
    expect(await rig.deliver()).toEqual({ sent: 1, doubtful: 0 });
    expect(rig.arrived()).toEqual(['an: zh week']);
    expect((await rig.message('m001')).attempts).toBe(2);
  });

  it('lasts while nobody can be asked, and is asked ever more rarely', async () => {
    await doubtful({ kind: 'lost_answer' });
    rig.sender.blind = true;
    for (let minute = 0; minute < 10; minute++) {
      rig.clock.advanceProcess(60_000);
      await rig.deliver();
    }
    // After 1, 2, 4 and 8 minutes.
    expect(rig.sender.lookedUp).toHaveLength(4);
    rig.sender.blind = false;
    rig.clock.advanceProcess(600_000);
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: zh week']);
    expect(await rig.message('m001')).toMatchObject({ state: 'sent' });
  });

  it('about one message does not hold up another', async () => {
    await doubtful({ kind: 'lost_answer' });
    await rig.owe('an', 'month');
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: zh week', 'an: zh month']);
  });

  it('about a message no longer owed ends without a second post', async () => {
    await doubtful({ kind: 'unknown', reason: 'reset' });
    rig.ledger.settled.set('week', 'filed');
    rig.clock.advanceProcess(OPTIONS.settleMs);
    await rig.deliver();
    expect(rig.arrived()).toEqual([]);
    expect(await rig.message('m001')).toMatchObject({ state: 'cancelled' });
  });

  const abandon = async () => {
    await rig.deliver();
    await rig.owe('bo', 'month');
    const pending = { ...(await rig.message('m001')) };
    await rig.commit(
      move('message', pending, { state: 'sending', leaseUntil: rig.clock.process() + OPTIONS.leaseMs }),
    );
  };

  it('begins when a lease runs out, and not before', async () => {
    await abandon();
    rig.clock.advanceProcess(OPTIONS.leaseMs - 1);
    await rig.deliver();
    expect(await rig.message('m001')).toMatchObject({ state: 'sending' });
    rig.clock.advanceProcess(1);
    await rig.deliver();
    expect(await rig.message('m001')).toMatchObject({ state: 'unknown', doubtSince: rig.clock.process() });
  });

  it('begins at once when a new process takes over, and ends after the settle time', async () => {
    await abandon();
    await takeOver(rig.delivery);
    expect(await rig.message('m001')).toMatchObject({ state: 'unknown', reason: 'process_ended' });
    rig.clock.advanceProcess(OPTIONS.settleMs);
    await rig.deliver();
    expect(rig.arrived().sort()).toEqual(['an: zh week', 'bo: zh month']);
  });
});
