// Words after 急报, in both languages, as the same input that a button or a form carries: a verb and numbers, then a text.
// Whatever is no verb is the beginning of a report, exactly as typed: somebody in a hurry types what happened.

import type { ActionInput } from '../../domain/actions.ts';
import type { IncidentVerb } from '../../domain/incident/facts.ts';
import { inPlace } from '../leading.ts';

/** The words of the command itself; they stand here because texts begin after them. */
export const words = { zh: ['急报', '重大情况急报'], en: ['incident', 'incidents'] };

const OWN = /^\s*(?:重大情况急报|急报|incidents?(?![a-z0-9]))[\s,、:。;]*/;
const VERBS: [IncidentVerb, RegExp][] = [
  ['list', /^(?:列表|清单|一览|list(?![a-z0-9]))/],
  ['show', /^(?:查看|详情|(?:show|view)(?![a-z0-9]))/],
  ['acknowledge', /^(?:已收到|收到|已接报|接报|(?:acknowledged?|ack|received)(?![a-z0-9]))/],
  ['follow_up', /^(?:续报|follow[ -]?up(?![a-z0-9]))/],
  ['final', /^(?:终报|final(?: report)?(?![a-z0-9]))/],
  ['join', /^(?:并入|合并|(?:join|merge)(?![a-z0-9]))/],
  ['report', /^(?:(?:新建|初报)(?=[\s,、:。;]|$)|(?:new|report)(?![a-z0-9]))/],
];
const SEPARATORS = /^[\s,、:。;!]+/;

// Numbers: 1, 1号, #1, 2016/1, 〔2016〕1号, 急报〔2016〕1号. A number that runs on into a count is none.
const IN_BRACKETS = /^(?:急报)?\s*[〔[(【]\s*(\d{4})\s*[〕\])】]\s*第?\s*(\d{1,9})\s*号?/;
const WITH_YEAR = /^(\d{4})\s*[/-]\s*(\d{1,9})(?:\s*号|(?=$|[\s,、:;。]))/;
const ALONE = /^(?:第|#|no\.?\s?)?()(\d{1,9})(?:\s*号|(?=$|[\s,、:;。]))/;

const after = (text: string, length: number): string => {
  const rest = text.slice(length);
  return rest.slice(SEPARATORS.exec(inPlace(rest))?.[0].length ?? 0);
};

/** An incident's number as it was typed, and its parts; `period` is its year. */
export type Numbered = Pick<ActionInput, 'no' | 'period'>;

function numberAt(text: string): { number: Numbered; rest: string } | null {
  for (const pattern of [IN_BRACKETS, WITH_YEAR, ALONE]) {
    const match = pattern.exec(inPlace(text));
    if (!match) continue;
    const number = { no: Number(match[2]), ...(match[1] && { period: match[1] }) };
    return { number, rest: after(text, match[0].length) };
  }
  return null;
}

/** The number that a whole text is; null if it is none. */
export function readNumber(text: string): Numbered | null {
  const found = numberAt(text.trim());
  return found?.rest === '' ? found.number : null;
}

function verbAt(text: string): { verb: IncidentVerb; rest: string } | null {
  for (const [verb, pattern] of VERBS) {
    const match = pattern.exec(inPlace(text));
    if (match) return { verb, rest: after(text, match[0].length) };
  }
  return null;
}

/** Another number, for 并入 2 1; empty where there is none, null where something else stands. */
function otherAt(text: string): Record<string, string> | null {
  if (text === '') return {};
  return readNumber(text) ? { other: text.trim() } : null;
}

/** What a verb takes after its number; null: these words do not fit it. */
function readRest(verb: IncidentVerb, number: Numbered, rest: string): ActionInput | null {
  switch (verb) {
    case 'list':
    case 'show':
    case 'acknowledge':
      return rest === '' ? { verb, ...number } : null;
    case 'follow_up':
    case 'final':
      return { verb, ...number, ...(rest !== '' && { values: { text: rest } }) };
    case 'join': {
      const other = otherAt(rest);
      return other && { verb, ...number, ...(other.other && { values: other }) };
    }
    case 'report':
      return number.no === undefined && rest !== '' ? { verb, text: rest } : null;
  }
}

function readVerb(text: string): ActionInput | null {
  const first = numberAt(text);
  const spoken = verbAt(first?.rest ?? text);
  if (first && !spoken) return first.rest === '' ? { verb: 'show', ...first.number } : null;
  if (!spoken) return null;
  const { verb, rest } = spoken;
  if (verb === 'report' && rest === '') return first ? null : { verb };
  const second = first || verb === 'report' ? null : numberAt(rest);
  return readRest(verb, (first ?? second)?.number ?? {}, second?.rest ?? rest);
}

/** Reads the words after 急报; `typed` is the whole text as it was typed, `rest` what is left where the word stands last. */
export function parseIncident(rest: string, _context: unknown, typed: string): ActionInput {
  const own = OWN.exec(inPlace(typed));
  const text = (own ? typed.slice(own[0].length) : rest).trim();
  if (text === '') return { verb: 'report' };
  return readVerb(text) ?? { verb: 'report', text };
}
