// Slack at its worst, end to end: the real bot with its real sender and scheduler against the stand-in. Whatever Slack
// answers, everybody is told exactly once; what cannot be told waits and is visible; the log keeps nobody's secrets.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../bot/log.ts';
import { startBot } from '../../bot/main.ts';
import { SAMPLE_CAMPAIGN } from '../../bot/package-files.ts';
import { openStore } from '../../db/open.ts';
import type { RunningBot } from '../../desk/contract.ts';
import type { MessageRow } from '../../domain/things.ts';
import { at } from '../support/builders.ts';
import { interact, slash, submit } from '../support/signed-requests.ts';
import {
  BOT_TOKEN,
  type Fault,
  openSlackStandIn,
  SIGNING_SECRET,
  type SlackStandIn,
} from '../support/slack-stand-in.ts';

const LIAISONS = ['yin', 'jian', 'shang', 'an', 'liang', 'lou', 'leng', 'lian', 'shuang', 'xin'];
const OTHERS = ['zhou.zheng', 'jin', 'wen', 'an.b', 'an.head', 'ducha'];
const emailOf = (name: string): string => `${name}@loudi.example`;
/** Settling takes three seconds of real time, and a lost connection five. */
const SETTLED = { timeout: 40_000, interval: 100 };

let slack: SlackStandIn;
let bot: RunningBot;
let folder: string;
let lines: string[];

async function start(clockAt: string): Promise<void> {
  bot = await startBot(
    {
      kind: 'bot',
      botToken: BOT_TOKEN,
      slackApiUrl: slack.apiUrl,
      databaseUrl: `file:${join(folder, 'duban.db')}`,
      adminPort: 0,
      paced: false,
      transport: { kind: 'http', signingSecret: SIGNING_SECRET, host: '127.0.0.1', port: 0 },
      campaignFile: SAMPLE_CAMPAIGN,
      clockAt: at(clockAt),
    },
    { log: createLog({ write: (line) => void lines.push(line) }) },
  );
  await bot.idle();
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duban-faults-'));
  lines = [];
  slack = await openSlackStandIn(
    [...LIAISONS, ...OTHERS].map((name) => ({ name, email: emailOf(name) })),
    ['整治通报', '整治办公室'],
  );
});
afterEach(async () => {
  await bot?.stop();
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What stands in somebody's direct messages. */
async function inbox(name: string): Promise<string[]> {
  const conversation = await slack.directId(await slack.userId(emailOf(name)));
  return (await slack.messages(conversation)).map(({ text }) => String(text));
}
const reminders = async (): Promise<number[]> =>
  Promise.all(
    LIAISONS.map(async (name) => (await inbox(name)).filter((text) => text.includes('请报送')).length),
  );
const once = LIAISONS.map(() => 1);

async function messagesKept(): Promise<MessageRow[]> {
  const store = await openStore(`file:${join(folder, 'duban.db')}`, { role: 'cli' });
  try {
    return await store.list('message');
  } finally {
    await store.close();
  }
}
const allSent = () =>
  vi.waitFor(
    async () => expect((await messagesKept()).map(({ state }) => state)).toEqual(Array(10).fill('sent')),
    SETTLED,
  );
const field = (value: string) => ({ value: { type: 'plain_text_input', value } });
const ready = () => fetch(`${bot.adminUrl}/-/ready`);

describe('reminders of ten people', () => {
  const faults: [string, Fault[]][] = [
    ['429 with Retry-After', [{ kind: 'rate_limit', seconds: 2 }]],
    ['500 after the post was taken', Array<Fault>(4).fill({ kind: 'accept_then_500' })],
    ['a connection cut before the post was taken', Array<Fault>(4).fill({ kind: 'drop' })],
    ['a connection cut after the post was taken', Array<Fault>(4).fill({ kind: 'accept_then_drop' })],
    ['no answer', [{ kind: 'hang' }, { kind: 'hang' }]],
    ['a proxy’s page', Array<Fault>(3).fill({ kind: 'garbage' })],
    ['blocks not taken', Array<Fault>(3).fill({ kind: 'error', error: 'invalid_blocks' })],
    [
      'everything at once',
      [
        { kind: 'accept_then_500' },
        { kind: 'drop' },
        { kind: 'rate_limit', seconds: 1 },
        { kind: 'accept_then_drop' },
        { kind: 'error', error: 'internal_error' },
        { kind: 'status', status: 503 },
        { kind: 'error', error: 'invalid_blocks' },
        { kind: 'accept_then_drop' },
      ],
    ],
  ];

  it.each(faults)(
    'come to each exactly once: %s',
    async (_what, planned) => {
      await start('2016-08-03 08:00');
      for (const fault of planned) slack.fail('chat.postMessage', fault);
      await bot.clock.advanceTo(at('2016-08-03 09:00'));
      await vi.waitFor(async () => expect(await reminders()).toEqual(once), SETTLED);
      await allSent();
      expect(await reminders()).toEqual(once);
    },
    60_000,
  );

  it('are not doubled when the history cannot be read at once either', async () => {
    await start('2016-08-03 08:00');
    for (let n = 0; n < 3; n++) slack.fail('chat.postMessage', { kind: 'accept_then_drop' });
    slack.fail('conversations.history', { kind: 'status', status: 500 }, 3);
    await bot.clock.advanceTo(at('2016-08-03 09:00'));
    await allSent();
    expect(await reminders()).toEqual(once);
  }, 60_000);

  it('are not doubled by a stop in the middle, nor lost', async () => {
    await start('2016-08-03 08:00');
    for (let n = 0; n < 2; n++) slack.fail('chat.postMessage', { kind: 'accept_then_drop' });
    const under = bot.clock.advanceTo(at('2016-08-03 09:00')).catch(() => undefined);
    await vi.waitUntil(() => slack.callsOf('chat.postMessage').length >= 3, SETTLED);
    await Promise.all([bot.stop(), under]);
    await start('2016-08-03 09:00');
    await vi.waitFor(async () => expect(await reminders()).toEqual(once), SETTLED);
    await allSent();
    expect(await reminders()).toEqual(once);
  }, 60_000);
});

describe('a token that Slack no longer takes', () => {
  it.each(['invalid_auth', 'token_revoked', 'missing_scope'])(
    'burns no message and shows in the health: %s',
    async (error) => {
      await start('2016-08-03 08:00');
      expect((await ready()).status).toBe(200);
      slack.fail('chat.postMessage', { kind: 'error', error }, 1000);
      await bot.clock.advanceTo(at('2016-08-03 09:00'));
      const kept = await messagesKept();
      expect(kept.map(({ state }) => state)).toEqual(Array(10).fill('pending'));
      const answer = await ready();
      expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining(error)]);
      expect(lines.join('')).toContain(error);
    },
  );
});

describe('the log of a bad day', () => {
  it('names nobody and quotes nothing', async () => {
    const canary = '甲不得外传甲';
    await start('2016-08-03 08:00');
    slack.fail('*', { kind: 'accept_then_500' }, 5);
    await bot.clock.advanceTo(at('2016-08-04 17:30'));
    const user = await slack.userId(emailOf('an'));
    const responseUrl = slack.responseUrl();
    for (const fault of [{ kind: 'error', error: 'fatal_error' }, { kind: 'drop' }] as const) {
      slack.fail('*', fault, 3);
      const triggerId = await slack.trigger(user);
      await slash(bot.url, {
        user,
        text: `换联络员 ${canary} xin.jg@loudi.example 13912345678`,
        responseUrl,
      });
      await slash(bot.url, { user, text: '填报', triggerId, responseUrl });
      await slash(bot.url, { user, text: `填报 ${canary}`, triggerId, responseUrl });
      slack.refuseResponses(500);
      const view = { callbackId: 'form:report', values: { 'progress~0': field(canary) } };
      await submit(bot.url, { user, view });
      await interact(bot.url, {
        type: 'block_actions',
        user: { id: user },
        actions: [{ action_id: canary }],
      });
    }
    await bot.idle();
    const log = lines.join('');
    expect(log).not.toBe('');
    for (const secret of [canary, '@loudi.example', '13912345678', BOT_TOKEN, SIGNING_SECRET, responseUrl])
      expect(log.includes(secret), secret).toBe(false);
  }, 60_000);

  it('gives metadata that says nothing but an opaque id', async () => {
    await start('2016-08-03 08:00');
    await bot.clock.advanceTo(at('2016-08-03 09:00'));
    for (const { args } of slack.callsOf('chat.postMessage'))
      expect(args.metadata).toEqual({
        event_type: 'duban',
        event_payload: { key: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      });
  });
});

describe('an account that was closed', () => {
  it('is told to the office, and everybody else hears', async () => {
    await start('2016-08-03 08:00');
    slack.fail('conversations.open', { kind: 'error', error: 'user_disabled' });
    await bot.clock.advanceTo(at('2016-08-03 09:00'));
    await vi.waitFor(async () => expect((await inbox('wen')).join()).toContain('停用'), SETTLED);
    expect((await reminders()).filter((count) => count === 1)).toHaveLength(9);
  });
});

describe('a channel that refuses', () => {
  const publish = async (): Promise<void> => {
    const user = await slack.userId(emailOf('wen'));
    for (const text of ['通报 批准', '通报 发布'])
      expect((await slash(bot.url, { user, text, responseUrl: slack.responseUrl() })).status).toBe(200);
    await bot.idle();
  };
  const published = async () =>
    (await slack.messages(await slack.channelId('整治通报'))).map(({ text }) => String(text));

  it.each(['channel_not_found', 'not_in_channel', 'is_archived'])(
    'parks the bulletin, tells the office, and gets it whole and in order once mended: %s',
    async (error) => {
      await start('2016-08-08 09:30');
      await bot.clock.advanceTo(at('2016-08-08 10:00'));
      slack.fail('chat.postMessage', { kind: 'error', error });
      await publish();
      expect(await published()).toEqual([]);
      await vi.waitFor(async () => expect((await inbox('wen')).join()).toContain('整治通报'), SETTLED);
      const parked = (await messagesKept()).filter(({ target }) => target.kind === 'channel');
      expect(parked.map(({ state }) => state).sort()).toEqual([
        'pending',
        'pending',
        'pending',
        'pending',
        'refused',
      ]);
      await bot.stop();
      await start('2016-08-08 10:00');
      const order = parked.map(({ id }) => id);
      await vi.waitFor(async () => expect(await published()).toHaveLength(1), SETTLED);
      await vi.waitFor(
        async () =>
          expect(
            (await messagesKept()).filter(({ id, state }) => order.includes(id) && state === 'sent'),
          ).toHaveLength(5),
        SETTLED,
      );
      expect((await published())[0]).toContain('第1期');
    },
    60_000,
  );
});
