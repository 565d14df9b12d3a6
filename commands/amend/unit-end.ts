// What is open with a unit that a change ends, and what becomes of it, as it stands at this moment. Nothing of it is written here:
//
//   tasks that it leads      stay with it; from the working day after, the office is told each day until another unit has them
//                            (domain/task/plan.ts)
//   tasks it helps with      go on with the unit that leads; a later step of its own comes up as a task that it leads
//   reports due by then      are owed as before
//   reports due after it     are waived when the plan is revised (domain/plan-revision.ts)
//   areas that it leads      have no other lead unless the campaign file names one

import { readOpenTasks } from '../../db/reads.ts';
import type { Patch } from '../../domain/amendment.ts';
import type { TaskNamed, UnitEndFacts } from '../../domain/amendment-facts.ts';
import type { Unit } from '../../domain/campaign.ts';
import { supplementsFrom } from '../../domain/obligation.ts';
import { dutyFacts, dutyOf, periodFacts, unitFacts } from '../../domain/obligation-facts.ts';
import { unitsConcerned } from '../../domain/task/chain.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import type { AmendmentRow, ObligationRow } from '../../domain/things.ts';
import type { Context } from '../command.ts';
import { owedByUnits } from '../ledger.ts';

const NAMED = 5;

type Ended = Unit & Required<Pick<Unit, 'to'>>;

/** The unit that a patch gives an end, or an earlier one. */
function endedBy({ part, before, after }: Patch): Ended[] {
  if (part !== 'units' || before === null || after === null) return [];
  const [old, fresh] = [before as Unit, after as Unit];
  const isEnded = fresh.to !== undefined && (old.to === undefined || fresh.to < old.to);
  return isEnded ? [fresh as Ended] : [];
}

const named = ({ year, no, title }: TaskRow): TaskNamed => ({ year, no, title });

function owedFacts({ actor, at }: Context, unit: Ended, owed: readonly ObligationRow[]) {
  const { definition } = actor.campaign;
  const isWaived = (row: ObligationRow) => row.wantedOn > unit.to && at < supplementsFrom(row);
  const staying = owed.filter((row) => !isWaived(row) && row.opensAt <= at);
  return {
    owed: staying.length,
    reports: staying.slice(0, NAMED).map((row) => {
      const duty = dutyOf(definition, row);
      return { duty: dutyFacts(duty), period: periodFacts(definition, duty, row) };
    }),
    waived: owed.filter(isWaived).length,
  };
}

/** What is open with the unit that a change ends, while it is proposed or made; null for every other change. */
export async function findUnitEnd(
  context: Context,
  { state, patches }: Pick<AmendmentRow, 'state' | 'patches'>,
): Promise<UnitEndFacts | null> {
  const [unit] = patches.flatMap(endedBy);
  if (!unit || (state !== 'proposed' && state !== 'made')) return null;
  const { store, actor } = context;
  const tasks = await readOpenTasks(store, actor.campaign);
  const { definition } = actor.campaign;
  return {
    unit: unitFacts(definition, unit.id),
    on: unit.to,
    leads: tasks.filter(({ lead }) => lead === unit.id).map(named),
    helps: tasks.filter((task) => task.lead !== unit.id && unitsConcerned(task).includes(unit.id)).map(named),
    ...owedFacts(context, unit, await owedByUnits(context, [unit.id])),
    areas: definition.areas.filter(({ leads }) => leads.includes(unit.id)).map(({ name }) => name),
  };
}
