// Where a message goes: its destination, its thread, and for an update the post it changes. Reads, never writes.

import type { Store } from '../db/store.ts';
import type { SlackChannelId } from '../domain/ids.ts';
import type { MessageRow, MessageTarget } from '../domain/things.ts';
import type { Destination } from './ports.ts';

/** The person or channel row a message is for, or null when there is none any more. */
export async function findDestination(store: Store, target: MessageTarget): Promise<Destination | null> {
  if (target.kind === 'person') {
    const person = await store.find('person', target.person);
    return person && { kind: 'person', person };
  }
  const channel = await store.find('channel', target.channel);
  return channel && { kind: 'channel', channel };
}

/**
 * The `ts` of the thread a message belongs to, or null when it stands alone. The thread is that of the first message
 * of the chain: Slack has no threads in threads, so parts may be chained one after the other to keep their order.
 */
export async function findThread(store: Store, message: MessageRow): Promise<string | null> {
  const passed = new Set<string>();
  let first: MessageRow | null = null;
  for (let next = message.after; next !== null && !passed.has(next); next = first?.after ?? null) {
    passed.add(next);
    first = await store.find('message', next);
  }
  return first?.ts ?? null;
}

/** A post that stands in Slack, and where. */
export type Posted = { kind: 'posted'; message: MessageRow; channelId: SlackChannelId; ts: string };

/** How the post that an update changes stands: where it is, not there yet, held back, or never to come. */
export type Original = Posted | { kind: 'awaited' } | { kind: 'refused' } | { kind: 'gone' };

/** Finds the post that an update changes. */
export async function findOriginal(store: Store, update: MessageRow): Promise<Original> {
  const original = update.updates === null ? null : await store.find('message', update.updates);
  if (!original || original.state === 'cancelled') return { kind: 'gone' };
  if (original.state === 'refused') return { kind: 'refused' };
  const { channelId, ts } = original;
  return channelId && ts ? { kind: 'posted', message: original, channelId, ts } : { kind: 'awaited' };
}
