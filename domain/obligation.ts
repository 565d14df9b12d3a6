// One row of the ledger: how it stands, and what may be done to it. Late, nil, overdue and missed are derived here and
// nowhere else, so that no two screens can disagree.
//
//   state      | filed by the unit   | accepted | returned  | waived
//   open       | → submitted         | –        | –         | → waived
//   submitted  | → submitted (next version) | → accepted | → returned | –
//   returned   | → submitted         | –        | –         | → waived
//   accepted   | – (returned first)  | –        | → returned | –
//   waived     | – (not owed)        | –        | –         | –
//
// Waived because an import ended its unit or duty, it is open (or returned) again when a later import names them and
// there still is time (plan.ts).
//
// Time: filed in time ≤ due + grace < 迟报 ≤ end < 漏报, where end is the later of "period closes" and "漏报 starts"
// (product.md, "The ledger"). Whether it is late is decided by the first complete submission; after a return by the
// first one since, against the deadline given with the return, if the first was in time.

import type { Counts, Standing, Timeliness } from './facts.ts';
import { as, type CivilDate, type Instant } from './ids.ts';
import type { ObligationRow } from './things.ts';
import { dateOf } from './zone.ts';

const MINUTE_MS = 60_000;

/** The columns that standing and timeliness follow from: enough to count rows by, where no more of them is shown. */
export const TIMED = [
  'state',
  'opensAt',
  'dueAt',
  'graceMinutes',
  'closesAt',
  'missedAt',
  'returnDueAt',
  'firstFiledAt',
  'refiledAt',
  'nil',
  'dispute',
] as const satisfies (keyof ObligationRow)[];
export type TimedRow = Pick<ObligationRow, (typeof TIMED)[number]>;

type Row = TimedRow;

/** The deadline that counts now: the one given with a return, else the duty's. */
export const deadlineNow = (row: Pick<Row, 'state' | 'returnDueAt' | 'dueAt'>): Instant =>
  row.state === 'returned' && row.returnDueAt !== null ? row.returnDueAt : row.dueAt;

/** The civil day of the deadline that counts now, in the campaign's zone. */
export const dueOnNow = (
  row: Pick<ObligationRow, 'state' | 'returnDueAt' | 'dueOn'>,
  zone: string,
): CivilDate =>
  row.state === 'returned' && row.returnDueAt !== null ? dateOf(row.returnDueAt, zone) : row.dueOn;

const withGrace = (row: Row, at: Instant): Instant => as<Instant>(at + row.graceMinutes * MINUTE_MS);

/** The last instant at which a report is still in time. */
export const lastInTime = (row: Row): Instant => withGrace(row, deadlineNow(row));

/** Whether the unit still owes this report. */
export const isOwed = (row: Pick<Row, 'state'>): boolean => row.state === 'open' || row.state === 'returned';

/** Whether a report lies with the office. */
export const isFiled = (row: Pick<Row, 'state'>): boolean =>
  row.state === 'submitted' || row.state === 'accepted';

/** Whether a report may still come before its period closes: until then no sum over it stands. */
export const isStillToCome = (row: Pick<Row, 'state' | 'closesAt'>, now: Instant): boolean =>
  isOwed(row) && now < row.closesAt;

/** From here on a first report is 补报 and the row stays 漏报. */
export const supplementsFrom = (row: Row): Instant => as<Instant>(Math.max(row.closesAt, row.missedAt));

/** Whether a version filed now is 补报: the period has closed, and no date given with a return is still open. */
export const isAfterClose = (row: Row, now: Instant): boolean =>
  now >= row.closesAt && !(row.state === 'returned' && now <= lastInTime(row));

/** How the row stands at `now`; see facts.ts for the words. */
export function standingOf(row: Row, now: Instant): Standing {
  switch (row.state) {
    case 'waived':
      return 'waived';
    case 'accepted':
      return 'accepted';
    case 'submitted':
      return 'filed';
    case 'returned':
      return now > lastInTime(row) ? 'overdue' : 'returned';
    case 'open':
      return openStanding(row, now);
  }
}

function openStanding(row: Row, now: Instant): Standing {
  if (now >= row.missedAt && now > lastInTime(row)) return 'missed';
  if (now > lastInTime(row)) return 'overdue';
  return now < row.opensAt ? 'upcoming' : 'due';
}

/** In time, 迟报 or 漏报 as known at `now`; null while nothing can be said. An upheld dispute clears 迟报. */
export function timelinessOf(row: Row, now: Instant): Timeliness {
  if (row.state === 'waived') return null;
  if (row.firstFiledAt === null) return standingOf(row, now) === 'missed' ? 'missed' : null;
  if (row.firstFiledAt >= supplementsFrom(row)) return 'missed';
  return isLate(row, now) && !row.dispute?.decision?.upheld ? 'late' : 'on_time';
}

function isLate(row: Row, now: Instant): boolean {
  if (row.firstFiledAt! > withGrace(row, row.dueAt)) return true;
  if (row.returnDueAt === null) return false;
  return (row.refiledAt ?? now) > withGrace(row, row.returnDueAt);
}

/** Whether there is a 迟报 or 漏报 to be disputed. */
export const isDisputable = (row: Row, now: Instant): boolean =>
  ['late', 'missed'].includes(timelinessOf(row, now) ?? '') || standingOf(row, now) === 'overdue';

/** The numbers of one duty and period; 补报 does not turn 漏报 into reported. */
export function countsOf(rows: readonly Row[], now: Instant): Counts {
  const due = rows.filter((row) => row.state !== 'waived');
  const reported = due.filter((row) => isFiled(row) && timelinessOf(row, now) !== 'missed');
  const late = reported.filter((row) => timelinessOf(row, now) === 'late').length;
  return {
    due: due.length,
    reported: reported.length,
    onTime: reported.length - late,
    late,
    nil: reported.filter((row) => row.nil).length,
    missing: due.length - reported.length,
    waived: rows.length - due.length,
  };
}

/** Whether the row counts as 未报 at `now`: owed, or 漏报 even if made up for later. */
export const isMissing = (row: Row, now: Instant): boolean =>
  isOwed(row) || (row.state !== 'waived' && timelinessOf(row, now) === 'missed');
