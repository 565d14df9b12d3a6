// 中文: reminders, chases, notices and receipts.

import type { NoteWords, ReceiptWords, ToldWords } from '../catalog.ts';
import { words } from './words.ts';

const VERBS = { report: '报送', bulletin: '发布', consultation: '召开', other: '办理' };

/** Whose post it is: the office's people have no unit before their title. */
const post = (role: keyof typeof words.recipients, unit: string): string =>
  role === 'office' || role === 'office_director'
    ? words.recipients[role]
    : `${unit}${words.recipients[role]}`;

export const told: ToldWords = {
  dueTitle: (kind, when, titled) => `${when} 前请${VERBS[kind]}：${titled}`,
  dueLine: (unit, due, left) => `${unit} · 截止 ${due} · ${left}`,
  overdueTitle: (kind, unit, report, due) => `${unit}${report}尚未${VERBS[kind]}，已过截止时间（${due}）`,
  overdueLine: (overdue, titled) => `${overdue} · ${titled}`,
  reminded: (liaison, on) => `联络员 ${liaison} 已于 ${on} 收到提醒。`,
  notReminded: (liaison) => `联络员 ${liaison} 尚未收到过提醒。`,
  noLiaison: '该单位目前没有可以联系的联络员。',
  shift: (earlier, from, by, to) =>
    `截止日原为 ${from}，因${by || '休息日'}${earlier ? '提前' : '顺延'}至 ${to}。`,
  why: (role, unit) => `因您是${post(role, unit)}`,
  whyInstead: (role, unit, name) => `${name}暂不能接收，因您是${post(role, unit)}，由您代收`,
  small: (whys, kind, step) =>
    `${whys.join('；')}；${VERBS[kind]}后不再提醒。${step === null ? '' : `（${step}）`}`,
  groupTitle: (titled, units, overdue, due) =>
    overdue
      ? `${titled}：${units} 家尚未报送，已过截止时间（${due}）`
      : `${titled}：${units} 家尚未报送，截止 ${due}`,
  groupUnit: (unit, detail) => `${unit}：${detail}`,
  several: (todo, news) => {
    if (todo === 0) return `您有 ${news} 条通知`;
    return news === 0 ? `您有 ${todo} 项待办` : `您有 ${todo} 项待办、${news} 条通知`;
  },
  severalText: (todo, news, first) => `${told.several(todo, news)}，首先是：${first}`,
  lineOverdue: (overdue, what, due) => `${overdue}：${what} · 截止 ${due}`,
  lineSoon: (when, what, due) => `${when}到期：${what} · ${due}`,
  lineLater: (when, what) => `${when}：${what}`,
  chaseTitle: (unit, report) => `催报：请报送${unit}${report}`,
  chaseLine: (by, due, left) => `${by}催报 · 截止 ${due} · ${left}`,
  returnedTitle: (unit, report, due) => `${unit}${report}已退回，请于 ${due} 前重新报送`,
  returnedLine: (by) => `${by}退回，理由：`,
  waivedTitle: (unit, report) => `${unit}${report}本期免报，无需再报`,
  waivedLine: (by) => `${by}办理，理由：`,
  deadlineTitle: (unit, report, due) => `${unit}${report}的截止时间改为 ${due}`,
  deadlineLine: (from, due) => `原截止 ${from}，现截止 ${due}。此前的提醒请以本条为准。`,
  filedForYouTitle: (unit, report) => `办公室已代${unit}报送${report}`,
  filedForYouLine: (by, phonedBy) => `${by}代报，来电人 ${phonedBy}。如有出入，请更正。`,
  lateReportTitle: (unit, report) => `收到补报：${unit}${report}`,
  lateReportLine: (at, by) => `${at}，${by}报送，报送期已结束，按补报留存。`,
  disputeTitle: (unit, report) => `${unit}就${report}提出申诉`,
  disputeLine: (by) => `${by}说明：`,
  decidedTitle: (unit, report, upheld) => `${unit}${report}的申诉${upheld ? '成立' : '不成立'}`,
  decidedLine: (by) => `${by}答复：`,
  draftedTitle: (titled) => `${titled}已拟出初稿，请审阅`,
  draftedLine: (due) => `应于 ${due} 前发布`,
  unreachableTitle: (unit, titled) => `${unit}目前无人可以提醒：${titled}`,
  unreachableBecause: {
    unbound: '该单位的人员都还没有关联 Slack 账号。请邀请其加入 Slack，或更换联络员；急事请电话联系。',
    on_leave: '该单位的联络员、B角和负责人都在请假。请电话联系，或更换联络员。',
    nobody: '名册里该单位没有人员。请登记联络员。',
  },
  unboundTitle: (person, trouble) =>
    trouble === 'deactivated'
      ? `${person} 的 Slack 账号已停用，收不到提醒`
      : `没有找到 ${person} 的 Slack 账号，暂时收不到提醒`,
  unboundLine: (unit, email, trouble) => {
    const who = [unit, email].filter((part) => part !== '').join(' · ');
    const todo =
      trouble === 'deactivated'
        ? '请更换联络员。'
        : '请核对邮箱并邀请其加入 Slack，之后自动关联；或更换联络员。';
    return who === '' ? todo : `${who}。${todo}`;
  },
  channelTitle: (channel) => `频道“${channel}”目前不能发送消息`,
  channelBecause: (channel) => ({
    not_found: `没有名为“${channel}”的频道。请建立该频道，或在专项文件里改正名称。`,
    not_joined: `督办还没有加入“${channel}”。请在该频道里输入 /invite @Duban。`,
    archived: `“${channel}”已归档。请恢复该频道，或在专项文件里换一个频道。`,
  }),
  refusedTitle: (to, what) => `一条消息没有送达 ${to}：${what}`,
  refusedLine: (reason) => `Slack 的答复：${reason}。其他消息照常发送。`,
  databaseTitle: '督办的数据库查出问题',
  databaseLine: (detail) =>
    `检查结果：${detail}。请尽快告知负责运行督办的人：停机，保留现有文件，从备份恢复。`,
  handedOverTitle: (unit, role, from, to) =>
    from === null
      ? `${unit}${words.recipients[role]}现为${to}`
      : `${unit}${words.recipients[role]}由${from}换为${to}`,
  standInTitle: (person, span, ended) =>
    ended ? `${person}（${span}）的代理已结束` : `请您在 ${span} 期间代理${person}`,
  standInLine: (person) => `其间发给${person}的提醒由您接收，您可以代为填报。`,
  handedOverLine: (open) => (open === 0 ? '目前没有待办报送。' : `随之移交 ${open} 项待办报送。`),
};

export const receipt: ReceiptWords = {
  title: (unit, report) => `已收到${unit}${report}`,
  nilTitle: (unit, report) => `已收到${unit}${report}（零报告）`,
  againTitle: (unit, report, no) => `已收到${unit}${report}的更正（第 ${no} 版）`,
  detail: (at, by, phonedBy, timeliness) => {
    const who = phonedBy === null ? `${by}报送` : `${by}代报（来电人 ${phonedBy}）`;
    return [at, who, ...(timeliness === null ? [] : [timeliness])].join('，');
  },
  correctUntil: (when) => `${when} 前可以更正。`,
  afterClose: '报送期已结束，按补报留存，已告知办公室。',
  attachments: (count, names) => `附件 ${count} 个：${names}`,
  shownTitle: (unit, report) => `${unit}${report}`,
};

export const notes: NoteWords = {
  error: (id) => `刚才没有办成，您填写的内容没有改变。请稍后再试；如仍不行，请把编号 ${id} 告诉管理员。`,
  loading: '正在准备，请稍候。',
  sentPrivately: '答复已单独发给提问人。',
  draftKept: (titled) => `已为您保留草稿：${titled}。下次打开时继续填写。`,
  close: '关闭',
};
