// The SQL that both engines run alike, composed with drizzle from the schema and printed once for each shape: a shape
// is all of a query but its values. Engines keep what is printed as prepared statements under the same name.

import { and, asc, desc, getTableColumns, type SQL, sql, type Table } from 'drizzle-orm';
import type { ThingKind } from '../domain/things.ts';
import { columnOf, encode, type Value } from './codec.ts';
import { type TableName, tables } from './columns.ts';
import type { Query } from './store.ts';

/** What differs between the engines in otherwise equal statements. */
export type Dialect = {
  schema: Record<TableName, Table>;
  print(statement: SQL): string;
  /** Whether the column is one of the values in a list parameter, and how that parameter is handed in. */
  isOneOf(column: SQL, list: SQL): SQL;
  listParameter(values: readonly Value[]): unknown;
  /** Nulls are the smallest, as in SQLite; PostgreSQL must be told. */
  nulls: { asc: SQL; desc: SQL };
  /** The function for the greatest of several values. */
  greatest: SQL;
  /** How a claim passes over the row `next` while another is claiming it. */
  skipLocked: SQL;
};

/** Printed SQL under a name that is unique in this process. */
export type Statement = { readonly name: string; readonly text: string };
/** A statement and its values, in the order of its parameters. */
export type Call = { statement: Statement; values: unknown[] };
export type Statements = ReturnType<typeof statementsFor>;

/** A query whose thing does not matter any more. */
type AnyQuery = { where?: object; orderBy?: string; desc?: boolean; limit?: number };
type Comparison = 'is' | 'isNull' | 'in' | 'inOrNull' | 'lte' | 'gte' | 'lt' | 'gt';
type Term = { column: string; comparison: Comparison; value?: unknown };

const comparisons = ['in', 'lte', 'gte', 'lt', 'gt'] as const;
const isComparison = (name: string): name is (typeof comparisons)[number] =>
  (comparisons as readonly string[]).includes(name);

/** A parameter of a statement; its value is handed in by position when the statement is run. */
export const slot = sql`${sql.placeholder('value')}`;

const oneOf = (kind: ThingKind, column: string, values: readonly unknown[]): Term => {
  const present = values.filter((value) => value !== null).map((value) => encode(kind, column, value));
  return { column, comparison: present.length < values.length ? 'inOrNull' : 'in', value: present };
};

const termsOf = (kind: ThingKind, column: string, condition: unknown): Term[] => {
  if (columnOf(kind, column).kind === 'json')
    throw new TypeError(`${kind}.${column} is JSON and cannot be asked for`);
  if (condition === undefined) throw new TypeError(`${kind}.${column} is asked for as undefined`);
  if (condition === null) return [{ column, comparison: 'isNull' }];
  if (typeof condition !== 'object') {
    return [{ column, comparison: 'is', value: encode(kind, column, condition) }];
  }
  return Object.entries(condition).map(([name, operand]) => {
    if (!isComparison(name)) throw new TypeError(`${kind}.${column} cannot be compared by ${name}`);
    if (name === 'in') return oneOf(kind, column, operand as readonly unknown[]);
    if (operand === null) throw new TypeError(`${kind}.${column} ${name} null is never true`);
    return { column, comparison: name, value: encode(kind, column, operand) };
  });
};

const whereOf = (kind: ThingKind, query: AnyQuery): Term[] =>
  Object.entries(query.where ?? {}).flatMap(([column, condition]) => termsOf(kind, column, condition));

const excludesNull = ({ column, comparison }: Term, name: string): boolean =>
  column === name && comparison !== 'isNull' && comparison !== 'inOrNull';

/** How the engine's statements are composed and kept. */
export const statementsFor = (dialect: Dialect) => {
  const printed = new Map<string, Statement>();

  /** The statement of this shape, composed when it is first asked for. */
  const shaped = (shape: string, compose: () => SQL): Statement => {
    const known = printed.get(shape);
    if (known) return known;
    const statement = { name: `duban_${printed.size}`, text: dialect.print(compose()) };
    printed.set(shape, statement);
    return statement;
  };

  const columnsOf = (table: TableName) => getTableColumns(dialect.schema[table]);
  const column = (table: TableName, name: string): SQL => sql`${columnsOf(table)[name]}`;
  const listed = (table: TableName, names: readonly string[]): SQL =>
    sql.join(
      names.map((name) => column(table, name)),
      sql`, `,
    );
  const allOf = (table: TableName): SQL => listed(table, Object.keys(tables[table].columns));
  const listValue = (term: Term) => dialect.listParameter(term.value as Value[]);

  const conditionSql = (kind: ThingKind, { column: name, comparison }: Term): SQL => {
    const left = column(kind, name);
    switch (comparison) {
      case 'is':
        return sql`${left} = ${slot}`;
      case 'isNull':
        return sql`${left} is null`;
      case 'in':
        return dialect.isOneOf(left, slot);
      case 'inOrNull':
        return sql`(${dialect.isOneOf(left, slot)} or ${left} is null)`;
      case 'lte':
        return sql`${left} <= ${slot}`;
      case 'gte':
        return sql`${left} >= ${slot}`;
      case 'lt':
        return sql`${left} < ${slot}`;
      case 'gt':
        return sql`${left} > ${slot}`;
    }
  };

  const orderSql = (kind: ThingKind, { orderBy, desc: down }: AnyQuery, terms: readonly Term[]): SQL => {
    const byId = asc(column(kind, 'id'));
    if (!orderBy || orderBy === 'id') return down ? desc(column(kind, 'id')) : byId;
    // Where no null can come, nothing is said of nulls: an index serves the order only as it stands.
    const mayBeNull = columnOf(kind, orderBy).nullable && !terms.some((term) => excludesNull(term, orderBy));
    const by = (down ? desc : asc)(column(kind, orderBy));
    return sql`${by}${mayBeNull ? dialect.nulls[down ? 'desc' : 'asc'] : sql``}, ${byId}`;
  };

  const selectSql = (kind: ThingKind, columns: SQL, query: AnyQuery, terms: readonly Term[]): SQL => {
    const where = and(...terms.map((term) => conditionSql(kind, term)));
    return sql.join([
      sql`select ${columns} from ${dialect.schema[kind]}`,
      where ? sql` where ${where}` : sql``,
      sql` order by ${orderSql(kind, query, terms)}`,
      query.limit === undefined ? sql`` : sql` limit ${slot}`,
    ]);
  };

  const select = (kind: ThingKind, name: string, columns: () => SQL, query: AnyQuery): Call => {
    const terms = whereOf(kind, query);
    const where = terms.map((term) => `${term.column} ${term.comparison}`).join();
    const shape = `${name} ${kind} ${where} by ${query.orderBy} ${query.desc} ${query.limit === undefined}`;
    const values = terms
      .filter((term) => term.comparison !== 'isNull')
      .map((term) => (Array.isArray(term.value) ? listValue(term) : term.value));
    if (query.limit !== undefined) values.push(query.limit);
    return { statement: shaped(shape, () => selectSql(kind, columns(), query, terms)), values };
  };

  /** The rows that meet every condition. */
  const list = <K extends ThingKind>(kind: K, query: Query<K>): Call =>
    select(kind, 'list', () => allOf(kind), query);

  /** These columns of the same rows. */
  const pick = <K extends ThingKind>(kind: K, columns: readonly string[], query: Query<K>): Call =>
    select(kind, `pick ${columns}`, () => listed(kind, columns), query);

  const find = (kind: ThingKind, id: string): Call => ({
    statement: shaped(
      `find ${kind}`,
      () => sql`select ${allOf(kind)} from ${dialect.schema[kind]} where ${column(kind, 'id')} = ${slot}`,
    ),
    values: [encode(kind, 'id', id)],
  });

  return { dialect, shaped, column, allOf, list, pick, find };
};
