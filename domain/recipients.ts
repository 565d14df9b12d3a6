// Who is told. Turns the ladder's roles into people who are in office, present and reachable, and says for whom
// somebody stands in (product.md, "Reminders": leave, missing recipients, duties of the office).
//
//   liaison away → deputy → head → the office is told that nobody of the unit could be
//   a role the unit does not have is left out; a unit with nobody reachable is told to the office

import type { Campaign, Posting, RecipientRole, Role } from './campaign.ts';
import type { CivilDate, PersonId, UnitId } from './ids.ts';
import type { Why } from './notice.ts';
import type { LeaveRow, PersonRow } from './things.ts';

/** Postings held on a day, by `ROLE`, by `ROLE UNIT` and by ` UNIT`; a campaign may have thousands. */
export type Postings = ReadonlyMap<string, readonly Posting[]>;

/** Who can be told on a day: postings in office, who is away, who has no Slack account. */
export type Presence = {
  campaign: Campaign;
  today: CivilDate;
  away: ReadonlySet<PersonId>;
  unreachable: ReadonlySet<PersonId>;
  held: Postings;
  /** The same for another day: what waits for its slot is said on that day. */
  on(date: CivilDate): Presence;
};

/** Reads presence from the ledger's rows for one civil day. */
export function presenceOn(
  today: CivilDate,
  campaign: Campaign,
  leaves: readonly LeaveRow[],
  people: readonly PersonRow[],
): Presence {
  const unreachable = new Set(people.filter(({ trouble }) => trouble !== null).map(({ id }) => id));
  const days = new Map<CivilDate, Presence>();
  const on = (date: CivilDate): Presence => {
    const known = days.get(date);
    if (known) return known;
    const away = new Set(leaves.filter((leave) => isLeaveOn(leave, date)).map(({ person }) => person));
    const presence = { campaign, today: date, away, unreachable, held: heldOn(campaign, date), on };
    days.set(date, presence);
    return presence;
  };
  return on(today);
}

const isLeaveOn = ({ cancelled, from, to }: LeaveRow, date: CivilDate): boolean =>
  !cancelled && from <= date && date <= to;

/** The postings held on a civil day, sorted so that those of one unit are found without a search. */
export function heldOn(campaign: Campaign, date: CivilDate): Postings {
  const held = new Map<string, Posting[]>();
  for (const posting of inOffice(campaign, date)) {
    for (const key of [posting.role, `${posting.role} ${posting.unit}`, ` ${posting.unit}`]) {
      const known = held.get(key);
      if (known) known.push(posting);
      else held.set(key, [posting]);
    }
  }
  return held;
}

/** Postings held on a civil day. */
export const inOffice = (campaign: Campaign, today: CivilDate): Posting[] =>
  campaign.people.filter(({ from, to }) => (!from || from <= today) && (!to || today <= to));

/** Who is told, and why. `unreachable` says why the office must hear that nobody of the unit could be told. */
export type Recipients = {
  told: { person: PersonId; why: Why }[];
  unreachable: 'unbound' | 'on_leave' | 'nobody' | null;
};

type Held = { all: readonly Posting[]; present: Posting[] };

function held(presence: Presence, role: Role, unit?: UnitId): Held {
  const all = presence.held.get(unit === undefined ? role : `${role} ${unit}`) ?? [];
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

/** A duty of the office itself: its staff are the liaisons, its director the head. */
function ofOffice(presence: Presence, role: RecipientRole): Recipients['told'] {
  switch (role) {
    case 'liaison':
    case 'deputy':
      return officeStaff(presence).map((person) => ({ person, why: { role: 'office', insteadOf: null } }));
    case 'head':
    case 'office':
    case 'office_director':
      return directors(presence);
  }
}

const once = (told: Recipients['told']): Recipients['told'] =>
  told.filter(({ person }, index) => told.findIndex((other) => other.person === person) === index);

function whyUnreachable(presence: Presence, unit: UnitId): Recipients['unreachable'] {
  const people = presence.held.get(` ${unit}`) ?? [];
  if (people.length === 0) return 'nobody';
  return people.every(({ person }) => presence.unreachable.has(person)) ? 'unbound' : 'on_leave';
}

/** Whether the unit is the campaign's office; a campaign file has exactly one. */
export const isOfficeUnit = ({ units }: Campaign, unit: UnitId): boolean =>
  units.some(({ id, kind }) => kind === 'office' && id === unit);

/** Who is told a step that is addressed to these roles of this unit; everybody once, in the first role that fits. */
export function recipientsOf(presence: Presence, unit: UnitId, roles: readonly RecipientRole[]): Recipients {
  if (isOfficeUnit(presence.campaign, unit))
    return { told: once(roles.flatMap((role) => ofOffice(presence, role))), unreachable: null };
  const told = once(roles.flatMap((role) => ofUnit(presence, unit, role)));
  const unitTold = told.some(({ why }) => !why.role.startsWith('office'));
  const meantForUnit = roles.includes('liaison');
  return { told, unreachable: meantForUnit && !unitTold ? whyUnreachable(presence, unit) : null };
}
