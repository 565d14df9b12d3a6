// Tables as comma-separated text for spreadsheets. Knows cells, not the ledger.
// Invariant: no cell that a person typed can run as a formula in the spreadsheet of whoever opens the file.

const BOM = '\uFEFF';
const LINE_END = '\r\n';
/** What Excel, LibreOffice or WPS take for the start of a formula, full-width forms included. */
const FORMULA_START = /^\s*[=+\-@＝＋－＠\t\r\n]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

export type Cell = string | number | null;

/**
 * A table as CSV (RFC 4180): CRLF line ends, UTF-8 with a byte order mark so that Excel reads Chinese. Text that a
 * spreadsheet would run as a formula is preceded by an apostrophe, plain numbers are not; null is an empty cell.
 */
export const toCsv = (headers: string[], rows: Cell[][]): string =>
  BOM + [headers, ...rows].map((row) => row.map(cellText).join(',') + LINE_END).join('');

const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return quoted(harmless(cell));
};

const harmless = (text: string): string =>
  FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;

const quoted = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
