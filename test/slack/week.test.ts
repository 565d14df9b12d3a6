// The week of the sample campaign, lived through over signed HTTP against a stand-in for Slack, on both engines: people
// are reminded, report, are chased; the bulletin is drafted, approved, published and corrected. Every message that is
// posted is listed, by person and minute.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Player, wordsOf } from '../support/http-player.ts';
import { openPlayedBot, type PlayedBot } from '../support/played-bot.ts';
import type { SlackStandIn } from '../support/slack-stand-in.ts';
import { describeEngines } from '../support/stores.ts';

const LIAISONS = ['yin', 'jian', 'shang', 'an', 'liang', 'lou', 'leng', 'lian', 'shuang', 'xin'];
const REPORT = {
  progress: '完成摸底排查两轮。',
  'figure:checked': '12',
  'figure:problems': '４',
  'figure:rectified': '2个',
  'figure:transferred': '0',
  next: '继续整改。',
};

describeEngines('the week over HTTP', (engine) => {
  let played: PlayedBot;
  let slack: SlackStandIn;
  let player: Player;
  let addressee: PlayedBot['addressee'];

  beforeAll(async () => {
    played = await openPlayedBot(engine);
    ({ slack, player, addressee } = played);
    addressee.set(await slack.channelId('整治通报'), '#整治通报');
  }, 60_000);
  afterAll(() => played?.close());

  const news = (): string[] => played.news();
  const at9 = (day: string) => player.clockTo(`2016-08-${day} 09:00`);
  const reportTitle = '工作进展周报（第31周，8月1日—7日）';
  const NAMES: Record<string, string> = {
    yin: '人民银行娄底市中心支行',
    jian: '娄底银监分局',
    shang: '市工商局',
    an: '市公安局',
    'an.b': '市公安局',
    'an.head': '市公安局',
    liang: '市商务粮食局',
    lou: '娄星区人民政府',
    leng: '冷水江市人民政府',
    lian: '涟源市人民政府',
    shuang: '双峰县人民政府',
    xin: '新化县人民政府',
  };
  const remindedBefore = (who: string[], when: string) =>
    who.map((name) => `${name}: ${when} 17:00 前请报送：${reportTitle}，${NAMES[name]}。`).sort();

  it('begins silently: nothing is due on Tuesday', () => expect(news()).toEqual([]));

  it('Wednesday 09:00: every liaison hears of Friday', async () => {
    await at9('03');
    expect(news()).toEqual(remindedBefore(LIAISONS, '8月5日 周五'));
  });

  it('Thursday 09:00: and once more; the office hears of its bulletin', async () => {
    await at9('04');
    const [toOffice, ...others] = news().sort(
      (a, b) => Number(b.startsWith('wen')) - Number(a.startsWith('wen')),
    );
    expect(toOffice).toBe('wen: 8月8日 周一 12:00 前请发布：情况通报（第32周，8月8日—14日），市政府金融办。');
    expect(others.sort()).toEqual(remindedBefore(LIAISONS, '明天'));
  });

  it('a liaison fills in the form of the reminder and gets a receipt at once', async () => {
    await player.clockTo('2016-08-04 10:00');
    const form = await player.openForm('yin', '填报');
    expect((await player.submit('yin', form, REPORT)).json).toMatchObject({ response_action: 'update' });
    expect(news()).toEqual([
      expect.stringMatching(/^yin: .*已收到人民银行娄底市中心支行第31周工作进展周报.*按时/),
    ]);
  });

  it('a form with mistakes comes back with each at its field, and nothing is filed', async () => {
    const form = await player.openForm('jian', '填报');
    const reply = await player.submit('jian', form, { ...REPORT, 'figure:checked': '十二', next: '' });
    expect(reply.json).toMatchObject({ response_action: 'errors' });
    expect(Object.keys(reply.json?.errors as object).map((key) => key.split('~')[0])).toEqual([
      'figure:checked',
      'next',
    ]);
    expect(news()).toEqual([]);
  });

  it('another has nothing to report, in a tap and a confirmation', async () => {
    const form = await player.openForm('jian', '零报告');
    await player.submit('jian', form);
    expect(news()).toEqual([expect.stringMatching(/^jian: .*娄底银监分局第31周.*零报告/)]);
  });

  it('the deputy files for the bureau by a typed command', async () => {
    const form = await player.askForForm('an.b', '填报');
    await player.submit('an.b', form, REPORT);
    expect(news()).toEqual([expect.stringMatching(/^an\.b: .*已收到市公安局第31周/)]);
  });

  it('the same form submitted twice is filed once', async () => {
    const form = await player.askForForm('liang', '填报');
    await player.submit('liang', form, REPORT);
    await player.submit('liang', form, REPORT);
    expect(news()).toEqual([expect.stringMatching(/^liang: .*已收到市商务粮食局第31周/)]);
  });

  const MISSING = ['lian', 'leng', 'lou', 'shang', 'shuang', 'xin'];

  it('Friday 15:00: the last call reaches those who still owe, and nobody else', async () => {
    await at9('05');
    expect(news()).toEqual([
      'wen: 8月8日 周一 12:00 前请发布：情况通报（第32周，8月8日—14日），市政府金融办。',
    ]);
    await player.clockTo('2016-08-05 15:00');
    expect(news()).toEqual(remindedBefore(MISSING, '今天'));
  });

  it('the office asks who is missing and chases them; nobody is chased twice in two hours', async () => {
    const answer = await player.ask('wen', '谁还没交周报');
    expect(wordsOf(answer)).toMatch(/应报 10 · 已报 4（零报告 1） · 未报 6/);
    await player.pressIn('wen', answer, '催报');
    expect(news()).toEqual(
      MISSING.map((who) => `${who}: 催报：请报送${NAMES[who]}第31周工作进展周报。`).sort(),
    );
    expect(wordsOf(await player.ask('wen', '催报'))).toMatch(/两小时|2 ?小时/);
    expect(news()).toEqual([]);
  });

  it('others report, one by telephone; a liaison cannot file for a unit that is not theirs', async () => {
    for (const who of ['lou', 'leng', 'lian'])
      await player.submit(who, await player.openForm(who, '填报'), REPORT);
    expect(news().length).toBe(3);
    const form = await player.askForForm('wen', '填报 新化县');
    await player.submit('wen', form, { ...REPORT, phonedBy: '新小化' });
    expect(news().map((line) => line.slice(0, 4))).toEqual(['wen:', 'xin:']);
    expect(wordsOf(await player.ask('shang', '查看 市公安局'))).toMatch(
      /只对该单位、办公室、组领导和督查开放/,
    );
  });

  it('Friday 17:00: the two that did not report hear that the deadline has passed', async () => {
    await player.clockTo('2016-08-05 17:00');
    expect(news()).toEqual(
      ['shang', 'shuang'].map(
        (who) => `${who}: ${NAMES[who]}第31周工作进展周报尚未报送，已过截止时间（8月5日 周五 17:00）。`,
      ),
    );
  });

  it('one reports late and is told so', async () => {
    await player.clockTo('2016-08-06 10:20');
    await player.submit('shuang', await player.openForm('shuang', '填报'), REPORT);
    expect(news()).toEqual([expect.stringMatching(/^shuang: .*已收到双峰县人民政府第31周.*迟报/)]);
  });

  it('Monday 08:30: the bulletin lies drafted; 09:00: the office hears who is still missing', async () => {
    await player.clockTo('2016-08-08 08:30');
    expect(news()).toEqual([expect.stringMatching(/^wen: .*通报.*初稿/)]);
    await at9('08');
    expect(news()).toEqual([expect.stringMatching(/^wen: 工作进展周报（第31周，8月1日—7日）：1 家尚未报送/)]);
  });

  it('the office previews, approves and publishes; the channel gets the head and its thread', async () => {
    const preview = await player.ask('wen', '通报');
    expect(wordsOf(preview)).toMatch(/应报 10/);
    expect(wordsOf(await player.ask('wen', '通报 发布'))).toMatch(/批准/);
    const approved = await player.pressIn('wen', preview, '批准');
    await player.pressIn('wen', approved, '发布');
    const channel = await slack.channelId('整治通报');
    const [head, ...parts] = player.posts().filter((post) => post.channel === channel);
    expect(head?.text).toMatch(/第1期/);
    expect(wordsOf(head?.blocks)).toMatch(/应报 10 家，按时 8 家（80%.*迟报 1 家，未报 1 家/s);
    expect(parts.length).toBeGreaterThanOrEqual(2);
    expect(parts.every(({ threadTs }) => threadTs === head?.ts)).toBe(true);
    news();
  });

  it('what is published is not asked for any more, and only corrected by number', async () => {
    await player.clockTo('2016-08-08 12:00');
    expect(news()).toEqual([]);
    const form = await player.askForForm('wen', '通报 更正');
    await player.submit('wen', form, { text: '娄星区排查机构数应为 13 家。' });
    expect(news()).toEqual([expect.stringMatching(/^#整治通报: .*更正/)]);
  });

  it('Tuesday 09:00: the director hears of the unit that never reported', async () => {
    await at9('09');
    expect(news()).toEqual([expect.stringMatching(/^jin: .*1 家尚未报送/)]);
  });

  it('never posted one thing twice', () => {
    const keys = slack
      .callsOf('chat.postMessage')
      .map(({ args }) =>
        JSON.stringify(
          (args.metadata as { event_payload?: { key?: string } } | undefined)?.event_payload?.key ??
            Math.random(),
        ),
      );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
