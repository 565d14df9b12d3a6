// The words of a text as they are looked for: one reading for what is kept and for what is asked, so that both engines of
// the store find the same. Chinese has no spaces, so a run of its characters is every two of them that stand side by side
// (two characters suffice), and its last one alone, so that a single character is found as the beginning of something;
// Latin letters and digits are whole words.
//
// A text holds a query when it holds each of its stretches (what stands between blanks) as it stands. Terms only lead there
// quickly; they are letters and digits of ASCII, which no engine's own reading of words can take apart.

/**
 * What a query asks of a text: every term (one ending in `*` is a beginning), and every needle in the plain text. `unproven`
 * are the needles that a text may lack though it has all terms.
 */
export type SearchWords = { terms: string[]; needles: string[]; unproven: string[] };

const MOST_KEPT = 20_000;
const MOST_ASKED = 200;
const MOST_TERMS = 24;
const WORD_LENGTH = 32;

const IN_RUNS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}々〇ー]$/u;
const IN_WORDS = /^[\p{L}\p{N}\p{M}]$/u;
/** Nobody sees them, so they part nothing. */
const UNSEEN = /^\p{Cf}$/u;
const ASCII = /^[a-z0-9]+$/;

/** A run of Chinese or a whole word, spelt plainly, with where it stands in the text (UTF-16, the end excluded). */
type Piece = { kind: 'run' | 'word'; points: string[]; at: number[]; ends: number[] };
type Point = { kind: Piece['kind'] | null; point: string; at: number; end: number };

const kindOf = (point: string): Piece['kind'] | null =>
  IN_RUNS.test(point) ? 'run' : IN_WORDS.test(point) ? 'word' : null;

/** Each character by itself, half width and lower case; one may become several (㎡ is m2). */
function* pointsOf(text: string, most: number): Generator<Point> {
  let at = 0;
  let count = 0;
  for (const char of text) {
    if (count === most) return;
    count += 1;
    const end = at + char.length;
    if (!UNSEEN.test(char))
      for (const point of char.normalize('NFKC').toLowerCase()) yield { kind: kindOf(point), point, at, end };
    at = end;
  }
}

function piecesOf(text: string, most: number): Piece[] {
  const pieces: Piece[] = [];
  let goesOn = false;
  for (const { kind, point, at, end } of pointsOf(text, most)) {
    if (kind !== null) {
      if (!goesOn || pieces.at(-1)?.kind !== kind) pieces.push({ kind, points: [], at: [], ends: [] });
      add(pieces.at(-1)!, point, at, end);
    }
    goesOn = kind !== null;
  }
  return pieces;
}

function add(piece: Piece, point: string, at: number, end: number): void {
  piece.points.push(point);
  piece.at.push(at);
  piece.ends.push(end);
}

/** Characters in letters and digits of ASCII, four for each, so that the beginning of a term is that of a text. */
export const spelt = (points: readonly string[]): string =>
  points.map((point) => point.codePointAt(0)!.toString(36).padStart(4, '0')).join('');

const wordTerm = (points: readonly string[]): string => {
  const word = points.slice(0, WORD_LENGTH);
  return ASCII.test(word.join('')) ? `w${word.join('')}` : `x${spelt(word)}`;
};

const pairs = (points: readonly string[]): string[] =>
  points.slice(1).map((point, index) => `c${spelt([points[index]!, point])}`);

const keptTerms = ({ kind, points }: Piece): string[] =>
  kind === 'word' ? [wordTerm(points)] : [...pairs(points), `c${spelt(points.slice(-1))}`];

const askedTerms = ({ kind, points }: Piece): string[] => {
  if (kind === 'word') return [wordTerm(points)];
  return points.length === 1 ? [`c${spelt(points)}*`] : pairs(points);
};

const joined = (pieces: readonly Piece[]): string => pieces.map(({ points }) => points.join('')).join(' ');

/** The text in which needles are looked for: runs and words with one blank between them, before and after. */
export const plainText = (text: string): string => ` ${joined(piecesOf(text, MOST_KEPT))} `;

/** Every term of a text that is kept, each once; texts are read to 20 000 characters. */
export const keptTermsOf = (text: string): string[] => [
  ...new Set(piecesOf(text, MOST_KEPT).flatMap(keptTerms)),
];

/** A word must stand whole; a run of Chinese may stand in a longer one. */
const needleOf = (pieces: readonly Piece[]): string =>
  `${pieces[0]!.kind === 'word' ? ' ' : ''}${joined(pieces)}${pieces.at(-1)!.kind === 'word' ? ' ' : ''}`;

const stretchesOf = (query: string): Piece[][] =>
  [...query]
    .slice(0, MOST_ASKED)
    .join('')
    .split(/\s+/)
    .map((stretch) => piecesOf(stretch, MOST_ASKED))
    .filter((pieces) => pieces.length > 0);

/** Whether one term says all of it. */
const isProven = (pieces: readonly Piece[]): boolean => {
  const [{ kind, points } = { kind: null, points: [] }, ...others] = pieces;
  return others.length === 0 && points.length <= (kind === 'run' ? 2 : WORD_LENGTH);
};

/** What a query asks for, of its first 200 characters; null where nothing in it can be looked for. */
export function searchWordsOf(query: string): SearchWords | null {
  const stretches = stretchesOf(query);
  if (stretches.length === 0) return null;
  const terms = [...new Set(stretches.flat().flatMap(askedTerms))];
  const isCut = terms.length > MOST_TERMS;
  const unproven = stretches.filter((stretch) => isCut || !isProven(stretch));
  return {
    terms: terms.slice(0, MOST_TERMS),
    needles: [...new Set(stretches.map(needleOf))],
    unproven: [...new Set(unproven.map(needleOf))],
  };
}

/** Whether a text holds what is asked for: what the store answers with its index, said plainly. */
export const holds = (text: string, { needles }: SearchWords): boolean => {
  const plain = plainText(text);
  return needles.every((needle) => plain.includes(needle));
};

/** Where in a text (UTF-16, the end excluded) the stretches of a query stand, in their order, none inside another. */
export function findStretches(text: string, { needles }: SearchWords): [from: number, to: number][] {
  const pieces = piecesOf(text, MOST_KEPT);
  const plain = ` ${joined(pieces)} `;
  const at = placesIn(pieces, (piece) => piece.at);
  const ends = placesIn(pieces, (piece) => piece.ends);
  const found = needles.flatMap((needle) => occurrences(plain, needle));
  return merged(found.map(([from, to]): [number, number] => [at[from]!, ends[to]!]));
}

/** For each UTF-16 unit of the plain text its place in the text itself; -1 for the blanks between pieces. */
function placesIn(pieces: readonly Piece[], placesOf: (piece: Piece) => readonly number[]): number[] {
  const places = [-1];
  for (const piece of pieces) {
    for (const [index, point] of piece.points.entries())
      for (let unit = 0; unit < point.length; unit += 1) places.push(placesOf(piece)[index]!);
    places.push(-1);
  }
  return places;
}

/** First and last unit of each time the needle stands there, without the blanks around it. */
function occurrences(plain: string, needle: string): [number, number][] {
  const found: [number, number][] = [];
  const [before, length] = [needle.startsWith(' ') ? 1 : 0, needle.trim().length];
  for (let at = plain.indexOf(needle); at >= 0; at = plain.indexOf(needle, at + 1))
    found.push([at + before, at + before + length - 1]);
  return found;
}

function merged(found: [number, number][]): [number, number][] {
  const apart: [number, number][] = [];
  for (const [from, to] of found.sort((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}
