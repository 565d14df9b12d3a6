// 零报告: nothing to report, said explicitly. One tap asks for a confirmation, the confirmation files it; refused where the
// duty wants a report, and where a report lies already.

import type { ActionInput } from '../domain/actions.ts';
import type { FieldProblem } from '../domain/facts.ts';
import { NIL_CONTENT } from '../domain/filing.ts';
import type { AskFormFacts, Outcome, Refusal } from '../domain/outcome.ts';
import { readAfresh } from './afresh.ts';
import { type Context, defineCommand } from './command.ts';
import { type Decision, decideAndCommit } from './commit.ts';
import { findDraft } from './drafts.ts';
import { callerProblems, fileVersion, phonedByIn } from './file-report.ts';
import { type FilingTarget, findFilingTarget, refuseFiling } from './filing-target.ts';
import { describeRow, describeRows } from './ledger.ts';
import { readNamed } from './named.ts';
import { filesAs } from './own-rows.ts';

const refused = (refusal: Refusal): Outcome => ({ kind: 'refused', refusal });

async function confirmation(
  context: Context,
  { row, choices }: FilingTarget,
  values: Record<string, string>,
  problems: FieldProblem[],
): Promise<AskFormFacts> {
  return {
    form: 'nil',
    obligation: await describeRow(context, row),
    choices: await describeRows(context, choices),
    onBehalf: filesAs(context, row.unit) === 'on_behalf',
    values,
    problems,
  };
}

async function ask(context: Context, input: ActionInput): Promise<Outcome> {
  const target = await findFilingTarget(context, input, 'nil');
  if ('refusal' in target) return refused(target.refusal);
  const refusal = await refuseFiling(context, target.row, 'nil', true);
  if (refusal) return refused(refusal);
  return { kind: 'ask_form', form: await confirmation(context, target, {}, []) };
}

async function decide(stale: Context, input: ActionInput): Promise<Decision> {
  const context = await readAfresh(stale);
  const target = await findFilingTarget(context, input, 'nil');
  if ('refusal' in target) return { outcome: refused(target.refusal), changes: [] };
  const { row } = target;
  const refusal = await refuseFiling(context, row, 'nil', false);
  if (refusal) return { outcome: refused(refusal), changes: [] };
  const phonedBy = phonedByIn(context, row, input.values ?? {});
  const problems = callerProblems(phonedBy);
  if (problems.length > 0) {
    const form = await confirmation(context, target, input.values ?? {}, problems);
    return { outcome: refused({ kind: 'form', form }), changes: [] };
  }
  const draft = await findDraft(context, row.id);
  return fileVersion(context, row, { content: NIL_CONTENT, nil: true, phonedBy, draft });
}

export const nil = defineCommand({
  name: 'nil',
  words: { zh: ['零报告', '零报', '无情况'], en: ['nil', 'nothing to report', 'nothing'] },
  access: 'filers',
  parse: (rest, context) => readNamed(context, rest, 'duty'),
  run: (context, input) =>
    input.values ? decideAndCommit(context, () => decide(context, input), input.key) : ask(context, input),
});
