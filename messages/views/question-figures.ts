// The answers in numbers: totals of figures over periods, and how punctual units were. How a number is reckoned stands in
// the small print; units stand in the order in which they come, and have places only where ranking is on.

import type { Button, KnownBlock } from '@slack/types';
import type { UnitTimeliness } from '../../domain/ask/facts.ts';
import type { Language } from '../../domain/campaign.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { actions, button, type Message, sections, small } from '../blocks.ts';
import { bold, type Mrkdwn, md, safe } from '../escape.ts';
import { figureTotal, plainNumber, type Voice, voiceOf } from './phrases.ts';
import { answered, coveredOf, headOf, nameOf, ROWS_SHOWN, scopeOf, whoseOf } from './question-scope.ts';
import { type Column, campaignOf, isTabular, moreButtons, partLine, screenOf, table } from './table.ts';
import { briefly } from './task-phrases.ts';

type Figures = Extract<Outcome, { kind: 'figures' }>;
type Totals = Figures['periods'][number];
type Timeliness = Extract<Outcome, { kind: 'timeliness' }>;

const FIGURE_LENGTH = 60;
const FIGURES_SHOWN = 8;
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

/** 合计 · 排查机构 86 家（应报 40 · 已报 38） */
function sumLine(voice: Voice, sum: Totals): Mrkdwn {
  const { t } = voice;
  const counts = t.words.inParens(t.answers.due(sum.due, sum.reported, 0));
  return md`${bold(t.questions.sum)} · ${briefly(totalsOf(voice, sum).join(' · '), TOTALS_LENGTH)}${counts}`;
}

/** A row for each period with a column for each figure. */
function periodsTable(voice: Voice, periods: Figures['periods'], page: Figures['page']): Listed {
  const { t, d } = voice;
  const { shown, from, left } = screenOf(periods, page);
  const figures = (periods[0]?.totals ?? []).slice(0, FIGURES_SHOWN);
  const columns: Column[] = [
    { title: t.tables.head.period },
    ...figures.map(({ name, unit }): Column => ({ title: t.forms.figure(name, unit), number: true })),
    { title: t.tables.head.reported, number: true },
  ];
  const rows = shown.map(({ period, totals, reported, due }) => [
    d.periodName(period) || d.span(period.from, period.to),
    ...figures.map(({ id, decimals }) => {
      const found = totals.find((total) => total.id === id);
      return found === undefined || reported === 0 ? '' : plainNumber(found.total, decimals);
    }),
    `${reported}/${due}`,
  ]);
  return {
    lines: [],
    blocks: [table(columns, rows), ...partLine(voice, from, shown.length, periods.length)],
    more: moreButtons(voice, page, from + shown.length, left),
  };
}

function listedFigures(voice: Voice, { periods, page }: Figures): Listed {
  const [first, second] = periods;
  const lines = (of: Mrkdwn[]): Listed => ({ lines: of, blocks: [], more: [] });
  if (first === undefined) return lines([safe(voice.t.questions.alone(voice.t.questions.noPeriods))]);
  if (second === undefined) return lines(onePeriod(voice, first));
  if (isTabular(periods.length) && first.totals.length > 0) return periodsTable(voice, periods, page);
  return lines(periods.slice(0, ROWS_SHOWN).map((totals) => periodLine(voice, totals)));
}

const isCompared = (periods: Figures['periods']): boolean =>
  periods.some(({ totals, reported }) => reported > 0 && totals.some(({ before }) => before !== null));

/** With what the totals are compared, and why the newest are not. */
function comparedNotes({ t }: Voice, periods: Figures['periods']): KnownBlock[] {
  const isMonth = periods[0]?.period.kind === 'month';
  const shown = periods.some(({ isComing, reported }) => isComing && reported > 0);
  const notes = [
    ...(isCompared(periods) ? [t.questions.changeNote(isMonth)] : []),
    ...(shown ? [t.questions.stillComing] : []),
  ];
  return notes.length === 0 ? [] : [small(t.words.sentences(notes))];
}

/** Whose figures, of which duty, in which periods. */
function figuresScope(voice: Voice, { duty, units, area, periods, covers }: Figures): string {
  const { t, d } = voice;
  const [newest] = periods;
  const oldest = periods.at(-1);
  const whose = whoseOf(voice, { own: false, area, units });
  const period = covers
    ? coveredOf(voice, covers)
    : newest === undefined || oldest === undefined
      ? null
      : newest === oldest
        ? d.periodName(newest.period)
        : d.span(oldest.period.from, newest.period.to);
  return scopeOf([t.questions.figureTitle(duty.name), period, whose]);
}

function figuresSaid(voice: Voice, { periods, sum }: Figures): string {
  const { t, d } = voice;
  if (sum !== undefined) return t.words.labelled(t.questions.sum, t.words.clauses(totalsOf(voice, sum)));
  const [newest, second] = periods;
  if (newest === undefined) return t.questions.noPeriods;
  const said = t.words.clauses(totalsOf(voice, newest));
  return second === undefined ? said : t.words.clauses([d.periodName(newest.period), said].filter(Boolean));
}

/** A month or a phase may be a sum of weeks, of which no single period can be shown. */
const isOwnPeriod = ({ period }: Totals): boolean => period.kind === 'week' || period.kind === 'once';

/** The rows to take away, for whoever may. */
const exportButtons = ({ t }: Voice, { mayExport, duty, page }: Figures | Timeliness): Button[] =>
  mayExport ? [button('export', { ...campaignOf(page), duty: duty.id }, t.words.buttons.ledger)] : [];

/** Totals of figures, by figure for one period and by period for several. */
export function renderFigures(figures: Figures, language: Language): Message {
  const voice = voiceOf(language, figures);
  const { t } = voice;
  const { duty, periods, sum, covers, now, page } = figures;
  const [newest] = periods;
  const scope = figuresScope(voice, figures);
  const said = figuresSaid(voice, figures);
  const { lines, blocks: listed, more } = listedFigures(voice, figures);
  const only = newest && isOwnPeriod(newest) && { period: newest.period.id };
  const about = { ...campaignOf(page), duty: duty.id, ...only };
  const blocks: KnownBlock[] = [
    ...sections([headOf(voice, scope), ...(sum ? [sumLine(voice, sum)] : []), ...lines]),
    ...listed,
    ...actions([...more, button('status', about, t.words.buttons.status), ...exportButtons(voice, figures)]),
    ...(listed.length === 0 ? comparedNotes(voice, periods) : []),
    ...(covers ? [small(t.questions.belongs(covers.whole.kind))] : []),
  ];
  return answered(voice, { scope, said, now }, blocks);
}

const percentOf = ({ due, onTime }: Omit<UnitTimeliness, 'unit'>): number | null =>
  due === 0 ? null : onTime === due ? 100 : Math.min(99, Math.round((onTime / due) * 100));

/** What is neither filed nor missed of what was due is still awaited. */
const owedOf = ({ due, onTime, late, missed }: Omit<UnitTimeliness, 'unit'>): number =>
  due - onTime - late - missed;

const tallyOf = ({ t }: Voice, row: Omit<UnitTimeliness, 'unit'>): string =>
  t.questions.tally({ ...row, owed: owedOf(row) }, percentOf(row));

/** Equal shares next to each other have the same place. */
function placesOf(rows: readonly UnitTimeliness[]): number[] {
  let place = 0;
  return rows.map((row, i) => {
    const before = rows[i - 1];
    if (before === undefined || percentOf(before) !== percentOf(row)) place = i + 1;
    return place;
  });
}

function tallyColumns({ t }: Voice, ranked: boolean, owed: boolean): Column[] {
  const { head } = t.tables;
  const numbers = [head.due, head.onTime, head.late, head.missed, ...(owed ? [head.owed] : []), head.share];
  return [
    ...(ranked ? [{ title: head.place }] : []),
    { title: head.unit },
    ...numbers.map((title): Column => ({ title, number: true })),
  ];
}

function tallyRow(row: UnitTimeliness, place: number | null, owed: boolean): string[] {
  const percent = percentOf(row);
  return [
    ...(place === null ? [] : [String(place)]),
    nameOf(row.unit),
    ...[row.due, row.onTime, row.late, row.missed, ...(owed ? [owedOf(row)] : [])].map(String),
    percent === null ? '' : `${percent}%`,
  ];
}

type Listed = { lines: Mrkdwn[]; blocks: KnownBlock[]; more: Button[] };

/** Of more than a screen of units that are not ranked, those with something to see come first. */
function inOrder({ rows, ranked }: Timeliness): readonly UnitTimeliness[] {
  if (ranked || rows.length <= ROWS_SHOWN) return rows;
  const isFine = (row: UnitTimeliness) => row.due === row.onTime;
  return [...rows.filter((row) => !isFine(row)), ...rows.filter(isFine)];
}

/** Few units as lines, more as a table, one screen at a time. */
function listedUnits(voice: Voice, timeliness: Timeliness): Listed {
  const { ranked, page } = timeliness;
  const rows = inOrder(timeliness);
  const places = placesOf(rows);
  const named = (row: UnitTimeliness, no: number): string =>
    ranked ? voice.t.questions.place(places[no]!, nameOf(row.unit)) : nameOf(row.unit);
  if (!isTabular(rows.length))
    return {
      lines: rows.map((row, no) => md`${bold(named(row, no))} · ${tallyOf(voice, row)}`),
      blocks: [],
      more: [],
    };
  const { shown, from, left } = screenOf(rows, page);
  const owed = rows.some((row) => owedOf(row) > 0);
  const cells = shown.map((row, no) => tallyRow(row, ranked ? places[from + no]! : null, owed));

  return {
    lines: [],
    blocks: [
      table(tallyColumns(voice, ranked, owed), cells),
      ...partLine(voice, from, shown.length, rows.length),
    ],
    more: moreButtons(voice, page, from + shown.length, left),
  };
}

function sumOf(rows: readonly UnitTimeliness[]): Omit<UnitTimeliness, 'unit'> {
  const sum = (key: 'due' | 'onTime' | 'late' | 'missed') => rows.reduce((all, row) => all + row[key], 0);
  return { due: sum('due'), onTime: sum('onTime'), late: sum('late'), missed: sum('missed') };
}

/** How punctual each unit was with one duty between two days, with the formula. */
export function renderTimeliness(timeliness: Timeliness, language: Language): Message {
  const voice = voiceOf(language, timeliness);
  const { t, d } = voice;
  const { duty, from, to, covers, ranked, rows, now } = timeliness;
  const span = covers ? coveredOf(voice, covers) : d.span(from, to);
  const scope = scopeOf([t.questions.timelinessTitle(duty.name), span]);
  const sum = tallyOf(voice, sumOf(rows));
  const all = rows.length > 1 ? [safe(t.words.labelled(t.questions.inAll(rows.length), sum))] : [];
  const { lines, blocks: listed, more } = listedUnits(voice, timeliness);
  const about = { ...campaignOf(timeliness.page), duty: duty.id };
  const status = button('status', about, t.words.buttons.status);
  const rule = covers ? [t.questions.belongs(covers.whole.kind)] : [];
  const order = rows.length > 1 ? [ranked ? t.questions.ranked : t.questions.notRanked] : [];
  const blocks: KnownBlock[] = [
    ...sections([
      headOf(voice, scope),
      ...all,
      ...(rows.length === 0 ? [safe(t.questions.alone(t.questions.nobodyDue))] : lines),
    ]),
    ...listed,
    ...actions([...more, status, ...exportButtons(voice, timeliness)]),
    small(t.words.sentences([...rule, t.questions.formula, ...order])),
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
