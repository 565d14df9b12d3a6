// What all pictures have round them: title and scope above, what was left out below.

import type { PictureLabels } from '../../messages/picture.ts';
import { fitted, measuringPen, openSheet, type Pen, type Sheet, widthOf, write } from './canvas.ts';
import { INK, PAGE } from './look.ts';

/** Where the picture itself begins. */
export const BODY_TOP = PAGE.pad + 64;
const NOTE_HEIGHT = 26;

/** How wide the page is at least, so that title and scope stand on one line each. */
export function titleWidth({ title, scope }: PictureLabels): number {
  const pen = measuringPen();
  const title_ = widthOf(pen, title, { size: PAGE.titleSize, weight: 'bold' });
  return Math.max(title_, widthOf(pen, scope, { size: PAGE.scopeSize })) + PAGE.pad * 2;
}

function writeTitle(pen: Pen, { title, scope }: PictureLabels, width: number): void {
  const room = width - PAGE.pad * 2;
  const [head, under] = [{ size: PAGE.titleSize, weight: 'bold' } as const, { size: PAGE.scopeSize }];
  write(pen, fitted(pen, title, room, head), PAGE.pad, PAGE.pad + 10, { ...head, color: INK.title });
  write(pen, fitted(pen, scope, room, under), PAGE.pad, PAGE.pad + 38, { ...under, color: INK.soft });
}

/** A sheet for a body of this size, titled; the note stands at its foot. */
export function openPage(labels: PictureLabels, width: number, bodyHeight: number): Sheet {
  const note = labels.note === '' ? 0 : NOTE_HEIGHT;
  const height = BODY_TOP + bodyHeight + note + PAGE.pad - 6;
  const sheet = openSheet(width, height);
  writeTitle(sheet.pen, labels, width);
  if (note > 0) {
    const small = { size: PAGE.noteSize };
    const text = fitted(sheet.pen, labels.note, width - PAGE.pad * 2, small);
    write(sheet.pen, text, PAGE.pad, height - PAGE.pad, { ...small, color: INK.soft });
  }
  return sheet;
}
