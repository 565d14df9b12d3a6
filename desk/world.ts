// What the desk's server tells its page, as JSON. Types only, shared by both sides.
// Words of the page are the page's own; what stands here came from the campaign, the bot or Slack's stand-in.

import type { Language, Role, UnitKind } from '../domain/campaign.ts';
import type { Block, View } from './block-kit.ts';
import type { CommandLine, ShortcutLine } from './contract.ts';

/** Somebody one can be on the desk. `id` is the Slack user id. */
export type DeskPerson = {
  id: string;
  name: string;
  email: string;
  dm: string;
  /** `unit` is the unit's id, `unitName` what everybody calls it. */
  postings: { role: Role; unit: string | null; unitName: string | null }[];
  /** Of the workspace; set where it matters, before there is a campaign. */
  administrator?: true;
};

/** One part of the people list: a kind of unit, those without one, or accounts where there is no campaign yet. */
export type PeopleGroup = { kind: UnitKind | 'leaders' | 'accounts'; people: string[] };

export type DeskChannel = { id: string; name: string; purpose: 'bulletin' | 'office'; members: string[] };

/** `alt`: what a picture says, for whoever does not see it; absent for what is no picture. */
export type DeskFile = { id: string; name: string; bytes: number; alt?: string };

/** One message of a conversation. `at` is campaign time, epoch ms; `ts` is Slack's id of it. */
export type DeskMessage = {
  channel: string;
  ts: string;
  from: string;
  at: number;
  text: string;
  blocks: Block[];
  files: DeskFile[];
  threadTs: string | null;
  /** Only this person sees it; it is in no history. */
  onlyFor: string | null;
  edited: boolean;
  /** Message metadata, by which the bot finds a post again. */
  metadata?: unknown;
};

export type DeskDay = { date: string; working: boolean; name: string | null; provisional: boolean };
export type DeskClock = { now: number; day: DeskDay; next: { at: number; what: string } | null };

/** Earlier weeks being played at the first start. */
export type Playing = { done: number; total: number } | null;

/** Everything that is the same whoever looks. */
export type World = {
  campaign: string;
  group: string;
  zone: string;
  bot: { id: string; name: string };
  language: Language;
  people: DeskPerson[];
  groups: PeopleGroup[];
  channels: DeskChannel[];
  commands: CommandLine[];
  shortcuts: ShortcutLine[];
  clock: DeskClock;
  playing: Playing;
  /** Unread messages by person, then conversation. */
  unread: Record<string, Record<string, number>>;
  tour: TourState;
};

/** What one person sees. */
export type PersonView = {
  messages: DeskMessage[];
  home: View | null;
  modals: View[];
  prompts: DeskPrompt[];
};
/** A question that the bot suggests in its direct message: what is shown and what it says. */
export type DeskPrompt = { title: string; message: string };

export type TourStepId =
  | 'report'
  | 'nil'
  | 'missing'
  | 'chase'
  | 'monday'
  | 'approve'
  | 'publish'
  | 'task'
  | 'sign'
  | 'close';
/** Which steps of the week are done; `people` are those the tour is played by. */
export type TourState = { done: TourStepId[]; people: Record<TourStepId, string | null> };

/** What the server pushes. */
export type Push =
  | { kind: 'message'; message: DeskMessage }
  | { kind: 'removed'; channel: string; ts: string }
  | { kind: 'home'; person: string; view: View }
  | { kind: 'modals'; person: string; views: View[] }
  | { kind: 'prompts'; person: string; prompts: DeskPrompt[] }
  | { kind: 'clock'; clock: DeskClock }
  | { kind: 'unread'; person: string; unread: Record<string, number> }
  | { kind: 'playing'; playing: Playing }
  | { kind: 'tour'; tour: TourState }
  /** The world was replaced (start over, language): load it again. */
  | { kind: 'reload' };

/** What a person does on the page; `as` is who they are. */
export type Act = { as: string } & (
  | { kind: 'command'; channel: string; text: string }
  /** `files`: ids of files that were uploaded before. */
  | { kind: 'say'; channel: string; text: string; threadTs: string | null; files?: string[] }
  | { kind: 'press'; on: PressedOn; blockId: string; action: Record<string, unknown>; values: StateJson }
  | { kind: 'submit'; view: string; values: StateJson }
  | { kind: 'close'; view: string; all: boolean; values: StateJson }
  | { kind: 'open'; tab: 'home' | 'messages' }
  | { kind: 'read'; channel: string }
  | { kind: 'shortcut'; callbackId: string }
  /** A shortcut on a message. */
  | { kind: 'message_shortcut'; callbackId: string; channel: string; message: string }
);
export type PressedOn = { message: string; channel: string } | { view: string };
export type StateJson = Record<string, Record<string, Record<string, unknown>>>;

/** What came of it. `errors` are by block id; `trouble` is what Slack would show for an app that did not answer. */
export type ActAnswer = {
  ok: boolean;
  errors?: Record<string, string>;
  trouble?: 'dispatch_failed' | 'operation_timeout' | 'not_ready';
};
