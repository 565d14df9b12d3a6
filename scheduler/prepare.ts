// A claimed message is made ready: checked against the ledger as it is now, addressed, and put into words. Nothing is
// posted here, so whatever goes wrong here is known not to have been sent.

import type { Language } from '../domain/campaign.ts';
import { type Change, move } from '../domain/change.ts';
import type { MessageId } from '../domain/ids.ts';
import { isRetelling } from '../domain/retelling.ts';
import type { MessageRow } from '../domain/things.ts';
import { findDestination, findOriginal, findThread, type Posted } from './address.ts';
import { decideDropped } from './bind.ts';
import { planCancel } from './cancel.ts';
import { coalesce } from './coalesce.ts';
import type { Delivery } from './delivery.ts';
import type { Destination, Outgoing } from './ports.ts';
import { findShown, saysTheSame } from './shown.ts';

/** How soon to try again what somebody else is busy with: a row, an earlier post, a channel not yet looked up. */
const LOOK_AGAIN_MS = { contested: 250, update: 1_000, original: 5_000, channel: 30_000 } as const;

/**
 * `ready` may be sent; `message` is the row as it stands now · `put_back` not now, again at `notBefore` (process time)
 * · `park` not until somebody mends it · `cancel` never · `taken` somebody else has it.
 */
export type Prepared =
  | { kind: 'ready'; message: MessageRow; outgoing: Outgoing }
  | { kind: 'put_back'; message: MessageRow; notBefore: number }
  | { kind: 'park'; message: MessageRow; reason: string; isNew: boolean }
  | { kind: 'cancel'; message: MessageRow; changes: Change[] }
  | { kind: 'taken' };

/** A step of the preparation: what it was after, or why it ends here. */
type Step<T> = { kind: 'go'; value: T } | Exclude<Prepared, { kind: 'ready' }>;
const go = <T>(value: T): Step<T> => ({ kind: 'go', value });

/** Makes a claimed message ready to be sent, or says why it is not. Throws when the store or the re-check does. */
export async function prepare(delivery: Delivery, claimed: MessageRow): Promise<Prepared> {
  const original = await prepareUpdate(delivery, claimed);
  if (original.kind !== 'go') return original;
  const checked = await (original.value
    ? tellAnew(delivery, claimed, original.value)
    : checkAgain(delivery, claimed));
  if (checked.kind !== 'go') return checked;
  const message = checked.value;
  const to = await prepareDestination(delivery, message);
  if (to.kind !== 'go') return to;
  const words = await renderWords(delivery, message, to.value);
  if (words.kind !== 'go') return words;
  const threadTs = await findThread(delivery.store, message);
  const update = original.value && { channelId: original.value.channelId, ts: original.value.ts };
  const address = { to: to.value, threadTs, update };
  if (delivery.clocks.process() >= message.leaseUntil)
    return putBack(delivery, message, LOOK_AGAIN_MS.contested);
  return { kind: 'ready', message, outgoing: { key: message.id, ...words.value, ...address } };
}

const putBack = (delivery: Delivery, message: MessageRow, inMs: number) =>
  ({ kind: 'put_back', message, notBefore: delivery.clocks.process() + inMs }) as const;

async function cancel(
  { store }: Delivery,
  message: MessageRow,
  reason: string,
  also: Change[] = [],
): Promise<Extract<Prepared, { kind: 'cancel' }>> {
  return { kind: 'cancel', message, changes: [...(await planCancel(store, message, reason)), ...also] };
}

async function prepareUpdate(delivery: Delivery, message: MessageRow): Promise<Step<Posted | null>> {
  if (message.operation === 'post') return go(null);
  const others = await coalesce(delivery.store, message);
  if (others.kind === 'superseded') return cancel(delivery, message, 'superseded');
  if (others.kind === 'wait') return putBack(delivery, message, LOOK_AGAIN_MS.update);
  const original = await findOriginal(delivery.store, message);
  if (original.kind === 'gone') return cancel(delivery, message, 'nothing_to_update');
  if (original.kind === 'refused') return { kind: 'park', message, reason: 'original_refused', isNew: false };
  if (original.kind === 'awaited') return putBack(delivery, message, LOOK_AGAIN_MS.original);
  const older = others.supersedes.map((one) =>
    move('message', one, { state: 'cancelled', reason: 'superseded' }),
  );
  const result = await delivery.store.commit(older);
  if (result.kind !== 'committed') return putBack(delivery, message, LOOK_AGAIN_MS.update);
  return go(original);
}

/** An update of what a person was told says how things stand now; one that would say the same again is not sent. */
async function tellAnew(delivery: Delivery, update: MessageRow, posted: Posted): Promise<Step<MessageRow>> {
  if (!isRetelling(update) || update.content.kind !== 'told') return go(update);
  const now = delivery.clocks.campaign();
  const { message, isCertain } = await findShown(delivery.store, posted.message, update);
  const before = message.content.kind === 'told' ? message.content.items : [];
  const items = await delivery.retell(message, now);
  if (isCertain && saysTheSame(before, items)) return cancel(delivery, update, 'unchanged');
  return go({ ...update, content: { ...update.content, at: now, items } });
}

/**
 * Looks at the bound intents once more: a report may have been filed since they were bound. What no longer holds is
 * written before the post, so that the record never says that somebody was told what was left out.
 */
async function checkAgain(delivery: Delivery, message: MessageRow): Promise<Step<MessageRow>> {
  if (message.content.kind !== 'told') return go(message);
  const intents = await delivery.store.list('intent', { where: { message: message.id } });
  if (intents.length === 0) return go(message);
  const bound = intents.filter((intent) => intent.state === 'bound');
  const now = delivery.clocks.campaign();
  const telling = bound.length === 0 ? NOTHING_LEFT : await delivery.recheck(bound, now);
  const dropped = decideDropped(telling);
  if (telling.told.length === 0) return cancel(delivery, message, 'nothing_left', dropped);
  const items = telling.told.map((one) => one.item);
  const content = { ...message.content, at: now, items };
  if (dropped.length === 0) return go({ ...message, content });
  const result = await delivery.store.commit([move('message', message, { content }), ...dropped]);
  if (result.kind === 'committed') return go({ ...message, content, version: message.version + 1 });
  return isAbout(result, message.id)
    ? { kind: 'taken' }
    : putBack(delivery, message, LOOK_AGAIN_MS.contested);
}
const NOTHING_LEFT = { told: [], cancelled: [], postponed: [] };

const isAbout = (result: { thing: string; id: string }, id: MessageId): boolean =>
  result.thing === 'message' && result.id === id;

async function prepareDestination(delivery: Delivery, message: MessageRow): Promise<Step<Destination>> {
  const to = await findDestination(delivery.store, message.target);
  if (to?.kind === 'person') return to.person.slack ? go(to) : cancelUnbound(delivery, message);
  if (!to && message.target.kind === 'person') return cancelUnbound(delivery, message);
  if (!to) return { kind: 'park', message, reason: 'no_such_channel', isNew: true };
  // Whoever found the trouble has told the office; each parked message need not tell it again.
  if (to.channel.trouble) return { kind: 'park', message, reason: to.channel.trouble, isNew: false };
  return to.channel.slack ? go(to) : putBack(delivery, message, LOOK_AGAIN_MS.channel);
}

async function cancelUnbound(delivery: Delivery, message: MessageRow): Promise<Step<never>> {
  const intents = await delivery.store.list('intent', { where: { message: message.id, state: 'bound' } });
  const cancelled = intents.map((intent) => ({ intent, reason: 'unbound' }));
  return cancel(delivery, message, 'unbound', decideDropped({ cancelled, postponed: [] }));
}

type Words = Pick<Outgoing, 'text' | 'blocks'>;

/** A message that cannot be put into words would fail each time in the same way, so it is parked and told. */
async function renderWords(delivery: Delivery, message: MessageRow, to: Destination): Promise<Step<Words>> {
  const language = await languageFor(delivery, message, to);
  try {
    return go(delivery.render(message.content, language));
  } catch (error) {
    delivery.log.error({ error, message: message.id }, 'could not render a message');
    return { kind: 'park', message, reason: 'cannot_render', isNew: true };
  }
}

/** A person reads their own language, a channel the campaign's. */
async function languageFor(delivery: Delivery, message: MessageRow, to: Destination): Promise<Language> {
  if (to.kind === 'person') return delivery.languageOf(to.person);
  const campaign = await delivery.store.find('campaign', message.campaign);
  if (!campaign) throw new Error(`No campaign ${message.campaign}`);
  return campaign.definition.language;
}
