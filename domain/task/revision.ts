// What a new definition or holiday notice does to open tasks: the deadline was given or counted as a civil day, and people
// were told it, so that stays; when its reminders are said may change, and whether the day is still 暂定.

import { type Change, move } from '../change.ts';
import type { PlanView } from '../plan.ts';
import { isProvisional } from './chain.ts';
import { nextTaskStepAt } from './plan.ts';
import { isOpenTask } from './task.ts';
import type { TaskRow } from './things.ts';

/** Counts the steps of an open task anew; nothing to write where nothing changes. */
export function planTaskRevision({ campaign, calendar }: PlanView, row: TaskRow): Change[] {
  if (!isOpenTask(row)) return [];
  const nextStepAt = nextTaskStepAt(campaign, calendar, row);
  const provisional = isProvisional(calendar, row);
  const isAsBefore = nextStepAt === row.nextStepAt && provisional === row.provisional;
  return isAsBefore ? [] : [move('task', row, { nextStepAt, provisional })];
}
