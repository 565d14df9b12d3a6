// The desk's week in a real browser, with the real bot: everything that the tour shows, done by hand.

import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningDesk } from '../../desk/contract.ts';
import { hasBrowser, openBrowser, openPage, type Watched, WIDE } from './browser.ts';
import { openRealDesk } from './real-desk.ts';

describe.skipIf(!hasBrowser)('the week on the desk', () => {
  let desk: RunningDesk;
  let browser: Browser;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    desk = await openRealDesk();
    browser = await openBrowser();
    // The page is open from the start: it must show the play and then, by itself, the desk.
    watched = await openPage(browser, desk.url, WIDE);
    page = watched.page;
    await desk.ready;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const log_ = (): Locator => page.getByRole('log').first();
  const become = async (name: string, place: string) => {
    await page.getByRole('option', { name: new RegExp(name) }).click();
    await page.locator(`[data-place=${place}]`).click();
  };
  const newestButton = (name: string | RegExp): Locator => log_().getByRole('button', { name }).last();
  const stepsDone = async (count: number) => {
    await page
      .locator('.tour-dots .is-done')
      .nth(count - 1)
      .waitFor();
    expect(await page.locator('.tour-dots .is-done').count()).toBe(count);
  };
  const closeDialog = async () => {
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  it('begins on Friday afternoon with eight bulletins published and four units missing', async () => {
    await page.getByRole('option', { name: /安警官/, selected: true }).waitFor();
    expect(await page.getByRole('region', { name: '模拟时间' }).innerText()).toContain('8月5日 周五 15:30');
    await page.locator('[data-place=bulletin]').click();
    await log_().getByText('情况通报 第8期').waitFor();
    expect(
      await log_()
        .getByText(/情况通报 第\d期/)
        .count(),
    ).toBe(8);
  });

  it('① a liaison reports', async () => {
    await become('安警官', 'direct');
    await newestButton('填报').click();
    const form = page.getByRole('dialog', { name: '填报' });
    await form.getByLabel('进展及成效').fill('会同有关部门排查机构 12 家。');
    await form.getByLabel('排查机构数').fill('十二');
    await form.getByRole('button', { name: '报送' }).click();
    await form.getByText('不是数字').waitFor();
    await form.getByLabel('排查机构数').fill('12');
    await form.getByRole('button', { name: '报送' }).click();
    await page.getByRole('dialog').getByText('已收到市公安局第31周工作进展周报').waitFor();
    await closeDialog();
    await stepsDone(1);
  });

  it('② another has nothing to report', async () => {
    await become('良商粮', 'direct');
    await newestButton('零报告').click();
    await page.getByRole('dialog').getByRole('button', { name: '确认零报告' }).click();
    await page.getByRole('dialog').getByText('零报告').first().waitFor();
    await stepsDone(2);
    await closeDialog();
  });

  it('③ the office asks who is missing', async () => {
    await become('文书一', 'office');
    const field = page.getByRole('combobox');
    await field.fill('/duban 谁没报');
    await field.press('Enter');
    await log_().getByText('未报 2：市工商局、双峰县人民政府').waitFor();
    await stepsDone(3);
  });

  it('④ and chases', async () => {
    await newestButton(/催报/).click();
    await log_().getByText('已催报 2 家').waitFor();
    await become('尚工商', 'direct');
    await log_()
      .getByText(/文书一/)
      .last()
      .waitFor();
    await stepsDone(4);
  });

  it('⑤ the clock goes to Monday, past every event', async () => {
    const clock = page.getByRole('region', { name: '模拟时间' });
    for (let press = 0; press < 6 && !(await clock.innerText()).includes('8月8日 周一 09:00'); press++) {
      const before = await clock.innerText();
      await page.getByRole('button', { name: /下一事件/ }).click();
      await expect.poll(() => clock.innerText(), { timeout: 10_000 }).not.toBe(before);
    }
    expect(await clock.innerText()).toContain('8月8日 周一');
    await stepsDone(5);
  });

  it('⑥ the bulletin is approved', async () => {
    await become('文书一', 'direct');
    await newestButton('批准').click();
    await stepsDone(6);
    await log_().getByText('数字已固定').waitFor();
  });

  it('⑦ and published', async () => {
    await newestButton('发布').click();
    await page.getByRole('dialog', { name: '发布通报' }).getByRole('button', { name: '发布' }).click();
    await stepsDone(7);
    await page.locator('[data-place=bulletin]').click();
    await log_().getByText('情况通报 第9期').waitFor();
    await page
      .getByRole('button', { name: /条回复/ })
      .last()
      .click();
    await page.getByRole('complementary', { name: '消息串' }).getByText('市公安局').first().waitFor();
  });

  it('⑧ a remark of the director becomes a task', async () => {
    await become('文书一', 'office');
    await log_().locator('article', { hasText: '鑫汇理财' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: '消息转督办' }).click();
    const form = page.getByRole('dialog', { name: '新建督办事项' });
    await form.getByText('/archives/').waitFor();
    await form.getByLabel('承办单位', { exact: true }).selectOption({ label: '市公安局' });
    await form.getByLabel(/^期限/).fill('2016-08-22');
    await form.getByRole('button', { name: '交办' }).click();
    await page.getByRole('dialog').getByText('督办〔2016〕11号').first().waitFor();
    await closeDialog();
    await stepsDone(8);
  });

  it('⑨ its unit signs for it', async () => {
    await become('安警官', 'direct');
    await newestButton('签收').click();
    await stepsDone(9);
    await log_().getByText('已编辑').last().waitFor();
  });

  it('⑩ and the office closes one that was submitted', async () => {
    await become('文书一', 'direct');
    await newestButton('办结销号').click();
    await page.getByRole('dialog').getByLabel('办结依据').fill('报告存档。');
    await page.getByRole('dialog').getByRole('button', { name: '办结' }).click();
    await stepsDone(10);
    await closeDialog();
  });

  it('starts over where it began', async () => {
    await page.getByRole('button', { name: '更多', exact: true }).click();
    await page.getByRole('button', { name: '重新开始' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '重新开始' }).click();
    await page.getByText('8月5日 周五').first().waitFor();
    await expect.poll(() => page.locator('.tour-dots .is-done').count(), { timeout: 15_000 }).toBe(0);
  });

  it('complained of nothing and asked nobody outside', () => {
    expect(watched.complaints).toEqual([]);
  });
});
