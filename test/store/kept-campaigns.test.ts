// A campaign is read whole when it has changed, whoever changed it, and else only asked for its version.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCampaign, readCampaigns } from '../../db/kept-campaigns.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { insert, move } from '../../domain/change.ts';
import { as, type CampaignId } from '../../domain/ids.ts';
import { aCampaign } from '../support/builders.ts';
import { describeEngines, type FreshStore, freshStore } from '../support/stores.ts';
import { aRow, instant } from './rows.ts';

const ID = as<CampaignId>('loudi-2016');
const campaign = (id: string, name: string, importedAt: number) =>
  insert(
    'campaign',
    aRow('campaign', id, { definition: { ...aCampaign(), id, name }, importedAt: instant(importedAt) }),
  );

describeEngines('campaigns that were read before', (engine) => {
  let fresh: FreshStore;
  let whole: string[];
  let store: Store;
  beforeEach(async () => {
    fresh = await freshStore(engine);
    whole = [];
    store = {
      ...fresh.store,
      find: (kind, id) => {
        whole.push(id);
        return fresh.store.find(kind, id);
      },
    };
    await store.commit([campaign(ID, '专项行动', 1), campaign('fuyang', '另一个', 2)]);
  });
  afterEach(() => fresh.close());

  it('are read whole once, imported last first', async () => {
    const read = await readCampaigns(store);
    expect(read.map(({ definition }) => definition.name)).toEqual(['另一个', '专项行动']);
    expect(read).toEqual(await fresh.store.list('campaign', { orderBy: 'importedAt', desc: true }));
    expect(await readCampaigns(store)).toEqual(read);
    expect(await readCampaign(store, ID)).toEqual(read[1]);
    expect(whole.toSorted()).toEqual(['fuyang', ID]);
  });

  it('are read anew when another process changed them', async () => {
    const before = (await readCampaign(store, ID))!;
    const other = await openStore(fresh.url, { role: 'cli', migrate: false });
    const definition = { ...before.definition, name: '新的名称' };
    await other.commit([move('campaign', before, { definition })]);
    await other.close();
    expect((await readCampaign(store, ID))?.definition.name).toBe('新的名称');
    expect((await readCampaigns(store)).map(({ version }) => version)).toEqual([1, 2]);
    expect(whole).toEqual([ID, ID, 'fuyang']);
  });

  it('are nobody else’s: each store has its own', async () => {
    await readCampaign(store, ID);
    const another = await freshStore(engine);
    await another.store.commit([campaign(ID, '别的库', 1)]);
    expect((await readCampaign(another.store, ID))?.definition.name).toBe('别的库');
    await another.close();
  });

  it('are null where there is none', async () => {
    expect(await readCampaign(store, as('none'))).toBeNull();
  });

  it('cannot be changed by who reads them', async () => {
    const read = (await readCampaign(store, ID))!;
    expect(() => Object.assign(read, { version: 9 })).toThrow();
    expect(() => Object.assign(read.knownSince, { all: 1 })).toThrow();
  });
});
