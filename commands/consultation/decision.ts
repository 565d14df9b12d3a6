// The way something is done with a consultation: it and whoever acts are read again inside the decision, so that of two who
// decide at once the second hears what the first decided. What is asked and what is written is each verb's own.

import type { ActionInput } from '../../domain/actions.ts';
import { expectUnchanged } from '../../domain/change.ts';
import type { ConsultationVerb } from '../../domain/consultation/facts.ts';
import type { ConsultationRow } from '../../domain/consultation/things.ts';
import { allowsConsultationVerb, mayConsult } from '../../domain/consultation/verbs.ts';
import { as, type Instant } from '../../domain/ids.ts';
import { nameOf } from '../../domain/obligation-facts.ts';
import type { Outcome, Refusal } from '../../domain/outcome.ts';
import { readAfresh } from '../afresh.ts';
import type { Context } from '../command.ts';
import { type Decision, decideAndCommit } from '../commit.ts';
import { officeContact } from '../ledger.ts';
import { refused } from '../review-row.ts';
import { chooseConsultation, type Which } from './chosen.ts';
import { type At, factsOf, readAt, refusing } from './meeting.ts';

/** One verb: which meeting it is about where none is named, and what comes of it. */
export type ConsultationUse = {
  verb: ConsultationVerb;
  which: Which;
  act: (at: At, input: ActionInput) => Promise<Decision>;
};

/** Who of the office decided about it last; null when nobody did. */
const lastDecider = ({ scene, decided: [line] }: At): string | null =>
  line ? nameOf(scene, as(line.actor)) : null;

/** Whether it is only too early or too late: at another hour the state would allow it. */
function isMatterOfTime(row: ConsultationRow, verb: ConsultationVerb, now: Instant): boolean {
  const moments = [as<Instant>(now + 1), now];
  return moments.some((startsAt) => allowsConsultationVerb({ ...row, startsAt }, verb, now));
}

function stateRefusal(at: At, verb: ConsultationVerb, input: ActionInput): Refusal {
  const { context, row } = at;
  const consultation = factsOf(at);
  if (verb === 'topic' && row.issuedAt !== null) {
    const { title = '', reason = '', ask = '' } = input.values ?? {};
    const contact = officeContact(context);
    return { kind: 'topics_closed', consultation, typed: { title, reason, ask }, contact };
  }
  const by = isMatterOfTime(row, verb, context.at) ? null : lastDecider(at);
  return { kind: 'consultation_state', verb, consultation, by };
}

function roleRefusal(at: At, verb: ConsultationVerb): Refusal {
  const contact = officeContact(at.context);
  switch (verb) {
    case 'attend':
    case 'excuse':
    case 'calendar':
      return { kind: 'not_invited', consultation: factsOf(at) };
    case 'topic':
    case 'show':
    case 'decisions':
      return { kind: 'no_role_for', command: 'consultation', contact };
    default:
      return { kind: 'office_only', command: 'consultation', contact };
  }
}

/** What somebody of the office decides on: another one's decision in the meantime makes them look again. */
const decidedSoFar = ({ state, sequence, agenda, minutes }: ConsultationRow): string =>
  JSON.stringify([state, sequence, agenda, minutes]);
const OVERTAKEN: readonly ConsultationVerb[] = ['agenda', 'issue', 'move', 'cancel', 'minutes', 'approve'];

/** Whether the office has decided since the form was made; it says of how many decisions it knew. */
const isFormOutdated = ({ decided }: At, { consultation, no }: ActionInput): boolean =>
  consultation !== undefined && no !== undefined && decided.length > no;

function mayNot(at: At, verb: ConsultationVerb, before: ConsultationRow, input: ActionInput): Refusal | null {
  const { context, row } = at;
  const { actor } = context;
  if (!mayConsult(actor.campaign.definition, actor.postings, row, actor.person.id, verb))
    return roleRefusal(at, verb);
  if (!allowsConsultationVerb(row, verb, context.at)) return stateRefusal(at, verb, input);
  const isNewer = decidedSoFar(row) !== decidedSoFar(before) || isFormOutdated(at, input);
  if (!isNewer || !OVERTAKEN.includes(verb)) return null;
  return {
    kind: 'consultation_state',
    verb,
    consultation: factsOf(at),
    by: lastDecider(at),
    overtaken: true,
  };
}

async function decideAfresh(
  stale: Context,
  before: ConsultationRow,
  { verb, act }: ConsultationUse,
  input: ActionInput,
): Promise<Decision> {
  const context = await readAfresh(stale);
  const row = await context.store.find('consultation', before.id);
  if (!row) return refusing({ kind: 'gone', id: before.id });
  const at = await readAt(context, row);
  const refusal = mayNot(at, verb, before, input);
  if (refusal) return refusing(refusal);
  const { outcome, changes } = await act(at, input);
  if (changes.length === 0) return { outcome, changes };
  return { outcome, changes: [...changes, expectUnchanged('campaign', context.actor.campaign)] };
}

/** Does one thing with the consultation that is meant, or asks for what is missing. */
export async function consult(context: Context, use: ConsultationUse, input: ActionInput): Promise<Outcome> {
  const chosen = await chooseConsultation(context, use.which, input);
  if ('refusal' in chosen) return refused(chosen.refusal);
  return decideAndCommit(context, () => decideAfresh(context, chosen.row, use, input), input.key);
}
