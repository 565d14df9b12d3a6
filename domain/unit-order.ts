// The order of units is the campaign's. Lists name hundreds of units, so each is looked up once for a row and not with each
// comparison; where it stands is kept with the list that says so.

import type { Campaign } from './campaign.ts';
import type { UnitId } from './ids.ts';

type OfUnit = { unit: UnitId };

const known = new WeakMap<Campaign['units'], ReadonlyMap<UnitId, number>>();

function placesOf(units: Campaign['units']): ReadonlyMap<UnitId, number> {
  const kept = known.get(units);
  if (kept) return kept;
  const places = new Map(units.map(({ id }, index) => [id, index]));
  known.set(units, places);
  return places;
}

/** Rows by a number (a deadline, say), those with the same one in the campaign's unit order. */
export function inOrder<T extends OfUnit>(
  { units }: Pick<Campaign, 'units'>,
  rows: readonly T[],
  numberOf: (row: T) => number,
): T[] {
  const places = placesOf(units);
  return rows
    .map((row) => ({ row, by: numberOf(row), place: places.get(row.unit) ?? 0 }))
    .sort((a, b) => a.by - b.by || a.place - b.place)
    .map(({ row }) => row);
}

/** Rows in the campaign's unit order. */
export const inUnitOrder = <T extends OfUnit>(campaign: Pick<Campaign, 'units'>, rows: readonly T[]): T[] =>
  inOrder(campaign, rows, () => 0);
