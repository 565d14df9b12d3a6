// 查看: a task with its timeline, for those it concerns, the office, leaders and inspectors.

import type { ActionInput } from '../../domain/actions.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { maySee } from '../../domain/sight.ts';
import type { Context } from '../command.ts';
import { refused } from '../review-row.ts';
import { chooseTask, notYours } from './chosen-task.ts';
import { taskOutcome } from './decision.ts';
import { entriesOf } from './may-not.ts';

/** Shows the task as it stands. */
export async function show(context: Context, input: ActionInput): Promise<Outcome> {
  const chosen = await chooseTask(context, 'show', input);
  if ('refusal' in chosen) return refused(chosen.refusal);
  const { row } = chosen;
  if (!maySee(context.actor.postings, { kind: 'task', task: row }))
    return refused(notYours(context, 'show', row));
  return taskOutcome(context, row, await entriesOf(context, row), null);
}
