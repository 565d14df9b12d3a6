// The program as it is installed: compiled, started as a process with nothing but its environment, measured, and ended
// by a signal. What is imported in tests is the source; here it is what `npm start` runs.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { accountsOf, SAMPLE_CHANNELS, SAMPLE_PEOPLE } from '../support/sample-bot.ts';
import { slash } from '../support/signed-requests.ts';
import { BOT_TOKEN, openSlackStandIn, SIGNING_SECRET, type SlackStandIn } from '../support/slack-stand-in.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const COMPILED = join(ROOT, `node_modules/.cache/duban-test/compiled-${process.pid}`);
const STARTS_WITHIN_MS = 1500;
/** With other tests on both cores a start takes twice as long by the clock; one that waits for something takes longer still. */
const BESIDE_OTHERS_MS = 3000;
const MOST_TRIES = 8;
const FITS_INTO_KB = 150 * 1024;

let slack: SlackStandIn;
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  execFileSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/typescript/bin/tsc'),
      '-p',
      join(ROOT, 'tsconfig.build.json'),
      '--outDir',
      COMPILED,
    ],
    { cwd: ROOT },
  );
  for (const engine of ['sqlite', 'postgres'])
    cpSync(join(ROOT, 'db', engine, 'migrations'), join(COMPILED, 'db', engine, 'migrations'), {
      recursive: true,
    });
  slack = await openSlackStandIn(accountsOf(SAMPLE_PEOPLE), SAMPLE_CHANNELS);
  folder = mkdtempSync(join(tmpdir(), 'duban-process-'));
}, 120_000);
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(COMPILED, { recursive: true, force: true });
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

type Started = {
  child: ChildProcess;
  url: string;
  admin: string;
  tookMs: number;
  /** Of the processor, until it was ready. */
  workedMs: number;
  said: () => string;
};

async function isReady(admin: string): Promise<boolean> {
  return fetch(`${admin}/-/ready`).then(
    (reply) => reply.ok,
    () => false,
  );
}

/** Starts the program and waits until it says that it is ready. */
async function start(database: string, over: Record<string, string> = {}): Promise<Started> {
  const [port, adminPort] = [await freePort(), await freePort()];
  const env = {
    PATH: process.env.PATH,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: `file:${join(folder, database)}`,
    PORT: String(port),
    HOST: '127.0.0.1',
    ADMIN_PORT: String(adminPort),
    DUBAN_CAMPAIGN: join(ROOT, 'documents/samples/loudi.yml'),
    DUBAN_CLOCK: '2016-08-02T09:00:00+08:00',
    ...over,
  };
  const began = performance.now();
  const child = spawn(process.execPath, [join(COMPILED, 'bot/main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  const admin = `http://127.0.0.1:${adminPort}`;
  await expect.poll(() => isReady(admin), { timeout: 15_000, interval: 20, message: said }).toBe(true);
  return {
    child,
    url: `http://127.0.0.1:${port}/slack/events`,
    admin,
    tookMs: performance.now() - began,
    workedMs: workedMsOf(child),
    said: () => said,
  };
}

const TICK_MS = 10;
/** User and system time of a process; after its name come the state and ten other fields. */
function workedMsOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return TICK_MS * (Number(fields[11]) + Number(fields[12]));
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
  });

const residentKb = ({ child }: Started): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]);

it('is ready within a second and a half and fits into 150 MB', async () => {
  // By the wall clock, or by the processor's where other tests keep it busy, and by what the process holds after its first
  // answer. How much is left uncollected differs from run to run by some 15 MB, so a start gets a few tries; one that waits
  // for something, or holds too much, misses its limit in all of them.
  const tries: { ms: number; kb: number }[] = [];
  const best = (of: 'ms' | 'kb') => Math.min(...tries.map((each) => each[of]));
  do {
    const started = await start(`try-${tries.length}.db`);
    await slash(started.url, { user: await slack.userId('wen@loudi.example'), text: '谁没报' });
    const { tookMs, workedMs } = started;
    tries.push({
      ms: tookMs < BESIDE_OTHERS_MS ? Math.min(tookMs, workedMs) : tookMs,
      kb: residentKb(started),
    });
    started.child.kill('SIGKILL');
  } while ((best('ms') >= STARTS_WITHIN_MS || best('kb') >= FITS_INTO_KB) && tries.length < MOST_TRIES);
  expect(best('ms')).toBeLessThan(STARTS_WITHIN_MS);
  expect(best('kb')).toBeLessThan(FITS_INTO_KB);
}, 60_000);

it('ends in good order when it is told to, and goes on from there at the next start', async () => {
  const first = await start('order.db');
  await fetch(`${first.admin}/-/clock`, { method: 'POST', body: '{"set":"2016-08-03T09:00:00+08:00"}' });
  const sent = slack.callsOf('chat.postMessage').length;
  expect(sent).toBeGreaterThanOrEqual(10);
  first.child.kill('SIGTERM');
  expect(await ended(first.child)).toBe(0);
  const second = await start('order.db');
  const now = (await (
    await fetch(`${second.admin}/-/clock`, { method: 'POST', body: '{"advance":"PT1M"}' })
  ).json()) as { now: string };
  expect(now.now).toBe('2016-08-03T01:01:00.000Z');
  expect(slack.callsOf('chat.postMessage').length).toBe(sent);
});

it('leaves a database to the bot that has it', async () => {
  await start('one.db');
  const second = start('one.db', { LANG: 'zh_CN.UTF-8' });
  await expect(second).rejects.toThrow();
  expect(children.at(-1)?.exitCode).not.toBe(0);
});
