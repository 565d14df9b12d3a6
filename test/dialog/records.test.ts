// 导出 and 日志: the ledger to take away, and who did what.

import { afterEach, describe, expect, it } from 'vitest';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';

let dialog: Dialog;
const open = async (): Promise<void> => {
  dialog = await openDialog();
  await dialog.press('安警官', 'report', {
    obligation: rowId('weekly', 'gaj', '2016-W31'),
    values: fullReport({ 'figure:checked': '12' }),
  });
};
afterEach(() => dialog.close());

const linesOf = (text: string) =>
  text
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));

describe('导出', () => {
  it('gives the office the whole ledger in its own words', async () => {
    await open();
    const { name, text, rows } = expectKind(await dialog.say('文书一', '导出 台账'), 'export');
    expect(name).toBe('台账-loudi-2016-2016-08-05.csv');
    const [headers, ...lines] = linesOf(text);
    expect(lines).toHaveLength(rows);
    expect(headers).toContain('排查机构数（家）');
    const line = lines.find((cells) => cells[2] === '2016-W31' && cells[5] === '市公安局')!;
    const cell = (header: string) => line[headers!.indexOf(header)];
    expect(cell('状态')).toBe('已报');
    expect(cell('时限')).toBe('按时');
    expect(cell('截止时间')).toBe('2016-08-05 17:00');
    expect(cell('排查机构数（家）')).toBe('12');
  });

  it('gives a unit its own part and no more', async () => {
    await open();
    const { text } = expectKind(await dialog.say('安警官', '导出'), 'export');
    expect(
      new Set(
        linesOf(text)
          .slice(1)
          .map((cells) => cells[5]),
      ),
    ).toEqual(new Set(['市公安局']));
    expectRefused(await dialog.say('安警官', '导出 市工商局'), 'not_your_unit');
  });

  it('speaks English to whoever does', async () => {
    await open();
    await dialog.say('督查员', '设置 英文');
    const { name, text } = expectKind(await dialog.say('督查员', 'export ledger'), 'export');
    expect(name).toBe('ledger-loudi-2016-2016-08-05.csv');
    expect(linesOf(text)[0]).toContain('Deadline');
  });

  it('is on record each time', async () => {
    await open();
    await dialog.say('文书一', '导出');
    await dialog.say('文书一', '导出');
    expect(await dialog.store.list('audit', { where: { verb: 'export' } })).toHaveLength(2);
  });

  it('knows only the ledger', async () => {
    await open();
    expectRefused(await dialog.say('文书一', '导出 纪要'), 'unknown_word');
    expectRefused(await dialog.say('周正', '导出'), 'no_role_for');
  });
});

describe('日志', () => {
  it('shows who did what, the newest first, in names', async () => {
    await open();
    await dialog.say('文书一', '接收 市公安局');
    const { lines, object } = expectKind(await dialog.say('督查员', '日志'), 'audit');
    expect(object).toBeNull();
    expect(lines.slice(0, 2)).toMatchObject([
      { actor: '文书一', verb: 'accept', object: '工作进展周报 · 市公安局 · 2016-W31' },
      { actor: '安警官', verb: 'report' },
    ]);
  });

  it('is narrowed to a unit, a duty or a person', async () => {
    await open();
    await dialog.say('文书一', '免报 市工商局 合并报送');
    const about = async (typed: string) => expectKind(await dialog.say('文书一', typed), 'audit').lines;
    expect((await about('日志 市工商局')).map(({ verb }) => verb)).toEqual(['waive']);
    expect((await about('日志 安警官')).map(({ verb }) => verb)).toEqual(['report']);
    expect(await about('日志 无此人')).toEqual([]);
  });

  it.each(['安警官', '周正'])('is for office and inspectors, not for %s', async (person) => {
    await open();
    expectRefused(await dialog.say(person, '日志'), 'no_role_for');
  });
});
