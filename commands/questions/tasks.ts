// One supervised task by its number, or a list of them: what 督办 says, narrowed to the days, the year or the phase that the
// question names. Of closed ones the day they were closed counts, of the others their deadline.

import type { ActionInput } from '../../domain/actions.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TaskFacts } from '../../domain/task/facts.ts';
import { dateOf } from '../../domain/zone.ts';
import type { Reading } from '../ask/reading.ts';
import { call } from '../calling.ts';
import type { Context } from '../command.ts';
import { type Answerer, momentOf } from './answerer.ts';
import { chooseUnit } from './clarify.ts';
import { daysNamed } from './span.ts';

const isYear = (period: string | undefined): period is string => /^\d{4}$/.test(period ?? '');

/** Shows the task with its timeline; without a number the list. */
export const answerTask: Answerer = async (context, reading, text) => {
  if (reading.task === undefined) return answerTasks(context, reading, text);
  const year = isYear(reading.period) ? { period: reading.period } : {};
  return call(context, 'task', { verb: 'show', no: reading.task, ...year });
};

/** What a list is asked for, as its own buttons ask for it, and the days of which tasks that ended are wanted. */
function filterOf(context: Context, reading: Reading): ActionInput {
  const { units, area, state, intent, period } = reading;
  const { from, to } = (phaseNamed(context, reading) ? null : daysNamed(context, reading)) ?? {};
  const light =
    ['red', 'yellow', 'green'].find((each) => each === state) ?? (state === 'overdue' ? 'red' : undefined);
  const values: Record<string, string> = {
    ...(light && { light }),
    ...(state && !light && { state }),
    ...(intent === 'mine' && { mine: 'yes' }),
  };
  return {
    verb: 'list',
    ...(units?.length && { unit: units[0]! }),
    ...(area && { area }),
    ...(isYear(period) && { period }),
    ...(from && { from }),
    ...(to && { to }),
    ...(Object.keys(values).length > 0 && { values }),
  };
}

/** The name of the phase that was named; a task of a phase carries it. */
const phaseNamed = ({ actor }: Context, { phase, period }: Reading): string | null =>
  actor.campaign.definition.phases.find(({ id }) => id === phase || period === `phase:${id}`)?.name ?? null;

function isMeant(context: Context, reading: Reading): (task: TaskFacts) => boolean {
  const { zone } = momentOf(context);
  const phase = phaseNamed(context, reading);
  const days = phase ? null : daysNamed(context, reading);
  const { from = '', to = '9999' } = days ?? {};
  return (task) => {
    const day = task.closedAt === null ? task.dueOn : dateOf(task.closedAt, zone);
    if (isYear(reading.period) && task.year !== Number(reading.period)) return false;
    return (phase === null || task.phase === phase) && from <= day && day <= to;
  };
}

/** Lists tasks. */
export const answerTasks: Answerer = async (context, reading): Promise<Outcome> => {
  if ((reading.units?.length ?? 0) > 1) return chooseUnit(context, reading);
  const outcome = await call(context, 'task', filterOf(context, reading));
  if (outcome.kind !== 'tasks') return outcome;
  return { ...outcome, tasks: outcome.tasks.filter(isMeant(context, reading)) };
};
