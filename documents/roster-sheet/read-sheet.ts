// A roster sheet from its bytes: which kind of file it is by what it holds, its tables, and the first that has headings. Whatever
// the bytes are, the answer is rows or a reason, never an error.

import { extname } from 'node:path';
import type { SheetFileFault } from '../../domain/roster-sheet.ts';
import { roleOf } from '../setup/person-words.ts';
import { findHeadings, type Headings, headingKey } from './headings.ts';
import { MOST_BYTES, MOST_ROWS, SheetFileError, type SheetRow, type SheetTable } from './table.ts';

export type ReadSheet = {
  name: string | null;
  headings: Headings;
  rows: SheetRow[];
  /** What stands above the headings, and the names of file and sheet: where it may be said that all are liaisons. */
  title: string;
};
export type SheetReading = { ok: true; sheet: ReadSheet } | { ok: false; fault: SheetFileFault };

const ZIP = Buffer.from('PK');
/** The container of files locked with a password, and of all before 2007 (MS-CFB). */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const begins = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);

/** Names under which a sheet may come; those of kinds that cannot be read are told what to do. */
const SHEET_NAMES = new Set(['.xlsx', '.xlsm', '.xls', '.csv', '.tsv', '.et', '.ods', '.numbers']);

/** Whether a file is meant as a sheet, by its name. */
export const isSheetName = (file: string): boolean => SHEET_NAMES.has(extname(file).toLowerCase());

async function* tablesOf(file: string, bytes: Buffer): AsyncGenerator<SheetTable> {
  if (begins(bytes, OLE)) throw new SheetFileError({ code: 'locked' });
  if (begins(bytes, ZIP)) {
    const { readWorkbook } = await import('./workbook.ts');
    yield* readWorkbook(bytes);
  } else if (/\.(?:csv|tsv|txt)$/i.test(file)) {
    const { readSeparated } = await import('./separated.ts');
    yield readSeparated(bytes);
  } else throw new SheetFileError({ code: 'not_a_sheet' });
}

const LIAISONS = /联络员|联络人|liaison/iu;

/** Titles are roles where they are; a title of nobody's is left aside. */
function withTitles(headings: Headings, rows: readonly SheetRow[]): Headings {
  const { title, people, ignored } = headings;
  const isRole = title && rows.some(({ cells }) => roleOf(cells[title.at]?.text.trim() ?? '') !== undefined);
  if (!isRole) return headings;
  const [first] = people;
  return {
    ...headings,
    people: [{ role: null, columns: { ...first!.columns, role: title } }],
    ignored: ignored.filter((heading) => heading !== title.heading),
  };
}

function readTable(file: string, table: SheetTable): ReadSheet | null {
  const found = findHeadings(table);
  if (!found) return null;
  const rows = table.rows.slice(found.below);
  const above = table.rows
    .slice(0, found.below - 1)
    .flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ''));
  const headings = withTitles(found, rows);
  return { name: table.name, headings, rows, title: [file, table.name ?? '', ...above].join(' ') };
}

/** What a sheet without headings for it cannot do without. */
function missingIn({ headings: { layout, people, unit }, title }: ReadSheet): SheetFileFault | null {
  const isRoleSaid = layout === 'wide' || people[0]?.columns.role !== undefined || LIAISONS.test(title);
  const missing = [...(unit ? [] : ['unit' as const]), ...(isRoleSaid ? [] : ['role' as const])];
  return missing.length > 0 ? { code: 'no_heading', missing } : null;
}

/** Whether nobody's role is said but by the title of the sheet. */
export const isAllLiaisons = ({ headings: { layout, people } }: ReadSheet): boolean =>
  layout === 'long' && people[0]?.columns.role === undefined;

/** Whether a row repeats the headings, as on every printed page. */
export const isHeadingAgain = (row: SheetRow, column: { at: number; heading: string } | undefined): boolean =>
  column !== undefined && headingKey(row.cells[column.at]?.text ?? '') === headingKey(column.heading);

async function readTables(file: string, bytes: Buffer): Promise<SheetReading> {
  let isEmpty = true;
  for await (const table of tablesOf(file, bytes)) {
    if (table.rows.length > 0) isEmpty = false;
    const sheet = readTable(file, table);
    if (!sheet) continue;
    if (sheet.rows.length > MOST_ROWS)
      return { ok: false, fault: { code: 'too_many_rows', most: MOST_ROWS } };
    const fault = missingIn(sheet) ?? (sheet.rows.length === 0 ? { code: 'empty' as const } : null);
    return fault ? { ok: false, fault } : { ok: true, sheet };
  }
  return { ok: false, fault: isEmpty ? { code: 'empty' } : { code: 'no_heading', missing: [] } };
}

/** Reads a roster sheet; `file` is its name. Never rejects. */
export async function readRosterSheet(file: string, bytes: Buffer): Promise<SheetReading> {
  if (bytes.length > MOST_BYTES) return { ok: false, fault: { code: 'too_large', most: MOST_BYTES } };
  if (bytes.length === 0) return { ok: false, fault: { code: 'empty' } };
  try {
    return await readTables(file, bytes);
  } catch (error) {
    return { ok: false, fault: error instanceof SheetFileError ? error.fault : { code: 'damaged' } };
  }
}
