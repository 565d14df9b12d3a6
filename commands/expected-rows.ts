// Rows that the plan has yet to open: what a unit will owe is known before, reckoned from the duty as the plan will, and not kept.

import type { Duty } from '../domain/campaign.ts';
import { obligationId, type UnitId } from '../domain/ids.ts';
import { type Deadline, owingUnits } from '../domain/periods.ts';
import type { PlanView } from '../domain/plan.ts';
import { newRow, waiverOf } from '../domain/plan-openings.ts';
import type { ObligationRow } from '../domain/things.ts';
import type { Context } from './command.ts';
import { presenceNow } from './ledger.ts';

/** The campaign as the plan sees it now. */
export async function planView(context: Context): Promise<PlanView> {
  const { actor, at } = context;
  const { campaign: row, calendar } = actor;
  return { row, campaign: row.definition, calendar, presence: await presenceNow(context), now: at };
}

/**
 * The rows of one deadline as the plan will open them, of the units that are asked about; but for the unit they are alike, so
 * one is reckoned for all.
 */
export function rowsOpened(
  view: PlanView,
  duty: Duty,
  deadline: Deadline,
  isAsked: (unit: UnitId) => boolean,
): ObligationRow[] {
  const owing = owingUnits(view.campaign, duty, deadline.wantedOn).filter(
    (unit) => isAsked(unit) && waiverOf(view, duty, unit, deadline) === null,
  );
  const [first] = owing;
  if (first === undefined) return [];
  const row = newRow(view, duty, first, deadline);
  const idOf = (unit: UnitId) => obligationId(view.campaign.id, duty.id, unit, deadline.period);
  return owing.map((unit) => ({ ...row, id: idOf(unit), unit, version: 0 }));
}
