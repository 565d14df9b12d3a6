// A task's life over signed HTTP against a stand-in for Slack, on both engines: made from a message, signed for, fed back,
// submitted, returned, closed. Every post and every change in place is listed, by person.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Modal, type Player, type Post, wordsOf } from '../support/http-player.ts';
import { openPlayedBot, type PlayedBot } from '../support/played-bot.ts';
import type { SlackStandIn } from '../support/slack-stand-in.ts';
import { describeEngines } from '../support/stores.ts';

describeEngines("a task's life over HTTP", (engine) => {
  let played: PlayedBot;
  let slack: SlackStandIn;
  let player: Player;
  let office: string;
  let readUpdates = 0;
  let addressee: PlayedBot['addressee'];

  beforeAll(async () => {
    played = await openPlayedBot(engine);
    ({ slack, player, addressee } = played);
    office = await slack.channelId('整治办公室');
    await player.clockTo('2016-08-02 10:00');
  }, 60_000);
  afterAll(() => played?.close());

  const news = (): string[] => played.news();
  /** Whose messages were changed in place since the last look, each as often as it was. */
  const changed = (): string[] => {
    const fresher = slack.callsOf('chat.update').slice(readUpdates);
    readUpdates += fresher.length;
    expect(fresher.every(({ answer }) => answer?.ok)).toBe(true);
    return fresher.map(({ args }) => addressee.get(String(args.channel)) ?? String(args.channel)).sort();
  };
  const cardOf = async (who: string): Promise<Post> => {
    const found = (await player.inbox(who)).find(({ text }) => text.includes('清理广告'));
    if (!found) throw new Error(`${who} has no card of the task`);
    return found;
  };
  const blocksNow = (post: Post): string =>
    wordsOf(
      slack
        .callsOf('chat.update')
        .findLast(({ args }) => args.channel === post.channel && args.ts === post.ts)?.args.blocks,
    );
  let form: Modal;
  const initialOf = (field: string): unknown => {
    const block = form.view.blocks.find(({ block_id }) => String(block_id).startsWith(`${field}~`));
    return (block?.element as { initial_value?: unknown } | undefined)?.initial_value;
  };

  it('begins with the words of a message, and keeps its link outside the words', async () => {
    const text = '清理广告 &amp; 户外宣传，本月 12 日前办完';
    const posted = await slack.call('chat.postMessage', { channel: office, text });
    form = await player.makeTask('wen', { channel: office, ts: String(posted.ts), text });
    expect(`${initialOf('title')} ${initialOf('ask')}`).toContain('清理广告 & 户外宣传，本月 12 日前办完');
    expect(String(form.view.private_metadata)).toContain('/archives/');
    expect(String(form.view.private_metadata)).not.toContain('户外宣传');
  });

  it('comes back with each mistake at its field, and nothing is told', async () => {
    const reply = await player.submit('wen', form, {
      title: '清理广告',
      lead: 'gaj',
      dueOn: '2016-08-01',
    });
    expect(reply.json).toMatchObject({ response_action: 'errors' });
    expect(Object.keys(reply.json?.errors as object).map((key) => key.split('~')[0])).toEqual(['dueOn']);
    expect(news()).toEqual([]);
  });

  it("is told to the lead unit's liaison and deputy and the co-operating unit's liaison", async () => {
    const reply = await player.submit('wen', form, {
      title: '清理广告',
      ask: '清理户外违规广告',
      lead: 'gaj',
      helpers: 'gsj',
      dueOn: '2016-08-12',
    });
    expect(wordsOf(reply.json)).toContain('督办〔2016〕1号');
    expect(wordsOf((await cardOf('an')).blocks)).toMatch(/<http[^|]+\/archives\/[^|]+\|来源：/);
    expect(news()).toEqual([
      expect.stringMatching(/^an\.b: .*清理广告/),
      expect.stringMatching(/^an: .*清理广告/),
      expect.stringMatching(/^shang: .*清理广告/),
    ]);
    expect(changed()).toEqual([]);
  });

  it('is signed for by a press; every card of it changes in place, and nobody is written to', async () => {
    await player.press('an', await cardOf('an'), '签收');
    expect(changed()).toEqual(['an', 'an.b', 'shang']);
    expect(blocksNow(await cardOf('an.b'))).toContain('办理中');
    expect(news()).toEqual([expect.stringMatching(/^an: 已签收：督办〔2016〕1号/)]);
  });

  it('signed for again by the deputy says who did, and changes nothing', async () => {
    await player.press('an.b', await cardOf('an.b'), '签收');
    expect(news()).toEqual([expect.stringMatching(/^an\.b: .*安警官.*签收/s)]);
    expect(changed()).toEqual([]);
  });

  it('is fed back; the office hears of it', async () => {
    await player.clockTo('2016-08-03 15:00');
    news();
    const feedBack = await player.askForForm('an', '督办 反馈 1');
    await player.submit('an', feedBack, { percent: '６０％', text: '已清理 30 处。' });
    expect(news()).toEqual([expect.stringMatching(/^wen: .*清理广告/)]);
    expect(changed()).toEqual(['an', 'an.b', 'shang']);
  });

  it("is not another unit's to look at or to sign for", async () => {
    for (const words of ['督办 查看 1', '督办 签收 1'])
      expect(wordsOf(await player.ask('lou', words))).toMatch(/承办|开放/);
    expect(news()).toEqual([]);
  });

  it('is submitted, returned with a reason and a new date, and submitted again', async () => {
    await player.submit('an', await player.askForForm('an', '督办 提请办结 1'), { text: '全部清理。' });
    expect(news()).toEqual([expect.stringMatching(/^wen: .*清理广告/)]);
    await player.submit('wen', await player.askForForm('wen', '督办 退回 1'), {
      reason: '缺照片',
      until: '2016-08-15',
    });
    expect(news()).toEqual([
      expect.stringMatching(/^an\.b: .*清理广告/),
      expect.stringMatching(/^an: .*清理广告/),
    ]);
    expect(blocksNow(await cardOf('an'))).toContain('缺照片');
    await player.submit('an', await player.askForForm('an', '督办 提请办结 1'), { text: '照片已附。' });
    news();
    changed();
  });

  it('is closed by one of the office; a second one reads who closed it and keeps what was typed', async () => {
    const [first, second] = [
      await player.askForForm('wen', '督办 办结 1'),
      await player.askForForm('jin', '督办 退回 1'),
    ];
    await player.submit('wen', first, { text: '照片 30 张，存档' });
    expect(news()).toEqual([
      expect.stringMatching(/^an\.b: .*清理广告/),
      expect.stringMatching(/^an: .*清理广告/),
      expect.stringMatching(/^shang: .*清理广告/),
    ]);
    expect(new Set(changed())).toEqual(new Set(['an', 'an.b', 'shang', 'wen']));
    const reply = await player.submit('jin', second, { reason: '再核一次', until: '2016-08-19' });
    expect(reply.json).toMatchObject({ response_action: 'push' });
    expect(wordsOf(reply.json)).toMatch(/文书一.*办结/s);
    expect(news()).toEqual([]);
  });

  it('never posted one thing twice', () => {
    const keys = slack
      .callsOf('chat.postMessage')
      .flatMap(
        ({ args }) =>
          (args.metadata as { event_payload?: { key?: string } } | undefined)?.event_payload?.key ?? [],
      );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
