// The way a step of a task's life is taken: the task and whoever acts are read again inside the decision, so that of two
// who decide at once the second hears what the first decided. A form is shown where nothing was typed yet, and shown again
// with what is wrong; a step without a form is taken at once.

import { readShown } from '../../db/reads.ts';
import type { ActionInput } from '../../domain/actions.ts';
import { expectUnchanged } from '../../domain/change.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import type { CivilDate } from '../../domain/ids.ts';
import type { AskFormFacts, Outcome } from '../../domain/outcome.ts';
import { defaultDueOn } from '../../domain/task/deadline.ts';
import { decideOnTask, type TaskAct } from '../../domain/task/decide.ts';
import { peopleInTasks, taskEntryFacts, taskFacts } from '../../domain/task/describe.ts';
import type { TaskFacts, TaskForm, TaskVerb } from '../../domain/task/facts.ts';
import type { TaskEntryKind, TaskEntryRow, TaskRow } from '../../domain/task/things.ts';
import { taskVerbsFor, unitActedFor } from '../../domain/task/verbs.ts';
import type { FileRef } from '../../domain/things.ts';
import { readAfresh } from '../afresh.ts';
import type { Context } from '../command.ts';
import { type Decision, decideAndCommit } from '../commit.ts';
import { actingOf, presenceNow, sceneOf } from '../ledger.ts';
import { refused } from '../review-row.ts';
import { chooseTask } from './chosen-task.ts';
import { shownValues, type Values } from './fields.ts';
import { entriesOf, mayNot } from './may-not.ts';

/** What was typed and attached. */
export type Filled = { values: Values; files: FileRef[] };

type Asked = (context: Context, row: TaskRow) => Promise<Extract<TaskForm, { task: TaskFacts }>>;

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
  (
    form: Exclude<TaskForm['form'], 'task_new' | 'task_reassign'>,
    defaultDay: DefaultDay = () => null,
  ): Asked =>
  async (context, row) => ({
    form,
    task: taskFacts(await sceneOf(context, peopleInTasks([row])), row),
    defaultDueOn: defaultDay(context, row),
  });

/** The deadline of a return, a reopening or another unit that names none. */
export const newDeadline: DefaultDay = ({ actor, at }, row) =>
  defaultDueOn({ campaign: actor.campaign.definition, calendar: actor.calendar, now: at }, row);

const withoutChanges = (outcome: Outcome): Decision => ({ outcome, changes: [] });

/** The task as it stands after `did`, with its timeline and what the actor may do with it now. */
export async function taskOutcome(
  context: Context,
  row: TaskRow,
  entries: readonly TaskEntryRow[],
  did: TaskEntryKind | null,
): Promise<Outcome> {
  const scene = await sceneOf(context, [...peopleInTasks([row]), ...entries.map(({ by }) => by)]);
  return {
    kind: 'task',
    task: taskFacts(scene, row),
    timeline: entries.map((entry) => taskEntryFacts(scene, entry)),
    may: taskVerbsFor(context.actor.postings, row, context.at),
    did,
  };
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
  // A form says how much of the timeline whoever filled it had seen; without one it is what was read at first.
  const seen = (input.task && input.no) || shown.entries;
  const refusal = await mayNot(fresh, verb, row, seen);
  if (refusal) return withoutChanges(refused(refusal));
  const filled = { values: input.values ?? {}, files: input.files ?? [] };
  if (form) {
    const ask = async (values: Values, problems: FieldProblem[]): Promise<AskFormFacts> => ({
      ...(await form.show(fresh, row)),
      seen: row.entries,
      values: shownValues(fresh, values),
      problems,
    });
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
