// A roster sheet on screen: what was read of it, above the changes that it would make; or every reason why it was not taken.

import type { SheetFacts, SheetFault, SheetProblem } from '../../domain/roster-sheet.ts';
import { clean, type Mrkdwn, md, safe, truncate } from '../escape.ts';
import type { Voice } from './phrases.ts';
import { askOffice, offer, type Sayings } from './refusal-said.ts';

const LONGEST_NAME = 60;
const LONGEST_FOUND = 40;
const LONGEST_LIST = 200;
const LONGEST_LINE = 300;
const LINES_SHOWN = 15;

type Words = Pick<Voice, 't'>;
const named = (text: string, most = LONGEST_NAME): string => truncate(clean(text).trim(), most);
const listed = ({ t }: Words, names: readonly string[]): string =>
  truncate(t.words.list(names.map((name) => named(name, LONGEST_FOUND))), LONGEST_LIST);

/** What was read of a sheet and how it compares with the roster. */
export function sheetLines(voice: Words, sheet: SheetFacts | undefined): Mrkdwn[] {
  if (!sheet) return [];
  const words = voice.t.amendments.sheets;
  const name = sheet.sheet === null ? null : named(sheet.sheet);
  return [
    safe(words.read(named(sheet.file), name, sheet.rows, sheet.hiddenRows)),
    safe(words.counts(sheet)),
    ...(sheet.newUnits.length > 0
      ? [safe(words.newUnits(sheet.newUnits.length, listed(voice, sheet.newUnits)))]
      : []),
    ...(sheet.ignored.length > 0 ? [safe(words.ignored(listed(voice, sheet.ignored)))] : []),
    ...(sheet.allLiaisons ? [safe(words.allLiaisons)] : []),
  ];
}

function problemLine({ t }: Words, problem: SheetProblem): Mrkdwn {
  const words = t.amendments.sheets;
  // Each code has its phrase; that this one takes this fault is more than the compiler can follow.
  const say = words.faults[problem.code] as (fault: SheetFault & { found: string }) => string;
  const cleaned = {
    ...problem,
    found: named(problem.found, LONGEST_FOUND),
    ...('name' in problem && { name: named(problem.name, LONGEST_FOUND) }),
    ...('near' in problem && { near: problem.near === null ? null : named(problem.near, LONGEST_FOUND) }),
  } as SheetFault & { found: string };
  const line = words.at(problem.row, named(problem.heading, LONGEST_FOUND), say(cleaned));
  return md`• ${truncate(line, LONGEST_LINE)}`;
}

type SheetSayings = Pick<Sayings, 'sheet_unreadable' | 'sheet_wrong' | 'sheet_same' | 'sheet_office_only'>;

/** Why a sheet was not taken. */
export const sheetSayings: SheetSayings = {
  sheet_unreadable: ({ file, fault }, { t }) => {
    const words = t.amendments.sheets;
    const name = named(file);
    const say = words.unreadable[fault.code] as (file: string, of: typeof fault) => string;
    const isLacking = fault.code === 'no_heading' && fault.missing.length > 0;
    const sentence = isLacking
      ? words.missing(name, t.words.list(fault.missing.map((field) => words.fields[field])))
      : say(name, fault);
    return { sentence, buttons: [offer(t, 'roster')] };
  },
  sheet_wrong: ({ file, problems }, { t }) => {
    const words = t.amendments.sheets;
    const hidden = problems.length - LINES_SHOWN;
    return {
      sentence: words.wrong(named(file), problems.length),
      below: [
        ...problems.slice(0, LINES_SHOWN).map((problem) => problemLine({ t }, problem)),
        ...(hidden > 0 ? [safe(words.moreWrong(hidden))] : []),
      ],
      buttons: [offer(t, 'roster')],
    };
  },
  sheet_same: ({ sheet }, { t }) => ({
    sentence: t.amendments.sheets.same(named(sheet.file)),
    below: sheetLines({ t }, sheet),
    buttons: [offer(t, 'roster')],
  }),
  sheet_office_only: ({ contact, mayReport }, { t }) => ({
    sentence: askOffice(t, t.amendments.sheets.officeOnly, contact),
    buttons: mayReport ? [offer(t, 'report')] : [],
  }),
};
