// The card of a task, as news of what happened to it. The title says what happened then; the line 现状 says how it stands
// now, because the same card is made again whenever the task changes.

import type { UnitFacts } from '../../domain/facts.ts';
import type { NoticeItem } from '../../domain/notice.ts';
import type { TaskVerb } from '../../domain/task/facts.ts';
import type { TaskEntryKind } from '../../domain/task/things.ts';
import { type Mrkdwn, safe } from '../escape.ts';
import { type Card, news, RANK } from './card.ts';
import type { Voice } from './phrases.ts';
import { particulars, stepLines } from './task-parts.ts';
import {
  briefly,
  cardButtons,
  dueLine,
  lineButtons,
  namedOf,
  nowLine,
  stateWord,
  taskVoice,
} from './task-phrases.ts';
import { entryLines } from './task-timeline.ts';

type News = Extract<NoticeItem, { kind: 'task' }>;
type Reminded = Extract<NoticeItem, { kind: 'task' | 'task_reminder' }>;

const ASK_LENGTH = 300;
const TEXT_LENGTH = 500;
const STEP_LENGTH = 24;

/** News that give somebody the whole task to carry out, so that all of it is said. */
const HANDED: ReadonlySet<TaskEntryKind> = new Set(['dispatched', 'reassigned', 'reopened', 'step_done']);

/** What the recipient is to do about it, if they may; without it the card is only to be known. */
const WANTED: Partial<Record<TaskEntryKind, TaskVerb[]>> = {
  dispatched: ['sign'],
  reassigned: ['sign'],
  reopened: ['sign', 'feed_back'],
  step_done: ['sign'],
  returned: ['submit', 'feed_back', 'step_done'],
  extension_asked: ['decide_extension'],
  submitted: ['close'],
};

/** The unit for which somebody was told, though by now another may lead; null for the office's people. */
function toldFor({ task, why, ...item }: Reminded): UnitFacts | null {
  const { fromUnit, toUnit } = 'entry' in item ? item.entry : { fromUnit: null, toUnit: null };
  const units = [task.lead, ...task.helpers, ...task.steps.map(({ unit }) => unit), fromUnit, toUnit];
  return units.find((unit) => unit !== null && unit.id === why?.unit) ?? null;
}

/** Why it came: in which post of which unit; somebody told apart from any role has asked or oversees it. */
export function whyOf({ t }: Voice, item: Reminded): string {
  const { why } = item;
  const entry = item.kind === 'task' ? item.entry.kind : null;
  const isAnswer = entry === 'extension_granted' || entry === 'extension_refused';
  if (why === null) return isAnswer ? t.tasks.whyAsked : t.tasks.whyOffice;
  const { role, insteadOf } = why;
  const unit = toldFor(item);
  if (insteadOf === null) return unit ? t.told.why(role, unit.name) : t.tasks.why(role);
  return unit ? t.told.whyInstead(role, unit.name, insteadOf) : t.tasks.whyInstead(role, insteadOf);
}

/** What is asked, in one line. */
export const askLine = ({ t }: Voice, ask: string, most = ASK_LENGTH): Mrkdwn =>
  safe(t.words.labelled(t.tasks.ask, briefly(ask, most)));

function happenedLines(voice: Voice, { task, entry }: News): Mrkdwn[] {
  // What is asked already stands above it.
  const isAsk = entry.kind === 'dispatched' && entry.text.trim() === task.ask.trim();
  return entryLines(taskVoice(voice, task), isAsk ? { ...entry, text: '' } : entry, TEXT_LENGTH);
}

function detailsOf(voice: Voice, item: News): Mrkdwn[] {
  const { t } = voice;
  const { task, entry } = item;
  const isHanded = HANDED.has(entry.kind);
  return [
    safe(dueLine(voice, task)),
    safe(nowLine(voice, task, entry.text, item.toldAt)),
    ...(isHanded ? [askLine(voice, task.ask), ...particulars(voice, task), ...stepLines(voice, task)] : []),
    ...(task.shortNotice && isHanded ? [safe(t.words.sentence(t.tasks.shortNotice))] : []),
    ...happenedLines(voice, item),
  ];
}

/** The notification names the unit and, where the task is new to the reader, its deadline. */
function textOf(voice: Voice, { task, entry }: News, title: string): string {
  const { t, d } = taskVoice(voice, task);
  const isSaid = [task.lead, ...(entry.unit ? [entry.unit] : [])].some(({ name }) => title.includes(name));
  const due = HANDED.has(entry.kind) ? [t.tasks.due(d.due(task))] : [];
  return t.words.sentence(t.words.clauses([title, ...(isSaid ? [] : [task.lead.name]), ...due]));
}

/** In a list too: what happened then, and how it stands now, unless that is the same. */
function lineOf(voice: Voice, { task, entry }: News, title: string): string {
  const isSame = entry.kind === task.state && task.state !== 'dispatched';
  return isSame ? title : `${title} · ${stateWord(voice, task)}`;
}

/** What happened to a task, to somebody concerned. */
export function taskCard(voice: Voice, item: News): Card {
  const { t } = voice;
  const { task, entry, may } = item;
  const happened = t.tasks.happened({
    unit: entry.unit?.name ?? null,
    to: entry.toUnit?.name ?? null,
    step: entry.step && briefly(entry.step, STEP_LENGTH),
  })[entry.kind];
  const title = t.tasks.titled(happened, namedOf(voice, task));
  const todo = (WANTED[entry.kind] ?? []).some((verb) => may.includes(verb));
  // What is only to be known is looked at; what else may be done stands on the card.
  const offered = todo ? may : may.filter((verb) => verb === 'show');
  const why = whyOf(voice, item);
  const sign = entry.kind === 'closed' ? '✅' : '';
  return news({
    rank: todo ? RANK.soon : RANK.news,
    todo,
    sign,
    title,
    text: textOf(voice, item, title),
    details: detailsOf(voice, item),
    buttons: cardButtons(voice, task, may),
    small: t.tasks.small(why, null, null),
    why,
    line: {
      sign: todo ? '🟡' : sign,
      text: lineOf(voice, item, title),
      buttons: lineButtons(voice, task, offered),
    },
    ends: 'other',
  });
}
