// The store on PostgreSQL (pg): several bots and tools at once. Rows are written many at a time, as one array for each
// column, so that a statement has one text however many rows it writes. Conflicts never raise errors that would end
// the transaction: what was written is compared with what was to be written, and the commit rolls back by itself.

import { sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import type { Change, CommitResult } from '../../domain/change.ts';
import { chainEndCall, chainEndOf, walkChain } from '../audit-chain.ts';
import { claimCall, pauseCall, reserveCall } from '../claims-and-gates.ts';
import { decodeRow, decoderOfPicked, type Value } from '../codec.ts';
import { type Kind, sqlName, tables } from '../columns.ts';
import {
  type Answer,
  type Batch,
  ClashAmongMany,
  commitSteps,
  running,
  type Step,
  type Steps,
} from '../commit.ts';
import { codeOf } from '../problem.ts';
import { foundOf, makeUpToDate, searchCall } from '../search-index.ts';
import { type Call, type Dialect, type Statement, statementsFor } from '../statements.ts';
import type { Store } from '../store.ts';
import { inTransaction, poolOf, retrying } from './connect.ts';
import { bringUpToDate } from './migrate.ts';
import { schema } from './schema.ts';
import { searchSql } from './search.ts';

const printer = new PgDialect();

export const dialect: Dialect = {
  schema,
  print: (statement) => printer.sqlToQuery(statement).sql,
  isOneOf: (column, list) => sql`${column} = any(${list})`,
  listParameter: (values) => values,
  nulls: { asc: sql` nulls first`, desc: sql` nulls last` },
  greatest: sql`greatest`,
  skipLocked: sql`for update of "next" skip locked`,
};
const statements = statementsFor(dialect);
const search = searchSql(statements);

const arrays: Record<Kind, string> = {
  text: 'text[]',
  json: 'text[]',
  int: 'bigint[]',
  real: 'double precision[]',
  bool: 'boolean[]',
};
const quoted = (name: string): string => `"${sqlName(name)}"`;

/** `unnest($1::text[], $2::bigint[], …)`: parameters as the columns of a table. */
const listed = (kinds: readonly Kind[]): string =>
  `unnest(${kinds.map((kind, at) => `$${at + 1}::${arrays[kind]}`).join(', ')})`;

const kindOf = (thing: Batch['thing'], name: string): Kind => tables[thing].columns[name]?.kind ?? 'text';

const writeStatement = ({ thing }: Batch): Statement =>
  statements.shaped(`write ${thing}`, () => {
    const columns = Object.entries(tables[thing].columns);
    const names = columns.map(([name]) => quoted(name)).join(', ');
    const rows = listed(columns.map(([, { kind }]) => kind));
    return sql.raw(
      `insert into ${quoted(thing)} (${names}) select * from ${rows} on conflict ("id") do nothing returning "id"`,
    );
  });

const moveStatement = ({ thing, columns }: Batch): Statement =>
  statements.shaped(`move ${thing} ${columns}`, () => {
    const set = [
      '"version" = t."version" + 1',
      ...columns.map((name, at) => `${quoted(name)} = moved.c${at}`),
    ];
    const rows = listed(['text', 'int', ...columns.map((name) => kindOf(thing, name))]);
    const names = ['id', 'was_at', ...columns.map((_, at) => `c${at}`)];
    return sql.raw(
      `update ${quoted(thing)} as t set ${set.join(', ')} from ${rows} as moved (${names.join(', ')})
       where t."id" = moved.id and t."version" = moved.was_at returning t."id"`,
    );
  });

const holdStatement = ({ thing }: Batch): Statement =>
  statements.shaped(`hold ${thing}`, () =>
    sql.raw(
      `select t."id" from ${quoted(thing)} as t join ${listed(['text', 'int'])} as held (id, is_at)
       on t."id" = held.id and t."version" = held.is_at for share of t`,
    ),
  );

const columnsOf = (rows: readonly Value[][]): Value[][] =>
  (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] as Value));

const callOf = (batch: Batch): Call => {
  const { ids, versions, rows } = batch;
  switch (batch.mode) {
    case 'insert':
    case 'ensure':
      return { statement: writeStatement(batch), values: columnsOf(rows) };
    case 'move':
      return { statement: moveStatement(batch), values: [ids, versions, ...columnsOf(rows)] };
    case 'expect':
      return { statement: holdStatement(batch), values: [ids, versions] };
  }
};

const rowsFrom = async (client: pg.Pool | pg.PoolClient, { statement, values }: Call): Promise<Value[][]> => {
  const { rows } = await client.query({ ...statement, values, rowMode: 'array' });
  return rows as Value[][];
};

const UNIQUE_VIOLATION = '23505';

const runStep = async (client: pg.PoolClient, step: Step): Promise<Answer> => {
  try {
    return await rowsFrom(client, step.kind === 'run' ? step.call : callOf(step.batch));
  } catch (error) {
    if (codeOf(error) === UNIQUE_VIOLATION) return 'clash';
    throw error;
  }
};

const runAll = async (client: pg.PoolClient, steps: Steps): Promise<CommitResult> => {
  let turn = steps.next([]);
  while (!turn.done) turn = steps.next(await runStep(client, turn.value));
  return turn.value;
};

/** Enough for few round trips, few enough for messages of moderate size. */
const ROWS_AT_ONCE = 1000;

const runKept = (pool: pg.Pool, steps: () => Steps): Promise<CommitResult> =>
  retrying(() =>
    inTransaction(
      pool,
      (client) => runAll(client, steps()),
      ({ kind }) => kind === 'committed',
    ),
  );

const commitIn = (pool: pg.Pool, changes: readonly Change[], rowsAtOnce: number): Promise<CommitResult> =>
  runKept(pool, () => commitSteps(changes, statements, search, rowsAtOnce));

function* madeUpToDate(): Steps {
  yield* running(makeUpToDate({ statements, search }));
  return { kind: 'committed' };
}

const commitNaming = async (pool: pg.Pool, changes: readonly Change[]): Promise<CommitResult> => {
  try {
    return await commitIn(pool, changes, ROWS_AT_ONCE);
  } catch (error) {
    if (error instanceof ClashAmongMany) return commitIn(pool, changes, 1);
    throw error;
  }
};

// A statement that fails says so itself; here it is said of a server that answers and cannot be written to.
const findFault = async (pool: pg.Pool): Promise<string | null> => {
  try {
    const { rows } = await pool.query('select pg_is_in_recovery() as standby');
    return rows[0].standby ? 'The server is a standby and takes no writes.' : null;
  } catch (error) {
    return `The server does not answer: ${error instanceof Error ? error.message : error}`;
  }
};

const storeOn = (pool: pg.Pool): Store => {
  const rows = (call: Call) => rowsFrom(pool, call);
  const list: Store['list'] = async (kind, query = {}) =>
    (await rows(statements.list(kind, query))).map((values) => decodeRow(kind, values));
  return {
    engine: 'postgres',
    list,
    pick: async (kind, columns, query = {}) => {
      const decode = decoderOfPicked(kind, columns);
      return (await rows(statements.pick(kind, columns, query))).map(decode);
    },
    find: async (kind, id) => {
      const [row] = await rows(statements.find(kind, id));
      return row ? decodeRow(kind, row) : null;
    },
    commit: async (changes) => (changes.length === 0 ? { kind: 'committed' } : commitNaming(pool, changes)),
    search: async (wanted) => foundOf(await rows(searchCall({ statements, search }, wanted))),
    claimMessage: async (nowMs, leaseMs) => {
      const [row] = await rows(claimCall(statements, nowMs, leaseMs));
      return row ? decodeRow('message', row) : null;
    },
    reserveGate: async (gate, nowMs, intervalMs) =>
      Number((await rows(reserveCall(statements, gate, nowMs, intervalMs)))[0]?.[0]) - intervalMs,
    pauseGate: async (gate, untilMs) => {
      await rows(pauseCall(statements, gate, untilMs));
    },
    verifyAudit: () => walkChain(list, async () => chainEndOf(await rows(chainEndCall(statements)))),
    check: () => findFault(pool),
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
};

const indexing = async (pool: pg.Pool): Promise<void> => {
  try {
    await runKept(pool, madeUpToDate);
  } catch (error) {
    await pool.end();
    throw error;
  }
};

/** Opens the store on this server, its schema up to date; throws DatabaseProblem. */
export const openPostgresStore = async ({
  url,
  migrate,
}: {
  url: string;
  migrate: boolean;
}): Promise<Store> => {
  await bringUpToDate(url, migrate);
  const pool = poolOf(url);
  if (migrate) await indexing(pool);
  return storeOn(pool);
};
