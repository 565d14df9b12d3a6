// 急报: the first report. By anybody, at any hour, with nothing lost of what was typed, and told at once to those who must know.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCampaign } from '../../commands/import-campaign.ts';
import { act, answer } from '../../commands/registry.ts';
import { as, type SlackUserId } from '../../domain/ids.ts';
import { decodeForm, renderOutcome } from '../../messages/render.ts';
import { at, unitId } from '../support/builders.ts';
import {
  type Dialog,
  expectKind,
  expectRefused,
  openDialog,
  sampleFile,
  withoutPerson,
  withPosting,
} from '../support/dialog.ts';
import {
  doneTo,
  fullReportOf,
  giveIncident,
  incidentRow,
  onIncident,
  REPORTER,
  timelineOf,
  toldOf,
} from '../support/dialog-incidents.ts';

let dialog: Dialog;
beforeEach(async () => {
  dialog = await openDialog({ now: '2016-10-01 02:30' });
});
afterEach(() => dialog.close());

const STRANGER = as<SlackUserId>('U0NOBODY');
const incidents = () => dialog.store.list('incident', { orderBy: 'no' });

describe('the form', () => {
  it('opens for the bare word, with the unit and whom to phone first', async () => {
    const { form } = expectKind(await dialog.say(REPORTER, '急报'), 'ask_form');
    expect(form).toEqual({
      form: 'incident',
      campaign: 'loudi-2016',
      unit: { id: 'lsj', name: '冷水江市人民政府' },
      units: [{ id: 'lsj', name: '冷水江市人民政府' }],
      contact: ['文书一'],
      values: {},
      problems: [],
    });
    expect(await incidents()).toEqual([]);
  });

  it('asks somebody of two units for which of them they report, and takes no third', async () => {
    await dialog.redefine(withPosting(REPORTER, { role: 'liaison', unit: unitId('gsj') }));
    const { form } = expectKind(await dialog.say(REPORTER, '急报'), 'ask_form');
    expect(form).toMatchObject({ unit: { id: 'lsj' }, units: [{ id: 'lsj' }, { id: 'gsj' }] });
    const rendered = renderOutcome({ kind: 'ask_form', form }, 'zh');
    if (rendered.kind !== 'modal') throw new Error(rendered.kind);
    expect(JSON.stringify(rendered.modal.blocks)).toContain('"报送单位"');
    const pointer = decodeForm(rendered.modal.callback_id!, rendered.modal.private_metadata!)!;
    const report = (unit: string) =>
      dialog.press(REPORTER, pointer.action, { ...pointer.input, values: fullReportOf({ unit }) });
    expect(expectKind(await report('gsj'), 'incident').incident.unit?.id).toBe('gsj');
    expect(expectKind(await report('gaj'), 'incident').incident.unit?.id).toBe('lsj');
    const refusal = expectRefused(
      await dialog.press(REPORTER, 'incident', { verb: 'report', values: { unit: 'gsj' } }),
      'form',
    );
    expect(refusal.form).toMatchObject({ unit: { id: 'gsj' }, values: { unit: 'gsj' } });
  });

  it('opens with what was typed after the word, as it was typed', async () => {
    const { form } = expectKind(await dialog.say(REPORTER, '急报 冷水江某平台跑路，ＡＢＣ公司 '), 'ask_form');
    expect(form.values).toEqual({ what: '冷水江某平台跑路，ＡＢＣ公司' });
  });

  it('opens with the words of a message and the link to it', async () => {
    const message = { verb: 'report', text: '有人聚集', permalink: 'https://loudi.example/p1' };
    const { form } = expectKind(await dialog.press(REPORTER, 'incident', message), 'ask_form');
    expect(form.values).toEqual({ what: '有人聚集\nhttps://loudi.example/p1' });
  });

  it.each([
    ['nothing typed', {}, ['what required', 'phoned required']],
    ['nobody phoned', fullReportOf({ phoned: ' ' }), ['phoned required']],
    ['too long a text', fullReportOf({ done: '长'.repeat(3001) }), ['done too_long']],
    ['classified words', fullReportOf({ what: '机密★1年 某平台' }), ['what classified']],
    ['a marking in another field', fullReportOf({ where: '绝密' }), ['where classified']],
  ])('comes back with what was typed: %s', async (_, values, problems) => {
    const outcome = await dialog.press(REPORTER, 'incident', { verb: 'report', values, key: 'V1:h1' });
    const { form } = expectRefused(outcome, 'form');
    if (form.form !== 'incident') throw new Error(form.form);
    expect(form.values).toEqual(values);
    expect(form.problems.map(({ field, kind }) => `${field} ${kind}`)).toEqual(problems);
    expect(await incidents()).toEqual([]);
  });

  it('asks for no more than what happened and who was phoned', async () => {
    const values = { what: '某平台跑路', phoned: '文书一' };
    const outcome = await dialog.press(REPORTER, 'incident', { verb: 'report', values });
    expect(expectKind(outcome, 'incident').incident).toMatchObject({
      what: '某平台跑路',
      where: '',
      amount: '',
    });
  });
});

describe('a report', () => {
  it('is numbered, kept as typed, and told at once to the duty staff and the leaders, in the middle of a holiday night', async () => {
    const outcome = await dialog.press(REPORTER, 'incident', { verb: 'report', values: fullReportOf() });
    const { incident, did, may, told } = expectKind(outcome, 'incident');
    expect(incident).toMatchObject({
      ...fullReportOf(),
      year: 2016,
      no: 1,
      by: REPORTER,
      unit: { name: '冷水江市人民政府' },
      at: at('2016-10-01 02:30'),
      state: 'open',
      called: ['文书一'],
      nextCallAt: at('2016-10-01 02:40'),
      entries: [{ no: 1, kind: 'first', by: REPORTER, at: at('2016-10-01 02:30'), text: '', other: null }],
    });
    expect([did, may, told.map(({ name }) => name)]).toEqual([
      'first',
      ['follow_up', 'final'],
      ['文书一', '周正'],
    ]);
    expect(await toldOf(dialog, incident.id, 1)).toEqual(['周正', '文书一!'].sort());
    const slots = (await dialog.store.list('intent', { where: { about: incident.id } })).map(
      ({ slotAt }) => slotAt,
    );
    expect(new Set(slots)).toEqual(new Set([at('2016-10-01 02:30')]));
  });

  it('sent twice is one incident, answered the same both times', async () => {
    const submit = () =>
      dialog.press(REPORTER, 'incident', { verb: 'report', values: fullReportOf(), key: 'V1:h1' });
    const [first, second] = [await submit(), await submit()];
    expect(second).toEqual(first);
    expect(await incidents()).toHaveLength(1);
  });

  it('at the same moment as another draws a number of its own', async () => {
    const ids = await Promise.all([
      giveIncident(dialog),
      giveIncident(dialog, {}, '安警官'),
      giveIncident(dialog, {}, '周正'),
    ]);
    expect(new Set(ids).size).toBe(3);
    expect((await incidents()).map(({ no }) => no)).toEqual([1, 2, 3]);
  });

  it('by the only one of the office’s staff goes to the director and the leaders', async () => {
    const id = await giveIncident(dialog, {}, '文书一');
    expect(await toldOf(dialog, id, 1)).toEqual(['周正', '金主任!'].sort());
    expect((await incidentRow(dialog, id)).unit).toBe('jrb');
  });

  it('leaves its line in the audit', async () => {
    const id = await giveIncident(dialog);
    const [line] = await dialog.store.list('audit', { where: { object: id } });
    expect(line).toMatchObject({ verb: 'incident', at: at('2016-10-01 02:30') });
  });
});

describe('a report by somebody who belongs to no unit', () => {
  it('is taken from a leader, and marked', async () => {
    const { form } = expectKind(await dialog.say('周正', '急报'), 'ask_form');
    expect(form).toMatchObject({ unit: null });
    expect(await incidentRow(dialog, await giveIncident(dialog, {}, '周正'))).toMatchObject({ unit: null });
  });

  it('is taken from a Slack user whom no roster names, who gets a row in the same commit', async () => {
    expectKind(await answer(dialog.deps, STRANGER, '急报 有人跑路'), 'ask_form');
    expect(await dialog.store.find('person', 'slack:U0NOBODY')).toBeNull();
    const outcome = await act(dialog.deps, STRANGER, 'incident', {
      verb: 'report',
      values: fullReportOf(),
      key: 'V1:h',
    });
    const { incident } = expectKind(outcome, 'incident');
    expect(incident).toMatchObject({ unit: null, by: 'U0NOBODY' });
    expect(await dialog.store.find('person', 'slack:U0NOBODY')).toMatchObject({
      slack: 'U0NOBODY',
      name: 'U0NOBODY',
    });
    const again = await act(dialog.deps, STRANGER, 'incident', {
      verb: 'report',
      values: fullReportOf(),
      key: 'V1:h',
    });
    expect(again).toEqual(outcome);
    expect(await incidents()).toHaveLength(1);
  });

  it('may be followed up by them, and is all they see', async () => {
    const other = await giveIncident(dialog, { what: '甲内容甲' });
    const outcome = await act(dialog.deps, STRANGER, 'incident', { verb: 'report', values: fullReportOf() });
    const { incident } = expectKind(outcome, 'incident');
    const followed = await answer(dialog.deps, STRANGER, '急报 续报 已报警');
    expect(expectKind(followed, 'incident')).toMatchObject({
      did: 'follow_up',
      incident: { id: incident.id },
    });
    const list = await answer(dialog.deps, STRANGER, '急报 列表');
    expect(expectKind(list, 'incidents').incidents.map(({ id }) => id)).toEqual([incident.id]);
    expectRefused(
      await act(dialog.deps, STRANGER, 'incident', { verb: 'show', incident: other }),
      'incident_not_yours',
    );
    expectRefused(await answer(dialog.deps, STRANGER, '我的'), 'unknown_person');
  });

  it('is heard of by them when somebody takes it', async () => {
    const outcome = await act(dialog.deps, STRANGER, 'incident', { verb: 'report', values: fullReportOf() });
    const { incident } = expectKind(outcome, 'incident');
    await doneTo(dialog, '文书一', incident.id, 'acknowledge');
    expect(await toldOf(dialog, incident.id, 2)).toEqual(['U0NOBODY', '周正'].sort());
  });

  it('is taken from somebody who left office, by words and by a form that lay open', async () => {
    const slack = await dialog.slackOf(REPORTER);
    await dialog.redefine(withoutPerson(REPORTER));
    const { form } = expectKind(await answer(dialog.deps, slack, '急报'), 'ask_form');
    expect(form).toMatchObject({ unit: null });
    const pointer = { verb: 'report', campaign: 'loudi-2016', unit: 'lsj', values: fullReportOf() };
    const { incident } = expectKind(await act(dialog.deps, slack, 'incident', pointer), 'incident');
    expect(incident).toMatchObject({ unit: null, by: REPORTER });
  });

  it('is not taken where it is open which of two campaigns is meant', async () => {
    const second = sampleFile((text) => text.replace('id: loudi-2016', 'id: food-2016'));
    const imported = await importCampaign(dialog.deps, second, { dryRun: false, source: 'food.yml' });
    expect(imported.kind).toBe('applied');
    expectRefused(await answer(dialog.deps, STRANGER, '急报'), 'unknown_person');
  });
});

describe('of two campaigns', () => {
  it('the one is reported to whose form was opened', async () => {
    const second = sampleFile((text) =>
      text.replace('id: loudi-2016', 'id: food-2016').replace('互联网金融风险', '食品安全'),
    );
    dialog.clock.advance(1000);
    expect((await importCampaign(dialog.deps, second, { dryRun: false, source: 'food.yml' })).kind).toBe(
      'applied',
    );
    const words = '急报 娄底市互联网金融风险专项整治 某平台跑路';
    const { form } = expectKind(await dialog.say(REPORTER, words), 'ask_form');
    if (form.form !== 'incident') throw new Error(form.form);
    expect(form.campaign).toBe('loudi-2016');
    const pointer = { verb: 'report', campaign: form.campaign, values: fullReportOf() };
    expect(expectKind(await dialog.press(REPORTER, 'incident', pointer), 'incident').incident.campaign).toBe(
      'loudi-2016',
    );
    const { incident } = expectKind(
      await dialog.press(REPORTER, 'incident', { ...pointer, campaign: 'food-2016' }),
      'incident',
    );
    expect([incident.campaign, incident.no]).toEqual(['food-2016', 1]);
  });
});

describe('a pointer', () => {
  it('that leads nowhere, or to another kind of thing, is answered as gone', async () => {
    const id = await giveIncident(dialog);
    for (const verb of ['show', 'acknowledge', 'follow_up', 'final', 'join'] as const)
      expect(expectKind(await onIncident(dialog, '文书一', as(`${id}9`), verb), 'refused').refusal.kind).toBe(
        'gone',
      );
    expectRefused(await dialog.press('文书一', 'incident', { verb: 'burn', incident: id }), 'unknown_word');
    expect(await timelineOf(dialog, id)).toHaveLength(1);
  });

  it('without a verb shows the incident', async () => {
    const id = await giveIncident(dialog);
    const shown = expectKind(await dialog.press('文书一', 'incident', { incident: id }), 'incident');
    expect([shown.did, shown.may]).toEqual([null, ['acknowledge', 'follow_up', 'final', 'join']]);
  });
});
