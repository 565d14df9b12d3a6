// What a roster sheet makes of a campaign's roster. The sheet is what it names, for a sheet is rarely whole:
//
//   who stands in it            is added, or changed: known by e-mail, else by Slack id, else by name in the same unit
//   a role of a unit that it    is taken from who held it: another liaison, deputy, head or director than before
//   gives to somebody new
//   all other postings          stay, and are counted
//
// Pure.

import type { Campaign, Posting, Role } from '../../domain/campaign.ts';
import type { CivilDate, PersonId, SlackUserId } from '../../domain/ids.ts';
import type { SheetFacts, SheetProblem } from '../../domain/roster-sheet.ts';
import { personIdOf } from '../campaign-build.ts';
import { nameKey } from '../nearest.ts';
import { readEntries, type SheetEntry } from './entries.ts';
import { isAllLiaisons, type ReadSheet } from './read-sheet.ts';

export type SheetPlan = { campaign: Campaign; facts: Omit<SheetFacts, 'file'>; problems: SheetProblem[] };

/** Offices that one person holds: whoever is new in one takes it over. */
const HELD_BY_ONE: ReadonlySet<Role> = new Set(['liaison', 'deputy', 'head', 'office_director']);
/** Roles in which a unit tells nobody apart. */
const WITHOUT_UNIT: ReadonlySet<Role> = new Set(['leader', 'deputy_leader', 'inspector']);

/** Whose account each of some accounts is, as they were bound; a definition does not say it of everybody. */
export type Bound = ReadonlyMap<SlackUserId, { person: PersonId; name: string }>;

type Roster = {
  bound: Bound;
  people: Posting[];
  byEmail: Map<string, PersonId>;
  bySlack: Map<string, PersonId>;
  byName: Map<string, PersonId[]>;
};

const emailKey = (email: string): string => email.toLowerCase();
/** Which office it is that somebody holds, and who holds it. */
const officeOf = ({ role, unit }: Pick<Posting, 'role' | 'unit'>): string =>
  WITHOUT_UNIT.has(role) ? role : `${role}/${unit ?? ''}`;
const holdingOf = (person: PersonId, office: Pick<Posting, 'role' | 'unit'>): string =>
  `${person}/${officeOf(office)}`;
const namedIn = (name: string, place: string): string => `${nameKey(name)}/${place}`;

/** Where somebody is looked for by name: in the same role of the same unit, then anywhere in the unit. */
const placesOf = (posting: Pick<Posting, 'role' | 'unit'>): string[] => [
  officeOf(posting),
  ...(posting.unit === undefined ? [] : [`unit:${posting.unit}`]),
];

function rosterOf(people: readonly Posting[], today: CivilDate, bound: Bound): Roster {
  const current = people.filter(({ to }) => to === undefined || to >= today);
  const byName = new Map<string, PersonId[]>();
  for (const posting of current)
    for (const place of placesOf(posting)) {
      const key = namedIn(posting.name, place);
      const known = byName.get(key) ?? [];
      if (!known.includes(posting.person)) byName.set(key, [...known, posting.person]);
    }
  const addressed = [...people.filter((each) => !current.includes(each)), ...current];
  const keyed = (key: (posting: Posting) => string | undefined) =>
    new Map(
      addressed.flatMap((each) => (key(each) === undefined ? [] : [[key(each)!, each.person] as const])),
    );
  return {
    bound,
    people: current,
    byEmail: keyed(({ email }) => email && emailKey(email)),
    bySlack: keyed(({ slack }) => slack),
    byName,
  };
}

/** Who somebody of the sheet is; null for somebody new. By name only where one person alone can be meant. */
function findPerson({ byEmail, bySlack, byName, bound }: Roster, entry: SheetEntry): PersonId | null {
  const byAddress =
    (entry.email && byEmail.get(emailKey(entry.email))) || (entry.slack && bySlack.get(entry.slack));
  if (byAddress) return byAddress;
  if (entry.slack && !entry.email && bound.has(entry.slack)) return bound.get(entry.slack)!.person;
  for (const place of placesOf(entry)) {
    const alike = byName.get(namedIn(entry.name, place)) ?? [];
    if (alike.length === 1) return alike[0]!;
  }
  return null;
}

/** An id for somebody new that nobody has, though their address may have been another's before. */
function newId(address: string, taken: ReadonlySet<PersonId>): PersonId {
  let id = personIdOf(address);
  for (let nth = 2; taken.has(id); nth++) id = personIdOf(`${address}/${nth}`);
  return id;
}

type Matched = { entry: SheetEntry; person: PersonId };

function match(
  roster: Roster,
  entries: readonly SheetEntry[],
  all: readonly Posting[],
  problems: SheetProblem[],
) {
  const taken = new Set(all.map(({ person }) => person));
  const newcomers = new Map<string, PersonId>();
  return entries.flatMap((entry): Matched[] => {
    const known = findPerson(roster, entry);
    if (known) return [{ entry, person: known }];
    const address = entry.email ? emailKey(entry.email) : entry.slack;
    if (address === undefined) {
      problems.push({ row: entry.row, heading: entry.heading, found: entry.name, code: 'no_address' });
      return [];
    }
    const person = newcomers.get(address) ?? newId(address, taken);
    newcomers.set(address, person);
    taken.add(person);
    return [{ entry, person }];
  });
}

/** Nobody gets an account that is somebody else's: whoever acts is known by it. */
function checkAccounts({ bound }: Roster, matched: readonly Matched[], problems: SheetProblem[]): void {
  for (const { entry, person } of matched) {
    const holder = entry.slack && bound.get(entry.slack);
    if (holder && holder.person !== person)
      problems.push({
        row: entry.row,
        heading: entry.heading,
        found: entry.slack!,
        code: 'taken_slack',
        name: holder.name,
      });
  }
}

/** One address is one person, under one name. */
function checkNames(entries: readonly SheetEntry[], problems: SheetProblem[]): void {
  const first = new Map<string, SheetEntry>();
  for (const entry of entries) {
    if (!entry.email) continue;
    const { name, row } = first.get(emailKey(entry.email)) ?? entry;
    if (!first.has(emailKey(entry.email))) first.set(emailKey(entry.email), entry);
    if (nameKey(name) !== nameKey(entry.name))
      problems.push({
        row: entry.row,
        heading: entry.heading,
        found: entry.name,
        code: 'two_names',
        name,
        firstRow: row,
      });
  }
}

type Details = Pick<Posting, 'name' | 'email' | 'slack' | 'phone'>;

/** What a sheet says of each person, of several rows the first that says something. */
function detailsOf(matched: readonly Matched[]): Map<PersonId, Details> {
  const details = new Map<PersonId, Details>();
  for (const { entry, person } of matched) {
    const { name, email, slack, phone } = { ...entry, ...details.get(person) };
    details.set(person, { name, ...(email && { email }), ...(slack && { slack }), ...(phone && { phone }) });
  }
  return details;
}

const isSameAddress = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && emailKey(a) === emailKey(b);

/** A posting with what the sheet says of its holder; the very same where that is nothing new. */
function informed(posting: Posting, details: Details | undefined): Posting {
  if (!details) return posting;
  const { email } = details;
  const fresh = {
    ...posting,
    ...details,
    ...(isSameAddress(email, posting.email) && { email: posting.email! }),
  };
  const isSame = (['name', 'email', 'slack', 'phone'] as const).every((key) => fresh[key] === posting[key]);
  return isSame ? posting : fresh;
}

type Outlook = {
  people: Posting[];
  added: number;
  changed: number;
  ended: number;
  same: number;
  absent: number;
};

const postingOf = ({ role, unit }: SheetEntry, person: PersonId, details: Details): Posting => ({
  person,
  role,
  ...details,
  ...(unit !== undefined && { unit }),
});

function postingsAfter(roster: Roster, matched: readonly Matched[]): Outlook {
  const details = detailsOf(matched);
  const named = new Set(matched.map(({ entry, person }) => holdingOf(person, entry)));
  const isNamed = (posting: Posting) => named.has(holdingOf(posting.person, posting));
  const held = new Set(roster.people.filter(isNamed).map((each) => holdingOf(each.person, each)));
  const newcomers = matched.filter(({ entry, person }) => !held.has(holdingOf(person, entry)));
  const takenOver = new Set(
    newcomers.filter(({ entry }) => HELD_BY_ONE.has(entry.role)).map(({ entry }) => officeOf(entry)),
  );
  const staying = roster.people.filter((each) => isNamed(each) || !takenOver.has(officeOf(each)));
  const after = staying.map((each) => informed(each, details.get(each.person)));
  const changed = staying.filter((each, at) => isNamed(each) && after[at] !== each).length;
  const same = staying.filter(isNamed).length - changed;
  const added = new Map(
    newcomers.map(({ entry, person }) => [
      holdingOf(person, entry),
      postingOf(entry, person, details.get(person)!),
    ]),
  );
  return {
    people: [...after, ...added.values()],
    added: added.size,
    changed,
    ended: roster.people.length - staying.length,
    same,
    absent: staying.length - changed - same,
  };
}

/** Somebody known may get a new posting: what is known of them and not in the sheet goes with it. */
function withKnown(people: readonly Posting[]): Posting[] {
  const known = new Map<PersonId, Posting>();
  for (const posting of people) if (!known.has(posting.person)) known.set(posting.person, posting);
  return people.map((posting) => {
    const { email, slack, language } = known.get(posting.person)!;
    return {
      ...posting,
      ...(posting.email === undefined && email && { email }),
      ...(posting.slack === undefined && slack && { slack }),
      ...(posting.language === undefined && language && { language }),
    };
  });
}

/**
 * What becomes of a campaign by a sheet on `today`, a civil date in its zone: the definition to be proposed, and how it compares;
 * with every problem at once, in the order of the sheet. `bound`: whose the accounts are that people are known by. Where there are problems the definition leaves out what they are about.
 */
export function planSheet(
  campaign: Campaign,
  sheet: ReadSheet,
  today: CivilDate,
  bound: Bound = new Map(),
): SheetPlan {
  const { entries, newUnits, problems, rows, hiddenRows } = readEntries(sheet, campaign);
  const roster = rosterOf(campaign.people, today, bound);
  checkNames(entries, problems);
  const matched = match(roster, entries, campaign.people, problems);
  checkAccounts(roster, matched, problems);
  const { people, ...counts } = postingsAfter(roster, matched);
  return {
    campaign: { ...campaign, units: [...campaign.units, ...newUnits], people: withKnown(people) },
    facts: {
      sheet: sheet.name,
      rows,
      hiddenRows,
      ...counts,
      newUnits: newUnits.map(({ name }) => name),
      ignored: sheet.headings.ignored,
      allLiaisons: isAllLiaisons(sheet),
    },
    problems: problems.sort((a, b) => a.row - b.row),
  };
}
