// Planning: what has become due by campaign time is turned into rows, and nothing is sent here. Safe to run at any time,
// by several processes at once and again after a crash: keys are unique, and a row that somebody else moved meanwhile is
// left for the next tick.
//
//   first plan      the moment is kept; what was due before it is waived as 启用前
//   new definition  open rows take their new deadlines, marks are set back so that new duties open
//   marks           periods open
//   rows            steps become intents, bulletins are drafted

import { readCalendar, readPresence, readReminded } from '../db/reads.ts';
import type { Store } from '../db/store.ts';
import type { HolidayTable } from '../domain/calendar.ts';
import { type Change, ensure, move } from '../domain/change.ts';
import { as, type Instant } from '../domain/ids.ts';
import { findDuty, type PlanView } from '../domain/plan.ts';
import { planOpenings } from '../domain/plan-openings.ts';
import { isRevisable, planRevision } from '../domain/plan-revision.ts';
import { planSteps } from '../domain/plan-steps.ts';
import type { CampaignRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import { othersFirst } from './others-first.ts';

export type TickDeps = { store: Store; now: () => Instant; holidays: HolidayTable };

const NEVER = as<Instant>(0);
/** Rows planned in one commit; a stale row costs the others nothing but another try. */
const ROWS_A_COMMIT = 100;

/** Plans every campaign up to now. */
export async function tick(deps: TickDeps): Promise<void> {
  for (const row of await deps.store.list('campaign')) await planCampaign(deps, row);
}

async function viewOf({ store, holidays }: TickDeps, row: CampaignRow, now: Instant): Promise<PlanView> {
  const campaign = row.definition;
  const [calendar, presence] = await Promise.all([
    readCalendar(store, campaign, holidays),
    readPresence(store, campaign, dateOf(now, campaign.zone)),
  ]);
  return { row, campaign, calendar, presence, now };
}

async function planCampaign(deps: TickDeps, stored: CampaignRow): Promise<void> {
  const now = deps.now();
  const row = stored.plannedNo === stored.definitionNo ? stored : await planDefinition(deps, stored, now);
  if (!row) return;
  const marks = await deps.store.list('dutyMark', { where: { campaign: row.id, nextOpenAt: { lte: now } } });
  if (marks.length > 0) {
    const view = await viewOf(deps, row, now);
    for (const mark of marks) {
      const duty = findDuty(row.definition, mark.duty);
      await deps.store.commit(
        duty ? planOpenings(view, duty, mark) : [move('dutyMark', mark, { nextOpenAt: null })],
      );
    }
  }
  await planRows(deps, row, now);
}

async function planRows(deps: TickDeps, row: CampaignRow, now: Instant): Promise<void> {
  const rows = await deps.store.list('obligation', { where: { campaign: row.id, nextStepAt: { lte: now } } });
  if (rows.length === 0) return;
  const view = await viewOf(deps, row, now);
  await commitEach(
    deps.store,
    rows.map((each) => () => planSteps(view, each)),
  );
}

/** Commits many rows' plans in few transactions; where one is stale, each goes by itself. */
async function commitEach(store: Store, plans: readonly (() => Change[])[]): Promise<void> {
  for (let at = 0; at < plans.length; at += ROWS_A_COMMIT) {
    const some = plans.slice(at, at + ROWS_A_COMMIT);
    const result = await store.commit(some.flatMap((plan) => plan()));
    if (result.kind !== 'committed') for (const plan of some) await store.commit(plan());
    await othersFirst();
  }
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
  const rows = await deps.store.list('obligation', {
    where: { campaign: row.id, state: { in: ['open', 'returned', 'waived'] } },
  });
  const open = rows.filter(isRevisable);
  if (open.length === 0) return;
  const view = await viewOf(deps, row, now);
  const told = await readReminded(deps.store, open);
  await commitEach(
    deps.store,
    open.map((each) => () => planRevision(view, each, told.get(each.id) ?? [])),
  );
}
