// In which conversation a message stands: what follows about an incident goes under the message that first told this
// person of it. Everything else stands alone, also a call: it must ring, and must not wait for a message in doubt.

import type { Store } from '../db/store.ts';
import type { MessageId } from '../domain/ids.ts';
import type { IntentRow } from '../domain/things.ts';

/**
 * The message under which these intents of one recipient belong, or null when they stand alone: they are not all about one
 * incident, they call somebody out, nothing of it was told yet, or the first telling was cancelled or refused.
 */
export async function findHead(store: Store, intents: readonly IntentRow[]): Promise<MessageId | null> {
  const [first] = intents;
  if (!first?.about || !intents.every((intent) => isFollowing(intent, first.about))) return null;
  const told = await store.list('intent', {
    where: { about: first.about, recipient: first.recipient, state: 'bound' },
  });
  const [earliest] = told.filter((intent) => isOfIncident(intent, first.about)).sort(byEntry);
  const head = earliest?.message ? await store.find('message', earliest.message) : null;
  return head && head.state !== 'cancelled' && head.state !== 'refused' ? head.id : null;
}

const isOfIncident = ({ notice, about }: IntentRow, incident: string | null): boolean =>
  notice.kind === 'incident' && about === incident;

const isFollowing = ({ notice, about }: IntentRow, incident: string | null): boolean =>
  notice.kind === 'incident' && about === incident && !notice.call;

const entryOf = ({ notice }: IntentRow): number => (notice.kind === 'incident' ? notice.entry : 0);

const byEntry = (a: IntentRow, b: IntentRow): number =>
  entryOf(a) - entryOf(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
