// Tasks in conversations: giving one, bringing it into a state, and what the ledger holds of it.

import type { ActionInput } from '../../domain/actions.ts';
import { type TaskId, taskId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TaskVerb } from '../../domain/task/facts.ts';
import type { TaskEntryRow, TaskRow, TaskState } from '../../domain/task/things.ts';
import { type Dialog, expectKind } from './dialog.ts';

/** Whoever talks: a dialog, or a world in which what is told is sent too. */
type Talk = Pick<Dialog, 'press' | 'store'>;

export const OFFICE = '文书一';
export const LIAISON = '安警官';

/** What the form of a new task holds when it is complete: for 市公安局, by Friday 2016-08-12. */
export const fullTask = (over: Record<string, string> = {}): Record<string, string> => ({
  title: '整改虚假广告',
  ask: '清理辖区内虚假金融广告，逐条销号',
  lead: 'gaj',
  helpers: '',
  dueOn: '2016-08-12',
  priority: 'normal',
  feedback: 'none',
  evidence: '',
  area: '',
  phase: '',
  source: 'other',
  sourceText: '',
  steps: '',
  ...over,
});

/** Gives a task; its id. */
export async function giveTask(
  dialog: Talk,
  over: Record<string, string> = {},
  by: string = OFFICE,
): Promise<TaskId> {
  const outcome = await dialog.press(by, 'task', { verb: 'new', values: fullTask(over) });
  return expectKind(outcome, 'task').task.id;
}

/** Presses a verb of a task, or submits its form (`values`). */
export const onTask = (
  dialog: Talk,
  person: string,
  task: TaskId,
  verb: TaskVerb,
  values?: Record<string, string>,
  more: ActionInput = {},
): Promise<Outcome> => dialog.press(person, 'task', { task, verb, ...(values && { values }), ...more });

/** The same, where it must be carried out. */
export const done = async (...asked: Parameters<typeof onTask>) => expectKind(await onTask(...asked), 'task');

export const taskRow = async ({ store }: Talk, id: TaskId): Promise<TaskRow> =>
  (await store.find('task', id))!;

export const entriesOf = ({ store }: Talk, task: TaskId): Promise<TaskEntryRow[]> =>
  store.list('taskEntry', { where: { task }, orderBy: 'no' });

/** The id of the n-th task of 2016. */
export const numbered = (no: number): TaskId => taskId('loudi-2016' as never, 2016, no);

/** Gives a task and brings it into this state (with an open request for extension, if so said). */
export async function taskIn(
  dialog: Talk,
  state: TaskState | 'extension',
  over: Record<string, string> = {},
): Promise<TaskId> {
  const id = await giveTask(dialog, over);
  if (state === 'dispatched') return id;
  if (state === 'withdrawn') {
    await done(dialog, OFFICE, id, 'withdraw', { reason: '并入他项' });
    return id;
  }
  await done(dialog, LIAISON, id, 'sign');
  if (state === 'extension') {
    const asked = { until: '2016-08-19', reason: '对方未配合', progress: '已约谈一半' };
    await done(dialog, LIAISON, id, 'extend', asked);
  }
  if (state === 'in_review' || state === 'closed')
    await done(dialog, LIAISON, id, 'submit', { text: '已全部整改' });
  if (state === 'closed') await done(dialog, OFFICE, id, 'close', { text: '照片已核' });
  return id;
}
