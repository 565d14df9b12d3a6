// All settings, parsed once from the environment. Wrong ones are found together, so that nobody mends them one by one.
// Nothing else reads the environment. Which program this becomes follows from the tokens alone:
//
//   bot token  app token  signing secret   becomes
//   no         no         (either)         the desk, on a database of its own
//   yes        no         yes              the bot, HTTP
//   yes        yes        no               the bot, Socket Mode
//   anything else                          a clear error

import { z } from 'zod';
import type { Language } from '../domain/campaign.ts';
import type { Instant } from '../domain/ids.ts';
import { parseInstant } from '../domain/zone.ts';
import { terminalLanguage, terminalWords } from './terminal-words.ts';

export const SLACK_API_URL = 'https://slack.com/api/';
const DESK_DATABASE = 'file:./data/desk.db';
/** A desk in which nothing is set up yet keeps its world apart. */
const EMPTY_DESK_DATABASE = 'file:./data/desk-empty.db';
/** Instead of a campaign file: none is imported, one is set up in chat. */
const NO_CAMPAIGN = 'none';
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

export type Transport =
  | { kind: 'http'; signingSecret: string; host: string; port: number }
  | { kind: 'socket'; appToken: string };

export type BotSettings = {
  kind: 'bot';
  botToken: string;
  transport: Transport;
  /** Ends with a slash. */
  slackApiUrl: string;
  databaseUrl: string;
  adminPort: number;
  campaignFile: string | null;
  /** Where a simulated clock starts; null: the real time. */
  clockAt: Instant | null;
  /** Whether posts keep Slack's pace; only a desk, whose Slack has no limits, does without. */
  paced: boolean;
};

export type DeskSettings = {
  kind: 'desk';
  host: string;
  port: number;
  databaseUrl: string;
  /** Null: the sample. */
  campaignFile: string | null;
  /** Nothing is set up yet: no campaign is played. */
  isEmpty: boolean;
  clockAt: Instant | null;
};

export type Settings = BotSettings | DeskSettings;
/** One wrong setting: its name and what would be right. */
export type SettingProblem = { setting: string; text: string };

type Environment = NodeJS.ProcessEnv;
type Raw = Record<(typeof NAMES)[number], string | undefined>;
const NAMES = [
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'SLACK_API_URL',
  'DATABASE_URL',
  'PORT',
  'HOST',
  'ADMIN_PORT',
  'DUBAN_CAMPAIGN',
  'DUBAN_CLOCK',
] as const;

/** A variable that is set to nothing counts as not set, as in a compose file with `X=`. */
const read = (env: Environment): Raw =>
  Object.fromEntries(NAMES.map((name) => [name, env[name]?.trim() || undefined])) as Raw;

const isWebUrl = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);
const isDatabaseUrl = (text: string): boolean => /^(file:.+|postgres(ql)?:\/\/.+)/.test(text);
/** Enough of a token to see which one was pasted, never the secret part. */
const prefixOf = (token: string): string => token.slice(0, 5);

function schema(language: Language) {
  const { notA } = terminalWords(language);
  const text = (isRight: (text: string) => boolean, wrong: (found: string) => string) =>
    z.string().superRefine((found, context) => {
      if (!isRight(found)) context.addIssue({ code: 'custom', message: wrong(found) });
    });
  const port = text((found) => /^\d{1,5}$/.test(found) && Number(found) <= 65_535, notA.port).transform(
    Number,
  );
  return z.object({
    SLACK_BOT_TOKEN: text(
      (t) => !t.startsWith('xapp-'),
      (t) => notA.bot_token(prefixOf(t)),
    ).optional(),
    SLACK_SIGNING_SECRET: z.string().optional(),
    SLACK_APP_TOKEN: text(
      (t) => t.startsWith('xapp-'),
      (t) => notA.app_token(prefixOf(t)),
    ).optional(),
    SLACK_API_URL: text(isWebUrl, notA.url).default(SLACK_API_URL),
    DATABASE_URL: text(isDatabaseUrl, () => notA.database('…')).default('file:./data/duban.db'),
    PORT: port.default(3000),
    HOST: z.string().optional(),
    ADMIN_PORT: port.default(9464),
    DUBAN_CAMPAIGN: z.string().optional(),
    DUBAN_CLOCK: text((found) => parseInstant(found) !== null, notA.instant).optional(),
  });
}

/** Whether this is the Web API of Slack itself, where a simulated clock would remind real people at wrong times. */
export function isSlackItself(apiUrl: string): boolean {
  return URL.canParse(apiUrl) && /(^|\.)slack(-gov)?\.com$/.test(new URL(apiUrl).hostname);
}

function tokenProblems(raw: Raw, language: Language): SettingProblem[] {
  const words = terminalWords(language);
  const { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: app } = raw;
  if (!bot) return app ? [{ setting: 'SLACK_APP_TOKEN', text: words.appTokenAlone }] : [];
  if (secret && app) return [{ setting: 'SLACK_SIGNING_SECRET', text: words.bothSecrets }];
  if (!secret && !app) return [{ setting: 'SLACK_BOT_TOKEN', text: words.noSecret }];
  return [];
}

function relationProblems(raw: Raw, language: Language): SettingProblem[] {
  const words = terminalWords(language);
  const problems: SettingProblem[] = [];
  const isDesk = !raw.SLACK_BOT_TOKEN && !raw.SLACK_APP_TOKEN;
  if (raw.DUBAN_CLOCK && !isDesk && isSlackItself(raw.SLACK_API_URL ?? SLACK_API_URL))
    problems.push({ setting: 'DUBAN_CLOCK', text: words.clockNeedsStandIn });
  const port = Number(raw.PORT ?? 3000);
  if (!isDesk && raw.SLACK_SIGNING_SECRET && port !== 0 && port === Number(raw.ADMIN_PORT ?? 9464))
    problems.push({ setting: 'ADMIN_PORT', text: words.samePort(port) });
  if (isDesk && raw.HOST && !LOOPBACK.has(raw.HOST))
    problems.push({ setting: 'HOST', text: words.deskHost(raw.HOST) });
  return problems;
}

type Parsed = z.output<ReturnType<typeof schema>>;

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

const fileOf = ({ DUBAN_CAMPAIGN: file }: Parsed): string | null =>
  file === undefined || file === NO_CAMPAIGN ? null : file;

function deskSettings(parsed: Parsed): DeskSettings {
  const isEmpty = parsed.DUBAN_CAMPAIGN === NO_CAMPAIGN;
  return {
    kind: 'desk',
    host: parsed.HOST ?? '127.0.0.1',
    port: parsed.PORT,
    databaseUrl: isEmpty ? EMPTY_DESK_DATABASE : DESK_DATABASE,
    campaignFile: fileOf(parsed),
    isEmpty,
    clockAt: parsed.DUBAN_CLOCK ? parseInstant(parsed.DUBAN_CLOCK) : null,
  };
}

function botSettings(parsed: Parsed, botToken: string): BotSettings {
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = parsed;
  return {
    kind: 'bot',
    botToken,
    transport: appToken
      ? { kind: 'socket', appToken }
      : {
          kind: 'http',
          signingSecret: signingSecret ?? '',
          host: parsed.HOST ?? '0.0.0.0',
          port: parsed.PORT,
        },
    slackApiUrl: withSlash(parsed.SLACK_API_URL),
    databaseUrl: parsed.DATABASE_URL,
    adminPort: parsed.ADMIN_PORT,
    campaignFile: fileOf(parsed),
    clockAt: parsed.DUBAN_CLOCK ? parseInstant(parsed.DUBAN_CLOCK) : null,
    paced: true,
  };
}

/** Reads every setting, or lists everything that is wrong with them in the language of the environment's locale. */
export function parseSettings(
  env: Environment,
): { kind: 'settings'; settings: Settings } | { kind: 'wrong'; problems: SettingProblem[] } {
  const raw = read(env);
  const language = terminalLanguage(env);
  const parsed = schema(language).safeParse(raw);
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ setting: path.join('.'), text: message })),
    ...tokenProblems(raw, language),
    ...relationProblems(raw, language),
  ];
  if (!parsed.success || problems.length > 0) return { kind: 'wrong', problems };
  const token = parsed.data.SLACK_BOT_TOKEN;
  return { kind: 'settings', settings: token ? botSettings(parsed.data, token) : deskSettings(parsed.data) };
}

/** The database that commands beside a running bot work on; the desk's own where there are no tokens. */
export const databaseOf = (env: Environment): string => read(env).DATABASE_URL ?? 'file:./data/duban.db';

/** Says in one text which settings are wrong and what would be right. */
export function describeProblems(problems: readonly SettingProblem[], language: Language): string {
  const lines = problems.map(({ setting, text }) => `  ${setting}: ${text}`);
  return [terminalWords(language).settingsWrong(problems.length), ...lines].join('\n');
}
