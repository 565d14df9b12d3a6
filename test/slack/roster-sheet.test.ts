// A sheet sent in the direct message, over signed HTTP: one answer, its buttons work, and the file is fetched from Slack alone,
// with the token, within bounds, and only for those who may. Reading it is test/unit/roster-sheet.test.ts.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFetchFile } from '../../bot/slack-files.ts';
import { openPlayedBot, type PlayedBot } from '../support/played-bot.ts';
import { separated, workbook } from '../support/sheets.ts';
import { directMessage, event, nextTs } from '../support/signed-requests.ts';
import { BOT_TOKEN } from '../support/slack-stand-in.ts';

const HEADINGS = ['单位', '姓名', '角色', '邮箱'];
const NEW = ['市公安局', '新警官', '联络员', 'xin.jg@loudi.example'];
const SHEET = workbook([{ name: '名册', rows: [HEADINGS, NEW] }]);
const CSV = separated([HEADINGS, NEW]);

let played: PlayedBot;
let server: Server;
let base: string;
let requests: IncomingMessage[];

/** Where files lie, well or badly. */
const PLACES: Record<string, (response: ServerResponse) => void> = {
  '/sheet': (response) => response.end(SHEET),
  '/csv': (response) => response.end(CSV),
  '/gone': (response) => response.writeHead(404).end(),
  '/page': (response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Sign in</html>'),
  '/elsewhere': (response) => response.writeHead(302, { location: `${base}/sheet` }).end(),
  '/endless': (response) => {
    const more = (): void => {
      while (response.write(Buffer.alloc(65_536, 65)));
      response.once('drain', more);
    };
    more();
  },
  '/cut': (response) => {
    response.writeHead(200, { 'content-length': '5000' });
    response.write('a');
    setImmediate(() => response.destroy());
  },
  '/silent': () => {},
};

beforeAll(async () => {
  played = await openPlayedBot('sqlite');
  server = createServer((request, response) => {
    requests.push(request);
    PLACES[request.url ?? '']?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(async () => {
  await played.close();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  requests = [];
});

type Sent = { name?: string; at?: string; text?: string; ts?: string; size?: number; also?: object[] };

/** Sends a file, and gives what was answered, as posts. */
async function send(
  who: string,
  { name = '名册.xlsx', at = `${base}/sheet`, text = '', ts = nextTs(), size = 5000, also = [] }: Sent,
) {
  const { bot, slack, player } = played;
  const user = await slack.userId(`${who}@loudi.example`);
  const before = player.posts().length;
  const files = [{ id: 'F1', name, size, filetype: 'xlsx', url_private_download: at }, ...also] as Record<
    string,
    unknown
  >[];
  await event(bot.url, directMessage({ user, channel: await slack.directId(user), text, ts, files }));
  await bot.idle();
  return player.posts().slice(before);
}

describe('a sheet in the direct message', () => {
  it('is answered once with what it would change, and holds once that is confirmed', async () => {
    const [answer, ...more] = await send('wen', {});
    expect(more).toEqual([]);
    expect(answer?.text).toContain('名册表格');
    expect(JSON.stringify(answer?.blocks)).toContain('新增 1 人、变更 0 人、卸任 1 人');
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${BOT_TOKEN}`]);
    await played.player.press('wen', answer!, '确认变更');
    await played.bot.idle();
    const asked = await send('wen', {});
    expect(asked).toHaveLength(1);
    expect(asked[0]?.text).toContain('与名册一致');
  });

  it('that Slack delivers twice is answered once', async () => {
    const ts = nextTs();
    expect(await send('wen', { ts, at: `${base}/csv`, name: '名册.csv' })).toHaveLength(1);
    expect(await send('wen', { ts, at: `${base}/csv`, name: '名册.csv' })).toHaveLength(0);
  });

  it('is meant even with words beside it', async () => {
    const [answer] = await send('wen', { text: '谁没报周报' });
    expect(answer?.text).toContain('与名册一致');
  });

  it('is not fetched for a liaison, who is told whom to ask', async () => {
    const answers = await send('shang', {});
    expect(answers).toHaveLength(1);
    expect(answers[0]?.text).toContain('由办公室办理');
    expect(requests).toEqual([]);
  });

  it.each([
    ['that is gone', { at: '/gone' }, '没有能从 Slack 取到'],
    ['in whose place a page comes', { at: '/page' }, '没有能从 Slack 取到'],
    ['that lies elsewhere', { at: '/elsewhere' }, '没有能从 Slack 取到'],
    ['that breaks off', { at: '/cut' }, '没有能从 Slack 取到'],
    ['without end', { at: '/endless' }, '太大'],
    ['of another kind', { name: '说明.docx' }, '不是能读取的表格'],
    ['under the name of one that is text', { at: '/csv' }, '不是能读取的表格'],
  ])('%s gets one sentence', async (_what, { at, name }: Sent, sentence) => {
    const answers = await send('wen', { ...(name && { name }), ...(at && { at: `${base}${at}` }) });
    expect(answers).toHaveLength(1);
    expect(answers[0]?.text).toContain(sentence);
  });

  it('does not stand in the way of words beside a file of another kind', async () => {
    const [answer] = await send('wen', { name: '情况.docx', text: '我的' });
    expect(answer?.text).not.toContain('表格');
    expect(requests).toEqual([]);
  });
});

describe('a file is fetched', () => {
  const logged: object[] = [];
  const fetchWith = (slackApiUrl: string, timeoutMs = 10_000) =>
    createFetchFile({
      token: BOT_TOKEN,
      slackApiUrl,
      timeoutMs,
      log: { warn: (facts) => void logged.push(facts) },
    });

  it.each([
    'https://evil.example/f',
    'https://files.slack.com.evil.example/f',
    'http://files.slack.com/f',
    'ftp://slack.com/f',
    'no address',
    '',
  ])('never from %s', async (url) => {
    expect(await fetchWith('https://slack.com/api/')(url, 10)).toBe('not_fetched');
    expect(logged.at(-1)).toEqual({ reason: 'not at Slack' });
  });

  it('not where the one that stands in for Slack is real', async () => {
    expect(await fetchWith('https://slack.com/api/')(`${base}/sheet`, 10_000)).toBe('not_fetched');
    expect(requests).toEqual([]);
  });

  it('within its time, and within its size', async () => {
    expect(await fetchWith(`${base}/api/`, 50)(`${base}/silent`, 10)).toBe('not_fetched');
    expect(await fetchWith(`${base}/api/`)(`${base}/sheet`, 10)).toBe('too_large');
    expect(await fetchWith(`${base}/api/`)(`${base}/sheet`, SHEET.length)).toEqual(SHEET);
  });
});
