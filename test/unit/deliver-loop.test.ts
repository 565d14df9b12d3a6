// The loop: passes one after the other, on time, whatever fails in them. The one place where timers are faked.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../db/store.ts';
import { insert } from '../../domain/change.ts';
import { type Loop, startLoop } from '../../scheduler/loop.ts';
import { aMessage, deliveryRig, type Rig } from '../support/delivery-rig.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';

let fresh: FreshStore;
let rig: Rig;
let loop: Loop | null = null;
let ticks = 0;
let tick: () => Promise<void>;
const INTERVAL_MS = 5_000;

beforeEach(async () => {
  fresh = await freshStore('sqlite');
  rig = await deliveryRig(fresh.store);
  ticks = 0;
  tick = async () => void ticks++;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  await loop?.stop();
  vi.useRealTimers();
  await fresh.close();
});

const start = (store: Store = rig.store): Loop => {
  loop = startLoop({ ...rig.delivery, store, tick: () => tick(), intervalMs: INTERVAL_MS });
  return loop;
};
/** Lets the timer fire and waits for the pass it starts. */
const elapse = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
  await new Promise((resolve) => setImmediate(resolve));
};
const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

describe('the loop', () => {
  it('plans, then delivers what was planned, and says how much', async () => {
    tick = () => rig.owe('an', 'week');
    expect(await start().pass()).toEqual({ sent: 1, doubtful: 0, failed: false });
    expect(rig.arrived()).toEqual(['an: zh week']);
  });

  it('passes at once, and again after each interval', async () => {
    start();
    await elapse(0);
    await until(() => ticks === 1);
    await until(() => vi.getTimerCount() === 1);
    await elapse(INTERVAL_MS - 1);
    expect(ticks).toBe(1);
    await elapse(1);
    await until(() => ticks === 2);
  });

  it('gives two callers a pass each, one after the other', async () => {
    let running = 0;
    let most = 0;
    tick = async () => {
      ticks++;
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
    };
    const { pass } = start();
    await Promise.all([pass(), pass(), pass()]);
    expect({ ticks, most }).toEqual({ ticks: 3, most: 1 });
  });

  it('delivers what is due even when planning fails, and says that something failed', async () => {
    await rig.owe('an', 'week');
    tick = async () => Promise.reject(new Error('no plan'));
    expect(await start().pass()).toEqual({ sent: 1, doubtful: 0, failed: true });
    expect(rig.logged).toEqual(['planning failed']);
  });

  it('goes on after a pass that failed', async () => {
    await rig.owe('an', 'week');
    let broken = true;
    const list: Store['list'] = (...query) =>
      broken ? Promise.reject(new Error('database is away')) : rig.store.list(...query);
    const { pass } = start({ ...rig.store, list });
    expect(await pass()).toEqual({ sent: 0, doubtful: 0, failed: true });
    broken = false;
    expect(await pass()).toEqual({ sent: 1, doubtful: 0, failed: false });
  });

  it('waits out nothing: what is in doubt stays for a later pass', async () => {
    await rig.owe('an', 'week');
    rig.sender.script({ kind: 'lost_answer' });
    const { pass } = start();
    expect(await pass()).toEqual({ sent: 0, doubtful: 1, failed: false });
    rig.clock.advanceProcess(60_000);
    expect(await pass()).toEqual({ sent: 1, doubtful: 0, failed: false });
  });

  it('takes over what its predecessor was sending, once and only at its start', async () => {
    const held = (id: string) =>
      insert('message', aMessage(id, { state: 'sending', leaseUntil: rig.clock.process() + 10_000 }));
    await rig.commit(held('before'));
    const { pass } = start();
    await pass();
    expect(await rig.message('before')).toMatchObject({ state: 'unknown', reason: 'process_ended' });
    await rig.commit(held('own'));
    await pass();
    expect(await rig.message('own')).toMatchObject({ state: 'sending' });
  });

  it('leaves to their leases what other processes are sending on PostgreSQL', async () => {
    await rig.commit(
      insert('message', aMessage('theirs', { state: 'sending', leaseUntil: rig.clock.process() + 10_000 })),
    );
    await start({ ...rig.store, engine: 'postgres' }).pass();
    expect(await rig.message('theirs')).toMatchObject({ state: 'sending' });
  });

  it('stops after the pass that is running, and passes no more', async () => {
    let letGo = () => {};
    tick = async () => {
      ticks++;
      await new Promise<void>((resolve) => {
        letGo = resolve;
      });
    };
    const { pass, stop } = start();
    const running = pass();
    await until(() => ticks === 1);
    let stopped = false;
    const stopping = stop().then(() => {
      stopped = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(stopped).toBe(false);
    letGo();
    await Promise.all([running, stopping]);
    expect(await pass()).toEqual({ sent: 0, doubtful: 0, failed: false });
    expect(ticks).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
