// The store on SQLite (better-sqlite3): everything runs at once in this process, writes in an immediate transaction.

import type Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import type { CommitResult } from '../../domain/change.ts';
import { chainEndCall, chainEndOf, walkChain } from '../audit-chain.ts';
import { claimCall, pauseCall, reserveCall } from '../claims-and-gates.ts';
import { decodeRow, decoderOfPicked, type Value } from '../codec.ts';
import { sqlName, tables } from '../columns.ts';
import { type Answer, type Batch, commitSteps, running, type Step, type Steps } from '../commit.ts';
import { codeOf } from '../problem.ts';
import { foundOf, makeUpToDate, searchCall } from '../search-index.ts';
import { type Call, type Dialect, type Statement, statementsFor } from '../statements.ts';
import type { Store } from '../store.ts';
import { findDamage, type OpenFile, type Opening, openFile } from './open.ts';
import { schema } from './schema.ts';
import { searchSql } from './search.ts';

const printer = new SQLiteSyncDialect();

export const dialect: Dialect = {
  schema,
  print: (statement) => printer.sqlToQuery(statement).sql,
  isOneOf: (column, list) => sql`${column} in (select value from json_each(${list}))`,
  listParameter: (values) => JSON.stringify(values),
  nulls: { asc: sql``, desc: sql`` },
  greatest: sql`max`,
  skipLocked: sql``,
};
const statements = statementsFor(dialect);
const search = searchSql(statements);

const quoted = (name: string): string => `"${sqlName(name)}"`;

const writeStatement = (thing: Batch['thing']): Statement =>
  statements.shaped(`write ${thing}`, () => {
    const names = Object.keys(tables[thing].columns);
    const slots = names.map(() => '?').join(', ');
    const into = `insert into ${quoted(thing)} (${names.map(quoted).join(', ')}) values (${slots})`;
    return sql.raw(`${into} on conflict ("id") do nothing`);
  });

const moveStatement = ({ thing, columns }: Batch): Statement =>
  statements.shaped(`move ${thing} ${columns}`, () => {
    const set = [...columns.map((name) => `${quoted(name)} = ?`), '"version" = "version" + 1'].join(', ');
    return sql.raw(`update ${quoted(thing)} set ${set} where "id" = ? and "version" = ?`);
  });

const holdStatement = (thing: Batch['thing']): Statement =>
  statements.shaped(`hold ${thing}`, () =>
    sql.raw(`select "id" from ${quoted(thing)} where "id" = ? and "version" = ?`),
  );

/** Prepares each statement once for this connection. */
const preparing = (client: Database.Database) => {
  const prepared = new Map<string, Database.Statement>();
  return ({ name, text }: Statement): Database.Statement => {
    const known = prepared.get(name);
    if (known) return known;
    const made = client.prepare(text);
    prepared.set(name, made.reader ? made.raw() : made);
    return made;
  };
};
type Prepare = ReturnType<typeof preparing>;

const rowsOf = (prepare: Prepare, { statement, values }: Call): Value[][] =>
  prepare(statement).all(...values) as Value[][];

const wrote = (prepare: Prepare, statement: Statement, values: Value[]): boolean =>
  prepare(statement).run(...values).changes === 1;

// Whether the one change of the batch took effect: batches are of one here, nothing is gained by more.
const tookEffect = (prepare: Prepare, batch: Batch): boolean => {
  const [id, version, row] = [batch.ids[0] as string, batch.versions[0] as number, batch.rows[0] as Value[]];
  switch (batch.mode) {
    case 'insert':
    case 'ensure':
      return wrote(prepare, writeStatement(batch.thing), row);
    case 'move':
      return wrote(prepare, moveStatement(batch), [...row, id, version]);
    case 'expect':
      return prepare(holdStatement(batch.thing)).get(id, version) !== undefined;
  }
};

const runStep = (prepare: Prepare, step: Step): Answer => {
  if (step.kind === 'run') {
    const statement = prepare(step.call.statement);
    if (statement.reader) return statement.all(...step.call.values) as Value[][];
    statement.run(...step.call.values);
    return [];
  }
  try {
    return tookEffect(prepare, step.batch) ? [[step.batch.ids[0] as string]] : [];
  } catch (error) {
    if (codeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE') return 'clash';
    throw error;
  }
};

const runAll = (prepare: Prepare, steps: Steps): CommitResult => {
  let turn = steps.next([]);
  while (!turn.done) turn = steps.next(runStep(prepare, turn.value));
  return turn.value;
};

const inTransaction = (client: Database.Database, work: () => CommitResult): CommitResult => {
  client.exec('begin immediate');
  try {
    const result = work();
    client.exec(result.kind === 'committed' ? 'commit' : 'rollback');
    return result;
  } finally {
    if (client.inTransaction) client.exec('rollback');
  }
};

function* madeUpToDate(): Steps {
  yield* running(makeUpToDate({ statements, search }));
  return { kind: 'committed' };
}

const storeOn = ({ client, close }: OpenFile, mayWrite: boolean): Store => {
  const prepare = preparing(client);
  if (mayWrite) inTransaction(client, () => runAll(prepare, madeUpToDate()));
  const rows = (call: Call) => rowsOf(prepare, call);
  const list: Store['list'] = async (kind, query = {}) =>
    rows(statements.list(kind, query)).map((values) => decodeRow(kind, values));
  return {
    engine: 'sqlite',
    list,
    pick: async (kind, columns, query = {}) => {
      const decode = decoderOfPicked(kind, columns);
      return rows(statements.pick(kind, columns, query)).map(decode);
    },
    find: async (kind, id) => {
      const { statement, values } = statements.find(kind, id);
      const row = prepare(statement).get(...values) as Value[] | undefined;
      return row ? decodeRow(kind, row) : null;
    },
    commit: async (changes) =>
      changes.length === 0
        ? { kind: 'committed' }
        : inTransaction(client, () => runAll(prepare, commitSteps(changes, statements, search, 1))),
    search: async (wanted) => foundOf(rows(searchCall({ statements, search }, wanted))),
    claimMessage: async (nowMs, leaseMs) => {
      const [row] = rows(claimCall(statements, nowMs, leaseMs));
      return row ? decodeRow('message', row) : null;
    },
    reserveGate: async (gate, nowMs, intervalMs) =>
      Number(rows(reserveCall(statements, gate, nowMs, intervalMs))[0]?.[0]) - intervalMs,
    pauseGate: async (gate, untilMs) => {
      const { statement, values } = pauseCall(statements, gate, untilMs);
      prepare(statement).run(...values);
    },
    verifyAudit: () => walkChain(list, async () => chainEndOf(rows(chainEndCall(statements)))),
    check: async () => findDamage(client),
    close: async () => close(),
  };
};

/** Opens the store in this file; throws DatabaseProblem. */
export const openSqliteStore = async (opening: Opening): Promise<Store> =>
  storeOn(await openFile(opening), opening.migrate);
