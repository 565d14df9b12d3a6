// How long an answer takes inside the process: npm run ask:bench [-- --years 30] [--units 3000] [--postgres URL] [--samples 2000]
// [--intent figures] [--each].
// A question goes the way it goes in a running bot, from the typed words to the blocks that Slack is sent. The ledger is made
// once for each size and kept in node_modules/.cache.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { createReader } from '../../commands/ask/reader.ts';
import type { Read } from '../../commands/ask/reading.ts';
import type { Deps } from '../../commands/command.ts';
import { keepReaders } from '../../commands/questions/kept-readers.ts';
import { answer } from '../../commands/registry.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { holidayTable } from '../../documents/holidays.ts';
import { renderOutcome } from '../../messages/render.ts';
import { NOW, type Size } from './bench-campaign.ts';
import { fillLedger, slackOf } from './bench-ledger.ts';
import { ASKERS, type Asking, QUESTIONS } from './bench-questions.ts';

const ROOT = process.cwd();
const CACHE = `${ROOT}/node_modules/.cache/ask-bench`;
const WARM_UP_ROUNDS = 3;

/** What one answer took: by the clock on the wall, and of the process alone, which others on the machine do not disturb. */
type Sample = { asking: Asking; ms: number; cpuMs: number };

// The ledger

/** What decides how a ledger looks: its size, what generates it, and the schema it is in. */
function keyOf({ units, years }: Size): string {
  const made = ['campaign', 'chance', 'reports', 'work', 'ledger'].map(
    (part) => `${ROOT}/test/ask/bench-${part}.ts`,
  );
  const schema = readdirSync(`${ROOT}/db/sqlite/migrations`)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => `${ROOT}/db/sqlite/migrations/${name}`);
  const hash = createHash('sha256');
  for (const file of [...made, ...schema]) hash.update(readFileSync(file));
  return `${units}x${years}-${hash.digest('hex').slice(0, 12)}`;
}

async function fill(store: Store, size: Size): Promise<void> {
  const startMs = performance.now();
  console.log(`making a ledger of ${size.units} units and ${size.years} years …`);
  await fillLedger(store, size);
  console.log(`  done in ${((performance.now() - startMs) / 1000).toFixed(0)} s`);
}

async function openFile(size: Size): Promise<Store> {
  mkdirSync(CACHE, { recursive: true });
  const file = `${CACHE}/${keyOf(size)}.db`;
  if (!existsSync(file)) {
    const unfinished = `${file}.making.db`;
    for (const end of ['', '-wal', '-shm', '.bot']) rmSync(`${unfinished}${end}`, { force: true });
    const store = await openStore(`file:${unfinished}`);
    await fill(store, size);
    await store.close();
    renameSync(unfinished, file);
  }
  return openStore(`file:${file}`);
}

/** A database of its own on the server; one that was left half made is made anew. */
async function openServer(server: string, size: Size): Promise<Store> {
  const name = `duban_bench_${keyOf(size).replace(/\W/g, '_')}`;
  const url = new URL(server);
  url.pathname = name;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rows } = await client.query(
      'select shobj_description(oid, $2) as said from pg_database where datname = $1',
      [name, 'pg_database'],
    );
    if (rows[0]?.said === 'whole') return await openStore(url.href);
    await client.query(`drop database if exists ${name}`);
    await client.query(`create database ${name}`);
    const store = await openStore(url.href);
    await fill(store, size);
    await client.query(`comment on database ${name} is 'whole'`);
    return store;
  } finally {
    await client.end();
  }
}

// Asking

type Asked = { outcome: string; read: Read | null };

/** Asks as Slack would and makes the message; says what it was read as and what kind of answer came. */
function asking(store: Store): (each: Asking) => Promise<Asked> {
  let read: Read | null = null;
  const reader = keepReaders(createReader);
  const deps: Deps = {
    store,
    now: () => NOW,
    newId: () => 'none',
    holidays: holidayTable(),
    read: (campaign, question) => {
      read = reader(campaign, question);
      return read;
    },
  };
  const conversation = { before: () => null, keep: () => {} };
  return async ({ by, text }) => {
    read = null;
    const outcome = await answer(deps, slackOf(ASKERS[by]), text, undefined, conversation);
    renderOutcome(outcome, 'zh');
    return { outcome: outcome.kind === 'refused' ? `refused ${outcome.refusal.kind}` : outcome.kind, read };
  };
}

/** Says which questions were not read as they were meant, or not answered: their time would say nothing. */
async function lookOver(ask: ReturnType<typeof asking>): Promise<void> {
  for (const each of questions) {
    const { outcome, read } = await ask(each);
    const intent = read && 'intent' in read ? read.intent : JSON.stringify(read)?.slice(0, 60);
    const isMisread = read !== null && intent !== each.intent;
    if (isMisread || outcome.startsWith('refused'))
      console.log(`  ! ${each.text} (${each.by}): meant ${each.intent}, read ${intent}, answered ${outcome}`);
  }
}

async function sampled(ask: ReturnType<typeof asking>, samples: number): Promise<Sample[]> {
  for (let round = 0; round < WARM_UP_ROUNDS; round++) for (const each of questions) await ask(each);
  const taken: Sample[] = [];
  while (taken.length < samples)
    for (const each of questions) {
      const [startMs, before] = [performance.now(), process.cpuUsage()];
      await ask(each);
      const ms = performance.now() - startMs;
      const { user, system } = process.cpuUsage(before);
      taken.push({ asking: each, ms, cpuMs: (user + system) / 1000 });
    }
  return taken;
}

// Telling

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

const SHARES = [0.5, 0.9, 0.99, 1];

function line(name: string, samples: readonly Sample[]): string {
  const walls = samples.map(({ ms }) => ms).sort((a, b) => a - b);
  const works = samples.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b);
  const figures = [...SHARES.map((share) => at(walls, share)), at(works, 0.5), at(works, 0.99)];
  return `${name.padEnd(26)} ${figures.map((ms) => ms.toFixed(1).padStart(8)).join('')}`;
}

const HEADS = ['median', 'p90', 'p99', 'max', 'cpu', 'cpu p99'];

function tell(samples: readonly Sample[], each: boolean): void {
  console.log(`${'ms'.padEnd(26)} ${HEADS.map((name) => name.padStart(8)).join('')}`);
  for (const intent of new Set(questions.map(({ intent }) => intent)))
    console.log(
      line(
        intent,
        samples.filter(({ asking }) => asking.intent === intent),
      ),
    );
  if (each)
    for (const question of questions)
      console.log(
        line(
          `  ${question.by} ${question.text}`,
          samples.filter(({ asking }) => asking === question),
        ),
      );
  console.log(line(`all ${samples.length}`, samples));
  console.log(`heap ${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)} MB`);
}

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '300' },
    years: { type: 'string', default: '3' },
    samples: { type: 'string', default: '1000' },
    postgres: { type: 'string' },
    intent: { type: 'string' },
    each: { type: 'boolean', default: false },
  },
});
const questions = QUESTIONS.filter(({ intent }) => !values.intent || intent === values.intent);
const size: Size = { units: Number(values.units), years: Number(values.years) };
const store = values.postgres ? await openServer(values.postgres, size) : await openFile(size);
console.log(`${size.units} units, ${size.years} years, ${store.engine}, ${questions.length} questions`);
const ask = asking(store);
await lookOver(ask);
tell(await sampled(ask, Number(values.samples)), values.each);
await store.close();
