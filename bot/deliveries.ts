// What became of the latest messages, in words: what was sent, what waits, and what was cancelled or skipped before it
// became a message, with the reason. For the desk's "what just happened" and its pictures of conversations.

import type { Store } from '../db/store.ts';
import type { Language } from '../domain/campaign.ts';
import type { ConsultationRow } from '../domain/consultation/things.ts';
import type { RehearsedSend } from '../domain/facts.ts';
import type { MessageContent } from '../domain/message-content.ts';
import { dutyFacts, dutyOf, periodFacts, unitFacts } from '../domain/obligation-facts.ts';
import { aboutMeeting, aboutTask, stepOf, UNKNOWN } from '../domain/rehearsal-intents.ts';
import type { TaskRow } from '../domain/task/things.ts';
import type {
  CampaignRow,
  IntentRow,
  MessageRow,
  MessageState,
  ObligationRow,
  PersonRow,
  Thing,
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
  tasks: Map<string, TaskRow>;
  consultations: Map<string, ConsultationRow>;
};

/** The rows of one kind that these intents are about, by id. */
async function rowsAbout<K extends 'obligation' | 'task' | 'consultation'>(
  store: Store,
  kind: K,
  intents: readonly IntentRow[],
): Promise<Map<string, Thing<K>>> {
  const ids = new Set(
    intents.flatMap(({ notice }) => (kind in notice ? [(notice as Record<K, string>)[kind]] : [])),
  );
  const rows = await Promise.all([...ids].map((id) => store.find(kind, id)));
  return new Map(rows.flatMap((row): [string, Thing<K>][] => (row ? [[row.id, row]] : [])));
}

async function readKnown(store: Store, language: Language, intents: readonly IntentRow[]): Promise<Known> {
  return {
    language,
    people: new Map((await store.list('person')).map((person) => [person.id, person])),
    channels: new Map((await store.list('channel')).map(({ id, name }) => [id, `#${name}`])),
    campaigns: new Map((await store.list('campaign')).map((row) => [row.id, row])),
    obligations: await rowsAbout(store, 'obligation', intents),
    tasks: await rowsAbout(store, 'task', intents),
    consultations: await rowsAbout(store, 'consultation', intents),
  };
}

function recipientOf({ target }: MessageRow, { people, channels }: Known): string {
  if (target.kind === 'person') return people.get(target.person)?.name ?? '';
  return channels.get(target.channel) ?? '';
}

const UPDATED: Record<Language, string> = { zh: '已更新：', en: 'Updated: ' };

const lineOfMessage = (row: MessageRow, known: Known): DeliveryLine => ({
  at: row.sentAt ?? row.createdAt,
  to: recipientOf(row, known),
  what:
    (row.operation === 'update' ? UPDATED[known.language] : '') +
    renderMessage(row.content, known.language).text,
  state: STATES[row.state],
  why: row.reason && reasonInWords(row.reason, known.language),
});

function aboutOf({ notice, campaign }: IntentRow, known: Known) {
  const definition = known.campaigns.get(campaign)?.definition;
  if (!definition) return UNKNOWN;
  const row = 'obligation' in notice && known.obligations.get(notice.obligation);
  if (row) {
    const duty = dutyOf(definition, row);
    const period = periodFacts(definition, duty, row);
    return { ...UNKNOWN, duty: dutyFacts(duty), unit: unitFacts(definition, row.unit), period };
  }
  const task = 'task' in notice && known.tasks.get(notice.task);
  if (task) return { ...aboutTask(definition, task), dueAt: null };
  const meeting = 'consultation' in notice && known.consultations.get(notice.consultation);
  return meeting ? aboutMeeting(definition, meeting) : UNKNOWN;
}

/** What an intent would have said: its kind, and what it is about, where that can be named. */
function whatOf(intent: IntentRow, known: Known): string {
  const { notice, slotAt, recipient, campaign } = intent;
  const send: RehearsedSend = {
    at: slotAt,
    to: { id: recipient, name: '', slack: null },
    role: null,
    what: notice.kind,
    step: stepOf(notice),
    unbound: false,
    ...aboutOf(intent, known),
  };
  const zone = known.campaigns.get(campaign)?.definition.zone ?? 'Asia/Shanghai';
  return describeSend(send, zone, slotAt, known.language).what;
}

const lineOfIntent = (row: IntentRow, known: Known): DeliveryLine => ({
  at: row.slotAt,
  to: known.people.get(row.recipient)?.name ?? '',
  what: whatOf(row, known),
  state: row.state === 'skipped' ? 'skipped' : 'cancelled',
  why: row.reason && reasonInWords(row.reason, known.language),
});

/** An update that was not needed is nothing that became of anything. */
const isWorthALine = ({ operation, state }: MessageRow): boolean =>
  operation === 'post' || state !== 'cancelled';

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
    ...messages.filter(isWorthALine).map((row) => lineOfMessage(row, known)),
    ...dropped.map((row) => lineOfIntent(row, known)),
  ];
  return lines.sort((a, b) => b.at - a.at).slice(0, limit);
}

export type RewordedLine = { channel: string; ts: string; text: string; blocks: unknown[] };

/** Of each post that was updated, what its newest update left, by the id of the post. */
async function readUpdated(store: Store): Promise<Map<string, MessageContent>> {
  const updates = await store.list('message', {
    where: { state: 'sent', operation: 'update' },
    orderBy: 'leaseUntil',
  });
  return new Map(updates.map(({ updates: post, content }) => [post ?? '', content]));
}

/**
 * Every message that people have in their conversations, in the words of this language: the row keeps facts, not words.
 * Whoever chose a language of their own is left out.
 */
export async function rewordSent({ store }: Looking, language: Language): Promise<RewordedLine[]> {
  const choosers = new Set((await store.list('person')).filter((one) => one.language).map(({ id }) => id));
  const updated = await readUpdated(store);
  const sent = await store.list('message', {
    where: { state: 'sent', operation: 'post' },
    orderBy: 'createdAt',
  });
  return sent.flatMap(({ id, target, content, channelId, ts }) => {
    if (target.kind !== 'person' || choosers.has(target.person) || channelId === null || ts === null)
      return [];
    return [{ channel: channelId, ts, ...renderMessage(updated.get(id) ?? content, language) }];
  });
}
