// The twenty questions that the READMEs show with their answers: who asks, where, in both languages, and what the answer
// must say. Asked on the desk as it opens, so that whoever tries them sees what the pictures show.

import type { Language } from '../../domain/campaign.ts';

/** In the direct message; in the office's channel by mention; by a press on a suggested question; in the box on Home. */
export type AskedAt = 'direct' | 'mention' | 'suggested' | 'home';

/** `asked`: one question, or a question and what follows on it. `said`: words without which the answer is wrong. */
export type Wording = { asked: readonly string[]; said: string };

export type Pictured = Record<Language, Wording> & {
  /** Of the pictures, after the two digits of the question's place: `who-is-missing`. */
  name: string;
  by: string;
  at: AskedAt;
  /** Whether a picture of the bot's belongs to the answer. */
  drawn?: true;
};

const about = (
  name: string,
  by: string,
  [zhAsked, zhSaid]: [string | string[], string],
  [enAsked, enSaid]: [string | string[], string],
  more: Partial<Pick<Pictured, 'at' | 'drawn'>> = {},
): Pictured => ({
  name,
  by,
  at: 'direct',
  zh: { asked: [zhAsked].flat(), said: zhSaid },
  en: { asked: [enAsked].flat(), said: enSaid },
  ...more,
});

export const PICTURED: readonly Pictured[] = [
  about(
    'who-is-missing',
    '金主任',
    ['谁还没交周报', '未报 4'],
    ['who has not filed the weekly report?', 'Missing 4'],
    { at: 'mention' },
  ),
  about(
    'what-i-owe',
    '安警官',
    ['下周要交什么', '8月12日 周五 17:00'],
    ['what is due next week?', 'Fri 12 Aug 17:00'],
  ),
  about('area', '周正', ['p2p进展怎么样', '应报 1'], ['how is p2p going?', 'Due 1']),
  about(
    'figures-last-week',
    '周正',
    [['本周各项数据合计多少', '那上周呢'], '第30周'],
    [['what are the figures this week?', 'and last week?'], 'week 30'],
  ),
  about(
    'figure-of-a-unit',
    '金主任',
    ['银监分局上月整改了多少', '整改完成 14 个'],
    ['how many were rectified by 银监分局 last month?', '整改完成数: 14'],
    { drawn: true },
  ),
  about(
    'timeliness',
    '督查员',
    ['7月份迟报最多的是谁', '按时率 94%'],
    ['who was late most in July?', '94% on time'],
    { drawn: true },
  ),
  about(
    'eight-weeks',
    '周正',
    ['近八周的排查数和整改数', '第24周'],
    ['checked and rectified over the last eight weeks', 'week 24'],
    { drawn: true },
  ),
  about('red', '周正', ['哪些事项亮红灯', '逾期 28 天'], ['what is red', '28 days overdue'], {
    at: 'suggested',
  }),
  about('task', '尚工商', ['督办3号办到哪一步了', '进度 70%'], ['how far is task 3?', '70% done']),
  about(
    'tasks-in-review',
    '文书一',
    ['有哪些督办在等审核', '待审核 1'],
    ['which tasks are waiting for review?', 'in review 1'],
  ),
  about(
    'latest-report',
    '周正',
    ['银监分局最新一期周报写了什么', '下步安排'],
    ['what does the latest report of 银监分局 say?', '下步安排'],
  ),
  about(
    'next-consultation',
    '银人行',
    ['下次会商什么时候', '8月25日 周四 15:00'],
    ['when is the next consultation?', 'Thu 25 Aug 15:00'],
  ),
  about(
    'agenda',
    '新小化',
    ['7月会商的议程', '跨县经营机构由谁牵头'],
    ['agenda of the July consultation', '跨县经营机构由谁牵头'],
  ),
  about(
    'decided',
    '娄小星',
    ['会上关于线索移送定了什么', '材料清单'],
    ['what was decided about 线索移送?', '材料清单'],
  ),
  about(
    'contact',
    '双小峰',
    ['人民银行联络员是谁，电话多少', '138****0001'],
    ['who is the liaison of 人民银行?', '138****0001'],
  ),
  about('bulletin', '连小源', ['第7期通报', '第7期'], ['what did bulletin 7 say?', '7']),
  about('search', '督查员', ['哪里提到过资金存管', '找到'], ['search for 资金存管', 'found'], { at: 'home' }),
  about(
    'what-you-sent',
    '尚工商',
    ['你昨天给我发了什么，为什么', '因您是市工商局联络员'],
    ['what did you send me yesterday, and why?', 'You are the liaison'],
  ),
  about(
    'two-readings',
    '文书一',
    [['市公案局周报报了吗', '银行呢'], '您指的是哪个单位'],
    [['has 市公案局 filed its weekly report?', 'has the bank filed?'], 'Which unit do you mean'],
  ),
  about(
    'not-open',
    '冷小江',
    ['看看市公安局的周报写了什么', '可以向办公室了解'],
    ['show me the report of 市公安局', 'You can ask the office'],
  ),
];

/** `07-timeliness.zh.png`, under docs/images/questions. */
export const pictureFile = (index: number, name: string, language: Language): string =>
  `${String(index + 1).padStart(2, '0')}-${name}.${language}.png`;
