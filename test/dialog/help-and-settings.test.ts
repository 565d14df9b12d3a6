import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Dialog, expectKind, expectRefused, helpOffers, openDialog } from '../support/dialog.ts';

let dialog: Dialog;
beforeEach(async () => {
  dialog = await openDialog();
});
afterEach(() => dialog.close());

describe('帮助', () => {
  it.each(['帮助', 'help', '?', '？', 'HELP'])('lists what I may do, and only that (%s)', async (words) => {
    const liaison = expectKind(await dialog.say('安警官', words), 'help').commands;
    expect(liaison).toEqual(expect.arrayContaining(['report', 'nil', 'mine', 'status', 'show', 'help']));
    expect(liaison).not.toContain('note');
  });

  it('offers filing to units and office, not to leaders and inspectors', async () => {
    for (const person of ['安警官', '安副手', '安局长', '文书一'])
      expect(await helpOffers(dialog, person, 'report')).toBe(true);
    for (const person of ['周正', '督查员']) expect(await helpOffers(dialog, person, 'report')).toBe(false);
  });

  it('offers 日志 to whoever it answers: the office and inspectors; 导出 to units as well', async () => {
    for (const person of ['文书一', '督查员']) {
      expect(await helpOffers(dialog, person, 'audit')).toBe(true);
      expect(await helpOffers(dialog, person, 'export')).toBe(true);
    }
    for (const person of ['安警官', '安副手', '安局长']) {
      expect(await helpOffers(dialog, person, 'audit')).toBe(false);
      expect(await helpOffers(dialog, person, 'export')).toBe(true);
    }
    for (const command of ['audit', 'export'] as const)
      expect(await helpOffers(dialog, '周正', command)).toBe(false);
  });

  it('is what three commands are near when words call none', async () => {
    const { near } = expectRefused(await dialog.say('安警官', 'statsu'), 'unknown_command');
    expect(near).toHaveLength(3);
    expect(near[0]).toBe('status');
    expectRefused(await dialog.say('路人', 'help'), 'unknown_person');
  });

  it.each([
    ['安警官', ['report', 'nil', 'mine']],
    ['周正', ['status', 'missing', 'task']],
  ])('offers what %s may use, what they do most where nothing is near', async (person, first) => {
    for (const words of ['胡言乱语', 'qwxz vbnmk', '😀'])
      expect(expectRefused(await dialog.say(person, words), 'unknown_command').near).toEqual(first);
    expect(expectRefused(await dialog.say(person, 'chaes'), 'unknown_command').near).not.toContain('chase');
    expect(expectRefused(await dialog.say('文书一', 'chaes'), 'unknown_command').near[0]).toBe('chase');
  });
});

describe('设置', () => {
  const languageOf = async () =>
    (await dialog.store.list('person', { where: { name: '安警官' } }))[0]!.language;

  it('shows the language, Slack’s until I choose', async () => {
    expect(await dialog.say('安警官', '设置')).toEqual({ kind: 'settings', language: 'slack', did: false });
  });

  it.each([
    ['设置 语言 en', 'en'],
    ['设置 语言 英文', 'en'],
    ['settings language zh', 'zh'],
    ['语言 中文', 'zh'],
    ['language english', 'en'],
  ])('keeps what I choose (%s)', async (words, language) => {
    expect(await dialog.say('安警官', words)).toEqual({ kind: 'settings', language, did: true });
    expect(await languageOf()).toBe(language);
  });

  it('follows Slack again when told so', async () => {
    await dialog.press('安警官', 'settings', { verb: 'en' });
    expect(await dialog.say('安警官', '设置 语言 slack')).toMatchObject({ language: 'slack', did: true });
    expect(await languageOf()).toBeNull();
  });

  it('refuses a language it does not speak', async () => {
    expectRefused(await dialog.say('安警官', '设置 语言 法语'), 'unknown_word');
    expect(await languageOf()).toBeNull();
    expectRefused(await dialog.say('路人', '设置'), 'unknown_person');
  });
});
