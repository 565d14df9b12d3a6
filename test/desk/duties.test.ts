// Tasks, a consultation and an incident on the desk, in a real browser with the real bot: done by hand, seen by the right
// people, and every card changed in place.

import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningDesk } from '../../desk/contract.ts';
import { hasBrowser, openBrowser, openPage, type Watched, WIDE } from './browser.ts';
import { openRealDesk } from './real-desk.ts';

describe.skipIf(!hasBrowser)('tasks, a consultation and an incident on the desk', () => {
  let desk: RunningDesk;
  let browser: Browser;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    // Three working days before the consultation of June, which the week-end moves to Monday 27.
    desk = await openRealDesk('2016-06-22T15:00:00+08:00');
    browser = await openBrowser();
    await desk.ready;
    watched = await openPage(browser, desk.url, WIDE);
    page = watched.page;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const log = (): Locator => page.getByRole('log').first();
  const dialog = (): Locator => page.getByRole('dialog');
  const become = async (name: string, place: 'direct' | 'office' | 'home') => {
    await page.getByRole('option', { name: new RegExp(name) }).click();
    await page.locator(`[data-place=${place}]`).click();
  };
  const card = (words: string): Locator => log().locator('article', { hasText: words }).last();
  const press = (words: string, name: string) =>
    log().locator('article', { hasText: words }).getByRole('button', { name, exact: true }).last().click();
  const closeDialogs = async () => {
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  };
  const submit = async (name: string) => {
    await dialog().getByRole('button', { name, exact: true }).click();
  };
  const aDayOn = async () => {
    const clock = page.getByRole('region', { name: '模拟时间' });
    const before = await clock.innerText();
    await page.getByRole('button', { name: '+1 天' }).click();
    await expect.poll(() => clock.innerText(), { timeout: 20_000 }).not.toBe(before);
    await page.locator('[data-clock=day]:not([disabled])').waitFor();
  };

  const TITLE = '核查资金流向';

  it('a message becomes a task, with its words already in the form', async () => {
    await become('文书一', 'office');
    const field = page.getByRole('combobox');
    await field.fill(`${TITLE}：请市公安局核查鑫汇理财，月底前报告`);
    await field.press('Enter');
    await card(TITLE).click({ button: 'right' });
    await page.getByRole('menuitem', { name: '消息转督办' }).click();
    const form = page.getByRole('dialog', { name: '新建督办事项' });
    await form.waitFor();
    expect(await form.getByLabel('要求', { exact: true }).inputValue()).toContain('鑫汇理财');
    await form.getByLabel('事项', { exact: true }).fill(TITLE);
    await form.getByLabel('承办单位', { exact: true }).selectOption({ label: '市公安局' });
    await form.getByLabel(/^期限/).fill('2016-06-30');
    await submit('交办');
    await dialog()
      .getByText(/督办〔2016〕\d+号/)
      .first()
      .waitFor();
    await closeDialogs();
  });

  it('leads back to the message, for whoever may see it', async () => {
    await become('文书一', 'direct');
    const field = page.getByRole('combobox');
    await field.fill('/duban 督办 列表 待签收');
    await field.press('Enter');
    await log().locator('.block-section', { hasText: TITLE }).getByRole('button', { name: '查看' }).click();
    await log()
      .getByRole('link', { name: /来源：消息/ })
      .last()
      .click();
    await page.locator('[data-place=office][aria-current=page]').waitFor();
    await become('安警官', 'direct');
    await log()
      .getByRole('link', { name: /来源：消息/ })
      .last()
      .click();
    await page.getByRole('alert').getByText('看不到').waitFor();
  });

  it('the liaison signs for it: the card changes where it stands', async () => {
    await become('安警官', 'direct');
    const before = await log().locator('article', { hasText: TITLE }).count();
    await press(TITLE, '签收');
    const told = log().locator('article', { hasText: TITLE }).first();
    await told.getByText('已编辑').waitFor();
    await told.getByText(/办理中/).waitFor();
    expect(await told.getByRole('button', { name: '签收', exact: true }).count()).toBe(0);
    expect(before).toBe(1);
  });

  it('feeds back and submits', async () => {
    const told = log().locator('article', { hasText: TITLE }).first();
    await told.getByRole('button', { name: '反馈', exact: true }).click();
    await dialog().getByLabel('进度（%）').fill('六成');
    await dialog().getByLabel('进展情况').fill('已调取流水。');
    await submit('反馈');
    await dialog().getByText('不是进度').waitFor();
    expect(await dialog().getByLabel('进展情况').inputValue()).toBe('已调取流水。');
    await dialog().getByLabel('进度（%）').fill('60');
    await submit('反馈');
    await dialog().getByText('反馈已收到').first().waitFor();
    await closeDialogs();
    await told
      .getByText(/进度 60%/)
      .first()
      .waitFor();
    await told.getByRole('button', { name: '提请办结', exact: true }).click();
    await dialog().getByLabel('办理结果').fill('资金流向已查清，附报告。');
    await submit('提请办结');
    await dialog().getByText('已提请办结').first().waitFor();
    await closeDialogs();
    await told
      .getByText(/待办公室审核|待审核/)
      .first()
      .waitFor();
  });

  it('the office closes it, and the card of the liaison says so without being asked for anew', async () => {
    await become('文书一', 'direct');
    await press(TITLE, '办结销号');
    await dialog().getByLabel('办结依据').fill('核查报告存档。');
    await submit('办结');
    await dialog().getByText('已办结销号').first().waitFor();
    await closeDialogs();
    await become('安警官', 'direct');
    const told = log().locator('article', { hasText: TITLE }).first();
    await told
      .getByText(/已办结/)
      .first()
      .waitFor();
    expect(await told.getByRole('button', { name: '反馈', exact: true }).count()).toBe(0);
  });

  it("is on nobody else's page", async () => {
    await become('娄小星', 'direct');
    expect(await page.getByText(TITLE).count()).toBe(0);
  });

  it('a consultation is issued; the leader answers and takes it into a calendar', async () => {
    await aDayOn();
    await become('文书一', 'direct');
    await press('会商', '印发议程');
    await page.getByRole('dialog', { name: '印发议程' }).getByRole('button', { name: '印发' }).click();
    await log().getByText('参会通知将发给').last().waitFor();
    await aDayOn();
    await become('周正', 'direct');
    await press('会商', '参加');
    await log().getByText(/参加/).last().waitFor();
    await press('会商', '加入日历');
    const file = log().locator('a.file', { hasText: '.ics' }).last();
    await file.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text).toContain('zhou.zheng@loudi.example');
    await press('会商', '加入日历');
    await expect.poll(() => log().locator('a.file', { hasText: '.ics' }).count()).toBe(2);
  });

  it('an incident is reported from anywhere, and acknowledged by the office', async () => {
    await become('连小源', 'home');
    await page.locator('[data-place=direct]').click();
    await page.getByRole('button', { name: '重大情况急报' }).click();
    const form = page.getByRole('dialog', { name: '重大情况急报' });
    await form.getByText('先打电话，后写急报').waitFor();
    await form.getByLabel(/^情况/).fill('群众聚集');
    await form.getByLabel(/^地点/).fill('涟源市蓝田街道');
    await form.getByLabel(/^已电话报告/).fill('文书一');
    await submit('立即报出');
    await dialog()
      .getByText(/急报〔2016〕\d+号/)
      .first()
      .waitFor();
    await closeDialogs();
    await become('文书一', 'direct');
    await press('蓝田街道', '已收到');
    await card('蓝田街道')
      .getByText(/已接报|接报/)
      .first()
      .waitFor();
    await become('连小源', 'direct');
    await log()
      .getByText(/文书一/)
      .last()
      .waitFor();
  });

  it('is seen by the leader, and by no other unit', async () => {
    await become('周正', 'direct');
    await log().getByText('蓝田街道').first().waitFor();
    for (const name of ['安警官', '冷小江']) {
      await become(name, 'direct');
      expect(await page.getByText('蓝田街道').count()).toBe(0);
      await page.locator('[data-place=home]').click();
      await page.locator('.home-sheet').waitFor();
      expect(await page.getByText('蓝田街道').count()).toBe(0);
    }
  });

  it('complained of nothing and asked nobody outside', () => {
    expect(watched.complaints).toEqual([]);
  });
});
