// The tables as PostgreSQL has them, for drizzle: migrations are generated from this file and statements are built on
// it. It adds nothing to columns.ts but the engine's types: instants and whole numbers bigint, JSON text, and text in
// the order of its code points ("C"), which is SQLite's order, whatever the server's locale.

import {
  type AnyPgColumn,
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  pgTable,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { type Column, indexName, sqlName, type Table, type TableName, tables } from '../columns.ts';

const text = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

const typed = ({ kind }: Column, name: string) => {
  switch (kind) {
    case 'text':
    case 'json':
      return text(name);
    case 'int':
      return bigint(name, { mode: 'number' });
    case 'real':
      return doublePrecision(name);
    case 'bool':
      return boolean(name);
  }
};

const column = (described: Column, property: string) => {
  const bare = typed(described, sqlName(property));
  const kept = described.default === undefined ? bare : bare.default(described.default as never);
  if (property === 'id') return kept.primaryKey();
  return described.nullable ? kept : kept.notNull();
};

const columnsOf = (at: Record<string, unknown>, on: readonly string[]) =>
  on.map((property) => at[property]) as [AnyPgColumn, ...AnyPgColumn[]];

const table = (name: string, { columns, indexes, unique }: Table) =>
  pgTable(
    sqlName(name),
    Object.fromEntries(
      Object.entries(columns).map(([property, described]) => [property, column(described, property)]),
    ),
    (at) => [
      ...indexes.map((on) => index(indexName(name, on)).on(...columnsOf(at, on))),
      ...unique.map((on) => uniqueIndex(indexName(name, on)).on(...columnsOf(at, on))),
    ],
  );

/** Every table by the name of its thing. */
export const schema = Object.fromEntries(
  Object.entries(tables).map(([name, described]) => [name, table(name, described)]),
) as Record<TableName, ReturnType<typeof table>>;
