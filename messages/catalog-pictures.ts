// The phrases on pictures and beside them. Part of the Catalog (catalog.ts). Every colour on a picture has a sign and a word;
// whoever cannot see the picture reads the same as a sentence.

import type { Cell } from '../domain/ask/picture.ts';
import type { CivilDate } from '../domain/ids.ts';

export type PictureWords = {
  /** How a unit stood in a period, in a word for the key. */
  cell: Record<Cell, string>;
  /** The same as one sign for the field itself; empty where there is nothing to say. */
  sign: Record<Cell, string>;
  /** A week at the head of a narrow column: 31周. */
  week(no: number): string;
  month(no: number): string;
  /** The first day of a column, as short as can be: 8/1. */
  day(date: CivilDate): string;
  /** 10 家 × 8 期 */
  size(units: number, periods: number): string;
  periods(count: number): string;
  /** Over the last column: filed in time, of how many due. */
  sumTitle: string;
  hidden: Record<'units' | 'periods' | 'figures', (count: number) => string>;
  noValue: string;
  /** 表格图：… or 折线图：…, what the picture is before what it says. */
  altHeat(title: string): string;
  altLines(title: string): string;
  cellCount(word: string, count: number): string;
  /** 市工商局（第30周漏报、第31周迟报）; of all others nothing is to be said. */
  troubles(named: string, others: number): string;
  noTroubles: string;
  /** 第30周 漏报, 第30周 31 */
  inPeriod(period: string, what: string): string;
  /** What stands above the picture, where it follows the words of the answer. */
  caption(title: string): string;
};
