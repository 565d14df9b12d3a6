// A report's form: which fields it has, what stands in them to begin with, and whether what was typed can be filed.
// Values are text by field id (figures as `figure:ID`), exactly as typed, so that a refused form comes back whole.

import type { Campaign, Duty, FormField } from './campaign.ts';
import { findClassified } from './classified.ts';
import type { FieldProblem, FigureFacts } from './facts.ts';
import { as, type FigureId } from './ids.ts';
import type { DraftContent, FileRef, ReportContent, SubmissionRow } from './things.ts';
import { parseDate } from './zone.ts';

/** The longest text a field takes: what a Slack input holds. */
export const LONGEST_TEXT = 3000;
/** The longest choice, in code points, and the most of them: what a Slack select holds. */
export const LONGEST_CHOICE = 75;
export const MOST_CHOICES = 100;
/** Of the 100 blocks of a Slack form, room is left for what stands above and below the fields. */
export const MOST_FIELDS = 85;
const LARGEST_FIGURE = 1e15;

/** Who phoned, when the office files for a unit (代报); a field of the form beside the duty's own. */
export const PHONED_BY = 'phonedBy';

export type FigureField = FigureFacts & { type: 'figure' };
export type ReportField = FormField | FigureField;

/** The form of a duty that names none (campaign file format, `form`). */
const DEFAULT_FORM: FormField[] = [
  { id: 'content', name: '内容', type: 'text', required: true },
  { id: 'files', name: '附件', type: 'files', required: false },
];

/** The value key of a field: its id, or `figure:ID`. */
export const valueKey = (field: ReportField): string =>
  field.type === 'figure' ? `figure:${field.id}` : field.id;

function figureFields(campaign: Campaign, ids: readonly FigureId[]): FigureField[] {
  return ids
    .flatMap((id) => campaign.figures.filter((figure) => figure.id === id))
    .map((figure) => ({ ...figure, type: 'figure' }));
}

/** The fields of a duty's form in order, a `figures` item spread into one field a figure. */
export function formFields(campaign: Campaign, duty: Duty): ReportField[] {
  const form = duty.form ? (campaign.forms[duty.form] ?? DEFAULT_FORM) : DEFAULT_FORM;
  return form.flatMap((item): ReportField[] =>
    'figures' in item ? figureFields(campaign, item.figures) : [item],
  );
}

/** A submitted report as the values of its form. */
export function valuesOf(content: ReportContent): Record<string, string> {
  const figures = Object.entries(content.figures).map(([id, value]) => [`figure:${id}`, String(value)]);
  return { ...content.fields, ...Object.fromEntries(figures) };
}

/** What the form opens with: the last period's figures and its next steps (`whole`: all of it, 与上周相同). */
export function prefill(last: SubmissionRow | null, whole: boolean): Record<string, string> {
  if (!last || last.nil) return {};
  const values = valuesOf(last.content);
  if (whole) return values;
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => key.startsWith('figure:') || key === 'next'),
  );
}

export type Opening = {
  values: Record<string, string>;
  files: FileRef[];
  filledFrom: 'nothing' | 'draft' | 'last_period' | 'filed';
};

const isKept = ({ values, files }: DraftContent): boolean =>
  files.length > 0 || Object.values(values).some((value) => value !== '');

/** What the form opens with, best first: a draft, the version being corrected, the last period's figures. */
export function openingValues(
  draft: DraftContent | null,
  filed: SubmissionRow | null,
  last: SubmissionRow | null,
): Opening {
  if (draft && isKept(draft)) return { ...draft, filledFrom: 'draft' };
  if (filed && !filed.nil)
    return { values: valuesOf(filed.content), files: filed.content.files, filledFrom: 'filed' };
  const values = prefill(last, false);
  return { values, files: [], filledFrom: Object.keys(values).length > 0 ? 'last_period' : 'nothing' };
}

const halfWidth = (text: string): string => text.normalize('NFKC').trim();

type Checked<T> = { value: T } | { problem: FieldProblem };

/** Reads a figure as people type it: full-width digits, thousands commas, its unit after it. */
export function readFigure(field: FigureField, typed: string): Checked<number> {
  const key = valueKey(field);
  const plain = halfWidth(typed)
    .replace(/[,\s]/g, '')
    .replace(new RegExp(`${field.unit}$`), '');
  const wrong = (kind: 'not_a_number' | 'negative' | 'too_large'): Checked<number> => ({
    problem: { field: key, kind, typed },
  });
  if (!/^[+-]?\d+(\.\d+)?$/.test(plain)) return wrong('not_a_number');
  const value = Number(plain);
  if (value < 0) return wrong('negative');
  if (value > LARGEST_FIGURE) return wrong('too_large');
  const decimals = plain.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  if (decimals > field.decimals) {
    return { problem: { field: key, kind: 'too_many_decimals', typed, decimals: field.decimals } };
  }
  return { value };
}

function textProblem(field: FormField, typed: string): FieldProblem | null {
  const length = [...typed].length;
  if (length > LONGEST_TEXT) return { field: field.id, kind: 'too_long', length, most: LONGEST_TEXT };
  const word = findClassified(typed);
  if (word) return { field: field.id, kind: 'classified', word };
  if (field.type === 'date' && !parseDate(halfWidth(typed)))
    return { field: field.id, kind: 'not_a_date', typed };
  if (field.type === 'number' && !/^-?\d+(\.\d+)?$/.test(halfWidth(typed)))
    return { field: field.id, kind: 'not_a_number', typed };
  if (field.type === 'choice' && !field.choices?.includes(typed)) {
    return { field: field.id, kind: 'not_a_choice', typed, choices: field.choices ?? [] };
  }
  return null;
}

function fieldProblem(field: ReportField, typed: string): FieldProblem | null {
  if (field.type === 'figure') {
    if (typed === '') return { field: valueKey(field), kind: 'required' };
    const read = readFigure(field, typed);
    return 'problem' in read ? read.problem : null;
  }
  if (typed === '') return field.required ? { field: field.id, kind: 'required' } : null;
  return textProblem(field, typed);
}

/** A file is not opened, but its name says what it is marked as. */
function filesProblem({ id, required }: FormField, files: readonly FileRef[]): FieldProblem | null {
  if (files.length === 0) return required ? { field: id, kind: 'required' } : null;
  const word = files.map(({ name }) => findClassified(name)).find((found) => found !== null);
  return word ? { field: id, kind: 'classified', word } : null;
}

/**
 * Reads a filled form. Every problem comes at once, at its field; figures are all required (0 is a figure).
 * A required `files` field wants at least one file.
 */
export function readReport(
  fields: readonly ReportField[],
  values: Record<string, string>,
  files: FileRef[],
): { content: ReportContent } | { problems: FieldProblem[] } {
  const typed = (field: ReportField) => (values[valueKey(field)] ?? '').trim();
  const problems = fields.flatMap((field) => {
    if (field.type === 'files') return filesProblem(field, files) ?? [];
    return fieldProblem(field, typed(field)) ?? [];
  });
  if (problems.length > 0) return { problems };
  return { content: contentOf(fields, typed, files) };
}

function contentOf(
  fields: readonly ReportField[],
  typed: (field: ReportField) => string,
  files: FileRef[],
): ReportContent {
  const content: ReportContent = { fields: {}, figures: {}, files };
  for (const field of fields) {
    if (field.type === 'figure') {
      const read = readFigure(field, typed(field));
      if ('value' in read) content.figures[as<FigureId>(field.id)] = read.value;
    } else if (field.type !== 'files' && typed(field) !== '') content.fields[field.id] = typed(field);
  }
  return content;
}
