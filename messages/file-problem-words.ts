// Every word with which a problem of a file is told, in Chinese and English. A sentence says: line, what was found (where), what would be right, and the nearest value.

import type { Language } from '../domain/campaign.ts';
import {
  type FileProblem,
  type IdList,
  type NeverOwedReason,
  NO_LINE,
  type Notation,
  type ProblemCode,
  type Shape,
  type Spanned,
  type SyntaxFault,
} from '../domain/file-problem.ts';
import { LONGEST_CHOICE } from '../domain/report-form.ts';
import type { OtherMeaning } from '../domain/unit-names.ts';

type Of<Code extends ProblemCode> = Extract<FileProblem, { code: Code }>;
/** For each code what is wrong and, where that is not the same thing, what would be right. */
type Sentences = { [Code in ProblemCode]: (problem: Of<Code>) => { wrong: string; right?: string } };

type Words = {
  at: (problem: FileProblem) => string;
  where: (path: string) => string;
  between: string;
  end: string;
  near: (value: string, name: string | undefined) => string;
  sentences: Sentences;
};

/** One problem as a sentence for people, such as `第 31 行：单位“gasj”不存在（duties.2.owed_by）；应为…`. */
export const describeProblem = (problem: FileProblem, language: Language): string => {
  const words = WORDS[language];
  const { wrong, right } = sentenceOf(words.sentences, problem);
  const where = problem.path === '' ? '' : words.where(problem.path);
  const rest = right === undefined ? '' : `${words.between}${right}`;
  const near = problem.near === undefined ? '' : words.near(problem.near, problem.nearName);
  return `${words.at(problem)}${wrong}${where}${rest}${words.end}${near}`;
};

// The compiler cannot see that a problem and the sentence under its own code belong together.
const sentenceOf = (sentences: Sentences, problem: FileProblem): { wrong: string; right?: string } =>
  (sentences[problem.code] as (problem: FileProblem) => { wrong: string; right?: string })(problem);

const mebibytes = (bytes: number): number => bytes / (1024 * 1024);
const ONE_LINE_MAX = 40;
/** What was found, on one line and short enough for a sentence. */
const shown = (text: string): string => {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
  const points = [...line];
  return points.length > ONE_LINE_MAX ? `${points.slice(0, ONE_LINE_MAX).join('')}…` : line;
};

// ---- 中文

const zhQuote = (text: string): string => `“${shown(text)}”`;
/** The line of another entry; what was never a file has none. */
const zhLine = (line: number): string => (line === NO_LINE ? '另一处' : `第 ${line} 行`);
const zhList = (values: readonly string[]): string => values.join('、');

const zhNotation: Record<Notation, string> = {
  id: '编号只能用小写字母、数字和连字符，如 gaj',
  name: '应为一行不为空的文字',
  text: '不能含控制字符',
  date: '应为日期，如 2016-06-30',
  email: '应为电子邮箱，如 wen@loudi.example',
  slack_user: '应为 Slack 用户编号，如 U012AB3CD',
  working_hours: '应为起止时间，如 "08:30-17:30"',
  due_week: '应为星期和时间，如 fri 17:00（mon、tue、wed、thu、fri、sat、sun）',
  due_month: '应为 1—31 的日期，可带时间，如 10 或 25 15:00',
  due_phase: '应为 end，可带时间，如 end 17:30',
  once: '应为日期，可带时间，如 2016-06-15 或 "2016-06-15 12:00"',
  on_holiday: '应为 keep、next、next+2（其后第2个工作日）或 previous',
  step_at: '应为 -2wd、-1wd 09:00、-2h、+0 或 +1wd 09:00 这样的时间',
  minutes: '应为不小于 0 的整数（分钟）',
  call_minutes: '应为 1 至 240 的整数（分钟）',
  decimals: '应为 0—6 的整数（小数位数）',
  choice: `应为一行文字，不超过 ${LONGEST_CHOICE} 个字`,
};

const zhShape: Record<Shape, string> = {
  text: '应为文字',
  integer: '应为整数',
  boolean: '应为 true 或 false',
  list: '应为列表',
  map: '应为“键: 值”的形式',
};

const zhSyntax: Record<SyntaxFault, string> = {
  unclosed: '可能缺少引号、括号、逗号或冒号',
  bad_indent: '同一层各行应左对齐，括号内的续行应缩进',
  nested_colon: '值中含有“: ”时请加引号',
  reserved_character: '以 @、` 等符号开头的值请加引号',
  bad_escape: '双引号内的反斜杠请写成 \\\\，或改用单引号',
  bad_key: '键应为一行普通文字',
  bad_anchor: '锚点（&名称）和引用（*名称）应各自单独使用',
  unexpected: '请检查本行及上一行的引号、括号和缩进',
};

const zhListNames: Record<IdList, string> = {
  units: '单位',
  areas: '领域',
  phases: '阶段',
  figures: '指标',
  forms: '表单',
  fields: '表单项',
  duties: '报送事项',
};

const zhSpanned: Record<Spanned, string> = {
  campaign: '专项行动',
  unit: '单位',
  phase: '阶段',
  duty: '报送事项',
  working_hours: '工作时间',
  quiet_days: '静默日',
};

const zhNeverOwed: Record<NeverOwedReason, [wrong: string, right: string]> = {
  no_unit: ['没有单位会承担', 'owed_by 应包含至少一个已有的单位'],
  no_unit_then: ['到期时没有单位存在', 'owed_by 中应有单位在到期日存续（from…to）'],
  no_date: ['没有一个截止日落在起止日期之内', '截止日应在专项行动和本事项的 from…to 之间'],
  no_phase: ['没有一个阶段在起止日期之内结束', '应有阶段在专项行动和本事项的 from…to 之间结束'],
};

const zhMeanings: Record<OtherMeaning, string> = {
  short: '只有一个字',
  word: '它是命令或提问用的词',
  duty: '它是报送事项的叫法',
  area: '它是领域的名称',
  phase: '它是阶段的名称',
  figure: '它是指标的名称',
};

const zhSentences: Sentences = {
  too_large: ({ expected }) => ({ wrong: '文件过大', right: `不得超过 ${mebibytes(expected)} MiB` }),
  not_text: () => ({ wrong: '文件不是 UTF-8 文本', right: '请另存为 UTF-8 编码的 YAML 文件' }),
  empty_file: () => ({ wrong: '文件没有内容', right: '应写明 campaign、units、duties 等' }),
  tab_indent: () => ({ wrong: '缩进用了制表符（Tab）', right: 'YAML 只能用空格缩进' }),
  bad_syntax: ({ found, expected }) => ({
    wrong: found === '' ? '不符合 YAML 语法' : `${zhQuote(found)}不符合 YAML 语法`,
    right: zhSyntax[expected],
  }),
  duplicate_key: ({ found, firstLine }) => ({
    wrong: `键${zhQuote(found)}重复`,
    right: `${zhLine(firstLine)}已有，只能写一次`,
  }),
  several_documents: () => ({
    wrong: '文件中有多份 YAML 文档',
    right: '一个文件只写一份，请删去多余的“---”',
  }),
  too_deep: ({ expected }) => ({ wrong: '嵌套过深', right: `不得超过 ${expected} 层` }),
  unknown_anchor: ({ found }) => ({
    wrong: `引用${zhQuote(found)}没有对应的锚点`,
    right: '应先用 &名称 定义',
  }),
  circular_anchor: ({ found }) => ({ wrong: `引用${zhQuote(found)}指向自身`, right: '引用不能循环' }),
  too_many_aliases: ({ expected }) => ({ wrong: '引用展开后的内容过多', right: `不得超过 ${expected} 项` }),
  unknown_key: ({ found, expected }) => ({
    wrong: `没有${zhQuote(found)}这个键`,
    right: `可用的键：${zhList(expected)}`,
  }),
  missing_key: ({ expected }) => ({ wrong: `缺少 ${expected}`, right: '此项必填' }),
  wrong_shape: ({ found, expected }) => ({
    wrong: found === '' ? '写法不对' : `${zhQuote(found)}写法不对`,
    right: zhShape[expected],
  }),
  unknown_word: ({ found, expected }) => ({
    wrong: `${zhQuote(found)}不是可用的值`,
    right: `应为 ${zhList(expected)} 之一`,
  }),
  bad_notation: ({ found, expected }) => ({
    wrong: found === '' ? '此项为空' : `${zhQuote(found)}写法不对`,
    right: zhNotation[expected],
  }),
  misplaced_key: ({ found, expected }) => ({
    wrong: `${zhQuote(found)}不能写在这里`,
    right: `只与 ${expected} 一起使用`,
  }),
  exactly_one: ({ found, expected }) => ({
    wrong: found === '' ? '写法不完整' : `${zhQuote(found)}写法不对`,
    right: `${zhList(expected)} 应写且只写一个`,
  }),
  empty_list: () => ({ wrong: '列表为空', right: '应至少有一项' }),
  unknown_zone: ({ found }) => ({
    wrong: `时区${zhQuote(found)}不存在`,
    right: '应为 IANA 时区名，如 Asia/Shanghai',
  }),
  ends_before_start: ({ found, expected, what }) => ({
    wrong: `${zhSpanned[what]}的结束${zhQuote(found)}早于开始`,
    right: what === 'working_hours' ? `结束应晚于 ${expected}` : `结束应不早于 ${expected}`,
  }),
  duplicate_id: ({ found, list, firstLine }) => ({
    wrong: `${zhListNames[list]}编号${zhQuote(found)}重复`,
    right: `${zhLine(firstLine)}已用，编号应唯一`,
  }),
  reserved_id: ({ found }) => ({
    wrong: `${zhQuote(found)}不能用作单位编号`,
    right: '它在 owed_by 中另有含义（单位类别或 leads），请换一个',
  }),
  shared_name: ({ found, unit, firstLine }) => ({
    wrong: `名称${zhQuote(found)}与${zhLine(firstLine)}的单位 ${unit} 重复`,
    right: '编号、名称和别名在各单位之间不能相同',
  }),
  says_else: ({ found, expected }) => ({
    wrong: `单位不能叫${zhQuote(found)}，${zhMeanings[expected]}`,
    right: '请换一个叫法，以免提问被误读',
  }),
  no_office: () => ({ wrong: '没有办公室', right: '应有且只有一个单位的 kind 为 office' }),
  several_offices: ({ firstLine }) => ({
    wrong: '有不止一个办公室',
    right: `${zhLine(firstLine)}已有，只能有一个 kind: office`,
  }),
  unknown_unit: ({ found, expected }) => ({ wrong: `单位${zhQuote(found)}不存在`, right: zhUnit[expected] }),
  unknown_duty: ({ found }) => ({
    wrong: `报送事项${zhQuote(found)}不存在`,
    right: '应为 kind 为 report 的事项编号',
  }),
  unknown_form: ({ found }) => ({ wrong: `表单${zhQuote(found)}不存在`, right: '应为 forms 中的编号' }),
  unknown_figure: ({ found }) => ({ wrong: `指标${zhQuote(found)}不存在`, right: '应为 figures 中的编号' }),
  unknown_phase: ({ found }) => ({ wrong: `阶段${zhQuote(found)}不存在`, right: '应为 phases 中的编号' }),
  not_a_report: ({ found }) => ({
    wrong: `${zhQuote(found)}不是报送类事项`,
    right: '通报只能汇总 kind 为 report 的事项',
  }),
  too_many: ({ found, expected, what }) => ({
    wrong: what === 'fields' ? `表单共有 ${found} 项` : `共有 ${found} 个选项`,
    right: `Slack 最多容纳 ${expected} ${what === 'fields' ? '项，指标逐个计入' : '个'}`,
  }),
  repeated: ({ found, firstLine }) => ({
    wrong: `${zhQuote(found)}重复`,
    right: `${zhLine(firstLine)}已有，只能写一次`,
  }),
  unit_needed: ({ found, expected }) => ({
    wrong: `${zhQuote(found)}没有写明单位`,
    right: `角色 ${expected} 应写 unit`,
  }),
  no_address: ({ found }) => ({
    wrong: `${zhQuote(found)}没有联系方式`,
    right: 'email 和 slack 应至少写一个',
  }),
  two_names: ({ found, expected, firstLine }) => ({
    wrong: `${zhQuote(found)}用在两个姓名下`,
    right: `${zhLine(firstLine)}的姓名是${zhQuote(expected)}，一个地址只属于一个人`,
  }),
  two_slack_ids: ({ found, expected, firstLine }) => ({
    wrong: `Slack 编号${zhQuote(found)}与同一邮箱的另一处不同`,
    right: `${zhLine(firstLine)}为 ${expected}，两处应一致`,
  }),
  duty_never_owed: ({ found, expected }) => ({
    wrong: `事项${zhQuote(found)}${zhNeverOwed[expected][0]}`,
    right: zhNeverOwed[expected][1],
  }),
  own_parent: ({ found }) => ({
    wrong: `parent ${zhQuote(found)}是本专项行动自己`,
    right: '应为另一专项行动的编号',
  }),
  notice_unreadable: ({ found }) => ({
    wrong: `读不到放假通知文件${zhQuote(found)}`,
    right: '路径以本文件所在目录为起点',
  }),
  unit_without_liaison: ({ found }) => ({
    wrong: `提示：${zhQuote(found)}没有联络员`,
    right: '无人收到提醒，也无人能报送',
  }),
  unused_form: ({ found }) => ({ wrong: `提示：表单${zhQuote(found)}没有事项使用` }),
  calendar_provisional: ({ found }) => ({
    wrong: `提示：${zhQuote(found)}所在年份的放假通知尚未公布`,
    right: '该年日期均为暂定，通知公布后请导入',
  }),
};

const zhUnit: Record<Of<'unknown_unit'>['expected'], string> = {
  unit: '应为单位编号',
  unit_or_kind: '应为单位编号、类别（office、member、locality、association）或 leads',
  lead: '应为本领域 leads 中的单位编号',
};

const ZH: Words = {
  at: ({ line, file }) =>
    line === NO_LINE ? '' : file === undefined ? `第 ${line} 行：` : `${shown(file)} 第 ${line} 行：`,
  where: (path) => `（${path}）`,
  between: '；',
  end: '。',
  near: (value, name) => `您要找的是 ${value}${name === undefined ? ' ' : `（${name}）`}吗？`,
  sentences: zhSentences,
};

// ---- English

const enLine = (line: number): string => (line === NO_LINE ? 'another entry' : `line ${line}`);
const enOn = (line: number): string => (line === NO_LINE ? 'elsewhere' : `on line ${line}`);
const enQuote = (text: string): string => `“${shown(text)}”`;
const enList = (values: readonly string[]): string => values.join(', ');

const enNotation: Record<Notation, string> = {
  id: 'an id has only lower-case letters, digits and hyphens, such as gaj',
  name: 'expected one line of text that is not empty',
  text: 'control characters are not allowed',
  date: 'expected a date such as 2016-06-30',
  email: 'expected an e-mail address such as wen@loudi.example',
  slack_user: 'expected a Slack user id such as U012AB3CD',
  working_hours: 'expected hours such as "08:30-17:30"',
  due_week: 'expected a weekday and a time such as fri 17:00 (mon, tue, wed, thu, fri, sat, sun)',
  due_month: 'expected a day from 1 to 31, with or without a time, such as 10 or 25 15:00',
  due_phase: 'expected end, with or without a time, such as end 17:30',
  once: 'expected a date, with or without a time, such as 2016-06-15 or "2016-06-15 12:00"',
  on_holiday: 'expected keep, next, next+2 (the second working day after) or previous',
  step_at: 'expected a moment such as -2wd, -1wd 09:00, -2h, +0 or +1wd 09:00',
  minutes: 'expected a whole number of minutes, 0 or more',
  call_minutes: 'expected a whole number of minutes, 1 to 240',
  decimals: 'expected a whole number of decimal places from 0 to 6',
  choice: `expected one line of at most ${LONGEST_CHOICE} characters`,
};

const enShape: Record<Shape, string> = {
  text: 'expected text',
  integer: 'expected a whole number',
  boolean: 'expected true or false',
  list: 'expected a list',
  map: 'expected keys with values',
};

const enSyntax: Record<SyntaxFault, string> = {
  unclosed: 'a quote, bracket, comma or colon may be missing',
  bad_indent: 'lines of one level must start in the same column, and lines within brackets must be indented',
  nested_colon: 'put a value that contains “: ” in quotes',
  reserved_character: 'put a value that starts with a sign such as @ or ` in quotes',
  bad_escape: 'within double quotes write a backslash as \\\\, or use single quotes',
  bad_key: 'a key must be plain text on one line',
  bad_anchor: 'an anchor (&name) and an alias (*name) must each stand alone',
  unexpected: 'check quotes, brackets and indentation of this line and the one above',
};

const enListNames: Record<IdList, string> = {
  units: 'unit',
  areas: 'area',
  phases: 'phase',
  figures: 'figure',
  forms: 'form',
  fields: 'field',
  duties: 'duty',
};

const enSpanned: Record<Spanned, string> = {
  campaign: 'campaign',
  unit: 'unit',
  phase: 'phase',
  duty: 'duty',
  working_hours: 'working day',
  quiet_days: 'quiet time',
};

const enNeverOwed: Record<NeverOwedReason, [wrong: string, right: string]> = {
  no_unit: ['is owed by no unit', 'owed_by must include at least one unit of this file'],
  no_unit_then: [
    'is due when none of its units exists',
    'a unit of owed_by must exist (from…to) on a due date',
  ],
  no_date: [
    'has no due date within its dates',
    'a due date must lie within from…to of the campaign and of the duty',
  ],
  no_phase: [
    'has no phase that ends within its dates',
    'a phase must end within from…to of the campaign and of the duty',
  ],
};

const enMeanings: Record<OtherMeaning, string> = {
  short: 'a single character',
  word: 'which is a word of commands or questions',
  duty: 'which a duty is called',
  area: 'which is the name of an area',
  phase: 'which is the name of a phase',
  figure: 'which is the name of a figure',
};

const enSentences: Sentences = {
  too_large: ({ expected }) => ({
    wrong: 'the file is too large',
    right: `at most ${mebibytes(expected)} MiB`,
  }),
  not_text: () => ({ wrong: 'the file is not UTF-8 text', right: 'save it as YAML in UTF-8' }),
  empty_file: () => ({ wrong: 'the file is empty', right: 'expected campaign, units, duties and so on' }),
  tab_indent: () => ({ wrong: 'a tab is used for indentation', right: 'YAML is indented with spaces only' }),
  bad_syntax: ({ found, expected }) => ({
    wrong: found === '' ? 'this is not valid YAML' : `${enQuote(found)} is not valid YAML`,
    right: enSyntax[expected],
  }),
  duplicate_key: ({ found, firstLine }) => ({
    wrong: `the key ${enQuote(found)} is repeated`,
    right: `it is ${enOn(firstLine)} already and may be written once`,
  }),
  several_documents: () => ({
    wrong: 'the file holds several YAML documents',
    right: 'write one, without a further “---”',
  }),
  too_deep: ({ expected }) => ({
    wrong: 'the file is nested too deeply',
    right: `at most ${expected} levels`,
  }),
  unknown_anchor: ({ found }) => ({
    wrong: `the alias ${enQuote(found)} has no anchor`,
    right: 'define it before with &name',
  }),
  circular_anchor: ({ found }) => ({
    wrong: `the alias ${enQuote(found)} contains itself`,
    right: 'aliases must not go in circles',
  }),
  too_many_aliases: ({ expected }) => ({
    wrong: 'the aliases stand for too much',
    right: `at most ${expected} values`,
  }),
  unknown_key: ({ found, expected }) => ({
    wrong: `there is no key ${enQuote(found)}`,
    right: `known keys: ${enList(expected)}`,
  }),
  missing_key: ({ expected }) => ({ wrong: `${expected} is missing`, right: 'it is required' }),
  wrong_shape: ({ found, expected }) => ({
    wrong: found === '' ? 'this has the wrong form' : `${enQuote(found)} has the wrong form`,
    right: enShape[expected],
  }),
  unknown_word: ({ found, expected }) => ({
    wrong: `${enQuote(found)} is not a known value`,
    right: `expected one of ${enList(expected)}`,
  }),
  bad_notation: ({ found, expected }) => ({
    wrong: found === '' ? 'this is empty' : `${enQuote(found)} is not written as it must be`,
    right: enNotation[expected],
  }),
  misplaced_key: ({ found, expected }) => ({
    wrong: `${enQuote(found)} does not belong here`,
    right: `it goes with ${expected} only`,
  }),
  exactly_one: ({ found, expected }) => ({
    wrong: found === '' ? 'this is incomplete' : `${enQuote(found)} is not clear`,
    right: `write exactly one of ${enList(expected)}`,
  }),
  empty_list: () => ({ wrong: 'the list is empty', right: 'expected at least one entry' }),
  unknown_zone: ({ found }) => ({
    wrong: `the time zone ${enQuote(found)} does not exist`,
    right: 'expected an IANA zone such as Asia/Shanghai',
  }),
  ends_before_start: ({ found, expected, what }) => ({
    wrong: `the ${enSpanned[what]} ends (${shown(found)}) before it starts`,
    right:
      what === 'working_hours'
        ? `expected an end later than ${expected}`
        : `expected an end not before ${expected}`,
  }),
  duplicate_id: ({ found, list, firstLine }) => ({
    wrong: `the ${enListNames[list]} id ${enQuote(found)} is repeated`,
    right: `${enLine(firstLine)} has it already, and ids must be unique`,
  }),
  reserved_id: ({ found }) => ({
    wrong: `${enQuote(found)} cannot be a unit's id`,
    right: 'it means a kind of unit or leads in owed_by; choose another',
  }),
  shared_name: ({ found, unit, firstLine }) => ({
    wrong: `the name ${enQuote(found)} belongs to unit ${unit} ${enOn(firstLine)}`,
    right: 'no two units may share an id, name or alias',
  }),
  says_else: ({ found, expected }) => ({
    wrong: `a unit cannot be called ${enQuote(found)}, ${enMeanings[expected]}`,
    right: 'choose another name, so that questions are read right',
  }),
  no_office: () => ({ wrong: 'there is no office', right: 'exactly one unit must have kind: office' }),
  several_offices: ({ firstLine }) => ({
    wrong: 'there is more than one office',
    right: `${enLine(firstLine)} has kind: office already`,
  }),
  unknown_unit: ({ found, expected }) => ({
    wrong: `the unit ${enQuote(found)} does not exist`,
    right: enUnit[expected],
  }),
  unknown_duty: ({ found }) => ({
    wrong: `the duty ${enQuote(found)} does not exist`,
    right: 'expected the id of a duty of kind report',
  }),
  unknown_form: ({ found }) => ({
    wrong: `the form ${enQuote(found)} does not exist`,
    right: 'expected an id from forms',
  }),
  unknown_figure: ({ found }) => ({
    wrong: `the figure ${enQuote(found)} does not exist`,
    right: 'expected an id from figures',
  }),
  unknown_phase: ({ found }) => ({
    wrong: `the phase ${enQuote(found)} does not exist`,
    right: 'expected an id from phases',
  }),
  not_a_report: ({ found }) => ({
    wrong: `${enQuote(found)} is not a report duty`,
    right: 'a bulletin collects a duty of kind report',
  }),
  too_many: ({ found, expected, what }) => ({
    wrong: what === 'fields' ? `the form has ${found} fields` : `there are ${found} choices`,
    right: `Slack holds at most ${expected}${what === 'fields' ? ', each figure counted' : ''}`,
  }),
  repeated: ({ found, firstLine }) => ({
    wrong: `${enQuote(found)} is repeated`,
    right: `${enLine(firstLine)} has it already`,
  }),
  unit_needed: ({ found, expected }) => ({
    wrong: `${enQuote(found)} has no unit`,
    right: `the role ${expected} needs one`,
  }),
  no_address: ({ found }) => ({
    wrong: `${enQuote(found)} cannot be reached`,
    right: 'write email, slack or both',
  }),
  two_names: ({ found, expected, firstLine }) => ({
    wrong: `${enQuote(found)} stands under two names`,
    right: `${enLine(firstLine)} says ${enQuote(expected)}, and an address belongs to one person`,
  }),
  two_slack_ids: ({ found, expected, firstLine }) => ({
    wrong: `the Slack id ${enQuote(found)} differs for the same e-mail`,
    right: `${enLine(firstLine)} says ${expected}`,
  }),
  duty_never_owed: ({ found, expected }) => ({
    wrong: `the duty ${enQuote(found)} ${enNeverOwed[expected][0]}`,
    right: enNeverOwed[expected][1],
  }),
  own_parent: ({ found }) => ({
    wrong: `the parent ${enQuote(found)} is this campaign itself`,
    right: 'expected the id of another',
  }),
  notice_unreadable: ({ found }) => ({
    wrong: `the holiday notice ${enQuote(found)} cannot be read`,
    right: 'its path starts from the folder of this file',
  }),
  unit_without_liaison: ({ found }) => ({
    wrong: `note: ${enQuote(found)} has no liaison`,
    right: 'nobody there can be reminded or report',
  }),
  unused_form: ({ found }) => ({ wrong: `note: no duty uses the form ${enQuote(found)}` }),
  calendar_provisional: ({ found }) => ({
    wrong: `note: the holiday notice for the year of ${enQuote(found)} is not out`,
    right: 'its dates are provisional until the notice is imported',
  }),
};

const enUnit: Record<Of<'unknown_unit'>['expected'], string> = {
  unit: 'expected a unit id',
  unit_or_kind: 'expected a unit id, a kind (office, member, locality, association) or leads',
  lead: 'expected one of the leads of this area',
};

const EN: Words = {
  at: ({ line, file }) =>
    line === NO_LINE ? '' : file === undefined ? `Line ${line}: ` : `${shown(file)}, line ${line}: `,
  where: (path) => ` (${path})`,
  between: '; ',
  end: '.',
  near: (value, name) => ` Did you mean ${value}${name === undefined ? '' : ` (${name})`}?`,
  sentences: enSentences,
};

const WORDS: Record<Language, Words> = { zh: ZH, en: EN };
