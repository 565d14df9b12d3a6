// What a send came to is written down, from the version that was claimed: when somebody else has taken the message over
// meanwhile (`stale`), nothing is written, and the look-up by its key tells them the same.
//
//   sending → sent      sent(ts), with where it is; a person's conversation is learnt beside it, and what has changed since
//                       it was prepared is told in place
//   sending → pending   not_sent: again when the sender said, and later with every failure
//   sending → refused   refused: parked, and what tells the office is in the same commit
//   sending → unknown   unknown: in doubt since now

import { type Change, move } from '../domain/change.ts';
import type { SlackChannelId } from '../domain/ids.ts';
import { retold } from '../domain/retelling.ts';
import type { MessageRow } from '../domain/things.ts';
import { planLettingGo } from './cancel.ts';
import { backoffMs, type Delivery } from './delivery.ts';
import type { Destination, SendResult } from './ports.ts';
import { saysTheSame } from './shown.ts';

type Place = { channelId: SlackChannelId; ts: string };

/** Writes what a send came to. */
export async function settle(
  delivery: Delivery,
  message: MessageRow,
  to: Destination,
  result: SendResult,
): Promise<void> {
  switch (result.kind) {
    case 'sent':
      return settleSent(delivery, message, to, result);
    case 'not_sent':
      return settlePending(delivery, message, result.retryAtMs);
    case 'refused':
      return settleRefused(delivery, message, result.reason, true);
    case 'unknown':
      return settleUnknown(delivery, message, result.reason);
  }
}

/** The message stands at this place in Slack, since campaign now; the conversation with a person is learnt. */
export async function settleSent(
  delivery: Delivery,
  message: MessageRow,
  to: Destination | null,
  { channelId, ts }: Place,
): Promise<void> {
  const sentAt = delivery.clocks.campaign();
  const { content } = message;
  const own = move('message', message, {
    state: 'sent',
    content,
    channelId,
    ts,
    sentAt,
    doubtSince: null,
    reason: null,
  });
  const isNews = to?.kind === 'person' && to.person.dm !== channelId;
  await commitOwn(delivery, message, own, async () => [
    ...(isNews ? [move('person', to.person, { dm: channelId })] : []),
    ...(await planCatchingUp(delivery, message)),
  ]);
}

/**
 * While a post was under way a decision may have changed what it shows, which did not know that it was shown already: then
 * an update follows.
 */
async function planCatchingUp(delivery: Delivery, message: MessageRow): Promise<Change[]> {
  const { content, operation, target } = message;
  if (operation !== 'post' || target.kind !== 'person' || content.kind !== 'told') return [];
  const now = delivery.clocks.campaign();
  const items = await delivery.retell(message, now);
  if (saysTheSame(content.items, items)) return [];
  return retold([message], { id: 'sent', version: message.version }, now);
}

/** The message was not sent and is free again, not before a process time that grows with the attempts. */
export async function settlePending(
  delivery: Delivery,
  message: MessageRow,
  notBefore: number,
): Promise<void> {
  const earliest = delivery.clocks.process() + backoffMs(message.attempts);
  await release(delivery, message, Math.max(notBefore, earliest));
}

/** The message is free again from `notBefore` (process time, epoch ms). */
export async function release(delivery: Delivery, message: MessageRow, notBefore: number): Promise<void> {
  const own = move('message', message, { state: 'pending', notBefore, doubtSince: null });
  await commitOwn(delivery, message, own);
}

/** The message is parked, and what waits under it is let go; when the trouble is new, what tells the office is written with it. */
export async function settleRefused(
  delivery: Delivery,
  message: MessageRow,
  reason: string,
  isNew: boolean,
): Promise<void> {
  const own = move('message', message, { state: 'refused', reason });
  await commitOwn(delivery, message, own, async () => [
    ...(isNew ? await delivery.onRefused(message, reason) : []),
    ...(await planLettingGo(delivery.store, message)),
  ]);
}

/** The message may or may not have arrived. */
export async function settleUnknown(delivery: Delivery, message: MessageRow, reason: string): Promise<void> {
  const { content } = message;
  const doubtSince = delivery.clocks.process();
  await commitOwn(
    delivery,
    message,
    move('message', message, { state: 'unknown', content, reason, doubtSince }),
  );
}

/**
 * Commits the message's own change and, as far as they can be had, the ones that go with it: those are made anew when
 * overtaken, and given up rather than let a message that was sent count as not sent.
 */
async function commitOwn(
  delivery: Delivery,
  message: MessageRow,
  own: Change,
  planOthers: () => Promise<Change[]> | Change[] = () => [],
): Promise<void> {
  for (let tries = 0; tries < 4; tries++) {
    const others = tries < 3 ? await planSafely(delivery, message, planOthers) : [];
    const result = await delivery.store.commit([own, ...others]);
    if (result.kind === 'committed') return;
    if (result.thing === 'message' && result.id === message.id) {
      return delivery.log.warn({ message: message.id }, 'somebody else has settled this message');
    }
  }
}

async function planSafely(
  delivery: Delivery,
  message: MessageRow,
  plan: () => Promise<Change[]> | Change[],
): Promise<Change[]> {
  try {
    return await plan();
  } catch (error) {
    delivery.log.error({ error, message: message.id }, 'could not plan what goes with a message');
    return [];
  }
}
