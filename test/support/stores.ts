// Stores for tests: a fresh database each, real migrations, gone afterwards. SQLite always; PostgreSQL when a server
// answers (TEST_DATABASE_URL, or the local default), else its tests are skipped and say so. With
// DUBAN_TEST_REQUIRE_ALL=1 a missing server is a failure.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { describe } from 'vitest';
import { sqlName, tables } from '../../db/columns.ts';
import { type OpenOptions, openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';

export type Engine = Store['engine'];
/** A database of its own; `open` gives one more process's view of it, closed with the rest. */
export type FreshStore = {
  store: Store;
  url: string;
  open(options?: OpenOptions): Promise<Store>;
  /** Takes every row out: much quicker than one more fresh database, where a test needs no more than that. */
  empty(): Promise<void>;
  close(): Promise<void>;
};

const server = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const ANSWERS_WITHIN_MS = 500;

type Rows = Record<string, unknown>[];

const onServer = async (url: string, statement: string): Promise<Rows> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ANSWERS_WITHIN_MS });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await client.end().catch(() => {});
  }
};

const onFile = <T>(url: string, work: (client: Database.Database) => T): T => {
  const client = new Database(url.slice('file:'.length));
  try {
    return work(client);
  } finally {
    client.close();
  }
};

/** Runs statements past the store, as somebody with another program would. */
export const execute = async (url: string, statements: string): Promise<void> => {
  if (url.startsWith('file:')) onFile(url, (client) => client.exec(statements));
  else await onServer(url, statements);
};

/** Asks the database past the store. */
export const query = async (url: string, statement: string): Promise<Rows> =>
  url.startsWith('file:')
    ? onFile(url, (client) => client.prepare(statement).all() as Rows)
    : onServer(url, statement);

/** Why there is no PostgreSQL, or null when there is. */
export const postgresMissing: string | null = await onServer(server, 'select 1').then(
  () => null,
  (error: Error) => `no PostgreSQL at ${new URL(server).host}: ${error.message || error}`,
);
if (postgresMissing && process.env.DUBAN_TEST_REQUIRE_ALL === '1') throw new Error(postgresMissing);

/** The engines that can be tested here. */
export const engines: readonly Engine[] = postgresMissing ? ['sqlite'] : ['sqlite', 'postgres'];

/** Runs the suite on each engine; one that is missing is shown as skipped, with the reason. */
export const describeEngines = (what: string, suite: (engine: Engine) => void): void => {
  for (const engine of ['sqlite', 'postgres'] as const) {
    const missing = !engines.includes(engine);
    describe.skipIf(missing)(`${what} on ${engine}${missing ? ` (${postgresMissing})` : ''}`, () =>
      suite(engine),
    );
  }
};

const freshFile = (): { url: string; remove(): Promise<void> } => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-test-'));
  return {
    url: `file:${folder}/duban.db`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

const freshDatabase = async (): Promise<{ url: string; remove(): Promise<void> }> => {
  const name = `duban_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = name;
  const remove = () => execute(server, `drop database ${name} with (force)`);
  return { url: url.href, remove };
};

const deleteEverything = Object.keys(tables)
  .map((name) => `delete from "${sqlName(name)}";`)
  .join('');

/** A fresh, empty database of this engine, with a store open on it in the role of the bot. */
export const freshStore = async (engine: Engine): Promise<FreshStore> => {
  const { url, remove } = engine === 'sqlite' ? freshFile() : await freshDatabase();
  const stores: Store[] = [];
  const open = async (options?: OpenOptions): Promise<Store> => {
    const store = await openStore(url, options);
    stores.push(store);
    return store;
  };
  const close = async (): Promise<void> => {
    await Promise.all(stores.map((store) => store.close()));
    await remove();
  };
  return { store: await open(), url, open, empty: () => execute(url, deleteEverything), close };
};
