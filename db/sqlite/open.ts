// Opening a SQLite file: whose it is, whether it is sound, how it is to be written, and who else has it.
// The invariant: one bot process a file. The bot holds an exclusive transaction on the sidecar `FILE.bot`, a lock of
// the operating system that ends with the process however it ends; command-line tools work beside it.

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { migrationsBeside, migrationsTable, standingOf } from '../migrations.ts';
import { codeOf, DatabaseProblem } from '../problem.ts';

/** `DUBN`; in the file's header it says whose it is (SQLite's application_id). */
const APPLICATION_ID = 0x4455424e;
const BUSY_TIMEOUT_MS = 5000;
/** What is asked for again and again, the last weeks of all units, stays in memory: SQLite's own 2 MB hold none of it. */
const CACHE_KIB = 64 * 1024;

export type Opening = { file: string; role: 'bot' | 'cli'; migrate: boolean };
/** A file that is ready, and what ends with it. */
export type OpenFile = { client: Database.Database; close(): void };

/** Opens the file, making it and its folder when there is none; throws DatabaseProblem. */
export const openFile = async ({ file, role, migrate }: Opening): Promise<OpenFile> => {
  const lock = guarded(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    return role === 'bot' ? lockOut(file) : null;
  });
  try {
    const client = guarded(file, () => connect(file));
    await prepare(client, file, role, migrate).catch((error: unknown) => {
      client.close();
      throw error;
    });
    return { client, close: () => [client, lock].forEach((each) => void each?.close()) };
  } catch (error) {
    lock?.close();
    throw problemOf(file, error);
  }
};

const prepare = async (
  client: Database.Database,
  file: string,
  role: string,
  migrate: boolean,
): Promise<void> => {
  if (role === 'bot') assertSound(client, file);
  await bringUpToDate(client, file, migrate);
};

const lockOut = (file: string): Database.Database => {
  const sidecar = new Database(`${file}.bot`, { timeout: 0 });
  try {
    sidecar.exec('begin exclusive');
    return sidecar;
  } catch (error) {
    sidecar.close();
    if (codeOf(error) === 'SQLITE_BUSY')
      throw new DatabaseProblem({ code: 'locked_by_other_bot', file }, error);
    throw error;
  }
};

const connect = (file: string): Database.Database => {
  const client = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    assertOurs(client, file);
    client.pragma('journal_mode = WAL');
    client.pragma('synchronous = FULL');
    client.pragma('foreign_keys = ON');
    client.pragma(`cache_size = -${CACHE_KIB}`);
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
};

// Looked at before anything is written: a file that is somebody else's stays as it is.
const assertOurs = (client: Database.Database, file: string): void => {
  const id = client.pragma('application_id', { simple: true });
  if (id === APPLICATION_ID) return;
  const objects = client.prepare('select count(*) from sqlite_schema').pluck().get();
  if (id !== 0 || objects !== 0) throw new DatabaseProblem({ code: 'not_duban_database', where: file });
  client.pragma(`application_id = ${APPLICATION_ID}`);
};

/** What SQLite's quick check finds, in its words; null when the file is sound. */
export const findDamage = (client: Database.Database): string | null => {
  try {
    // Over a connection of its own: ours may remember the search index as it was before another process wrote to it, and
    // the check would take that for damage.
    const fresh = new Database(client.name, { readonly: true, timeout: BUSY_TIMEOUT_MS });
    try {
      const found = fresh.prepare('pragma quick_check(10)').pluck().all().join('; ');
      return found === 'ok' ? null : found;
    } finally {
      fresh.close();
    }
  } catch (error) {
    // Some damage the check cannot even read past.
    return error instanceof Error ? error.message : String(error);
  }
};

const assertSound = (client: Database.Database, file: string): void => {
  const detail = findDamage(client);
  if (detail) throw new DatabaseProblem({ code: 'corrupt', where: file, detail });
};

const applied = (client: Database.Database): string[] => {
  const known = client.prepare('select 1 from sqlite_schema where name = ?').get(migrationsTable);
  return known ? (client.prepare(`select hash from ${migrationsTable}`).pluck().all() as string[]) : [];
};

const bringUpToDate = async (client: Database.Database, file: string, migrate: boolean): Promise<void> => {
  const folder = migrationsBeside(import.meta.url);
  const standing = () => standingOf(folder, applied(client));
  if (standing() === 'newer') throw new DatabaseProblem({ code: 'newer_schema', where: file });
  if (standing() === 'current') return;
  if (!migrate) throw new DatabaseProblem({ code: 'older_schema', where: file });
  try {
    await applyMigrations(client, folder);
  } catch (error) {
    // Two processes may have begun at once; the one that came second finds everything done.
    if (standing() !== 'current') throw error;
  }
};

const applyMigrations = async (client: Database.Database, folder: string): Promise<void> => {
  const [{ drizzle }, { migrate }] = await Promise.all([
    import('drizzle-orm/better-sqlite3'),
    import('drizzle-orm/better-sqlite3/migrator'),
  ]);
  migrate(drizzle({ client }), { migrationsFolder: folder, migrationsTable });
};

const guarded = <T>(file: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw problemOf(file, error);
  }
};

const problemOf = (file: string, error: unknown): unknown => {
  if (error instanceof DatabaseProblem) return error;
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (code === 'SQLITE_NOTADB')
    return new DatabaseProblem({ code: 'not_duban_database', where: file }, error);
  if (code.startsWith('SQLITE_CORRUPT'))
    return new DatabaseProblem({ code: 'corrupt', where: file, detail }, error);
  if (/^(SQLITE_(CANTOPEN|READONLY|PERM|IOERR|FULL)|E[A-Z]+$)/.test(code)) {
    return new DatabaseProblem({ code: 'not_writable', where: file, detail }, error);
  }
  return error;
};
