// 完成本步: the unit of a chain's step ends it, and the next begins. A result in words or files may be left out.

import { problemsOf, textProblem } from '../typed-text.ts';
import { aboutTask, type TaskDecision } from './decision.ts';
import { filesProblem, textIn } from './fields.ts';

export const stepDone: TaskDecision = {
  verb: 'step_done',
  form: {
    show: aboutTask('task_step_done'),
    check: (_, __, { values, files }) =>
      problemsOf(textProblem('text', values.text ?? '', false), filesProblem(files)),
  },
  act: (_, __, { values, files }) => ({ verb: 'step_done', text: textIn(values, 'text'), files }),
};
