// A .csv file as a table of text: in UTF-8 or as Chinese Excel writes it (GB 18030), between commas, semicolons or tabs.

import { parse } from 'csv-parse/sync';
import {
  cellOf,
  checkRows,
  isFilled,
  MOST_COLUMNS,
  MOST_ROWS,
  SheetFileError,
  type SheetRow,
  type SheetTable,
} from './table.ts';

const SEPARATORS = [',', ';', '\t', '，', '；'];
const ENCODINGS = ['utf-8', 'gb18030'];
const LOOKED_AT = 20_000;
/** A quote that is never closed does not take the whole file for one cell. */
const LONGEST_RECORD = 100_000;

/** Lines that are empty count here as well; a file of nothing else would keep everybody waiting. */
const MOST_LINES = 50_000;
const NOTHING = new Set(['\n', '\r', ' ', '"', ...SEPARATORS]);

/** Without the lines at the end in which nothing stands: a spreadsheet program may write a million of them. */
function withoutEmptyEnd(text: string): string {
  let end = text.length;
  while (end > 0 && NOTHING.has(text[end - 1]!)) end--;
  const lineEnd = text.indexOf('\n', end);
  return lineEnd < 0 ? text : text.slice(0, lineEnd + 1);
}

/** What no text holds: it is another kind of file under this name. */
const NO_TEXT = '\u0000';

function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  const byMark =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  for (const encoding of byMark ? [byMark] : ENCODINGS) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this one.
    }
  }
  throw new SheetFileError({ code: 'not_a_sheet' });
}

/** The separator that parts the first lines most often, not counting what stands in quotes. */
function separatorOf(text: string): string {
  const start = text.slice(0, LOOKED_AT).replace(/"[^"]*"/g, '');
  const counted = SEPARATORS.map((separator) => ({ separator, count: start.split(separator).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).separator;
}

/** The one table of a .csv file; throws SheetFileError where it is none. */
export function readSeparated(bytes: Buffer): SheetTable {
  const text = withoutEmptyEnd(decode(bytes));
  if (text.includes(NO_TEXT) || /^\s*(?:<!doctype|<html|<\?xml|%PDF|\{\\rtf)/i.test(text))
    throw new SheetFileError({ code: 'not_a_sheet' });
  const rows: SheetRow[] = [];
  let no = 0;
  parse(text, {
    delimiter: separatorOf(text),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
    on_record: (cells: string[]) => {
      no += 1;
      if (no > MOST_LINES) throw new SheetFileError({ code: 'too_many_rows', most: MOST_ROWS });
      const row = { no, cells: cells.slice(0, MOST_COLUMNS).map(cellOf) };
      if (isFilled(row)) rows.push(row);
      checkRows(rows);
      return null;
    },
  });
  return { name: null, rows, across: [] };
}
