// The ledger's rules as people meet them: when a report may come, how long it may be corrected, what makes it late, missed or
// 补报, what a return gives, and what an old button still does.

import { afterEach, describe, expect, it } from 'vitest';
import { standingOf, timelinessOf } from '../../domain/obligation.ts';
import { at } from '../support/builders.ts';
import {
  type Dialog,
  type DialogOptions,
  expectKind,
  expectRefused,
  fullReport,
  openDialog,
  rowId,
  sampleFile,
} from '../support/dialog.ts';

let dialog: Dialog;
const open = async (options: DialogOptions = {}): Promise<void> => {
  dialog = await openDialog(options);
};
afterEach(() => dialog.close());

const file = (obligation: string, person = '安警官', values = fullReport()) =>
  dialog.press(person, 'report', { obligation, values });
const W31 = rowId('weekly', 'gaj', '2016-W31');

describe('a report before its week', () => {
  const W40 = rowId('weekly', 'gaj', '2016-W40');

  it('is not asked for before the first reminder, though the week is a week away', async () => {
    await open({ now: '2016-09-28 18:00' });
    expectRefused(await dialog.say('安警官', '填报 第40周'), 'no_such_obligation');
  });

  it('may come from the first reminder on, which a holiday puts before the week, and is in time', async () => {
    await open({ now: '2016-09-29 09:00' });
    const { form } = expectKind(await dialog.say('安警官', '填报 第40周'), 'report_form');
    expect(form.obligation).toMatchObject({ id: W40, standing: 'upcoming', dueOn: '2016-10-08' });
    expectKind(await file(W40), 'filed');
    await dialog.until('2016-10-10 09:00');
    const row = await dialog.row('weekly', 'gaj', '2016-W40');
    expect(row.firstFiledAt).toBeLessThan(row.opensAt);
    expect([standingOf(row, dialog.deps.now()), timelinessOf(row, dialog.deps.now())]).toEqual([
      'filed',
      'on_time',
    ]);
  });
});

describe('a report that was filed', () => {
  it('is corrected until the week closes on Sunday at midnight; each version keeps its author and time', async () => {
    await open();
    await file(W31);
    await dialog.until('2016-08-07 23:59');
    expectKind(await dialog.press('安副手', 'report', { obligation: W31 }), 'report_form');
    const { report } = expectKind(await file(W31, '安副手', fullReport({ next: '改' })), 'filed');
    expect(report).toMatchObject({ no: 2, afterClose: false, obligation: { timeliness: 'on_time' } });
    await dialog.until('2016-08-08 00:00');
    expectRefused(await dialog.press('安副手', 'report', { obligation: W31 }), 'not_owed');
    const people = new Map((await dialog.store.list('person')).map(({ id, name }) => [id, name]));
    const versions = await dialog.store.list('submission', { where: { obligation: W31 }, orderBy: 'no' });
    expect(
      versions.map(({ no, filedBy, filedAt, content }) => [
        no,
        people.get(filedBy),
        filedAt,
        content.fields.next,
      ]),
    ).toEqual([
      [1, '安警官', at('2016-08-05 15:30'), '下周复查'],
      [2, '安副手', at('2016-08-07 23:59'), '改'],
    ]);
  });

  it('late stays late however often it is corrected, and in time stays in time', async () => {
    await open({ now: '2016-08-05 17:01' });
    await file(W31);
    await file(rowId('weekly', 'gsj', '2016-W31'), '文书一', fullReport({ phonedBy: '尚工商' }));
    await dialog.until('2016-08-06 10:00');
    const { report } = expectKind(await file(W31), 'filed');
    expect(report).toMatchObject({ no: 2, obligation: { timeliness: 'late' } });
  });
});

describe('漏报', () => {
  it('of a one-off starts after the second working day, while its period stays open to the campaign’s end', async () => {
    await open({ now: '2017-01-12 23:59', plannedFrom: '2016-12-01 08:00' });
    const id = rowId('final-report', 'gaj', 'once');
    const standing = async () => standingOf((await dialog.store.find('obligation', id))!, dialog.deps.now());
    expect(await standing()).toBe('overdue');
    await dialog.until('2017-01-13 00:00');
    expect(await standing()).toBe('missed');
    await dialog.until('2017-01-16 09:00');
    const { report } = expectKind(await file(id, '安警官', { content: '报告' }), 'filed');
    expect(report).toMatchObject({ afterClose: false, obligation: { timeliness: 'late' } });
  });

  it('of a phase, due on its closing day, leaves two working days; what comes in them is late, not missed', async () => {
    const staged = (text: string) =>
      `${text}  - { id: stage, name: 阶段总结, owed_by: [member], every: phase, due: end 12:00 }\n`;
    await open({ file: sampleFile(staged), plannedFrom: '2016-09-01 08:00', now: '2016-10-08 09:00' });
    const row = await dialog.row('stage', 'gaj', 'phase:cleanup');
    expect(row).toMatchObject({
      dueAt: at('2016-09-30 12:00'),
      closesAt: at('2016-10-01 00:00'),
      missedAt: at('2016-10-10 00:00'),
    });
    expect(standingOf(row, at('2016-10-09 23:59'))).toBe('overdue');
    expect(standingOf(row, at('2016-10-10 00:00'))).toBe('missed');
    const { report } = expectKind(await file(row.id, '安警官', { content: '总结' }), 'filed');
    expect(report).toMatchObject({ afterClose: true, obligation: { timeliness: 'late' } });
  });

  it('of phases that overlap is each its own row', async () => {
    const overlapping = (text: string) =>
      `${text.replace('from: 2016-10-01, to: 2016-12-20', 'from: 2016-07-20, to: 2016-12-20')}  - { id: stage, name: 阶段总结, owed_by: [gaj], every: phase, due: end }\n`;
    await open({ file: sampleFile(overlapping), plannedFrom: '2016-07-01 08:00', now: '2016-08-05 15:30' });
    const rows = await dialog.store.list('obligation', {
      where: { duty: 'stage' as never },
      orderBy: 'dueAt',
    });
    expect(rows.map(({ period, dueAt }) => [period, dueAt])).toEqual([
      ['phase:deploy', at('2016-06-15 17:30')],
      ['phase:survey', at('2016-06-30 17:30')],
      ['phase:cleanup', at('2016-09-30 17:30')],
      ['phase:inspect', at('2016-12-20 17:30')],
    ]);
    expect(rows.map(({ state }) => state)).toEqual(['waived', 'waived', 'open', 'open']);
  });
});

describe('a return', () => {
  it('without a date keeps the old deadline where that is later', async () => {
    await open({ now: '2016-08-02 10:00' });
    await file(W31);
    const { obligation } = expectKind(
      await dialog.say('文书一', '退回 市公安局 第31周 数据不全'),
      'returned',
    );
    expect(obligation.dueAt).toBe(at('2016-08-05 17:00'));
  });

  it('without a date on the eve of a holiday ends with the next working day', async () => {
    await open({ now: '2016-09-30 16:00' });
    const id = rowId('weekly', 'gaj', '2016-W39');
    await file(id);
    const { obligation } = expectKind(
      await dialog.say('文书一', '退回 市公安局 第39周 数据不全'),
      'returned',
    );
    expect(obligation.dueAt).toBe(at('2016-10-08 17:30'));
  });

  it('is answered in time until its own date, and that is no 补报 though the week has closed', async () => {
    await open();
    await file(W31);
    await dialog.until('2016-08-08 09:00');
    await dialog.say('文书一', '退回 市公安局 第31周 数据不全');
    await dialog.until('2016-08-09 17:30');
    const { report } = expectKind(await file(W31), 'filed');
    expect(report).toMatchObject({ no: 2, afterClose: false, obligation: { timeliness: 'on_time' } });
    const told = await dialog.store.list('intent', { where: { about: W31 } });
    expect(told.map(({ notice }) => notice.kind)).not.toContain('late_report');
  });

  it('is answered late a minute after its date, and then is 补报 as well', async () => {
    await open();
    await file(W31);
    await dialog.until('2016-08-08 09:00');
    await dialog.say('文书一', '退回 市公安局 第31周 数据不全');
    await dialog.until('2016-08-09 17:31');
    const { report } = expectKind(await file(W31), 'filed');
    expect(report).toMatchObject({ afterClose: true, obligation: { timeliness: 'late' } });
  });

  it('a second time counts from its own date', async () => {
    await open();
    await file(W31);
    await dialog.say('文书一', '退回 市公安局 第31周 数据不全 8月6日前');
    await dialog.until('2016-08-06 12:00');
    await file(W31);
    await dialog.say('文书一', '退回 市公安局 第31周 仍不全 8月9日前');
    await dialog.until('2016-08-09 12:00');
    const { report } = expectKind(await file(W31), 'filed');
    expect(report).toMatchObject({ no: 3, obligation: { timeliness: 'on_time' } });
  });
});

describe('buttons of a message two months old', () => {
  const later = async (before: () => Promise<unknown> = async () => {}) => {
    await open();
    await before();
    await dialog.until('2016-10-10 10:00');
  };

  it('填报 still opens the form of that week, and what comes is kept as 补报', async () => {
    await later();
    const { form } = expectKind(await dialog.press('安警官', 'report', { obligation: W31 }), 'report_form');
    expect(form.obligation).toMatchObject({ id: W31, standing: 'missed' });
    expect(expectKind(await file(W31), 'filed').report).toMatchObject({
      afterClose: true,
      obligation: { timeliness: 'missed' },
    });
  });

  it('零报告 asks as ever, and files as 补报', async () => {
    await later();
    expectKind(await dialog.press('安警官', 'nil', { obligation: W31 }), 'ask_form');
    const { report } = expectKind(
      await dialog.press('安警官', 'nil', { obligation: W31, values: {} }),
      'filed',
    );
    expect(report).toMatchObject({ nil: true, afterClose: true });
  });

  it('已知悉 says that there is nothing to skip', async () => {
    await later();
    expectKind(await dialog.press('安警官', 'note', { obligation: W31, step: 'notice' }), 'cannot_note');
    expect(await dialog.store.list('snooze')).toEqual([]);
  });

  it('填报 of what was filed long ago says that nothing is owed', async () => {
    await later(() => file(W31));
    expectRefused(await dialog.press('安警官', 'report', { obligation: W31 }), 'not_owed');
    expectRefused(await dialog.press('安警官', 'nil', { obligation: W31, values: {} }), 'not_owed');
  });

  it('a chase of that week reaches who still owes it, and says which week', async () => {
    await later(() => file(W31));
    const chased = expectKind(
      await dialog.press('文书一', 'chase', { duty: 'weekly', period: '2016-W31' }),
      'chased',
    );
    expect(chased.rows.map(({ period }) => period.id)).toEqual(Array(9).fill('2016-W31'));
  });
});

describe('a button pressed twice', () => {
  it.each(['accept', 'waive', 'note', 'nil'] as const)(
    '%s: the second time changes nothing and says so',
    async (action) => {
      await open({ now: '2016-08-03 10:00' });
      if (action === 'accept') await file(W31);
      const person = action === 'note' || action === 'nil' ? '安警官' : '文书一';
      const input = { obligation: W31, ...(action !== 'note' && { values: { reason: '合并' } }) };
      await dialog.press(person, action, input);
      const before = await dialog.row('weekly', 'gaj', '2016-W31');
      const second = await dialog.press(person, action, input);
      expect([second.kind, await dialog.row('weekly', 'gaj', '2016-W31')]).toEqual([
        action === 'note' ? 'noted' : 'refused',
        before,
      ]);
      expect(await dialog.store.list('snooze')).toHaveLength(action === 'note' ? 1 : 0);
    },
  );
});
