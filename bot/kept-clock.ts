// A database remembers whether its clock was simulated, and how far. Times that never were must not get into a ledger
// in use, and a ledger in use must not be played with; so a start with the other kind of clock is refused.
//
//   database   started live      started simulated
//   new        becomes live      becomes simulated
//   live       goes on           refused
//   simulated  refused           goes on from where it was, or from the given instant if that is later

import type { Store } from '../db/store.ts';
import { ensure, move } from '../domain/change.ts';
import { as, type Instant } from '../domain/ids.ts';
import { parseInstant } from '../domain/zone.ts';
import { type CampaignClock, liveClock, simulatedClock } from './clock.ts';

const KIND = 'clock';
const AT = 'clock_at';

export type ClockClaim =
  | { kind: 'clock'; clock: CampaignClock }
  | { kind: 'refused'; because: 'was_simulated' | 'was_live' };

const isoOf = (at: Instant): string => new Date(at).toISOString();

/** Where the simulated clock of this database stands; null if it has none. */
export async function findSimulatedNow(store: Store): Promise<Instant | null> {
  const row = await store.find('meta', AT);
  return row && parseInstant(row.value);
}

/** Takes the database for a live clock (`startAt` null) or a simulated one, or says why not. */
export async function claimClock(store: Store, startAt: Instant | null): Promise<ClockClaim> {
  const wanted = startAt === null ? 'live' : 'simulated';
  await store.commit([ensure('meta', { id: KIND, value: wanted })]);
  const kind = (await store.find('meta', KIND))?.value;
  if (kind !== wanted) return { kind: 'refused', because: kind === 'live' ? 'was_live' : 'was_simulated' };
  if (startAt === null) return { kind: 'clock', clock: liveClock() };
  const reached = (await findSimulatedNow(store)) ?? startAt;
  const now = as<Instant>(Math.max(startAt, reached));
  await keepSimulatedNow(store, now);
  return { kind: 'clock', clock: simulatedClock(now) };
}

/** Writes down where the simulated clock stands. */
export async function keepSimulatedNow(store: Store, now: Instant): Promise<void> {
  const row = await store.find('meta', AT);
  await store.commit([
    row ? move('meta', row, { value: isoOf(now) }) : ensure('meta', { id: AT, value: isoOf(now) }),
  ]);
}
