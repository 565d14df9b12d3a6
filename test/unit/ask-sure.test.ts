// How sure a reading is: less so for whatever the text says and the reading does not, and no less for politeness.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader } from '../../commands/ask/reader.ts';
import type { Read } from '../../commands/ask/reading.ts';
import { type Case, casesIn, postingOf, sampleCampaign, score } from '../ask/score.ts';
import { at } from '../support/builders.ts';

const reader = createReader(sampleCampaign());
const read = (text: string, as = 'office_staff:jrb', context?: string): Read =>
  reader.read({
    text,
    now: at('2016-08-05 16:00'),
    postings: [postingOf(as)],
    ...(context !== undefined && { context }),
  });
const sureOf = (got: Read): number => ('intent' in got ? got.sure : 0);
const CONFIDENT = 0.7;

/** Questions that stand by themselves and are read right. */
const alone = score(casesIn('open')!)
  .filter(({ asked, read: got, right }) => right && 'intent' in got && asked.context === undefined)
  .map(({ asked }) => asked);
const isEnglish = ({ text }: Case): boolean => /[a-z]{3}/i.test(text);
const english = alone.filter((asked) => /[a-z]{3,}.*[a-z]{3,}/i.test(asked.text));
const chinese = alone.filter((asked) => !isEnglish(asked));

describe('a word that nobody knows', () => {
  // What is to be looked for and what has happened may be any words.
  const TAKES_ANY = /search|decisions|history/;
  const asked = chinese.filter(
    ({ reading }) => !TAKES_ANY.test(String(reading.intent)) && reading.command === undefined,
  );
  const strange = ['鑫淼焱垚', '犇骉麤羴', '魑魅魍魉', '饕餮'];

  it('makes a reading less sure, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...asked),
        fc.constantFrom(...strange),
        fc.boolean(),
        (each, word, first) => {
          const plain = each.text.replace(/[?？。!！]+$/, '');
          const before = read(plain, each.as);
          const after = read(first ? `${word}${plain}` : `${plain}${word}`, each.as);
          expect(sureOf(after)).toBeLessThan(Math.max(sureOf(before), 0.01));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('makes it less sure in English, too', () => {
    const plain = 'who has not filed the weekly report';
    expect(sureOf(read(`${plain} quixotically`))).toBeLessThan(sureOf(read(plain)));
  });
});

describe('what a reading cannot tell', () => {
  it.each([
    ['an exception', '除了公安局还有谁没交'],
    ['a negation of the state', '从来没迟报过的单位有哪些'],
    ['a run of weeks', '哪几家连续两周没报'],
    ['a bound on a figure', '问题数超过10个的单位'],
    ['a person nobody knows', '李主任电话多少'],
    ['an act that is asked about', '你催过公安局吗'],
    ['a time beside another', '上周没交的第40周迟报了吗'],
  ])('keeps it unsure: %s', (_what, text) => expect(sureOf(read(text))).toBeLessThan(CONFIDENT));
});

describe('a word that turns a question into another one', () => {
  // What is looked for, decided or happened may be any words, and what is to be done is confirmed before it is.
  const TAKES_ANY = /search|decisions|sent|help|history|act/;
  // Why somebody is being chased is a question of its own.
  const asked = chinese.filter(
    ({ reading, text }) => !TAKES_ANY.test(String(reading.intent)) && !text.includes('催我'),
  );

  it.each([
    ['why', (text: string) => `为什么${text}`],
    ['an exception', (text: string) => `除了公安局，${text}`],
    ['what something means', (text: string) => `${text.replace(/[?？。!！]+$/, '')}是什么意思`],
    ['a doubt', (text: string) => `${text.replace(/[?？。!！]+$/, '')}，数字对不对`],
  ])('makes every reading unsure: %s', (_what, turn) => {
    const sure = asked.filter((each) => sureOf(read(turn(each.text), each.as)) >= CONFIDENT);
    expect(sure.map(({ text }) => turn(text))).toEqual([]);
  });

  it.each([
    ['who got it', '通报发给谁了'],
    ['who it goes to', '整治报告交给谁'],
    ['when, of what comes round', '下一次提醒什么时候'],
    ['where, of a light', '红灯在哪儿'],
    ['when, of an act', '会商推迟到哪天'],
    ['whom, of an act', '今天给谁发了催报'],
  ])('is a question word that the intent does not answer: %s', (_what, text) =>
    expect(sureOf(read(text))).toBeLessThan(CONFIDENT),
  );

  it.each([
    ['two states', '迟报和零报告的单位'],
    ['two lights', '红灯变绿灯的有哪些'],
    ['a state that another follows', '上周交了但被退回的'],
    ['never a state', '一次都没迟报过的'],
    ['always a state', '7月份每次都准时的'],
    ['a bound', '两次以上迟报的单位'],
    ['none of a figure', '哪个县没有发现问题'],
    ['a figure of something else', '通报里的排查数是多少'],
    ['a report of something else', '督办12号和周报有关系吗'],
    ['a comparison', 'are there more reds than last week'],
    ['a time gone by', '上周几号截止'],
    ['whom to leave out', "who hasn't reported, not counting 公安局"],
    ['nobody in particular', '我是哪个单位的联络员'],
    ['words of the question in what is looked for', '搜一下他们上次反映的跑路'],
    ['something asked beside something to be done', '要写材料，什么时候给数都行'],
    ['something to be done with one task', '督办4号这边可以了吧'],
  ])('is something that the reading has no place for: %s', (_what, text) =>
    expect(sureOf(read(text))).toBeLessThan(CONFIDENT),
  );

  it.each([
    ['去掉公安局', '上周谁没报'],
    ['不要零报告的', '上周谁报了'],
    ['除了它呢', '双峰报了没'],
  ])('counts after another question, too: %s after %s', (text, context) =>
    expect(sureOf(read(text, 'office_staff:jrb', context))).toBeLessThan(CONFIDENT),
  );
});

describe('what is said around a question', () => {
  const around: readonly [string, readonly Case[], (text: string) => string][] = [
    ['麻烦问一下，…', chinese, (text) => `麻烦问一下，${text}`],
    ['请问…', chinese, (text) => `请问${text}`],
    ['帮我看一下…', chinese, (text) => `帮我看一下${text}`],
    ['不好意思打扰一下，…', chinese, (text) => `不好意思打扰一下，${text}`],
    ['领导刚才问，…', chinese, (text) => `领导刚才问，${text}`],
    ['马上要开会了，…', chinese, (text) => `马上要开会了，${text}`],
    ['@督办 …', chinese, (text) => `@督办 ${text}`],
    ['…呀', chinese, (text) => `${text}呀`],
    ['…，在线等', chinese, (text) => `${text}，在线等`],
    ['…🙏', chinese, (text) => `${text}🙏`],
    ['…，谢谢', chinese, (text) => `${text}，谢谢`],
    ['Could you tell me …', english, (text) => `Could you tell me ${text}`],
    ['sorry to bother you but …', english, (text) => `sorry to bother you but ${text}`],
    ['… asap', english, (text) => `${text.replace(/[?.]$/, '')} asap`],
    ['… by any chance?', english, (text) => `${text.replace(/[?.]$/, '')} by any chance?`],
  ];

  it.each(around)('changes nothing: %s', (_what, cases, wrap) => {
    const wrong = score(cases.map((each) => ({ ...each, text: wrap(each.text) }))).filter(
      ({ right }) => !right,
    );
    expect(wrong.map(({ asked }) => asked.text)).toEqual([]);
  });

  it('is taken out where it asks nothing, whatever its words mean elsewhere', () => {
    expect(read('会商快开始了，本周谁没交')).toMatchObject({
      intent: 'who',
      state: 'missing',
      period: '2016-W31',
    });
    expect(read('不是问周报，是问整治报告谁没交')).toMatchObject({ intent: 'who', duty: 'final-report' });
  });

  it.each([
    ['准备写通报了，本周报零报告的是哪几家', { intent: 'who', state: 'nil' }],
    ['局长要看，上月移送了几条线索', { intent: 'figures', figure: ['transferred'] }],
    ['数字填错了，怎么改', { intent: 'help' }],
    ['整治报告几号交，不是问谁没交', { intent: 'due', duty: 'final-report' }],
    ['会商时间我知道了，议哪几项', { intent: 'consultation_agenda' }],
    ['双峰上周没按时我知道，这周报了没', { intent: 'status', units: ['sfx'], period: '2016-W31' }],
    ['安警官请假了我顶着，现在谁还没交周报', { intent: 'who', state: 'missing' }],
    ['who has not filed this week? the wifi was down', { intent: 'who', state: 'missing' }],
  ])('is passed over where one clause alone asks: %s', (text, wanted) =>
    expect(read(text)).toMatchObject(wanted),
  );

  it('is passed over where it was dictated without a stop, and is never sure then', () => {
    const got = read('哎我说这会儿在外头开会呢手机震个不停你咋老是提醒我啊', 'liaison:gsj');
    expect(got).toMatchObject({ intent: 'sent' });
    expect(sureOf(got)).toBeLessThan(CONFIDENT);
  });

  it.each([
    ['by next Wednesday, what do I need to hand in', { intent: 'due', to: '2016-08-10' }],
    ['关于资金池，会上是怎么定的', { intent: 'decisions', query: '资金池' }],
    ['我要请假，下周', { intent: 'act', command: 'leave' }],
  ])('is not passed over where it says what is asked: %s', (text, wanted) =>
    expect(read(text)).toMatchObject(wanted),
  );

  it('is not passed over where it says for when', () =>
    expect(read('本周无新情况，零报告', 'liaison:gsj')).toMatchObject({
      command: 'nil',
      period: '2016-W31',
    }));
});

describe('two questions in one text', () => {
  it.each([
    ['P2P进展，还有公安局联络员是谁', ['status', 'contact']],
    [
      "who's coming to the next consultation, and what's on the agenda",
      ['consultation_attendance', 'consultation_agenda'],
    ],
    ['上周谁没交？下次会商什么时候开？', ['who', 'consultation_next']],
  ])('are put to the asker: %s', (text, intents) => {
    const got = read(text);
    expect('clarify' in got && got.clarify.map(({ intent }) => intent)).toEqual(intents);
  });

  it.each([
    ['督办3号和5号怎么样了', [3, 5], 'task'],
    ['周报和整治报告谁没报', ['weekly', 'final-report'], 'duty'],
  ] as const)('about two things are put to the asker: %s', (text, values, slot) => {
    const got = read(text);
    expect('clarify' in got && got.clarify.map((each) => each[slot])).toEqual(values);
  });

  it.each(['我都交了，怎么还催我', '有群众聚集，我要急报', '谁给督办8号批的延期，什么时候批的'])(
    'are not seen where one explains the other: %s',
    (text) => expect(read(text, 'liaison:gaj')).not.toHaveProperty('clarify'),
  );
});

describe('a follow-up', () => {
  it.each([
    ['具体是哪些', '上周有几家没报', { intent: 'who', state: 'missing', period: '2016-W30' }],
    ['overdue only', 'list the open tasks', { intent: 'tasks', state: 'overdue' }],
    ['7号的', '督办12号的变更历史', { intent: 'history', task: 7 }],
    ['上周那期写了啥', '第9期通报', { intent: 'bulletin', period: '2016-W30' }],
    ['what about number 10', 'how is task 6 doing', { intent: 'task', task: 10 }],
    ['and 5?', 'where is task 4', { intent: 'task', task: 5 }],
    ['前一期呢', '第9期通报', { intent: 'bulletin', no: 8 }],
    ['那议题有哪些', '10月会商哪天开', { intent: 'consultation_agenda', period: '2016-10' }],
    ['地点在哪', '下次会商有哪些议题', { intent: 'consultation_next' }],
  ])('%s after %s', (text, context, wanted) =>
    expect(read(text, 'office_staff:jrb', context)).toMatchObject(wanted),
  );
});

describe('a body of elsewhere', () => {
  it.each(['食品安全专项整治本月谁迟报了', '安全生产大检查那边谁没报', '禁毒专项行动的周报收齐了吗'])(
    'of another campaign is told: %s',
    (text) => expect(read(text)).toEqual({ refuse: 'other_campaign' }),
  );

  it.each(['市中院', '市交警支队', '市旅游局', '市公积金中心', '国家银监会', 'the fire department'])(
    'that is no unit is told: %s',
    (body) => expect(read(`${body}周报报了没`)).toEqual({ refuse: 'unknown_unit' }),
  );

  it('is not seen in the campaign’s own name', () => {
    expect(read('互联网金融风险专项整治进展如何')).toMatchObject({ intent: 'status' });
  });
});
