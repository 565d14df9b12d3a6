// The sample's bot as a process would run it, over HTTP against a stand-in for Slack, with everybody of the sample played by
// the test: on SQLite in a file, or on PostgreSQL.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '../../bot/log.ts';
import { startBot } from '../../bot/main.ts';
import type { RunningBot } from '../../desk/contract.ts';
import { createPlayer, type Player } from './http-player.ts';
import { accountsOf, SAMPLE_CHANNELS, SAMPLE_PEOPLE, sampleBot } from './sample-bot.ts';
import { openSlackStandIn, type SlackStandIn } from './slack-stand-in.ts';
import { type Engine, freshStore } from './stores.ts';

export type PlayedBot = {
  bot: RunningBot;
  slack: SlackStandIn;
  player: Player;
  /** By conversation, who reads it: the name of a person, or a channel's with its sign. */
  addressee: Map<string, string>;
  /** What was posted since the last look, as `who: sentence`, sorted by who. */
  news(): string[];
  close(): Promise<void>;
};

/** Starts the bot on a fresh database; everybody of the sample has an account. */
export async function openPlayedBot(engine: Engine): Promise<PlayedBot> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-played-'));
  const slack = await openSlackStandIn(accountsOf(SAMPLE_PEOPLE), SAMPLE_CHANNELS);
  const fresh = await freshStore(engine);
  const databaseUrl = engine === 'sqlite' ? `file:${join(folder, 'duban.db')}` : fresh.url;
  const bot = await startBot(sampleBot(slack.apiUrl, databaseUrl), { log: silentLog });
  const player = createPlayer(bot, slack);
  const addressee = new Map<string, string>();
  for (const name of SAMPLE_PEOPLE)
    addressee.set(await slack.directId(await slack.userId(`${name}@loudi.example`)), name);
  await bot.idle();
  let read = 0;
  const news = () => {
    const fresher = player.posts().slice(read);
    read += fresher.length;
    return fresher.map(({ channel, text }) => `${addressee.get(channel) ?? channel}: ${text}`).sort();
  };
  const close = async () => {
    await bot.stop();
    await slack.close();
    await fresh.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { bot, slack, player, addressee, news, close };
}
