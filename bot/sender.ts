// The Slack sender: posts one message or updates one, and says what came of it in the scheduler's own words.
// It never tries a post twice on its own: after a doubtful result only the scheduler decides, by looking the key up.
// A send ends within 14 s of its start, inside the scheduler's lease of 15 s: no post begins later than 4 s after the
// start, and it is given up after 10.

import type { KnownBlock } from '@slack/types';
import { type Logger, WebClient } from '@slack/web-api';
import type { SlackChannelId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { Outgoing, Sender, SendResult } from '../scheduler/ports.ts';
import type { Pacing } from './pacing.ts';
import { classifyFailure } from './send-failure.ts';

const POST_TIMEOUT_MS = 10_000;
const OPEN_TIMEOUT_MS = 4000;
const LATEST_POST_AFTER_MS = 4000;
const PAGE = 200;
/** A doubtful post is looked up within minutes, so it stands among the newest of its conversation. */
const MOST_PAGES = 20;
const EVENT_TYPE = 'duban';

type Options = {
  token: string;
  slackApiUrl: string;
  pacing: Pacing;
  now: () => number;
  logger?: Logger;
  /** Told after every send: for the metrics. */
  onResult?: (result: SendResult) => void;
};

type Address = { kind: 'at'; channelId: SlackChannelId; isCached: boolean } | SendResult;

const neverRetrying = (options: Options, timeout: number): WebClient =>
  new WebClient(options.token, {
    slackApiUrl: options.slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    ...(options.logger ? { logger: options.logger } : {}),
  });

/** Too rich for this workspace: the same words as plain sections, which any Slack shows. */
const plainBlocks = (text: string): KnownBlock[] => [
  { type: 'section', text: { type: 'plain_text', text: [...text].slice(0, 3000).join('') } },
];

const isBlockTrouble = (reason: string): boolean =>
  /^(invalid_blocks|invalid_blocks_format|msg_blocks_too_long)$/.test(reason);

/** Makes the sender for one workspace. */
export function createSender(options: Options): Sender {
  const { pacing, now } = options;
  const posts = neverRetrying(options, POST_TIMEOUT_MS);
  const opens = neverRetrying(options, OPEN_TIMEOUT_MS);
  const conversations = new Map<string, SlackChannelId>();

  async function failed(error: unknown): Promise<SendResult> {
    const failure = classifyFailure(error, now());
    if (failure.kind !== 'not_sent') return failure;
    if (failure.isRateLimit) await pacing.pause(failure.retryAtMs);
    return { kind: 'not_sent', retryAtMs: failure.retryAtMs };
  }

  async function open(user: string): Promise<Address> {
    try {
      const { channel } = await opens.conversations.open({ users: user });
      const channelId = as<SlackChannelId>(channel!.id!);
      conversations.set(user, channelId);
      return { kind: 'at', channelId, isCached: false };
    } catch (error) {
      const result = await failed(error);
      // Opening a conversation says nothing to anybody, so in doubt it is simply opened again.
      return result.kind === 'unknown' ? { kind: 'not_sent', retryAtMs: now() + 5000 } : result;
    }
  }

  async function addressOf({ to, update }: Outgoing): Promise<Address> {
    if (update) return { kind: 'at', channelId: update.channelId, isCached: false };
    if (to.kind === 'channel')
      return to.channel.slack
        ? { kind: 'at', channelId: to.channel.slack, isCached: false }
        : { kind: 'refused', reason: 'channel_not_found' };
    if (!to.person.slack) return { kind: 'refused', reason: 'person_unbound' };
    const known = to.person.dm ?? conversations.get(to.person.slack);
    return known ? { kind: 'at', channelId: known, isCached: true } : open(to.person.slack);
  }

  async function post(
    channelId: SlackChannelId,
    outgoing: Outgoing,
    blocks: KnownBlock[],
  ): Promise<SendResult> {
    const { ts } = await posts.chat.postMessage({
      channel: channelId,
      text: outgoing.text,
      blocks,
      ...(outgoing.threadTs ? { thread_ts: outgoing.threadTs } : {}),
      metadata: { event_type: EVENT_TYPE, event_payload: { key: outgoing.key } },
      unfurl_links: false,
      unfurl_media: false,
    });
    return { kind: 'sent', channelId, ts: ts! };
  }

  async function change(
    channelId: SlackChannelId,
    outgoing: Outgoing,
    blocks: KnownBlock[],
  ): Promise<SendResult> {
    const ts = outgoing.update!.ts;
    await posts.chat.update({ channel: channelId, ts, text: outgoing.text, blocks });
    return { kind: 'sent', channelId, ts };
  }

  async function say(
    channelId: SlackChannelId,
    outgoing: Outgoing,
    blocks: KnownBlock[],
  ): Promise<SendResult> {
    try {
      return await (outgoing.update ? change : post)(channelId, outgoing, blocks);
    } catch (error) {
      const result = await failed(error);
      // The same update twice is one update, so a doubtful one is made again and not looked up.
      return outgoing.update && result.kind === 'unknown'
        ? { kind: 'not_sent', retryAtMs: now() + 5000 }
        : result;
    }
  }

  async function sayInTime(
    channelId: SlackChannelId,
    outgoing: Outgoing,
    startedMs: number,
  ): Promise<SendResult> {
    const late = (): boolean => now() > startedMs + LATEST_POST_AFTER_MS;
    if (late()) return { kind: 'not_sent', retryAtMs: now() };
    const result = await say(channelId, outgoing, outgoing.blocks as KnownBlock[]);
    if (result.kind !== 'refused' || !isBlockTrouble(result.reason)) return result;
    return late()
      ? { kind: 'not_sent', retryAtMs: now() }
      : say(channelId, outgoing, plainBlocks(outgoing.text));
  }

  async function sendTo(
    channelId: SlackChannelId,
    outgoing: Outgoing,
    startedMs: number,
  ): Promise<SendResult> {
    const turn = await pacing.take(channelId, () => sayInTime(channelId, outgoing, startedMs));
    return turn.kind === 'done' ? turn.value : { kind: 'not_sent', retryAtMs: turn.retryAtMs };
  }

  async function send(outgoing: Outgoing): Promise<SendResult> {
    const startedMs = now();
    const address = await addressOf(outgoing);
    if (address.kind !== 'at') return address;
    const result = await sendTo(address.channelId, outgoing, startedMs);
    const isStaleDm = result.kind === 'refused' && result.reason === 'channel_not_found' && address.isCached;
    if (!isStaleDm || outgoing.to.kind !== 'person') return result;
    const reopened = await open(outgoing.to.person.slack!);
    return reopened.kind === 'at' ? sendTo(reopened.channelId, outgoing, startedMs) : reopened;
  }

  async function* messagesOf(channelId: SlackChannelId, threadTs: string | null) {
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page++) {
      const query = {
        channel: channelId,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor ? { cursor } : {}),
      };
      const answer = threadTs
        ? await posts.conversations.replies({ ...query, ts: threadTs })
        : await posts.conversations.history(query);
      yield* answer.messages ?? [];
      cursor = answer.response_metadata?.next_cursor ?? '';
      if (!cursor) return;
    }
  }

  async function lookUp(outgoing: Outgoing): ReturnType<Sender['lookUp']> {
    const address = await addressOf(outgoing);
    // Without a conversation there is no post in it; what hinders asking, on the other hand, proves nothing.
    if (address.kind === 'refused') return { kind: 'absent' };
    if (address.kind !== 'at') return { kind: 'unknown', reason: 'conversation_not_open' };
    try {
      for await (const { ts, metadata } of messagesOf(address.channelId, outgoing.threadTs)) {
        const key = (metadata?.event_payload as { key?: unknown } | undefined)?.key;
        if (metadata?.event_type === EVENT_TYPE && key === outgoing.key && ts)
          return { kind: 'found', channelId: address.channelId, ts };
      }
      return { kind: 'absent' };
    } catch (error) {
      const result = await failed(error);
      return {
        kind: 'unknown',
        reason: result.kind === 'not_sent' ? 'not_now' : (result as { reason: string }).reason,
      };
    }
  }

  return {
    send: async (outgoing) => {
      const result = await send(outgoing);
      options.onResult?.(result);
      return result;
    },
    lookUp,
  };
}
