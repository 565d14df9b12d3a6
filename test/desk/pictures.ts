// Takes the pictures of the READMEs' twenty questions: npm run pictures. Starts the desk from the build on a port and in a
// folder of its own, asks each question in a real browser as the person who would, and keeps the question with its answer.
// Fails where an answer does not say what it must: a picture that is wrong is not taken.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { World } from '../../desk/world.ts';
import type { Language } from '../../domain/campaign.ts';
import { type AskedAt, PICTURED, type Pictured, pictureFile, type Wording } from './pictures-questions.ts';

/** From the package's folder, where npm runs: bundled, this file lies elsewhere. */
const ROOT = process.cwd();
const INTO = join(ROOT, 'docs/images/questions');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** CSS pixels of a picture's width; tall enough that no answer is scrolled. */
const [WIDTH, HEIGHT] = [720, 2400];
const SCALE = 1.5;
/** The first start plays eight weeks. */
const PLAYED_WITHIN_MS = 180_000;
const ANSWERED_WITHIN_MS = 20_000;
/** A page that is drawn anew meanwhile does not hear Enter. */
const TYPED_AGAIN_AFTER_MS = 5000;
const AROUND_PX = 6;
/** How far down the dialog opens over Home, whose box stays in view. */
const OVER_HOME_PX = 214;

// Nothing but the talk and a thread beside it: the other columns, and what only a pointer needs, are in no picture.
const STYLE = `
  .desk { grid-template: "talk thread" minmax(0, 1fr) / ${WIDTH}px ${WIDTH}px !important; }
  .thread { width: auto !important; border: 0 !important; }
  .top-bar, .left, .tour, .tour-resume, .ahead { position: absolute !important; left: -5000px !important; }
  .message-more, .to-newest { display: none !important; }
  dialog.modal { margin: ${OVER_HOME_PX}px 80px 0 !important; }
`;

type Desk = { url: string; process: ChildProcess; folder: string };

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

async function until(what: string, holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function startDesk(): Promise<Desk> {
  const main = join(ROOT, 'dist/bot/main.js');
  if (!existsSync(main)) throw new Error('There is no build; npm run build makes it.');
  const folder = mkdtempSync(join(tmpdir(), 'duban-pictures-'));
  const port = await freePort();
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [main], {
    cwd: folder,
    env: { PATH, HOME, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const isPlayed = async () => {
    if (child.exitCode !== null) throw new Error('The desk did not start.');
    return (await worldAt(url).catch(() => null))?.playing === null;
  };
  await until('the desk is open', isPlayed, PLAYED_WITHIN_MS);
  return { url, process: child, folder };
}

const worldAt = async (url: string): Promise<World> =>
  (await (await fetch(`${url}/api/world`)).json()) as World;

async function stopDesk({ process: child, folder }: Desk): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

async function speak({ url }: Desk, language: Language): Promise<void> {
  const headers = { 'x-desk': '1' };
  await fetch(`${url}/api/language`, { method: 'POST', headers, body: JSON.stringify({ language }) });
}

async function openDesk(browser: Browser, { url }: Desk, language: Language): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 2 * WIDTH, height: HEIGHT },
    deviceScaleFactor: SCALE,
    reducedMotion: 'reduce',
    colorScheme: 'light',
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
  });
  page.setDefaultTimeout(ANSWERED_WITHIN_MS);
  await page.goto(url);
  await page.locator('.message, .home-sheet').first().waitFor();
  await page.addStyleTag({ content: STYLE });
  return page;
}

/** Becomes somebody and goes where they ask; the lists stand beside the picture, so they are pressed without a pointer. */
async function goTo(page: Page, person: string, place: string): Promise<void> {
  await page.locator('.person', { hasText: person }).dispatchEvent('click');
  await page.locator('.person[aria-selected=true]', { hasText: person }).waitFor({ state: 'attached' });
  // What they were told is there: what is said from now on comes after it.
  await page.locator('.message').first().waitFor();
  await page.locator(`[data-place=${place}]`).dispatchEvent('click');
  await page.locator(`[data-place=${place}][aria-current=page]`).waitFor({ state: 'attached' });
}

/** The message that asks it: it stands before whatever repeats its words. */
const questionIn = (list: Locator, text: string): Locator =>
  list.locator('article', { hasText: text }).first();

/** The last message after the question, once one of them says what it must. */
async function answerTo(question: Locator, said: string): Promise<Locator> {
  const after = question.locator('xpath=following-sibling::article');
  await after.filter({ hasText: said }).first().waitFor();
  return after.last();
}

/** Types it into the field of the talk, and answers the message that it became. */
async function say(page: Page, list: Locator, typed: string, shown: string): Promise<Locator> {
  const field = page.locator('[data-composer=talk]');
  const question = questionIn(list, shown);
  const isSaid = async () => {
    await field.fill(typed);
    await field.press('Enter');
    return question.waitFor({ timeout: TYPED_AGAIN_AFTER_MS }).then(
      () => true,
      () => false,
    );
  };
  await until(`“${typed}” is said`, isSaid, ANSWERED_WITHIN_MS);
  return question;
}

const IS_DRAWN = `document.querySelector('.block-waiting') === null && document.fonts.status === 'loaded' &&
  [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0)`;

/** Waits until the page is drawn: words in their type, the bot's picture, blocks that load late. */
async function waitDrawn(page: Page, question: Locator, { drawn }: Pictured): Promise<void> {
  if (drawn) await question.locator('xpath=following-sibling::article').locator('.picture img').waitFor();
  await until('the page is drawn', () => page.evaluate<boolean>(IS_DRAWN), ANSWERED_WITHIN_MS);
}

type Clip = { x: number; y: number; width: number; height: number };

/** From the top of one element to the end of another, as wide as a picture is. */
async function between(first: Locator, last: Locator, belowPx = AROUND_PX): Promise<Clip> {
  const [head, end] = [await first.boundingBox(), await last.boundingBox()];
  if (!head || !end) throw new Error('What was to be seen is not there');
  const y = Math.max(0, head.y - AROUND_PX);
  return { x: head.x, y, width: head.width, height: end.y + end.height + belowPx - y };
}

async function askInDirect(page: Page, pictured: Pictured, { asked, said }: Wording): Promise<Clip> {
  await goTo(page, pictured.by, 'direct');
  const list = page.getByRole('log').first();
  const questions: Locator[] = [];
  for (const text of asked) {
    const question = await say(page, list, text, text);
    await question.locator('xpath=following-sibling::article').first().waitFor();
    questions.push(question);
  }
  const last = questions.at(-1)!;
  await answerTo(last, said);
  await waitDrawn(page, last, pictured);
  return between(questions[0]!, await answerTo(last, said));
}

/** One press on a suggested question; the suggestions belong to the picture. */
async function askSuggested(
  page: Page,
  pictured: Pictured,
  { asked: [text = ''], said }: Wording,
): Promise<Clip> {
  await goTo(page, pictured.by, 'direct');
  const suggestions = page.locator('.prompts');
  await suggestions.locator(`button[title="${text}"]`).click();
  await page.mouse.move(0, 0);
  const question = questionIn(page.getByRole('log').first(), text);
  await answerTo(question, said);
  await waitDrawn(page, question, pictured);
  return between(question, suggestions, 0);
}

/** Asked in the channel, answered in the thread under the question. */
async function askByMention(
  page: Page,
  pictured: Pictured,
  { asked: [text = ''], said }: Wording,
): Promise<Clip> {
  await goTo(page, pictured.by, 'office');
  const { bot } = await worldAt(new URL(page.url()).origin);
  const head = await say(page, page.getByRole('log').first(), `@${bot.name} ${text}`, text);
  await head.locator('.replies').click();
  await page.mouse.move(0, 0);
  const question = questionIn(page.locator('.thread').getByRole('log'), text);
  await answerTo(question, said);
  await waitDrawn(page, question, pictured);
  return between(question, await answerTo(question, said));
}

/** Asked in the box on Home, answered over it. */
async function askAtHome(
  page: Page,
  pictured: Pictured,
  { asked: [text = ''], said }: Wording,
): Promise<Clip> {
  await goTo(page, pictured.by, 'home');
  const box = page.locator('.home-sheet input').first();
  await box.fill(text);
  await box.press('Enter');
  const dialog = page.getByRole('dialog').last();
  await dialog.getByText(said).first().waitFor();
  await waitDrawn(page, dialog, pictured);
  return between(page.locator('.conversation'), dialog, 24);
}

const WAYS: Record<AskedAt, (page: Page, pictured: Pictured, wording: Wording) => Promise<Clip>> = {
  direct: askInDirect,
  suggested: askSuggested,
  mention: askByMention,
  home: askAtHome,
};

/** Takes the pictures of one language; `only` names those wanted, none named: all. Answers the files. */
async function takeAll(
  browser: Browser,
  desk: Desk,
  language: Language,
  only: readonly string[],
): Promise<string[]> {
  await speak(desk, language);
  const files: string[] = [];
  for (const [index, pictured] of PICTURED.entries()) {
    if (only.length > 0 && !only.includes(pictured.name)) continue;
    const page = await openDesk(browser, desk, language);
    const clip = await WAYS[pictured.at](page, pictured, pictured[language]);
    const path = join(INTO, pictureFile(index, pictured.name, language));
    await page.screenshot({ path, clip, animations: 'disabled' });
    await page.close();
    files.push(path);
    console.log(`${path} ${Math.round(clip.width)} × ${Math.round(clip.height)}`);
  }
  return files;
}

/** With ImageMagick a picture takes a third of the room: words on paper need few colours. */
function shrink(files: readonly string[]): void {
  for (const file of files) {
    const made = spawnSync('convert', [file, '-strip', '+dither', '-colors', '128', `png8:${file}`]);
    if (made.status !== 0) console.log(`${file} stays as it was taken: no ImageMagick`);
  }
}

async function takePictures(only: readonly string[]): Promise<void> {
  mkdirSync(INTO, { recursive: true });
  const desk = await startDesk();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  try {
    for (const language of LANGUAGES) shrink(await takeAll(browser, desk, language, only));
  } finally {
    await browser.close();
    await stopDesk(desk);
  }
}

await takePictures(process.argv.slice(2));
