// The next moment at which time alone brings something: a period opens, a step is due, somebody is called, an intent's slot
// comes. Simulated clocks jump from one to the next, so every thing that the plan looks at again must stand here.

import type { Store } from '../db/store.ts';
import type { Instant } from '../domain/ids.ts';
import type { Notice } from '../domain/notice.ts';

export type NextEvent = { at: Instant; notice: Notice | null };

/** What is planned row by row: each has the moment at which the plan looks at it again. */
const PLANNED = ['obligation', 'task', 'consultation', 'incident'] as const;

async function nextSteps(store: Store, now: Instant): Promise<(Instant | null | undefined)[]> {
  const found = await Promise.all(
    PLANNED.map((kind) =>
      store.list(kind, { where: { nextStepAt: { gt: now } }, orderBy: 'nextStepAt', limit: 1 }),
    ),
  );
  return found.map(([row]) => row?.nextStepAt);
}

/** The earliest of what the ledger is waiting for after `now`; null when nothing ever comes. */
export async function findNextEvent(store: Store, now: Instant): Promise<NextEvent | null> {
  const [[mark], [intent], steps] = await Promise.all([
    store.list('dutyMark', { where: { nextOpenAt: { gt: now } }, orderBy: 'nextOpenAt', limit: 1 }),
    store.list('intent', { where: { state: 'pending', slotAt: { gt: now } }, orderBy: 'slotAt', limit: 1 }),
    nextSteps(store, now),
  ]);
  const events: NextEvent[] = [mark?.nextOpenAt, ...steps].flatMap((at) =>
    at ? [{ at, notice: null }] : [],
  );
  if (intent) events.push({ at: intent.slotAt, notice: intent.notice });
  return events.sort((a, b) => a.at - b.at)[0] ?? null;
}
