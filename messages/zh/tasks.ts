// 中文: supervised tasks, from dispatch to closing.

import type { TaskState } from '../../domain/task/things.ts';
import type { EntryWords, TaskFormWords, TaskWords } from '../catalog-tasks.ts';
import { words } from './words.ts';

export const taskForms: TaskFormWords = {
  problems: {
    unit_ended: ({ unit, on }, date) => `${unit}已于 ${date(on)} 撤销，请选其他单位。`,
    not_a_unit: ({ typed, near }) =>
      `没有找到单位“${typed}”。${near === null ? '请填名册里的单位名称。' : `您要找的是 ${near} 吗？`}`,
    not_a_percent: ({ typed }) => `“${typed}”不是进度，请填 0 到 100 的整数。`,
    not_a_step: ({ typed }) =>
      `没有看懂“${typed}”。每行一步，写步骤、单位、时长，如：初验 市工商局 5个工作日。`,
    not_later: ({ typed, than }, date) => `“${typed}”不晚于原期限 ${date(than)}，请选更晚的日期。`,
    evidence_wanted: ({ evidence }) => `办结须有依据（${evidence}），请写明或附上文件。`,
  },
  titles: {
    task_new: '新建督办事项',
    task_feed_back: '反馈进展',
    task_submit: '提请办结',
    task_step_done: '完成本步',
    task_extend: '申请延期',
    task_decide_extension: '答复延期',
    task_close: '办结销号',
    task_return: '退回重办',
    task_withdraw: '撤销督办事项',
    task_reopen: '重新办理',
    task_reassign: '改派',
  },
  submits: {
    task_new: '交办',
    task_feed_back: '反馈',
    task_submit: '提请办结',
    task_step_done: '完成本步',
    task_extend: '申请',
    task_decide_extension: '答复',
    task_close: '办结',
    task_return: '退回',
    task_withdraw: '撤销',
    task_reopen: '重新办理',
    task_reassign: '改派',
  },
  fromMessage: (permalink) => `由这条消息转来，将作为来源保存：${permalink}`,
  title: '事项',
  ask: '要求',
  askHint: '要办什么、办到什么程度，承办单位会原文收到',
  lead: '承办单位',
  leadHint: '单位较多，请填写单位名称',
  helpers: '协办单位',
  helpersHint: '协办单位向承办单位反馈',
  namesHint: '填写单位名称，用逗号隔开',
  dueOn: '期限',
  dueOnHint: '当天下班前；分步办理的不填，由各步推算',
  priority: '紧急程度',
  priorityHint: '一般的于下一个工作日下班前签收，紧急、特急的两小时内签收',
  feedback: '多久反馈一次',
  feedbackNone: '不定期反馈',
  evidence: '办结要求',
  evidenceHint: '办结时要附的依据，如整改前后照片；没有可不填',
  area: '领域',
  phase: '阶段',
  source: '来源',
  sourceText: '来源说明',
  sourceHint: '如方案条款、批示原文',
  steps: '分步办理',
  stepsHint: '每行一步，第一步从交办次日起算，如：初验 市工商局 5个工作日',
  percent: '进度（%）',
  percentHint: (percent) => `0 到 100 的整数，目前 ${percent}`,
  progress: '进展情况',
  progressHint: '办了什么、还差什么、有什么困难',
  submitText: '办理结果',
  submitHint: (evidence) => (evidence === null ? '写明办到了什么程度' : `办结要求：${evidence}`),
  stepText: (step) => (step === null ? '本步结果' : `“${step}”的结果`),
  stepHint: '提交后下一步从次日起算，并通知其单位',
  files: '附件',
  until: '延期至',
  untilHint: (date) => `不填即为 ${date}`,
  extendReason: '延期理由',
  extendProgress: '目前进展',
  extendNote: '办公室答复前，原期限不变。',
  asked: (by, at, until) => `${by}于 ${at} 申请延期至 ${until}，理由：`,
  askedProgress: (text) => `目前进展：${text}`,
  answer: '答复',
  grant: '同意延期',
  refuse: '不同意，原期限不变',
  grantedUntil: '同意延期至',
  answerReason: '说明',
  answerReasonHint: '不同意时请写明理由',
  closeText: '办结依据',
  closeHint: (evidence) => (evidence === null ? '可不填' : `要求：${evidence}`),
  reason: '理由',
  reasonHint: '承办单位会原文收到',
  newDate: '新的期限',
  newLead: '改由哪个单位承办',
  withdrawNote: '撤销后不再提醒，编号和经过保留。',
  reassignNote: '原有经过全部保留，原承办单位和新承办单位都会收到通知。',
};

const state: Record<TaskState, string> = {
  dispatched: '待签收',
  in_progress: '办理中',
  in_review: '待审核',
  closed: '已办结',
  withdrawn: '已撤销',
};

const withProgress = (stands: string, percent: number): string =>
  percent === 0 ? stands : `${stands}，进度 ${percent}%`;
/** （原 8月12日 周五） */
const wasDue = ({ before }: EntryWords): string => (before === null ? '' : `（原 ${before}）`);
const newDue = (entry: EntryWords): string =>
  entry.until === null ? '' : `，期限 ${entry.until}${wasDue(entry)}`;

const ENDS = { sign: '签收后', feedback: '反馈后本次', submit: '提请办结后', review: '审核后' };
/** 因您是承办单位联络员, where the unit is not known: those told are of the lead unit or of one that helps. */
const post = (role: keyof typeof words.recipients): string =>
  role === 'office' || role === 'office_director'
    ? words.recipients[role]
    : `承办或协办单位${words.recipients[role]}`;

export const tasks: TaskWords = {
  number: (year, no) => `督办〔${year}〕${no}号`,
  named: (no, title) => `${no} ${title}`,
  cited: (no, title) => `${no}“${title}”`,
  state,
  priority: { normal: '一般', urgent: '紧急', most_urgent: '特急' },
  light: { green: '正常', yellow: '临期', red: '逾期' },
  source: {
    plan: '方案条款',
    decision: '会商议定事项',
    instruction: '领导批示',
    message: '消息转办',
    inspection: '督查发现',
    other: '其他',
  },
  from: (source, text) => (text === '' ? `来源：${source}` : `来源：${source}（${text}）`),
  verbs: {
    new: '新建',
    list: '督办列表',
    show: '查看',
    sign: '签收',
    feed_back: '反馈',
    submit: '提请办结',
    step_done: '完成本步',
    extend: '申请延期',
    decide_extension: '答复延期',
    close: '办结销号',
    return: '退回重办',
    reassign: '改派',
    withdraw: '撤销',
    reopen: '重新办理',
  },
  length: ({ days, of }) => (of === 'working' ? `${days}个工作日` : `${days}个自然日`),
  rhythm: (rhythm) => {
    if (rhythm.every === 'week') return '每周反馈';
    return rhythm.days === 1 ? '每个工作日反馈' : `每 ${rhythm.days} 个工作日反馈`;
  },

  now: (stands, asOf) => `现状${asOf === null ? '' : `（${asOf}）`}：${stands}`,
  toSign: (by) => `待签收，请于 ${by} 前签收`,
  signLate: (by) => `待签收，已过签收期限（${by}）`,
  underWay: (percent, isReturned) => withProgress(isReturned ? '退回重办' : '办理中', percent),
  underWaySigned: (percent, by, at) => withProgress(`办理中（${by} ${at} 签收）`, percent),
  feedbackOn: (date) => `下次反馈 ${date}`,
  feedbackLate: (date) => `应于 ${date} 反馈，尚未反馈`,
  because: (reason) => `理由：${reason}`,
  askedUntil: (date) => `已申请延期至 ${date}，待答复`,
  inReview: (percent) => (percent === 0 ? '待办公室审核' : `待办公室审核，进度 ${percent}%`),
  closedAt: (at) => `已办结，${at}`,
  due: (due) => `期限 ${due}`,
  lightLeft: (left) => ({ green: `正常，${left}`, yellow: `临期，${left}` }),
  ask: '要求',
  helpers: (names) => `协办：${names}`,
  evidence: (evidence) => `办结要求：${evidence}`,
  place: (area, phase) =>
    [...(area === null ? [] : [`领域：${area}`]), ...(phase === null ? [] : [`阶段：${phase}`])].join(' · '),
  shortNotice: '交办时距期限不足一个工作日，不计入考核',
  steps: '分步办理',
  step: (no, name, unit, length) => `${no}. ${name}（${unit}，${length}）`,
  stepDone: (at) => `${at} 完成`,
  stepDue: (date) => `在办，期限 ${date}`,
  stepPlanned: (date) => `未开始，预计 ${date}`,
  made: (by, at) => `${by}于 ${at} 交办`,
  signedBy: (by, at) => `${by}于 ${at} 签收`,
  timeline: '办理经过',
  earlier: (count) => `更早 ${count} 条未列出`,

  happened: ({ unit, to, step }) => ({
    dispatched: '新的督办事项',
    signed: `${unit ?? ''}已签收`,
    fed_back: `${unit ?? ''}反馈进展`,
    submitted: `${unit ?? ''}提请办结`,
    returned: '退回重办',
    closed: '办结销号',
    withdrawn: '督办事项已撤销',
    reopened: '重新办理',
    extension_asked: `${unit ?? ''}申请延期`,
    extension_granted: '延期已获同意',
    extension_refused: '延期未获同意',
    reassigned: `改由${to ?? words.none}承办`,
    step_done: `“${step ?? words.none}”已完成，下一步由${to ?? words.none}办理`,
  }),
  titled: (happened, named) => `${happened}：${named}`,
  entry: (kind, entry) => {
    switch (kind) {
      case 'dispatched':
        return `交办${newDue(entry)}`;
      case 'signed':
        return '签收';
      case 'fed_back':
        return entry.percent === null ? '反馈' : `反馈，进度 ${entry.percent}%`;
      case 'submitted':
        return '提请办结';
      case 'returned':
        return `退回重办${newDue(entry)}`;
      case 'closed':
        return '办结销号';
      case 'withdrawn':
        return '撤销';
      case 'reopened':
        return `重新办理${newDue(entry)}`;
      case 'extension_asked':
        return `申请延期至 ${entry.until ?? words.none}${wasDue(entry)}`;
      case 'extension_granted':
        return `同意延期至 ${entry.until ?? words.none}${wasDue(entry)}`;
      case 'extension_refused':
        return '不同意延期，原期限不变';
      case 'reassigned':
        return `改由${entry.to ?? words.none}承办（原${entry.from ?? words.none}）${newDue(entry)}`;
      case 'step_done':
        return `完成“${entry.step ?? words.none}”${entry.to === null ? '' : `，下一步由${entry.to}办理`}${newDue({ ...entry, before: null })}`;
    }
  },
  by: (person, unit) => (unit === null ? person : `${person}（${unit}）`),
  progress: (text) => `目前进展：${text}`,
  did: {
    dispatched: '已交办',
    signed: '已签收',
    fed_back: '反馈已收到',
    submitted: '已提请办结',
    returned: '已退回重办',
    closed: '已办结销号',
    withdrawn: '已撤销',
    reopened: '已重新办理',
    extension_asked: '延期申请已提交',
    extension_granted: '已同意延期',
    extension_refused: '已答复不同意延期',
    reassigned: '已改派',
    step_done: '本步已完成',
  },

  dueTitle: (when, named) => `${when} 前请办结：${named}`,
  overdueTitle: (overdue, named) => `${overdue}，尚未办结：${named}`,
  overdueSince: (due) => `已过期限（${due}）`,
  signTitle: (when, named) => `${when} 前请签收：${named}`,
  signLateTitle: (by, named) => `已过签收期限（${by}），尚未签收：${named}`,
  feedbackTitle: (when, named) => `${when}请反馈进展：${named}`,
  feedbackLateTitle: (on, named) => `应于 ${on} 反馈进展，尚未反馈：${named}`,
  reviewTitle: (named) => `提请办结后尚未审核：${named}`,
  endedTitle: (unit, named) => `${unit}已撤销，请改派：${named}`,
  lineSign: (when, what) => `${when} 前签收：${what}`,
  lineFeedback: (when, what) => `${when}反馈：${what}`,
  lineReview: (what) => `待审核：${what}`,
  why: (role) => `因您是${post(role)}`,
  whyInstead: (role, name) => `${name}暂不能接收，因您是${post(role)}，由您代收`,
  whyOffice: '因您负责督办此事',
  whyAsked: '因您申请过延期',
  small: (why, ends, step) =>
    `${why}${ends === null ? '' : `；${ENDS[ends]}不再提醒`}。${step === null ? '' : `（${step}）`}`,

  list: '督办事项',
  listText: (scope, count, at) => `${scope}：${count} 项，截至 ${at}。`,
  nothing: '没有这样的督办事项。',
  filter: { mine: '我单位的', extension: '申请延期', open: '在办', all: '全部' },
  counts: ({ open, unsigned, inReview, extensions }) =>
    [
      `在办 ${open}`,
      ...(unsigned === 0 ? [] : [`待签收 ${unsigned}`]),
      ...(inReview === 0 ? [] : [`待审核 ${inReview}`]),
      ...(extensions === 0 ? [] : [`申请延期 ${extensions}`]),
    ].join(' · '),
  lights: (red, yellow) =>
    [...(red === 0 ? [] : [`逾期 ${red}`]), ...(yellow === 0 ? [] : [`临期 ${yellow}`])].join(' · '),
  more: (count) => `另有 ${count} 项，可加单位、领域或“逾期”缩小范围。`,
  newestEnded: (count) => `已结束的事项只查最近 ${count} 项，更早的请说明月份，或用编号查看。`,

  home: (count) => `督办事项 ${count} 项`,
  mineText: (count, isOnly) => `${isOnly ? '' : '另'}有 ${count} 项督办事项。`,
  counted: (label, count) => `${label} ${count}`,
  fromReport: '转督办',
  fromReportOf: (report) => `转督办：${report}`,
  nothingOpen: '没有在办的督办事项。',
  board: '督办',
  section: '督办事项',
  sectionOf: {
    new: (count) => `新增 ${count} 项：`,
    closed: (count) => `办结 ${count} 项：`,
    overdue: (count) => `逾期 ${count} 项：`,
  },
  sectionLine: (named, unit) => `${named}（${unit}）`,
  sectionMore: (count) => `另有 ${count} 项`,

  noSuch: (typed) => `没有督办事项“${typed}”。可以用编号查看，如：督办 查看 12。`,
  which: (verb) => `${verb}：请选择督办事项。`,
  whichNone: (verb) => `${verb}：请写明编号，如：督办 查看 12。目前没有可以${verb}的督办事项。`,
  notYours: (verb, lead) => `这件督办由${lead}承办，“${verb}”由其联络员、B角或负责人办理，您不在其中。`,
  officeVerb: (verb) => `“${verb}”由领导小组办公室办理。`,
  seeOnly: '督办事项只对承办和协办单位、办公室、组领导和督查开放。',
  stateForbids: (cited, verb, stands) => `${cited}现为${stands}，不能${verb}。`,
  overtaken: (named) => `您打开后，${named}已另有处理，请看过现状再办。`,
  lastDid: (by, at, did) => `${by}已于 ${at} ${did}。`,
  tooLate: (named, due) => `延期应在期限前申请，${named}已于 ${due} 到期。可以先反馈进展，办成后提请办结。`,
  pending: (named, until, by, at) => `${named}已申请延期至 ${until}（${by}，${at}），等办公室答复。`,

  forms: taskForms,
};
