// Delivery on real databases, with processes that are killed: nothing is lost, nothing is doubled.
// Sixty SIGKILLs, spread over the five named points and both engines, while the chat service leaves every other post
// without an answer; then the process is left alone until it is quiet, and every message must have arrived once.

import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Change, insert } from '../../domain/change.ts';
import { as, type MessageId } from '../../domain/ids.ts';
import { deliver } from '../../scheduler/deliver.ts';
import type { KillPoint } from '../../scheduler/ports.ts';
import { at } from '../support/builders.ts';
import { type ChatStandIn, chatStandIn, type Mood } from '../support/chat-stand-in.ts';
import { bundleProgram, runProgram } from '../support/child-process.ts';
import type { ChildTask } from '../support/delivery-child.ts';
import { aMessage, anIntent, deliveryRig, seed, toldContent } from '../support/delivery-rig.ts';
import { describeEngines, type FreshStore, freshStore } from '../support/stores.ts';

const POINTS: KillPoint[] = ['after_enqueue', 'after_claim', 'before_post', 'after_post', 'during_reconcile'];
const KILLS = 6;
const PEOPLE = Array.from({ length: 30 }, (_, n) => `p${String(n).padStart(2, '0')}`);
const THREAD = ['head', 'part-1', 'part-2'];

/** Of four posts, one is taken without an answer and one gets lost. */
const moody: Mood = (nth) => (nth % 4 === 1 ? 'take_and_hang' : nth % 4 === 3 ? 'hang' : 'answer');

const whatIsOwed = (): Change[] => [
  ...seed(PEOPLE),
  ...PEOPLE.map((person) => insert('intent', anIntent(person, `week-${person}`))),
  ...THREAD.map((id, nth) =>
    insert(
      'message',
      aMessage(id, { after: nth ? as<MessageId>(THREAD[nth - 1]!) : null, content: toldContent(id) }),
    ),
  ),
];
const expected = [...PEOPLE.map((person) => `week-${person}`), ...THREAD].sort();

let program: string;
beforeAll(async () => {
  program = await bundleProgram('test/support/delivery-child.ts');
}, 30_000);
afterAll(() => rm(program, { force: true }));

const taskFor = (fresh: FreshStore, chat: ChatStandIn): ChildTask => ({
  databaseUrl: fresh.url,
  chatUrl: chat.url,
  now: at('2016-08-05 15:30'),
  options: { leaseMs: 600, settleMs: 300, atOnce: 4, passMs: 10_000 },
  timeoutMs: 150,
  stopAt: null,
});

/** Runs the process to the point and kills it there; answers what it said instead, if it did not come there. */
async function killAt(point: KillPoint, hit: number, task: ChildTask): Promise<string> {
  const running = runProgram(program, { ...task, stopAt: { point, hit } });
  const line = await running.firstLine;
  await running.kill();
  return line;
}

async function runUntilQuiet(task: ChildTask): Promise<string> {
  const running = runProgram(program, task);
  const line = await running.firstLine;
  await running.ended;
  return line;
}

/** A database with everything owed, which no process has open. */
async function prepared(engine: 'sqlite' | 'postgres'): Promise<FreshStore> {
  const fresh = await freshStore(engine);
  expect(await fresh.store.commit(whatIsOwed())).toEqual({ kind: 'committed' });
  await fresh.store.close();
  return fresh;
}

describeEngines('a process killed with SIGKILL', (engine) => {
  it.concurrent.each(POINTS)(
    `loses and doubles nothing, ${KILLS} times %s`,
    async (point) => {
      const [fresh, chat] = [await prepared(engine), await chatStandIn(moody)];
      try {
        const task = taskFor(fresh, chat);
        const stoppedAt: string[] = [];
        for (let n = 0; n < KILLS; n++) stoppedAt.push(await killAt(point, 1 + (n % 2), task));
        expect(stoppedAt).toEqual(Array(KILLS).fill(point));
        expect(await runUntilQuiet(task)).toBe('quiet');
        expect(chat.taken.map((post) => post.text).sort()).toEqual(expected);
        expect(chat.taken.filter(({ text }) => THREAD.includes(text)).map(({ text }) => text)).toEqual(
          THREAD,
        );
        await expectAllRecorded(fresh);
      } finally {
        await chat.close();
        await fresh.close();
      }
    },
    120_000,
  );
});

async function expectAllRecorded(fresh: FreshStore): Promise<void> {
  const store = await fresh.open();
  const messages = await store.list('message');
  const intents = await store.list('intent');
  expect(new Set(messages.map(({ state }) => state))).toEqual(new Set(['sent']));
  expect(new Set(intents.map(({ state }) => state))).toEqual(new Set(['bound']));
  const told = new Set(intents.map(({ message }) => message));
  expect(told.size).toBe(PEOPLE.length);
}

describeEngines('several deliveries on one database', (engine) => {
  it('send each message once between them', async () => {
    const fresh = await freshStore(engine);
    try {
      const rig = await deliveryRig(fresh.store);
      const other = await fresh.open({ role: 'cli' });
      let ids = 0;
      const second = { ...rig.delivery, store: other, newId: () => as<MessageId>(`other-${++ids}`) };
      for (let n = 0; n < 20; n++) await rig.owe('an', `week-${n}`, { bundle: `${n}` });
      const delivered = await Promise.all([deliver(rig.delivery), deliver(second), deliver(rig.delivery)]);
      const last = await rig.deliver();
      const sent = [...delivered, last].reduce((sum, each) => sum + each.sent, 0);
      expect(sent).toBe(20);
      expect(rig.arrived().sort()).toEqual(Array.from({ length: 20 }, (_, n) => `an: zh week-${n}`).sort());
    } finally {
      await fresh.close();
    }
  });
});

describe('the stand-in of these tests', () => {
  it('leaves a caller in doubt in both ways', async () => {
    const chat = await chatStandIn(moody);
    const post = (key: string) =>
      fetch(`${chat.url}/post`, {
        method: 'POST',
        body: JSON.stringify({ key, to: 'an', text: key, threadTs: null }),
        signal: AbortSignal.timeout(100),
      }).then(
        () => 'answered',
        () => 'no answer',
      );
    const answers = [await post('a'), await post('b'), await post('c'), await post('d')];
    expect(answers).toEqual(['no answer', 'answered', 'no answer', 'answered']);
    expect(chat.taken.map(({ key }) => key)).toEqual(['a', 'b', 'd']);
    await chat.close();
  });
});
