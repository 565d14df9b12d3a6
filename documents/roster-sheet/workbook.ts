// A workbook (.xlsx, ISO/IEC 29500) as tables of text: shared and rich text, numbers, the kept results of formulas. Cells that
// were merged downwards all say what the first one says. Dates stay the numbers they are: no column of a roster holds one.
//
// The libraries that read whole workbooks tell nothing of merged cells, or unpack without bounds; so the archive and the XML
// are read by one each, and only what a roster needs is looked at.

import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { type Archive, openArchive } from './archive.ts';
import {
  cellOf,
  checkRows,
  isFilled,
  MOST_COLUMNS,
  type SheetCell,
  SheetFileError,
  type SheetRow,
  type SheetTable,
} from './table.ts';

type Attributes = Record<string, string>;
type Handler = {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
};

const CHUNK = 1 << 17;
const MOST_MERGES = 5000;
/** Names without their prefix, which some programs write. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML piece by piece, so that others have their turn; rejects when it is not well formed. */
async function readXml(bytes: Buffer, { open, text, close }: Handler): Promise<void> {
  const parser = new SaxesParser();
  let fault: Error | null = null;
  parser.on('error', (error) => {
    fault ??= error;
  });
  if (open) parser.on('opentag', ({ name, attributes }) => open(local(name), attributes));
  if (text) parser.on('text', text);
  if (text) parser.on('cdata', text);
  if (close) parser.on('closetag', ({ name }) => close(local(name)));
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length && !fault; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    await setImmediate();
  }
  if (fault) throw fault;
}

type Listed = { name: string; isHidden: boolean; relation: string };

async function listSheets(bytes: Buffer): Promise<Listed[]> {
  const sheets: Listed[] = [];
  await readXml(bytes, {
    open: (name, { name: title = '', state, ...rest }) => {
      const relation = Object.entries(rest).find(([key]) => local(key) === 'id' && key !== 'id')?.[1];
      if (name === 'sheet' && relation !== undefined)
        sheets.push({ name: title, isHidden: (state ?? 'visible') !== 'visible', relation });
    },
  });
  return sheets;
}

async function readRelations(bytes: Buffer | null): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const open = (name: string, { Id = '', Target = '' }: Attributes) => {
    if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  };
  if (bytes) await readXml(bytes, { open });
  return targets;
}

/** Text in runs of several looks is one text; what only says how it is pronounced is none. */
async function readStrings(bytes: Buffer | null): Promise<string[]> {
  const strings: string[] = [];
  let isText = false;
  let isPhonetic = false;
  if (!bytes) return strings;
  await readXml(bytes, {
    open: (name) => {
      if (name === 'si') strings.push('');
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text: (text) => {
      if (isText && strings.length > 0) strings[strings.length - 1] += text;
    },
    close: (name) => {
      if (name === 'rPh') isPhonetic = false;
      if (name === 't') isText = false;
    },
  });
  return strings;
}

/** `C12` → the column from 0 and the row from 1. */
function placeOf(reference: string | undefined): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '');
  if (!match) return null;
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(match[2]) };
}

type RawCell = { column: number; type: string; value: string | null; inline: string; isFormula: boolean };

/** Whole numbers are written out: 1.38E10 is 13800000000. */
const numberText = (value: string): string => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? String(number) : value.trim();
};

function readCell({ type, value, inline, isFormula }: RawCell, strings: readonly string[]): SheetCell {
  if (type === 'inlineStr') return cellOf(inline);
  if (type === 'e' || (isFormula && (value === null || (value === '' && type !== 'str'))))
    return { ...cellOf(value ?? ''), isUnknown: true };
  if (value === null) return cellOf('');
  if (type === 's') return cellOf(strings[Number(value)] ?? '');
  if (type === 'str' || type === 'b' || type === 'd') return cellOf(value);
  return { ...cellOf(numberText(value)), isNumber: true };
}

type Merge = { first: { column: number; row: number }; last: { column: number; row: number } };

/** Collects one sheet as its XML goes by. */
function sheetReader(strings: readonly string[]) {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  let row: SheetRow | null = null;
  let cell: RawCell | null = null;
  let into: 'value' | 'inline' | null = null;
  let no = 0;
  const beginRow = ({ r, hidden }: Attributes): void => {
    no = r === undefined ? no + 1 : Number(r);
    row = { no, cells: [], ...(hidden === '1' || hidden === 'true' ? { isHidden: true as const } : {}) };
  };
  const beginCell = ({ r, t = 'n' }: Attributes): void => {
    const column = placeOf(r)?.column ?? row?.cells.length ?? 0;
    cell = { column, type: t, value: null, inline: '', isFormula: false };
  };
  const endCell = (): void => {
    if (row && cell && cell.column < MOST_COLUMNS) row.cells[cell.column] = readCell(cell, strings);
    cell = null;
  };
  const endRow = (): void => {
    if (row && isFilled(row)) rows.push(row);
    checkRows(rows);
    row = null;
  };
  const merge = ({ ref = '' }: Attributes): void => {
    const [first, last] = ref.split(':').map(placeOf);
    if (first && last) merges.push({ first, last });
  };
  const handler: Handler = {
    open: (name, attributes) => {
      if (name === 'row') beginRow(attributes);
      else if (name === 'c') beginCell(attributes);
      else if (name === 'f' && cell) cell.isFormula = true;
      else if (name === 'v' && cell) {
        cell.value = '';
        into = 'value';
      } else if (name === 't' && cell) into = 'inline';
      else if (name === 'mergeCell') merge(attributes);
    },
    text: (text) => {
      if (cell && into === 'value') cell.value += text;
      else if (cell && into === 'inline') cell.inline += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') into = null;
      else if (name === 'c') endCell();
      else if (name === 'row') endRow();
    },
  };
  return { handler, rows, merges };
}

function fillDown(rows: readonly SheetRow[], merges: readonly Merge[]): void {
  const byNo = new Map(rows.map((row) => [row.no, row]));
  for (const { first, last } of merges.slice(0, MOST_MERGES)) {
    const value = byNo.get(first.row)?.cells[first.column];
    if (!value || last.row === first.row || first.column >= MOST_COLUMNS) continue;
    for (const row of rows)
      if (row.no > first.row && row.no <= last.row) row.cells[first.column] = { ...value };
  }
}

async function readTable(archive: Archive, { name }: Listed, part: string, strings: readonly string[]) {
  const bytes = await archive.unpack(part);
  if (!bytes) return null;
  const { handler, rows, merges } = sheetReader(strings);
  await readXml(bytes, handler);
  fillDown(rows, merges);
  const across = merges
    .filter(({ first, last }) => last.column > first.column)
    .map(({ first, last }) => ({ row: first.row, from: first.column, to: last.column }));
  return { name, rows, across } satisfies SheetTable;
}

/** The sheets of a workbook one by one, those that can be seen first; rejects with SheetFileError, or as XML and archive do. */
export async function* readWorkbook(bytes: Buffer): AsyncGenerator<SheetTable> {
  const archive = await openArchive(bytes);
  const book = await archive.unpack('xl/workbook.xml');
  if (!book) throw new SheetFileError({ code: 'not_a_sheet' });
  const listed = await listSheets(book);
  const targets = await readRelations(await archive.unpack('xl/_rels/workbook.xml.rels'));
  const strings = await readStrings(await archive.unpack('xl/sharedStrings.xml'));
  for (const sheet of [
    ...listed.filter(({ isHidden }) => !isHidden),
    ...listed.filter(({ isHidden }) => isHidden),
  ]) {
    const table = await readTable(archive, sheet, targets.get(sheet.relation) ?? '', strings);
    if (table) yield table;
  }
}
