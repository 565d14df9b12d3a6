// Pictures as files: sound, small, the same each time, and lettered in the font that ships with us and in no other.

import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { library, openSheet, write } from '../../documents/picture/canvas.ts';
import { roundTop } from '../../documents/picture/lines.ts';
import { paint } from '../../documents/picture/paint.ts';
import { createPainter } from '../../documents/picture/painter.ts';
import type { Picture } from '../../domain/ask/picture.ts';
import { labelPicture } from '../../messages/picture.ts';
import { bundleProgram } from '../support/child-process.ts';
import { hostile } from '../support/hostile-facts.ts';
import { aHeatMap, someLines } from '../support/sample-pictures.ts';

const PICTURES: [string, Picture][] = [
  ['ten units over eight weeks', aHeatMap(10, 8)],
  ['thirty units over twenty-six weeks', aHeatMap(30, 26, { hidden: { units: 4, periods: 1 } })],
  ['three units over three weeks', aHeatMap(3, 3)],
  ['one figure over eight weeks', someLines(1, 8)],
  ['two figures over four weeks', someLines(2, 4)],
  ['two figures over twenty-six weeks', someLines(2, 26)],
];
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  it.each(PICTURES)('is a PNG of a readable size and well under a megabyte: %s', async (_, picture) => {
    const png = await paint(labelPicture(picture, language));
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(png.subarray(-8, -4).toString('latin1')).toBe('IEND');
    const { width, height } = sizeOf(png);
    expect(width).toBeGreaterThan(600);
    expect(width).toBeLessThan(3600);
    expect(height).toBeLessThan(3000);
    expect(png.length).toBeLessThan(900_000);
  });
});

it('has the same bytes for the same facts', async () => {
  for (const picture of [aHeatMap(10, 8), someLines(2, 8)]) {
    const [one, other] = [labelPicture(picture, 'zh'), labelPicture(structuredClone(picture), 'zh')];
    expect((await paint(one)).equals(await paint(other))).toBe(true);
  }
});

it('is drawn whatever the names, with sixty of everything', async () => {
  for (const picture of [hostile(aHeatMap(10, 8)), hostile(someLines(2, 8))]) {
    const { width } = sizeOf(await paint(labelPicture(picture, 'zh')));
    expect(width).toBeLessThan(8000);
  }
});

it.each([
  [0, 2],
  [0.4, 0.5],
  [1, 2],
  [2, 4],
  [4, 6],
  [14, 20],
  [15, 20],
  [86, 100],
  [99.5, 120],
  [101, 150],
  [1234, 1500],
])('puts %d under a scale that ends at %d', (greatest, top) => {
  expect(roundTop(greatest)).toBe(top);
});

it('writes whole numbers at a scale of whole things, its middle included', () => {
  const middles = Array.from({ length: 500 }, (_, i) => roundTop(i + 1) / 2);
  expect(middles.filter((middle) => !Number.isInteger(middle))).toEqual([]);
});

describe('the font', () => {
  const inkOf = (sign: string): string => {
    const { canvas, pen } = openSheet(18, 18);
    write(pen, sign, 1, 9, { size: 14, color: '#000000' });
    return Buffer.from(pen.getImageData(0, 0, canvas.width, canvas.height).data).toString('base64');
  };
  /** What a font draws for a sign that it does not have. */
  const box = () => inkOf('\u{10FFFD}');
  const missing = (signs: Iterable<string>): string => {
    const [none, empty] = [box(), inkOf(' ')];
    return [...signs].filter((sign) => [none, empty].includes(inkOf(sign))).join('');
  };
  const gb2312 = (): string[] => {
    const decoder = new TextDecoder('gb18030');
    const signs: string[] = [];
    for (let high = 0xb0; high <= 0xf7; high += 1)
      for (let low = 0xa1; low <= 0xfe; low += 1) signs.push(decoder.decode(Uint8Array.of(high, low)));
    return signs.filter((sign) => /^\p{Unified_Ideograph}$/u.test(sign));
  };

  it('is ours alone: the canvas knows none of the machine', () => {
    const families = library().GlobalFonts.families.map(({ family }) => family);
    expect(families.toSorted()).toEqual(['Duban', 'Noto Sans S Chinese']);
  });

  it('has every character of GB 2312', () => {
    expect(gb2312()).toHaveLength(6763);
    expect(missing(gb2312())).toBe('');
  });

  it('has the rare ones of names and places, and every sign that pictures use', () => {
    // The third level of 通用规范汉字表 as far as it lies outside the basic block, and characters people are named with.
    expect(
      missing(
        '㑇㛃㛚㧐㬎㭎㳇㳚㶲㸌㻬䁖䌹䎃䏲䓖䗖䜣䝙䣘䲟䴓䴙䶮𠳐𡎚𣲗𤧛𥔲𨙸𨟠𨱇𩽾𩾌𪟝𫄧𫖯𬍛𬭎𬱖喆堃淼镕垚昇祎翀嫄赟奭邨轷塥坶',
      ),
    ).toBe('');
    expect(missing('✓…–—·×/（）、：%+−0123456789ABCXYZabcxyz第周月家期')).toBe('');
  });

  it('leaves a sign out that it does not have, rather than taking it from elsewhere', () => {
    expect(inkOf('\u{1F436}')).toBe(inkOf(' '));
    expect(inkOf('\u{13000}')).toBe(box());
  });
});

describe('the painter', () => {
  let program: URL;
  beforeAll(async () => {
    program = pathToFileURL(await bundleProgram('documents/picture/paint-thread.ts'));
  });
  const labels = labelPicture(aHeatMap(3, 4), 'zh');
  const SILENT = new URL('data:text/javascript,setInterval(()=>{},1000)');
  const painters: ReturnType<typeof createPainter>[] = [];
  const painter = (...options: Parameters<typeof createPainter>) => {
    painters.push(createPainter(...options));
    return painters.at(-1)!;
  };
  afterAll(() => Promise.all(painters.map((each) => each.close())));

  it('draws in its thread what is drawn here, one after the other', async () => {
    const { paint: draw } = painter({ program });
    const [one, other] = await Promise.all([draw(labels), draw(labelPicture(someLines(1, 4), 'en'))]);
    expect(one.equals(await paint(labels))).toBe(true);
    expect(other.equals(one)).toBe(false);
  });

  it('begins anew after a thread that ended for want of work', async () => {
    const { paint: draw } = painter({ program, idleMs: 1 });
    const first = await draw(labels);
    expect((await draw(labels)).equals(first)).toBe(true);
  });

  it('gives up on a thread that does not answer, and is ready for the next', async () => {
    const { paint: draw } = painter({ program: SILENT, timeoutMs: 30 });
    await expect(draw(labels)).rejects.toThrow('took too long');
    await expect(draw(labels)).rejects.toThrow('took too long');
  });

  it('says what went wrong in drawing', async () => {
    const { paint: draw } = painter({ program });
    await expect(draw({ ...labels, columns: null as never })).rejects.toThrow(/null/);
    expect((await draw(labels)).length).toBeGreaterThan(1000);
  });

  it('takes no more than a few at once', async () => {
    const { paint: draw } = painter({ program: SILENT, timeoutMs: 30, mostWaiting: 1 });
    const waiting = expect(draw(labels)).rejects.toThrow('took too long');
    await expect(draw(labels)).rejects.toThrow('Too many');
    await waiting;
  });
});
