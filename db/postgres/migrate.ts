// Bringing a PostgreSQL database up to date, one process at a time: several bots may start together.

import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import { sqlName, tables } from '../columns.ts';
import { migrationsBeside, migrationsTable, standingOf } from '../migrations.ts';
import { DatabaseProblem, withoutPassword } from '../problem.ts';
import { withConnection } from './connect.ts';

/** `DUBN`: the advisory lock under which migrations are looked at and applied; it ends with the connection. */
const MIGRATION_LOCK = 0x4455424e;

/** Applies the migrations that are missing; throws DatabaseProblem when the database is not ours to change. */
export const bringUpToDate = (url: string, migrate: boolean): Promise<void> =>
  withConnection(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const where = withoutPassword(url);
    const folder = migrationsBeside(import.meta.url);
    const applied = await appliedIn(client);
    if (!applied && (await hasOurNames(client)))
      throw new DatabaseProblem({ code: 'not_duban_database', where });
    const standing = standingOf(folder, applied ?? []);
    if (standing === 'newer') throw new DatabaseProblem({ code: 'newer_schema', where });
    if (standing === 'current') return;
    if (!migrate) throw new DatabaseProblem({ code: 'older_schema', where });
    const migrationsSchema = await schemaOf(client);
    await applyMigrations(drizzle({ client }), {
      migrationsFolder: folder,
      migrationsSchema,
      migrationsTable,
    });
  });

// Null: no migration was ever applied here.
const appliedIn = async (client: pg.Client): Promise<string[] | null> => {
  const { rows } = await client.query('select to_regclass($1) is not null as known', [migrationsTable]);
  if (!rows[0].known) return null;
  const applied = await client.query(`select hash from ${migrationsTable}`);
  return applied.rows.map(({ hash }: { hash: string }) => hash);
};

const schemaOf = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query('select current_schema() as name');
  return rows[0].name;
};

const hasOurNames = async (client: pg.Client): Promise<boolean> => {
  const { rowCount } = await client.query(
    'select 1 from information_schema.tables where table_schema = current_schema() and table_name = any($1)',
    [Object.keys(tables).map(sqlName)],
  );
  return rowCount !== 0;
};
