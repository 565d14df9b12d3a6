// Numbers as people write them: 12, １２ (already half width), 十二, 二十一, 第一百零三. Up to 9999, never negative.

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Source of a pattern for one number, in digits or in Chinese. */
export const NUMBER = '(?:\\d{1,4}|[零〇一二两三四五六七八九十百千]{1,7})';

const digitOf = (character: string): number =>
  DIGITS.indexOf(character === '〇' ? '零' : character === '两' ? '二' : character);

/** Reads a number that matched NUMBER; null where the characters make none. */
export function readNumber(written: string): number | null {
  if (/^\d+$/.test(written)) return Number(written);
  let sum = 0;
  let digit = 0;
  for (const character of written) {
    const unit = UNITS[character];
    if (unit === undefined) digit = digitOf(character);
    else sum += (digit === 0 && sum === 0 ? 1 : digit) * unit;
    if (unit !== undefined) digit = 0;
    if (digit < 0) return null;
  }
  return sum + digit;
}
