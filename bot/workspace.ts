// What setting up a campaign asks of the workspace: whether somebody administers it, whether people have accounts, whether
// Duban is in a channel. An answer about an account is kept for a minute: each step of the guide asks anew.
// `null` means "could not be asked just now" and never passes for a no, nor for a yes.

import type { WebClient } from '@slack/web-api';
import type { Workspace } from '../commands/command.ts';
import type { SlackChannelId, SlackUserId } from '../domain/ids.ts';
import type { Directory } from '../scheduler/ports.ts';
import { classifyFailure } from './send-failure.ts';

const KEPT_MS = 60_000;
const MOST_KEPT = 500;

type Account = { administrator: boolean; email: string | null };
/** `choosesChannels`: whether a form can let somebody choose a channel; the desk's page has no such field. */
type Parts = { client: WebClient; directory: Directory; now: () => number; choosesChannels?: boolean };

const NOBODY: Account = { administrator: false, email: null };

/** Makes the view of one workspace. The client should be one that does not retry for minutes. */
export function createWorkspace({ client, directory, now, choosesChannels = false }: Parts): Workspace {
  const kept = new Map<SlackUserId, { account: Account; readAtMs: number }>();

  async function readAccount(who: SlackUserId): Promise<Account | null> {
    try {
      const { user } = await client.users.info({ user: who });
      const isPerson = user !== undefined && user.is_bot !== true && user.deleted !== true;
      if (!isPerson) return NOBODY;
      const administrator = user.is_admin === true || user.is_owner === true;
      return { administrator, email: user.profile?.email ?? null };
    } catch (error) {
      const { kind, reason } = classifyFailure(error, now());
      return kind === 'refused' && /^(users?_not_found|user_not_visible)$/.test(reason) ? NOBODY : null;
    }
  }

  /** A private channel is not there for who is not in it. */
  async function nameOfChannel(id: SlackChannelId): Promise<{ name: string } | 'unseen' | null> {
    try {
      const { channel } = await client.conversations.info({ channel: id });
      return channel?.name ? { name: channel.name } : 'unseen';
    } catch (error) {
      const { kind, reason } = classifyFailure(error, now());
      return kind === 'refused' && reason === 'channel_not_found' ? 'unseen' : null;
    }
  }

  return {
    ...(choosesChannels && { nameOfChannel }),
    async findAccount(who) {
      const known = kept.get(who);
      if (known && now() - known.readAtMs <= KEPT_MS) return known.account;
      const account = await readAccount(who);
      if (kept.size >= MOST_KEPT) kept.clear();
      if (account) kept.set(who, { account, readAtMs: now() });
      return account;
    },
    async hasAccount(by) {
      const found = await directory.findUser(by);
      if (found.kind === 'unknown') return null;
      return found.kind === 'found' && found.active;
    },
    async channelState(name) {
      const found = await directory.findChannel(name);
      if (found.kind === 'unknown') return null;
      if (found.kind === 'absent') return 'absent';
      if (found.archived) return 'archived';
      return found.joined ? 'joined' : 'not_joined';
    },
  };
}
