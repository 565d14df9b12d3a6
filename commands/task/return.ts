// 退回重办: the office sends back what was handed in, with a reason, and a date by which it is wanted if it names one.

import { problemsOf, textProblem } from '../typed-text.ts';
import { aboutTask, newDeadline, type TaskDecision } from './decision.ts';
import { dayIn, deadlineProblem, textIn } from './fields.ts';

export const returnTask: TaskDecision = {
  verb: 'return',
  form: {
    show: aboutTask('task_return', newDeadline),
    check: (context, _, { values }) =>
      problemsOf(
        textProblem('reason', values.reason ?? '', true),
        deadlineProblem(context, 'until', values.until ?? ''),
      ),
  },
  act: (context, _, { values }) => ({
    verb: 'return',
    reason: textIn(values, 'reason'),
    until: dayIn(context, values.until),
  }),
};
