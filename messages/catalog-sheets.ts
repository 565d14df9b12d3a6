// The phrases for a roster sheet: what was read, how it compares, and what is wrong with it. Part of the words for changes
// (catalog-amendments.ts).

import type { SheetFault, SheetField, SheetFileFault } from '../domain/roster-sheet.ts';

/** Where a cell is, and what stands in it, already said. */
type InCell = { found: string };

export type SheetWords = {
  fields: Record<SheetField, string>;
  /** File, and the sheet in it where it has several by name. */
  read(file: string, sheet: string | null, rows: number, hiddenRows: number): string;
  counts(counts: { added: number; changed: number; ended: number; same: number; absent: number }): string;
  newUnits(count: number, names: string): string;
  ignored(headings: string): string;
  allLiaisons: string;
  same(file: string): string;
  /** The roster was exported as a sheet. */
  exported(rows: number): string;
  officeOnly: string;
  unreadable: {
    [C in SheetFileFault['code']]: (file: string, fault: Extract<SheetFileFault, { code: C }>) => string;
  };
  /** Headings that are missing, as a list. */
  missing(file: string, headings: string): string;
  wrong(file: string, problems: number): string;
  moreWrong(hidden: number): string;
  at(row: number, heading: string, what: string): string;
  faults: { [C in SheetFault['code']]: (fault: SheetFault & { code: C } & InCell) => string };
};
