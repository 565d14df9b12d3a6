// A change that was shown is made, dropped, or undone within a day. The table of states stands above domain/amendment.ts.
// Made and undone in one commit with everything that follows from it; if others changed the same meanwhile, nothing is.

import {
  type AmendmentSubject,
  asOf,
  inverted,
  mayAmend,
  mayBeMade,
  mayBeUndone,
  overtaken,
  type Patch,
  patched,
} from '../domain/amendment.ts';
import type { AmendmentVerb } from '../domain/amendment-facts.ts';
import { audited } from '../domain/audit.ts';
import type { Campaign } from '../domain/campaign.ts';
import { type Change, move } from '../domain/change.ts';
import type { Outcome } from '../domain/outcome.ts';
import { inOffice } from '../domain/recipients.ts';
import { maySee } from '../domain/sight.ts';
import type { AmendmentRow, AuditRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import { readAfresh } from './afresh.ts';
import { accountChanges, findTaken, inOneMove, locksOut } from './amend/accounts.ts';
import { consequencesOf } from './amend/consequences.ts';
import { amendmentFacts } from './amend/facts.ts';
import { emptiesOffice, planEdit } from './amend/propose.ts';
import { findUnitInUse } from './amend/unit-uses.ts';
import { type Context, defineCommand } from './command.ts';
import { type Decision, decideAndCommit } from './commit.ts';
import { definitionChanges, readGround } from './definition-changes.ts';
import { giveWay } from './give-way.ts';
import { actingOf, officeContact } from './ledger.ts';
import { refused } from './review-row.ts';

const VERBS: readonly AmendmentVerb[] = ['make', 'drop', 'undo'];
const isVerb = (verb: string | undefined): verb is AmendmentVerb =>
  (VERBS as readonly (string | undefined)[]).includes(verb);

const momentOf = ({ at, actor }: Context) => ({ now: at, zone: actor.campaign.definition.zone });

async function shown(
  context: Context,
  row: AmendmentRow,
  did: Extract<Outcome, { kind: 'amendment' }>['did'],
  from?: number,
): Promise<Outcome> {
  const amendment = await amendmentFacts(context, row);
  return { kind: 'amendment', did, amendment, notes: [], ...(from && { from }), ...momentOf(context) };
}

/** The name of what an entry stands for, as people know it; a setting is what the change is about, and has no name beside it. */
const namesOf = ({ part, key, before, after }: Patch): string[] =>
  part === 'campaign' ? [] : [((after ?? before) as { name?: string } | null)?.name ?? key];

/** What is written when the patches are put in force; or why they cannot be. */
async function inForce(
  context: Context,
  row: AmendmentRow,
  patches: readonly Patch[],
  undone: boolean,
): Promise<{ campaign: Campaign; changes: Change[] } | { refusal: Outcome }> {
  const { actor, at } = context;
  const before = actor.campaign.definition;
  const late = overtaken(before, patches);
  if (late.length > 0) {
    const amendment = await amendmentFacts(context, row);
    const entries = [...new Set(late.flatMap(namesOf))];
    return { refusal: refused({ kind: 'amendment_overtaken', amendment, entries, ...momentOf(context) }) };
  }
  const taken = await findTaken(context, patches);
  if (taken) return { refusal: refused({ kind: 'account_taken', ...taken }) };
  const today = dateOf(at, before.zone);
  const wanted = patched(before, patches);
  const unit = await findUnitInUse(context, patches, wanted, today);
  if (unit) return { refusal: refused({ kind: 'unit_in_use', unit: { id: unit.id, name: unit.name } }) };
  const planned = await planEdit(before, wanted, today);
  await giveWay();
  if (!planned.ok) {
    const { subject } = row;
    return { refusal: refused({ kind: 'definition_refused', subject, problems: planned.problems }) };
  }
  if (emptiesOffice(before, planned.campaign, today) || (await locksOut(context, patches)))
    return { refusal: refused({ kind: 'last_of_office', subject: row.subject }) };
  const ground = await readGround({ store: context.store, now: () => at }, actor.campaign.id);
  await giveWay();
  const follows = await consequencesOf(context, row.subject, { before, after: planned.campaign, undone });
  await giveWay();
  const defined = definitionChanges({ ...ground, row: actor.campaign }, planned.campaign, today);
  const people = inOneMove([...defined, ...(await accountChanges(context, patches))]);
  return { campaign: planned.campaign, changes: [...people, ...follows] };
}

/** The actor as they stand once it is made: who hands their own office over cannot take it back. */
function afterwards<C extends Context>({ actor, ...context }: C, campaign: Campaign): Context {
  const held = inOffice(campaign, dateOf(context.at, campaign.zone));
  const postings = held.filter(({ person }) => person === actor.person.id);
  return { ...context, actor: { ...actor, postings } };
}

const WITH_ADDRESSES: readonly AmendmentSubject[] = ['person', 'liaison', 'binding', 'roster_sheet'];

/** What the log says of a change: all of it, but where addresses and phones may stand in it, how much it is. */
const detailOf = ({ subject, changes }: AmendmentRow): AuditRow['detail'] =>
  WITH_ADDRESSES.includes(subject) ? { subject, changes: changes.length } : { subject, what: changes };

async function makeOrUndo(context: Context, row: AmendmentRow, verb: 'make' | 'undo'): Promise<Decision> {
  const undone = verb === 'undo';
  const forced = await inForce(context, row, undone ? inverted(row.patches) : row.patches, undone);
  if ('refusal' in forced) return { outcome: forced.refusal, changes: [] };
  const by = context.actor.person.id;
  const columns: Partial<AmendmentRow> = undone
    ? { state: 'undone', undoneBy: by, undoneAt: context.at }
    : { state: 'made', madeBy: by, madeAt: context.at, patches: row.patches, changes: row.changes };
  return {
    outcome: await shown(
      afterwards(context, forced.campaign),
      { ...row, ...columns },
      undone ? 'undone' : 'made',
    ),
    changes: [
      move('amendment', row, columns),
      ...forced.changes,
      audited(actingOf(context), `amendment_${verb}`, row, detailOf(row)),
    ],
  };
}

async function decide(context: Context, id: string, verb: AmendmentVerb): Promise<Decision> {
  const fresh = await readAfresh(context);
  const found = await fresh.store.find('amendment', id);
  if (!found || found.campaign !== fresh.actor.campaign.id)
    return { outcome: refused({ kind: 'gone', id }), changes: [] };
  const row = asOf(found, fresh.at, fresh.actor.campaign.definition.zone);
  if (!mayAmend(fresh.actor.postings, row)) {
    const refusal = { kind: 'office_only', command: 'settings', contact: officeContact(fresh) } as const;
    return { outcome: refused(refusal), changes: [] };
  }
  const isOpen = verb === 'undo' ? mayBeUndone(row, fresh.at) : mayBeMade(row, fresh.at);
  if (!isOpen) {
    const amendment = await amendmentFacts(fresh, row);
    return { outcome: refused({ kind: 'amendment_over', amendment, verb, ...momentOf(fresh) }), changes: [] };
  }
  if (verb !== 'drop') return makeOrUndo(fresh, row, verb);
  return {
    outcome: await shown(fresh, { ...row, state: 'dropped' }, 'dropped'),
    changes: [move('amendment', row, { state: 'dropped' })],
  };
}

/** Shows one change of settings or roster, or does with it what the button says. */
export const amendment = defineCommand({
  name: 'amendment',
  words: { zh: [], en: [] },
  access: 'office_or_unit',
  parse: () => ({}),
  run: async (context, { amendment: id = '', verb, no, key }) => {
    if (isVerb(verb)) return decideAndCommit(context, () => decide(context, id, verb), key);
    const row = await context.store.find('amendment', id);
    const isHere = row?.campaign === context.actor.campaign.id;
    const isOpen = isHere && maySee(context.actor.postings, { kind: 'amendment', amendment: row });
    return isOpen ? shown(context, row, 'shown', no) : refused({ kind: 'gone', id });
  },
});
