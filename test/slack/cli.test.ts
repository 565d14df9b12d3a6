import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../bot/cli.ts';
import { SAMPLE_CAMPAIGN } from '../../bot/package-files.ts';
import { openStore } from '../../db/open.ts';
import { at } from '../support/builders.ts';
import { execute } from '../support/stores.ts';

let folder: string;
let databaseUrl: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duban-cli-'));
  databaseUrl = `file:${join(folder, 'duban.db')}`;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Ran = { code: number; out: string; err: string };
async function duban(
  argv: string[],
  over: { env?: NodeJS.ProcessEnv; isTerminal?: boolean; started?: number } = {},
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    env: { DATABASE_URL: databaseUrl, LANG: 'zh_CN.UTF-8', ...over.env },
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    isTerminal: over.isTerminal ?? false,
    now: () => at('2016-08-05 08:00'),
  };
  const code = await run(argv, io, async () => over.started ?? 0);
  return { code, out: out.join('\n'), err: err.join('\n') };
}
const wrongFile = (): string => {
  const file = join(folder, 'wrong.yml');
  writeFileSync(file, 'campaign: { id: x }\nunits: nobody\n');
  return file;
};

describe('help', () => {
  it.each(['start', 'import', 'rehearse', 'verify'])(
    'there is help for %s, in both languages, with the exit codes',
    async (name) => {
      const zh = await duban([name, '--help']);
      const en = await duban([name, '--help'], { env: { LANG: 'en_US.UTF-8' } });
      expect([zh.code, en.code]).toEqual([0, 0]);
      expect(zh.out).toMatch(/用法：.*退出码：0 正常/s);
      expect(en.out).toMatch(/Usage:.*Exit codes: 0 fine/s);
      expect(en.out).not.toMatch(/\p{Script=Han}/u);
    },
  );

  it('names every command, also when nothing was asked', async () => {
    const all = await duban(['--help']);
    const nothing = await duban([]);
    for (const name of ['start', 'import', 'rehearse', 'verify']) expect(all.out).toContain(name);
    expect(nothing).toEqual({ ...all, code: 2 });
  });

  it('LC_ALL wins over LANG', async () => {
    expect((await duban(['--help'], { env: { LC_ALL: 'C' } })).out).toContain('Usage:');
  });
});

describe('wrong usage ends with 2 and a sentence', () => {
  it.each([
    [['impot'], '没有这个命令：impot'],
    [['import'], '缺少：file'],
    [['import', 'a', 'b'], '参数太多'],
    [['import', 'a', '--dry'], '没有这个选项：--dry'],
    [['rehearse', '--days'], '缺少'],
    [['rehearse', '--days', '0'], '1 到 366'],
    [['rehearse', '--days', 'x'], '“x”'],
    [['rehearse', '--days', '2', '--from', '2016-08-05'], '2016-08-05T15:30:00+08:00'],
  ])('%j', async (argv, sentence) => {
    const ran = await duban(argv);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(sentence);
    expect(ran.out).toBe('');
  });
});

describe('import', () => {
  it('applies a file, says what changed, and the second time that nothing does', async () => {
    const first = await duban(['import', SAMPLE_CAMPAIGN]);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^已导入 娄底市互联网金融风险专项整治，共 \d+ 处变化/);
    expect((await duban(['import', SAMPLE_CAMPAIGN])).out).toBe('娄底市互联网金融风险专项整治 没有变化。');
  });

  it('only lists with --dry-run', async () => {
    const dry = await duban(['import', SAMPLE_CAMPAIGN, '--dry-run']);
    expect(dry.out).toContain('没有写入');
    expect((await duban(['rehearse', '--days', '3'])).code).toBe(1);
  });

  it('refuses a wrong file as a whole, with every problem and its line, and 1', async () => {
    const ran = await duban(['import', wrongFile()]);
    expect(ran.code).toBe(1);
    expect(ran.err.match(/第 \d+ 行/g)?.length).toBeGreaterThan(1);
  });

  it('says what is the matter with a file that is not there, and ends with 1', async () => {
    expect(await duban(['import', join(folder, 'none.yml')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('none.yml'),
    });
  });

  it('works beside a bot that has the file', async () => {
    const bot = await openStore(databaseUrl, { role: 'bot' });
    const ran = await duban(['import', SAMPLE_CAMPAIGN]);
    await bot.close();
    expect(ran.code).toBe(0);
  });
});

describe('the database', () => {
  it.each([
    ['is none', 'mysql://x', 'DATABASE_URL'],
    ['cannot be reached', 'postgres://127.0.0.1:9/none', '连不上数据库'],
  ])('that %s ends with 3 and a sentence', async (_what, url, sentence) => {
    const ran = await duban(['verify'], { env: { DATABASE_URL: url } });
    expect(ran).toMatchObject({ code: 3, err: expect.stringContaining(sentence) });
  });
});

describe('rehearse', () => {
  it('lists every send by day, from the database', async () => {
    await duban(['import', SAMPLE_CAMPAIGN]);
    const ran = await duban(['rehearse', '--days', '4']);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^8月5日 周五 08:00 至 8月9日 周二 08:00 将发出 \d+ 条消息/);
    expect(ran.out).toMatch(/^ {2}17:00 {2}安警官 /m);
    expect(ran.out.split('\n').filter((line) => /^8月\d日 周.$/.test(line))).toEqual([
      '8月5日 周五',
      '8月8日 周一',
    ]);
  });

  it('reckons with a file and leaves the database alone', async () => {
    const ran = await duban([
      'rehearse',
      '--campaign',
      SAMPLE_CAMPAIGN,
      '--from',
      '2016-10-01T08:00:00+08:00',
    ]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('10月8日 周六');
    expect(ran.out).not.toContain('未关联');
    expect(existsSync(join(folder, 'duban.db'))).toBe(false);
  });

  it('refuses a wrong file like import', async () => {
    expect((await duban(['rehearse', '--campaign', wrongFile()])).code).toBe(1);
  });

  it('of a year of the sample takes less than a second for fourteen days', async () => {
    const startedMs = performance.now();
    await duban(['rehearse', '--days', '14', '--campaign', SAMPLE_CAMPAIGN]);
    expect(performance.now() - startedMs).toBeLessThan(1000);
  });
});

describe('verify', () => {
  it('says that the chain holds, and where it does not', async () => {
    await duban(['import', SAMPLE_CAMPAIGN]);
    expect(await duban(['verify'])).toMatchObject({ code: 0, out: '日志链完好，共 1 条。' });
    await execute(databaseUrl, "update audit set verb = 'nothing'");
    expect(await duban(['verify'])).toMatchObject({ code: 1, err: expect.stringContaining('第 1 条') });
  });
});

describe('colours', () => {
  it('are for a terminal that wants them', async () => {
    const coloured = '\u001b[';
    expect((await duban(['impot'])).err).not.toContain(coloured);
    expect((await duban(['impot'], { isTerminal: true })).err).toContain(coloured);
    expect((await duban(['impot'], { isTerminal: true, env: { NO_COLOR: '1' } })).err).not.toContain(
      coloured,
    );
  });
});

it('start ends with the code of the start', async () => {
  expect((await duban(['start'], { started: 2 })).code).toBe(2);
});

describe('the compiled command', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const compiled = join(root, `node_modules/.cache/duban-test/cli-${process.pid}`);
  const built = (argv: string[], env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, [join(compiled, 'bot/cli.js'), ...argv], {
      env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', DATABASE_URL: databaseUrl, ...env },
      encoding: 'utf8',
    });

  beforeAll(() => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const project = join(root, 'tsconfig.build.json');
    const made = spawnSync(process.execPath, [tsc, '-p', project, '--outDir', compiled], {
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(made.stdout);
    const migrations = 'db/sqlite/migrations';
    cpSync(join(root, migrations), join(compiled, migrations), { recursive: true });
  });
  afterAll(() => rmSync(compiled, { recursive: true, force: true }));

  it('imports and verifies, and ends with its code', () => {
    expect(built(['import', SAMPLE_CAMPAIGN])).toMatchObject({ status: 0, stderr: '' });
    expect(built(['verify'])).toMatchObject({ status: 0, stdout: expect.stringContaining('holds') });
    expect(built(['import', wrongFile()])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('wrong.yml'),
    });
  });

  it('refuses to start with settings that are wrong', () => {
    const refused = built(['start'], { SLACK_BOT_TOKEN: 'xoxb-1' });
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('SLACK_SIGNING_SECRET') });
  });
});
