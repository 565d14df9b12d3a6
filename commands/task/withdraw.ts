// 撤销: the office takes a task back, with a reason; its number and its timeline stay.

import { problemsOf, textProblem } from '../typed-text.ts';
import { aboutTask, type TaskDecision } from './decision.ts';
import { textIn } from './fields.ts';

export const withdraw: TaskDecision = {
  verb: 'withdraw',
  form: {
    show: aboutTask('task_withdraw'),
    check: (_, __, { values }) => problemsOf(textProblem('reason', values.reason ?? '', true)),
  },
  act: (_, __, { values }) => ({ verb: 'withdraw', reason: textIn(values, 'reason') }),
};
