// The one question among clauses that only say how it came about: 会商快开始了，本周谁没交; did our report go through? wifi was bad.
// Knows what a clause by itself was read as, and no campaign. Invariant: a clause that asks, names a unit or wants something
// done is never passed over.

import { GENERAL } from './alongside.ts';
import { asideFactor } from './confidence.ts';
import { isOtherBusiness } from './manners.ts';
import type { Read, Reading } from './reading.ts';
import type { Understood } from './understand.ts';
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

/** 准备写通报了, somebody is off sick: what goes on anyhow, and nobody is asked to do. */
const IS_TOLD =
  /^(?:准备|马上|正在|正要|正|快要|快|等下|等会儿?|待会儿?|一会儿?|要|趁|刚|不知道|不清楚|忘了|记不[清得]|听说|据说)|(?<![请帮给催].*)[了呢]$|(?:请假|休假|出差|生病|病|不在)了|^(?:局长|领导|主任|组长|市长|县长|区长|行长|上面|上级|省里|市里|有人)[^,]{0,4}(?:要|等|催|问)|^(?:about to|before|preparing|writing|not sure)(?![a-z])|(?<![a-z])(?:is|are|was|were) (?:off|away|out|on leave)(?![a-z])/;

/** 数字填错了, 要跟组长汇报: what went wrong and what one is about to do. */
const OF_TELLING: ReadonlySet<Concept> = new Set<Concept>(['wantTo', 'exception']);

const isReading = (read: Read): read is Reading => 'intent' in read;

/** Whether words beside a question only say how it came about: no name and no question, nothing to be done. */
function isAside({ entities, said, rows, plain }: Understood): boolean {
  const isTold = IS_TOLD.test(plain);
  const saysMuch = !isTold && rows.some(({ row }) => row.weight >= SAYS_MUCH);
  const asks = ASKS_SOMETHING.some((each) => said.has(each) && !(isTold && OF_TELLING.has(each)));
  return !saysMuch && !asks && entities.every(({ letter }) => letter === 'T' || letter === 'N');
}

/** Clauses that say nothing of any intent are passed over by what reads the whole text. */
const saysSomething = ({ notions, plain }: Understood): boolean =>
  notions.some(({ concept }) => !GENERAL.has(concept)) || isOtherBusiness(plain);

type Alone = (text: string) => { read: Read; understood: Understood | null };

/** Whether the whole may be passed over for one of its clauses. */
const isOpen = (whole: Read): boolean =>
  !('refuse' in whole) || whole.refuse === 'not_understood' || whole.refuse === 'out_of_scope';

function clearIn(clause: string, alone: Alone): Reading | null {
  const { read, understood } = alone(clause);
  const isClear = isReading(read) && read.sure >= CLEARLY && (understood?.weight ?? 0) >= SAYS_ITSELF;
  return isClear ? read : null;
}

/** The reading of the only clause that asks something, where it is clear and the whole text is not, or reads otherwise. */
export function questionAmong(
  plain: string,
  whole: Read,
  alone: Alone,
  understandAs: (text: string) => Understood,
): Read | null {
  const clauses = plain.split(/[,:;。?!]+\s*/u).filter((clause) => clause.trim().length >= 2);
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES || !isOpen(whole)) return null;
  const understood = clauses.map(understandAs);
  const asking = clauses.filter((_, at) => !isAside(understood[at]!));
  const beside = understood.filter(isAside);
  if (asking.length !== 1 || !beside.some(saysSomething)) return null;
  const read = clearIn(asking[0]!, alone);
  const differs = !isReading(whole) || whole.intent !== read?.intent || whole.sure < CLEARLY;
  if (!read || !differs) return null;
  const factor = beside.reduce((product, { shape, notions }) => product * asideFactor(shape, notions), 1);
  return { ...read, sure: Math.round(100 * Math.min(read.sure, AT_MOST) * factor) / 100 };
}
