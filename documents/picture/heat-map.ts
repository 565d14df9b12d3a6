// Units × periods: a field for each, with its sign; on the left the names, above the periods, on the right the sums, below
// the key with how often each came.

import type { Canvas } from '@napi-rs/canvas';
import type { HeatLabels, KeyEntry } from '../../messages/picture.ts';
import { fitted, measuringPen, type Pen, widthOf, write } from './canvas.ts';
import { BODY_TOP, openPage, titleWidth } from './frame.ts';
import { INK, PAGE, SHADES, type Shade } from './look.ts';

const NAME = { size: 14, most: 230, gap: 16 };
const SUM = { size: 13, gap: 16 };
const FIELD = { height: 30, gap: 4, narrowest: 34, widest: 64, radius: 6, sign: 14 };
const HEAD = { height: 46, name: 13, below: 11 };
const KEY = { height: 26, field: 22, size: 13, gap: 22, top: 20 };

/** Where everything stands. */
type Plan = { names: number; field: number; sums: number; width: number; keyRows: KeyEntry[][] };

const stepOf = ({ field }: Plan): number => field + FIELD.gap;
const gridLeft = ({ names }: Plan): number => PAGE.pad + names + NAME.gap;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

function keyWidth(pen: Pen, { label, count }: KeyEntry): number {
  return KEY.field + 8 + widthOf(pen, `${label} ${count}`, { size: KEY.size }) + KEY.gap;
}

/** The key in as many rows as the width asks for. */
function keyRowsOf(pen: Pen, key: readonly KeyEntry[], room: number): KeyEntry[][] {
  const rows: KeyEntry[][] = [[]];
  let used = 0;
  for (const entry of key) {
    const width = keyWidth(pen, entry);
    if (used > 0 && used + width > room + KEY.gap) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(entry);
    used += width;
  }
  return rows;
}

function planOf(labels: HeatLabels): Plan {
  const pen = measuringPen();
  const widest = (texts: readonly string[], size: number) =>
    Math.ceil(Math.max(...texts.map((text) => widthOf(pen, text, { size }))));
  const names = Math.min(
    NAME.most,
    widest(
      labels.rows.map(({ name }) => name),
      NAME.size,
    ),
  );
  const sums = widest([labels.sumTitle, ...labels.rows.map(({ sum }) => sum)], SUM.size);
  const around = PAGE.pad * 2 + names + NAME.gap + SUM.gap + sums;
  const count = labels.columns.length;
  // Whole and even measures, so that signs of one kind are the same pixels in every field.
  const free = clamp((PAGE.width - around) / count - FIELD.gap, FIELD.narrowest, FIELD.widest);
  const field = Math.round(free / 2) * 2;
  const width = Math.ceil(Math.max(around + count * (field + FIELD.gap), titleWidth(labels)));
  return { names, field, sums, width, keyRows: keyRowsOf(pen, labels.key, width - PAGE.pad * 2) };
}

function hatch(pen: Pen, x: number, y: number, width: number, height: number): void {
  pen.save();
  pen.beginPath();
  pen.roundRect(x, y, width, height, FIELD.radius);
  pen.clip();
  pen.strokeStyle = '#d5dbe0';
  pen.lineWidth = 1;
  pen.beginPath();
  for (let at = x - height; at < x + width; at += 7) {
    pen.moveTo(at, y + height);
    pen.lineTo(at + height, y);
  }
  pen.stroke();
  pen.restore();
}

function drawField(pen: Pen, shade: Shade, x: number, y: number, width: number, height: number): void {
  pen.fillStyle = shade.fill;
  pen.beginPath();
  pen.roundRect(x, y, width, height, FIELD.radius);
  pen.fill();
  if (shade.hatched) hatch(pen, x, y, width, height);
  if (!shade.border) return;
  pen.strokeStyle = shade.border;
  pen.lineWidth = 1;
  pen.setLineDash(shade.dashed ? [3, 3] : []);
  pen.beginPath();
  pen.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, FIELD.radius);
  pen.stroke();
  pen.setLineDash([]);
}

function drawHead(pen: Pen, plan: Plan, labels: HeatLabels): void {
  labels.columns.forEach(({ name, below }, i) => {
    const middle = gridLeft(plan) + i * stepOf(plan) + plan.field / 2;
    const [head, under] = [
      { size: HEAD.name, weight: 'bold', align: 'center' } as const,
      { size: HEAD.below, align: 'center' } as const,
    ];
    write(pen, fitted(pen, name, plan.field + FIELD.gap, head), middle, BODY_TOP + 8, {
      ...head,
      color: INK.text,
    });
    write(pen, fitted(pen, below, plan.field + FIELD.gap, under), middle, BODY_TOP + 26, {
      ...under,
      color: INK.soft,
    });
  });
  const right = plan.width - PAGE.pad;
  write(pen, labels.sumTitle, sumRight(plan, labels, right), BODY_TOP + 8, {
    size: 12,
    color: INK.soft,
    align: 'right',
  });
}

/** The sums stand beside the last field, also where the title makes the page wider. */
const sumRight = (plan: Plan, { columns }: HeatLabels, right: number): number =>
  Math.min(right, gridLeft(plan) + columns.length * stepOf(plan) + SUM.gap + plan.sums);

function drawRow(pen: Pen, plan: Plan, labels: HeatLabels, no: number): void {
  const { name, cells, sum } = labels.rows[no]!;
  const top = BODY_TOP + HEAD.height + no * (FIELD.height + FIELD.gap);
  const middle = top + FIELD.height / 2;
  const lettering = { size: NAME.size };
  write(pen, fitted(pen, name, plan.names, lettering), PAGE.pad, middle, { ...lettering, color: INK.text });
  cells.forEach((cell, i) => {
    const shade = SHADES[cell];
    const left = gridLeft(plan) + i * stepOf(plan);
    drawField(pen, shade, left, top, plan.field, FIELD.height);
    const sign = { size: FIELD.sign, weight: 'bold', align: 'center', color: shade.ink } as const;
    write(pen, labels.sign[cell], left + plan.field / 2, middle, sign);
  });
  write(pen, sum, sumRight(plan, labels, plan.width - PAGE.pad), middle, {
    size: SUM.size,
    color: INK.text,
    align: 'right',
  });
}

function drawKey(pen: Pen, plan: Plan, labels: HeatLabels, top: number): void {
  plan.keyRows.forEach((row, no) => {
    let left = PAGE.pad;
    for (const entry of row) {
      const y = top + no * KEY.height;
      const shade = SHADES[entry.cell];
      drawField(pen, shade, left, y, KEY.field, KEY.field);
      const middle = y + KEY.field / 2;
      const sign = { size: 12, weight: 'bold', align: 'center', color: shade.ink } as const;
      write(pen, labels.sign[entry.cell], left + KEY.field / 2, middle, sign);
      const label = { size: KEY.size, color: INK.text };
      write(pen, `${entry.label} ${entry.count}`, left + KEY.field + 8, middle, label);
      left += keyWidth(pen, entry);
    }
  });
}

/** Draws units × periods. */
export function drawHeatMap(labels: HeatLabels): Canvas {
  const plan = planOf(labels);
  const grid = HEAD.height + labels.rows.length * (FIELD.height + FIELD.gap);
  const { canvas, pen } = openPage(labels, plan.width, grid + KEY.top + plan.keyRows.length * KEY.height);
  drawHead(pen, plan, labels);
  labels.rows.forEach((_, no) => {
    drawRow(pen, plan, labels, no);
  });
  drawKey(pen, plan, labels, BODY_TOP + grid + KEY.top);
  return canvas;
}
