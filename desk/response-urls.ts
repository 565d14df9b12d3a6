// response_url, as Slack gives it with commands and presses: five answers within thirty minutes, to the asker alone
// unless told otherwise, in place of the message that was pressed if so wished.

import { randomBytes } from 'node:crypto';
import type { Block } from './block-kit.ts';
import type { Picture } from './picture.ts';
import { BOT_USER_ID } from './slack-ids.ts';
import type { WebApi } from './web-api.ts';

/** Where a response goes; `source` is the message that was pressed. */
export type Respondent = {
  person: string;
  channel: string;
  source: { ts: string } | null;
  threadTs: string | null;
};

export type Response = {
  text?: string;
  blocks?: Block[];
  response_type?: 'ephemeral' | 'in_channel';
  replace_original?: boolean;
  delete_original?: boolean;
  thread_ts?: string;
};

const USES = 5;

export type ResponseUrls = {
  /** Issues an address for one request. */
  issue(base: string, respondent: Respondent): string;
  /** Carries out what was posted to an address; false when it is unknown or used up. */
  respond(token: string, response: Response): Promise<boolean>;
  /** The same for the body of a command's acknowledgement. */
  show(respondent: Respondent, response: Response): Promise<void>;
};

/** Keeps the addresses that were given out in this run. */
export function newResponseUrls(
  picture: () => Picture,
  webApi: () => WebApi,
  now: () => number,
): ResponseUrls {
  const open = new Map<string, { respondent: Respondent; left: number }>();
  const show = (respondent: Respondent, response: Response) =>
    showResponse(respondent, response, picture(), webApi(), now());
  return {
    issue(base, respondent) {
      const token = randomBytes(12).toString('hex');
      open.set(token, { respondent, left: USES });
      return `${base}/response/${token}`;
    },
    async respond(token, response) {
      const known = open.get(token);
      if (!known || known.left <= 0) return false;
      known.left -= 1;
      await show(known.respondent, response);
      return true;
    },
    show,
  };
}

async function showResponse(
  to: Respondent,
  response: Response,
  picture: Picture,
  webApi: WebApi,
  at: number,
): Promise<void> {
  const source = to.source ? picture.find(to.channel, to.source.ts) : null;
  if (response.delete_original && source) {
    if (source.onlyFor === null) await webApi.call('chat.delete', { channel: to.channel, ts: source.ts });
    picture.remove(to.channel, source.ts);
  } else if (response.replace_original && source) {
    const { text = '', blocks = [] } = response;
    if (source.onlyFor === null)
      await webApi.call('chat.update', { channel: to.channel, ts: source.ts, text, blocks });
    else picture.edit(to.channel, source.ts, { text, blocks });
  } else {
    await postResponse(to, response, picture, webApi, at);
  }
}

async function postResponse(
  to: Respondent,
  response: Response,
  picture: Picture,
  webApi: WebApi,
  at: number,
): Promise<void> {
  const { text = '', blocks = [] } = response;
  if (text === '' && blocks.length === 0) return;
  const threadTs = response.thread_ts ?? to.threadTs;
  if (response.response_type === 'in_channel') {
    const thread = threadTs ? { thread_ts: threadTs } : {};
    await webApi.call('chat.postMessage', { channel: to.channel, text, blocks, ...thread });
    return;
  }
  const ts = ephemeralTs();
  picture.post({
    channel: to.channel,
    ts,
    from: BOT_USER_ID,
    at,
    text,
    blocks,
    threadTs,
    onlyFor: to.person,
  });
}

let ephemerals = 0;
/** Unlike any `ts` of the stand-in, which counts up from 000001. */
const ephemeralTs = (): string =>
  `${Math.floor(Date.now() / 1000)}.9${String(++ephemerals).padStart(5, '0')}`;
