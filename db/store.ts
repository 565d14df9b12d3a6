// The port: all that commands and scheduler know of a database. Two engines implement it with one behaviour
// (test/store runs the same suite on both). No transaction callback crosses it: decide first, then commit once.

import type { Change, CommitResult } from '../domain/change.ts';
import type { CampaignId, Instant, UnitId } from '../domain/ids.ts';
import type { SearchWords } from '../domain/search-words.ts';
import type { Searchable, SearchKind } from '../domain/searchable.ts';
import type { MessageRow, Thing, ThingKind } from '../domain/things.ts';

/** A condition on one column: equal to a value (null is a value), one of several, or in a range. */
export type Condition<V> = V | { in: readonly V[] } | { lte: V } | { gte: V } | { lt: V } | { gt: V };
export type Where<K extends ThingKind> = { [C in keyof Thing<K>]?: Condition<Thing<K>[C]> };
export type Query<K extends ThingKind> = {
  where?: Where<K>;
  /** Column to sort by, ascending unless `desc`; ties and the default are by id ascending. */
  orderBy?: keyof Thing<K> & string;
  desc?: boolean;
  limit?: number;
};

/** What to look for, where, and on whose behalf. */
export type Search = {
  campaign: CampaignId;
  words: SearchWords;
  /** Left out: everything that can be found. */
  kinds?: readonly SearchKind[];
  /** What is open to these units' people and to the whole roster; `all`: everything of the campaign. */
  seenBy: readonly UnitId[] | 'all';
  /** Whose it is; left out: anybody's. */
  units?: readonly UnitId[];
  /** When it was written, `to` excluded. */
  from?: Instant;
  to?: Instant;
  limit: number;
};
/** Where something was found (searchable.ts). */
export type Found = Pick<Searchable, 'kind' | 'root' | 'part' | 'at'>;

export type Store = {
  engine: 'sqlite' | 'postgres';

  /** The row with this id, or null. */
  find<K extends ThingKind>(kind: K, id: string): Promise<Thing<K> | null>;
  /** All rows that meet every condition; JSON columns cannot be asked for. */
  list<K extends ThingKind>(kind: K, query?: Query<K>): Promise<Thing<K>[]>;
  /** The same rows in the same order, but of each only these columns: for thousands of which little is wanted. */
  pick<K extends ThingKind, C extends keyof Thing<K> & string>(
    kind: K,
    columns: readonly C[],
    query?: Query<K>,
  ): Promise<Pick<Thing<K>, C>[]>;
  /**
   * What holds these words, what was written last first. It is looked up in an index that each commit keeps up with; the
   * words are always of the text as it stands.
   */
  search(search: Search): Promise<Found[]>;
  /** Applies all changes in one transaction, or none. Never throws for `stale` or `duplicate`. */
  commit(changes: readonly Change[]): Promise<CommitResult>;

  /**
   * Takes the next message that may be sent at this process time (epoch ms): `pending`, `notBefore` reached, and
   * `after` (if any) sent. It becomes `sending` with `leaseUntil = nowMs + leaseMs`, `attempts` and `version` one up.
   * Two claimers never get the same one.
   */
  claimMessage(nowMs: number, leaseMs: number): Promise<MessageRow | null>;

  /**
   * Reserves the next free moment of a gate (a channel, the workspace) and answers it in process time, epoch ms.
   * Reservations of one gate are at least `intervalMs` apart, across all processes, and never inside a pause.
   */
  reserveGate(gate: string, nowMs: number, intervalMs: number): Promise<number>;
  /** Lets nothing through the gate before this process time (Slack's Retry-After). */
  pauseGate(gate: string, untilMs: number): Promise<void>;

  /** Walks the audit chain: how many lines hold, and the first that does not (altered, missing or out of order). */
  verifyAudit(): Promise<{ lines: number; brokenAt: number | null }>;

  /** Asks the engine whether the file or server is sound; a sentence when it is not. */
  check(): Promise<string | null>;
  close(): Promise<void>;
};
