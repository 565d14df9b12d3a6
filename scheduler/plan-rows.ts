// Everything that the plan looks at row by row: what has reached its `nextStepAt` is planned and committed, many rows in few
// transactions. Which rule plans which thing stands here and nowhere else.

import { readCalendar, readPresence, readShown } from '../db/reads.ts';
import type { Store } from '../db/store.ts';
import type { HolidayTable } from '../domain/calendar.ts';
import type { Change } from '../domain/change.ts';
import { planConsultation } from '../domain/consultation/plan.ts';
import type { Instant } from '../domain/ids.ts';
import { planIncident } from '../domain/incident/plan.ts';
import type { IncidentRow } from '../domain/incident/things.ts';
import type { PlanView } from '../domain/plan.ts';
import { planSteps } from '../domain/plan-steps.ts';
import { retold } from '../domain/retelling.ts';
import { planTask } from '../domain/task/plan.ts';
import type { CampaignRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import { othersFirst } from './others-first.ts';

export type PlanDeps = { store: Store; now: () => Instant; holidays: HolidayTable };
export type RowPlan = (view: PlanView) => Change[];

/** Rows planned in one commit; a stale row costs the others nothing but another try. */
const ROWS_A_COMMIT = 100;

/** What planning a campaign stands on at this moment, read. */
export async function readView(
  { store, holidays }: Pick<PlanDeps, 'store' | 'holidays'>,
  row: CampaignRow,
  now: Instant,
): Promise<PlanView> {
  const campaign = row.definition;
  const [calendar, presence] = await Promise.all([
    readCalendar(store, campaign, holidays),
    readPresence(store, campaign, dateOf(now, campaign.zone)),
  ]);
  return { row, campaign, calendar, presence, now };
}

/** Plans every row of a campaign whose time to be looked at has come; incidents first, for they cannot wait. */
export async function planDueRows(deps: PlanDeps, row: CampaignRow, now: Instant): Promise<void> {
  const { store } = deps;
  const where = { campaign: row.id, nextStepAt: { lte: now } };
  const incidents = await store.list('incident', { where });
  const obligations = await store.list('obligation', { where });
  const tasks = await store.list('task', { where });
  const consultations = await store.list('consultation', { where });
  const plans: RowPlan[] = [
    ...(await Promise.all(incidents.map((each) => incidentPlan(store, each)))),
    ...obligations.map((each) => (view: PlanView) => planSteps(view, each)),
    ...tasks.map((each) => (view: PlanView) => planTask(view, each)),
    ...consultations.map((each) => (view: PlanView) => planConsultation(view, each)),
  ];
  if (plans.length > 0) await commitEach(store, await readView(deps, row, now), plans);
}

/** Whoever was told of it sees on the card who is called now, and when the next will be. */
async function incidentPlan(store: Store, row: IncidentRow): Promise<RowPlan> {
  const shown = await readShown(store, row.id);
  const next = { id: row.id, version: row.version + 1 };
  return (view) => {
    const changes = planIncident(view, row);
    return changes.length === 0 ? [] : [...changes, ...retold(shown, next, view.now)];
  };
}

/** Commits many rows' plans in few transactions; where one is stale, each goes by itself. */
export async function commitEach(store: Store, view: PlanView, plans: readonly RowPlan[]): Promise<void> {
  for (let at = 0; at < plans.length; at += ROWS_A_COMMIT) {
    const some = plans.slice(at, at + ROWS_A_COMMIT);
    const result = await store.commit(some.flatMap((plan) => plan(view)));
    if (result.kind !== 'committed') for (const plan of some) await store.commit(plan(view));
    await othersFirst();
  }
}
