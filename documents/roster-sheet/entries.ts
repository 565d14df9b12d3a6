// Who stands in a roster sheet: one entry for each person in one role of one unit, with the units as the campaign knows them, and
// every cell that cannot be taken. Knows nothing of who holds these roles now; that is plan.ts.
//
// A unit that is left blank is that of the row above, as where its cell is merged over several people, or was before the sheet
// became a .csv.

import type { Campaign, Role, Unit, UnitKind } from '../../domain/campaign.ts';
import { as, type SlackUserId, type UnitId } from '../../domain/ids.ts';
import type { SheetFault, SheetProblem } from '../../domain/roster-sheet.ts';
import { otherMeanings } from '../../domain/unit-names.ts';
import { createNearest, nameKey } from '../nearest.ts';
import { EMAIL_PATTERN, SLACK_USER_PATTERN } from '../notation.ts';
import { LONGEST_NAME, oneLine } from '../setup/lines.ts';
import { roleOf } from '../setup/person-words.ts';
import { createIds } from '../setup/short-ids.ts';
import { kindOf } from '../setup/unit-lines.ts';
import type { Column, PersonColumns } from './headings.ts';
import { isAllLiaisons, isHeadingAgain, type ReadSheet } from './read-sheet.ts';
import type { SheetRow } from './table.ts';

export type SheetEntry = {
  row: number;
  /** The heading of the name, for what is wrong with the whole of it. */
  heading: string;
  name: string;
  role: Role;
  unit?: UnitId;
  email?: string;
  slack?: SlackUserId;
  phone?: string;
};

export type Entries = {
  entries: SheetEntry[];
  newUnits: Unit[];
  problems: SheetProblem[];
  /** Rows that name somebody. */
  rows: number;
  hiddenRows: number;
};

const NEEDS_UNIT: ReadonlySet<Role> = new Set(['liaison', 'deputy', 'head']);
const OF_OFFICE: ReadonlySet<Role> = new Set(['office_director', 'office_staff']);
/** What people write where nothing is to be said. */
const BLANK = /^(?:[-—–―/\\.。]+|无|暂无|空缺|空|待定|n\/?a|none)$/iu;
const LONGEST_EMAIL = 190;
const PHONE = /^(?=(?:\D*\d){5})[+\d][\d\s()（）+\-—/、,，;；转x]{4,60}$/iu;
/** As it is shown here: it says nothing new. */
const MASKED = /\*{2,}/;

type Ground = {
  units: Map<string, UnitId>;
  office: UnitId | undefined;
  nearTo(typed: string): string | null;
  saysElse(typed: string): boolean;
  addUnit(name: string, kind: UnitKind): UnitId;
  problems: SheetProblem[];
};

type Say = (fault: SheetFault, column: Column | undefined, found: string) => void;

/** A place to write problems of one row. */
const sayerOf =
  ({ problems }: Ground, row: number): Say =>
  (fault, column, found) =>
    void problems.push({ row, heading: column?.heading ?? '', found: found.slice(0, 100), ...fault });

/** What a cell says; what a formula without a result would say is a problem and nothing. */
function textOf(row: SheetRow, column: Column | undefined, say: Say): string {
  const cell = column && row.cells[column.at];
  if (!cell) return '';
  if (cell.isUnknown) say({ code: 'formula' }, column, cell.text);
  const text = cell.isUnknown ? '' : oneLine(cell.text).replace(/^'(?=[=+\-@])/, '');
  return BLANK.test(text) ? '' : text;
}

function readEmail(typed: string, column: Column | undefined, say: Say): string | undefined {
  const text = typed
    .normalize('NFKC')
    .replace(/^mailto:/i, '')
    .replace(/\s/g, '');
  if (text === '') return undefined;
  if (EMAIL_PATTERN.test(text) && text.length <= LONGEST_EMAIL) return text;
  say({ code: 'bad_email' }, column, typed);
  return undefined;
}

function readPhone(typed: string, column: Column | undefined, say: Say): string | undefined {
  const text = typed.normalize('NFKC').trim();
  if (text === '' || MASKED.test(text)) return undefined;
  if (/^\d(?:\.\d+)?e\+?\d{1,2}$/i.test(text)) {
    say({ code: 'rounded_phone' }, column, typed);
    return undefined;
  }
  if (PHONE.test(text)) return text;
  say({ code: 'bad_phone' }, column, typed);
  return undefined;
}

function readSlack(typed: string, column: Column | undefined, say: Say): SlackUserId | undefined {
  const text = typed.replace(/^[@＠]/u, '').trim();
  if (text === '') return undefined;
  if (SLACK_USER_PATTERN.test(text)) return as<SlackUserId>(text);
  say({ code: 'bad_slack' }, column, typed);
  return undefined;
}

/** The unit that a row belongs to; null where its name is a problem. */
function readUnit(row: SheetRow, sheet: ReadSheet, typed: string, ground: Ground, say: Say): UnitId | null {
  const { unit: column, kind: kindColumn } = sheet.headings;
  const known = ground.units.get(nameKey(typed));
  if (known) return known;
  const typedKind = kindColumn ? textOf(row, kindColumn, say) : '';
  const kind = kindOf(typedKind);
  if (kind && ground.saysElse(typed)) say({ code: 'says_else' }, column ?? undefined, typed);
  else if (kind && [...typed].length <= LONGEST_NAME) return ground.addUnit(typed, kind);
  else if (typedKind !== '' && !kind) say({ code: 'unknown_kind' }, kindColumn!, typedKind);
  else say({ code: 'unknown_unit', near: ground.nearTo(typed) }, column ?? undefined, typed);
  return null;
}

function readName(typed: string, column: Column | undefined, say: Say): string | null {
  if (typed === '') say({ code: 'no_name' }, column, '');
  else if ([...typed].length > LONGEST_NAME) say({ code: 'long_name', most: LONGEST_NAME }, column, typed);
  else return typed;
  return null;
}

function readRole(row: SheetRow, { role: column }: PersonColumns, fixed: Role | null, say: Say): Role | null {
  if (fixed) return fixed;
  const typed = textOf(row, column, say);
  const role = roleOf(typed);
  if (role) return role;
  if (typed === '') say({ code: 'no_role' }, column, '');
  else say({ code: 'unknown_role' }, column, typed);
  return null;
}

type Who = { fixed: Role | null; columns: PersonColumns };

/** The unit of somebody in a role: of the office for its own people, none where a role needs none and it is not known. */
function unitFor(role: Role, row: SheetRow, sheet: ReadSheet, typed: string, ground: Ground, say: Say) {
  if (!NEEDS_UNIT.has(role)) {
    const own = ground.units.get(nameKey(textOf(row, sheet.headings.unit ?? undefined, () => {})));
    return OF_OFFICE.has(role) ? (own ?? ground.office ?? null) : own;
  }
  if (typed !== '') return readUnit(row, sheet, typed, ground, say);
  say({ code: 'no_unit' }, sheet.headings.unit ?? undefined, '');
  return null;
}

function readEntry(row: SheetRow, sheet: ReadSheet, { fixed, columns }: Who, unit: string, ground: Ground) {
  const say = sayerOf(ground, row.no);
  const name = readName(textOf(row, columns.name, say), columns.name, say);
  const role = readRole(row, columns, fixed, say);
  const email = readEmail(textOf(row, columns.email, say), columns.email, say);
  const phone = readPhone(textOf(row, columns.phone, say), columns.phone, say);
  const slack = readSlack(textOf(row, columns.slack, say), columns.slack, say);
  const of = role && unitFor(role, row, sheet, unit, ground, say);
  if (name === null || role === null || of === null) return null;
  const entry: SheetEntry = {
    row: row.no,
    heading: columns.name?.heading ?? '',
    name,
    role,
    ...(of !== undefined && { unit: of }),
    ...(email !== undefined && { email }),
    ...(slack !== undefined && { slack }),
    ...(phone !== undefined && { phone }),
  };
  return entry;
}

const isSaid = (row: SheetRow, column: Column | undefined): boolean => {
  const cell = column && row.cells[column.at];
  return Boolean(cell && (cell.isUnknown || !BLANK.test(cell.text.trim() || '-')));
};

/** Somebody is named where there is a name or an address; notes and sums below a table name nobody. */
const namesSomebody = (row: SheetRow, { name, email, slack }: PersonColumns): boolean =>
  [name, email, slack].some((column) => isSaid(row, column)) && !isHeadingAgain(row, name);

function groundOf(campaign: Campaign, newUnits: Unit[], problems: SheetProblem[]): Ground {
  const units = new Map<string, UnitId>();
  for (const { id, name, aliases } of campaign.units)
    for (const word of [id, ...aliases, name]) units.set(nameKey(word), id);
  const known = campaign.units.map(({ name, aliases }) => ({ value: name, words: [name, ...aliases] }));
  const findNearest = createNearest();
  const meaningOf = otherMeanings(campaign);
  const nextId = createIds('unit');
  const taken = new Set<string>(campaign.units.map(({ id }) => id));
  return {
    units,
    office: campaign.units.find(({ kind }) => kind === 'office')?.id,
    nearTo: (typed) => findNearest(typed, known)?.value ?? null,
    saysElse: (typed) => meaningOf(typed) !== null,
    addUnit: (name, kind) => {
      let id = nextId(name, true);
      while (taken.has(id)) id = nextId(name, true);
      taken.add(id);
      newUnits.push({ id: as<UnitId>(id), name, aliases: [], kind });
      units.set(nameKey(name), as<UnitId>(id));
      return as<UnitId>(id);
    },
    problems,
  };
}

/** Reads the rows of a sheet with the units of a campaign; every problem at once, in the order of the sheet. */
export function readEntries(sheet: ReadSheet, campaign: Campaign): Entries {
  const result: Entries = { entries: [], newUnits: [], problems: [], rows: 0, hiddenRows: 0 };
  const ground = groundOf(campaign, result.newUnits, result.problems);
  const { unit: unitColumn, people } = sheet.headings;
  const fixedRole: Role | null = isAllLiaisons(sheet) ? 'liaison' : null;
  let unit = '';
  for (const row of sheet.rows) {
    if (isHeadingAgain(row, unitColumn ?? undefined)) continue;
    const said = people.filter(({ columns }) => namesSomebody(row, columns));
    const typed = textOf(row, unitColumn ?? undefined, said.length > 0 ? sayerOf(ground, row.no) : () => {});
    if (typed !== '') unit = typed;
    if (said.length === 0) continue;
    result.rows += 1;
    if (row.isHidden) result.hiddenRows += 1;
    for (const { role, columns } of said) {
      const entry = readEntry(row, sheet, { fixed: role ?? fixedRole, columns }, unit, ground);
      if (entry) result.entries.push(entry);
    }
  }
  return result;
}
