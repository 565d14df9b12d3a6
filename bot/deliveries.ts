// What became of the latest messages, in words: what was sent, what waits, and what was cancelled or skipped before it
// became a message, with the reason. For the desk's "what just happened" and its pictures of conversations.

import type { Store } from '../db/store.ts';
import type { Language } from '../domain/campaign.ts';
import type { Notice } from '../domain/notice.ts';
import { dutyFacts, dutyOf, periodFacts, unitFacts } from '../domain/obligation-facts.ts';
import type {
  CampaignRow,
  IntentRow,
  MessageRow,
  MessageState,
  ObligationRow,
  PersonRow,
} from '../domain/things.ts';
import { renderMessage } from '../messages/render.ts';
import { describeSend } from '../messages/views/rehearsal.ts';
import { reasonInWords } from './delivery-words.ts';
import type { Looking } from './looking.ts';

export type DeliveryState = 'sent' | 'cancelled' | 'skipped' | 'refused' | 'waiting';
export type DeliveryLine = { at: number; to: string; what: string; state: DeliveryState; why: string | null };

const STATES: Record<MessageState, DeliveryState> = {
  pending: 'waiting',
  sending: 'waiting',
  unknown: 'waiting',
  sent: 'sent',
  refused: 'refused',
  cancelled: 'cancelled',
};

type Known = {
  language: Language;
  people: Map<string, PersonRow>;
  channels: Map<string, string>;
  campaigns: Map<string, CampaignRow>;
  obligations: Map<string, ObligationRow>;
};

async function readKnown(store: Store, language: Language, intents: readonly IntentRow[]): Promise<Known> {
  const about = [
    ...new Set(intents.flatMap(({ notice }) => ('obligation' in notice ? [notice.obligation] : []))),
  ];
  const rows = await Promise.all(about.map((id) => store.find('obligation', id)));
  return {
    language,
    people: new Map((await store.list('person')).map((person) => [person.id, person])),
    channels: new Map((await store.list('channel')).map(({ id, name }) => [id, `#${name}`])),
    campaigns: new Map((await store.list('campaign')).map((row) => [row.id, row])),
    obligations: new Map(rows.flatMap((row) => (row ? [[row.id, row]] : []))),
  };
}

function recipientOf({ target }: MessageRow, { people, channels }: Known): string {
  if (target.kind === 'person') return people.get(target.person)?.name ?? '';
  return channels.get(target.channel) ?? '';
}

const lineOfMessage = (row: MessageRow, known: Known): DeliveryLine => ({
  at: row.sentAt ?? row.createdAt,
  to: recipientOf(row, known),
  what: renderMessage(row.content, known.language).text,
  state: STATES[row.state],
  why: row.reason && reasonInWords(row.reason, known.language),
});

const stepOf = (notice: Notice): string => (notice.kind === 'reminder' ? notice.step : notice.kind);

/** What an intent would have said: its kind, and the unit, duty and period it is about, where it is about one. */
function whatOf({ notice, slotAt, recipient, campaign }: IntentRow, known: Known): string {
  const row = 'obligation' in notice ? known.obligations.get(notice.obligation) : undefined;
  const definition = known.campaigns.get(campaign)?.definition;
  const about = row &&
    definition && {
      duty: dutyFacts(dutyOf(definition, row)),
      unit: unitFacts(definition, row.unit),
      period: periodFacts(definition, dutyOf(definition, row), row),
    };
  const send = {
    at: slotAt,
    to: { id: recipient, name: '', slack: null },
    role: null,
    what: notice.kind,
    duty: null,
    unit: null,
    period: null,
    step: stepOf(notice),
    dueAt: null,
    provisional: false,
    unbound: false,
    ...about,
  };
  return describeSend(send, definition?.zone ?? 'Asia/Shanghai', slotAt, known.language).what;
}

const lineOfIntent = (row: IntentRow, known: Known): DeliveryLine => ({
  at: row.slotAt,
  to: known.people.get(row.recipient)?.name ?? '',
  what: whatOf(row, known),
  state: row.state === 'skipped' ? 'skipped' : 'cancelled',
  why: row.reason && reasonInWords(row.reason, known.language),
});

/** The newest deliveries, newest first. */
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
  const known = await readKnown(store, language, dropped);
  const lines = [
    ...messages.map((row) => lineOfMessage(row, known)),
    ...dropped.map((row) => lineOfIntent(row, known)),
  ];
  return lines.sort((a, b) => b.at - a.at).slice(0, limit);
}

export type RewordedLine = { channel: string; ts: string; text: string; blocks: unknown[] };

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
