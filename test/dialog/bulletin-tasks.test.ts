// 督办事项 of a bulletin: what was given, closed and overdue in the reported period, by number; approved with the numbers.

import { afterEach, describe, expect, it } from 'vitest';
import type { BulletinFacts } from '../../domain/facts.ts';
import type { TaskLine } from '../../domain/task/facts.ts';
import { type Dialog, expectKind, openDialog } from '../support/dialog.ts';
import { done, giveTask, OFFICE } from '../support/dialog-tasks.ts';

let dialog: Dialog;
afterEach(() => dialog.close());

const bulletinOf = async (text: string) => expectKind(await dialog.say(OFFICE, text), 'bulletin').bulletin;
const numbers = ({ tasks }: BulletinFacts) => {
  const of = (lines: TaskLine[]) => lines.map(({ no }) => no);
  return tasks && { new: of(tasks.new), closed: of(tasks.closed), overdue: of(tasks.overdue) };
};

async function closed(task: Awaited<ReturnType<typeof giveTask>>): Promise<void> {
  await done(dialog, '安警官', task, 'submit', { text: '已整改' });
  await done(dialog, OFFICE, task, 'close', { text: '已核' });
}

/** Week 31: 1 given before it and closed in it, 2 overdue, 3 given in it, 4 given and closed in it. */
async function week31(): Promise<void> {
  dialog = await openDialog({ now: '2016-07-29 10:00' });
  const first = await giveTask(dialog, { title: '甲' });
  await giveTask(dialog, { title: '乙', dueOn: '2016-08-03' });
  await dialog.until('2016-08-04 10:00');
  await giveTask(dialog, { title: '丙' });
  const last = await giveTask(dialog, { title: '丁' });
  await closed(first);
  await closed(last);
}

describe('the tasks of a bulletin', () => {
  it('are those of the reported period', async () => {
    await week31();
    await dialog.until('2016-08-08 09:00');
    await giveTask(dialog, { title: '本周一新下达' });
    const bulletin = await bulletinOf('通报');
    expect(bulletin.collectsPeriod.id).toBe('2016-W31');
    expect(numbers(bulletin)).toEqual({ new: [3, 4], closed: [1, 4], overdue: [2] });
    expect(bulletin.tasks?.overdue[0]).toMatchObject({
      title: '乙',
      lead: { name: '市公安局' },
      overdue: true,
    });
  });

  it('stay as they were approved, whatever becomes of them', async () => {
    await week31();
    await dialog.until('2016-08-08 09:00');
    await bulletinOf('通报 批准');
    const overdue = (await dialog.store.list('task', { where: { no: 2 } }))[0]!;
    await closed(overdue.id);
    const published = await bulletinOf('通报 发布');
    expect(numbers(published)).toEqual({ new: [3, 4], closed: [1, 4], overdue: [2] });
    const [head] = await dialog.store.list('message', {
      where: { operation: 'post' },
      orderBy: 'createdAt',
      desc: true,
    });
    const content = head?.content;
    expect(content && 'bulletin' in content && numbers(content.bulletin)).toEqual(numbers(published));
  });

  it('are counted again when one of them moves during the approval', async () => {
    await week31();
    await dialog.until('2016-08-08 09:00');
    const { commit } = dialog.store;
    let isFirst = true;
    const overdue = (await dialog.store.list('task', { where: { no: 2 } }))[0]!;
    dialog.store.commit = async (changes) => {
      const isApproval = changes.some((change) => change.thing === 'bulletin');
      if (isApproval && isFirst) {
        isFirst = false;
        await closed(overdue.id);
      }
      return commit(changes);
    };
    const approved = await bulletinOf('通报 批准');
    expect(approved.state).toBe('approved');
    expect(numbers(approved)).toEqual({ new: [3, 4], closed: [1, 4], overdue: [] });
  });

  it('are none where there are none', async () => {
    dialog = await openDialog({ now: '2016-08-08 09:00' });
    expect(numbers(await bulletinOf('通报'))).toEqual({ new: [], closed: [], overdue: [] });
  });
});
