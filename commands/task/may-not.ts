// Why somebody may not take a step of a task's life: it is not theirs to take, its state forbids it, or somebody of the
// office decided since they saw it. The second of two always hears what the first did.

import type { Refusal } from '../../domain/outcome.ts';
import { peopleInTasks, taskEntryFacts, taskFacts } from '../../domain/task/describe.ts';
import type { TaskVerb } from '../../domain/task/facts.ts';
import { isWithUnit } from '../../domain/task/task.ts';
import type { TaskEntryKind, TaskEntryRow, TaskRow } from '../../domain/task/things.ts';
import { allowsVerb, mayActOnTask } from '../../domain/task/verbs.ts';
import type { Context } from '../command.ts';
import { sceneOf } from '../ledger.ts';
import { isOfficeVerb, notYours } from './chosen-task.ts';

/** What the office decides; a task as it was shown is another after it. */
const DECISIONS: readonly TaskEntryKind[] = [
  'returned',
  'closed',
  'withdrawn',
  'reopened',
  'extension_granted',
  'extension_refused',
  'reassigned',
];

/** The timeline of a task, oldest entry first. */
export const entriesOf = ({ store }: Context, { id }: TaskRow): Promise<TaskEntryRow[]> =>
  store.list('taskEntry', { where: { task: id }, orderBy: 'no' });

/** The newest decision about the task that is not among the first `seen` entries of its timeline; null if there is none. */
async function overtakenBy(
  context: Context,
  verb: TaskVerb,
  row: TaskRow,
  seen: number,
): Promise<TaskEntryRow | null> {
  if (row.entries <= seen || !isOfficeVerb(verb)) return null;
  const since = (await entriesOf(context, row)).filter(({ no }) => no > seen);
  return since.filter(({ kind }) => DECISIONS.includes(kind)).at(-1) ?? null;
}

async function stateRefusal(
  context: Context,
  verb: TaskVerb,
  row: TaskRow,
  last: TaskEntryRow | undefined,
  overtaken: boolean,
): Promise<Refusal> {
  const scene = await sceneOf(context, [...peopleInTasks([row]), ...(last ? [last.by] : [])]);
  return {
    kind: 'task_state',
    verb,
    task: taskFacts(scene, row),
    last: last ? taskEntryFacts(scene, last) : null,
    ...(overtaken && { overtaken }),
  };
}

async function extensionRefusal(context: Context, row: TaskRow): Promise<Refusal | null> {
  if (!isWithUnit(row)) return null;
  const task = taskFacts(await sceneOf(context, peopleInTasks([row])), row);
  if (row.extension) return { kind: 'extension_pending', task };
  return context.at > row.dueAt ? { kind: 'extension_too_late', task } : null;
}

/** Why this person may not use this verb on this task now; `seen`: how long its timeline was when it was shown to them. */
export async function mayNot(
  context: Context,
  verb: TaskVerb,
  row: TaskRow,
  seen: number,
): Promise<Refusal | null> {
  if (!mayActOnTask(context.actor.postings, verb, row)) return notYours(context, verb, row);
  if (allowsVerb(row, verb, context.at)) {
    const decided = await overtakenBy(context, verb, row, seen);
    return decided && stateRefusal(context, verb, row, decided, true);
  }
  const refusal = verb === 'extend' ? await extensionRefusal(context, row) : null;
  return refusal ?? stateRefusal(context, verb, row, (await entriesOf(context, row)).at(-1), false);
}
