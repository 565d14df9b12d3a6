// The index of what can be looked for, kept in the commit that writes the things themselves. It is derived: everything in it
// is made from the things by domain/searchable.ts, and it is made anew as a whole when it was made for another reading of
// them. Like a commit it is written once for both engines, as steps; what differs is in search-sql.ts.
//
// A root (a row of the ledger, a task, a meeting) is compared as a whole: what it should have in the index with what it has.
// A text that is as it was keeps its place in the order, though it may now be open to others; one that was written anew
// becomes the newest.

import { sql } from 'drizzle-orm';
import type { Change } from '../domain/change.ts';
import { keptTermsOf, plainText, spelt } from '../domain/search-words.ts';
import {
  audienceOf,
  rootColumnOf,
  type Searchable,
  type SearchKind,
  type SearchRoot,
  searchableConsultation,
  searchableReport,
  searchableTask,
  type Touched,
  touchedBy,
} from '../domain/searchable.ts';
import type { Thing, ThingKind } from '../domain/things.ts';
import { decodeRow, type Value } from './codec.ts';
import type { SearchDoc, SearchSql, TermGroups } from './search-sql.ts';
import { type Call, type Statements, slot } from './statements.ts';
import type { Found, Query, Search } from './store.ts';

/** Grows with each change of what is indexed or how, so that the next start makes the index anew. */
const MADE_FOR = 1;
const ROOTS_AT_ONCE = 200;
/** Instants are told apart to thirty days by a term, which spares reading over what is much older or newer. */
const AGE_MS = 30 * 86_400_000;
const MOST_AGES = 40;

type Rows = readonly (readonly Value[])[];
/** Yields statements to be run, and is handed the rows that each comes to. */
type Run<T> = Generator<Call, T, Rows>;
type Engine = { statements: Statements; search: SearchSql };

const named = (letter: string, ...names: string[]): string =>
  `${letter}${names.map((name) => spelt([...name])).join('z')}`;

const ageOf = (at: number): number => Math.floor(at / AGE_MS);
const ageTerm = (age: number): string => named('d', String(age));

/** The terms of a span that is not too long; none for any other. */
function agesOf({ from, to }: Search): string[] {
  if (from === undefined || to === undefined || to <= from) return [];
  const [first, last] = [ageOf(from), ageOf(to)];
  if (last - first >= MOST_AGES) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => ageTerm(first + index));
}

const filtersOf = ({ campaign, kind, at, units, matter }: Searchable): string[] => {
  const audience = audienceOf(matter);
  return [
    named('k', campaign),
    named('t', kind),
    ageTerm(ageOf(at)),
    ...(audience === 'roster' ? [named('o', campaign)] : audience.map((unit) => named('v', campaign, unit))),
    ...units.map((unit) => named('a', campaign, unit)),
  ];
};

function groupsOf(search: Search): TermGroups {
  const { campaign, words, kinds, seenBy, units } = search;
  const ages = agesOf(search);
  return [
    ...words.terms.map((term) => [term]),
    seenBy === 'all'
      ? [named('k', campaign)]
      : [named('o', campaign), ...seenBy.map((unit) => named('v', campaign, unit))],
    ...(kinds ? [kinds.map((kind) => named('t', kind))] : []),
    ...(units ? [units.map((unit) => named('a', campaign, unit))] : []),
    ...(ages.length > 0 ? [ages] : []),
  ];
}

const docOf = (searchable: Searchable): SearchDoc => {
  const { campaign, kind, root, part, at, texts } = searchable;
  const text = texts.join('\n');
  const filters = filtersOf(searchable);
  return {
    id: JSON.stringify([kind, root, part]),
    seq: null,
    campaign,
    kind,
    root,
    part,
    at,
    filters: filters.join(' '),
    plain: plainText(text),
    terms: [...filters, ...keptTermsOf(text)],
  };
};

function* rowsOf<K extends ThingKind>({ statements }: Engine, kind: K, query: Query<K>): Run<Thing<K>[]> {
  return (yield statements.list(kind, query)).map((values) => decodeRow(kind, values));
}

function* reportsOf(engine: Engine, ids: readonly string[]): Run<Searchable[]> {
  const rows = yield* rowsOf(engine, 'obligation', { where: { id: { in: ids as never[] } } });
  const versions = yield* rowsOf(engine, 'submission', {
    where: { obligation: { in: ids as never[] } },
    orderBy: 'no',
  });
  const newest = new Map(versions.map((version) => [version.obligation, version]));
  return rows.flatMap((row) => (newest.has(row.id) ? searchableReport(row, newest.get(row.id)!) : []));
}

function* tasksOf(engine: Engine, ids: readonly string[]): Run<Searchable[]> {
  const rows = yield* rowsOf(engine, 'task', { where: { id: { in: ids as never[] } } });
  const where = { task: { in: ids as never[] } };
  const entries = yield* rowsOf(engine, 'taskEntry', { where, orderBy: 'no' });
  const byTask = grouped(entries, ({ task }) => task);
  return rows.flatMap((row) => searchableTask(row, byTask.get(row.id) ?? []));
}

function* meetingsOf(engine: Engine, ids: readonly string[]): Run<Searchable[]> {
  const rows = yield* rowsOf(engine, 'consultation', { where: { id: { in: ids as never[] } } });
  const where = { consultation: { in: ids as never[] } };
  const topics = yield* rowsOf(engine, 'topic', { where, orderBy: 'at' });
  const byMeeting = grouped(topics, ({ consultation }) => consultation);
  return rows.flatMap((row) => searchableConsultation(row, byMeeting.get(row.id) ?? []));
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

const READERS: Record<SearchRoot, (engine: Engine, ids: readonly string[]) => Run<Searchable[]>> = {
  obligation: reportsOf,
  task: tasksOf,
  consultation: meetingsOf,
};

/** What stands in the index now. */
type Kept = { id: string; seq: number; at: number; filters: string; plain: string };

function* keptOf(
  { statements: { shaped, dialect } }: Engine,
  roots: readonly string[],
): Run<Map<string, Kept>> {
  const statement = shaped(
    'search kept',
    () =>
      sql`select "id", "seq", "at", "filters", "plain" from "search_doc" where ${dialect.isOneOf(sql`"root"`, slot)}`,
  );
  const rows = yield { statement, values: [dialect.listParameter(roots)] };
  return new Map(
    rows.map(([id, seq, at, filters, plain]) => [
      String(id),
      { id: String(id), seq: Number(seq), at: Number(at), filters: String(filters), plain: String(plain) },
    ]),
  );
}

const isSame = (kept: Kept | undefined, { at, filters, plain }: SearchDoc): boolean =>
  kept !== undefined && kept.at === at && kept.filters === filters && kept.plain === plain;

function* takeOut({ statements: { shaped, dialect } }: Engine, ids: readonly string[]): Run<void> {
  if (ids.length === 0) return;
  const statement = shaped(
    'search take out',
    () => sql`delete from "search_doc" where ${dialect.isOneOf(sql`"id"`, slot)}`,
  );
  yield { statement, values: [dialect.listParameter(ids)] };
}

/** By instant, then by id: what came at once has an order too. */
const inOrder = (a: SearchDoc, b: SearchDoc): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function* writeAll({ search }: Engine, docs: readonly SearchDoc[]): Run<void> {
  for (const doc of [...docs].sort(inOrder)) yield* search.write(doc);
}

function* replace(engine: Engine, kept: ReadonlyMap<string, Kept>, docs: readonly SearchDoc[]): Run<void> {
  const wanted = new Set(docs.map(({ id }) => id));
  const changed = docs.filter((doc) => !isSame(kept.get(doc.id), doc));
  const gone = [...kept.keys()].filter((id) => !wanted.has(id));
  yield* takeOut(engine, [...gone, ...changed.map(({ id }) => id).filter((id) => kept.has(id))]);
  const placed = changed.map((doc) => {
    const before = kept.get(doc.id);
    return before?.plain === doc.plain && before.at === doc.at ? { ...doc, seq: before.seq } : doc;
  });
  // A place that is kept is taken again before anything gets the next one, which might be it.
  yield* writeAll(
    engine,
    placed.filter(({ seq }) => seq !== null),
  );
  yield* writeAll(
    engine,
    placed.filter(({ seq }) => seq === null),
  );
}

const inParts = function* <T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
};

function* refresh(engine: Engine, root: SearchRoot, ids: readonly string[]): Run<void> {
  for (const some of inParts(ids, ROOTS_AT_ONCE)) {
    yield* engine.search.lock(some);
    const kept = yield* keptOf(engine, some);
    const found = yield* READERS[root](engine, some);
    yield* replace(engine, kept, found.map(docOf));
  }
}

/** The root that a moved row belongs to is read from the row. */
function* rootsOf(engine: Engine, touched: readonly Touched[]): Run<Map<SearchRoot, string[]>> {
  const ids = new Map<SearchRoot, Set<string>>();
  for (const each of touched) {
    const of = ids.get(each.root) ?? new Set();
    ids.set(each.root, of);
    if ('id' in each) of.add(each.id);
    else {
      const [row] = yield* rowsOf(engine, each.thing, { where: { id: each.row } as never, limit: 1 });
      if (row) of.add(String((row as unknown as Record<string, unknown>)[rootColumnOf(each.thing)]));
    }
  }
  return new Map([...ids].map(([root, some]) => [root, [...some].sort()]));
}

/** The statements by which the index follows these changes, once they are written. */
export function* followChanges(engine: Engine, changes: readonly Change[]): Run<void> {
  const touched = changes.map(touchedBy).filter((each) => each !== null);
  if (touched.length === 0) return;
  for (const [root, ids] of yield* rootsOf(engine, touched)) yield* refresh(engine, root, ids);
}

function* allSearchable(engine: Engine): Run<Searchable[]> {
  const found: Searchable[] = [];
  const roots = {
    obligation: yield* rowsOf(engine, 'obligation', { where: { latestNo: { gt: 0 } } }),
    task: yield* rowsOf(engine, 'task', {}),
    consultation: yield* rowsOf(engine, 'consultation', {}),
  };
  for (const [root, rows] of Object.entries(roots) as [SearchRoot, readonly { id: string }[]][])
    for (const some of inParts(rows, ROOTS_AT_ONCE))
      found.push(
        ...(yield* READERS[root](
          engine,
          some.map(({ id }) => id),
        )),
      );
  return found;
}

/** Makes the index anew where it was made for another reading of the things, or not yet; else does nothing. */
export function* makeUpToDate(engine: Engine): Run<void> {
  const { shaped } = engine.statements;
  yield* engine.search.lock(['search index']);
  const [state] = yield {
    statement: shaped('search state', () => sql`select "made_for" from "search_state" where "id" = 'search'`),
    values: [],
  };
  if (Number(state?.[0]) === MADE_FOR) return;
  yield { statement: shaped('search empty', () => sql`delete from "search_doc"`), values: [] };
  yield* writeAll(engine, (yield* allSearchable(engine)).map(docOf));
  yield {
    statement: shaped(
      'search made',
      () => sql`insert into "search_state" ("id", "made_for") values ('search', ${slot})
        on conflict ("id") do update set "made_for" = excluded."made_for"`,
    ),
    values: [MADE_FOR],
  };
}

/** The statement that finds. */
export const searchCall = ({ search }: Engine, wanted: Search): Call =>
  search.find({
    groups: groupsOf(wanted),
    needles: wanted.words.unproven,
    from: wanted.from ?? Number.MIN_SAFE_INTEGER,
    to: wanted.to ?? Number.MAX_SAFE_INTEGER,
    limit: wanted.limit,
  });

/** What was found, from the rows of that statement. */
export const foundOf = (rows: Rows): Found[] =>
  rows.map(([kind, root, part, at]) => ({
    kind: kind as SearchKind,
    root: String(root),
    part: String(part),
    at: Number(at) as Found['at'],
  }));
