// Updates of one post: the newest wins. An older one that has not gone out is superseded; one that is under way or in
// doubt is waited for, because it could still land after the newer and put the old words back.
//
// What is told anew from the ledger (domain/retelling.ts) has no age of its own: the last that waits says everything, and
// one that was sent or is under way may have been made before the change that this one is for.

import type { Store } from '../db/store.ts';
import { isRetelling } from '../domain/retelling.ts';
import type { MessageRow } from '../domain/things.ts';

/** What the other updates of the same post mean for this one. */
export type Coalescing = { kind: 'superseded' } | { kind: 'wait' } | { kind: 'go'; supersedes: MessageRow[] };

/** Lists the other updates of the same post and decides; see decideCoalescing. */
export async function coalesce(store: Store, update: MessageRow): Promise<Coalescing> {
  const all = await store.list('message', { where: { updates: update.updates, operation: 'update' } });
  return decideCoalescing(update, all);
}

/** Decides whether an update is still the newest of its post, and which older ones it makes needless. */
export function decideCoalescing(update: MessageRow, all: readonly MessageRow[]): Coalescing {
  const others = all.filter((other) => other.id !== update.id && other.state !== 'cancelled');
  const counts = (other: MessageRow) => !isRetelling(update) || other.state === 'pending';
  if (others.some((other) => counts(other) && isNewer(other, update))) return { kind: 'superseded' };
  if (others.some((other) => other.state === 'sending' || other.state === 'unknown')) return { kind: 'wait' };
  const supersedes = others.filter((other) => other.state === 'pending' || other.state === 'refused');
  return { kind: 'go', supersedes };
}

/** With a clock that stands still two may be of one instant; then the id decides, everywhere alike. */
const isNewer = (one: MessageRow, other: MessageRow): boolean =>
  one.createdAt === other.createdAt ? one.id > other.id : one.createdAt > other.createdAt;
