// The rules of reading a question, one by one: names, days, permission, follow-ups, and when to ask back.

import { describe, expect, it } from 'vitest';
import { createReader } from '../../commands/ask/reader.ts';
import type { Read, Slots } from '../../commands/ask/reading.ts';
import { postingOf, sampleCampaign } from '../ask/score.ts';
import { at } from '../support/builders.ts';

const reader = createReader(sampleCampaign());
const read = (text: string, as = 'office_staff:jrb', context?: string, now = '2016-08-05 16:00'): Read =>
  reader.read({ text, now: at(now), postings: [postingOf(as)], ...(context !== undefined && { context }) });
const slots = (got: Read): Slots => ('intent' in got ? got : {});
const unitsIn = (text: string) => slots(read(text)).units;

describe('a unit', () => {
  it.each([
    ['银监分局报了没', ['yjfj']],
    ['人行、银监、工商都报了吗', ['rmyh', 'yjfj', 'gsj']],
    ['娄底市公安局进展', ['gaj']],
    ['各县市区谁没报', ['lxq', 'lsj', 'lys', 'sfx', 'xhx']],
    ['銀監分局報了沒', ['yjfj']],
    ['has the police filed the weekly report', ['gaj']],
  ])('is named in many ways: %s', (text, ids) => expect(unitsIn(text)).toEqual(ids));

  it.each([
    ['市公案局报了没', 'gaj'],
    ['双锋县报了没', 'sfx'],
    ['商务粮实局报了没', 'swlsj'],
    ['冷水疆市报了没', 'lsj'],
    ['涟原报了没', 'lys'],
    ['did Louxin file the weekly report', 'lxq'],
  ])('is known when a character is mistyped by its sound: %s', (text, id) =>
    expect(unitsIn(text)).toEqual([id]),
  );

  it.each([
    '市税务局',
    '工信局',
    '市公路局',
    '双牌县',
    '省公安厅',
    '省银监局',
    '娄星区公安局',
    '市法院',
    '经开区',
  ])('is never guessed from a body that only looks like it: %s', (body) =>
    expect(read(`${body}报了没`)).toEqual({ refuse: 'unknown_unit' }),
  );

  it.each(['长沙', '清远市公安局', '人行清远中支', '广东省'])(
    'of elsewhere is another campaign: %s',
    (body) => expect(read(`${body}报了没`)).toEqual({ refuse: 'other_campaign' }),
  );

  it('that several share by a word is asked for', () => {
    const got = read('银行报了没有');
    expect('clarify' in got && got.clarify.map(({ units }) => units)).toEqual([['rmyh'], ['yjfj']]);
  });

  it('of which only one character is said is asked for, where it fits two', () => {
    const got = read('商局上周报了吗');
    expect('clarify' in got && got.clarify.map(({ units }) => units)).toEqual([['gsj'], ['swlsj']]);
  });

  it.each([
    ['工安局报了没', [['gsj'], ['gaj']]],
    ['市公商局报了没', [['gsj'], ['gaj']]],
  ])('that is one character from two is asked for: %s', (text, units) => {
    const got = read(text);
    expect('clarify' in got && got.clarify.map((each) => each.units)).toEqual(units);
  });

  it.each([
    ['我们有逾期的吗', 'overdue'],
    ['who filed our weekly last week', 'history'],
    ['how many problems did we find last month', 'figures'],
    ['我们上周周报改过几次', 'history'],
  ])('is one’s own where we ask: %s', (text, intent) =>
    expect(read(text, 'liaison:gsj')).toMatchObject({ intent, units: ['gsj'] }),
  );

  it('is nobody’s where the office asks for us all, or one asks for himself', () => {
    expect(read('我们有逾期的吗')).not.toHaveProperty('units');
    expect(read('给我看看逾期的', 'liaison:gsj')).not.toHaveProperty('units');
  });

  it('of one’s own needs no name', () => {
    expect(read('我们局上周周报写了什么', 'liaison:gaj')).toMatchObject({ intent: 'latest', units: ['gaj'] });
  });
});

describe('what is asked', () => {
  it.each<[text: string, wanted: Record<string, unknown>, now?: string]>([
    ['有没有报过第40周', { intent: 'who', state: 'reported', period: '2016-W40' }, '2016-10-20 10:00'],
    ['我还有哪些没补上', { intent: 'mine' }],
    ['上周过了点才报的有谁', { intent: 'who', state: 'late' }],
    ['没能按时完成报送的单位', { intent: 'who', state: 'late' }],
    ['who met the deadline last week', { intent: 'who', state: 'on_time' }],
    ['本周weekly还有谁没submit', { intent: 'who', state: 'missing', duty: 'weekly' }],
    ['下个月该报什么', { intent: 'due', from: '2016-09-01', to: '2016-09-30' }],
    ['what falls due in the next ten days', { intent: 'due', from: '2016-08-05', to: '2016-08-15' }],
    ['准点报送的比例', { intent: 'timeliness' }],
    ['公安局一般准时吗', { intent: 'timeliness', units: ['gaj'] }],
    ['how did the deadline of task 3 change', { intent: 'history', task: 3 }],
    ['how many problems have been put right', { intent: 'figures', figure: ['rectified'] }],
    ['name of the liaison over at 新化县', { intent: 'contact', units: ['xhx'], kind: 'liaison' }],
    ['会商决定里带“黑名单”字样的', { intent: 'search', query: '黑名单', kind: 'decisions' }],
    ['make this a task', { intent: 'act', command: 'task' }],
    ['把周报截止时间改到周四', { intent: 'act', command: 'settings' }],
    ['通知各单位周四前交', { intent: 'act', command: 'chase' }],
  ])('is read by what the words mean: %s', (text, wanted, now) =>
    expect(
      read(text, text.startsWith('我') ? 'liaison:gaj' : 'office_director:jrb', undefined, now),
    ).toMatchObject(wanted),
  );

  it('of all and of those who have not is one question', () => {
    expect(read('排查汇总信息收齐没？没齐的话缺哪家')).toMatchObject({
      intent: 'who',
      duty: 'survey-summary',
    });
  });

  it('has no unit where only a place is named', () => {
    expect(slots(read('急报！几十个投资人堵在区政府门口', 'liaison:lxq')).units).toBeUndefined();
  });
});

describe('a time', () => {
  it.each([
    ['那周谁没报 第31周', '2016-08-05 16:00', '2016-W31'],
    ['第52周谁没报', '2017-01-10 09:00', '2016-W52'],
    ['12月谁没报', '2017-01-10 09:00', '2016-12'],
    ['上个月谁没报', '2017-01-10 09:00', '2016-12'],
    ['上周谁没报', '2017-01-03 09:00', '2016-W52'],
    ['who was late in October', '2016-11-16 09:00', '2016-10'],
  ])('without a year lies in the campaign: %s at %s', (text, now, period) =>
    expect(slots(read(text, 'leader', undefined, now)).period).toBe(period),
  );

  it.each([
    ['下周要交什么', '2016-08-08', '2016-08-14'],
    ['明天要交什么', '2016-08-06', '2016-08-06'],
    ['8月8日到8月15日要交的', '2016-08-08', '2016-08-15'],
    ['三天内到期的', '2016-08-05', '2016-08-08'],
    ["what's due next Friday", '2016-08-12', '2016-08-12'],
    ['8月10日前要报什么', undefined, '2016-08-10'],
    ['本月底前要报什么', undefined, '2016-08-31'],
    ['what must be in by 30 November', undefined, '2016-11-30'],
  ])('of what falls due is told in days: %s', (text, from, to) => {
    const { from: first, to: last } = slots(read(text, 'liaison:gaj'));
    expect([first, last]).toEqual([from, to]);
  });

  it.each(['一季度移送了多少条线索', '1月份谁迟报了', 'Q1 problems found'])(
    'whose namesake the campaign only has next year is the one gone by: %s',
    (text) => expect(read(text)).toEqual({ refuse: 'before_campaign' }),
  );

  it('of half a year is the half in which the campaign has run', () => {
    expect(slots(read('上半年整改了多少', 'leader', undefined, '2016-09-20 10:00')).from).toBe('2016-01-01');
  });

  it('before the campaign is refused', () => {
    expect(read('5月份谁迟报了')).toEqual({ refuse: 'before_campaign' });
  });

  it.each(['10月初之前要报什么', '7月第二周谁没报'])('without an agreed meaning is asked for: %s', (text) =>
    expect(read(text)).toHaveProperty('clarify'),
  );
});

describe('permission', () => {
  it.each([
    ['工商局上周周报写了什么', 'liaison:gaj'],
    ['看审计日志', 'leader'],
    ['催一下工商局', 'liaison:gaj'],
    ['批准通报', 'inspector'],
    ['给我安警官的完整手机号，别打码', 'liaison:xhx'],
    ['新建督办', 'head:gaj'],
  ])('refuses what the role never gets: %s as %s', (text, as) =>
    expect(read(text, as)).toEqual({ refuse: 'forbidden' }),
  );

  it.each([
    ['工商局上周周报写了什么', 'leader'],
    ['工商局上周周报写了什么', 'liaison:gsj'],
    ['看审计日志', 'inspector'],
    ['新建督办', 'leader'],
    ['督办3号申请延期', 'liaison:gaj'],
    ['谁没交周报', 'liaison:gaj'],
  ])('lets pass what it may: %s as %s', (text, as) => expect(read(text, as)).toHaveProperty('intent'));
});

describe('a follow-up', () => {
  it.each([
    ['那上周呢', '谁没交周报', { intent: 'who', state: 'missing', duty: 'weekly', period: '2016-W30' }],
    ['娄星区呢', 'p2p进展怎么样', { intent: 'status', units: ['lxq'] }],
    ['8号呢', '督办7号怎么样了', { intent: 'task', task: 8 }],
    ['谁签收的', '督办7号怎么样了', { intent: 'history', task: 7 }],
    ['它什么时候到期', '督办8号怎么样了', { intent: 'task', task: 8 }],
    ['催他们', '本周谁没交周报', { intent: 'act', command: 'chase', duty: 'weekly', period: '2016-W31' }],
    ['那羊毛党呢', '哪些报告提到资金池', { intent: 'search', query: '羊毛党', kind: 'reports' }],
  ])('%s after %s', (text, context, wanted) =>
    expect(read(text, 'office_staff:jrb', context)).toMatchObject(wanted),
  );

  it('that is a question of its own keeps nothing of the one before', () => {
    expect(read('下次会商什么时候开', 'leader', '上周谁没交周报')).toMatchObject({
      intent: 'consultation_next',
    });
    expect(slots(read('下次会商什么时候开', 'leader', '上周谁没交周报')).period).toBeUndefined();
  });

  it('is refused where the whole would be', () => {
    expect(read('公安局的呢', 'liaison:gsj', '我们局上周周报写了什么')).toEqual({ refuse: 'forbidden' });
  });
});

describe('how sure a reading is', () => {
  const sureOf = (text: string): number => {
    const got = read(text);
    return 'intent' in got ? got.sure : 0;
  };

  it('grows with what was understood of the text', () => {
    expect(sureOf('本周谁没交周报')).toBeGreaterThan(0.9);
    expect(sureOf('本周谁没交周报鑫淼焱垚犇')).toBeLessThan(sureOf('本周谁没交周报'));
  });

  it('is low for a name alone', () => expect(sureOf('双峰县')).toBeLessThan(0.7));

  it('names the words it used, a mistyped name among them', () => {
    expect(read('麻烦问一下市公案局的周报报了没')).toMatchObject({
      used: expect.arrayContaining(['市公案局', '周报']),
    });
  });
});
