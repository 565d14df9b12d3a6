// 中文: consultations. Polite to those invited, plain to the office; what is asked for stands before what explains it.
// The forms are in consultation-forms.ts.

import type { ConsultationWords } from '../catalog-consultations.ts';
import { consultationForms } from './consultation-forms.ts';
import { words } from './words.ts';

const buttons: ConsultationWords['buttons'] = {
  show: '查看',
  topic: '提请议题',
  decline_topic: '不列入',
  agenda: '编辑议程',
  issue: '印发议程',
  move: '改期',
  cancel: '取消会商',
  attend: '参加',
  excuse: '请假',
  calendar: '加入日历',
  minutes: '写纪要',
  approve: '批准纪要',
  decisions: '议定事项',
};

export const consultations: ConsultationWords = {
  number: (year, no) => `会议纪要〔${year}〕${no}号`,
  buttons,
  more: {
    showAgenda: '查看议程',
    showMinutes: '查看纪要',
    editMinutes: '修改纪要',
    instead: '更改请假',
    comeAfterAll: '改为参加',
    uncalendar: '移出日历',
    holdAfterAll: '另定时间',
    tasks: '督办事项',
  },
  confirmIssue: {
    title: '印发议程',
    text: '印发后通知参会人员，不再接受新议题。',
    confirm: '印发',
    deny: '再看看',
  },
  confirmApprove: (decisions) => ({
    title: '批准纪要',
    text:
      decisions === 0
        ? '批准后编号印发，不能再改。'
        : `批准后编号印发，不能再改；${decisions} 项议定事项同时立为督办事项。`,
    confirm: '批准',
    deny: '再看看',
  }),

  time: (at, minutes) => `时间：${at}，约 ${minutes} 分钟`,
  place: (place) => `地点：${place === '' ? '另行通知' : place}`,
  movedFrom: (at) => `原定 ${at}`,
  standing: {
    ahead: '待召开',
    awaiting_minutes: '待出纪要',
    missed: '本期未召开',
    held: '已召开',
    cancelled: '已取消',
  },
  parts: { agenda: '议程', topics: '议题', attendance: '参会', minutes: '纪要' },

  agenda: '议程',
  agendaEmpty: '议程还没有内容。',
  agendaNotYet: '议程印发后可以查看。',
  followUp: (open) => (open === 0 ? '议定事项落实情况：均已办结' : `议定事项落实情况：${open} 项未办结`),
  numbers: (report) => `通报${report}情况`,
  overdue: (count) => (count === 0 ? '逾期督办事项：无' : `逾期督办事项：${count} 项`),
  missing: (report, units) => `未报${report}：${units} 家`,
  topic: (title, unit) => `议题：${title}（${unit}）`,
  task: (named, unit, due, state) => `${named}（${unit}，${due} 前，${state}）`,
  drafted: '按规则拟出，尚未印发。',
  issued: (by, at) => `由${by}于 ${at} 印发`,

  topicReason: '理由',
  topicAsk: '提请',
  topicBy: (by, at) => `${by}，${at}`,
  topicsNone: '还没有单位提请议题。',
  topicsCount: (count) => `已提请议题 ${count} 个`,
  topicsUntil: (at) => `议题请于 ${at} 前提出。`,
  topicsClosed: (at) => `议程已于 ${at} 印发，不再接受议题。`,
  declined: (reason) => `未列入：${reason}`,

  coming: (count, names) => `参加 ${count} 人：${names}`,
  excused: (count, names) => `请假 ${count} 人：${names}`,
  unanswered: (count, names) => `未答复 ${count} 人：${names}`,
  insteadOf: (name, instead) => (instead === '' ? name : `${name}（${instead}代）`),
  attendanceNone: '没有可以查看的参会答复。',
  attendanceText: (coming, excused, unanswered) =>
    `参加 ${coming} 人，请假 ${excused} 人，未答复 ${unanswered} 人`,

  heard: '听取',
  decisions: '议定',
  noDecisions: '没有议定事项。',
  decision: (what, unit, due) => `${what}（${unit}，${due} 前）`,
  attended: (names) => `出席：${names}`,
  absent: (names) => `请假：${names}`,
  observers: (names) => `列席：${names}`,
  minutesNone: '还没有纪要。',
  minutesBy: (by, at) => `${by}于 ${at} 拟稿，待批准。`,
  approvedBy: (by, at) => `${by}于 ${at} 批准。`,

  news: (meeting) => ({
    topics_called: `请提请议题：${meeting}`,
    agenda_drafted: `${meeting}议程已拟出，请审阅印发`,
    agenda_due: `${meeting}议程尚未印发`,
    invited: `参会通知：${meeting}`,
    moved: `${meeting}安排有变动`,
    cancelled: `${meeting}取消`,
    minutes_due: `请写纪要：${meeting}`,
    minutes_published: `${meeting}纪要已印发`,
  }),
  movedTitle: (meeting, from, to) => `${meeting}改期：由 ${from} 改为 ${to}`,
  cancelledTitle: (meeting) => `${meeting}已取消`,
  heldTitle: (meeting) => `${meeting}已召开`,
  publishedTitle: (number, meeting) => `${number}：${meeting}`,
  topicsAsk: (until) => `贵单位有事项需提请会议研究的，请于 ${until} 前提出，写明理由和提请事项。`,
  agendaDueLine: '印发后才通知参会人员。',
  comingAnswered: '您已答复：参加',
  excusedAnswered: (instead) => (instead === '' ? '您已请假' : `您已请假，由${instead}代为参会`),
  movedNote: '时间、地点以本条为准；已加入日历的，请重新加入，旧的自动更新。',
  cancelledFrom: (at) => `原定 ${at}。已加入日历的，请点“移出日历”。`,
  heldAt: (at) => `会商时间 ${at}。请写明听取、议定、出席、请假、列席。`,
  minutesWanted: '批准后编号印发，议定事项立为督办事项。',
  minutesMissed: '本期已过，没有纪要，台账记为未召开；确已召开的，请补写。',
  minutesWait: (by) => `纪要已由${by}拟稿，待批准。`,
  proposedTitle: (unit, title) => `${unit}提请议题：${title}`,
  declinedTitle: (meeting, title) => `议题未列入${meeting}：${title}`,
  declinedBy: (by) => `${by}答复：`,
  why: (post) => `因您是${post}。`,
  whyInstead: (post, name) => `${name}暂不能接收，因您是${post}，由您代收。`,
  post: (role) => words.recipients[role],
  line: (title, when) => `${title} · ${when}`,
  text: (title, when) => `${title}；会议时间 ${when}`,

  did: (meeting) => ({
    topic_proposed: `议题已提请${meeting}`,
    topic_declined: `议题未列入${meeting}，已告知提请单位`,
    agenda_edited: `${meeting}议程已保存，尚未印发`,
    issued: `${meeting}议程已印发`,
    moved: `${meeting}的安排已更改，参会人员已获告知`,
    cancelled: `${meeting}已取消，参会人员已获告知`,
    attending: `已登记您参加${meeting}`,
    excused: `已登记您请假：${meeting}`,
    minuted: `${meeting}纪要已保存，待批准`,
    approved: `${meeting}纪要已批准印发`,
  }),
  approvedWith: (number, tasks) =>
    tasks === 0 ? `${number}，没有议定事项。` : `${number}，${tasks} 项议定事项已立为督办事项。`,
  issuedTo: (count) => `参会通知将发给 ${count} 人。`,

  decisionsTitle: '议定事项',
  lastMeeting: '最近一次会议',
  inQuotes: (query) => `“${query}”`,
  decisionsNone: '还没有',
  decisionsNoneFound: '没有找到',
  decisionsSince: (date) => `范围为${date}以来的会商；更早的请在问题里写明时间，或用“搜索”。`,
  decisionsText: (count, open) => `共 ${count} 项，${open === 0 ? '均已办结' : `其中 ${open} 项未办结`}`,
  heldOn: (number, date) => `${number} · ${date}`,

  invitation: (meeting, at) => `日历邀请已备好：${meeting}，${at}`,
  invitationHow: '用日历程序打开附件即可加入。改期或取消后，再打开新的附件，旧的自动更新。',
  withoutEmail: '名册里没有您的邮箱，这份邀请未写您的姓名，仍可照常加入日历。可请办公室补登邮箱。',

  homeTitle: '会商',

  forms: consultationForms,
  refusals: {
    none: (next) => (next === null ? '目前没有会商。' : `目前没有会商，下一次为 ${next}。`),
    state: (by) => {
      const who = by === null ? '' : `由${by}`;
      return {
        planned: '议程尚未印发',
        issued: `议程已${who}印发`,
        minuted: `纪要已${who}拟稿，待批准`,
        approved: `纪要已${who}批准印发`,
        cancelled: `已${who}取消`,
      };
    },
    cannot: (meeting, state, verb) => `${meeting}${state}，不能再${verb}。`,
    notYet: (meeting, at) => `${meeting}定于 ${at} 召开，会后再写纪要。`,
    already: (meeting, at) => `${meeting}已于 ${at} 开始，不能再改。`,
    noMinutes: (meeting) => `${meeting}还没有纪要，请先写纪要再批准。`,
    overtaken: (meeting, by) =>
      by === null
        ? `您打开后，${meeting}已另有处理，请看过现状再办。`
        : `您打开后，${by}已对${meeting}另有处理，请看过现状再办。`,
    topicsClosed: (meeting) => `${meeting}议程已印发，不再接受新议题，可留待下次会商提出。`,
    typedKept: '您写的内容：',
    notInvited: (meeting) => `您不在${meeting}的参会名单里，无需答复。`,
  },
};
