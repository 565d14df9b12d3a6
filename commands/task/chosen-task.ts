// Which task somebody means: the one a button points at, the one of a number (of the newest year in which they see one),
// or the only one that fits. A task that is not theirs to see is named as another unit's, with nothing of what is in it.

import { readOpenTasks } from '../../db/reads.ts';
import type { ActionInput } from '../../domain/actions.ts';
import { unitFacts } from '../../domain/obligation-facts.ts';
import type { Refusal } from '../../domain/outcome.ts';
import { maySee } from '../../domain/sight.ts';
import { peopleInTasks, taskFacts } from '../../domain/task/describe.ts';
import type { TaskVerb } from '../../domain/task/facts.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import { allowsVerb, mayActOnTask } from '../../domain/task/verbs.ts';
import { readYear } from '../civil-days.ts';
import type { Context } from '../command.ts';
import { officeContact, sceneOf } from '../ledger.ts';
import { byUrgency } from './own-tasks.ts';

const MOST_CHOICES = 10;
/** Of the tasks that ended the latest are meant where no number is said. */
const MOST_ENDED = 100;

type Chosen = { row: TaskRow } | { refusal: Refusal };

const tasksOf = ({ store, actor }: Context, where: { no: number; year?: number }): Promise<TaskRow[]> =>
  store.list('task', { where: { campaign: actor.campaign.id, ...where }, orderBy: 'year', desc: true });

/** "This is another unit's task", for a verb that the actor may not use on it, or one that they may not see. */
export const notYours = (context: Context, verb: TaskVerb, { lead }: TaskRow): Refusal => ({
  kind: 'not_your_task',
  verb,
  lead: unitFacts(context.actor.campaign.definition, lead),
  contact: officeContact(context),
});

async function pointedAt({ store, actor }: Context, id: string): Promise<Chosen> {
  const row = await store.find('task', id);
  return row?.campaign === actor.campaign.id ? { row } : { refusal: { kind: 'gone', id } };
}

async function numbered(context: Context, verb: TaskVerb, no: number, year?: string): Promise<Chosen> {
  const rows = await tasksOf(context, { no, ...(year && { year: readYear(year) }) });
  const [newest] = rows;
  if (!newest) return { refusal: { kind: 'no_such_task', typed: year ? `${year}/${no}` : String(no) } };
  const seen = rows.find((row) => maySee(context.actor.postings, { kind: 'task', task: row }));
  return seen ? { row: seen } : { refusal: notYours(context, verb, newest) };
}

/** Decisions of the office name their task where words alone carry them out; the unit's own verbs may leave it out. */
const OFFICE_VERBS: readonly TaskVerb[] = [
  'decide_extension',
  'close',
  'return',
  'withdraw',
  'reopen',
  'reassign',
];

/** Whether it is the office that decides with this verb. */
export const isOfficeVerb = (verb: TaskVerb): boolean => OFFICE_VERBS.includes(verb);

/** Whether the verb can be used on it as things stand, by this person. */
function fits({ actor, at }: Context, verb: TaskVerb, row: TaskRow): boolean {
  if (verb === 'show') return maySee(actor.postings, { kind: 'task', task: row });
  return mayActOnTask(actor.postings, verb, row) && allowsVerb(row, verb, at);
}

/** Those that are open, and of those that ended the latest, where the verb is for them too. */
async function tasksFor({ store, actor }: Context, verb: TaskVerb): Promise<TaskRow[]> {
  const open = await readOpenTasks(store, actor.campaign);
  if (verb !== 'show' && verb !== 'reopen') return open;
  const ended = await store.list('task', {
    where: { campaign: actor.campaign.id, state: { in: ['closed', 'withdrawn'] } },
    orderBy: 'createdAt',
    desc: true,
    limit: MOST_ENDED,
  });
  return [...open, ...ended];
}

async function onlyOne(context: Context, verb: TaskVerb, asksFirst: boolean): Promise<Chosen> {
  const rows = (await tasksFor(context, verb)).filter((row) => fits(context, verb, row));
  const [only] = rows;
  if (only && rows.length === 1 && (asksFirst || !isOfficeVerb(verb))) return { row: only };
  const scene = await sceneOf(context, peopleInTasks(rows));
  const choices = byUrgency(rows.map((row) => taskFacts(scene, row)));
  return { refusal: { kind: 'which_task', verb, choices: choices.slice(0, MOST_CHOICES) } };
}

/** The task that is meant by a button or by words; or why there is none. */
export async function chooseTask(context: Context, verb: TaskVerb, input: ActionInput): Promise<Chosen> {
  if (input.task) return pointedAt(context, input.task);
  if (input.no !== undefined) return numbered(context, verb, input.no, input.period);
  return onlyOne(context, verb, input.values === undefined && verb !== 'sign');
}
