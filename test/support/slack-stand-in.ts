// A Slack to test against: `emulate` behind a door that records every Web API call and can fail any of them in the ways
// the real one does. It also takes what is posted to response addresses, and gives out triggers that really expire.
// Not here: events, commands and presses; signed-requests.ts sends those to the bot.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';

export const BOT_TOKEN = 'xoxb-test-duban';
export const SIGNING_SECRET = 'a-signing-secret-for-tests';
export const BOT_USER_ID = 'U0TESTBOT1';
export const BOT_ID = 'B0TESTBOT1';
const APP = { app_id: 'A0TESTAPP1', client_id: 'test.duban', bot_id: BOT_ID, bot_user_id: BOT_USER_ID };

export type Json = Record<string, unknown>;
/** One call as it arrived, and what was answered; `fault` if it was made to fail. */
export type Call = { method: string; args: Json; fault: Fault['kind'] | null; answer: Json | null };

export type Fault =
  /** HTTP 429 with Retry-After; nothing is carried out. */
  | { kind: 'rate_limit'; seconds: number }
  /** HTTP 429 without the header. */
  | { kind: 'rate_limit_bare' }
  /** Another status; nothing is carried out. */
  | { kind: 'status'; status: number }
  /** 200 with `ok: false`. */
  | { kind: 'error'; error: string }
  /** 200 with a body that is no JSON, as from a proxy. */
  | { kind: 'garbage' }
  /** No answer ever; nothing is carried out. */
  | { kind: 'hang' }
  /** The connection is cut before anything is carried out. */
  | { kind: 'drop' }
  /** Carried out, but the connection is cut before the answer. */
  | { kind: 'accept_then_drop' }
  /** Carried out, and answered with 500. */
  | { kind: 'accept_then_500' };

export type Account = { name: string; email: string; realName?: string };
export type SlackStandIn = {
  /** Web API base with a trailing slash. */
  apiUrl: string;
  calls: Call[];
  callsOf(method: string): Call[];
  /** Lets the next `times` calls of a method fail; `*` is any method. */
  fail(method: string, fault: Fault, times?: number): void;
  /** Everything posted to the response addresses, in order. */
  responses: Json[];
  /** Makes answers to response addresses fail with this status until told otherwise. */
  refuseResponses(status: number | null): void;
  responseUrl(): string;
  userId(email: string): Promise<string>;
  channelId(name: string): Promise<string>;
  /** The direct conversation of the bot and a user. */
  directId(user: string): Promise<string>;
  /** A trigger as it comes with a command or a press; good for three seconds and one modal. */
  trigger(user: string): Promise<string>;
  /** What stands in a conversation, oldest first. */
  messages(channel: string): Promise<Json[]>;
  /** Calls the stand-in as the bot does, past the door: nothing is recorded or failed. */
  call(method: string, args: Json): Promise<Json>;
  close(): Promise<void>;
};

type Planned = { method: string; fault: Fault; left: number };

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** The stand-in has no port 0: the system is asked for one, and it is given back at once. */
async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listening(probe);
  await closed(probe);
  return port;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Web API arguments: a form whose objects are JSON, or JSON as a whole. */
function argsOf(body: string, contentType: string): Json {
  if (contentType.startsWith('application/json')) return parsed(body) as Json;
  const entries = [...new URLSearchParams(body)];
  return Object.fromEntries(entries.map(([key, text]) => [key, /^[[{]/.test(text) ? parsed(text) : text]));
}

function seedOf(accounts: readonly Account[], channels: readonly string[]): Json {
  return {
    team: { name: 'Duban tests', domain: 'duban-tests' },
    users: accounts.map(({ name, email, realName }) => ({ name, email, real_name: realName ?? name })),
    channels: channels.map((name) => ({ name })),
    oauth_apps: [{ ...APP, client_secret: 'test', name: 'Duban', redirect_uris: [], bot_name: 'duban' }],
    tokens: [{ token: BOT_TOKEN, type: 'bot', user: BOT_USER_ID, ...APP }],
  };
}

/** Answers as the fault wants it; whether the call was carried out before is the caller's part. */
function carryOutFault(fault: Fault, response: ServerResponse): void {
  const json = (status: number, body: Json, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
  switch (fault.kind) {
    case 'rate_limit':
      json(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(fault.seconds) });
      break;
    case 'rate_limit_bare':
      json(429, { ok: false, error: 'ratelimited' });
      break;
    case 'status':
      json(fault.status, {});
      break;
    case 'accept_then_500':
      json(500, {});
      break;
    case 'error':
      json(200, { ok: false, error: fault.error });
      break;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sorry</html>');
      break;
    case 'hang':
      break;
    case 'drop':
    case 'accept_then_drop':
      response.destroy();
      break;
  }
}

/** Opens a workspace with these people and channels; the bot is a member of every channel unless told otherwise. */
export async function openSlackStandIn(
  accounts: readonly Account[],
  channels: readonly string[] = [],
  options: { joined?: boolean } = {},
): Promise<SlackStandIn> {
  const port = await freePort();
  const inner = `http://127.0.0.1:${port}`;
  const emulator = await createEmulator({
    service: 'slack',
    port,
    baseUrl: inner,
    seed: { slack: seedOf(accounts, channels) },
  });
  const calls: Call[] = [];
  const responses: Json[] = [];
  const planned: Planned[] = [];
  let responseStatus: number | null = null;
  let closing: Promise<void> | undefined;

  const forward = (
    method: string,
    body: Buffer | string,
    headers: Record<string, string>,
  ): Promise<Response> => fetch(`${inner}/api/${method}`, { method: 'POST', headers, body });

  function takeFault(method: string): Fault | null {
    const plan = planned.find((each) => each.left > 0 && (each.method === method || each.method === '*'));
    if (!plan) return null;
    plan.left -= 1;
    return plan.fault;
  }

  async function serveMethod(
    method: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const body = await bodyOf(request);
    const contentType = request.headers['content-type'] ?? 'application/x-www-form-urlencoded';
    const fault = takeFault(method);
    const call: Call = {
      method,
      args: argsOf(body.toString(), contentType),
      fault: fault?.kind ?? null,
      answer: null,
    };
    calls.push(call);
    if (fault && !fault.kind.startsWith('accept_')) return carryOutFault(fault, response);
    if (method.startsWith('assistant.')) return void response.end(JSON.stringify({ ok: true }));
    const authorization = request.headers.authorization ?? '';
    const answer = await forward(method, body, { 'content-type': contentType, authorization });
    call.answer = (await answer.json()) as Json;
    if (fault) return carryOutFault(fault, response);
    response
      .writeHead(answer.status, { 'content-type': 'application/json' })
      .end(JSON.stringify(call.answer));
  }

  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path.startsWith('/api/')) return serveMethod(path.slice('/api/'.length), request, response);
    if (path.startsWith('/response/')) {
      const body = parsed((await bodyOf(request)).toString()) as Json;
      if (responseStatus === null) responses.push(body);
      response.writeHead(responseStatus ?? 200).end(responseStatus === null ? 'ok' : 'expired_url');
      return;
    }
    // Uploaded bytes go straight to the stand-in, whose address stands in the answer.
    response.writeHead(404).end();
  });
  const doorPort = await listening(server);
  const door = `http://127.0.0.1:${doorPort}`;

  async function call(method: string, args: Json): Promise<Json> {
    const form = new URLSearchParams(
      Object.entries(args).map(([key, value]): [string, string] => [key, String(value)]),
    );
    const answer = await forward(method, form.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Bearer ${BOT_TOKEN}`,
    });
    const body = (await answer.json()) as Json;
    if (body.ok !== true) throw new Error(`The Slack stand-in refused ${method}: ${body.error}`);
    return body;
  }

  async function channelId(name: string): Promise<string> {
    const listed = (await call('conversations.list', { limit: 1000 })).channels as {
      id: string;
      name: string;
    }[];
    const channel = listed.find((each) => each.name === name);
    if (!channel) throw new Error(`No such channel in the stand-in: ${name}`);
    return channel.id;
  }

  if (options.joined !== false)
    for (const name of channels) await call('conversations.join', { channel: await channelId(name) });

  return {
    apiUrl: `${door}/api/`,
    calls,
    callsOf: (method) => calls.filter((each) => each.method === method),
    fail: (method, fault, times = 1) => void planned.push({ method, fault, left: times }),
    responses,
    refuseResponses: (status) => {
      responseStatus = status;
    },
    responseUrl: () => `${door}/response/${Math.random().toString(36).slice(2)}`,
    userId: async (email) => ((await call('users.lookupByEmail', { email })).user as { id: string }).id,
    channelId,
    directId: async (users) => ((await call('conversations.open', { users })).channel as { id: string }).id,
    trigger: async (user_id) => (await call('views.generateTriggerId', { user_id })).trigger_id as string,
    messages: async (channel) => {
      const history = (await call('conversations.history', { channel, limit: 1000 })).messages as Json[];
      return history.toReversed();
    },
    call,
    close: () => {
      closing ??= closed(server).then(() => emulator.close());
      return closing;
    },
  };
}
