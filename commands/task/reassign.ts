// 改派: the office gives the task to another unit; what was done stays on its timeline.

import type { FieldProblem } from '../../domain/facts.ts';
import { unitFacts } from '../../domain/obligation-facts.ts';
import { taskFacts } from '../../domain/task/describe.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import type { Context } from '../command.ts';
import { sceneOf } from '../ledger.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import { newDeadline, type TaskDecision } from './decision.ts';
import { dayIn, deadlineProblem, textIn, unitIn, unitProblem, unitsToChoose, type Values } from './fields.ts';

const otherUnits = (context: Context, { lead }: TaskRow) =>
  unitsToChoose(context).filter(({ id }) => id !== lead);

function leadProblem(context: Context, row: TaskRow, values: Values): FieldProblem | null {
  const typed = values.lead ?? '';
  if (typed.trim() === '') return { field: 'lead', kind: 'required' };
  if (unitIn(context, typed)?.id !== row.lead) return unitProblem(context, 'lead', typed);
  const { name } = unitFacts(context.actor.campaign.definition, row.lead);
  const choices = otherUnits(context, row).map((unit) => unit.name);
  return { field: 'lead', kind: 'not_a_choice', typed: name, choices };
}

export const reassign: TaskDecision = {
  verb: 'reassign',
  form: {
    show: async (context, row) => ({
      form: 'task_reassign',
      task: taskFacts(await sceneOf(context), row),
      units: otherUnits(context, row),
      defaultDueOn: newDeadline(context, row),
    }),
    check: (context, row, { values }) =>
      problemsOf(
        leadProblem(context, row, values),
        textProblem('reason', values.reason ?? '', false),
        deadlineProblem(context, 'until', values.until ?? ''),
      ),
  },
  act: (context, row, { values }) => ({
    verb: 'reassign',
    lead: unitIn(context, values.lead ?? '')?.id ?? row.lead,
    until: dayIn(context, values.until),
    reason: textIn(values, 'reason'),
  }),
};
