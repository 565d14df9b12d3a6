// Five thousand units: what grows with their square shows here, where it would take minutes. The limits are several times
// what it takes on a slow machine; the limit that matters to people is that of the sample.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { importCampaign } from '../../commands/import-campaign.ts';
import { readRehearsalSources } from '../../db/rehearsal-sources.ts';
import { holidayTable } from '../../documents/holidays.ts';
import { move } from '../../domain/change.ts';
import { as, type CampaignId, type Instant, type SlackUserId } from '../../domain/ids.ts';
import { rehearse } from '../../domain/rehearsal.ts';
import { createRecheck } from '../../scheduler/recheck.ts';
import { tick } from '../../scheduler/tick.ts';
import { at } from '../support/builders.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { SAMPLE } from '../support/world.ts';

const UNITS = 5000;
const CAMPAIGN = as<CampaignId>('loudi-2016');
const DAYS_14 = 14 * 86_400_000;

let fresh: FreshStore;
let now: Instant;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
  now = at('2016-08-01 08:00');
});
afterEach(() => fresh.close());

const deps = () => ({
  store: fresh.store,
  now: () => now,
  newId: () => crypto.randomUUID(),
  holidays: holidayTable(),
});
const load = (text: string) => importCampaign(deps(), text, { dryRun: false, source: 'large.yml' });

function largeCampaign(): string {
  const numbers = Array.from({ length: UNITS }, (_, n) => n);
  const units = numbers.map((n) => `  - { id: u${n}, name: 单位${n}, kind: member }\n`);
  const people = numbers.map(
    (n) => `  - { name: 人${n}, unit: u${n}, role: liaison, email: p${n}@loudi.example }\n`,
  );
  return SAMPLE.replace('units:\n', `units:\n${units.join('')}`).replace(
    'people:\n',
    `people:\n${people.join('')}`,
  );
}

async function bindEverybody(): Promise<void> {
  const people = await fresh.store.list('person');
  await fresh.store.commit(
    people.map((person, n) => move('person', person, { slack: as<SlackUserId>(`U${n}`), locale: 'zh-CN' })),
  );
}

async function within(limitMs: number, work: () => Promise<unknown>): Promise<void> {
  const startMs = performance.now();
  await work();
  expect(performance.now() - startMs).toBeLessThan(limitMs);
}

it('are imported, planned, reminded of and moved in seconds', async () => {
  const text = largeCampaign();
  await within(30_000, () => load(text));
  await bindEverybody();
  await within(30_000, () => tick(deps()));
  expect(await fresh.store.list('obligation', { where: { period: as('2016-W31') } })).toHaveLength(
    UNITS + 11,
  );
  now = at('2016-08-03 09:00');
  await within(30_000, () => tick(deps()));
  const pending = await fresh.store.list('intent', { where: { state: 'pending' } });
  const due = pending.filter(({ about }) => about?.includes('/weekly/u'));
  expect(due).toHaveLength(UNITS);
  const recheck = createRecheck(deps());
  await within(5_000, async () => {
    for (const intent of due.slice(0, 200)) expect((await recheck([intent], now)).told).toHaveLength(1);
  });
  const row = (await fresh.store.find('campaign', CAMPAIGN))!;
  await within(45_000, async () => {
    const sources = await readRehearsalSources(fresh.store, row, deps().holidays);
    expect(rehearse(sources, now, as<Instant>(now + DAYS_14)).length).toBeGreaterThan(10 * UNITS);
  });
  await load(text.replace('due: fri 17:00', 'due: thu 17:00'));
  await within(60_000, () => tick(deps()));
}, 300_000);

it('of the sample, a rehearsal of fourteen days takes less than a second', async () => {
  await load(SAMPLE);
  await tick(deps());
  const row = (await fresh.store.find('campaign', CAMPAIGN))!;
  await within(1_000, async () => {
    const sources = await readRehearsalSources(fresh.store, row, deps().holidays);
    expect(rehearse(sources, now, as<Instant>(now + DAYS_14)).length).toBeGreaterThan(100);
  });
});
