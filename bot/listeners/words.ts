// Words typed into a conversation: what a mention and a direct message have in common. Slack may deliver one text
// twice, again after a silence or under two names; it is answered once by one process, and done once by all of them.

import { placeOf } from '../asked-before.ts';
import type { House } from '../house.ts';
import { converse, type Surface } from '../surface.ts';

/** Slack takes an event for lost after three seconds; the answer may take longer. */
const HEARD_WITHIN_MS = 2400;

/** `thread`: the one in which it is answered; null in a direct message outside any. */
export type Heard = {
  eventId: string | undefined;
  channel: string;
  ts: string;
  thread: string | null;
  text: string;
};

/** Answers words once, wherever `surface` says. */
export async function answerOnce(house: House, where: string, heard: Heard, surface: Surface): Promise<void> {
  const key = `message:${heard.channel}:${heard.ts}`;
  const place = placeOf(heard.channel, heard.thread);
  if (!house.seen.isNew(key, ...(heard.eventId ? [`event:${heard.eventId}`] : []))) return;
  await house.background.runAtMost(HEARD_WITHIN_MS, where, () =>
    converse(house, where, surface, () => house.doors.answer(surface.who, heard.text, key, place)),
  );
}
