// 换联络员: shown before it is made, what is open goes with the office, both are told, and it can be undone for a day.

import { afterEach, describe, expect, it } from 'vitest';
import { personIdOf } from '../../documents/campaign-build.ts';
import { move } from '../../domain/change.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { at, on, unitId } from '../support/builders.ts';
import {
  type Dialog,
  type DialogOptions,
  expectKind,
  expectRefused,
  fullReport,
  openDialog,
  rowId,
} from '../support/dialog.ts';
import { fullTask } from '../support/dialog-tasks.ts';
import { freshStore } from '../support/stores.ts';
import { aWorld } from '../support/world.ts';

const NEW = personIdOf('xin.jg@loudi.example');
const W31 = rowId('weekly', 'gaj', '2016-W31');
const SAID = '换联络员 市公安局 辛警官 xin.jg@loudi.example';

let dialog: Dialog;
const open = async (options: DialogOptions = {}): Promise<void> => {
  dialog = await openDialog(options);
};
afterEach(() => dialog.close());

const idOf = async (name: string) => (await dialog.store.list('person', { where: { name } }))[0]!.id;
const shownIn = (outcome: Outcome) => expectKind(outcome, 'amendment').amendment;
const press = (person: string, amendment: string, verb: string) =>
  dialog.press(person, 'amendment', { amendment, verb });

async function handOver(person = '文书一', said = SAID): Promise<string> {
  const { id } = shownIn(await dialog.say(person, said));
  expectKind(await press(person, id, 'make'), 'amendment');
  return id;
}

const liaisons = async () =>
  (await dialog.campaign()).definition.people.filter(
    ({ unit, role }) => unit === 'gaj' && role === 'liaison',
  );
const told = async (kind: string) =>
  (await dialog.store.list('intent')).filter(({ notice }) => notice.kind === kind);

describe('换联络员', () => {
  it('is shown with what goes over, and nothing is done before it is confirmed', async () => {
    await open();
    await dialog.press('安警官', 'draft', { obligation: W31, values: { progress: '写到一半' } });
    const asked = fullTask({ lead: 'gaj', dueOn: '2016-09-09' });
    expectKind(await dialog.press('文书一', 'task', { verb: 'new', values: asked }), 'task');
    const amendment = shownIn(await dialog.say('文书一', SAID));
    expect(amendment).toMatchObject({
      subject: 'liaison',
      state: 'proposed',
      may: ['make', 'drop'],
      handOver: {
        unit: { id: 'gaj' },
        from: [{ name: '安警官' }],
        to: { id: NEW, name: '辛警官' },
        since: '2016-08-05',
        returned: 0,
        drafts: 1,
        tasks: [{ year: 2016, no: 1 }],
      },
    });
    expect(amendment.handOver?.owed).toBeGreaterThan(0);
    expect((await dialog.campaign()).definitionNo).toBe(1);
    expect(await dialog.store.find('person', NEW)).toBeNull();
    expect(await told('handed_over')).toHaveLength(0);
  });

  it('hands the office over once it is confirmed, and tells both', async () => {
    await open();
    await handOver();
    expect((await dialog.campaign()).definitionNo).toBe(2);
    expect(await liaisons()).toMatchObject([
      { name: '安警官', to: '2016-08-04' },
      { name: '辛警官', from: '2016-08-05', email: 'xin.jg@loudi.example' },
    ]);
    expect(await dialog.store.find('person', NEW)).toMatchObject({ name: '辛警官', slack: null });
    const both = await told('handed_over');
    expect(both.map(({ recipient }) => recipient).sort()).toEqual([NEW, await idOf('安警官')].sort());
    expect(both[0]).toMatchObject({ slotAt: at('2016-08-05 15:30') });
  });

  it('dates from the day it is confirmed, though it was proposed the day before', async () => {
    await open();
    const { id } = shownIn(await dialog.say('文书一', SAID));
    await dialog.until('2016-08-06 10:00');
    const seen = shownIn(await dialog.press('文书一', 'amendment', { amendment: id }));
    expect(seen.handOver).toMatchObject({ since: '2016-08-06' });
    const ends = [expect.objectContaining({ kind: 'posting_ended', on: '2016-08-05' })];
    expect(seen.changes.filter(({ kind }) => kind === 'posting_ended')).toEqual(ends);
    const made = shownIn(await press('文书一', id, 'make'));
    expect(made.handOver).toMatchObject({ since: '2016-08-06' });
    expect(made.changes.filter(({ kind }) => kind === 'posting_ended')).toEqual(ends);
    expect(await liaisons()).toMatchObject([
      { name: '安警官', to: '2016-08-05' },
      { name: '辛警官', from: '2016-08-06' },
    ]);
    expect(await told('handed_over')).toHaveLength(2);
    expectKind(await press('文书一', id, 'undo'), 'amendment');
    expect(await liaisons()).toMatchObject([{ name: '安警官' }]);
    expect((await liaisons())[0]?.to).toBeUndefined();
  });

  it('leaves who began on the day of the proposal the one day they held the office', async () => {
    await open();
    await handOver();
    const second = shownIn(await dialog.say('文书一', '换联络员 市公安局 任警官 ren@loudi.example'));
    await dialog.until('2016-08-06 10:00');
    expectKind(await press('文书一', second.id, 'make'), 'amendment');
    expect(await liaisons()).toMatchObject([
      { name: '安警官', to: '2016-08-04' },
      { name: '辛警官', from: '2016-08-05', to: '2016-08-05' },
      { name: '任警官', from: '2016-08-06' },
    ]);
  });

  it('takes drafts and the cards of tasks over; what the former one typed stays theirs', async () => {
    await open();
    await dialog.press('安警官', 'draft', { obligation: W31, values: { progress: '写到一半' } });
    const asked = fullTask({ lead: 'gaj', dueOn: '2016-09-09' });
    expectKind(await dialog.press('文书一', 'task', { verb: 'new', values: asked }), 'task');
    await handOver();
    const drafts = await dialog.store.list('draft');
    expect(drafts.map(({ person, content }) => [person, content.values.progress]).sort()).toEqual(
      [
        [await idOf('安警官'), '写到一半'],
        [NEW, '写到一半'],
      ].sort(),
    );
    const cards = (await told('task')).filter(({ recipient }) => recipient === NEW);
    expect(cards).toMatchObject([{ notice: { entry: 1, why: { role: 'liaison', unit: 'gaj' } } }]);
  });

  it('never writes over what the new one typed', async () => {
    await open();
    await dialog.press('安警官', 'draft', { obligation: W31, values: { progress: '前任的' } });
    await dialog.press('安副手', 'draft', { obligation: W31, values: { progress: '本人的' } });
    const [deputy] = await dialog.store.list('person', { where: { name: '安副手' } });
    await handOver('文书一', `换联络员 市公安局 安副手 ${deputy!.email}`);
    const draft = await dialog.store.find('draft', `${deputy!.id}:${W31}`);
    expect(draft?.content.values.progress).toBe('本人的');
  });

  it('leaves 已知悉 with whom it is of, and asks the new one at the next step', async () => {
    await open({ now: '2016-08-04 09:00' });
    await dialog.press('安警官', 'note', { obligation: W31, step: 'eve' });
    await handOver();
    const noted = await dialog.store.list('snooze');
    expect(noted.every(({ person }) => person !== NEW)).toBe(true);
    await dialog.until('2016-08-05 15:00');
    const steps = await dialog.store.list('intent', { where: { about: W31, recipient: NEW } });
    expect(steps.map(({ notice }) => notice.kind)).toContain('reminder');
  });

  it('is undone within a day: the former one is back, and both are told again', async () => {
    await open();
    const before = (await dialog.campaign()).definition.people;
    const id = await handOver();
    await dialog.until('2016-08-05 16:00');
    expect(shownIn(await press('金主任', id, 'undo')).state).toBe('undone');
    expect((await dialog.campaign()).definition.people).toEqual(before);
    expect(await told('handed_over')).toHaveLength(4);
    expectKind(await dialog.press('安警官', 'report', { obligation: W31 }), 'report_form');
  });

  it('is undone the day after: the day between stays on record', async () => {
    await open();
    const id = await handOver();
    await dialog.until('2016-08-06 10:00');
    await press('文书一', id, 'undo');
    const held = await liaisons();
    expect(held.find(({ name }) => name === '安警官')?.to).toBeUndefined();
    expect(held.find(({ name }) => name === '辛警官')).toMatchObject({
      from: '2016-08-05',
      to: '2016-08-05',
    });
  });

  it('and back again leaves each time apart', async () => {
    await open({ now: '2016-08-03 10:00' });
    await handOver();
    await dialog.until('2016-08-04 10:00');
    const [former] = await dialog.store.list('person', { where: { name: '安警官' } });
    await handOver('文书一', `换联络员 市公安局 安警官 ${former!.email}`);
    await dialog.until('2016-08-05 10:00');
    await handOver();
    expect((await liaisons()).map(({ name, from, to }) => [name, from, to])).toEqual([
      ['安警官', undefined, '2016-08-02'],
      ['辛警官', '2016-08-03', '2016-08-03'],
      ['安警官', '2016-08-04', '2016-08-04'],
      ['辛警官', '2016-08-05', undefined],
    ]);
  });

  it('knows somebody by the address they have now, not by the one they had', async () => {
    await open();
    const [deputy] = await dialog.store.list('person', { where: { name: '安副手' } });
    const email = 'an.new@loudi.example';
    await dialog.store.commit([move('person', deputy!, { email })]);
    await dialog.redefine((campaign) => ({
      ...campaign,
      people: campaign.people.map((each) => (each.person === deputy!.id ? { ...each, email } : each)),
    }));
    const kept = await dialog.say('文书一', `换联络员 市公安局 安副手 ${email}`);
    expect(shownIn(kept).handOver?.to.id).toBe(deputy!.id);
    const other = shownIn(await dialog.say('文书一', '换联络员 市工商局 别警官 an.b@loudi.example'));
    expect(other.handOver?.to.id).not.toBe(deputy!.id);
    await press('文书一', other.id, 'make');
    expect(await dialog.store.find('person', deputy!.id)).toMatchObject({ name: '安副手', email });
  });

  it('takes somebody who is mentioned', async () => {
    await open();
    const slack = await dialog.slackOf('安副手');
    const amendment = shownIn(await dialog.say('安局长', `换联络员 安副手 <@${slack}|an.b>`));
    expect(amendment.handOver?.to).toMatchObject({ name: '安副手', slack });
    await press('安局长', amendment.id, 'make');
    await dialog.until('2016-08-05 15:45');
    expectKind(await dialog.press('安副手', 'report', { obligation: W31 }), 'report_form');
  });

  it('offers no undoing to whoever handed over their own office', async () => {
    await open();
    const { id, warns } = shownIn(await dialog.say('安警官', SAID));
    expect(warns).toBe('leaves_roster');
    expect(shownIn(await press('安警官', id, 'make')).may).toEqual([]);
    expect(await dialog.store.list('amendment')).toMatchObject([{ id, state: 'made' }]);
  });

  it('lets the former liaison file no more', async () => {
    await open();
    await handOver('安警官');
    const outcome = await dialog.press('安警官', 'report', { obligation: W31, values: fullReport() });
    expect(outcome.kind).toBe('refused');
    expect((await dialog.row('weekly', 'gaj', '2016-W31')).latestNo).toBe(0);
  });

  it('asks in a form where something is left out', async () => {
    await open();
    expect(expectKind(await dialog.say('安局长', '换联络员'), 'ask_form').form).toMatchObject({
      form: 'replace_liaison',
      chosen: { id: 'gaj' },
      current: { name: '安警官' },
      units: [{ id: 'gaj' }],
    });
    expect(expectRefused(await dialog.say('文书一', '换联络员'), 'which_unit').choices).toHaveLength(10);
  });

  it.each([
    [
      { name: '', email: '' },
      [
        { field: 'name', kind: 'required' },
        { field: 'email', kind: 'required' },
      ],
    ],
    [{ name: '辛警官', email: 'xin' }, [{ field: 'email', kind: 'not_an_address', typed: 'xin' }]],
    [
      { name: '长'.repeat(400), email: 'xin@loudi.example' },
      [{ field: 'name', kind: 'too_long', length: 400, most: 64 }],
    ],
    [
      { name: '别人', email: 'shang@loudi.example' },
      [{ field: 'email', kind: 'known_under', name: '尚工商' }],
    ],
  ])('refuses %o at the field and keeps what was typed', async (typed, problems) => {
    await open();
    const values = { unit: 'gaj', ...typed };
    const { form } = expectRefused(await dialog.press('文书一', 'replace_liaison', { values }), 'form');
    expect(form).toMatchObject({ values, problems });
  });

  it('refuses the mention of a bot at the field', async () => {
    await open();
    dialog.deps.workspace = { hasAccount: async () => false } as unknown as NonNullable<
      Dialog['deps']['workspace']
    >;
    const { form } = expectRefused(
      await dialog.say('文书一', '换联络员 市公安局 机器人 <@U0BOT12345>'),
      'form',
    );
    expect(form).toMatchObject({ problems: [{ field: 'email', kind: 'not_an_account' }] });
  });

  it('says so where it is the same liaison again, or the unit has ended', async () => {
    await open();
    const [liaison] = await dialog.store.list('person', { where: { name: '安警官' } });
    const again = await dialog.say('文书一', `换联络员 市公安局 安警官 ${liaison!.email}`);
    expectRefused(again, 'nothing_changes');
    await dialog.redefine((campaign) => ({
      ...campaign,
      units: campaign.units.map((unit) =>
        unit.id === unitId('gaj') ? { ...unit, to: on('2016-08-04') } : unit,
      ),
    }));
    expectRefused(await dialog.say('文书一', SAID), 'gone');
  });

  it('is for the office and the unit’s own liaison and head', async () => {
    await open();
    const values = { unit: 'gaj', name: '辛警官', email: 'xin.jg@loudi.example' };
    expectRefused(await dialog.press('尚工商', 'replace_liaison', { values }), 'not_your_unit');
    expectRefused(await dialog.press('安副手', 'replace_liaison', { values }), 'not_your_unit');
    expectRefused(await dialog.say('周正', '换联络员'), 'no_role_for');
    const { id } = shownIn(await dialog.press('安局长', 'replace_liaison', { values }));
    for (const other of ['尚工商', '安副手', '周正', '督查员'])
      expect((await press(other, id, 'make')).kind).toBe('refused');
    expect((await dialog.campaign()).definitionNo).toBe(1);
    expect(shownIn(await press('安警官', id, 'make')).state).toBe('made');
  });

  it('lets one of two who replace at once come second, on what the first left', async () => {
    await open();
    const [first, second] = await Promise.all([
      dialog.say('文书一', SAID),
      dialog.say('金主任', '换联络员 市公安局 任警官 ren@loudi.example'),
    ]);
    const made = await Promise.all([
      press('文书一', shownIn(first).id, 'make'),
      press('金主任', shownIn(second).id, 'make'),
    ]);
    expect(made.map(({ kind }) => kind).sort()).toEqual(['amendment', 'refused']);
    const refusal = made.find(({ kind }) => kind === 'refused')!;
    expect(expectRefused(refusal, 'amendment_overtaken').entries).toContain('安警官');
    const held = (await liaisons()).filter(({ to }) => to === undefined);
    expect(held).toHaveLength(1);
  });

  it('stands in the log of the unit, with from whom to whom', async () => {
    await open();
    await handOver();
    const { lines } = expectKind(await dialog.say('督查员', '日志 市公安局'), 'audit');
    expect(lines).toMatchObject([
      { verb: 'replace_liaison', object: '市公安局', detail: { from: '安警官', to: '辛警官' } },
    ]);
  });
});

it('cancels what waited for the former liaison, and both hear of it, also when it is undone', async () => {
  const { store, close } = await freshStore('sqlite');
  const world = await aWorld(store, { from: '2016-07-25 08:00' });
  await world.liveUntil('2016-08-04 21:00');
  await world.say('文书一', '催报 市公安局');
  const { id } = shownIn(await world.say('文书一', SAID));
  await world.press('文书一', 'amendment', { amendment: id, verb: 'make' });
  world.news();
  await world.liveUntil('2016-08-05 08:30');
  const morning = world.news().filter((line) => /安警官|辛警官/.test(line));
  // Both at one moment; who comes first is nobody's promise.
  expect(morning.sort()).toEqual(['08-05 08:30 安警官: handed_over', '08-05 08:30 辛警官: handed_over']);
  const [former] = await store.list('person', { where: { name: '安警官' } });
  const chased = await store.list('intent', { where: { recipient: former!.id, state: 'cancelled' } });
  expect(chased.map(({ reason }) => reason)).toContain('not_in_office');
  await world.press('文书一', 'amendment', { amendment: id, verb: 'undo' });
  await world.liveUntil('2016-08-05 15:00');
  const later = world.news().filter((line) => /安警官|辛警官/.test(line));
  expect(later.sort()).toEqual([
    '08-05 08:30 安警官: handed_over',
    '08-05 08:30 辛警官: handed_over',
    '08-05 15:00 安警官: last_call weekly gaj',
  ]);
  await close();
});
