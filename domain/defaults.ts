// What is meant when something is left out (product.md, "In chat").
//
//   without 事项     the report duty that the bulletin collects, else the one with the nearest deadline
//   without 报送期   the period whose deadline is next; for two working days after a deadline, that one

import type { Calendar } from './calendar.ts';
import type { Campaign, Duty } from './campaign.ts';
import { as, type CivilTime, type Instant } from './ids.ts';
import { type Deadline, deadlinesBetween } from './periods.ts';
import { addDays, dateOf, instantOf } from './zone.ts';

const LOOK_BACK_DAYS = 400;
const LOOK_AHEAD_DAYS = 400;
const RESPITE_WORKING_DAYS = 2;
const MIDNIGHT = as<CivilTime>('24:00');

/** The deadlines of a duty for a year and more around `now`, by time. */
export function deadlinesAround(
  campaign: Campaign,
  duty: Duty,
  calendar: Calendar,
  now: Instant,
): Deadline[] {
  const today = dateOf(now, campaign.zone);
  return deadlinesBetween(
    campaign,
    duty,
    calendar,
    addDays(today, -LOOK_BACK_DAYS),
    addDays(today, LOOK_AHEAD_DAYS),
  );
}

/** The period meant at `now` when none is named; null for a duty that has none. */
export function defaultDeadline(
  campaign: Campaign,
  duty: Duty,
  calendar: Calendar,
  now: Instant,
): Deadline | null {
  const deadlines = deadlinesAround(campaign, duty, calendar, now);
  const last = deadlines.findLast(({ dueAt }) => dueAt <= now);
  const next = deadlines.find(({ dueAt }) => dueAt > now);
  if (!last || !next) return next ?? last ?? null;
  const respite = calendar.addWorkingDays(last.dueOn, RESPITE_WORKING_DAYS);
  return now <= instantOf(respite, MIDNIGHT, campaign.zone) ? last : next;
}

/** The duty meant when none is named; null where the campaign has no report duty. */
export function defaultDuty(campaign: Campaign, calendar: Calendar, now: Instant): Duty | null {
  const reports = campaign.duties.filter(({ kind }) => kind === 'report');
  const collected = campaign.duties.find(({ kind, collects }) => kind === 'bulletin' && collects)?.collects;
  const nearest = reports
    .map((duty) => ({
      duty,
      dueAt:
        deadlinesAround(campaign, duty, calendar, now).find(({ dueAt }) => dueAt > now)?.dueAt ?? Infinity,
    }))
    .sort((a, b) => a.dueAt - b.dueAt)[0]?.duty;
  return reports.find(({ id }) => id === collected) ?? nearest ?? null;
}
