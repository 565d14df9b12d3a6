// Everything that speaks to Slack's Web API, made from one token: who we are, the directory, the sender, the answers.

import { setTimeout as sleep } from 'node:timers/promises';
import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import type { Workspace } from '../commands/command.ts';
import type { Store } from '../db/store.ts';
import type { Directory, Sender } from '../scheduler/ports.ts';
import type { Identity } from './app.ts';
import { processNow } from './clock.ts';
import type { BotSettings } from './config.ts';
import { createDirectory } from './directory.ts';
import type { Log } from './log.ts';
import { createPacing, createUnpaced } from './pacing.ts';
import { RefusedStart } from './refused-start.ts';
import { createSender, type SenderOptions } from './sender.ts';
import { createFetchFile, type FetchFile } from './slack-files.ts';
import { slackLog } from './slack-log.ts';
import { createSlackWeb, type SlackWeb } from './slack-web.ts';
import { createWorkspace } from './workspace.ts';

const IDENTITY_TIMEOUT_MS = 2000;
const LOOK_UP_TIMEOUT_MS = 10_000;
/** Slack will say the same at the next try. */
const FINAL = /^(invalid_auth|not_authed|account_inactive|token_revoked|token_expired)$/;

export type SlackSide = {
  identity: Identity;
  directory: Directory;
  sender: Sender;
  web: SlackWeb;
  fetchFile: FetchFile;
  workspace: Workspace;
};

/** Asks Slack who we are until it answers, and remembers; rejects with RefusedStart when Slack does not take the token. */
function createIdentity(client: WebClient, log: Log): Identity {
  let known: Awaited<ReturnType<Identity>> = null;
  return async () => {
    if (known) return known;
    try {
      const { user_id, bot_id } = await client.auth.test();
      known = { botUserId: user_id ?? '', botId: bot_id ?? '' };
    } catch (error) {
      const reason = error instanceof WebAPIPlatformError ? error.data.error : '';
      if (FINAL.test(reason))
        throw new RefusedStart({ kind: 'token_refused', setting: 'SLACK_BOT_TOKEN', reason });
      log.warn({ error: String(error) }, 'Slack did not say who we are');
    }
    return known;
  };
}

/** Who hears what every send came to, and why Slack takes nothing from us. */
export type SendListeners = Required<Pick<SenderOptions, 'onResult' | 'onRejected'>>;

/** Makes the clients of one workspace. */
export function createSlackSide(
  settings: BotSettings,
  store: Store,
  log: Log,
  listeners: SendListeners,
): SlackSide {
  const { botToken: token, slackApiUrl, paced } = settings;
  const logger = slackLog(log);
  const quiet = { slackApiUrl, logger, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  const pacing = paced ? createPacing({ store, now: processNow, sleep, log }) : createUnpaced(processNow);
  const lookingUp = new WebClient(token, { ...quiet, timeout: LOOK_UP_TIMEOUT_MS });
  const directory = createDirectory({ client: lookingUp, now: processNow, log });
  return {
    identity: createIdentity(new WebClient(token, { ...quiet, timeout: IDENTITY_TIMEOUT_MS }), log),
    directory,
    workspace: createWorkspace({
      client: lookingUp,
      directory,
      now: processNow,
      // Only a desk does without pace.
      choosesChannels: paced,
    }),
    sender: createSender({ token, slackApiUrl, pacing, now: processNow, logger, ...listeners }),
    web: createSlackWeb({ token, slackApiUrl, logger, sleep }),
    fetchFile: createFetchFile({ token, slackApiUrl, log }),
  };
}
