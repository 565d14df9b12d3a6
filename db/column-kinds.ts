// What a column can be, and what a thing's table must hold: the types by which the compiler compares db/columns.ts with
// domain/things.ts. Knows no thing by name.

import type { Thing, ThingKind } from '../domain/things.ts';

export type Kind = 'text' | 'int' | 'real' | 'bool' | 'json';
export type Column = {
  readonly kind: Kind;
  readonly nullable: boolean;
  readonly default?: string | number | boolean;
};
export type Table = {
  readonly columns: Readonly<Record<string, Column>>;
  /** Columns that are asked for together, in this order. */
  readonly indexes: readonly (readonly string[])[];
  /** Beside the id, these combinations stand once; rows with a null among them are not compared. */
  readonly unique: readonly (readonly string[])[];
};

type Is<K extends Kind, Nullable extends boolean> = {
  readonly kind: K;
  readonly nullable: Nullable;
  readonly default?: string | number | boolean;
};
type KindFor<V> = [V] extends [string]
  ? 'text'
  : [V] extends [number]
    ? 'int' | 'real'
    : [V] extends [boolean]
      ? 'bool'
      : 'json';
type ColumnFor<V> = unknown extends V
  ? Is<'json', true>
  : null extends V
    ? Is<KindFor<NonNullable<V>>, true>
    : Is<KindFor<V>, false>;

type Own<K extends ThingKind> = Exclude<keyof Thing<K>, 'id' | 'version'>;
/** The columns a thing must be described with, besides `id` and `version`. */
export type ColumnsFor<K extends ThingKind> = { readonly [C in Own<K>]-?: ColumnFor<Thing<K>[C]> };
/** Only these can be searched and so indexed: JSON is opaque. */
type Sought<K extends ThingKind> = {
  [C in Own<K>]-?: KindFor<NonNullable<Thing<K>[C]>> extends 'json' ? never : C & string;
}[Own<K>];
/** How one thing is described in columns.ts. */
export type TableFor<K extends ThingKind> = {
  readonly columns: ColumnsFor<K>;
  readonly indexes?: readonly (readonly (Sought<K> | 'id')[])[];
  readonly unique?: readonly (readonly (Sought<K> | 'id')[])[];
};

export const text = { kind: 'text', nullable: false } as const;
export const int = { kind: 'int', nullable: false } as const;
export const bool = { kind: 'bool', nullable: false } as const;
export const json = { kind: 'json', nullable: false } as const;
export const textOrNull = { kind: 'text', nullable: true } as const;
export const intOrNull = { kind: 'int', nullable: true } as const;
export const jsonOrNull = { kind: 'json', nullable: true } as const;

/** The column with a value for rows that were written before it existed. */
export const withDefault = <C extends Column>(column: C, value: string | number | boolean): C => ({
  ...column,
  default: value,
});

type Described = { readonly columns: Table['columns'] } & Partial<Table>;

/** Tables with the columns that each of them has before its own. */
export const complete = (before: Table['columns'], described: Record<string, Described>) =>
  Object.entries(described).map(([name, { columns, indexes, unique }]): [string, Table] => [
    name,
    { columns: { ...before, ...columns }, indexes: indexes ?? [], unique: unique ?? [] },
  ]);

/** The name in SQL: `nextStepAt` is `next_step_at`. */
export const sqlName = (name: string): string =>
  name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** The name of an index in SQL, over these columns of a table. */
export const indexName = (table: string, on: readonly string[]): string =>
  [table, ...on, 'idx'].map(sqlName).join('_');
