// The door to a database: a URL decides for an engine, and only that engine's code is loaded.

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseProblem, withoutPassword } from './problem.ts';
import type { Store } from './store.ts';

export type OpenOptions = {
  /** A bot has a SQLite file for itself; `cli` works beside it. On PostgreSQL there may be several of each. */
  role?: 'bot' | 'cli';
  /** Whether missing migrations are applied (the default) or refused as `older_schema`. */
  migrate?: boolean;
};

/**
 * Opens the database that the URL names: `file:PATH` (SQLite; file and folder are made) or `postgres://…`. Role is
 * `bot` unless said otherwise. Throws DatabaseProblem when it cannot be used, before anything in it was changed.
 *
 * @example await openStore('file:./data/duban.db', { role: 'cli' })
 */
export const openStore = async (url: string, options: OpenOptions = {}): Promise<Store> => {
  const { role = 'bot', migrate = true } = options;
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { openPostgresStore } = await import('./postgres/store.ts');
    return openPostgresStore({ url, migrate });
  }
  const file = fileIn(url);
  const { openSqliteStore } = await import('./sqlite/store.ts');
  return openSqliteStore({ file, role, migrate });
};

const fileIn = (url: string): string => {
  const path = url.startsWith('file:///') ? pathIn(url) : /^file:(?!\/\/)(.+)$/.exec(url)?.[1];
  if (!path || path.startsWith(':') || /[\0?#]/.test(path) || /[\\/]$/.test(path)) throw notUrl(url);
  return resolve(path);
};

const pathIn = (url: string): string => {
  try {
    return fileURLToPath(url);
  } catch (error) {
    throw notUrl(url, error);
  }
};

const notUrl = (url: string, cause?: unknown): DatabaseProblem =>
  new DatabaseProblem({ code: 'not_a_url', url: withoutPassword(url) }, cause);
