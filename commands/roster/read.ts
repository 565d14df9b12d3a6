// The roster as it is shown: who holds which role today, bound or not, away or not. Phones are masked (158****3957) but one's
// own (domain.md, "Records").

import { unitsKept } from '../../domain/amendment.ts';
import type { Posting } from '../../domain/campaign.ts';
import type { RosterEntry } from '../../domain/facts.ts';
import type { CivilDate, PersonId } from '../../domain/ids.ts';
import { personFacts, type Scene, unitFacts } from '../../domain/obligation-facts.ts';
import { isOffice } from '../../domain/permission.ts';
import { maskPhone } from '../../domain/phone.ts';
import { inOffice, postingsOf } from '../../domain/recipients.ts';
import { maySee } from '../../domain/sight.ts';
import type { LeaveRow } from '../../domain/things.ts';
import { dateOf } from '../../domain/zone.ts';
import type { Context } from '../command.ts';
import { sceneOf } from '../ledger.ts';

/** The civil day in the campaign's zone. */
export const todayOf = ({ actor, at }: Context): CivilDate => dateOf(at, actor.campaign.definition.zone);

/** The postings held today. */
export const rosterOf = (context: Context): Posting[] =>
  inOffice(context.actor.campaign.definition, todayOf(context));

/**
 * Whether the actor may change what the roster says of somebody: the office of everybody; a unit's liaison and head of those
 * who stand for that unit and for nothing else.
 */
export function mayChange(context: Context, person: PersonId, today = todayOf(context)): boolean {
  const { postings } = context.actor;
  if (isOffice(postings)) return true;
  const kept = unitsKept(postings);
  if (kept.length === 0) return false;
  const held = postingsOf(context.actor.campaign.definition, today, person);
  return held.length > 0 && held.every(({ unit }) => unit !== undefined && kept.includes(unit));
}

/** The leave that somebody is on: of several the one that lasts longest. */
function leaveOn(leaves: readonly LeaveRow[], person: PersonId, today: CivilDate): LeaveRow | undefined {
  const now = leaves.filter((leave) => leave.person === person && leave.from <= today && today <= leave.to);
  return now.sort((a, b) => (a.to < b.to ? 1 : -1))[0];
}

function entryOf(
  context: Context,
  scene: Scene,
  leaves: readonly LeaveRow[],
  today: CivilDate,
  posting: Posting,
): Omit<RosterEntry, 'may'> {
  const { person, role, unit, phone, email } = posting;
  const { actor } = context;
  const row = scene.people.get(person);
  const leave = leaveOn(leaves, person, today);
  const isOpen = maySee(actor.postings, {
    kind: 'phone',
    of: person,
    viewer: actor.person.id,
    revealed: false,
  });
  return {
    person: personFacts(scene, person),
    role,
    unit: unit ? unitFacts(scene.campaign, unit) : null,
    phone: phone === undefined || isOpen ? (phone ?? null) : maskPhone(phone),
    email: email ?? null,
    bound: row !== undefined && row.slack !== null && row.trouble === null,
    onLeaveUntil: leave?.to ?? null,
    standIn: leave?.deputy ? personFacts(scene, leave.deputy) : null,
  };
}

/** These postings as entries, with what the actor may change. */
export async function describeRoster(context: Context, postings: readonly Posting[]): Promise<RosterEntry[]> {
  const { campaign } = context.actor;
  const leaves = await context.store.list('leave', { where: { campaign: campaign.id, cancelled: false } });
  const standIns = leaves.flatMap(({ deputy }) => deputy ?? []);
  const scene = await sceneOf(context, [...postings.map(({ person }) => person), ...standIns]);
  // Told once for all: a day in a zone is dear to reckon.
  const today = todayOf(context);
  const open = new Map<PersonId, boolean>();
  const mayOnce = (person: PersonId): boolean => {
    const known = open.get(person) ?? mayChange(context, person, today);
    open.set(person, known);
    return known;
  };
  return postings.map((posting) => {
    const entry = entryOf(context, scene, leaves, today, posting);
    return mayOnce(posting.person) ? { ...entry, may: true } : entry;
  });
}
