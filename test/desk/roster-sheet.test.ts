// A roster sheet tried out on the desk, in a real browser with the real bot: it is sent in the direct message, shown with what it
// would change, confirmed and undone.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningDesk } from '../../desk/contract.ts';
import { separated, workbook } from '../support/sheets.ts';
import { hasBrowser, openBrowser, openPage, type Watched, WIDE } from './browser.ts';
import { openRealDesk } from './real-desk.ts';

const HEADINGS = ['单位', '姓名', '角色', '邮箱'];
const NEW = ['市公安局', '新警官', '联络员', 'xin.jg@loudi.example'];

describe.skipIf(!hasBrowser)('a roster sheet on the desk', () => {
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

  const become = async (name: string) => {
    await page.getByRole('option', { name: new RegExp(name) }).click();
    await page.locator('[data-place=direct]').click();
  };
  const attach = (name: string, buffer: Buffer) =>
    page.locator('[data-attach]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  const answered = (words: RegExp) =>
    page.getByRole('log').first().locator('article').filter({ hasText: words }).last();

  it('is sent in the direct message, shown, confirmed and undone', async () => {
    await become('文书一');
    await attach('名册.xlsx', workbook([{ name: '名册', rows: [HEADINGS, NEW] }]));
    const answer = answered(/请确认：名册表格/);
    await answer.waitFor();
    expect(await answer.innerText()).toMatch(/新增 1 人、变更 0 人、卸任 1 人/);
    await answer.getByRole('button', { name: '确认变更' }).click();
    await answered(/名册表格已变更/)
      .getByRole('button', { name: '撤销变更' })
      .click();
    await answered(/名册表格的变更已撤销/).waitFor();
  });

  it('shows the file that was sent, and says of a .csv what is wrong with it', async () => {
    await attach(
      '新名册.csv',
      separated([HEADINGS, ['市公案局', '新警官', '联络员', 'xin.jg@loudi.example']]),
    );
    const answer = answered(/有 1 处需要改正/);
    await answer.waitFor();
    expect(await answer.innerText()).toMatch(/第 2 行“单位”：没有找到单位“市公案局”。是“市公安局”吗/);
    await page.getByText('新名册.csv', { exact: true }).first().waitFor();
  });

  it('of somebody else is answered with whom to ask', async () => {
    await become('安警官');
    await attach('名册.csv', separated([HEADINGS, NEW]));
    await answered(/由办公室办理/).waitFor();
    expect(watched.complaints).toEqual([]);
  });
});
