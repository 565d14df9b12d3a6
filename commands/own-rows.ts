// Which rows of the ledger are mine: those of the units I belong to; for the office's people those of the office itself.

import type { Campaign, Unit } from '../domain/campaign.ts';
import type { Instant, UnitId } from '../domain/ids.ts';
import { deadlineNow } from '../domain/obligation.ts';
import { belongsTo, isOffice, unitsOf } from '../domain/permission.ts';
import type { ObligationRow } from '../domain/things.ts';
import type { Context } from './command.ts';
import { correctableOf, owedByUnits } from './ledger.ts';

const LATELY_MS = 14 * 86_400_000;

/** The unit that is the campaign's office; a campaign file has exactly one. */
export const officeUnit = (campaign: Campaign): Unit | undefined =>
  campaign.units.find(({ kind }) => kind === 'office');

/** The units whose duties are mine: those I belong to, and the office's for its people. */
export function ownUnits({ actor }: Context): UnitId[] {
  const office = isOffice(actor.postings) ? officeUnit(actor.campaign.definition) : undefined;
  return [...new Set([...unitsOf(actor.postings), ...(office ? [office.id] : [])])];
}

/** How somebody may file for a unit: as its own, on its behalf (代报, the office), or not at all. */
export function filesAs({ actor }: Context, unit: UnitId): 'own' | 'on_behalf' | null {
  if (belongsTo(actor.postings, unit)) return 'own';
  if (!isOffice(actor.postings)) return null;
  return officeUnit(actor.campaign.definition)?.id === unit ? 'own' : 'on_behalf';
}

/** Whether a report that lies with the office may still be corrected by the unit. */
export const isCorrectable = (row: ObligationRow, now: Instant): boolean =>
  row.state === 'submitted' && now < row.closesAt;

const wasFiledLately = (row: ObligationRow, now: Instant): boolean =>
  now - (row.refiledAt ?? row.firstFiledAt ?? 0) <= LATELY_MS;

/** What my units owe, soonest first, and what they filed in the last two weeks and can still correct. */
export async function readOwn(context: Context): Promise<{ owed: ObligationRow[]; filed: ObligationRow[] }> {
  const units = ownUnits(context);
  const [owed, filed] = await Promise.all([owedByUnits(context, units), correctableOf(context, units)]);
  return {
    owed: owed.sort((a, b) => deadlineNow(a) - deadlineNow(b)),
    filed: filed.filter((row) => wasFiledLately(row, context.at)),
  };
}
