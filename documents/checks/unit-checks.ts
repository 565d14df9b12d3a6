// Units: ids, one office, and the one space of names that ids, names and aliases share.
// Invariant: one pass with a map, never unit × unit; a file may have thousands.

import { UNIT_KINDS } from '../../domain/campaign.ts';
import { otherMeanings } from '../../domain/unit-names.ts';
import { type Known, nameKey } from '../nearest.ts';
import type { Path } from '../source-values.ts';
import { type Check, checkSpan, checkUniqueIds, idsIn, listed, type PartlyWritten } from './check.ts';

type PartlyUnit = NonNullable<NonNullable<PartlyWritten['units']>[number]>;

/** What `owed_by` may say beside unit ids. */
export const OWED_BY_WORDS: readonly string[] = [...UNIT_KINDS, 'leads'];

/** Every unit by every name it has, for suggestions. */
export const knownUnits = (file: PartlyWritten): Known[] =>
  listed(file.units).flatMap(({ item }) =>
    item.id === undefined ? [] : [{ value: item.id, name: item.name, words: namesOf(item) }],
  );

const namesOf = (unit: PartlyUnit): string[] =>
  [unit.id, unit.name, ...(unit.aliases ?? [])].filter((name) => name !== undefined);

/** Checks the `units` section. */
export const checkUnits = (check: Check): void => {
  checkUniqueIds(check, 'units', idsIn('units', check.file));
  checkNames(check);
  checkMeanings(check);
  checkOffice(check);
  for (const { at, item } of listed(check.file.units)) {
    checkSpan(check, 'unit', ['units', at], item);
    if (item.id !== undefined && OWED_BY_WORDS.includes(item.id)) {
      check.report(['units', at, 'id'], { code: 'reserved_id', expected: 'other' });
    }
  }
};

type NamedAt = { at: number; path: Path; name: string };

const namesAt = (at: number, unit: PartlyUnit): NamedAt[] => {
  const own = (['id', 'name'] as const).flatMap((key) => {
    const name = unit[key];
    return name === undefined ? [] : [{ at, path: ['units', at, key], name }];
  });
  const aliases = listed(unit.aliases).map(({ at: index, item }) => ({
    at,
    path: ['units', at, 'aliases', index],
    name: item,
  }));
  return [...own, ...aliases];
};

const checkNames = (check: Check): void => {
  const owners = new Map<string, NamedAt>();
  for (const { at, item } of listed(check.file.units)) {
    for (const named of namesAt(at, item)) {
      const owner = owners.get(nameKey(named.name));
      if (!owner) owners.set(nameKey(named.name), named);
      else if (owner.at !== at) reportShared(check, named, owner);
    }
  }
};

/** That no name or alias is read as something else; an id is nothing that people say. */
const checkMeanings = (check: Check): void => {
  const { duties = [], areas = [], phases = [], figures = [], units } = check.file;
  const meaningOf = otherMeanings({ duties, areas, phases, figures });
  for (const { at, item } of listed(units)) {
    for (const { path, name } of namesAt(at, item)) {
      const expected = path.at(-1) === 'id' ? null : meaningOf(name);
      if (expected) check.report(path, { code: 'says_else', expected });
    }
  }
};

const reportShared = (check: Check, named: NamedAt, owner: NamedAt): void => {
  // Two equal ids are reported as such.
  if (named.path.at(-1) === 'id' && owner.path.at(-1) === 'id') return;
  const unit = check.file.units?.[owner.at]?.id ?? owner.name;
  check.report(named.path, {
    code: 'shared_name',
    expected: 'unique',
    unit,
    firstLine: check.lineOf(owner.path),
  });
};

const checkOffice = (check: Check): void => {
  const units = listed(check.file.units);
  const [first, ...others] = units.filter(({ item }) => item.kind === 'office');
  if (first) {
    const firstLine = check.lineOf(['units', first.at, 'kind']);
    for (const { at } of others) {
      check.report(['units', at, 'kind'], { code: 'several_offices', expected: 'one', firstLine });
    }
    return;
  }
  // A kind that could not be read may have been meant as the office.
  const isAnyUnsure = (check.file.units ?? []).some((unit) => unit?.kind === undefined);
  if (units.length > 0 && !isAnyUnsure)
    check.report(['units'], { code: 'no_office', expected: 'office' }, { atKey: true });
};
