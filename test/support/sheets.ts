// Roster sheets as spreadsheet programs write them: workbooks with what a test needs in them, and .csv texts. Built here cell by
// cell, so that a test says what is in the file and no program stands in between.

import { strToU8, zipSync } from 'fflate';

/** A value as it stands in a cell: text is shared, a number a number, an object anything else. */
export type Cell =
  | string
  | number
  | null
  | { rich: string[] }
  | { inline: string }
  | { formula: string; value?: string | number }
  | { error: string }
  | { raw: string };

export type SheetMade = {
  name?: string;
  rows: Cell[][];
  merges?: string[];
  hidden?: boolean;
  /** Numbers of rows that are hidden, from 1. */
  hiddenRows?: number[];
};

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);

function cellXml(cell: Cell, reference: string, share: (item: string) => number): string {
  const of = (type: string, inner: string) => `<c r="${reference}"${type && ` t="${type}"`}>${inner}</c>`;
  if (cell === null) return '';
  if (typeof cell === 'number') return of('', `<v>${cell}</v>`);
  if (typeof cell === 'string')
    return of('s', `<v>${share(`<t xml:space="preserve">${escaped(cell)}</t>`)}</v>`);
  if ('rich' in cell)
    return of(
      's',
      `<v>${share(cell.rich.map((run) => `<r><rPr><b/></rPr><t>${escaped(run)}</t></r>`).join(''))}</v>`,
    );
  if ('inline' in cell) return of('inlineStr', `<is><t>${escaped(cell.inline)}</t></is>`);
  if ('error' in cell) return of('e', `<v>${cell.error}</v>`);
  if ('raw' in cell) return of('', `<v>${cell.raw}</v>`);
  const value = cell.value === undefined ? '' : `<v>${escaped(String(cell.value))}</v>`;
  return of(typeof cell.value === 'string' ? 'str' : '', `<f>${escaped(cell.formula)}</f>${value}`);
}

/** A workbook (.xlsx) as bytes. */
export function workbook(sheets: readonly SheetMade[]): Buffer {
  const strings: string[] = [];
  const share = (item: string): number => strings.push(item) - 1;
  const parts: Record<string, string> = {};
  sheets.forEach(({ rows, merges = [], hiddenRows = [] }, index) => {
    const data = rows.map((cells, at) => {
      const inner = cells
        .map((cell, column) => cellXml(cell, `${columnName(column)}${at + 1}`, share))
        .join('');
      return `<row r="${at + 1}"${hiddenRows.includes(at + 1) ? ' hidden="1"' : ''}>${inner}</row>`;
    });
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${data.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
  });
  const listed = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escaped(name ?? `Sheet${index + 1}`)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  parts['xl/workbook.xml'] =
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets></workbook>`;
  const targets = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  parts['xl/_rels/workbook.xml.rels'] = `${HEAD}<Relationships>${targets.join('')}</Relationships>`;
  parts['xl/sharedStrings.xml'] =
    `${HEAD}<sst xmlns="${MAIN}">${strings.map((item) => `<si>${item}</si>`).join('')}</sst>`;
  parts['[Content_Types].xml'] = `${HEAD}<Types/>`;
  return archive(parts);
}

/** Any parts as a zip archive. */
export const archive = (parts: Record<string, string | Uint8Array>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
      ),
    ),
  );

/** Rows as a .csv, in UTF-8 without a mark. */
export const separated = (rows: readonly (readonly string[])[], separator = ','): Buffer =>
  Buffer.from(rows.map((row) => row.join(separator)).join('\r\n'));
