// Questions asked in a channel over signed HTTP: what everybody on the roster may see is answered in the thread, what the
// asker sees more of goes to the asker alone, and the word left in the thread gives nothing of it away.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Player, wordsOf } from '../support/http-player.ts';
import { openPlayedBot, type PlayedBot } from '../support/played-bot.ts';
import { event, mention, nextTs } from '../support/signed-requests.ts';
import type { Call } from '../support/slack-stand-in.ts';

const LEADER = 'zhou.zheng';
const OFFICE = 'wen';
const LIAISON = 'an';
const WORD_IN_THREAD = '答复已单独发给提问人。';

let played: PlayedBot;
let player: Player;
let channel: string;
let seen: number;

beforeAll(async () => {
  played = await openPlayedBot('sqlite');
  player = played.player;
  channel = await played.slack.channelId('整治办公室');
  await player.clockTo('2016-08-03 09:30');
  await player.submit(LIAISON, await player.askForForm(LIAISON, '填报 周报'), {
    progress: '已排查网贷平台',
    'figure:checked': '37',
    'figure:problems': '4',
    'figure:rectified': '2',
    'figure:transferred': '0',
    next: '下周复查',
  });
  await player.clockTo('2016-08-10 15:30');
}, 60_000);
afterAll(() => played.close());
beforeEach(() => {
  seen = played.slack.calls.length;
});

const asked = async (who: string, text: string, over: { ts?: string; threadTs?: string } = {}) => {
  const user = await played.slack.userId(`${who}@loudi.example`);
  await event(played.bot.url, mention({ user, channel, text, ...over }));
  await played.bot.idle();
  const said = (method: string): Call[] =>
    played.slack.calls.slice(seen).filter((call) => call.method === method && call.args.channel === channel);
  return { user, open: said('chat.postMessage'), alone: said('chat.postEphemeral') };
};

describe('in a channel', () => {
  it.each([
    ['市公安局上周排查了多少家', '37'],
    ['上周一共排查了多少家', '37'],
    ['市公安局上周周报写了什么', '已排查网贷平台'],
  ])(
    '%s is answered to the leader alone, with a word in the thread that gives nothing away',
    async (text, secret) => {
      const ts = nextTs();
      const { user, open, alone } = await asked(LEADER, text, { ts });
      expect(alone).toHaveLength(1);
      expect(alone[0]!.args).toMatchObject({ user });
      expect(wordsOf(alone[0]!.args.blocks)).toContain(secret);
      expect(open.map(({ args }) => [args.thread_ts, args.text])).toEqual([[ts, WORD_IN_THREAD]]);
      expect(JSON.stringify(open[0]!.args)).not.toMatch(/37|公安|排查/);
    },
  );

  it.each(['有什么红灯', '哪些督办逾期了', '我下周要交什么', '督办列表', '名册 市公安局', '日志'])(
    '%s goes to the office alone',
    async (text) => {
      const { open, alone } = await asked(OFFICE, text);
      expect(alone).toHaveLength(1);
      expect(open.map(({ args }) => args.text)).toEqual([WORD_IN_THREAD]);
    },
  );

  it.each(['谁还没交周报', '市公安局报了没有', '本月哪些单位迟报了', '上周各单位按时率'])(
    '%s is answered in the thread, whoever asks',
    async (text) => {
      for (const who of [LEADER, OFFICE, LIAISON]) {
        seen = played.slack.calls.length;
        const ts = nextTs();
        const { open, alone } = await asked(who, text, { ts });
        expect(alone).toEqual([]);
        expect(open.map(({ args }) => args.thread_ts)).toEqual([ts]);
        expect(JSON.stringify(open[0]!.args)).not.toContain('37');
      }
    },
  );

  it('a follow-up in the thread of a private answer leans on it, and is private too', async () => {
    const ts = nextTs();
    await asked(LEADER, '市公安局本周排查了多少家', { ts });
    seen = played.slack.calls.length;
    const { open, alone } = await asked(LEADER, '那上周呢', { threadTs: ts });
    expect(alone.map(({ args }) => args.thread_ts)).toEqual([ts]);
    expect(wordsOf(alone[0]!.args.blocks)).toContain('37');
    expect(open.map(({ args }) => args.text)).toEqual([WORD_IN_THREAD]);
  });

  it('the figures of another unit are refused to a liaison, without saying them', async () => {
    const { open, alone } = await asked('shang', '市公安局上周排查了多少家');
    expect(JSON.stringify([...open, ...alone])).not.toContain('37');
    expect(open).toHaveLength(1);
  });

  it.each(['user_not_in_channel', 'channel_not_found'])(
    'where Slack refuses to show it there to the asker alone (%s), it goes to their direct message',
    async (error) => {
      played.slack.fail('chat.postEphemeral', { kind: 'error', error }, 1);
      const ts = nextTs();
      const { user, open } = await asked(LEADER, '市公安局上周排查了多少家', { ts });
      expect(open.map(({ args }) => [args.thread_ts, args.text])).toEqual([[ts, WORD_IN_THREAD]]);
      const direct = await played.slack.directId(user);
      const said = played.slack.calls
        .slice(seen)
        .filter(({ method, args }) => method === 'chat.postMessage' && args.channel === direct);
      expect(said.map(({ args }) => wordsOf(args.blocks))).toEqual([expect.stringContaining('37')]);
    },
  );
});
