// Where typed text becomes safe to show. Every name, reason and report was typed by somebody, so none of it may
// call a channel, pose as a link or turn the line round. Mrkdwn is an object and not a string, so that text which was
// not escaped cannot get where Slack reads markup: only `md` and its kin make one.

declare const brand: unique symbol;
/** Text in Slack's markup in which everything typed is escaped. */
export type Mrkdwn = { readonly mrkdwn: string; readonly [brand]: 'mrkdwn' };

const marked = (mrkdwn: string): Mrkdwn => ({ mrkdwn }) as Mrkdwn;

/** Controls but the line feed, bidi and zero-width formatting, lone surrogates, line and paragraph separators. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Takes out what cannot be seen but changes how text is read; a tab becomes a blank, CRLF a line feed. */
export const clean = (typed: string): string =>
  typed.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(UNSEEN, '');

/** How long a text is for Slack: in code points. */
export const lengthOf = (text: string): number => [...text].length;

/** Cuts a text to at most `most` code points, the last of which is then an ellipsis. */
export function truncate(text: string, most: number): string {
  const points = [...text];
  return points.length <= most ? text : `${points.slice(0, most - 1).join('')}…`;
}

/** Text for a `plain_text` object: cleaned, on one line, not longer than `most` code points. */
export const plain = (typed: string, most: number): string =>
  truncate(clean(typed).replace(/\n+/g, ' ').trim(), most);

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Escapes typed text as a whole; line feeds stay. */
export const safe = (typed: string): Mrkdwn => marked(escaped(clean(typed)));

type Part = string | number | Mrkdwn;
const partText = (part: Part): string =>
  typeof part === 'object' ? part.mrkdwn : escaped(clean(String(part)));

/** Markup with typed text in it: what is interpolated is escaped, unless it is markup itself. */
export const md = (literal: TemplateStringsArray, ...parts: Part[]): Mrkdwn =>
  marked(literal.map((text, i) => text + (i < parts.length ? partText(parts[i]!) : '')).join(''));

/** Sets in bold, on one line, as Slack's bold wants it. */
export const bold = (text: string): Mrkdwn => md`*${oneLine(text)}*`;
/** Sets in italics: small print. */
export const italic = (text: string): Mrkdwn => md`_${oneLine(text)}_`;
/** Typed text marked off as a quotation, line by line. */
export const quote = (text: Mrkdwn): Mrkdwn => marked(text.mrkdwn.replace(/^/gm, '> '));

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** A message of a Slack: nothing in it could end the link or lead astray. */
const PERMALINK = /^https?:\/\/[\w.:-]+\/archives\/[A-Z0-9]+\/p\d+(?:\?[\w=&.-]*)?$/;

/** Text that leads to a Slack message; an address that is none is left out. */
export const linked = (permalink: string, text: string): Mrkdwn =>
  PERMALINK.test(permalink) ? md`<${permalink}|${oneLine(text).replace(/\|/g, '∣')}>` : safe(text);

/** Joins markup with a literal separator. */
export const join = (parts: readonly Mrkdwn[], separator: string): Mrkdwn =>
  marked(parts.map((part) => part.mrkdwn).join(separator));

/** Addresses a person if the id is a real Slack id, else names them. */
export const mention = (person: { name: string; slack: string | null }): Mrkdwn =>
  person.slack !== null && /^[UW][A-Z0-9]+$/.test(person.slack)
    ? marked(`<@${person.slack}>`)
    : safe(person.name);

/**
 * Cuts typed text into pieces that are each at most `most` code points long once they are escaped.
 * Nothing is lost, and pieces break at line ends where there is one in their second half.
 */
export function pieces(typed: string, most: number): Mrkdwn[] {
  const found: Mrkdwn[] = [];
  for (let rest = [...clean(typed)]; rest.length > 0; ) {
    const size = pieceSize(rest, most);
    found.push(safe(rest.slice(0, size).join('')));
    rest = rest.slice(size);
  }
  return found;
}

function pieceSize(points: readonly string[], most: number): number {
  let length = 0;
  let size = 0;
  while (size < points.length && length + escaped(points[size]!).length <= most) {
    length += lengthOf(escaped(points[size]!));
    size++;
  }
  if (size === points.length) return size;
  const lineEnd = points.lastIndexOf('\n', size - 1);
  return lineEnd > size / 2 ? lineEnd + 1 : size;
}

/** Typed text cut so that it is at most `most` code points long once escaped. */
export function excerpt(typed: string, most: number): Mrkdwn {
  const [first, second] = pieces(typed.trim(), most - 1);
  if (first === undefined) return safe('');
  return second === undefined ? first : marked(`${first.mrkdwn.trimEnd()}…`);
}
