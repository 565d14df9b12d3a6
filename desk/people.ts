// Who is on the desk: the campaign's people, each once, grouped as the list on the left shows them; and who is in which
// channel. Derived from the campaign file alone.

import type { Campaign, Posting, Role, Unit } from '../domain/campaign.ts';
import type { DeskAccount } from './empty.ts';
import { channelIdOf, directIdOf, userIdOf } from './slack-ids.ts';
import type { DeskChannel, DeskPerson, PeopleGroup } from './world.ts';

const OFFICE_ROLES: readonly Role[] = ['office_director', 'office_staff'];

/** A person without e-mail has no account in the desk's workspace. */
const mailOf = (posting: Posting): string | null => posting.email ?? null;

/** A campaign, or a workspace that has accounts and no campaign yet. */
type Ground = Campaign & { accounts?: readonly DeskAccount[] };

const withoutPosting = ({ name, email, administrator }: DeskAccount): DeskPerson => ({
  ...newPerson(name, email),
  ...(administrator && { administrator }),
});

/** Everybody with an e-mail, in file order, with all their postings. */
export function peopleOf(campaign: Ground): DeskPerson[] {
  if (campaign.accounts) return campaign.accounts.map(withoutPosting);
  const people = new Map<string, DeskPerson>();
  for (const posting of campaign.people) {
    const email = mailOf(posting);
    if (email === null) continue;
    const person = people.get(email) ?? newPerson(posting.name, email);
    const unit = campaign.units.find(({ id }) => id === posting.unit);
    person.postings.push({
      role: posting.role,
      unit: unit?.id ?? null,
      unitName: unit ? shortName(unit) : null,
    });
    people.set(email, person);
  }
  return [...people.values()];
}

/** What people call a unit: its shortest alias that is more than an abbreviation. */
function shortName({ name, aliases }: Unit): string {
  return (
    [...aliases, name].filter(({ length }) => length >= 3).sort((a, b) => a.length - b.length)[0] ?? name
  );
}

function newPerson(name: string, email: string): DeskPerson {
  const id = userIdOf(email);
  return { id, name, email, dm: directIdOf(id), postings: [] };
}

const GROUPS: readonly PeopleGroup['kind'][] = [
  'office',
  'leaders',
  'member',
  'locality',
  'association',
  'accounts',
];

/** The office first, then leaders and inspectors, then the units by kind; everybody stands where their first role is. */
export function groupsOf(campaign: Ground, people: readonly DeskPerson[]): PeopleGroup[] {
  const without = campaign.accounts ? 'accounts' : 'leaders';
  const kindOf = (person: DeskPerson): PeopleGroup['kind'] =>
    campaign.units.find(({ id }) => id === person.postings[0]?.unit)?.kind ?? without;
  return GROUPS.map((kind) => ({
    kind,
    people: people.filter((person) => kindOf(person) === kind).map(({ id }) => id),
  })).filter((group) => group.people.length > 0);
}

const isOfOffice = (person: DeskPerson): boolean =>
  person.postings.some(({ role }) => OFFICE_ROLES.includes(role));

/** The bulletin goes to everybody; the office keeps its channel to itself. */
export function channelsOf(campaign: Ground, people: readonly DeskPerson[]): DeskChannel[] {
  const everybody = people.map(({ id }) => id);
  const office = campaign.accounts ? everybody : people.filter(isOfOffice).map(({ id }) => id);
  const { bulletin, office: officeName } = campaign.channels;
  const channels: DeskChannel[] = [
    { id: channelIdOf(bulletin), name: bulletin, purpose: 'bulletin', members: everybody },
    { id: channelIdOf(officeName), name: officeName, purpose: 'office', members: office },
  ];
  return bulletin === officeName ? channels.slice(0, 1) : channels;
}
