// Tasks on Home and among one's duties: those of one's own units with what is next to do, and the board of all of them.

import type { Button, KnownBlock } from '@slack/types';
import type { UnitFacts } from '../../domain/facts.ts';
import type { CampaignId } from '../../domain/ids.ts';
import type { HomeFacts } from '../../domain/outcome.ts';
import type { TaskCounts, TaskFacts, TaskVerb } from '../../domain/task/facts.ts';
import { actions, button, header, section, small } from '../blocks.ts';
import { bold, safe } from '../escape.ts';
import type { Voice } from './phrases.ts';
import { countsLine, taskRow, taskRows } from './task-answer.ts';
import { allTasksButton, newTaskButton, taskButton } from './task-phrases.ts';

const OWN_SHOWN = 8;
const BOARD_SHOWN = 8;
const DISPATCHERS = new Set<string>(['leader', 'deputy_leader', 'office_director', 'office_staff']);

/**
 * What is next for a unit's own people; who helps does not sign, and whose step of a chain is over or waits only looks.
 * A press is checked anew in any case.
 */
function nextVerb(
  { state, lead, helpers }: TaskFacts,
  units: readonly Pick<UnitFacts, 'id'>[],
): TaskVerb | null {
  const isOwn = ({ id }: UnitFacts) => units.some((unit) => unit.id === id);
  if (state === 'dispatched') return isOwn(lead) ? 'sign' : null;
  return state === 'in_progress' && [lead, ...helpers].some(isOwn) ? 'feed_back' : null;
}

function ownBlocks(voice: Voice, task: TaskFacts, units: readonly Pick<UnitFacts, 'id'>[]): KnownBlock[] {
  const next = nextVerb(task, units);
  const show = taskButton(voice, task, 'show');
  if (next === null) return [section(taskRow(voice, task), show)];
  return [section(taskRow(voice, task)), ...actions([taskButton(voice, task, next, true), show])];
}

/** The open tasks of one's own units; nothing where there are none. */
export function ownTaskBlocks(
  voice: Voice,
  tasks: readonly TaskFacts[],
  units: readonly Pick<UnitFacts, 'id'>[],
): KnownBlock[] {
  if (tasks.length === 0) return [];
  const { t } = voice;
  const hidden = tasks.length - OWN_SHOWN;
  return [
    section(bold(t.tasks.home(tasks.length))),
    ...tasks.slice(0, OWN_SHOWN).flatMap((task) => ownBlocks(voice, task, units)),
    ...(hidden > 0 ? [small(t.words.moreItems(hidden)), ...actions([mineButton(voice, tasks[0]!)])] : []),
  ];
}

const listButton = (campaign: CampaignId, values: Record<string, string>, label: string): Button =>
  button('task', { campaign, verb: 'list', values }, label);

const mineButton = ({ t }: Voice, { campaign }: TaskFacts): Button =>
  listButton(campaign, { mine: 'yes' }, t.words.labelled(t.tasks.list, t.tasks.filter.mine));

/** The lists that somebody who oversees all tasks wants next; none that would be empty. */
function listButtons(
  { t }: Voice,
  campaign: CampaignId,
  { red, inReview, extensions }: TaskCounts,
): Button[] {
  const { light, state, filter, counted } = t.tasks;
  const wanted: { count: number; values: Record<string, string>; label: string }[] = [
    { count: red, values: { light: 'red' }, label: light.red },
    { count: inReview, values: { state: 'in_review' }, label: state.in_review },
    { count: extensions, values: { state: 'extension' }, label: filter.extension },
  ];
  return wanted
    .filter(({ count }) => count > 0)
    .map(({ count, values, label }) => listButton(campaign, values, counted(label, count)));
}

/** All open tasks in numbers, and those that are red, yellow or wait for the office. */
export function taskBoardBlocks(voice: Voice, facts: HomeFacts): KnownBlock[] {
  const { taskBoard, roles, campaign } = facts;
  if (taskBoard === null) return [];
  const { t } = voice;
  const { counts, tasks } = taskBoard;
  const mayDispatch = roles.some(({ role }) => DISPATCHERS.has(role));
  const numbers = counts.open === 0 ? t.tasks.nothingOpen : countsLine(voice, counts);
  return [
    header(t.tasks.board),
    section(safe(numbers)),
    ...taskRows(voice, tasks, BOARD_SHOWN),
    ...actions([
      ...(mayDispatch ? [newTaskButton(voice, facts)] : []),
      ...listButtons(voice, campaign, counts),
      allTasksButton(t, facts),
    ]),
  ];
}
