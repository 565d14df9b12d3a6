// A direct message to Duban: answered where it stands, in its thread if it is in one.

import type { App } from '@slack/bolt';
import type { House } from '../house.ts';
import { saidWords } from '../message-meant.ts';
import { sentFiles } from '../slack-files.ts';
import { slackUserId, withoutMention } from '../slack-ids.ts';
import { answerOnce } from './words.ts';

/** Other subtypes are edits, joins and the like: nobody said anything to Duban. */
const SPOKEN = new Set([undefined, 'file_share', 'thread_broadcast']);
type Spoken = {
  user?: string;
  bot_id?: string;
  subtype?: string;
  channel: string;
  channel_type?: string;
  ts: string;
  thread_ts?: string;
  text?: string;
  files?: unknown;
};

/** Listens to direct messages. */
export function listenToDirectMessages(app: App, house: House): void {
  app.message(async ({ message, body, context }) => {
    const spoken = message as Spoken;
    const who = slackUserId(spoken.user);
    if (spoken.channel_type !== 'im' || spoken.bot_id || !SPOKEN.has(spoken.subtype) || who === null) return;
    const spot = { channel: spoken.channel, threadTs: spoken.thread_ts ?? null };
    const text = withoutMention(saidWords(spoken.text ?? ''), context.botUserId);
    const thread = spot.threadTs;
    const files = sentFiles(spoken.files, house.fetchFile);
    const heard = { eventId: body.event_id, channel: spoken.channel, ts: spoken.ts, thread, text, files };
    await answerOnce(house, 'direct message', heard, {
      who,
      triggerId: null,
      beside: spot,
      say: (answer) => house.web.post(spot, answer),
    });
  });
}
