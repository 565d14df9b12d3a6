// Who is the liaison, deputy or head of a unit, who sits in the office, who leads: what 名册 says, phones masked as ever,
// narrowed to whom the question names. Where nobody holds the role that was asked for, those who hold another are shown.

import type { Posting, Role } from '../../domain/campaign.ts';
import type { UnitId } from '../../domain/ids.ts';
import { unitFacts } from '../../domain/obligation-facts.ts';
import type { AskedKind, Reading } from '../ask/reading.ts';
import { describeRoster, rosterOf } from '../roster/read.ts';
import { type Answerer, momentOf } from './answerer.ts';
import { whoseAsked } from './whose.ts';

const ROLES: Partial<Record<AskedKind, readonly Role[]>> = {
  liaison: ['liaison'],
  deputy: ['deputy'],
  head: ['head'],
  office: ['office_staff', 'office_director'],
  leader: ['leader', 'deputy_leader'],
};

function narrowed(
  { kind, person }: Reading,
  units: readonly UnitId[] | null,
  roster: readonly Posting[],
): readonly Posting[] {
  const roles = kind && ROLES[kind];
  const here = roster.filter(({ unit }) => units === null || (unit !== undefined && units.includes(unit)));
  const named = person ? here.filter(({ name }) => name === person) : here;
  const inRole = roles ? named.filter(({ role }) => roles.includes(role)) : named;
  return inRole.length > 0 ? inRole : named;
}

/** Shows the people who were asked for. */
export const answerContact: Answerer = async (context, reading) => {
  const { units } = whoseAsked(context, reading);
  const [only, another] = units ?? [];
  const wanted = narrowed(reading, units, rosterOf(context));
  return {
    kind: 'roster',
    ...momentOf(context),
    unit: only && !another ? unitFacts(context.actor.campaign.definition, only) : null,
    entries: await describeRoster(context, wanted),
    isAnswer: true,
  };
};
