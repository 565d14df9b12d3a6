// Whether the bot can do its work: it plans, its database is sound, and Slack takes what it sends.
// Answers at once from what is known: a database that is gone shows within two minutes, because nothing is planned.

import type { DatabaseWatch } from '../scheduler/database-watch.ts';
import type { Metrics } from './metrics.ts';

/** Plans come every two seconds; after so long without one something is wrong. */
const MOST_SILENCE_MS = 120_000;

export type Health = {
  /** Why the bot cannot work now; null when it can. */
  findTrouble(): string | null;
  noteRemoved(how: string): void;
  /** Slack takes nothing from us, for a reason the operator must mend; messages wait meanwhile. */
  noteRejected(reason: string): void;
  /** A message went out: what hindered sending is mended. */
  noteSent(): void;
};

type Parts = {
  database: Pick<DatabaseWatch, 'findTrouble'>;
  metrics: Pick<Metrics, 'lastPlanMs'>;
  /** Process time, epoch ms. */
  now: () => number;
};

/** Watches one process. */
export function createHealth({ database, metrics, now }: Parts): Health {
  const startedMs = now();
  let removed: string | null = null;
  let rejected: string | null = null;
  const isSilent = (): boolean => now() - Math.max(startedMs, metrics.lastPlanMs() ?? 0) > MOST_SILENCE_MS;
  return {
    noteRemoved: (how) => {
      removed = how;
    },
    noteRejected: (reason) => {
      rejected = reason;
    },
    noteSent: () => {
      removed = null;
      rejected = null;
    },
    findTrouble: () => {
      if (removed) return `Slack took the installation back (${removed})`;
      if (rejected) return `Slack takes no messages (${rejected}); they wait until that is mended`;
      const unsound = database.findTrouble();
      if (unsound !== null) return `the database is not sound: ${unsound}`;
      return isSilent() ? 'nothing was planned for two minutes' : null;
    },
  };
}
