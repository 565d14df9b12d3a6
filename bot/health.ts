// Whether the bot can do its work: it plans, its database is sound, and Slack has not taken the installation back.

import type { Store } from '../db/store.ts';
import type { Metrics } from './metrics.ts';

/** Plans come every two seconds; after so long without one something is wrong. */
const MOST_SILENCE_MS = 120_000;

export type Health = {
  /** Why the bot cannot work now; null when it can. */
  findTrouble(): Promise<string | null>;
  noteRemoved(how: string): void;
};

/** Watches one process; `now` is process time, epoch ms. */
export function createHealth(store: Store, metrics: Metrics, now: () => number): Health {
  const startedMs = now();
  let removed: string | null = null;
  const isSilent = (): boolean => now() - Math.max(startedMs, metrics.lastPlanMs() ?? 0) > MOST_SILENCE_MS;
  return {
    noteRemoved: (how) => {
      removed = how;
    },
    findTrouble: async () => {
      if (removed) return `Slack took the installation back (${removed})`;
      if (isSilent()) return 'nothing was planned for two minutes';
      return store.check();
    },
  };
}
