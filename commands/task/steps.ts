// Steps of a chain as they are typed, one a line: what, which unit, how long (初验 市工商局 5个工作日). A line without a unit
// is the lead unit's. Invariant: every line that is not empty becomes a step or a problem.

import type { FieldProblem } from '../../domain/facts.ts';
import type { UnitId } from '../../domain/ids.ts';
import type { StepLength } from '../../domain/task/things.ts';
import type { Context } from '../command.ts';
import { inPlace } from '../leading.ts';
import { textProblem } from '../typed-text.ts';
import { unitIn, unitProblem } from './fields.ts';

export type TypedStep = { name: string; unit: UnitId; length: StepLength };
type Read = { step: TypedStep } | { problem: FieldProblem };

const LONGEST_DAYS = 365;
const MOST_STEPS = 20;
const LONGEST_NAME = 75;
/** Shorter words are near to some alias by chance: 公告 is not 公安. */
const SHORTEST_SLIP = 3;
const FIELD = 'steps';
/** A number as a list would begin a line with: 1. or （2）. */
const NUMBERING = /^(?:\(?\d{1,2}[.)、:]|第?[一二三四五六七八九十]{1,3}[、.:步])\s*(?=\D)/;
const LENGTH =
  /[\s,，、:：]?(?:不少于)?\s?(\d{1,6})\s?个?\s?(工作日|自然日|日历日|天|日|working days?|natural days?|calendar days?|days?)\s?(?:以内|之内|内)?[。.;；]?$/;
const IS_WORKING = /^(?:工作日|working)/;

const notAStep = (typed: string): Read => ({ problem: { field: FIELD, kind: 'not_a_step', typed } });

/** Name and unit: the unit stands last, apart from the name; what is near a unit's name was meant as one. */
function readWho(
  context: Context,
  head: string,
  lead: UnitId,
): { name: string; unit: UnitId } | FieldProblem {
  const words = head.split(/[\s,，、:：]+/).filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  if (words.length < 2) return { name: head, unit: lead };
  const problem = unitProblem(context, FIELD, last);
  if (problem?.kind === 'not_a_unit' && (problem.near === null || [...last].length < SHORTEST_SLIP))
    return { name: head, unit: lead };
  if (problem) return problem;
  return { name: words.slice(0, -1).join(' '), unit: unitIn(context, last)!.id };
}

function readStep(context: Context, line: string, lead: UnitId): Read {
  // Runs of spaces mean one, and would be tried from each of their places.
  const typed = line.trim().replace(/\s+/g, ' ');
  const same = inPlace(typed);
  const from = NUMBERING.exec(same)?.[0].length ?? 0;
  const match = LENGTH.exec(same);
  if (!match || match.index <= from) return notAStep(typed);
  const days = Number(match[1]);
  const who = readWho(context, typed.slice(from, match.index).trim(), lead);
  if ('kind' in who) return { problem: who };
  if (days < 1 || days > LONGEST_DAYS || [...who.name].length > LONGEST_NAME) return notAStep(typed);
  const of = IS_WORKING.test(match[2]!) ? 'working' : 'natural';
  return { step: { ...who, length: { days, of } } };
}

/** Reads the steps; all of them, or the first thing that is wrong. */
export function readSteps(
  context: Context,
  typed: string,
  lead: UnitId,
): { steps: TypedStep[] } | { problem: FieldProblem } {
  const wrong = textProblem(FIELD, typed, false);
  if (wrong) return { problem: wrong };
  const lines = typed.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length > MOST_STEPS)
    return { problem: { field: FIELD, kind: 'not_a_step', typed: lines[MOST_STEPS]! } };
  const read = lines.map((line) => readStep(context, line, lead));
  const problem = read.flatMap((each) => ('problem' in each ? [each.problem] : []))[0];
  if (problem) return { problem };
  return { steps: read.flatMap((each) => ('step' in each ? [each.step] : [])) };
}
