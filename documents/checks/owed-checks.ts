// Whether a duty can ever be owed (FORMAT): some period's unshifted deadline lies within the campaign's and the duty's
// from…to, and a unit it names exists on that day. Reckoned per unit without listing periods, so a long campaign with
// thousands of units costs no more than a short one. Concludes nothing where a part of the question is misshapen.

import type { Rhythm } from '../../domain/campaign.ts';
import { WEEKDAYS } from '../../domain/campaign.ts';
import type { NeverOwedReason } from '../../domain/file-problem.ts';
import { as, type CivilDate } from '../../domain/ids.ts';
import { addDays, weekdayOf } from '../../domain/zone.ts';
import { findRhythm } from '../notation.ts';
import { type Check, listed, type PartlyWritten } from './check.ts';
import type { PartlyDuty } from './duty-checks.ts';
import { phaseSpans } from './plan-checks.ts';
import { OWED_BY_WORDS } from './unit-checks.ts';

type PartlyUnit = NonNullable<NonNullable<PartlyWritten['units']>[number]>;
type Span = { from?: string; to?: string };

/** Units by what `owed_by` may call them; absent where some unit is too misshapen to say whom a duty names. */
type Owers = ReadonlyMap<string, readonly PartlyUnit[]>;

const findOwers = (file: PartlyWritten): Owers | undefined => {
  const owers = new Map<string, PartlyUnit[]>(OWED_BY_WORDS.map((word) => [word, []]));
  for (const unit of file.units ?? []) {
    if (unit?.id === undefined || unit.kind === undefined) return undefined;
    owers.get(unit.kind)!.push(unit);
    owers.set(unit.id, [unit]);
  }
  // That there is no office is said once, not again for each of its duties.
  if (owers.get('office')?.length === 0) owers.delete('office');
  const leads = new Set(listed(file.areas).flatMap(({ item }) => item.leads ?? []));
  owers.set(
    'leads',
    [...leads].flatMap((id) => (id === undefined ? [] : (owers.get(id) ?? []))),
  );
  return owers;
};

/** Reports every duty that nobody can ever owe, with the reason. */
export const checkAreEverOwed = (check: Check): void => {
  const owers = findOwers(check.file);
  const { from, to } = check.file.campaign ?? {};
  if (!owers || from === undefined || to === undefined || from > to) return;
  for (const { at, item } of listed(check.file.duties)) checkIsEverOwed(check, at, item, owers, { from, to });
};

const checkIsEverOwed = (check: Check, at: number, duty: PartlyDuty, owers: Owers, campaign: Span): void => {
  const rhythm = soundRhythm(check, at, duty);
  const units = soundOwers(check, at, duty, owers);
  if (!rhythm || !units || isSpanUnsure(check, at, duty)) return;
  const next = wantedFrom(check, duty, rhythm);
  const reason = next && reasonNeverOwed([campaign, duty], units, next, rhythm);
  if (!reason) return;
  const found = duty.name ?? duty.id ?? '';
  check.report(placeOfReason(at, reason, duty), { code: 'duty_never_owed', expected: reason }, { found });
};

const placeOfReason = (at: number, reason: NeverOwedReason, duty: PartlyDuty): (string | number)[] => {
  const isAboutUnits = reason === 'no_unit' || reason === 'no_unit_then';
  if (isAboutUnits) return duty.owed_by === undefined ? ['duties', at] : ['duties', at, 'owed_by'];
  return ['duties', at, duty.once === undefined ? 'every' : 'once'];
};

const isSpanUnsure = (check: Check, at: number, duty: PartlyDuty): boolean => {
  const isCut = (['from', 'to'] as const).some((key) => check.isCut(['duties', at, key]));
  return isCut || (duty.from !== undefined && duty.to !== undefined && duty.from > duty.to);
};

const soundRhythm = (check: Check, at: number, duty: PartlyDuty): Rhythm | undefined => {
  const isUnsure = ['every', 'once', 'due'].some((key) => check.isCut(['duties', at, key]));
  return isUnsure ? undefined : findRhythm(duty, as('00:00'));
};

/** The units a duty names; absent where a name is not sound, so that nothing can be said. */
const soundOwers = (check: Check, at: number, duty: PartlyDuty, owers: Owers): PartlyUnit[] | undefined => {
  const named = namedBy(check, at, duty)?.map((word) => (word === undefined ? undefined : owers.get(word)));
  return named?.every((units) => units !== undefined) ? named.flat() : undefined;
};

const namedBy = (check: Check, at: number, duty: PartlyDuty): (string | undefined)[] | undefined => {
  if (duty.owed_by !== undefined) return duty.owed_by;
  if (check.isCut(['duties', at, 'owed_by']) || check.isCut(['duties', at, 'kind'])) return undefined;
  return duty.kind === undefined || duty.kind === 'report' ? undefined : ['office'];
};

/** The first day on or after `from` on which a duty is wanted; absent when there is none. */
type NextWanted = (from: CivilDate) => CivilDate | undefined;

const wantedFrom = (check: Check, duty: PartlyDuty, rhythm: Rhythm): NextWanted | undefined => {
  switch (rhythm.every) {
    case 'once':
      return (from) => (from <= rhythm.date ? rhythm.date : undefined);
    case 'week':
      return (from) => addDays(from, (WEEKDAYS.indexOf(rhythm.weekday) + 8 - weekdayOf(from)) % 7);
    case 'month':
      return (from) => dayOfMonthFrom(from, rhythm.day);
    case 'phase':
      return phaseEndFrom(check, duty);
  }
};

const dayOfMonthFrom = (from: CivilDate, day: number): CivilDate => {
  const first = as<CivilDate>(`${from.slice(0, 7)}-01`);
  const inMonth = dayOfMonth(first, day);
  return inMonth >= from ? inMonth : dayOfMonth(firstOfNextMonth(first), day);
};
const firstOfNextMonth = (first: CivilDate): CivilDate =>
  as<CivilDate>(`${addDays(first, 31).slice(0, 7)}-01`);
const dayOfMonth = (first: CivilDate, day: number): CivilDate => {
  const last = addDays(firstOfNextMonth(first), -1);
  const wanted = addDays(first, day - 1);
  return [wanted, last].sort()[0]!;
};

const phaseEndFrom = (check: Check, duty: PartlyDuty): NextWanted | undefined => {
  const all = phaseSpans(check.file);
  const spans = duty.phase === undefined ? all : all.filter(({ id }) => id === duty.phase);
  const isUnknown = duty.phase !== undefined && spans.length === 0;
  if (isUnknown || check.isCut(['phases']) || spans.some(({ to }) => to === undefined)) return undefined;
  const ends = spans.map(({ to }) => as<CivilDate>(to!)).sort();
  return (from) => ends.find((end) => end >= from);
};

const reasonNeverOwed = (
  spans: Span[],
  owers: PartlyUnit[],
  next: NextWanted,
  rhythm: Rhythm,
): NeverOwedReason | undefined => {
  if (!isEverWanted(spans, next)) return rhythm.every === 'phase' ? 'no_phase' : 'no_date';
  if (owers.length === 0) return 'no_unit';
  return owers.some((unit) => isEverWanted([...spans, unit], next)) ? undefined : 'no_unit_then';
};

const isEverWanted = (spans: Span[], next: NextWanted): boolean => {
  const from = spans
    .flatMap((span) => span.from ?? [])
    .sort()
    .at(-1)!;
  const to = spans.flatMap((span) => span.to ?? []).sort()[0]!;
  const wanted = next(as<CivilDate>(from));
  return wanted !== undefined && wanted <= to;
};
