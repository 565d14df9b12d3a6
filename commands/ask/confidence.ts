// How sure a reading is: what the text says and the reading does not use makes it less so. Words nobody knows, notions that
// belong to other intents, things found without a place, a time or a number that nothing read, an exception or a negation
// left over, another intent close behind. Knows rows and what was found; decides nothing about what to answer.
// Invariant: a word more that is not understood never makes a reading surer.

import type { CivilDate } from '../../domain/ids.ts';
import type { Notion } from './concepts.ts';
import { GRAMMAR, type Row } from './grammar-words.ts';
import type { Intent, Slots } from './reading.ts';
import type { Entity, Letter } from './scan.ts';
import type { Time } from './spans.ts';
import type { Concept } from './zh-words.ts';

/** What of a text the reading rests on. */
export type Grounds = {
  shape: string;
  notions: readonly Notion[];
  entities: readonly Entity[];
  /** How much of the text was read, 0…1. */
  share: number;
  today: CivilDate;
};

const sayingOf = ({ intent, command }: Pick<Row, 'intent' | 'command'>): string =>
  `${intent} ${command ?? ''}`;

/** What each intent is asked with, by all the rows of the grammar that speak for it. */
const SPEAKS_FOR = new Map<string, Set<string>>();
for (const row of GRAMMAR) {
  const known = SPEAKS_FOR.get(sayingOf(row)) ?? new Set<string>();
  const needs = row.needs.split(' ').filter((need) => !need.startsWith('!'));
  for (const token of needs.flatMap((need) => need.split('|'))) known.add(token);
  SPEAKS_FOR.set(sayingOf(row), known);
}

/** These go with any intent. */
export const GENERAL: ReadonlySet<string> = new Set<Concept>([
  'fill',
  'who',
  'unitsAsked',
  'howMany',
  'what',
  'list',
  'me',
  'you',
  'they',
  'when',
  'where',
  'next',
  'last',
  'latest',
  'soon',
  'about',
  'open_it',
  'wantTo',
  'whole',
  'ledger',
  'issue',
  'report',
  'exception',
]);

/** What else an intent is asked with, for which no row needs it: 逾期情况, 参会回执收齐没有, 我都交了怎么还催我. */
const GOES_WITH: Readonly<Record<string, readonly Concept[]>> = {
  overdue: ['totalled', 'status', 'missing', 'askFiled', 'late', 'dueWord'],
  task: [
    'status',
    'dueWord',
    'closed',
    'open',
    'inProgress',
    'filed',
    'askFiled',
    'unsigned',
    'inReview',
    'extension',
  ],
  tasks: ['totalled', 'owe', 'todo', 'taskVerb', 'status', 'dueWord', 'decided'],
  who: ['status', 'askFiled', 'filed', 'missing', 'totalled'],
  mine: ['totalled', 'askFiled', 'filed', 'missing', 'owe', 'dueWord', 'file'],
  due: ['totalled', 'file', 'filed', 'missing', 'owe', 'status'],
  status: ['filed', 'missing', 'totalled'],
  figures: ['status', 'done', 'closed', 'most', 'content'],
  timeliness: ['totalled', 'filed', 'file', 'askFiled'],
  latest: ['file', 'filed', 'askFiled', 'status', 'history'],
  consultation_next: ['status', 'decided'],
  consultation_attendance: ['totalled', 'status', 'askFiled', 'leave', 'filed', 'consultationVerb', 'accept'],
  consultation_agenda: ['totalled', 'decided', 'issue', 'content', 'askFiled', 'hold'],
  decisions: ['totalled', 'agenda', 'content', 'status', 'hold'],
  search: ['totalled', 'meeting', 'decided', 'task', 'report', 'content', 'mention', 'attend', 'incident'],
  sent: ['totalled', 'owe', 'askFiled', 'filed', 'missing', 'chase', 'late', 'overdue'],
  help: ['status', 'taskVerb', 'file', 'content'],
  history: ['totalled', 'status', 'askFiled', 'late', 'filed', 'taskVerb', 'content'],
  contact: ['office', 'head', 'leadWord'],
  bulletin: ['content', 'status', 'askFiled', 'numbers'],
};
/** Whoever wants something done says why: 数字对不上, 对迟报有异议. */
const OF_ACTS: readonly Concept[] = [
  'late',
  'attend',
  'numbers',
  'returned',
  'waived',
  'draft',
  'bulletin',
  'missing',
  'filed',
  'status',
  'overdue',
  'extension',
  'closed',
  'task',
  'meeting',
  'when',
  'nil',
];

const overlap = (a: Notion, b: Notion): boolean => a.at < b.at + b.length && b.at < a.at + a.length;

/** Notions that speak for other intents and not for this one, and are said by words of their own. */
export function strayNotions(row: Row, notions: readonly Notion[]): Notion[] {
  const own = SPEAKS_FOR.get(sayingOf(row)) ?? new Set<string>();
  const alongside: readonly string[] = row.intent === 'act' ? OF_ACTS : (GOES_WITH[row.intent] ?? []);
  const isOwn = ({ concept }: Notion): boolean =>
    own.has(concept) || GENERAL.has(concept) || alongside.includes(concept);
  const used = notions.filter((each) => each.concept !== 'fill' && isOwn(each));
  return notions.filter((each) => !isOwn(each) && !used.some((other) => overlap(each, other)));
}

const CLAUSE = /[^,;:。?!]+[,;:。?!]?/gu;
const SAYS_SOMETHING = /[A-Z]/;

/** Where clauses stand that say nothing of the question: 快下班了, five minutes before my meeting. */
function asidesIn(shape: string, notions: readonly Notion[]): { at: number; length: number }[] {
  const telling = notions.filter(({ concept }) => !GENERAL.has(concept));
  const clauses = [...shape.matchAll(CLAUSE)].map(({ 0: text, index }) => ({
    at: index,
    length: text.length,
    text,
  }));
  const isTelling = ({ at, length, text }: (typeof clauses)[number]): boolean =>
    SAYS_SOMETHING.test(text) || telling.some((each) => each.at < at + length && at < each.at + each.length);
  const asides = clauses.filter((each) => !isTelling(each));
  return asides.length === clauses.length ? [] : asides;
}

/** The part of a text that is read: without the clauses that say nothing of the question. */
export function withoutAsides(shape: string, notions: readonly Notion[]): string {
  const left = [...shape];
  for (const { at, length } of asidesIn(shape, notions)) left.fill(' ', at, at + length);
  return left.join('');
}

const UNREAD = /\p{Script=Han}(?: ?\p{Script=Han})+|[a-z][a-z0-9]{2,}|[a-z]?\d+[a-z]?/gu;

/** Words in which nothing was read: two characters and more, three letters and more, any number. */
export function unknownWords(shape: string, notions: readonly Notion[]): string[] {
  const left = [...shape];
  for (const { at, length } of notions) left.fill('|', at, at + length);
  return left.join('').match(UNREAD) ?? [];
}

const MEANS_A_TIME =
  /\d|[季旬]|[年月周日号天](?=$|[前后初末])|week|month|quarter|year|season|decade|spring|summer|autumn|fall|winter/;

const STANDS_FOR: Readonly<Partial<Record<Letter, readonly (keyof Slots)[]>>> = {
  T: ['period', 'from', 'to'],
  A: ['area', 'query', 'units'],
  P: ['phase', 'period'],
  U: ['units'],
  O: ['units'],
  N: ['person'],
  K: ['task'],
  S: [],
  D: ['duty', 'kind', 'command', 'query'],
  F: ['figure', 'query', 'command'],
  Q: ['query'],
};
/** 今天谁没交, 今年一共: the day or the year in which everything asked lies. */
const goesWithoutSaying = (time: Time | undefined, today: CivilDate): boolean =>
  time !== undefined && ['day', 'year'].includes(time.grain) && time.from <= today && today <= time.to;

/** What is asked of oneself needs no unit. */
const OF_ONESELF: ReadonlySet<Intent> = new Set<Intent>(['mine', 'sent', 'help', 'act', 'due']);

/** Only sums are held against those of another time. */
const isCompared = ({ intent }: Row, entities: readonly Entity[]): boolean =>
  !['figures', 'timeliness'].includes(intent) && entities.some(({ letter }) => letter === 'Z');

/** Whether something was found that has no place in the reading; today goes without saying. */
function hasLost(row: Row, entities: readonly Entity[], slots: Slots, today: CivilDate): boolean {
  const isLost = ({ letter, time }: Entity): boolean =>
    !(letter === 'O' && OF_ONESELF.has(row.intent)) &&
    !goesWithoutSaying(time, today) &&
    STANDS_FOR[letter]?.some((slot) => slot in slots) === false;
  return entities.some(isLost);
}

/** Several times that no words join: only one of them is told. */
function hasRivalTimes(entities: readonly Entity[]): boolean {
  const times = entities.flatMap(({ time }) => time ?? []);
  const [first] = times;
  const within = (a: Time, b: Time): boolean => a.from >= b.from && a.to <= b.to;
  return first !== undefined && times.some((each) => !within(each, first) && !within(first, each));
}

/** What is told of the past: nobody was late next month, whatever year was meant. */
const OF_THE_PAST: ReadonlySet<Intent> = new Set<Intent>([
  'figures',
  'timeliness',
  'latest',
  'history',
  'decisions',
  'bulletin',
]);
const isYetToCome = ({ intent, state }: Row, entities: readonly Entity[], today: CivilDate): boolean =>
  (OF_THE_PAST.has(intent) || (intent === 'who' && state !== 'missing')) &&
  entities.some(({ time }) => time !== undefined && time.from > today);

/** 下期通报写什么, 下一次提醒什么时候: what is yet to be written and sent. */
const isNext = ({ intent }: Row, notions: readonly Notion[]): boolean =>
  (OF_THE_PAST.has(intent) || intent === 'sent') && notions.some(({ concept }) => concept === 'next');

/** Nothing falls due in a time gone by: 上周没赶上截止的 asks for something else. */
const isGoneBy = ({ intent }: Row, entities: readonly Entity[], today: CivilDate): boolean =>
  intent === 'due' && entities.some(({ time }) => time !== undefined && time.to < today);

/**
 * Whether something of the past is asked about a month or a quarter whose namesake the campaign only has next year: 一季度
 * in September is the one that has gone by.
 */
export const isOfTheYearBefore = (
  { intent }: { intent: Intent },
  entities: readonly Entity[],
  today: CivilDate,
): boolean =>
  (OF_THE_PAST.has(intent) || intent === 'who') &&
  entities.some(
    ({ time }) =>
      time?.yearless === true &&
      !['day', 'week'].includes(time.grain) &&
      time.from.slice(0, 4) > today.slice(0, 4),
  );

/** What may be asked with a question word; asked with another one a reading answers something else. */
export const ANSWERS: Readonly<Partial<Record<Concept, ReadonlySet<Intent>>>> = {
  who: new Set<Intent>([
    'who',
    'contact',
    'history',
    'timeliness',
    'task',
    'tasks',
    'overdue',
    'figures',
    'consultation_attendance',
    'search',
    'sent',
  ]),
  when: new Set<Intent>([
    'due',
    'consultation_next',
    'task',
    'tasks',
    'history',
    'sent',
    'status',
    'overdue',
    'help',
  ]),
  where: new Set<Intent>(['consultation_next', 'help', 'search']),
  why: new Set<Intent>(['sent', 'help']),
  howMany: new Set<Intent>([
    'who',
    'mine',
    'due',
    'overdue',
    'task',
    'tasks',
    'figures',
    'timeliness',
    'status',
    'history',
    'sent',
    'search',
    'decisions',
    'consultation_agenda',
    'consultation_attendance',
  ]),
};

/** How many question words stand in a text that the intent does not answer: 通报发给谁, 整治报告交给谁. */
const asksOtherwise = (row: Row, notions: readonly Notion[]): number =>
  (Object.entries(ANSWERS) as [Concept, ReadonlySet<Intent>][]).filter(
    ([word, intents]) =>
      !intents.has(row.intent) &&
      !row.needs.split(/[ |]/).includes(word) &&
      notions.some(({ concept, text }) => concept === word && (ONLY[word]?.test(text) ?? true)),
  ).length;
/** 几家 and which ones count and choose, 电话多少 asks for no count: which of the words ask for somebody, or count. */
const ONLY: Readonly<Partial<Record<Concept, RegExp>>> = {
  who: /谁|哪位|^who|^any(?:one|body)/,
  howMany: /几|how many|number of|count/,
};

/** States of which a reading has one: 迟报和零报告的, 红灯变绿灯的. */
const STATES: readonly (readonly Concept[])[] = [
  ['late', 'onTime', 'nil', 'returned', 'waived'],
  ['missing', 'nil', 'returned', 'waived'],
  ['filed', 'returned', 'waived'],
  ['red', 'yellow', 'green'],
  ['unsigned', 'inProgress', 'inReview', 'closed'],
];
const hasRivalStates = ({ state }: Row, notions: readonly Notion[]): boolean =>
  state !== undefined &&
  STATES.some((states) => {
    const said = notions.filter(({ concept }) => states.includes(concept));
    return said.some((a) => said.some((b) => a.concept !== b.concept && !overlap(a, b)));
  });

const GOOD = 6.5;
const FAR = 1.2;
const LOST = 0.6;
const RIVAL = 0.75;
const OTHERWISE = 0.68;
const RIVAL_STATE = 0.65;
const STRAY = 0.7;
const UNKNOWN = 0.8;
const UNKNOWN_ONE = 0.95;
const OUGHT =
  /(?:要|用|需要|可以|可不可以|能不能|能|必须|应该|得|不)[^,。?A-Z]{0,6}(?:吗|(?<![什怎那这多])么)|(?:要不要|用不用|能不能|可不可以|该不该)/;
const OF_DUTIES: ReadonlySet<Intent> = new Set<Intent>(['mine', 'due', 'help', 'act', 'task', 'tasks']);
const UNKNOWN_TIME = 0.65;
/** What is to be done is confirmed before it is done, and is often told with its reason. */
const UNKNOWN_OF_ACTS = 0.9;
const UNKNOWN_ASIDE = 0.95;
const LEFT_OUT = 0.55;
const NOT_YET = 0.6;
const ASIDE = 0.9;
/** 催过公安局吗 asks, and wants nothing done. */
const ASKED = 0.6;
const ASKS =
  /(?:吗|了没有?|过没有?)[?。]*$|要不要(?=报|交|填|延|请)|用不用|需不需要|该不该|还用|^(?:did|has|have|was|were|is|are|does|do|when|how many|how often) /;
const IS_REQUEST = /能|可以|可否|行吗|好吗|要不要(?!报|交|填|延|请)|帮/;

/** What happened and what is to be noted is in nobody's grammar. */
const TOLD_IN_FULL: ReadonlySet<string> = new Set(['incident', 'note', 'dispute']);

/** How much a run of unknown words says: characters typed together may be several words. */
const weightOf = (word: string): number => (/\p{Script=Han}/u.test(word) ? Math.max(1, word.length / 3) : 1);
const sumOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + weightOf(word), 0);

const UNREAD_ONE = /(?<!\p{Script=Han})\p{Script=Han}(?!\p{Script=Han})/gu;
const onesIn = (shape: string, notions: readonly Notion[]): number => {
  const left = [...withoutAsides(shape, notions)];
  for (const { at, length } of notions) left.fill('|', at, at + length);
  return left.join('').match(UNREAD_ONE)?.length ?? 0;
};

/** What the words that nobody knows take from a reading where they stand beside the question. */
export const asideFactor = (shape: string, notions: readonly Notion[]): number =>
  UNKNOWN_ASIDE ** sumOf(unknownWords(shape, notions));

function unknownFactor(row: Row, { shape, notions }: Grounds): number {
  if (row.command !== undefined && TOLD_IN_FULL.has(row.command)) return 1;
  const each = row.intent === 'act' ? UNKNOWN_OF_ACTS : UNKNOWN;
  const told = unknownWords(withoutAsides(shape, notions), notions);
  const aside = Math.max(0, sumOf(unknownWords(shape, notions)) - sumOf(told));
  const isTime = (word: string): boolean => MEANS_A_TIME.test(word) && row.intent !== 'act';
  return told.reduce(
    (factor, word) => factor * (isTime(word) ? UNKNOWN_TIME : each) ** weightOf(word),
    UNKNOWN_ASIDE ** aside,
  );
}

/** 我是哪个单位的联络员: of no unit in particular nobody is liaison. */
const isOfNobody = ({ intent }: Row, { units, person, kind }: Slots): boolean =>
  intent === 'contact' &&
  units === undefined &&
  person === undefined &&
  (kind === undefined || ['liaison', 'deputy', 'head'].includes(kind));

/** What a text says and a reading does not have takes from it, 0…1: `row` is the way in which the reading is asked. */
export function keptOf(row: Row, slots: Slots, grounds: Grounds): number {
  const { notions, entities, today, shape } = grounds;
  const isAsked = row.intent === 'act' && ASKS.test(shape) && !IS_REQUEST.test(shape);
  const stray = new Set(strayNotions(row, notions).map(({ concept }) => concept)).size;
  const factors = [
    STRAY ** stray,
    isOfNobody(row, slots) ? OTHERWISE : 1,
    OTHERWISE ** asksOtherwise(row, notions),
    unknownFactor(row, grounds),
    row.command !== undefined && TOLD_IN_FULL.has(row.command) ? 1 : UNKNOWN_ONE ** onesIn(shape, notions),
    OUGHT.test(shape) && !OF_DUTIES.has(row.intent) ? OTHERWISE : 1,
    hasLost(row, entities, slots, today) || isCompared(row, entities) ? LOST : 1,
    hasRivalTimes(entities) ? RIVAL : 1,
    hasRivalStates(row, notions) ? RIVAL_STATE : 1,
    isYetToCome(row, entities, today) || isNext(row, notions) || isGoneBy(row, entities, today) ? NOT_YET : 1,
    notions.some(({ concept }) => concept === 'exception') ? LEFT_OUT : 1,
    isAsked ? ASKED : 1,
    asidesIn(shape, notions).length > 0 ? ASIDE : 1,
  ];
  return factors.reduce((product, factor) => product * factor, 1);
}

/**
 * How sure one reading is, 0…0.99: the share that was read, the weight of its row and the distance (`behind`) to the next
 * intent, less for each thing that was said and is not in it.
 */
export function sureOf(row: Row, slots: Slots, behind: number, grounds: Grounds): number {
  const clear = Math.min(1, 0.55 + (0.45 * row.weight) / GOOD);
  const apart = Math.min(1, 0.72 + (0.28 * behind) / FAR);
  const sure = grounds.share ** 0.8 * clear * apart * keptOf(row, slots, grounds);
  return Math.round(100 * Math.min(0.99, sure)) / 100;
}
