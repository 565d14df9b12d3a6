// `duban import` with a holiday notice: told from a campaign file by what stands in it, taken whole or refused whole.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../bot/cli.ts';
import { query } from '../support/stores.ts';

let folder: string;
let databaseUrl: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duban-notice-'));
  databaseUrl = `file:${join(folder, 'duban.db')}`;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const LIST =
  '- { date: 2027-02-26, off: true, name: 元宵节 }\n- { date: 2027-02-27, work: true, name: 元宵节 }\n';

async function duban(notice: string | Uint8Array, argv: string[] = [], lang = 'zh_CN.UTF-8') {
  const file = join(folder, '2027.yml');
  writeFileSync(file, notice);
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    env: { DATABASE_URL: databaseUrl, LANG: lang },
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    isTerminal: false,
    now: () => Date.parse('2026-12-01T09:00:00+08:00'),
  };
  const code = await run(['import', file, ...argv], io, async () => 0);
  return { code, out: out.join('\n'), err: err.join('\n') };
}
const daysKept = async () => query(databaseUrl, 'select id, off, name from notice_day order by id');

describe('a holiday notice', () => {
  it.each([
    ['a list', LIST],
    ['a map with days', `days:\n${LIST.replace(/^/gm, '  ').trimEnd()}\n`],
    [
      'JSON',
      '[{"date":"2027-02-26","off":true,"name":"元宵节"},{"date":"2027-02-27","work":true,"name":"元宵节"}]',
    ],
    ['a list behind a byte order mark', `\uFEFF${LIST}`],
  ])('is taken as %s', async (_what, text) => {
    expect(await duban(text)).toEqual({
      code: 0,
      out: '已导入放假安排，共 2 天有变化：\n  2027年2月26日 周五 放假（元宵节）\n  2027年2月27日 周六 上班（元宵节）',
      err: '',
    });
    expect(await daysKept()).toEqual([
      { id: '2027-02-26', off: 1, name: '元宵节' },
      { id: '2027-02-27', off: 0, name: '元宵节' },
    ]);
  });

  it('is told in English where the terminal is English', async () => {
    const { out } = await duban(LIST, [], 'en_US.UTF-8');
    expect(out).toBe(
      'Imported the holiday notice, 2 days change:\n  Fri 26 Feb 2027 day off (元宵节)\n  Sat 27 Feb 2027 working day (元宵节)',
    );
  });

  it('changes nothing the second time', async () => {
    await duban(LIST);
    expect(await duban(LIST)).toEqual({ code: 0, out: '放假安排没有变化。', err: '' });
  });

  it('is only listed with --dry-run', async () => {
    const dry = await duban(LIST, ['--dry-run']);
    expect(dry.out).toContain('导入放假安排会有 2 天变化（没有写入）：\n  2027年2月26日 周五 放假');
    expect(await daysKept()).toEqual([]);
  });

  it('is refused whole, with every problem and its line, and 1', async () => {
    const ran = await duban(
      `${LIST}- { date: 2027-02-30, off: true, name: 元宵节 }\n- { date: 2027-03-01 }\n`,
    );
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/第 3 行.*第 4 行/s);
    expect(existsSync(join(folder, 'duban.db'))).toBe(false);
  });
});

it.each([
  ['a map with days and a campaign is a campaign file', 'days: []\ncampaign: { id: x }\n', 'days'],
  ['a file in another encoding is no notice', Uint8Array.from([0x2d, 0x20, 0xc4, 0xea]), 'UTF-8'],
])('%s', async (_what, text, said) => {
  expect(await duban(text)).toMatchObject({ code: 1, err: expect.stringContaining(said) });
});
