// Planning: what has become due by campaign time is turned into rows, and nothing is sent here. Safe to run at any time,
// by several processes at once and again after a crash: keys are unique, and a row that somebody else moved meanwhile is
// left for the next tick.
//
//   first plan      the moment is kept; what was due before it is waived as 启用前
//   new definition  open rows take their new deadlines, marks are set back so that new duties open
//   marks           periods open
//   rows            steps become intents, bulletins are drafted, people are called (plan-rows.ts)

import { readReminded, readShown } from '../db/reads.ts';
import type { Store } from '../db/store.ts';
import { type Change, ensure, move } from '../domain/change.ts';
import { planConsultationRevision } from '../domain/consultation/plan.ts';
import type { ConsultationRow } from '../domain/consultation/things.ts';
import { as, type Instant } from '../domain/ids.ts';
import { findDuty, type PlanView } from '../domain/plan.ts';
import { planOpenings } from '../domain/plan-openings.ts';
import { isRevisable, planRevision } from '../domain/plan-revision.ts';
import { planTaskRevision } from '../domain/task/revision.ts';
import type { CampaignRow } from '../domain/things.ts';
import { commitEach, type PlanDeps, planDueRows, type RowPlan, readView } from './plan-rows.ts';

export type TickDeps = PlanDeps;

const NEVER = as<Instant>(0);

/** Plans every campaign up to now. */
export async function tick(deps: TickDeps): Promise<void> {
  for (const row of await deps.store.list('campaign')) await planCampaign(deps, row);
}

async function planCampaign(deps: TickDeps, stored: CampaignRow): Promise<void> {
  const now = deps.now();
  const row = stored.plannedNo === stored.definitionNo ? stored : await planDefinition(deps, stored, now);
  if (!row) return;
  const marks = await deps.store.list('dutyMark', { where: { campaign: row.id, nextOpenAt: { lte: now } } });
  if (marks.length > 0) {
    const view = await readView(deps, row, now);
    for (const mark of marks) {
      const duty = findDuty(row.definition, mark.duty);
      await deps.store.commit(
        duty ? planOpenings(view, duty, mark) : [move('dutyMark', mark, { nextOpenAt: null })],
      );
    }
  }
  await planDueRows(deps, row, now);
}

/** Follows a new definition; answers the campaign row as it stands then, or null if somebody else is at it. */
async function planDefinition(
  deps: TickDeps,
  stored: CampaignRow,
  now: Instant,
): Promise<CampaignRow | null> {
  const plannedFrom = stored.plannedFrom ?? now;
  const known = knownSince(stored, stored.plannedFrom === null ? plannedFrom : now);
  const row = { ...stored, plannedFrom, knownSince: known };
  await reviseRows(deps, row, now);
  const marks = await setMarksBack(deps.store, row);
  const columns = { plannedFrom, plannedNo: stored.definitionNo, knownSince: known };
  const result = await deps.store.commit([...marks, move('campaign', stored, columns)]);
  return result.kind === 'committed' ? { ...row, ...columns, version: stored.version + 1 } : null;
}

/** What the definition holds and was not known before is known from `since` on. */
function knownSince(
  { definition, knownSince: before }: CampaignRow,
  since: Instant,
): CampaignRow['knownSince'] {
  const keys = [
    ...definition.duties.map(({ id }) => `duty:${id}`),
    ...definition.units.map(({ id }) => `unit:${id}`),
  ];
  return { ...Object.fromEntries(keys.map((key) => [key, since])), ...before };
}

async function setMarksBack(store: Store, { id, definition }: CampaignRow): Promise<Change[]> {
  const marks = await store.list('dutyMark', { where: { campaign: id } });
  const missing = definition.duties.filter((duty) => !marks.some((mark) => mark.duty === duty.id));
  return [
    ...marks.map((mark) => move('dutyMark', mark, { openedThrough: NEVER, nextOpenAt: NEVER })),
    ...missing.map((duty) =>
      ensure('dutyMark', {
        id: `${id}/${duty.id}`,
        campaign: id,
        duty: duty.id,
        openedThrough: NEVER,
        nextOpenAt: NEVER,
      }),
    ),
  ];
}

async function reviseRows(deps: TickDeps, row: CampaignRow, now: Instant): Promise<void> {
  const { store } = deps;
  const rows = await store.list('obligation', {
    where: { campaign: row.id, state: { in: ['open', 'returned', 'waived'] } },
  });
  const open = rows.filter(isRevisable);
  const told = await readReminded(store, open);
  const tasks = await store.list('task', {
    where: { campaign: row.id, state: { in: ['dispatched', 'in_progress', 'in_review'] } },
  });
  const consultations = await store.list('consultation', { where: { campaign: row.id } });
  const plans: RowPlan[] = [
    ...open.map((each) => (view: PlanView) => planRevision(view, each, told.get(each.id) ?? [])),
    ...tasks.map((each) => (view: PlanView) => planTaskRevision(view, each)),
    ...(await Promise.all(consultations.map((each) => consultationPlan(store, each)))),
  ];
  if (plans.length > 0) await commitEach(store, await readView(deps, row, now), plans);
}

async function consultationPlan(store: Store, row: ConsultationRow): Promise<RowPlan> {
  const intents = await store.list('intent', { where: { about: row.id } });
  const shown = await readShown(store, row.id);
  return (view) => planConsultationRevision(view, row, intents, shown);
}
