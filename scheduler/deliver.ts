// One delivery pass: what is due is bound, what is in doubt is resolved, what is pending is sent. The order matters: doubt
// is resolved before anything new is sent, so that a conversation keeps its order after a crash.

import type { MessageRow } from '../domain/things.ts';
import { bindDueIntents } from './bind.ts';
import type { Delivery } from './delivery.ts';
import { dispatch } from './dispatch.ts';
import { expireLeases, reconcile } from './reconcile.ts';

/** `sent`: became sent in this pass, posted or found. `doubtful`: in doubt after it, left for a later pass. */
export type Delivered = { sent: number; doubtful: number };

/**
 * Runs one pass. It waits for no settle time and no retry; what cannot be sent now is left to a later pass. After
 * `options.passMs`, or when the signal is aborted, nothing more is begun.
 */
export async function deliver(delivery: Delivery): Promise<Delivered> {
  const endMs = delivery.clocks.process() + delivery.options.passMs;
  const isOver = () => delivery.signal?.aborted === true || delivery.clocks.process() >= endMs;
  await bindDueIntents(delivery);
  await expireLeases(delivery);
  const found = await reconcile(delivery, isOver);
  const posted = await sendPending(delivery, isOver);
  const doubtful = await delivery.store.list('message', { where: { state: 'unknown' } });
  return { sent: found + posted, doubtful: doubtful.length };
}

/**
 * Claims and sends until nothing is left. Different recipients are served side by side, up to `options.atOnce`; one
 * recipient's messages one after the other, in the order of their claims.
 */
async function sendPending(delivery: Delivery, isOver: () => boolean): Promise<number> {
  const lanes = new Lanes();
  let sent = 0;
  const run = async (message: MessageRow) => {
    if (await dispatch(delivery, message)) sent++;
  };
  try {
    while (!isOver()) {
      if (lanes.size >= delivery.options.atOnce) {
        await lanes.next();
        continue;
      }
      const message = await claim(delivery);
      if (message) lanes.start(JSON.stringify(message.target), () => run(message));
      // A message under way may let others follow in its thread.
      else if (lanes.size > 0) await lanes.next();
      else break;
    }
  } finally {
    await lanes.all();
  }
  return sent;
}

const claim = ({ store, clocks, options }: Delivery): Promise<MessageRow | null> =>
  store.claimMessage(clocks.process(), options.leaseMs);

/** Jobs under way: those of one lane run one after the other. */
class Lanes {
  readonly #tails = new Map<string, Promise<void>>();
  readonly #underWay = new Set<Promise<void>>();

  get size(): number {
    return this.#underWay.size;
  }

  start(lane: string, job: () => Promise<void>): void {
    const run = (this.#tails.get(lane) ?? Promise.resolve()).then(job);
    this.#tails.set(lane, run);
    this.#underWay.add(run);
    const done = () => this.#underWay.delete(run);
    run.then(done, done);
  }

  /** Waits until one of them is done. */
  async next(): Promise<void> {
    await Promise.race(this.#underWay);
  }

  async all(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }
}
