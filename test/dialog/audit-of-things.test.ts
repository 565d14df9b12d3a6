// The log of one task or incident, asked for by its number as people write it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insert } from '../../domain/change.ts';
import { aRow } from '../store/rows.ts';
import { type Dialog, expectKind, openDialog } from '../support/dialog.ts';
import { done, giveTask } from '../support/dialog-tasks.ts';

let dialog: Dialog;
beforeAll(async () => {
  dialog = await openDialog();
  const first = await giveTask(dialog, { lead: 'gaj', dueOn: '2016-08-31' });
  await giveTask(dialog, { lead: 'gsj', dueOn: '2016-08-31' });
  await done(dialog, '安警官', first, 'sign');
  const incident = { campaign: 'loudi-2016', object: 'loudi-2016/incident/2016/1', verb: 'incident_new' };
  await dialog.store.commit([insert('audit', aRow('audit', 'logged', { ...incident, at: 1, seq: 9000 }))]);
});
afterAll(() => dialog.close());

const log = async (text: string) => expectKind(await dialog.say('督查员', text), 'audit');
const verbs = async (text: string) => (await log(text)).lines.map(({ verb }) => verb);

describe('日志 of one thing', () => {
  it.each([
    '日志 督办1号',
    '日志 督办〔2016〕1号',
    '日志 督办第1号',
    '日志 督办 1',
    '日志 督办１号的',
    'audit log of task 1',
    'audit task no. 1 [2016]',
    'log for task #1',
  ])('is that of the task (%s)', async (text) => {
    expect(await verbs(text)).toEqual(['task_sign', 'task_new']);
  });

  it('is that of the task of its year, and says which', async () => {
    const none = await log('日志 督办〔2015〕1号');
    expect(none.lines).toEqual([]);
    expect((await log('audit log of task 1')).object).toBe('task 1');
    expect((await log('日志 督办〔2016〕2号')).object).toBe('督办〔2016〕2号');
  });

  it('is that of the incident', async () => {
    expect(await verbs('日志 急报1号')).toEqual(['incident_new']);
    expect(await verbs('audit log of incident 1')).toEqual(['incident_new']);
  });

  it('is that of everything, where nothing is named', async () => {
    const all = await verbs('audit');
    expect(await verbs('audit log')).toEqual(all);
    expect((await log('audit log')).object).toBeNull();
  });
});
