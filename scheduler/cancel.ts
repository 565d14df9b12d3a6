// A message that will not be sent takes with it what was to follow in its thread: the parts of a bulletin mean nothing
// without its head. What a person is told of an incident means something by itself, and stands alone then, also when the
// message above it is only parked: nobody knows whether that is ever mended.

import type { Store } from '../db/store.ts';
import { type Change, move } from '../domain/change.ts';
import type { MessageRow } from '../domain/things.ts';

/** What waits in the thread of a message, to be sent or to be mended. */
const listWaiting = (store: Store, { id }: MessageRow): Promise<MessageRow[]> =>
  store.list('message', { where: { after: id, state: { in: ['pending', 'refused'] } } });

const standingAlone = (waiting: readonly MessageRow[]): Change[] =>
  waiting
    .filter(({ target }) => target.kind === 'person')
    .map((child) => move('message', child, { after: null }));

/** What is written so that nothing a person is told waits for this message any more. */
export const planLettingGo = async (store: Store, message: MessageRow): Promise<Change[]> =>
  standingAlone(await listWaiting(store, message));

/** What is written to cancel a message and, as `parent_cancelled`, what waits for it and cannot stand alone. */
export async function planCancel(store: Store, message: MessageRow, reason: string): Promise<Change[]> {
  const waiting = await listWaiting(store, message);
  const changes = [move('message', message, { state: 'cancelled', reason }), ...standingAlone(waiting)];
  for (const child of waiting.filter(({ target }) => target.kind !== 'person'))
    changes.push(...(await planCancel(store, child, 'parent_cancelled')));
  return changes;
}
