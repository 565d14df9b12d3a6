// A bot without a database: real Bolt behind the real gatekeeper, against the Slack stand-in, with doors that answer
// what a test lays down. For the surfaces; what commands decide is tested without Slack.

import { type RunningApp, startApp } from '../../bot/app.ts';
import { createBackground } from '../../bot/background.ts';
import type { House, SlackAccount } from '../../bot/house.ts';
import { createSeen } from '../../bot/seen.ts';
import { slackLog } from '../../bot/slack-log.ts';
import { createSlackWeb } from '../../bot/slack-web.ts';
import type { ActionInput, ActionName } from '../../domain/actions.ts';
import type { PromptName } from '../../domain/ask/prompts.ts';
import type { Language } from '../../domain/campaign.ts';
import type { Outcome } from '../../domain/outcome.ts';
import {
  BOT_ID,
  BOT_TOKEN,
  BOT_USER_ID,
  openSlackStandIn,
  SIGNING_SECRET,
  type SlackStandIn,
} from './slack-stand-in.ts';

export type Asked =
  | { door: 'answer'; who: string; text: string }
  | { door: 'take'; who: string; files: string[] }
  | { door: 'act'; who: string; action: ActionName; input: ActionInput };
export type Logged = { level: 'info' | 'warn' | 'error'; facts: Record<string, unknown>; text: string };

export type BotRig = {
  url: string;
  slack: SlackStandIn;
  user: string;
  channel: string;
  direct: string;
  /** What came through the doors, in order. */
  asked: Asked[];
  /** What the doors answer from now on; a function may look at what is asked, wait, or throw. */
  reply(outcome: Outcome | ((asked: Asked) => Outcome | Promise<Outcome>)): void;
  speak(language: Language): void;
  /** What is suggested from now on. */
  suggest(prompts: PromptName[]): void;
  logged: Logged[];
  changed: SlackAccount[];
  removed: string[];
  nudges(): number;
  /** Resolves when everything the bot has begun is done. */
  idle(): Promise<void>;
  close(): Promise<void>;
};

const helpOutcome: Outcome = { kind: 'help', commands: ['mine'] };
export const refusal = (typed: string): Outcome => ({
  kind: 'refused',
  refusal: { kind: 'unknown_command', typed, near: ['mine'] },
});

/** Starts a bot on a port of its own. */
export async function openBotRig(): Promise<BotRig> {
  const slack = await openSlackStandIn([{ name: 'an', email: 'an@loudi.example' }], ['office']);
  const user = await slack.userId('an@loudi.example');
  const asked: Asked[] = [];
  const logged: Logged[] = [];
  const changed: SlackAccount[] = [];
  const removed: string[] = [];
  let language: Language = 'zh';
  let nudges = 0;
  let prompts: PromptName[] = ['missing', 'figures'];
  let reply: (what: Asked) => Outcome | Promise<Outcome> = () => helpOutcome;
  const note = (level: Logged['level']) => (facts: object, text: string) =>
    void logged.push({ level, facts: facts as Record<string, unknown>, text });
  const log = { info: note('info'), warn: note('warn'), error: note('error') };
  const ask = async (what: Asked): Promise<Outcome> => {
    asked.push(what);
    return reply(what);
  };
  const sleep = async (): Promise<void> => {};
  const background = createBackground((name, error) =>
    log.error({ name, error: String(error) }, 'background'),
  );
  const house: House = {
    doors: {
      answer: (who, text) => ask({ door: 'answer', who, text }),
      take: (who, { files }) => ask({ door: 'take', who, files: files.map(({ name }) => name) }),
      act: (who, action, input) => ask({ door: 'act', who, action, input }),
      prompts: async () => prompts,
    },
    web: createSlackWeb({ token: BOT_TOKEN, slackApiUrl: slack.apiUrl, logger: slackLog(log), sleep }),
    fetchFile: async () => 'not_fetched',
    pictures: { show: () => {} },
    languageFor: async () => language,
    background,
    seen: createSeen(),
    log,
    nudge: () => {
      nudges += 1;
    },
    people: {
      nameOf: async (who) => (who === user ? '安警官' : null),
      changed: async (account) => void changed.push(account),
      appRemoved: (how) => void removed.push(how),
    },
  };
  const app: RunningApp = await startApp(
    {
      botToken: BOT_TOKEN,
      slackApiUrl: slack.apiUrl,
      transport: { kind: 'http', signingSecret: SIGNING_SECRET, host: '127.0.0.1', port: 0 },
      identity: async () => ({ botUserId: BOT_USER_ID, botId: BOT_ID }),
      now: Date.now,
      sleep,
    },
    house,
  );
  return {
    url: app.url!,
    slack,
    user,
    channel: await slack.channelId('office'),
    direct: await slack.directId(user),
    asked,
    reply: (outcome) => {
      reply = typeof outcome === 'function' ? outcome : () => outcome;
    },
    speak: (next) => {
      language = next;
    },
    suggest: (next) => {
      prompts = next;
    },
    logged,
    changed,
    removed,
    nudges: () => nudges,
    idle: () => background.idle(),
    close: async () => {
      await app.stop();
      await background.idle();
      await slack.close();
    },
  };
}
