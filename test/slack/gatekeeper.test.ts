import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotRig, openBotRig } from '../support/bot-rig.ts';
import { interact, postSigned, type Spoilt, slash } from '../support/signed-requests.ts';

let bot: BotRig;
beforeAll(async () => {
  bot = await openBotRig();
});
afterAll(() => bot.close());

const COMMAND = 'command=%2Fduban&user_id=U1&text=mine&team_id=T1';
const JSON_TYPE = 'application/json';

const refused: { what: string; body: string; spoilt?: Spoilt; status: number }[] = [
  { what: 'a body signed with another secret', body: COMMAND, spoilt: { secret: 'not ours' }, status: 401 },
  {
    what: 'a body that is not the one that was signed',
    body: COMMAND,
    spoilt: { sentBody: `${COMMAND}&x=1` },
    status: 401,
  },
  { what: 'a request six minutes old', body: COMMAND, spoilt: { skewSeconds: -360 }, status: 401 },
  { what: 'a request from six minutes ahead', body: COMMAND, spoilt: { skewSeconds: 360 }, status: 401 },
  {
    what: 'a request without a signature',
    body: COMMAND,
    spoilt: { headers: { 'x-slack-signature': '' } },
    status: 401,
  },
  {
    what: 'a time stamp that is no number',
    body: COMMAND,
    spoilt: { headers: { 'x-slack-request-timestamp': 'now' } },
    status: 401,
  },
  {
    what: 'a signature of another version',
    body: COMMAND,
    spoilt: { headers: { 'x-slack-signature': 'v1=00' } },
    status: 401,
  },
  {
    what: 'a forged body of no known shape',
    body: 'payload=null',
    spoilt: { secret: 'not ours' },
    status: 401,
  },
  { what: 'a body over a mebibyte', body: `${COMMAND}&text=${'x'.repeat(1_048_576)}`, status: 413 },
  { what: 'a payload that is null', body: 'payload=null', status: 400 },
  { what: 'a payload that is a number', body: 'payload=7', status: 400 },
  { what: 'a payload that is a list', body: 'payload=%5B%5D', status: 400 },
  { what: 'a payload that is no JSON', body: 'payload=%7Bno', status: 400 },
  { what: 'two payloads', body: 'payload=%7B%7D&payload=%7B%7D', status: 400 },
  { what: 'a form that is no command', body: 'hello=world', status: 400 },
  { what: 'an empty body', body: '', status: 400 },
  { what: 'an event body that is null', body: 'null', spoilt: { contentType: JSON_TYPE }, status: 400 },
  { what: 'an event body that is no JSON', body: '{no', spoilt: { contentType: JSON_TYPE }, status: 400 },
  {
    what: 'an event without an event',
    body: '{"type":"event_callback","event":null}',
    spoilt: { contentType: JSON_TYPE },
    status: 400,
  },
];

describe('what Slack did not send is refused', () => {
  it.each(refused)('$what gets $status', async ({ body, spoilt, status }) => {
    const asked = bot.asked.length;
    expect((await postSigned(bot.url, body, spoilt)).status).toBe(status);
    expect(bot.asked.length).toBe(asked);
  });

  it.each([
    ['a press without actions', { type: 'block_actions', user: { id: 'U1' } }],
    ['a press with no user', { type: 'block_actions', actions: [{}] }],
    ['a submission without a view', { type: 'view_submission', user: { id: 'U1' }, view: null }],
    ['a kind nobody knows', { type: 'dance', user: { id: 'U1' } }],
  ])('%s gets 400', async (_what, payload) => {
    expect((await interact(bot.url, payload)).status).toBe(400);
  });

  it('any other path or method is not there', async () => {
    const base = new URL(bot.url);
    expect((await fetch(base)).status).toBe(404);
    expect((await fetch(new URL('/', base), { method: 'POST', body: 'x' })).status).toBe(404);
  });

  it('none of it ends the process: the next real command is answered', async () => {
    const reply = await slash(bot.url, { user: bot.user, text: 'help' });
    expect(reply.status).toBe(200);
    expect(reply.json?.response_type).toBe('ephemeral');
  });

  it('writes no body, token or secret to the log', () => {
    expect(JSON.stringify(bot.logged)).not.toMatch(/xoxb|payload|text=|not ours/);
  });
});

it('answers the address check that Slack makes when the app is set up', async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c-1' });
  const reply = await postSigned(bot.url, body, { contentType: JSON_TYPE });
  expect(reply.json).toEqual({ challenge: 'c-1' });
});
