// 中文: answers to questions in one's own words.

import type { QuestionWords } from '../catalog-questions.ts';

const state: QuestionWords['state'] = {
  missing: '未报',
  reported: '已报',
  on_time: '按时报送',
  late: '迟报',
  nil: '零报告',
  returned: '被退回',
  waived: '免报',
};

function who(asked: keyof typeof state, count: number, of: number, counted: 'units' | 'reports'): string {
  const many = counted === 'units' ? '家' : '份';
  if (of === 0) return counted === 'units' ? '没有应报单位' : '没有应报事项';
  if (of === 1 && count === 1) return `应报 1 ${many}，${state[asked]}`;
  if (count === 0) return `没有${state[asked]}的${counted === 'units' ? '单位' : '报送'}（共 ${of} ${many}）`;
  return count === of
    ? `${of} ${many}全部${state[asked]}`
    : `${of} ${many}中 ${count} ${many}${state[asked]}`;
}

export const questions: QuestionWords = {
  own: '本单位',
  everybody: '各单位',
  text: (scope, said, at) => `${scope}：${said}，截至 ${at}。`,
  alone: (said) => `${said}。`,
  more: {
    items: (count) => `另有 ${count} 项`,
    units: (count) => `另有 ${count} 家`,
    periods: (count) => `另有 ${count} 期`,
  },
  moreNames: (names, hidden) => `${names}，另有 ${hidden} 家`,
  chaseUnit: (unit) => `催报${unit}`,
  state,
  who,
  cameIn: (asked, count) => {
    const what = asked === 'reported' ? '报告' : state[asked];
    return count === 0 ? `没有收到${what}` : `收到 ${count} 份${what}`;
  },
  unitNote: (unit, note) => `${unit}（${note}）`,
  dueOn: (date) => `${date} 到期`,
  dueWithin: (span) => `${span}到期`,
  duePhase: (name, span, end, isOver) => `${name}（${span}，${end}${isOver ? '已结束' : '结束'}）到期`,
  dueBy: (date) => `${date} 前到期`,
  dueFrom: (date) => `${date} 起到期`,
  dueAny: '到期事项',
  overdue: {
    all: '逾期事项',
    red: '红灯（逾期）事项',
    yellow: '黄灯（临期）事项',
    green: '绿灯（正常）事项',
  },
  nothing: {
    due: '没有到期事项',
    all: '没有逾期事项',
    red: '没有红灯事项',
    yellow: '没有黄灯事项',
    green: '没有绿灯事项',
  },
  counted: (reports, filed, tasks) =>
    [
      ...(reports === 0 ? [] : [`报送 ${reports} 项${filed === 0 ? '' : `（已报 ${filed}）`}`]),
      ...(tasks === 0 ? [] : [`督办事项 ${tasks} 项`]),
    ].join('，'),
  dueUnits: (count) => `待报 ${count} 家`,
  noReports: '尚无报送，没有数据',
  noFigures: '这项报送不含数据',
  noPeriods: '所问期间没有报送期',
  changeNote: (isMonth) =>
    isMonth ? '括号内为比前一个月的增减，各月的期数可能不同。' : '括号内为比上一报送期的增减。',
  stillComing: '还没有报齐，暂不与之前比较。',
  figureTitle: (duty) => `${duty}数据`,
  timelinessTitle: (duty) => `${duty}按时情况`,
  covered: (whole, periods, span) => `${whole}的 ${periods} 期（${span}）`,
  belongs: (whole) => {
    if (whole === 'month') return '一期算在其应报日所在的月份。';
    return whole === 'phase' ? '一期算在其应报日所在的阶段。' : '应报日在所问日期内的各期计算在内。';
  },
  sum: '合计',
  ahead: {
    notBegun: (named, periods) => `${named}${periods ? '的报送期' : ''}还没有开始`,
    opens: (date) => `${date} 起可以报送`,
    first: (period) => `第一期：${period}`,
    units: (count) => `届时应报 ${count} 家`,
    periods: (count) => `共 ${count} 期`,
  },
  tally: ({ due, onTime, late, missed, owed }, percent) =>
    percent === null
      ? '没有应报期次'
      : [
          `应报 ${due} · 按时 ${onTime} · 迟报 ${late} · 漏报 ${missed}`,
          ...(owed === 0 ? [] : [`逾期未报 ${owed}`]),
          `按时率 ${percent}%`,
        ].join(' · '),
  inAll: (units) => `合计 ${units} 家`,
  allOnTime: (units, names) => `全部按时 ${units} 家：${names}`,
  place: (no, unit) => `第 ${no} 名 ${unit}`,
  nobodyDue: '没有应报单位',
  formula: '按时率 = 按时期次 ÷ 应报期次；免报和因办公室原因耽误的不计。',
  ranked: '办公室已开启排名，同率并列。',
  notRanked: '未开启排名，按名册顺序。',
  sent: (count, cut) => `${cut ? '最近' : ''}发给您的消息 ${count} 条`,
  latest: (title) => `最近一条为“${title}”`,
  sentNothing: '这段时间没有给您发过消息',
  whichUnit: '您指的是哪个单位？',
  whichReading: '您想问的是哪一项？',
  found: {
    title: (query) => (query === '' ? '搜索' : `搜索“${query}”`),
    where: { reports: '报送件', tasks: '督办事项', decisions: '会商' },
    from: (date) => `${date}起`,
    until: (date) => `${date}止`,
    count: (of, isMore) => (isMore ? `找到 ${of} 处以上` : `找到 ${of} 处`),
    after: (said) => `，${said}`,
    part: (from, to) => `（第 ${from}—${to} 处）`,
    nothing: '没有找到',
    noWords: '没有可以查找的文字',
    what: {
      report: (unit, report) => `${unit} · ${report}`,
      task: (named) => named,
      entry: (named) => `${named} · 办理记录`,
      minutes: (meeting) => `${meeting} · 会议纪要`,
      topic: (meeting, unit) => `${meeting} · 议题${unit === null ? '' : `（${unit}提请）`}`,
      decision: (meeting, unit) => `${meeting} · 议定事项${unit === null ? '' : `（${unit}）`}`,
    },
    looked: (where, own) =>
      `查找范围：${own ? '本单位的和已公开的' : ''}${
        {
          all: '各期报送件的最新一版、督办事项及办理记录、会商议题和印发的纪要',
          reports: '各期报送件的最新一版',
          tasks: '督办事项及办理记录',
          decisions: '会商议题、议定事项和印发的纪要',
        }[where]
      }。`,
    advice: (isNarrow) =>
      `可以少写几个字再找，两个字即可；几个词之间用空格隔开，须同时出现${isNarrow ? '；也可以不限单位、时间和范围' : ''}。`,
    everywhere: '不限范围再找',
    unusable: '请写要找的词，两个字即可，如：搜索 风险排查。',
    more: (left, isMore) => (isMore ? '更多' : `更多（还有 ${left} 处）`),
  },
  notRead: {
    out_of_scope: '这个问题不在督办台账范围内，无法回答。可以问报送、督办、会商和通报。',
    other_campaign: '您问的不是本专项行动的事。这里只按本专项行动的台账回答。',
    before_campaign: '您问的时间在本专项行动开始之前，台账里没有记录。',
    unknown_unit: '名册里没有您说的单位。请用单位全称或简称再问一次。',
    forbidden: '您要看的内容或要办的事，不对您目前的角色开放。',
    smalltalk: '您好。可以问报送、督办、会商和通报，如“谁还没交周报”“下周要交什么”。',
    injection: '这里只按台账回答问题，不执行消息里的其他指令。',
    not_understood: '没有看懂您的问题。',
  },
  askOffice: '可以向领导小组办公室了解。',
  examples: '可以这样问：谁还没交周报，下周要交什么，市公安局报了没有。',
};
