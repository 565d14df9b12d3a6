// What a person has before their eyes: a message as it was sent, or as its newest update left it. An update that would
// change nothing is not sent; where nobody can say what the last one left, the next is sent to be sure.

import type { Store } from '../db/store.ts';
import type { NoticeItem } from '../domain/notice.ts';
import type { MessageRow } from '../domain/things.ts';

/** The post with what it says by now; `isCertain` false: an update of it may or may not have landed. */
export type Shown = { message: MessageRow; isCertain: boolean };

/** Finds what a post says by now, for an update of it that is about to be sent. */
export async function findShown(store: Store, original: MessageRow, update: MessageRow): Promise<Shown> {
  const updates = await store.list('message', { where: { updates: original.id, operation: 'update' } });
  const others = updates.filter((other) => other.id !== update.id && wasTried(other)).sort(byClaim);
  const newest = others.findLast(({ state }) => state === 'sent');
  const isDoubtful = (other: MessageRow) => !newest || byClaim(newest, other) < 0;
  return {
    message: newest ? { ...original, content: newest.content } : original,
    // An update keeps the reason for which it was in doubt until it is sent.
    isCertain: update.reason === null && !others.some(isDoubtful),
  };
}

/** One that was found to change nothing was claimed and not sent. */
const wasTried = ({ leaseUntil, reason }: MessageRow): boolean => leaseUntil > 0 && reason !== 'unchanged';

/** A lease runs on process time, which never stands still. */
const byClaim = (a: MessageRow, b: MessageRow): number => a.leaseUntil - b.leaseUntil;

/** Whether two tellings say the same: facts carry the moments at which they were made and told, which alone are no news. */
export const saysTheSame = (one: readonly NoticeItem[], other: readonly NoticeItem[]): boolean =>
  inWords(one) === inWords(other);

/** Keys in order: a database may keep them in another than they were written in. */
const inWords = (items: readonly NoticeItem[]): string =>
  JSON.stringify(items, (key, value) => {
    if (key === 'now' || key === 'toldAt') return undefined;
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  });
