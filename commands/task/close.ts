// 办结销号: the office accepts what was handed in and closes the task, with the evidence where one is wanted. The form
// opens with what the unit wrote when it handed the task in, or the names of its files.

import type { FieldProblem } from '../../domain/facts.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import type { FileRef } from '../../domain/things.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import { aboutTask, type Filled, type TaskDecision } from './decision.ts';
import { filesProblem, textIn, type Values } from './fields.ts';
import { entriesOf } from './may-not.ts';

function evidenceProblem({ evidence }: TaskRow, { values, files }: Filled): FieldProblem | null {
  const isGiven = textIn(values, 'text') !== '' || files.length > 0;
  return evidence === null || isGiven ? null : { field: 'text', kind: 'evidence_wanted', evidence };
}

/** Files that were handed in stay on the timeline; as evidence they are named. */
const namesOf = (files: readonly FileRef[]): string => files.map(({ name }) => name).join('、');

export const close: TaskDecision = {
  verb: 'close',
  form: {
    show: aboutTask('task_close'),
    opening: async (context, row): Promise<Values> => {
      const entries = await entriesOf(context, row);
      const handedIn = entries.filter(({ kind }) => kind === 'submitted').at(-1);
      const text = handedIn?.text || namesOf(handedIn?.files ?? []);
      return text ? { text } : {};
    },
    check: (_, row, filled) =>
      problemsOf(
        evidenceProblem(row, filled),
        textProblem('text', filled.values.text ?? '', false),
        filesProblem(filled.files),
      ),
  },
  act: (_, __, { values, files }) => ({ verb: 'close', text: textIn(values, 'text'), files }),
};
