// Finds Slack accounts and channels for the people and channel names of a campaign file.
// `unknown` means "could not be asked just now" and is never mistaken for "is not there": a 429 makes nobody a stranger.
// The list of channels is kept for ten minutes; a channel that is missing or not joined is asked for again after one,
// so that an office that has just mended it does not wait.

import type { WebClient } from '@slack/web-api';
import type { SlackChannelId, SlackUserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { Directory } from '../scheduler/ports.ts';
import { classifyFailure } from './send-failure.ts';

const KEPT_MS = 600_000;
const KEPT_IF_TROUBLE_MS = 60_000;
const PAGE = 200;
const MOST_PAGES = 50;

type Channel = { slack: SlackChannelId; joined: boolean; archived: boolean };
type Found = Awaited<ReturnType<Directory['findUser']>>;
type Listing = { readAtMs: number; byName: Map<string, Channel> };
type Parts = { client: WebClient; now: () => number; log: { warn(facts: object, text: string): void } };

const bareName = (name: string): string => name.replace(/^#/, '').normalize('NFC').toLowerCase();

async function readChannels(client: WebClient): Promise<Map<string, Channel>> {
  const byName = new Map<string, Channel>();
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await client.conversations.list({
      types: 'public_channel,private_channel',
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
    for (const { id, name, is_member, is_archived } of answer.channels ?? []) {
      const channel = {
        slack: as<SlackChannelId>(id!),
        joined: is_member === true,
        archived: is_archived === true,
      };
      // An archived channel may share its name with the one that took its place.
      if (!channel.archived || !byName.has(bareName(name!))) byName.set(bareName(name!), channel);
    }
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (!cursor) break;
  }
  return byName;
}

/** Makes the directory of one workspace. The client should be one that does not retry for minutes. */
export function createDirectory({ client, now, log }: Parts): Directory {
  let listing: Listing | null = null;
  let quietUntilMs = 0;

  async function ask<T>(
    what: string,
    question: () => Promise<T>,
  ): Promise<T | { kind: 'absent' } | { kind: 'unknown' }> {
    if (now() < quietUntilMs) return { kind: 'unknown' };
    try {
      return await question();
    } catch (error) {
      const failure = classifyFailure(error, now());
      if (failure.kind === 'refused' && /^(users?_not_found|user_not_visible)$/.test(failure.reason))
        return { kind: 'absent' };
      if (failure.kind === 'not_sent') quietUntilMs = failure.retryAtMs;
      log.warn({ what, reason: failure.reason }, 'the directory cannot be asked');
      return { kind: 'unknown' };
    }
  }

  async function readUser(slack: string): Promise<Found> {
    const { user } = await client.users.info({ user: slack, include_locale: true });
    if (!user?.id || user.is_bot) return { kind: 'absent' };
    return {
      kind: 'found',
      slack: as<SlackUserId>(user.id),
      locale: user.locale ?? null,
      active: user.deleted !== true,
    };
  }

  async function readUserByEmail(email: string): Promise<Found> {
    const { user } = await client.users.lookupByEmail({ email });
    return user?.id ? readUser(user.id) : { kind: 'absent' };
  }

  async function listed(name: string): Promise<Channel | undefined> {
    const age = listing ? now() - listing.readAtMs : Number.POSITIVE_INFINITY;
    const known = listing?.byName.get(bareName(name));
    const isSound = known?.joined && !known.archived;
    if (age <= (isSound ? KEPT_MS : KEPT_IF_TROUBLE_MS)) return known;
    listing = { readAtMs: now(), byName: await readChannels(client) };
    return listing.byName.get(bareName(name));
  }

  return {
    findUser: (by) => ask('user', () => ('slack' in by ? readUser(by.slack) : readUserByEmail(by.email))),
    findChannel: (name) =>
      ask('channels', async () => {
        const channel = await listed(name);
        return channel ? { kind: 'found' as const, ...channel } : { kind: 'absent' as const };
      }),
  };
}
