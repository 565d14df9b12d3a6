// The sample campaign's bot over HTTP, for tests that play people against it: who is in its Slack, and its settings.

import type { BotSettings } from '../../bot/config.ts';
import { SAMPLE_CAMPAIGN } from '../../bot/package-files.ts';
import { at } from './builders.ts';
import { type Account, BOT_TOKEN, SIGNING_SECRET } from './slack-stand-in.ts';

/** Everybody of the sample by e-mail name: `an` is an@loudi.example. */
export const SAMPLE_PEOPLE =
  'zhou.zheng jin wen yin jian shang an an.b an.head liang lou leng lian shuang xin ducha'.split(' ');
export const SAMPLE_CHANNELS = ['整治通报', '整治办公室'];

export const accountsOf = (people: readonly string[]): Account[] =>
  people.map((name) => ({ name, email: `${name}@loudi.example` }));

/** A bot on free ports and a simulated clock that starts on Tuesday 2016-08-02 09:00. */
export const sampleBot = (slackApiUrl: string, databaseUrl: string): BotSettings => ({
  kind: 'bot',
  botToken: BOT_TOKEN,
  slackApiUrl,
  databaseUrl,
  adminPort: 0,
  paced: false,
  transport: { kind: 'http', signingSecret: SIGNING_SECRET, host: '127.0.0.1', port: 0 },
  campaignFile: SAMPLE_CAMPAIGN,
  clockAt: at('2016-08-02 09:00'),
});
