// How fast Duban speaks. The truth is the gates in the database, which all processes share: one a channel, one for the
// workspace, each with a pause from Slack's Retry-After. Bottleneck only smooths what one process does.
// Invariant: nobody waits here longer than `patienceMs`, because the sender's lease is running; who would have to wait
// longer is told when to come back, and nothing has been posted.

import Bottleneck from 'bottleneck';
import type { Store } from '../db/store.ts';

/** Slack: about one post a second to a channel, and several hundred a minute to a workspace. */
const CHANNEL_INTERVAL_MS = 1100;
const WORKSPACE_INTERVAL_MS = 200;
const PATIENCE_MS = 3000;
const WORKSPACE_GATE = 'workspace';
const channelGate = (channel: string): string => `channel:${channel}`;

export type Turn<T> = { kind: 'done'; value: T } | { kind: 'later'; retryAtMs: number };

export type Pacing = {
  /** Does the job when it is this channel's turn; `later` if that is too far off, and the job was not begun. */
  take<T>(channel: string, job: () => Promise<T>): Promise<Turn<T>>;
  /** Lets nothing through to the workspace before this process time, epoch ms. */
  pause(untilMs: number): Promise<void>;
};

type Parts = {
  store: Pick<Store, 'reserveGate' | 'pauseGate'>;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  log: { warn(facts: object, text: string): void };
};

function lineOf(log: Parts['log']): Bottleneck.Group {
  const lines = new Bottleneck.Group({ maxConcurrent: 1, minTime: CHANNEL_INTERVAL_MS });
  lines.on('created', (line: Bottleneck) => {
    line.on('error', (error: unknown) => log.warn({ error: String(error) }, 'pacing'));
  });
  return lines;
}

/**
 * Gates known to be closed, so that who would have to come back later asks no gate: a moment that is reserved and not
 * used still moves the gate on, and a crowd that keeps asking after a pause would push itself back for ever.
 */
function createClosed(now: () => number) {
  const until = new Map<string, number>();
  return {
    note: (gate: string, atMs: number) => void until.set(gate, Math.max(atMs, until.get(gate) ?? 0)),
    /** When the gate is known to open, process time; 0 when nothing speaks against asking. */
    until(gate: string): number {
      const atMs = until.get(gate) ?? 0;
      if (atMs <= now()) until.delete(gate);
      return atMs;
    },
  };
}

/** Paces posts by Slack's limits. Jobs are never tried again here: what a failure means is the sender's to say. */
export function createPacing({ store, now, sleep, log }: Parts): Pacing {
  const lines = lineOf(log);
  const closed = createClosed(now);
  const turnAt = async (gate: string, intervalMs: number, latest: number): Promise<number> => {
    const turnMs = await store.reserveGate(gate, now(), intervalMs);
    if (turnMs > latest) closed.note(gate, turnMs);
    return turnMs;
  };
  /** The turn in process time; one later than `latest` is not to be used. */
  const reserve = async (channel: string, latest: number): Promise<number> => {
    const gate = channelGate(channel);
    const known = Math.max(closed.until(gate), closed.until(WORKSPACE_GATE));
    if (known > latest) return known;
    const own = await turnAt(gate, CHANNEL_INTERVAL_MS, latest);
    if (own > latest) return own;
    return Math.max(own, await turnAt(WORKSPACE_GATE, WORKSPACE_INTERVAL_MS, latest));
  };
  return {
    take: async (channel, job) => {
      const latest = now() + PATIENCE_MS;
      return lines.key(channel).schedule(async () => {
        if (now() > latest) return { kind: 'later', retryAtMs: now() };
        const turnMs = await reserve(channel, latest);
        if (turnMs > latest) return { kind: 'later', retryAtMs: turnMs };
        await sleep(Math.max(0, turnMs - now()));
        return { kind: 'done', value: await job() };
      });
    },
    pause: async (untilMs) => {
      closed.note(WORKSPACE_GATE, untilMs);
      await store.pauseGate(WORKSPACE_GATE, untilMs);
    },
  };
}

/** For a Slack without limits, such as a desk's: everybody's turn is now, but a pause that was asked for is kept. */
export function createUnpaced(now: () => number): Pacing {
  let pausedUntilMs = 0;
  return {
    take: async (_channel, job) =>
      now() < pausedUntilMs
        ? { kind: 'later', retryAtMs: pausedUntilMs }
        : { kind: 'done', value: await job() },
    pause: async (untilMs) => {
      pausedUntilMs = Math.max(pausedUntilMs, untilMs);
    },
  };
}
