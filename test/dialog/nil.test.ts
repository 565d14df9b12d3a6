import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';

const WEEK_31 = rowId('weekly', 'gaj', '2016-W31');

describe('零报告', () => {
  let dialog: Dialog;
  beforeEach(async () => {
    dialog = await openDialog();
  });
  afterEach(() => dialog.close());

  it.each(['零报告', '零报', 'nil', '零报告 周报'])('asks for a confirmation first (%s)', async (words) => {
    const { form } = expectKind(await dialog.say('安警官', words), 'ask_form');
    expect(form).toMatchObject({ form: 'nil', obligation: { id: WEEK_31 }, onBehalf: false });
    expect((await dialog.row('weekly', 'gaj', '2016-W31')).state).toBe('open');
  });

  it('counts as reported once confirmed, and is filed once', async () => {
    const input = { obligation: WEEK_31, values: {}, key: 'V:1' };
    const { report } = expectKind(await dialog.press('安警官', 'nil', input), 'filed');
    expect(report).toMatchObject({ nil: true, obligation: { standing: 'filed', timeliness: 'on_time' } });
    expectKind(await dialog.press('安警官', 'nil', input), 'filed');
    expect((await dialog.row('weekly', 'gaj', '2016-W31')).latestNo).toBe(1);
  });

  it('can be corrected to a full report', async () => {
    await dialog.press('安警官', 'nil', { obligation: WEEK_31, values: {} });
    const values = fullReport();
    const { report, again } = expectKind(
      await dialog.press('安警官', 'report', { obligation: WEEK_31, values }),
      'filed',
    );
    expect([again, report.nil]).toEqual([true, false]);
  });

  it('offers only duties that allow it', async () => {
    const { form } = expectKind(await dialog.say('安警官', '零报告'), 'ask_form');
    const choices = form.form === 'nil' ? form.choices : [];
    expect(new Set(choices.map(({ duty }) => duty.id))).toEqual(new Set(['weekly']));
  });

  it('is refused where the duty wants a report', async () => {
    expectRefused(await dialog.say('安警官', '零报告 整治报告'), 'nil_not_allowed');
    const obligation = rowId('final-report', 'gaj', 'once');
    expectRefused(await dialog.press('安警官', 'nil', { obligation, values: {} }), 'nil_not_allowed');
  });

  it('does not take the place of a report that was filed', async () => {
    await dialog.press('安警官', 'report', { obligation: WEEK_31, values: fullReport() });
    expectRefused(await dialog.press('安警官', 'nil', { obligation: WEEK_31 }), 'not_owed');
    expectRefused(await dialog.press('安警官', 'nil', { obligation: WEEK_31, values: {} }), 'not_owed');
  });

  it('is filed by the office only with who phoned', async () => {
    const without = await dialog.press('文书一', 'nil', { obligation: WEEK_31, values: { phonedBy: ' ' } });
    expect(expectRefused(without, 'form').form).toMatchObject({
      form: 'nil',
      onBehalf: true,
      problems: [{ field: 'phonedBy', kind: 'required' }],
    });
    const values = { phonedBy: '安警官' };
    const { report } = expectKind(
      await dialog.press('文书一', 'nil', { obligation: WEEK_31, values }),
      'filed',
    );
    expect(report).toMatchObject({ nil: true, phonedBy: '安警官' });
  });

  it('asks the office for whom', async () => {
    expect(expectRefused(await dialog.say('文书一', '零报告'), 'which_unit').choices).toHaveLength(10);
  });

  it('is refused to other units, to roles that file for nobody and to strangers', async () => {
    expectRefused(await dialog.press('尚工商', 'nil', { obligation: WEEK_31, values: {} }), 'not_your_unit');
    expectRefused(await dialog.say('周正', '零报告'), 'no_role_for');
    expectRefused(await dialog.say('路人', '零报告'), 'unknown_person');
  });
});
