// The last step of the guide: which of the usual duties, when, with which figures, in which phases.
//
//   排查机构数，家         a figure and what it counts
//   摸底排查，6月30日      a phase and its last day; with two days its first and last

import { WEEKDAYS } from '../../domain/campaign.ts';
import {
  type SetupPlace,
  type SetupProblem,
  USUAL_DUTIES,
  type UsualDuty,
} from '../../domain/setup/facts.ts';
import { nameKey } from '../nearest.ts';
import { isCivilDate } from '../notation.ts';
import { cellsOf, hasHan, isSeparated, LONGEST_NAME, lineAt, oneLine, typedLines } from './lines.ts';
import { createIds } from './short-ids.ts';

export type TypedFigure = { id: string; name: string; unit: string; place: SetupPlace };
export type TypedPhase = { id: string; name: string; from?: string; to: string; place: SetupPlace };
export type TypedDuties = {
  chosen: UsualDuty[];
  weekday: string;
  time: string;
  filing: string;
  final: string;
  figures: TypedFigure[];
  phases: TypedPhase[];
  problems: SetupProblem[];
};

/** What a form shows where nothing was typed yet. */
export const USUAL_DUTY_VALUES = {
  duties: 'weekly,bulletin,consultation',
  weekday: 'fri',
  time: '17:00',
} as const;

const TIME = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/u;
const at = (field: string, line: number | null = null): SetupPlace => lineAt('duties', field)(line);
const isUsual = (word: string): word is UsualDuty => (USUAL_DUTIES as readonly string[]).includes(word);

const two = (typed: string): string => typed.padStart(2, '0');

/** 2016-06-30, 2016年6月30日, 2016/6/30, 6月30日, 6.30: the first such day from `from` on; null where it is none. */
export function dayMeant(typed: string, from: string): string | null {
  const full = /^(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})日?$/u.exec(typed);
  if (full) return sound(`${full[1]}-${two(full[2]!)}-${two(full[3]!)}`);
  const short = /^(\d{1,2})[-月/.](\d{1,2})[日号]?$/u.exec(typed);
  if (!short || !isCivilDate(from)) return null;
  const year = Number(from.slice(0, 4));
  const day = `${two(short[1]!)}-${two(short[2]!)}`;
  return sound(`${`${year}-${day}` >= from ? year : year + 1}-${day}`);
}

const sound = (date: string): string | null => (isCivilDate(date) ? date : null);

const wordsOf = (text: string): string[] =>
  isSeparated(text) || !hasHan(text) ? cellsOf(text) : text.trim().split(/\s+/u);

/** Each name once, and none that would break a list. */
function nameProblem(name: string, place: SetupPlace, firstLines: Map<string, number>): SetupProblem | null {
  const length = [...name].length;
  if (length > LONGEST_NAME) return { ...place, found: name, code: 'too_long', length, most: LONGEST_NAME };
  const firstLine = firstLines.get(nameKey(name));
  if (firstLine !== undefined) return { ...place, found: name, code: 'repeated', firstLine };
  firstLines.set(nameKey(name), place.line ?? 0);
  return null;
}

function readFigures(text: string | undefined, problems: SetupProblem[]): TypedFigure[] {
  const nextId = createIds('figure');
  const firstLines = new Map<string, number>();
  return typedLines(text).flatMap(({ no, text: line }) => {
    const place = at('figures', no);
    const [name = '', unit, ...rest] = wordsOf(line.replace(/[（(]([^（(）)]*)[)）]\s*$/u, '，$1'));
    const wrong: SetupProblem | null =
      name === ''
        ? { ...place, found: line.trim(), code: 'no_name' }
        : unit === undefined
          ? { ...place, found: name, code: 'no_measure' }
          : rest.length > 0 || [...unit].length > LONGEST_NAME
            ? { ...place, found: rest[0] ?? unit, code: 'not_understood' }
            : nameProblem(name, place, firstLines);
    if (wrong) problems.push(wrong);
    return wrong ? [] : [{ id: nextId(name), name, unit: unit!, place }];
  });
}

function readPhases(text: string | undefined, from: string, problems: SetupProblem[]): TypedPhase[] {
  const nextId = createIds('phase');
  const firstLines = new Map<string, number>();
  return typedLines(text).flatMap(({ no, text: line }) => {
    const place = at('phases', no);
    // A gap before a day, or a dash between two, parts them; the dashes within a day are kept.
    const words = wordsOf(line.replace(/(?<=[\d日号])\s*[—–~～至到]+\s*(?=\d)|\s+(?=\d)/gu, '，'));
    const [name = '', ...days] = words;
    const read = days.map((day) => dayMeant(day.replace(/^[至到]|前$/gu, ''), from));
    const bad = read.indexOf(null);
    const wrong: SetupProblem | null =
      name === ''
        ? { ...place, found: line.trim(), code: 'no_name' }
        : days.length === 0 || days.length > 2 || bad >= 0
          ? { ...place, found: days[bad] ?? days[2] ?? name, code: 'bad_date' }
          : nameProblem(name, place, firstLines);
    if (wrong) problems.push(wrong);
    if (wrong) return [];
    const [first, last] = read as string[];
    return [
      last === undefined
        ? { id: nextId(name), name, to: first!, place }
        : { id: nextId(name), name, from: first!, to: last, place },
    ];
  });
}

function choiceProblems({ chosen, filing, phases, final }: TypedDuties): SetupProblem[] {
  const has = (duty: UsualDuty) => chosen.includes(duty);
  const problems: SetupProblem[] = [];
  const say = (field: string, code: 'missing' | 'no_phases' | 'no_weekly') =>
    problems.push({ ...at(field), found: '', code });
  if (chosen.length === 0) say('duties', 'missing');
  if (has('bulletin') && !has('weekly')) say('duties', 'no_weekly');
  if (has('stage') && phases.length === 0) say('phases', 'no_phases');
  if (has('filing') && filing === '') say('filing', 'missing');
  for (const [field, found] of Object.entries({ filing, final }))
    if (found !== '' && !isCivilDate(found)) problems.push({ ...at(field), found, code: 'bad_date' });
  return problems;
}

/** Reads the step; `from` is the campaign's first day, from which days without a year are reckoned. */
export function readDuties(typed: Record<string, string> = {}, from = ''): TypedDuties {
  const problems: SetupProblem[] = [];
  const text = (field: string): string => oneLine(typed[field]);
  const chosen = text('duties')
    .split(',')
    .filter(isUsual)
    .sort((a, b) => USUAL_DUTIES.indexOf(a) - USUAL_DUTIES.indexOf(b));
  const time = TIME.exec(text('time') || USUAL_DUTY_VALUES.time);
  if (!time) problems.push({ ...at('time'), found: text('time'), code: 'bad_time' });
  const weekday = WEEKDAYS.find((day) => day === text('weekday')) ?? USUAL_DUTY_VALUES.weekday;
  const duties: TypedDuties = {
    chosen,
    weekday,
    time: time ? `${two(time[1]!)}:${time[2]}` : USUAL_DUTY_VALUES.time,
    filing: text('filing'),
    final: text('final'),
    figures: readFigures(typed.figures, problems),
    phases: readPhases(typed.phases, from, problems),
    problems,
  };
  problems.unshift(...choiceProblems(duties));
  return duties;
}
