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

/** One step of one row's ladder: when it is meant, when it may be said. */
export type Step = { id: string; kind: StepKind; to: LadderStep['to']; slotAt: Instant };

const isBefore = (at: StepAt): boolean =>
  at.kind !== 'deadline' && (at.kind === 'hours' ? at.hours < 0 : at.days < 0);

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

function kindOf(at: StepAt, slotAt: Instant, row: ObligationRow, zone: string): StepKind {
  if (at.kind === 'deadline') return 'overdue';
  if (!isBefore(at)) return 'escalation';
  return dateOf(slotAt, zone) === dueOnNow(row, zone) ? 'last_call' : 'before';
}

/** All steps of the row's ladder against the deadline that counts now, by slot. */
export function stepsOf(campaign: Campaign, duty: Duty, row: ObligationRow, calendar: Calendar): Step[] {
  const { zone } = campaign;
  return (duty.ladder ?? DEFAULT_LADDER)
    .map(({ id, at, to }) => {
      const nominal = nominalAt(at, row, calendar, zone);
      const slotAt = (isBefore(at) ? slotBefore : slotAfter)(nominal, calendar, zone);
      return { id, to, slotAt, kind: kindOf(at, slotAt, row, zone) };
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

/**
 * Splits the steps that became due into the one that is still worth saying and those that expired unsaid
 * (product.md: after an outage only the latest step that still makes sense is sent).
 */
export function dueSteps(
  steps: readonly Step[],
  plannedThrough: Instant,
  now: Instant,
): { say: Step | null; skipped: Step[] } {
  const due = steps.filter(({ slotAt }) => slotAt > plannedThrough && slotAt <= now);
  return { say: due.at(-1) ?? null, skipped: due.slice(0, -1) };
}

/** The step that 已知悉 skips: the next one, if it is neither the last call on the last day nor after the deadline. */
export function stepToSkip(steps: readonly Step[], now: Instant): Step | null {
  const next = steps.find(({ slotAt }) => slotAt > now);
  return next?.kind === 'before' ? next : null;
}
