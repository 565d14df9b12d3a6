// A message that will not be sent takes with it what was to follow in its thread: the parts of a bulletin mean nothing
// without its head. What a person is told of an incident means something by itself, and stands alone then.

import type { Store } from '../db/store.ts';
import { type Change, move } from '../domain/change.ts';
import type { MessageRow } from '../domain/things.ts';

/** What is written to cancel a message and, as `parent_cancelled`, what waits for it and cannot stand alone. */
export async function planCancel(store: Store, message: MessageRow, reason: string): Promise<Change[]> {
  const changes = [move('message', message, { state: 'cancelled', reason })];
  const waiting = await store.list('message', {
    where: { after: message.id, state: { in: ['pending', 'refused'] } },
  });
  for (const child of waiting) {
    if (child.target.kind === 'person') changes.push(move('message', child, { after: null }));
    else changes.push(...(await planCancel(store, child, 'parent_cancelled')));
  }
  return changes;
}
