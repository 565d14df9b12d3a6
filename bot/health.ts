// Whether the bot can do its work: it plans, its database is sound, and Slack has not taken the installation back.
// Looking through the whole database takes time, so that is done at the start and once a day, and not for every probe; a
// database that is gone shows within two minutes anyway, because nothing is planned.

import type { Store } from '../db/store.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** Plans come every two seconds; after so long without one something is wrong. */
const MOST_SILENCE_MS = 120_000;
const DAY_MS = 86_400_000;

export type Health = {
  /** Why the bot cannot work now; null when it can. */
  findTrouble(): Promise<string | null>;
  noteRemoved(how: string): void;
  /** Ends the daily look through the database. */
  stop(): Promise<void>;
};

type Parts = {
  store: Store;
  metrics: Metrics;
  log: Log;
  /** Process time, epoch ms. */
  now: () => number;
};

/** Watches one process. */
export function createHealth({ store, metrics, log, now }: Parts): Health {
  const startedMs = now();
  let removed: string | null = null;
  const check = async (): Promise<string | null> => {
    const trouble = await store.check().catch((error: unknown) => String(error));
    if (trouble !== null) log.error({ trouble }, 'the database is not sound');
    return trouble;
  };
  let unsound: Promise<string | null> = check();
  const daily = setInterval(() => {
    unsound = check();
  }, DAY_MS).unref();
  const isSilent = (): boolean => now() - Math.max(startedMs, metrics.lastPlanMs() ?? 0) > MOST_SILENCE_MS;
  return {
    noteRemoved: (how) => {
      removed = how;
    },
    findTrouble: async () => {
      if (removed) return `Slack took the installation back (${removed})`;
      return isSilent() ? 'nothing was planned for two minutes' : unsound;
    },
    stop: async () => {
      clearInterval(daily);
      await unsound;
    },
  };
}
