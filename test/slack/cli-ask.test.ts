import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runAsk } from '../../bot/cli/ask.ts';
import { openShell } from '../../bot/cli/terminal.ts';
import { run } from '../../bot/cli.ts';
import { SAMPLE_CAMPAIGN } from '../../bot/package-files.ts';
import { at } from '../support/builders.ts';

const NOW = '2016-08-05T16:00:00+08:00';

function terminal(language = 'zh_CN.UTF-8') {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    env: { LANG: language },
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    isTerminal: false,
    now: () => at('2016-08-05 08:00'),
  };
  return { io, out, err };
}

async function ask(...argv: string[]) {
  const { io, out, err } = terminal();
  const code = await run(['ask', ...argv], io, async () => 0);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const explain = (text: string, ...more: string[]) =>
  ask('--campaign', SAMPLE_CAMPAIGN, '--now', NOW, '--as', 'office_staff:jrb', ...more, '--explain', text);

async function batch(lines: readonly string[]) {
  const { io, out } = terminal();
  const options = { campaign: SAMPLE_CAMPAIGN, explain: true, batch: true };
  const code = await runAsk(openShell(io), undefined, options, Readable.from([lines.join('\n')]));
  return { code, out: out.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('duban ask --explain', () => {
  it('prints the reading as one JSON object, with the words it used and how sure it is', async () => {
    const { code, out } = await explain('本周周报还有几家没交');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      intent: 'who',
      state: 'missing',
      duty: 'weekly',
      period: '2016-W31',
      used: expect.arrayContaining(['周报']),
      sure: expect.any(Number),
    });
  });

  it('reads a follow-up after the question before', async () => {
    const { out } = await explain('那上周呢', '--context', '谁没交周报');
    expect(JSON.parse(out)).toMatchObject({ intent: 'who', state: 'missing', period: '2016-W30' });
  });

  it('prints a refusal with its reason', async () => {
    expect((await explain('明天下雨吗')).out).toBe('{"refuse":"out_of_scope"}');
  });

  it.each([
    [['--now', NOW, '--as', 'leader', 'x'], '--campaign'],
    [['--campaign', SAMPLE_CAMPAIGN, '--as', 'leader', 'x'], '2016-08-05T16:00:00+08:00'],
    [['--campaign', SAMPLE_CAMPAIGN, '--now', NOW, '--as', 'boss', 'x'], '“boss”'],
    [['--campaign', SAMPLE_CAMPAIGN, '--now', NOW, '--as', 'liaison:nobody', 'x'], '“nobody”'],
    [['--campaign', SAMPLE_CAMPAIGN, '--now', NOW, '--as', 'leader'], '文字'],
  ])('ends with 2 and a sentence: %j', async (argv, sentence) => {
    const ran = await ask(...argv);
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining(sentence) });
  });

  it('refuses a campaign file that is not there with 1', async () => {
    expect((await ask('--campaign', '/none.yml', '--now', NOW, '--as', 'leader', 'x')).code).toBe(1);
  });

  it('has help in both languages', async () => {
    const en = terminal('en_US.UTF-8');
    expect(await run(['ask', '--help'], en.io, async () => 0)).toBe(0);
    expect(en.out.join('')).not.toMatch(/\p{Script=Han}/u);
    expect((await ask('--help')).out).toContain('--batch');
  });
});

describe('duban ask --batch', () => {
  it('writes one reading a line, and an error for a bad line without stopping', async () => {
    const { code, out } = await batch([
      JSON.stringify({ text: '谁没交周报', now: NOW, as: 'leader' }),
      'not json',
      JSON.stringify({ text: '谁没交周报', now: 'today', as: 'leader' }),
      JSON.stringify({ text: 7, now: NOW, as: 'leader' }),
      'null',
      '',
      JSON.stringify({ text: '督办12号', now: NOW, as: 'office_staff:jrb' }),
    ]);
    expect(code).toBe(0);
    expect(out).toHaveLength(6);
    expect(out[0]).toMatchObject({ intent: 'who' });
    for (const line of out.slice(1, 5)) expect(line).toEqual({ error: expect.any(String) });
    expect(out[5]).toMatchObject({ intent: 'task', task: 12 });
  });

  it('reads a thousand in seconds', async () => {
    const line = JSON.stringify({ text: '那娄星区上周呢', now: NOW, as: 'leader', context: '谁没交周报' });
    const startedMs = performance.now();
    const { out } = await batch(Array.from({ length: 1000 }, () => line));
    expect(out).toHaveLength(1000);
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });
});
