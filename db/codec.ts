// Between rows as the domain knows them and values as a driver takes them; the same values for both engines.
// What one engine would take and the other refuse is made equal here, such as fractions in whole numbers.

import type { Thing, ThingKind } from '../domain/things.ts';
import { type Column, type Kind, type TableName, tables } from './columns.ts';
import { readDefinition } from './kept-definitions.ts';

/** What goes into and comes out of a driver. */
export type Value = string | number | boolean | null;

const wrong = (what: string, wanted: string): TypeError => new TypeError(`${what} is not ${wanted}`);

// PostgreSQL text cannot hold NUL and UTF-8 no half of a surrogate pair; neither is a character anybody types, so
// both engines keep the replacement character.
const asText = (value: unknown, what: string): string => {
  if (typeof value !== 'string') throw wrong(what, 'text');
  return value.replaceAll('\0', '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD');
};
const asNumber = (value: unknown, what: string): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(what, 'a number');
  return value;
};
const asInt = (value: unknown, what: string): number => {
  if (!Number.isSafeInteger(value)) throw wrong(what, 'a whole number');
  return value as number;
};
const asBit = (value: unknown, what: string): number => {
  if (typeof value !== 'boolean') throw wrong(what, 'true or false');
  return Number(value);
};
const asJson = (value: unknown, what: string): string => {
  const json = JSON.stringify(value);
  if (json === undefined) throw wrong(what, 'JSON');
  return json;
};

const encoders: Record<Kind, (value: unknown, what: string) => Value> = {
  text: asText,
  int: asInt,
  real: asNumber,
  bool: asBit,
  json: asJson,
};
type Decoder = (value: Value) => unknown;
const decoders: Record<Kind, Decoder> = {
  text: (value) => value,
  int: Number,
  real: Number,
  bool: (value) => value === true || value === 1,
  json: (value) => JSON.parse(value as string),
};

/** The column of a table; asking for one that is not there is a mistake of the program and throws. */
export const columnOf = (table: TableName, name: string): Column => {
  const column = Object.hasOwn(tables[table].columns, name) ? tables[table].columns[name] : undefined;
  if (!column) throw new TypeError(`${table} has no column ${name}`);
  return column;
};

/** One value as the driver takes it; throws a TypeError that names the column when it does not fit. */
export const encode = (table: TableName, name: string, value: unknown): Value => {
  const column = columnOf(table, name);
  if (column.nullable && (value === null || value === undefined)) return null;
  return encoders[column.kind](value, `${table}.${name}`);
};

/** A row's values in the order of its columns; `version` is the given one. */
export const encodeRow = (table: TableName, row: object, version: number): Value[] =>
  Object.keys(tables[table].columns).map((name) =>
    name === 'version' ? version : encode(table, name, (row as Record<string, unknown>)[name]),
  );

/** What makes rows of one kind of the values of these columns, in their order. */
export type RowDecoder<Row> = (values: readonly Value[]) => Row;

const decoderFor = <Row>(table: TableName, names: readonly string[]): RowDecoder<Row> => {
  const decoders = names.map((name) => decoderOf(table, name, columnOf(table, name).kind));
  return (values) => {
    const row: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at++) {
      const value = values[at] as Value;
      row[names[at]!] = value === null ? null : decoders[at]!(value);
    }
    return row as Row;
  };
};

/** The row that these values, in the order of all columns, stand for. */
export const decodeRow = <K extends ThingKind>(kind: K, values: readonly Value[]): Thing<K> =>
  decodersOfAll[kind](values) as Thing<K>;

const decodersOfPicked = new Map<string, RowDecoder<unknown>>();

/** What makes rows of these columns alone; a TypeError where there is none, or one that the thing does not have. */
export const decoderOfPicked = <K extends ThingKind, C extends keyof Thing<K> & string>(
  kind: K,
  columns: readonly C[],
): RowDecoder<Pick<Thing<K>, C>> => {
  const key = `${kind} ${columns}`;
  const known = decodersOfPicked.get(key);
  if (known) return known as RowDecoder<Pick<Thing<K>, C>>;
  if (columns.length === 0) throw new TypeError(`no column of ${kind} is picked`);
  const made = decoderFor<Pick<Thing<K>, C>>(kind, columns);
  decodersOfPicked.set(key, made);
  return made;
};

const readsDefinition: Decoder = (value) => readDefinition(value as string);
const decoderOf = (table: string, name: string, kind: Kind): Decoder =>
  table === 'campaign' && name === 'definition' ? readsDefinition : decoders[kind];

const decodersOfAll = Object.fromEntries(
  Object.entries(tables).map(([table, { columns }]) => [
    table,
    decoderFor(table as TableName, Object.keys(columns)),
  ]),
) as Record<TableName, RowDecoder<unknown>>;
