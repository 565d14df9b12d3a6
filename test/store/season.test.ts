// The sample campaign from its first to its last day, on both engines: the ledger holds exactly one row for each unit
// and period, each with the deadline of the hand-written list.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { as, type CivilDate } from '../../domain/ids.ts';
import type { ObligationRow } from '../../domain/things.ts';
import { addDays, civilOf } from '../../domain/zone.ts';
import { tick } from '../../scheduler/tick.ts';
import { at } from '../support/builders.ts';
import { DEADLINES_BY_HAND } from '../support/deadlines-by-hand.ts';
import { describeEngines, type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld } from '../support/world.ts';

const REPORTING = ['rmyh', 'yjfj', 'gsj', 'gaj', 'swlsj', 'lxq', 'lsj', 'lys', 'sfx', 'xhx'];
const OWED_BY: Record<string, string[]> = {
  weekly: REPORTING,
  'plan-filing': REPORTING,
  'survey-summary': REPORTING,
  'final-report': REPORTING,
  bulletin: ['jrb'],
  consultation: ['jrb'],
};

const expectedRows = (): string[] =>
  Object.entries(DEADLINES_BY_HAND).flatMap(([duty, deadlines]) =>
    deadlines.flatMap(([period, due]) => OWED_BY[duty]!.map((unit) => `${duty} ${unit} ${period} ${due}`)),
  );

const inWords = ({ duty, unit, period, dueAt }: ObligationRow): string => {
  const { date, time } = civilOf(dueAt, 'Asia/Shanghai');
  return `${duty} ${unit} ${period} ${date} ${time}`;
};

describeEngines('the whole season', (engine) => {
  let fresh: FreshStore;
  let rows: ObligationRow[];
  beforeAll(async () => {
    fresh = await freshStore(engine);
    const world = await aWorld(fresh.store, { from: '2016-06-01 08:00' });
    for (let day = as<CivilDate>('2016-06-02'); day <= '2017-02-01'; day = addDays(day, 1)) {
      world.clock.setCampaign(at(`${day} 12:00`));
      await tick(world.deps);
    }
    rows = await fresh.store.list('obligation');
  }, 120_000);
  afterAll(() => fresh.close());

  it('has exactly one row for each unit and period, with the deadline written by hand', () => {
    expect(rows.map(inWords).sort()).toEqual(expectedRows().sort());
  });

  it('waives none of them, for the bot was there from the first day', () => {
    expect(rows.filter(({ state }) => state !== 'open')).toEqual([]);
  });

  it('plans each step once, however often it looks', async () => {
    const before = await fresh.store.list('intent');
    await tick({
      store: fresh.store,
      now: () => at('2017-02-01 12:00'),
      holidays: (await import('../../documents/holidays.ts')).holidayTable(),
    });
    expect((await fresh.store.list('intent')).length).toBe(before.length);
  });
});
