// A sheet as rows of text, whatever kind of file it came from, and the bounds within which one is read.

import type { SheetFileFault } from '../../domain/roster-sheet.ts';

/** A file larger than this is not fetched, nor read. */
export const MOST_BYTES = 5 * 1024 * 1024;
/** What a workbook may unpack to; a roster of two thousand rows takes about one megabyte. */
export const MOST_UNPACKED_BYTES = 40 * 1024 * 1024;
/** Rows below the headings. */
export const MOST_ROWS = 2000;
/** Rows that are not empty, among which the headings are looked for. */
export const HEADING_WITHIN = 15;
/** What stands further right belongs to no roster. */
export const MOST_COLUMNS = 80;
const LONGEST_CELL = 2000;

export type SheetCell = {
  text: string /** A formula without a result. */;
  isUnknown?: true;
  isNumber?: true;
};
/** `no`: as the spreadsheet numbers it, from 1. Cells by column; absent ones are empty. */
export type SheetRow = { no: number; cells: SheetCell[]; isHidden?: true };
/** Cells of one row that were merged into one, by their columns, both ends included. */
export type Across = { row: number; from: number; to: number };
/** Rows that are empty are left out. `name` is null where a file has no sheets. */
export type SheetTable = { name: string | null; rows: SheetRow[]; across: Across[] };

export type TableReading = { ok: true; tables: SheetTable[] } | { ok: false; fault: SheetFileFault };

/** Ends a reading with its reason. */
export class SheetFileError extends Error {
  readonly fault: SheetFileFault;
  constructor(fault: SheetFileFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Of a text too long for any cell of a roster only the beginning is kept. */
export const cellOf = (text: string): SheetCell => ({ text: text.slice(0, LONGEST_CELL) });

export const isFilled = (row: SheetRow): boolean =>
  row.cells.some((cell) => cell !== undefined && (cell.text.trim() !== '' || cell.isUnknown));

/** Too many rows are noticed as soon as they are read, whatever stands in them. */
export const checkRows = (rows: readonly SheetRow[]): void => {
  if (rows.length > MOST_ROWS + HEADING_WITHIN)
    throw new SheetFileError({ code: 'too_many_rows', most: MOST_ROWS });
};
