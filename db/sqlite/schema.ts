// The tables as SQLite has them, for drizzle: migrations are generated from this file and statements are built on it.
// It adds nothing to columns.ts but the engine's types: instants and whole numbers INTEGER, JSON text, booleans 0/1.

import {
  type AnySQLiteColumn,
  index,
  integer,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { type Column, indexName, sqlName, type Table, type TableName, tables } from '../columns.ts';

const typed = ({ kind }: Column, name: string) => {
  switch (kind) {
    case 'text':
    case 'json':
      return text(name);
    case 'int':
      return integer(name);
    case 'real':
      return real(name);
    case 'bool':
      return integer(name, { mode: 'boolean' });
  }
};

const column = (described: Column, property: string) => {
  const bare = typed(described, sqlName(property));
  const kept = described.default === undefined ? bare : bare.default(described.default as never);
  if (property === 'id') return kept.primaryKey();
  return described.nullable ? kept : kept.notNull();
};

const table = (name: string, { columns, indexes, unique }: Table) =>
  sqliteTable(
    sqlName(name),
    Object.fromEntries(
      Object.entries(columns).map(([property, described]) => [property, column(described, property)]),
    ),
    (at) => [
      ...indexes.map((on) => index(indexName(name, on)).on(...columnsOf(at, on))),
      ...unique.map((on) => uniqueIndex(indexName(name, on)).on(...columnsOf(at, on))),
    ],
  );

const columnsOf = (at: Record<string, unknown>, on: readonly string[]) =>
  on.map((property) => at[property]) as [AnySQLiteColumn, ...AnySQLiteColumn[]];

/** Every table by the name of its thing. */
export const schema = Object.fromEntries(
  Object.entries(tables).map(([name, described]) => [name, table(name, described)]),
) as Record<TableName, ReturnType<typeof table>>;
