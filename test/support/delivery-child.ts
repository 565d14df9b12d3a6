// A process that only delivers, made to be killed: real store, real clocks for leases and doubt, posts over HTTP to a
// stand-in. At the named point it writes the point's name to stdout and stands still until it is killed; without one it
// passes until everything is settled, writes `quiet` and ends. Nobody's orphan: it ends by itself after a while.
//
// Invariant: it stands still by blocking the whole thread, so nothing of it moves on between the point and the kill.

import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { as, type Instant, type MessageId, type SlackChannelId } from '../../domain/ids.ts';
import type { DeliveryOptions } from '../../scheduler/delivery.ts';
import { startLoop } from '../../scheduler/loop.ts';
import type { AtPoint, KillPoint, Recheck, Retell, Sender } from '../../scheduler/ports.ts';

export type ChildTask = {
  databaseUrl: string;
  chatUrl: string;
  now: number;
  options: DeliveryOptions;
  /** Process ms after which a post without an answer is given up. */
  timeoutMs: number;
  stopAt: { point: KillPoint; hit: number } | null;
};

const LONGEST_LIFE_MS = 100_000;
setTimeout(() => process.exit(1), LONGEST_LIFE_MS).unref();

const task = JSON.parse(process.argv[2]!) as ChildTask;

const standStillAt = (stopAt: ChildTask['stopAt']): AtPoint => {
  let hits = 0;
  return (point) => {
    if (point !== stopAt?.point || ++hits < stopAt.hit) return;
    writeSync(1, `${point}\n`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LONGEST_LIFE_MS);
    process.exit(1);
  };
};

const ask = async (path: string, body: unknown) => {
  const signal = AbortSignal.timeout(task.timeoutMs);
  const response = await fetch(task.chatUrl + path, { method: 'POST', body: JSON.stringify(body), signal });
  return (await response.json()) as { ts: string | null };
};

const channelId = as<SlackChannelId>('D1');
const sender: Sender = {
  async send({ key, to, text, threadTs }) {
    const who = to.kind === 'person' ? to.person.id : to.channel.id;
    const { ts } = await ask('/post', { key, to: who, text, threadTs });
    return { kind: 'sent', channelId, ts: ts! };
  },
  async lookUp({ key }) {
    const { ts } = await ask('/find', { key });
    return ts ? { kind: 'found', channelId, ts } : { kind: 'absent' };
  },
};

const recheck: Recheck = async (intents) => ({
  told: intents.map((intent) => ({
    intent,
    item: { kind: 'delivery_refused', what: intent.about!, to: '', reason: '' },
  })),
  cancelled: [],
  postponed: [],
});

const retell: Retell = async ({ content }) => (content.kind === 'told' ? content.items : []);

const isQuiet = async (store: Store): Promise<boolean> => {
  const intents = await store.list('intent', { where: { state: 'pending' }, limit: 1 });
  const messages = await store.list('message', {
    where: { state: { in: ['pending', 'sending', 'unknown'] } },
    limit: 1,
  });
  return intents.length + messages.length === 0;
};

const log = (fields: Record<string, unknown>, message: string) => console.error(message, fields);
const store = await openStore(task.databaseUrl);
const loop = startLoop({
  store,
  sender,
  recheck,
  retell,
  clocks: { campaign: () => as<Instant>(task.now), process: Date.now },
  render: (content) => {
    const [item] = content.kind === 'told' ? content.items : [];
    return { text: item?.kind === 'delivery_refused' ? item.what : content.kind, blocks: [] };
  },
  languageOf: () => 'zh',
  newId: () => as<MessageId>(randomUUID()),
  onRefused: () => [],
  atPoint: standStillAt(task.stopAt),
  log: { warn: log, error: log },
  options: task.options,
  tick: async () => {},
  intervalMs: 20,
});

while (!(await isQuiet(store))) {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await loop.pass();
}
await loop.stop();
await store.close();
writeSync(1, 'quiet\n');
