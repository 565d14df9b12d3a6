// /duban: the answer goes back in the acknowledgement, to the asker alone. If deciding takes longer than Slack waits,
// Slack is told "heard" and the answer follows by the response address.

import type { App, RespondFn } from '@slack/bolt';
import { hasTable, type Message } from '../../messages/render.ts';
import { placeOf } from '../asked-before.ts';
import type { House } from '../house.ts';
import { saidWords } from '../message-meant.ts';
import { respondWith } from '../respond.ts';
import { slackUserId } from '../slack-ids.ts';
import { converse } from '../surface.ts';

/** Slack shows `operation_timeout` after three seconds. */
const ANSWER_WITHIN_MS = 2400;
type Ack = (answer?: {
  response_type: 'ephemeral';
  text: string;
  blocks: Message['blocks'];
}) => Promise<void>;

/** Says the first thing in the acknowledgement, and everything after it by the response address. */
function voice(ack: Ack, respond: RespondFn) {
  let isOpen = true;
  async function close(): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    await ack();
  }
  return {
    close,
    async say(message: Message) {
      const { text, blocks } = message;
      const how = { response_type: 'ephemeral' } as const;
      // Of an acknowledgement nobody hears whether its table was taken.
      const isHeard = isOpen && !hasTable(message);
      if (isOpen && !isHeard) await close();
      if (!isHeard) return respondWith(respond, message, how);
      isOpen = false;
      await ack({ ...how, text, blocks });
    },
  };
}

/** Listens to the slash command. */
export function listenToSlash(app: App, house: House): void {
  app.command(/.*/, async ({ command, ack, respond }) => {
    const who = slackUserId(command.user_id);
    if (who === null) return ack();
    const { say, close } = voice(ack as Ack, respond);
    const surface = { who, triggerId: command.trigger_id, say };
    const text = saidWords(command.text ?? '').trim();
    // A follow-up leans on what the same person asked in the same channel: nobody else sees either.
    const place = placeOf(command.channel_id, null);
    await house.background.runAtMost(ANSWER_WITHIN_MS, 'slash', () =>
      converse(house, 'slash', surface, () => house.doors.answer(who, text, undefined, place)),
    );
    await close();
  });
}
