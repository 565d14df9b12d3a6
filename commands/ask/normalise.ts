// Brings a typed text into the one form in which it is read: half width, simplified, lower case, without controls,
// mentions and polite padding. Knows no campaign and no intent.
// Invariant: `plain` and `cased` have the same length, so that what is quoted back keeps its capitals.

import { Converter } from 'opencc-js/t2cn';
import { withoutPadding } from './padding.ts';

/** Longer than any question; what is longer is a paper, and is not read as one. */
export const MOST_CHARACTERS = 400;
/** No more than this is looked at, so that a pasted book costs nothing. */
export const MOST_LOOKED_AT = 10 * MOST_CHARACTERS;

let convert: ((text: string) => string) | null = null;

/** Loading the table takes a moment, so it is done at the first text that has Chinese in it. */
function simplified(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  const converter = convert ?? Converter({ from: 'tw', to: 'cn' });
  convert = converter;
  // Alone, 么 is taken for the traditional form of 幺.
  return inStandard(converter(text).replaceAll('幺', '么'));
}

/** Regional words by what they are in standard Chinese. */
const DIALECT: readonly (readonly [RegExp, string])[] = [
  [/冇|莫得|木有|冒(?=[报交填送])/g, '没'],
  [/啥子|么子|么事|啥个/g, '什么'],
  [/咋个|咋子|啷个/g, '怎么'],
  [/哪个(?=还没)/g, '谁'],
  [/(?<=[没吗了呢啊])(?:撒|噻|咧|嘞|咯)(?=$|[?。!,])/g, ''],
];
const inStandard = (text: string): string =>
  DIALECT.reduce((said, [word, standard]) => said.replace(word, standard), text);

const INVISIBLE = /\p{Cf}|\p{Co}|\p{Cn}|\p{Cs}|\p{Mn}|[\u115f\u1160\u3164]/gu;
const SLACK_MENTION = /<[@#][A-Z0-9]+(?:\|[^<>]*)?>/g;
const SLACK_LINK = /<(?:https?|mailto):[^|<>]*\|?([^<>]*)>/g;

/** Characters typed one by one: 本 周 谁 没 交. */
const SPELT_OUT = /(?<=(?:^| )[\p{Script=Han}\d]) (?=[\p{Script=Han}\d](?:[ ,?。!]|$))/gu;

/** 二〇一六年 is 2016年. */
const YEAR_SPELT = /[一二][〇零○一二三四五六七八九]{3}(?=年)/g;
const DIGITS = '零一二三四五六七八九';
const inDigits = (year: string): string =>
  [...year.replace(/[〇○]/g, '零')].map((digit) => DIGITS.indexOf(digit)).join('');

const cleaned = (text: string): string =>
  simplified(
    text
      .slice(0, MOST_LOOKED_AT)
      .replace(SLACK_MENTION, ' ')
      .replace(SLACK_LINK, ' $1 ')
      .normalize('NFKC')
      .replace(/\p{Cc}/gu, ' ')
      .replace(INVISIBLE, '')
      .replace(/\s+/g, ' ')
      .replace(SPELT_OUT, '')
      .replace(/[’‘´`]/g, "'")
      .replace(YEAR_SPELT, inDigits),
  )
    .replace(/\s+/g, ' ')
    .trim();

export type Normal = {
  /** As it is read. */
  plain: string;
  /** The same characters with their capitals. */
  cased: string;
  /** With its padding, for what is said by it alone. */
  whole: string;
};

/** Brings a text into the form in which it is read. */
export function normalise(typed: string): Normal {
  const cased = cleaned(typed);
  const lower = cased.toLowerCase();
  const whole = lower.length === cased.length ? lower : cased;
  const { text, cut } = withoutPadding(whole);
  return { plain: text, cased: cased.slice(cut, cut + text.length), whole };
}
