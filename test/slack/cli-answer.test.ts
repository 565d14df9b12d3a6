import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../bot/cli.ts';
import { SAMPLE_CAMPAIGN } from '../../bot/package-files.ts';
import { importCampaign } from '../../commands/import-campaign.ts';
import { openStore } from '../../db/open.ts';
import { holidayTable } from '../../documents/holidays.ts';
import { tick } from '../../scheduler/tick.ts';
import { at } from '../support/builders.ts';
import { sampleFile } from '../support/dialog.ts';

const NOW = '2016-08-05T16:00:00+08:00';

let folder: string;
let databaseUrl: string;

/** The sample's ledger in a file, as a bot left it that ran from week 30 to Friday of week 31. */
async function layLedger(): Promise<void> {
  const store = await openStore(databaseUrl, { role: 'bot' });
  let now = at('2016-07-25 08:00');
  let made = 0;
  const deps = { store, now: () => now, newId: () => `id-${++made}`, holidays: holidayTable() };
  await importCampaign(deps, sampleFile(), { dryRun: false, source: 'sample' });
  await tick(deps);
  now = at('2016-08-05 15:30');
  await tick(deps);
  await store.close();
}

const auditLines = async (): Promise<number> => {
  const store = await openStore(databaseUrl, { role: 'cli' });
  const { lines } = await store.verifyAudit();
  await store.close();
  return lines;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duban-answer-'));
  databaseUrl = `file:${join(folder, 'duban.db')}`;
  await layLedger();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Asked = { as?: string; file?: string; url?: string; language?: string; more?: string[] };

async function ask(text: string, asked: Asked = {}) {
  const { as = 'office_staff:jrb', file = SAMPLE_CAMPAIGN, url = databaseUrl, more = [] } = asked;
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    env: { LANG: asked.language ?? 'zh_CN.UTF-8', DATABASE_URL: url },
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    isTerminal: false,
    now: () => at('2016-08-05 16:00'),
  };
  const argv = ['ask', '--campaign', file, '--now', NOW, '--as', as, ...more, text];
  const code = await run(argv, io, async () => 0);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('duban ask', () => {
  it('answers from the ledger in the database, in words alone', async () => {
    const { code, out, err } = await ask('谁没交周报');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('第31周');
    expect(out).toContain('市公安局');
    expect(out).not.toMatch(/&amp;|<@|\*\S|"type"/);
  });

  it('answers a follow-up after the question before', async () => {
    expect((await ask('那上周呢', { more: ['--context', '谁没交周报'] })).out).toContain('第30周');
  });

  it('speaks the language of the terminal', async () => {
    const { out } = await ask('who has not filed the weekly report', { language: 'en_US.UTF-8' });
    expect(out).toMatch(/week 31/i);
  });

  it('answers as somebody of the role and unit that were named', async () => {
    expect((await ask('我还有什么没交', { as: 'liaison:gaj' })).out).toContain('我的待办 · 市公安局');
    expect((await ask('我还有什么没交', { as: 'liaison:lxq' })).out).toContain('娄星区');
  });

  it('says of a text that is no question that it is none, as the bot does', async () => {
    const { code, out } = await ask('明天下雨吗');
    expect(code).toBe(0);
    expect(out).not.toBe('');
  });

  it('offers a form and does nothing', async () => {
    const before = await auditLines();
    expect(await ask('我要报周报', { as: 'liaison:gaj' })).toMatchObject({ code: 0, err: '' });
    expect(await auditLines()).toBe(before);
  });

  it('leaves to Slack what would leave a record', async () => {
    const before = await auditLines();
    const { code, out, err } = await ask('帮我导出台账');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('Slack');
    expect(await auditLines()).toBe(before);
  });

  it('says when nobody on the roster holds the role', async () => {
    const { code, err } = await ask('谁没交周报', { as: 'inspector:gaj' });
    expect(code).toBe(1);
    expect(err).toContain('inspector:gaj');
  });

  it.each(['zh_CN.UTF-8', 'en_US.UTF-8'])('says when the database is empty (%s)', async (language) => {
    const url = `file:${join(folder, 'empty.db')}`;
    const { code, out, err } = await ask('谁没交周报', { url, language });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('duban import');
  });

  it('says when the database holds another campaign', async () => {
    const file = join(folder, 'other.yml');
    writeFileSync(
      file,
      sampleFile((text) => text.replace('loudi-2016', 'other-2016')),
    );
    const { code, err } = await ask('谁没交周报', { file });
    expect(code).toBe(1);
    expect(err).toContain('duban import');
  });

  it('ends with 3 where there is no database', async () => {
    expect((await ask('谁没交周报', { url: 'postgres://127.0.0.1:9/none' })).code).toBe(3);
  });
});
