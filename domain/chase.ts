// 催报: the office reminds by hand those who still owe (product.md, "In chat": at most once in two hours for one
// obligation; inside the reminder hours at once, else in the next slot). Liaison and deputy are told; a unit of which
// nobody can be told is named to the office at once.

import { type Acting, audited } from './audit.ts';
import type { Calendar } from './calendar.ts';
import { type Change, ensure, move } from './change.ts';
import type { Instant, ObligationId } from './ids.ts';
import { slotAfter } from './office-hours.ts';
import { intentOf } from './plan.ts';
import { type Presence, recipientsOf } from './recipients.ts';
import type { IntentRow, ObligationRow } from './things.ts';
import { dateOf } from './zone.ts';

export const CHASE_REST_MS = 2 * 60 * 60_000;

export type Chase = {
  presence: Presence;
  calendar: Calendar;
  acting: Acting;
  rows: readonly ObligationRow[];
  /** What is known of earlier chases of these rows. */
  intents: readonly IntentRow[];
};

/** What a chase comes to: rows told, rows left in peace because of a chase just before, rows nobody of which can be told. */
export type Chased = {
  told: ObligationRow[];
  skipped: { row: ObligationRow; chasedAt: Instant }[];
  unreachable: ObligationRow[];
  /** When it is said. */
  slotAt: Instant;
  changes: Change[];
};

/** When each row was chased last, by a chase that was or will be told later than two hours before `now`. */
function chasedLately(intents: readonly IntentRow[], now: Instant): Map<ObligationId, Instant> {
  const chases = intents.filter(
    ({ notice, state, slotAt }) =>
      notice.kind === 'chase' && (state === 'pending' || state === 'bound') && now - slotAt < CHASE_REST_MS,
  );
  return new Map(chases.map(({ about, createdAt }) => [about as ObligationId, createdAt]));
}

/** Decides whom a chase tells and when; the rows must be owed. */
export function decideChase({ presence, calendar, acting, rows, intents }: Chase): Chased {
  const { campaign } = presence;
  const slotAt = slotAfter(acting.at, calendar, campaign.zone);
  const there = presence.on(dateOf(slotAt, campaign.zone));
  const lately = chasedLately(intents, acting.at);
  const chased: Chased = { told: [], skipped: [], unreachable: [], slotAt, changes: [] };
  for (const row of rows) {
    const chasedAt = lately.get(row.id);
    const { told } = recipientsOf(there, row.unit, ['liaison', 'deputy']);
    if (chasedAt !== undefined) chased.skipped.push({ row, chasedAt });
    else if (told.length === 0) chased.unreachable.push(row);
    else {
      chased.told.push(row);
      chased.changes.push(...chaseChanges(row, told, acting, { campaign, slotAt }));
    }
  }
  return chased;
}

/** The row moves by a version and no column, so that of two who chase at once one sees the other's. */
const chaseChanges = (
  row: ObligationRow,
  told: ReturnType<typeof recipientsOf>['told'],
  acting: Acting,
  { campaign, slotAt }: { campaign: Presence['campaign']; slotAt: Instant },
): Change[] => [
  move('obligation', row, {}),
  audited(acting, 'chase', row),
  ...told.map(({ person, why }) =>
    ensure(
      'intent',
      intentOf(
        { campaign, now: acting.at },
        `chase:${row.id}@${row.version}:${person}`,
        person,
        { kind: 'chase', obligation: row.id, by: acting.by, why },
        { slotAt, about: row.id },
      ),
    ),
  ),
];
