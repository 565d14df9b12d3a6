// A ledger in memory that takes changes as the store does: all of a list or none, `stale` for a row that is elsewhere,
// `duplicate` for one that exists. For tests that drive rules through thousands of commits.

import type { Change, ChangeOf, CommitResult } from '../../domain/change.ts';
import type { Thing, ThingKind } from '../../domain/things.ts';

type AnyRow = { id: string; version: number };

export type TaskLedger = {
  commit(changes: readonly Change[]): CommitResult;
  find<K extends ThingKind>(thing: K, id: string): Thing<K> | null;
  list<K extends ThingKind>(thing: K): Thing<K>[];
};

/** An empty ledger. */
export function createTaskLedger(): TaskLedger {
  const tables = new Map<ThingKind, Map<string, AnyRow>>();
  const table = (thing: ThingKind): Map<string, AnyRow> => {
    const known = tables.get(thing) ?? new Map<string, AnyRow>();
    tables.set(thing, known);
    return known;
  };
  const idOf = (change: Change): string => ('row' in change ? change.row.id : change.id);

  function obstacle(change: Change): CommitResult | null {
    const { thing } = change;
    const row = table(thing).get(idOf(change));
    if (change.mode === 'insert' && row) return { kind: 'duplicate', thing, id: row.id };
    if (change.mode === 'move' && row?.version !== change.from)
      return { kind: 'stale', thing, id: idOf(change) };
    if (change.mode === 'expect' && row?.version !== change.version)
      return { kind: 'stale', thing, id: idOf(change) };
    return null;
  }

  function write(change: Change): void {
    const rows = table(change.thing);
    const row = rows.get(idOf(change));
    if (change.mode === 'move') {
      const { to } = change as ChangeOf<ThingKind> & { mode: 'move' };
      rows.set(idOf(change), { ...row!, ...to, version: row!.version + 1 });
    } else if (change.mode !== 'expect' && !row) {
      rows.set(idOf(change), { ...(change.row as object), id: idOf(change), version: 1 });
    }
  }

  return {
    commit(changes) {
      for (const change of changes) {
        const found = obstacle(change);
        if (found) return found;
      }
      changes.forEach(write);
      return { kind: 'committed' };
    },
    find: <K extends ThingKind>(thing: K, id: string) =>
      (table(thing).get(id) ?? null) as unknown as Thing<K> | null,
    list: <K extends ThingKind>(thing: K) => [...table(thing).values()] as unknown as Thing<K>[],
  };
}
