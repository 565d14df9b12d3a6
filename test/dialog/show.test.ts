import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';

const WEEK_30 = rowId('weekly', 'gaj', '2016-W30');
const WEEK_31 = rowId('weekly', 'gaj', '2016-W31');

describe('查看', () => {
  let dialog: Dialog;
  beforeEach(async () => {
    dialog = await openDialog();
    await dialog.press('安警官', 'report', { obligation: WEEK_30, values: fullReport() });
  });
  afterEach(() => dialog.close());

  const shown = async (person: string, words: string) =>
    expectKind(await dialog.say(person, words), 'report_shown');

  it.each(['查看 公安局', '看公安局', '市公安局 查看', 'show gaj', '查看 公安局 周报 上周'])(
    'shows the latest period that has a report (%s)',
    async (words) => {
      const { report } = await shown('文书一', words);
      expect(report.obligation.id).toBe(WEEK_30);
      expect(report.fields[0]).toMatchObject({ name: '进展及成效', text: '已排查网贷平台 12 家' });
    },
  );

  it.each(['安警官', '安副手', '安局长', '文书一', '金主任', '周正', '督查员'])(
    'is open to the unit, the office, leaders and inspectors (%s)',
    async (person) => {
      await shown(person, '查看 公安局');
    },
  );

  it('is closed to other units, by words and by buttons, and says whom to ask', async () => {
    const { contact } = expectRefused(await dialog.say('尚工商', '查看 公安局'), 'content_not_yours');
    expect(contact).toEqual(['文书一']);
    expectRefused(await dialog.press('尚工商', 'show', { obligation: WEEK_30 }), 'content_not_yours');
  });

  it('takes my own unit without words, and asks those who have none', async () => {
    expect((await shown('安警官', '查看')).report.obligation.id).toBe(WEEK_30);
    expect(expectRefused(await dialog.say('文书一', '查看'), 'which_unit').choices).toHaveLength(10);
  });

  it('keeps older versions, and shows them when asked', async () => {
    const values = fullReport({ 'figure:checked': '13' });
    await dialog.press('安警官', 'report', { obligation: WEEK_31, values });
    await dialog.press('安副手', 'report', {
      obligation: WEEK_31,
      values: fullReport({ 'figure:checked': '14' }),
      files: [{ id: 'F1', name: '附表.xlsx' }],
    });
    const newest = await shown('文书一', '查看 公安局');
    expect(newest.report).toMatchObject({
      no: 2,
      filedBy: '安副手',
      files: [{ id: 'F1', name: '附表.xlsx' }],
    });
    expect(newest.report.figures[0]).toMatchObject({ value: 14, before: 12 });
    expect(newest.older).toMatchObject([{ no: 1, filedBy: '安警官' }]);
    const input = { obligation: WEEK_31, no: 1 };
    const first = expectKind(await dialog.press('文书一', 'show', input), 'report_shown');
    expect(first.report.figures[0]?.value).toBe(13);
  });

  it('offers what the asker may do with it', async () => {
    await dialog.press('安警官', 'report', { obligation: WEEK_31, values: fullReport() });
    expect((await shown('安警官', '查看')).may).toEqual(['report']);
    expect((await shown('文书一', '查看 公安局')).may).toEqual(['report', 'accept', 'return']);
    expect((await shown('督查员', '查看 公安局')).may).toEqual([]);
  });

  it('says when nothing is filed', async () => {
    expect(expectKind(await dialog.say('文书一', '查看 工商局'), 'nothing_filed')).toMatchObject({
      unit: { id: 'gsj' },
      obligation: { duty: { id: 'weekly' }, period: { id: '2016-W31' } },
    });
  });

  it('offers the unit that was meant, and does not know strangers', async () => {
    expect(expectRefused(await dialog.say('文书一', '查看 市公案局'), 'unknown_unit').near).toHaveLength(1);
    expectRefused(await dialog.say('路人', '查看 公安局'), 'unknown_person');
    expectRefused(await dialog.press('文书一', 'show', { obligation: 'nowhere' }), 'gone');
  });
});
