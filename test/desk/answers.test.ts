// Answers as they look on the desk, in a real browser with the real bot: a table and a picture, each read by whoever cannot
// see it, and neither wider than the page.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningDesk } from '../../desk/contract.ts';
import { hasBrowser, NARROW, openBrowser, openPage, overflowOf, type Watched, WIDE } from './browser.ts';
import { openRealDesk } from './real-desk.ts';

const QUESTION = '7月份各单位周报按时率';

describe.skipIf(!hasBrowser)('an answer on the desk', () => {
  let desk: RunningDesk;
  let browser: Browser;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    desk = await openRealDesk();
    browser = await openBrowser();
    await desk.ready;
    watched = await openPage(browser, desk.url, WIDE);
    page = watched.page;
    await page.getByRole('option', { name: /文书一/ }).click();
    await page.locator('[data-place=direct]').click();
    await page.getByRole('combobox', { name: /督办/ }).fill(QUESTION);
    await page.getByRole('combobox', { name: /督办/ }).press('Enter');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  it('has its rows in a table with headings', async () => {
    const table = page.getByRole('log').getByRole('table').last();
    await table.waitFor();
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      '单位',
      '应报',
      '按时',
      '迟报',
      '漏报',
      '按时率',
    ]);
    expect(await table.getByRole('row').count()).toBe(11);
  });

  it('has its picture beside it, with a text for those who cannot see it', async () => {
    const picture = page.getByRole('img', { name: /^表格图：工作进展周报按时情况 · 10 家 × \d 期/ });
    await picture.waitFor();
    const width = (image: unknown) => (image as { naturalWidth: number }).naturalWidth;
    await expect.poll(() => picture.evaluate(width)).toBeGreaterThan(600);
  });

  it('is followed to its end, though the picture has its height only once it is here', async () => {
    const endOfLast = async () => {
      const box = await page.getByRole('log').first().locator('article').last().boundingBox();
      return Math.round((box?.y ?? 0) + (box?.height ?? 0));
    };
    const list = await page.getByRole('log').first().boundingBox();
    await expect.poll(endOfLast).toBeLessThanOrEqual(Math.round(list!.y + list!.height));
  });

  it('fits a phone', async () => {
    const narrow = await openPage(browser, desk.url, NARROW);
    expect(await overflowOf(narrow.page)).toBe(0);
    await narrow.page.context().close();
    expect([...watched.complaints, ...narrow.complaints]).toEqual([]);
  });
});
