// Finds a doubtful post again by the key in its metadata. Only ever used in doubt: reading history is what Slack limits
// most. "Absent" is said only after every message of the last days was read; whatever hinders reading them, or more of
// them than can be read, proves nothing.

import type { WebClient } from '@slack/web-api';
import type { SlackChannelId } from '../domain/ids.ts';
import type { Sender, SendResult, Sought } from '../scheduler/ports.ts';
import type { Addresses } from './addresses.ts';

export const METADATA_EVENT = 'duban';
const PAGE = 200;
const MOST_PAGES = 20;
/** Doubt lasts minutes, or as long as the bot was down. */
const LOOKED_BACK_MS = 7 * 86_400_000;

type Parts = {
  client: WebClient;
  addresses: Addresses;
  /** Process time, epoch ms. */
  now: () => number;
  /** What a failed call means. */
  failed: (error: unknown) => Promise<SendResult>;
};

type Stretch = { channel: SlackChannelId; threadTs: string | null; oldest: string };

/** Reads newest first; throws when there is more than can be read. */
async function* messagesOf(client: WebClient, { channel, threadTs, oldest }: Stretch) {
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { channel, oldest, limit: PAGE, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
    const answer = threadTs
      ? await client.conversations.replies({ ...query, ts: threadTs })
      : await client.conversations.history(query);
    yield* answer.messages ?? [];
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (!cursor) return;
  }
  throw new Error('The history is longer than can be read');
}

type Metadata = { event_type?: string; event_payload?: object } | undefined;
const hasKey = (metadata: Metadata, key: string): boolean =>
  metadata?.event_type === METADATA_EVENT &&
  (metadata.event_payload as { key?: unknown } | undefined)?.key === key;

async function findTs(client: WebClient, stretch: Stretch, key: string): Promise<string | null> {
  for await (const { ts, metadata } of messagesOf(client, stretch))
    if (ts && hasKey(metadata, key)) return ts;
  return null;
}

/** Makes the look-up of one workspace. */
export const createLookUp =
  ({ client, addresses, now, failed }: Parts): Sender['lookUp'] =>
  async ({ key, to, threadTs }: Sought) => {
    const address = await addresses.find(to);
    // Without a conversation there is no post in it; one that could not be opened just now is another matter.
    if (address.kind === 'refused') return { kind: 'absent' };
    if (address.kind !== 'at') return { kind: 'unknown', reason: 'conversation_not_open' };
    const channel = address.channelId;
    const oldest = String((now() - LOOKED_BACK_MS) / 1000);
    try {
      const ts = await findTs(client, { channel, threadTs, oldest }, key);
      return ts === null ? { kind: 'absent' } : { kind: 'found', channelId: channel, ts };
    } catch (error) {
      const result = await failed(error);
      return { kind: 'unknown', reason: 'reason' in result ? result.reason : 'not_now' };
    }
  };
