import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainWords } from '../../bot/message-meant.ts';
import { type BotRig, openBotRig } from '../support/bot-rig.ts';
import { messageShortcut, shortcut } from '../support/signed-requests.ts';
import type { Fault } from '../support/slack-stand-in.ts';

let bot: BotRig;
beforeEach(async () => {
  bot = await openBotRig();
});
afterEach(() => bot.close());

describe('a global shortcut', () => {
  it.each([
    ['duban_report', 'report', {}],
    ['duban_incident', 'incident', { verb: 'report' }],
  ])('%s asks for its form, and answers in a modal', async (callbackId, action, input) => {
    const triggerId = await bot.slack.trigger(bot.user);
    await shortcut(bot.url, { user: bot.user, callbackId, triggerId });
    expect(bot.asked).toEqual([{ door: 'act', who: bot.user, action, input }]);
    expect(bot.slack.callsOf('views.open')).toHaveLength(1);
  });
});

describe('消息转督办', () => {
  const post = async (text: string): Promise<string> =>
    String((await bot.slack.call('chat.postMessage', { channel: bot.channel, text })).ts);
  const point = async (ts: string, text: string) =>
    messageShortcut(bot.url, {
      user: bot.user,
      callbackId: 'duban_task',
      channel: bot.channel,
      ts,
      text,
      triggerId: await bot.slack.trigger(bot.user),
    });

  it('hands on the words and the link, and opens what comes of it', async () => {
    const ts = await post('x');
    await point(ts, '请 <@U0TESTBOT1> 转告：网贷机构 A &amp; B 月底前整改');
    const permalink = expect.stringContaining(bot.channel);
    expect(bot.asked).toEqual([
      {
        door: 'act',
        who: bot.user,
        action: 'task',
        input: { verb: 'new', text: '请 转告：网贷机构 A & B 月底前整改', permalink },
      },
    ]);
    expect(bot.slack.callsOf('views.open')).toHaveLength(1);
  });

  it.each<[string, Fault]>([
    ['refuses', { kind: 'error', error: 'channel_not_found' }],
    ['breaks', { kind: 'status', status: 503 }],
    ['keeps silent', { kind: 'hang' }],
  ])('does without the link where Slack %s, and still opens in time', async (_how, fault) => {
    bot.slack.fail('chat.getPermalink', fault);
    const ts = await post('x');
    const startedMs = Date.now();
    await point(ts, '整改');
    expect(bot.asked[0]).toMatchObject({ input: { verb: 'new', text: '整改' } });
    expect(bot.asked[0]).not.toHaveProperty('input.permalink');
    expect(bot.slack.callsOf('views.open')[0]?.answer).toMatchObject({ ok: true });
    expect(Date.now() - startedMs).toBeLessThan(2000);
  });

  it('calls people by the names of the campaign', async () => {
    await point(await post('x'), `<@${bot.user}> 请跟进`);
    expect(bot.asked[0]).toMatchObject({ input: { text: '@安警官 请跟进' } });
  });
});

describe('the words of a Slack message', () => {
  const names = new Map([['U1', '安警官']]);

  it.each([
    ['<@U1> 和 <@U2|李四>、<@U3>', '@安警官 和 @李四、@U3'],
    ['<@UBOT> 请督办', '请督办'],
    ['见 <#C1|整治通报>', '见 #整治通报'],
    ['<!channel> <!subteam^S1|@检查组>', '@channel @检查组'],
    ['<https://a.example/x|细则> <https://b.example>', '细则（https://a.example/x） https://b.example'],
    ['<mailto:an@loudi.example|an@loudi.example>', 'an@loudi.example'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
    ['&lt;@U1&gt;', '<@U1>'],
    ['第一行\n\n 第二行 ', '第一行\n\n 第二行'],
    ['< 没有 |闭合', '< 没有 |闭合'],
    ['', ''],
  ])('%s', (text, plain) => {
    expect(plainWords(text, names, 'UBOT')).toBe(plain);
  });
});
