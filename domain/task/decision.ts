// What every decision on a task writes, whatever was decided: the row's new columns, one entry on its timeline, one line
// in the audit, those who are told, and the cards that are updated in place.

import { type Acting, audited } from '../audit.ts';
import type { Calendar } from '../calendar.ts';
import type { Campaign } from '../campaign.ts';
import { type Change, insert, move } from '../change.ts';
import { entryId, type UnitId } from '../ids.ts';
import type { Presence } from '../recipients.ts';
import { retold } from '../retelling.ts';
import type { Telling } from '../telling.ts';
import type { FileRef, MessageRow } from '../things.ts';
import { nextTaskStepAt } from './plan.ts';
import { tellEntry } from './tell.ts';
import type { TaskEntryDetail, TaskEntryKind, TaskEntryRow, TaskRow } from './things.ts';

/** What a decision stands on. `shown` are the messages in which the task was told; `unit` is the one somebody acts for. */
export type TaskReview = {
  campaign: Campaign;
  calendar: Calendar;
  presence: Presence;
  acting: Acting;
  row: TaskRow;
  shown: readonly MessageRow[];
  unit: UnitId | null;
};

export type TaskColumns = Partial<Omit<TaskRow, 'id' | 'version'>>;

/** What happens to a task: how it is entered, and which columns change. */
export type TaskEvent = {
  kind: TaskEntryKind;
  columns: TaskColumns;
  text?: string;
  detail?: TaskEntryDetail;
  files?: readonly FileRef[];
};

/** The task as it will stand, the entry on its timeline, and what is to be written. */
export type TaskDecided = { row: TaskRow; entry: TaskEntryRow; changes: Change[] };

/** The moment of the decision as what is told and what is counted from it stand on. */
export const tellingOf = ({ campaign, calendar, presence, acting }: TaskReview): Telling => ({
  campaign,
  calendar,
  presence,
  now: acting.at,
});

function entryOf(
  { acting, row, unit }: TaskReview,
  { kind, text = '', detail = {}, files = [] }: TaskEvent,
): Omit<TaskEntryRow, 'version'> {
  const no = row.entries + 1;
  return {
    id: entryId(row.id, no),
    campaign: row.campaign,
    task: row.id,
    no,
    kind,
    unit,
    by: acting.by,
    at: acting.at,
    text,
    detail,
    files: [...files],
  };
}

/** Writes down one event under the name of the act that brought it. */
export function decided(review: TaskReview, act: string, event: TaskEvent): TaskDecided {
  const { campaign, calendar, acting, row, shown } = review;
  const entry = entryOf(review, event);
  const changed = { ...row, ...event.columns, entries: entry.no };
  const columns = {
    ...event.columns,
    entries: entry.no,
    nextStepAt: nextTaskStepAt(campaign, calendar, changed),
  };
  const after = { ...row, ...columns, version: row.version + 1 };
  return {
    row: after,
    entry: { ...entry, version: 1 },
    changes: [
      move('task', row, columns),
      insert('taskEntry', entry),
      audited(acting, `task_${act}`, row, { ...(entry.text && { text: entry.text }), ...entry.detail }),
      ...tellEntry(tellingOf(review), { before: row, after, entry }),
      ...retold(shown, { id: row.id, version: after.version }, acting.at),
    ],
  };
}
