// How sure a reading is: what the text says and the reading does not use makes it less so. Words nobody knows, notions that
// belong to other intents, things found without a place, a time or a number that nothing read, an exception or a negation
// left over, another intent close behind. Knows rows and what was found; decides nothing about what to answer.
// Invariant: a word more that is not understood never makes a reading surer.

import type { CivilDate } from '../../domain/ids.ts';
import { strayNotions } from './alongside.ts';
import { asksOtherwise, hasRivalStates, isGoneBy, isNext, isYetToCome } from './asked-of.ts';
import type { Notion } from './concepts.ts';
import type { Row } from './grammar-words.ts';
import type { Intent, Slots } from './reading.ts';
import type { Entity, Letter } from './scan.ts';
import type { Time } from './spans.ts';
import { asidesIn, onesIn, sumOf, unknownWords, withoutAsides } from './unread.ts';
import type { Concept } from './zh-words.ts';

/** What of a text the reading rests on. */
export type Grounds = {
  plain: string;
  shape: string;
  notions: readonly Notion[];
  entities: readonly Entity[];
  /** How much of the text was read, 0…1. */
  share: number;
  today: CivilDate;
};

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
/** 今天谁没交, 今年一共: the day or the year in which everything asked lies; 今天谁交了 asks for the day. */
const goesWithoutSaying = ({ intent, state }: Row, time: Time | undefined, today: CivilDate): boolean =>
  time !== undefined &&
  ['day', 'year'].includes(time.grain) &&
  time.from <= today &&
  today <= time.to &&
  (intent !== 'who' || state === 'missing');

/** What is asked of oneself needs no unit. */
const OF_ONESELF: ReadonlySet<Intent> = new Set<Intent>(['mine', 'sent', 'help', 'act', 'due']);

/** Only sums are held against those of another time. */
const isCompared = ({ intent }: Row, entities: readonly Entity[]): boolean =>
  !['figures', 'timeliness'].includes(intent) && entities.some(({ letter }) => letter === 'Z');

/** Whether something was found that has no place in the reading; today goes without saying. */
function hasLost(row: Row, entities: readonly Entity[], slots: Slots, today: CivilDate): boolean {
  const isLost = ({ letter, time }: Entity): boolean =>
    !(letter === 'O' && OF_ONESELF.has(row.intent)) &&
    !goesWithoutSaying(row, time, today) &&
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

const GOOD = 6.5;
const FAR = 1.2;
const LOST = 0.6;
const RIVAL = 0.75;
const OTHERWISE = 0.68;
const RIVAL_STATE = 0.65;
const STRAY = 0.7;
const CUT_WIDE = 0.65;
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

/** 要写材料，给个上周的数: something to be done beside something asked. */
const QUESTION_WORDS: ReadonlySet<Concept> = new Set<Concept>([
  'who',
  'unitsAsked',
  'howMany',
  'askFiled',
  'what',
  'why',
]);
const asksBeside = ({ intent, needs }: Row, notions: readonly Notion[]): boolean =>
  intent === 'act' &&
  notions.some(({ concept }) => QUESTION_WORDS.has(concept) && !needs.split(/[ |]/).includes(concept));
/** 7号督办可以了: of one task, in words that want something done and ask nothing. */
const WANTS_DONE = /申请|可以|吧[。!]*$|同意|请|please|(?:can|may|should) be/;
const SAYS_HOW_IT_GOES: ReadonlySet<Concept> = new Set<Concept>([
  'status',
  'what',
  'when',
  'who',
  'askFiled',
  'why',
  'open_it',
  'content',
  'where',
  'howMany',
]);
const wantsDone = ({ intent }: Row, { shape, notions }: Grounds): boolean =>
  intent === 'task' &&
  WANTS_DONE.test(shape) &&
  !notions.some(({ concept }) => SAYS_HOW_IT_GOES.has(concept));

/** 漏报过的单位: ever, and not in the period of these days. */
const isEver = ({ intent }: Row, { shape, entities }: Grounds): boolean =>
  intent === 'who' &&
  /[报交]过(?!来|去|没|吗)|(?<![a-z])ever(?![a-z])/.test(shape) &&
  !entities.some(({ letter }) => letter === 'T' || letter === 'P');

/** What happened and what is to be noted is in nobody's grammar. */
export const TOLD_IN_FULL: ReadonlySet<string> = new Set(['incident', 'note', 'dispute']);

function unknownFactor(row: Row, { shape, notions }: Grounds): number {
  if (row.command !== undefined && TOLD_IN_FULL.has(row.command)) return 1;
  const each = row.intent === 'act' ? UNKNOWN_OF_ACTS : UNKNOWN;
  const told = unknownWords(withoutAsides(shape, notions), notions);
  const aside = Math.max(0, sumOf(unknownWords(shape, notions)) - sumOf(told));
  const isTime = (word: string): boolean => MEANS_A_TIME.test(word) && row.intent !== 'act';
  return told.reduce(
    (factor, word) => factor * (isTime(word) ? UNKNOWN_TIME : each) ** sumOf([word]),
    UNKNOWN_ASIDE ** aside,
  );
}

/** Words of a question in what is looked for: it was cut too wide, or is no topic at all. */
const CUT_TOO_WIDE =
  /什么|[啥谁哪吗呢吧么咱我你他它]|多少|怎么|如何|有没有|是否|一下|来着|[上这下本]次|[上这下本][周月]|[今昨明前后]天|^[的跟和与对把在被给让向从]|[的了过里中上下是有]$|会商|会上|领导小组|报告|周报|督办|通报|(?<![a-z])(?:the|any|anything|please|what|who|whom|when|where|how|in|on|at|for|about|was|were|is|are|been|we|us|our|i|me|you|they|it|last|this|next|week|month|meeting|consultation|decided?|decisions?|reports?|tasks?|said|mention(?:s|ed)?)(?![a-z])/i;
/** Unless it stands in quotation marks, which say where it ends. */
const isQuoted = (query: string, { plain }: Grounds): boolean =>
  ['"', '“', '「', '『', '《', "'"].some((mark) => plain.includes(`${mark}${query.toLowerCase()}`));
const isCutWide = ({ query }: Slots, grounds: Grounds): boolean =>
  query !== undefined && CUT_TOO_WIDE.test(query) && !isQuoted(query, grounds);

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
    isCutWide(slots, grounds) ? CUT_WIDE : 1,
    asksBeside(row, notions) || wantsDone(row, grounds) || isEver(row, grounds) ? OTHERWISE : 1,
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
