// People: who needs a unit, who can be reached, and that one address is one person.

import type { Role } from '../../domain/campaign.ts';
import { nameKey } from '../nearest.ts';
import { type Check, checkRepeats, listed, type PartlyWritten } from './check.ts';
import { knownUnits } from './unit-checks.ts';

type PartlyPerson = NonNullable<NonNullable<PartlyWritten['people']>[number]>;
type At = { at: number; item: PartlyPerson };

const ROLES_OF_A_UNIT: ReadonlySet<Role> = new Set<Role>([
  'head',
  'liaison',
  'deputy',
  'office_director',
  'office_staff',
]);

/** Checks the `people` section and the order in which an incident is called out. */
export const checkPeople = (check: Check): void => {
  const people = listed(check.file.people);
  for (const person of people) checkAddress(check, person);
  checkUnitsOfPeople(check, people);
  checkOnePersonPerAddress(check, people);
  checkRepeatedPostings(check, people);
  checkIncidentOrder(check);
};

const checkAddress = (check: Check, { at, item }: At): void => {
  const isUnsure = check.isCut(['people', at, 'email']) || check.isCut(['people', at, 'slack']);
  if (item.email !== undefined || item.slack !== undefined || isUnsure) return;
  check.report(
    ['people', at],
    { code: 'no_address', expected: 'email_or_slack' },
    { found: item.name ?? '' },
  );
};

const checkUnitsOfPeople = (check: Check, people: At[]): void => {
  const nearTo = knownUnits(check.file);
  const ids = new Set(nearTo.map(({ value }) => value));
  for (const { at, item } of people) {
    if (item.unit !== undefined && !ids.has(item.unit)) {
      check.report(['people', at, 'unit'], { code: 'unknown_unit', expected: 'unit' }, { nearTo });
    }
    const isWithout = item.unit === undefined && !check.isCut(['people', at, 'unit']);
    if (item.role && ROLES_OF_A_UNIT.has(item.role) && isWithout) {
      check.report(
        ['people', at, 'role'],
        { code: 'unit_needed', expected: item.role },
        { found: item.name ?? '' },
      );
    }
  }
};

const checkOnePersonPerAddress = (check: Check, people: At[]): void => {
  const firstByAddress = new Map<string, At>();
  const seen = (key: 'email' | 'slack', person: At): void => {
    const address = person.item[key];
    if (address === undefined) return;
    const first = firstByAddress.get(address.toLowerCase());
    if (first) compareNames(check, key, first, person);
    else firstByAddress.set(address.toLowerCase(), person);
  };
  for (const person of people) {
    seen('email', person);
    seen('slack', person);
  }
};

const compareNames = (check: Check, key: 'email' | 'slack', first: At, { at, item }: At): void => {
  const { name, slack } = first.item;
  const firstLine = check.lineOf(['people', first.at, key]);
  if (name !== undefined && item.name !== undefined && nameKey(name) !== nameKey(item.name)) {
    check.report(['people', at, key], { code: 'two_names', expected: name, firstLine });
  }
  if (key === 'email' && slack !== undefined && item.slack !== undefined && slack !== item.slack) {
    check.report(['people', at, 'slack'], { code: 'two_slack_ids', expected: slack, firstLine });
  }
};

const checkRepeatedPostings = (check: Check, people: At[]): void => {
  const entries = people.map(({ at, item }) => ({
    path: ['people', at],
    key: postingKey(item),
    found: item.name ?? '',
  }));
  checkRepeats(check, entries);
};

const postingKey = (person: PartlyPerson): string | undefined => {
  const address = person.email?.toLowerCase() ?? person.slack;
  if (address === undefined || person.role === undefined) return undefined;
  return `${address} ${person.role} ${person.unit ?? ''}`;
};

const checkIncidentOrder = (check: Check): void => {
  const roles = listed(check.file.incident_order);
  checkRepeats(
    check,
    roles.map(({ at, item }) => ({ path: ['incident_order', at], key: item })),
  );
};

/** Says which units have nobody who could be reminded or could report; the file is taken all the same. */
export const warnOfUnitsWithoutLiaison = (check: Check): void => {
  const served = new Set(
    listed(check.file.people)
      .filter(({ item }) => item.role === 'liaison' || item.role === 'deputy')
      .map(({ item }) => item.unit),
  );
  for (const { at, item } of listed(check.file.units)) {
    if (item.kind === 'office' || item.id === undefined || served.has(item.id)) continue;
    check.warn(
      ['units', at, 'id'],
      { code: 'unit_without_liaison', expected: 'liaison' },
      { found: item.name ?? item.id },
    );
  }
};
