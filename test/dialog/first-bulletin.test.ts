// A bulletin whose deadline comes before anything is due that it could report on is owed by nobody.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCampaign } from '../../commands/import-campaign.ts';
import { readRehearsalSources } from '../../db/rehearsal-sources.ts';
import { rehearse } from '../../domain/rehearsal.ts';
import { at } from '../support/builders.ts';
import { expectKind } from '../support/dialog.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, SAMPLE } from '../support/world.ts';

/** From a Monday: its bulletin is due at noon, the first weekly report on Wednesday (before 端午). */
const FROM_A_MONDAY = SAMPLE.replace('  from: 2016-06-01', '  from: 2016-06-06');

let fresh: FreshStore;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
});
afterEach(() => fresh.close());

const start = (campaign = FROM_A_MONDAY) => aWorld(fresh.store, { campaign, from: '2016-06-06 08:00' });
const rowOf = (period: string) =>
  fresh.store.find('obligation', `loudi-2016/bulletin/jrb/${period}` as never);

describe('the first bulletin of a campaign', () => {
  it('is waived where no report is due before it, and the next one is not', async () => {
    const world = await start();
    await world.liveUntil('2016-06-13 12:00');
    expect(await rowOf('2016-W23')).toMatchObject({ state: 'waived', waiver: 'nothing_to_report' });
    expect(await rowOf('2016-W24')).toMatchObject({ state: 'open', waiver: null });
    const items = world.sent.flatMap(({ content }) => (content.kind === 'told' ? content.items : []));
    const reminded = items.flatMap((item) => (item.kind === 'reminder' ? [item.obligation] : []));
    const bulletins = reminded.filter(({ duty }) => duty.id === 'bulletin').map(({ period }) => period.id);
    expect(new Set(bulletins)).toEqual(new Set(['2016-W24']));
  });

  it('is rehearsed as it will be: nobody is reminded of it', async () => {
    const world = await start();
    const [row] = await fresh.store.list('campaign');
    const sources = await readRehearsalSources(fresh.store, row!, world.deps.holidays);
    const sends = rehearse(sources, at('2016-06-06 08:00'), at('2016-06-13 12:00'));
    const bulletins = sends.filter(({ duty }) => duty?.id === 'bulletin').map(({ period }) => period!.id);
    expect(new Set(bulletins)).toEqual(new Set(['2016-W24']));
  });

  it('is excused in the status and the ledger, with the reason', async () => {
    const world = await start();
    const { text } = expectKind(await world.say('文书一', '导出 情况通报'), 'export');
    expect(text).toContain('免报');
    expect(text).toContain('无可通报的报送期');
    const status = expectKind(await world.say('文书一', '状态 情况通报'), 'status');
    expect(status.counts).toMatchObject({ due: 0, waived: 1 });
  });

  it('is waived too when an import takes away what it was to report on', async () => {
    const world = await start(FROM_A_MONDAY.replace('due: mon 12:00', 'due: wed 18:00'));
    expect(await rowOf('2016-W23')).toMatchObject({ state: 'open', waiver: null });
    await importCampaign(world.deps, FROM_A_MONDAY, { dryRun: false, source: 'again' });
    await world.pass();
    expect(await rowOf('2016-W23')).toMatchObject({ state: 'waived', waiver: 'nothing_to_report' });
  });
});
