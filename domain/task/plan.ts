// A task's ladders over time: what becomes due is turned into intents, one for each person, by the plan; the rehearsal
// asks the same functions. Five matters run beside each other, each with a ladder of its own:
//
//   matter    | step       | when                                                 | to
//   deadline  | soon, eve  | three, one working days before, 09:00                | liaison
//             | overdue    | at the deadline                                      | liaison, deputy, head
//             | overdue_N  | the N-th working day after, 09:00                    | liaison, deputy; N even: office director
//   signing   | sign       | 09:00 of the day; urgent: one hour before            | liaison
//             | sign_overdue | when the time to sign is over                      | liaison, deputy, head, office
//   feedback  | feedback_DATE | 09:00 of that day, and again in its rhythm        | liaison
//   review    | review     | second working day after the submission, 09:00       | office
//   the unit  | unit_ended_DATE | each working day after the lead unit has ended, 09:00 | office
//
// While a task is in review only the last runs: the ball is with the office. Before their time steps move earlier into the
// reminder hours, after it later. After an outage each matter says only its latest step that still makes sense, also to
// the head, whom `overdue` would have told and nothing after it does. What a unit cannot be told, because nobody of it can
// be reached, is told to the office in its stead.

import type { Calendar } from '../calendar.ts';
import type { Campaign, RecipientRole } from '../campaign.ts';
import { type Change, ensure, move } from '../change.ts';
import { as, type CivilDate, type CivilTime, type Instant, type PersonId, type UnitId } from '../ids.ts';
import type { Notice, TaskStepKind, Why } from '../notice.ts';
import { unitFacts } from '../obligation-facts.ts';
import { slotAfter, slotBefore } from '../office-hours.ts';
import { intentOf, type PlanView, slotFrom } from '../plan.ts';
import { officeStaff, type Presence, type Recipients, recipientsOf } from '../recipients.ts';
import type { IntentRow } from '../things.ts';
import { addDays, civilOf, dateOf, instantOf } from '../zone.ts';
import { feedbackDays } from './deadline.ts';
import { isOpenTask, isWithUnit } from './task.ts';
import type { TaskRow } from './things.ts';

const HOUR_MS = 3_600_000;
const NINE = as<CivilTime>('09:00');
const REVIEW_WORKING_DAYS = 2;

/** One step of a task's ladders. `dueOn` is the day it leads up to or follows: it carries the key and shows a step that is out of date. */
export type TaskReminder = {
  id: string;
  kind: TaskStepKind;
  slotAt: Instant;
  dueOn: CivilDate;
  to: RecipientRole[];
};

type Ground = { campaign: Campaign; calendar: Calendar; row: TaskRow };

const nineOn = ({ campaign }: Ground, date: CivilDate): Instant => instantOf(date, NINE, campaign.zone);
const earlier = ({ campaign, calendar }: Ground, at: Instant) => slotBefore(at, calendar, campaign.zone);
const later = ({ campaign, calendar }: Ground, at: Instant) => slotAfter(at, calendar, campaign.zone);

function stepsBefore(ground: Ground): TaskReminder[] {
  const { calendar, row } = ground;
  const before = (id: string, days: number): TaskReminder => ({
    id,
    kind: 'before',
    slotAt: earlier(ground, nineOn(ground, calendar.addWorkingDays(row.dueOn, -days))),
    dueOn: row.dueOn,
    to: ['liaison'],
  });
  return [before('soon', 3), before('eve', 1)];
}

/** Day after day without end, so only up to the first that lies after `through`; none on the day on which `overdue` is said. */
function stepsAfter(ground: Ground, through: Instant): TaskReminder[] {
  const { campaign, calendar, row } = ground;
  const overdue = later(ground, row.dueAt);
  const steps: TaskReminder[] = [
    { id: 'overdue', kind: 'overdue', slotAt: overdue, dueOn: row.dueOn, to: ['liaison', 'deputy', 'head'] },
  ];
  let day = row.dueOn;
  for (let n = 1; steps.at(-1)!.slotAt <= through || n === 1; n++) {
    day = calendar.addWorkingDays(day, 1);
    if (day <= dateOf(overdue, campaign.zone)) continue;
    const to: RecipientRole[] =
      n % 2 === 0 ? ['liaison', 'deputy', 'office_director'] : ['liaison', 'deputy'];
    steps.push({ id: `overdue_${n}`, kind: 'escalation', slotAt: nineOn(ground, day), dueOn: row.dueOn, to });
  }
  return steps;
}

function signingSteps(ground: Ground): TaskReminder[] {
  const { campaign, row } = ground;
  if (row.state !== 'dispatched') return [];
  const dueOn = dateOf(row.signBy, campaign.zone);
  const at = row.priority === 'normal' ? nineOn(ground, dueOn) : as<Instant>(row.signBy - HOUR_MS);
  return [
    { id: 'sign', kind: 'sign', slotAt: earlier(ground, at), dueOn, to: ['liaison'] },
    {
      id: 'sign_overdue',
      kind: 'sign_overdue',
      slotAt: later(ground, row.signBy),
      dueOn,
      to: ['liaison', 'deputy', 'head', 'office'],
    },
  ];
}

/** All of them follow the one day on which it was wanted first: feedback makes an end of those that are left. */
function feedbackSteps(ground: Ground): TaskReminder[] {
  const { calendar, row } = ground;
  const { feedbackOn: dueOn } = row;
  if (dueOn === null) return [];
  return feedbackDays(calendar, row.feedback, dueOn, row.dueOn).map((day) => {
    const slotAt = earlier(ground, nineOn(ground, day));
    return { id: `feedback_${day}`, kind: 'feedback', slotAt, dueOn, to: ['liaison'] };
  });
}

const findUnit = ({ units }: Pick<Campaign, 'units'>, id: UnitId) => units.find((unit) => unit.id === id);

/** The day after the unit's last, or after what is planned: said until another unit has the task, however it came by it. */
function endedSteps(ground: Ground): TaskReminder[] {
  const { campaign, calendar, row } = ground;
  const dueOn = findUnit(campaign, row.lead)?.to;
  if (dueOn === undefined) return [];
  const planned = dateOf(row.plannedThrough, campaign.zone);
  const day = calendar.firstWorkingDay(addDays(planned > dueOn ? planned : dueOn, 1));
  return [
    { id: `unit_ended_${day}`, kind: 'unit_ended', slotAt: nineOn(ground, day), dueOn, to: ['office'] },
  ];
}

function reviewSteps(ground: Ground): TaskReminder[] {
  const { campaign, calendar, row } = ground;
  if (row.submittedAt === null) return [];
  const dueOn = dateOf(row.submittedAt, campaign.zone);
  const slotAt = nineOn(ground, calendar.addWorkingDays(dueOn, REVIEW_WORKING_DAYS));
  return [{ id: 'review', kind: 'review', slotAt, dueOn, to: ['office'] }];
}

/**
 * All steps of the task's ladders as it stands, by slot. The daily ones after the deadline have no end: they are listed up
 * to the first that lies after `through` (default: after what is planned), which the rehearsal sets to its own end.
 */
export function taskStepsOf(
  campaign: Campaign,
  calendar: Calendar,
  row: TaskRow,
  through: Instant = row.plannedThrough,
): TaskReminder[] {
  const ground = { campaign, calendar, row };
  const steps = isWithUnit(row)
    ? [
        ...stepsBefore(ground),
        ...stepsAfter(ground, through),
        ...signingSteps(ground),
        ...feedbackSteps(ground),
        ...endedSteps(ground),
      ]
    : row.state === 'in_review'
      ? reviewSteps(ground)
      : [];
  return steps.sort((a, b) => a.slotAt - b.slotAt);
}

/** When the plan must look at the task again: its next step that is not planned yet; null if nothing can become due. */
export const nextTaskStepAt = (campaign: Campaign, calendar: Calendar, row: TaskRow): Instant | null =>
  taskStepsOf(campaign, calendar, row).find(({ slotAt }) => slotAt > row.plannedThrough)?.slotAt ?? null;

/** Which of a task’s ladders a step belongs to. */
export const matterOf = (kind: TaskStepKind): string => {
  switch (kind) {
    case 'sign':
    case 'sign_overdue':
      return 'signing';
    case 'feedback':
    case 'review':
    case 'unit_ended':
      return kind;
    case 'before':
    case 'last_call':
    case 'overdue':
    case 'escalation':
      return 'deadline';
  }
};

/** Whether a step said now would come too late: it leads up to a moment that has passed. */
function isExpired(kind: TaskStepKind, row: TaskRow, now: Instant): boolean {
  if (kind === 'sign') return now > row.signBy;
  return (kind === 'before' || kind === 'last_call' || kind === 'feedback') && now > row.dueAt;
}

/** A step after the deadline that is said in place of `overdue` goes to everybody whom that was for. */
const insteadOfOverdue = (due: readonly TaskReminder[], step: TaskReminder): TaskReminder => {
  const overdue = due.find(({ kind }) => kind === 'overdue');
  return step.kind === 'escalation' && overdue
    ? { ...step, to: [...new Set([...overdue.to, ...step.to])] }
    : step;
};

/** The steps that became due and are not planned yet: of each matter the latest is worth saying, unless it expired unsaid. */
export function dueTaskSteps(
  steps: readonly TaskReminder[],
  row: TaskRow,
  now: Instant,
): { say: TaskReminder[]; skipped: TaskReminder[] } {
  const due = steps.filter(({ slotAt }) => slotAt > row.plannedThrough && slotAt <= now);
  const latest = new Map(due.map((step) => [matterOf(step.kind), step]));
  const isSaid = (step: TaskReminder) =>
    latest.get(matterOf(step.kind)) === step && !isExpired(step.kind, row, now);
  const say = due.filter(isSaid).map((step) => insteadOfOverdue(due, step));
  return { say, skipped: due.filter((step) => !isSaid(step)) };
}

/**
 * Whether a reminder that was planned still says something true when it is told: the task waits for the same unit's act,
 * and for the same day. Whether its recipient is still the one to be told is asked of `taskRecipients`.
 */
export function holdsTaskStep(
  campaign: Pick<Campaign, 'zone' | 'units'>,
  row: TaskRow,
  { stepKind, dueOn }: { stepKind: TaskStepKind; dueOn: CivilDate },
  now: Instant,
): boolean {
  if (isExpired(stepKind, row, now)) return false;
  const { zone } = campaign;
  switch (matterOf(stepKind)) {
    case 'signing':
      return row.state === 'dispatched' && dueOn === dateOf(row.signBy, zone);
    case 'feedback':
      return isWithUnit(row) && dueOn === row.feedbackOn;
    case 'review':
      return row.state === 'in_review' && row.submittedAt !== null && dueOn === dateOf(row.submittedAt, zone);
    case 'unit_ended':
      return isWithUnit(row) && dueOn === findUnit(campaign, row.lead)?.to;
    default:
      return isWithUnit(row) && dueOn === row.dueOn;
  }
}

/** The office's people in place of a unit nobody of which can be reached. */
export const officeInsteadOf = (presence: Presence, unit: UnitId): { person: PersonId; why: Why }[] =>
  officeStaff(presence).map((person) => ({
    person,
    why: { role: 'office', insteadOf: unitFacts(presence.campaign, unit).name },
  }));

/** The same people, each told for this unit. */
export const toldFor = (unit: UnitId, told: Recipients['told']): Recipients['told'] =>
  told.map(({ person, why }) => ({ person, why: { ...why, unit } }));

/** Who is told a step on the day of the presence; where nobody of the unit can be, the office in its stead. */
export function taskRecipients(presence: Presence, row: TaskRow, step: Pick<TaskReminder, 'to'>): Recipients {
  const { told: people, unreachable } = recipientsOf(presence, row.lead, step.to);
  const told = toldFor(row.lead, people);
  if (unreachable === null || step.to.includes('office')) return { told, unreachable };
  const office = officeInsteadOf(presence, row.lead).filter(
    ({ person }) => !told.some((other) => other.person === person),
  );
  return { told: [...told, ...office], unreachable };
}

/** `loudi-2016:2016/12`: a task as keys of intents name it. */
export const taskInKeys = ({ campaign, year, no }: TaskRow): string => `${campaign}:${year}/${no}`;

/** An urgent task may change hands twice in a day, so the time to sign is named with its hour. */
function dueInKey({ campaign }: PlanView, row: TaskRow, { kind, dueOn }: TaskReminder): string {
  const isSigning = matterOf(kind) === 'signing' && row.priority !== 'normal';
  return isSigning ? `${dueOn}T${civilOf(row.signBy, campaign.zone).time}` : dueOn;
}

function intentsFor(view: PlanView, row: TaskRow, step: TaskReminder): Omit<IntentRow, 'version'>[] {
  const slotAt = slotFrom(view, step.slotAt);
  const presence = view.presence.on(dateOf(slotAt, view.campaign.zone));
  const key = `task:${taskInKeys(row)}:due-${dueInKey(view, row, step)}:${step.id}`;
  return taskRecipients(presence, row, step).told.map(({ person, why }) => {
    const notice: Notice = {
      kind: 'task_reminder',
      task: row.id,
      step: step.id,
      stepKind: step.kind,
      dueOn: step.dueOn,
      why,
    };
    return intentOf(view, `${key}:${person}`, person, notice, { slotAt, about: row.id });
  });
}

function stepIntents(view: PlanView, row: TaskRow): Omit<IntentRow, 'version'>[] {
  const steps = taskStepsOf(view.campaign, view.calendar, row, view.now);
  const { say, skipped } = dueTaskSteps(steps, row, view.now);
  const forTheRecord = skipped
    .flatMap((step) => intentsFor(view, row, step))
    .map((intent) => ({ ...intent, state: 'skipped' as const, reason: 'expired' }));
  return [...forTheRecord, ...say.flatMap((step) => intentsFor(view, row, step))];
}

/** Turns the steps of one task that became due into intents, and says when to look again. */
export function planTask(view: PlanView, row: TaskRow): Change[] {
  if (!isOpenTask(row)) return [move('task', row, { nextStepAt: null })];
  const planned = { ...row, plannedThrough: view.now };
  return [
    ...stepIntents(view, row).map((intent) => ensure('intent', intent)),
    move('task', row, {
      plannedThrough: view.now,
      nextStepAt: nextTaskStepAt(view.campaign, view.calendar, planned),
    }),
  ];
}
