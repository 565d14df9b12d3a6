// Periods open: every unit that owes gets its row, on the first day of the period or with its first reminder, whichever is
// earlier. What was due before a bot knew of it is waived as 启用前; so is what nobody can meet. A consultation that is owed
// opens its meeting with its row.

import { hasNothingToReport } from './bulletin-period.ts';
import type { Duty } from './campaign.ts';
import { type Change, ensure, move } from './change.ts';
import { newConsultation } from './consultation/plan.ts';
import { consultationStepsOf } from './consultation/steps.ts';
import { as, type Instant, obligationId, type UnitId } from './ids.ts';
import { type Deadline, deadlinesBetween, owingUnits } from './periods.ts';
import { lookAgainAt, NEVER_PLANNED, type PlanView } from './plan.ts';
import { stepsOf } from './reminders.ts';
import type { CampaignRow, DutyMarkRow, ObligationRow, Waiver } from './things.ts';
import { addDays, dateOf } from './zone.ts';

const MINUTE_MS = 60_000;
const DAYS_AHEAD = 62;
const DAYS_A_WORKING_DAY = 2;

/** Since when a bot has known the duty, the unit, and that one owes the other; what was due before was never theirs (启用前). */
const knownSince = (row: CampaignRow, duty: Duty, unit: UnitId): Instant =>
  as<Instant>(
    Math.max(
      row.plannedFrom ?? 0,
      row.knownSince[`duty:${duty.id}`] ?? 0,
      row.knownSince[`unit:${unit}`] ?? 0,
      row.knownSince[`owes:${duty.id}/${unit}`] ?? 0,
    ),
  );

/** Why a row is not asked for from the start; null if it is. */
export function waiverOf(view: PlanView, duty: Duty, unit: UnitId, deadline: Deadline): Waiver | null {
  if (deadline.noWorkingDay) return 'calendar';
  const lastInTimeAt = deadline.dueAt + duty.graceMinutes * MINUTE_MS;
  if (lastInTimeAt < knownSince(view.row, duty, unit)) return 'before_start';
  return hasNothingToReport(view.campaign, duty, view.calendar, deadline.dueAt) ? 'nothing_to_report' : null;
}

/** A deadline as columns of a row. */
export const deadlineColumns = (duty: Duty, deadline: Deadline) => ({
  periodFrom: deadline.from,
  periodTo: deadline.to,
  opensAt: deadline.opensAt,
  wantedOn: deadline.wantedOn,
  dueOn: deadline.dueOn,
  dueAt: deadline.dueAt,
  graceMinutes: duty.graceMinutes,
  closesAt: deadline.closesAt,
  missedAt: deadline.missedAt,
  shiftedBy: deadline.shift ? (deadline.shift.name ?? '') : null,
  provisional: deadline.provisional,
});

/** The row of one unit for one deadline as the plan opens it; waived from the start where it is not asked for. */
export function newRow(
  view: PlanView,
  duty: Duty,
  unit: UnitId,
  deadline: Deadline,
): Omit<ObligationRow, 'version'> {
  const waiver = waiverOf(view, duty, unit, deadline);
  const publishedOn = dateOf(knownSince(view.row, duty, unit), view.campaign.zone);
  const row: Omit<ObligationRow, 'version'> = {
    id: obligationId(view.campaign.id, duty.id, unit, deadline.period),
    campaign: view.campaign.id,
    duty: duty.id,
    unit,
    period: deadline.period,
    ...deadlineColumns(duty, deadline),
    state: waiver ? 'waived' : 'open',
    reason: null,
    waiver,
    returnDueAt: null,
    firstFiledAt: null,
    refiledAt: null,
    latestNo: 0,
    nil: false,
    figures: {},
    dispute: null,
    shortNotice: publishedOn >= view.calendar.addWorkingDays(deadline.dueOn, -1) && waiver === null,
    plannedThrough: NEVER_PLANNED,
    nextStepAt: null,
  };
  return { ...row, nextStepAt: lookAgainAt(view, duty, { ...row, version: 1 }) };
}

/** A period opens on its first day or with its first step, whichever is earlier. */
export function opensPlanAt(view: PlanView, duty: Duty, deadline: Deadline): Instant {
  const unit = view.campaign.units[0]!.id;
  const blank = { ...newRow(view, duty, unit, deadline), state: 'open' as const, version: 1 };
  const steps = [
    ...stepsOf(view.campaign, duty, blank, view.calendar),
    ...(duty.kind === 'consultation' ? meetingSteps(view, deadline) : []),
  ];
  return as<Instant>(Math.min(deadline.opensAt, ...steps.map(({ slotAt }) => slotAt)));
}

const meetingSteps = ({ campaign, calendar }: PlanView, { dueAt }: Deadline) =>
  consultationStepsOf(campaign, calendar, { startsAt: dueAt });

/** A row as it is opened; an owed consultation's with its meeting. */
const opened = (view: PlanView, duty: Duty, row: Omit<ObligationRow, 'version'>): Change[] => [
  ensure('obligation', row),
  ...(duty.kind === 'consultation' && row.state === 'open'
    ? [ensure('consultation', newConsultation(view, duty, row))]
    : []),
];

/** How many days before its deadline's period a duty may have to be opened: a ladder may start long before. */
export function daysAheadOf(duty: Duty): number {
  const first = Math.min(
    0,
    ...(duty.ladder ?? []).map(({ at }) => (at.kind === 'working_days' ? at.days : 0)),
  );
  return DAYS_AHEAD - first * DAYS_A_WORKING_DAY;
}

/** Opens every period of a duty whose time has come since the mark, and says when the next one will. */
export function planOpenings(view: PlanView, duty: Duty, mark: DutyMarkRow): Change[] {
  const { campaign, calendar, now } = view;
  const until = addDays(dateOf(now, campaign.zone), daysAheadOf(duty));
  const upcoming = deadlinesBetween(campaign, duty, calendar, campaign.from, until).map((deadline) => ({
    deadline,
    at: opensPlanAt(view, duty, deadline),
  }));
  const rows = upcoming
    .filter(({ at }) => at > mark.openedThrough && at <= now)
    .flatMap(({ deadline }) =>
      owingUnits(campaign, duty, deadline.wantedOn).map((unit) => newRow(view, duty, unit, deadline)),
    );
  const next = upcoming.map(({ at }) => at).filter((at) => at > now);
  const endOfView = as<Instant>(now + (DAYS_AHEAD / 2) * 86_400_000);
  const nextOpenAt =
    next.length > 0 ? as<Instant>(Math.min(...next)) : until < campaign.to ? endOfView : null;
  return [
    ...rows.flatMap((row) => opened(view, duty, row)),
    move('dutyMark', mark, { openedThrough: now, nextOpenAt }),
  ];
}
