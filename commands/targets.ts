// Reads what a command is about from the words after it: unit, duty and period, in any order and spelling the campaign
// knows. What is left over belongs to the command (a reason, a number); what is nothing gets a refusal with the nearest.

import { createNearest } from '../documents/nearest.ts';
import type { Duty, Unit } from '../domain/campaign.ts';
import type { Period } from '../domain/ids.ts';
import { type Found, findDutyNamed, findPeriod, findUnit, plain } from '../domain/names.ts';
import type { Refusal } from '../domain/outcome.ts';
import { dateOf } from '../domain/zone.ts';
import type { Context } from './command.ts';

export type Targets = { unit?: Unit; duty?: Duty; period?: Period; rest: string };

const without = <T>(text: string, found: Found<T> | null): string =>
  found ? `${text.slice(0, found.at)} ${text.slice(found.at + found.length)}` : text;

/** Finds unit, duty and period in a text; `rest` is what none of them used. */
export function readTargets({ actor, at }: Context, text: string): Targets {
  const campaign = actor.campaign.definition;
  const today = dateOf(at, campaign.zone);
  const whole = plain(text);
  const period = findPeriod(campaign, whole, today);
  const afterPeriod = without(whole, period);
  const unit = findUnit(campaign, afterPeriod);
  const afterUnit = without(afterPeriod, unit);
  const duty = findDutyNamed(campaign, afterUnit);
  return {
    ...(unit && { unit: unit.value }),
    ...(duty && { duty: duty.value }),
    ...(period && { period: period.value }),
    rest: plain(without(afterUnit, duty).replace(/[的，,。？?！!]+/g, ' ')),
  };
}

const unitsNear = ({ actor }: Context, typed: string) => {
  const { units } = actor.campaign.definition;
  const known = units.map(({ id, name, aliases }) => ({ value: id, name, words: [name, id, ...aliases] }));
  const near = createNearest()(typed, known);
  return units.filter(({ id }) => id === near?.value).map(({ id, name }) => ({ id, name }));
};

const dutiesNear = ({ actor }: Context, typed: string) => {
  const { duties } = actor.campaign.definition;
  const near = createNearest()(
    typed,
    duties.map(({ id, name }) => ({ value: id, name, words: [name, id] })),
  );
  return duties.filter(({ id }) => id === near?.value).map(({ id, name }) => ({ id, name }));
};

/** Words that were meant as a unit or a duty and are neither: a refusal that offers the nearest of both. */
export function unknownWord(context: Context, typed: string, expects: 'unit' | 'duty'): Refusal {
  const units = unitsNear(context, typed);
  const duties = dutiesNear(context, typed);
  if (units.length === 0 && (duties.length > 0 || expects === 'duty'))
    return { kind: 'unknown_duty', typed, near: duties };
  return { kind: 'unknown_unit', typed, near: units };
}
