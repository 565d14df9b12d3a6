import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';

describe('谁没报', () => {
  let dialog: Dialog;
  beforeEach(async () => {
    dialog = await openDialog();
    await dialog.press('安警官', 'report', {
      obligation: rowId('weekly', 'gaj', '2016-W31'),
      values: fullReport(),
    });
  });
  afterEach(() => dialog.close());

  const missing = async (person: string, words: string) =>
    expectKind(await dialog.say(person, words), 'missing');

  it.each([
    '谁没报',
    '谁还没交周报',
    '谁没报？',
    '周报谁没交',
    '本周谁没报周报',
    '未报',
    'missing',
    "who's missing",
  ])('names the units that have not reported (%s)', async (words) => {
    const { rows, counts, mayChase } = await missing('文书一', words);
    expect(rows).toHaveLength(9);
    expect(rows.map(({ unit }) => unit.id)).not.toContain('gaj');
    expect(counts).toMatchObject({ due: 10, reported: 1, missing: 9 });
    expect(mayChase).toBe(true);
  });

  it('never mixes duties', async () => {
    const { duty, rows } = await missing('文书一', '谁没报 整治报告');
    expect(duty.id).toBe('final-report');
    expect(new Set(rows.map((row) => row.duty.id))).toEqual(new Set(['final-report']));
  });

  it('still names, after the week closed, a unit whose report came as 补报', async () => {
    await dialog.until('2016-08-08 09:00');
    const obligation = rowId('weekly', 'gsj', '2016-W31');
    await dialog.press('尚工商', 'report', { obligation, values: fullReport() });
    const { rows } = await missing('文书一', '谁没报 第31周');
    expect(rows.map(({ unit }) => unit.id)).toContain('gsj');
  });

  it('lets only the office chase', async () => {
    expect((await missing('尚工商', '谁没报')).mayChase).toBe(false);
    expect((await missing('周正', '谁没报')).mayChase).toBe(false);
  });

  it('asks about duties, not about one unit', async () => {
    expectRefused(await dialog.say('文书一', '谁没报 公安局'), 'unknown_word');
    expectRefused(await dialog.say('文书一', '谁没报 某某'), 'unknown_duty');
  });

  it('is not for strangers', async () => {
    expectRefused(await dialog.say('路人', '谁没报'), 'unknown_person');
  });
});
