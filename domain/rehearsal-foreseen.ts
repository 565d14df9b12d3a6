// What tasks, consultations and incidents will tell in the days to come if nobody does anything. The plan itself is asked:
// each row is planned again and again, at each moment at which it wants to be looked at, on a copy that nobody keeps.

import type { Change } from './change.ts';
import { planConsultation, planConsultationRevision } from './consultation/plan.ts';
import type { ConsultationRow } from './consultation/things.ts';
import { as, type Instant } from './ids.ts';
import { planIncident } from './incident/plan.ts';
import type { IncidentRow } from './incident/things.ts';
import type { PlanView } from './plan.ts';
import { planTask } from './task/plan.ts';
import { planTaskRevision } from './task/revision.ts';
import type { TaskRow } from './task/things.ts';
import type { IntentRow, Thing } from './things.ts';
import { dateOf } from './zone.ts';

/** The rows that the plan may still look at; whether it does, their `nextStepAt` says. */
export type LivingRows = {
  tasks: readonly TaskRow[];
  consultations: readonly ConsultationRow[];
  incidents: readonly IncidentRow[];
};

/** No row has more to say than this in the days of a rehearsal. */
const MOST_LOOKS = 1000;

type Planned = 'task' | 'consultation' | 'incident';
type Row<K extends Planned> = Thing<K>;

const intentsIn = (changes: readonly Change[]): IntentRow[] =>
  changes.flatMap((change) =>
    change.mode === 'ensure' && change.thing === 'intent' ? [{ ...change.row, version: 1 }] : [],
  );

/** The row as these changes leave it; null where they leave it alone. */
function movedBy<K extends Planned>(thing: K, row: Row<K>, changes: readonly Change[]): Row<K> | null {
  const own = changes.find((change) => change.mode === 'move' && change.thing === thing);
  return own?.mode === 'move' ? { ...row, ...(own.to as Partial<Row<K>>), version: row.version + 1 } : null;
}

const viewAt = (view: PlanView, now: Instant): PlanView => ({
  ...view,
  now,
  presence: view.presence.on(dateOf(now, view.campaign.zone)),
});

function foreseeRow<K extends Planned>(
  thing: K,
  plan: (view: PlanView, row: Row<K>) => Change[],
  view: PlanView,
  row: Row<K>,
  to: Instant,
): IntentRow[] {
  const intents: IntentRow[] = [];
  let next: Row<K> | null = row;
  for (let looks = 0; looks < MOST_LOOKS && next && next.nextStepAt !== null; looks++) {
    const at: Instant = as<Instant>(Math.max(next.nextStepAt, view.now));
    if (at > to) break;
    const changes = plan(viewAt(view, at), next);
    intents.push(...intentsIn(changes).filter(({ state }) => state === 'pending'));
    next = movedBy(thing, next, changes);
  }
  return intents;
}

/** Everything that the plan will want told of these rows until `to`. */
export const foresee = (view: PlanView, rows: LivingRows, to: Instant): IntentRow[] => [
  ...rows.tasks.flatMap((row) => foreseeRow('task', planTask, view, row, to)),
  ...rows.consultations.flatMap((row) => foreseeRow('consultation', planConsultation, view, row, to)),
  ...rows.incidents.flatMap((row) => foreseeRow('incident', planIncident, view, row, to)),
];

/** The rows as a new definition leaves them, and what is told of that; `told` are the intents about each consultation. */
export function revised(
  view: PlanView,
  rows: LivingRows,
  told: ReadonlyMap<string, readonly IntentRow[]>,
): { rows: LivingRows; intents: IntentRow[] } {
  const intents: IntentRow[] = [];
  const consultations = rows.consultations.map((row) => {
    const changes = planConsultationRevision(view, row, told.get(row.id) ?? []);
    intents.push(...intentsIn(changes));
    return movedBy('consultation', row, changes) ?? row;
  });
  const tasks = rows.tasks.map((row) => movedBy('task', row, planTaskRevision(view, row)) ?? row);
  return { rows: { ...rows, tasks, consultations }, intents };
}
