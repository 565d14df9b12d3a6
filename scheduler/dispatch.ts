// One claimed message goes out: prepared, sent, settled. Before the post every failure is known not to have been sent and
// the message is put back; from the post on nothing is assumed: if the settling fails, the message stays `sending`, its
// lease runs out, and reconcile.ts asks Slack.

import type { Change } from '../domain/change.ts';
import type { MessageRow } from '../domain/things.ts';
import { backoffMs, type Delivery } from './delivery.ts';
import type { Outgoing, SendResult } from './ports.ts';
import { type Prepared, prepare } from './prepare.ts';
import { release, settle, settlePending, settleRefused } from './settle.ts';

/** Sends a message that was just claimed, or settles why it is not sent; answers whether it was sent. Never throws. */
export async function dispatch(delivery: Delivery, claimed: MessageRow): Promise<boolean> {
  try {
    delivery.atPoint('after_claim', claimed);
    const prepared = await prepareOrPutBack(delivery, claimed);
    if (prepared.kind === 'ready') return await send(delivery, prepared.message, prepared.outgoing);
    await settleUnsent(delivery, prepared);
  } catch (error) {
    delivery.log.error({ error, message: claimed.id }, 'could not settle a message; its lease will run out');
  }
  return false;
}

async function prepareOrPutBack(delivery: Delivery, claimed: MessageRow): Promise<Prepared> {
  try {
    return await prepare(delivery, claimed);
  } catch (error) {
    delivery.log.error({ error, message: claimed.id }, 'could not prepare a message');
    return putBackAfterFailure(delivery, claimed);
  }
}

/** The row may have moved on while it was prepared; the attempt shows whether the claim is still ours. */
async function putBackAfterFailure(delivery: Delivery, claimed: MessageRow): Promise<Prepared> {
  const message = await delivery.store.find('message', claimed.id);
  if (message?.state !== 'sending' || message.attempts !== claimed.attempts) return { kind: 'taken' };
  return { kind: 'put_back', message, notBefore: delivery.clocks.process() + backoffMs(claimed.attempts) };
}

async function send(delivery: Delivery, message: MessageRow, outgoing: Outgoing): Promise<boolean> {
  delivery.atPoint('before_post', message);
  const result = await sendOrDoubt(delivery, outgoing, message.leaseUntil);
  delivery.atPoint('after_post', message);
  await settle(delivery, message, outgoing.to, result);
  return result.kind === 'sent';
}

async function sendOrDoubt({ sender }: Delivery, outgoing: Outgoing, startByMs: number): Promise<SendResult> {
  try {
    return await sender.send(outgoing, startByMs);
  } catch (error) {
    return { kind: 'unknown', reason: error instanceof Error ? error.message : String(error) };
  }
}

async function settleUnsent(
  delivery: Delivery,
  prepared: Exclude<Prepared, { kind: 'ready' }>,
): Promise<void> {
  switch (prepared.kind) {
    case 'put_back':
      return release(delivery, prepared.message, prepared.notBefore);
    case 'park':
      return settleRefused(delivery, prepared.message, prepared.reason, prepared.isNew);
    case 'cancel':
      return cancel(delivery, prepared.message, prepared.changes);
    case 'taken':
      return;
  }
}

/** Overtaken by somebody who changed one of the rows: put back, so that the next claim decides on fresh data. */
async function cancel(delivery: Delivery, message: MessageRow, changes: Change[]): Promise<void> {
  const result = await delivery.store.commit(changes);
  if (result.kind !== 'committed') await settlePending(delivery, message, 0);
}
