// How pictures look: measures in layout pixels, and colours. Every colour has a sign on it, and those that mean trouble are
// also the darker ones, so that whoever sees no difference between red and green still sees which fields are grave.

import type { Cell } from '../../domain/ask/picture.ts';

export const INK = { title: '#14212b', text: '#27343f', soft: '#6b7883', line: '#e3e8ec', faint: '#f4f6f8' };
export const PAGE = { pad: 32, width: 920, titleSize: 22, scopeSize: 13.5, noteSize: 12 };

export type Shade = { fill: string; ink: string; border?: string; dashed?: true; hatched?: true };

/** Light where all is well, warm and dark where it is not (after the palette of Okabe and Ito). */
export const SHADES: Record<Cell, Shade> = {
  missed: { fill: '#9b1c1c', ink: '#ffffff' },
  overdue: { fill: '#d6512a', ink: '#ffffff' },
  returned: { fill: '#7a6bb0', ink: '#ffffff' },
  late: { fill: '#f3b23e', ink: '#4a3000' },
  nil: { fill: '#dfe9f5', ink: '#355f8c' },
  on_time: { fill: '#d3ebe4', ink: '#1d6b5e' },
  waived: { fill: '#eceff2', ink: '#66727d', hatched: true },
  open: { fill: '#ffffff', ink: '#95a1ab', border: '#c3ccd4', dashed: true },
  none: { fill: '#f8f9fb', ink: '#c3ccd4' },
};

export const CURVE = { line: '#0f6b72', area: 'rgba(15, 107, 114, 0.09)', dot: '#0f6b72', gap: '#aab4bd' };
