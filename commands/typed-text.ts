// Text that somebody typed into a form of one or two fields: a reason, an objection, a correction.

import { findClassified } from '../domain/classified.ts';
import type { FieldProblem } from '../domain/facts.ts';
import { LONGEST_TEXT } from '../domain/report-form.ts';

/** Nothing in it can be seen: blanks, controls, zero-width characters. */
const UNSEEN = /^[\p{C}\p{Z}\s]*$/u;

/** What is wrong with a typed text, or null; a required one may not be empty. */
export function textProblem(field: string, typed: string, required: boolean): FieldProblem | null {
  const length = [...typed].length;
  if (typed.trim() === '' || (required && UNSEEN.test(typed)))
    return required ? { field, kind: 'required' } : null;
  if (length > LONGEST_TEXT) return { field, kind: 'too_long', length, most: LONGEST_TEXT };
  const word = findClassified(typed);
  return word ? { field, kind: 'classified', word } : null;
}

/** The problems there are, of fields checked one by one. */
export const problemsOf = (...checked: (FieldProblem | null)[]): FieldProblem[] =>
  checked.filter((problem) => problem !== null);
