// The way a decision about one row is carried out: the row and whoever decides are read again inside the decision, so
// that of two people who decide at once the second hears what the first decided, and nobody decides who no longer may.

import type { ActionInput } from '../domain/actions.ts';
import { expectUnchanged } from '../domain/change.ts';
import type { FieldProblem } from '../domain/facts.ts';
import { unitFacts } from '../domain/obligation-facts.ts';
import type { AskFormFacts, CommandName, Outcome, Refusal } from '../domain/outcome.ts';
import { belongsTo, isOffice } from '../domain/permission.ts';
import type { Review, Reviewed } from '../domain/review.ts';
import type { ObligationRow } from '../domain/things.ts';
import { readAfresh } from './afresh.ts';
import { decidedBefore } from './chosen-row.ts';
import type { Context } from './command.ts';
import { answeredBefore, type Decision, decideAndCommit } from './commit.ts';
import { actingOf, describeRow, officeContact, presenceNow } from './ledger.ts';

export type RowDecision = {
  command: CommandName;
  /** Who decides: the office, or the row's own unit. */
  by: 'office' | 'unit';
  /** The audit's verbs of decisions that stand in the way of this one. */
  verbs: readonly string[];
  /** Why the row as it stands cannot be decided about; null if it can. */
  refuse: (context: Context, row: ObligationRow) => Promise<Refusal | null>;
  decide: (review: Review, context: Context) => Reviewed | Promise<Reviewed>;
  outcome: 'returned' | 'accepted' | 'waived' | 'disputed' | 'dispute_decided';
};

export const refused = (refusal: Refusal): Outcome => ({ kind: 'refused', refusal });

/** Whether the actor may decide about this row, from the postings in hand; the refusal if not. */
function mayNot(context: Context, row: ObligationRow, { command, by }: RowDecision): Refusal | null {
  const { postings, campaign } = context.actor;
  if (by === 'office')
    return isOffice(postings) ? null : { kind: 'office_only', command, contact: officeContact(context) };
  if (belongsTo(postings, row.unit)) return null;
  return {
    kind: 'not_your_unit',
    unit: unitFacts(campaign.definition, row.unit),
    contact: officeContact(context),
  };
}

/** What the rules need to decide about a row. */
export const reviewOf = async (context: Context, row: ObligationRow): Promise<Review> => ({
  campaign: context.actor.campaign.definition,
  calendar: context.actor.calendar,
  presence: await presenceNow(context),
  acting: actingOf(context),
  row,
});

/** "Decided already, by whom and when" where the row stands decided, else that there is nothing to decide. */
export async function nothingToDecide(
  context: Context,
  row: ObligationRow,
  { command, verbs }: Pick<RowDecision, 'command' | 'verbs'>,
): Promise<Refusal> {
  const isDecided = row.state !== 'open' && row.state !== 'submitted';
  const before = isDecided ? await decidedBefore(context, row, verbs) : null;
  return before ?? { kind: 'nothing_to_decide', obligation: await describeRow(context, row), command };
}

/** Carries a decision out on a row as it was shown; `key` makes a repeated submission harmless. */
export const carryOut = (
  context: Context,
  shown: ObligationRow,
  decision: RowDecision,
  key: string | undefined,
): Promise<Outcome> => decideAndCommit(context, () => decideAfresh(context, shown, decision), key);

async function decideAfresh(
  context: Context,
  shown: ObligationRow,
  decision: RowDecision,
): Promise<Decision> {
  const fresh = await readAfresh(context);
  const row = await context.store.find('obligation', shown.id);
  if (!row) return { outcome: refused({ kind: 'gone', id: shown.id }), changes: [] };
  const refusal =
    mayNot(fresh, row, decision) ??
    (row.state === shown.state ? null : await decidedBefore(fresh, row, decision.verbs)) ??
    (await decision.refuse(fresh, row));
  if (refusal) return { outcome: refused(refusal), changes: [] };
  const reviewed = await decision.decide(await reviewOf(fresh, row), fresh);
  return {
    outcome: { kind: decision.outcome, obligation: await describeRow(fresh, reviewed.row) },
    changes: [...reviewed.changes, expectUnchanged('campaign', fresh.actor.campaign)],
  };
}

/** The form that a decision is asked with: how it looks with these values, and what is wrong with them. */
export type RowForm = {
  show: (values: Record<string, string>, problems: FieldProblem[]) => Promise<AskFormFacts>;
  check: (values: Record<string, string>) => FieldProblem[];
  /** What stands in it to begin with. */
  opening?: Record<string, string>;
};

/** Shows the form where nothing was typed yet, shows it again with what is wrong, else carries the decision out. */
export async function askOrCarryOut(
  context: Context,
  row: ObligationRow,
  { values, key }: ActionInput,
  decision: RowDecision,
  form: RowForm,
): Promise<Outcome> {
  const refusal = mayNot(context, row, decision) ?? (await decision.refuse(context, row));
  // A repeat of what was carried out is answered with its outcome, though the row has moved on since.
  if (refusal) return (await answeredBefore(context, key)) ?? refused(refusal);
  if (!values) return { kind: 'ask_form', form: await form.show(form.opening ?? {}, []) };
  const problems = form.check(values);
  if (problems.length > 0) return refused({ kind: 'form', form: await form.show(values, problems) });
  return carryOut(context, row, decision, key);
}
