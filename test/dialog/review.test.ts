// What the office decides about a report, and what the unit may object.

import { afterEach, describe, expect, it } from 'vitest';
import { move } from '../../domain/change.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { at } from './../support/builders.ts';
import {
  type Dialog,
  type DialogOptions,
  expectKind,
  expectRefused,
  fullReport,
  openDialog,
  rowId,
  withoutPerson,
} from '../support/dialog.ts';

let dialog: Dialog;
const open = async (options: DialogOptions = {}): Promise<Dialog> => {
  dialog = await openDialog(options);
  return dialog;
};
afterEach(() => dialog.close());

const W31 = rowId('weekly', 'gaj', '2016-W31');
const file = (person = '安警官') => dialog.press(person, 'report', { obligation: W31, values: fullReport() });
const intents = async (kind: string) =>
  (await dialog.store.list('intent', { where: { about: W31 } })).filter(({ notice }) => notice.kind === kind);
const formProblems = (outcome: Outcome) => {
  const { form } = expectRefused(outcome, 'form');
  return form.form === 'report' ? [] : form.problems;
};

describe('退回', () => {
  it('sends a report back in one sentence, the reason kept as it was typed', async () => {
    await open();
    await file();
    const outcome = await dialog.say('文书一', '退回 市公安局 第31周 数据与市工商局不符，请核对 P2P 平台数');
    expect(expectKind(outcome, 'returned').obligation).toMatchObject({
      standing: 'returned',
      unit: { id: 'gaj' },
      reason: '数据与市工商局不符，请核对 P2P 平台数',
      dueAt: at('2016-08-08 17:30'),
    });
    expect((await intents('returned')).length).toBe(2);
  });

  it.each([
    ['退回 市公安局', 'gaj'],
    ['市公安局 退回', 'gaj'],
    ['return gaj', 'gaj'],
    ['退回公安', 'gaj'],
  ])('asks for the reason after “%s”', async (typed) => {
    await open();
    await file();
    const { form } = expectKind(await dialog.say('文书一', typed), 'ask_form');
    expect(form).toMatchObject({
      form: 'return',
      obligation: { id: W31 },
      defaultDueOn: '2016-08-08',
      values: {},
    });
  });

  it('takes a date at the end of the sentence', async () => {
    await open();
    await file();
    const outcome = await dialog.say('文书一', '退回 市公安局 数据不全 8月9日前');
    expect(expectKind(outcome, 'returned').obligation).toMatchObject({
      reason: '数据不全',
      dueAt: at('2016-08-09 17:30'),
    });
  });

  it.each([
    [{ reason: '' }, 'reason', 'required'],
    [{ reason: '不全', date: '2016-08-01' }, 'date', 'in_the_past'],
    [{ reason: '不全', date: '2016-02-30' }, 'date', 'not_a_date'],
    [{ reason: '机密★1年' }, 'reason', 'classified'],
    [{ reason: '长'.repeat(3001) }, 'reason', 'too_long'],
  ])('refuses the form with %o at its field and keeps what was typed', async (values, field, kind) => {
    await open();
    await file();
    const outcome = await dialog.press('文书一', 'return', { obligation: W31, values });
    expect(formProblems(outcome)).toMatchObject([{ field, kind }]);
    expect(expectRefused(outcome, 'form').form).toMatchObject({ values });
    expect((await dialog.row('weekly', 'gaj', '2016-W31')).state).toBe('submitted');
  });

  it('has nothing to send back before something was filed', async () => {
    await open();
    expectRefused(await dialog.say('文书一', '退回 市公安局 不全'), 'nothing_to_decide');
  });

  it('says who returned it to the one who comes second', async () => {
    await open();
    await file();
    await dialog.say('文书一', '退回 市公安局 不全');
    const refusal = expectRefused(await dialog.say('金主任', '退回 市公安局 不全'), 'already_decided');
    expect(refusal).toMatchObject({ by: '文书一', at: at('2016-08-05 15:30') });
  });

  it('offers the nearest unit for one it does not know', async () => {
    await open();
    const refusal = expectRefused(await dialog.say('文书一', '退回 市公案局 不全'), 'unknown_unit');
    expect(refusal).toMatchObject({ typed: '市公案局', near: [{ id: 'gaj' }] });
  });

  it('asks which unit when none is named', async () => {
    await open();
    expect(expectRefused(await dialog.say('文书一', '退回'), 'which_unit').choices).toHaveLength(10);
  });

  it('answers a repeated submission with the same outcome', async () => {
    await open();
    await file();
    const input = { obligation: W31, values: { reason: '不全' }, key: 'view-1' };
    const first = await dialog.press('文书一', 'return', input);
    expect(await dialog.press('文书一', 'return', input)).toEqual(first);
  });

  it.each(['安警官', '周正', '督查员'])('is the office’s alone, not %s’s', async (person) => {
    await open();
    await file();
    expectRefused(await dialog.say(person, '退回 市公安局 不全'), 'office_only');
    expectRefused(await dialog.press(person, 'return', { obligation: W31 }), 'office_only');
  });

  it('knows nobody who is not on the roster', async () => {
    await open();
    expectRefused(await dialog.say('路人', '退回 市公安局'), 'unknown_person');
  });
});

describe('接收', () => {
  it('accepts what was filed, once', async () => {
    await open();
    await file();
    expect(expectKind(await dialog.say('文书一', '接收 公安局'), 'accepted').obligation.standing).toBe(
      'accepted',
    );
    const refusal = expectRefused(
      await dialog.press('金主任', 'accept', { obligation: W31 }),
      'already_decided',
    );
    expect(refusal.by).toBe('文书一');
  });

  it('may still be returned afterwards, by somebody who saw that it was accepted', async () => {
    await open();
    await file();
    await dialog.say('文书一', '接收 公安局');
    expectKind(
      await dialog.press('文书一', 'return', { obligation: W31, values: { reason: '有误' } }),
      'returned',
    );
  });

  it('shows what else of the unit lies with the office when the usual row does not', async () => {
    await open();
    await dialog.press('安警官', 'report', {
      obligation: rowId('weekly', 'gaj', '2016-W30'),
      values: fullReport(),
    });
    const refusal = expectRefused(await dialog.say('文书一', '接收 公安局'), 'which_obligation');
    expect(refusal.choices.map(({ period }) => period.id)).toEqual(['2016-W30']);
  });

  it('says so for a row that is gone', async () => {
    await open();
    expectRefused(
      await dialog.press('文书一', 'accept', { obligation: 'loudi-2016/weekly/gaj/2099-W01' }),
      'gone',
    );
  });

  it('does not take words it does not know', async () => {
    await open();
    await file();
    expectRefused(await dialog.say('文书一', '接收 公安局 谢谢'), 'unknown_word');
  });
});

describe('免报', () => {
  it('excuses a unit with a reason, and tells it', async () => {
    await open();
    const { form } = expectKind(await dialog.say('文书一', '免报 市公安局'), 'ask_form');
    expect(form.form).toBe('waive');
    const outcome = await dialog.say('文书一', '免报 市公安局 上周已合并报送');
    expect(expectKind(outcome, 'waived').obligation).toMatchObject({
      standing: 'waived',
      period: { id: '2016-W31' },
      reason: '上周已合并报送',
    });
    expect(await intents('waived')).toHaveLength(2);
  });

  it('wants a reason', async () => {
    await open();
    const outcome = await dialog.press('文书一', 'waive', { obligation: W31, values: { reason: ' ' } });
    expect(formProblems(outcome)).toEqual([{ field: 'reason', kind: 'required' }]);
  });

  it('does not excuse what was filed', async () => {
    await open();
    await file();
    expectRefused(await dialog.press('文书一', 'waive', { obligation: W31 }), 'nothing_to_decide');
  });

  it('lets one of three who decide at once win, and tells the others who it was', async () => {
    await open();
    const decide = (person: string) =>
      dialog.press(person, 'waive', { obligation: W31, values: { reason: `按${person}` } });
    const outcomes = await Promise.all([decide('文书一'), decide('金主任'), decide('文书一')]);
    expect(outcomes.filter(({ kind }) => kind === 'waived')).toHaveLength(1);
    for (const outcome of outcomes.filter(({ kind }) => kind !== 'waived'))
      expectRefused(outcome, 'already_decided');
  });

  it('is not for somebody who left the office while the form lay open', async () => {
    await open();
    await dialog.redefine(withoutPerson('文书一'));
    const outcome = await dialog.press('文书一', 'waive', { obligation: W31, values: { reason: '合并' } });
    expectRefused(outcome, 'office_only');
    expect((await dialog.row('weekly', 'gaj', '2016-W31')).state).toBe('open');
  });
});

describe('申诉', () => {
  const late = async () => {
    await open({ now: '2016-08-05 17:30' });
    await file();
  };

  it('objects to 迟报 in one sentence, and tells the office', async () => {
    await late();
    const outcome = await dialog.say('安警官', '申诉 周五下午系统故障，已电话报送');
    expect(expectKind(outcome, 'disputed').obligation).toMatchObject({ id: W31, dispute: 'open' });
    expect((await dialog.row('weekly', 'gaj', '2016-W31')).dispute?.text).toBe(
      '周五下午系统故障，已电话报送',
    );
    expect(await intents('dispute_filed')).toHaveLength(1);
  });

  it('asks for the text when there is none', async () => {
    await late();
    expect(expectKind(await dialog.say('安局长', '申诉'), 'ask_form').form).toMatchObject({
      form: 'dispute',
      obligation: { id: W31 },
    });
  });

  it('objects to being overdue as well', async () => {
    await open({ now: '2016-08-05 17:30' });
    expectKind(await dialog.say('安警官', '申诉 已电话报送'), 'disputed');
  });

  it('has nothing to object to in time', async () => {
    await open();
    await file();
    expectRefused(await dialog.press('安警官', 'dispute', { obligation: W31 }), 'not_late');
  });

  it('is one objection only', async () => {
    await late();
    await dialog.say('安警官', '申诉 已电话报送');
    const outcome = await dialog.press('安局长', 'dispute', { obligation: W31, values: { text: '已报' } });
    expect(expectRefused(outcome, 'already_decided').by).toBe('安警官');
  });

  it('comes too late once the bulletin is out, and says which', async () => {
    await late();
    await dialog.until('2016-08-08 09:00');
    const [bulletin] = await dialog.store.list('bulletin', {
      where: { collectsPeriod: '2016-W31' as never },
    });
    await dialog.store.commit([move('bulletin', bulletin!, { state: 'published', no: 9 })]);
    const refusal = expectRefused(
      await dialog.press('安警官', 'dispute', { obligation: W31 }),
      'dispute_too_late',
    );
    expect(refusal.bulletinNo).toBe(9);
  });

  it('is for the unit itself', async () => {
    await late();
    expectRefused(
      await dialog.press('尚工商', 'dispute', { obligation: W31, values: { text: '不公' } }),
      'not_your_unit',
    );
    expectRefused(await dialog.say('文书一', '申诉'), 'no_role_for');
  });

  describe('decided by the office', () => {
    const disputed = async () => {
      await late();
      await dialog.say('安警官', '申诉 已电话报送');
    };
    const decide = (person: string, values?: Record<string, string>) =>
      dialog.press(person, 'decide_dispute', { obligation: W31, ...(values && { values }) });

    it('shows what was objected and by whom', async () => {
      await disputed();
      expect(expectKind(await decide('文书一'), 'ask_form').form).toMatchObject({
        form: 'decide_dispute',
        text: '已电话报送',
        by: '安警官',
      });
    });

    it('upheld clears the lateness', async () => {
      await disputed();
      const outcome = await decide('文书一', { upheld: 'yes', reason: '电话记录属实' });
      expect(expectKind(outcome, 'dispute_decided').obligation).toMatchObject({
        dispute: 'upheld',
        timeliness: 'on_time',
      });
      expect(await intents('dispute_decided')).toHaveLength(2);
    });

    it('rejected leaves it, and the second one hears who decided', async () => {
      await disputed();
      const outcome = await decide('文书一', { upheld: 'no', reason: '无记录' });
      expect(expectKind(outcome, 'dispute_decided').obligation).toMatchObject({
        dispute: 'rejected',
        timeliness: 'late',
      });
      expect(
        expectRefused(await decide('金主任', { upheld: 'yes', reason: '有' }), 'already_decided').by,
      ).toBe('文书一');
    });

    it('wants both an answer and a reason', async () => {
      await disputed();
      expect(formProblems(await decide('文书一', { upheld: '', reason: '' }))).toMatchObject([
        { field: 'upheld', kind: 'required' },
        { field: 'reason', kind: 'required' },
      ]);
    });

    it('has nothing to decide where nobody objected, even under a forged key', async () => {
      await late();
      expectRefused(await decide('文书一'), 'nothing_to_decide');
      const forged = { obligation: W31, values: { upheld: 'yes', reason: '好' }, key: 'forged' };
      expectRefused(await dialog.press('文书一', 'decide_dispute', forged), 'nothing_to_decide');
    });

    it('is the office’s alone', async () => {
      await disputed();
      expectRefused(await decide('安警官', { upheld: 'yes', reason: '好' }), 'office_only');
    });
  });
});
