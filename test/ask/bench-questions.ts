// What the benchmark asks: every intent, by those who ask it, as people word it. Thursday 2018-12-20, week 51.

import type { Intent } from '../../commands/ask/reading.ts';

export type Asking = { intent: Intent; by: Asker; text: string };

/** Who asks: a clerk of the office, a leader, an inspector, and liaisons of a member unit and of a county. */
export const ASKERS = {
  office: 'wen@loudi.example',
  leader: 'zhou.zheng@loudi.example',
  inspector: 'ducha@loudi.example',
  liaison: 'an@loudi.example',
  county: 'c7.liaison@loudi.example',
} as const;
export type Asker = keyof typeof ASKERS;

const about =
  (intent: Intent) =>
  (by: Asker, text: string): Asking => ({ intent, by, text });

const mine = about('mine');
const who = about('who');
const status = about('status');
const due = about('due');
const overdue = about('overdue');
const task = about('task');
const tasks = about('tasks');
const figures = about('figures');
const timeliness = about('timeliness');
const latest = about('latest');
const meeting = about('consultation_next');
const agenda = about('consultation_agenda');
const coming = about('consultation_attendance');
const decisions = about('decisions');
const contact = about('contact');
const bulletin = about('bulletin');
const search = about('search');
const history = about('history');
const sent = about('sent');
const help = about('help');
const act = about('act');

export const QUESTIONS: readonly Asking[] = [
  mine('liaison', '我这边还欠啥没交'),
  mine('county', 'what do I still owe'),
  mine('office', '咱们办公室自己还有什么该交没交的'),
  who('office', '本周还有谁没交周报'),
  who('leader', '上周零报告的是哪些单位'),
  who('inspector', '11月份迟报的有哪些'),
  who('county', '第50周周报哪些单位按时报了'),
  who('leader', 'which units have not reported last week'),
  status('leader', '本周周报报送情况怎么样'),
  status('office', '市公安局现在什么情况'),
  status('inspector', 'P2P领域进展怎么样'),
  status('leader', '清理整顿阶段完成得怎么样'),
  status('liaison', '娄星区上周报了没有'),
  due('liaison', '下周要报哪些东西'),
  due('office', '今天有啥截止的'),
  due('leader', '本月底之前有哪些事到期'),
  overdue('office', '超期的列一下'),
  overdue('leader', '现在亮红灯的有哪些'),
  overdue('liaison', '我们局有什么逾期的'),
  task('office', '督办10号办到哪一步了'),
  task('leader', 'where are we on task #9?'),
  tasks('office', '还没签收的督办有哪些'),
  tasks('leader', 'P2P领域的督办任务有哪些'),
  tasks('liaison', '我们单位的督办任务列一下'),
  tasks('inspector', '已经办结的督办有哪些'),
  figures('leader', '本周排查了多少家机构'),
  figures('office', '银监分局上月整改完成多少个'),
  figures('inspector', '11月份全市发现问题总数'),
  figures('liaison', '我们局上周排查了多少家'),
  timeliness('office', '11月份各单位及时率怎么样'),
  timeliness('leader', '哪家单位最准时'),
  timeliness('county', '我们县及时率怎么样'),
  latest('office', '看看公安局第50周的周报原文'),
  latest('leader', 'what did 市公安局 write last week'),
  latest('liaison', '我们局上周周报写了什么'),
  meeting('liaison', '会商在哪儿开呀'),
  meeting('leader', '下次会商什么时候开'),
  agenda('office', '下次会商议程'),
  agenda('leader', '这次会商要议哪些事'),
  coming('office', '下次会商谁来参加'),
  coming('leader', "who's coming to the meeting"),
  decisions('leader', '11月会商定了哪些事'),
  decisions('office', '会商决定里涉及工商局的有哪些'),
  decisions('inspector', '关于校园贷会商是怎么定的'),
  contact('office', '公安局联络员是谁'),
  contact('liaison', '办公室找谁'),
  contact('leader', '娄星区的联络员电话'),
  bulletin('liaison', '第40期通报'),
  bulletin('office', '最新一期通报给我看看'),
  bulletin('leader', '第49周的通报'),
  search('office', '哪些周报里提到过校园贷'),
  search('leader', '督办里有没有关于虚假广告的'),
  history('inspector', '督办10号是谁什么时候签收的'),
  history('office', '公安局第50周周报是谁报的、几点报的'),
  history('inspector', '工商局的操作记录'),
  sent('liaison', '你最近给我发了哪些提醒'),
  sent('county', '为什么提醒我'),
  help('county', 'how do I report?'),
  help('liaison', '你能干什么'),
  act('county', '我要报周报'),
  act('office', '给新化县免报本周周报'),
  act('office', '催一下没交周报的单位'),
  act('leader', '新建一个督办'),
];
