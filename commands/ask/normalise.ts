// Brings a typed text into the one form in which it is read: half width, simplified, lower case, without controls,
// mentions and polite padding. Knows no campaign and no intent.
// Invariant: `plain` and `cased` have the same length, so that what is quoted back keeps its capitals.

import { Converter } from 'opencc-js/t2cn';

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
  return converter(text);
}

const INVISIBLE = /\p{Cf}|\p{Co}|\p{Cn}|\p{Cs}|\p{Mn}|[\u115f\u1160\u3164]/gu;
const SLACK_MENTION = /<[@#][A-Z0-9]+(?:\|[^<>]*)?>/g;
const SLACK_LINK = /<(?:https?|mailto):[^|<>]*\|?([^<>]*)>/g;

const cleaned = (text: string): string =>
  simplified(
    text
      .slice(0, MOST_LOOKED_AT)
      .replace(SLACK_MENTION, ' ')
      .replace(SLACK_LINK, ' $1 ')
      .normalize('NFKC')
      .replace(/\p{Cc}/gu, ' ')
      .replace(INVISIBLE, '')
      .replace(/[’‘´`]/g, "'"),
  )
    .replace(/\s+/g, ' ')
    .trim();

/** What people say before a question out of politeness, and after it. */
const BEFORE = [
  '麻烦(?:你|您)?(?:再)?(?:帮(?:我|忙)?)?(?:(?:问|看|查|打听|说|报|列)(?:一)?下)?',
  '(?:我)?(?:想|要)?请(?:问|教)(?:一)?下?',
  '(?:我)?想(?:问|知道|了解|看看|查|看)(?:一下|下)?',
  '问(?:一)?(?:下|句|声)',
  '(?:请|劳驾|烦请|辛苦)(?:你|您)?(?:帮(?:我|忙))?(?:(?:看|查|问)(?:一)?下)?',
  '(?:能不能|可不可以|能否|可以|能)?(?:请)?(?:你|您)?帮(?:我|忙|我们|咱们)(?:(?:看|查|问|瞧)(?:看|查|一下|下|一看|一眼))?',
  '(?:能不能|可不可以|能否)(?:告诉(?:我|我们)?)?',
  '告诉(?:我|我们)(?:一下)?',
  '(?:你好|您好|早上好|早|嗨|不好意思|打扰(?:一下|了)?|那个|小督|督办机器人|同志|老师)(?=[\\s,,、!。~])',
  '(?:hi|hello|hey|good morning|good afternoon)(?: (?:there|duban))?(?=[\\s,!.])',
  '(?:@?duban)(?=[\\s,:])',
  '(?:could|can|would|will) (?:you|i|we) (?:please |kindly |pls )?(?:tell me|show me|give me|let me know|get me|check|see|have|know)?',
  '(?:please|pls|kindly)(?: (?:tell me|show me|let me know))?',
  "(?:i'd like to|i would like to|i want to|i need to) (?:know|see|ask)",
  '(?:do you know|any idea|tell me|remind me)',
  '(?:我)?(?:不是|不|没)(?:在|想)?(?:问|说|要|指|查|看)(?:的)?[^,。]{1,12},(?:我)?(?:要|想)?(?:而)?(?:是)?(?:想)?(?:问|说|要|指|查|看)(?:的是|的)?',
  "(?:i'?m |i am )?not (?:asking )?(?:about |for )[^,]{1,24},? (?:but )?(?:(?:i mean|i want|i'm asking(?: about| for)?|about|for) )?",
  '(?:sorry|excuse me|quick question|quick one)',
].map((source) => new RegExp(`^[\\s,、:!。~.]*(?:${source})(?![a-z])[\\s,、:!。~.]*`));
const AFTER =
  /[\s,、!。~.?]*(?:谢谢(?:你|您|了|啦)?|多谢|感谢|辛苦(?:了|啦)?|麻烦(?:了|你了|您了)|拜托(?:了)?|please|pls|thanks(?: a lot)?|thank you|thx|cheers)[\s!。~.]*$/;

function withoutPadding(text: string): { text: string; cut: number } {
  let rest = text.replace(AFTER, '');
  for (let found = true; found; ) {
    found = false;
    for (const pattern of BEFORE) {
      const next = rest.replace(pattern, '');
      if (next.length < rest.length && next !== '') [rest, found] = [next, true];
    }
  }
  return { text: rest, cut: text.replace(AFTER, '').length - rest.length };
}

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
