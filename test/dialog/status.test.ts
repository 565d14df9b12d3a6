import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../domain/outcome.ts';
import { renderOutcome } from '../../messages/render.ts';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';

describe('状态', () => {
  let dialog: Dialog;
  beforeEach(async () => {
    dialog = await openDialog();
    const values = fullReport();
    await dialog.press('安警官', 'report', { obligation: rowId('weekly', 'gaj', '2016-W30'), values });
    await dialog.press('安警官', 'report', {
      obligation: rowId('weekly', 'gaj', '2016-W31'),
      values: fullReport({ 'figure:checked': '15' }),
    });
    await dialog.press('双小峰', 'nil', { obligation: rowId('weekly', 'sfx', '2016-W31'), values: {} });
  });
  afterEach(() => dialog.close());

  const status = async (person: string, words: string) =>
    expectKind(await dialog.say(person, words), 'status');
  const ofUnit = async (person: string, words: string) =>
    expectKind(await dialog.say(person, words), 'unit_status');

  it.each(['状态', '进度', 'status', '状态 周报', '周报 本周 状态', '状态？'])(
    'counts the report that the bulletin collects, in the period that is next due (%s)',
    async (words) => {
      const outcome = await status('文书一', words);
      expect([outcome.duty.id, outcome.period.id]).toEqual(['weekly', '2016-W31']);
      expect(outcome.counts).toMatchObject({ due: 10, reported: 2, nil: 1, missing: 8 });
      expect(outcome.missing).toHaveLength(8);
      expect(outcome.rows).toHaveLength(10);
      expect(outcome.mayChase).toBe(true);
    },
  );

  it('sums the figures for those who may see every report, with the week before once no more can come', async () => {
    const { figures } = await status('周正', '状态');
    expect(figures[0]).toMatchObject({ id: 'checked', total: 15, before: null });
    await dialog.until('2016-08-08 09:00');
    expect((await status('周正', '状态')).figures[0]).toMatchObject({ total: 15, before: 12 });
    expect((await status('尚工商', '状态')).figures).toEqual([]);
  });

  it('stays with a deadline for two working days', async () => {
    await dialog.until('2016-08-09 23:00');
    expect((await status('文书一', '状态')).period.id).toBe('2016-W31');
    await dialog.until('2016-08-10 09:00');
    expect((await status('文书一', '状态')).period.id).toBe('2016-W32');
  });

  it.each(['状态 上周', '状态 第30周', 'status 2016-W30', '状态 w30'])(
    'takes a period (%s)',
    async (words) => {
      expect((await status('尚工商', words)).period.id).toBe('2016-W30');
    },
  );

  it('shows one unit its duties, to everybody', async () => {
    const { unit, rows } = await ofUnit('尚工商', '状态 公安局');
    expect(unit.id).toBe('gaj');
    expect(rows.map(({ duty, standing }) => `${duty.id} ${standing}`)).toContain('weekly filed');
    expect((await ofUnit('尚工商', '市公安局 状态 上周')).rows.map(({ period }) => period.id)).toEqual([
      '2016-W30',
    ]);
  });

  it('counts only the lead units of an area', async () => {
    const outcome = await status('周正', '状态 互联网金融广告');
    expect(outcome).toMatchObject({ area: '互联网金融广告', counts: { due: 1 } });
    expect(outcome.rows.map(({ unit }) => unit.id)).toEqual(['gsj']);
    expect((await status('周正', '状态 第三方支付领域')).rows.map(({ unit }) => unit.id)).toEqual(['rmyh']);
  });

  it('offers the unit that was meant', async () => {
    expect(expectRefused(await dialog.say('文书一', '状态 市公案局'), 'unknown_unit')).toMatchObject({
      typed: '市公案局',
      near: [{ id: 'gaj', name: '市公安局' }],
    });
  });

  it('refuses a period that the duty does not have', async () => {
    expectRefused(await dialog.say('文书一', '状态 实施方案 8月'), 'no_such_obligation');
    expectRefused(await dialog.say('文书一', '状态 周报 13月'), 'unknown_period');
    expectRefused(await dialog.say('文书一', '状态 周报 2018-W03'), 'no_such_obligation');
  });

  it('of a unit is shown a screen at a time', async () => {
    const late = await openDialog({ plannedFrom: '2016-06-01 08:00', now: '2016-10-08 16:00' });
    const shown = (outcome: Outcome) => {
      const rendered = renderOutcome(expectKind(outcome, 'unit_status'), 'zh');
      return rendered.kind === 'message' ? JSON.stringify(rendered.message.blocks) : '';
    };
    const first = shown(await late.say('周正', '状态 公安局'));
    expect(first).toContain('更多（还有 10 项）');
    expect(first).toContain('第 1—12 项，共 22 项');
    expect(first).not.toContain('第40周');
    const pointer = { campaign: 'loudi-2016', unit: 'gaj' };
    expect(first).toContain(JSON.stringify(JSON.stringify({ ...pointer, no: 12 })).slice(1, -1));
    const second = shown(await late.press('周正', 'status', { ...pointer, no: 12 }));
    expect(second).toContain('第40周');
    expect(second).not.toContain('更多');
    await late.close();
  });

  it('is not for strangers', async () => {
    expectRefused(await dialog.say('路人', '状态'), 'unknown_person');
  });
});
