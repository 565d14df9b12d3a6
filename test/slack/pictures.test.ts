// Pictures over signed HTTP against a stand-in for Slack: where each goes, who gets it, and that the words of an answer stand
// alone where Slack does not take it. Thursday 2016-08-25: weeks 31 to 34 are known.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../bot/log.ts';
import { startBot } from '../../bot/main.ts';
import type { RunningBot } from '../../desk/contract.ts';
import { createPlayer, type Player } from '../support/http-player.ts';
import { accountsOf, SAMPLE_CHANNELS, SAMPLE_PEOPLE, sampleBot } from '../support/sample-bot.ts';
import { directMessage, event, mention, nextTs, slash } from '../support/signed-requests.ts';
import { type Fault, type Json, openSlackStandIn, type SlackStandIn } from '../support/slack-stand-in.ts';

const TIMELINESS = '8月份各单位按时率';
const OFFICE = 'wen';
const LIAISON = 'an';

let slack: SlackStandIn;
let bot: RunningBot;
let player: Player;
let folder: string;
let channel: string;
let lines: string[];
let seen: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duban-pictures-'));
  lines = [];
  slack = await openSlackStandIn(accountsOf(SAMPLE_PEOPLE), SAMPLE_CHANNELS);
  const log = createLog({ write: (line) => void lines.push(line) });
  bot = await startBot(sampleBot(slack.apiUrl, `file:${join(folder, 'duban.db')}`), { log });
  player = createPlayer(bot, slack);
  channel = await slack.channelId('整治办公室');
  await bot.idle();
  for (const day of ['03', '10', '17', '24']) {
    await player.clockTo(`2016-08-${day} 10:00`);
    await player.submit(LIAISON, await player.askForForm(LIAISON, '填报 周报'), {
      progress: '已排查网贷平台',
      'figure:checked': String(Number(day) + 20),
      'figure:problems': '4',
      'figure:rectified': '2',
      'figure:transferred': '0',
      next: '下周复查',
    });
  }
  await player.clockTo('2016-08-25 15:30');
}, 60_000);
afterAll(async () => {
  await bot.stop();
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  seen = slack.calls.length;
  lines.length = 0;
});

const userOf = (who: string) => slack.userId(`${who}@loudi.example`);
const directOf = async (who: string) => slack.directId(await userOf(who));
const argsOf = (method: string): Json[] =>
  slack.calls
    .slice(seen)
    .filter((call) => call.method === method)
    .map(({ args }) => args);

async function inChannel(who: string, text: string, ts = nextTs()): Promise<string> {
  await event(bot.url, mention({ user: await userOf(who), channel, text, ts }));
  await bot.idle();
  return ts;
}
async function directly(who: string, text: string): Promise<void> {
  const user = await userOf(who);
  await event(bot.url, directMessage({ user, channel: await slack.directId(user), text }));
  await bot.idle();
}

describe('a picture stands', () => {
  it('in the thread of a question that all may read the answer of, after its words', async () => {
    const ts = await inChannel(OFFICE, TIMELINESS);
    expect(argsOf('chat.postMessage')).toMatchObject([{ channel, thread_ts: ts }]);
    expect(argsOf('files.completeUploadExternal')).toMatchObject([{ channel_id: channel, thread_ts: ts }]);
    const methods = slack.calls.slice(seen).map(({ method }) => method);
    expect(methods.indexOf('chat.postMessage')).toBeLessThan(methods.indexOf('files.getUploadURLExternal'));
  });

  it('in the direct message in which it was asked for', async () => {
    await directly(OFFICE, TIMELINESS);
    expect(argsOf('files.completeUploadExternal')).toMatchObject([{ channel_id: await directOf(OFFICE) }]);
  });

  it('in the direct messages of whoever asked with the command, which answers them alone', async () => {
    await slash(bot.url, {
      user: await userOf(OFFICE),
      text: TIMELINESS,
      responseUrl: slack.responseUrl(),
    });
    await bot.idle();
    expect(argsOf('files.completeUploadExternal')).toMatchObject([{ channel_id: await directOf(OFFICE) }]);
  });

  it('never in the channel when its answer is for the asker alone', async () => {
    await inChannel(LIAISON, '8月份我们排查了多少家');
    expect(argsOf('chat.postEphemeral')).toHaveLength(1);
    expect(argsOf('files.completeUploadExternal')).toMatchObject([{ channel_id: await directOf(LIAISON) }]);
    expect(JSON.stringify(argsOf('chat.postMessage'))).not.toContain('图');
  });
});

it('comes as a PNG with a name, a caption and a text for those who cannot see it', async () => {
  await directly(OFFICE, TIMELINESS);
  const [asked] = argsOf('files.getUploadURLExternal');
  expect(asked).toMatchObject({ filename: 'duban-timeliness-2016-08-28.png' });
  expect(asked!.alt_txt).toMatch(/^表格图：工作进展周报按时情况 · 10 家 × 4 期/);
  expect(asked!.alt_txt).toContain('人民银行娄底市中心支行（第31周 漏报、第32周 漏报、第33周 漏报）');
  expect(argsOf('files.completeUploadExternal')[0]).toMatchObject({
    initial_comment: expect.stringMatching(/^图：工作进展周报按时情况/),
  });
  const messages = await slack.messages(await directOf(OFFICE));
  const file = (messages.at(-1) as { files: { id: string; size: number }[] }).files[0]!;
  expect(Number(asked!.length)).toBe(file.size);
  expect(file.size).toBeGreaterThan(10_000);
});

describe('the words stand alone, and the log says why once, when Slack', () => {
  it.each<[string, string, Fault]>([
    ['lacks the scope', 'files.getUploadURLExternal', { kind: 'error', error: 'missing_scope' }],
    ['asks to wait', 'files.getUploadURLExternal', { kind: 'rate_limit', seconds: 30 }],
    ['is broken', 'files.getUploadURLExternal', { kind: 'status', status: 500 }],
    ['hangs up', 'files.getUploadURLExternal', { kind: 'drop' }],
    ['does not know the channel', 'files.completeUploadExternal', { kind: 'error', error: 'not_in_channel' }],
    ['answers nonsense', 'files.completeUploadExternal', { kind: 'garbage' }],
  ])('%s', async (_, method, fault) => {
    slack.fail(method, fault, 1);
    const ts = await inChannel(OFFICE, TIMELINESS);
    expect(argsOf('chat.postMessage')).toMatchObject([{ channel, thread_ts: ts }]);
    expect(argsOf(method)).toHaveLength(1);
    expect(lines.filter((line) => line.includes('a picture could not be shown'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('unexpected error'))).toEqual([]);
  });
});

it('draws nothing where words are faster', async () => {
  await directly(OFFICE, '谁没交周报');
  await directly(OFFICE, '本周排查了多少家');
  expect(argsOf('files.getUploadURLExternal')).toEqual([]);
});
