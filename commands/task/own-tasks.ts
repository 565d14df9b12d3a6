// Tasks as people meet them unasked: those of my units on Home and 我的, and the board of all that are open for the office,
// leaders and inspectors. Red ones come first, then yellow ones, each by deadline.

import { readOpenTasks } from '../../db/reads.ts';
import type { UnitId } from '../../domain/ids.ts';
import type { HomeFacts } from '../../domain/outcome.ts';
import { maySee } from '../../domain/sight.ts';
import { unitsConcerned } from '../../domain/task/chain.ts';
import { peopleInTasks, taskCounts, taskFacts } from '../../domain/task/describe.ts';
import type { Light, TaskFacts } from '../../domain/task/facts.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import type { Context } from '../command.ts';
import { sceneOf } from '../ledger.ts';
import { ownUnits } from '../own-rows.ts';

const MOST_ON_BOARD = 20;

/** Tasks in the order in which they are shown everywhere: red, yellow, then the others, each by deadline and number. */
export function byUrgency(tasks: readonly TaskFacts[]): TaskFacts[] {
  const rank = (light: Light) => (light === 'red' ? 0 : light === 'yellow' ? 1 : 2);
  return [...tasks].sort(
    (a, b) => rank(a.light) - rank(b.light) || a.dueAt - b.dueAt || a.year - b.year || a.no - b.no,
  );
}

/** Whether a task concerns one of these units. */
export const concernsUnits = (row: TaskRow, units: readonly UnitId[]): boolean =>
  unitsConcerned(row).some((unit) => units.includes(unit));

const readOpen = ({ store, actor }: Context): Promise<TaskRow[]> => readOpenTasks(store, actor.campaign);

/** The open tasks that my units lead, help with or have a step of, in the order of urgency. */
export async function readOwnTasks(context: Context): Promise<TaskFacts[]> {
  const units = ownUnits(context);
  const open = units.length === 0 ? [] : await readOpen(context);
  const rows = open.filter((row) => concernsUnits(row, units));
  const scene = await sceneOf(context, peopleInTasks(rows));
  return byUrgency(rows.map((row) => taskFacts(scene, row)));
}

/** What the board is for: red and yellow tasks, and those that wait for the office or were not signed for in time. */
const needsLooking = ({ light, state, extension, signBy, now }: TaskFacts): boolean =>
  light === 'red' ||
  light === 'yellow' ||
  state === 'in_review' ||
  extension !== null ||
  (state === 'dispatched' && signBy < now);

/** All open tasks in numbers and those that need looking at; null for somebody who has no board. */
export async function readTaskBoard(context: Context): Promise<HomeFacts['taskBoard']> {
  if (!maySee(context.actor.postings, { kind: 'overview' })) return null;
  const rows = await readOpen(context);
  const scene = await sceneOf(context, peopleInTasks(rows));
  const tasks = rows.map((row) => taskFacts(scene, row)).filter(needsLooking);
  return { counts: taskCounts(scene, rows), tasks: byUrgency(tasks).slice(0, MOST_ON_BOARD) };
}
