// Reads a question in one's own words: text → one form → things found → notions → the intent that the grammar gives most
// weight → its slots → what the role may ask. Pure: the campaign's words are compiled once, the moment is passed in.
// Invariant: rather asks back or does not understand than answers wrongly; a unit is never guessed.

import type { Campaign } from '../../domain/campaign.ts';
import type { UnitId } from '../../domain/ids.ts';
import { unitsOf } from '../../domain/permission.ts';
import { dateOf } from '../../domain/zone.ts';
import { isOfTheYearBefore } from './asked-of.ts';
import { lessSure, questionAmong, questionAtEnd, SAYS_ITSELF, SAYS_MUCH } from './clauses.ts';
import { keptOf, TOLD_IN_FULL } from './confidence.ts';
import { compileFinder, type Finder } from './finder.ts';
import { bareTopic, leansOn, nextQuestion, pointsBack, sameQuestion } from './follow-up.ts';
import { isForbidden } from './forbidden.ts';
import { isOtherBusiness, notAQuestion } from './manners.ts';
import { normalise } from './normalise.ts';
import { partsOf } from './parts.ts';
import type { Intent, Question, Read, Reading, Reason, Slots } from './reading.ts';
import { isBefore } from './times.ts';
import { likeliest, type Understood, understand } from './understand.ts';

export type Reader = { read(question: Question): Read };

/** Below this nothing is answered. */
const LEAST_SURE = 0.4;
/** Below this a second intent that is not far is offered beside it. */
const HARDLY_SURE = 0.55;
const NOTHING: Read = { refuse: 'not_understood' };

const refuse = (reason: Reason): Read => ({ refuse: reason });
const has = ({ entities }: Understood, letter: string): boolean =>
  entities.some((entity) => entity.letter === letter);

/** What a text names that this campaign has not, the farthest first. */
function namesOther(campaign: Campaign, understood: Understood): Reason | null {
  if (has(understood, 'C')) return 'other_campaign';
  if (has(understood, 'X')) return 'unknown_unit';
  const times = understood.entities.flatMap(({ time }) => time ?? []);
  return times.some((time) => isBefore(time, campaign)) ? 'before_campaign' : null;
}

/** The own unit where the question is about a unit and the asker is of one: 写了什么 without a name. */
function withOwn(reading: Reading, own: readonly UnitId[]): Reading {
  const wants = reading.intent === 'latest' && reading.units === undefined && own.length > 0;
  return wants ? { ...reading, units: [...own] } : reading;
}

type Asked = { question: Question; understood: Understood; readings: readonly Reading[] };

function settled(campaign: Campaign, { question, understood, readings }: Asked): Read {
  const [best, second] = readings;
  if (understood.weight < CLEAR && isElsewhere(understood)) return refuse('out_of_scope');
  const other =
    best?.command !== undefined && TOLD_IN_FULL.has(best.command) ? null : namesOther(campaign, understood);
  if (other) return refuse(other);
  if (best && isOfTheYearBefore(best, understood.entities, understood.today))
    return refuse('before_campaign');
  if (!best || best.sure < LEAST_SURE) return understood.isTalk ? refuse('out_of_scope') : NOTHING;
  const asker = { postings: question.postings, said: understood.said, used: understood.used };
  if (isForbidden(asker, best)) return refuse('forbidden');
  const choices = understood.choices(best);
  if (choices.length > 1) return { clarify: choices };
  const isTie = second !== undefined && best.sure - second.sure < WHISKER;
  const isOpen = second !== undefined && best.sure < HARDLY_SURE;
  return isTie || isOpen ? { clarify: [best, second] } : best;
}

/** Times are part of other business (今天星期几), what is looked for is not. */
const isElsewhere = (understood: Understood): boolean =>
  isOtherBusiness(understood.shape) ||
  (!['Q', 'X', 'C'].some((letter) => has(understood, letter)) && isOtherBusiness(understood.plain));

const CLEAR = 6.5;
const WHISKER = 0.02;

/** What a text says by itself, read by somebody at a moment. */
function understandAs(finder: Finder, { text, postings, now }: Question): Understood {
  const { plain, cased } = normalise(text);
  const own = unitsOf(postings);
  return understand(finder, { plain, cased, today: dateOf(now, finder.campaign.zone), own, postings });
}

function readAlone(
  finder: Finder,
  question: Question,
  isPart = false,
): { read: Read; understood: Understood | null } {
  const { campaign } = finder;
  const { plain, whole } = normalise(question.text);
  const none = notAQuestion(question.text, whole);
  if (none) return { read: refuse(none), understood: null };
  const own = unitsOf(question.postings);
  const understood = understandAs(finder, question);
  const readings = likeliest(understood).map((reading) => withOwn(reading, own));
  const read = settled(campaign, { question, understood, readings });
  const readers = {
    alone: (text: string) => readAlone(finder, { ...question, text }, true),
    understandAs: (text: string) => understandAs(finder, { ...question, text }),
  };
  const known = isPart ? null : afterKnown(finder, question, plain);
  if (known) return { read: known, understood };
  const among = isPart ? null : (questionAmong(plain, read, readers) ?? questionAtEnd(plain, read, readers));
  if (among) return { read: among, understood };
  const several =
    isPart || ('refuse' in read && read.refuse !== 'not_understood')
      ? null
      : severalIn(finder, question, plain);
  return { read: several ?? read, understood };
}

const KNOWN_LEAD =
  /^([^,。?!]{2,20}?)(?:那边|那块|这块|的事)?(?:我)?(?:先|就|都)?(?:不说|不提|不管|不问|不用说|不看|知道|清楚|晓得)(?:了)?[,。]\s*(?:就|只|我)*(?:问|说|要|看)?(?:一下)?(.{2,})$/u;

/** 双峰报没报我知道，他们周报写了啥: what is known is the question before, and not what is asked. */
function afterKnown(finder: Finder, question: Question, plain: string): Read | null {
  const [, known, rest] = KNOWN_LEAD.exec(plain) ?? [];
  if (known === undefined || rest === undefined) return null;
  const lead = understandAs(finder, { ...question, text: known });
  if (lead.said.has('why') || lead.said.has('exception')) return null;
  const before = readAlone(finder, { ...question, text: known }, true).read;
  const asked = { ...question, text: isReading(before) ? `那${rest}` : rest };
  const read = isReading(before) ? readAfter(finder, asked, before) : readAlone(finder, asked, true).read;
  return isReading(read) ? lessSure(read, 1, [lead]) : read;
}

/** What a part of a text asks by itself; nothing where it is not clear. */
function askedIn(finder: Finder, question: Question, loose: boolean): Reading[] {
  const { read, understood } = readAlone(finder, question, true);
  const weight = understood?.weight ?? 0;
  if ('clarify' in read) return weight >= SAYS_ITSELF ? read.clarify : [];
  const isClear = isReading(read) && read.sure >= ENOUGH && weight >= (loose ? SAYS_MUCH : SAYS_ITSELF);
  return isClear && !(loose && NOT_LOOSE.has(read.intent)) ? [read] : [];
}

/** Two questions in one text, that each by itself is clear: the asker says which comes first. */
function severalIn(finder: Finder, question: Question, plain: string): Read | null {
  const { parts, loose } = partsOf(plain);
  if (parts.length < 2) return null;
  const asked = parts.map((text) => askedIn(finder, { ...question, text }, loose));
  const kinds = new Set(asked.flatMap(([first]) => (first ? kindOf(first) : [])));
  return kinds.size > 1 && !isOneInTwo(asked.flat()) ? { clarify: asked.flat() } : null;
}

/** 收齐没？没齐的话缺哪家: whether all have, and who has not, is one question. */
const isOneInTwo = (asked: readonly Reading[]): boolean =>
  asked.some(({ intent, units }) => intent === 'status' && units === undefined) &&
  asked.every(({ intent, units }) => intent === 'who' || (intent === 'status' && units === undefined));

const kindOf = ({ intent, state, kind, command }: Reading): string =>
  [intent, state, kind, command].join(' ');
/** What is often said beside another question: why I was chased, what is to be done. */
const NOT_LOOSE: ReadonlySet<Intent> = new Set<Intent>(['sent', 'act', 'help', 'search', 'mine']);

const isReading = (read: Read): read is Reading => 'intent' in read;

/** Questions that mean nothing without their object. */
const dependsOn = (reading: Reading): boolean =>
  ['history', 'contact', 'latest', 'act', 'task'].includes(reading.intent) &&
  reading.units === undefined &&
  reading.task === undefined &&
  reading.person === undefined;

/** Below this a text says no intent of its own; above that it says one whatever was asked before. */
const SAYS_LITTLE = 3.9;
const SAYS_ALL = 6;
/** A number of a task and nothing more: 那7号呢. */
const BARE_NUMBER = 7;

type Way = 'same' | 'next' | 'alone';

/** Whether a text asks the same of something else, something else of the same, or has nothing to do with it. */
function wayOf(
  plain: string,
  understood: Understood,
  best: Reading | undefined,
  before: Reading,
  said: Slots,
): Way {
  const { weight } = understood;
  const leans = leansOn(plain);
  if (best?.intent === before.intent && weight < SAYS_LITTLE) return 'same';
  if (!best || weight < SAYS_LITTLE)
    return Object.keys(said).length > 0 || has(understood, 'G') ? 'same' : 'alone';
  if (best.intent === before.intent) return leans || isShort(plain) ? 'same' : 'alone';
  if (before.task !== undefined && isShort(plain) && OF_A_TASK.has(best.intent) && !hasObject(best))
    return 'same';
  if (before.task !== undefined && before.intent !== 'act' && best.intent === 'task' && weight <= BARE_NUMBER)
    return 'same';
  if (before.intent === 'bulletin' && understood.said.has('issue')) return 'same';
  if (isMeetings(before.intent) && isMeetings(best.intent) && best.period === undefined)
    return leans || isShort(plain) ? 'next' : 'alone';
  if (pointsBack(plain) || (dependsOn(best) && takesOver(best, plain))) return 'next';
  if (leans && weight <= SAYS_ALL && Object.keys(said).length > 0) return 'same';
  return 'alone';
}

/** After one question about a meeting another is about the same one. */
const isMeetings = (intent: Intent): boolean => intent.startsWith('consultation_') || intent === 'decisions';

/** After one task these ask more about it: 谁在办, 什么时候到期. */
const OF_A_TASK: ReadonlySet<Intent> = new Set<Intent>(['due', 'overdue', 'tasks', 'status', 'mine']);
const hasObject = ({ units, area, duty, from, to }: Reading): boolean =>
  [units, area, duty, from, to].some((slot) => slot !== undefined);
const ON_THE_SAME: ReadonlySet<string> = new Set([
  'chase',
  'return',
  'accept',
  'waive',
  'note',
  'task',
  'export',
]);
const takesOver = ({ command }: Reading, plain: string): boolean =>
  command === undefined || (ON_THE_SAME.has(command) && isShort(plain));

const SHORT = 10;
const isShort = (plain: string): boolean =>
  /\p{Script=Han}/u.test(plain) ? plain.length <= SHORT : plain.split(' ').length <= SHORT / 2;
const ENOUGH = 0.7;

const sureAfter = (before: Reading, share: number): number =>
  Math.round(100 * Math.min(before.sure, share >= ENOUGH ? 0.9 : 0.2 + 0.5 * share)) / 100;

/** 具体是哪些, 列出来, which ones: the same once more, as a list. */
const FOR_A_LIST: ReadonlySet<string> = new Set([
  'who',
  'unitsAsked',
  'what',
  'list',
  'open_it',
  'they',
  'fill',
  'me',
]);
const isAskedFor = ({ entities, notions, share }: Understood): boolean =>
  entities.length === 0 &&
  share >= ENOUGH &&
  notions.some(({ concept }) => concept !== 'fill' && concept !== 'me') &&
  notions.every(({ concept }) => FOR_A_LIST.has(concept));

function readAfter(finder: Finder, question: Question, before: Reading): Read {
  const { campaign } = finder;
  const { plain, cased, whole } = normalise(question.text);
  const none = notAQuestion(question.text, whole);
  if (none) return refuse(none);
  const own = unitsOf(question.postings);
  const today = dateOf(question.now, campaign.zone);
  const understood = understand(finder, {
    plain,
    cased,
    today,
    own,
    postings: question.postings,
    after: before,
  });
  const readings = likeliest(understood);
  const [best] = readings;
  const found = understood.asIn(before);
  if (isAskedFor(understood))
    return { ...before, used: understood.used, sure: sureAfter(before, understood.share) };
  // After a search 那暴力催收呢 is what is looked for, whatever the words mean elsewhere.
  const isTopic = before.query !== undefined && leansOn(plain) && understood.entities.length === 0;
  const isBare = Object.keys(found).length === 0 && (isTopic || understood.weight < SAYS_LITTLE);
  const said = isBare ? bareTopic(before, plain) : found;
  const way = isBare && isTopic ? 'same' : wayOf(plain, understood, best, before, said);
  if (way === 'alone') return settled(campaign, { question, understood, readings });
  const filled = way === 'next' ? nextQuestion(before, best!) : sameQuestion(before, said);
  const sure = sureAfter(before, isBare ? ENOUGH : understood.share);
  const row = { weight: CLEAR, needs: '', ...filled };
  const kept = isBare ? 1 : keptOf(row, filled, understood);
  const reading: Reading = { ...filled, used: understood.used, sure: Math.round(100 * sure * kept) / 100 };
  return settled(campaign, { question, understood: { ...understood, weight: CLEAR }, readings: [reading] });
}

/** Compiles a campaign's words and gives what reads questions about it. */
export function createReader(campaign: Campaign): Reader {
  const finder = compileFinder(campaign);
  return {
    read(question) {
      const { context, ...alone } = question;
      if (typeof context === 'object') return readAfter(finder, question, context);
      if (context === undefined || context.trim() === '') return readAlone(finder, question).read;
      const before = readAlone(finder, { ...alone, text: context }).read;
      return isReading(before) ? readAfter(finder, question, before) : readAlone(finder, question).read;
    },
  };
}

/** Reads one question; who reads many keeps a reader (`createReader`). */
export const readQuestion = ({ campaign, ...question }: Question & { campaign: Campaign }): Read =>
  createReader(campaign).read(question);
