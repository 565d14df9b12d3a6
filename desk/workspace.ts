// The Slack behind the desk: `emulate` on a free loopback port, seeded with the campaign's people and channels.
// It serves the Web API and nothing else; everything it lacks is the gateway's part.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';
import { APP_ID, BOT_ID, BOT_USER_ID, exchangeIds, type IdExchange, TEAM_ID } from './slack-ids.ts';
import type { DeskChannel, DeskPerson } from './world.ts';

export const BOT_TOKEN = 'xoxb-desk-duban';
export const BOT_NAME = 'duban';

/** The token with which a person on the page speaks. */
export const tokenOf = (person: DeskPerson): string => `xoxp-desk-${person.id}`;

export type Workspace = {
  /** Base of the stand-in, `http://127.0.0.1:PORT`, without a trailing slash. */
  url: string;
  ids: IdExchange;
  close(): Promise<void>;
};

/** Starts the stand-in and learns which ids it drew. */
export async function openWorkspace(
  name: string,
  people: readonly DeskPerson[],
  channels: readonly DeskChannel[],
): Promise<Workspace> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const emulator = await createEmulator({
    service: 'slack',
    port,
    baseUrl: url,
    seed: { slack: seedOf(name, people, channels) },
  });
  const pairs = await learnIds(url, people, channels);
  return { url, ids: exchangeIds(pairs), close: () => emulator.close() };
}

/** The stand-in has no port 0: ask the system for one and give it back at once. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

function seedOf(name: string, people: readonly DeskPerson[], channels: readonly DeskChannel[]): object {
  const app = { app_id: APP_ID, client_id: 'desk.duban', bot_id: BOT_ID, bot_user_id: BOT_USER_ID };
  return {
    team: { name, domain: 'duban-desk' },
    users: people.map((person) => ({
      name: accountOf(person),
      real_name: person.name,
      email: person.email,
      is_admin: person.administrator === true,
    })),
    channels: channels.map((channel) => ({ name: channel.name })),
    oauth_apps: [
      { ...app, client_secret: 'desk', name: 'Duban 督办', redirect_uris: [], bot_name: BOT_NAME },
    ],
    tokens: [
      { token: BOT_TOKEN, type: 'bot', user: BOT_USER_ID, ...app },
      ...people.map((person) => ({
        token: tokenOf(person),
        type: 'user',
        user: accountOf(person),
        app_id: APP_ID,
      })),
    ],
  };
}

/** Account names are unique and ASCII; two people may share the part before the @. */
const accountOf = (person: DeskPerson): string => person.email.replace(/[^a-z0-9.@_-]/gi, '-');

type Listed = { members: { id: string; name: string }[] };
type Channels = { channels: { id: string; name: string }[] };

async function learnIds(
  url: string,
  people: readonly DeskPerson[],
  channels: readonly DeskChannel[],
): Promise<[string, string][]> {
  const users = (await call<Listed>(url, 'users.list', { limit: '1000' })).members;
  const listed = (await call<Channels>(url, 'conversations.list', { limit: '1000' })).channels;
  const pairs: [string, string][] = [];
  for (const channel of channels) {
    const id = found(listed, channel.name);
    pairs.push([channel.id, id]);
    await call(url, 'conversations.join', { channel: id });
  }
  for (const person of people) {
    const id = found(users, accountOf(person));
    const opened = await call<{ channel: { id: string } }>(url, 'conversations.open', { users: id });
    pairs.push([person.id, id], [person.dm, opened.channel.id]);
  }
  return pairs;
}

function found(list: { id: string; name: string }[], name: string): string {
  const one = list.find((item) => item.name === name);
  if (!one) throw new Error(`The Slack stand-in did not take ${name} from its seed`);
  return one.id;
}

async function call<T>(url: string, method: string, body: Record<string, string>): Promise<T> {
  const headers = { authorization: `Bearer ${BOT_TOKEN}` };
  const response = await fetch(`${url}/api/${method}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(body),
  });
  const answer = (await response.json()) as { ok: boolean; error?: string };
  if (!answer.ok) throw new Error(`The Slack stand-in refused ${method}: ${answer.error}`);
  return answer as T;
}

export { TEAM_ID };
