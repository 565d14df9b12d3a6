// 决定: the decisions of approved meetings, newest first, with how their tasks stand. Meetings add up over the years: the newest
// are looked through, or those of the days that are named; the answer says since when.

import type { ActionInput } from '../../domain/actions.ts';
import type { ConsultationRow, Decision } from '../../domain/consultation/things.ts';
import { as, type CivilDate, type CivilTime, type Instant } from '../../domain/ids.ts';
import { unitFacts } from '../../domain/obligation-facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { taskLine } from '../../domain/task/describe.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import { addDays, dateOf, instantOf } from '../../domain/zone.ts';
import type { Context } from '../command.ts';
import { sceneOf } from '../ledger.ts';

/** Two years of monthly meetings. */
const MOST_MEETINGS = 24;

const numberOf = ({ year, no }: ConsultationRow): number => (year ?? 0) * 1_000_000 + (no ?? 0);

async function tasksOf({ store }: Context, decisions: readonly Decision[]): Promise<Map<string, TaskRow>> {
  const ids = decisions.flatMap(({ task }) => (task === null ? [] : [task]));
  const rows = ids.length === 0 ? [] : await store.list('task', { where: { id: { in: ids } } });
  return new Map(rows.map((row) => [row.id, row]));
}

const MIDNIGHT = as<CivilTime>('00:00');

/** The approved meetings of these days that are looked through, and whether there are earlier ones. */
async function meetingsHeld({ store, actor }: Context, { from, to }: ActionInput) {
  const { id: campaign, zone } = actor.campaign.definition;
  const startOf = (date: CivilDate) => instantOf(date, MIDNIGHT, zone);
  const startsAt = {
    gte: from ? startOf(as<CivilDate>(from)) : as<Instant>(0),
    lt: to ? startOf(addDays(as<CivilDate>(to), 1)) : as<Instant>(Number.MAX_SAFE_INTEGER),
  };
  const newest = await store.list('consultation', {
    where: { campaign, state: 'approved', startsAt },
    orderBy: 'startsAt',
    desc: true,
    limit: MOST_MEETINGS + 1,
  });
  const held = newest.slice(0, MOST_MEETINGS);
  const since = newest.length > held.length ? dateOf(held.at(-1)!.startsAt, zone) : null;
  return { held: held.sort((a, b) => numberOf(b) - numberOf(a)), since };
}

/**
 * Lists the decisions, of the days from `from` to `to` where those are named. Published minutes are open to everybody on the
 * roster, and so is what became of them in one line.
 */
export async function listDecisions(context: Context, input: ActionInput = {}): Promise<Outcome> {
  const { actor, at } = context;
  const campaign = actor.campaign.definition;
  const { held, since } = await meetingsHeld(context, input);
  const tasks = await tasksOf(
    context,
    held.flatMap(({ minutes }) => minutes?.decisions ?? []),
  );
  const scene = await sceneOf(context, []);
  const rows = held.flatMap((row) =>
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
  return { kind: 'decisions', rows, since, now: at, zone: campaign.zone };
}
