// A question with several readings over signed HTTP: each button answers what it says, where it was asked, and a follow-up
// leans on what was chosen there. And follow-ups to /duban, which has no thread to tell conversations apart.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../support/http-player.ts';
import { openPlayedBot, type PlayedBot } from '../support/played-bot.ts';
import { directMessage, event, mention, nextTs, pressInMessage, slash } from '../support/signed-requests.ts';
import type { Json } from '../support/slack-stand-in.ts';

const WHICH_WEEK = '7月第二周谁没报';
const WHICH_BANK = '银行报了没有';

let played: PlayedBot;
beforeEach(async () => {
  played = await openPlayedBot('sqlite');
  await played.player.clockTo('2016-08-05 15:30');
}, 30_000);
afterEach(() => played.close());

const userOf = (who: string) => played.slack.userId(`${who}@loudi.example`);
const office = () => played.slack.channelId('整治办公室');
const lastPost = () => played.player.posts().at(-1)!;
const labelsIn = (blocks: unknown): string[] =>
  ((blocks as Json[]) ?? [])
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements }) => elements as { text: { text: string } }[])
    .map(({ text }) => text.text);

async function write(who: string, text: string) {
  const user = await userOf(who);
  const channel = await played.slack.directId(user);
  await event(played.bot.url, directMessage({ user, channel, text }));
  await played.bot.idle();
  return lastPost();
}

async function mentionIn(who: string, text: string, over: { ts?: string; threadTs?: string }) {
  const said = mention({ user: await userOf(who), channel: await office(), text, ...over });
  await event(played.bot.url, said);
  await played.bot.idle();
  return lastPost();
}

async function duban(who: string, text: string, channel: string): Promise<string> {
  const reply = await slash(played.bot.url, { user: await userOf(who), text, channel });
  await played.bot.idle();
  return wordsOf(reply.json);
}

describe('two readings within a whisker', () => {
  it('become two buttons that say what they ask, and each answers just that', async () => {
    const asked = await write('wen', WHICH_WEEK);
    const [first, second] = labelsIn(asked.blocks);
    expect(labelsIn(asked.blocks)).toHaveLength(2);
    expect(first).toMatch(/第2\d周|7月/);
    expect(first).not.toBe(second);
    await played.player.press('wen', asked, second!);
    const answered = lastPost();
    expect(answered.text).toContain('未报');
    await played.player.press('wen', asked, first!);
    expect(lastPost().text).not.toBe(answered.text);
  });

  it('in a direct message leave what was chosen to the follow-up', async () => {
    const asked = await write('wen', WHICH_BANK);
    await played.player.press('wen', asked, '娄底银监分局');
    const followed = await write('wen', '那上周呢');
    expect(wordsOf(followed.blocks)).toContain('娄底银监分局');
    expect(wordsOf(followed.blocks)).toContain('第30周');
  });

  it('in a thread are answered to whoever pressed, whose follow-up there leans on it; nobody else’s does', async () => {
    const ts = nextTs();
    const asked = await mentionIn('wen', WHICH_BANK, { ts });
    expect(asked.threadTs).toBe(ts);
    await played.player.press('jin', asked, '娄底银监分局');
    const told = played.slack.responses.at(-1)!;
    expect(told).toMatchObject({ response_type: 'ephemeral' });
    expect(wordsOf(told.blocks)).toContain('娄底银监分局');
    expect(wordsOf((await mentionIn('jin', '那上周呢', { threadTs: ts })).blocks)).toContain('第30周');
    expect((await mentionIn('wen', '那上周呢', { threadTs: ts })).text).toContain('没有“那上周呢”');
    expect((await mentionIn('jin', '那上周呢', {})).text).toContain('没有“那上周呢”');
  });

  it('whose button is forged is answered with a sentence, and nothing breaks', async () => {
    const asked = await write('wen', WHICH_BANK);
    const user = await userOf('wen');
    const values = [
      '{',
      '[]',
      '{"reading":{"intent":"who","units":["nobody"]}}',
      '{"reading":{"intent":7}}',
      '',
    ];
    for (const value of values) {
      const before = played.player.posts().length;
      const pressed = { user, channel: asked.channel, ts: asked.ts, actionId: 'do:ask:1', value };
      expect((await pressInMessage(played.bot.url, pressed)).status).toBe(200);
      await played.bot.idle();
      expect(played.player.posts().slice(before)).toHaveLength(1);
      expect(lastPost().text).toMatch(/请把问题再问一次/);
    }
  });
});

describe('/duban', () => {
  it('understands a follow-up of the same person in the same channel, and no other', async () => {
    const here = await office();
    expect(await duban('wen', '谁没交周报', here)).toContain('第31周');
    expect(await duban('wen', '那上周呢', here)).toContain('第30周');
    expect(await duban('jin', '那上周呢', here)).toContain('没有“那上周呢”');
    expect(await duban('wen', '那上周呢', 'C0000000001')).toContain('没有“那上周呢”');
  });

  it('leans on the choice that was pressed under its answer', async () => {
    const here = await office();
    const user = await userOf('wen');
    const reply = await slash(played.bot.url, { user, text: WHICH_BANK, channel: here });
    const [, { elements }] = reply.json!.blocks as [Json, { elements: Json[] }];
    const button = elements[1]!;
    await pressInMessage(played.bot.url, {
      user,
      channel: here,
      ephemeral: true,
      actionId: String(button.action_id),
      value: String(button.value),
      responseUrl: played.slack.responseUrl(),
    });
    await played.bot.idle();
    expect(played.slack.responses.at(-1)).toMatchObject({ replace_original: true });
    expect(await duban('wen', '那上周呢', here)).toMatch(/娄底银监分局.*第30周/s);
  });
});
