// What stands after a command's word: a unit, a duty, a period, in any order; anything else is refused with the nearest.

import type { ActionInput } from '../domain/actions.ts';
import type { Refusal } from '../domain/outcome.ts';
import type { Context } from './command.ts';
import { readTargets, unknownWord } from './targets.ts';

/** Reads unit, duty and period; words that are none of these are refused as what was `expected`. */
export function readNamed(
  context: Context,
  rest: string,
  expected: 'unit' | 'duty',
): ActionInput | { refusal: Refusal } {
  const { unit, duty, period, rest: left } = readTargets(context, rest);
  if (left !== '') return { refusal: nearestTo(context, left, rest, expected) };
  return { ...(unit && { unit: unit.id }), ...(duty && { duty: duty.id }), ...(period && { period }) };
}

/** A misspelt name may have lost a part to a name that it contains, so the whole is tried where the rest is near nothing. */
function nearestTo(context: Context, left: string, whole: string, expected: 'unit' | 'duty'): Refusal {
  const ofRest = unknownWord(context, left, expected);
  const ofWhole = unknownWord(context, whole, expected);
  return isNear(ofRest) || !isNear(ofWhole) ? ofRest : ofWhole;
}

const isNear = (refusal: Refusal): boolean => 'near' in refusal && refusal.near.length > 0;
