// What the office sets for everybody: by words, by button and form; shown first, then in force; nobody else's to change.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../domain/outcome.ts';
import { dateOf } from '../../domain/zone.ts';
import { type Dialog, expectKind, expectRefused, openDialog } from '../support/dialog.ts';

let dialog: Dialog;
beforeEach(async () => {
  dialog = await openDialog();
});
afterEach(() => dialog.close());

const confirmed = async (outcome: Outcome): Promise<Outcome> => {
  const { id } = expectKind(outcome, 'amendment').amendment;
  return dialog.press('文书一', 'amendment', { amendment: id, verb: 'make' });
};
const definition = async () => (await dialog.campaign()).definition;

describe('the settings of a campaign', () => {
  it('are shown to the office beside its own language, and to nobody else', async () => {
    expect(expectKind(await dialog.say('文书一', '设置'), 'settings').campaign).toMatchObject({
      ranking: false,
    });
    expect(expectKind(await dialog.say('安警官', '设置'), 'settings').campaign).toBeUndefined();
  });

  it('turn ranking on and off by words', async () => {
    await confirmed(await dialog.say('文书一', '设置 排名 开'));
    expect((await definition()).ranking).toBe(true);
    await confirmed(await dialog.say('金主任', 'settings ranking off'));
    expect((await definition()).ranking).toBe(false);
  });

  it('put units in the order of their timeliness only while ranking is on', async () => {
    const asked = async () =>
      expectKind(await dialog.say('文书一', '7月份迟报最多的是谁'), 'timeliness').ranked;
    expect(await asked()).toBe(false);
    await confirmed(await dialog.say('文书一', '设置 排名 开'));
    expect(await asked()).toBe(true);
  });

  it('take working hours by words', async () => {
    await confirmed(await dialog.say('文书一', '设置 工作时间 9:00至17:00'));
    expect((await definition()).workingHours).toEqual({ from: '09:00', to: '17:00' });
  });

  it('keep quiet days: what was due to be told then is told before', async () => {
    await dialog.until('2016-08-05 18:00');
    await confirmed(await dialog.say('文书一', '设置 静默日 8月10日至12日 防汛'));
    expect((await definition()).quietDays).toEqual([{ from: '2016-08-10', to: '2016-08-12', name: '防汛' }]);
    for (const moment of ['2016-08-09 18:00', '2016-08-10 09:00', '2016-08-12 17:00'])
      await dialog.until(moment);
    const intents = await dialog.store.list('intent');
    const soon = intents.filter(({ id }) => id.includes('weekly:gaj:2016-W32'));
    expect(soon.length).toBeGreaterThan(0);
    const days = soon.map(({ slotAt }) => dateOf(slotAt, 'Asia/Shanghai'));
    expect(days.filter((day) => day >= '2016-08-10' && day <= '2016-08-12')).toEqual([]);
    expect(days).toContain('2016-08-09');
  });

  it('open the form of a ladder with the lines as they stand, and take them changed', async () => {
    const form = expectKind(await dialog.say('文书一', '设置 提醒 周报'), 'ask_form').form;
    expect(form).toMatchObject({ form: 'setting', current: { setting: 'ladder', isUsual: true } });
    const outcome = await dialog.press('文书一', 'settings', {
      verb: 'ladder',
      duty: 'weekly',
      values: { text: '前 1 个工作日 10:00：联络员、联络员（B角）\n截止时：负责人' },
    });
    await confirmed(outcome);
    const weekly = (await definition()).duties.find(({ id }) => id === 'weekly');
    expect(weekly?.ladder?.map(({ to }) => to)).toEqual([['liaison', 'deputy'], ['head']]);
    await confirmed(
      await dialog.press('文书一', 'settings', { verb: 'ladder', duty: 'weekly', values: { text: '默认' } }),
    );
    expect((await definition()).duties.find(({ id }) => id === 'weekly')?.ladder).toBeUndefined();
  });

  it('bring a form back with what was typed and each line that is wrong', async () => {
    const outcome = await dialog.press('文书一', 'settings', {
      verb: 'quiet_days',
      values: { text: '8月20日 停电\n检修' },
    });
    const { form } = expectRefused(outcome, 'form');
    expect(form).toMatchObject({
      values: { text: '8月20日 停电\n检修' },
      problems: [{ kind: 'bad_lines', lines: [{ no: 2, typed: '检修', why: 'span' }] }],
    });
  });

  it('take a holiday notice as lines or as a file, and reckon open deadlines anew', async () => {
    await confirmed(
      await dialog.press('文书一', 'settings', {
        verb: 'holidays',
        values: { text: '2016-08-12 休 纪念日' },
      }),
    );
    expect((await definition()).notice).toEqual([{ date: '2016-08-12', off: true, name: '纪念日' }]);
    await confirmed(
      await dialog.press('文书一', 'settings', {
        verb: 'holidays',
        values: { text: '- { date: 2016-08-13, work: true, name: 纪念日 }' },
      }),
    );
    expect((await definition()).notice).toHaveLength(2);
    await confirmed(
      await dialog.press('文书一', 'settings', {
        verb: 'holidays',
        values: { text: '2016-08-12 至 2016-08-13 取消' },
      }),
    );
    expect((await definition()).notice).toEqual([]);
  });

  it('are undone from the list of recent changes', async () => {
    await confirmed(await dialog.say('文书一', '设置 排名 开'));
    const { amendments } = expectKind(await dialog.say('金主任', '设置 变更'), 'amendments');
    expect(amendments).toMatchObject([{ subject: 'ranking', state: 'made', may: ['undo'] }]);
    await dialog.press('金主任', 'amendment', { amendment: amendments[0]!.id, verb: 'undo' });
    expect((await definition()).ranking).toBe(false);
  });

  it.each(['安警官', '安局长', '周正', '督查员'])('are not for %s to change', async (person) => {
    for (const words of ['设置 排名 开', '设置 工作时间 9:00-17:00', '设置 变更'])
      expectRefused(await dialog.say(person, words), 'office_only');
    for (const verb of ['quiet_days', 'ladder', 'holidays', 'working_hours', 'ranking', 'campaign_language'])
      expectRefused(
        await dialog.press(person, 'settings', {
          verb,
          duty: 'weekly',
          values: { text: '无', language: 'en' },
        }),
        'office_only',
      );
    expect(await dialog.store.list('amendment')).toEqual([]);
  });

  it('ask for what cannot be read to be said otherwise', async () => {
    expectRefused(await dialog.say('文书一', '设置 排名 也许'), 'unknown_word');
    expectRefused(await dialog.say('文书一', '设置 提醒 没有这项'), 'unknown_duty');
    expectRefused(
      await dialog.press('文书一', 'settings', { verb: 'holidays', values: { text: '- { date: 昨天 }' } }),
      'definition_refused',
    );
  });
});
