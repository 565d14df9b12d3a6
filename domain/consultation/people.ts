// Who has to do with a consultation: who attends it, and who is told of which step. Roles come from the roster of the day on
// which something is said; who is away or cannot be reached is left out.

import type { Campaign, Posting, RecipientRole, Role } from '../campaign.ts';
import type { CivilDate, PersonId, UnitId } from '../ids.ts';
import type { Why } from '../notice.ts';
import { heldOn, officeStaff, type Postings, type Presence, recipientsOf } from '../recipients.ts';

/** Somebody to be told, and in which role; leaders and inspectors have none of a ladder's. */
export type Told = { person: PersonId; why: Why | null };

/** Whom a step is for. */
export type Audience = 'units' | 'office' | 'office_and_director' | 'attendees';

const isThere = ({ from, to }: { from?: CivilDate; to?: CivilDate }, on: CivilDate): boolean =>
  (from === undefined || from <= on) && (to === undefined || on <= to);

/** The units that are there on a day and are not the office. */
export const unitsOn = ({ units }: Campaign, on: CivilDate): UnitId[] =>
  units.filter((unit) => unit.kind !== 'office' && isThere(unit, on)).map(({ id }) => id);

const ofRole = (held: Postings, role: Role, unit?: UnitId): readonly Posting[] =>
  held.get(unit === undefined ? role : `${role} ${unit}`) ?? [];

/** Everybody once, as named first; there may be as many as units. */
function once<T extends { person: PersonId }>(all: readonly T[]): T[] {
  const named = new Set<PersonId>();
  return all.filter(({ person }) => !named.has(person) && named.add(person));
}

/** A unit is represented by its head, and by its liaison where it has no head. */
function representatives(held: Postings, unit: UnitId): readonly Posting[] {
  const heads = ofRole(held, 'head', unit);
  return heads.length > 0 ? heads : ofRole(held, 'liaison', unit);
}

/**
 * Who attends a consultation held on this day: leaders, the heads of member and locality units (their liaison where there
 * is no head), the office's director and staff; everybody once, in the first role that fits.
 */
export function attendeesOf(campaign: Campaign, date: CivilDate): Posting[] {
  const held = heldOn(campaign, date);
  const units = campaign.units.filter(
    (unit) => (unit.kind === 'member' || unit.kind === 'locality') && isThere(unit, date),
  );
  const all = [
    ...ofRole(held, 'leader'),
    ...ofRole(held, 'deputy_leader'),
    ...units.flatMap(({ id }) => representatives(held, id)),
    ...ofRole(held, 'office_director'),
    ...ofRole(held, 'office_staff'),
  ];
  return once(all);
}

const LADDER_ROLES: Partial<Record<Role, RecipientRole>> = {
  head: 'head',
  liaison: 'liaison',
  office_director: 'office_director',
  office_staff: 'office',
};

const asTold = ({ person, role }: Posting): Told => {
  const known = LADDER_ROLES[role];
  return { person, why: known ? { role: known, insteadOf: null } : null };
};

const canBeTold = ({ away, unreachable }: Presence, { person }: Pick<Posting, 'person'>): boolean =>
  !away.has(person) && !unreachable.has(person);

const staff = (presence: Presence): Told[] =>
  officeStaff(presence).map((person) => ({ person, why: { role: 'office', insteadOf: null } }));

const heldBy = (presence: Presence, ...roles: Role[]): Told[] =>
  roles
    .flatMap((role) => ofRole(presence.held, role))
    .filter((posting) => canBeTold(presence, posting))
    .map(asTold);

/** Who is told a step on a day, for a consultation that is held on `heldOn`. */
export function consultationRecipients(presence: Presence, to: Audience, heldOn: CivilDate): Told[] {
  const { campaign } = presence;
  switch (to) {
    case 'units':
      return once(
        unitsOn(campaign, presence.today).flatMap((unit) => recipientsOf(presence, unit, ['liaison']).told),
      );
    case 'office':
      return staff(presence);
    case 'office_and_director':
      return once([...staff(presence), ...heldBy(presence, 'office_director')]);
    case 'attendees':
      return attendeesOf(campaign, heldOn)
        .filter((posting) => canBeTold(presence, posting))
        .map(asTold);
  }
}

/** Those entitled to published minutes: attendees, heads and liaisons of all units, the office, leaders, inspectors. */
export function entitledToMinutes(presence: Presence, heldOn: CivilDate): Told[] {
  const units = unitsOn(presence.campaign, presence.today).flatMap(
    (unit) => recipientsOf(presence, unit, ['head', 'liaison']).told,
  );
  return once([
    ...consultationRecipients(presence, 'attendees', heldOn),
    ...units,
    ...heldBy(presence, 'leader', 'deputy_leader', 'office_director', 'office_staff', 'inspector'),
  ]);
}
