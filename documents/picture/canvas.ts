// The canvas that pictures are drawn on, and the font that they are lettered in: both ship in packages, so a picture looks
// the same on every machine and no font needs to be on any. Loaded with the first picture, never at the start.
// Invariant: the canvas knows no font but ours. The machine's are shut out before it is loaded, so a sign that our font does
// not have is left out rather than drawn in somebody else's.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';

export type Pen = SKRSContext2D;
export type Weight = 'regular' | 'bold';

/** Pixels of the file for one of the layout: sharp on the screens of today. */
const SCALE = 2;
const FAMILY = 'Duban';
/** Noto Sans in Chinese: every character of the 通用规范汉字表, under the Open Font Licence. */
const FONT_PACKAGE = '@embedpdf/fonts-sc';
const FILES: Record<Weight, string> = { regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' };
const WEIGHTS: Record<Weight, number> = { regular: 400, bold: 700 };

type Library = typeof import('@napi-rs/canvas');
let loaded: Library | null = null;

/** The library with our font and no other. */
export function library(): Library {
  loaded ??= load();
  return loaded;
}

function load(): Library {
  process.env.DISABLE_SYSTEM_FONTS_LOAD = '1';
  const require = createRequire(import.meta.url);
  const canvas = require('@napi-rs/canvas') as Library;
  const fonts = join(dirname(require.resolve(FONT_PACKAGE)), '../fonts');
  for (const file of Object.values(FILES)) {
    if (!canvas.GlobalFonts.registerFromPath(join(fonts, file), FAMILY))
      throw new Error(`The font ${file} of ${FONT_PACKAGE} could not be read.`);
  }
  return canvas;
}

/** A pen on an empty canvas, for measuring. */
export const measuringPen = (): Pen => library().createCanvas(1, 1).getContext('2d');

export type Sheet = { canvas: Canvas; pen: Pen };

/** A white sheet of so many layout pixels, with a pen that draws in them. */
export function openSheet(width: number, height: number): Sheet {
  const canvas = library().createCanvas(Math.ceil(width) * SCALE, Math.ceil(height) * SCALE);
  const pen = canvas.getContext('2d');
  pen.scale(SCALE, SCALE);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, Math.ceil(width), Math.ceil(height));
  return { canvas, pen };
}

export type Lettering = {
  size: number;
  color: string;
  weight?: Weight;
  align?: 'left' | 'center' | 'right';
};

/** Signs in colour are in no font of ours. */
const UNDRAWABLE = /\p{Extended_Pictographic}|\u200d|\ufe0f/gu;
const drawable = (text: string): string => text.replace(UNDRAWABLE, '').trim();

const fontOf = ({ size, weight = 'regular' }: Pick<Lettering, 'size' | 'weight'>): string =>
  `${WEIGHTS[weight]} ${size}px ${FAMILY}`;

/** How wide a text will be, in layout pixels. */
export function widthOf(pen: Pen, text: string, lettering: Pick<Lettering, 'size' | 'weight'>): number {
  pen.font = fontOf(lettering);
  return pen.measureText(drawable(text)).width;
}

/** A text cut with an ellipsis so that it is not wider than `most`. */
export function fitted(
  pen: Pen,
  text: string,
  most: number,
  lettering: Pick<Lettering, 'size' | 'weight'>,
): string {
  if (widthOf(pen, text, lettering) <= most) return text;
  const points = [...drawable(text)];
  while (points.length > 1 && widthOf(pen, `${points.join('')}…`, lettering) > most) points.pop();
  return `${points.join('')}…`;
}

/** Writes a text with its middle at this height. */
export function write(pen: Pen, text: string, x: number, middle: number, lettering: Lettering): void {
  pen.font = fontOf(lettering);
  pen.fillStyle = lettering.color;
  pen.textAlign = lettering.align ?? 'left';
  pen.textBaseline = 'alphabetic';
  // Chinese characters stand a little below the baseline: a third of the size centres both scripts.
  pen.fillText(drawable(text), x, middle + lettering.size * 0.36);
}
