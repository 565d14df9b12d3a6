// What every listener may use: the two doors to the commands, Slack's Web API, and the house's log and background.
// Listeners carry, they never decide: they turn a payload into an actor and an input, and an outcome into a view.

import type { SentFile } from '../commands/roster-sheet/door.ts';
import type { ActionInput, ActionName } from '../domain/actions.ts';
import type { PromptName } from '../domain/ask/prompts.ts';
import type { Language } from '../domain/campaign.ts';
import type { SlackUserId } from '../domain/ids.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Background } from './background.ts';
import type { Log } from './log.ts';
import type { Pictures } from './pictures.ts';
import type { Seen } from './seen.ts';
import type { FetchFile } from './slack-files.ts';
import type { SlackWeb } from './slack-web.ts';

/** The commands, by their two doors, and what to ask of them. */
export type Doors = {
  /** `key`: what makes the words the same when they arrive again; `place`: the conversation in which a follow-up may come. */
  answer(who: SlackUserId, text: string, key?: string, place?: string): Promise<Outcome>;
  /** Takes files in the place of words. */
  take(who: SlackUserId, sent: { files: readonly SentFile[]; text: string; key: string }): Promise<Outcome>;
  act(who: SlackUserId, action: ActionName, input: ActionInput, place?: string): Promise<Outcome>;
  /** Questions to begin with, for who has not asked anything yet. */
  prompts(who: SlackUserId): Promise<PromptName[]>;
};

export type House = {
  doors: Doors;
  web: SlackWeb;
  pictures: Pictures;
  fetchFile: FetchFile;
  languageFor(who: SlackUserId): Promise<Language>;
  background: Background;
  seen: Seen;
  log: Log;
  /** Lets what a command has just committed go out at once. */
  nudge(): void;
  people: {
    /** What the campaign calls somebody; null for a stranger. */
    nameOf(who: SlackUserId): Promise<string | null>;
    /** Told what Slack says of an account, and of the installation. */
    changed(account: SlackAccount): Promise<void>;
    appRemoved(how: string): void;
  };
};

export type SlackAccount = { slack: SlackUserId; locale: string | null; isDeactivated: boolean };
