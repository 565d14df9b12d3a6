// A real browser for the page's tests: Debian's Chromium. Where there is none the tests say so and are skipped, unless
// DUBAN_TEST_REQUIRE_ALL=1 forbids that.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
// @ts-expect-error a build script without types
import { buildPage } from '../../desk/build.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const isRequired = process.env.DUBAN_TEST_REQUIRE_ALL === '1';
export const hasBrowser = existsSync(CHROMIUM) || isRequired;

if (!hasBrowser)
  console.warn(`Browser tests skipped: no Chromium at ${CHROMIUM} (set CHROMIUM, or apt install chromium)`);

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
/** Where the desk looks for its page when it runs from the sources. */
const PAGE = fileURLToPath(new URL('../../dist/desk/page/', import.meta.url));

/** Builds the page as it is now and starts a browser; rejects when there is none. */
export async function openBrowser(): Promise<Browser> {
  await (buildPage as (folder: string) => Promise<void>)(PAGE);
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** What a page did that it should not: errors, warnings, requests that leave this machine. */
export type Watched = { page: Page; complaints: string[] };

export const WIDE: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const NARROW: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** The first start plays eight weeks, which takes its time on a busy machine. */
const PLAYED_WITHIN_MS = 110_000;

/** Opens the desk in a context of its own and waits until something stands in it. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<Watched> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) complaints.push(`${line.type()}: ${line.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
      complaints.push(`left: ${request.url()}`);
  });
  page.setDefaultTimeout(10_000);
  await page.goto(url);
  await page.locator('.message, .home-sheet, .empty').first().waitFor({ timeout: PLAYED_WITHIN_MS });
  return { page, complaints };
}

/** How far the page is wider than the screen. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
