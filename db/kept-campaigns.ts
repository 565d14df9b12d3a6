// Campaigns as they were read last: every question needs one, and its definition, hundreds of units and people, takes
// longer to fetch than all else that is asked. So its version is asked for, and the rest only when that has changed.
// Invariant: a version only grows, and with it everything of the row may have changed, whichever process wrote it; what is
// kept is frozen. The moment of the import is compared as well, for a database that was put back to an earlier state.

import type { CampaignId } from '../domain/ids.ts';
import type { CampaignRow } from '../domain/things.ts';
import type { Store } from './store.ts';

const HEAD = ['id', 'version', 'importedAt'] as const;
type Head = Pick<CampaignRow, (typeof HEAD)[number]>;

const kept = new WeakMap<Store, Map<CampaignId, CampaignRow>>();

async function rowOf(store: Store, head: Head): Promise<CampaignRow | null> {
  const known = kept.get(store)?.get(head.id);
  if (known?.version === head.version && known.importedAt === head.importedAt) return known;
  const found = await store.find('campaign', head.id);
  if (!found) return null;
  Object.freeze(found.knownSince);
  const rows = kept.get(store) ?? new Map<CampaignId, CampaignRow>();
  kept.set(store, rows.set(found.id, Object.freeze(found)));
  return found;
}

/** The campaign as it stands now, or null. */
export async function readCampaign(store: Store, id: CampaignId): Promise<CampaignRow | null> {
  const [head] = await store.pick('campaign', HEAD, { where: { id } });
  return head ? rowOf(store, head) : null;
}

/** All campaigns as they stand now, the one that was imported last first. */
export async function readCampaigns(store: Store): Promise<CampaignRow[]> {
  const heads = await store.pick('campaign', HEAD, { orderBy: 'importedAt', desc: true });
  const rows = await Promise.all(heads.map((head) => rowOf(store, head)));
  return rows.filter((row) => row !== null);
}
