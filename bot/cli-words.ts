// The words of the `duban` command line, in two languages; those of a start that is refused are in terminal-words.ts.

import type { Language } from '../domain/campaign.ts';

type CliWords = {
  usage: string;
  options: string;
  commands: string;
  arguments: string;
  about: string;
  help: string;
  helpCommand: string;
  version: string;
  start: string;
  startMore: string;
  import: string;
  importFile: string;
  dryRun: string;
  rehearse: string;
  days: string;
  from: string;
  campaign: string;
  verify: string;
  ask: string;
  askText: string;
  askCampaign: string;
  askNow: string;
  askAs: string;
  askContext: string;
  askExplain: string;
  askBatch: string;
  exitCodes: string;
  wrongUsage: Record<
    'unknownCommand' | 'unknownOption' | 'missing' | 'excess' | 'other',
    (what: string) => string
  >;
  seeHelp: string;
  applied: (name: string, changes: number) => string;
  wouldApply: (name: string, changes: number) => string;
  unchanged: (name: string) => string;
  noticeApplied: (days: number) => string;
  noticeWouldApply: (days: number) => string;
  noticeUnchanged: string;
  noticeDay: (date: string, off: boolean, name: string) => string;
  warnings: (count: number) => string;
  badDays: (typed: string, most: number) => string;
  badFrom: (typed: string) => string;
  noCampaign: string;
  askNeedsCampaign: string;
  noText: string;
  badRole: (typed: string, roles: string) => string;
  badUnit: (typed: string) => string;
  badNow: (typed: string) => string;
  badLine: string;
  notStored: (name: string) => string;
  nobodyInRole: (role: string) => string;
  recordedInSlack: string;
  willSend: (from: string, to: string, count: number) => string;
  nothingSent: string;
  why: (why: string) => string;
  chainHolds: (lines: number) => string;
  chainBroken: (lines: number, at: number) => string;
  working: string;
};

const zh: CliWords = {
  usage: '用法：',
  options: '选项：',
  commands: '命令：',
  arguments: '参数：',
  about: '督办：领导小组办公室在 Slack 里的工作台。',
  help: '显示帮助',
  helpCommand: '显示某个命令的帮助',
  version: '显示版本',
  start: '启动（与 npm start 相同）',
  startMore: '有 Slack 令牌时启动机器人；没有时在本机打开工作台。设置见 README 的“设置”一节。',
  import: '导入专项文件或放假安排：全部导入，或列出全部问题而一处不改',
  importFile: '专项文件（YAML），或放假安排（YAML、JSON）',
  dryRun: '只列出会改什么，不写入',
  rehearse: '列出今后若干天将要发出的每条消息；什么也不发',
  days: '天数，1 到 366（默认 14）',
  from: '从这一时刻算起，如 2016-08-05T15:30:00+08:00（默认为现在）',
  campaign: '按这个专项文件推算，不用数据库',
  verify: '核对日志链：有没有被改动、缺失或错序的记录',
  ask: '用自己的话提问，从数据库里的台账回答；或看这句话会被理解成什么',
  askText: '问题，中文或英文',
  askCampaign: '问的是这个专项文件里的事',
  askNow: '问的时刻，如 2016-08-05T16:00:00+08:00',
  askAs: '谁在问：角色，或“角色:单位”，如 liaison:gaj',
  askContext: '上一个问题（追问时）',
  askExplain: '不回答，只输出理解结果（一个 JSON 对象）；不用数据库',
  askBatch: '从标准输入逐行读入 {text, now, as, context?}，每行输出一个理解结果',
  exitCodes: '退出码：0 正常；1 被拒绝或发现问题；2 用法或设置不对；3 数据库不可用。',
  wrongUsage: {
    unknownCommand: (what) => `没有这个命令：${what}`,
    unknownOption: (what) => `没有这个选项：${what}`,
    missing: (what) => `缺少：${what}`,
    excess: (what) => `参数太多：${what}`,
    other: (what) => `用法不对：${what}`,
  },
  seeHelp: '用法见 duban --help。',
  applied: (name, changes) => `已导入 ${name}，共 ${changes} 处变化：`,
  wouldApply: (name, changes) => `导入 ${name} 会有 ${changes} 处变化（没有写入）：`,
  unchanged: (name) => `${name} 没有变化。`,
  noticeApplied: (days) => `已导入放假安排，共 ${days} 天有变化：`,
  noticeWouldApply: (days) => `导入放假安排会有 ${days} 天变化（没有写入）：`,
  noticeUnchanged: '放假安排没有变化。',
  noticeDay: (date, off, name) => `${date} ${off ? '放假' : '上班'}（${name}）`,
  warnings: (count) => `请留意（${count} 处，不影响导入）：`,
  badDays: (typed, most) => `天数应为 1 到 ${most} 的整数，现为“${typed}”。`,
  badFrom: (typed) => `--from 应为带时区的时刻，如 2016-08-05T15:30:00+08:00，现为“${typed}”。`,
  noCampaign: '数据库里还没有专项行动。请先 duban import 文件，或用 --campaign 指定文件。',
  askNeedsCampaign: '请用 --campaign 指定专项文件。',
  noText: '没有问题的文字。',
  badRole: (typed, roles) => `没有这个角色：“${typed}”。可用：${roles}；单位跟在冒号后，如 liaison:gaj。`,
  badUnit: (typed) => `专项里没有代号为“${typed}”的单位。`,
  badNow: (typed) => `时刻应带时区，如 2016-08-05T16:00:00+08:00，现为“${typed}”。`,
  badLine: '这一行不是 JSON。',
  notStored: (name) => `数据库里没有“${name}”。请先 duban import 这个专项文件。`,
  nobodyInRole: (role) => `数据库里的名册上，这一天没有人是 ${role}。`,
  recordedInSlack: '这件事要留下记录，请在 Slack 里办；这里只回答问题，什么也不写入。',
  willSend: (from, to, count) => `${from} 至 ${to} 将发出 ${count} 条消息（只是演练，没有发送）：`,
  nothingSent: '这段时间没有要发的消息。',
  why: (why) => `（${why}）`,
  chainHolds: (lines) => `日志链完好，共 ${lines} 条。`,
  chainBroken: (lines, at) => `日志链在第 ${at} 条断开（被改动、缺失或错序）；其前 ${lines} 条完好。`,
  working: '正在处理…',
};

const en: CliWords = {
  usage: 'Usage:',
  options: 'Options:',
  commands: 'Commands:',
  arguments: 'Arguments:',
  about: 'Duban: the desk of a leading group in Slack.',
  help: 'show help',
  helpCommand: 'show the help of a command',
  version: 'show the version',
  start: 'start (the same as npm start)',
  startMore:
    'With Slack tokens this starts the bot, without them the desk on this machine. For the settings see the README.',
  import:
    'import a campaign file or a holiday notice: the whole of it, or nothing and a list of every problem',
  importFile: 'the campaign file (YAML), or a holiday notice (YAML or JSON)',
  dryRun: 'only list what would change, write nothing',
  rehearse: 'list every message that would be sent in the next days; nothing is sent',
  days: 'number of days, 1 to 366 (default: 14)',
  from: 'count from this instant, such as 2016-08-05T15:30:00+08:00 (default: now)',
  campaign: 'reckon with this campaign file and leave the database alone',
  verify: 'check the audit chain: was any line altered, lost or put out of order',
  ask: 'answer a question in your own words from the database, or see how it is understood',
  askText: 'the question, in Chinese or English',
  askCampaign: 'the campaign file that is asked about',
  askNow: 'the moment of asking, such as 2016-08-05T16:00:00+08:00',
  askAs: 'who asks: a role, or role:unit such as liaison:gaj',
  askContext: 'the question before, for a follow-up',
  askExplain: 'print the reading as one JSON object instead of the answer; no database is used',
  askBatch: 'read {text, now, as, context?} line by line from standard input, write one reading a line',
  exitCodes: 'Exit codes: 0 fine; 1 refused, or problems found; 2 wrong usage or settings; 3 no database.',
  wrongUsage: {
    unknownCommand: (what) => `There is no such command: ${what}`,
    unknownOption: (what) => `There is no such option: ${what}`,
    missing: (what) => `Missing: ${what}`,
    excess: (what) => `Too many arguments: ${what}`,
    other: (what) => `Wrong usage: ${what}`,
  },
  seeHelp: 'See duban --help.',
  applied: (name, changes) => `Imported ${name}, ${changes} ${changes === 1 ? 'change' : 'changes'}:`,
  wouldApply: (name, changes) =>
    `Importing ${name} would make ${changes} ${changes === 1 ? 'change' : 'changes'} (nothing was written):`,
  unchanged: (name) => `${name}: nothing changes.`,
  noticeApplied: (days) =>
    `Imported the holiday notice, ${days} ${days === 1 ? 'day changes' : 'days change'}:`,
  noticeWouldApply: (days) =>
    `Importing the holiday notice would change ${days} ${days === 1 ? 'day' : 'days'} (nothing was written):`,
  noticeUnchanged: 'The holiday notice changes nothing.',
  noticeDay: (date, off, name) => `${date} ${off ? 'day off' : 'working day'} (${name})`,
  warnings: (count) => `Worth knowing (${count}; the import is not held up):`,
  badDays: (typed, most) =>
    `The number of days should be a whole number from 1 to ${most}, found "${typed}".`,
  badFrom: (typed) =>
    `--from should be an instant with its zone such as 2016-08-05T15:30:00+08:00, found "${typed}".`,
  noCampaign:
    'The database has no campaign yet. Run duban import FILE first, or name a file with --campaign.',
  askNeedsCampaign: 'Name the campaign file with --campaign.',
  noText: 'There is no text to read.',
  badRole: (typed, roles) =>
    `There is no such role: "${typed}". Known: ${roles}; a unit follows a colon, as in liaison:gaj.`,
  badUnit: (typed) => `The campaign has no unit with the id "${typed}".`,
  badNow: (typed) =>
    `The moment should come with its zone, such as 2016-08-05T16:00:00+08:00, found "${typed}".`,
  badLine: 'This line is not JSON.',
  notStored: (name) => `The database has no campaign "${name}". Run duban import with its file first.`,
  nobodyInRole: (role) => `Nobody on the roster in the database is ${role} on that day.`,
  recordedInSlack:
    'This leaves a record, so it is done in Slack; here questions are answered and nothing is written.',
  willSend: (from, to, count) =>
    `${from} to ${to}: ${count} ${count === 1 ? 'message' : 'messages'} would be sent (a rehearsal, nothing was sent):`,
  nothingSent: 'Nothing would be sent.',
  why: (why) => ` (${why})`,
  chainHolds: (lines) => `The audit chain holds, ${lines} ${lines === 1 ? 'line' : 'lines'}.`,
  chainBroken: (lines, at) =>
    `The audit chain is broken at line ${at} (altered, lost or out of order); ${lines} before it hold.`,
  working: 'Working…',
};

/** The command line's words in one language. */
export const cliWords = (language: Language): CliWords => ({ zh, en })[language];
export type { CliWords };
