// Everything that is read on a picture, and in place of it: titles, names, signs, the key, and the sentence for those who
// cannot see it. Takes the facts of domain/ask/picture.ts; how anything is drawn, documents/picture knows.
// Invariant: the sentence says what the picture says, so that whoever gets no picture misses nothing.

import {
  CELLS,
  type Cell,
  type HeatMap,
  type HeatRow,
  type Lines,
  type Picture,
} from '../domain/ask/picture.ts';
import type { Language } from '../domain/campaign.ts';
import type { FigureFacts, PeriodFacts } from '../domain/facts.ts';
import { plain, safe, truncate } from './escape.ts';
import { plainNumber, type Voice, voiceOf } from './views/phrases.ts';
import { coveredOf, nameOf, whoseOf } from './views/question-scope.ts';

const NAME_LENGTH = 40;
const TITLE_LENGTH = 80;
/** Slack takes 2000 of an image block, and of a file's description half of that. */
const ALT_LENGTH = 1000;
const UNITS_TOLD = 12;

export type Column = { name: string; below: string };
type Labels = {
  title: string;
  /** Size, span and moment. */
  scope: string;
  /** What found no room; empty where all did. */
  note: string;
  columns: Column[];
  /** What the picture says, as text. */
  alt: string;
  /** One line of markup to stand above it. */
  caption: string;
  /** The file's name, without an ending. */
  fileName: string;
};
export type KeyEntry = { cell: Cell; label: string; count: number };
export type HeatLabels = Labels & {
  kind: 'heat_map';
  rows: { name: string; cells: Cell[]; sum: string }[];
  sumTitle: string;
  sign: Record<Cell, string>;
  key: KeyEntry[];
};
/** `values` are drawn, `labels` are what is written at them. */
export type Panel = { title: string; values: (number | null)[]; labels: (string | null)[] };
export type LinesLabels = Labels & { kind: 'lines'; panels: Panel[]; noValue: string };
export type PictureLabels = HeatLabels | LinesLabels;

function columnOf({ t, d }: Voice, period: PeriodFacts): Column {
  const below = t.pictures.day(period.from);
  if (period.kind === 'week') return { name: t.pictures.week(Number(period.id.slice(-2))), below };
  if (period.kind === 'month')
    return { name: t.pictures.month(Number(period.from.slice(5, 7))), below: period.from.slice(0, 4) };
  return { name: plain(d.periodName(period) || d.span(period.from, period.to), NAME_LENGTH), below };
}

/** 第25周, or where it has no name of its own its days. */
const periodOf = ({ d }: Voice, period: PeriodFacts): string =>
  plain(d.periodName(period) || d.span(period.from, period.to), NAME_LENGTH);

/** What the answer counts, in the answer's own words. */
function spanOf(voice: Voice, { columns, covers }: Picture): string {
  return covers ? coveredOf(voice, covers) : voice.d.span(columns[0]!.from, columns.at(-1)!.to);
}

const isTrouble = (cell: Cell): boolean => cell === 'missed' || cell === 'overdue' || cell === 'late';

/** 市工商局（第30周漏报、第31周迟报） */
function troublesOf(voice: Voice, { unit, cells }: HeatRow, columns: readonly PeriodFacts[]): string {
  const { t } = voice;
  const told = cells.flatMap((cell, i) =>
    isTrouble(cell) ? [t.pictures.inPeriod(periodOf(voice, columns[i]!), t.pictures.cell[cell])] : [],
  );
  return t.questions.unitNote(nameOf(unit), t.words.list(told));
}

function heatAlt(voice: Voice, { rows, columns }: HeatMap, title: string, key: readonly KeyEntry[]): string {
  const { t } = voice;
  const counts = t.words.clauses(key.map(({ label, count }) => t.pictures.cellCount(label, count)));
  const troubled = rows.filter(({ cells }) => cells.some(isTrouble));
  const named = troubled.slice(0, UNITS_TOLD).map((row) => troublesOf(voice, row, columns));
  const troubles =
    named.length === 0
      ? t.pictures.noTroubles
      : t.pictures.troubles(t.words.list(named), troubled.length - named.length);
  return t.words.sentences([t.pictures.altHeat(title).trim(), t.words.sentence(counts), troubles]);
}

const keyOf = ({ t }: Voice, rows: readonly HeatRow[]): KeyEntry[] => {
  const all = rows.flatMap(({ cells }) => cells);
  return CELLS.filter((cell) => cell !== 'none')
    .map((cell) => ({
      cell,
      label: t.pictures.cell[cell],
      count: all.filter((each) => each === cell).length,
    }))
    .filter(({ count }) => count > 0);
};

const noteOf = ({ t }: Voice, { hidden, covers }: Picture): string => {
  const said = Object.entries(hidden)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => t.pictures.hidden[what as 'units' | 'periods' | 'figures'](count));
  return t.words.sentences([
    ...(covers ? [t.questions.belongs(covers.whole.kind)] : []),
    ...(said.length === 0 ? [] : [t.words.clauses(said)]),
  ]);
};

const asciiName = (picture: Picture): string =>
  `duban-${picture.kind === 'heat_map' ? 'timeliness' : 'figures'}-${picture.columns.at(-1)!.to}`;

function labelHeat(voice: Voice, picture: HeatMap): HeatLabels {
  const { t, d } = voice;
  const { rows, columns, duty, now } = picture;
  const title = t.questions.timelinessTitle(plain(duty.name, TITLE_LENGTH));
  const scope = [
    t.pictures.size(rows.length, columns.length),
    spanOf(voice, picture),
    t.words.asOf(d.at(now)),
  ].join(' · ');
  const key = keyOf(voice, rows);
  const full = `${title} · ${scope}`;
  return {
    kind: 'heat_map',
    title,
    scope,
    note: noteOf(voice, picture),
    columns: columns.map((period) => columnOf(voice, period)),
    rows: rows.map(({ unit, cells, onTime, due }) => ({
      name: plain(unit.name, NAME_LENGTH),
      cells,
      sum: due === 0 ? '–' : `${onTime}/${due}`,
    })),
    sumTitle: t.pictures.sumTitle,
    sign: t.pictures.sign,
    key,
    alt: truncate(heatAlt(voice, picture, full, key), ALT_LENGTH),
    caption: safe(t.pictures.caption(full)).mrkdwn,
    fileName: asciiName(picture),
  };
}

type Series = Lines['series'][number];

/** 排查机构数（家）：第30周 31，第31周 86；*/
function seriesAlt(voice: Voice, { figure, values }: Series, columns: readonly PeriodFacts[]): string {
  const { t } = voice;
  const told = values.flatMap((value, i) =>
    value === null
      ? []
      : [t.pictures.inPeriod(periodOf(voice, columns[i]!), plainNumber(value, figure.decimals))],
  );
  return t.words.sentence(t.words.labelled(titleOf(voice, figure), t.words.list(told)));
}

const titleOf = ({ t }: Voice, { name, unit }: FigureFacts): string =>
  t.forms.figure(plain(name, NAME_LENGTH), plain(unit, NAME_LENGTH));

function panelOf(voice: Voice, { figure, values }: Series): Panel {
  return {
    title: titleOf(voice, figure),
    values,
    labels: values.map((value) => (value === null ? null : plainNumber(value, figure.decimals))),
  };
}

function labelLines(voice: Voice, picture: Lines): LinesLabels {
  const { t, d } = voice;
  const { duty, units, area, columns, series, now } = picture;
  const title = t.questions.figureTitle(plain(duty.name, TITLE_LENGTH));
  const scope = [
    whoseOf(voice, { own: false, area, units }),
    t.pictures.periods(columns.length),
    spanOf(voice, picture),
    t.words.asOf(d.at(now)),
  ].join(' · ');
  const full = `${title} · ${scope}`;
  const said = series.map((each) => seriesAlt(voice, each, columns));
  return {
    kind: 'lines',
    title,
    scope,
    note: noteOf(voice, picture),
    columns: columns.map((period) => columnOf(voice, period)),
    panels: series.map((each) => panelOf(voice, each)),
    noValue: t.pictures.noValue,
    alt: truncate(t.words.sentences([t.pictures.altLines(full).trim(), ...said]), ALT_LENGTH),
    caption: safe(t.pictures.caption(full)).mrkdwn,
    fileName: asciiName(picture),
  };
}

/** All words of a picture in one language; `alt` has at most 1000 characters. */
export function labelPicture(picture: Picture, language: Language): PictureLabels {
  const voice = voiceOf(language, picture);
  return picture.kind === 'heat_map' ? labelHeat(voice, picture) : labelLines(voice, picture);
}
