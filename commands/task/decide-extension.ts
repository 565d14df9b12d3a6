// 答复延期: the office grants a later deadline (the one asked for, or another) or refuses with a reason.

import type { FieldProblem } from '../../domain/facts.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import type { Context } from '../command.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import { aboutTask, type TaskDecision } from './decision.ts';
import { dayIn, deadlineProblem, textIn, type Values } from './fields.ts';

const ANSWERS = ['grant', 'refuse'];

const answerProblem = ({ answer = '' }: Values): FieldProblem | null => {
  if (answer === '') return { field: 'answer', kind: 'required' };
  if (ANSWERS.includes(answer)) return null;
  return { field: 'answer', kind: 'not_a_choice', typed: answer, choices: ANSWERS };
};

/** The day in the form, else the one that was asked for; that one, too, may be over by now. */
const typedUntil = ({ until }: Values, { extension }: TaskRow): string =>
  until?.trim() ? until : (extension?.until ?? '');

const untilProblem = (context: Context, row: TaskRow, values: Values): FieldProblem | null =>
  values.answer === 'grant' ? deadlineProblem(context, 'until', typedUntil(values, row), row.dueOn) : null;

export const decideExtension: TaskDecision = {
  verb: 'decide_extension',
  form: {
    show: aboutTask('task_decide_extension', (_, { extension }) => extension?.until ?? null),
    check: (context, row, { values }) =>
      problemsOf(
        answerProblem(values),
        untilProblem(context, row, values),
        textProblem('reason', values.reason ?? '', values.answer === 'refuse'),
      ),
  },
  act: (context, row, { values }) => {
    const reason = textIn(values, 'reason');
    if (values.answer === 'refuse') return { verb: 'refuse', reason };
    return { verb: 'grant', until: dayIn(context, typedUntil(values, row)) ?? row.dueOn, reason };
  },
};
