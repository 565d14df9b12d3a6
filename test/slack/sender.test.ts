import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../bot/log.ts';
import { createUnpaced } from '../../bot/pacing.ts';
import { createSender } from '../../bot/sender.ts';
import { slackLog } from '../../bot/slack-log.ts';
import { as, type MessageId, type SlackChannelId, type SlackUserId } from '../../domain/ids.ts';
import type { ChannelRow } from '../../domain/things.ts';
import type { Outgoing, Sender, SendResult } from '../../scheduler/ports.ts';
import { aPerson, CAMPAIGN } from '../support/delivery-rig.ts';
import { BOT_TOKEN, type Fault, openSlackStandIn, type SlackStandIn } from '../support/slack-stand-in.ts';

let slack: SlackStandIn;
let sender: Sender;
let user: SlackUserId;
let channel: ChannelRow;
let results: SendResult[];
let pausedUntilMs: number;
const NOW_MS = Date.parse('2026-01-05T09:00:00Z');

beforeEach(async () => {
  slack = await openSlackStandIn([{ name: 'an', email: 'an@loudi.example' }], ['整治通报']);
  user = as<SlackUserId>(await slack.userId('an@loudi.example'));
  const id = as<SlackChannelId>(await slack.channelId('整治通报'));
  channel = {
    id: `${CAMPAIGN}/bulletin`,
    version: 1,
    campaign: CAMPAIGN,
    purpose: 'bulletin',
    name: '整治通报',
    slack: id,
    trouble: null,
  };
  results = [];
  pausedUntilMs = 0;
  const unpaced = createUnpaced(() => NOW_MS);
  sender = createSender({
    token: BOT_TOKEN,
    slackApiUrl: slack.apiUrl,
    pacing: {
      ...unpaced,
      pause: async (untilMs) => {
        pausedUntilMs = untilMs;
      },
    },
    now: () => NOW_MS,
    logger: slackLog(silentLog),
    onResult: (result) => void results.push(result),
  });
});
afterEach(() => slack.close());

const outgoing = (over: Partial<Outgoing> = {}): Outgoing => ({
  key: as<MessageId>('m-1'),
  to: { kind: 'person', person: { ...aPerson('an', { slack: user }), version: 1 } },
  text: '明天 17:00 前请报送',
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*明天*' } }],
  threadTs: null,
  update: null,
  ...over,
});
const toChannel = (over: Partial<Outgoing> = {}): Outgoing =>
  outgoing({ to: { kind: 'channel', channel }, ...over });
const posts = () => slack.callsOf('chat.postMessage');
const S = 1000;

describe('a post', () => {
  it('carries its key, unfurls nothing, and says where it is', async () => {
    const result = await sender.send(outgoing());
    expect(posts()[0]?.args).toMatchObject({
      metadata: { event_type: 'duban', event_payload: { key: 'm-1' } },
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
    expect(result).toMatchObject({ kind: 'sent', channelId: await slack.directId(user) });
    expect(results).toEqual([result]);
  });

  it('opens a conversation once, and not at all where one is known', async () => {
    await sender.send(outgoing());
    await sender.send(outgoing());
    expect(slack.callsOf('conversations.open')).toHaveLength(1);
    const dm = as<SlackChannelId>(await slack.directId(user));
    await sender.send(
      outgoing({ to: { kind: 'person', person: { ...aPerson('an', { slack: user, dm }), version: 1 } } }),
    );
    expect(slack.callsOf('conversations.open')).toHaveLength(1);
  });

  it('goes into its thread', async () => {
    const head = await sender.send(toChannel());
    await sender.send(toChannel({ threadTs: head.kind === 'sent' ? head.ts : null }));
    expect(posts()[1]?.args.thread_ts).toBe(head.kind === 'sent' && head.ts);
  });

  it('opens the conversation anew when the one it knew is gone', async () => {
    const dm = as<SlackChannelId>('D0GONE');
    const result = await sender.send(
      outgoing({ to: { kind: 'person', person: { ...aPerson('an', { slack: user, dm }), version: 1 } } }),
    );
    expect(result).toMatchObject({ kind: 'sent', channelId: await slack.directId(user) });
  });

  it('falls back to plain sections where Slack does not take its blocks', async () => {
    slack.fail('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
    expect(await sender.send(outgoing())).toMatchObject({ kind: 'sent' });
    expect(posts()[1]?.args.blocks).toEqual([
      { type: 'section', text: { type: 'plain_text', text: '明天 17:00 前请报送' } },
    ]);
  });

  it('that comes too late for its claim is not begun', async () => {
    expect(await sender.send(outgoing(), NOW_MS - 1)).toEqual({ kind: 'not_sent', retryAtMs: NOW_MS });
    expect(posts()).toHaveLength(0);
  });

  it('to nobody or nowhere is refused without a call', async () => {
    const nobody = await sender.send(
      outgoing({ to: { kind: 'person', person: { ...aPerson('x', { slack: null }), version: 1 } } }),
    );
    const nowhere = await sender.send(
      outgoing({ to: { kind: 'channel', channel: { ...channel, slack: null } } }),
    );
    expect([nobody, nowhere]).toEqual([
      { kind: 'refused', reason: 'person_unbound' },
      { kind: 'refused', reason: 'channel_not_found' },
    ]);
    expect(slack.calls).toEqual([]);
  });
});

describe('what a failed post comes to', () => {
  const table: { fault: Fault; is: SendResult; pauses?: boolean }[] = [
    {
      fault: { kind: 'rate_limit', seconds: 7 },
      is: { kind: 'not_sent', retryAtMs: NOW_MS + 7 * S },
      pauses: true,
    },
    {
      fault: { kind: 'rate_limit_bare' },
      is: { kind: 'not_sent', retryAtMs: NOW_MS + 30 * S },
      pauses: true,
    },
    {
      fault: { kind: 'error', error: 'ratelimited' },
      is: { kind: 'not_sent', retryAtMs: NOW_MS + 30 * S },
      pauses: true,
    },
    {
      fault: { kind: 'error', error: 'token_revoked' },
      is: { kind: 'not_sent', retryAtMs: NOW_MS + 300 * S },
    },
    {
      fault: { kind: 'error', error: 'missing_scope' },
      is: { kind: 'not_sent', retryAtMs: NOW_MS + 300 * S },
    },
    { fault: { kind: 'status', status: 404 }, is: { kind: 'not_sent', retryAtMs: NOW_MS + 60 * S } },
    { fault: { kind: 'error', error: 'is_archived' }, is: { kind: 'refused', reason: 'is_archived' } },
    { fault: { kind: 'error', error: 'not_in_channel' }, is: { kind: 'refused', reason: 'not_in_channel' } },
    { fault: { kind: 'error', error: 'msg_too_long' }, is: { kind: 'refused', reason: 'msg_too_long' } },
    { fault: { kind: 'error', error: 'fatal_error' }, is: { kind: 'unknown', reason: 'fatal_error' } },
    { fault: { kind: 'error', error: 'internal_error' }, is: { kind: 'unknown', reason: 'internal_error' } },
    { fault: { kind: 'status', status: 500 }, is: { kind: 'unknown', reason: 'http_500' } },
    { fault: { kind: 'status', status: 503 }, is: { kind: 'unknown', reason: 'http_503' } },
    { fault: { kind: 'accept_then_500' }, is: { kind: 'unknown', reason: 'http_500' } },
    { fault: { kind: 'garbage' }, is: { kind: 'unknown', reason: 'unreadable_answer' } },
    { fault: { kind: 'drop' }, is: { kind: 'unknown', reason: 'UND_ERR_SOCKET' } },
    { fault: { kind: 'accept_then_drop' }, is: { kind: 'unknown', reason: 'UND_ERR_SOCKET' } },
  ];

  it.each(table)('$fault: $is.kind', async ({ fault, is, pauses }) => {
    slack.fail('chat.postMessage', fault);
    expect(await sender.send(toChannel())).toEqual(is);
    expect(posts()).toHaveLength(1);
    expect(pausedUntilMs).toBe(pauses && is.kind === 'not_sent' ? is.retryAtMs : 0);
  });

  it('a Slack that is not there: nothing was sent', async () => {
    await slack.close();
    const nowhere = createSender({
      token: BOT_TOKEN,
      slackApiUrl: slack.apiUrl,
      pacing: createUnpaced(() => NOW_MS),
      now: () => NOW_MS,
      logger: slackLog(silentLog),
    });
    expect(await nowhere.send(toChannel())).toEqual({ kind: 'not_sent', retryAtMs: NOW_MS + 5 * S });
  });

  it('no answer at all: unknown, after ten seconds and one try', { timeout: 15_000 }, async () => {
    slack.fail('chat.postMessage', { kind: 'hang' });
    const startedMs = Date.now();
    expect(await sender.send(toChannel())).toEqual({ kind: 'unknown', reason: 'TimeoutError' });
    expect(Date.now() - startedMs).toBeLessThan(11_500);
    expect(posts()).toHaveLength(1);
  });

  it('a conversation that could not be opened: nothing was sent, whatever became of the opening', async () => {
    slack.fail('conversations.open', { kind: 'accept_then_drop' });
    expect((await sender.send(outgoing())).kind).toBe('not_sent');
    slack.fail('conversations.open', { kind: 'error', error: 'user_disabled' });
    expect(await sender.send(outgoing())).toEqual({ kind: 'refused', reason: 'user_disabled' });
    expect(posts()).toHaveLength(0);
  });
});

describe('an update', () => {
  it('changes the post, and in doubt is simply made again', async () => {
    const first = await sender.send(toChannel());
    if (first.kind !== 'sent') throw new Error('not sent');
    const update = { channelId: first.channelId, ts: first.ts };
    slack.fail('chat.update', { kind: 'accept_then_drop' });
    expect((await sender.send(toChannel({ update }))).kind).toBe('not_sent');
    expect(await sender.send(toChannel({ update, text: '更正' }))).toEqual({ kind: 'sent', ...update });
    expect((await slack.messages(first.channelId)).map(({ text }) => text)).toEqual(['更正']);
  });
});

describe('a look-up', () => {
  it('finds a post that was carried out although nobody heard of it', async () => {
    slack.fail('chat.postMessage', { kind: 'accept_then_drop' });
    await sender.send(outgoing());
    expect(await sender.lookUp(outgoing())).toMatchObject({
      kind: 'found',
      channelId: await slack.directId(user),
    });
  });

  it('does not find what was never posted, nor what another key posted', async () => {
    await sender.send(outgoing({ key: as<MessageId>('m-2') }));
    expect(await sender.lookUp(outgoing())).toEqual({ kind: 'absent' });
  });

  it('finds a post in its thread', async () => {
    const head = await sender.send(toChannel());
    const reply = toChannel({ key: as<MessageId>('m-3'), threadTs: head.kind === 'sent' ? head.ts : null });
    const sent = await sender.send(reply);
    expect(await sender.lookUp(reply)).toMatchObject({ kind: 'found', ts: sent.kind === 'sent' && sent.ts });
  });

  it.each<Fault>([
    { kind: 'rate_limit', seconds: 3 },
    { kind: 'status', status: 500 },
    { kind: 'drop' },
    { kind: 'error', error: 'missing_scope' },
  ])('that could not be made ($kind) proves nothing', async (fault) => {
    slack.fail('conversations.history', fault);
    expect((await sender.lookUp(toChannel())).kind).toBe('unknown');
  });
});
