// Pictures as answers carry them on Friday 2016-08-05 at 16:00: ten units over eight weeks, and figures over the same.

import type { Cell, HeatMap, Lines } from '../../domain/ask/picture.ts';
import type { PeriodFacts } from '../../domain/facts.ts';
import { addDays, mondayOf, weekOf } from '../../domain/zone.ts';
import { on, period, unitId } from './builders.ts';
import { CHECKED, MOMENT, PROBLEMS, UNITS, unit, WEEKLY } from './sample-facts.ts';

/** The weeks up to the 31st of 2016. */
export function weeks(count: number): PeriodFacts[] {
  const last = mondayOf(on('2016-08-01'));
  return Array.from({ length: count }, (_, i) => {
    const from = addDays(last, (i + 1 - count) * 7);
    return { id: period(weekOf(from)), kind: 'week', from, to: addDays(from, 6) };
  });
}

const MOSTLY: Cell[] = ['on_time', 'on_time', 'nil', 'on_time', 'on_time', 'late', 'on_time'];
const RARELY: Cell[] = ['missed', 'waived', 'late', 'returned'];

function cellsOf(row: number, count: number): Cell[] {
  const isLast = (i: number) => i === count - 1;
  return Array.from({ length: count }, (_, i) => {
    if (isLast(i)) return (['on_time', 'overdue', 'open'] as const)[row % 3]!;
    return (row * 5 + i * 3) % 17 === 0 ? RARELY[(row + i) % 4]! : MOSTLY[(row * 3 + i) % 7]!;
  });
}

export function aHeatMap(units: number, periods: number, over: Partial<HeatMap> = {}): HeatMap {
  const names = Object.keys(UNITS).filter((id) => id !== 'jrb');
  const rows = Array.from({ length: units }, (_, row) => {
    const cells = cellsOf(row, periods);
    const id = names[row % names.length]!;
    const of =
      row < names.length ? unit(id) : { id: unitId(`u${row}`), name: `${unit(id).name}第${row}分局` };
    const onTime = cells.filter((cell) => cell === 'on_time' || cell === 'nil').length;
    return {
      unit: of,
      cells,
      onTime,
      due: cells.filter((cell) => cell !== 'waived' && cell !== 'open').length,
    };
  });
  const hidden = { units: 0, periods: 0 };
  return { kind: 'heat_map', ...MOMENT, duty: WEEKLY, columns: weeks(periods), rows, hidden, ...over };
}

export function someLines(figures: number, periods: number, over: Partial<Lines> = {}): Lines {
  const series = [CHECKED, PROBLEMS].slice(0, figures).map((figure, no) => ({
    figure: { id: figure.id, name: figure.name, unit: figure.unit, decimals: figure.decimals },
    values: Array.from({ length: periods }, (_, i) =>
      i === 2 && periods > 4 ? null : Math.round((40 + i * 9 + ((i * 37) % 23)) / (no + 1)),
    ),
  }));
  return {
    kind: 'lines',
    ...MOMENT,
    duty: WEEKLY,
    units: null,
    area: null,
    columns: weeks(periods),
    series,
    hidden: { figures: 0, periods: 0 },
    ...over,
  };
}
