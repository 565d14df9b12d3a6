// The answers in numbers: totals of figures over periods, and how punctual units were. How a number is reckoned stands in
// the small print; units stand in the order in which they come, and have places only where ranking is on.

import type { KnownBlock } from '@slack/types';
import type { UnitTimeliness } from '../../domain/ask/facts.ts';
import type { Language } from '../../domain/campaign.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { actions, button, type Message, sections, small } from '../blocks.ts';
import { bold, type Mrkdwn, md, safe } from '../escape.ts';
import { figureTotal, type Voice, voiceOf } from './phrases.ts';
import {
  answered,
  folded,
  headOf,
  nameOf,
  ROWS_SHOWN,
  scopeOf,
  someNames,
  whoseOf,
} from './question-scope.ts';
import { briefly } from './task-phrases.ts';

type Figures = Extract<Outcome, { kind: 'figures' }>;
type Totals = Figures['periods'][number];
type Timeliness = Extract<Outcome, { kind: 'timeliness' }>;

const FIGURE_LENGTH = 60;
const TOTALS_LENGTH = 300;

/** 排查机构 86 家（+11）; where nobody has reported there is nothing to add up. */
function totalsOf({ t }: Voice, { totals, reported }: Totals): string[] {
  if (reported === 0) return [t.questions.noReports];
  if (totals.length === 0) return [t.questions.noFigures];
  return totals
    .slice(0, ROWS_SHOWN)
    .map((figure) => figureTotal(t, { ...figure, name: briefly(figure.name, FIGURE_LENGTH) }));
}

/** One period: a line for each figure. */
function onePeriod(voice: Voice, period: Totals): Mrkdwn[] {
  const counts = voice.t.answers.due(period.due, period.reported, 0);
  return [...totalsOf(voice, period), counts].map(safe);
}

/** Several: a line for each period. */
function periodLine(voice: Voice, totals: Totals): Mrkdwn {
  const { t, d } = voice;
  const name = d.periodName(totals.period) || d.span(totals.period.from, totals.period.to);
  const counts = t.words.inParens(t.answers.due(totals.due, totals.reported, 0));
  const said = totalsOf(voice, totals).join(' · ');
  return md`${bold(name)} · ${briefly(said, TOTALS_LENGTH)}${totals.reported === 0 ? '' : counts}`;
}

function figureLines(voice: Voice, periods: Figures['periods']): Mrkdwn[] {
  const [first, second] = periods;
  if (first === undefined) return [safe(voice.t.questions.alone(voice.t.questions.noPeriods))];
  if (second === undefined) return onePeriod(voice, first);
  return periods.slice(0, ROWS_SHOWN).map((totals) => periodLine(voice, totals));
}

const isCompared = (periods: Figures['periods']): boolean =>
  periods.some(({ totals, reported }) => reported > 0 && totals.some(({ before }) => before !== null));

/** Whose figures, of which duty, in which periods. */
function figuresScope(voice: Voice, { duty, units, area, periods }: Figures): string {
  const { t, d } = voice;
  const [newest] = periods;
  const oldest = periods.at(-1);
  const whose = whoseOf(voice, { own: false, area, units });
  const period =
    newest === undefined || oldest === undefined
      ? null
      : newest === oldest
        ? d.periodName(newest.period)
        : d.span(oldest.period.from, newest.period.to);
  return scopeOf([t.questions.figureTitle(duty.name), period, whose]);
}

function figuresSaid(voice: Voice, periods: Figures['periods']): string {
  const { t, d } = voice;
  const [newest, second] = periods;
  if (newest === undefined) return t.questions.noPeriods;
  const said = t.words.clauses(totalsOf(voice, newest));
  return second === undefined ? said : t.words.clauses([d.periodName(newest.period), said].filter(Boolean));
}

/** A month or a phase may be a sum of weeks, of which no single period can be shown. */
const isOwnPeriod = ({ period }: Totals): boolean => period.kind === 'week' || period.kind === 'once';

/** Totals of figures, by figure for one period and by period for several. */
export function renderFigures(figures: Figures, language: Language): Message {
  const voice = voiceOf(language, figures);
  const { t } = voice;
  const { duty, periods, now } = figures;
  const [newest] = periods;
  const scope = figuresScope(voice, figures);
  const said = figuresSaid(voice, periods);
  const hidden = periods.length - ROWS_SHOWN;
  const about = { duty: duty.id, ...(newest && isOwnPeriod(newest) && { period: newest.period.id }) };
  const note = isCompared(periods) ? [small(t.questions.changeNote)] : [];
  const blocks: KnownBlock[] = [
    ...sections([headOf(voice, scope), ...figureLines(voice, periods)]),
    ...(hidden > 0 ? [small(t.questions.more.periods(hidden))] : []),
    ...actions([button('status', about, t.words.buttons.status)]),
    ...note,
  ];
  return answered(voice, { scope, said, now }, blocks);
}

const percentOf = ({ due, onTime }: Omit<UnitTimeliness, 'unit'>): number | null =>
  due === 0 ? null : Math.round((onTime / due) * 100);

/** What is neither filed nor missed of what was due is still awaited. */
const tallyOf = ({ t }: Voice, row: Omit<UnitTimeliness, 'unit'>): string =>
  t.questions.tally({ ...row, owed: row.due - row.onTime - row.late - row.missed }, percentOf(row));

const isAlwaysOnTime = ({ due, onTime, late, missed }: UnitTimeliness): boolean =>
  due > 0 && onTime === due && late + missed === 0;

/** 市公安局 · 应报 5 · 按时 4 …; equal shares next to each other have the same place. */
function rankedLines(voice: Voice, rows: readonly UnitTimeliness[]): Mrkdwn[] {
  let place = 0;
  return rows.slice(0, ROWS_SHOWN).map((row, i) => {
    const before = rows[i - 1];
    if (before === undefined || percentOf(before) !== percentOf(row)) place = i + 1;
    return md`${bold(voice.t.questions.place(place, nameOf(row.unit)))} · ${tallyOf(voice, row)}`;
  });
}

/** In the roster's order; of many units, those that were always on time share a line. */
function rosterLines(voice: Voice, rows: readonly UnitTimeliness[]): Mrkdwn[] {
  const isLong = rows.length > ROWS_SHOWN;
  const together = isLong ? rows.filter(isAlwaysOnTime) : [];
  const single = isLong ? rows.filter((row) => !isAlwaysOnTime(row)) : rows;
  const names = someNames(
    voice,
    together.map(({ unit }) => nameOf(unit)),
  );
  return [
    ...single.slice(0, ROWS_SHOWN).map((row) => md`${bold(nameOf(row.unit))} · ${tallyOf(voice, row)}`),
    ...(together.length > 0 ? [safe(voice.t.questions.allOnTime(together.length, names))] : []),
  ];
}

function hiddenOf({ ranked, rows }: Timeliness): number {
  const listed = ranked || rows.length <= ROWS_SHOWN ? rows : rows.filter((row) => !isAlwaysOnTime(row));
  return listed.length - ROWS_SHOWN;
}

function sumOf(rows: readonly UnitTimeliness[]): Omit<UnitTimeliness, 'unit'> {
  const sum = (key: 'due' | 'onTime' | 'late' | 'missed') => rows.reduce((all, row) => all + row[key], 0);
  return { due: sum('due'), onTime: sum('onTime'), late: sum('late'), missed: sum('missed') };
}

/** How punctual each unit was with one duty between two days, with the formula. */
export function renderTimeliness(timeliness: Timeliness, language: Language): Message {
  const voice = voiceOf(language, timeliness);
  const { t, d } = voice;
  const { duty, from, to, ranked, rows, now } = timeliness;
  const scope = scopeOf([t.questions.timelinessTitle(duty.name), d.span(from, to)]);
  const sum = tallyOf(voice, sumOf(rows));
  const all = rows.length > 1 ? [safe(t.words.labelled(t.questions.inAll(rows.length), sum))] : [];
  const lines = ranked ? rankedLines(voice, rows) : rosterLines(voice, rows);
  const hidden = hiddenOf(timeliness);
  const status = button('status', { duty: duty.id }, t.words.buttons.status);
  const order = rows.length > 1 ? [ranked ? t.questions.ranked : t.questions.notRanked] : [];
  const blocks: KnownBlock[] = [
    ...sections([
      headOf(voice, scope),
      ...all,
      ...(rows.length === 0 ? [safe(t.questions.alone(t.questions.nobodyDue))] : lines),
    ]),
    ...folded(t.questions.more.units(hidden), hidden, status),
    ...(hidden > 0 ? [] : actions([status])),
    small(t.words.sentences([t.questions.formula, ...order])),
  ];
  return answered(voice, { scope, said: timelinessSaid(voice, rows), now }, blocks);
}

function timelinessSaid(voice: Voice, rows: readonly UnitTimeliness[]): string {
  const { t } = voice;
  const [only, second] = rows;
  if (only === undefined) return t.questions.nobodyDue;
  const whose = second === undefined ? nameOf(only.unit) : t.questions.inAll(rows.length);
  return t.words.clauses([whose, tallyOf(voice, sumOf(rows))]);
}
