// Who is told. Turns the ladder's roles into people who are in office, present and reachable, and says for whom
// somebody stands in (product.md, "Reminders": leave, missing recipients, duties of the office).
//
//   liaison away → deputy → head → the office is told that nobody of the unit could be
//   a role the unit does not have is left out; a unit with nobody reachable is told to the office

import type { Campaign, Posting, RecipientRole, Role } from './campaign.ts';
import type { CivilDate, PersonId, UnitId } from './ids.ts';
import type { Why } from './notice.ts';
import type { LeaveRow, PersonRow } from './things.ts';

/** Who can be told on a day: postings in office, who is away, who has no Slack account. */
export type Presence = {
  campaign: Campaign;
  today: CivilDate;
  away: ReadonlySet<PersonId>;
  unreachable: ReadonlySet<PersonId>;
};

/** Reads presence from the ledger's rows for one civil day. */
export function presenceOn(
  today: CivilDate,
  campaign: Campaign,
  leaves: readonly LeaveRow[],
  people: readonly PersonRow[],
): Presence {
  const onLeave = leaves.filter((leave) => !leave.cancelled && leave.from <= today && today <= leave.to);
  return {
    campaign,
    today,
    away: new Set(onLeave.map(({ person }) => person)),
    unreachable: new Set(people.filter(({ trouble }) => trouble !== null).map(({ id }) => id)),
  };
}

/** Postings held on a civil day. */
export const inOffice = (campaign: Campaign, today: CivilDate): Posting[] =>
  campaign.people.filter(({ from, to }) => (!from || from <= today) && (!to || today <= to));

/** Who is told, and why. `unreachable` says why the office must hear that nobody of the unit could be told. */
export type Recipients = {
  told: { person: PersonId; why: Why }[];
  unreachable: 'unbound' | 'on_leave' | 'nobody' | null;
};

type Held = { all: Posting[]; present: Posting[] };

function held(presence: Presence, role: Role, unit?: UnitId): Held {
  const all = inOffice(presence.campaign, presence.today).filter(
    (posting) => posting.role === role && (unit === undefined || posting.unit === unit),
  );
  const present = all.filter(({ person }) => !presence.away.has(person) && !presence.unreachable.has(person));
  return { all, present };
}

const named = (postings: Posting[], role: RecipientRole, insteadOf: string | null = null) =>
  postings.map(({ person }) => ({ person, why: { role, insteadOf } }));

/** The office's people who work on duties: its staff, or its director when there is no staff present. */
export function officeStaff(presence: Presence): PersonId[] {
  const staff = held(presence, 'office_staff').present;
  return (staff.length > 0 ? staff : held(presence, 'office_director').present).map(({ person }) => person);
}

const directors = (presence: Presence): Recipients['told'] =>
  named(held(presence, 'office_director').present, 'office_director');

function standIns(presence: Presence, unit: UnitId, liaison: Posting): Recipients['told'] {
  const deputies = held(presence, 'deputy', unit).present;
  if (deputies.length > 0) return named(deputies, 'deputy', liaison.name);
  return named(held(presence, 'head', unit).present, 'head', liaison.name);
}

function liaisons(presence: Presence, unit: UnitId): Recipients['told'] {
  const { all, present } = held(presence, 'liaison', unit);
  if (present.length > 0 || all.length === 0) return named(present, 'liaison');
  return standIns(presence, unit, all[0]!);
}

function ofUnit(presence: Presence, unit: UnitId, role: RecipientRole): Recipients['told'] {
  switch (role) {
    case 'liaison':
      return liaisons(presence, unit);
    case 'deputy':
    case 'head':
      return named(held(presence, role, unit).present, role);
    case 'office':
      return officeStaff(presence).map((person) => ({ person, why: { role, insteadOf: null } }));
    case 'office_director':
      return directors(presence);
  }
}

/** A duty of the office itself: its staff are the liaisons, its director the head; the second escalation only reddens. */
function ofOffice(presence: Presence, role: RecipientRole): Recipients['told'] {
  switch (role) {
    case 'liaison':
    case 'deputy':
      return officeStaff(presence).map((person) => ({ person, why: { role: 'office', insteadOf: null } }));
    case 'head':
    case 'office':
      return directors(presence);
    case 'office_director':
      return [];
  }
}

const once = (told: Recipients['told']): Recipients['told'] =>
  told.filter(({ person }, index) => told.findIndex((other) => other.person === person) === index);

function whyUnreachable(presence: Presence, unit: UnitId): Recipients['unreachable'] {
  const people = inOffice(presence.campaign, presence.today).filter((posting) => posting.unit === unit);
  if (people.length === 0) return 'nobody';
  return people.every(({ person }) => presence.unreachable.has(person)) ? 'unbound' : 'on_leave';
}

/** Who is told a step that is addressed to these roles of this unit; everybody once, in the first role that fits. */
export function recipientsOf(presence: Presence, unit: UnitId, roles: readonly RecipientRole[]): Recipients {
  const isOffice = presence.campaign.units.find(({ id }) => id === unit)?.kind === 'office';
  if (isOffice) return { told: once(roles.flatMap((role) => ofOffice(presence, role))), unreachable: null };
  const told = once(roles.flatMap((role) => ofUnit(presence, unit, role)));
  const unitTold = told.some(({ why }) => !why.role.startsWith('office'));
  const meantForUnit = roles.includes('liaison');
  return { told, unreachable: meantForUnit && !unitTold ? whyUnreachable(presence, unit) : null };
}
