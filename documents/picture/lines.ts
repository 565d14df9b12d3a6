// Figures over periods: a small chart for each, all over the same periods, each with its own scale from zero. Where nobody
// has reported the line breaks, so that nothing looks like a nought that is none.

import type { Canvas } from '@napi-rs/canvas';
import type { Column, LinesLabels, Panel } from '../../messages/picture.ts';
import { fitted, type Pen, widthOf, write } from './canvas.ts';
import { BODY_TOP, openPage, titleWidth } from './frame.ts';
import { CURVE, INK, PAGE } from './look.ts';

const GAP = 28;
const HEIGHT = { narrow: 212, wide: 268 };
/** More periods than this want the whole width. */
const NARROW_PERIODS = 9;
const INSIDE = { top: 52, bottom: 44, left: 44, right: 20 };
const LABEL = { size: 12, apart: 26 };

type Box = { left: number; top: number; width: number; height: number };
type Point = { x: number; y: number; value: number; label: string };

/** There is no half of an institution: from one on, the middle of a scale is whole as well. */
const hasWholeMiddle = (top: number): boolean => top < 1 || Number.isInteger(top / 2);

/** The least of a few round numbers, such as 20 or 150, that is above the greatest value, and whose half is round, too. */
export function roundTop(greatest: number): number {
  if (greatest <= 0) return 2;
  const power = 10 ** Math.floor(Math.log10(greatest));
  return (
    [1, 1.5, 2, 3, 4, 5, 6, 8, 10]
      .map((step) => step * power)
      .find((top) => top >= greatest * 1.02 && hasWholeMiddle(top)) ?? 12 * power
  );
}

const scaleText = (value: number): string => String(Math.round(value * 1000) / 1000);

const inner = ({ left, top, width, height }: Box): Box => ({
  left: left + INSIDE.left,
  top: top + INSIDE.top,
  width: width - INSIDE.left - INSIDE.right,
  height: height - INSIDE.top - INSIDE.bottom,
});

const columnX = ({ left, width }: Box, count: number, i: number): number =>
  left + (count === 1 ? width / 2 : ((i + 0.5) * width) / count);

/** The values that are known, as runs without a gap. */
function runsOf(box: Box, { values, labels }: Panel, top: number): Point[][] {
  const runs: Point[][] = [[]];
  values.forEach((value, i) => {
    if (value === null) {
      runs.push([]);
      return;
    }
    const y = box.top + box.height * (1 - Math.max(0, value) / top);
    runs.at(-1)!.push({ x: columnX(box, values.length, i), y, value, label: labels[i] ?? '' });
  });
  return runs.filter((run) => run.length > 0);
}

function drawGrid(pen: Pen, box: Box, top: number): void {
  for (const share of [0, 0.5, 1]) {
    const y = Math.round(box.top + box.height * (1 - share)) + 0.5;
    pen.strokeStyle = share === 0 ? '#b9c3cb' : INK.line;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(box.left, y);
    pen.lineTo(box.left + box.width, y);
    pen.stroke();
    write(pen, scaleText(top * share), box.left - 8, y, { size: 11, color: INK.soft, align: 'right' });
  }
}

function drawRun(pen: Pen, box: Box, run: readonly Point[]): void {
  const [first, last] = [run[0]!, run.at(-1)!];
  const along = () => {
    pen.beginPath();
    for (const { x, y } of run) pen.lineTo(x, y);
  };
  along();
  pen.lineTo(last.x, box.top + box.height);
  pen.lineTo(first.x, box.top + box.height);
  pen.fillStyle = CURVE.area;
  pen.fill();
  along();
  pen.strokeStyle = CURVE.line;
  pen.lineWidth = 2.25;
  pen.lineJoin = 'round';
  pen.stroke();
}

function drawDot(pen: Pen, { x, y }: Point): void {
  pen.beginPath();
  pen.arc(x, y, 3.75, 0, Math.PI * 2);
  pen.fillStyle = CURVE.dot;
  pen.fill();
  pen.strokeStyle = '#ffffff';
  pen.lineWidth = 1.5;
  pen.stroke();
}

/** Every value where there is room, else the last, the greatest and the least. */
function labelled(points: readonly Point[], box: Box, count: number): Point[] {
  if (box.width / count >= LABEL.apart + 8) return [...points];
  const byValue = points.toSorted((a, b) => a.value - b.value);
  return [...new Set([points.at(-1)!, byValue.at(-1)!, byValue[0]!])];
}

function drawColumns(pen: Pen, box: Box, columns: readonly Column[]): void {
  const widest = Math.max(...columns.map(({ name }) => widthOf(pen, name, { size: 12 })));
  const each = Math.ceil((widest + 8) / (box.width / columns.length));
  columns.forEach(({ name, below }, i) => {
    if ((columns.length - 1 - i) % each !== 0) return;
    const x = columnX(box, columns.length, i);
    write(pen, name, x, box.top + box.height + 15, { size: 12, color: INK.text, align: 'center' });
    write(pen, below, x, box.top + box.height + 31, { size: 10.5, color: INK.soft, align: 'center' });
  });
}

function drawGaps(pen: Pen, box: Box, { values }: Panel, word: string): void {
  const small = { size: 11, color: INK.soft, align: 'center' } as const;
  const hasRoom = widthOf(pen, word, small) < box.width / values.length;
  values.forEach((value, i) => {
    if (value !== null) return;
    const x = columnX(box, values.length, i);
    pen.strokeStyle = CURVE.gap;
    pen.lineWidth = 1;
    pen.setLineDash([2, 4]);
    pen.beginPath();
    pen.moveTo(x, box.top + (hasRoom ? 20 : 0));
    pen.lineTo(x, box.top + box.height);
    pen.stroke();
    pen.setLineDash([]);
    if (hasRoom) write(pen, word, x, box.top + 10, small);
  });
}

function drawPanel(pen: Pen, outer: Box, panel: Panel, { columns, noValue }: LinesLabels): void {
  const box = inner(outer);
  const title = { size: 15, weight: 'bold', color: INK.text } as const;
  write(pen, fitted(pen, panel.title, outer.width - 8, title), outer.left, outer.top + 12, title);
  const known = panel.values.filter((value) => value !== null);
  const top = roundTop(Math.max(0, ...known));
  drawGrid(pen, box, top);
  drawGaps(pen, box, panel, noValue);
  const runs = runsOf(box, panel, top);
  for (const run of runs) drawRun(pen, box, run);
  const points = runs.flat();
  for (const point of points) drawDot(pen, point);
  if (points.length > 0)
    for (const { x, y, label } of labelled(points, box, columns.length))
      write(pen, label, x, y - 14, { size: LABEL.size, weight: 'bold', color: INK.title, align: 'center' });
  drawColumns(pen, box, columns);
}

/** Draws figures over periods. */
export function drawLines(labels: LinesLabels): Canvas {
  const { panels, columns } = labels;
  const isWide = panels.length === 1 || columns.length > NARROW_PERIODS;
  const perRow = isWide ? 1 : 2;
  const height = isWide ? HEIGHT.wide : HEIGHT.narrow;
  const page = Math.max(PAGE.width, titleWidth(labels));
  const width = (page - PAGE.pad * 2 - GAP * (perRow - 1)) / perRow;
  const rows = Math.ceil(panels.length / perRow);
  const { canvas, pen } = openPage(labels, page, rows * height + (rows - 1) * GAP);
  panels.forEach((panel, i) => {
    const left = PAGE.pad + (i % perRow) * (width + GAP);
    const top = BODY_TOP + Math.floor(i / perRow) * (height + GAP);
    drawPanel(pen, { left, top, width, height }, panel, labels);
  });
  return canvas;
}
