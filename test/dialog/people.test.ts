// 名册, 请假: who holds which role, who is away and who stands in. 换联络员: hand-over.test.ts.

import { afterEach, describe, expect, it } from 'vitest';
import {
  type Dialog,
  type DialogOptions,
  expectKind,
  expectRefused,
  openDialog,
  rowId,
} from '../support/dialog.ts';

let dialog: Dialog;
const open = async (options: DialogOptions = {}): Promise<void> => {
  dialog = await openDialog(options);
};
afterEach(() => dialog.close());

const idOf = async (name: string) => (await dialog.store.list('person', { where: { name } }))[0]!.id;

describe('名册', () => {
  it('shows a unit with who is bound and who is away', async () => {
    await open();
    await dialog.say('安警官', '请假 今天到明天');
    const { unit, entries } = expectKind(await dialog.say('尚工商', '名册 公安局'), 'roster');
    expect(unit?.id).toBe('gaj');
    expect(entries.map(({ person, role, onLeaveUntil }) => [person.name, role, onLeaveUntil])).toEqual([
      ['安警官', 'liaison', '2016-08-06'],
      ['安副手', 'deputy', null],
      ['安局长', 'head', null],
    ]);
  });

  it('masks a phone for everybody but its owner', async () => {
    await open();
    const phoneFor = async (person: string) =>
      expectKind(await dialog.say(person, '名册 人行'), 'roster').entries[0]?.phone;
    expect(await phoneFor('银人行')).toBe('13800000001');
    expect(await phoneFor('文书一')).toBe('138****0001');
    expect(await phoneFor('周正')).toBe('138****0001');
  });

  it('shows everybody where no unit is named', async () => {
    await open();
    expect(expectKind(await dialog.say('督查员', 'roster'), 'roster').entries).toHaveLength(16);
  });

  it('offers the nearest unit for one it does not know', async () => {
    await open();
    expect(expectRefused(await dialog.say('文书一', '名册 市公案局'), 'unknown_unit').near).toMatchObject([
      { id: 'gaj' },
    ]);
    expectRefused(await dialog.press('文书一', 'roster', { unit: 'nowhere' }), 'gone');
    expectRefused(await dialog.say('路人', '名册'), 'unknown_person');
  });
});

describe('请假', () => {
  it.each([
    ['请假 8月8日-8月10日', '2016-08-08', '2016-08-10'],
    ['请假 从 8月8日 到 8月10日', '2016-08-08', '2016-08-10'],
    ['请假 2016-08-08到2016-08-10', '2016-08-08', '2016-08-10'],
    ['请假 8月8日至10日', '2016-08-08', '2016-08-10'],
    ['请假 ８月８日－８月１０日', '2016-08-08', '2016-08-10'],
    ['请假 2016-08-08 2016-08-10', '2016-08-08', '2016-08-10'],
    ['请假 明天', '2016-08-06', '2016-08-06'],
    ['leave 8 Aug - 10 Aug', '2016-08-08', '2016-08-10'],
    ['请假 12月30日到2017年1月3日', '2016-12-30', '2017-01-03'],
    ['请假 1月3日', '2017-01-03', '2017-01-03'],
  ])('understands “%s”', async (typed, from, to) => {
    await open();
    const outcome = expectKind(await dialog.say('安警官', typed), 'leave_set');
    expect(outcome).toMatchObject({ person: { name: '安警官' }, from, to, cancelled: false });
    expect(outcome.told.map(({ name }) => name)).toEqual(['安副手']);
  });

  it.each(['请假 8月10日-8月8日', '请假 2月30日', '请假 2016-13-01'])(
    'says that “%s” is no range',
    async (typed) => {
      await open();
      expectRefused(await dialog.say('安警官', typed), 'bad_range');
    },
  );

  it('does not begin and end in the past', async () => {
    await open();
    const { form } = expectRefused(await dialog.say('安警官', '请假 8月1日-8月3日'), 'form');
    expect(form).toMatchObject({ form: 'leave', problems: [{ field: 'to', kind: 'in_the_past' }] });
  });

  it('asks for the days where there are none, and shows again what was wrong', async () => {
    await open();
    const { form } = expectKind(await dialog.say('安警官', '请假'), 'ask_form');
    expect(form).toMatchObject({ form: 'leave', chosen: { name: '安警官' } });
    const values = { person: await idOf('安警官'), from: '2016-08-10', to: '2016-08-08' };
    const again = expectRefused(await dialog.press('安警官', 'leave', { values }), 'form');
    expect(again.form).toMatchObject({ values, problems: [{ field: 'to', kind: 'ends_before_start' }] });
  });

  it('lets the deputy be reminded instead', async () => {
    await open({ now: '2016-08-03 08:00' });
    await dialog.say('安警官', '请假 8月3日-8月5日');
    await dialog.until('2016-08-03 09:00');
    const told = await dialog.store.list('intent', { where: { about: rowId('weekly', 'gaj', '2016-W31') } });
    expect(told.map(({ recipient }) => recipient)).toEqual([await idOf('安副手')]);
  });

  it('is entered for others by the office and by the unit’s head, and by nobody else', async () => {
    await open();
    expectKind(await dialog.say('文书一', '请假 安警官 明天'), 'leave_set');
    expectKind(await dialog.say('安局长', '请假 安副手 明天'), 'leave_set');
    expectRefused(await dialog.say('安副手', '请假 安警官 明天'), 'not_your_unit');
    expectRefused(await dialog.say('尚工商', '请假 周正 明天'), 'office_only');
    const values = { person: await idOf('尚工商'), from: '2016-08-08', to: '2016-08-08' };
    expectRefused(await dialog.press('安局长', 'leave', { values }), 'not_your_unit');
  });

  it('is entered once however often it is said', async () => {
    await open();
    await dialog.say('安警官', '请假 明天');
    await dialog.say('安警官', '请假 明天');
    expect(await dialog.store.list('leave')).toHaveLength(1);
  });

  it('offers the nearest for somebody it does not know', async () => {
    await open();
    expect(
      expectRefused(await dialog.say('文书一', '请假 安警宫 明天'), 'unknown_member').near,
    ).toMatchObject([{ name: '安警官' }]);
  });

  it('is ended by 销假: what has begun ends yesterday, what is to come is cancelled', async () => {
    await open({ now: '2016-08-04 10:00' });
    await dialog.say('安警官', '请假 8月4日-8月10日');
    await dialog.say('安警官', '请假 8月20日-8月21日');
    await dialog.until('2016-08-05 10:00');
    expect(expectKind(await dialog.say('安警官', '销假'), 'leave_set').cancelled).toBe(true);
    const leaves = await dialog.store.list('leave', { orderBy: 'from' });
    expect(leaves).toMatchObject([
      { from: '2016-08-04', to: '2016-08-04', cancelled: false },
      { from: '2016-08-20', cancelled: true },
    ]);
    expectKind(await dialog.say('安警官', '销假'), 'leave_set');
  });
});

describe('请假 with a stand-in', () => {
  const W31 = () => rowId('weekly', 'gaj', '2016-W31');
  const reminded = async () =>
    (await dialog.store.list('intent', { where: { about: W31() } })).map(({ recipient, notice }) => [
      recipient,
      'why' in notice ? notice.why : null,
    ]);

  it.each([
    '请假 8月8日 8月12日 由 安局长 代',
    '请假 8月8日-8月12日 由安局长代理',
    'leave 8 Aug - 12 Aug covered by 安局长',
  ])('understands “%s”', async (typed) => {
    await open();
    expect(expectKind(await dialog.say('安警官', typed), 'leave_set')).toMatchObject({
      from: '2016-08-08',
      to: '2016-08-12',
      deputy: { name: '安局长' },
      deputyAway: false,
      told: [{ name: '安局长' }],
    });
    expect(await dialog.store.list('leave')).toMatchObject([{ deputy: await idOf('安局长') }]);
  });

  it('reminds whoever was named, before the deputy, and says for whom', async () => {
    await open({ now: '2016-08-03 08:00' });
    await dialog.say('安警官', '请假 8月3日-8月5日 由安局长代');
    await dialog.until('2016-08-03 09:00');
    expect(await reminded()).toEqual([[await idOf('安局长'), { role: 'head', insteadOf: '安警官' }]]);
  });

  it('goes on to the deputy where whoever was named is away too', async () => {
    await open({ now: '2016-08-03 08:00' });
    await dialog.say('安局长', '请假 8月3日-8月5日');
    const outcome = await dialog.say('安警官', '请假 8月3日-8月5日 由安局长代');
    expect(expectKind(outcome, 'leave_set')).toMatchObject({ deputyAway: true, told: [{ name: '安副手' }] });
    await dialog.until('2016-08-03 09:00');
    expect(await reminded()).toEqual([[await idOf('安副手'), { role: 'deputy', insteadOf: '安警官' }]]);
  });

  it('holds for the office, too', async () => {
    await open();
    const outcome = await dialog.say('文书一', '请假 8月8日 由金主任代');
    expect(expectKind(outcome, 'leave_set').told).toMatchObject([{ name: '金主任' }]);
  });

  it('tells whoever is named, whoever need not any more, and nobody of what was called off in between', async () => {
    await open();
    const toldOf = async () =>
      (await dialog.store.list('intent')).flatMap(({ notice, recipient }) =>
        notice.kind === 'stand_in' ? [[recipient, notice.ended]] : [],
      );
    await dialog.say('安警官', '请假 8月8日 由安副手代');
    expect(await toldOf()).toEqual([[await idOf('安副手'), false]]);
    await dialog.say('安警官', '请假 8月8日 由安局长代');
    await dialog.say('安警官', '请假 8月8日 由安局长代');
    expect(await dialog.store.list('leave')).toHaveLength(1);
    expect(await toldOf()).toHaveLength(3);
    await dialog.say('安警官', '销假');
    expect(await toldOf()).toContainEqual([await idOf('安局长'), true]);
  });

  it.each(['尚工商', '安警官', '没有这个人'])(
    'refuses %s at the field and keeps what was typed',
    async (name) => {
      await open();
      const typed = expectRefused(await dialog.say('安警官', `请假 8月8日 由${name}代`), 'form');
      expect(typed.form).toMatchObject({
        values: { from: '2016-08-08', to: '2016-08-08', deputy: name },
        problems: [{ field: 'deputy', kind: 'not_a_stand_in', typed: name }],
      });
      expect(await dialog.store.list('leave')).toHaveLength(0);
    },
  );

  it('offers those of the unit in the form, and keeps a name that was typed', async () => {
    await open();
    const { form } = expectKind(await dialog.say('安警官', '请假 由安副手代'), 'ask_form');
    expect(form).toMatchObject({
      values: { deputy: await idOf('安副手') },
      deputies: [{ name: '安副手' }, { name: '安局长' }],
    });
  });

  it('stands in the roster', async () => {
    await open();
    await dialog.say('安警官', '请假 今天到明天 由安局长代');
    const { entries } = expectKind(await dialog.say('尚工商', '名册 公安局'), 'roster');
    expect(entries[0]).toMatchObject({ onLeaveUntil: '2016-08-06', standIn: { name: '安局长' } });
  });
});
