// Connections to a PostgreSQL server: how many, how long they wait, how a transaction is run and tried again.
// A lost connection rejects what was running on it; the pool makes a new one for the next call.

import pg from 'pg';
import { codeOf, DatabaseProblem, withoutPassword } from '../problem.ts';

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 30_000;
/** A process that hangs in the middle of a transaction must not keep its locks. */
const IDLE_IN_TRANSACTION_MS = 15_000;
const MOST_CONNECTIONS = 5;

// Whole numbers come as bigint, which pg would hand over as text; ours are all safe integers (codec.ts).
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

const connection = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: 'duban',
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  keepAlive: true,
  types,
});

/** The pool of a store; it connects when first used. */
export const poolOf = (url: string): pg.Pool => {
  const pool = new pg.Pool({
    ...connection(url),
    max: MOST_CONNECTIONS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // The server gives up first; this is for a server that does not answer at all.
    query_timeout: STATEMENT_TIMEOUT_MS + CONNECT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  });
  // An idle connection that breaks is replaced; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
};

/** One connection without time limits, for migrations; throws DatabaseProblem when there is none to be had. */
export const withConnection = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = clientFor(url);
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw problemOf(url, error);
  } finally {
    await client.end().catch(() => {});
  }
};

const clientFor = (url: string): pg.Client => {
  try {
    return new pg.Client(connection(url));
  } catch (error) {
    throw new DatabaseProblem({ code: 'not_a_url', url: withoutPassword(url) }, error);
  }
};

const problemOf = (url: string, error: unknown): unknown => {
  if (error instanceof DatabaseProblem) return error;
  const params = {
    where: withoutPassword(url),
    detail: error instanceof Error ? error.message : String(error),
  };
  const code = codeOf(error);
  // Classes of SQLSTATE: 28 who are you, 3D no such database, 42501 no right to.
  if (/^(28|3D|42501)/.test(code)) return new DatabaseProblem({ code: 'refused', ...params }, error);
  if (error instanceof pg.DatabaseError && !/^(08|53|57)/.test(code)) return error;
  return new DatabaseProblem({ code: 'unreachable', ...params, detail: params.detail || code }, error);
};

/** Runs the work in one transaction, which is kept when `isKept` says so of its result. */
export const inTransaction = async <T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  isKept: (result: T) => boolean,
): Promise<T> => {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin isolation level read committed');
    const result = await work(client);
    await client.query(isKept(result) ? 'commit' : 'rollback');
    return result;
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(broken);
  }
};

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const MOST_ATTEMPTS = 5;

/** Does it again when the server chose this transaction to give way to another. */
export const retrying = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (![SERIALIZATION_FAILURE, DEADLOCK].includes(codeOf(error)) || attempt === MOST_ATTEMPTS)
        throw error;
    }
  }
};
