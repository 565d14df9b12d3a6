// A process that only delivers, made to be killed: real store, real clocks for leases and doubt, posts over HTTP to a
// stand-in. Without a point to stop at it passes until everything is settled, writes `quiet` and ends.

import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openStore } from '../../db/open.ts';
import { as, type Instant, type MessageId } from '../../domain/ids.ts';
import { startLoop } from '../../scheduler/loop.ts';
import type { KillPoint, Recheck, Retell } from '../../scheduler/ports.ts';
import { chatSender, isQuiet, type KillableTask, log, readTask, standStillAt } from './killable.ts';

export type ChildTask = KillableTask<KillPoint>;

const task = readTask<ChildTask>();

const recheck: Recheck = async (intents) => ({
  told: intents.map((intent) => ({
    intent,
    item: { kind: 'delivery_refused', what: intent.about!, to: '', reason: '' },
  })),
  cancelled: [],
  postponed: [],
});

const retell: Retell = async ({ content }) => (content.kind === 'told' ? content.items : []);

const store = await openStore(task.databaseUrl);
const loop = startLoop({
  store,
  sender: chatSender(task),
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
