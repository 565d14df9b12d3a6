// What a task's notices say, with the task as it stands now. News of an entry is told to the end, for it happened. A
// reminder is told only while what it asks for is still to be done:
//
//   reminder of          is dropped when
//   any                  the task is closed or withdrawn, the recipient has left the unit, or is away
//   deadline, feedback   it lies with the office for review
//   deadline             another deadline counts by now; a step that leads up to it, when it has passed
//   signing              it was signed for, or is to be signed for by another day
//   feedback             feedback came, or is wanted on another day
//   review               the office has decided, or something else was submitted
//   a unit's end         another unit has it, or the unit goes on

import { as, entryId, type Instant, type TaskId } from '../domain/ids.ts';
import type { Notice, NoticeItem } from '../domain/notice.ts';
import { isOffice } from '../domain/permission.ts';
import { maySee } from '../domain/sight.ts';
import { taskEntryFacts, taskFacts } from '../domain/task/describe.ts';
import type { TaskFacts, TaskVerb } from '../domain/task/facts.ts';
import { holdsTaskStep } from '../domain/task/plan.ts';
import { endOfDayOn, isOpenTask } from '../domain/task/task.ts';
import type { TaskEntryRow, TaskRow } from '../domain/task/things.ts';
import { taskVerbsFor } from '../domain/task/verbs.ts';
import { dateOf } from '../domain/zone.ts';
import type { Fate } from './fate.ts';
import { type Ground, knowing } from './ground.ts';

type OfTask = Extract<Notice, { kind: 'task' }>;
type Reminder = Extract<Notice, { kind: 'task_reminder' }>;
type Item = Extract<NoticeItem, { kind: 'task' | 'task_reminder' }>;

/** What an entry of a task's timeline says to the recipient; or why it is not said. */
export async function describeTask(ground: Ground, notice: OfTask): Promise<Fate> {
  const { kind, why } = notice;
  const row = await ground.store.find('task', notice.task);
  const entry = await findEntry(ground, notice.task, notice.entry);
  if (!row || !entry) return { cancel: 'gone' };
  const seen = maySee(ground.postings, { kind: 'task', task: row }) ? row : asTaken(ground, row, entry);
  if (!seen) return { cancel: 'not_in_office' };
  return { item: { kind, why, ...(await partsOf(ground, seen)), entry: await entryOf(ground, entry) } };
}

/**
 * The unit that a task was taken from hears of it, although it sees no more of the task: as it stood then, without what the
 * other unit has done since. Null for everybody else.
 */
function asTaken({ postings, scene }: Ground, row: TaskRow, { detail }: TaskEntryRow): TaskRow | null {
  const { fromUnit, toUnit, until } = detail;
  if (fromUnit === undefined || !maySee(postings, { kind: 'task_taken', from: fromUnit })) return null;
  return {
    ...row,
    ...UNTOUCHED,
    ...(toUnit && { lead: toUnit }),
    ...(until && { dueOn: until, dueAt: endOfDayOn(scene.campaign, until) }),
  };
}

const UNTOUCHED = {
  state: 'dispatched',
  signedAt: null,
  signedBy: null,
  percent: 0,
  extension: null,
  returned: null,
  submittedAt: null,
  closedAt: null,
  steps: [],
} satisfies Partial<TaskRow>;

/** What a step of a task's ladders says to the recipient; or why it is not said. */
export async function describeTaskReminder(ground: Ground, notice: Reminder): Promise<Fate> {
  const { kind, step, stepKind, why } = notice;
  const row = await ground.store.find('task', notice.task);
  const stop = row ? findReasonNotToRemind(ground, notice, row) : 'gone';
  if (!row || stop) return { cancel: stop ?? 'gone' };
  return { item: { kind, step, stepKind, why, ...(await partsOf(asSaidBy(ground, notice, row), row)) } };
}

/** The steps at a deadline are said in its very instant, which is still in time; what they say is that it passed. */
function asSaidBy(ground: Ground, { stepKind }: Pick<Reminder, 'stepKind'>, row: TaskRow): Ground {
  const { scene } = ground;
  const over = stepKind === 'overdue' ? row.dueAt : stepKind === 'sign_overdue' ? row.signBy : null;
  return over === scene.now ? { ...ground, scene: { ...scene, now: as<Instant>(over + 1) } } : ground;
}

/** The card of a task as it stands now; null where the recipient may not see it any more. */
export async function retellTask(ground: Ground, item: Item): Promise<Item | null> {
  const row = await ground.store.find('task', item.task.id);
  if (!row || !maySee(ground.postings, { kind: 'task', task: row })) return null;
  const seen = item.kind === 'task_reminder' ? asSaidBy(ground, item, row) : ground;
  return { ...item, ...(await partsOf(seen, row)), toldAt: item.toldAt ?? item.task.now };
}

const findEntry = ({ store }: Ground, task: TaskId, no: number): Promise<TaskEntryRow | null> =>
  store.find('taskEntry', entryId(task, no));

const entryOf = async (ground: Ground, entry: TaskEntryRow) =>
  taskEntryFacts(await knowing(ground, [entry.by]), entry);

async function partsOf(ground: Ground, row: TaskRow): Promise<{ task: TaskFacts; may: TaskVerb[] }> {
  const scene = await knowing(ground, [row.createdBy, row.signedBy, row.extension?.by ?? null]);
  return { task: taskFacts(scene, row), may: taskVerbsFor(ground.postings, row, scene.now) };
}

/** Why a person is not reminded of the task after all; null if they are. */
function findReasonNotToRemind(ground: Ground, notice: Reminder, row: TaskRow): string | null {
  if (!isOpenTask(row)) return row.state;
  const overtaken = findOvertaken(ground, notice, row);
  if (overtaken) return overtaken;
  if (!isConcerned(ground, row)) return 'not_in_office';
  return ground.isAway ? 'on_leave' : null;
}

/** What came before the reminder and makes it needless; the rule is the plan's, here it gets its name. */
function findOvertaken({ scene }: Ground, notice: Reminder, row: TaskRow): string | null {
  if (holdsTaskStep(scene.campaign, row, notice, scene.now)) return null;
  switch (notice.stepKind) {
    case 'review':
      return 'decided';
    case 'unit_ended':
      return 'reassigned';
    case 'sign':
    case 'sign_overdue':
      if (row.state !== 'dispatched') return 'signed';
      break;
    case 'feedback':
      if (row.state !== 'in_review' && row.feedbackOn !== notice.dueOn) return 'fed_back';
  }
  if (row.state === 'in_review') return 'in_review';
  const dueOn = dateOf(isOfSigning(notice) ? row.signBy : row.dueAt, scene.campaign.zone);
  return dueOn === notice.dueOn ? 'expired' : 'deadline_moved';
}

const isOfSigning = ({ stepKind }: Reminder): boolean => stepKind === 'sign' || stepKind === 'sign_overdue';

/** Of the unit that has to act, or of the office. */
const isConcerned = ({ postings }: Ground, { lead }: TaskRow): boolean =>
  isOffice(postings) || postings.some(({ unit }) => unit === lead);
