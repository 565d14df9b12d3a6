// The Web API calls that answer a person. Nothing here is worth an outbox: who gets no answer asks again.
// A post is never retried after a doubtful result; what is idempotent (Home, an update of a view) may be.

import { setTimeout } from 'node:timers/promises';
import { type Logger, WebAPIPlatformError, WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import type { SlackUserId } from '../domain/ids.ts';
import { type Home, hasTable, type Message, type Modal, withoutTables } from '../messages/render.ts';

const sleepUnheld = (ms: number): Promise<null> => setTimeout(ms, null, { ref: false });

/** A trigger lives three seconds; after two there is still time to say so in words. */
const OPEN_TIMEOUT_MS = 2000;
const TIMEOUT_MS = 10_000;
const LONGEST_WAIT_SECONDS = 30;

export type Spot = { channel: string; threadTs: string | null };

export type SlackWeb = {
  /** Opens a modal; throws when the trigger is spent or Slack is slow. */
  openModal(triggerId: string, modal: Modal): Promise<void>;
  /** Changes an open modal; `hash` keeps a late change from undoing a newer one. A modal that is gone is no error. */
  updateModal(viewId: string, hash: string | null, modal: Modal): Promise<void>;
  publishHome(who: SlackUserId, home: Home): Promise<void>;
  post(spot: Spot, message: Message): Promise<void>;
  /** Shows a message to one person in a channel; where Slack refuses that for good, in their direct messages. */
  postTo(who: SlackUserId, spot: Spot, message: Message): Promise<void>;
  /** Writes to a person's direct messages. */
  postDirect(who: SlackUserId, message: Message): Promise<void>;
  /** Sends a file to a person's direct messages. */
  sendFile(who: SlackUserId, file: { name: string; text: string; comment: string }): Promise<void>;
  /**
   * Shows a picture in a conversation, or in a person's direct messages; `alt` (at most 1000 characters) says it to whoever
   * cannot see it, `caption` is markup. Throws when any step fails; none is made twice.
   */
  sendPicture(to: Spot | SlackUserId, picture: SentPicture): Promise<void>;
  /** The link to a message; null when Slack gives none in this time, whatever the reason. */
  findPermalink(channel: string, ts: string, withinMs: number): Promise<string | null>;
  suggestPrompts(channel: string, prompts: { title: string; message: string }[]): Promise<void>;
};

export type SentPicture = { name: string; png: Buffer; alt: string; caption: string };

type Options = { token: string; slackApiUrl: string; logger: Logger; sleep: (ms: number) => Promise<void> };

const unfurlNothing = { unfurl_links: false, unfurl_media: false } as const;
const inThread = ({ threadTs }: Spot): { thread_ts?: string } => (threadTs ? { thread_ts: threadTs } : {});

/** Slack takes no block of a kind that this workspace does not have. */
const isBlockTrouble = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && /^invalid_blocks(_format)?$/.test(error.data.error);

/** Slack says that it was not done and why; what it says of the message itself is no reason to say it elsewhere. */
const isRefused = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && !isBlockTrouble(error) && error.data.error !== 'ratelimited';

/** Sends a message; where Slack does not take its table, once more with lines in its place. */
async function inTables(message: Message, send: (message: Message) => Promise<void>): Promise<void> {
  try {
    await send(message);
  } catch (error) {
    if (!isBlockTrouble(error) || !hasTable(message)) throw error;
    await send(withoutTables(message));
  }
}

/** The person closed the form, or what stands in it is newer than what was to be shown. */
const isModalGone = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && /^(not_found|view_not_found|hash_conflict)$/.test(error.data.error);

/** Makes the answering side of one workspace's Web API. */
export function createSlackWeb({ token, slackApiUrl, logger, sleep }: Options): SlackWeb {
  const client = (timeout: number, retries: number): WebClient =>
    new WebClient(token, {
      slackApiUrl,
      logger,
      timeout,
      retryConfig: { retries, minTimeout: 300, maxTimeout: 1000 },
      rejectRateLimitedCalls: true,
    });
  const quick = client(OPEN_TIMEOUT_MS, 0);
  const once = client(TIMEOUT_MS, 0);
  const patient = client(TIMEOUT_MS, 2);

  /** A 429 is Slack's "not now": nothing was done, so the call is made once more when Slack says. */
  async function unhurried(call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
    } catch (error) {
      if (!(error instanceof WebAPIRateLimitedError) || error.retryAfter > LONGEST_WAIT_SECONDS) throw error;
      await sleep(error.retryAfter * 1000);
      await call();
    }
  }

  const directWith = async (users: SlackUserId): Promise<Spot> => {
    const { channel } = await patient.conversations.open({ users });
    return { channel: channel!.id!, threadTs: null };
  };

  /** Brings a file to Slack, which shows it to nobody yet. The description has one name in Slack and another in its library. */
  async function bringFile({ name, png, alt }: SentPicture): Promise<string> {
    const about = { filename: name, length: png.length, alt_txt: alt, alt_text: alt };
    const { upload_url, file_id } = await once.files.getUploadURLExternal(about);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const taken = await fetch(upload_url!, { method: 'POST', body: new Uint8Array(png), signal });
    if (!taken.ok) throw new Error(`The upload was answered with ${taken.status}.`);
    return file_id!;
  }

  const postDirect = async (users: SlackUserId, { text, blocks }: Message): Promise<void> => {
    const { channel } = await directWith(users);
    await unhurried(() => once.chat.postMessage({ channel, text, blocks, ...unfurlNothing }));
  };

  /** Slack shows nothing to one person of a channel that they are not in. */
  async function postToOne(user: SlackUserId, spot: Spot, message: Message): Promise<void> {
    const { text, blocks } = message;
    try {
      await unhurried(() =>
        once.chat.postEphemeral({ channel: spot.channel, user, text, blocks, ...inThread(spot) }),
      );
    } catch (error) {
      if (!isRefused(error)) throw error;
      logger.warn(`shown in the direct message instead: ${String(error)}`);
      await postDirect(user, message);
    }
  }

  return {
    openModal: async (trigger_id, view) => void (await quick.views.open({ trigger_id, view })),
    updateModal: async (view_id, hash, view) => {
      try {
        await unhurried(() => patient.views.update({ view_id, view, ...(hash ? { hash } : {}) }));
      } catch (error) {
        if (!isModalGone(error)) throw error;
        logger.warn('a form was closed or changed before its update');
      }
    },
    publishHome: (user_id, view) => unhurried(() => patient.views.publish({ user_id, view })),
    post: (spot, message) =>
      inTables(message, ({ text, blocks }) =>
        unhurried(() =>
          once.chat.postMessage({ channel: spot.channel, text, blocks, ...inThread(spot), ...unfurlNothing }),
        ),
      ),
    postTo: (user, spot, message) => inTables(message, (fitting) => postToOne(user, spot, fitting)),
    postDirect,
    sendFile: async (who, { name, text, comment }) => {
      const { channel } = await directWith(who);
      await once.files.uploadV2({
        channel_id: channel,
        filename: name,
        content: text,
        initial_comment: comment,
      });
    },
    sendPicture: async (to, picture) => {
      const id = await bringFile(picture);
      const spot = typeof to === 'string' ? await directWith(to) : to;
      await once.files.completeUploadExternal({
        files: [{ id, title: picture.name }],
        channel_id: spot.channel,
        initial_comment: picture.caption,
        ...inThread(spot),
      });
    },
    findPermalink: async (channel, message_ts, withinMs) => {
      const asked = quick.chat
        .getPermalink({ channel, message_ts })
        .then(({ permalink }) => permalink ?? null);
      const link = asked.catch((error: unknown) => {
        logger.warn(`no link to a message: ${String(error)}`);
        return null;
      });
      return Promise.race([link, sleepUnheld(withinMs)]);
    },
    suggestPrompts: async (channel_id, prompts) =>
      void (await quick.apiCall('assistant.threads.setSuggestedPrompts', { channel_id, prompts })),
  };
}
