// Text on the page can be read by everybody: 4.5 : 1 at least (WCAG 2.2, 1.4.3), in light and dark.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(new URL('../../desk/page/style/tokens.css', import.meta.url), 'utf8');
const [LIGHT = '', DARK = ''] = CSS.split('prefers-color-scheme: dark');

const coloursIn = (css: string): Record<string, string> =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const PAIRS: [text: string, ground: string][] = [
  ...['paper', 'side', 'sheet', 'raised', 'hover', 'accent-soft'].flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-2', ground],
  ]),
  ...['paper', 'side', 'sheet', 'raised', 'accent-soft'].map((ground): [string, string] => ['ink-3', ground]),
  ['accent', 'sheet'],
  ['accent', 'accent-soft'],
  ['fill-ink', 'fill'],
  ['sheet', 'seal'],
  ['seal', 'sheet'],
  ['seal', 'raised'],
  ['seal', 'seal-soft'],
  ['good', 'good-soft'],
  ['warn', 'warn-soft'],
];

describe.each([
  ['light', coloursIn(LIGHT)],
  ['dark', { ...coloursIn(LIGHT), ...coloursIn(DARK) }],
])('in %s', (_scheme, colours) => {
  it.each(PAIRS)('%s can be read on %s', (text, ground) => {
    expect(contrast(colours[text] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});
