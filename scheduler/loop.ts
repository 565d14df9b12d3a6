// The loop that lets time pass: every so often, by the process clock, it plans (tick) and delivers. Passes never overlap;
// whoever asks for one gets their own, after the one that is running. A pass that fails is logged and the loop goes on.

import { type Delivered, deliver } from './deliver.ts';
import type { Delivery } from './delivery.ts';
import { takeOver } from './reconcile.ts';

export type LoopOptions = Omit<Delivery, 'signal'> & {
  /** Plans what has become due by campaign now and commits it. */
  tick: () => Promise<void>;
  /** From the end of one pass to the start of the next. */
  intervalMs: number;
};

/** `failed`: a part of the pass threw; the log says what. */
export type Passed = Delivered & { failed: boolean };

export type Loop = {
  /** Plans and delivers once, after any pass that is running; never throws. After `stop` it does nothing. */
  pass(): Promise<Passed>;
  /** Begins nothing more and waits for what is under way. */
  stop(): Promise<void>;
};

/** Starts passing at once, then every `intervalMs`. */
export function startLoop(options: LoopOptions): Loop {
  const stopping = new AbortController();
  const runPass = passes({ ...options, signal: stopping.signal });
  let last: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout;

  const pass = (): Promise<Passed> => {
    const own = last.then(() => (stopping.signal.aborted ? NOTHING : runPass()));
    last = own;
    return own;
  };
  const again = async () => {
    await pass();
    if (!stopping.signal.aborted) timer = setTimeout(again, options.intervalMs);
  };
  timer = setTimeout(again, 0);

  const stop = async () => {
    stopping.abort();
    clearTimeout(timer);
    await last;
  };
  return { pass, stop };
}

const NOTHING: Passed = { sent: 0, doubtful: 0, failed: false };

/** A pass is tick, then delivery; that planning fails is no reason to hold back what is already due. */
function passes(options: LoopOptions & Delivery): () => Promise<Passed> {
  let tookOver = options.store.engine !== 'sqlite';
  const attempt = async <T>(what: string, run: () => Promise<T>): Promise<T | null> => {
    try {
      return await run();
    } catch (error) {
      options.log.error({ error }, `${what} failed`);
      return null;
    }
  };
  const deliverOnce = async () => {
    if (!tookOver) await takeOver(options);
    tookOver = true;
    return deliver(options);
  };
  return async () => {
    const planned = await attempt('planning', async () => {
      await options.tick();
      return true;
    });
    const delivered = await attempt('delivery', deliverOnce);
    return { ...(delivered ?? NOTHING), failed: planned === null || delivered === null };
  };
}
