// What nobody should type, on every surface where words are typed, over signed HTTP: one reply each, in words, and nothing
// of what was typed comes back as markup that calls people or hides what it says.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPlayedBot, type PlayedBot } from '../support/played-bot.ts';
import { directMessage, event, interact, mention, nextTs, slash } from '../support/signed-requests.ts';
import type { Json } from '../support/slack-stand-in.ts';

const LIAISON = 'an';

let played: PlayedBot;
let user: string;
let direct: string;
let channel: string;

beforeAll(async () => {
  played = await openPlayedBot('sqlite');
  await played.player.clockTo('2016-08-05 15:30');
  user = await played.slack.userId(`${LIAISON}@loudi.example`);
  direct = await played.slack.directId(user);
  channel = await played.slack.channelId('整治办公室');
}, 60_000);
afterAll(() => played.close());

/** What Slack hands on of a text: its three control characters are escaped, mentions of everybody are markup. */
const BAD: Record<string, string> = {
  nothing: '',
  'only spaces': '　 \t ',
  '3000 characters': '谁没报'.repeat(1000),
  '3000 characters without a space': 'x'.repeat(3000),
  'only emoji': '😀🎉👨‍👩‍👧‍👦:tada:',
  'a block of code': '```\nDROP TABLE obligation; -- 谁没报\n```',
  'a line of code': '`rm -rf /`',
  'a call to the channel': '<!channel> 谁没交周报',
  'a call to everybody here': '<!here> 胡言乱语',
  'a call to everyone': '<!everyone> @everyone @channel 胡言乱语',
  'a call to a group': '<!subteam^S123|@leaders> 胡言乱语',
  'somebody else': '<@U0SOMEBODY> 胡言乱语',
  'a spoofed link': '<https://evil.example|市公安局> 胡言乱语',
  'escaped markup': '&lt;!channel&gt; 胡言乱语 &amp;amp;',
  'control characters': '胡\u0000言\u0007乱\u001b[31m语\u0008',
  'bidi characters': '胡\u202e言乱\u2066语\u200b\u2069\ufeff',
  'lone surrogates': '胡言\ud800乱语\udc00',
  'a unit of another campaign': '清远市公安局报了没',
  'a period before the campaign': '2015年3月谁迟报了',
  'a week that no year has': '第99周谁没报',
  'bold and quotes': '*胡* _言_ ~乱~\n> 语',
  'an object': '{"intent":"who"} {{7*7}} __proto__ constructor',
};

type Said = { text: string; blocks: unknown };
let before: number;
let responded: number;
beforeEach(() => {
  before = played.slack.calls.length;
  responded = played.slack.responses.length;
});

/** Everything that was said since the test began, wherever. */
function saidSince(acknowledged: Json | null): Said[] {
  const calls = played.slack.calls.slice(before);
  const posts = calls.filter(({ method }) => ['chat.postMessage', 'chat.postEphemeral'].includes(method));
  const modals = calls.filter(({ method }) => method === 'views.open').map(({ args }) => args.view as Json);
  return [
    ...posts.map(({ args }) => args),
    ...modals.map(({ blocks }) => ({ text: 'modal', blocks })),
    ...played.slack.responses.slice(responded),
    ...(acknowledged ? [acknowledged] : []),
  ] as Said[];
}

const CALLS = /<!(?:channel|here|everyone|subteam)|<@U0SOMEBODY|<https:\/\/evil/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come back
const HIDES = /[\u0000-\u0008\u000b-\u001f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/u;

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
};

function expectOneDecentReply(said: readonly Said[]): void {
  expect(said).toHaveLength(1);
  const [{ text, blocks }] = said as [Said];
  expect(text.trim()).not.toBe('');
  expect((blocks as unknown[]).length).toBeGreaterThan(0);
  for (const each of textsIn([text, blocks])) {
    expect(each).not.toMatch(CALLS);
    expect(each).not.toMatch(HIDES);
    expect(each).not.toMatch(/ at .+\.ts:\d+|undefined|\[object/);
  }
}

const cases = Object.entries(BAD);

describe.each(cases)('%s', (_, text) => {
  it('in a direct message is answered once', async () => {
    await event(played.bot.url, directMessage({ user, channel: direct, text }));
    await played.bot.idle();
    expectOneDecentReply(saidSince(null));
  });

  it('in a mention is answered once, in the thread or to the asker with a word in the thread', async () => {
    await event(played.bot.url, mention({ user, channel, text }));
    await played.bot.idle();
    const said = saidSince(null);
    const word = said.filter((each) => each.text === '答复已单独发给提问人。');
    expectOneDecentReply(said.filter((each) => !word.includes(each)));
  });

  it('after /duban is answered once', async () => {
    const triggerId = await played.slack.trigger(user);
    const responseUrl = played.slack.responseUrl();
    const reply = await slash(played.bot.url, { user, text, triggerId, responseUrl, channel });
    await played.bot.idle();
    expect(reply.status).toBe(200);
    expectOneDecentReply(saidSince(reply.json));
  });

  it('in the box on Home is answered once', async () => {
    const reply = await interact(played.bot.url, {
      type: 'block_actions',
      user: { id: user, username: LIAISON, team_id: 'T0TEST' },
      api_app_id: 'A0TESTAPP1',
      team: { id: 'T0TEST', domain: 'test' },
      container: { type: 'view', view_id: 'V1' },
      trigger_id: await played.slack.trigger(user),
      view: {
        id: 'V1',
        type: 'home',
        callback_id: '',
        private_metadata: '',
        blocks: [],
        state: { values: {} },
      },
      actions: [
        {
          type: 'plain_text_input',
          block_id: 'ask',
          action_id: 'words',
          value: text || null,
          action_ts: nextTs(),
        },
      ],
    });
    await played.bot.idle();
    expect(reply.status).toBe(200);
    expectOneDecentReply(saidSince(null));
  });
});

describe('what Slack makes of a text is taken back before it is read', () => {
  const answerTo = async (text: string): Promise<string> => {
    await event(played.bot.url, directMessage({ user, channel: direct, text }));
    await played.bot.idle();
    return String(saidSince(null)[0]?.text);
  };

  it.each(['<!channel> 谁没交周报', '谁没交周报 <!here>', '<!subteam^S123|@leaders> 谁没交周报'])(
    '%s is the question in it',
    async (text) => {
      expect(await answerTo(text)).toContain('第31周');
    },
  );

  it('an address is the address', async () => {
    expect(await answerTo('胡言 <mailto:a@b.example|a@b.example>')).toContain('“胡言 a@b.example”');
  });

  it('what was typed with signs of its own stays as it was typed', async () => {
    expect(await answerTo('胡言 a &amp; b &lt;3')).toContain('“胡言 a &amp; b &lt;3”');
  });

  it('what is far too long is not said back whole', async () => {
    expect([...(await answerTo('胡言'.repeat(1000)))].length).toBeLessThan(200);
  });
});
