// What every screen says of a task in the same words: its number, its light, how it stands, what may be done with it.
// A task is said as seen at its own moment, so a card that is made again later says what is true then.

import type { Button } from '@slack/types';
import type { ActionInput } from '../../domain/actions.ts';
import type { ObligationFacts } from '../../domain/facts.ts';
import type { Instant } from '../../domain/ids.ts';
import type { TaskFacts, TaskLine, TaskVerb } from '../../domain/task/facts.ts';
import { dateOf } from '../../domain/zone.ts';
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

function feedbackState({ t, d }: Voice, { feedbackOn, now, zone }: TaskFacts): string[] {
  if (feedbackOn === null) return [];
  const isLate = feedbackOn < dateOf(now, zone);
  return [isLate ? t.tasks.feedbackLate(d.date(feedbackOn)) : t.tasks.feedbackOn(d.date(feedbackOn))];
}

function openState(voice: Voice, task: TaskFacts): string[] {
  const { t, d } = voice;
  if (task.state === 'dispatched') {
    const isLate = task.signBy < task.now;
    const by = d.until(task.signBy);
    return [isLate ? t.tasks.signLate(by) : t.tasks.toSign(by)];
  }
  if (task.state === 'in_review') return [t.tasks.inReview(task.percent)];
  return [underWay(voice, task), ...feedbackState(voice, task)];
}

/** Whether its state names who signed for it: until it was sent back, an extension was asked for, or it is reviewed. */
export const namesSigner = (task: TaskFacts): task is TaskFacts & { signedBy: string; signedAt: Instant } =>
  task.state === 'in_progress' &&
  task.signedBy !== null &&
  task.signedAt !== null &&
  task.returned === null &&
  task.extension === null;

function underWay({ t, d }: Voice, task: TaskFacts): string {
  const { percent, returned } = task;
  return namesSigner(task)
    ? t.tasks.underWaySigned(percent, task.signedBy, d.at(task.signedAt))
    : t.tasks.underWay(percent, returned !== null);
}

/** 待签收，请于 … 前签收 · 办理中，进度 60% · 待办公室审核 · ✅ 已办结 */
export function standsOf(voice: Voice, task: TaskFacts): string {
  const own = taskVoice(voice, task);
  const { t, d } = own;
  if (task.state === 'withdrawn') return t.tasks.state.withdrawn;
  if (task.state === 'closed')
    return withSign(
      '✅',
      task.closedAt === null ? t.tasks.state.closed : t.tasks.closedAt(d.at(task.closedAt)),
    );
  const asked = task.extension === null ? [] : [t.tasks.askedUntil(d.date(task.extension.until))];
  return [...openState(own, task), ...asked].join(' · ');
}

/** Whether it is told anew on another day than it was told, so that 明天 and 还差 1 天 would be misread beside its date. */
export const isOfAnotherDay = ({ now, zone }: TaskFacts, toldAt: Instant | undefined): boolean =>
  toldAt !== undefined && dateOf(toldAt, zone) !== dateOf(now, zone);

/** 截至 8月9日 周二 10:02; null where it needs no saying: on the day it was told, and of what is over. */
function asOf(voice: Voice, task: TaskFacts, toldAt: Instant | undefined): string | null {
  if (!isOpen(task) || !isOfAnotherDay(task, toldAt)) return null;
  const { t, d } = taskVoice(voice, task);
  return t.words.asOf(d.at(task.now));
}

/**
 * 现状：…, and where it was sent back, why. `said`: a text that stands on the card already; `toldAt`: when a card that is
 * made again was told.
 */
export function nowLine(voice: Voice, task: TaskFacts, said = '', toldAt?: Instant): string {
  const { tasks } = voice.t;
  const stands = tasks.now(standsOf(voice, task), asOf(voice, task, toldAt));
  const reason = task.returned?.trim() ?? '';
  if (!isOpen(task) || reason === '' || reason === said.trim()) return stands;
  return `${stands} · ${tasks.because(briefly(reason, REASON_LENGTH))}`;
}

/** The state in one word, with the progress where it tells something: 办理中 60%. */
export function stateWord({ t }: Voice, { state, percent, extension, returned }: TaskFacts): string {
  const own = returned !== null && state === 'in_progress' ? t.tasks.underWay(0, true) : t.tasks.state[state];
  const word = state === 'in_progress' && percent > 0 ? `${own} ${percent}%` : own;
  return extension === null ? word : t.words.clauses([word, t.tasks.filter.extension]);
}

/** 市工商局 · 期限 8月19日 周五 17:30 · 🟡 临期，还差 1 天; without the light where the title says it, or where it is out. */
export function dueLine(voice: Voice, task: TaskFacts, isLightSaid = false): string {
  const { t, d } = taskVoice(voice, task);
  const { sign, word } = lightOf(voice, task);
  const isLit = isOpen(task) && !isLightSaid;
  return [task.lead.name, t.tasks.due(d.due(task)), ...(isLit ? [withSign(sign, word)] : [])].join(' · ');
}

/** In the order in which they are wanted; the last three only on the task itself, where it is seen as a whole. */
const ORDER: readonly TaskVerb[] = [
  'sign',
  'decide_extension',
  'close',
  'step_done',
  'feed_back',
  'submit',
  'return',
  'extend',
];
const ON_TASK: readonly TaskVerb[] = [...ORDER, 'reassign', 'reopen', 'withdraw'];
/** What most people want to do next; of these the first that may be done is set off. */
const PRIMARY: ReadonlySet<TaskVerb> = new Set([
  'sign',
  'decide_extension',
  'close',
  'step_done',
  'feed_back',
]);
const BUTTONS_SHOWN = 5;

export const taskButton = (
  { t }: Voice,
  task: Pick<TaskLine, 'id'>,
  verb: TaskVerb,
  isPrimary = false,
): Button => button('task', { verb, task: task.id }, t.tasks.verbs[verb], isPrimary ? 'primary' : undefined);

const buttonsOf = (voice: Voice, task: TaskFacts, verbs: readonly TaskVerb[]): Button[] =>
  verbs.map((verb, i) => taskButton(voice, task, verb, i === 0 && PRIMARY.has(verb)));

/** What may be done from a card: a few buttons, the last of which leads to all the others. */
export function cardButtons(voice: Voice, task: TaskFacts, may: readonly TaskVerb[]): Button[] {
  const show = may.filter((verb) => verb === 'show');
  const verbs = ORDER.filter((verb) => may.includes(verb)).slice(0, BUTTONS_SHOWN - show.length);
  return buttonsOf(voice, task, [...verbs, ...show]);
}

/** All that may be done with a task that is shown. */
export const allButtons = (voice: Voice, task: TaskFacts, may: readonly TaskVerb[]): Button[] =>
  buttonsOf(
    voice,
    task,
    ON_TASK.filter((verb) => may.includes(verb)),
  );

/** In a list there is room for one: what is wanted first, else to look at it. */
export function lineButtons(voice: Voice, task: TaskFacts, may: readonly TaskVerb[]): Button[] {
  const verb = ORDER.find((each) => PRIMARY.has(each) && may.includes(each));
  const only = verb ?? may.find((each) => each === 'show');
  return only === undefined ? [] : [taskButton(voice, task, only)];
}

/** A campaign as it stands in a pointer; a refusal may not know it. */
type OfCampaign = Pick<ActionInput, 'campaign'>;

export const newTaskButton = ({ t }: Voice, { campaign }: Required<OfCampaign>): Button =>
  button('task', { campaign, verb: 'new' }, t.tasks.verbs.new, 'primary');
export const allTasksButton = (t: Voice['t'], { campaign }: OfCampaign = {}): Button =>
  button('task', { ...(campaign && { campaign }), verb: 'list' }, t.tasks.verbs.list);

/** 转督办: a task of what the plan asks for, for the unit that owes this report. */
export const reportTaskButton = (
  { t }: Voice,
  { id }: Pick<ObligationFacts, 'id'>,
  label: string = t.tasks.fromReport,
): Button => button('task', { verb: 'new', obligation: id }, label);

/** The same where several units owe it: its form asks which. */
export const dutyTaskButton = (
  { t }: Voice,
  { campaign, duty }: Pick<ObligationFacts, 'campaign' | 'duty'>,
) => button('task', { campaign, verb: 'new', duty: duty.id }, t.tasks.fromReport);

/** One of several tasks that may have been meant. */
export const taskChoice = (voice: Voice, task: TaskFacts, verb: TaskVerb): Button =>
  button('task', { verb, task: task.id }, namedOf(voice, task));
