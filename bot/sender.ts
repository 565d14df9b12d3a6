// The Slack sender: posts one message or updates one, and says what came of it in the scheduler's own words.
// It never tries a post twice on its own: after a doubtful result only the scheduler decides, by looking the key up.
// A send ends within 14 s of its start, inside the scheduler's lease of 15 s: no post begins later than 4 s after the
// start, and it is given up after 10.

import type { KnownBlock } from '@slack/types';
import { type Logger, WebClient } from '@slack/web-api';
import type { SlackChannelId } from '../domain/ids.ts';
import type { Outgoing, Sender, SendResult } from '../scheduler/ports.ts';
import { createAddresses } from './addresses.ts';
import { createLookUp, METADATA_EVENT } from './look-up.ts';
import type { Pacing } from './pacing.ts';
import { classifyFailure, isForOperator } from './send-failure.ts';

const POST_TIMEOUT_MS = 10_000;
const OPEN_TIMEOUT_MS = 4000;
const LATEST_POST_AFTER_MS = 4000;
const UPDATE_AGAIN_MS = 5000;

export type SenderOptions = {
  token: string;
  slackApiUrl: string;
  pacing: Pacing;
  /** Process time, epoch ms. */
  now: () => number;
  logger?: Logger;
  /** Told after every send: for the metrics. */
  onResult?: (result: SendResult) => void;
  /** Told why Slack takes nothing from us until the operator mends it (`invalid_auth`, `missing_scope`). */
  onRejected?: (reason: string) => void;
};

const neverRetrying = ({ token, slackApiUrl, logger }: SenderOptions, timeout: number): WebClient =>
  new WebClient(token, {
    slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    ...(logger ? { logger } : {}),
  });

/** Too rich for this workspace: the same words as plain sections, which any Slack shows. */
const plainBlocks = (text: string): KnownBlock[] => [
  { type: 'section', text: { type: 'plain_text', text: [...text].slice(0, 3000).join('') } },
];
const isBlockTrouble = (result: SendResult): boolean =>
  result.kind === 'refused' &&
  /^(invalid_blocks|invalid_blocks_format|msg_blocks_too_long)$/.test(result.reason);

/** Reads a failure, and lets everybody wait when Slack asks for it. */
const failureReader =
  ({ pacing, now, onRejected = () => {} }: SenderOptions) =>
  async (error: unknown): Promise<SendResult> => {
    const failure = classifyFailure(error, now());
    if (failure.kind !== 'not_sent') return failure;
    if (isForOperator(failure.reason)) onRejected(failure.reason);
    if (failure.isRateLimit) await pacing.pause(failure.retryAtMs);
    return { kind: 'not_sent', retryAtMs: failure.retryAtMs };
  };

type Post = (channelId: SlackChannelId, outgoing: Outgoing, blocks: KnownBlock[]) => Promise<SendResult>;

const poster =
  (client: WebClient): Post =>
  async (channelId, { key, text, threadTs }, blocks) => {
    const { ts } = await client.chat.postMessage({
      channel: channelId,
      text,
      blocks,
      ...(threadTs ? { thread_ts: threadTs } : {}),
      metadata: { event_type: METADATA_EVENT, event_payload: { key } },
      unfurl_links: false,
      unfurl_media: false,
    });
    return { kind: 'sent', channelId, ts: ts! };
  };

const changer =
  (client: WebClient): Post =>
  async (channelId, { update, text }, blocks) => {
    const { ts } = update!;
    await client.chat.update({ channel: channelId, ts, text, blocks });
    return { kind: 'sent', channelId, ts };
  };

/** Makes the sender for one workspace. */
export function createSender(options: SenderOptions): Sender {
  const { pacing, now, onResult = () => {} } = options;
  const client = neverRetrying(options, POST_TIMEOUT_MS);
  const failed = failureReader(options);
  const addresses = createAddresses({ client: neverRetrying(options, OPEN_TIMEOUT_MS), now, failed });
  const [post, change] = [poster(client), changer(client)];

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
      const isHarmless = outgoing.update !== null && result.kind === 'unknown';
      return isHarmless ? { kind: 'not_sent', retryAtMs: now() + UPDATE_AGAIN_MS } : result;
    }
  }

  async function sayInTime(
    channelId: SlackChannelId,
    outgoing: Outgoing,
    latestMs: number,
  ): Promise<SendResult> {
    if (now() > latestMs) return { kind: 'not_sent', retryAtMs: now() };
    const result = await say(channelId, outgoing, outgoing.blocks as KnownBlock[]);
    if (!isBlockTrouble(result)) return result;
    return now() > latestMs
      ? { kind: 'not_sent', retryAtMs: now() }
      : say(channelId, outgoing, plainBlocks(outgoing.text));
  }

  async function sendTo(
    channelId: SlackChannelId,
    outgoing: Outgoing,
    latestMs: number,
  ): Promise<SendResult> {
    const turn = await pacing.take(channelId, () => sayInTime(channelId, outgoing, latestMs));
    return turn.kind === 'done' ? turn.value : { kind: 'not_sent', retryAtMs: turn.retryAtMs };
  }

  async function send(outgoing: Outgoing, startByMs: number): Promise<SendResult> {
    const { to, update } = outgoing;
    const latestMs = Math.min(startByMs, now() + LATEST_POST_AFTER_MS);
    if (update) return sendTo(update.channelId, outgoing, latestMs);
    const address = await addresses.find(to);
    if (address.kind !== 'at') return address;
    const result = await sendTo(address.channelId, outgoing, latestMs);
    const isGone = result.kind === 'refused' && result.reason === 'channel_not_found' && address.isRemembered;
    if (!isGone || to.kind !== 'person') return result;
    const reopened = await addresses.reopen(to.person.slack!);
    return reopened.kind === 'at' ? sendTo(reopened.channelId, outgoing, latestMs) : reopened;
  }

  return {
    send: async (outgoing, startByMs = Number.POSITIVE_INFINITY) => {
      const result = await send(outgoing, startByMs);
      onResult(result);
      return result;
    },
    lookUp: createLookUp({ client, addresses, now, failed }),
  };
}
