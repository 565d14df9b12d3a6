// What a role may never be answered: the table of product.md ("In chat") for questions, before anything is looked up. What
// a person may see of a thing is settled again where it is read; this only spares a form or an answer that cannot be.

import type { Posting } from '../../domain/campaign.ts';
import { isLeader, isOffice, unitsOf } from '../../domain/permission.ts';
import { maySee } from '../../domain/sight.ts';
import type { AskedCommand, Reading } from './reading.ts';
import type { Concept } from './zh-words.ts';

type Asker = {
  postings: readonly Posting[];
  said: ReadonlySet<Concept>;
  used: readonly string[];
};

/** What only the office decides on a task, unless it is asked for (申请办结). */
const OFFICE_DECIDES = /办结|销号|撤销|重开|改派|退回|(?:close|reopen|withdraw|reassign|cancel|return)/;
const ASKS_FOR = /申请|提交|要求|延期|extension/;

const OFFICE_ONLY: ReadonlySet<AskedCommand> = new Set<AskedCommand>([
  'chase',
  'return',
  'accept',
  'waive',
  'bulletin',
  'rehearse',
]);
const OF_THE_UNIT: ReadonlySet<AskedCommand> = new Set<AskedCommand>(['report', 'nil']);

/** 不要给我发英文了: in which language, not whether. */
const isOfLanguage = ({ used }: Asker): boolean =>
  /[中英]文|语言|chinese|english|language/.test(used.join(' '));
/** The full mobile number says what is meant in one. */
const isOfNumbers = ({ said, used }: Asker): boolean =>
  said.has('contactWord') || /phone|mobile|number/.test(used.join(' '));

const isUnits = ({ postings }: Asker): boolean => unitsOf(postings).length > 0;

/** Contents of a unit's reports: the unit, the office, leaders, inspectors. */
const seesContents = (asker: Asker, { units = [] }: Reading): boolean =>
  units.length === 0
    ? isUnits(asker) || maySee(asker.postings, { kind: 'contents', unit: null })
    : units.every((unit) => maySee(asker.postings, { kind: 'contents', unit }));

/** Rows to take away: all of them, or of one's own units. */
const seesLedger = (asker: Asker, { units = [] }: Reading): boolean =>
  units.length === 0
    ? isUnits(asker) || maySee(asker.postings, { kind: 'ledger', unit: null })
    : units.every((unit) => maySee(asker.postings, { kind: 'ledger', unit }));

/** New tasks are the office's and the leaders'; so is what the office decides on one. */
function mayTask({ postings, said, used }: Asker): boolean {
  if (isOffice(postings)) return true;
  if (said.has('newTask')) return isLeader(postings);
  const words = used.join(' ');
  return unitsOf(postings).length > 0 && (!OFFICE_DECIDES.test(words) || ASKS_FOR.test(words));
}

function ownUnitOnly({ postings }: Asker, { units = [] }: Reading): boolean {
  const own = unitsOf(postings);
  return units.every((unit) => own.includes(unit));
}

function mayDo(asker: Asker, reading: Reading): boolean {
  const { postings, said } = asker;
  const { command } = reading;
  if (command === undefined || isOffice(postings)) return true;
  if (OFFICE_ONLY.has(command)) return false;
  if (OF_THE_UNIT.has(command)) return isUnits(asker) && ownUnitOnly(asker, reading);
  if (command === 'task') return mayTask(asker);
  if (command === 'audit') return maySee(postings, { kind: 'audit' });
  if (command === 'export' && said.has('contactWord')) return false;
  if (command === 'export') return seesLedger(asker, reading);
  if (command === 'dispute') return isUnits(asker) && ownUnitOnly(asker, reading);
  if (command === 'replace_liaison') return isUnits(asker) && ownUnitOnly(asker, reading);
  if (command === 'settings') return !said.has('ranking') && (!said.has('sentMe') || isOfLanguage(asker));
  return true;
}

/** Whether this reading is of something that the asker's roles never get. */
export function isForbidden(asker: Asker, reading: Reading): boolean {
  const { postings, said } = asker;
  if (postings.length === 0) return false;
  if (said.has('unmasked') && isOfNumbers(asker)) return !isOffice(postings);
  if (reading.intent === 'latest') return !seesContents(asker, reading);
  if (reading.intent === 'bulletin' && said.has('draft'))
    return !maySee(postings, { kind: 'bulletin', published: false });
  if (reading.intent === 'timeliness' && said.has('ranking')) return isUnits(asker) && !isOffice(postings);
  return reading.intent === 'act' && !mayDo(asker, reading);
}
