// 中文: the bulletin, answers to questions, refusals and Home.

import type { NoticeItem } from '../../domain/notice.ts';
import type { AnswerWords, BulletinWords, HomeWords, RefusalWords } from '../catalog-answers.ts';
import { words } from './words.ts';

export const bulletin: BulletinWords = {
  title: (duty, no) => (no === null ? duty : `${duty} 第${no}期`),
  parts: {
    overview: '一、总体情况',
    units: '二、各单位情况',
    highlights: '三、突出做法',
    next: '四、问题和下步要求',
  },
  counts: (period, due, onTime, late, nil, missing) => {
    const share =
      due === 0 ? '' : `（${onTime.percent}%${onTime.before === '' ? '' : `，${onTime.before}`}）`;
    const nils = nil === 0 ? '' : `，零报告 ${nil} 家`;
    return `${period}应报 ${due} 家，按时 ${onTime.count} 家${share}${nils}，迟报 ${late} 家，未报 ${missing} 家。`;
  },
  beforePercent: (before, percent) => `${before} ${percent}%`,
  missing: (names) => `未报：${names}`,
  late: (names) => `迟报：${names}`,
  waived: (names) => `免报：${names}`,
  nobodyMissing: '各单位均已报送。',
  disputed: (unit, dispute) => `${unit}（申诉：${dispute}）`,
  folded: '全文、各单位情况、下步要求见本条回复。',
  overview: '总体情况',
  problems: '存在问题',
  next: '下步要求',
  highlights: '突出做法',
  draftedNext: (missing, late) => {
    if (missing > 0) return '请未报单位尽快补报，并说明原因；其他单位继续按时报送。';
    return late > 0 ? '请迟报单位按时报送；其他单位继续保持。' : '请各单位继续按时报送。';
  },
  noHighlights: '本期未选取。',
  correction: (duty, no, correction) => `${bulletin.title(duty, no)} 更正（${correction}）`,
  correctionBy: (by, at) => `${by}，${at}。原通报保留不动，以本更正为准。`,
  state: {
    drafted: '初稿，未经批准。数字随台账变化，批准后固定。',
    approved: (by, at) => `${by}于 ${at} 批准，数字已固定，尚未发布。`,
    published: (by, at) => `${by}于 ${at} 发布。`,
  },
  did: {
    preview: '通报预览',
    edited: '修改已保存',
    approved: '通报已批准',
    published: '通报已发布',
    corrected: '更正已发布',
  },
  due: (due) => `应于 ${due} 前发布`,
  confirmPublish: {
    title: '发布通报',
    text: '发布后不能撤回，只能发更正。',
    confirm: '发布',
    deny: '再看看',
  },
  text: (title, counts) => `${title}：${counts}`,
};

const REHEARSED: Record<NoticeItem['kind'] | 'bulletin_head', string> = {
  reminder: '提醒',
  chase: '催报',
  returned: '退回通知',
  waived: '免报通知',
  deadline_changed: '截止时间变更',
  filed_for_you: '代报通知',
  receipt: '回执',
  late_report: '补报通知',
  dispute_filed: '申诉',
  dispute_decided: '申诉答复',
  bulletin_drafted: '通报初稿',
  bulletin_head: '通报',
  unit_unreachable: '无人可提醒',
  person_unbound: '未关联 Slack',
  channel_trouble: '频道不能发送',
  delivery_refused: '未送达',
  database_trouble: '数据库有问题',
  handed_over: '联络员更换',
  task: '督办通知',
  task_reminder: '督办提醒',
};

const VERBS: Record<string, string> = {
  report: '报送',
  nil: '零报告',
  chase: '催报',
  return: '退回',
  accept: '接收',
  waive: '免报',
  dispute: '申诉',
  decide_dispute: '答复申诉',
  note: '已知悉',
  leave: '请假',
  replace_liaison: '换联络员',
  import: '导入专项文件',
  export: '导出',
  bulletin_edit: '编辑通报',
  bulletin_approve: '批准通报',
  bulletin_publish: '发布通报',
  bulletin_correct: '更正通报',
  leave_cancelled: '销假',
  language: '更改语言',
  import_notice: '导入放假通知',
};

export const answers: AnswerWords = {
  mine: '我的待办',
  mineText: (owed) => `您有 ${owed} 项待办报送。`,
  nothingOwed: (units) => (units === '' ? '您目前没有待办报送。' : `${units}目前没有待办报送。`),
  owedLine: (unit, due) => `${unit} · 截止 ${due}`,
  filedLately: '近期已报',
  filedLine: (what, at, how) => `${what} · ${at} · ${how}`,
  statusHead: (left) => `（${left}）`,
  due: (due, reported, nil) => `应报 ${due} · 已报 ${reported}${nil === 0 ? '' : `（零报告 ${nil}）`}`,
  missingNames: (count, names) => `未报 ${count}：${names}`,
  allReported: '全部已报',
  waivedCount: (count) => `免报 ${count}`,
  lateNames: (count, names) => `迟报 ${count}：${names}`,
  statusText: (titled, due, reported, missing, at) =>
    `${titled}：应报 ${due} 家，已报 ${reported} 家，未报 ${missing} 家，截至 ${at}。`,
  missingTitle: (titled) => `尚未报送：${titled}`,
  unitStatus: (unit) => `${unit}报送情况`,
  unitStatusText: (unit, at) => `${unit}报送情况，截至 ${at}。`,
  noRows: '目前没有应报事项。',
  deadline: (due) => `截止 ${due}`,
  noContent: '（未填）',
  olderVersions: '历次版本',
  nothingFiled: (unit, report) =>
    report === null ? `${unit}还没有报送件。` : `${unit}还没有报送${report}。`,
  chased: (units, names) => `已催报 ${units} 家：${names}`,
  chasedNobody: '没有需要催报的单位',
  chaseLater: (at) => `现在不在提醒时段，将于 ${at} 发出。`,
  chaseNow: '提醒已经发出。',
  chaseSkipped: (names) => `两小时内已催过，未再催：${names}`,
  chasedAt: (unit, at) => `${unit}（${at}）`,
  chaseUnreachable: (names) => `无人可以提醒，请电话联系：${names}`,
  returned: (unit, report, due) => `已退回${unit}${report}，请其于 ${due} 前重新报送。`,
  accepted: (unit, report) => `已接收${unit}${report}。`,
  waived: (unit, report) => `${unit}${report}已免报，不再提醒。`,
  disputed: (unit, report) => `已收到${unit}就${report}提出的申诉，办公室答复后告知您。`,
  disputeDecided: (unit, report, upheld) =>
    `${unit}${report}的申诉已答复：${upheld ? '成立' : '不成立'}。该单位已获告知。`,
  noted: (unit, report) => `已知悉${unit}${report}，下一次提醒不再发给您。截止前的最后一次仍会提醒。`,
  cannotNote: (unit, report) => `${unit}${report}的这一步提醒不能免去，报送后自动停止。`,
  roster: (unit) => (unit === null ? '名册' : `${unit}名册`),
  rosterNote: '电话部分隐去，本人可见自己的全号。',
  rosterEmpty: '名册里没有人员。',
  unbound: '未关联 Slack',
  onLeaveUntil: (date) => `请假至 ${date}`,
  leaveSet: (person, span, cancelled) =>
    cancelled ? `${person}已销假（${span}）。` : `${person}请假已登记：${span}。`,
  leaveTold: (names) => `其间的提醒由${names}接收。`,
  liaisonReplaced: (unit, from, to) =>
    from === null ? `${unit}联络员已登记为${to}。` : `${unit}联络员已由${from}换为${to}。`,
  liaisonOpen: (open) => (open === 0 ? '目前没有待办报送。' : `${open} 项待办报送随之移交。`),
  rehearsal: (span, count) => `演练：${span}将发出 ${count} 条消息`,
  rehearsalNothing: '这段时间没有要发的消息。',
  rehearsalNote: (more) =>
    more === 0
      ? '只是演练，没有发送。按目前台账推算，报送后相应提醒取消。'
      : `另有 ${more} 项未列出，完整清单请运行 duban rehearse。只是演练，没有发送。`,
  rehearsedTo: (names, count) => (count > 1 ? `${names}（${count} 人）` : names),
  rehearsedDue: (due) => `截止 ${due}`,
  rehearsedWhy: (role, step) =>
    role === null ? words.step(step) : `${words.step(step)}，因其为${words.roles[role]}`,
  what: (kind) => (REHEARSED as Record<string, string>)[kind] ?? kind,
  exported: (rows) => `台账已导出，共 ${rows} 行。`,
  audit: (object, lines) =>
    object === null ? `日志：最近 ${lines} 条` : `${object}的日志：最近 ${lines} 条`,
  auditNothing: '没有记录。',
  verb: (verb) => VERBS[verb] ?? verb,
  settings: (language) => `您的语言：${language}`,
  settingsDid: (language) => `语言已改为：${language}`,
  languages: { zh: '中文', en: 'English', slack: '跟随 Slack' },
  help: '您可以使用的命令',
  helpText: '这里是您可以使用的命令。',
  helpNote: '在 /duban 后、私信里或 @Duban 后输入均可，中英文都行。',
};

export const refusals: RefusalWords = {
  unknownPerson: '名册里没有您的 Slack 账号。请联系领导小组办公室登记您的邮箱，登记后即可使用。',
  noCampaign: '还没有导入专项行动。请管理员运行 duban import 导入专项文件。',
  unknownCommand: (typed) => `没有“${typed}”这个命令。`,
  didYouMean: '您要的可能是：',
  unknownUnit: (typed, near) => `没有找到单位“${typed}”。${near === null ? '' : `您要找的是 ${near} 吗？`}`,
  ambiguousUnit: (typed) => `“${typed}”可以指几个单位，请选一个：`,
  unknownDuty: (typed, near) =>
    `没有找到报送事项“${typed}”。${near === null ? '' : `您要找的是 ${near} 吗？`}`,
  unknownPeriod: (typed) => `“${typed}”不是报送期。可以写 第31周、2016-W31、8月、2016-08、本周、上周。`,
  unknownWord: (typed, usage) => `没有看懂“${typed}”。可以这样写：${usage}。`,
  unknownMember: (typed, near) =>
    `名册里没有找到“${typed}”。${near === null ? '' : `您要找的是 ${near} 吗？`}`,
  whichUnit: (command) => `${command}：请选择单位。`,
  whichObligation: (command) => `${command}：请选择报送事项。`,
  ask: (contact) => `可以向办公室了解（${contact}）。`,
  officeOnly: (command) => `“${command}”只由领导小组办公室办理。`,
  notYourUnit: (unit) => `${unit}的报送由该单位联络员、B角办理，您不在其中。`,
  contentNotYours: '其他单位的报送内容只对该单位、办公室、组领导和督查开放。',
  contentInstead: (contact) =>
    contact === '' ? '您可以查看报送情况。' : `您可以查看报送情况，或向办公室了解（${contact}）。`,
  noRoleFor: (command) => `您目前的角色不能使用“${command}”。`,
  nothingOwed: (units) => (units === '' ? '您目前没有待办报送。' : `${units}目前没有待办报送，无需填报。`),
  nilNotAllowed: (unit, report) => `${unit}${report}不能零报告，请填报内容。`,
  notOwed: (unit, report, standing) => `${unit}${report}现为${standing}，无需办理。`,
  nothingToDecide: (unit, report, command, standing) => `${unit}${report}现为${standing}，不能${command}。`,
  noSuchObligation: (unit, report) => `${unit ?? '所选单位'}没有${report}这项报送。`,
  gone: '这条消息里的事项已经不在台账里，可能因专项文件更新而变动。请看最新的待办。',
  alreadyDecided: (unit, report, by, at, standing) =>
    `${unit}${report}已由${by}于 ${at} 办理，现为${standing}。`,
  notLate: (unit, report) => `${unit}${report}没有记为迟报或漏报，无需申诉。`,
  disputeTooLate: (unit, report, no) =>
    `${unit}${report}已载入第${no}期通报，申诉期已过。如确有错误，请联系办公室发布更正。`,
  nobodyToChase: (report) => `${report}没有未报单位，无需催报。`,
  chasedLately: (lines) => `同一事项两小时内只催一次，刚才已经催过：${lines}`,
  classified: (word) => `内容含有“${word}”字样。涉密内容不得在此填写，请按保密规定另行报送。未保存。`,
  noBulletin: (next) => (next === null ? '目前没有通报。' : `目前没有通报，下一期将于 ${next} 拟出初稿。`),
  bulletinState: (title) => ({
    approve_first: `${title}还没有批准，请先批准再发布。`,
    already_approved: `${title}已经批准，内容已固定。可以发布，发布后可以更正。`,
    already_published: `${title}已经发布，只能更正。`,
    not_published: `${title}还没有发布，可以直接编辑。`,
  }),
  badDays: (typed, most) => `“${typed}”不是天数，请填 1 到 ${most}。`,
  badRange: (typed) => `“${typed}”不是有效的起止日期。请写如 2016-08-08 2016-08-12，最后一天不早于第一天。`,
  formProblems: '有几处需要改正，您填写的内容都在。',
  busy: '同时办理的人较多，这次没有写入。请再试一次。',
};

export const home: HomeWords = {
  title: '督办',
  roles: (roles) => `您是${roles}`,
  owed: (count) => `待办报送 ${count} 项`,
  nothingOwed: '没有待办报送。',
  filed: '近期已报',
  board: '报送情况',
  red: '逾期未报',
  onTrack: '正在报送',
  done: '全部已报',
  bulletins: '通报',
  bulletinState: { drafted: '初稿待批准', approved: '已批准待发布', published: '已发布' },
  disputes: '待答复的申诉',
  troubles: '需要处理',
  troublePeople: (names) => `未关联 Slack，收不到提醒：${names}`,
  troubleChannels: (names) => `不能发送的频道：${names}`,
  commands: '可以办理',
  error: '首页暂时打不开',
};
