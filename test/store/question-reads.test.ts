// What a question costs must not grow with the years of the ledger: how many rows it reads is counted on a ledger of three
// years and on one of six, and no question may walk through a whole table. Time is measured elsewhere (npm run ask:bench).

import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReader } from '../../commands/ask/reader.ts';
import type { Deps } from '../../commands/command.ts';
import { keepReaders } from '../../commands/questions/kept-readers.ts';
import { answer } from '../../commands/registry.ts';
import { dialect } from '../../db/sqlite/store.ts';
import { statementsFor } from '../../db/statements.ts';
import type { Query, Store } from '../../db/store.ts';
import { holidayTable } from '../../documents/holidays.ts';
import type { ThingKind } from '../../domain/things.ts';
import { renderOutcome } from '../../messages/render.ts';
import { NOW } from '../ask/bench-campaign.ts';
import { fillLedger, slackOf } from '../ask/bench-ledger.ts';
import { ASKERS, type Asking, QUESTIONS } from '../ask/bench-questions.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';

const UNITS = 20;
const TASKS_A_YEAR = 40;
/** The chance with which a ledger is made falls differently on more years; what grows with them would double. */
const SLACK = { share: 1.3, rows: 12 };

/** `columns` null: all of them. */
type Read = { kind: ThingKind; columns: readonly string[] | null; query: Query<ThingKind>; rows: number };
type Counted = { fresh: FreshStore; reads: Read[]; ask(each: Asking): Promise<void> };

const counting = (store: Store, reads: Read[]): Store => ({
  ...store,
  list: async (kind, query = {}) => {
    const rows = await store.list(kind, query);
    reads.push({ kind, columns: null, query: query as Query<ThingKind>, rows: rows.length });
    return rows;
  },
  pick: async (kind, columns, query = {}) => {
    const rows = await store.pick(kind, columns, query);
    reads.push({ kind, columns, query: query as Query<ThingKind>, rows: rows.length });
    return rows;
  },
  find: async (kind, id) => {
    const row = await store.find(kind, id);
    reads.push({ kind, columns: null, query: { where: { id } } as never, rows: 1 });
    return row;
  },
});

async function ledgerOf(years: number): Promise<Counted> {
  const fresh = await freshStore('sqlite');
  await fillLedger(fresh.store, { units: UNITS, years, tasksAYear: TASKS_A_YEAR });
  const reads: Read[] = [];
  const deps: Deps = {
    store: counting(fresh.store, reads),
    now: () => NOW,
    newId: () => 'none',
    holidays: holidayTable(),
    read: keepReaders(createReader),
  };
  const ask = async ({ by, text }: Asking) => {
    reads.length = 0;
    const outcome = await answer(deps, slackOf(ASKERS[by]), text);
    renderOutcome(outcome, 'zh');
  };
  return { fresh, reads, ask };
}

const rowsOf = (reads: readonly Read[]): number => reads.reduce((sum, { rows }) => sum + rows, 0);
const inWords = ({ by, text }: Asking): string => `${text} (${by})`;
const asked = QUESTIONS.map((each) => [inWords(each), each] as const);

/** Of tasks that ended the newest 500 are looked through. */
const grows = ({ text }: Asking): boolean => text === '已经办结的督办有哪些';

describe('a question', () => {
  let [three, six] = [] as unknown as [Counted, Counted];
  beforeAll(async () => {
    three = await ledgerOf(3);
    six = await ledgerOf(6);
  }, 120_000);
  afterAll(async () => {
    await three.fresh.close();
    await six.fresh.close();
  });

  it.each(asked.filter(([, each]) => !grows(each)))(
    'reads no more rows of six years than of three: %s',
    async (_, each) => {
      await three.ask(each);
      const before = rowsOf(three.reads);
      await six.ask(each);
      expect(rowsOf(six.reads)).toBeLessThanOrEqual(before * SLACK.share + SLACK.rows);
    },
  );

  it.each(asked)('finds its rows by an index: %s', async (_, each) => {
    await three.ask(each);
    expect(walked(three)).toEqual([]);
  });
});

/** Everybody on the roster and every day of the notices are read whole; they do not grow with the ledger. */
const READ_WHOLE: readonly ThingKind[] = ['campaign', 'person', 'noticeDay'];
const statements = statementsFor(dialect);

/** The columns that must lead to the rows, once they are asked for: of any of these there are few rows among many. */
const LEADING: readonly string[] = [
  'id',
  'object',
  'unit',
  'actor',
  'obligation',
  'about',
  'recipient',
  'task',
  'consultation',
];

/** Whether the engine walks through a table, or looks for rows in another way than by what they are asked for. */
function isWalked({ query }: Read, steps: readonly string[]): boolean {
  const found = steps.find((step) => step.startsWith('SEARCH')) ?? '';
  const leading = Object.keys(query.where ?? {}).filter((column) => LEADING.includes(column));
  return (
    steps.some((step) => step.startsWith('SCAN') && !step.startsWith('SCAN json_each')) ||
    (leading.length > 0 && !leading.some((column) => found.includes(`${column}=?`)))
  );
}

/** The reads for which the engine walks through a table, with how it says that it does. */
function walked({ fresh, reads }: Counted): string[] {
  const file = new Database(fresh.url.slice('file:'.length), { readonly: true });
  const stepsOf = ({ kind, columns, query }: Read): string[] => {
    const { statement, values } = columns
      ? statements.pick(kind, columns, query)
      : statements.list(kind, query);
    const steps = file.prepare(`explain query plan ${statement.text}`).all(...values) as { detail: string }[];
    return steps.map(({ detail }) => detail);
  };
  const large = reads.filter(({ kind }) => !READ_WHOLE.includes(kind));
  const found = large.filter((read) => isWalked(read, stepsOf(read)));
  const said = found.map((read) => `${read.kind} ${JSON.stringify(read.query)}: ${stepsOf(read).join('; ')}`);
  file.close();
  return said;
}
