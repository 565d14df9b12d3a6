// 反馈: how far it is, in percent, words and files; one of them is enough. A co-operating unit feeds the lead.

import type { FieldProblem } from '../../domain/facts.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import { aboutTask, type TaskDecision } from './decision.ts';
import { filesProblem, textIn, type Values } from './fields.ts';

const PERCENT = /^(?:100|\d{1,2})$/;

/** What was typed without its sign, in half-width digits. */
const typedPercent = (values: Values): string =>
  textIn(values, 'percent').normalize('NFKC').replace(/\s*%$/, '');

const percentIn = (values: Values): number | null => {
  const typed = typedPercent(values);
  return typed === '' ? null : Number(typed);
};

const percentProblem = (values: Values): FieldProblem | null => {
  const typed = typedPercent(values);
  if (typed === '' || PERCENT.test(typed)) return null;
  return { field: 'percent', kind: 'not_a_percent', typed: values.percent ?? '' };
};

export const feedBack: TaskDecision = {
  verb: 'feed_back',
  form: {
    show: aboutTask('task_feed_back'),
    check: (_, __, { values, files }) => {
      const isSaid = files.length > 0 || typedPercent(values) !== '';
      return problemsOf(
        percentProblem(values),
        textProblem('text', values.text ?? '', !isSaid),
        filesProblem(files),
      );
    },
  },
  act: (_, __, { values, files }) => ({
    verb: 'feed_back',
    percent: percentIn(values),
    text: textIn(values, 'text'),
    files,
  }),
};
