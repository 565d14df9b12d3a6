// Answers by a response address, which says only that it did not take something: a message with a table is then sent once
// more with lines in its place.

import type { RespondFn } from '@slack/bolt';
import { hasTable, type Message, withoutTables } from '../messages/render.ts';

type How = { response_type: 'ephemeral'; replace_original?: boolean };

/** Answers to the asker alone; rejects where the address takes neither. */
export async function respondWith(respond: RespondFn, message: Message, how: How): Promise<void> {
  try {
    await respond({ ...how, ...message });
  } catch (error) {
    if (!hasTable(message)) throw error;
    await respond({ ...how, ...withoutTables(message) });
  }
}
