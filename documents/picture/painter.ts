// Who draws pictures beside everything else that goes on: in a thread of its own, so that loading the canvas and its font
// (some 100 ms and 60 MB) holds up nobody; one at a time, a few waiting; the thread ends when nobody has asked for a while.
// Invariant: an answer never waits for a picture, and none is worth an error: whoever gets a rejection goes without.

import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PictureLabels } from '../../messages/picture.ts';

export type Painter = {
  /** The bytes of a PNG file; rejects when too many are waiting, or the drawing fails or takes too long. */
  paint(labels: PictureLabels): Promise<Buffer>;
  /** Ends the thread; who still waits is told so. */
  close(): Promise<void>;
};

export type PainterOptions = {
  /** The program of the thread; null draws in this one. Left out: paint-thread.js, or null among sources that Node cannot run. */
  program?: URL | null;
  mostWaiting?: number;
  timeoutMs?: number;
  idleMs?: number;
};

export type Painted = { png: Uint8Array } | { error: string };

const MOST_WAITING = 8;
const TIMEOUT_MS = 10_000;
const IDLE_MS = 60_000;

const COMPILED = extname(fileURLToPath(import.meta.url)) === '.js';
const PROGRAM = COMPILED ? new URL('./paint-thread.js', import.meta.url) : null;

/** Resolves with what the thread answers; rejects when it dies or takes too long. */
function answerOf(thread: Worker, timeoutMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => done(() => reject(new Error('Drawing took too long.'))), timeoutMs);
    const heard = (painted: Painted) =>
      done(() => ('png' in painted ? resolve(Buffer.from(painted.png)) : reject(new Error(painted.error))));
    const failed = (error: Error) => done(() => reject(error));
    const ended = () => done(() => reject(new Error('The drawing thread ended.')));
    function done(settle: () => void): void {
      clearTimeout(late);
      thread.off('message', heard).off('error', failed).off('exit', ended);
      settle();
    }
    thread.once('message', heard).once('error', failed).once('exit', ended);
  });
}

const paintHere = async (labels: PictureLabels): Promise<Buffer> =>
  (await import('./paint.ts')).paint(labels);

/** Makes a painter; nothing is loaded before the first picture. */
export function createPainter(options: PainterOptions = {}): Painter {
  const { program = PROGRAM, mostWaiting = MOST_WAITING, timeoutMs = TIMEOUT_MS, idleMs = IDLE_MS } = options;
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function dismiss(): Promise<void> {
    const ended = thread;
    thread = null;
    clearTimeout(idle);
    await ended?.terminate();
  }

  async function inThread(labels: PictureLabels): Promise<Buffer> {
    clearTimeout(idle);
    thread ??= new Worker(program!);
    thread.unref();
    try {
      const answer = answerOf(thread, timeoutMs);
      thread.postMessage(labels);
      return await answer;
    } catch (error) {
      await dismiss();
      throw error;
    } finally {
      idle = setTimeout(() => void dismiss(), idleMs).unref();
    }
  }

  return {
    async paint(labels) {
      if (waiting >= mostWaiting) throw new Error('Too many pictures are waiting to be drawn.');
      waiting += 1;
      const turn = last.then(() => (program ? inThread(labels) : paintHere(labels)));
      last = turn.catch(() => undefined);
      return turn.finally(() => {
        waiting -= 1;
      });
    },
    close: dismiss,
  };
}
