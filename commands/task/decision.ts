// The way a step of a task's life is taken: the task and whoever acts are read again inside the decision, so that of two
// who decide at once the second hears what the first decided. A form is shown where nothing was typed yet, and shown again
// with what is wrong; a step without a form is taken at once.

import { readShown } from '../../db/reads.ts';
import type { ActionInput } from '../../domain/actions.ts';
import { expectUnchanged } from '../../domain/change.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import type { CivilDate } from '../../domain/ids.ts';
import type { AskFormFacts, Outcome, Refusal } from '../../domain/outcome.ts';
import { defaultDueOn } from '../../domain/task/deadline.ts';
import { decideOnTask, type TaskAct } from '../../domain/task/decide.ts';
import { taskEntryFacts, taskFacts } from '../../domain/task/describe.ts';
import type { TaskForm, TaskVerb } from '../../domain/task/facts.ts';
import { isWithUnit } from '../../domain/task/task.ts';
import type { TaskEntryKind, TaskEntryRow, TaskRow } from '../../domain/task/things.ts';
import { allowsVerb, mayActOnTask, taskVerbsFor, unitActedFor } from '../../domain/task/verbs.ts';
import type { FileRef } from '../../domain/things.ts';
import { readAfresh } from '../afresh.ts';
import type { Context } from '../command.ts';
import { type Decision, decideAndCommit } from '../commit.ts';
import { actingOf, presenceNow, sceneOf } from '../ledger.ts';
import { refused } from '../review-row.ts';
import { chooseTask, notYours } from './chosen-task.ts';
import type { Values } from './fields.ts';

/** What was typed and attached. */
export type Filled = { values: Values; files: FileRef[] };

/** A form before it is opened: what it is about, without what stands in it. */
export type Asked = (context: Context, row: TaskRow) => Promise<object>;

export type TaskDecision = {
  verb: TaskVerb;
  /** Left out: nothing is asked. */
  form?: {
    show: Asked;
    opening?: (context: Context, row: TaskRow) => Promise<Values>;
    check: (context: Context, row: TaskRow, filled: Filled) => FieldProblem[];
  };
  act: (context: Context, row: TaskRow, filled: Filled) => TaskAct;
};

type DefaultDay = (context: Context, row: TaskRow) => CivilDate | null;

/** A form about a task; `defaultDueOn` says what a left-out date means. */
export const aboutTask =
  (form: Exclude<TaskForm['form'], 'task_new'>, defaultDueOn: DefaultDay = () => null): Asked =>
  async (context, row) => ({
    form,
    task: taskFacts(await sceneOf(context), row),
    defaultDueOn: defaultDueOn(context, row),
  });

/** The deadline of a return, a reopening or another unit that names none. */
export const newDeadline: DefaultDay = ({ actor, at }, row) =>
  defaultDueOn({ campaign: actor.campaign.definition, calendar: actor.calendar, now: at }, row);

const withoutChanges = (outcome: Outcome): Decision => ({ outcome, changes: [] });

/** The timeline of a task, oldest entry first. */
export const entriesOf = ({ store }: Context, { id }: TaskRow): Promise<TaskEntryRow[]> =>
  store.list('taskEntry', { where: { task: id }, orderBy: 'no' });

/** The task as it stands after `did`, with its timeline and what the actor may do with it now. */
export async function taskOutcome(
  context: Context,
  row: TaskRow,
  entries: readonly TaskEntryRow[],
  did: TaskEntryKind | null,
): Promise<Outcome> {
  const scene = await sceneOf(context);
  return {
    kind: 'task',
    task: taskFacts(scene, row),
    timeline: entries.map((entry) => taskEntryFacts(scene, entry)),
    may: taskVerbsFor(context.actor.postings, row, context.at),
    did,
  };
}

const DECISIONS: readonly TaskEntryKind[] = [
  'returned',
  'closed',
  'withdrawn',
  'reopened',
  'extension_granted',
  'extension_refused',
  'reassigned',
];
const BY_OFFICE: readonly TaskVerb[] = [
  'decide_extension',
  'close',
  'return',
  'reassign',
  'withdraw',
  'reopen',
];

/** Who did what last, for the one who comes second. */
async function stateRefusal(context: Context, verb: TaskVerb, row: TaskRow): Promise<Refusal> {
  const [scene, entries] = await Promise.all([sceneOf(context), entriesOf(context, row)]);
  const last = entries.at(-1);
  return {
    kind: 'task_state',
    verb,
    task: taskFacts(scene, row),
    last: last ? taskEntryFacts(scene, last) : null,
  };
}

/** Somebody of the office decided about the task after it was shown to this one, who decides on what they saw. */
async function isOvertaken(context: Context, verb: TaskVerb, row: TaskRow, shown: TaskRow): Promise<boolean> {
  if (row.entries === shown.entries || !BY_OFFICE.includes(verb)) return false;
  const entries = await entriesOf(context, row);
  return entries.some(({ no, kind }) => no > shown.entries && DECISIONS.includes(kind));
}

async function mayNot(
  context: Context,
  verb: TaskVerb,
  row: TaskRow,
  shown: TaskRow,
): Promise<Refusal | null> {
  const { actor, at } = context;
  if (!mayActOnTask(actor.postings, verb, row)) return notYours(context, verb, row);
  const isLeft = await isOvertaken(context, verb, row, shown);
  if (!isLeft && allowsVerb(row, verb, at)) return null;
  if (verb === 'extend' && isWithUnit(row)) {
    const task = taskFacts(await sceneOf(context), row);
    if (row.extension) return { kind: 'extension_pending', task };
    if (at > row.dueAt) return { kind: 'extension_too_late', task };
  }
  return stateRefusal(context, verb, row);
}

async function taken(context: Context, row: TaskRow, act: TaskAct, verb: TaskVerb): Promise<Decision> {
  const { actor, store } = context;
  const decided = decideOnTask(
    {
      campaign: actor.campaign.definition,
      calendar: actor.calendar,
      presence: await presenceNow(context),
      acting: actingOf(context),
      row,
      shown: await readShown(store, row.id),
      unit: unitActedFor(actor.postings, verb, row),
    },
    act,
  );
  const entries = [...(await entriesOf(context, row)), decided.entry];
  return {
    outcome: await taskOutcome(context, decided.row, entries, decided.entry.kind),
    changes: [...decided.changes, expectUnchanged('campaign', actor.campaign)],
  };
}

async function decideAfresh(
  context: Context,
  shown: TaskRow,
  decision: TaskDecision,
  input: ActionInput,
): Promise<Decision> {
  const { verb, form, act } = decision;
  const fresh = await readAfresh(context);
  const row = await fresh.store.find('task', shown.id);
  if (!row) return withoutChanges(refused({ kind: 'gone', id: shown.id }));
  const refusal = await mayNot(fresh, verb, row, shown);
  if (refusal) return withoutChanges(refused(refusal));
  const filled = { values: input.values ?? {}, files: input.files ?? [] };
  if (form) {
    const ask = async (values: Values, problems: FieldProblem[]) =>
      ({ ...(await form.show(fresh, row)), values, problems }) as AskFormFacts;
    if (!input.values) {
      const opening = (await form.opening?.(fresh, row)) ?? {};
      return withoutChanges({ kind: 'ask_form', form: await ask(opening, []) });
    }
    const problems = form.check(fresh, row, filled);
    if (problems.length > 0)
      return withoutChanges(refused({ kind: 'form', form: await ask(filled.values, problems) }));
  }
  return taken(fresh, row, act(fresh, row, filled), verb);
}

/** Takes one step of a task's life, or asks for what is missing. */
export async function askOrAct(
  context: Context,
  input: ActionInput,
  decision: TaskDecision,
): Promise<Outcome> {
  const chosen = await chooseTask(context, decision.verb, input);
  const decide = async (): Promise<Decision> =>
    'refusal' in chosen
      ? withoutChanges(refused(chosen.refusal))
      : decideAfresh(context, chosen.row, decision, input);
  return decideAndCommit(context, decide, input.key);
}
