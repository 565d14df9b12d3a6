// What Slack sends to an app, signed as Slack signs it. Shapes follow the sample payloads that Slack publishes.
// A request may be spoilt on purpose: another secret, another time, another body than was signed.

import { createHmac, randomBytes } from 'node:crypto';
import { SIGNING_SECRET } from './slack-stand-in.ts';

type Json = Record<string, unknown>;
export type Reply = { status: number; text: string; json: Json | null };
export type Spoilt = {
  secret?: string;
  /** Seconds added to the time that is signed. */
  skewSeconds?: number;
  contentType?: string;
  /** Sent in place of the body that was signed. */
  sentBody?: string;
  headers?: Record<string, string>;
};

const TEAM = { id: 'T000000001', domain: 'duban-tests' };
const FORM = 'application/x-www-form-urlencoded';
let stamps = 0;
/** A message's or an event's time stamp, never the same twice. */
export const nextTs = (): string => `${1_470_000_000 + stamps++}.000100`;

export function signatureOf(body: string, timestamp: number, secret = SIGNING_SECRET): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** Posts a body to the bot with Slack's signature. */
export async function postSigned(url: string, body: string, spoilt: Spoilt = {}): Promise<Reply> {
  const timestamp = Math.floor(Date.now() / 1000) + (spoilt.skewSeconds ?? 0);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': spoilt.contentType ?? FORM,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': signatureOf(body, timestamp, spoilt.secret),
      ...spoilt.headers,
    },
    body: spoilt.sentBody ?? body,
  });
  const text = await response.text();
  return { status: response.status, text, json: text.startsWith('{') ? (JSON.parse(text) as Json) : null };
}

const formOf = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

/** `/duban …` */
export const slash = (
  url: string,
  given: { user: string; text: string; triggerId?: string; responseUrl?: string; channel?: string },
): Promise<Reply> =>
  postSigned(
    url,
    formOf({
      token: 'legacy',
      team_id: TEAM.id,
      team_domain: TEAM.domain,
      channel_id: given.channel ?? 'C0000000001',
      channel_name: 'general',
      user_id: given.user,
      user_name: 'somebody',
      command: '/duban',
      text: given.text,
      api_app_id: 'A0TESTAPP1',
      is_enterprise_install: 'false',
      response_url: given.responseUrl ?? 'http://127.0.0.1:9/response/none',
      trigger_id: given.triggerId ?? '1.2.none',
    }),
  );

/** Any interaction: the payload goes as a form field, as Slack sends it. */
export const interact = (url: string, payload: Json, spoilt?: Spoilt): Promise<Reply> =>
  postSigned(url, formOf({ payload: JSON.stringify(payload) }), spoilt);

const interaction = (type: string, user: string): Json => ({
  type,
  user: { id: user, username: 'somebody', name: 'somebody', team_id: TEAM.id },
  api_app_id: 'A0TESTAPP1',
  token: 'legacy',
  team: TEAM,
  enterprise: null,
  is_enterprise_install: false,
});

/** A press on a button, or a choice in a select with `selected`, under a message. */
export const pressInMessage = (
  url: string,
  given: {
    user: string;
    channel: string;
    actionId: string;
    value?: string;
    selected?: string;
    ts?: string;
    threadTs?: string;
    ephemeral?: boolean;
    triggerId?: string;
    responseUrl?: string;
  },
): Promise<Reply> => {
  const ts = given.ts ?? nextTs();
  const thread = given.threadTs ? { thread_ts: given.threadTs } : {};
  return interact(url, {
    ...interaction('block_actions', given.user),
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: given.channel,
      is_ephemeral: given.ephemeral ?? false,
      ...thread,
    },
    channel: { id: given.channel, name: 'somewhere' },
    ...(given.ephemeral ? {} : { message: { type: 'message', ts, text: '…', ...thread } }),
    state: { values: {} },
    trigger_id: given.triggerId ?? '1.2.none',
    ...(given.responseUrl ? { response_url: given.responseUrl } : {}),
    actions: [pressed(given)],
  });
};

const pressed = ({
  actionId,
  value,
  selected,
}: {
  actionId: string;
  value?: string;
  selected?: string;
}): Json => ({
  action_id: actionId,
  block_id: 'b1',
  action_ts: nextTs(),
  ...(selected === undefined
    ? { type: 'button', text: { type: 'plain_text', text: '…' }, value }
    : {
        type: 'static_select',
        selected_option: { text: { type: 'plain_text', text: '…' }, value: selected },
      }),
});

/** The parts of a view that a bot reads. */
export type ViewGiven = {
  id?: string;
  hash?: string;
  type?: 'modal' | 'home';
  callbackId?: string;
  metadata?: string;
  blocks?: Json[];
  values?: Record<string, Json>;
};

const viewOf = (given: ViewGiven): Json => ({
  id: given.id ?? `V${randomBytes(5).toString('hex').toUpperCase()}`,
  team_id: TEAM.id,
  type: given.type ?? 'modal',
  title: { type: 'plain_text', text: '…' },
  blocks: given.blocks ?? Object.keys(given.values ?? {}).map((block_id) => ({ type: 'input', block_id })),
  private_metadata: given.metadata ?? '',
  callback_id: given.callbackId ?? '',
  state: { values: given.values ?? {} },
  hash: given.hash ?? `${nextTs()}.abc`,
});

/** A press in a modal or on the Home tab. */
export const pressInView = (
  url: string,
  given: {
    user: string;
    view: ViewGiven;
    actionId: string;
    value?: string;
    selected?: string;
    triggerId?: string;
  },
): Promise<Reply> => {
  const view = viewOf(given.view);
  return interact(url, {
    ...interaction('block_actions', given.user),
    container: { type: 'view', view_id: view.id },
    trigger_id: given.triggerId ?? '1.2.none',
    view,
    actions: [pressed(given)],
  });
};

/** A form that is submitted. */
export const submit = (url: string, given: { user: string; view: ViewGiven }): Promise<Reply> =>
  interact(url, {
    ...interaction('view_submission', given.user),
    trigger_id: '1.2.none',
    view: viewOf(given.view),
    response_urls: [],
  });

/** A form that is closed. */
export const closeView = (url: string, given: { user: string; view: ViewGiven }): Promise<Reply> =>
  interact(url, { ...interaction('view_closed', given.user), view: viewOf(given.view), is_cleared: false });

/** A global shortcut. */
export const shortcut = (
  url: string,
  given: { user: string; callbackId: string; triggerId?: string },
): Promise<Reply> =>
  interact(url, {
    ...interaction('shortcut', given.user),
    callback_id: given.callbackId,
    trigger_id: given.triggerId ?? '1.2.none',
    action_ts: nextTs(),
  });

/** A shortcut on a message. */
export const messageShortcut = (
  url: string,
  given: { user: string; callbackId: string; channel: string; ts: string; text: string; triggerId?: string },
): Promise<Reply> =>
  interact(url, {
    ...interaction('message_action', given.user),
    callback_id: given.callbackId,
    trigger_id: given.triggerId ?? '1.2.none',
    action_ts: nextTs(),
    response_url: 'http://127.0.0.1:9/response/none',
    message_ts: given.ts,
    channel: { id: given.channel, name: 'somewhere' },
    message: { type: 'message', user: given.user, ts: given.ts, text: given.text, team: TEAM.id },
  });

/** An event; the same `eventId` is the same event delivered again. */
export const event = (
  url: string,
  inner: Json,
  given: { eventId?: string; retry?: number } = {},
): Promise<Reply> =>
  postSigned(
    url,
    JSON.stringify({
      token: 'legacy',
      team_id: TEAM.id,
      api_app_id: 'A0TESTAPP1',
      type: 'event_callback',
      event_id: given.eventId ?? `Ev${randomBytes(6).toString('hex').toUpperCase()}`,
      event_time: Math.floor(Date.now() / 1000),
      event: inner,
      authorizations: [{ enterprise_id: null, team_id: TEAM.id, user_id: 'U0TESTBOT1', is_bot: true }],
    }),
    {
      contentType: 'application/json',
      headers: given.retry
        ? { 'x-slack-retry-num': String(given.retry), 'x-slack-retry-reason': 'http_timeout' }
        : {},
    },
  );

/** A direct message to the bot. */
export const directMessage = (given: {
  user: string;
  channel: string;
  text: string;
  ts?: string;
  threadTs?: string;
  files?: Json[];
}): Json => ({
  type: 'message',
  channel: given.channel,
  channel_type: 'im',
  user: given.user,
  text: given.text,
  ts: given.ts ?? nextTs(),
  team: TEAM.id,
  ...(given.files ? { subtype: 'file_share', files: given.files, upload: false } : {}),
  ...(given.threadTs ? { thread_ts: given.threadTs } : {}),
});

/** A mention of the bot in a channel. */
export const mention = (given: {
  user: string;
  channel: string;
  text: string;
  ts?: string;
  threadTs?: string;
}): Json => ({
  type: 'app_mention',
  channel: given.channel,
  user: given.user,
  text: `<@U0TESTBOT1> ${given.text}`,
  ts: given.ts ?? nextTs(),
  team: TEAM.id,
  ...(given.threadTs ? { thread_ts: given.threadTs } : {}),
});
