import { getTableConfig as postgresTable } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ColumnsFor, sqlName, tables } from '../../db/columns.ts';
import { schema as postgres } from '../../db/postgres/schema.ts';
import { schema as sqlite } from '../../db/sqlite/schema.ts';
import { describeEngines, type FreshStore, freshStore, query } from '../support/stores.ts';

const text = { kind: 'text', nullable: false } as const;
const int = { kind: 'int', nullable: false } as const;

describe('the description of the columns', () => {
  it('compiles only when it is what the domain has', () => {
    const right: ColumnsFor<'counter'> = { value: int };
    // @ts-expect-error a column is missing
    const missing: ColumnsFor<'counter'> = {};
    // @ts-expect-error a column is one too many
    const extra: ColumnsFor<'counter'> = { value: int, colour: text };
    // @ts-expect-error a number is no text
    const kind: ColumnsFor<'counter'> = { value: text };
    // @ts-expect-error a counter's value cannot be null
    const nullable: ColumnsFor<'counter'> = { value: { kind: 'int', nullable: true } };
    // @ts-expect-error the outcome of a request may be null
    const strict: ColumnsFor<'request'> = { at: int, outcome: { kind: 'json', nullable: false } };
    expect([right, missing, extra, kind, nullable, strict].length).toBe(6);
  });
});

type Shape = {
  columns: [name: string, notNull: boolean, primary: boolean][];
  indexes: [string, boolean, string[]][];
};
type Config = {
  columns: { name: string; notNull: boolean; primary: boolean }[];
  indexes: { config: { name?: string; unique: boolean; columns: object[] } }[];
};
const shapeOf = ({ columns, indexes }: Config): Shape => ({
  columns: columns.map(({ name, notNull, primary }) => [name, notNull, primary]),
  indexes: indexes.map(({ config }) => [
    config.name ?? '',
    config.unique,
    config.columns.map((column) => ('name' in column ? String(column.name) : '')),
  ]),
});

describe('the two schemas', () => {
  it('have the same tables', () => {
    expect(Object.keys(postgres)).toEqual(Object.keys(sqlite));
  });

  it.each(Object.keys(tables) as (keyof typeof tables)[])('describe %s alike', (name) => {
    const shape = shapeOf(sqliteTable(sqlite[name]));
    expect(shape.columns.length).toBeGreaterThan(1);
    expect(shapeOf(postgresTable(postgres[name]))).toEqual(shape);
  });
});

const catalog = {
  sqlite: {
    columns: `select m.name as "table", c.name as "column", c."notnull" = 0 and c.pk = 0 as nullable
      from sqlite_schema m, pragma_table_info(m.name) c where m.type = 'table'`,
    indexes: `select name from sqlite_schema where type = 'index' and name like '%_idx'`,
  },
  postgres: {
    columns: `select table_name as "table", column_name as "column", is_nullable = 'YES' as nullable
      from information_schema.columns where table_schema = 'public'`,
    indexes: `select indexname as name from pg_indexes where schemaname = 'public' and indexname like '%_idx'`,
  },
};

/** The engine's own table for searching, made by hand and in each engine of another kind, and what SQLite keeps it in. */
const isByHand = (table: unknown): boolean => String(table).startsWith('search_terms');

describeEngines('a migrated database', (engine) => {
  let fresh: FreshStore;
  beforeAll(async () => {
    fresh = await freshStore(engine);
  });
  afterAll(() => fresh.close());

  it('has every column that is described, as nullable as it is described, and no other', async () => {
    const rows = await query(fresh.url, catalog[engine].columns);
    const found = rows
      .filter(({ table }) => table !== 'duban_migration' && table !== 'sqlite_sequence' && !isByHand(table))
      .map((row) => `${row.table}.${row.column} ${Boolean(row.nullable)}`);
    const described = Object.entries(tables).flatMap(([table, { columns }]) =>
      Object.entries(columns).map(([name, { nullable }]) => `${sqlName(table)}.${sqlName(name)} ${nullable}`),
    );
    expect(found.sort()).toEqual(described.sort());
  });

  it('has every index that is described', async () => {
    const found = (await query(fresh.url, catalog[engine].indexes)).map(({ name }) => name);
    const described = Object.values(sqlite).flatMap((table) =>
      sqliteTable(table).indexes.map(({ config }) => config.name),
    );
    expect(found.sort()).toEqual(described.sort());
  });

  if (engine === 'sqlite') return;
  it('orders all text by code point, whatever the locale of the server', async () => {
    const rows = await query(
      fresh.url,
      `select distinct collation_name as name from information_schema.columns
       where table_schema = 'public' and data_type = 'text' and table_name <> 'duban_migration'`,
    );
    expect(rows).toEqual([{ name: 'C' }]);
  });
});
