// Messages that a channel refused are parked as `refused`. When the channel's trouble is mended they go out after all,
// in the order and with the words they had.

import type { Store } from '../db/store.ts';
import { type Change, move } from '../domain/change.ts';
import type { ChannelRow } from '../domain/things.ts';

/**
 * Lists what is written to free the messages parked for a channel, so that it can stand in the commit that clears the
 * channel's trouble. `nowMs` is process time, epoch ms.
 */
export async function planRelease(store: Store, channel: ChannelRow['id'], nowMs: number): Promise<Change[]> {
  const parked = await store.list('message', { where: { state: 'refused' }, orderBy: 'createdAt' });
  return parked
    .filter(({ target }) => target.kind === 'channel' && target.channel === channel)
    .map((message) => move('message', message, { state: 'pending', reason: null, notBefore: nowMs }));
}

/** Frees the messages parked for a channel in a commit of its own and answers how many; tries again when overtaken. */
export async function releaseParked(store: Store, channel: ChannelRow['id'], nowMs: number): Promise<number> {
  for (let tries = 0; tries < 5; tries++) {
    const changes = await planRelease(store, channel, nowMs);
    if (changes.length === 0) return 0;
    if ((await store.commit(changes)).kind === 'committed') return changes.length;
  }
  return 0;
}
