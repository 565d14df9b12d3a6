// Doubt and how it ends. A message is in doubt when nobody can say whether its post arrived: the answer never came, or
// the process that sent it is gone. Sending again on doubt doubles; giving up loses; so Slack is asked, but not before
// the settle time, in which a post can still be on its way.
//
//   sending → unknown  the lease ran out, or a predecessor held it (takeOver)
//   unknown → sent     found by its key
//   unknown → pending  absent: sent again · or an update, which may be sent twice without harm
//   unknown → unknown  could not be asked: again after as long as it has been in doubt, at most ten minutes

import { move } from '../domain/change.ts';
import type { MessageRow } from '../domain/things.ts';
import { findDestination, findThread } from './address.ts';
import type { Delivery } from './delivery.ts';
import type { Destination, LookUpResult } from './ports.ts';
import { release, settleSent } from './settle.ts';

const LONGEST_WAIT_MS = 600_000;

/**
 * Puts everything that is `sending` in doubt, whatever its lease. Only where no other process can be sending: at boot on
 * SQLite, which one bot process holds alone.
 */
export async function takeOver(delivery: Delivery): Promise<void> {
  const held = await delivery.store.list('message', { where: { state: 'sending' } });
  for (const message of held) await doubt(delivery, message, 'process_ended');
}

/** Puts in doubt what is `sending` under a lease that has run out. */
export async function expireLeases(delivery: Delivery): Promise<void> {
  const nowMs = delivery.clocks.process();
  const where = { state: 'sending', leaseUntil: { lte: nowMs } } as const;
  for (const message of await delivery.store.list('message', { where })) {
    await doubt(delivery, message, 'lease_expired');
  }
}

/** Stale means that its sender has settled it after all. */
async function doubt(delivery: Delivery, message: MessageRow, reason: string): Promise<void> {
  const doubtSince = delivery.clocks.process();
  await delivery.store.commit([move('message', message, { state: 'unknown', reason, doubtSince })]);
}

/**
 * Resolves the doubtful messages whose settle time is over, oldest doubt first, until `isOver`; answers how many were
 * found to be sent. One message's trouble is logged and leaves the others alone.
 */
export async function reconcile(delivery: Delivery, isOver: () => boolean = () => false): Promise<number> {
  const nowMs = delivery.clocks.process();
  const settled = { lte: nowMs - delivery.options.settleMs };
  const where = { state: 'unknown', doubtSince: settled, notBefore: { lte: nowMs } } as const;
  let found = 0;
  for (const message of await delivery.store.list('message', { where, orderBy: 'doubtSince' })) {
    if (isOver()) break;
    if (await resolveSafely(delivery, message)) found++;
  }
  return found;
}

async function resolveSafely(delivery: Delivery, message: MessageRow): Promise<boolean> {
  try {
    return await resolve(delivery, message);
  } catch (error) {
    delivery.log.error({ error, message: message.id }, 'could not reconcile a message');
    return false;
  }
}

async function resolve(delivery: Delivery, message: MessageRow): Promise<boolean> {
  const nowMs = delivery.clocks.process();
  if (message.operation === 'update') {
    await release(delivery, message, nowMs);
    return false;
  }
  const to = await findDestination(delivery.store, message.target);
  const answer = await lookUp(delivery, message, to);
  delivery.atPoint('during_reconcile', message);
  switch (answer.kind) {
    case 'found':
      await settleSent(delivery, message, to, answer);
      return true;
    case 'absent':
      await release(delivery, message, nowMs);
      return false;
    case 'unknown':
      await wait(delivery, message, answer.reason);
      return false;
  }
}

async function lookUp(
  delivery: Delivery,
  message: MessageRow,
  to: Destination | null,
): Promise<LookUpResult> {
  if (!to) return { kind: 'unknown', reason: 'no_destination' };
  try {
    const threadTs = await findThread(delivery.store, message);
    return await delivery.sender.lookUp({ key: message.id, to, threadTs });
  } catch (error) {
    return { kind: 'unknown', reason: error instanceof Error ? error.message : String(error) };
  }
}

async function wait(delivery: Delivery, message: MessageRow, reason: string): Promise<void> {
  const nowMs = delivery.clocks.process();
  const inDoubtMs = Math.max(nowMs - (message.doubtSince ?? nowMs), delivery.options.settleMs);
  const notBefore = nowMs + Math.min(inDoubtMs, LONGEST_WAIT_MS);
  await delivery.store.commit([move('message', message, { notBefore, reason })]);
}
