// The office's answer to an objection: upheld or not, with a reason. Reached from buttons only, for it needs the text at hand.

import type { FieldProblem } from '../domain/facts.ts';
import { nameOf } from '../domain/obligation-facts.ts';
import type { AskFormFacts, Refusal } from '../domain/outcome.ts';
import { decideOnDispute } from '../domain/review.ts';
import type { ObligationRow } from '../domain/things.ts';
import { chooseRow, decidedBefore } from './chosen-row.ts';
import { type Context, defineCommand } from './command.ts';
import { describeRow, sceneOf } from './ledger.ts';
import { askOrCarryOut, type RowDecision, refused } from './review-row.ts';
import { problemsOf, textProblem } from './typed-text.ts';

type Values = Record<string, string>;
const hasOpenDispute = ({ dispute }: ObligationRow): boolean => dispute !== null && dispute.decision === null;

async function refusalOf(context: Context, row: ObligationRow): Promise<Refusal | null> {
  if (hasOpenDispute(row)) return null;
  const before = row.dispute ? await decidedBefore(context, row, ['decide_dispute']) : null;
  return (
    before ?? {
      kind: 'nothing_to_decide',
      obligation: await describeRow(context, row),
      command: 'dispute',
    }
  );
}

const decisionOf = (values: Values): RowDecision => ({
  command: 'dispute',
  by: 'office',
  verbs: ['decide_dispute'],
  outcome: 'dispute_decided',
  refuse: refusalOf,
  decide: (review) => decideOnDispute(review, values.upheld === 'yes', (values.reason ?? '').trim()),
});

async function formOf(
  context: Context,
  row: ObligationRow,
  values: Values,
  problems: FieldProblem[],
): Promise<AskFormFacts> {
  const [obligation, scene] = await Promise.all([describeRow(context, row), sceneOf(context)]);
  const { text, by } = row.dispute ?? { text: '', by: context.actor.person.id };
  return { form: 'decide_dispute', obligation, text, by: nameOf(scene, by), values, problems };
}

const upheldProblem = (typed: string): FieldProblem | null => {
  if (typed === '') return { field: 'upheld', kind: 'required' };
  const choices = ['yes', 'no'];
  return choices.includes(typed) ? null : { field: 'upheld', kind: 'not_a_choice', typed, choices };
};

export const decideDispute = defineCommand({
  name: 'decide_dispute',
  words: { zh: [], en: [] },
  access: 'office',
  parse: () => ({}),
  run: async (context, input) => {
    const chosen = await chooseRow(context, { command: 'dispute', fits: hasOpenDispute }, input);
    if ('refusal' in chosen) return refused(chosen.refusal);
    const { row } = chosen;
    return askOrCarryOut(context, row, input, decisionOf(input.values ?? {}), {
      show: (values, problems) => formOf(context, row, values, problems),
      check: (values) =>
        problemsOf(upheldProblem(values.upheld ?? ''), textProblem('reason', values.reason ?? '', true)),
      opening: input.upheld === undefined ? {} : { upheld: input.upheld ? 'yes' : 'no' },
    });
  },
});
