// The one question among clauses that only say how it came about: 会商快开始了，本周谁没交; did our report go through? wifi was bad.
// Knows what a clause by itself was read as, and no campaign. Invariant: a clause that asks, names a unit or wants something
// done is never passed over.

import { GENERAL } from './alongside.ts';
import { isOtherBusiness } from './manners.ts';
import type { Read, Reading } from './reading.ts';
import type { Entity } from './scan.ts';
import type { Understood } from './understand.ts';
import { sumOf, unknownWords } from './unread.ts';
import type { Concept } from './zh-words.ts';

/** A part of a text with a row of the grammar of its own. */
export const SAYS_ITSELF = 4.5;
export const SAYS_MUCH = 6;
export const CLEARLY = 0.8;
const AT_MOST = 0.9;
const MOST_CLAUSES = 4;

const ASKS_SOMETHING: readonly Concept[] = [
  'who',
  'what',
  'when',
  'where',
  'howMany',
  'askFiled',
  'why',
  'howTo',
  'wantTo',
  'exception',
];

/** What goes on anyhow, and nobody is asked to do. */
const TOLD: readonly string[] = [
  // 准备写通报了, 我得准备发言, 要跟组长汇报
  '^(?:我|我们)?(?:准备|马上|正在|正要|正|快要|快|等下|等会儿?|待会儿?|一会儿?)',
  '^(?:我|我们)?(?:得|要)(?=去|提前|赶|准备|写|汇报|出门|出发|买|发言|向|跟|给领导|开会|摘)',
  // 趁现在有空, 不知道A角弄没弄, 记不清了
  '^(?:趁|刚|不知道|不清楚|忘了|记不[清得]|听说|据说)',
  // 明天要休假, 周四出差, 联络员休假我顶班, 安警官请假了; but not 我要请假
  '^[^要申想帮我]{0,6}出差$|^出差|^.{0,4}(?:要|得|准备)(?:休假|出差|外出)$|^.{0,6}(?:休假|请假|不在)我(?:顶|替|代)',
  '(?:请假|休假|出差|生病|病|不在)了',
  // 局长要看, 省里在催
  '^(?:局长|领导|主任|组长|市长|县长|区长|行长|上面|上级|省里|市里|有人)[^,]{0,4}(?:要|等|催|问)',
  // 会商快开始了; but not 帮我催一下了
  '(?<![请帮给催].*)[了呢]$',
  '^(?:about to|before|preparing|writing|not sure)(?![a-z])',
  '(?<![a-z])(?:is|are|was|were) (?:off|away|out|on leave)(?![a-z])',
];
const IS_TOLD = new RegExp(TOLD.join('|'));

/** 数字填错了, 要跟组长汇报: what went wrong and what one is about to do. */
const OF_TELLING: ReadonlySet<Concept> = new Set<Concept>(['wantTo', 'exception']);

const isReading = (read: Read): read is Reading => 'intent' in read;

/** What is not asked, beside what is: 不是问谁没交, not the weekly. Whom to leave out is another matter. */
const NOT_ASKED =
  /^(?:(?:不是|没|不)(?:在)?(?:问|说|指|看|管|找)|不是|(?:and )?(?:not(?! yet| in| counting| including| any)|don't care|never mind|i don't mean))/;
const isNotAsked = ({ plain, entities, said }: Understood): boolean =>
  NOT_ASKED.test(plain) &&
  !entities.some(({ letter }) => 'UGRXO'.includes(letter)) &&
  !said.has('exception') &&
  !said.has('why');

/** Whether words beside a question only say how it came about: no name and no question, nothing to be done. */
function isAside(understood: Understood): boolean {
  const { entities, said, rows, plain } = understood;
  if (isNotAsked(understood)) return true;
  const isTold = IS_TOLD.test(plain);
  const saysMuch = !isTold && rows.some(({ row }) => row.weight >= SAYS_MUCH);
  const asks = ASKS_SOMETHING.some((each) => said.has(each) && !(isTold && OF_TELLING.has(each)));
  const isBeside = ({ letter, time }: Entity): boolean =>
    letter === 'N' || (letter === 'T' && time?.period === null);
  const isOnlyTime = entities.length > 0 && !saysSomething(understood);
  return !saysMuch && !asks && !isOnlyTime && entities.every(isBeside);
}

/** Clauses that say nothing of any intent are passed over by what reads the whole text. */
const saysSomething = ({ shape, notions, plain }: Understood): boolean =>
  notions.some(({ concept }) => !GENERAL.has(concept)) ||
  unknownWords(shape, notions).length > 0 ||
  isOtherBusiness(plain);

type Alone = (text: string) => { read: Read; understood: Understood | null };
/** What reads a part of the text as if it were all, and what only says what stands in it. */
type Readers = { alone: Alone; understandAs: (text: string) => Understood };

/** Whether the whole may be passed over for one of its clauses. */
const isOpen = (whole: Read): boolean =>
  !('refuse' in whole) || whole.refuse === 'not_understood' || whole.refuse === 'out_of_scope';

function clearIn(clause: string, alone: Alone): Reading | null {
  const { read, understood } = alone(clause);
  const isClear = isReading(read) && read.sure >= CLEARLY && (understood?.weight ?? 0) >= SAYS_ITSELF;
  return isClear ? read : null;
}

/** The reading of the only clause that asks something, where it is clear and the whole text is not, or reads otherwise. */
export function questionAmong(plain: string, whole: Read, { alone, understandAs }: Readers): Read | null {
  const clauses = plain.split(/(?:[,:;。?!]|\.(?= ))+\s*/u).filter((clause) => clause.trim().length >= 2);
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES || !isOpen(whole)) return null;
  const understood = clauses.map(understandAs);
  const asking = clauses.filter((_, at) => !isAside(understood[at]!));
  const beside = understood.filter(isAside);
  const isOfAccount = beside.some((each) => saysSomething(each) || isNotAsked(each));
  if (asking.length !== 1 || !isOfAccount) return null;
  const read = clearIn(asking[0]!, alone);
  const differs =
    !isReading(whole) || whole.intent !== read?.intent || whole.sure < CLEARLY || beside.some(isNotAsked);
  if (!read || !differs) return null;
  return lessSure(read, AT_MOST, beside);
}

/** Each word beside the question that nobody knows may be what makes it another question. */
const UNKNOWN_BESIDE = 0.7;

/** Less sure for every word beside the question that nobody knows. */
export function lessSure(read: Reading, most: number, beside: readonly Understood[]): Reading {
  const unknown = sumOf(beside.flatMap(({ shape, notions }) => unknownWords(shape, notions)));
  return { ...read, sure: Math.round(100 * read.sure * most * UNKNOWN_BESIDE ** unknown) / 100 };
}

const LEAST_SPOKEN = 24;
const SHORTEST_TAIL = 5;
/** Below what counts as sure: nobody knows what was said before it. */
const SPOKEN_AT_MOST = 0.65;
/** Where a new clause can begin in what was dictated without a stop. */
const BEGINS =
  /(?<=[了啊呢嘛吧呀哦喔着])|(?=你(?:帮|给|看|说|查|咋|怎么|老)|问下|先问|帮我|我们|咱们|赶紧|得跟|麻烦)/gu;

/** The question at the end of what was dictated without a stop: a long lead, and at last what is asked. */
export function questionAtEnd(plain: string, whole: Read, { alone, understandAs }: Readers): Read | null {
  const isLost = 'refuse' in whole && ['not_understood', 'out_of_scope'].includes(whole.refuse);
  if (!isLost || plain.length < LEAST_SPOKEN || !/\p{Script=Han}{12}/u.test(plain)) return null;
  for (const { index } of plain.matchAll(BEGINS)) {
    if (index < SHORTEST_TAIL || plain.length - index < SHORTEST_TAIL) continue;
    const read = clearIn(plain.slice(index), alone);
    if (!read) continue;
    const before = understandAs(plain.slice(0, index));
    const told = new Set(understandAs(plain.slice(index)).entities.map(({ raw }) => raw));
    const isSaid = ({ letter, raw }: Entity): boolean => letter === 'T' || letter === 'N' || told.has(raw);
    return before.entities.every(isSaid) ? lessSure(read, SPOKEN_AT_MOST, [before]) : null;
  }
  return null;
}
