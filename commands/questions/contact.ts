// Who is the liaison, deputy or head of a unit, who sits in the office, who leads: what 名册 says, phones masked as ever,
// narrowed to whom the question names. Where nobody holds the role that was asked for, those who hold another are shown.

import type { Role } from '../../domain/campaign.ts';
import type { RosterEntry } from '../../domain/facts.ts';
import type { AskedKind, Reading } from '../ask/reading.ts';
import { call } from '../calling.ts';
import type { Context } from '../command.ts';
import type { Answerer } from './answerer.ts';
import { whoseAsked } from './whose.ts';

const ROLES: Partial<Record<AskedKind, readonly Role[]>> = {
  liaison: ['liaison'],
  deputy: ['deputy'],
  head: ['head'],
  office: ['office_staff', 'office_director'],
  leader: ['leader', 'deputy_leader'],
};

function narrowed(
  context: Context,
  { kind, person, ...slots }: Reading,
  entries: RosterEntry[],
): RosterEntry[] {
  const { units } = whoseAsked(context, slots);
  const roles = kind && ROLES[kind];
  const here = entries.filter(({ unit }) => units === null || (unit !== null && units.includes(unit.id)));
  const named = person ? here.filter((entry) => entry.person.name === person) : here;
  const inRole = roles ? named.filter(({ role }) => roles.includes(role)) : named;
  return inRole.length > 0 ? inRole : named;
}

/** Shows the people who were asked for. */
export const answerContact: Answerer = async (context, reading) => {
  const { units } = whoseAsked(context, reading);
  const outcome = await call(context, 'roster', units?.length === 1 ? { unit: units[0]! } : {});
  if (outcome.kind !== 'roster') return outcome;
  const { page: _, may: __, ...rest } = outcome;
  return { ...rest, entries: narrowed(context, reading, outcome.entries), isAnswer: true };
};
