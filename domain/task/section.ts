// 督办事项 of a bulletin: which tasks were given and closed within the reported period, and which are overdue by its end.

import { as, type Instant } from '../ids.ts';
import type { Scene } from '../obligation-facts.ts';
import { taskLine } from './describe.ts';
import type { TaskSection } from './facts.ts';
import { isOverdueTask } from './task.ts';
import type { TaskRow } from './things.ts';

const byNumber = (a: TaskRow, b: TaskRow): number => a.year - b.year || a.no - b.no;

/**
 * The tasks a bulletin names, each list by number. `span` runs from its first instant up to, but without, `to` (a week:
 * Monday 00:00 to Sunday 24:00). Overdue is what went past its deadline within the span or before, and still is open.
 */
export function taskSection(
  scene: Scene,
  rows: readonly TaskRow[],
  span: { from: Instant; to: Instant },
): TaskSection {
  const isWithin = (at: Instant | null) => at !== null && at >= span.from && at < span.to;
  const by = as<Instant>(Math.min(scene.now, span.to));
  const lines = (fits: (row: TaskRow) => boolean) =>
    rows
      .filter(fits)
      .sort(byNumber)
      .map((row) => taskLine(scene, row));
  return {
    new: lines(({ createdAt }) => isWithin(createdAt)),
    closed: lines(({ state, closedAt }) => state === 'closed' && isWithin(closedAt)),
    overdue: lines((row) => isOverdueTask(row, by)),
  };
}
