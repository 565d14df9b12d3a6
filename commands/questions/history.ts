// Who did what, when: of a task its timeline, to whoever may see the task; of anything else the log, which is the office's
// and the inspectors' to read.

import { maySee } from '../../domain/sight.ts';
import { call } from '../calling.ts';
import type { Answerer } from './answerer.ts';
import { notRead } from './refuse.ts';
import { periodNamed } from './span.ts';
import { answerTask } from './tasks.ts';

/** Shows the history of what was named. */
export const answerHistory: Answerer = async (context, reading, text) => {
  const { postings } = context.actor;
  if (reading.task !== undefined) return answerTask(context, reading, text);
  if (!maySee(postings, { kind: 'audit' })) return notRead(context, 'forbidden', text);
  const period = periodNamed(reading);
  const object = reading.person ?? reading.query;
  return call(context, 'audit', {
    ...(reading.units?.length && { unit: reading.units[0]! }),
    ...(reading.duty && { duty: reading.duty }),
    ...(period && { period }),
    ...(object && { values: { object } }),
  });
};
