// 决定: every decision of every approved meeting, newest first, with how its task stands.

import type { ConsultationRow, Decision } from '../../domain/consultation/things.ts';
import { unitFacts } from '../../domain/obligation-facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { taskLine } from '../../domain/task/describe.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import { dateOf } from '../../domain/zone.ts';
import type { Context } from '../command.ts';
import { sceneOf } from '../ledger.ts';

const numberOf = ({ year, no }: ConsultationRow): number => (year ?? 0) * 1_000_000 + (no ?? 0);

async function tasksOf({ store }: Context, decisions: readonly Decision[]): Promise<Map<string, TaskRow>> {
  const ids = decisions.flatMap(({ task }) => (task === null ? [] : [task]));
  const rows = ids.length === 0 ? [] : await store.list('task', { where: { id: { in: ids } } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Lists the decisions; published minutes are open to everybody on the roster, and so is what became of them in one line. */
export async function listDecisions(context: Context): Promise<Outcome> {
  const { store, actor, at } = context;
  const campaign = actor.campaign.definition;
  const held = await store.list('consultation', { where: { campaign: campaign.id, state: 'approved' } });
  const newest = held.sort((a, b) => numberOf(b) - numberOf(a));
  const tasks = await tasksOf(
    context,
    newest.flatMap(({ minutes }) => minutes?.decisions ?? []),
  );
  const scene = await sceneOf(context);
  const rows = newest.flatMap((row) =>
    (row.minutes?.decisions ?? []).map(({ what, unit, dueOn, task: id }) => {
      const task = id === null ? undefined : tasks.get(id);
      return {
        year: row.year ?? 0,
        no: row.no ?? 0,
        heldOn: dateOf(row.startsAt, campaign.zone),
        decision: {
          what,
          unit: unitFacts(campaign, unit),
          dueOn,
          task: task ? { year: task.year, no: task.no } : null,
        },
        task: task ? taskLine(scene, task) : null,
      };
    }),
  );
  return { kind: 'decisions', rows, now: at, zone: campaign.zone };
}
