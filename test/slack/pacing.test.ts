import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../bot/log.ts';
import { createPacing, createUnpaced, type Pacing } from '../../bot/pacing.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';

let fresh: FreshStore;
let nowMs: number;
let slept: number[];
const pacingOn = (store: FreshStore['store']): Pacing =>
  createPacing({
    store,
    now: () => nowMs,
    sleep: async (ms) => {
      slept.push(ms);
      nowMs += ms;
    },
    log: silentLog,
  });

beforeEach(async () => {
  fresh = await freshStore('sqlite');
  nowMs = 1_000_000;
  slept = [];
});
afterEach(() => fresh.close());

const at = async (): Promise<number> => nowMs;

describe('pacing', () => {
  it('lets the first through at once, and the next of the same channel a good second later', async () => {
    const pacing = pacingOn(fresh.store);
    expect(await pacing.take('C1', at)).toEqual({ kind: 'done', value: 1_000_000 });
    expect(await pacing.take('C1', at)).toEqual({ kind: 'done', value: 1_001_100 });
  });

  it('keeps the pace across processes, because the gate is in the database', async () => {
    await pacingOn(fresh.store).take('C1', at);
    const other = await fresh.open({ role: 'cli' });
    expect(await pacingOn(other).take('C1', at)).toEqual({ kind: 'done', value: 1_001_100 });
  });

  it('lets different channels through much faster', async () => {
    const pacing = pacingOn(fresh.store);
    const turns = await Promise.all(['C1', 'C2', 'C3'].map((channel) => pacing.take(channel, at)));
    expect(Math.max(...turns.map((turn) => (turn.kind === 'done' ? turn.value : Infinity)))).toBeLessThan(
      1_001_100,
    );
  });

  it('holds everything back as long as Slack asked, and begins nothing meanwhile', async () => {
    const pacing = pacingOn(fresh.store);
    await pacing.pause(nowMs + 30_000);
    let begun = 0;
    const turn = await pacing.take('C1', async () => {
      begun += 1;
    });
    expect(turn).toEqual({ kind: 'later', retryAtMs: 1_030_000 });
    expect({ begun, slept }).toEqual({ begun: 0, slept: [] });
  });

  it('lets a crowd through after a pause as fast as the pace allows, nobody pushing the others back', async () => {
    const pacing = pacingOn(fresh.store);
    const pausedUntilMs = nowMs + 60_000;
    await pacing.pause(pausedUntilMs);
    const waiting = Array.from({ length: 100 }, (_, i) => ({ channel: `D${i}`, notBefore: nowMs }));
    for (let tries = 0; waiting.length > 0 && tries < 2000; tries++) {
      waiting.sort((a, b) => a.notBefore - b.notBefore);
      const next = waiting[0]!;
      nowMs = Math.max(nowMs, next.notBefore);
      const turn = await pacing.take(next.channel, at);
      if (turn.kind === 'done') waiting.shift();
      else next.notBefore = Math.max(turn.retryAtMs, nowMs + 500);
    }
    expect(waiting).toEqual([]);
    expect(nowMs - pausedUntilMs).toBeLessThan(100 * 200 + 5000);
  });

  it('hands on what a job throws, and does not try it again', async () => {
    let tries = 0;
    const job = async () => {
      tries += 1;
      throw new Error('no');
    };
    await expect(pacingOn(fresh.store).take('C1', job)).rejects.toThrow('no');
    expect(tries).toBe(1);
  });
});

describe('without limits', () => {
  it('nobody waits, but a pause is kept', async () => {
    const pacing = createUnpaced(() => nowMs);
    expect(await pacing.take('C1', at)).toEqual({ kind: 'done', value: nowMs });
    await pacing.pause(nowMs + 5000);
    expect(await pacing.take('C1', at)).toEqual({ kind: 'later', retryAtMs: nowMs + 5000 });
  });
});
