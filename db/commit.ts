// What a commit does, step by step, written once for both engines. It is a generator: it yields a step, the engine
// runs it inside its transaction, at once (SQLite) or awaited (PostgreSQL), and hands back what it came to. An engine
// that gets anything but `committed` in the end rolls back.
//
// Consecutive changes of one thing and mode, no id among them twice, make one step, which is what keeps large plans
// fast; the order of the changes is kept.

import type { Change, CommitResult } from '../domain/change.ts';
import type { ThingKind } from '../domain/things.ts';
import { type ChainEnd, chainEndOf, chained, holdChainCall, moveChainCall } from './audit-chain.ts';
import { encode, encodeRow, type Value } from './codec.ts';
import { followChanges } from './search-index.ts';
import type { SearchSql } from './search-sql.ts';
import type { Call, Statements } from './statements.ts';

/** Changes of one thing and mode; the lists run in parallel, one place for each row. */
export type Batch = {
  mode: Change['mode'];
  thing: ThingKind;
  /** What a move sets. */
  columns: string[];
  ids: string[];
  /** Where the row must be, for `move` and `expect`. */
  versions: number[];
  /** Whole rows to write, or the values of `columns`. */
  rows: Value[][];
};

export type Step =
  /** Answers the ids of the rows that were written, were moved, or are held where they are until the commit. */
  | { kind: 'batch'; batch: Batch }
  /** Answers the rows of a statement. */
  | { kind: 'run'; call: Call };

/** Rows, their id first; or `clash`: another column that must be unique (columns.ts) is not. */
export type Answer = readonly (readonly Value[])[] | 'clash';
export type Steps = Generator<Step, CommitResult, Answer>;

/** Several rows were written at once and one clashed: the commit is tried again row by row, to name it. */
export class ClashAmongMany extends Error {}

const idText = (thing: ThingKind, id: string): string => encode(thing, 'id', id) as string;

const single = (change: Change): Batch => {
  const { mode, thing } = change;
  switch (change.mode) {
    case 'insert':
    case 'ensure': {
      const row = encodeRow(thing, change.row, 1);
      return { mode, thing, columns: [], ids: [row[0] as string], versions: [1], rows: [row] };
    }
    case 'move':
      return { ...moved(thing, change.to), ids: [idText(thing, change.id)], versions: [change.from] };
    case 'expect':
      return {
        mode,
        thing,
        columns: [],
        ids: [idText(thing, change.id)],
        versions: [change.version],
        rows: [[]],
      };
  }
};

// A column handed in as undefined is one that is not moved.
const moved = (thing: ThingKind, to: Record<string, unknown>): Omit<Batch, 'ids' | 'versions'> => {
  if (thing === 'audit') throw new TypeError('lines of the audit are never changed');
  if ('id' in to || 'version' in to) throw new TypeError(`id and version of ${thing} cannot be set`);
  const columns = Object.keys(to).filter((name) => to[name] !== undefined);
  const row = columns.map((name) => encode(thing, name, to[name]));
  return { mode: 'move', thing, columns, rows: [row] };
};

const continues = (batch: Batch, next: Batch): boolean =>
  batch.thing === next.thing &&
  batch.mode === next.mode &&
  batch.columns.length === next.columns.length &&
  batch.columns.every((name, at) => name === next.columns[at]);

const add = (batch: Batch, next: Batch): void => {
  batch.ids.push(...next.ids);
  batch.versions.push(...next.versions);
  batch.rows.push(...next.rows);
};

function* batchesOf(changes: readonly Change[], size: number): Generator<Batch> {
  let batch: Batch | null = null;
  let seen = new Set<string>();
  for (const next of changes.map(single)) {
    const id = next.ids[0] as string;
    if (batch && batch.ids.length < size && !seen.has(id) && continues(batch, next)) {
      add(batch, next);
      seen.add(id);
      continue;
    }
    if (batch) yield batch;
    batch = next;
    seen = new Set([id]);
  }
  if (batch) yield batch;
}

const idsIn = (answer: Answer): Set<unknown> => new Set(answer === 'clash' ? [] : answer.map(([id]) => id));

const blockedBy = ({ mode, thing }: Batch, id: string): CommitResult => ({
  kind: mode === 'insert' || mode === 'ensure' ? 'duplicate' : 'stale',
  thing,
  id,
});

/** The row that stands in the way of the commit, if one does. */
const obstacle = (batch: Batch, answer: Answer): CommitResult | null => {
  if (answer === 'clash') return { kind: 'duplicate', thing: batch.thing, id: batch.ids[0] as string };
  if (batch.mode === 'ensure' || answer.length === batch.ids.length) return null;
  const done = idsIn(answer);
  return blockedBy(batch, batch.ids.find((id) => !done.has(id)) as string);
};

function* runBatch(batch: Batch): Generator<Step, CommitResult | null, Answer> {
  const answer = yield { kind: 'batch', batch };
  if (answer === 'clash' && batch.ids.length > 1) throw new ClashAmongMany();
  return obstacle(batch, answer);
}

type Appended = { end: ChainEnd; inTheWay: CommitResult | null };

// Lines that exist take no place in the chain, so it is asked first which do; nobody else writes while we hold it.
function* appendLines(
  batch: Batch,
  from: ChainEnd,
  statements: Statements,
): Generator<Step, Appended, Answer> {
  const call = statements.list('audit', { where: { id: { in: batch.ids } } });
  const known = idsIn(yield { kind: 'run', call });
  const fresh: Batch = { ...batch, ids: [], versions: [], rows: [] };
  let end = from;
  for (const [at, id] of batch.ids.entries()) {
    if (known.has(id) && batch.mode === 'insert') return { end, inTheWay: blockedBy(batch, id) };
    if (known.has(id)) continue;
    const line = chained(end, batch.rows[at] as Value[]);
    end = line.end;
    add(fresh, { ...batch, ids: [id], versions: [1], rows: [line.values] });
  }
  return { end, inTheWay: fresh.ids.length > 0 ? yield* runBatch(fresh) : null };
}

const isLine = ({ thing, mode }: { thing: ThingKind; mode: Change['mode'] }): boolean =>
  thing === 'audit' && mode !== 'expect';

function* holdChain(statements: Statements): Generator<Step, ChainEnd, Answer> {
  const answer = yield { kind: 'run', call: holdChainCall(statements) };
  return chainEndOf(answer === 'clash' ? [] : answer);
}

/** Runs statements among the steps of a transaction. */
export function* running<T>(
  calls: Generator<Call, T, readonly (readonly Value[])[]>,
): Generator<Step, T, Answer> {
  let turn = calls.next([]);
  while (!turn.done) {
    const answer = yield { kind: 'run', call: turn.value };
    turn = calls.next(answer === 'clash' ? [] : answer);
  }
  return turn.value;
}

/** The steps of a commit, at most `size` changes each; returns what the commit comes to. */
export function* commitSteps(
  changes: readonly Change[],
  statements: Statements,
  search: SearchSql,
  size: number,
): Steps {
  const start = changes.some(isLine) ? yield* holdChain(statements) : null;
  let end = start;
  for (const batch of batchesOf(changes, size)) {
    const done: Appended | { end: ChainEnd | null; inTheWay: CommitResult | null } =
      end && isLine(batch)
        ? yield* appendLines(batch, end, statements)
        : { end, inTheWay: yield* runBatch(batch) };
    if (done.inTheWay) return done.inTheWay;
    end = done.end;
  }
  if (end && end !== start) yield { kind: 'run', call: moveChainCall(statements, end) };
  yield* running(followChanges({ statements, search }, changes));
  return { kind: 'committed' };
}
