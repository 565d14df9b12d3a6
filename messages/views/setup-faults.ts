// What is wrong with what was typed into the guide, in words: where it stands, what was found, what would be right.

import type { Language } from '../../domain/campaign.ts';
import type { SetupFault, SetupProblem } from '../../domain/setup/facts.ts';
import { catalogs } from '../catalog.ts';
import type { SetupField } from '../catalog-setup.ts';
import { clean, truncate } from '../escape.ts';
import { describeProblem } from '../file-problem-words.ts';

const LONGEST_FOUND = 40;
const LONGEST = 400;

function faultText(problem: SetupProblem, language: Language): string {
  if (problem.code === 'file') return describeProblem(problem.problem, language);
  const found = truncate(clean(problem.found).trim(), LONGEST_FOUND);
  // Each code has its phrase; that this one takes this fault is more than the compiler can follow.
  const say = catalogs[language].setup.faults[problem.code] as (
    fault: SetupFault & { found: string },
  ) => string;
  return say({ ...problem, found });
}

/** One problem, with its line where the field has several. */
export function describeFault(problem: SetupProblem, language: Language): string {
  const text = faultText(problem, language);
  const { setup } = catalogs[language];
  return truncate(problem.line === null ? text : setup.atLine(problem.line, text), LONGEST);
}

/** What a field is called, without how it is filled in; a place that is none of them is called as it is. */
export const fieldLabel = (field: string, language: Language): string => {
  const { fields } = catalogs[language].setup;
  return Object.hasOwn(fields, field) ? fields[field as SetupField].label.split(/[，,]/)[0]! : field;
};
