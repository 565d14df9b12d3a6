// What a report's form shows: its fields, what stands in them, and what could be filed instead. Only for somebody who may
// file the row: the last period's figures and the filed version are contents.

import type { ActionInput } from '../domain/actions.ts';
import type { FieldProblem, ReportFormFacts } from '../domain/facts.ts';
import { submissionId } from '../domain/ids.ts';
import { dutyOf } from '../domain/obligation-facts.ts';
import { formFields, type Opening, openingValues, prefill } from '../domain/report-form.ts';
import type { DraftContent, DraftRow, ObligationRow, SubmissionRow } from '../domain/things.ts';
import type { Context } from './command.ts';
import { findDraft, joinFiles } from './drafts.ts';
import type { FilingTarget } from './filing-target.ts';
import { describeRow, describeRows, lastReport } from './ledger.ts';
import { filesAs } from './own-rows.ts';

/** What a form can be opened with: the actor's draft, the version that lies with the office, the period before. */
export type Before = { draft: DraftRow | null; filed: SubmissionRow | null; last: SubmissionRow | null };

export async function readBefore(context: Context, row: ObligationRow): Promise<Before> {
  const [draft, filed, last] = await Promise.all([
    findDraft(context, row.id),
    row.latestNo > 0 ? context.store.find('submission', submissionId(row.id, row.latestNo)) : null,
    lastReport(context, row),
  ]);
  return { draft, filed, last };
}

const usualOpening = ({ draft, filed, last }: Before): Opening =>
  openingValues(draft?.content ?? null, filed, last);

/** 与上周相同 replaces the text; files are each period's own, except those attached already. */
const copiedOpening = (before: Before): Opening => ({
  values: prefill(before.last, true),
  files: usualOpening(before).files,
  filledFrom: 'last_period',
});

/** What the form opens with; `copyLast` takes all of the last period's text, where there is any. */
export const openingOf = (before: Before, copyLast: boolean): Opening =>
  copyLast && before.last && !before.last.nil ? copiedOpening(before) : usualOpening(before);

/** What was typed, with the files that the form showed as attached already. */
export const typedIn = (input: ActionInput, before: Before): DraftContent => ({
  values: input.values ?? {},
  files: joinFiles(usualOpening(before).files, input.files ?? []),
});

function fieldsOf(
  { actor }: Context,
  row: ObligationRow,
  last: SubmissionRow | null,
): ReportFormFacts['fields'] {
  const { definition } = actor.campaign;
  return formFields(definition, dutyOf(definition, row)).map((field) =>
    field.type === 'figure' ? { ...field, before: last?.content.figures[field.id] ?? null } : field,
  );
}

type Shown = Pick<ReportFormFacts, 'values' | 'files' | 'filledFrom'>;

/** The whole form of a row, with what stands in it and what is wrong with it. */
export async function describeForm(
  context: Context,
  { row, choices }: FilingTarget,
  { last }: Before,
  shown: Shown,
  problems: FieldProblem[] = [],
): Promise<ReportFormFacts> {
  const { values, files, filledFrom } = shown;
  return {
    obligation: await describeRow(context, row),
    choices: await describeRows(context, choices),
    fields: fieldsOf(context, row, last),
    values,
    files,
    filledFrom,
    canCopyLast: last !== null && !last.nil,
    onBehalf: filesAs(context, row.unit) === 'on_behalf',
    problems,
  };
}
