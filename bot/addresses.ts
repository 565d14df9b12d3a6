// Where a message goes: the conversation with a person, opened when it is not yet known, or the channel.
// Opening a conversation says nothing to anybody, so in doubt it is simply opened again.

import type { WebClient } from '@slack/web-api';
import { as, type SlackChannelId, type SlackUserId } from '../domain/ids.ts';
import type { Destination, SendResult } from '../scheduler/ports.ts';

const OPEN_AGAIN_MS = 5000;

export type Address = { kind: 'at'; channelId: SlackChannelId; isRemembered: boolean } | SendResult;

export type Addresses = {
  find(to: Destination): Promise<Address>;
  /** Opens the conversation anew, when the one that was remembered is gone. */
  reopen(user: SlackUserId): Promise<Address>;
};

type Parts = {
  client: WebClient;
  /** Process time, epoch ms. */
  now: () => number;
  /** What a failed call means. */
  failed: (error: unknown) => Promise<SendResult>;
};

const at = (channelId: SlackChannelId, isRemembered = false): Address => ({
  kind: 'at',
  channelId,
  isRemembered,
});

/** Makes the address book of one workspace; conversations are remembered as long as the process lives. */
export function createAddresses({ client, now, failed }: Parts): Addresses {
  const conversations = new Map<SlackUserId, SlackChannelId>();

  async function reopen(user: SlackUserId): Promise<Address> {
    try {
      const { channel } = await client.conversations.open({ users: user });
      const channelId = as<SlackChannelId>(channel!.id!);
      conversations.set(user, channelId);
      return at(channelId);
    } catch (error) {
      const result = await failed(error);
      return result.kind === 'unknown' ? { kind: 'not_sent', retryAtMs: now() + OPEN_AGAIN_MS } : result;
    }
  }

  async function find(to: Destination): Promise<Address> {
    if (to.kind === 'channel')
      return to.channel.slack ? at(to.channel.slack) : { kind: 'refused', reason: 'channel_not_found' };
    if (!to.person.slack) return { kind: 'refused', reason: 'person_unbound' };
    const known = to.person.dm ?? conversations.get(to.person.slack);
    return known ? at(known, true) : reopen(to.person.slack);
  }

  return { find, reopen };
}
