// Asking on the desk, in a real browser with the real bot: the box on Home, the questions that are suggested, and a choice
// between readings.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningDesk } from '../../desk/contract.ts';
import { hasBrowser, NARROW, openBrowser, openPage, overflowOf, type Watched, WIDE } from './browser.ts';
import { openRealDesk } from './real-desk.ts';

describe.skipIf(!hasBrowser)('asking on the desk', () => {
  let desk: RunningDesk;
  let browser: Browser;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    desk = await openRealDesk();
    browser = await openBrowser();
    watched = await openPage(browser, desk.url, WIDE);
    page = watched.page;
    await desk.ready;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const become = async (name: string, place: string) => {
    await page.getByRole('option', { name: new RegExp(name) }).click();
    await page.locator(`[data-place=${place}]`).click();
  };
  const dialog = () => page.getByRole('dialog');
  const closeDialog = async () => {
    await dialog()
      .getByRole('button', { name: /关闭|Close/ })
      .last()
      .click();
    await dialog().waitFor({ state: 'detached' });
  };
  const typeInBox = async (label: string, text: string) => {
    const box = page.getByRole('textbox', { name: label });
    await box.fill(text);
    await box.press('Enter');
    await dialog().waitFor();
  };
  const newest = () => page.getByRole('log').first().locator('article').last();

  it('the box on Home answers over it at Enter, and understands a follow-up', async () => {
    await become('文书一', 'home');
    await typeInBox('问一问，查一查', '谁没交周报');
    expect(await dialog().innerText()).toMatch(/第31周/);
    await closeDialog();
    await typeInBox('问一问，查一查', '那上周呢');
    expect(await dialog().innerText()).toMatch(/第30周/);
    await closeDialog();
  });

  it('the box lets a choice be made where the answer is read', async () => {
    await typeInBox('问一问，查一查', '银行报了没有');
    await dialog()
      .getByRole('button', { name: /娄底银监分局/ })
      .click();
    await dialog().getByText(/周报/).first().waitFor();
    expect(await dialog().innerText()).toContain('娄底银监分局');
    await closeDialog();
  });

  it('the box opens the form that was asked for, and says so where it understood nothing', async () => {
    await typeInBox('问一问，查一查', '咕噜咕噜');
    expect(await dialog().innerText()).toContain('咕噜咕噜');
    await closeDialog();
    await become('尚工商', 'home');
    await typeInBox('问一问，查一查', '填报');
    expect(await dialog().innerText()).toContain('工作进展周报');
    await dialog().getByRole('button', { name: '关闭' }).last().click();
  });

  it('questions are suggested by role, and one press asks', async () => {
    await become('周正', 'direct');
    const suggested = page.getByRole('list', { name: '可以这样问' });
    await suggested.waitFor();
    expect(await suggested.getByRole('button').allInnerTexts()).toEqual([
      '整体进展',
      '红灯事项',
      '本周数据合计',
      '下次会商',
    ]);
    await suggested.getByRole('button', { name: '下次会商' }).click();
    await newest().getByText(/会商/).first().waitFor();
    await become('安警官', 'direct');
    await suggested.getByRole('button', { name: '下周要交的' }).waitFor();
  });

  it('questions are suggested in English to who speaks it, and fit a narrow screen', async () => {
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    const suggested = page.getByRole('list', { name: 'Suggested questions' });
    await suggested.getByRole('button', { name: 'Due next week' }).click();
    await newest().getByText(/due/i).first().waitFor();
    await page.setViewportSize(NARROW.viewport!);
    await expect.poll(() => overflowOf(page)).toBe(0);
    expect(watched.complaints).toEqual([]);
  });
});
