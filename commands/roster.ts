// 名册: who holds which role, of one unit, of all, or of whom is looked for; and the door to what may be changed of it: people
// and their posts, units and their names, Slack accounts (绑定).

import type { ActionInput } from '../domain/actions.ts';
import { unitsKept } from '../domain/amendment.ts';
import type { Posting } from '../domain/campaign.ts';
import { as, type PersonId, type UnitId } from '../domain/ids.ts';
import { findUnit, plain } from '../domain/names.ts';
import { unitFacts } from '../domain/obligation-facts.ts';
import type { Outcome, Refusal } from '../domain/outcome.ts';
import { isOffice } from '../domain/permission.ts';
import { ROSTER_VERBS, type RosterVerb } from '../domain/roster-facts.ts';
import { type Context, defineCommand } from './command.ts';
import { refused } from './review-row.ts';
import { isBinding, parseBinding, runBind, runUnbind } from './roster/bind.ts';
import { runPerson } from './roster/edit-person.ts';
import { runUnit } from './roster/edit-unit.ts';
import { findPostings, nearestPerson } from './roster/find.ts';
import { describeRoster, rosterOf } from './roster/read.ts';
import { unknownWord } from './targets.ts';

/** Nobody fits: the nearest unit, failing that the nearest person. */
function nobody(context: Context, typed: string): Refusal {
  const unit = unknownWord(context, typed, 'unit');
  const person = nearestPerson(rosterOf(context), typed);
  if (!person || ('near' in unit && unit.near.length > 0)) return unit;
  const near = [{ id: person.person, name: person.name, slack: null }];
  return { kind: 'unknown_member', typed, near, askedFor: { action: 'roster', input: {} } };
}

function parse(rest: string, context: Context, typed: string): ActionInput | { refusal: Refusal } {
  if (isBinding(typed)) return parseBinding(context, typed);
  const { definition } = context.actor.campaign;
  const query = rest.replace(/[。？?！!]+/g, ' ').trim();
  if (query === '') return {};
  const unit = findUnit(definition, query);
  if (
    unit &&
    plain(query.slice(0, unit.at) + query.slice(unit.at + unit.length)).replace(/[的，,]/g, '') === ''
  )
    return { unit: unit.value.id };
  return findPostings(definition, rosterOf(context), query).length > 0
    ? { text: query }
    : { refusal: nobody(context, query) };
}

const VERBS: Record<RosterVerb, (context: Context, input: ActionInput) => Promise<Outcome>> = {
  person: runPerson,
  unit: runUnit,
  bind: runBind,
  unbind: runUnbind,
};
const isVerb = (verb: string | undefined): verb is RosterVerb =>
  (ROSTER_VERBS as readonly (string | undefined)[]).includes(verb);

/** Of one unit, of one person, of whom fits what was typed, or all; null where nobody fits the words. */
function wanted(context: Context, { unit, person }: ActionInput, query: string): Posting[] {
  const postings = rosterOf(context);
  if (person) return postings.filter((posting) => posting.person === person);
  if (unit) return postings.filter((posting) => posting.unit === unit);
  return query === '' ? postings : findPostings(context.actor.campaign.definition, postings, query);
}

async function show(context: Context, input: ActionInput): Promise<Outcome> {
  const { campaign, postings } = context.actor;
  const { definition } = campaign;
  const unit = input.unit === undefined ? null : as<UnitId>(input.unit);
  if (unit && !definition.units.some(({ id }) => id === unit)) return refused({ kind: 'gone', id: unit });
  const query = (input.values?.query ?? input.text ?? '').trim();
  const found = wanted(context, input, query);
  if (found.length === 0 && query !== '') return refused(nobody(context, query));
  if (found.length === 0 && input.person) return refused({ kind: 'gone', id: as<PersonId>(input.person) });
  const again = { campaign: campaign.id, ...(unit && { unit }), ...(query !== '' && { values: { query } }) };
  const all = isOffice(postings);
  return {
    kind: 'roster',
    unit: unit && unitFacts(definition, unit),
    ...(query !== '' && { query }),
    entries: await describeRoster(context, found),
    page: { from: input.no ?? 0, action: 'roster', again },
    may: { all, unit: all || (unit !== null && unitsKept(postings).includes(unit)) },
    now: context.at,
    zone: definition.zone,
  };
}

export const roster = defineCommand({
  name: 'roster',
  words: {
    zh: ['名册', '通讯录', '联络员', '绑定', '解除绑定', '解绑'],
    en: ['roster', 'contacts', 'bind', 'unbind'],
  },
  access: 'all',
  parse,
  run: async (context, input) =>
    isVerb(input.verb) ? VERBS[input.verb](context, input) : show(context, input),
});
