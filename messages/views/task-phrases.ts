// What every screen says of a task in the same words: its number, its light, how it stands, what may be done with it.
// A task is said as seen at its own moment, so a card that is made again later says what is true then.

import type { Button } from '@slack/types';
import type { TaskFacts, TaskLine, TaskVerb } from '../../domain/task/facts.ts';
import { button } from '../blocks.ts';
import { clean, truncate } from '../escape.ts';
import type { Sign } from './card.ts';
import { type Voice, voiceOf } from './phrases.ts';

const TITLE_LENGTH = 60;
const REASON_LENGTH = 120;

/** A typed text on one line, cut to what is read at a glance. */
export const briefly = (text: string, most: number): string =>
  truncate(clean(text).replace(/\s+/g, ' ').trim(), most);

/** 督办〔2016〕12号 */
export const numberOf = ({ t }: Voice, { year, no }: Pick<TaskLine, 'year' | 'no'>): string =>
  t.tasks.number(year, no);

/** 督办〔2016〕12号 整改虚假广告 */
export const namedOf = (voice: Voice, task: Pick<TaskLine, 'year' | 'no' | 'title'>): string =>
  voice.t.tasks.named(numberOf(voice, task), briefly(task.title, TITLE_LENGTH));

/** In a sentence: 督办〔2016〕12号“整改虚假广告” */
export const citedOf = (voice: Voice, task: Pick<TaskLine, 'year' | 'no' | 'title'>): string =>
  voice.t.tasks.cited(numberOf(voice, task), briefly(task.title, TITLE_LENGTH));

/** The voice as of the task's own moment. */
export const taskVoice = (voice: Voice, task: TaskFacts): Voice => voiceOf(voice.language, task);

export const isOpen = ({ state }: Pick<TaskFacts, 'state'>): boolean =>
  state !== 'closed' && state !== 'withdrawn';

/** The light with its word; the sign alone says nothing. Closed ones are done, withdrawn ones have no sign. */
export function lightOf(voice: Voice, task: TaskFacts): { sign: Sign; word: string } {
  const { t, d } = taskVoice(voice, task);
  if (task.state === 'closed') return { sign: '✅', word: t.tasks.state.closed };
  if (task.state === 'withdrawn' || task.light === null) return { sign: '', word: t.tasks.state[task.state] };
  if (task.light === 'red') return { sign: '🔴', word: d.overdue(task.dueAt) };
  const word = t.tasks.lightLeft(d.left(task.dueAt))[task.light];
  return { sign: task.light === 'yellow' ? '🟡' : '🟢', word };
}

export const withSign = (sign: Sign, word: string): string => (sign === '' ? word : `${sign} ${word}`);

function openState(voice: Voice, task: TaskFacts): string[] {
  const { t, d } = voice;
  if (task.state === 'dispatched') {
    const isLate = task.signBy < task.now;
    return [isLate ? t.tasks.signLate(d.until(task.signBy)) : t.tasks.toSign(d.soon(task.signBy))];
  }
  if (task.state === 'in_review') return [t.tasks.inReview(task.percent)];
  return [
    t.tasks.underWay(task.percent),
    ...(task.returned === null ? [] : [t.tasks.sentBack(briefly(task.returned, REASON_LENGTH))]),
    ...(task.feedbackOn === null ? [] : [t.tasks.feedbackOn(d.date(task.feedbackOn))]),
  ];
}

/** 待签收，请于 … 前签收 · 办理中，进度 60% · 待办公室审核 · 已办结 */
export function standsOf(voice: Voice, task: TaskFacts): string {
  const own = taskVoice(voice, task);
  const { t, d } = own;
  if (task.state === 'withdrawn') return t.tasks.state.withdrawn;
  if (task.state === 'closed')
    return task.closedAt === null ? t.tasks.state.closed : t.tasks.closedAt(d.at(task.closedAt));
  const asked = task.extension === null ? [] : [t.tasks.askedUntil(d.date(task.extension.until))];
  return [...openState(own, task), ...asked].join(' · ');
}

/** The state in one word, with the progress where it tells something: 办理中 60%. */
export function stateWord({ t }: Voice, { state, percent, extension }: TaskFacts): string {
  const word =
    state === 'in_progress' && percent > 0 ? `${t.tasks.state[state]} ${percent}%` : t.tasks.state[state];
  return extension === null ? word : t.words.clauses([word, t.tasks.filter.extension]);
}

/** 市工商局 · 期限 8月19日 周五 17:30 · 🟡 临期，还差 1 天 */
export function dueLine(voice: Voice, task: TaskFacts): string {
  const { t, d } = taskVoice(voice, task);
  const { sign, word } = lightOf(voice, task);
  return [task.lead.name, t.tasks.due(d.due(task)), withSign(sign, word)].join(' · ');
}

/** In the order in which they are wanted; what is decided about a task stands before what ends or moves it. */
const ORDER: readonly TaskVerb[] = [
  'sign',
  'decide_extension',
  'close',
  'step_done',
  'feed_back',
  'submit',
  'return',
  'extend',
  'reassign',
  'reopen',
  'withdraw',
];
/** What most people want to do next; of these the first that may be done is set off. */
const PRIMARY = new Set<TaskVerb>(['sign', 'decide_extension', 'close', 'step_done', 'feed_back']);

export const taskButton = (
  { t }: Voice,
  task: Pick<TaskLine, 'id'>,
  verb: TaskVerb,
  isPrimary = false,
): Button => button('task', { verb, task: task.id }, t.tasks.verbs[verb], isPrimary ? 'primary' : undefined);

/** What may be done, at most `most` buttons; where some are left out, 查看 leads to all of them. */
export function taskButtons(
  voice: Voice,
  task: Pick<TaskLine, 'id'>,
  may: readonly TaskVerb[],
  most: number,
): Button[] {
  const verbs = ORDER.filter((verb) => may.includes(verb));
  const show = may.includes('show') ? [taskButton(voice, task, 'show')] : [];
  return [
    ...verbs
      .slice(0, most - show.length)
      .map((verb, i) => taskButton(voice, task, verb, i === 0 && PRIMARY.has(verb))),
    ...show,
  ];
}

export const newTaskButton = ({ t }: Voice): Button =>
  button('task', { verb: 'new' }, t.tasks.verbs.new, 'primary');
export const allTasksButton = (t: Voice['t']): Button => button('task', { verb: 'list' }, t.tasks.verbs.list);

/** One of several tasks that may have been meant. */
export const taskChoice = (voice: Voice, task: TaskFacts, verb: TaskVerb): Button =>
  button('task', { verb, task: task.id }, namedOf(voice, task));
