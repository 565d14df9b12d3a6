import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotSettings } from '../../bot/config.ts';
import { silentLog } from '../../bot/log.ts';
import { startBot } from '../../bot/main.ts';
import { SAMPLE_CAMPAIGN } from '../../bot/package-files.ts';
import { describeFailure } from '../../bot/refused-start.ts';
import type { RunningBot } from '../../desk/contract.ts';
import { at } from '../support/builders.ts';
import { event, slash } from '../support/signed-requests.ts';
import { BOT_TOKEN, openSlackStandIn, SIGNING_SECRET, type SlackStandIn } from '../support/slack-stand-in.ts';

let slack: SlackStandIn;
let folder: string;
const running: RunningBot[] = [];

beforeAll(async () => {
  slack = await openSlackStandIn(
    [
      { name: 'an', email: 'an@loudi.example' },
      { name: 'wen', email: 'wen@loudi.example' },
    ],
    ['整治通报', '整治办公室'],
  );
});
afterAll(() => slack.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duban-start-'));
});
afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop();
  rmSync(folder, { recursive: true, force: true });
});

const settings = (over: Partial<BotSettings> = {}): BotSettings => ({
  kind: 'bot',
  botToken: BOT_TOKEN,
  transport: { kind: 'http', signingSecret: SIGNING_SECRET, host: '127.0.0.1', port: 0 },
  slackApiUrl: slack.apiUrl,
  databaseUrl: `file:${join(folder, 'duban.db')}`,
  adminPort: 0,
  campaignFile: SAMPLE_CAMPAIGN,
  clockAt: at('2016-08-05 15:30'),
  paced: false,
  ...over,
});

async function started(over: Partial<BotSettings> = {}): Promise<RunningBot> {
  const bot = await startBot(settings(over), { log: silentLog });
  running.push(bot);
  return bot;
}
const refusal = async (over: Partial<BotSettings>): Promise<string> =>
  describeFailure(await started(over).catch((error: unknown) => error), 'zh').text;
const setClock = (bot: RunningBot, body: string) =>
  fetch(`${bot.adminUrl}/-/clock`, { method: 'POST', body });

describe('a bot that was started', () => {
  it('answers a signed command of somebody in the campaign', async () => {
    const bot = await started();
    await bot.idle();
    const reply = await slash(bot.url, { user: await slack.userId('wen@loudi.example'), text: '帮助' });
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({ response_type: 'ephemeral' });
    expect(reply.text).not.toMatch(/unknown_person|no_campaign/);
  });

  it('is healthy and ready, and counts', async () => {
    const bot = await started();
    await bot.idle();
    expect((await fetch(`${bot.adminUrl}/-/healthy`)).status).toBe(200);
    expect((await fetch(`${bot.adminUrl}/-/ready`)).status).toBe(200);
    const metrics = await (await fetch(`${bot.adminUrl}/metrics`)).text();
    expect(metrics).toMatch(/^duban_intents_pending \d+$/m);
    expect(metrics).toMatch(/^duban_messages\{state="unknown"\} 0$/m);
    expect(metrics).toMatch(/^duban_plans_total [1-9]\d*$/m);
  });

  it('is not ready once Slack has taken the installation back', async () => {
    const bot = await started();
    await event(bot.url, { type: 'app_uninstalled' });
    const ready = await fetch(`${bot.adminUrl}/-/ready`);
    expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining('app_uninstalled')]);
  });

  it('tells what it sent and what it did not, in words', async () => {
    const bot = await started();
    await bot.idle();
    await setClock(bot, '{"set":"2016-08-05T17:00:00+08:00"}');
    await bot.idle();
    const lines = await bot.recent('zh', 50);
    expect(lines.some(({ state, to }) => state === 'sent' && to === '安警官')).toBe(true);
    expect(lines.map(({ what, why }) => `${what} ${why}`).join('\n')).not.toMatch(/[a-z]+_[a-z]+|loudi-2016/);
  });

  it('names its commands, what it will send next, and the day', async () => {
    const bot = await started();
    await bot.idle();
    expect((await bot.commands('zh')).map(({ word }) => word)).toContain('帮助');
    const next = await bot.clock.nextEventAt('zh');
    expect(next?.at).toBeGreaterThan(bot.clock.now());
    expect(bot.clock.calendar().isWorking('2016-10-08' as never)).toBe(true);
    expect((await bot.rehearse('zh', 7)).length).toBeGreaterThan(0);
  });
});

describe('the simulated clock', () => {
  it('is advanced by a duration or set to an instant, and answers after a pass', async () => {
    const bot = await started();
    const advanced = await setClock(bot, '{"advance":"PT2H"}');
    expect(await advanced.json()).toEqual({ now: '2016-08-05T09:30:00.000Z' });
    const set = await setClock(bot, '{"set":"2016-08-08T09:00:00+08:00"}');
    expect(await set.json()).toEqual({ now: '2016-08-08T01:00:00.000Z' });
    expect(bot.clock.now()).toBe(at('2016-08-08 09:00'));
  });

  it.each([
    ['no JSON', 'PT2H'],
    ['nothing', '{}'],
    ['both', '{"advance":"PT2H","set":"2016-08-08T09:00:00+08:00"}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['months', '{"advance":"P1M"}'],
    ['an empty duration', '{"advance":"PT"}'],
    ['a negative duration', '{"advance":"-PT2H"}'],
    ['an instant without a zone', '{"set":"2016-08-08T09:00:00"}'],
    ['a day that is none', '{"set":"2016-02-30T09:00:00+08:00"}'],
    ['a time before', '{"set":"2016-08-01T09:00:00+08:00"}'],
  ])('refuses %s with a sentence and stands still', async (_what, body) => {
    const bot = await started();
    const reply = await setClock(bot, body);
    expect(reply.status).toBe(400);
    expect(((await reply.json()) as { error: string }).error).toMatch(/\.$/);
    expect(bot.clock.now()).toBe(at('2016-08-05 15:30'));
  });

  it('is where it was after a new start', async () => {
    const first = await started();
    await setClock(first, '{"advance":"P1D"}');
    await first.stop();
    running.splice(0);
    expect((await started()).clock.now()).toBe(at('2016-08-06 15:30'));
  });

  it('is not there when the clock is real', async () => {
    const bot = await started({ clockAt: null, campaignFile: null });
    expect((await setClock(bot, '{"advance":"PT2H"}')).status).toBe(409);
  });

  it('cannot be reached under another name', async () => {
    const { adminUrl } = await started();
    const { port } = new URL(adminUrl);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request(
        { host: '127.0.0.1', port, path: '/metrics', headers: { host: 'evil.example' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      ).end();
    });
    expect(status).toBe(403);
  });
});

it('starts although Slack cannot be reached just now', async () => {
  slack.fail('auth.test', { kind: 'drop' });
  const { adminUrl } = await started();
  expect((await fetch(`${adminUrl}/-/healthy`)).status).toBe(200);
});

describe('a start is refused', () => {
  it('live on a database whose clock was simulated, and the other way round', async () => {
    await (await started()).stop();
    expect(await refusal({ clockAt: null })).toContain('模拟时钟');
    const live = `file:${join(folder, 'live.db')}`;
    await (await started({ clockAt: null, databaseUrl: live })).stop();
    running.splice(0);
    expect(await refusal({ databaseUrl: live })).toContain('正式运行');
  });

  it('with a token that Slack does not take', async () => {
    slack.fail('auth.test', { kind: 'error', error: 'invalid_auth' });
    expect(await refusal({})).toContain('SLACK_BOT_TOKEN');
  });

  it('with an app token that Slack does not take', async () => {
    slack.fail('apps.connections.open', { kind: 'error', error: 'invalid_auth' });
    expect(await refusal({ transport: { kind: 'socket', appToken: 'xapp-1' } })).toContain('SLACK_APP_TOKEN');
  });

  it('with a campaign file that is wrong, and every problem is listed', async () => {
    const file = join(folder, 'wrong.yml');
    writeFileSync(file, 'campaign: { id: x }\nunits: nobody\n');
    const text = await refusal({ campaignFile: file });
    expect(text.split('\n').length).toBeGreaterThan(2);
  });

  it('with a campaign file that is not there', async () => {
    expect(await refusal({ campaignFile: join(folder, 'none.yml') })).toContain('none.yml');
  });

  it('beside another bot on the same file', async () => {
    await started();
    expect(await refusal({})).toContain('另一个 Duban');
  });

  it('on a port that is taken, and leaves nothing open', async () => {
    const { adminUrl } = await started();
    const databaseUrl = `file:${join(folder, 'other.db')}`;
    expect(await refusal({ adminPort: Number(new URL(adminUrl).port), databaseUrl })).toContain('已被占用');
    await started({ databaseUrl });
  });
});
