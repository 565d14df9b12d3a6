// Messages that Slack definitely refused are parked as `refused`. When the trouble of the channel or person they are for is
// mended they go out after all, oldest first; what they tell is checked again before, and what no longer holds is left out.

import type { Store } from '../db/store.ts';
import { type Change, move } from '../domain/change.ts';
import type { ChannelRow, MessageTarget } from '../domain/things.ts';

/**
 * Lists what is written to free the messages parked for a channel or person, so that it can stand in the commit that
 * clears the trouble. `nowMs` is process time, epoch ms; all get the same, so that they are claimed oldest first.
 */
export async function planRelease(store: Store, target: MessageTarget, nowMs: number): Promise<Change[]> {
  const parked = await store.list('message', { where: { state: 'refused' }, orderBy: 'createdAt' });
  return parked
    .filter((message) => isFor(message.target, target))
    .map((message) => move('message', message, { state: 'pending', reason: null, notBefore: nowMs }));
}

const isFor = (one: MessageTarget, other: MessageTarget): boolean =>
  one.kind === 'channel'
    ? other.kind === 'channel' && one.channel === other.channel
    : other.kind === 'person' && one.person === other.person;

/** Frees the messages parked for a channel in a commit of its own and answers how many; tries again when overtaken. */
export async function releaseParked(store: Store, channel: ChannelRow['id'], nowMs: number): Promise<number> {
  for (let tries = 0; tries < 5; tries++) {
    const changes = await planRelease(store, { kind: 'channel', channel }, nowMs);
    if (changes.length === 0) return 0;
    if ((await store.commit(changes)).kind === 'committed') return changes.length;
  }
  return 0;
}
