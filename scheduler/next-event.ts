// The next moment at which time alone brings something: a period opens, a step is due, an intent's slot comes.

import type { Store } from '../db/store.ts';
import type { Instant } from '../domain/ids.ts';
import type { Notice } from '../domain/notice.ts';

export type NextEvent = { at: Instant; notice: Notice | null };

/** The earliest of what the ledger is waiting for after `now`; null when nothing ever comes. */
export async function findNextEvent(store: Store, now: Instant): Promise<NextEvent | null> {
  const [[mark], [row], [intent]] = await Promise.all([
    store.list('dutyMark', { where: { nextOpenAt: { gt: now } }, orderBy: 'nextOpenAt', limit: 1 }),
    store.list('obligation', { where: { nextStepAt: { gt: now } }, orderBy: 'nextStepAt', limit: 1 }),
    store.list('intent', { where: { state: 'pending', slotAt: { gt: now } }, orderBy: 'slotAt', limit: 1 }),
  ]);
  const events: NextEvent[] = [];
  if (mark?.nextOpenAt) events.push({ at: mark.nextOpenAt, notice: null });
  if (row?.nextStepAt) events.push({ at: row.nextStepAt, notice: null });
  if (intent) events.push({ at: intent.slotAt, notice: intent.notice });
  return events.sort((a, b) => a.at - b.at)[0] ?? null;
}
