// The page in a real browser, with a bot of few words behind it: forms, keyboard, languages, a phone.

import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, NARROW, openBrowser, openPage, overflowOf, type Watched, WIDE } from './browser.ts';
import { type DeskRig, openDesk, until } from './rig.ts';

let browser: Browser;
let desk: DeskRig;
let open: Watched[] = [];

const visit = async (options = WIDE): Promise<Page> => {
  const watched = await openPage(browser, desk.url, options);
  open.push(watched);
  return watched.page;
};
const report = (page: Page) =>
  page.getByRole('log').getByRole('button', { name: '填报', exact: true }).last();
const setLanguage = async (page: Page, name: string) => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.locator(name === 'EN' ? ':root[lang=en]' : ':root[lang=zh-CN]').waitFor();
};

describe.skipIf(!hasBrowser)('the page', () => {
  beforeAll(async () => {
    desk = await openDesk();
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });
  afterEach(async () => {
    const complaints = open.flatMap((one) => one.complaints);
    for (const { page } of open) await page.context().close();
    open = [];
    expect(complaints).toEqual([]);
  });

  describe('at first sight', () => {
    it('shows the reminder of the liaison who begins the tour, and the clock', async () => {
      const page = await visit();
      expect(await page.getByRole('option', { selected: true }).innerText()).toContain('安警官');
      expect(await page.getByRole('region', { name: '模拟时间' }).innerText()).toMatch(
        /班\s+8月5日 周五 15:30/,
      );
      expect(await page.getByRole('log').innerText()).toContain('工作进展周报（第31周');
    });

    it.each([
      ['中', WIDE],
      ['中', NARROW],
      ['EN', WIDE],
      ['EN', NARROW],
    ] as const)('fits the screen in %s at %j', async (language, options) => {
      const page = await visit(options);
      await setLanguage(page, language);
      expect(await overflowOf(page)).toBe(0);
      await setLanguage(page, '中');
    });
  });

  describe('a form', () => {
    it('shows an error at its field, keeps what was typed and is filed in the end', async () => {
      const page = await visit();
      await report(page).click();
      const dialog = page.getByRole('dialog', { name: '填报' });
      await dialog.getByLabel('新情况新问题').fill('无');
      await dialog.getByRole('button', { name: '报送' }).click();
      const progress = dialog.getByLabel('进展及成效');
      await dialog.getByText('请填写此项。').waitFor();
      expect(await progress.getAttribute('aria-invalid')).toBe('true');
      expect(await dialog.getByLabel('新情况新问题').inputValue()).toBe('无');
      await progress.fill('排查机构 12 家');
      await dialog.getByRole('button', { name: '报送' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('log').getByText('已收到第31周工作进展周报').last().waitFor();
      const submitted = desk.bot().heard.findLast(({ kind }) => kind === 'view_submission');
      expect(JSON.stringify(submitted)).toContain('排查机构 12 家');
    });

    it('traps the focus, and Escape closes it and tells the bot what was typed', async () => {
      const page = await visit();
      await report(page).click();
      await page.getByLabel('进展及成效').fill('写了一半');
      for (let press = 0; press < 30; press++) await page.keyboard.press('Tab');
      expect(await page.evaluate("document.activeElement?.closest('dialog, body')?.tagName")).toBe('DIALOG');
      await page.getByLabel('下步安排').focus();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const closed = await until(
        async () => desk.bot().heard.findLast(({ kind }) => kind === 'view_closed'),
        (heard) => heard !== undefined,
      );
      expect(JSON.stringify(closed)).toContain('写了一半');
    });

    it('takes a file along', async () => {
      const page = await visit();
      await report(page).click();
      await page
        .getByLabel('附件')
        .setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') });
      await page.getByText('台账.csv').waitFor();
      await page.getByLabel('进展及成效').fill('见附件');
      await page.getByRole('dialog').getByRole('button', { name: '报送' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const submitted = desk.bot().heard.findLast(({ kind }) => kind === 'view_submission');
      expect(JSON.stringify(submitted)).toContain('台账.csv');
    });
  });

  describe('the composer', () => {
    it('completes commands by keyboard, and leaves an input method alone', async () => {
      const page = await visit();
      const field = page.getByRole('combobox', { name: /督办/ });
      await field.fill('/duban 谁');
      expect(await page.getByRole('listbox', { name: '命令' }).getByRole('option').count()).toBe(1);
      await field.press('Enter');
      expect(await field.inputValue()).toBe('/duban 谁没报 ');
      await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
      expect(await field.inputValue()).toBe('/duban 谁没报 ');
      await field.press('Enter');
      expect(await field.inputValue()).toBe('');
      await page.getByText('仅您可见').waitFor();
      expect(desk.bot().heard.findLast(({ kind }) => kind === 'command')?.body.text).toBe('谁没报');
    });
  });

  describe('the keyboard', () => {
    it('chooses another person with arrows and Enter', async () => {
      const page = await visit();
      await page.keyboard.press('p');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name: /安副手/, selected: true }).waitFor();
    });

    it('explains itself', async () => {
      const page = await visit();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: '快捷键' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    });
  });

  describe("a message's menu", () => {
    const heard = () => desk.bot().heard.findLast(({ kind }) => kind === 'message_action')?.body;
    const reminder = (page: Page) => page.getByRole('log').first().locator('article').first();

    it('opens by button, goes by keyboard and tells the bot which message is meant', async () => {
      const page = await visit();
      await reminder(page).getByRole('button', { name: '更多操作' }).click();
      await page.getByRole('menuitem', { name: '消息转督办' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      const ts = await reminder(page).getAttribute('data-ts');
      const body = await until(async () => heard(), Boolean);
      expect(body).toMatchObject({ callback_id: 'task', message_ts: ts, message: { ts } });
      expect(JSON.stringify(body)).toContain('工作进展周报（第31周');
    });

    it('opens by a right click, and Escape closes it and nothing else', async () => {
      const page = await visit();
      await reminder(page).locator('.block-section').first().click({ button: 'right' });
      await page.getByRole('menuitem', { name: '在消息串中回复' }).click();
      const thread = page.getByRole('complementary', { name: '消息串' });
      await thread.waitFor();
      await thread.locator('.block-section').first().click({ button: 'right' });
      await page.getByRole('menu').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
      expect(await thread.isVisible()).toBe(true);
    });
  });

  describe('a thread', () => {
    it('opens beside its channel and closes with Escape', async () => {
      const page = await visit();
      await page.locator('[data-place=bulletin]').click();
      await page.getByRole('button', { name: '2 条回复' }).last().click();
      const thread = page.getByRole('complementary', { name: '消息串' });
      await thread.getByText('各单位情况', { exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await thread.waitFor({ state: 'detached' });
    });
  });

  describe('on a phone', () => {
    it('shows people, conversation and activity one at a time', async () => {
      const page = await visit(NARROW);
      await page.locator('[data-tab=people]').click();
      await page.getByRole('option', { name: /文书一/ }).click();
      await page.locator('.tab-talk').waitFor();
      await page.locator('[data-tab=ahead]').click();
      await page.getByText('情况通报 起草完成').waitFor();
      expect(await page.getByRole('log').isVisible()).toBe(false);
    });
  });

  describe('the clock', () => {
    it('moves to the next event, shows what was sent and marks it unread', async () => {
      const page = await visit();
      await page.getByRole('button', { name: /下一事件/ }).click();
      await page.getByText('17:00').first().waitFor();
      const wen = page.getByRole('option', { name: /文书一/ });
      await wen.locator('.badge').waitFor();
    });
  });
});
