// Things that go by number: 督办〔2016〕12号, 12号督办, task #12, 第9期, bulletin no. 9. Knows no campaign.

import { NUMBER, readNumber } from './numbers.ts';
import { type Entity, type Scan, take } from './scan.ts';

const BRACKETED = '[〔\\[(【]\\s*((?:19|20)\\d\\d)年?\\s*[〕\\])】]';
const TASK = [
  `督办(?:事项|件|单|任务|通知)?\\s*${BRACKETED}\\s*第?(${NUMBER})(?:号|件)?`,
  `((?:19|20)\\d\\d)年(?:的)?\\s*督办(?:事项|件|单|任务)?\\s*第?(${NUMBER})(?:号|件)`,
  `((?:19|20)\\d\\d)年(?:的)?\\s*第?(${NUMBER})号\\s*督办(?:事项|件|单|任务)?`,
  `(x{0})督办(?:事项|件|单|任务)?\\s*(?:编号)?\\s*(?:第|no\\.?|#)?\\s*(${NUMBER})\\s*(?:号|件(?!事))(?:督办)?(?:事项|件|单)?`,
  `(x{0})编号(?:为|是)?\\s*(${NUMBER})(?:号)?(?:的)?(?:那|这)?(?:一)?(?:件|个|条|项)?督办(?:事项|件|单|任务)?`,
  `(x{0})(?<![〕\\d月])第?(${NUMBER})号\\s*(?:的|那个|这个|那件|这件|那条)?\\s*(?:督办|任务)(?:事项|件|单|任务)?`,
  `(x{0})督办(?:事项|件|单)?\\s*(?:第|no\\.?|#)?\\s*(\\d{1,4})(?!\\d|月|年|日|家|个|项|条|件)`,
  `(x{0})(?<![a-z])(?:supervised )?tasks? ?(?:no\\.?|number|num|#)? ?#?(\\d{1,4})(?![\\d])`,
  `(x{0})(?<![a-z0-9])(?:#|no\\. ?)(\\d{1,4})(?![\\d])(?= task| 督办)`,
].map((source) => new RegExp(source, 'g'));

const BULLETIN = [
  `第\\s*(${NUMBER})\\s*期`,
  `(?<![a-z])(?:bulletin|issue)s? ?(?:no\\.?|number|num|issue|#)? ?#?(\\d{1,4})(?!\\d)`,
  `通报\\s*(?:第|no\\.?|#)?\\s*(\\d{1,4})(?:期|号)?(?![\\d月年日家个])`,
  `(?<!\\d)(\\d{1,4})期(?=的?通报)`,
  `(?<![a-z])(?:no\\.?|number|#) ?(\\d{1,4})(?= bulletin)`,
].map((source) => new RegExp(source, 'g'));

function numbered(letter: 'K' | 'B', raw: string, written: string, year?: string): Entity | null {
  const no = readNumber(written);
  return no === null || no === 0 ? null : { letter, raw, no, ...(year && { year }) };
}

const ALONE =
  /(?<=^(?:and|what about|how about|same for|same with|ditto|or|then|那么?|还有|换|再看)? ?)#?(\d{1,3})(?=(?:呢|的呢)?[?。!]*$)/g;

/** `8号` where tasks are spoken of, or a number alone. */
export function takeBareTask(scan: Scan): void {
  take(scan, ALONE, ([raw, no]) => numbered('K', raw, no!));
  takeNumberedBare(scan);
}

const takeNumberedBare = (scan: Scan): void =>
  take(
    scan,
    new RegExp(`(?<![月\\d])第?(${NUMBER})号(?!文)|(?:#|(?<![a-z])(?:number|no\\.?|num) ?)(\\d{1,4})`, 'g'),
    ([raw, no, other]) => numbered('K', raw, (no ?? other)!),
  );

const BESIDE_BULLETIN =
  /(?:再)?(前|上|后|下)(?:面)?(?:那)?(?:一)?期|(?<![a-z])(?:the )?(?:one|issue) (before|after)(?: that)?(?![a-z])|(?<![a-z])(?:the )?(previous|preceding|next|following) (?:one|issue)(?![a-z])/g;

/** 前一期 after a question about the ninth issue is the eighth. */
export const takeBesideBulletin = (scan: Scan, no: number): void =>
  take(scan, BESIDE_BULLETIN, ([raw, zh, way, which]) => {
    const isBefore = /[前上]|before|previous|preceding/.test((zh ?? way ?? which)!);
    return no === 1 && isBefore ? null : { letter: 'B', raw, no: no + (isBefore ? -1 : 1) };
  });

/** 督办3号和5号: a number beside that of a task is one of a task. */
const BESIDE = new RegExp(
  `(?<=([\\ue000-\\uf8ff])(?:和|、|与|跟|及|,| and | & ))第?(${NUMBER})(?:号|(?<=\\d)(?![\\d月日年周天家个]))(?!文)`,
  'g',
);

function takeBeside(scan: Scan): void {
  take(scan, BESIDE, ([raw, mark, no]) => {
    const beside = scan.found[mark!.charCodeAt(0) - 0xe000];
    return beside?.letter === 'K' ? numbered('K', raw, no!) : null;
  });
}

/** Finds the numbers of tasks and of bulletins. */
export function takeNumbered(scan: Scan): void {
  for (const pattern of TASK) take(scan, pattern, ([raw, year, no]) => numbered('K', raw, no!, year));
  takeBeside(scan);
  for (const pattern of BULLETIN) take(scan, pattern, ([raw, no]) => numbered('B', raw, no!));
}
