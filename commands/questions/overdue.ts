// Everything that is overdue, reports and tasks alike, or the tasks that show one light; reports have none, they are owed or
// overdue. Unit people hear of their own units, unless they ask about others: how reports stand is open to all, tasks are not.

import { readOpenTasks } from '../../db/reads.ts';
import type { UnitId } from '../../domain/ids.ts';
import { standingOf } from '../../domain/obligation.ts';
import { DESCRIBED, type DescribedRow } from '../../domain/obligation-facts.ts';
import { isOffice } from '../../domain/permission.ts';
import { maySee } from '../../domain/sight.ts';
import { peopleInTasks, taskFacts } from '../../domain/task/describe.ts';
import type { TaskFacts } from '../../domain/task/facts.ts';
import type { ObligationRow } from '../../domain/things.ts';

import type { Context } from '../command.ts';
import { describeRows, sceneOf } from '../ledger.ts';
import { byUrgency, concernsUnits } from '../task/own-tasks.ts';
import { type Answerer, momentOf } from './answerer.ts';
import { byDeadline } from './span.ts';
import { scopeOf, type Whose, whoseOrOwn } from './whose.ts';

/** The open tasks that the asker may see, of these units, or of an area that was named without units; most urgent first. */
export async function openTasks(
  context: Context,
  { units, named }: Whose,
  area?: string,
): Promise<TaskFacts[]> {
  const { store, actor } = context;
  const all = await readOpenTasks(store, actor.campaign);
  const isAsked = area !== undefined && !named;
  const rows = all.filter(
    (row) =>
      maySee(actor.postings, { kind: 'task', task: row }) &&
      (isAsked ? row.area === area : units === null || concernsUnits(row, units)),
  );
  const scene = await sceneOf(context, peopleInTasks(rows));
  return byUrgency(rows.map((row) => taskFacts(scene, row)));
}

/** The rows that are still owed by these units and that are meant: what was never filed stays owed for years. */
export async function owedRows(
  { store, actor }: Context,
  units: readonly UnitId[] | null,
  duty: string | undefined,
  isMeant: (row: DescribedRow) => boolean,
): Promise<DescribedRow[]> {
  if (units?.length === 0) return [];
  const owed = await store.pick('obligation', DESCRIBED, {
    where: {
      campaign: actor.campaign.id,
      state: { in: ['open', 'returned'] },
      ...(units && { unit: { in: units } }),
      ...(duty && { duty: duty as ObligationRow['duty'] }),
    },
  });
  return owed.filter(isMeant);
}

const LIGHTS = ['red', 'yellow', 'green'] as const;
type Light = (typeof LIGHTS)[number];

async function overdueRows(
  context: Context,
  units: Whose['units'],
  duty: string | undefined,
  light: Light | null,
) {
  if (light !== null && light !== 'red') return [];
  const rows = await owedRows(context, units, duty, (row) =>
    ['overdue', 'missed'].includes(standingOf(row, context.at)),
  );
  return byDeadline(context.actor.campaign.definition, rows);
}

/** Lists what is overdue, or what shows the light that was named. */
export const answerOverdue: Answerer = async (context, reading) => {
  const light = LIGHTS.find((each) => each === reading.state) ?? null;
  const whose = whoseOrOwn(context, reading);
  const rows = await overdueRows(context, whose.units, reading.duty, light);
  // A duty that was named leaves the tasks aside.
  const tasks = reading.duty ? [] : await openTasks(context, whose, reading.area);
  return {
    kind: 'overdue',
    ...momentOf(context),
    light,
    mayChase: isOffice(context.actor.postings),
    own: whose.own,
    ...scopeOf(whose),
    rows: await describeRows(context, rows),
    tasks: tasks.filter((task) => task.light === (light ?? 'red')),
  };
};
