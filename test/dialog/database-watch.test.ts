// The daily look through the database: what it finds shows at /-/ready and is told to the office, once.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHealth } from '../../bot/health.ts';
import type { Store } from '../../db/store.ts';
import { createDatabaseWatch, type DatabaseWatch } from '../../scheduler/database-watch.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, type World } from '../support/world.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const DAMAGE = 'wrong # of entries in index obligation_due';

let fresh: FreshStore;
let world: World;
let watch: DatabaseWatch;
let looks: number;
let answer: () => Promise<string | null>;
let logged: object[];
let isFull: boolean;

beforeEach(async () => {
  fresh = await freshStore('sqlite');
  world = await aWorld(fresh.store, { from: '2016-08-03 10:00' });
  world.news();
  looks = 0;
  logged = [];
  isFull = false;
  answer = async () => null;
  const check = () => {
    looks += 1;
    return answer();
  };
  const commit: Store['commit'] = async (changes) => {
    if (isFull) throw new Error('disk full');
    return fresh.store.commit(changes);
  };
  const note = (fields: object) => void logged.push(fields);
  watch = createDatabaseWatch({
    store: { ...fresh.store, check, commit },
    clocks: world.clock,
    holidays: world.deps.holidays,
    log: { warn: note, error: note },
  });
});
afterEach(() => fresh.close());

async function lookAfter(ms: number): Promise<void> {
  world.clock.advanceProcess(ms);
  await watch.look();
  await world.pass();
}
const toldOf = () => world.news().filter((line) => line.includes('database_trouble'));

describe('the database', () => {
  it('is looked through at the start and then once a day, whatever the clock of the campaign shows', async () => {
    await watch.look();
    await lookAfter(DAY_MS / 2);
    await world.jumpTo('2016-08-09 10:00');
    await watch.look();
    expect(looks).toBe(1);
    await lookAfter(DAY_MS / 2);
    expect([looks, watch.findTrouble(), toldOf(), logged]).toEqual([2, null, [], []]);
  });

  it('that is damaged is logged, and told to the office once until it is sound again', async () => {
    answer = async () => DAMAGE;
    await lookAfter(0);
    expect(logged).toEqual([{ trouble: DAMAGE }]);
    expect(watch.findTrouble()).toBe(DAMAGE);
    expect(toldOf()).toEqual(['08-03 10:00 文书一: database_trouble']);
    await world.jumpTo('2016-08-04 10:00');
    await lookAfter(DAY_MS);
    expect([looks, toldOf()]).toEqual([2, []]);

    answer = async () => null;
    await lookAfter(DAY_MS);
    expect(watch.findTrouble()).toBeNull();
    answer = async () => DAMAGE;
    await lookAfter(DAY_MS);
    expect(toldOf()).toEqual(['08-04 10:00 文书一: database_trouble']);
  });

  it('that is sound again shows within ten minutes', async () => {
    answer = async () => Promise.reject(new Error('ECONNREFUSED'));
    await watch.look();
    expect(watch.findTrouble()).toContain('ECONNREFUSED');
    answer = async () => null;
    await lookAfter(10 * MINUTE_MS);
    expect(watch.findTrouble()).toBeNull();
  });

  it('that cannot take the news is told of at the next look that can', async () => {
    answer = async () => DAMAGE;
    isFull = true;
    await lookAfter(0);
    expect(logged).toMatchObject([{ trouble: DAMAGE }, { error: { message: 'disk full' } }]);
    expect(toldOf()).toEqual([]);
    isFull = false;
    await lookAfter(10 * MINUTE_MS);
    expect(toldOf()).toEqual(['08-03 10:00 文书一: database_trouble']);
  });
});

it('/-/ready says what is the matter with the database', async () => {
  const metrics = { lastPlanMs: () => world.clock.process() };
  const health = createHealth({ database: watch, metrics, now: world.clock.process });
  expect(health.findTrouble()).toBeNull();
  answer = async () => DAMAGE;
  await watch.look();
  expect(health.findTrouble()).toBe(`the database is not sound: ${DAMAGE}`);
});
