// Tables over signed HTTP against a stand-in for Slack: screen after screen, and lines in their place where Slack does not
// take the block. Monday 2016-08-15: nobody has reported since the beginning.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Player } from '../support/http-player.ts';
import { openPlayedBot, type PlayedBot } from '../support/played-bot.ts';
import { directMessage, event, mention, nextTs, slash } from '../support/signed-requests.ts';
import type { Json } from '../support/slack-stand-in.ts';

const OFFICE = 'wen';
const TIMELINESS = '8月份各单位按时率';

let played: PlayedBot;
let player: Player;
let seen: number;

beforeAll(async () => {
  played = await openPlayedBot('sqlite');
  player = played.player;
  await player.clockTo('2016-08-15 15:30');
}, 60_000);
afterAll(() => played.close());
beforeEach(() => {
  seen = played.slack.calls.length;
});

const userOf = (who: string) => played.slack.userId(`${who}@loudi.example`);
const typesIn = (blocks: unknown): string[] => (blocks as Json[]).map(({ type }) => String(type));
const posted = () =>
  played.slack.calls
    .slice(seen)
    .filter(({ method }) => method === 'chat.postMessage' || method === 'chat.postEphemeral');

async function directly(who: string, text: string): Promise<void> {
  const user = await userOf(who);
  await event(played.bot.url, directMessage({ user, channel: await played.slack.directId(user), text }));
  await played.bot.idle();
}

it('shows ten units as a table with their numbers', async () => {
  await directly(OFFICE, TIMELINESS);
  const [answer] = posted();
  const table = (answer!.args.blocks as { type: string; rows: unknown[][] }[]).find(
    ({ type }) => type === 'table',
  );
  expect(table?.rows).toHaveLength(11);
  expect(String(answer!.args.text)).toMatch(/^工作进展周报按时情况.+合计 10 家.+。$/);
});

describe('where Slack does not take the table the same rows are lines', () => {
  const refuse = (method: string) => played.slack.fail(method, { kind: 'error', error: 'invalid_blocks' }, 1);

  it('in a direct message', async () => {
    refuse('chat.postMessage');
    await directly(OFFICE, TIMELINESS);
    expect(posted().map(({ args }) => typesIn(args.blocks).includes('table'))).toEqual([true, false]);
    expect(JSON.stringify(posted()[1]!.args.blocks)).toContain(
      '*市公安局* · 应报 2 · 按时 0 · 迟报 0 · 漏报 2',
    );
  });

  it('in a thread of a channel', async () => {
    refuse('chat.postMessage');
    const channel = await played.slack.channelId('整治办公室');
    await event(
      played.bot.url,
      mention({ user: await userOf(OFFICE), channel, text: TIMELINESS, ts: nextTs() }),
    );
    await played.bot.idle();
    expect(posted().map(({ args }) => typesIn(args.blocks).includes('table'))).toEqual([true, false]);
  });

  it('as the answer to a command, of which the acknowledgement would not tell', async () => {
    const before = played.slack.responses.length;
    const responseUrl = played.slack.responseUrl();
    const reply = await slash(played.bot.url, { user: await userOf(OFFICE), text: TIMELINESS, responseUrl });
    await played.bot.idle();
    expect(reply.text).not.toContain('blocks');
    expect(typesIn(played.slack.responses[before]!.blocks)).toContain('table');
  });
});
