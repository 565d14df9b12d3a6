// Follow-ups over signed HTTP against a stand-in for Slack: what 那上周呢 leans on, and what it does not.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../bot/log.ts';
import { startBot } from '../../bot/main.ts';
import type { RunningBot } from '../../desk/contract.ts';
import { createPlayer, type Player } from '../support/http-player.ts';
import { accountsOf, SAMPLE_CHANNELS, SAMPLE_PEOPLE, sampleBot } from '../support/sample-bot.ts';
import { directMessage, event, mention, nextTs } from '../support/signed-requests.ts';
import { openSlackStandIn, type SlackStandIn } from '../support/slack-stand-in.ts';

const WHO = '谁没交周报';
const LAST_WEEK = '那上周呢';
const ANSWERED = /周报（第30周/;

let slack: SlackStandIn;
let bot: RunningBot;
let player: Player;
let folder: string;
let office: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duban-follow-ups-'));
  slack = await openSlackStandIn(accountsOf(SAMPLE_PEOPLE), SAMPLE_CHANNELS);
  bot = await startBot(sampleBot(slack.apiUrl, `file:${join(folder, 'duban.db')}`), { log: silentLog });
  player = createPlayer(bot, slack);
  office = await slack.channelId('整治办公室');
  await bot.idle();
  await player.clockTo('2016-08-05 15:30');
}, 30_000);
afterEach(async () => {
  await bot?.stop();
  await slack?.close();
  rmSync(folder, { recursive: true, force: true });
});

const userOf = (who: string) => slack.userId(`${who}@loudi.example`);

/** What was posted since `said` began. */
async function saying(said: () => Promise<unknown>): Promise<string> {
  const before = player.posts().length;
  await said();
  await bot.idle();
  return player
    .posts()
    .slice(before)
    .map(({ text }) => text)
    .join('\n');
}

const write = (who: string, text: string, threadTs?: string): Promise<string> =>
  saying(async () => {
    const user = await userOf(who);
    const channel = await slack.directId(user);
    await event(bot.url, directMessage({ user, channel, text, ...(threadTs && { threadTs }) }));
  });

const mentionIn = (who: string, text: string, over: { ts?: string; threadTs?: string }): Promise<string> =>
  saying(async () => event(bot.url, mention({ user: await userOf(who), channel: office, text, ...over })));

describe('a follow-up in a direct message', () => {
  it('asks the same of last week, and what follows it leans on both', async () => {
    expect(await write('wen', WHO)).toMatch(/周报（第31周/);
    expect(await write('wen', LAST_WEEK)).toMatch(ANSWERED);
    const third = await write('wen', '娄星区呢');
    expect(third).toMatch(/第30周/);
    expect(third).toContain('娄星区');
  });

  it('is one for ten minutes, and none after eleven', async () => {
    await write('wen', WHO);
    await player.clockTo('2016-08-05 15:40');
    expect(await write('wen', LAST_WEEK)).toMatch(ANSWERED);
    await player.clockTo('2016-08-05 15:51');
    const late = await write('wen', LAST_WEEK);
    expect(late).not.toBe('');
    expect(late).not.toMatch(ANSWERED);
  });

  it("does not lean on another person's question", async () => {
    await write('wen', WHO);
    expect(await write('jin', LAST_WEEK)).not.toMatch(ANSWERED);
  });

  it('leans on a question in the same thread only', async () => {
    const [one, other] = [nextTs(), nextTs()];
    await write('wen', WHO, one);
    expect(await write('wen', LAST_WEEK, other)).not.toMatch(ANSWERED);
    expect(await write('wen', LAST_WEEK, one)).toMatch(ANSWERED);
  });

  it('leans on nothing once a command was given', async () => {
    await write('wen', WHO);
    await write('wen', '填报');
    expect(await write('wen', LAST_WEEK)).toContain('没有“那上周呢”这个命令');
  });

  it('still leans on the question when something was not understood in between', async () => {
    await write('wen', WHO);
    await write('wen', '呃呃呃');
    expect(await write('wen', LAST_WEEK)).toMatch(ANSWERED);
  });
});

describe('a follow-up in the thread of a mention', () => {
  it('leans on what the same person asked there, and on nothing that others did', async () => {
    const ts = nextTs();
    expect(await mentionIn('wen', WHO, { ts })).toMatch(/周报（第31周/);
    expect(await mentionIn('jin', LAST_WEEK, { threadTs: ts })).not.toMatch(ANSWERED);
    expect(await mentionIn('wen', LAST_WEEK, {})).not.toMatch(ANSWERED);
    expect(await mentionIn('wen', LAST_WEEK, { threadTs: ts })).toMatch(ANSWERED);
  });
});
