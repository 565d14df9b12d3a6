// What the bot can be asked about itself, in words: what will be sent, what was sent, which commands there are. For the
// desk and the command line; Slack asks the same by commands.

import { commands } from '../commands/registry.ts';
import { readRehearsalSources } from '../db/rehearsal-sources.ts';
import type { Store } from '../db/store.ts';
import type { HolidayTable } from '../domain/calendar.ts';
import type { Language } from '../domain/campaign.ts';
import type { RehearsedSend } from '../domain/facts.ts';
import { as, type Instant } from '../domain/ids.ts';
import type { CommandName } from '../domain/outcome.ts';
import { rehearse } from '../domain/rehearsal.ts';
import type { IntentRow, MessageRow, MessageState } from '../domain/things.ts';
import { describeCommand, renderMessage } from '../messages/render.ts';
import { describeSend } from '../messages/views/rehearsal.ts';
import { findNextEvent } from '../scheduler/next-event.ts';

const DAY_MS = 86_400_000;
const LOOKED_AHEAD_DAYS = 14;

export type Looking = { store: Store; holidays: HolidayTable; now: () => Instant };
export type RewordedLine = { channel: string; ts: string; text: string; blocks: unknown[] };
export type SendLine = { at: number; to: string; what: string; why: string };
export type DeliveryState = 'sent' | 'cancelled' | 'skipped' | 'refused' | 'waiting';
export type DeliveryLine = { at: number; to: string; what: string; state: DeliveryState; why: string | null };

/** Everything that will be sent in the days from `from` if nobody does anything, soonest first. */
export async function listSends(
  { store, holidays }: Looking,
  from: Instant,
  days: number,
): Promise<{ send: RehearsedSend; zone: string }[]> {
  const to = as<Instant>(from + days * DAY_MS);
  const found: { send: RehearsedSend; zone: string }[] = [];
  for (const row of await store.list('campaign')) {
    const sends = rehearse(await readRehearsalSources(store, row, holidays), from, to);
    found.push(...sends.map((send) => ({ send, zone: row.definition.zone })));
  }
  return found.sort((a, b) => a.send.at - b.send.at);
}

/** The same in words. */
export async function rehearseInWords(
  looking: Looking,
  language: Language,
  days: number,
): Promise<SendLine[]> {
  const now = looking.now();
  const sends = await listSends(looking, now, days);
  return sends.map(({ send, zone }) => ({ at: send.at, ...describeSend(send, zone, now, language) }));
}

const STATES: Record<MessageState, DeliveryState> = {
  pending: 'waiting',
  sending: 'waiting',
  unknown: 'waiting',
  sent: 'sent',
  refused: 'refused',
  cancelled: 'cancelled',
};

/**
 * Every message that people have in their conversations, in the words of this language: the row keeps facts, not words.
 * Whoever chose a language of their own is left out.
 */
export async function rewordSent({ store }: Looking, language: Language): Promise<RewordedLine[]> {
  const choosers = new Set((await store.list('person')).filter((one) => one.language).map(({ id }) => id));
  const sent = await store.list('message', {
    where: { state: 'sent', operation: 'post' },
    orderBy: 'createdAt',
  });
  return sent.flatMap(({ target, content, channelId, ts }) => {
    if (target.kind !== 'person' || choosers.has(target.person) || channelId === null || ts === null)
      return [];
    return [{ channel: channelId, ts, ...renderMessage(content, language) }];
  });
}

/** The newest deliveries in words: messages, and what was cancelled or skipped before it became one. */
export async function listDeliveries(
  { store }: Looking,
  language: Language,
  limit: number,
): Promise<DeliveryLine[]> {
  const newest = { orderBy: 'createdAt', desc: true, limit } as const;
  const messages = await store.list('message', newest);
  const dropped = await store.list('intent', {
    ...newest,
    where: { state: { in: ['cancelled', 'skipped'] } },
  });
  const names = new Map((await store.list('person')).map(({ id, name }) => [id, name]));
  const channels = new Map((await store.list('channel')).map(({ id, name }) => [id, `#${name}`]));
  const toOf = ({ target }: MessageRow): string =>
    (target.kind === 'person' ? names.get(target.person) : channels.get(target.channel)) ?? '';
  const ofMessage = (row: MessageRow): DeliveryLine => ({
    at: row.sentAt ?? row.createdAt,
    to: toOf(row),
    what: renderMessage(row.content, language).text,
    state: STATES[row.state],
    why: row.reason,
  });
  const ofIntent = (row: IntentRow): DeliveryLine => ({
    at: row.slotAt,
    to: names.get(row.recipient) ?? '',
    what: row.about ?? row.notice.kind,
    state: row.state === 'skipped' ? 'skipped' : 'cancelled',
    why: row.reason,
  });
  return [...messages.map(ofMessage), ...dropped.map(ofIntent)].sort((a, b) => b.at - a.at).slice(0, limit);
}

/** The next moment at which something would be sent, and a few words for it; failing that, something planned. */
export async function findNext(
  looking: Looking,
  language: Language,
): Promise<{ at: number; what: string } | null> {
  const now = looking.now();
  const next = (await listSends(looking, now, LOOKED_AHEAD_DAYS)).find(({ send }) => send.at > now);
  if (next) {
    const { to, what } = describeSend(next.send, next.zone, now, language);
    return { at: next.send.at, what: `${what} → ${to}` };
  }
  const planned = await findNextEvent(looking.store, now);
  return planned && { at: planned.at, what: planned.notice?.kind ?? '' };
}

/** Every command that can be typed. */
export const listCommands = (
  language: Language,
): { name: CommandName; word: string; arguments: string; what: string }[] =>
  commands
    .filter(({ words }) => words[language].length > 0)
    .map(({ name }) => {
      const { word, arguments: more, what } = describeCommand(name as CommandName, language);
      return { name: name as CommandName, word, arguments: more, what };
    });
