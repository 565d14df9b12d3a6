// Which period a bulletin reports on, and when it is drafted (the issue of the weekly duty; product.md, "Bulletin").
//
//   reports on  the latest period of `collects` whose deadline is not after the bulletin's own
//   drafted at  the later of that deadline plus grace and the start of the bulletin's own period

import type { Calendar } from './calendar.ts';
import type { Campaign, Duty } from './campaign.ts';
import { as, bulletinId, type Instant } from './ids.ts';
import { type Deadline, deadlinesBetween } from './periods.ts';
import type { BulletinRow, ObligationRow } from './things.ts';

const MINUTE_MS = 60_000;

/** The duty whose reports a bulletin collects; null for any other duty. */
export function collectedDuty(campaign: Campaign, duty: Duty): Duty | null {
  if (duty.kind !== 'bulletin' || !duty.collects) return null;
  return campaign.duties.find(({ id }) => id === duty.collects) ?? null;
}

/** The period a bulletin with this deadline reports on; null before the first one. */
export function collectedPeriod(
  campaign: Campaign,
  duty: Duty,
  calendar: Calendar,
  dueAt: Instant,
): Deadline | null {
  const collected = collectedDuty(campaign, duty);
  if (!collected) return null;
  return (
    deadlinesBetween(campaign, collected, calendar, campaign.from, campaign.to)
      .filter((deadline) => deadline.dueAt <= dueAt)
      .at(-1) ?? null
  );
}

/** Whether this is a bulletin that nothing is due before: nobody can owe it. */
export const hasNothingToReport = (
  campaign: Campaign,
  duty: Duty,
  calendar: Calendar,
  dueAt: Instant,
): boolean => duty.kind === 'bulletin' && collectedPeriod(campaign, duty, calendar, dueAt) === null;

type OfBulletin = Pick<ObligationRow, 'dueAt' | 'opensAt' | 'period'>;

/** When the bulletin of this row is drafted; null if the row is none of a bulletin or there is nothing to collect. */
export function draftsAt(
  campaign: Campaign,
  duty: Duty,
  calendar: Calendar,
  row: OfBulletin,
): Instant | null {
  const collected = collectedDuty(campaign, duty);
  const deadline = collectedPeriod(campaign, duty, calendar, row.dueAt);
  if (!collected || !deadline) return null;
  return as<Instant>(Math.max(deadline.dueAt + collected.graceMinutes * MINUTE_MS, row.opensAt));
}

/** The draft as it is first kept: nothing written, nothing frozen, no number. */
export function draftFor(
  campaign: Campaign,
  duty: Duty,
  calendar: Calendar,
  row: OfBulletin,
): Omit<BulletinRow, 'version'> | null {
  const collected = collectedDuty(campaign, duty);
  const deadline = collectedPeriod(campaign, duty, calendar, row.dueAt);
  if (!collected || !deadline) return null;
  return {
    id: bulletinId(campaign.id, duty.id, row.period),
    campaign: campaign.id,
    duty: duty.id,
    period: row.period,
    collects: collected.id,
    collectsPeriod: deadline.period,
    state: 'drafted',
    no: null,
    edits: { highlights: [] },
    frozen: null,
    approvedBy: null,
    approvedAt: null,
    publishedBy: null,
    publishedAt: null,
    headMessage: null,
    corrections: [],
  };
}
