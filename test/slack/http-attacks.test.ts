// Requests that are no mistakes: bodies without end, bodies that never come, signed junk, a browser used against the
// ports on its own machine. Each is refused for what it is, and the bot goes on answering.

import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAdmin } from '../../bot/http.ts';
import { as, type Instant } from '../../domain/ids.ts';
import { type BotRig, openBotRig } from '../support/bot-rig.ts';
import { interact, postSigned, signatureOf, slash } from '../support/signed-requests.ts';

let bot: BotRig;
beforeAll(async () => {
  bot = await openBotRig();
});
afterAll(() => bot.close());

const alive = async (): Promise<boolean> =>
  (await slash(bot.url, { user: bot.user, text: 'help' })).status === 200;

type Raw = { path?: string; headers?: Record<string, string>; method?: string };
/** Sends pieces until told how it was answered; the status, or why there was none. */
const streamed = (url: string, pieces: Iterable<Buffer>, { path, headers = {}, method = 'POST' }: Raw = {}) =>
  new Promise<number | string>((resolve) => {
    const target = new URL(url);
    const sending = httpRequest(
      { host: target.hostname, port: target.port, path: path ?? target.pathname, method, headers },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sending.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    for (const piece of pieces) sending.write(piece);
    sending.end();
  });

function* megabytes(count: number): Generator<Buffer> {
  for (let n = 0; n < count; n++) yield Buffer.alloc(1_048_576, 'x');
}

describe('a body', () => {
  it('of fifty megabytes is told that it is too large, not merely cut off', async () => {
    expect(await streamed(bot.url, megabytes(50))).toBe(413);
    expect(await alive()).toBe(true);
  });

  it('that declares to be large is not waited for', async () => {
    const status = await new Promise((resolve) => {
      const { hostname, port, pathname } = new URL(bot.url);
      const socket = connect(Number(port), hostname, () => {
        socket.write(`POST ${pathname} HTTP/1.1\r\nhost: x\r\ncontent-length: 999999999\r\n\r\n`);
      });
      socket.once('data', (data) => resolve(String(data).split(' ')[1]));
      socket.on('error', () => resolve('cut off'));
    });
    expect(status).toBe('413');
  });

  it('that never comes is given up after ten seconds', async () => {
    const { hostname, port, pathname } = new URL(bot.url);
    const socket = connect(Number(port), hostname);
    socket.write(`POST ${pathname} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nslow`);
    const startedMs = Date.now();
    const answer = await new Promise((resolve) => socket.once('data', (data) => resolve(String(data))));
    expect(answer).toContain('408');
    expect(Date.now() - startedMs).toBeLessThan(13_000);
    expect(await alive()).toBe(true);
  });

  it('that is not UTF-8 is refused, however it was signed', async () => {
    const timestamp = Math.floor(Date.now() / 1000);
    const body = Buffer.from([0xff, 0xfe, 0x00, 0xd8]);
    const headers = {
      'content-type': 'application/json',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': signatureOf(body.toString(), timestamp),
    };
    expect(await streamed(bot.url, [body], { headers })).toBe(400);
  });
});

describe('signed junk', () => {
  const key = fc.constantFrom(
    'type',
    'user',
    'actions',
    'view',
    'id',
    'action_id',
    'value',
    'container',
    'channel',
    'team',
    'state',
    'values',
    'blocks',
    'block_id',
    'private_metadata',
    'callback_id',
    'message',
    'trigger_id',
    'selected_option',
    'event',
    'event_id',
    'text',
    'ts',
    'tokens',
    'bot',
    '__proto__',
    'hash',
    'enterprise',
    'files',
  );
  const word = fc.constantFrom(
    'block_actions',
    'view_submission',
    'view_closed',
    'shortcut',
    'message_action',
    'report',
    'app_mention',
    'message',
    'app_home_opened',
    'user_change',
    'tokens_revoked',
    'U1',
    'do:report',
    'form:report',
    'im',
    '{}',
  );
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, 0, -1, 1e308, ''),
      word,
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(key, tie('json'), { maxKeys: 6 }),
    ),
  }));
  const dressed = fc.record(
    {
      type: fc.constantFrom('block_actions', 'view_submission', 'view_closed', 'shortcut', 'message_action'),
      user: fc.constant({ id: 'U1' }),
      actions: fc.array(fc.dictionary(key, json, { maxKeys: 5 }), { minLength: 1, maxLength: 2 }),
      view: fc.dictionary(key, json, { maxKeys: 6 }).map((view) => ({ ...view, id: 'V1' })),
      callback_id: json,
      channel: json,
      container: json,
      message: json,
      team: json,
      state: json,
      trigger_id: json,
    },
    { requiredKeys: ['type', 'user'] },
  );

  const KNOWN_ANSWERS = [200, 400, 401, 404, 500];

  it('as an interaction never leaves a request unanswered, nor ends the process', async () => {
    const replies = await Promise.all(fc.sample(dressed, 400).map((payload) => interact(bot.url, payload)));
    expect(replies.filter(({ status }) => !KNOWN_ANSWERS.includes(status))).toEqual([]);
    expect(await alive()).toBe(true);
  }, 60_000);

  it('as an event never leaves a request unanswered, nor ends the process', async () => {
    const inner = fc.dictionary(key, json, { maxKeys: 6 });
    const type = fc.constantFrom(
      'message',
      'app_mention',
      'app_home_opened',
      'user_change',
      'tokens_revoked',
    );
    const events = fc.record({
      type: fc.constant('event_callback'),
      team_id: json,
      event: fc.tuple(inner, type),
    });
    const bodies = fc
      .sample(events, 400)
      .map(({ event: [fields, kind], ...rest }) =>
        JSON.stringify({ ...rest, event: { ...fields, type: kind } }),
      );
    const replies = await Promise.all(
      bodies.map((body) => postSigned(bot.url, body, { contentType: 'application/json' })),
    );
    expect(replies.filter(({ status }) => !KNOWN_ANSWERS.includes(status))).toEqual([]);
    expect(await alive()).toBe(true);
  }, 60_000);
});

it('a path that merely looks like Slack’s is not there', async () => {
  for (const path of [
    '/slack/events/',
    '//slack/events',
    '/slack/%65vents',
    '/SLACK/EVENTS',
    '/',
    '/-/clock',
    '*',
  ])
    expect(await streamed(bot.url, [], { path }), path).toBe(404);
  for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'])
    expect(await streamed(bot.url, [], { method }), method).toBe(404);
});

describe('the admin port', () => {
  const admin = () =>
    startAdmin({
      port: 0,
      findTrouble: () => null,
      metrics: async () => 'm 1\n',
      clock: { isSimulated: true, now: () => as<Instant>(0), advanceTo: async () => true },
    });
  const POST = { method: 'POST', path: '/-/clock' };
  const body = [Buffer.from('{"advance":"PT2H"}')];

  it.each([
    ['a page elsewhere in a browser on this machine', { origin: 'https://evil.example' }],
    ['a page on another port of this machine', { origin: 'http://127.0.0.1:3000' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a name that resolves to this machine', { host: 'evil.example' }],
    ['a form without an origin', { 'sec-fetch-site': 'cross-site' }],
  ])('does not let %s turn the clock', async (_who, headers) => {
    const running = await admin();
    try {
      expect(await streamed(running.url, body, { ...POST, headers: headers as Record<string, string> })).toBe(
        403,
      );
      expect(await streamed(running.url, body, POST)).toBe(200);
    } finally {
      await running.stop();
    }
  });

  it('tells a large body that it is too large', async () => {
    const running = await admin();
    try {
      expect(await streamed(running.url, megabytes(5), POST)).toBe(413);
    } finally {
      await running.stop();
    }
  });
});
