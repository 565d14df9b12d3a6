// Keeps the migrations of both engines in step with db/columns.ts, by drizzle-kit.
//
//   node db/generate-migrations.mjs           adds a migration for what changed
//   node db/generate-migrations.mjs --fresh   makes one initial migration anew; only while nothing is released
//   node db/generate-migrations.mjs --check   fails when something changed and no migration says so; writes nothing
//
// What drizzle-kit does not know how to make, such as a table for searching, stands in db/ENGINE/by-hand.sql and goes after
// its own statements into the initial migration.

import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const drizzleKit = join(dirname(createRequire(import.meta.url).resolve('drizzle-kit')), 'bin.cjs');
const engines = ['sqlite', 'postgres'];
const folderOf = (engine) => join(root, 'db', engine, 'migrations');
const migrationsIn = (folder) => readdirSync(folder).filter((name) => name.endsWith('.sql'));

const byHand = (engine) => readFileSync(join(root, 'db', engine, 'by-hand.sql'), 'utf8');
const isByHandThere = (engine) =>
  migrationsIn(folderOf(engine)).some((name) =>
    readFileSync(join(folderOf(engine), name), 'utf8').includes(byHand(engine)),
  );

const generate = (engine, folder) => {
  const name = existsSync(join(folder, 'meta')) ? [] : ['--name', 'initial'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [drizzleKit, 'generate', '--config', `db/${engine}/drizzle.config.ts`, ...name],
    { cwd: root, env: { ...process.env, DUBAN_MIGRATIONS: relative(root, folder) }, encoding: 'utf8' },
  );
  // drizzle-kit ends with 0 on some errors, so it is its words that count.
  if (status !== 0 || !/No schema changes|SQL migration file/.test(stdout))
    throw new Error(`${stdout}${stderr}`);
};

const drifted = (engine) => {
  const copy = mkdtempSync(join(tmpdir(), 'duban-migrations-'));
  try {
    cpSync(folderOf(engine), copy, { recursive: true });
    generate(engine, copy);
    return migrationsIn(copy).length !== migrationsIn(folderOf(engine)).length || !isByHandThere(engine);
  } finally {
    rmSync(copy, { recursive: true });
  }
};

const check = () => {
  const behind = engines.filter(drifted);
  if (behind.length === 0) return console.log('Migrations are in step with db/columns.ts.');
  console.error(
    `db/columns.ts or by-hand.sql changed and no migration says so (${behind.join(', ')}): run npm run migrations, for by-hand.sql migrations:fresh`,
  );
  process.exitCode = 1;
};

const write = (fresh) => {
  for (const engine of engines) {
    const folder = folderOf(engine);
    if (fresh) rmSync(folder, { recursive: true, force: true });
    generate(engine, folder);
    if (fresh) {
      const [initial] = migrationsIn(folder);
      appendFileSync(join(folder, initial), `--> statement-breakpoint\n${byHand(engine)}`);
    }
    console.log(`db/${engine}/migrations: ${migrationsIn(folder).join(', ')}`);
  }
};

const [mode] = process.argv.slice(2);
if (mode === '--check') check();
else write(mode === '--fresh');
