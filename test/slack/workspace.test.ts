// What setting up a campaign asks of Slack: who administers the workspace, who has an account, where Duban is.

import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../bot/workspace.ts';
import { as, type SlackChannelId, type SlackUserId } from '../../domain/ids.ts';
import type { Directory } from '../../scheduler/ports.ts';

const WHO = as<SlackUserId>('U0ADMIN001');

type Answer = Record<string, unknown>;

function workspaceThat(answer: (asked: number) => Answer | Error, directory: Partial<Directory> = {}) {
  let asked = 0;
  let nowMs = 0;
  const fetch = async () => {
    const said = answer(++asked);
    if (said instanceof Error) throw said;
    return new Response(JSON.stringify(said), { headers: { 'content-type': 'application/json' } });
  };
  const client = new WebClient('xoxb-x', {
    fetch: fetch as never,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  return {
    workspace: createWorkspace({
      client,
      directory: directory as Directory,
      now: () => nowMs,
      choosesChannels: true,
    }),
    asked: () => asked,
    later: (ms: number) => {
      nowMs += ms;
    },
  };
}
const user = (facts: Answer): Answer => ({ ok: true, user: { id: WHO, ...facts } });

describe('a channel that was chosen', () => {
  const named = async (answer: Answer | Error) =>
    workspaceThat(() => answer).workspace.nameOfChannel?.(as<SlackChannelId>('C0BULLETIN'));
  it('is called what Slack calls it, unseen where Duban is not in it, and unknown while Slack is silent', async () => {
    expect(await named({ ok: true, channel: { id: 'C0BULLETIN', name: '整治通报' } })).toEqual({
      name: '整治通报',
    });
    expect(await named({ ok: false, error: 'channel_not_found' })).toBe('unseen');
    expect(await named({ ok: false, error: 'internal_error' })).toBeNull();
    expect(await named(new Error('no connection'))).toBeNull();
  });
});

describe('an account', () => {
  it.each([
    [
      'an administrator',
      user({ is_admin: true, profile: { email: 'jin@x.example' } }),
      true,
      'jin@x.example',
    ],
    ['an owner', user({ is_owner: true }), true, null],
    ['a member', user({ is_admin: false }), false, null],
    ['an administrator who left', user({ is_admin: true, deleted: true }), false, null],
    ['a bot', user({ is_admin: true, is_bot: true }), false, null],
    ['nobody', { ok: false, error: 'user_not_found' }, false, null],
  ])('of %s', async (_who, answer, administrator, email) => {
    const { workspace } = workspaceThat(() => answer);
    expect(await workspace.findAccount(WHO)).toEqual({ administrator, email });
  });

  it('is unknown, and neither yes nor no, while Slack does not answer', async () => {
    const answers: (Answer | Error)[] = [new Error('no connection'), user({ is_admin: true })];
    const { workspace } = workspaceThat((asked) => answers[asked - 1]!);
    expect(await workspace.findAccount(WHO)).toBeNull();
    expect(await workspace.findAccount(WHO)).toMatchObject({ administrator: true });
  });

  it('is asked for anew after a minute, so that who is no administrator any more is none here', async () => {
    const { workspace, asked, later } = workspaceThat((no) => user({ is_admin: no === 1 }));
    expect(await workspace.findAccount(WHO)).toMatchObject({ administrator: true });
    later(59_000);
    expect(await workspace.findAccount(WHO)).toMatchObject({ administrator: true });
    expect(asked()).toBe(1);
    later(2_000);
    expect(await workspace.findAccount(WHO)).toMatchObject({ administrator: false });
  });
});

describe('people and channels', () => {
  const slack = as<SlackChannelId>('C1');
  it.each([
    [{ kind: 'absent' }, 'absent'],
    [{ kind: 'unknown' }, null],
    [{ kind: 'found', slack, joined: true, archived: false }, 'joined'],
    [{ kind: 'found', slack, joined: false, archived: false }, 'not_joined'],
    [{ kind: 'found', slack, joined: true, archived: true }, 'archived'],
  ] as const)('a channel that is %j stands as %s', async (found, state) => {
    const { workspace } = workspaceThat(() => user({}), { findChannel: async () => found });
    expect(await workspace.channelState('通报')).toBe(state);
  });
  it.each([
    [{ kind: 'absent' }, false],
    [{ kind: 'unknown' }, null],
    [{ kind: 'found', slack: WHO, locale: null, active: true }, true],
    [{ kind: 'found', slack: WHO, locale: null, active: false }, false],
  ] as const)('a person who is %j has an account: %s', async (found, has) => {
    const { workspace } = workspaceThat(() => user({}), { findUser: async () => found });
    expect(await workspace.hasAccount({ email: 'x@x.example' })).toBe(has);
  });
});
