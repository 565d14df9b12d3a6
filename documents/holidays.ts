// The official calendar: the holiday data of npm chinese-days as a table, and notices that the office imports.
// Only the package's data is used: its functions depend on the zone of the process and guess silently for other years.

import { createRequire } from 'node:module';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { HolidayTable } from '../domain/calendar.ts';
import type { NoticeDay } from '../domain/campaign.ts';
import type { CivilDate } from '../domain/ids.ts';
import { parseDate } from '../domain/zone.ts';

/** The years for which the data was checked day by day against the official notices. */
const COVERED_YEARS = { from: 2004, to: 2026 };

type ChineseDays = Record<'holidays' | 'workdays', Record<string, string>>;

/** An entry reads `Spring Festival,春节,3`: English name, Chinese name, statutory days. */
function namedDays(entries: Record<string, string>): Map<CivilDate, string> {
  const days = new Map<CivilDate, string>();
  for (const [text, names] of Object.entries(entries)) {
    const date = parseDate(text);
    if (date !== null) days.set(date, names.split(',')[1] ?? names);
  }
  return days;
}

let table: HolidayTable | null = null;

/** China's days off and make-up working days (调休) of 2004–2026, read once. */
export function holidayTable(): HolidayTable {
  if (table === null) {
    const data = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as ChineseDays;
    table = { years: COVERED_YEARS, off: namedDays(data.holidays), work: namedDays(data.workdays) };
  }
  return table;
}

export type NoticeProblem = { line?: number; found: string; expected: string };
export type ParsedNotice = { days: NoticeDay[] } | { problems: NoticeProblem[] };

const EXAMPLE = '{ date: 2027-02-06, off: true, name: 春节 }';
const KEYS = ['date', 'off', 'work', 'kind', 'name'];

/** What reading one notice collects; a problem never ends the reading, so that all are told at once. */
type Reading = {
  document: Document;
  lineOf: (node: Node | null) => number | undefined;
  days: Map<CivilDate, NoticeDay>;
  problems: NoticeProblem[];
};

type Entry = { node: Node; values: Map<string, unknown> };

/** A list or map where a single value is wanted. */
const NOT_A_VALUE = { toString: () => '[…]' };
const shown = (value: unknown): string => (value === null ? '' : String(value));

function complain(reading: Reading, node: Node | null, found: string, expected: string): null {
  reading.problems.push({ line: reading.lineOf(node), found, expected });
  return null;
}

const resolved = (reading: Reading, node: unknown): Node | null =>
  (isAlias(node) ? (node.resolve(reading.document) ?? null) : (node as Node | null)) ?? null;

function entryOf(reading: Reading, item: unknown): Entry | null {
  const node = resolved(reading, item);
  if (!isMap(node)) return complain(reading, node, shown(isScalar(node) ? node.value : NOT_A_VALUE), EXAMPLE);
  const values = new Map<string, unknown>();
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? shown(key.value) : '';
    const scalar = resolved(reading, value);
    if (!KEYS.includes(name)) complain(reading, key as Node, name, KEYS.join(', '));
    else values.set(name, isScalar(scalar) ? scalar.value : scalar === null ? null : NOT_A_VALUE);
  }
  return { node: isAlias(item) ? item : node, values };
}

function dateIn(reading: Reading, { node, values }: Entry): CivilDate | null {
  const text = shown(values.get('date') ?? null);
  return parseDate(text) ?? complain(reading, node, `date: ${text}`, 'date: YYYY-MM-DD');
}

/** `off` and `work` may be bare keys (`{ date: …, off }`), which YAML reads as null. */
const FLAGS = new Map<unknown, boolean>([
  [null, true],
  [true, true],
  [false, false],
]);
const KINDS = new Map<unknown, boolean>([
  ['off', true],
  ['work', false],
]);

function meansOff(key: string, value: unknown): boolean | undefined {
  if (key === 'kind') return KINDS.get(value);
  const flag = FLAGS.get(value);
  return flag === undefined ? undefined : flag === (key === 'off');
}

function isOffIn(reading: Reading, { node, values }: Entry): boolean | null {
  const [key = '', ...more] = ['off', 'work', 'kind'].filter((each) => values.has(each));
  const off = more.length === 0 ? meansOff(key, values.get(key)) : undefined;
  if (off !== undefined) return off;
  const written = [key, ...more].filter(Boolean).map((each) => `${each}: ${shown(values.get(each))}`);
  const expected = key === 'kind' ? 'kind: off | work' : 'off: true | work: true';
  return complain(reading, node, written.join(', '), expected);
}

function nameIn(reading: Reading, { node, values }: Entry): string | null {
  const name = values.get('name') ?? '';
  return typeof name === 'string' ? name : complain(reading, node, `name: ${shown(name)}`, 'name: 春节');
}

function readDay(reading: Reading, item: unknown): void {
  const entry = entryOf(reading, item);
  if (entry === null) return;
  const date = dateIn(reading, entry);
  const off = isOffIn(reading, entry);
  const name = nameIn(reading, entry);
  if (date === null || off === null || name === null) return;
  if (reading.days.has(date)) complain(reading, entry.node, `${date} ×2`, `${date} ×1`);
  reading.days.set(date, { date, off, name });
}

/** The list itself, or the `days` of a map. */
function listOf(reading: Reading): unknown[] | null {
  const root = reading.document.contents;
  const list = isMap(root) ? resolved(reading, root.get('days', true)) : root;
  if (!isSeq(list))
    return complain(reading, root as Node | null, isScalar(root) ? shown(root.value) : '', `- ${EXAMPLE}`);
  return list.items;
}

/** One broken token breaks all that follow it on its line; only the first is worth telling. */
function syntaxProblems({ errors }: Document): NoticeProblem[] {
  const first = new Map<number | undefined, NoticeProblem>();
  for (const { linePos, message } of errors) {
    const line = linePos?.[0].line;
    const found = message.split('\n')[0] ?? message;
    if (!first.has(line)) first.set(line, { line, found, expected: 'YAML | JSON' });
  }
  return [...first.values()];
}

function startReading(text: string): Reading {
  const lines = new LineCounter();
  // The parser trips over a byte order mark before a list.
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines });
  const lineOf = (node: Node | null) => (node?.range ? lines.linePos(node.range[0]).line : undefined);
  return { document, lineOf, days: new Map(), problems: syntaxProblems(document) };
}

/**
 * Reads a holiday notice in YAML or JSON (FORMAT.md, `holidays`): a list, or `days:` with a list, of date, name and one
 * of `off`, `work`, `kind: off | work`. Answers every problem at once, with its line; or the days in the file's order.
 */
export function parseNotice(text: string): ParsedNotice {
  const reading = startReading(text);
  if (reading.problems.length === 0) for (const item of listOf(reading) ?? []) readDay(reading, item);
  if (reading.problems.length > 0) return { problems: reading.problems };
  return { days: [...reading.days.values()] };
}
