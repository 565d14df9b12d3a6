// Keeps what stands in a report's form that was closed or is about to change. No words call it. It keeps whatever was
// typed, also by somebody who may no longer file: their text is theirs. Only who may file is shown the form in return.

import type { ActionInput } from '../domain/actions.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type Context, defineCommand } from './command.ts';
import { type Decision, decideAndCommit } from './commit.ts';
import { keepDraft } from './drafts.ts';
import { findFilingTarget, refuseFiling } from './filing-target.ts';
import { describeForm, readBefore, typedIn } from './report-opening.ts';

async function decide(context: Context, input: ActionInput): Promise<Decision> {
  const target = await findFilingTarget(context, input, 'report');
  if ('refusal' in target) return { outcome: { kind: 'refused', refusal: target.refusal }, changes: [] };
  const { row } = target;
  const before = await readBefore(context, row);
  const typed = typedIn(input, before);
  const refusal = await refuseFiling(context, row, 'report', false);
  const outcome: Outcome = refusal
    ? { kind: 'refused', refusal }
    : {
        kind: 'report_form',
        form: await describeForm(context, target, before, { ...typed, filledFrom: 'draft' }),
      };
  return { outcome, changes: [keepDraft(context, row.id, before.draft, typed)] };
}

const keep = (context: Context, input: ActionInput): Promise<Outcome> =>
  decideAndCommit(context, () => decide(context, input));

export const draft = defineCommand({
  name: 'draft',
  words: { zh: [], en: [] },
  access: 'all',
  parse: () => ({}),
  run: keep,
  whenForbidden: keep,
});
