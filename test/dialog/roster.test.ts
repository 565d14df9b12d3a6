// 名册: found by part of a name, unit, role or e-mail; and changed from there: people, posts, units. Each change is shown first.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionInput } from '../../domain/actions.ts';
import { as } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { renderOutcome } from '../../messages/render.ts';
import { at } from '../support/builders.ts';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';
import { giveTask } from '../support/dialog-tasks.ts';

let dialog: Dialog;
beforeEach(async () => {
  dialog = await openDialog();
});
afterEach(() => dialog.close());

const idOf = async (name: string) => (await dialog.store.list('person', { where: { name } }))[0]!.id;
const shownIn = (outcome: Outcome) => expectKind(outcome, 'amendment').amendment;
const act = (person: string, id: string, verb: string) =>
  dialog.press(person, 'amendment', { amendment: id, verb });
const make = async (person: string, outcome: Outcome) => act(person, shownIn(outcome).id, 'make');
const postings = async (name: string) =>
  (await dialog.campaign()).definition.people.filter((posting) => posting.name === name);
const unitNow = async (id: string) =>
  (await dialog.campaign()).definition.units.find((unit) => unit.id === id);

const formOf = async (person: string, input: ActionInput): Promise<Record<string, string>> =>
  expectKind(await dialog.press(person, 'roster', input), 'ask_form').form.values;
/** The form as it opens, with something changed in it, sent. */
async function send(person: string, input: ActionInput, typed: Record<string, string>): Promise<Outcome> {
  const values = { ...(await formOf(person, input)), ...typed };
  return dialog.press(person, 'roster', { ...input, values });
}
const person = async (name: string): Promise<ActionInput> => ({ verb: 'person', person: await idOf(name) });

describe('名册 with words', () => {
  it.each([
    ['名册 安', ['安警官', '安副手', '安局长']],
    ['名册 ajg', ['安警官']],
    ['roster An', ['安警官', '安副手', '安局长']],
    ['名册 公安', ['安警官', '安副手', '安局长']],
    ['名册 公安局 B角', ['安副手']],
    ['名册 公安局的负责人', ['安局长']],
    ['名册 shang@', ['尚工商']],
    ['名册 主任', ['金主任']],
  ])('“%s” finds %j', async (typed, names) => {
    const { entries } = expectKind(await dialog.say('尚工商', typed), 'roster');
    expect(entries.map((entry) => entry.person.name)).toEqual(names);
  });

  it('finds everybody of a role', async () => {
    const { entries, query } = expectKind(await dialog.say('督查员', '名册 联络员'), 'roster');
    expect(query).toBe('联络员');
    expect(new Set(entries.map(({ role }) => role))).toEqual(new Set(['liaison']));
  });

  it('offers the nearest where nobody fits', async () => {
    expect(expectRefused(await dialog.say('文书一', '名册 安警宫'), 'unknown_member').near).toMatchObject([
      { name: '安警官' },
    ]);
    expectRefused(await dialog.say('文书一', '名册 完全没有的'), 'unknown_unit');
  });

  it('shows a large roster one screen at a time', async () => {
    const { entries, page } = expectKind(await dialog.say('文书一', '名册'), 'roster');
    expect(entries).toHaveLength(16);
    expect(page).toMatchObject({ from: 0, action: 'roster' });
    const next = await dialog.press('文书一', 'roster', { ...page!.again, no: 12 });
    expect(expectKind(next, 'roster').page).toMatchObject({ from: 12 });
  });

  it('says what each may change', async () => {
    const may = async (who: string) => {
      const shown = expectKind(await dialog.say(who, '名册 公安局'), 'roster');
      return [shown.may, shown.entries.filter((entry) => entry.may).length];
    };
    expect(await may('文书一')).toEqual([{ all: true, unit: true }, 3]);
    expect(await may('安局长')).toEqual([{ all: false, unit: true }, 3]);
    expect(await may('安副手')).toEqual([{ all: false, unit: false }, 0]);
    expect(await may('尚工商')).toEqual([{ all: false, unit: false }, 0]);
  });
});

describe('a person', () => {
  it('is changed in all posts, after it was shown, and back within a day', async () => {
    const changes = { name: '安警长', phone: '13900000009', email: 'an.chang@loudi.example', language: 'en' };
    const proposed = shownIn(await send('文书一', await person('安警官'), changes));
    expect(await postings('安警长')).toHaveLength(0);
    await act('文书一', proposed.id, 'make');
    expect(await postings('安警长')).toMatchObject([
      { role: 'liaison', phone: '13900000009', email: 'an.chang@loudi.example', language: 'en' },
    ]);
    expect((await dialog.store.list('person', { where: { name: '安警长' } }))[0]).toMatchObject({
      email: 'an.chang@loudi.example',
      slack: null,
    });
    await act('金主任', proposed.id, 'undo');
    expect(await postings('安警长')).toHaveLength(0);
    const [row] = await dialog.store.list('person', { where: { name: '安警官' } });
    expect(row?.email).toBe((await postings('安警官'))[0]?.email);
  });

  it('keeps the account that they are using, where they change their own e-mail', async () => {
    const { slack } = (await dialog.store.list('person', { where: { name: '文书一' } }))[0]!;
    const proposed = shownIn(
      await send('文书一', await person('文书一'), { email: 'wen.new@loudi.example' }),
    );
    await act('文书一', proposed.id, 'make');
    const changed = (await dialog.store.list('person', { where: { name: '文书一' } }))[0];
    expect(changed).toMatchObject({ slack, email: 'wen.new@loudi.example' });
    await act('文书一', proposed.id, 'undo');
    expect((await dialog.store.list('person', { where: { name: '文书一' } }))[0]?.slack).toBe(slack);
  });

  it('gets another post, and a post ends', async () => {
    await make('文书一', await send('文书一', await person('安副手'), { role: 'head', unit: 'gaj' }));
    expect((await postings('安副手')).map(({ role, from }) => [role, from])).toEqual([
      ['deputy', undefined],
      ['head', '2016-08-05'],
    ]);
    await make('安局长', await send('安局长', await person('安副手'), { end: 'deputy/gaj' }));
    expect((await postings('安副手'))[0]).toMatchObject({ role: 'deputy', to: '2016-08-04' });
  });

  it('who is new stands on the roster once it is confirmed', async () => {
    const input = { verb: 'person' };
    const values = { name: '辛副手', email: 'xin.fs@loudi.example', role: 'deputy', unit: 'gsj', phone: '' };
    await make('文书一', await dialog.press('文书一', 'roster', { ...input, values }));
    expect(await postings('辛副手')).toMatchObject([{ role: 'deputy', unit: 'gsj', from: '2016-08-05' }]);
    const staff = { name: '辛文书', email: 'xin.ws@loudi.example', role: 'office_staff' };
    await make('文书一', await dialog.press('文书一', 'roster', { ...input, values: staff }));
    expect(await postings('辛文书')).toMatchObject([{ role: 'office_staff', unit: 'jrb' }]);
  });

  it.each([
    [{ name: '' }, { field: 'name', kind: 'required' }],
    [{ name: '长'.repeat(400) }, { field: 'name', kind: 'too_long', length: 400, most: 64 }],
    [{ email: '不是邮箱' }, { field: 'email', kind: 'not_an_address', typed: '不是邮箱' }],
    [{ email: 'shang@loudi.example' }, { field: 'email', kind: 'known_under', name: '尚工商' }],
    [{ role: 'liaison' }, { field: 'unit', kind: 'required' }],
    [{ role: 'king' }, { field: 'role', kind: 'not_a_choice', typed: 'king' }],
    [{ phone: '1'.repeat(300) }, { field: 'phone', kind: 'too_long', length: 300, most: 32 }],
  ])('is refused with %j at the field, and what was typed is kept', async (typed, problem) => {
    const { form } = expectRefused(await send('文书一', await person('安警官'), typed as never), 'form');
    expect(form).toMatchObject({ form: 'roster_person', values: typed, problems: [problem] });
  });

  it('the last of the office stays', async () => {
    const staff = (await dialog.campaign()).definition.people.filter(({ role }) =>
      ['office_staff', 'office_director'].includes(role),
    );
    for (const { name, role } of staff.slice(0, -1))
      await make('金主任', await send('金主任', await person(name), { end: `${role}/jrb` }));
    const last = staff.at(-1)!;
    const refused = await send(last.name, await person(last.name), { end: `${last.role}/jrb` });
    expectRefused(refused, 'last_of_office');
  });

  it('and of two who leave the office at once one stays', async () => {
    const staff = (await dialog.campaign()).definition.people.filter(({ role }) =>
      ['office_staff', 'office_director'].includes(role),
    );
    expect(staff.length).toBe(2);
    const proposals = await Promise.all(
      staff.map(async ({ name, role }) => {
        const proposed = await send(name, await person(name), { end: `${role}/jrb` });
        return { name, id: shownIn(proposed).id };
      }),
    );
    const [first, second] = proposals;
    expectKind(await act(first!.name, first!.id, 'make'), 'amendment');
    expectRefused(await act(second!.name, second!.id, 'make'), 'last_of_office');
  });

  it('who gives up their own office is warned', async () => {
    const proposed = await send('文书一', await person('文书一'), { end: 'office_staff/jrb' });
    expect(shownIn(proposed).warns).toBe('leaves_office');
    expect(shownIn(await send('文书一', await person('安警官'), { phone: '1' })).warns).toBeUndefined();
  });

  it('is changed by the office and the unit’s own liaison and head alone, and by these in their unit alone', async () => {
    const input = { ...(await person('安警官')), values: { name: '冒名者', email: '' } };
    for (const who of ['安副手', '尚工商', '周正', '督查员'])
      expectRefused(await dialog.press(who, 'roster', input), 'office_only');
    const role = { role: 'office_staff', unit: 'jrb' };
    expectRefused(await send('安局长', await person('安副手'), role), 'form');
    expectRefused(await send('安局长', await person('安副手'), { role: 'head', unit: 'gsj' }), 'form');
    expect(await dialog.store.list('amendment')).toHaveLength(0);
  });

  it('of several units is for the office to change', async () => {
    await make('文书一', await send('文书一', await person('安副手'), { role: 'deputy', unit: 'gsj' }));
    const input = { ...(await person('安副手')), values: { name: '冒名者', email: '' } };
    expectRefused(await dialog.press('安局长', 'roster', input), 'office_only');
  });
});

describe('a unit', () => {
  it('gets other names, which are understood at once', async () => {
    const typed = { name: '娄底市公安局', aliases: '警察局、 公安，gongan' };
    await make('安局长', await send('安局长', { verb: 'unit', unit: 'gaj' }, typed));
    expect(await unitNow('gaj')).toMatchObject({
      name: '娄底市公安局',
      aliases: ['警察局', '公安', 'gongan'],
    });
    expect(expectKind(await dialog.say('督查员', '名册 警察局'), 'roster').unit?.id).toBe('gaj');
  });

  it('is refused a name that another unit has, in words', async () => {
    const refusal = await send('文书一', { verb: 'unit', unit: 'gaj' }, { aliases: '市工商局' });
    const { problems } = expectRefused(refusal, 'definition_refused');
    expect(problems).toMatchObject([{ code: 'shared_name' }]);
  });

  it('that is new has an id of its own and owes from today', async () => {
    const values = { name: '市税务局', aliases: '税务', kind: 'member', to: '' };
    await make('文书一', await dialog.press('文书一', 'roster', { verb: 'unit', values }));
    const { units } = (await dialog.campaign()).definition;
    expect(units.at(-1)).toMatchObject({ name: '市税务局', kind: 'member', from: '2016-08-05' });
    expect(units.at(-1)?.id).toMatch(/^s[a-z]*j\d?$/);
  });

  it('that ends is shown with what is open with it, and what becomes of that', async () => {
    await giveTask(dialog, { lead: 'gaj' });
    await giveTask(dialog, { lead: 'gsj', helpers: 'gaj' });
    const proposed = await send('文书一', { verb: 'unit', unit: 'gaj' }, { to: '2016-08-05' });
    const { id, unitEnd } = shownIn(proposed);
    expect(unitEnd).toMatchObject({
      unit: { id: 'gaj' },
      on: '2016-08-05',
      leads: [{ no: 1 }],
      helps: [{ no: 2 }],
      areas: [],
    });
    const owed = await dialog.store.list('obligation', { where: { unit: as('gaj'), state: 'open' } });
    const due = owed.filter(({ opensAt }) => opensAt <= at('2016-08-05 15:30'));
    const later = owed.filter(({ wantedOn }) => wantedOn > '2016-08-05');
    expect(later.length).toBeGreaterThan(0);
    expect([unitEnd?.owed, unitEnd?.waived]).toEqual([
      due.filter((row) => !later.includes(row)).length,
      later.length,
    ]);
    expect(unitEnd?.reports[0]).toMatchObject({ duty: { id: 'weekly' } });
    const said = JSON.stringify([renderOutcome(proposed, 'zh'), renderOutcome(proposed, 'en')]);
    expect(said).toContain('承办的督办事项 1 项：督办〔2016〕1号');
    expect(said).toContain('Leads 1 open task: ');
    await act('文书一', id, 'make');
    await dialog.until('2016-08-05 15:40');
    const waived = await dialog.store.list('obligation', {
      where: { unit: as('gaj'), waiver: 'unit_ended' },
    });
    expect(waived.map((row) => row.id).sort()).toEqual(later.map((row) => row.id).sort());
    expect(shownIn(await dialog.press('文书一', 'amendment', { amendment: id })).unitEnd).toBeDefined();
    const undone = shownIn(await act('文书一', id, 'undo'));
    expect(undone.unitEnd).toBeUndefined();
  });

  it('says so where nothing is open, and nothing of a unit that only gets another name', async () => {
    const values = { name: '市税务局', aliases: '', kind: 'association', to: '' };
    const added = await dialog.press('文书一', 'roster', { verb: 'unit', values });
    await act('文书一', shownIn(added).id, 'make');
    const unit = (await dialog.campaign()).definition.units.at(-1)!.id;
    const input = { verb: 'unit', unit, values: { ...values, to: '2016-08-31' } };
    const { unitEnd } = shownIn(await dialog.press('文书一', 'roster', input));
    expect(unitEnd).toMatchObject({ leads: [], helps: [], owed: 0, waived: 0 });
    expect(
      shownIn(await send('文书一', { verb: 'unit', unit: 'gaj' }, { name: '娄底市公安局' })).unitEnd,
    ).toBeUndefined();
  });

  it('that is confirmed a day later owes from that day', async () => {
    const values = { name: '市税务局', aliases: '税务', kind: 'member', to: '' };
    const { id } = shownIn(await dialog.press('文书一', 'roster', { verb: 'unit', values }));
    await dialog.until('2016-08-06 10:00');
    expectKind(await act('文书一', id, 'make'), 'amendment');
    expect((await dialog.campaign()).definition.units.at(-1)).toMatchObject({ from: '2016-08-06' });
    expectKind(await act('文书一', id, 'undo'), 'amendment');
    expect((await dialog.campaign()).definition.units.at(-1)?.name).not.toBe('市税务局');
  });

  describe('that was added and has since been used', () => {
    const added = async () => {
      const values = { name: '市税务局', aliases: '税务', kind: 'member', to: '' };
      const { id } = shownIn(await dialog.press('文书一', 'roster', { verb: 'unit', values }));
      await act('文书一', id, 'make');
      await dialog.until('2016-08-05 15:40');
      return { id, unit: (await dialog.campaign()).definition.units.at(-1)!.id };
    };
    const stays = async (id: string, unit: string) => {
      const refusal = expectRefused(await act('文书一', id, 'undo'), 'unit_in_use');
      expect(refusal.unit).toEqual({ id: unit, name: '市税务局' });
      expect(await unitNow(unit)).toBeDefined();
    };

    it.each([{ lead: true }, { lead: false }])('by a task (%o) stays', async ({ lead }) => {
      const { id, unit } = await added();
      await giveTask(dialog, lead ? { lead: unit } : { helpers: unit });
      await stays(id, unit);
    });

    it('by a report stays', async () => {
      const { id, unit } = await added();
      const values = fullReport({ phonedBy: '税联' });
      const obligation = rowId('weekly', unit, '2016-W31');
      expectKind(await dialog.press('文书一', 'report', { obligation, values }), 'filed');
      await stays(id, unit);
    });

    it('by somebody who stands for it stays, also the day after', async () => {
      const { id, unit } = await added();
      const values = { name: '税联', email: 'shui@loudi.example', phone: '', role: 'liaison', unit };
      await make('文书一', await dialog.press('文书一', 'roster', { verb: 'person', values }));
      await stays(id, unit);
      await dialog.until('2016-08-06 10:00');
      await stays(id, unit);
    });

    it('goes where nothing came of it', async () => {
      const { id, unit } = await added();
      expectKind(await act('文书一', id, 'undo'), 'amendment');
      expect(await unitNow(unit)).toBeUndefined();
    });
  });

  it('ends on a day, and goes on where that is undone', async () => {
    const proposed = shownIn(await send('文书一', { verb: 'unit', unit: 'gaj' }, { to: '2016-08-31' }));
    await act('文书一', proposed.id, 'make');
    expect(await unitNow('gaj')).toMatchObject({ to: '2016-08-31' });
    await act('文书一', proposed.id, 'undo');
    expect((await unitNow('gaj'))?.to).toBeUndefined();
  });

  it.each([
    [{ name: '' }, { field: 'name', kind: 'required' }],
    [{ to: '2016-08-01' }, { field: 'to', kind: 'in_the_past' }],
    [{ kind: 'office' }, { field: 'kind', kind: 'not_a_choice' }],
    [{ aliases: '长'.repeat(400) }, { field: 'aliases', kind: 'too_long' }],
  ])('is refused with %j at the field, and what was typed is kept', async (typed, problem) => {
    const { form } = expectRefused(
      await send('文书一', { verb: 'unit', unit: 'gaj' }, typed as never),
      'form',
    );
    expect(form).toMatchObject({ form: 'roster_unit', values: typed, problems: [problem] });
  });

  it('that is called so since before stands in the way of nothing', async () => {
    await dialog.redefine((campaign) => ({
      ...campaign,
      units: campaign.units.map((unit) => (unit.id === 'gsj' ? { ...unit, aliases: ['周报'] } : unit)),
    }));
    await make('文书一', await send('文书一', { verb: 'unit', unit: 'gaj' }, { aliases: '警察局' }));
    expect(await unitNow('gaj')).toMatchObject({ aliases: ['警察局'] });
  });

  it.each([
    '周报',
    '第三方支付',
    '摸底排查',
    '排查机构数',
    '催报',
    '工作进展周报',
    '谁没报',
    '帮助',
    '我的',
    '全部',
    '成员单位',
    '公',
  ])('does not take “%s” for an alias, which says something else already', async (alias) => {
    const input = { verb: 'unit', unit: 'gaj' };
    for (const who of ['安局长', '文书一']) {
      const { form } = expectRefused(await send(who, input, { aliases: `公安、${alias}` }), 'form');
      expect(form).toMatchObject({ problems: [{ field: 'aliases', kind: 'says_else', typed: alias }] });
    }
  });

  it.each(['经侦支队', '督查室', '应急局', '商务', '信息中心'])('may be called “%s”', async (alias) => {
    const outcome = await send('文书一', { verb: 'unit', unit: 'gaj' }, { aliases: `公安、${alias}` });
    expectKind(outcome, 'amendment');
  });

  it('has its kind and its end changed by the office alone, and other units by nobody else', async () => {
    const values = { name: '市公安局', aliases: '', kind: 'locality', to: '2016-08-31' };
    const own = await dialog.press('安局长', 'roster', { verb: 'unit', unit: 'gaj', values });
    await make('安局长', own);
    expect((await unitNow('gaj'))?.kind).toBe('member');
    expect((await unitNow('gaj'))?.to).toBeUndefined();
    expectRefused(
      await dialog.press('尚工商', 'roster', { verb: 'unit', unit: 'gaj', values }),
      'not_your_unit',
    );
    expectRefused(await dialog.press('安局长', 'roster', { verb: 'unit', values }), 'office_only');
    expectRefused(await dialog.press('文书一', 'roster', { verb: 'unit', unit: 'nowhere', values }), 'gone');
  });
});

it('stands in the log, by whom and about whom', async () => {
  await make('文书一', await send('文书一', await person('安警官'), { phone: '13900000009' }));
  await make('文书一', await send('文书一', { verb: 'unit', unit: 'gaj' }, { aliases: '警察局' }));
  const { lines } = expectKind(await dialog.say('督查员', '日志 市公安局'), 'audit');
  expect(lines.map(({ verb, object }) => [verb, object]).sort()).toEqual([
    ['roster_person', '安警官'],
    ['roster_unit', '市公安局'],
  ]);
  expect(JSON.stringify(await dialog.store.list('audit'))).not.toContain('13900000009');
});
