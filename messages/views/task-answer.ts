// Answers about tasks: one with its timeline, and lists. Contents are for those concerned, so both go to the asker alone.

import type { Button, KnownBlock, StaticSelect } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TaskCounts, TaskFacts, TaskFilter } from '../../domain/task/facts.ts';
import {
  actions,
  button,
  chooser,
  fitsOption,
  type Message,
  message,
  option,
  section,
  sections,
  small,
} from '../blocks.ts';
import { bold, type Mrkdwn, md, quote, safe, truncate } from '../escape.ts';
import { signed, type Voice, voiceOf } from './phrases.ts';
import { isTabular, moreButtons, partLine, screenOf, table } from './table.ts';
import { particulars, placeOf, stepLines } from './task-parts.ts';
import {
  allButtons,
  allTasksButton,
  briefly,
  dueLine,
  isOpen,
  lightOf,
  namedOf,
  namesSigner,
  newTaskButton,
  nowLine,
  numberOf,
  stateWord,
  taskButton,
  taskVoice,
  withSign,
} from './task-phrases.ts';
import { timelineBlocks } from './task-timeline.ts';

type Shown = Extract<Outcome, { kind: 'task' }>;
type Listed = Extract<Outcome, { kind: 'tasks' }>;

const ASK_LENGTH = 600;
const LINES_SHOWN = 20;
const UNIT_LENGTH = 24;
const TITLE_LENGTH = 36;

const asked = ({ t }: Voice, { ask }: TaskFacts): Mrkdwn[] => [
  safe(t.words.labelled(t.tasks.ask, '').trimEnd()),
  quote(safe(truncate(ask.trim(), ASK_LENGTH))),
];

function footOf({ t, d }: Voice, task: TaskFacts): string {
  return [
    t.tasks.made(task.createdBy, d.at(task.createdAt)),
    ...(task.signedBy === null || task.signedAt === null || namesSigner(task)
      ? []
      : [t.tasks.signedBy(task.signedBy, d.at(task.signedAt))]),
    ...(task.shortNotice ? [t.tasks.shortNotice] : []),
    t.words.asOf(d.at(task.now)),
  ].join(' · ');
}

/** One task with all that is known of it and what the asker may do with it. */
export function renderTask({ task, timeline, may, did }: Shown, language: Language): Message {
  const voice = voiceOf(language, task);
  const { t } = voice;
  const named = namedOf(voice, task);
  const title = did === null ? named : t.tasks.titled(t.tasks.did[did], named);
  const lines = [
    signed(did === null ? '' : '✅', title),
    safe(dueLine(voice, task)),
    safe(nowLine(voice, task, timeline.at(-1)?.text)),
    ...asked(voice, task),
    ...particulars(voice, task),
    ...placeOf(voice, task),
    ...stepLines(voice, task),
  ];
  const blocks: KnownBlock[] = [
    ...sections(lines),
    ...timelineBlocks(voice, timeline),
    ...actions([...allButtons(voice, task, may), allTasksButton(t, task)]),
    small(footOf(voice, task)),
  ];
  const text = t.words.clauses([title, task.lead.name, ...(did === null ? [stateWord(voice, task)] : [])]);
  return message(t.words.sentence(text), blocks, t.words.cut);
}

/** What the list was asked for, in words; nothing: all open ones. */
function scopeOf({ t }: Voice, { unit, area, light, state, mine }: TaskFilter): string {
  const states = { ...t.tasks.state, ...t.tasks.filter };
  return [
    t.tasks.list,
    ...(mine ? [t.tasks.filter.mine] : []),
    ...(unit === undefined ? [] : [unit.name]),
    ...(area === undefined ? [] : [area]),
    ...(light === undefined ? [] : [t.tasks.light[light]]),
    ...(state === undefined ? [] : [states[state]]),
  ].join(' · ');
}

/** 在办 12 · 待签收 2 · 逾期 3; empty when nothing is open. */
export function countsLine({ t }: Voice, counts: TaskCounts): string {
  if (counts.open === 0) return '';
  const lights = t.tasks.lights(counts.red, counts.yellow);
  return [t.tasks.counts(counts), ...(lights === '' ? [] : [lights])].join(' · ');
}

/** 🔴 逾期 1 天 · *督办〔2016〕3号 整改虚假广告*, then who leads it, by when, and how it stands. */
export function taskRow(voice: Voice, task: TaskFacts): Mrkdwn {
  const { t, d } = taskVoice(voice, task);
  const { sign, word } = lightOf(voice, task);
  const named = namedOf(voice, { ...task, title: briefly(task.title, TITLE_LENGTH) });
  const isOver = task.state === 'closed' || task.state === 'withdrawn';
  const detail = [
    briefly(task.lead.name, UNIT_LENGTH),
    t.tasks.due(d.date(task.dueOn)),
    ...(isOver ? [] : [stateWord(voice, task)]),
  ];
  return md`${withSign(sign, word)} · ${bold(named)}\n${detail.join(' · ')}`;
}

/** Tasks one below the other, each with a button to look at it; the others are counted. */
export function taskRows(voice: Voice, tasks: readonly TaskFacts[], most: number): KnownBlock[] {
  const hidden = tasks.length - most;
  return [
    ...tasks.slice(0, most).map((task) => section(taskRow(voice, task), taskButton(voice, task, 'show'))),
    ...(hidden > 0 ? [small(voice.t.tasks.more(hidden))] : []),
  ];
}

/** A chooser of one of these tasks to look at; none where a choice cannot carry them. */
export function taskChooser(voice: Voice, tasks: readonly TaskFacts[]): StaticSelect[] {
  const options = tasks
    .filter(({ id }) => fitsOption(id))
    .map((task) => option(namedOf(voice, task), task.id));
  return options.length === 0 ? [] : [chooser('task', 'task', voice.t.tables.openTask, options)];
}

/** One screen of tasks as a table, with a chooser of one to look at. */
function tasksTable(voice: Voice, { tasks, page }: Listed): { blocks: KnownBlock[]; more: Button[] } {
  const { head } = voice.t.tables;
  const { shown, from, left } = screenOf(tasks, page);
  const rows = shown.map((task) => {
    const { sign, word } = lightOf(voice, task);
    const state = isOpen(task) ? [word, stateWord(voice, task)].join(' · ') : word;
    const due = taskVoice(voice, task).d.date(task.dueOn);
    const lead = briefly(task.lead.name, UNIT_LENGTH);
    return [numberOf(voice, task), briefly(task.title, TITLE_LENGTH), lead, due, withSign(sign, state)];
  });
  const titles = [head.task, head.what, head.lead, head.deadline, head.standing];
  return {
    blocks: [
      table(
        titles.map((title) => ({ title })),
        rows,
      ),
      ...partLine(voice, from, shown.length, tasks.length),
      ...actions(taskChooser(voice, shown)),
    ],
    more: moreButtons(voice, page, from + shown.length, left),
  };
}

/** Where nothing is listed: the whole list, or of that what is one's own. */
function elsewhereButton({ t }: Voice, { campaign, filter }: Listed): Button {
  const isNarrow = Object.values(filter).some((part) => part !== undefined && part !== false);
  return isNarrow ? allTasksButton(t, { campaign }) : button('mine', { campaign }, t.words.buttons.mine);
}

/** The tasks that were asked for, with their numbers. */
export function renderTasks(listed: Listed, language: Language): Message {
  const voice = voiceOf(language, listed);
  const { t, d } = voice;
  const { tasks, counts, mayDispatch, newestEnded } = listed;
  const scope = scopeOf(voice, listed.filter);
  const at = d.at(listed.now);
  const numbers = countsLine(voice, counts);
  const listing = isTabular(tasks.length) ? tasksTable(voice, listed) : null;
  const blocks: KnownBlock[] = [
    ...sections([md`${bold(scope)} · ${t.words.asOf(at)}`, ...(numbers === '' ? [] : [safe(numbers)])]),
    ...(tasks.length === 0 ? [section(safe(t.tasks.nothing))] : []),
    ...(listing ? listing.blocks : taskRows(voice, tasks, LINES_SHOWN)),
    ...(newestEnded === undefined ? [] : [small(t.tasks.newestEnded(newestEnded))]),
    ...actions([
      ...(listing?.more ?? []),
      ...(mayDispatch ? [newTaskButton(voice, listed)] : []),
      ...(tasks.length === 0 ? [elsewhereButton(voice, listed)] : []),
    ]),
  ];
  return message(t.tasks.listText(scope, tasks.length, at), blocks, t.words.cut);
}
