// Payloads as Slack sends them to an app (api.slack.com/interactivity, api.slack.com/apis/events-api): pure functions
// from what a person did to the body of the request. Nothing is signed or sent here.

import { randomBytes } from 'node:crypto';
import type { Block, StateValues, View } from './block-kit.ts';
import { APP_ID, BOT_ID, BOT_USER_ID, TEAM_ID } from './slack-ids.ts';
import type { DeskMessage, DeskPerson } from './world.ts';

type Json = Record<string, unknown>;

/** Slack sends the old verification token along; nobody should look at it. */
const TOKEN = 'desk';
const TEAM = { id: TEAM_ID, domain: 'duban-desk' };

const userOf = (person: DeskPerson): Json => ({
  id: person.id,
  username: person.email.split('@')[0],
  name: person.email.split('@')[0],
  team_id: TEAM_ID,
});

const interaction = (type: string, person: DeskPerson): Json => ({
  type,
  user: userOf(person),
  api_app_id: APP_ID,
  token: TOKEN,
  team: TEAM,
  enterprise: null,
  is_enterprise_install: false,
});

/** The form of `/duban …`, as typed in a conversation. */
export const slashCommand = (given: {
  person: DeskPerson;
  channel: { id: string; name: string };
  text: string;
  triggerId: string;
  responseUrl: string;
}): Record<string, string> => ({
  token: TOKEN,
  team_id: TEAM_ID,
  team_domain: TEAM.domain,
  channel_id: given.channel.id,
  channel_name: given.channel.name,
  user_id: given.person.id,
  user_name: String(userOf(given.person).name),
  command: '/duban',
  text: given.text,
  api_app_id: APP_ID,
  is_enterprise_install: 'false',
  response_url: given.responseUrl,
  trigger_id: given.triggerId,
});

const actionOf = (blockId: string, action: Json): Json => ({
  block_id: blockId,
  action_ts: stamp(),
  ...action,
});

/** A button or select in a message. */
export const messageAction = (given: {
  person: DeskPerson;
  message: DeskMessage;
  channelName: string;
  blockId: string;
  action: Json;
  values: StateValues;
  triggerId: string;
  responseUrl: string;
}): Json => ({
  ...interaction('block_actions', given.person),
  container: {
    type: 'message',
    message_ts: given.message.ts,
    channel_id: given.message.channel,
    is_ephemeral: given.message.onlyFor !== null,
    ...threadOf(given.message),
  },
  channel: { id: given.message.channel, name: given.channelName },
  // Slack leaves an ephemeral message out: nobody keeps it.
  ...(given.message.onlyFor === null ? { message: messageOf(given.message) } : {}),
  state: { values: given.values },
  trigger_id: given.triggerId,
  response_url: given.responseUrl,
  actions: [actionOf(given.blockId, given.action)],
});

const threadOf = (message: DeskMessage): Json => (message.threadTs ? { thread_ts: message.threadTs } : {});

const messageOf = (message: DeskMessage): Json => ({
  type: 'message',
  user: message.from,
  ...(message.from === BOT_USER_ID ? { bot_id: BOT_ID, app_id: APP_ID } : {}),
  team: TEAM_ID,
  ts: message.ts,
  text: message.text,
  blocks: message.blocks,
  ...threadOf(message),
});

/** A button or select in a modal or on Home. */
export const viewAction = (given: {
  person: DeskPerson;
  view: View;
  blockId: string;
  action: Json;
  values: StateValues;
  triggerId: string;
}): Json => ({
  ...interaction('block_actions', given.person),
  container: { type: 'view', view_id: given.view.id },
  trigger_id: given.triggerId,
  view: viewOf(given.view, given.values),
  actions: [actionOf(given.blockId, given.action)],
});

/** A modal's submit button. */
export const viewSubmission = (given: {
  person: DeskPerson;
  view: View;
  values: StateValues;
  triggerId: string;
}): Json => ({
  ...interaction('view_submission', given.person),
  trigger_id: given.triggerId,
  view: viewOf(given.view, given.values),
  response_urls: [],
});

/** A modal that was closed without submitting. */
export const viewClosed = (given: {
  person: DeskPerson;
  view: View;
  values: StateValues;
  all: boolean;
}): Json => ({
  ...interaction('view_closed', given.person),
  view: viewOf(given.view, given.values),
  is_cleared: given.all,
});

const viewOf = (view: View, values: StateValues): Json => ({
  ...view,
  team_id: TEAM_ID,
  app_id: APP_ID,
  app_installed_team_id: TEAM_ID,
  bot_id: BOT_ID,
  state: { values },
});

/** A global shortcut. */
export const globalShortcut = (person: DeskPerson, callbackId: string, triggerId: string): Json => ({
  ...interaction('shortcut', person),
  action_ts: stamp(),
  callback_id: callbackId,
  trigger_id: triggerId,
});

/** A shortcut on a message, which says all of it that the app may see. */
export const messageShortcut = (given: {
  person: DeskPerson;
  message: DeskMessage;
  channelName: string;
  callbackId: string;
  triggerId: string;
  responseUrl: string;
}): Json => ({
  ...interaction('message_action', given.person),
  action_ts: stamp(),
  callback_id: given.callbackId,
  trigger_id: given.triggerId,
  response_url: given.responseUrl,
  message_ts: given.message.ts,
  channel: { id: given.message.channel, name: given.channelName },
  message: messageOf(given.message),
});

/** Wraps an event as the Events API delivers it. */
export const eventCallback = (event: Json): Json => ({
  token: TOKEN,
  team_id: TEAM_ID,
  api_app_id: APP_ID,
  type: 'event_callback',
  event_id: `Ev${randomBytes(8).toString('hex').toUpperCase()}`,
  event_time: Math.floor(Date.now() / 1000),
  authorizations: [
    {
      enterprise_id: null,
      team_id: TEAM_ID,
      user_id: BOT_USER_ID,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: false,
  event,
});

export const homeOpened = (person: DeskPerson, tab: 'home' | 'messages', view: View | null): Json => ({
  type: 'app_home_opened',
  user: person.id,
  channel: person.dm,
  tab,
  event_ts: stamp(),
  ...(view && tab === 'home' ? { view: viewOf(view, {}) } : {}),
});

/** A file of a message, as Slack describes it. */
export type SharedFile = { id: string; name: string; size: number; url_private_download: string };
type Said = {
  person: DeskPerson;
  channel: string;
  ts: string;
  text: string;
  threadTs: string | null;
  files: readonly SharedFile[];
};

const said = ({ person, channel, ts, text, threadTs, files }: Said): Json => ({
  user: person.id,
  team: TEAM_ID,
  channel,
  ts,
  event_ts: ts,
  text,
  ...(text === '' ? {} : { blocks: [textBlock(text)] }),
  ...(files.length > 0 ? { subtype: 'file_share', files, upload: false } : {}),
  ...(threadTs ? { thread_ts: threadTs } : {}),
});

const textBlock = (text: string): Block & Json => ({
  type: 'rich_text',
  block_id: 'said',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] as never,
});

/** A direct message to the bot. */
export const directMessage = (given: Said): Json => ({ type: 'message', channel_type: 'im', ...said(given) });
/** A channel message in which the bot is named. */
export const appMention = (given: Said): Json => ({ type: 'app_mention', ...said(given) });

/** Somebody's profile changed; the desk sends it when the language is switched. */
export const userChange = (person: DeskPerson, locale: string, zone: string): Json => ({
  type: 'user_change',
  user: {
    id: person.id,
    team_id: TEAM_ID,
    name: person.email.split('@')[0],
    real_name: person.name,
    locale,
    tz: zone,
    deleted: false,
    is_bot: false,
    profile: { email: person.email, real_name: person.name },
  },
  event_ts: stamp(),
});

const stamp = (): string => `${(Date.now() / 1000).toFixed(6)}`;
