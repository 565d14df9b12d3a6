// Who is told. Turns the ladder's roles into people who are in office, present and reachable, and says for whom
// somebody stands in (product.md, "Reminders": leave, missing recipients, duties of the office).
//
//   anybody away → who was named with the leave to stand in, if that one is of the same unit (or office), there and reachable
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
  /** Who was named to stand in for somebody who is away. */
  standIns: ReadonlyMap<PersonId, PersonId>;
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
  people: readonly Pick<PersonRow, 'id' | 'trouble'>[],
): Presence {
  const unreachable = new Set(people.filter(({ trouble }) => trouble !== null).map(({ id }) => id));
  const days = new Map<CivilDate, Presence>();
  const on = (date: CivilDate): Presence => {
    const known = days.get(date);
    if (known) return known;
    const absent = leaves.filter((leave) => isLeaveOn(leave, date));
    const presence = {
      campaign,
      today: date,
      away: new Set(absent.map(({ person }) => person)),
      standIns: new Map(absent.flatMap(({ person, deputy }) => (deputy ? [[person, deputy] as const] : []))),
      unreachable,
      held: heldOn(campaign, date),
      on,
    };
    days.set(date, presence);
    return presence;
  };
  return on(today);
}

const isLeaveOn = ({ cancelled, from, to }: LeaveRow, date: CivilDate): boolean =>
  !cancelled && from <= date && date <= to;

/** The postings held on a civil day, sorted so that those of one unit are found without a search. */
export const heldOn = (campaign: Campaign, date: CivilDate): Postings => dayOf(campaign, date).byRole;

type Day = { held: readonly Posting[]; byPerson: ReadonlyMap<PersonId, Posting[]>; byRole: Postings };

/** Postings of the days that were asked for: they follow from the definition, and every answer asks for them often. */
const days = new WeakMap<Campaign, Map<CivilDate, Day>>();
/** An answer asks for today and the day of a meeting; a rehearsal goes through one day after the other. */
const DAYS_KEPT = 4;

function dayOf(campaign: Campaign, date: CivilDate): Day {
  const kept = days.get(campaign) ?? new Map<CivilDate, Day>();
  days.set(campaign, kept);
  const known = kept.get(date);
  if (known) return known;
  const day = dayMade(campaign, date);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= DAYS_KEPT) kept.delete(oldest);
  kept.set(date, day);
  return day;
}

function dayMade(campaign: Campaign, date: CivilDate): Day {
  const held = campaign.people.filter(({ from, to }) => (!from || from <= date) && (!to || date <= to));
  return {
    held,
    byPerson: grouped(held, ({ person }) => [person]),
    byRole: grouped(held, ({ role, unit }) => [role, `${role} ${unit}`, ` ${unit}`]),
  };
}

function grouped<K>(held: readonly Posting[], keysOf: (posting: Posting) => K[]): Map<K, Posting[]> {
  const groups = new Map<K, Posting[]>();
  for (const posting of held)
    for (const key of keysOf(posting)) {
      const others = groups.get(key);
      if (others) others.push(posting);
      else groups.set(key, [posting]);
    }
  return groups;
}

/** Postings held on a civil day. */
export const inOffice = (campaign: Campaign, today: CivilDate): Posting[] => [...dayOf(campaign, today).held];

/** The postings that somebody holds on a civil day. */
export const postingsOf = (campaign: Campaign, today: CivilDate, person: PersonId): Posting[] => [
  ...(dayOf(campaign, today).byPerson.get(person) ?? []),
];

/** Who is told, and why. `unreachable` says why the office must hear that nobody of the unit could be told. */
export type Recipients = {
  told: { person: PersonId; why: Why }[];
  unreachable: 'unbound' | 'on_leave' | 'nobody' | null;
};

type Told = Recipients['told'];

const isThere = ({ away, unreachable }: Presence, { person }: Posting): boolean =>
  !away.has(person) && !unreachable.has(person);

const holders = (presence: Presence, role: Role, unit?: UnitId): readonly Posting[] =>
  presence.held.get(unit === undefined ? role : `${role} ${unit}`) ?? [];

const present = (presence: Presence, role: Role, unit?: UnitId): Posting[] =>
  holders(presence, role, unit).filter((posting) => isThere(presence, posting));

const named = (postings: Posting[], role: RecipientRole, insteadOf: string | null = null): Told =>
  postings.map(({ person }) => ({ person, why: { role, insteadOf } }));

/** Who was named for those of the role that are away, in the role that they hold themselves. */
function namedFor(
  presence: Presence,
  role: Role,
  unit: UnitId | undefined,
  among: readonly (readonly [Role, RecipientRole])[],
): Told {
  return holders(presence, role, unit).flatMap(({ person, name }) => {
    const standIn = presence.away.has(person) ? presence.standIns.get(person) : undefined;
    const held = among.flatMap(([own, as]) => {
      const posting = present(presence, own, unit).find((each) => each.person === standIn);
      return posting ? named([posting], as, name) : [];
    });
    return held.slice(0, 1);
  });
}

const OF_UNIT = (['liaison', 'deputy', 'head'] as const).map((role) => [role, role] as const);
const OF_OFFICE = [
  ['office_staff', 'office'],
  ['office_director', 'office_director'],
] as const;

const staffTold = (presence: Presence): Told => {
  const staff = [
    ...named(present(presence, 'office_staff'), 'office'),
    ...namedFor(presence, 'office_staff', undefined, OF_OFFICE),
  ];
  return staff.length > 0
    ? once(staff)
    : directors(presence).map(({ person, why }) => ({ person, why: { ...why, role: 'office' } }));
};

/** The office's people who work on duties: its staff, or its director when there is no staff present. */
export const officeStaff = (presence: Presence): PersonId[] =>
  staffTold(presence).map(({ person }) => person);

const directors = (presence: Presence): Told => [
  ...named(present(presence, 'office_director'), 'office_director'),
  ...namedFor(presence, 'office_director', undefined, OF_OFFICE),
];

function standIns(presence: Presence, unit: UnitId, liaison: Posting): Told {
  const deputies = present(presence, 'deputy', unit);
  if (deputies.length > 0) return named(deputies, 'deputy', liaison.name);
  return named(present(presence, 'head', unit), 'head', liaison.name);
}

function liaisons(presence: Presence, unit: UnitId): Told {
  const told = holdersTold(presence, unit, 'liaison');
  const [first] = holders(presence, 'liaison', unit);
  return told.length > 0 || !first ? told : standIns(presence, unit, first);
}

const holdersTold = (presence: Presence, unit: UnitId, role: 'liaison' | 'deputy' | 'head'): Told => [
  ...named(present(presence, role, unit), role),
  ...namedFor(presence, role, unit, OF_UNIT),
];

function ofUnit(presence: Presence, unit: UnitId, role: RecipientRole): Told {
  switch (role) {
    case 'liaison':
      return liaisons(presence, unit);
    case 'deputy':
    case 'head':
      return holdersTold(presence, unit, role);
    case 'office':
      return staffTold(presence);
    case 'office_director':
      return directors(presence);
  }
}

/** A duty of the office itself: its staff are the liaisons, its director the head. */
function ofOffice(presence: Presence, role: RecipientRole): Told {
  switch (role) {
    case 'liaison':
    case 'deputy':
      return staffTold(presence);
    case 'head':
    case 'office':
    case 'office_director':
      return directors(presence);
  }
}

function once(told: Told): Told {
  return told.filter(({ person }, index) => told.findIndex((other) => other.person === person) === index);
}

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
