// Fields that several forms about tasks share: days, units, files. Each is read as it was typed or picked, and what is
// wrong with it is said at the field; nothing here decides.

import type { Unit } from '../../domain/campaign.ts';
import { findClassified } from '../../domain/classified.ts';
import type { FieldProblem, UnitFacts } from '../../domain/facts.ts';
import type { CivilDate } from '../../domain/ids.ts';
import { plain } from '../../domain/names.ts';
import { endOfDayOn } from '../../domain/task/task.ts';
import type { FileRef } from '../../domain/things.ts';
import { dateOf, daysBetween } from '../../domain/zone.ts';
import { readDay } from '../civil-days.ts';
import type { Context } from '../command.ts';
import { unknownWord } from '../targets.ts';

export type Values = Record<string, string>;

/** A year that is further off is a slip of the finger. */
const FARTHEST_DAYS = 1100;

export const todayOf = ({ actor, at }: Context): CivilDate => dateOf(at, actor.campaign.definition.zone);

/** The day in a field, if it holds one. */
export const dayIn = (context: Context, typed: string | undefined): CivilDate | null =>
  typed?.trim() ? readDay(typed.trim(), todayOf(context)) : null;

/** Values for a form: a day that was typed in words is one that its date field can show. */
export function shownValues(context: Context, values: Values): Values {
  const days = ['until', 'dueOn'].flatMap((field) => {
    const day = dayIn(context, values[field]);
    return day ? [[field, day]] : [];
  });
  return { ...values, ...Object.fromEntries(days) };
}

/** Whether a day is so far off that it was not meant. */
export const isFarOff = (context: Context, day: CivilDate): boolean =>
  daysBetween(todayOf(context), day) > FARTHEST_DAYS;

/** What is wrong with a deadline: no day, one that is over, or one not later than it must be; an empty one may be left out. */
export function deadlineProblem(
  context: Context,
  field: string,
  typed: string,
  laterThan?: CivilDate,
): FieldProblem | null {
  if (typed.trim() === '') return null;
  const day = dayIn(context, typed);
  if (!day || isFarOff(context, day)) return { field, kind: 'not_a_date', typed };
  if (endOfDayOn(context.actor.campaign.definition, day) <= context.at)
    return { field, kind: 'in_the_past', typed };
  return laterThan && day <= laterThan ? { field, kind: 'not_later', typed, than: laterThan } : null;
}

/** A text as it is kept. */
export const textIn = (values: Values, field: string): string => (values[field] ?? '').trim();

/** The unit picked in a form (its id) or typed (its name or an alias, whole). */
export const unitIn = ({ actor }: Context, typed: string): Unit | undefined => {
  const { units } = actor.campaign.definition;
  const named = (unit: Unit) => [unit.name, ...unit.aliases].some((name) => plain(name) === plain(typed));
  return units.find(({ id }) => id === typed.trim()) ?? units.find(named);
};

const hasEnded = (context: Context, { to }: Unit): boolean => to !== undefined && to < todayOf(context);

/** What is wrong with a unit that is to be given a task: there is none of this name, or it has ended. */
export function unitProblem(context: Context, field: string, typed: string): FieldProblem | null {
  const unit = unitIn(context, typed);
  if (!unit) {
    const refusal = unknownWord(context, typed, 'unit');
    const near = refusal.kind === 'unknown_unit' ? (refusal.near[0]?.name ?? null) : null;
    return { field, kind: 'not_a_unit', typed, near };
  }
  return hasEnded(context, unit) ? { field, kind: 'unit_ended', unit: unit.name, on: unit.to! } : null;
}

/** The units that can be given a task today. */
export const unitsToChoose = (context: Context): UnitFacts[] =>
  context.actor.campaign.definition.units
    .filter((unit) => !hasEnded(context, unit))
    .map(({ id, name }) => ({ id, name }));

/** A file is not opened, but its name says what it is marked as. */
export function filesProblem(files: readonly FileRef[]): FieldProblem | null {
  const word = files.map(({ name }) => findClassified(name)).find((found) => found !== null);
  return word ? { field: 'files', kind: 'classified', word } : null;
}
