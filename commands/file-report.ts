// The commit of a filing, shared by 填报 and 零报告: the domain decides, the actor's office is relied on, and the answer is
// the report as it will stand.

import { expectUnchanged } from '../domain/change.ts';
import type { FieldProblem } from '../domain/facts.ts';
import { decideFiling, type Filing } from '../domain/filing.ts';
import { PHONED_BY } from '../domain/report-form.ts';
import type { ObligationRow } from '../domain/things.ts';
import type { Context } from './command.ts';
import type { Decision } from './commit.ts';
import { actingOf, describeReport, presenceNow } from './ledger.ts';
import { filesAs } from './own-rows.ts';
import { problemsOf, textProblem } from './typed-text.ts';

type Filled = Pick<Filing, 'content' | 'nil' | 'phonedBy' | 'draft'>;

/** Files a version of the row; permission and state have been checked on rows read in the same decision. */
export async function fileVersion(context: Context, row: ObligationRow, filled: Filled): Promise<Decision> {
  const { actor } = context;
  const presence = await presenceNow(context);
  const filed = decideFiling({
    campaign: actor.campaign.definition,
    calendar: actor.calendar,
    presence,
    acting: actingOf(context),
    row,
    ...filled,
  });
  const report = await describeReport(context, filed.row, filed.submission);
  return {
    outcome: { kind: 'filed', report, again: row.latestNo > 0 },
    changes: [...filed.changes, expectUnchanged('campaign', actor.campaign)],
  };
}

/** What is wrong with who phoned; nothing where the unit files for itself. */
export const callerProblems = (phonedBy: string | null): FieldProblem[] =>
  phonedBy === null ? [] : problemsOf(textProblem(PHONED_BY, phonedBy, true));

/** Who phoned (代报), as it is kept; null where the unit files for itself. */
export const phonedByIn = (
  context: Context,
  row: ObligationRow,
  values: Record<string, string>,
): string | null => (filesAs(context, row.unit) === 'on_behalf' ? (values[PHONED_BY] ?? '').trim() : null);
