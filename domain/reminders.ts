// When a unit is reminded of what it owes, and which step may be skipped. The ladder is relative to the deadline; the
// slots keep the reminder hours: before the deadline a step moves earlier, from the deadline on later.
// Knows no people (recipients.ts) and writes nothing (plan.ts).

import type { Calendar } from './calendar.ts';
import type { Campaign, Duty, LadderStep, StepAt } from './campaign.ts';
import { as, type CivilTime, type Instant } from './ids.ts';
import type { StepKind } from './notice.ts';
import { deadlineNow, dueOnNow, isOwed, lastInTime } from './obligation.ts';
import { slotAfter, slotBefore } from './office-hours.ts';
import type { ObligationRow } from './things.ts';
import { dateOf, instantOf } from './zone.ts';

const HOUR_MS = 3_600_000;
const NINE = as<CivilTime>('09:00');
const workingDays = (days: number): StepAt => ({ kind: 'working_days', days, time: NINE });

/** The ladder of a duty that names none (product.md, "Reminders"). */
export const DEFAULT_LADDER: readonly LadderStep[] = [
  { id: 'notice', at: workingDays(-2), to: ['liaison'] },
  { id: 'eve', at: workingDays(-1), to: ['liaison'] },
  { id: 'last_call', at: { kind: 'hours', hours: -2 }, to: ['liaison', 'deputy'] },
  { id: 'overdue', at: { kind: 'deadline' }, to: ['liaison', 'deputy', 'head'] },
  { id: 'escalation_1', at: workingDays(1), to: ['head', 'office'] },
  { id: 'escalation_2', at: workingDays(2), to: ['office_director'] },
];

/** A consultation has steps of its own (consultation/steps.ts); a ladder that its file names is told beside them. */
const ladderOf = ({ kind, ladder }: Duty): readonly LadderStep[] =>
  ladder ?? (kind === 'consultation' ? [] : DEFAULT_LADDER);

/** One step of one row's ladder: when it is meant, when it may be said. */
export type Step = { id: string; kind: StepKind; to: LadderStep['to']; slotAt: Instant };

/** On the day of the deadline itself the time of day decides. */
function isBefore(at: StepAt, nominal: Instant, row: ObligationRow): boolean {
  switch (at.kind) {
    case 'deadline':
      return false;
    case 'hours':
      return at.hours < 0;
    case 'working_days':
      return at.days < 0 || (at.days === 0 && nominal < deadlineNow(row));
  }
}

function nominalAt(at: StepAt, row: ObligationRow, calendar: Calendar, zone: string): Instant {
  switch (at.kind) {
    case 'deadline':
      return lastInTime(row);
    case 'hours':
      return as<Instant>(deadlineNow(row) + at.hours * HOUR_MS);
    case 'working_days':
      return instantOf(calendar.addWorkingDays(dueOnNow(row, zone), at.days), at.time, zone);
  }
}

function kindOf(at: StepAt, before: boolean, slotAt: Instant, row: ObligationRow, zone: string): StepKind {
  if (at.kind === 'deadline') return 'overdue';
  if (!before) return 'escalation';
  return dateOf(slotAt, zone) === dueOnNow(row, zone) ? 'last_call' : 'before';
}

/** All steps of the row's ladder against the deadline that counts now, by slot. */
export function stepsOf(campaign: Campaign, duty: Duty, row: ObligationRow, calendar: Calendar): Step[] {
  const { zone } = campaign;
  return ladderOf(duty)
    .map(({ id, at, to }) => {
      const nominal = nominalAt(at, row, calendar, zone);
      const before = isBefore(at, nominal, row);
      const slotAt = (before ? slotBefore : slotAfter)(nominal, calendar, zone);
      return { id, to, slotAt, kind: kindOf(at, before, slotAt, row, zone) };
    })
    .sort((a, b) => a.slotAt - b.slotAt);
}

/** When the plan must look at the row again: its next step that is not planned yet; null if nothing can become due. */
export function nextStepAt(
  campaign: Campaign,
  duty: Duty,
  row: ObligationRow,
  calendar: Calendar,
): Instant | null {
  if (!isOwed(row)) return null;
  const next = stepsOf(campaign, duty, row, calendar).find(({ slotAt }) => slotAt > row.plannedThrough);
  return next?.slotAt ?? null;
}

/** Whether a step said now would come too late: it leads up to a deadline that has passed. */
export const isExpired = ({ kind }: Pick<Step, 'kind'>, row: ObligationRow, now: Instant): boolean =>
  (kind === 'before' || kind === 'last_call') && now > lastInTime(row);

/**
 * Splits the steps that became due into those that are still worth saying and those that expired unsaid (product.md:
 * after an outage only the latest step that still makes sense is sent). Steps of one slot are the latest together: a
 * ladder may tell liaison and office in one moment.
 */
export function dueSteps(
  steps: readonly Step[],
  row: ObligationRow,
  now: Instant,
): { say: Step[]; skipped: Step[] } {
  const due = steps.filter(({ slotAt }) => slotAt > row.plannedThrough && slotAt <= now);
  const latest = due.at(-1)?.slotAt;
  const isSaid = (step: Step) => step.slotAt === latest && !isExpired(step, row, now);
  return { say: due.filter(isSaid), skipped: due.filter((step) => !isSaid(step)) };
}

/** The step that 已知悉 skips: the next one, if it is neither the last call on the last day nor after the deadline. */
export function stepToSkip(steps: readonly Step[], now: Instant): Step | null {
  const next = steps.find(({ slotAt }) => slotAt > now);
  return next?.kind === 'before' ? next : null;
}

/** One spelling for each moment, to compare steps by. */
export const stepKey = (at: StepAt): string => {
  switch (at.kind) {
    case 'deadline':
      return '+0';
    case 'hours':
      return `${at.hours > 0 ? '+' : ''}${at.hours}h`;
    case 'working_days':
      return `${at.days > 0 ? '+' : ''}${at.days}wd ${at.time}`;
  }
};
