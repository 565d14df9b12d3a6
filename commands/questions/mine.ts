// What I or my unit owe: what 我的 says; on the days that were named what falls due then; of other units how they stand.

import { call } from '../calling.ts';
import { ownUnits } from '../own-rows.ts';
import type { Answerer } from './answerer.ts';
import { answerOwnDue } from './due.ts';
import { daysNamed } from './span.ts';
import { answerStatus } from './status.ts';

/** Shows what the asker owes. */
export const answerMine: Answerer = async (context, reading, text) => {
  const own = ownUnits(context);
  if (reading.units?.some((unit) => !own.includes(unit))) return answerStatus(context, reading, text);
  if (daysNamed(context, reading)) return answerOwnDue(context, reading, text);
  return call(context, 'mine');
};
