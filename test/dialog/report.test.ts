import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { as } from '../../domain/ids.ts';
import { unitId } from '../support/builders.ts';
import {
  type Dialog,
  expectKind,
  expectRefused,
  fullReport,
  openDialog,
  rowId,
  withoutPerson,
  withPosting,
} from '../support/dialog.ts';

const WEEK_31 = rowId('weekly', 'gaj', '2016-W31');
const WEEK_30 = rowId('weekly', 'gaj', '2016-W30');

describe('填报', () => {
  let dialog: Dialog;
  beforeEach(async () => {
    dialog = await openDialog();
  });
  afterEach(() => dialog.close());

  const file = (person: string, obligation: string = WEEK_31, values = fullReport(), key?: string) =>
    dialog.press(person, 'report', { obligation, values, ...(key && { key }) });
  const formOf = async (person: string, words: string) =>
    expectKind(await dialog.say(person, words), 'report_form').form;
  const draftOf = async (obligation = WEEK_31) =>
    (await dialog.store.list('draft', { where: { obligation } })).map(({ content }) => content.values);

  describe('asks', () => {
    it.each(['填报', '上报', 'report', '填报 周报', '周报 填报', '填报 本周'])(
      'for the nearest that is owed, and offers the others (%s)',
      async (words) => {
        const form = await formOf('安警官', words);
        expect(form.obligation.id).toBe(WEEK_31);
        expect(form.choices.map(({ id }) => id)).toContain(WEEK_30);
        expect(form.fields.map(({ id }) => id)).toEqual([
          'progress',
          'checked',
          'problems',
          'rectified',
          'transferred',
          'new',
          'advice',
          'next',
          'files',
        ]);
        expect(form).toMatchObject({
          filledFrom: 'nothing',
          canCopyLast: false,
          onBehalf: false,
          problems: [],
        });
      },
    );

    it('for the week that was just missed, until the next deadline is nearer', async () => {
      await dialog.until('2016-08-08 09:00');
      expect((await formOf('安警官', '填报')).obligation.id).toBe(WEEK_31);
      await dialog.until('2016-08-10 09:00');
      expect((await formOf('安警官', '填报')).obligation.period.id).toBe('2016-W32');
    });

    it('with the figures and next steps of last week, and wholly as last week when told so', async () => {
      await file('安警官', WEEK_30);
      const usual = await formOf('安警官', '填报');
      expect(usual).toMatchObject({ filledFrom: 'last_period', canCopyLast: true });
      expect(usual.values).toMatchObject({ 'figure:checked': '12', next: '下周复查' });
      expect(usual.values.progress).toBeUndefined();
      const input = { obligation: WEEK_31, copyLast: true };
      const copied = expectKind(await dialog.press('安警官', 'report', input), 'report_form').form;
      expect(copied.values).toEqual(fullReport());
    });

    it('with what was typed before it was closed by mistake, raw as it was', async () => {
      const values = { progress: '写了一半', 'figure:checked': '十二' };
      await dialog.press('安警官', 'draft', { obligation: WEEK_31, values });
      await dialog.press('安警官', 'draft', { obligation: WEEK_31, values: { ...values, next: '再写' } });
      expect(await formOf('安警官', '填报')).toMatchObject({
        filledFrom: 'draft',
        values: { ...values, next: '再写' },
      });
      expect(await draftOf()).toHaveLength(1);
      expect((await formOf('安副手', '填报')).filledFrom).toBe('nothing');
    });

    it('a liaison of two units with the choices of both', async () => {
      await dialog.redefine(withPosting('安警官', { role: 'liaison', unit: as('gsj') }));
      const { choices } = await formOf('安警官', '填报');
      expect(new Set(choices.map(({ unit }) => unit.id))).toEqual(new Set(['gaj', 'gsj']));
      expect((await formOf('安警官', '填报 工商局')).obligation.unit.id).toBe('gsj');
    });

    it('the office on behalf of the unit it names, and for whom when it names none', async () => {
      expect(await formOf('文书一', '代报 公安局')).toMatchObject({
        onBehalf: true,
        obligation: { id: WEEK_31 },
      });
      const bare = await dialog.say('文书一', '填报 周报');
      expect(expectRefused(bare, 'which_unit').choices).toHaveLength(10);
    });

    it('with the bulletin where the duty is to publish one', async () => {
      await dialog.until('2016-08-08 09:00');
      const { bulletin, did } = expectKind(await dialog.say('文书一', '填报 通报'), 'bulletin');
      expect([did, bulletin.period.id]).toEqual(['preview', '2016-W32']);
    });
  });

  describe('files', () => {
    it.each(['安警官', '安副手', '安局长'])(
      'for the own unit, by liaison, deputy and head (%s)',
      async (person) => {
        const { report, again } = expectKind(await file(person), 'filed');
        expect(again).toBe(false);
        expect(report).toMatchObject({ no: 1, filedBy: person, phonedBy: null, afterClose: false });
        expect(report.obligation).toMatchObject({
          standing: 'filed',
          timeliness: 'on_time',
          unit: { id: 'gaj' },
        });
        expect(report.figures.map(({ value }) => value)).toEqual([12, 4, 2, 0]);
        expect(await dialog.row('weekly', 'gaj', '2016-W31')).toMatchObject({
          state: 'submitted',
          latestNo: 1,
        });
      },
    );

    it('once, when the same submission comes twice', async () => {
      const first = await file('安警官', WEEK_31, fullReport(), 'V1:h1');
      expect(await file('安警官', WEEK_31, fullReport(), 'V1:h1')).toEqual(first);
      expect((await dialog.row('weekly', 'gaj', '2016-W31')).latestNo).toBe(1);
    });

    it('a correction as the next version, opened with what was filed', async () => {
      await file('安警官');
      const open = await dialog.press('安警官', 'report', { obligation: WEEK_31 });
      expect(expectKind(open, 'report_form').form).toMatchObject({
        filledFrom: 'filed',
        values: fullReport(),
      });
      const corrected = await file('安副手', WEEK_31, fullReport({ 'figure:checked': '13' }));
      const { report, again } = expectKind(corrected, 'filed');
      expect([again, report.no, report.figures[0]?.value]).toEqual([true, 2, 13]);
    });

    it('as 补报 what comes after the week closed, and says so to the office', async () => {
      await dialog.until('2016-08-08 09:00');
      const { report } = expectKind(await file('安警官'), 'filed');
      expect(report).toMatchObject({ afterClose: true, obligation: { timeliness: 'missed' } });
      const intents = await dialog.store.list('intent', { where: { about: WEEK_31 } });
      expect(intents.map(({ notice }) => notice.kind)).toContain('late_report');
    });

    it('for a unit that phoned only with who phoned', async () => {
      const without = expectRefused(await file('文书一'), 'form');
      expect(without.form).toMatchObject({
        form: 'report',
        report: { onBehalf: true, problems: [{ field: 'phonedBy', kind: 'required' }], values: fullReport() },
      });
      const { report } = expectKind(
        await file('文书一', WEEK_31, fullReport({ phonedBy: '安警官' })),
        'filed',
      );
      expect(report).toMatchObject({ filedBy: '文书一', phonedBy: '安警官' });
    });

    it('the office its own duty without anybody phoning', async () => {
      await dialog.redefine((campaign) => ({
        ...campaign,
        duties: campaign.duties.map((duty) =>
          duty.id === 'final-report' ? { ...duty, owedBy: [...duty.owedBy, unitId('jrb')] } : duty,
        ),
      }));
      await dialog.until('2016-08-22 09:00');
      const obligation = rowId('final-report', 'jrb', 'once');
      const { report } = expectKind(await file('文书一', obligation, { content: '已完成' }), 'filed');
      expect(report).toMatchObject({ phonedBy: null, obligation: { unit: { id: 'jrb' } } });
    });

    it('and keeps the files that were attached before', async () => {
      const files = [{ id: 'F1', name: '一.docx' }];
      await dialog.press('安警官', 'report', { obligation: WEEK_31, values: {}, files });
      const { report } = expectKind(await file('安警官'), 'filed');
      expect(report.files).toEqual(files);
    });

    it('empties the draft', async () => {
      await dialog.press('安警官', 'draft', { obligation: WEEK_31, values: { progress: '草稿' } });
      await file('安警官');
      expect(await draftOf()).toEqual([{}]);
    });
  });

  describe('refuses', () => {
    it('an incomplete form with every problem at its field, and keeps what was typed', async () => {
      const typed = fullReport({ progress: '', 'figure:checked': '十二', 'figure:problems': '-1' });
      const { form } = expectRefused(await file('安警官', WEEK_31, typed), 'form');
      expect(form).toMatchObject({
        report: {
          values: typed,
          filledFrom: 'refused',
          problems: [
            { field: 'progress', kind: 'required' },
            { field: 'figure:checked', kind: 'not_a_number' },
            { field: 'figure:problems', kind: 'negative' },
          ],
        },
      });
      expect(await draftOf()).toEqual([typed]);
    });

    it('a secrecy marking, and writes none of it', async () => {
      const typed = fullReport({ progress: '机密★1年 有关情况' });
      const { form } = expectRefused(await file('安警官', WEEK_31, typed, 'V2:h'), 'form');
      expect(form).toMatchObject({ report: { problems: [{ field: 'progress', kind: 'classified' }] } });
      expect(await draftOf()).toEqual([]);
      await dialog.press('安警官', 'draft', { obligation: WEEK_31, values: typed });
      expect((await draftOf())[0]?.progress).toBeUndefined();
      expect(JSON.stringify(await dialog.store.list('request'))).not.toContain('机密');
    });

    it.each(['尚工商', '周正', '督查员'])('a unit that is not theirs (%s)', async (person) => {
      const { refusal } = expectKind(await file(person), 'refused');
      expect(refusal.kind).toBe('not_your_unit');
      expect((await dialog.row('weekly', 'gaj', '2016-W31')).state).toBe('open');
    });

    it('a unit that is named and not theirs, and shows no form of it', async () => {
      expectRefused(await dialog.say('尚工商', '填报 公安局'), 'not_your_unit');
    });

    it('roles that file for nobody', async () => {
      expectRefused(await dialog.say('周正', '填报'), 'no_role_for');
      expectRefused(await dialog.say('督查员', '填报'), 'no_role_for');
      expectRefused(await dialog.say('路人', '填报'), 'unknown_person');
    });

    it('a liaison who was replaced while the form lay open, and keeps what was typed', async () => {
      await dialog.redefine(withoutPerson('安警官'));
      expectRefused(await file('安警官'), 'not_your_unit');
      expect(await draftOf()).toEqual([fullReport()]);
    });

    it('a liaison who is replaced in the very moment of the commit', async () => {
      const { store } = dialog;
      const commit = store.commit.bind(store);
      store.commit = async (changes) => {
        store.commit = commit;
        await dialog.redefine(withoutPerson('安警官'));
        return commit(changes);
      };
      expectRefused(await file('安警官'), 'not_your_unit');
      expect((await dialog.row('weekly', 'gaj', '2016-W31')).state).toBe('open');
      expect(await draftOf()).toEqual([fullReport()]);
    });

    it('what was waived or accepted, with who decided, and keeps what was typed', async () => {
      const row = await dialog.row('weekly', 'gaj', '2016-W31');
      const { move } = await import('../../domain/change.ts');
      const { audited } = await import('../../domain/audit.ts');
      const wen = (await dialog.store.list('person', { where: { name: '文书一' } }))[0]!;
      const acting = { campaign: row.campaign, by: wen.id, at: dialog.clock.campaign() };
      await dialog.store.commit([
        move('obligation', row, { state: 'waived', waiver: 'office', reason: '出差' }),
        audited(acting, 'waive', row, {}),
      ]);
      expect(expectRefused(await file('安警官'), 'already_decided')).toMatchObject({ by: '文书一' });
      expect(await draftOf()).toEqual([fullReport()]);
    });

    it('a correction after the week closed, unless it was typed before', async () => {
      await file('安警官');
      await dialog.until('2016-08-08 09:00');
      expectRefused(await dialog.press('安警官', 'report', { obligation: WEEK_31 }), 'not_owed');
      expect(expectKind(await file('安警官'), 'filed').report.afterClose).toBe(true);
    });

    it('a row that is not in the ledger', async () => {
      expectRefused(await dialog.press('安警官', 'report', { obligation: 'nowhere' }), 'gone');
    });

    it('words that name nothing, with the nearest that is something', async () => {
      expect(
        expectRefused(await dialog.say('安警官', '填报 工作进展月报'), 'unknown_duty').near,
      ).toMatchObject([{ id: 'weekly' }]);
    });

    it('when nothing is owed', async () => {
      for (const of of ['2016-W30', '2016-W31']) await file('安警官', rowId('weekly', 'gaj', of));
      await file('安警官', rowId('final-report', 'gaj', 'once'), { content: '报告' });
      expectRefused(await dialog.say('安警官', '填报'), 'nothing_owed');
    });
  });
});
