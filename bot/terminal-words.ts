// What the program says on the terminal to whoever runs it: the words of the command line and of a start that is refused.
// Slack's words are in messages/; these are read by an operator before there is any Slack. One catalog, two languages:
// a phrase that is missing in one does not compile.

import type { Problem, ProblemCode } from '../db/problem.ts';
import type { Language } from '../domain/campaign.ts';

type DatabaseWords = { [Code in ProblemCode]: (problem: Extract<Problem, { code: Code }>) => string };

type Words = {
  settingsWrong: (count: number) => string;
  notA: Record<
    'port' | 'url' | 'database' | 'instant' | 'bot_token' | 'app_token',
    (found: string) => string
  >;
  clockNeedsStandIn: string;
  bothSecrets: string;
  noSecret: string;
  appTokenAlone: string;
  samePort: (port: number) => string;
  deskHost: (found: string) => string;
  wasSimulated: string;
  wasLive: string;
  howToGetTokens: string;
  tokenRefused: (setting: string, reason: string) => string;
  portTaken: (port: number) => string;
  database: (problem: Problem) => string;
  fileUnreadable: (file: string, reason: string) => string;
  fileRefused: (file: string, problems: number) => string;
  unexpected: (reason: string) => string;
  listening: (url: string) => string;
  connected: string;
  desk: (url: string) => string;
};

// The compiler cannot see that a problem and the words under its own code belong together.
const sayProblem = (words: DatabaseWords, problem: Problem): string =>
  (words[problem.code] as (problem: Problem) => string)(problem);

const zhDatabase: DatabaseWords = {
  not_a_url: () => 'DATABASE_URL 应为 file:路径 或 postgres://…',
  locked_by_other_bot: ({ file }) =>
    `${file} 正由另一个 Duban 使用，一个文件同时只能有一个。请先停掉那一个。`,
  not_duban_database: ({ where }) => `${where} 不是 Duban 的数据库，没有改动。`,
  corrupt: ({ where, detail }) => `${where} 已损坏：${detail}。请从备份恢复。`,
  not_writable: ({ where, detail }) => `${where} 不能读写：${detail}`,
  unreachable: ({ where, detail }) => `连不上数据库 ${where}：${detail}`,
  refused: ({ where, detail }) => `数据库 ${where} 拒绝了连接：${detail}`,
  newer_schema: ({ where }) => `${where} 由更新的 Duban 写过，请升级到那个版本。`,
  older_schema: ({ where }) => `${where} 还是旧的结构，启动一次 Duban 即会升级。`,
};

const enDatabase: DatabaseWords = {
  not_a_url: () => 'DATABASE_URL should be file:PATH or postgres://…',
  locked_by_other_bot: ({ file }) =>
    `${file} is in use by another Duban; there can be only one for a file. Stop that one first.`,
  not_duban_database: ({ where }) => `${where} is not a database of Duban; nothing was changed.`,
  corrupt: ({ where, detail }) => `${where} is damaged: ${detail}. Restore it from a backup.`,
  not_writable: ({ where, detail }) => `${where} cannot be read or written: ${detail}`,
  unreachable: ({ where, detail }) => `The database ${where} cannot be reached: ${detail}`,
  refused: ({ where, detail }) => `The database ${where} refused the connection: ${detail}`,
  newer_schema: ({ where }) => `${where} was written by a newer Duban; use that version.`,
  older_schema: ({ where }) => `${where} still has an older structure; start Duban once to upgrade it.`,
};

const zh: Words = {
  settingsWrong: (count) => `有 ${count} 项设置不对，Duban 没有启动：`,
  notA: {
    port: (found) => `应为 0 到 65535 的整数，现为“${found}”`,
    url: (found) => `应为 http:// 或 https:// 开头的地址，现为“${found}”`,
    database: (found) => `应为 file:路径 或 postgres://…，现为“${found}”`,
    instant: (found) => `应为带时区的时刻，如 2016-08-05T15:30:00+08:00，现为“${found}”`,
    bot_token: (found) => `应为机器人令牌（xoxb- 开头），现以“${found}”开头`,
    app_token: (found) => `应为应用级令牌（xapp- 开头），现以“${found}”开头`,
  },
  clockNeedsStandIn: '模拟时钟不能用于真正的 Slack；请先用 SLACK_API_URL 指向替身，或去掉这一项',
  bothSecrets: '与 SLACK_APP_TOKEN 只能设一个：前者用 HTTP，后者用 Socket Mode',
  noSecret: '还需要 SLACK_SIGNING_SECRET（HTTP）或 SLACK_APP_TOKEN（Socket Mode）其中之一',
  appTokenAlone: '还需要 SLACK_BOT_TOKEN',
  samePort: (port) => `与 PORT 都是 ${port}，请换一个`,
  deskHost: (found) => `本地工作台没有登录，只能开在本机（127.0.0.1），现为“${found}”`,
  wasSimulated: '这个数据库用过模拟时钟，里面的时间不是真的，不能用于正式运行。请换一个 DATABASE_URL。',
  wasLive: '这个数据库用于正式运行，不能改用模拟时钟。请换一个 DATABASE_URL。',
  howToGetTokens: [
    '没有设置 Slack 令牌，而正式安装不含本地工作台。',
    '请在 https://api.slack.com/apps 用随包的 manifest.yml 新建应用，安装到工作区，然后设置：',
    '  SLACK_BOT_TOKEN       OAuth & Permissions 页的 Bot User OAuth Token（xoxb-…）',
    '  SLACK_SIGNING_SECRET  Basic Information 页的 Signing Secret（HTTP）',
    '  或 SLACK_APP_TOKEN    Basic Information 页的 App-Level Token，权限 connections:write（Socket Mode）',
  ].join('\n'),
  tokenRefused: (setting, reason) => `Slack 不接受 ${setting}（${reason}）。请检查令牌，或重新安装应用。`,
  portTaken: (port) => `端口 ${port} 已被占用。请关掉占用它的程序，或换一个端口。`,
  database: (problem) => sayProblem(zhDatabase, problem),
  fileUnreadable: (file, reason) => `读不了 ${file}：${reason}`,
  fileRefused: (file, problems) => `${file} 有 ${problems} 处问题，没有导入：`,
  unexpected: (reason) => `出了意料之外的错误：${reason}`,
  listening: (url) => `Duban 已启动，接收 Slack 请求的地址：${url}`,
  connected: 'Duban 已启动，已通过 Socket Mode 连接 Slack。',
  desk: (url) => `Duban 工作台：${url}\n（没有设置 Slack 令牌，所以在本机打开工作台；按 Ctrl-C 结束）`,
};

const en: Words = {
  settingsWrong: (count) =>
    `Duban did not start: ${count} ${count === 1 ? 'setting is' : 'settings are'} wrong:`,
  notA: {
    port: (found) => `should be a whole number from 0 to 65535, found "${found}"`,
    url: (found) => `should be an address that begins with http:// or https://, found "${found}"`,
    database: (found) => `should be file:PATH or postgres://…, found "${found}"`,
    instant: (found) =>
      `should be an instant with its zone such as 2016-08-05T15:30:00+08:00, found "${found}"`,
    bot_token: (found) => `should be a bot token (xoxb-…), found one that begins with "${found}"`,
    app_token: (found) => `should be an app-level token (xapp-…), found one that begins with "${found}"`,
  },
  clockNeedsStandIn:
    "a simulated clock cannot be used with Slack's own Web API; point SLACK_API_URL at a stand-in or remove this setting",
  bothSecrets: 'cannot stand beside SLACK_APP_TOKEN: the first means HTTP, the second Socket Mode',
  noSecret: 'also needs one of SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (Socket Mode)',
  appTokenAlone: 'also needs SLACK_BOT_TOKEN',
  samePort: (port) => `is ${port} like PORT; choose another`,
  deskHost: (found) => `the desk has no log-in and stays on this machine (127.0.0.1), found "${found}"`,
  wasSimulated:
    'This database has run on a simulated clock, so its times are not real. Choose another DATABASE_URL for live use.',
  wasLive:
    'This database is in live use and cannot go over to a simulated clock. Choose another DATABASE_URL.',
  howToGetTokens: [
    'There are no Slack tokens, and a production install does not contain the desk.',
    'Create an app at https://api.slack.com/apps from the manifest.yml of this package, install it, then set:',
    '  SLACK_BOT_TOKEN       Bot User OAuth Token (xoxb-…), page OAuth & Permissions',
    '  SLACK_SIGNING_SECRET  Signing Secret, page Basic Information (HTTP)',
    '  or SLACK_APP_TOKEN    App-Level Token with connections:write, page Basic Information (Socket Mode)',
  ].join('\n'),
  tokenRefused: (setting, reason) =>
    `Slack does not accept ${setting} (${reason}). Check the token or install the app again.`,
  portTaken: (port) => `Port ${port} is taken. Stop the program that uses it, or choose another port.`,
  database: (problem) => sayProblem(enDatabase, problem),
  fileUnreadable: (file, reason) => `${file} cannot be read: ${reason}`,
  fileRefused: (file, problems) =>
    `${file} was not imported, it has ${problems} ${problems === 1 ? 'problem' : 'problems'}:`,
  unexpected: (reason) => `Something unexpected went wrong: ${reason}`,
  listening: (url) => `Duban is running and takes Slack's requests at ${url}`,
  connected: 'Duban is running and connected to Slack by Socket Mode.',
  desk: (url) =>
    `Duban desk: ${url}\n(There are no Slack tokens, so this is the desk on your own machine; Ctrl-C ends it.)`,
};

/** The terminal's words in one language. */
export const terminalWords = (language: Language): Words => ({ zh, en })[language];

/** The language of whoever runs the program, by the usual variables in the order POSIX gives them; Chinese only for zh*. */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
