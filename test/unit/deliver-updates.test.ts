// Updates of what a person was told: made anew when they are sent, so the last that waits says everything, and nothing is
// sent that would say the same again. And what follows in a thread when its head is never sent.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holidayTable } from '../../documents/holidays.ts';
import { insert } from '../../domain/change.ts';
import { as, type IncidentId, type MessageId, type PersonId } from '../../domain/ids.ts';
import type { IntentRow, MessageRow } from '../../domain/things.ts';
import { decideCoalescing } from '../../scheduler/coalesce.ts';
import { createOnRefused } from '../../scheduler/refused.ts';
import { findHead } from '../../scheduler/thread.ts';
import { at } from '../support/builders.ts';
import { aMessage, anIntent, deliveryRig, OPTIONS, type Rig, toldContent } from '../support/delivery-rig.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';

let fresh: FreshStore;
let rig: Rig;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
  rig = await deliveryRig(fresh.store);
});
afterEach(() => fresh.close());

const AN = { kind: 'person', person: as<PersonId>('an') } as const;
const id = (text: string) => as<MessageId>(text);
const toAn = (name: string, over: Partial<MessageRow> = {}) => aMessage(name, { target: AN, ...over });
const card = toAn('card', { state: 'sent', channelId: as('D1'), ts: '7.7', content: toldContent('open') });
const update = (name: string, over: Partial<MessageRow> = {}) =>
  toAn(name, { operation: 'update', updates: id('card'), content: toldContent('open'), ...over });
const put = (...rows: Omit<MessageRow, 'version'>[]) =>
  rig.commit(...rows.map((row) => insert('message', row)));
const become = (what: string) => void rig.ledger.changed.set('open', what);
const nextPass = () => {
  rig.clock.advanceProcess(OPTIONS.settleMs);
  return rig.deliver();
};

describe('what a person was told', () => {
  it('is told anew in place, in the words of the moment of sending', async () => {
    await put(card, update('u1'));
    become('closed');
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: zh closed']);
    expect(rig.sender.tried[0]?.update).toEqual({ channelId: 'D1', ts: '7.7' });
    expect(await rig.message('u1')).toMatchObject({
      state: 'sent',
      content: { items: [{ what: 'closed' }] },
    });
  });

  it('is left alone where it would say the same again', async () => {
    await put(card, update('u1'));
    await rig.deliver();
    expect(rig.sender.tried).toEqual([]);
    expect(await rig.message('u1')).toMatchObject({ state: 'cancelled', reason: 'unchanged' });
  });

  it('is compared with what its newest update left, not with what was told first', async () => {
    await put(card, update('u1'));
    become('signed');
    await rig.deliver();
    await put(update('u2', { createdAt: at('2016-08-05 09:01') }));
    rig.ledger.changed.set('signed', 'signed');
    await nextPass();
    expect(await rig.message('u2')).toMatchObject({ state: 'cancelled', reason: 'unchanged' });
    await put(update('u3', { createdAt: at('2016-08-05 09:02') }));
    rig.ledger.changed.set('signed', 'open');
    await nextPass();
    expect(rig.arrived()).toEqual(['an: zh signed', 'an: zh open']);
  });

  it('is told again where nobody can say whether the last update landed', async () => {
    await put(card, update('u1'));
    become('signed');
    rig.sender.script({ kind: 'lost_answer' });
    await rig.deliver();
    become('open');
    await nextPass();
    expect(rig.arrived()).toEqual(['an: zh signed', 'an: zh open']);
    expect(await rig.message('u1')).toMatchObject({ state: 'sent' });
  });

  it('is told again by a newer update where an older one is in doubt, after waiting for it', async () => {
    await put(card, update('u1'));
    become('signed');
    rig.sender.script({ kind: 'lost_answer' });
    await rig.deliver();
    become('open');
    await put(update('u2', { createdAt: at('2016-08-05 09:01') }));
    await rig.deliver();
    expect(await rig.message('u2')).toMatchObject({ state: 'pending' });
    await nextPass();
    await nextPass();
    expect(rig.arrived()).toEqual(['an: zh signed', 'an: zh open']);
    expect(await rig.message('u1')).toMatchObject({ state: 'cancelled', reason: 'superseded' });
    expect(await rig.message('u2')).toMatchObject({ state: 'sent' });
  });

  it('is told anew when it changed while it was on its way, whether its answer came or not', async () => {
    await rig.owe('an', 'open');
    await rig.owe('bo', 'open');
    rig.sender.decide(({ to, update: isUpdate }) => {
      become('closed');
      const isLost = to.kind === 'person' && to.person.id === 'bo' && !isUpdate;
      return isLost ? { kind: 'lost_answer' } : null;
    });
    await rig.deliver();
    await nextPass();
    await nextPass();
    expect(rig.arrived().filter((line) => line.startsWith('an'))).toEqual(['an: zh open', 'an: zh closed']);
    expect(rig.arrived().at(-1)).toMatch(/closed$/);
    expect((await rig.messages()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  it('tells nobody when the card to be changed was deleted', async () => {
    await put(card, update('u1'));
    become('closed');
    const { store, clock: clocks } = rig;
    rig.delivery.onRefused = createOnRefused({ store, clocks, holidays: holidayTable() });
    rig.sender.script({ kind: 'refused', reason: 'message_not_found' });
    await rig.deliver();
    expect(await rig.message('u1')).toMatchObject({ state: 'refused' });
    expect(await rig.store.list('intent')).toEqual([]);
  });

  const row = (name: string, minute: number, state: MessageRow['state']): MessageRow => ({
    ...update(name, { createdAt: at(`2016-08-05 10:0${minute}`), state }),
    version: 1,
  });

  it.each<{ other: MessageRow; means: string }>([
    { other: row('u1', 0, 'pending'), means: 'go' },
    { other: row('u1', 0, 'sending'), means: 'wait' },
    { other: row('u9', 9, 'pending'), means: 'superseded' },
    { other: row('u9', 5, 'pending'), means: 'superseded' },
    { other: row('u9', 9, 'sending'), means: 'wait' },
    { other: row('u9', 9, 'unknown'), means: 'wait' },
    { other: row('u9', 5, 'sent'), means: 'go' },
    { other: row('u9', 9, 'sent'), means: 'go' },
    { other: row('u9', 9, 'refused'), means: 'go' },
    { other: row('u9', 9, 'cancelled'), means: 'go' },
  ])('beside $other.id that is $other.state, u5 means: $means', ({ other, means }) => {
    const mine = row('u5', 5, 'sending');
    expect(decideCoalescing(mine, [mine, other]).kind).toBe(means);
  });
});

describe('what follows about an incident', () => {
  const INCIDENT = as<IncidentId>('loudi-2016/incident/2016/1');
  const entry = (no: number, over: Partial<IntentRow> = {}, call = false): IntentRow => ({
    ...anIntent('an', `entry-${no}`, {
      about: INCIDENT,
      notice: { kind: 'incident', incident: INCIDENT, entry: no, call },
      ...over,
    }),
    version: 1,
  });
  const told = async (no: number, message: Omit<MessageRow, 'version'>) =>
    rig.commit(
      insert('message', message),
      insert('intent', entry(no, { state: 'bound', message: message.id })),
    );

  it('stands under the earliest entry that this person was told', async () => {
    await told(3, toAn('third', { state: 'sent' }));
    await told(1, toAn('first', { state: 'sent' }));
    expect(await findHead(rig.store, [entry(4)])).toBe('first');
  });

  it.each(['pending', 'sending', 'unknown'] as const)(
    'waits under a first telling that is %s',
    async (state) => {
      await told(1, toAn('first', { state }));
      expect(await findHead(rig.store, [entry(2)])).toBe('first');
    },
  );

  it.each(['cancelled', 'refused'] as const)(
    'stands alone after a first telling that was %s',
    async (state) => {
      await told(1, toAn('first', { state }));
      expect(await findHead(rig.store, [entry(2)])).toBeNull();
    },
  );

  it('stands alone when it calls somebody out, is the first, or is not the incident’s alone', async () => {
    expect(await findHead(rig.store, [entry(1)])).toBeNull();
    await told(1, toAn('first', { state: 'sent' }));
    expect(await findHead(rig.store, [entry(2, {}, true)])).toBeNull();
    const other = { ...anIntent('an', 'week'), version: 1 };
    expect(await findHead(rig.store, [entry(2), other])).toBeNull();
    expect(await findHead(rig.store, [])).toBeNull();
  });

  it('is sent alone when the message above it is cancelled before it went out', async () => {
    await rig.owe('an', 'call', { bundle: 'b' });
    rig.sender.script({ kind: 'not_sent', retryAtMs: 0 });
    await rig.deliver();
    await put(toAn('follow', { after: id('m001'), content: toldContent('follow') }));
    rig.ledger.settled.set('call', 'acknowledged');
    rig.clock.advanceProcess(1000);
    await rig.deliver();
    expect(rig.arrived()).toEqual(['an: zh follow']);
    expect(await rig.message('follow')).toMatchObject({ state: 'sent', after: null });
  });

  it('goes out before everything else that is due', async () => {
    for (let n = 0; n < 5; n++) await rig.owe('bo', `week-${n}`, { bundle: `${n}` });
    await rig.owe('an', 'urgent', {
      bundle: 'incident',
      about: INCIDENT,
      slotAt: at('2016-08-05 15:00'),
      notice: { kind: 'incident', incident: INCIDENT, entry: 1, call: true },
    });
    await rig.deliver();
    expect(rig.arrived()[0]).toBe(`an: zh ${INCIDENT}`);
    expect(rig.arrived()).toHaveLength(6);
  });
});
