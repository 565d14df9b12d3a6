// What a unit may not be called, because it is read as something else: the name of a duty, area, phase or figure, a command, or
// one character, which stands in too many words. One rule for chat, campaign file, roster sheet and set-up. Pure.

import { plain } from './names.ts';

/** What a name is read as instead of as the unit. */
export type OtherMeaning = 'short' | 'word' | 'duty' | 'area' | 'phase' | 'figure';

/** The words of the campaign that are taken; a file may have holes. */
export type TakenNames = Record<
  'duties' | 'areas' | 'phases' | 'figures',
  readonly ({ name?: string | undefined } | undefined)[]
>;

const SHORTEST = 2;

/** The words that call a command; a test holds them against the registry (commands/registry.ts). */
export const COMMAND_WORDS: readonly string[] = [
  ...[
    '填报',
    '上报',
    '报送',
    '代报',
    'report',
    'file',
    '零报告',
    '零报',
    '无情况',
    'nil',
    'nothing to report',
  ],
  ...['nothing', '我的', '我的待办', '待办', 'mine', 'my duties', 'todo', '状态', '进度', '报送情况', '情况'],
  ...['status', 'progress', '谁没报', '谁还没报', '谁还没交', '谁没交', '还有谁没报', '还有谁没交', '未报'],
  ...[
    '未报单位',
    'missing',
    'who is missing',
    "who's missing",
    'who has not reported',
    "who hasn't reported",
  ],
  ...[
    '查看',
    '查阅',
    '看',
    'show',
    'view',
    '搜索',
    '查找',
    '检索',
    '全文搜索',
    'search',
    'find',
    '催报',
    '催办',
  ],
  ...[
    '催',
    'chase',
    '退回',
    'return',
    'send back',
    '接收',
    '接受',
    'accept',
    '免报',
    'waive',
    'excuse',
    '申诉',
  ],
  ...[
    'dispute',
    'object',
    '通报',
    'bulletin',
    '督办',
    'task',
    'tasks',
    '会商',
    'consultation',
    'meeting',
    '急报',
  ],
  ...[
    '重大情况急报',
    'incident',
    'incidents',
    '名册',
    '通讯录',
    '联络员',
    '绑定',
    '解除绑定',
    '解绑',
    'roster',
  ],
  ...[
    'contacts',
    'bind',
    'unbind',
    '换联络员',
    '更换联络员',
    'replace liaison',
    'new liaison',
    '请假',
    '销假',
  ],
  ...['leave', 'back from leave', '演练', '预演', 'rehearse', 'rehearsal', '导出', '导出台账', 'export'],
  ...[
    'export ledger',
    '日志',
    '操作日志',
    'audit',
    'log',
    '设置',
    '语言',
    'settings',
    'language',
    '帮助',
    '怎么用',
  ],
  ...['?', 'help', 'commands', '设立专项行动', '设立', '新设专项行动', '设立行动', 'set up', 'setup'],
  ...['set up a campaign', 'new campaign'],
];

/** Words of questions that stand alone: who is meant by a group, how something stands, and when. */
const QUESTION_WORDS: readonly string[] = [
  ...[
    '全部',
    '所有',
    '全部单位',
    '所有单位',
    '各单位',
    '成员单位',
    '各成员单位',
    '县市区',
    '各县市区',
    '牵头单位',
  ],
  ...['牵头部门', '我们', '本单位', 'all', 'all units', 'member units', 'localities', 'lead units', 'us'],
  ...[
    '已报',
    '迟报',
    '漏报',
    '没报',
    '没交',
    '逾期',
    '超期',
    '签收',
    '反馈',
    '延期',
    '办结',
    'late',
    'overdue',
  ],
  ...['周报', '月报', '日报', '汇总', '台账', '排名', 'weekly', 'monthly', 'ledger', 'ranking'],
  ...[
    '今天',
    '明天',
    '昨天',
    '本周',
    '上周',
    '下周',
    '本月',
    '上月',
    '下月',
    '今年',
    '去年',
    'today',
    'tomorrow',
  ],
  ...['这周', '上个月', '下个月', '这个月', '本季度', '上季度', '下季度', '本期', '上期', '上上周', '下下周'],
  ...['yesterday', 'this week', 'last week', 'next week', 'this month', 'last month', 'next month'],
  ...['联络员', '副联络员', '负责人', '主任', '组长', '副组长', 'liaison', 'deputy', 'head', 'leader'],
];

const isLatin = (text: string): boolean => /^[\x20-\x7e]+$/.test(text);

/** The ends of a duty's name that people say alone: 工作进展周报 → 进展周报, 周报; Weekly report → report. */
function endsOf(name: string): string[] {
  if (isLatin(name)) return name.split(' ').map((_, at, words) => words.slice(at).join(' '));
  const letters = [...name];
  return letters.slice(0, 1 - SHORTEST).map((_, at) => letters.slice(at).join(''));
}

const FIXED = new Map([...COMMAND_WORDS, ...QUESTION_WORDS].map((word) => [plain(word), 'word' as const]));

/** A period or a day that is numbered: 第31周, 三月, 8月5日, 2016-W31. */
const NUMBERED =
  /^(?:第?[\d一二三四五六七八九十]+个?(?:周|星期|礼拜|旬|月份?|季度|年|日|号|天|期))+$|^\d{4}-(?:w?\d{1,2}|\d{1,2}-\d{1,2})$|^(?:week |w)\d{1,2}$/;

/** As it is read: without what cannot be seen, gaps between Chinese characters, and marks around it. */
const asRead = (name: string): string =>
  plain(name.replace(/[\p{Cc}\p{Cf}]/gu, ''))
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .replace(/(?!^)[\p{P}]+$|^[\p{Ps}\p{Pi}"']+/gu, '');

/** What each name is read as, if not as a unit; null: it may be given to one. For many names of one campaign. */
export function otherMeanings(names: TakenNames): (name: string) => OtherMeaning | null {
  const taken = new Map<string, OtherMeaning>(FIXED);
  const take = (meaning: OtherMeaning, list: TakenNames['duties'], wordsOf: (name: string) => string[]) => {
    for (const { name } of list.flatMap((each) => each ?? []))
      for (const word of name === undefined ? [] : wordsOf(asRead(name))) taken.set(word, meaning);
  };
  const whole = (name: string) => [name];
  take('duty', names.duties, endsOf);
  take('figure', names.figures, whole);
  take('phase', names.phases, whole);
  take('area', names.areas, whole);
  take('duty', names.duties, whole);
  return (name) => {
    const word = asRead(name);
    const meaning = taken.get(word) ?? (NUMBERED.test(word) ? 'word' : undefined);
    return meaning ?? ([...word].length < SHORTEST ? 'short' : null);
  };
}
