// Intents that have become due are looked at once more and bound to one message for each recipient and bundle.
// One commit for each group, before anything is posted: an intent is told by exactly one message. A group that
// somebody else changed meanwhile (`stale`), or that cannot be read, is left for the next pass and blocks nobody.
//
//   pending → bound      still true: told by the message inserted in the same commit
//   pending → cancelled  no longer owed, noted …: with the reason
//   pending → pending    outside reminder hours by now: at its next slot

import { type Change, insert, move } from '../domain/change.ts';
import type { CampaignId, Instant, MessageId } from '../domain/ids.ts';
import type { IntentRow, MessageRow } from '../domain/things.ts';
import type { Delivery } from './delivery.ts';
import { othersFirst } from './others-first.ts';
import type { Telling } from './ports.ts';
import { findHead } from './thread.ts';

/**
 * Binds every intent whose slot is not after campaign now to a message, group by group; a group's trouble is logged
 * and leaves the others alone.
 */
export async function bindDueIntents(delivery: Delivery): Promise<void> {
  const now = delivery.clocks.campaign();
  const due = await delivery.store.list('intent', {
    where: { state: 'pending', slotAt: { lte: now } },
    orderBy: 'slotAt',
  });
  if (due.length === 0) return;
  const zones = await readZones(delivery);
  for (const group of urgentFirst(groupIntents(due, zones))) {
    try {
      await bindGroup(delivery, group, { now, zone: zones.get(group[0]!.campaign)! });
    } catch (error) {
      delivery.log.error({ error, intents: group.map((intent) => intent.id) }, 'could not bind what is due');
    }
    // Thousands may be due at once, and somebody may be waiting for an answer meanwhile.
    await othersFirst();
  }
}

/** What cannot wait goes before everything else that is due, here and in the queue. */
const isUrgent = (group: readonly IntentRow[]): boolean =>
  group.some(({ notice }) => notice.kind === 'incident');

const urgentFirst = (groups: readonly IntentRow[][]): IntentRow[][] => [
  ...groups.filter(isUrgent),
  ...groups.filter((group) => !isUrgent(group)),
];

type Zones = ReadonlyMap<CampaignId, string>;

async function readZones({ store }: Delivery): Promise<Map<CampaignId, string>> {
  const campaigns = await store.list('campaign');
  return new Map(campaigns.map(({ id, definition }) => [id, definition.zone]));
}

/**
 * Puts together what one person is told in one message, in order of first appearance: what several campaigns have to
 * say as well, as long as they reckon in one time zone, for a message is printed in one.
 */
export function groupIntents(intents: readonly IntentRow[], zones: Zones): IntentRow[][] {
  const groups = new Map<string, IntentRow[]>();
  for (const intent of intents) {
    const zone = zones.get(intent.campaign) ?? intent.campaign;
    const key = JSON.stringify([zone, intent.recipient, intent.bundle]);
    const group = groups.get(key);
    if (group) group.push(intent);
    else groups.set(key, [intent]);
  }
  return [...groups.values()];
}

async function bindGroup(
  delivery: Delivery,
  group: IntentRow[],
  { now, zone }: { now: Instant; zone: string | undefined },
): Promise<void> {
  if (zone === undefined) throw new Error(`No campaign ${group[0]!.campaign}`);
  const telling = await delivery.recheck(group, now);
  const message = draftMessage(telling, zone, {
    id: delivery.newId(),
    after: await findHead(
      delivery.store,
      telling.told.map(({ intent }) => intent),
    ),
    now,
    notBefore: isUrgent(group) ? 0 : delivery.clocks.process(),
  });
  const result = await delivery.store.commit(decideBinding(telling, message));
  if (result.kind === 'committed') delivery.atPoint('after_enqueue', message && { ...message, version: 1 });
}

/** `notBefore` is process time; who may be sent longest is sent first. */
type Stamp = { id: MessageId; after: MessageId | null; now: Instant; notBefore: number };

function draftMessage({ told }: Telling, zone: string, stamp: Stamp): Omit<MessageRow, 'version'> | null {
  if (told.length === 0) return null;
  const items = told.map((one) => one.item);
  const { campaign, recipient } = told[0]!.intent;
  return {
    id: stamp.id,
    campaign,
    target: { kind: 'person', person: recipient },
    operation: 'post',
    updates: null,
    after: stamp.after,
    content: { kind: 'told', zone, at: stamp.now, items },
    state: 'pending',
    reason: null,
    attempts: 0,
    createdAt: stamp.now,
    sentAt: null,
    notBefore: stamp.notBefore,
    leaseUntil: 0,
    doubtSince: null,
    channelId: null,
    ts: null,
  };
}

/** What is written when intents are bound to a message; with null nothing was left to be told. */
export function decideBinding(telling: Telling, message: Omit<MessageRow, 'version'> | null): Change[] {
  const bound = telling.told.map(({ intent }) =>
    move('intent', intent, { state: 'bound', message: message?.id ?? null }),
  );
  return [...(message ? [insert('message', message)] : []), ...bound, ...decideDropped(telling)];
}

/** What is written of intents that are not told now: cancelled with a reason, or free again for their next slot. */
export function decideDropped({ cancelled, postponed }: Pick<Telling, 'cancelled' | 'postponed'>): Change[] {
  return [
    ...cancelled.map(({ intent, reason }) => move('intent', intent, { state: 'cancelled', reason })),
    ...postponed.map(({ intent, slotAt }) =>
      move('intent', intent, { state: 'pending', slotAt, message: null }),
    ),
  ];
}
