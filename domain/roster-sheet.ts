// What screens state about a roster sheet: what was read of it, what it would change, and every reason why it cannot be taken.
// Reading and planning: documents/roster-sheet/. Holds no wording.

/** What a column of a sheet says. */
export type SheetField = 'unit' | 'kind' | 'name' | 'role' | 'email' | 'phone' | 'slack';

/** Why no sheet was read at all. `most` is in bytes, or in rows. */
export type SheetFileFault =
  | { code: 'not_a_sheet' }
  /** Locked with a password, or of the format before 2007: both are one kind of container. */
  | { code: 'locked' }
  | { code: 'damaged' }
  | { code: 'too_large'; most: number }
  | { code: 'too_many_rows'; most: number }
  | { code: 'empty' }
  /** No row has the headings; or one has, but for these. */
  | { code: 'no_heading'; missing: SheetField[] }
  /** It could not be fetched from Slack. */
  | { code: 'not_fetched' }
  /** More than one at a time. */
  | { code: 'several' };

/** What is wrong with one cell, and what is known about what would be right. */
export type SheetFault =
  | { code: 'no_unit' | 'no_name' | 'no_role' | 'no_address' }
  /** `near`: the unit that was probably meant. */
  | { code: 'unknown_unit'; near: string | null }
  /** A new unit would be called what is read as something else (unit-names.ts). */
  | { code: 'says_else' }
  | { code: 'unknown_role' | 'unknown_kind' }
  | { code: 'long_name'; most: number }
  | { code: 'bad_email' | 'bad_phone' | 'bad_slack' }
  /** The account is somebody else's. */
  | { code: 'taken_slack'; name: string }
  /** A number of which the spreadsheet kept the first digits only. */
  | { code: 'rounded_phone' }
  /** The same address under another name, in this row. */
  | { code: 'two_names'; name: string; firstRow: number }
  /** A formula whose result is not in the file, or is an error. */
  | { code: 'formula' };

/** One thing that is wrong, by the row of the sheet (from 1) and the heading of its column ('' where it has none). */
export type SheetProblem = { row: number; heading: string; found: string } & SheetFault;

/** What was read, and how it compares with the roster; counts are of postings: one person in one role of one unit. */
export type SheetFacts = {
  file: string;
  /** The name of the sheet; null where there are none. */
  sheet: string | null;
  /** Rows that name somebody; `hiddenRows` are among them. */
  rows: number;
  hiddenRows: number;
  added: number;
  changed: number;
  ended: number;
  same: number;
  /** Stand in the roster and not in the sheet: they stay. */
  absent: number;
  newUnits: string[];
  /** Headings of columns that say nothing to the roster. */
  ignored: string[];
  /** Nobody's role is said but by the title: all are liaisons. */
  allLiaisons: boolean;
};

export type SheetRefusal =
  | { kind: 'sheet_unreadable'; file: string; fault: SheetFileFault }
  /** Every problem at once; nothing is proposed. */
  | { kind: 'sheet_wrong'; file: string; sheet: string | null; problems: SheetProblem[] }
  | { kind: 'sheet_same'; sheet: SheetFacts }
  /** Somebody who may not change the roster sent one, or anything else that is no words. */
  | { kind: 'sheet_office_only'; contact: string[]; mayReport: boolean };
