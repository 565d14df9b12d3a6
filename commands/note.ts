// 已知悉: the person is not told the next step of this obligation, once. The last call on the last day and whatever comes
// after the deadline are never skipped (product.md, "Reminders"); the row that says so is the record of it.

import type { ActionInput } from '../domain/actions.ts';
import { ensure } from '../domain/change.ts';
import { dueOnNow, isOwed } from '../domain/obligation.ts';
import { dutyOf, unitFacts } from '../domain/obligation-facts.ts';
import type { Refusal } from '../domain/outcome.ts';
import { recipientsOf } from '../domain/recipients.ts';
import { type Step, stepsOf, stepToSkip } from '../domain/reminders.ts';
import type { ObligationRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import { type Context, defineCommand } from './command.ts';
import { type Decision, decideAndCommit } from './commit.ts';
import { describeRow, officeContact, presenceNow } from './ledger.ts';
import { filesAs } from './own-rows.ts';

/** The next step that this person would be told; a ladder of the campaign's own may address others in between. */
async function nextToSkip(context: Context, row: ObligationRow): Promise<Step | null> {
  const { actor, at } = context;
  const { definition } = actor.campaign;
  const presence = await presenceNow(context);
  const isTold = ({ slotAt, to }: Step): boolean =>
    recipientsOf(presence.on(dateOf(slotAt, definition.zone)), row.unit, to).told.some(
      ({ person }) => person === actor.person.id,
    );
  const steps = stepsOf(definition, dutyOf(definition, row), row, actor.calendar);
  return stepToSkip(steps.filter(isTold), at);
}

async function refusalFor(context: Context, row: ObligationRow): Promise<Refusal | null> {
  const { definition } = context.actor.campaign;
  if (filesAs(context, row.unit) !== 'own') {
    return { kind: 'not_your_unit', unit: unitFacts(definition, row.unit), contact: officeContact(context) };
  }
  return isOwed(row) ? null : { kind: 'not_owed', obligation: await describeRow(context, row) };
}

async function decide(context: Context, { obligation: id = '' }: ActionInput): Promise<Decision> {
  const row = await context.store.find('obligation', id);
  if (!row || row.campaign !== context.actor.campaign.id)
    return { outcome: { kind: 'refused', refusal: { kind: 'gone', id } }, changes: [] };
  const refusal = await refusalFor(context, row);
  if (refusal) return { outcome: { kind: 'refused', refusal }, changes: [] };
  const obligation = await describeRow(context, row);
  const step = await nextToSkip(context, row);
  if (!step) return { outcome: { kind: 'cannot_note', obligation }, changes: [] };
  return { outcome: { kind: 'noted', obligation }, changes: [snooze(context, row, step)] };
}

function snooze({ actor, at }: Context, row: ObligationRow, { id: step }: Step) {
  const person = actor.person.id;
  const dueOn = dueOnNow(row, actor.campaign.definition.zone);
  const id = `${row.id}:due-${dueOn}:${step}:${person}`;
  return ensure('snooze', { id, obligation: row.id, person, step, dueOn, at });
}

export const note = defineCommand({
  name: 'note',
  words: { zh: [], en: [] },
  access: 'filers',
  parse: () => ({}),
  run: (context, input) => decideAndCommit(context, () => decide(context, input), input.key),
});
