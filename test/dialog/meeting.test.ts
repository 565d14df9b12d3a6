// Who is who in Slack: who is asked about, how often, and what follows when a channel is mended.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCampaign } from '../../commands/import-campaign.ts';
import { holidayTable } from '../../documents/holidays.ts';
import { insert, move } from '../../domain/change.ts';
import type { PersonRow } from '../../domain/things.ts';
import { createMeeting } from '../../scheduler/meet.ts';
import type { Directory } from '../../scheduler/ports.ts';
import { at } from '../support/builders.ts';
import { aMessage } from '../support/delivery-rig.ts';
import { type FakeClock, fakeClock } from '../support/fake-clock.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { directoryWithout, SAMPLE } from '../support/world.ts';

const PEOPLE = 16;
let fresh: FreshStore;
let clock: FakeClock;
let asked: number;
let directory: Directory;

beforeEach(async () => {
  fresh = await freshStore('sqlite');
  clock = fakeClock('2016-08-02 12:00');
  asked = 0;
  directory = directoryWithout();
  const deps = { store: fresh.store, now: clock.campaign, newId: () => 'x', holidays: holidayTable() };
  await importCampaign(deps, SAMPLE, { dryRun: false, source: 'test' });
});
afterEach(() => fresh.close());

const meeting = () =>
  createMeeting({
    store: fresh.store,
    clocks: clock,
    holidays: holidayTable(),
    directory: {
      findUser: (by) => {
        asked += 1;
        return directory.findUser(by);
      },
      findChannel: (name) => directory.findChannel(name),
    },
  });

describe('people', () => {
  it('are asked about a few at a time, and not again once bound', async () => {
    const { meet } = meeting();
    expect([await meet(10), await meet(10), await meet(10), asked]).toEqual([PEOPLE - 10, 0, 0, PEOPLE]);
    expect((await fresh.store.list('person')).every(({ slack }) => slack !== null)).toBe(true);
  });

  it('are asked about again soon when Slack gave no answer, and only later when it did', async () => {
    const { meet } = meeting();
    directory = { ...directory, findUser: async () => ({ kind: 'unknown' }) };
    await meet(100);
    clock.advanceProcess(29_000);
    await meet(100);
    expect(asked).toBe(PEOPLE);
    directory = directoryWithout({ strangers: ['shang@loudi.example'] });
    clock.advanceProcess(1_000);
    await meet(100);
    expect(asked).toBe(2 * PEOPLE);
    clock.advanceProcess(60_000);
    await meet(100);
    expect(asked).toBe(2 * PEOPLE);
    clock.advanceProcess(9 * 60_000);
    await meet(100);
    expect(asked).toBe(2 * PEOPLE + 1);
  });
});

it('a person whose account works again gets what was parked for them and for nobody else, oldest first', async () => {
  const { meet } = meeting();
  await meet(100);
  const [person, other] = (await fresh.store.list('person')) as [PersonRow, PersonRow];
  const parkedFor = (id: string, { id: who }: PersonRow, createdAt: string) =>
    insert(
      'message',
      aMessage(id, { state: 'refused', target: { kind: 'person', person: who }, createdAt: at(createdAt) }),
    );
  await fresh.store.commit([
    move('person', person, { trouble: 'deactivated' }),
    parkedFor('a-younger', person, '2016-08-02 11:00'),
    parkedFor('b-older', person, '2016-08-02 10:00'),
    parkedFor('elsewhere', other, '2016-08-02 09:00'),
  ]);
  clock.advanceProcess(10 * 60_000);
  await meet(100);
  expect(await fresh.store.find('person', person.id)).toMatchObject({ trouble: null });
  const claim = async () => (await fresh.store.claimMessage(clock.process(), 1_000))?.id;
  expect([await claim(), await claim(), await claim()]).toEqual(['b-older', 'a-younger', undefined]);
});

it('a channel in trouble is asked about every minute, so that what waits goes out soon after it is mended', async () => {
  const { meet } = meeting();
  directory = directoryWithout({ noChannels: ['整治通报'] });
  await meet(100);
  expect(await fresh.store.find('channel', 'loudi-2016/bulletin')).toMatchObject({ trouble: 'not_found' });
  directory = directoryWithout();
  clock.advanceProcess(60_000);
  await meet(100);
  expect(await fresh.store.find('channel', 'loudi-2016/bulletin')).toMatchObject({
    trouble: null,
    slack: 'C整治通报',
  });
});
