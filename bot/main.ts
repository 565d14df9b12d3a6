#!/usr/bin/env node
// The composition root and the `npm start` entry. Tokens decide what starts: the bot, or the desk that plays Slack for it.
// The only file that knows of desk/, and only by a dynamic import: a production install does not contain it.

import type { DeskBotSettings, DeskOptions, RunningBot, RunningDesk } from '../desk/contract.ts';
import { readCampaignFile } from '../documents/campaign-file.ts';
import type { Campaign } from '../domain/campaign.ts';
import { as, type Instant } from '../domain/ids.ts';
import { findNextEvent } from '../scheduler/next-event.ts';
import { readCampaignSource } from './campaign-source.ts';
import { type BotSettings, type DeskSettings, describeProblems, parseSettings } from './config.ts';
import { listDeliveries, rewordSent } from './deliveries.ts';
import { isEntry } from './entry.ts';
import { SHORTCUTS } from './listeners/shortcuts.ts';
import { createLog, type Log } from './log.ts';
import { findNext, listCommands, rehearseInWords } from './looking.ts';
import { SAMPLE_CAMPAIGN } from './package-files.ts';
import { describeFailure, EXIT, RefusedStart } from './refused-start.ts';
import { assembleBot, type Bot, type StartOptions } from './start-bot.ts';
import { terminalLanguage, terminalWords } from './terminal-words.ts';

const SAMPLE_START = '2016-08-05T15:30:00+08:00';

function running(bot: Bot): RunningBot {
  const { looking } = bot;
  return {
    url: bot.url ?? '',
    adminUrl: bot.adminUrl,
    clock: {
      now: bot.clock.now,
      advanceTo: async (ms) => void (await bot.advanceTo(as<Instant>(ms))),
      nextStopAt: async () => (await findNextEvent(looking.store, looking.now()))?.at ?? null,
      nextEventAt: (language = 'zh') => findNext(looking, language),
      calendar: bot.calendar,
    },
    rehearse: (language, days) => rehearseInWords(looking, language, days),
    recent: (language, limit) => listDeliveries(looking, language, limit),
    reword: (language) => rewordSent(looking, language),
    commands: async (language) => listCommands(language),
    shortcuts: (language) =>
      SHORTCUTS.map(({ callbackId, type, name }) => ({ callbackId, type, name: name[language] })),
    idle: bot.idle,
    stop: bot.stop,
  };
}

/** Starts a bot and resolves when it takes requests; rejects as `assembleBot` does. */
export const startBot = async (settings: BotSettings, options: StartOptions): Promise<RunningBot> =>
  running(await assembleBot(settings, options));

const onDesk = (desk: DeskBotSettings): BotSettings => ({
  kind: 'bot',
  botToken: desk.botToken,
  transport: { kind: 'http', signingSecret: desk.signingSecret, host: '127.0.0.1', port: 0 },
  slackApiUrl: desk.slackApiUrl,
  databaseUrl: desk.databaseUrl,
  adminPort: 0,
  campaignFile: desk.campaignFile,
  clockAt: as<Instant>(desk.clockAt),
  paced: false,
});

async function readCampaign(file: string): Promise<Campaign> {
  const { bytes, noticeFile } = readCampaignSource(file);
  const reading = readCampaignFile(bytes, { noticeFile });
  if (!reading.ok) throw new RefusedStart({ kind: 'campaign_refused', file, problems: reading.problems });
  return reading.campaign;
}

type DeskModule = { startDesk(options: DeskOptions): Promise<RunningDesk> };

/** The desk and the Slack stand-in behind it are for development; without them there is nothing to open. */
async function loadDesk(): Promise<DeskModule> {
  try {
    return await import('../desk/main.ts');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND')
      throw new RefusedStart({ kind: 'no_desk' });
    throw error;
  }
}

async function openDesk(settings: DeskSettings, log: Log): Promise<RunningDesk> {
  const { startDesk } = await loadDesk();
  return startDesk({
    port: settings.port,
    host: settings.host,
    databaseUrl: settings.databaseUrl,
    campaignFile: settings.isEmpty ? null : (settings.campaignFile ?? SAMPLE_CAMPAIGN),
    clockStart: settings.clockAt === null ? SAMPLE_START : new Date(settings.clockAt).toISOString(),
    log,
    readCampaign,
    startBot: (desk) => startBot(onDesk(desk), { log }),
  });
}

export type Terminal = {
  env: NodeJS.ProcessEnv;
  out(text: string): void;
  err(text: string): void;
  /** Told once something runs, with the way to stop it. */
  onRunning(stop: () => Promise<void>): void;
};

async function startWhatIsSet({ env, out, err, onRunning }: Terminal, log: Log): Promise<number> {
  const language = terminalLanguage(env);
  const words = terminalWords(language);
  const parsed = parseSettings(env);
  if (parsed.kind === 'wrong') {
    err(describeProblems(parsed.problems, language));
    return EXIT.usage;
  }
  if (parsed.settings.kind === 'desk') {
    const desk = await openDesk(parsed.settings, log);
    onRunning(desk.stop);
    out(words.desk(desk.url));
    await desk.ready;
    return EXIT.ok;
  }
  const bot = await startBot(parsed.settings, { log });
  onRunning(bot.stop);
  out(bot.url ? words.listening(bot.url) : words.connected);
  return EXIT.ok;
}

/** Starts what the settings say; answers 0 once it runs, another code (see EXIT) if it was refused, and says why. */
export async function start(terminal: Terminal): Promise<number> {
  const log = createLog();
  try {
    return await startWhatIsSet(terminal, log);
  } catch (error) {
    const { text, code } = describeFailure(error, terminalLanguage(terminal.env));
    terminal.err(text);
    return code;
  }
}

/** Ends gracefully at the first signal, at once at the second. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false;
  const end = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    stop().then(
      () => process.exit(EXIT.ok),
      () => process.exit(EXIT.refused),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** The terminal of this process. */
export const processTerminal = (): Terminal => ({
  env: process.argv.includes('--empty') ? { ...process.env, DUBAN_CAMPAIGN: 'none' } : process.env,
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  onRunning: stopOnSignals,
});

if (isEntry(import.meta.url)) {
  const code = await start(processTerminal());
  if (code !== EXIT.ok) process.exit(code);
}
