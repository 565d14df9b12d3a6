// 督办 列表: the tasks somebody may see, by unit, area, light, state or 我的. The numbers above are those of the unit and area
// asked for, whatever light or state is picked out of them.

import { readOpenTasks } from '../../db/reads.ts';
import type { ActionInput } from '../../domain/actions.ts';
import type { PageFacts } from '../../domain/ask/facts.ts';
import { as, type CivilDate, type CivilTime, type Instant, type UnitId } from '../../domain/ids.ts';
import { unitFacts } from '../../domain/obligation-facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { maySee } from '../../domain/sight.ts';
import { peopleInTasks, taskCounts, taskFacts } from '../../domain/task/describe.ts';
import type { TaskFacts, TaskFilter } from '../../domain/task/facts.ts';
import { isOpenTask } from '../../domain/task/task.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import { mayDispatch } from '../../domain/task/verbs.ts';
import { addDays, instantOf } from '../../domain/zone.ts';
import type { Context } from '../command.ts';
import { sceneOf } from '../ledger.ts';
import { ownUnits } from '../own-rows.ts';
import { byUrgency, concernsUnits } from './own-tasks.ts';

/** Tasks that ended grow with the years: so many of the newest are looked through. */
const MOST_ENDED = 500;
const MIDNIGHT = as<CivilTime>('00:00');
const LIGHTS: readonly string[] = ['red', 'yellow', 'green'];
const STATES: readonly string[] = [
  'dispatched',
  'in_progress',
  'in_review',
  'closed',
  'withdrawn',
  'open',
  'extension',
  'all',
];

/** What was asked for; who sees all tasks is shown all without asking for more, the others their own. */
function filterOf(context: Context, { unit, area, values = {} }: ActionInput): TaskFilter {
  const { definition } = context.actor.campaign;
  const { light = '', state = '', mine } = values;
  const named = definition.areas.find(({ id }) => id === area);
  const isAsked = unit !== undefined || named !== undefined;
  return {
    ...(unit && { unit: unitFacts(definition, as<UnitId>(unit)) }),
    ...(named && { area: named.name }),
    ...(LIGHTS.includes(light) && { light: light as TaskFilter['light'] & string }),
    ...(STATES.includes(state) && { state: state as TaskFilter['state'] & string }),
    ...((mine === 'yes' || (!isAsked && !maySee(context.actor.postings, { kind: 'overview' }))) && {
      mine: true,
    }),
  };
}

/** Somebody without a unit has given tasks rather than got them. */
function isMine(context: Context, row: TaskRow): boolean {
  const units = ownUnits(context);
  return units.length > 0 ? concernsUnits(row, units) : row.createdBy === context.actor.person.id;
}

function isInScope(context: Context, { unit, mine }: TaskFilter, area: string | undefined, row: TaskRow) {
  return (
    maySee(context.actor.postings, { kind: 'task', task: row }) &&
    (!unit || concernsUnits(row, [unit.id])) &&
    (!area || row.area === area) &&
    (!mine || isMine(context, row))
  );
}

function isPicked({ light, state = 'open' }: TaskFilter, task: TaskFacts, isOpen: boolean): boolean {
  if (light && task.light !== light) return false;
  if (state === 'all') return true;
  if (state === 'open') return isOpen;
  return state === 'extension' ? task.extension !== null : task.state === state;
}

/** The newest of the tasks that ended, where such were asked for; on the days or of the year that were named. */
async function readEnded({ store, actor, at }: Context, { state }: TaskFilter, input: ActionInput) {
  const { id, zone } = actor.campaign.definition;
  const year = /^\d{4}$/.test(input.period ?? '') ? { year: Number(input.period) } : {};
  const closedAt = {
    lt: input.to ? instantOf(addDays(as<CivilDate>(input.to), 1), MIDNIGHT, zone) : as<Instant>(at + 1),
    ...(input.from && { gte: instantOf(as<CivilDate>(input.from), MIDNIGHT, zone) }),
  };
  const newest = { desc: true, limit: MOST_ENDED };
  const found = await Promise.all([
    state === 'closed' || state === 'all'
      ? store.list('task', { where: { campaign: id, ...year, closedAt }, orderBy: 'closedAt', ...newest })
      : [],
    state === 'withdrawn' || state === 'all'
      ? store.list('task', {
          where: { campaign: id, ...year, state: 'withdrawn' },
          orderBy: 'createdAt',
          ...newest,
        })
      : [],
  ]);
  return { ended: found.flat(), isCut: found.some(({ length }) => length === MOST_ENDED) };
}

/** The same list again, from another row on. */
const pageOf = ({ actor }: Context, { unit, area, values, no = 0 }: ActionInput): PageFacts => ({
  from: no,
  action: 'task',
  again: {
    campaign: actor.campaign.id,
    verb: 'list',
    ...(unit && { unit }),
    ...(area && { area }),
    ...(values && { values }),
  },
});

/** Shows the list that was asked for. */
export async function list(context: Context, input: ActionInput): Promise<Outcome> {
  const { store, actor, at } = context;
  const filter = filterOf(context, input);
  const area = filter.area === undefined ? undefined : input.area;
  const [open, { ended, isCut }] = await Promise.all([
    readOpenTasks(store, actor.campaign),
    readEnded(context, filter, input),
  ]);
  const rows = [...open, ...ended].filter((row) => isInScope(context, filter, area, row));
  const scene = await sceneOf(context, peopleInTasks(rows));
  const picked = rows
    .map((row) => ({ task: taskFacts(scene, row), isOpen: isOpenTask(row) }))
    .filter(({ task, isOpen }) => isPicked(filter, task, isOpen))
    .map(({ task }) => task);
  return {
    kind: 'tasks',
    page: pageOf(context, input),
    campaign: actor.campaign.id,
    now: at,
    zone: actor.campaign.definition.zone,
    filter,
    tasks: byUrgency(picked),
    ...(isCut && { newestEnded: MOST_ENDED }),
    counts: taskCounts(scene, rows.filter(isOpenTask)),
    mayDispatch: mayDispatch(actor.postings),
  };
}
