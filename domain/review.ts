// What the office decides about a row, and what the unit may object: return, accept, waive, dispute. Every decision
// leaves a line in the audit and is told to exactly those concerned, in their reminder hours.

import { type Acting, audited } from './audit.ts';
import type { Calendar } from './calendar.ts';
import type { Campaign } from './campaign.ts';
import { type Change, move } from './change.ts';
import { as, type CivilDate, type Instant } from './ids.ts';
import type { Notice, Why } from './notice.ts';
import { isOwed } from './obligation.ts';
import { findDuty, lookAgainAt } from './plan.ts';
import type { Presence } from './recipients.ts';
import { type News, officePeople, type Telling, tellPeople, unitPeople } from './telling.ts';
import type { ObligationRow } from './things.ts';
import { dateOf, instantOf } from './zone.ts';

export type Review = {
  campaign: Campaign;
  calendar: Calendar;
  presence: Presence;
  acting: Acting;
  row: ObligationRow;
};

/** The row as it will stand, and what is to be written. */
export type Reviewed = { row: ObligationRow; changes: Change[] };

type Columns = Partial<Omit<ObligationRow, 'id' | 'version'>>;

function decided(
  review: Review,
  verb: string,
  columns: Columns,
  detail: Record<string, unknown>,
  told: Change[],
): Reviewed {
  const { row, acting } = review;
  return {
    row: { ...row, ...columns, version: row.version + 1 },
    changes: [move('obligation', row, columns), audited(acting, verb, row, detail), ...told],
  };
}

const tellingOf = ({ campaign, calendar, presence, acting }: Review): Telling => ({
  campaign,
  calendar,
  presence,
  now: acting.at,
});

const newsOf = ({ row }: Review, key: string, notice: News['notice']): News => ({
  key: `${key}:${row.id}@${row.version}`,
  about: row.id,
  notice,
});

/** Tells the unit's liaison and deputy, in the next reminder hours. */
function unitTold(review: Review, key: string, notice: (why: Why) => Notice): Change[] {
  const telling = tellingOf(review);
  const people = unitPeople(telling, review.row.unit, ['liaison', 'deputy']);
  return tellPeople(
    telling,
    people,
    newsOf(review, key, (why) => notice(why!)),
  );
}

function officeTold(review: Review, key: string, notice: Notice): Change[] {
  const telling = tellingOf(review);
  return tellPeople(
    telling,
    officePeople(telling),
    newsOf(review, key, () => notice),
  );
}

/**
 * The deadline of a return that names no date: the end of the next working day, or the old deadline if that is later; the
 * old one is the one given with an earlier return, where there was one.
 */
export function defaultReturnDue({ campaign, calendar, acting, row }: Omit<Review, 'presence'>): Instant {
  const nextDay = calendar.addWorkingDays(dateOf(acting.at, campaign.zone), 1);
  return as<Instant>(
    Math.max(instantOf(nextDay, campaign.workingHours.to, campaign.zone), row.dueAt, row.returnDueAt ?? 0),
  );
}

/** Sends a filed report back with a reason; the ladder starts again for the new deadline. */
export function decideReturn(review: Review, reason: string, dueOn: CivilDate | null): Reviewed {
  const { campaign, calendar, acting, row } = review;
  const returnDueAt = dueOn
    ? instantOf(dueOn, campaign.workingHours.to, campaign.zone)
    : defaultReturnDue(review);
  const columns = {
    state: 'returned' as const,
    reason,
    returnDueAt,
    refiledAt: null,
    plannedThrough: acting.at,
  };
  const duty = findDuty(campaign, row.duty);
  const next = { ...row, ...columns };
  const nextStepAt = duty ? lookAgainAt({ campaign, calendar }, duty, next) : null;
  return decided(
    review,
    'return',
    { ...columns, nextStepAt },
    { reason, dueOn: dateOf(returnDueAt, campaign.zone) },
    unitTold(review, 'returned', (why) => ({
      kind: 'returned',
      obligation: row.id,
      by: acting.by,
      reason,
      why,
    })),
  );
}

/** Accepts a filed report. */
export const decideAccept = (review: Review): Reviewed =>
  decided(review, 'accept', { state: 'accepted' }, {}, []);

/** Excuses the unit from a report it owes, with a reason. */
export function decideWaive(review: Review, reason: string): Reviewed {
  const { row, acting } = review;
  const columns = { state: 'waived' as const, waiver: 'office' as const, reason, nextStepAt: null };
  return decided(
    review,
    'waive',
    columns,
    { reason },
    unitTold(review, 'waived', (why) => ({ kind: 'waived', obligation: row.id, by: acting.by, reason, why })),
  );
}

/** The unit objects to 迟报 or 漏报. */
export function decideDispute(review: Review, text: string): Reviewed {
  const { row, acting } = review;
  const dispute = { text, by: acting.by, at: acting.at, decision: null };
  return decided(
    review,
    'dispute',
    { dispute },
    { text },
    officeTold(review, 'dispute', { kind: 'dispute_filed', obligation: row.id, text, by: acting.by }),
  );
}

/** The office decides an open dispute. Upheld: 迟报 is cleared; what was never filed is waived. */
export function decideOnDispute(review: Review, upheld: boolean, reason: string): Reviewed {
  const { row, acting } = review;
  const dispute = { ...row.dispute!, decision: { upheld, reason, by: acting.by, at: acting.at } };
  const excused: Columns =
    upheld && isOwed(row) ? { state: 'waived', waiver: 'office', reason, nextStepAt: null } : {};
  return decided(
    review,
    'decide_dispute',
    { dispute, ...excused },
    { upheld, reason },
    unitTold(review, 'dispute_decided', (why) => ({
      kind: 'dispute_decided',
      obligation: row.id,
      upheld,
      reason,
      by: acting.by,
      why,
    })),
  );
}
