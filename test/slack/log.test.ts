import { describe, expect, it } from 'vitest';
import { createLog, type Log } from '../../bot/log.ts';

function written(write: (log: Log) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(createLog({ write: (line) => void lines.push(line) }));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0]!) as Record<string, unknown>;
}

describe('the log', () => {
  it('says what an error was and where, and leaves out what it carries', () => {
    const error = Object.assign(new TypeError('no such row'), { code: 'E1', body: '甲内容', rows: ['乙'] });
    const line = written((log) => log.error({ error, message: 'm-1' }, 'could not settle'));
    expect(line).toMatchObject({
      msg: 'could not settle',
      message: 'm-1',
      error: {
        name: 'TypeError',
        code: 'E1',
        message: 'no such row',
        stack: expect.stringMatching(/^\s+at /),
      },
    });
    expect(JSON.stringify(line)).not.toMatch(/甲|乙/);
  });

  it.each([
    ['a bot token', 'xoxb-123456-abcdef', '[token]'],
    ['an app token', 'xapp-1-A0-1-abcdef', '[token]'],
    ['a response address', 'https://hooks.slack.com/commands/T1/2/abc', 'https://hooks.slack.com/[address]'],
    ['a database password', 'postgres://duban:geheim@db/duban', 'postgres://duban:[password]@db/duban'],
    ['an e-mail', 'users_not_found: an.b@loudi.example', 'users_not_found: [e-mail]'],
    ['a phone', 'phoned by 13912345678', 'phoned by [phone]'],
  ])('takes out %s, wherever it came from', (_what, said, kept) => {
    const line = written((log) => log.warn({ error: said, stack: `Error: ${said}\n    at x` }, said));
    expect(line).toMatchObject({ error: kept, msg: kept, stack: `Error: ${kept}\n    at x` });
  });

  it.each([
    'file:///app/node_modules/@slack/bolt/dist/App.js:12:3',
    '8d1fca0c-1391-4111-9222-139111122224',
    '1470000000.000100',
    'loudi-2016/weekly/gaj/2016-W31',
  ])('leaves %s as it is', (said) => {
    expect(written((log) => log.info({ said }, 'x')).said).toBe(said);
  });
});
