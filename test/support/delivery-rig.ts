// A delivery with everything round it: people and channels in a store, two fake clocks, a recording sender, and a
// re-check that believes the test. What is owed is a single word, so that a test can say what arrived.

import type { Store } from '../../db/store.ts';
import { type Change, insert, move } from '../../domain/change.ts';
import {
  as,
  type CampaignId,
  type Instant,
  type IntentId,
  type MessageId,
  type PersonId,
  type SlackChannelId,
  type SlackUserId,
} from '../../domain/ids.ts';
import type { MessageContent } from '../../domain/message-content.ts';
import type { NoticeItem } from '../../domain/notice.ts';
import type { ChannelRow, IntentRow, MessageRow, PersonRow } from '../../domain/things.ts';
import { type Delivered, deliver } from '../../scheduler/deliver.ts';
import type { Delivery, DeliveryOptions } from '../../scheduler/delivery.ts';
import type { KillPoint, Telling } from '../../scheduler/ports.ts';
import { aCampaign, at } from './builders.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { type RecordingSender, recordingSender } from './recording-sender.ts';

export const CAMPAIGN = as<CampaignId>('loudi-2016');
export const CHANNEL = `${CAMPAIGN}/bulletin`;
export const OPTIONS: DeliveryOptions = { leaseMs: 15_000, settleMs: 60_000, atOnce: 4, passMs: 60_000 };

/** The words of a message as the rig renders it: what is told, and its language. */
export const wordsOf = (content: MessageContent): string =>
  content.kind === 'told'
    ? content.items.map((item) => (item.kind === 'delivery_refused' ? item.what : item.kind)).join('+')
    : content.kind;

export const aPerson = (id: string, over: Partial<PersonRow> = {}): Omit<PersonRow, 'version'> => ({
  id: as<PersonId>(id),
  name: id,
  email: `${id}@loudi.example`,
  slack: as<SlackUserId>(`U${id.toUpperCase()}`),
  dm: null,
  language: null,
  locale: null,
  trouble: null,
  ...over,
});

export const anIntent = (
  recipient: string,
  what: string,
  over: Partial<IntentRow> = {},
): Omit<IntentRow, 'version'> => ({
  id: as<IntentId>(`${recipient}:${what}`),
  campaign: CAMPAIGN,
  recipient: as<PersonId>(recipient),
  notice: { kind: 'delivery_refused', what, to: recipient, reason: '' },
  about: what,
  slotAt: at('2016-08-05 09:00'),
  createdAt: at('2016-08-05 09:00'),
  bundle: 'reminders',
  state: 'pending',
  reason: null,
  message: null,
  ...over,
});

/** A message without intents, as a command would leave it: to the bulletin's channel unless said otherwise. */
export const aMessage = (id: string, over: Partial<MessageRow> = {}): Omit<MessageRow, 'version'> => ({
  id: as<MessageId>(id),
  campaign: CAMPAIGN,
  target: { kind: 'channel', channel: CHANNEL },
  operation: 'post',
  updates: null,
  after: null,
  content: toldContent(id),
  state: 'pending',
  reason: null,
  attempts: 0,
  createdAt: at('2016-08-05 09:00'),
  sentAt: null,
  notBefore: 0,
  leaseUntil: 0,
  doubtSince: null,
  channelId: null,
  ts: null,
  ...over,
});

export const toldContent = (what: string): MessageContent => ({
  kind: 'told',
  zone: 'Asia/Shanghai',
  at: at('2016-08-05 09:00'),
  items: [{ kind: 'delivery_refused', what, to: '', reason: '' }],
});

/** What the re-check answers, by the word that is owed. */
export type Ledger = {
  settled: Map<string, string>;
  postponed: Map<string, Instant>;
  broken: Set<string>;
  /** What is said by now instead, when it is told anew. */
  changed: Map<string, string>;
};

const whatOf = ({ about }: IntentRow): string => about!;

function tell(intents: IntentRow[], ledger: Ledger): Telling {
  const telling: Telling = { told: [], cancelled: [], postponed: [] };
  for (const intent of intents) {
    const what = whatOf(intent);
    const reason = ledger.settled.get(what);
    const slotAt = ledger.postponed.get(what);
    if (ledger.broken.has(what)) throw new Error(`${what} cannot be read`);
    if (reason) telling.cancelled.push({ intent, reason });
    else if (slotAt) telling.postponed.push({ intent, slotAt });
    else telling.told.push({ intent, item: { kind: 'delivery_refused', what, to: '', reason: '' } });
  }
  return telling;
}

function retold({ content }: MessageRow, { changed }: Ledger): NoticeItem[] {
  const items = content.kind === 'told' ? content.items : [];
  return items.map((item) =>
    item.kind === 'delivery_refused' ? { ...item, what: changed.get(item.what) ?? item.what } : item,
  );
}

export type Rig = {
  store: Store;
  clock: FakeClock;
  sender: RecordingSender;
  ledger: Ledger;
  delivery: Delivery;
  points: KillPoint[];
  /** What was logged. */
  logged: string[];
  deliver(): Promise<Delivered>;
  commit(...changes: Change[]): Promise<void>;
  owe(recipient: string, what: string, over?: Partial<IntentRow>): Promise<void>;
  intent(recipient: string, what: string): Promise<IntentRow>;
  message(id: string): Promise<MessageRow>;
  /** All messages, each as `target words state`. */
  messages(): Promise<MessageRow[]>;
  channel(): Promise<ChannelRow>;
  /** What arrived, each as `recipient: words`. */
  arrived(): string[];
};

/** A delivery over this store, with the people `an`, `bo` and `ci` and a joined channel. */
export async function deliveryRig(store: Store, options: Partial<DeliveryOptions> = {}): Promise<Rig> {
  const clock = fakeClock();
  const sender = recordingSender();
  const ledger: Ledger = { settled: new Map(), postponed: new Map(), broken: new Set(), changed: new Map() };
  const logged: string[] = [];
  const points: KillPoint[] = [];
  let ids = 0;
  const note = (_fields: object, message: string) => void logged.push(message);
  const delivery: Delivery = {
    store,
    sender,
    clocks: clock,
    recheck: async (intents) => tell(intents, ledger),
    retell: async (message) => retold(message, ledger),
    render: (content, language) => ({ text: `${language} ${wordsOf(content)}`, blocks: [] }),
    languageOf: (person) => person.language ?? 'zh',
    newId: () => as<MessageId>(`m${String(++ids).padStart(3, '0')}`),
    onRefused: async () => [],
    atPoint: (point) => void points.push(point),
    log: { warn: note, error: note },
    options: { ...OPTIONS, ...options },
  };
  const must = <T>(row: T | null): T => {
    if (!row) throw new Error('no such row');
    return row;
  };
  const rig: Rig = {
    store,
    clock,
    sender,
    ledger,
    delivery,
    points,
    logged,
    deliver: () => deliver(delivery),
    async commit(...changes) {
      const result = await store.commit(changes);
      if (result.kind !== 'committed') throw new Error(`${result.kind}: ${result.thing} ${result.id}`);
    },
    owe: (recipient, what, over) => rig.commit(insert('intent', anIntent(recipient, what, over))),
    intent: async (recipient, what) => must(await store.find('intent', `${recipient}:${what}`)),
    message: async (id) => must(await store.find('message', id)),
    messages: () => store.list('message'),
    channel: async () => must(await store.find('channel', CHANNEL)),
    arrived: () => sender.arrived.map(({ to, text }) => `${to}: ${text}`),
  };
  await rig.commit(...seed());
  return rig;
}

/** The campaign, three people and its bulletin channel. */
export function seed(people: string[] = ['an', 'bo', 'ci']): Change[] {
  return [
    insert('campaign', {
      id: CAMPAIGN,
      definition: aCampaign(),
      definitionNo: 1,
      plannedNo: 1,
      plannedFrom: null,
      importedAt: at('2016-06-01 09:00'),
      knownSince: {},
    }),
    ...people.map((id) => insert('person', aPerson(id))),
    insert('channel', {
      id: CHANNEL,
      campaign: CAMPAIGN,
      purpose: 'bulletin',
      name: '整治通报',
      slack: as<SlackChannelId>('C1'),
      trouble: null,
    }),
  ];
}

/** Changes a row as it stands now. */
export async function change<K extends 'person' | 'channel' | 'message' | 'intent'>(
  rig: Rig,
  thing: K,
  id: string,
  to: Parameters<typeof move<K>>[2],
): Promise<void> {
  const row = await rig.store.find(thing, id);
  if (!row) throw new Error(`no ${thing} ${id}`);
  await rig.commit(move(thing, row, to));
}
