// 新建: a task is given by the office or a leader. The form opens with what words, a message, or a duty of the plan already
// say; what comes back is checked field by field, numbered and dispatched in one commit.

import type { ActionInput } from '../../domain/actions.ts';
import { expectUnchanged } from '../../domain/change.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import type { AskFormFacts, Outcome } from '../../domain/outcome.ts';
import { decideDispatches, taskCounterId, taskYear } from '../../domain/task/dispatch.ts';
import { mayDispatch } from '../../domain/task/verbs.ts';
import { readAfresh } from '../afresh.ts';
import type { Context } from '../command.ts';
import { type Decision, decideAndCommit } from '../commit.ts';
import { actingOf, officeContact, presenceNow } from '../ledger.ts';
import { refused } from '../review-row.ts';
import { taskOutcome } from './decision.ts';
import { shownValues, unitsToChoose, type Values } from './fields.ts';
import { openingOf } from './new-opening.ts';
import { readOrder } from './order.ts';

const withoutChanges = (outcome: Outcome): Decision => ({ outcome, changes: [] });

function formOf(
  context: Context,
  { permalink }: ActionInput,
  values: Values,
  problems: FieldProblem[],
): AskFormFacts {
  const { id, areas, phases } = context.actor.campaign.definition;
  return {
    form: 'task_new',
    campaign: id,
    units: unitsToChoose(context),
    areas: areas.map((area) => ({ id: area.id, name: area.name })),
    phases: phases.map((phase) => ({ id: phase.id, name: phase.name })),
    permalink: permalink ?? null,
    values: shownValues(context, values),
    problems,
  };
}

async function decide(context: Context, input: ActionInput): Promise<Decision> {
  const fresh = await readAfresh(context);
  const { store, actor } = fresh;
  const campaign = actor.campaign.definition;
  if (!mayDispatch(actor.postings))
    return withoutChanges(refused({ kind: 'office_only', command: 'task', contact: officeContact(fresh) }));
  const { values } = input;
  if (!values) {
    const opening = await openingOf(fresh, input);
    return withoutChanges({ kind: 'ask_form', form: formOf(fresh, input, opening, []) });
  }
  const read = readOrder(fresh, values, input.permalink ?? null);
  if ('problems' in read)
    return withoutChanges(refused({ kind: 'form', form: formOf(fresh, input, values, read.problems) }));
  const counter = await store.find('counter', taskCounterId(campaign.id, taskYear(campaign, fresh.at)));
  const { tasks, entries, changes } = decideDispatches(
    {
      campaign,
      calendar: actor.calendar,
      presence: await presenceNow(fresh),
      acting: actingOf(fresh),
      counter,
    },
    [read.order],
  );
  return {
    outcome: await taskOutcome(fresh, tasks[0]!, entries, 'dispatched'),
    changes: [...changes, expectUnchanged('campaign', actor.campaign)],
  };
}

/** Asks for a task, or gives the one that was asked for. */
export const newTask = (context: Context, input: ActionInput): Promise<Outcome> =>
  decideAndCommit(context, () => decide(context, input), input.key);
