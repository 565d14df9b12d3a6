// The answers to "what falls due" and "what is overdue": reports by duty and period, then tasks, each with the next step.
// One's own reports stand one by one with the button that files them; those of many units are one line. For the asker alone.

import type { Button, KnownBlock } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { ObligationFacts } from '../../domain/facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TaskFacts } from '../../domain/task/facts.ts';
import { dateOf } from '../../domain/zone.ts';
import { actions, button, type Message, section, sections, small } from '../blocks.ts';
import { bold, type Mrkdwn, md, safe } from '../escape.ts';
import {
  filingButtons,
  isOwed,
  isPastDue,
  kindOf,
  reportOf,
  shiftOf,
  standingOf,
  titledOf,
  type Voice,
  voiceOf,
} from './phrases.ts';
import {
  answered,
  folded,
  groupsOf,
  headOf,
  nameOf,
  ROWS_SHOWN,
  scopeOf,
  someNames,
  whoseOf,
} from './question-scope.ts';
import { owedBlocks } from './status.ts';
import { campaignOf, isTabular, moreButtons, partLine, screenOf, table } from './table.ts';
import { taskChooser, taskRow } from './task-answer.ts';
import { allTasksButton, lightOf, namedOf, taskButton, taskVoice, withSign } from './task-phrases.ts';

type Due = Extract<Outcome, { kind: 'due' }>;
type Overdue = Extract<Outcome, { kind: 'overdue' }>;
type Listed = Due | Overdue;
type Group = readonly [ObligationFacts, ...ObligationFacts[]];

/** With so few of one's own, each has all its buttons. */
const IN_FULL = 3;
const CHASES_SHOWN = 3;
const TASKS_AT_LEAST = 4;

const isFiled = ({ standing }: ObligationFacts): boolean => standing === 'filed' || standing === 'accepted';
const isAwaited = (row: ObligationFacts): boolean => isOwed(row) || row.standing === 'upcoming';

/** 🔴 逾期 2 天, ⏳ 还差 1 天, ✅ 全部已报: how many units stand that owe the same by the same moment. */
function standsOf({ t, d }: Voice, group: Group): string {
  const [only, second] = group;
  if (second === undefined && !isAwaited(only)) return standingOf(t, only);
  const awaited = group.filter(isAwaited);
  if (awaited.length === 0)
    return group.some(isFiled) ? `✅ ${t.answers.allReported}` : t.words.standing.waived;
  const { dueAt } = only;
  if (awaited.some(isPastDue)) return `🔴 ${d.overdue(dueAt)}`;
  const isSoon = awaited.some(({ standing }) => standing !== 'upcoming') && d.daysTo(dueAt) <= 1;
  return `${isSoon ? '🟡' : '⏳'} ${d.left(dueAt)}`;
}

/** 应报 10 · 已报 6 · 未报 4：…; names only of units that are already asked for it. */
function unitsLine(voice: Voice, group: Group): string[] {
  const { answers, questions } = voice.t;
  const [only, second] = group;
  if (second === undefined) return [nameOf(only.unit)];
  const due = group.filter(({ standing }) => standing !== 'waived');
  const owed = due.filter(isOwed);
  const filed = due.filter(isFiled).length;
  const names = someNames(
    voice,
    owed.map(({ unit }) => nameOf(unit)),
  );
  return [
    ...(filed > 0 ? [answers.due(due.length, filed, due.filter(({ nil }) => nil).length)] : []),
    ...(filed === 0 && owed.length < due.length ? [questions.dueUnits(due.length)] : []),
    ...(owed.length > 0 ? [answers.missingNames(owed.length, names)] : []),
    ...(due.length < group.length ? [answers.waivedCount(group.length - due.length)] : []),
  ];
}

function groupText(voice: Voice, group: Group, withUnits: boolean): Mrkdwn {
  const { t, d } = voice;
  const [first] = group;
  const shift = shiftOf(voice, first);
  const detail = [
    t.answers.deadline(d.due(first)),
    ...(withUnits ? unitsLine(voice, group) : []),
    ...(shift === null ? [] : [shift]),
  ];
  return md`${standsOf(voice, group)} · ${bold(titledOf(voice, first))}\n${detail.join(' · ')}`;
}

/** What one does about a line: file one's own, look at what was filed, else see how it stands. */
function groupButton({ t }: Voice, group: Group, own: boolean): Button {
  const [first, second] = group;
  const { buttons } = t.words;
  if (own && isOwed(first)) return filingButtons(t, first)[0]!;
  if (second === undefined && first.versions > 0)
    return button('show', { obligation: first.id }, buttons.show);
  const { campaign, duty, period } = first;
  return button('status', { campaign, duty: duty.id, period: period.id }, buttons.status);
}

const sameDeadline = ({ campaign, duty, period, dueAt }: ObligationFacts): string =>
  `${campaign} ${duty.id} ${period.id} ${dueAt}`;

const areSeveralUnits = (rows: readonly ObligationFacts[]): boolean =>
  new Set(rows.map(({ unit }) => unit.id)).size > 1;

/** Each report is its own line where it is one's own to file. */
function groupedRows({ rows, own }: Listed): Group[] {
  return groupsOf(rows, (row) => (own ? row.id : sameDeadline(row))).map(([, group]) => group);
}

function groupBlocks(voice: Voice, group: Group, listed: Listed): KnownBlock[] {
  const [first] = group;
  const { own, rows, units } = listed;
  const withUnit = areSeveralUnits(rows) || (!own && units?.length !== 1);
  if (own && rows.length <= IN_FULL && isOwed(first)) return owedBlocks(voice, first, withUnit);
  return [section(groupText(voice, group, withUnit), groupButton(voice, group, own))];
}

/** Reports first; tasks keep a few lines of the screen. */
function shareOf(groups: number, tasks: number): { reports: number; tasks: number } {
  const reports = Math.min(groups, ROWS_SHOWN - Math.min(tasks, TASKS_AT_LEAST));
  return { reports, tasks: Math.min(tasks, ROWS_SHOWN - reports) };
}

function tasksButton(voice: Voice, { tasks, own, ...listed }: Listed): Button {
  const { t } = voice;
  const { campaign } = tasks[0] ?? {};
  const light = listed.kind === 'overdue' ? (listed.light ?? 'red') : undefined;
  const values = { ...(light && { light }), ...(own && { mine: 'yes' }) };
  if (Object.keys(values).length === 0) return allTasksButton(t, campaign === undefined ? {} : { campaign });
  return button('task', { ...(campaign && { campaign }), verb: 'list', values }, t.tasks.verbs.list);
}

function allRowsButton({ t }: Voice, { rows, own }: Listed): Button {
  const [first] = rows;
  if (own || first === undefined) return button('mine', {}, t.words.buttons.mine);
  const { campaign, unit, duty, period } = first;
  const about = areSeveralUnits(rows) ? { duty: duty.id, period: period.id } : { unit: unit.id };
  return button('status', { campaign, ...about }, t.words.buttons.status);
}

type Line = { standing: string; what: string; deadline: string; units: string; task: TaskFacts | null };

function groupLine(voice: Voice, group: Group): Line {
  const [first] = group;
  return {
    standing: standsOf(voice, group),
    what: reportOf(voice, first),
    deadline: voice.d.due(first),
    units: unitsLine(voice, group).join(' · '),
    task: null,
  };
}

function taskLine(voice: Voice, task: TaskFacts): Line {
  const { sign, word } = lightOf(voice, task);
  return {
    standing: withSign(sign, word),
    what: namedOf(voice, task),
    deadline: taskVoice(voice, task).d.date(task.dueOn),
    units: nameOf(task.lead),
    task,
  };
}

/** Makes a line of the table, once it is known to be on the screen: behind one there may be thousands of reports. */
type LineMaker = () => Line;

/** The first screen has some of both, as a list has; what is left of either comes after. */
function linesOf(voice: Voice, listed: Listed, groups: readonly Group[]): LineMaker[] {
  const first = shareOf(groups.length, listed.tasks.length);
  const reports = groups.map(
    (group): LineMaker =>
      () =>
        groupLine(voice, group),
  );
  const tasks = listed.tasks.map(
    (task): LineMaker =>
      () =>
        taskLine(voice, task),
  );
  return [
    ...reports.slice(0, first.reports),
    ...tasks.slice(0, first.tasks),
    ...reports.slice(first.reports),
    ...tasks.slice(first.tasks),
  ];
}

/** Whatever belongs to others is looked over in a table; one of its tasks is chosen to be looked at. */
function tableBlocks(voice: Voice, listed: Listed, groups: readonly Group[]): KnownBlock[] {
  const { head } = voice.t.tables;
  const lines = linesOf(voice, listed, groups);
  const { shown: made, from, left } = screenOf(lines, listed.page);
  const shown = made.map((make) => make());
  const titles = [head.standing, head.what, head.deadline, head.units].map((title) => ({ title }));
  const rows = shown.map(({ standing, what, deadline, units }) => [standing, what, deadline, units]);
  const tasks = shown.flatMap(({ task }) => (task === null ? [] : [task]));
  return [
    table(titles, rows),
    ...partLine(voice, from, shown.length, lines.length),
    ...actions([
      ...moreButtons(voice, listed.page, from + shown.length, left),
      ...taskChooser(voice, tasks),
      ...(listed.rows.length > 0 ? [allRowsButton(voice, listed)] : []),
      ...(listed.tasks.length > 0 ? [tasksButton(voice, listed)] : []),
    ]),
  ];
}

function listBlocks(voice: Voice, listed: Listed): KnownBlock[] {
  const { t } = voice;
  const groups = groupedRows(listed);
  if (!listed.own && isTabular(groups.length + listed.tasks.length))
    return tableBlocks(voice, listed, groups);
  const shown = shareOf(groups.length, listed.tasks.length);
  const hiddenRows = groups.slice(shown.reports).flat().length;
  const hiddenTasks = listed.tasks.length - shown.tasks;
  return [
    ...groups.slice(0, shown.reports).flatMap((group) => groupBlocks(voice, group, listed)),
    ...folded(t.questions.more.items(hiddenRows), hiddenRows, allRowsButton(voice, listed)),
    ...listed.tasks
      .slice(0, shown.tasks)
      .map((task) => section(taskRow(voice, task), taskButton(voice, task, 'show'))),
    ...folded(t.questions.more.items(hiddenTasks), hiddenTasks, tasksButton(voice, listed)),
  ];
}

/** What the office may do about reports that are late: chase all who owe one, for the duties that are late longest. */
function chaseButtons({ t, d }: Voice, listed: Listed): Button[] {
  if (listed.kind !== 'overdue' || !listed.mayChase || listed.units || listed.area) return [];
  const late = listed.rows.filter((row) => isPastDue(row) && kindOf(row) === 'report');
  const groups = groupsOf(late, ({ duty, period }) => `${duty.id} ${period.id}`);
  return groups.slice(0, CHASES_SHOWN).map(([, [first, ...others]]) => {
    const about = { campaign: first.campaign, duty: first.duty.id, period: first.period.id };
    const what = t.words.report(first.duty.name, d.periodName(first.period));
    return button('chase', about, t.words.labelled(t.words.chase(others.length + 1), what));
  });
}

/** Where nothing is listed: all that is one's own, or how all units stand. */
function elsewhereButton({ t }: Voice, { own, page }: Listed): Button {
  const { buttons } = t.words;
  return own
    ? button('mine', campaignOf(page), buttons.mine)
    : button('status', campaignOf(page), buttons.status);
}

function renderList(voice: Voice, listed: Listed, title: string, nothing: string): Message {
  const { t } = voice;
  const { rows, tasks, now } = listed;
  const scope = scopeOf([title, whoseOf(voice, listed)]);
  const isEmpty = rows.length + tasks.length === 0;
  const said = isEmpty
    ? nothing
    : t.questions.counted(rows.length, rows.filter(isFiled).length, tasks.length);
  const blocks: KnownBlock[] = [
    ...sections([headOf(voice, scope)]),
    ...(isEmpty ? [section(safe(t.questions.alone(nothing)))] : [small(said)]),
    ...listBlocks(voice, listed),
    ...actions([...chaseButtons(voice, listed), ...(isEmpty ? [elsewhereButton(voice, listed)] : [])]),
  ];
  return answered(voice, { scope, said, now }, blocks);
}

function spanTitle({ t, d, now }: Voice, { from, to, phase, zone }: Due): string {
  const { questions } = t;
  if (phase) {
    const isOver = phase.to < dateOf(now, zone);
    return questions.duePhase(d.periodName(phase), d.span(phase.from, phase.to), d.date(phase.to), isOver);
  }
  if (from !== null && to !== null)
    return from === to ? questions.dueOn(d.date(to)) : questions.dueWithin(d.span(from, to));
  if (to !== null) return questions.dueBy(d.date(to));
  return from === null ? questions.dueAny : questions.dueFrom(d.date(from));
}

/** What falls due in the days that were asked for. */
export function renderDue(due: Due, language: Language): Message {
  const voice = voiceOf(language, due);
  return renderList(voice, due, spanTitle(voice, due), voice.t.questions.nothing.due);
}

/** Everything overdue, or everything that shows the light that was asked for. */
export function renderOverdue(overdue: Overdue, language: Language): Message {
  const voice = voiceOf(language, overdue);
  const { questions } = voice.t;
  const light = overdue.light ?? 'all';
  return renderList(voice, overdue, questions.overdue[light], questions.nothing[light]);
}
