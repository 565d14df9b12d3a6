// A campaign from nothing, on an empty desk, in a real browser with the real bot and without a file: the administrator greets
// the bot, fills the steps, previews and sets up; then time goes on, a liaison is reminded and reports, the office looks.

import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningDesk } from '../../desk/contract.ts';
import { hasBrowser, NARROW, openBrowser, openPage, overflowOf, type Watched, WIDE } from './browser.ts';
import { openRealDesk } from './real-desk.ts';

/** Where pictures of what is seen are put, for whoever wants to look. */
const SHOTS = process.env.DUBAN_TEST_SHOTS;

describe.skipIf(!hasBrowser)('a campaign set up from nothing on the desk', () => {
  let desk: RunningDesk;
  let browser: Browser;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    desk = await openRealDesk('2016-08-01T09:00:00+08:00', null);
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
  const newest = (): Locator => log().locator('article').last();
  const become = async (name: string, place = 'direct') => {
    await page.locator('.person', { hasText: name }).click();
    await page.locator(`[data-place=${place}]`).click();
  };
  const say = async (text: string) => {
    const field = page.locator('[data-composer=talk]');
    await field.fill(text);
    await field.press('Enter');
  };
  const submit = (name = '保存') => dialog().getByRole('button', { name, exact: true }).click();
  const press = (name: string) => dialog().getByRole('button', { name, exact: true }).click();
  /** The button beside a step of the guide in the dialog. */
  const open = (step: string) =>
    dialog().locator('.block-section', { hasText: step }).getByRole('button').click();
  const shot = async (name: string) => {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
  };
  const clock = (): Locator => page.getByRole('region', { name: '模拟时间' });
  const on = async (button: string) => {
    const before = await clock().innerText();
    await page.getByRole('button', { name: button }).click();
    await expect.poll(() => clock().innerText(), { timeout: 20_000 }).not.toBe(before);
    await page.locator('[data-clock=day]:not([disabled])').waitFor();
  };

  it('greets a colleague, and tells them who may set one up', async () => {
    await become('安警官');
    await say('你好');
    await newest().getByText('专项行动由工作区管理员设立').waitFor();
    expect(await log().getByRole('button', { name: '设立专项行动' }).count()).toBe(0);
    await say('设立专项行动');
    await newest().getByText('由工作区管理员设立。请与管理员联系').waitFor();
  });

  it('greets the administrator, and shows the guide with its steps, one of which may be left out', async () => {
    await become('金主任');
    await say('你好');
    await newest().getByRole('button', { name: '设立专项行动' }).click();
    await newest().getByText('④ 报送事项').waitFor();
    expect(await newest().getByText('未填写').count()).toBe(4);
    expect(await newest().getByText('⑤ 领域').count()).toBe(1);
    expect(await newest().getByText('可不填').count()).toBe(1);
    await shot('guide-empty-1440');
  });

  it('takes the basics, with what is usual in them already', async () => {
    await newest().locator('.block-section', { hasText: '① 基本情况' }).getByRole('button').click();
    expect(await dialog().getByLabel('时区').inputValue()).toBe('Asia/Shanghai');
    await dialog().getByLabel('专项行动名称').fill('互联网金融风险专项整治');
    await dialog().getByLabel('领导小组名称').fill('市领导小组');
    await dialog().getByLabel('办公室所在单位').fill('市政府金融办');
    await dialog().getByLabel('第一天').fill('2016-08-01');
    await dialog().getByLabel('最后一天').fill('2016-12-31');
    await dialog().getByLabel('发通报的频道').fill('工作通报');
    await dialog().getByLabel('办公室的频道').fill('办公室工作');
    await shot('basics-1440');
    await submit();
    await dialog().getByText('已保存').waitFor();
  });

  it('takes the units', async () => {
    await open('② 单位');
    await dialog()
      .getByLabel(/^单位/)
      .fill('市公安局，公安局\n市工商局，工商局\n县市区：\n娄星区人民政府，娄星区\n双峰县人民政府，双峰县');
    await submit();
    await dialog().getByText('单位 5 个').waitFor();
  });

  const PEOPLE = [
    '金主任，办公室主任，jin@office.example',
    '文书一\t工作人员\twen@office.example',
    '公案局，联络员，安警官，an@office.example，13800000001',
    '工商局 联络员 尚工商 shang@office.example',
    '娄小星，娄星区，联络员，lou@office.example',
    '双峰县，联络员，双小峰，shuang@office.example',
    '组长，周正，zhou@office.example',
  ];

  it('gives the people back with the line that is wrong, and everything that was typed', async () => {
    await open('③ 人员');
    const field = dialog().getByLabel('人员，一行一人');
    await field.fill(PEOPLE.join('\n'));
    await submit();
    await dialog().getByText('第 3 行：没有找到单位“公案局”。您要找的是“市公安局”吗？').waitFor();
    expect(await field.inputValue()).toBe(PEOPLE.join('\n'));
    await shot('people-wrong-1440');
    await field.fill(PEOPLE.join('\n').replace('公案局', '公安局'));
    await submit();
    await dialog().getByText('人员 7 人').waitFor();
  });

  it('keeps all of it when it is left, and goes on where it was left', async () => {
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await say('设立专项行动');
    await expect.poll(() => newest().getByText('已填写').count()).toBe(3);
    await newest().locator('.block-section', { hasText: '④ 报送事项' }).getByRole('button').click();
  });

  it('takes the duties, and what is to be counted', async () => {
    await dialog().getByLabel('要报的数字').fill('排查机构数，家\n发现问题数，个');
    await dialog().getByLabel('专项行动总结报告').check();
    await shot('duties-1440');
    await submit();
    await expect.poll(() => dialog().getByText('已填写').count()).toBe(4);
    await shot('guide-full-1440');
  });

  it('takes the areas, or none, and gives them back where a unit is unknown', async () => {
    await open('⑤ 领域');
    const field = dialog().getByLabel('领域，一行一个');
    await field.fill('互联网广告，工商所\n第三方支付');
    await submit();
    await dialog().getByText('第 1 行：没有找到单位“工商所”').waitFor();
    expect(await field.inputValue()).toBe('互联网广告，工商所\n第三方支付');
    await field.fill('互联网广告，工商局\n第三方支付');
    await submit();
    await expect.poll(() => dialog().getByText('已填写').count()).toBe(5);
    await dialog().getByText('领域 2 个：互联网广告、第三方支付').waitFor();
  });

  it('previews what would be created, and whom it would remind first', async () => {
    await press('预览');
    await dialog().getByText('预览：互联网金融风险专项整治').waitFor();
    const text = await dialog().innerText();
    expect(text).toContain('市公安局（gaj）');
    expect(text).toMatch(/工作进展周报：第一次提醒 8月3日 周三/);
    await shot('preview-1440');
  });

  it('sets it up, and leaves the word in the direct message', async () => {
    await press('设立');
    await dialog().getByText('专项行动“互联网金融风险专项整治”已设立').first().waitFor();
    await shot('done-1440');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await newest().getByText('已设立').first().waitFor();
  });

  it('knows the office from then on', async () => {
    await say('/duban 名册');
    await expect.poll(() => newest().innerText()).toContain('安警官');
  });

  it('reminds a liaison when the day comes, who reports with the figures', async () => {
    await on('+1 天');
    await on('+1 天');
    await become('安警官');
    const reminder = log().locator('article', { hasText: '工作进展周报' }).last();
    await reminder.getByRole('button', { name: '填报', exact: true }).click();
    await dialog()
      .getByLabel(/^进展及成效/)
      .fill('联合上门核查。');
    await dialog()
      .getByLabel(/^排查机构数/)
      .fill('12');
    await dialog()
      .getByLabel(/^发现问题数/)
      .fill('3');
    await dialog()
      .getByLabel(/^下步安排/)
      .fill('继续核查。');
    await submit('报送');
    await dialog().getByText('已收到').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('shows the office who has reported and who has not', async () => {
    await become('文书一');
    await say('/duban 状态');
    const status = log().locator('article', { hasText: '应报 4' }).last();
    await status.waitFor();
    expect(await status.innerText()).toMatch(/已报 1/);
    await shot('status-1440');
  });

  it('is not set up by somebody who is no director of it', async () => {
    await say('设立');
    await newest().getByText('限现有专项行动的办公室主任').waitFor();
  });

  it('speaks English too, and fits a telephone in both languages', async () => {
    const fits = async (name: string) => {
      await expect.poll(() => overflowOf(page)).toBe(0);
      await shot(name);
    };
    for (const { language, words, last, label, close } of [
      { language: 'EN', words: 'set up', last: '⑤ Areas', label: 'Name of the campaign', close: 'Cancel' },
      { language: '中', words: '设立', last: '⑤ 领域', label: '专项行动名称', close: '取消' },
    ]) {
      await page.setViewportSize(WIDE.viewport!);
      await become('金主任');
      await page.getByRole('button', { name: language, exact: true }).click();
      await page.locator(language === 'EN' ? ':root[lang=en]' : ':root[lang=zh-CN]').waitFor();
      await say(words);
      await newest().getByText(last).waitFor();
      await shot(`guide-${language}-1440`);
      await page.setViewportSize(NARROW.viewport!);
      await fits(`guide-${language}-390`);
      for (const step of ['①', '②', '③', '④', '⑤']) {
        await newest().locator('.block-section', { hasText: step }).getByRole('button').click();
        if (step === '①') await dialog().getByLabel(label).waitFor();
        await fits(`form-${step}-${language}-390`);
        await dialog().getByRole('button', { name: close, exact: true }).click();
        await dialog().waitFor({ state: 'detached' });
      }
    }
  });

  it('complained of nothing and asked nobody outside', () => {
    expect(watched.complaints).toEqual([]);
  });
});
