// @Duban in a channel: answered in the thread, for all to see; what only the asker may see goes to the asker alone,
// with a word in the thread, so that nobody thinks the question was not heard.

import type { App } from '@slack/bolt';
import { renderSentPrivately } from '../../messages/render.ts';
import type { House } from '../house.ts';
import { saidWords } from '../message-meant.ts';
import { isDirect, slackUserId, withoutMention } from '../slack-ids.ts';
import type { Surface } from '../surface.ts';
import { answerOnce } from './words.ts';

type Mention = {
  user?: string;
  bot_id?: string;
  channel: string;
  ts: string;
  thread_ts?: string;
  text: string;
};

function sayInThread(house: House, { channel, ts, thread_ts }: Mention, who: Surface['who']): Surface['say'] {
  const thread = { channel, threadTs: thread_ts ?? ts };
  return async (message, isPrivate, language) => {
    if (!isPrivate || isDirect(channel)) return house.web.post(thread, message);
    // Outside a thread the asker looks at the channel, and a message only they can see must be where they look.
    await house.web.postTo(who, { channel, threadTs: thread_ts ?? null }, message);
    await house.web.post(thread, renderSentPrivately(language));
  };
}

/** Listens to mentions. */
export function listenToMentions(app: App, house: House): void {
  app.event('app_mention', async ({ event, body, context }) => {
    const mention: Mention = event;
    const who = slackUserId(mention.user);
    if (who === null || mention.bot_id) return;
    const text = withoutMention(saidWords(mention.text), context.botUserId);
    const { channel, ts, thread_ts } = mention;
    const heard = { eventId: body.event_id, channel, ts, thread: thread_ts ?? ts, text };
    await answerOnce(house, 'mention', heard, {
      who,
      triggerId: null,
      beside: { channel, threadTs: thread_ts ?? ts },
      say: sayInThread(house, mention, who),
    });
  });
}
