// 交办: orders become tasks. Several from one counter in one commit, so that the decisions of a meeting are numbered one
// after the other and either all of them are given or none. Numbers are drawn for each campaign and year, without gaps.

import { type Acting, audited } from '../audit.ts';
import type { Calendar } from '../calendar.ts';
import type { Campaign } from '../campaign.ts';
import { type Change, insert, move } from '../change.ts';
import {
  type AreaId,
  type CampaignId,
  type CivilDate,
  entryId,
  type PhaseId,
  taskId,
  type UnitId,
} from '../ids.ts';
import type { Presence } from '../recipients.ts';
import type { Telling } from '../telling.ts';
import type { CounterRow } from '../things.ts';
import { dateOf } from '../zone.ts';
import { startNext } from './chain.ts';
import { type Clock, deadlineColumns, isShortNotice, nextFeedbackOn, signByOf, toldOn } from './deadline.ts';
import { nextTaskStepAt } from './plan.ts';
import { tellEntry } from './tell.ts';
import type {
  FeedbackRhythm,
  StepLength,
  TaskEntryRow,
  TaskPriority,
  TaskRow,
  TaskSource,
  TaskStep,
} from './things.ts';

/** A task as it is ordered. With steps the first one's unit leads and the deadlines are counted: `lead` and `dueOn` are not read. */
export type TaskOrder = {
  title: string;
  ask: string;
  source: TaskSource;
  area: AreaId | null;
  phase: PhaseId | null;
  lead: UnitId;
  helpers: UnitId[];
  dueOn: CivilDate | null;
  priority: TaskPriority;
  feedback: FeedbackRhythm | null;
  evidence: string | null;
  steps: { name: string; unit: UnitId; length: StepLength }[];
};

/** What orders are carried out with; `counter` is the one that `taskCounterId` names, null before its first number. */
export type Dispatching = {
  campaign: Campaign;
  calendar: Calendar;
  presence: Presence;
  acting: Acting;
  counter: CounterRow | null;
};

export type Dispatched = { tasks: TaskRow[]; entries: TaskEntryRow[]; changes: Change[] };

/** The counter from which a campaign's tasks of one year are numbered. */
export const taskCounterId = (campaign: CampaignId, year: number): string => `task:${campaign}:${year}`;

/** The civil year in the campaign's zone in which a task that is given at this moment is numbered. */
export const taskYear = ({ zone }: Pick<Campaign, 'zone'>, at: Acting['at']): number =>
  Number(dateOf(at, zone).slice(0, 4));

const tellingOf = ({ campaign, calendar, presence, acting }: Dispatching): Telling => ({
  campaign,
  calendar,
  presence,
  now: acting.at,
});

function stepsOf({ calendar, campaign, now }: Clock, { steps }: TaskOrder): TaskStep[] {
  const waiting = steps.map((step) => ({ ...step, startedOn: null, dueOn: null, doneAt: null }));
  return startNext(calendar, waiting, dateOf(now, campaign.zone));
}

/** The deadline as ordered, or that of the first step. */
function dueOnOf(order: TaskOrder, steps: readonly TaskStep[]): CivilDate {
  const dueOn = steps[0]?.dueOn ?? order.dueOn;
  if (!dueOn) throw new RangeError('A task without steps is ordered with a deadline');
  return dueOn;
}

function clocksOf(clock: Clock, order: TaskOrder, steps: readonly TaskStep[]) {
  const dueOn = dueOnOf(order, steps);
  return {
    ...deadlineColumns(clock, dueOn, steps),
    shortNotice: isShortNotice(clock, dueOn),
    signBy: signByOf(clock, order.priority),
    feedbackOn: nextFeedbackOn(clock.calendar, order.feedback, toldOn(clock), dueOn),
  };
}

const UNTOUCHED = {
  version: 1,
  state: 'dispatched',
  signedAt: null,
  signedBy: null,
  percent: 0,
  extension: null,
  returned: null,
  submittedAt: null,
  closedAt: null,
  entries: 1,
} as const;

function rowOf(dispatching: Dispatching, order: TaskOrder, no: number): TaskRow {
  const { campaign, calendar, acting } = dispatching;
  const clock = tellingOf(dispatching);
  const year = taskYear(campaign, acting.at);
  const steps = stepsOf(clock, order);
  const lead = steps[0]?.unit ?? order.lead;
  const { dueOn: _, steps: __, ...said } = order;
  const row: TaskRow = {
    ...UNTOUCHED,
    ...said,
    ...clocksOf(clock, order, steps),
    id: taskId(campaign.id, year, no),
    campaign: campaign.id,
    year,
    no,
    lead,
    helpers: [...new Set(order.helpers)].filter((unit) => unit !== lead),
    createdAt: acting.at,
    createdBy: acting.by,
    nextStepAt: null,
  };
  return { ...row, nextStepAt: nextTaskStepAt(campaign, calendar, row) };
}

const entryOf = ({ acting }: Dispatching, row: TaskRow): TaskEntryRow => ({
  id: entryId(row.id, 1),
  version: 1,
  campaign: row.campaign,
  task: row.id,
  no: 1,
  kind: 'dispatched',
  unit: null,
  by: acting.by,
  at: acting.at,
  text: '',
  detail: { until: row.dueOn, toUnit: row.lead },
  files: [],
});

const unwritten = <Row extends { version: number }>({ version: _, ...row }: Row): Omit<Row, 'version'> => row;

const given = (dispatching: Dispatching, row: TaskRow, entry: TaskEntryRow): Change[] => [
  insert('task', unwritten(row)),
  insert('taskEntry', unwritten(entry)),
  audited(dispatching.acting, 'task_new', row, { title: row.title, lead: row.lead, dueOn: row.dueOn }),
  ...tellEntry(tellingOf(dispatching), { before: row, after: row, entry }),
];

function drawn({ campaign, acting, counter }: Dispatching, count: number): Change[] {
  if (count === 0) return [];
  const value = (counter?.value ?? 0) + count;
  const id = taskCounterId(campaign.id, taskYear(campaign, acting.at));
  return [counter ? move('counter', counter, { value }) : insert('counter', { id, value })];
}

/** Gives these tasks, numbered in their order; each is told to its units, and to the office where a leader gave it. */
export function decideDispatches(dispatching: Dispatching, orders: readonly TaskOrder[]): Dispatched {
  const first = (dispatching.counter?.value ?? 0) + 1;
  const tasks = orders.map((order, index) => rowOf(dispatching, order, first + index));
  const entries = tasks.map((row) => entryOf(dispatching, row));
  return {
    tasks,
    entries,
    changes: [
      ...drawn(dispatching, orders.length),
      ...tasks.flatMap((row, index) => given(dispatching, row, entries[index]!)),
    ],
  };
}
