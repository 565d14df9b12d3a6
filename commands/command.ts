// What a command is. One use case a file; all of them stand in registry.ts. A command gets an actor (who, with which
// roles), a typed input (from words, a button or a form: all the same) and the store; it decides by domain rules,
// commits once and returns an Outcome. It formats no text and knows no Slack.
//
// A command that needs to ask returns a form when `values` is absent and acts when it is there; so a button, typed
// words and a submitted form run through the same lines.

import type { Store } from '../db/store.ts';
import type { ActionInput, ActionName } from '../domain/actions.ts';
import type { Calendar, HolidayTable } from '../domain/calendar.ts';
import type { Posting } from '../domain/campaign.ts';
import type { CampaignId, Instant, SlackChannelId, SlackUserId } from '../domain/ids.ts';
import type { Outcome, Refusal } from '../domain/outcome.ts';
import type { Access, Permit } from '../domain/permission.ts';
import type { CampaignRow, PersonRow } from '../domain/things.ts';
import type { Question, Read, Reading } from './ask/reading.ts';

/** What every command may use. `now` is campaign time; `newId` gives opaque, unguessable ids. */
export type Deps = {
  store: Store;
  now: () => Instant;
  newId: () => string;
  holidays: HolidayTable;
  /** Reads a question in one's own words; without it only the commands' own words are understood. */
  read?: (campaign: CampaignRow, question: Question) => Read;
  /** What only the workspace knows; without it nobody is an administrator. */
  workspace?: Workspace;
};

/** What the workspace says of accounts and channels; null: it could not be asked just now. */
export type Workspace = {
  findAccount(who: SlackUserId): Promise<{ administrator: boolean; email: string | null } | null>;
  hasAccount(by: { email: string } | { slack: SlackUserId }): Promise<boolean | null>;
  /** What a channel is called; 'unseen': Duban cannot see it. Left out where channels cannot be chosen: they are typed. */
  nameOfChannel?(id: SlackChannelId): Promise<{ name: string } | 'unseen' | null>;
  channelState(name: string): Promise<'joined' | 'absent' | 'not_joined' | 'archived' | null>;
};

/** A question as it was read, and the campaign whose words it was read with. */
export type AskedQuestion = { campaign: CampaignId; reading: Reading };

/** A conversation with one person, as far as a follow-up leans on it. */
export type Conversation = {
  /** The channel that it is held in; left out where nobody else can be there. */
  channel?: SlackChannelId;
  /** The question before; null where there is none, or too long ago. */
  before(): AskedQuestion | null;
  /** Keeps a question in the place of the one before; null: nothing is left to lean on. */
  keep(asked: AskedQuestion | null): void;
};

/** The person who acts, as found in the ledger by Slack user id: their row, the campaign, and their roles in it today. */
export type Actor = {
  person: PersonRow;
  slack: SlackUserId;
  campaign: CampaignRow;
  postings: Posting[];
  calendar: Calendar;
  /** Whether they belong to other campaigns too. */
  isOfSeveral?: boolean;
};

export type Context = Deps & {
  actor: Actor;
  at: Instant;
  /** The question before, in the same conversation and about the same campaign. */
  before?: Reading;
  /** Keeps a question for the next one to lean on, null for none; absent where no follow-up can come. */
  keep?: (reading: Reading | null) => void;
  /** All commands: help and Home read from here what there is, and one command may point to another. */
  commands: readonly Command[];
};

export type Command = {
  name: ActionName;
  /** Words that call it, lower case, the full word first; empty for actions behind buttons and forms only. */
  words: { zh: string[]; en: string[] };
  access: Access;
  /**
   * Reads the words after the command's own into the same input that a button would carry. `rest` is plain (half width,
   * lower case); `typed` is the whole text as it was typed, for what must be kept as it is, such as a reason.
   */
  parse: (rest: string, context: Context, typed: string) => ActionInput | { refusal: Refusal };
  run: (context: Context & { permit: Permit }, input: ActionInput) => Promise<Outcome>;
  /** What is done for somebody whom `access` forbids it, beyond saying so; null: nothing (what was typed must not be lost). */
  whenForbidden?: (context: Context, input: ActionInput) => Promise<Outcome | null>;
};

/** Checks at compile time that a command's parts fit together. */
export const defineCommand = (command: Command): Command => command;
