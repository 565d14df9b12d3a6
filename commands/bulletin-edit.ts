// What the office may write into a bulletin: three parts of text, and highlights picked from the reports it collects.

import type { BulletinSources } from '../domain/bulletin.ts';
import type { FieldProblem, UnitFacts } from '../domain/facts.ts';
import type { ObligationId } from '../domain/ids.ts';
import { isFiled } from '../domain/obligation.ts';
import { dutyOf, type Scene, unitFacts } from '../domain/obligation-facts.ts';
import { formFields } from '../domain/report-form.ts';
import type { BulletinEdits, SubmissionRow } from '../domain/things.ts';
import { problemsOf, textProblem } from './typed-text.ts';

/** One report's text that may be picked as a highlight (突出做法). */
export type Candidate = { unit: UnitFacts; text: string };

type Values = Record<string, string>;
const PARTS = ['overview', 'problems', 'next'] as const;

/** The first text of each report that has one, of its newest version, in unit order; a nil report says nothing. */
export function candidatesFor(
  { campaign }: Scene,
  { bulletin, current }: BulletinSources,
  latest: ReadonlyMap<ObligationId, SubmissionRow>,
): Candidate[] {
  const fields = formFields(campaign, dutyOf(campaign, { duty: bulletin.collects }));
  const texts = fields.filter(({ type }) => type === 'text').map(({ id }) => id as string);
  return current.flatMap((row) => {
    const report = isFiled(row) ? latest.get(row.id) : undefined;
    const text = texts.map((id) => report?.content.fields[id] ?? '').find((each) => each !== '');
    return text ? [{ unit: unitFacts(campaign, row.unit), text }] : [];
  });
}

const pickedIn = (values: Values): string[] =>
  (values.highlights ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

/** What the form opens with: what was written and picked before. */
export const openingEdits = ({ overview, problems, next, highlights }: BulletinEdits): Values => ({
  overview: overview ?? '',
  problems: problems ?? '',
  next: next ?? '',
  highlights: highlights.map(({ unit }) => unit).join(','),
});

/** What is wrong with an edit, field by field. */
export function checkEdit(
  values: Values,
  candidates: readonly Candidate[],
  { highlights }: BulletinEdits,
): FieldProblem[] {
  const choices = [...candidates.map(({ unit }) => unit.id), ...highlights.map(({ unit }) => unit)];
  const stranger = pickedIn(values).find((id) => !choices.some((choice) => choice === id));
  return problemsOf(
    ...PARTS.map((part) => textProblem(part, values[part] ?? '', false)),
    stranger ? { field: 'highlights', kind: 'not_a_choice', typed: stranger, choices } : null,
  );
}

/** The edit as it is kept: empty parts are drafted by rule; a report that is gone keeps the text that was picked. */
export function editsOf(
  values: Values,
  candidates: readonly Candidate[],
  { highlights: before }: BulletinEdits,
): BulletinEdits {
  const written = PARTS.map((part) => [part, (values[part] ?? '').trim()] as const);
  const texts = [
    ...candidates.map(({ unit, text }) => ({ unit: unit.id, text })),
    ...before.filter((old) => !candidates.some(({ unit }) => unit.id === old.unit)),
  ];
  const picked = new Set<string>(pickedIn(values));
  return {
    ...Object.fromEntries(written.filter(([, text]) => text !== '')),
    highlights: texts.filter(({ unit }) => picked.has(unit)),
  };
}
