// Rows for the store's tests: every column filled with something of its kind, so that a new column breaks no test.

import { type Column, tables } from '../../db/columns.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Thing, ThingKind } from '../../domain/things.ts';

const blank = ({ kind, nullable }: Column): unknown => {
  if (nullable) return null;
  return { text: '', int: 0, real: 0, bool: false, json: {} }[kind];
};

/** A row with this id and these columns, the rest blank. */
export const aRow = <K extends ThingKind>(
  kind: K,
  id: string,
  columns: { [C in keyof Thing<K>]?: unknown } = {},
): Omit<Thing<K>, 'version'> => {
  const blanks = Object.entries(tables[kind].columns).map(([name, column]) => [name, blank(column)]);
  const { version: _, ...row } = Object.fromEntries(blanks);
  return { ...row, ...columns, id } as unknown as Omit<Thing<K>, 'version'>;
};

export const instant = (epochMs: number): Instant => epochMs as Instant;
