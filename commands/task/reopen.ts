// 重新办理: the office takes up again what was closed or withdrawn, with a reason, and a date if it names one.

import { problemsOf, textProblem } from '../typed-text.ts';
import { aboutTask, newDeadline, type TaskDecision } from './decision.ts';
import { dayIn, deadlineProblem, textIn } from './fields.ts';

export const reopen: TaskDecision = {
  verb: 'reopen',
  form: {
    show: aboutTask('task_reopen', newDeadline),
    check: (context, _, { values }) =>
      problemsOf(
        textProblem('reason', values.reason ?? '', true),
        deadlineProblem(context, 'until', values.until ?? ''),
      ),
  },
  act: (context, _, { values }) => ({
    verb: 'reopen',
    reason: textIn(values, 'reason'),
    until: dayIn(context, values.until),
  }),
};
