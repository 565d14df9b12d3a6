// Tasks of several steps with lengths, one after the other (初验 → 公示15个自然日 → 签发). Counts days; decides nothing.
//
//   counting    starts the day after: a step of one natural day that starts on the 3rd ends on the 4th
//   natural     every day counts; an end on a holiday stays there
//   working     the calendar's working days count, with 调休
//   one by one  the next starts on the day on which the former ends; those that wait are only projected
//
// Invariant: the step under way has the deadline of its task, and its unit is the task's lead.

import type { Calendar } from '../calendar.ts';
import type { CivilDate, Instant, UnitId } from '../ids.ts';
import { addDays } from '../zone.ts';
import type { StepLength, TaskRow, TaskStep } from './things.ts';

/** The last day of a length that is counted from the day after `startedOn`. */
export const endOfLength = (calendar: Calendar, startedOn: CivilDate, { days, of }: StepLength): CivilDate =>
  of === 'natural' ? addDays(startedOn, days) : calendar.addWorkingDays(startedOn, days);

/** Index of the step under way; -1 where there is no chain or all of it is done. */
export const currentStep = (steps: readonly TaskStep[]): number =>
  steps.findIndex(({ doneAt }) => doneAt === null);

/** Whether the step under way is followed by another: then it is ended, not submitted. */
export function hasLaterSteps(steps: readonly TaskStep[]): boolean {
  const current = currentStep(steps);
  return current >= 0 && current < steps.length - 1;
}

/** The chain with the step under way changed in these columns; as it is where none is under way. */
export const withCurrent = (steps: readonly TaskStep[], to: Partial<TaskStep>): TaskStep[] =>
  steps.map((step, index) => (index === currentStep(steps) ? { ...step, ...to } : step));

/** The chain with its next waiting step started on this day. */
export const startNext = (
  calendar: Calendar,
  steps: readonly TaskStep[],
  startedOn: CivilDate,
): TaskStep[] => {
  const step = steps[currentStep(steps)];
  return step
    ? withCurrent(steps, { startedOn, dueOn: endOfLength(calendar, startedOn, step.length) })
    : [...steps];
};

/** The chain with the step under way ended. */
export const endCurrent = (steps: readonly TaskStep[], at: Instant): TaskStep[] =>
  withCurrent(steps, { doneAt: at });

/** The chain as work on it goes on after a return or a reopening: where all is done, the last step is under way again. */
export const resumed = (steps: readonly TaskStep[]): TaskStep[] =>
  currentStep(steps) >= 0
    ? [...steps]
    : steps.map((step, index) => (index === steps.length - 1 ? { ...step, doneAt: null } : step));

/** The units of a chain, each once. */
export const unitsOfChain = (steps: readonly TaskStep[]): UnitId[] => [
  ...new Set(steps.map(({ unit }) => unit)),
];

/** Every unit a task concerns: its lead, those that co-operate, those of its chain. */
export const unitsConcerned = ({
  lead,
  helpers,
  steps,
}: Pick<TaskRow, 'lead' | 'helpers' | 'steps'>): UnitId[] => [
  ...new Set([lead, ...helpers, ...unitsOfChain(steps)]),
];

/**
 * When each step ends: as it was fixed, or, while it waits, as it would if all goes as counted from the end of the step
 * before; a step that is overdue today cannot end before today.
 */
export function projectedEnds(calendar: Calendar, steps: readonly TaskStep[], today: CivilDate): CivilDate[] {
  const ends: CivilDate[] = [];
  let before = today;
  for (const { length, dueOn, doneAt } of steps) {
    const end = dueOn ?? endOfLength(calendar, before, length);
    ends.push(end);
    before = doneAt === null && end < today ? today : end;
  }
  return ends;
}

function isCountedOverUnknown(calendar: Calendar, startedOn: CivilDate, dueOn: CivilDate): boolean {
  for (let date = addDays(startedOn, 1); date <= dueOn; date = addDays(date, 1)) {
    if (calendar.day(date).provisional) return true;
  }
  return false;
}

/**
 * 暂定: whether no holiday notice is known for the day of a deadline, or, where the step under way has a length in working
 * days, for a day that was counted.
 */
export function isProvisional(
  calendar: Calendar,
  { dueOn, steps }: { dueOn: CivilDate; steps: readonly TaskStep[] },
): boolean {
  const step = steps[currentStep(steps)];
  return step?.startedOn && step.length.of === 'working'
    ? isCountedOverUnknown(calendar, step.startedOn, dueOn)
    : calendar.day(dueOn).provisional;
}
