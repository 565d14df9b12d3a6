import { describe, expect, it } from 'vitest';
import { describeProblems, isSlackItself, parseSettings } from '../../bot/config.ts';

const HTTP = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' };
const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const CLOCK = { DUBAN_CLOCK: '2016-08-05T15:30:00+08:00' };
const STAND_IN = { SLACK_API_URL: 'http://127.0.0.1:4000/api' };

const settingsOf = (env: NodeJS.ProcessEnv) => {
  const parsed = parseSettings(env);
  if (parsed.kind === 'wrong') throw new Error(describeProblems(parsed.problems, 'en'));
  return parsed.settings;
};
const wrongIn = (env: NodeJS.ProcessEnv): string[] => {
  const parsed = parseSettings(env);
  return parsed.kind === 'wrong' ? parsed.problems.map(({ setting }) => setting) : [];
};

describe('the tokens decide what starts', () => {
  it.each([
    ['nothing set', {}, 'desk'],
    ['a signing secret alone', { SLACK_SIGNING_SECRET: 's' }, 'desk'],
    ['tokens that are set to nothing', { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: ' ' }, 'desk'],
    ['bot token and signing secret', HTTP, 'http'],
    ['bot token and app token', SOCKET, 'socket'],
  ])('%s: %s → %s', (_what, env, what) => {
    const settings = settingsOf(env);
    expect(settings.kind === 'desk' ? 'desk' : settings.transport.kind).toBe(what);
  });

  it.each([
    ['bot token alone', { SLACK_BOT_TOKEN: 'xoxb-1' }],
    ['all three', { ...HTTP, ...SOCKET }],
    ['app token alone', { SLACK_APP_TOKEN: 'xapp-1' }],
    ['app token and signing secret', { SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's' }],
    ['an app token in place of the bot token', { SLACK_BOT_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's' }],
    ['a bot token in place of the app token', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xoxb-1' }],
  ])('%s is refused', (_what, env) => {
    expect(wrongIn(env).length).toBeGreaterThan(0);
  });
});

describe('what is left out', () => {
  it('has the value that the README gives', () => {
    expect(settingsOf(HTTP)).toEqual({
      kind: 'bot',
      botToken: 'xoxb-1',
      slackApiUrl: 'https://slack.com/api/',
      databaseUrl: 'file:./data/duban.db',
      transport: { kind: 'http', signingSecret: 's', host: '0.0.0.0', port: 3000 },
      adminPort: 9464,
      campaignFile: null,
      clockAt: null,
      paced: true,
    });
    expect(settingsOf({})).toEqual({
      kind: 'desk',
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: 'file:./data/desk.db',
      campaignFile: null,
      isEmpty: false,
      clockAt: null,
    });
  });

  it('is no campaign where none is asked for: the desk is then empty and keeps its world apart', () => {
    expect(settingsOf({ DUBAN_CAMPAIGN: 'none' })).toMatchObject({
      databaseUrl: 'file:./data/desk-empty.db',
      campaignFile: null,
      isEmpty: true,
    });
    expect(settingsOf({ ...HTTP, DUBAN_CAMPAIGN: 'none' })).toMatchObject({ campaignFile: null });
  });

  it('never lets the desk onto the database of a bot', () => {
    expect(settingsOf({ DATABASE_URL: 'postgres://prod/duban' })).toMatchObject({
      databaseUrl: 'file:./data/desk.db',
    });
  });
});

describe('wrong settings', () => {
  it('are listed together, each with its name and what would be right', () => {
    const env = {
      ...HTTP,
      PORT: '99999',
      ADMIN_PORT: 'x',
      DATABASE_URL: 'mysql://x',
      SLACK_API_URL: 'slack',
      DUBAN_CLOCK: 'now',
    };
    const names = new Set(wrongIn(env));
    expect([...names].sort()).toEqual(['ADMIN_PORT', 'DATABASE_URL', 'DUBAN_CLOCK', 'PORT', 'SLACK_API_URL']);
  });

  it.each([
    [{ ...HTTP, PORT: '-1' }, 'PORT'],
    [{ ...HTTP, PORT: '3000.5' }, 'PORT'],
    [{ ...HTTP, PORT: '9464' }, 'ADMIN_PORT'],
    [{ ...HTTP, ...STAND_IN, DUBAN_CLOCK: '2016-08-05T15:30:00' }, 'DUBAN_CLOCK'],
    [{ ...HTTP, ...CLOCK }, 'DUBAN_CLOCK'],
    [{ ...SOCKET, ...CLOCK }, 'DUBAN_CLOCK'],
    [{ ...HTTP, ...CLOCK, SLACK_API_URL: 'https://acme.slack.com/api/' }, 'DUBAN_CLOCK'],
    [{ ...HTTP, DATABASE_URL: 'file:' }, 'DATABASE_URL'],
    [{ HOST: '0.0.0.0' }, 'HOST'],
  ])('%j is wrong about %s', (env, name) => {
    expect(wrongIn(env)).toEqual([name]);
  });

  it('are told in the language of the locale, and a token or password is never repeated', () => {
    const env = {
      SLACK_BOT_TOKEN: 'xapp-very-secret',
      SLACK_SIGNING_SECRET: 's',
      DATABASE_URL: 'pg://u:secret@h/d',
      LANG: 'zh_CN.UTF-8',
    };
    const parsed = parseSettings(env);
    const text = parsed.kind === 'wrong' ? describeProblems(parsed.problems, 'zh') : '';
    expect(text).toMatch(/^有 2 项设置不对/);
    expect(text).not.toContain('secret');
    const english = parseSettings({ ...env, LC_ALL: 'en_GB.UTF-8' });
    expect(english.kind === 'wrong' && english.problems[0]?.text).toMatch(/^should be/);
  });
});

describe('a simulated clock', () => {
  it('may be used with a stand-in, and on the desk', () => {
    expect(settingsOf({ ...HTTP, ...STAND_IN, ...CLOCK })).toMatchObject({
      clockAt: Date.parse('2016-08-05T07:30:00Z'),
      slackApiUrl: 'http://127.0.0.1:4000/api/',
    });
    expect(settingsOf(CLOCK)).toMatchObject({ kind: 'desk', clockAt: Date.parse('2016-08-05T07:30:00Z') });
  });

  it.each([
    ['https://slack.com/api/', true],
    ['https://SLACK.com/api/', true],
    ['https://slack-gov.com/api/', true],
    ['https://notslack.com/api/', false],
    ['https://slack.com.example/api/', false],
    ['http://127.0.0.1:4000/api/', false],
  ])('%s is Slack itself: %s', (url, is) => {
    expect(isSlackItself(url)).toBe(is);
  });
});
