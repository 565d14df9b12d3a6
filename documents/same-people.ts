// Who of a campaign file is whom of the campaign that is running. A file names people by their addresses, and an address
// may change; the person does not, and their leave, drafts, language and history go by the person. What counts, in order:
// the same e-mail, the same Slack id, the same name in the same office. No two people of a file become one. Pure.

import type { Posting } from '../domain/campaign.ts';
import type { CivilDate, PersonId } from '../domain/ids.ts';
import { personIdOf } from './campaign-build.ts';
import { nameKey } from './nearest.ts';

type Postings = readonly Posting[];
type Stored = { people: Postings; isOver: (posting: Posting) => boolean };
/** Finds whom of the stored people somebody of the file is, given all that the file says of them. */
type Finder = (postings: Postings) => PersonId | undefined;

/**
 * The file's postings with the ids that `before` has for the same people on `today`, a civil date. Somebody is known by
 * name only where exactly one person of that name holds that office and none of their addresses is in the file any more.
 * Who has an address that was somebody else's before, and is not them, gets an id of their own.
 */
export const keepPeople = (before: Postings, file: Postings, today: CivilDate): Posting[] => {
  const stored = { people: before, isOver: ({ to }: Posting) => to !== undefined && to < today };
  const people = [...grouped(file, ({ person }) => person)];
  const ids = new Map<PersonId, PersonId>();
  for (const find of [
    byAddress(stored, 'email'),
    byAddress(stored, 'slack'),
    byOffice(stored, file),
    byId(stored),
  ]) {
    claim(ids, people, find);
  }
  const taken = new Set([...before.map(({ person }) => person), ...ids.values()]);
  for (const [person] of people) if (!ids.has(person)) ids.set(person, freeId(person, taken));
  return file.map((posting) => ({ ...posting, person: ids.get(posting.person)! }));
};

/** Enters whom it finds; where two people of the file would be the same one, neither is. */
const claim = (
  ids: Map<PersonId, PersonId>,
  people: readonly [PersonId, Posting[]][],
  find: Finder,
): void => {
  const taken = new Set(ids.values());
  const found = people
    .filter(([person]) => !ids.has(person))
    .map(([person, postings]) => ({ person, is: find(postings) }));
  const claims = grouped(found, ({ is }) => is);
  for (const { person, is } of found) {
    if (is !== undefined && !taken.has(is) && claims.get(is)?.length === 1) ids.set(person, is);
  }
};

// Whose posting ended under an address may have another by now; the address of who is in office is the one that counts.
const byAddress = ({ people, isOver }: Stored, kind: 'email' | 'slack'): Finder => {
  const addressed = people.filter((posting) => posting[kind] !== undefined);
  const current = addressed.filter((posting) => !isOver(posting));
  const there = new Set(current.map(({ person }) => person));
  const past = addressed.filter(({ person }) => !there.has(person));
  const known = new Map([...past, ...current].map((posting) => [addressKey(posting[kind]), posting.person]));
  return (postings) => postings.map((posting) => known.get(addressKey(posting[kind]))).find(isThere);
};

const byOffice = ({ people, isOver }: Stored, file: Postings): Finder => {
  const inFile = new Set(file.flatMap(addressesOf));
  const current = people.filter((posting) => !isOver(posting));
  const stillNamed = new Set(
    current
      .filter((posting) => addressesOf(posting).some((address) => inFile.has(address)))
      .map(({ person }) => person),
  );
  const holders = grouped(current, officeKey);
  return (postings) => {
    const alike = new Set(postings.flatMap((posting) => holders.get(officeKey(posting)) ?? []).map(idOf));
    const [only] = alike;
    return alike.size === 1 && only !== undefined && !stillNamed.has(only) ? only : undefined;
  };
};

/** Of whom no e-mail was known, as after a hand-over to a mentioned account, the id still tells it. */
const byId = ({ people }: Stored): Finder => {
  const addressed = new Set(people.filter(({ email }) => email !== undefined).map(idOf));
  const known = new Set(people.map(idOf));
  return ([posting]) =>
    posting?.email !== undefined && known.has(posting.person) && !addressed.has(posting.person)
      ? posting.person
      : undefined;
};

/** The id the address gives, or the next one derived from it that nobody has; `taken` grows by it. */
const freeId = (id: PersonId, taken: Set<PersonId>): PersonId => {
  let free = id;
  for (let nth = 2; taken.has(free); nth++) free = personIdOf(`${id}/${nth}`);
  taken.add(free);
  return free;
};

const idOf = ({ person }: Posting): PersonId => person;
const isThere = (id: PersonId | undefined): id is PersonId => id !== undefined;
const addressKey = (address: string | undefined): string => address?.toLowerCase() ?? '';
const addressesOf = ({ email, slack }: Posting): string[] => [email, slack].map(addressKey).filter(Boolean);
const officeKey = ({ name, role, unit }: Posting): string => `${nameKey(name)}/${role}/${unit ?? ''}`;

const grouped = <T, Key>(items: readonly T[], key: (item: T) => Key): Map<Key, T[]> => {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};
