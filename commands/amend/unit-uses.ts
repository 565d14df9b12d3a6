// Whether anything has come of a unit that an undo would take away: people who stand for it, reports, tasks, incidents. Ended
// on the day before it keeps its name in all of them; one that began today would be gone from the definition altogether.

import type { Patch } from '../../domain/amendment.ts';
import type { Campaign, Unit } from '../../domain/campaign.ts';
import type { CivilDate } from '../../domain/ids.ts';
import { unitsConcerned } from '../../domain/task/chain.ts';
import type { Context } from '../command.ts';

const isTakenAway = ({ part, before, after }: Patch): boolean =>
  part === 'units' && before !== null && after === null;

/** Whether the ledger holds something of a unit that a person did or was asked to do. */
async function isInLedger({ store, actor }: Context, { id: unit }: Unit): Promise<boolean> {
  const campaign = actor.campaign.id;
  const rows = await store.list('obligation', { where: { campaign, unit } });
  if (rows.some(({ latestNo }) => latestNo > 0)) return true;
  if ((await store.list('incident', { where: { campaign, unit }, limit: 1 })).length > 0) return true;
  const tasks = await store.list('task', { where: { campaign } });
  return tasks.some((task) => unitsConcerned(task).includes(unit));
}

/** The first unit that patches take away though it is in use by `wanted`, the definition they come to, or by the ledger. */
export async function findUnitInUse(
  context: Context,
  patches: readonly Patch[],
  wanted: Campaign,
  today: CivilDate,
): Promise<Unit | null> {
  for (const patch of patches.filter(isTakenAway)) {
    const unit = patch.before as Unit;
    const hasPeople = wanted.people.some((posting) => posting.unit === unit.id);
    const beganToday = unit.from !== undefined && unit.from >= today;
    if (hasPeople || (beganToday && (await isInLedger(context, unit)))) return unit;
  }
  return null;
}
