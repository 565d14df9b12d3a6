// Where desk and bot meet, as types only. bot/main.ts hands in how a bot is started; desk hands back a page.
// The desk plays Slack: it owns the Web API address, the tokens and the people; the bot must not notice the difference.
// The desk never sees the database: whatever it wants to know of the campaign it asks the running bot.

import type { Calendar } from '../domain/calendar.ts';
import type { Campaign, Language } from '../domain/campaign.ts';
import type { CommandName } from '../domain/outcome.ts';

/** The part of a pino logger that the desk uses. */
export type DeskLog = {
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
};

export type DeskOptions = {
  /** 0 takes any free port. */
  port: number;
  /** The desk has no log-in, so this must be a loopback address. */
  host: string;
  /** `file:./data/desk.db`; the desk keeps its own picture of the conversations in `desk.json` beside it. */
  databaseUrl: string;
  /** The campaign that is played; null: a workspace in which nothing was set up yet. */
  campaignFile: string | null;
  /** The instant at which the person takes over (ISO 8601 with offset), `2016-08-05T15:30:00+08:00`. */
  clockStart: string;
  log: DeskLog;
  /** Reads and validates a campaign file as `duban import` does; throws with every problem listed. */
  readCampaign(file: string): Promise<Campaign>;
  startBot(settings: DeskBotSettings): Promise<RunningBot>;
};

/** What the desk tells a bot that it starts; the rest (random ports on 127.0.0.1, no pacing) follows from being on the desk. */
export type DeskBotSettings = {
  /** Web API base with a trailing slash, `http://127.0.0.1:PORT/api/`. */
  slackApiUrl: string;
  botToken: string;
  signingSecret: string;
  databaseUrl: string;
  campaignFile: string | null;
  /** Where the simulated clock stands at the start, epoch milliseconds; ignored if the database is further. */
  clockAt: number;
};

/** A bot that answers. */
export type RunningBot = {
  /** Where signed requests go: `http://127.0.0.1:PORT/slack/events`. */
  url: string;
  /** `http://127.0.0.1:PORT` of `/-/healthy`, `/metrics` and so on. */
  adminUrl: string;
  clock: BotClock;
  /** Everything that will be sent in the next days if nobody does anything, soonest first, already in words. */
  rehearse(language: Language, days: number): Promise<RehearsedLine[]>;
  /** What was sent, cancelled or refused last, newest first, in words. */
  recent(language: Language, limit: number): Promise<DeliveryLine[]>;
  /**
   * What people were sent, worded anew in this language: for a desk whose Slack switches its language, so that what was
   * said before can still be read. People who chose a language of their own are left out, and so are channels.
   */
  reword(language: Language): Promise<RewordedMessage[]>;
  /** The words of every command, as typed after `/duban`; `what` explains it in one short line. */
  commands(language: Language): Promise<CommandLine[]>;
  /** The shortcuts of the manifest. */
  shortcuts(language: Language): ShortcutLine[];
  /** Resolves when every background task and every message that is due has been carried out. */
  idle(): Promise<void>;
  /** Ends serving, delivering and the database connection. */
  stop(): Promise<void>;
};

export type BotClock = {
  /** Campaign time, epoch milliseconds. */
  now(): number;
  /** Sets the clock (never back), plans, and delivers what is due; resolves when that is done. Never waits for pacing. */
  advanceTo(ms: number): Promise<void>;
  /** The next moment at which time alone brings anything, planning included; cheap, for it is asked at every stop. */
  nextStopAt(): Promise<number | null>;
  /** The next moment at which something would be planned or sent, and a few words for it; null when nothing ever will. */
  nextEventAt(language?: Language): Promise<{ at: number; what: string } | null>;
  /** The calendar that the bot reckons with, 调休 and imported notices included. */
  calendar(): Calendar;
};

/** `step` names the rung of the ladder in a word or two: 逾期提醒. */
export type RehearsedLine = { at: number; to: string; what: string; step: string; why: string };
export type DeliveryLine = {
  at: number;
  to: string;
  what: string;
  state: 'sent' | 'cancelled' | 'skipped' | 'refused' | 'waiting';
  why: string | null;
};
export type RewordedMessage = { channel: string; ts: string; text: string; blocks: unknown[] };
/** `message`: offered on every message, and told which one. */
export type ShortcutLine = { callbackId: string; type: 'global' | 'message'; name: string };
export type CommandLine = { name: CommandName; word: string; arguments: string; what: string };

/** A desk that serves its page. `ready` resolves when the earlier weeks are played and a person can act. */
export type RunningDesk = { url: string; ready: Promise<void>; stop(): Promise<void> };
