// 中文: incidents. What is grave stands first and plainly; the tone stays calm.
// Phone first, write after: the form and the small print say so.

import type { IncidentWords } from '../catalog-incidents.ts';

const buttons: IncidentWords['buttons'] = {
  report: '写急报',
  list: '急报一览',
  show: '查看',
  acknowledge: '已收到',
  follow_up: '续报',
  final: '终报',
  join: '并入',
};

/** Who may do what, for those who may not. */
const BELONGS: IncidentWords['buttons'] = {
  report: '急报由名册里的人员填写。',
  list: '急报只对报送单位、办公室、组领导和督查开放。',
  show: '急报只对报送单位、办公室、组领导和督查开放。',
  acknowledge: '急报由办公室和组领导接报。',
  follow_up: '续报由报送单位、报告人和办公室填写。',
  final: '终报由报送单位、报告人和办公室填写。',
  join: '并入由领导小组办公室办理。',
};

const entry: IncidentWords['entry'] = {
  first: '初报',
  called: '呼叫',
  acknowledged: '接报',
  follow_up: '续报',
  final: '终报',
  joined: '并入',
};

const unitOf = (unit: string | null): string => unit ?? '（未挂单位）';

export const incidents: IncidentWords = {
  number: (year, no) => `急报〔${year}〕${no}号`,
  title: (number) => `重大情况${number}`,
  closedTitle: (title) => `${title}（已终报）`,
  buttons,
  fields: {
    what: '情况',
    where: '地点',
    amount: '涉及金额',
    people: '涉及人数',
    done: '已采取措施',
    phoned: '已电话报告',
  },
  from: (unit, by, at) => (unit === null ? `${by}（未挂单位），${at} 报告` : `${unit} ${by}，${at} 报告`),
  unit: unitOf,
  state: { open: '待接报', acknowledged: '已接报', closed: '已终报' },
  callYou: '现请您接报',
  callHow: '接报请点“已收到”。',
  calledBecause: (minutes) => `${minutes} 分钟内无人接报，依次轮到您。`,
  called: (names) => `已呼叫：${names}`,
  nextCall: (at) => `到 ${at} 仍无人接报的，继续呼叫下一位。`,
  calledThrough: '名单已轮流呼叫三遍，仍无人接报，请立即电话联系办公室和组领导。',
  nextCallOfAll: (at) => `到 ${at} 仍无人接报的，全部再呼叫一遍。`,
  noNextCall: '目前没有可以再呼叫的人员，请电话联系。',
  acknowledged: (by, at) => `已由${by}于 ${at} 接报`,
  joinedTo: (number) => `与${number}为同一件事，已并入，今后请看${number}。`,
  isJoined: (number) => `已并入${number}`,
  joined: (numbers) => `并入本件：${numbers}`,
  text: (title, where, what) => `${title}：${where === '' ? '' : `${where}，`}${what}`,
  callText: (title, where, what) => `现请您接报，${incidents.text(title, where, what)}`,
  note: '只对报送单位、办公室、组领导和督查开放。书面急报不代替电话报告。',
  entry,
  takenTitle: (number, by, at) => `${number}已由${by}于 ${at} 接报`,
  entryTitle: (number, kind, other) =>
    kind === 'joined' && other !== null ? `${number}并入${other}` : `${number}${entry[kind]}`,
  entryBy: (by, at) => `${by}，${at}`,
  timeline: '经过',
  did: (number) => ({
    first: `${number}已报出`,
    called: `${number}已呼叫下一位`,
    acknowledged: `您已接报：${number}`,
    follow_up: `${number}续报已发出`,
    final: `${number}终报已发出`,
    joined: `${number}已并入`,
  }),
  toldAtOnce: (names) => `已即时通知：${names}`,
  reachedNobody: '没有通知到任何人，请立即电话联系办公室和组领导',
  keepPhoneFree: '请保持电话畅通；情况有变化，请续报。',
  list: (count) => `急报 ${count} 件`,
  listEmpty: '没有急报。',
  listText: (count, open) => `急报 ${count} 件，其中 ${open} 件待接报`,
  homeTitle: (count) => `急报：${count} 件未终报`,
  forms: {
    titles: {
      incident: '重大情况急报',
      incident_follow_up: '急报续报',
      incident_final: '急报终报',
      incident_join: '并入急报',
    },
    submits: {
      incident: '立即报出',
      incident_follow_up: '发出续报',
      incident_final: '发出终报',
      incident_join: '并入',
    },
    phoneFirst: '先打电话，后写急报',
    contact: (names) => `请先电话报告办公室：${names}。`,
    noContact: '请先电话报告领导小组办公室。',
    unit: (unit) => `报送单位：${unit}`,
    whichUnit: '报送单位',
    noUnit: '您未挂单位，照样受理，急报上注明（未挂单位）。',
    hints: {
      what: '什么时候、发生了什么；已知多少写多少，其余续报',
      where: '写到街道、楼栋或场所名称',
      amount: '不清楚可不填',
      people: '不清楚可不填',
      done: '正在采取的也写上',
      phoned: '已向谁电话报告；没有打通的填“无”',
    },
    followUp: '续报内容',
    followUpHint: '只写新的变化和处置，初报不必重复',
    final: '终报内容',
    finalHint: '结果、处置和后续安排；终报后本件办结',
    other: '并入哪一件',
    joinNote: '两件都保留，只是注明为同一件事；今后的续报写在并入的那一件下。',
    choice: (number, where, what) => [number, where, what].filter((part) => part !== '').join(' '),
  },
  refusals: {
    noSuch: (typed) =>
      typed === '' ? '目前没有急报。' : `没有找到急报“${typed}”。可以写编号，如：急报 查看 1。`,
    which: (verb) => `${buttons[verb]}：请选择急报。`,
    notYours: (verb) => BELONGS[verb],
    acknowledged: (number, by, at) => `${number}已由${by}于 ${at} 接报，无需再办。`,
    closed: (number) => `${number}已有终报，不能再办。情况又有变化的，请另写急报。`,
    joined: (number, to) => `${number}已并入${to}，请在${to}下办理。`,
    open: (number, verb) => `${number}还没有人接报，请先接报，再办${buttons[verb]}。`,
  },
};
