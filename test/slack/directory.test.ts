import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDirectory } from '../../bot/directory.ts';
import { silentLog } from '../../bot/log.ts';
import { slackLog } from '../../bot/slack-log.ts';
import { as, type SlackUserId } from '../../domain/ids.ts';
import type { Directory } from '../../scheduler/ports.ts';
import { BOT_TOKEN, openSlackStandIn, type SlackStandIn } from '../support/slack-stand-in.ts';

let slack: SlackStandIn;
let directory: Directory;
let nowMs: number;

beforeEach(async () => {
  const manyChannels = Array.from({ length: 230 }, (_, i) => `通道-${i}`);
  slack = await openSlackStandIn([{ name: 'an', email: 'an@loudi.example' }], [...manyChannels, '整治通报'], {
    joined: false,
  });
  nowMs = 0;
  const client = new WebClient(BOT_TOKEN, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: slackLog(silentLog),
  });
  directory = createDirectory({ client, now: () => nowMs, log: silentLog });
});
afterEach(() => slack.close());

describe('a person', () => {
  it('is found by e-mail and by id', async () => {
    const id = await slack.userId('an@loudi.example');
    const found = { kind: 'found', slack: id, locale: null, active: true };
    expect(await directory.findUser({ email: 'an@loudi.example' })).toEqual(found);
    expect(await directory.findUser({ slack: as<SlackUserId>(id) })).toEqual(found);
  });

  it('nobody knows is absent', async () => {
    expect(await directory.findUser({ email: 'nobody@loudi.example' })).toEqual({ kind: 'absent' });
    expect(await directory.findUser({ slack: as<SlackUserId>('U0NOBODY') })).toEqual({ kind: 'absent' });
  });

  it('is not taken for a stranger because Slack is busy, and Slack is left alone as long as it asked', async () => {
    slack.fail('users.lookupByEmail', { kind: 'rate_limit', seconds: 20 });
    expect(await directory.findUser({ email: 'an@loudi.example' })).toEqual({ kind: 'unknown' });
    expect(await directory.findUser({ email: 'an@loudi.example' })).toEqual({ kind: 'unknown' });
    expect(slack.callsOf('users.lookupByEmail')).toHaveLength(1);
    nowMs = 20_000;
    expect(await directory.findUser({ email: 'an@loudi.example' })).toMatchObject({ kind: 'found' });
  });
});

describe('a channel', () => {
  it('is found by its name on any page of the list, whether the bot is in it or not', async () => {
    expect(await directory.findChannel('#整治通报')).toMatchObject({
      kind: 'found',
      joined: false,
      archived: false,
    });
    await slack.call('conversations.join', { channel: await slack.channelId('整治通报') });
    nowMs += 61_000;
    expect(await directory.findChannel('整治通报')).toMatchObject({ kind: 'found', joined: true });
  });

  it('that works is not asked for again for ten minutes, one that does not for one', async () => {
    await slack.call('conversations.join', { channel: await slack.channelId('整治通报') });
    const lists = () => slack.callsOf('conversations.list').length;
    await directory.findChannel('整治通报');
    const once = lists();
    nowMs += 599_000;
    await directory.findChannel('整治通报');
    expect(lists()).toBe(once);
    expect(await directory.findChannel('没有')).toEqual({ kind: 'absent' });
    expect(lists()).toBe(2 * once);
    await directory.findChannel('没有');
    expect(lists()).toBe(2 * once);
    nowMs += 61_000;
    await directory.findChannel('没有');
    expect(lists()).toBe(3 * once);
  });

  it('that could not be asked for is not said to be missing', async () => {
    slack.fail('conversations.list', { kind: 'status', status: 500 });
    expect(await directory.findChannel('整治通报')).toEqual({ kind: 'unknown' });
  });
});
