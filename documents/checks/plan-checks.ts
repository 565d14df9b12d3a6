// Areas, phases, figures, forms and holidays: that what they refer to exists and what they span runs forward.

import { as, type CivilDate } from '../../domain/ids.ts';
import { MOST_CHOICES, MOST_FIELDS } from '../../domain/report-form.ts';
import { addDays } from '../../domain/zone.ts';
import type { Known } from '../nearest.ts';
import type { Path } from '../source-values.ts';
import {
  type Check,
  checkSpan,
  checkUniqueIds,
  idsIn,
  knownById,
  listed,
  type PartlyWritten,
} from './check.ts';
import { knownUnits } from './unit-checks.ts';

/** Checks `areas`: leads that exist and, of these, the one for day-to-day work. */
export const checkAreas = (check: Check): void => {
  checkUniqueIds(check, 'areas', idsIn('areas', check.file));
  const units = knownUnits(check.file);
  const ids = new Set(units.map(({ value }) => value));
  for (const { at, item } of listed(check.file.areas)) {
    for (const { at: index, item: lead } of listed(item.leads)) {
      if (ids.has(lead)) continue;
      check.report(
        ['areas', at, 'leads', index],
        { code: 'unknown_unit', expected: 'unit' },
        { nearTo: units },
      );
    }
    checkDaily(check, at, item, units);
  }
};

type PartlyArea = { leads?: (string | undefined)[]; daily?: string };
const checkDaily = (check: Check, at: number, area: PartlyArea, units: readonly Known[]): void => {
  const leads = area.leads ?? [];
  if (area.daily === undefined || leads.length === 0 || leads.includes(area.daily)) return;
  const nearTo = units.filter(({ value }) => leads.includes(value));
  check.report(['areas', at, 'daily'], { code: 'unknown_unit', expected: 'lead' }, { nearTo });
};

/** A phase with its span; a bound is missing where the file does not say it soundly. */
export type PhaseSpan = { at: number; id?: string; from?: string; to?: string };

/** The phases with the `from` that FORMAT gives a phase that has none: after the former one, or the campaign's start. */
export const phaseSpans = (file: PartlyWritten): PhaseSpan[] => {
  let after = file.campaign?.from;
  return (file.phases ?? []).map((phase, at) => {
    const span = { at, id: phase?.id, from: phase?.from ?? after, to: phase?.to };
    after = span.to === undefined ? undefined : addDays(as<CivilDate>(span.to), 1);
    return span;
  });
};

/** Checks `phases`. */
export const checkPhases = (check: Check): void => {
  checkUniqueIds(check, 'phases', idsIn('phases', check.file));
  for (const span of phaseSpans(check.file)) {
    if (!check.isCut(['phases', span.at, 'from'])) checkSpan(check, 'phase', ['phases', span.at], span);
  }
};

type PartlyForm = NonNullable<NonNullable<PartlyWritten['forms']>[string]>;

/** Checks `figures` and `forms`. */
export const checkForms = (check: Check): void => {
  checkUniqueIds(check, 'figures', idsIn('figures', check.file));
  for (const [id, form] of Object.entries(check.file.forms ?? {})) {
    if (!form) continue;
    checkFigures(check, id, form);
    checkChoices(check, id, form);
    const fields = fieldIds(id, form);
    checkUniqueIds(check, 'fields', fields);
    checkCount(check, ['forms', id], 'fields', fields.length);
  }
};

const MOST = { fields: MOST_FIELDS, choices: MOST_CHOICES };
const checkCount = (check: Check, path: Path, what: keyof typeof MOST, count: number): void => {
  if (count <= MOST[what]) return;
  check.report(path, { code: 'too_many', expected: MOST[what], what }, { atKey: true, found: String(count) });
};

// A figure in a form is a field with the figure's id.
const fieldIds = (form: string, items: PartlyForm): { path: Path; id: string | undefined }[] =>
  listed(items).flatMap(({ at, item }) =>
    'figures' in item
      ? listed(item.figures).map(({ at: index, item: id }) => ({
          path: ['forms', form, at, 'figures', index],
          id,
        }))
      : [{ path: ['forms', form, at, 'id'], id: (item as { id?: string }).id }],
  );

const checkFigures = (check: Check, form: string, items: PartlyForm): void => {
  const nearTo = knownById(check.file.figures);
  const ids = new Set(nearTo.map(({ value }) => value));
  for (const { at, item } of listed(items)) {
    if (!('figures' in item)) continue;
    for (const { at: index, item: figure } of listed(item.figures)) {
      if (ids.has(figure)) continue;
      check.report(
        ['forms', form, at, 'figures', index],
        { code: 'unknown_figure', expected: 'figure' },
        { nearTo },
      );
    }
  }
};

const checkChoices = (check: Check, form: string, items: PartlyForm): void => {
  for (const { at, item } of listed(items)) {
    const field = item as { type?: string; choices?: unknown[] };
    const path: Path = ['forms', form, at];
    if (field.type === undefined || check.isCut([...path, 'choices'])) continue;
    checkCount(check, [...path, 'choices'], 'choices', field.choices?.length ?? 0);
    const hasChoices = field.choices !== undefined && field.choices.length > 0;
    if (field.type === 'choice' && !hasChoices)
      check.report(path, { code: 'missing_key', expected: 'choices' });
    if (field.type !== 'choice' && field.choices !== undefined) {
      check.report(
        [...path, 'choices'],
        { code: 'misplaced_key', expected: 'type: choice' },
        { atKey: true, found: 'choices' },
      );
    }
  }
};

/** Says which forms no duty uses. */
export const warnOfUnusedForms = (check: Check): void => {
  const used = new Set(listed(check.file.duties).map(({ item }) => item.form));
  for (const id of Object.keys(check.file.forms ?? {})) {
    if (!used.has(id))
      check.warn(['forms', id], { code: 'unused_form', expected: 'duty' }, { atKey: true, found: id });
  }
};
