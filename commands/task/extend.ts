// 申请延期: before the deadline, the lead unit asks for a later one, with its reason and how far it is.

import type { CivilDate } from '../../domain/ids.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import { aboutTask, type TaskDecision } from './decision.ts';
import { dayIn, deadlineProblem, textIn, type Values } from './fields.ts';

const missing = (values: Values, field: string) => textProblem(field, values[field] ?? '', true);

export const extend: TaskDecision = {
  verb: 'extend',
  form: {
    show: aboutTask('task_extend'),
    check: (context, { dueOn }, { values }) =>
      problemsOf(
        missing(values, 'until') ?? deadlineProblem(context, 'until', values.until ?? '', dueOn),
        missing(values, 'reason'),
        missing(values, 'progress'),
      ),
  },
  act: (context, _, { values }) => ({
    verb: 'extend',
    until: dayIn(context, values.until) as CivilDate,
    reason: textIn(values, 'reason'),
    progress: textIn(values, 'progress'),
  }),
};
