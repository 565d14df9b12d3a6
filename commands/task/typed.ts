// Words after 督办, in both languages, as the same input that a button or a form carries: a verb and a number in any order
// in front, then what the verb takes. Texts (reasons, feedback) are kept exactly as typed. Which row is meant and whether
// it may be done is asked later.

import type { ActionInput } from '../../domain/actions.ts';
import type { Unit } from '../../domain/campaign.ts';
import { plain, unitWordsOf } from '../../domain/names.ts';
import type { Refusal } from '../../domain/outcome.ts';
import type { TaskVerb } from '../../domain/task/facts.ts';
import { splitDay } from '../civil-days.ts';
import type { Context } from '../command.ts';
import { inPlace } from '../leading.ts';
import { readFilter } from './typed-filter.ts';

/** The words of the command itself; they stand here because texts begin after them. */
export const words = { zh: ['督办'], en: ['task', 'tasks'] };

const VERBS: Record<TaskVerb, string[]> = {
  new: ['新建', '新增', '创建', '下达', 'new', 'create'],
  list: ['列表', '清单', 'list', 'all tasks'],
  show: ['查看', '详情', 'show', 'view'],
  sign: ['签收', 'sign for', 'sign'],
  feed_back: ['反馈', 'feedback', 'feed back'],
  submit: ['提请办结', '申请办结', '提请审核', '送审', '审核', 'submit'],
  step_done: ['步骤完成', '完成步骤', '本步完成', '完成本步', 'step done', 'step', 'finish'],
  extend: ['申请延期', '延期', 'extend'],
  decide_extension: ['答复延期', '延期审批', '审批延期', '延期答复', 'answer extension', 'answer', 'decide'],
  close: ['办结销号', '办结', '销号', 'close'],
  return: ['退回重办', '退回', 'return', 'send back'],
  reassign: ['转办', '改派', 'reassign'],
  withdraw: ['撤销', 'withdraw'],
  reopen: ['重新办理', '重新打开', '重开', 'reopen'],
};
/** 同意延期 says the answer with the verb. */
const ANSWERS: { word: string; answer: 'grant' | 'refuse' }[] = [
  { word: '不同意延期', answer: 'refuse' },
  { word: '不同意', answer: 'refuse' },
  { word: '同意延期', answer: 'grant' },
  { word: '同意', answer: 'grant' },
  { word: 'grant', answer: 'grant' },
  { word: 'refuse', answer: 'refuse' },
];

type Parsed = ActionInput | { refusal: Refusal };
type Said = Record<string, string>;

const SEPARATORS = /^[\s，,、：:。;；]+/;
const isLatin = (char: string | undefined): boolean => char !== undefined && /[a-z0-9]/.test(char);

/** How much of a text (as inPlace spells it) a word takes that stands at its start; 0 if it does not. */
function lengthOf(same: string, word: string): number {
  return same.startsWith(word) && !(isLatin(word.at(-1)) && isLatin(same[word.length])) ? word.length : 0;
}

const after = (text: string, length: number): string => text.slice(length).replace(SEPARATORS, '');

function longestStart<T>(text: string, known: readonly { word: string; value: T }[]) {
  const same = inPlace(text);
  const starts = known
    .map(({ word, value }) => ({ value, length: lengthOf(same, word) }))
    .filter(({ length }) => length > 0);
  return starts.sort((a, b) => b.length - a.length)[0] ?? null;
}

const VERB_WORDS = Object.entries(VERBS).flatMap(([verb, spoken]) =>
  spoken.map((word) => ({ word, value: verb as TaskVerb })),
);
const ANSWER_WORDS = ANSWERS.map(({ word, answer }) => ({ word, value: answer }));

/** What was typed after the command's word; where that stands last or in the middle, the words around it. */
function textAfter(typed: string, rest: string): string {
  const text = typed.trim();
  const own = longestStart(
    text,
    [...words.zh, ...words.en].map((word) => ({ word, value: word })),
  );
  return own ? after(text, own.length) : rest;
}

// Numbers: 12, 12号, #12, 2016/12, 〔2016〕12号. A number that runs on into a date, a percentage or a count is none.

const IN_BRACKETS = /^(?:督办)?\s*[〔[(【]\s*(\d{4})\s*[〕\])】]\s*第?\s*(\d{1,9})(?:\s*号)?/;
const WITH_YEAR = /^(\d{4})\s*(?:[/-]|年第?)\s*(\d{1,9})(?:\s*号|(?=$|[\s,、:;。]))/;
const ALONE = /^(?:第|#|no\.?\s?)?()(\d{1,9})(?:\s*号|(?=$|[\s,、:;。]))/;

/** How far a text is looked into for a number in front, however it is written. */
const LONGEST_NUMBER = 60;

type Numbered = { no?: number; period?: string };

function numberAt(text: string): (Numbered & { length: number }) | null {
  const start = inPlace(text.slice(0, LONGEST_NUMBER));
  for (const pattern of [IN_BRACKETS, WITH_YEAR, ALONE]) {
    const match = pattern.exec(start);
    if (match)
      return {
        no: Number(match[2]),
        ...(match[1] && { period: match[1] }),
        length: match[0].length,
      };
  }
  return null;
}

type Head = Numbered & { verb?: TaskVerb; answer?: 'grant' | 'refuse'; text: string };

const takesNumber = (verb: TaskVerb | undefined): boolean => verb !== 'new' && verb !== 'list';

/** Verb, answer and number in front, each once and in any order. */
function readHead(said: string): Head {
  let head: Head = { text: said };
  for (;;) {
    const next = nextPart(head);
    if (!next) return head;
    const { length, ...part } = next;
    head = { ...head, ...part, text: after(head.text, length) };
  }
}

type Part = Partial<Head> & { length: number };

function nextPart({ verb, answer, no, text }: Head): Part | null {
  const mayAnswer = answer === undefined && (verb === undefined || verb === 'decide_extension');
  const answered = mayAnswer ? longestStart(text, ANSWER_WORDS) : null;
  if (answered) return { verb: 'decide_extension', answer: answered.value, length: answered.length };
  const spoken = verb === undefined ? longestStart(text, VERB_WORDS) : null;
  if (spoken) return { verb: spoken.value, length: spoken.length };
  return no === undefined && takesNumber(verb) ? numberAt(text) : null;
}

// What each verb takes

const unknown = (typed: string): Parsed => ({ refusal: { kind: 'unknown_word', typed, command: 'task' } });
const said = (values: Said): Pick<ActionInput, 'values'> =>
  Object.values(values).some((value) => value !== '') ? { values } : {};

const dayAnd = (field: string, text: string): Said => {
  const { text: rest, day } = splitDay(text);
  return { [field]: rest, until: day ?? '' };
};

/** A unit in front; nothing else is taken off, for a period or a duty may well begin a title or a reason. */
function readUnit({ actor }: Context, text: string): { unit?: Unit; text: string } {
  const known = unitWordsOf(actor.campaign.definition).flatMap(({ value, words }) =>
    words.map((word) => ({ word, value })),
  );
  const found = longestStart(text, known);
  return found ? { unit: found.value, text: after(text, found.length) } : { text };
}

const PERCENT = /^(?:完成|进度)?\s*(-?\d{1,9}(?:\.\d{1,9})?)\s*(?:%|percent)/;

function feedback(text: string): Said {
  const match = PERCENT.exec(inPlace(text.slice(0, LONGEST_NUMBER)));
  return match ? { percent: match[1]!, text: after(text, match[0].length) } : { percent: '', text };
}

const PROGRESS = /(?:目前)?(?:进展|progress)\s*[:：]/i;
const ENDINGS = ' \t\r\n，,。；;';

/** Without separators at its end. Looked at from the end, for a long run of them must not be tried from each of its places. */
function withoutEnding(text: string): string {
  let end = text.length;
  while (end > 0 && ENDINGS.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

function extension(text: string): Said {
  const marked = PROGRESS.exec(text);
  const asked = marked ? withoutEnding(text.slice(0, marked.index)) : text;
  return {
    ...dayAnd('reason', asked),
    progress: marked ? text.slice(marked.index + marked[0].length).trim() : '',
  };
}

function reassignment(context: Context, text: string): Parsed {
  if (text === '') return {};
  const { unit, text: rest } = readUnit(context, text);
  return {
    values: { lead: unit?.id ?? rest, ...(unit ? dayAnd('reason', rest) : { reason: '', until: '' }) },
  };
}

/** A new task opens its form: lead unit and deadline stand in front, in any order, the title after them. */
function newTask(context: Context, text: string): ActionInput {
  const first = readUnit(context, text);
  const { text: undated, day } = splitDay(first.text);
  const { unit, text: title } = first.unit ? { unit: first.unit, text: undated } : readUnit(context, undated);
  return {
    verb: 'new',
    ...(unit && { unit: unit.id }),
    ...(day && { to: day }),
    ...(title !== '' && { text: title }),
  };
}

function readVerb(context: Context, verb: TaskVerb, { text, answer }: Head): Parsed {
  switch (verb) {
    case 'new':
    case 'list':
      return {};
    case 'show':
    case 'sign':
      return text === '' ? {} : unknown(text);
    case 'feed_back':
      return said(feedback(text));
    case 'submit':
    case 'step_done':
    case 'close':
      return said({ text });
    case 'extend':
      return said(extension(text));
    case 'return':
    case 'reopen':
      return said(dayAnd('reason', text));
    case 'decide_extension':
      return answer || text !== '' ? { values: { answer: answer ?? '', ...dayAnd('reason', text) } } : {};
    case 'withdraw':
      return said({ reason: text });
    case 'reassign':
      return reassignment(context, text);
  }
}

/** Reads the words after 督办; `typed` is the whole text as it was typed. */
export function parseTask(rest: string, context: Context, typed: string): Parsed {
  const head = readHead(textAfter(typed, rest));
  const { no, period, text } = head;
  const verb = head.verb ?? (no === undefined ? 'list' : 'show');
  if (verb === 'new') return newTask(context, text);
  if (verb === 'list') return readFilter(context, plain(text));
  const input = readVerb(context, verb, head);
  if ('refusal' in input) return input;
  const number = { ...(no !== undefined && { no }), ...(period && { period }) };
  return { verb, ...number, ...input };
}
