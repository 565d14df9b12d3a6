// What each person asked last in each conversation, so that 那上周呢 can lean on it: for ten minutes, and for nobody else.
// In memory on purpose: after a restart a follow-up is not understood and is asked in full.
// Invariant: a place is a direct message, a thread, what one person alone is shown in a channel, or their Home.

import type { AskedQuestion, Conversation } from '../commands/command.ts';
import { as, type Instant, type SlackChannelId, type SlackUserId } from '../domain/ids.ts';

const LEANT_ON_MS = 10 * 60_000;
const KEPT = 2000;

/** A conversation as a place: `thread` is null outside any, where only the asker is answered. */
export const placeOf = (channel: string, thread: string | null): string => `${channel}:${thread ?? ''}`;
/** The Home tab, and what is opened from it. */
export const AT_HOME = 'home';

const channelIn = (place: string): SlackChannelId | null =>
  /^[CG]/.test(place) ? as<SlackChannelId>(place.split(':')[0]!) : null;

export type AskedBefore = {
  /** What was asked here by this person, and where the next question is kept. */
  of(who: SlackUserId, place: string): Conversation;
};

/** Remembers the latest questions; `now` is campaign time. */
export function createAskedBefore(now: () => Instant): AskedBefore {
  const kept = new Map<string, { asked: AskedQuestion; until: Instant }>();
  return {
    of(who, place) {
      const key = `${who} ${place}`;
      const channel = channelIn(place);
      return {
        ...(channel && { channel }),
        before: () => {
          const known = kept.get(key);
          return known && now() <= known.until ? known.asked : null;
        },
        keep: (asked) => {
          kept.delete(key);
          if (asked) kept.set(key, { asked, until: as<Instant>(now() + LEANT_ON_MS) });
          for (const oldest of kept.keys()) {
            if (kept.size <= KEPT) break;
            kept.delete(oldest);
          }
        },
      };
    },
  };
}
