// What programs have in common that are made to be killed: they post over HTTP to a stand-in, and at a named point they
// write the point's name to stdout and stand still. Nobody's orphans: they end by themselves after a while.
//
// Invariant: standing still blocks the whole thread, so nothing of the program moves on between the point and the kill.

import { writeSync } from 'node:fs';
import type { Store } from '../../db/store.ts';
import { as, type SlackChannelId } from '../../domain/ids.ts';
import type { DeliveryOptions } from '../../scheduler/delivery.ts';
import type { Sender } from '../../scheduler/ports.ts';

/** What such a program is told; `stopAt` at the `hit`-th time that it comes to the point. */
export type KillableTask<Point extends string> = {
  databaseUrl: string;
  chatUrl: string;
  /** Campaign time, which stands still. */
  now: number;
  options: DeliveryOptions;
  /** Process ms after which a post without an answer is given up. */
  timeoutMs: number;
  stopAt: { point: Point; hit: number } | null;
};

const LONGEST_LIFE_MS = 100_000;

/** The task that the program was started with; from now on it ends by itself. */
export function readTask<Task>(): Task {
  setTimeout(() => process.exit(1), LONGEST_LIFE_MS).unref();
  return JSON.parse(process.argv[2]!) as Task;
}

/** What is called at each point: it comes back from all but the one at which the program is to be killed. */
export function standStillAt<Point extends string>(
  stopAt: KillableTask<Point>['stopAt'],
): (point: Point) => void {
  let hits = 0;
  return (point) => {
    if (point !== stopAt?.point || ++hits < stopAt.hit) return;
    writeSync(1, `${point}\n`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LONGEST_LIFE_MS);
    process.exit(1);
  };
}

const channelId = as<SlackChannelId>('D1');

/** Posts to the chat stand-in; what changes an earlier post is marked with `~` and keeps its place. */
export function chatSender({
  chatUrl,
  timeoutMs,
}: Pick<KillableTask<string>, 'chatUrl' | 'timeoutMs'>): Sender {
  const ask = async (path: string, body: unknown) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(chatUrl + path, { method: 'POST', body: JSON.stringify(body), signal });
    return (await response.json()) as { ts: string | null };
  };
  return {
    async send({ key, to, text, threadTs, update }) {
      const who = to.kind === 'person' ? to.person.id : to.channel.id;
      const { ts } = await ask('/post', { key, to: who, text: `${update ? '~' : ''}${text}`, threadTs });
      return { kind: 'sent', channelId, ts: update?.ts ?? ts! };
    },
    async lookUp({ key }) {
      const { ts } = await ask('/find', { key });
      return ts ? { kind: 'found', channelId, ts } : { kind: 'absent' };
    },
  };
}

/** Whether nothing is left to be told or sent. */
export async function isQuiet(store: Store): Promise<boolean> {
  const intents = await store.list('intent', { where: { state: 'pending' }, limit: 1 });
  const messages = await store.list('message', {
    where: { state: { in: ['pending', 'sending', 'unknown'] } },
    limit: 1,
  });
  return intents.length + messages.length === 0;
}

/** What went wrong, for whoever reads the test's failure. */
export const log = (fields: Record<string, unknown>, message: string): void => console.error(message, fields);
