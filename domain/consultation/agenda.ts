// The agenda: its parts by their keys, in which order they stand, and what each says. Until it is issued the parts are
// drafted by rule or as the office ordered them; issuing fixes the keys. Contents are always those of the moment.

import { type CountedRow, figureTotals } from '../bulletin.ts';
import type { Duty } from '../campaign.ts';
import { countsOf, isMissing } from '../obligation.ts';
import { dutyFacts, periodFacts, type Scene, unitFacts } from '../obligation-facts.ts';
import { taskLine } from '../task/describe.ts';
import { isOpenTask, isOverdueTask } from '../task/task.ts';
import type { TaskRow } from '../task/things.ts';
import type { AgendaItem, TopicFacts } from './facts.ts';
import type { AgendaKey, ConsultationRow, TopicRow } from './things.ts';

/** The report that the bulletin collects, in its latest period that was due, and the period before. */
export type Collected = {
  duty: Duty;
  current: readonly CountedRow[];
  before: readonly CountedRow[];
};

/** What the parts of an agenda are made from. */
export type AgendaSources = {
  row: ConsultationRow;
  topics: readonly TopicRow[];
  /** Open tasks, and those of this consultation's own decisions. */
  tasks: readonly TaskRow[];
  collected: Collected | null;
};

export const topicKey = ({ id }: Pick<TopicRow, 'id'>): AgendaKey => `topic:${id}`;
export const lineKey = (text: string): AgendaKey => `line:${text}`;
const LINE = 'line:';
/** The text of a line of the office's own; null for any other part. */
export const lineIn = (key: AgendaKey): string | null =>
  key.startsWith(LINE) ? key.slice(LINE.length) : null;

/** The parts as they are drafted: follow-up first, the bulletin's numbers, overdue tasks, missing reports, then topics. */
export function draftedAgenda({
  topics,
  collected,
}: Pick<AgendaSources, 'topics' | 'collected'>): AgendaKey[] {
  const proposed = topics.filter(({ state }) => state === 'proposed').map(topicKey);
  return [
    'follow_up',
    ...(collected ? (['numbers'] as const) : []),
    'overdue',
    ...(collected ? (['missing'] as const) : []),
    ...proposed,
  ];
}

/** The parts as they stand: as issued or ordered by the office, else as drafted. */
export const agendaKeys = (sources: AgendaSources): AgendaKey[] =>
  sources.row.agenda ?? draftedAgenda(sources);

/** All parts that the office may put on the agenda: those that stand, in their order, then what was left out. */
export function agendaCandidates(sources: AgendaSources): AgendaKey[] {
  return [...new Set([...agendaKeys(sources), ...draftedAgenda(sources)])];
}

const newestFirst = (a: TaskRow, b: TaskRow): number => b.year - a.year || b.no - a.no;

/** The tasks of earlier decisions that are not closed, newest first. */
const followedUp = ({ row, tasks }: AgendaSources): TaskRow[] =>
  tasks
    .filter(({ source }) => source.kind === 'decision' && source.consultation !== row.id)
    .filter((task) => isOpenTask(task) && task.createdAt < row.startsAt)
    .sort(newestFirst);

/** Overdue tasks; those of earlier decisions stand in the follow-up and are not named twice. */
const overdueBeside = ({ now }: Scene, sources: AgendaSources): TaskRow[] => {
  const followed = new Set(followedUp(sources));
  return sources.tasks
    .filter((task) => isOpenTask(task) && isOverdueTask(task, now) && !followed.has(task))
    .sort(newestFirst);
};

function ofReports(scene: Scene, key: 'numbers' | 'missing', collected: Collected): AgendaItem | null {
  const { duty, current, before } = collected;
  const [first] = current;
  if (!first) return null;
  const of = { duty: dutyFacts(duty), period: periodFacts(scene.campaign, duty, first) };
  if (key === 'numbers') {
    const counts = countsOf(current, scene.now);
    return { key, kind: key, ...of, counts, figures: figureTotals(scene.campaign, current, before) };
  }
  const missing = current.filter((row) => isMissing(row, scene.now));
  return { key, kind: key, ...of, units: missing.map(({ unit }) => unitFacts(scene.campaign, unit)) };
}

function itemOf(
  scene: Scene,
  sources: AgendaSources,
  topics: readonly TopicFacts[],
  key: AgendaKey,
): AgendaItem | null {
  const lines = (tasks: TaskRow[]) => tasks.map((task) => taskLine(scene, task));
  switch (key) {
    case 'follow_up':
      return { key, kind: key, tasks: lines(followedUp(sources)) };
    case 'overdue':
      return { key, kind: key, tasks: lines(overdueBeside(scene, sources)) };
    case 'numbers':
    case 'missing':
      return sources.collected && ofReports(scene, key, sources.collected);
    default: {
      const text = lineIn(key);
      if (text !== null) return { key, kind: 'line', text };
      const topic = topics.find((each) => topicKey(each) === key);
      return topic && topic.declined === null ? { key, kind: 'topic', topic } : null;
    }
  }
}

/** The parts with these keys and what they say now; one that no longer stands for anything is left out. */
export const agendaItems = (
  scene: Scene,
  sources: AgendaSources,
  topics: readonly TopicFacts[],
  keys: readonly AgendaKey[],
): AgendaItem[] => keys.map((key) => itemOf(scene, sources, topics, key)).filter((item) => item !== null);
