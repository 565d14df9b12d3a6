// 中文: changes of settings and roster.

import type { AmendmentWords } from '../catalog-amendments.ts';
import { sheets } from './sheets.ts';

export const amendments: AmendmentWords = {
  subjects: {
    language: '专项行动的语言',
    working_hours: '工作时间',
    quiet_days: '静默日',
    ladder: '提醒安排',
    ranking: '及时率排名',
    holidays: '放假安排',
    unit: '单位信息',
    person: '人员信息',
    liaison: '联络员交接',
    binding: 'Slack 账号绑定',
    roster_sheet: '名册表格',
  },
  states: { proposed: '待确认', made: '已生效', dropped: '已取消', undone: '已撤销' },
  verbs: { make: '确认变更', drop: '取消', undo: '撤销变更' },
  proposed: (subject, changes) => `请确认：${subject}，共 ${changes} 处变更`,
  made: (subject, by, at) => `${subject}已变更，${by}，${at}`,
  dropped: (subject) => `${subject}的变更已取消，没有改动`,
  undone: (subject, by, at) => `${subject}的变更已撤销，${by}，${at}`,
  handOver: (unit, from, to, since) => `${unit}联络员：${from ?? '（空缺）'} → ${to}，自 ${since} 起`,
  handsOver: ({ all, returned, overdue }, drafts, tasks) => {
    const among = [
      ...(returned > 0 ? [`退回 ${returned} 项`] : []),
      ...(overdue > 0 ? [`逾期 ${overdue} 项`] : []),
    ];
    const parts = [
      ...(all > 0 ? [`待办报送 ${all} 项${among.length > 0 ? `（${among.join('，')}）` : ''}`] : []),
      ...(drafts > 0 ? [`未提交的草稿 ${drafts} 份`] : []),
      ...(tasks === '' ? [] : [`督办事项：${tasks}`]),
    ];
    return parts.length === 0 ? '目前没有待办事项。' : `随之移交：${parts.join('；')}。双方都会收到通知。`;
  },
  unitEnd: {
    title: (unit, on) => `${unit}最后一天为 ${on}，目前尚有：`,
    leads: (count, tasks) =>
      `承办的督办事项 ${count} 项：${tasks}。仍记在该单位名下，撤销后每个工作日提醒办公室，直至改派。`,
    helps: (count, tasks) => `协办或承担后续环节的督办事项 ${count} 项：${tasks}。由承办单位继续办理。`,
    owed: (count, reports) => `待报送 ${count} 项：${reports}。截止不晚于最后一天，仍应报送。`,
    waived: (count) => `截止在最后一天之后的待报送 ${count} 项，生效后转为免报。`,
    areas: (areas) => `牵头的领域：${areas}。请在专项行动文件中另定牵头单位。`,
    nothing: '没有未办结的督办事项，也没有待报送。',
    showTasks: '该单位的督办事项',
  },
  notYet: '确认后生效；24 小时内可以撤销。',
  undoUntil: (at) => `${at} 前可以撤销。`,
  moreChanges: (hidden) => `另有 ${hidden} 处变更。`,
  recent: '近期变更',
  none: '近期没有变更。',
  line: (subject, state, at, by) => `${subject} · ${state} · ${at} · ${by}`,
  nothingChanges: (subject) => `${subject}与现在相同，没有改动。`,
  refused: (subject, problems) => `${subject}的变更没有保存，有 ${problems} 处需要改正：`,
  overtaken: (subject, entries) => `${subject}没有改动：${entries}已被其他人修改。请重新提出变更。`,
  over: (subject, state, verb) => `${subject}的变更${state}，不能再${verb}。`,
  expired: (subject, verb) => `${subject}的变更已超过 24 小时，不能再${verb}。请重新提出变更。`,
  sheets,
};
