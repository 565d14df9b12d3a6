// A labelled picture as a PNG file. Drawing is quick; making the file is left to the library's own threads.
// Invariant: the same labels give the same bytes.

import type { PictureLabels } from '../../messages/picture.ts';
import { drawHeatMap } from './heat-map.ts';
import { drawLines } from './lines.ts';

/** Draws a picture and answers the bytes of a PNG file. */
export const paint = (labels: PictureLabels): Promise<Buffer> =>
  (labels.kind === 'heat_map' ? drawHeatMap(labels) : drawLines(labels)).encode('png');
