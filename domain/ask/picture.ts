// Pictures that answers carry where a picture is faster than words: how every unit stood over periods (a heat map), and
// figures over periods (lines). Facts alone, complete in themselves: messages labels them, documents draws them. What is in
// a picture the asker has already been allowed to see in the answer that it stands beside.
// Invariant: a picture has at most 30 rows and 26 columns; what was left out is counted in it.

import type { DutyFacts, FigureFacts, Moment, PeriodFacts, UnitFacts } from '../facts.ts';
import type { Instant, Period, UnitId } from '../ids.ts';
import { standingOf, type TimedRow, timelinessOf } from '../obligation.ts';
import type { ObligationRow } from '../things.ts';
import type { Covered } from './facts.ts';

export const MOST_UNITS = 30;
export const MOST_PERIODS = 26;
const MOST_FIGURES = 6;
/** Fewer periods are said faster in words. */
const LEAST_PERIODS = 3;
/** One unit alone is a strip, and worth a look only when it is long. */
const LEAST_CELLS = 6;

/**
 * How one unit stood in one period, the gravest thing first: `missed` 漏报, `overdue` owed after the deadline, `returned` sent
 * back, `late`, `nil` nothing to report, `on_time`, `waived`, `open` still to come, `none` not owed at all.
 */
export const CELLS = [
  'missed',
  'overdue',
  'returned',
  'late',
  'nil',
  'on_time',
  'waived',
  'open',
  'none',
] as const;
export type Cell = (typeof CELLS)[number];

/** One unit over the columns; `onTime` of `due` is reckoned as in the answer. */
export type HeatRow = { unit: UnitFacts; cells: Cell[]; onTime: number; due: number };

/** Units × periods, columns by time. `hidden`: how many units and earlier periods found no room; then the gravest are shown. */
export type HeatMap = Moment & {
  kind: 'heat_map';
  duty: DutyFacts;
  columns: PeriodFacts[];
  covers?: Covered;
  rows: HeatRow[];
  hidden: { units: number; periods: number };
};

/** Figures over periods, columns by time; a value is null where nobody had reported. `units` null: all that report. */
export type Lines = Moment & {
  kind: 'lines';
  duty: DutyFacts;
  units: UnitFacts[] | null;
  area: string | null;
  columns: PeriodFacts[];
  covers?: Covered;
  series: { figure: FigureFacts; values: (number | null)[] }[];
  hidden: { figures: number; periods: number };
};

export type Picture = HeatMap | Lines;

/** What one row of the ledger looks like in a heat map at `now`. */
export function cellOf(row: TimedRow, now: Instant): Cell {
  const standing = standingOf(row, now);
  switch (standing) {
    case 'upcoming':
    case 'due':
      return 'open';
    case 'filed':
    case 'accepted':
      return filedCell(row, now);
    default:
      return standing;
  }
}

function filedCell(row: TimedRow, now: Instant): Cell {
  const timeliness = timelinessOf(row, now);
  if (timeliness === 'late' || timeliness === 'missed') return timeliness;
  return row.nil ? 'nil' : 'on_time';
}

const WEIGHTS: Partial<Record<Cell, number>> = { missed: 3, overdue: 2, late: 1, returned: 1 };
const gravityOf = ({ cells }: HeatRow): number =>
  cells.reduce((total, cell) => total + (WEIGHTS[cell] ?? 0), 0);

/** The gravest rows where there are too many, in the order in which they came. */
function fittingRows(rows: readonly HeatRow[]): HeatRow[] {
  if (rows.length <= MOST_UNITS) return [...rows];
  const weighed = rows.map((row) => ({ row, gravity: gravityOf(row) }));
  const gravest = weighed.sort((a, b) => b.gravity - a.gravity).slice(0, MOST_UNITS);
  const kept = new Set(gravest.map(({ row }) => row));
  return rows.filter((row) => kept.has(row));
}

/** How each unit stood, by period; of a period without rows nothing is known. */
export type Cells = ReadonlyMap<Period, ReadonlyMap<UnitId, Cell>>;

export type HeatSources = Moment & {
  duty: DutyFacts;
  /** By time. */
  periods: readonly PeriodFacts[];
  /** The longer span that they belong to. */
  covers?: Covered;
  units: readonly { unit: UnitFacts; onTime: number; due: number }[];
  cells: Cells;
};

/** A heat map of these cells of one duty; null where words are faster. Periods without a cell are left out. */
export function heatMapOf({ now, zone, duty, periods, covers, units, cells }: HeatSources): HeatMap | null {
  const begun = periods.filter(({ id }) => cells.has(id));
  const columns = begun.slice(-MOST_PERIODS);
  const all = units.map(({ unit, onTime, due }) => ({
    unit,
    onTime,
    due,
    cells: columns.map(({ id }) => cells.get(id)?.get(unit.id) ?? 'none'),
  }));
  if (columns.length < LEAST_PERIODS || all.length * columns.length < LEAST_CELLS) return null;
  const shown = fittingRows(all);
  const hidden = { units: all.length - shown.length, periods: begun.length - columns.length };
  return { kind: 'heat_map', now, zone, duty, columns, ...(covers && { covers }), rows: shown, hidden };
}

/** The cells of one period's rows, by unit. */
export const cellsOf = (
  rows: readonly (TimedRow & Pick<ObligationRow, 'unit'>)[],
  now: Instant,
): ReadonlyMap<UnitId, Cell> => new Map(rows.map((row) => [row.unit, cellOf(row, now)]));

export type LineSources = Moment & {
  duty: DutyFacts;
  units: UnitFacts[] | null;
  area: string | null;
  covers?: Covered;
  /** By time; a value is null where nobody had reported. */
  periods: readonly { period: PeriodFacts; totals: readonly (FigureFacts & { total: number })[] | null }[];
};

/** Figures over periods; null where words are faster, or there is nothing to draw a line between. */
export function linesOf({ now, zone, duty, units, area, covers, periods }: LineSources): Lines | null {
  const columns = periods.slice(-MOST_PERIODS);
  const figures = columns.find(({ totals }) => totals !== null)?.totals ?? [];
  const totalOf = (totals: LineSources['periods'][number]['totals'], id: string) =>
    totals?.find((total) => total.id === id)?.total ?? null;
  const series = figures.slice(0, MOST_FIGURES).map(({ id, name, unit, decimals }) => ({
    figure: { id, name, unit, decimals },
    values: columns.map(({ totals }) => totalOf(totals, id)),
  }));
  const known = columns.filter(({ totals }) => totals !== null).length;
  if (series.length === 0 || columns.length < LEAST_PERIODS || known < 2) return null;
  const hidden = { figures: figures.length - series.length, periods: periods.length - columns.length };
  const facts = columns.map(({ period }) => period);
  const said = { duty, units, area, ...(covers && { covers }) };
  return { kind: 'lines', now, zone, ...said, columns: facts, series, hidden };
}
