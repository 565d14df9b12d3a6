// Who is on the desk: the campaign's people, each once, grouped as the list on the left shows them; and who is in which
// channel. Derived from the campaign file alone.

import type { Campaign, Posting, Role, Unit } from '../domain/campaign.ts';
import { channelIdOf, directIdOf, userIdOf } from './slack-ids.ts';
import type { DeskChannel, DeskPerson, PeopleGroup } from './world.ts';

const OFFICE_ROLES: readonly Role[] = ['office_director', 'office_staff'];

/** A person without e-mail has no account in the desk's workspace. */
const mailOf = (posting: Posting): string | null => posting.email ?? null;

/** Everybody with an e-mail, in file order, with all their postings. */
export function peopleOf(campaign: Campaign): DeskPerson[] {
  const people = new Map<string, DeskPerson>();
  for (const posting of campaign.people) {
    const email = mailOf(posting);
    if (email === null) continue;
    const person = people.get(email) ?? newPerson(posting.name, email);
    person.postings.push({ role: posting.role, unit: posting.unit ?? null });
    people.set(email, person);
  }
  return [...people.values()];
}

function newPerson(name: string, email: string): DeskPerson {
  const id = userIdOf(email);
  return { id, name, email, dm: directIdOf(id), postings: [] };
}

/** The office first, then leaders and inspectors, then each unit in file order. */
export function groupsOf(campaign: Campaign, people: readonly DeskPerson[]): PeopleGroup[] {
  const ofUnit = (unit: Unit): PeopleGroup => ({
    key: unit.id,
    name: unit.name,
    kind: unit.kind,
    people: people.filter((person) => person.postings[0]?.unit === unit.id).map((person) => person.id),
  });
  const leaders: PeopleGroup = {
    key: 'leaders',
    name: null,
    kind: 'leaders',
    people: people.filter((person) => person.postings[0]?.unit === null).map((person) => person.id),
  };
  const offices = campaign.units.filter((unit) => unit.kind === 'office').map(ofUnit);
  const others = campaign.units.filter((unit) => unit.kind !== 'office').map(ofUnit);
  return [...offices, leaders, ...others].filter((group) => group.people.length > 0);
}

const isOfOffice = (person: DeskPerson): boolean =>
  person.postings.some(({ role }) => OFFICE_ROLES.includes(role));

/** The bulletin goes to everybody; the office keeps its channel to itself. */
export function channelsOf(campaign: Campaign, people: readonly DeskPerson[]): DeskChannel[] {
  const everybody = people.map(({ id }) => id);
  const office = people.filter(isOfOffice).map(({ id }) => id);
  const { bulletin, office: officeName } = campaign.channels;
  const channels: DeskChannel[] = [
    { id: channelIdOf(bulletin), name: bulletin, purpose: 'bulletin', members: everybody },
    { id: channelIdOf(officeName), name: officeName, purpose: 'office', members: office },
  ];
  return bulletin === officeName ? channels.slice(0, 1) : channels;
}
