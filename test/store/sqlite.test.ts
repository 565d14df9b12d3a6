import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenOptions, openStore } from '../../db/open.ts';
import type { ProblemCode } from '../../db/problem.ts';
import type { Store } from '../../db/store.ts';
import { insert } from '../../domain/change.ts';
import { execute, query } from '../support/stores.ts';
import { aRow } from './rows.ts';

let folder: string;
let url: string;
let file: string;
let stores: Store[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duban-test-'));
  file = join(folder, 'deep', 'er', '督办.db');
  url = `file:${file}`;
  stores = [];
});
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  rmSync(folder, { recursive: true, force: true });
});

const open = async (options?: OpenOptions): Promise<Store> => {
  const store = await openStore(url, options);
  stores.push(store);
  return store;
};
const problem = (code: ProblemCode) => expect.objectContaining({ name: 'DatabaseProblem', code });
/** A database that was used and closed. */
const used = async (rows = 1): Promise<void> => {
  const store = await openStore(url);
  await store.commit(
    Array.from({ length: rows }, (_, n) =>
      insert('meta', aRow('meta', `row ${n}`, { value: 'x'.repeat(500) })),
    ),
  );
  await store.close();
};

it('makes the folder and the file', async () => {
  await open();
  expect(existsSync(file)).toBe(true);
});

it('writes so that what is committed survives a power cut', async () => {
  await used();
  const [mode] = await query(url, 'pragma journal_mode');
  expect(mode).toEqual({ journal_mode: 'wal' });
});

it('marks the file as ours', async () => {
  await used();
  expect(await query(url, 'pragma application_id')).toEqual([{ application_id: 0x4455424e }]);
});

it('refuses a second bot on the same file, and says so', async () => {
  await open();
  await expect(open()).rejects.toEqual(problem('locked_by_other_bot'));
  await expect(open()).rejects.toMatchObject({ problem: { file } });
});

it('lets the next bot in when the first one has closed', async () => {
  await (await open()).close();
  expect(await (await open()).check()).toBeNull();
});

it('lets go of the file when it could not be opened', async () => {
  await used();
  await execute(url, 'pragma application_id = 1');
  await expect(open()).rejects.toEqual(problem('not_duban_database'));
  await execute(url, `pragma application_id = ${0x4455424e}`);
  await open();
});

it('lets the command line work beside the bot, and each sees what the other wrote', async () => {
  const bot = await open();
  const cli = await open({ role: 'cli' });
  await cli.commit([insert('meta', aRow('meta', 'from cli'))]);
  await bot.commit([insert('meta', aRow('meta', 'from bot'))]);
  expect((await bot.list('meta')).map(({ id }) => id)).toEqual(['from bot', 'from cli']);
  expect((await cli.list('meta')).map(({ id }) => id)).toEqual(['from bot', 'from cli']);
});

it('lets the next bot in after the first one was killed', async () => {
  const child = fork(fileURLToPath(new URL('hold-store.mjs', import.meta.url)), [url]);
  const exited = once(child, 'exit');
  expect((await once(child, 'message'))[0]).toBe('open');
  await expect(open()).rejects.toEqual(problem('locked_by_other_bot'));
  child.kill('SIGKILL');
  await exited;
  expect(await (await open()).check()).toBeNull();
});

it('opens one file for several command lines that begin together', async () => {
  const opened = await Promise.all(Array.from({ length: 4 }, () => open({ role: 'cli' })));
  await opened[3]?.commit([insert('meta', aRow('meta', 'm'))]);
  expect(await opened[0]?.find('meta', 'm')).toMatchObject({ id: 'm' });
});

it.each([
  ['another application wrote', 'pragma application_id = 7'],
  ['has tables and no owner', 'create table somebodys (x)'],
])('refuses a database that %s, and leaves it as it was', async (_, statement) => {
  url = `file:${join(folder, 'other.db')}`;
  await execute(url, `${statement}; create table if not exists t (x); insert into t values (1)`);
  const before = readFileSync(join(folder, 'other.db'));
  await expect(open()).rejects.toEqual(problem('not_duban_database'));
  await expect(open({ role: 'cli' })).rejects.toEqual(problem('not_duban_database'));
  expect(readFileSync(join(folder, 'other.db')).equals(before)).toBe(true);
});

it('refuses a file that is no database', async () => {
  url = `file:${join(folder, 'notes.txt')}`;
  writeFileSync(join(folder, 'notes.txt'), '一周一报\n'.repeat(1000));
  await expect(open()).rejects.toEqual(problem('not_duban_database'));
});

const damage = (): void => {
  const handle = openSync(file, 'r+');
  for (let at = 4096 * 3; at < statSync(file).size; at += 4096)
    writeSync(handle, Buffer.alloc(600, 0x5a), 0, 600, at);
  closeSync(handle);
};

it('reports a damaged file at start', async () => {
  await used(300);
  damage();
  await expect(open()).rejects.toEqual(problem('corrupt'));
});

it('reports damage that comes while it runs', async () => {
  await used(300);
  const store = await open({ role: 'cli' });
  damage();
  expect(await store.check()).toMatch(/malformed|[Pp]age|[Tt]ree|vtable/);
});

it('refuses what a newer version wrote', async () => {
  await used();
  await execute(url, `insert into duban_migration (hash, created_at) values ('of the future', 9e15)`);
  await expect(open()).rejects.toEqual(problem('newer_schema'));
});

it('applies no migrations when told not to', async () => {
  await expect(open({ migrate: false })).rejects.toEqual(problem('older_schema'));
  await (await open()).close();
  await open({ migrate: false });
});

it('says when the folder cannot be made', async () => {
  writeFileSync(join(folder, 'deep'), 'a file');
  await expect(open()).rejects.toEqual(problem('not_writable'));
});

it('says when the path is a folder', async () => {
  url = `file:${folder}`;
  await expect(open()).rejects.toEqual(problem('not_writable'));
});

it.each([
  '',
  'duban.db',
  'mysql://x/y',
  'file:',
  'file::memory:',
  ':memory:',
  'file://host/duban.db',
  'file:./folder/',
  'file:x.db?mode=ro',
  'sqlite:./x.db',
])('calls %j no database URL', async (wrong) => {
  await expect(openStore(wrong)).rejects.toEqual(problem('not_a_url'));
});

it('never says a password', async () => {
  const wrong = openStore('mysql://me:s3cr@t@host/db?password=s3crt');
  await expect(wrong).rejects.toEqual(problem('not_a_url'));
  await expect(wrong).rejects.not.toThrow(/s3cr/);
});
