// Words typed into a conversation, or files sent there: what a mention and a direct message have in common. Slack may deliver one text
// twice, again after a silence or under two names; it is answered once by one process, and done once by all of them.

import { areFilesMeant, type SentFile } from '../../commands/roster-sheet/door.ts';
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
  /** Sent with the words, or instead of them. */
  files?: readonly SentFile[];
};

/** Answers words once, wherever `surface` says. */
export async function answerOnce(house: House, where: string, heard: Heard, surface: Surface): Promise<void> {
  const key = `message:${heard.channel}:${heard.ts}`;
  const { text, files = [] } = heard;
  const place = placeOf(heard.channel, heard.thread);
  const ask = () =>
    areFilesMeant(files, text)
      ? house.doors.take(surface.who, { files, text, key })
      : house.doors.answer(surface.who, text, key, place);
  if (!house.seen.isNew(key, ...(heard.eventId ? [`event:${heard.eventId}`] : []))) return;
  await house.background.runAtMost(HEARD_WITHIN_MS, where, () => converse(house, where, surface, ask));
}
