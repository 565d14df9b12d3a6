// 提请办结: the lead unit hands the task in for review, with what was done in words or files.

import { problemsOf, textProblem } from '../typed-text.ts';
import { aboutTask, type TaskDecision } from './decision.ts';
import { filesProblem, textIn } from './fields.ts';

export const submit: TaskDecision = {
  verb: 'submit',
  form: {
    show: aboutTask('task_submit'),
    check: (_, __, { values, files }) =>
      problemsOf(textProblem('text', values.text ?? '', files.length === 0), filesProblem(files)),
  },
  act: (_, __, { values, files }) => ({ verb: 'submit', text: textIn(values, 'text'), files }),
};
