// What the headings of a roster sheet mean, in any order and by their usual variants, Chinese and English. Two layouts:
//
//   long   单位  姓名    角色    邮箱 …              a row a person
//   wide   单位  联络员  联络员邮箱  B角  B角邮箱 …   a row a unit; a heading names the role, and what of it
//
// A wide sheet may have two rows of headings, the upper one merged over what it heads.

import type { Role } from '../../domain/campaign.ts';
import type { SheetField } from '../../domain/roster-sheet.ts';
import { roleOf } from '../setup/person-words.ts';
import { HEADING_WITHIN, type SheetRow, type SheetTable } from './table.ts';

const WORDS: Record<SheetField, string> = {
  unit: '单位 单位名称 成员单位 成员单位名称 所在单位 工作单位 责任单位 所属单位 部门 部门名称 unit unitname organization organisation department bureau',
  kind: '类别 类型 单位类别 单位类型 单位性质 kind type kindofunit unitkind unittype',
  name: '姓名 名字 人员 人员姓名 name fullname person',
  role: '角色 身份 人员角色 人员类别 督办角色 role',
  email: '邮箱 电子邮箱 电子邮件 邮件 邮箱地址 电子邮件地址 email e-mail mail emailaddress e-mailaddress',
  phone:
    '电话 手机 联系电话 手机号 手机号码 电话号码 联系方式 移动电话 phone mobile telephone tel phonenumber mobilephone',
  slack: 'slack slack账号 slack帐号 slackid slack用户 slackaccount slackuserid',
};
/** Roles if they are roles; else titles that say nothing to a roster. */
const TITLES = ' 职务 岗位 职责 职位 title position post '.trim().split(' ');

const FIELDS = new Map(
  (Object.keys(WORDS) as SheetField[]).flatMap((field) =>
    WORDS[field].split(' ').map((word) => [word, field] as const),
  ),
);

/** 联络员（A角）姓名* → 联络员姓名 */
export const headingKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/联络员\s*[([](?:b角|副)[)\]]/gu, 'b角')
    .replace(/\([^()]*\)|\[[^[\]]*\]/gu, '')
    .replace(/[\s*:：、_/]/gu, '');

const OF_ROLE: readonly SheetField[] = ['name', 'email', 'phone', 'slack'];

export type Meaning =
  | { field: SheetField; role?: undefined }
  | { field: SheetField; role: Role }
  | { field: 'title' };

/** What one heading means; null where it says nothing to a roster. */
export function meaningOf(text: string): Meaning | null {
  const key = headingKey(text);
  const field = FIELDS.get(key);
  if (field) return { field };
  if (TITLES.includes(key)) return { field: 'title' };
  for (let cut = Math.min(key.length, 20); cut > 0; cut--) {
    const role = roleOf(key.slice(0, cut));
    const rest = FIELDS.get(key.slice(cut).replace(/^的/u, '') || '姓名');
    if (role && rest && OF_ROLE.includes(rest)) return { field: rest, role };
  }
  return null;
}

export type Column = { at: number; heading: string };
/** Where each field of one person is. */
export type PersonColumns = Partial<Record<SheetField, Column>>;

export type Headings = {
  /** The first row below them, as an index among the rows of the table. */
  below: number;
  layout: 'long' | 'wide';
  unit: Column | null;
  kind: Column | null;
  /** In a long sheet one set, whose role stands in a column, or nowhere; in a wide one a set for each role. */
  people: { role: Role | null; columns: PersonColumns }[];
  /** Headings that say nothing to a roster. */
  ignored: string[];
  /** A column of titles, which may hold the roles. */
  title: Column | null;
};

type Meant = Column & { meaning: Meaning | null };

function headingTexts(row: SheetRow): string[] {
  return Array.from({ length: row.cells.length }, (_, at) => row.cells[at]?.text.trim() ?? '');
}

/** The upper heading over each column that it was merged over, before the lower one; one that is merged downwards counts once. */
function stacked({ across }: SheetTable, upper: SheetRow, lower: SheetRow): string[] {
  const above = headingTexts(upper);
  for (const { row, from, to } of across)
    if (row === upper.no)
      for (let at = from + 1; at <= Math.min(to, 200); at++) above[at] = above[from] ?? '';
  const below = headingTexts(lower);
  const length = Math.max(above.length, below.length);
  return Array.from({ length }, (_, at) => {
    const [top, bottom] = [above[at] ?? '', below[at] ?? ''];
    return top === bottom ? top : `${top}${bottom}`;
  });
}

const firstOf = (columns: readonly Meant[], field: Meaning['field']): Column | null => {
  const found = columns.find(
    ({ meaning }) => meaning?.field === field && !('role' in meaning && meaning.role),
  );
  return found ? { at: found.at, heading: found.heading } : null;
};

function longPeople(columns: readonly Meant[]): PersonColumns {
  const people: PersonColumns = {};
  const fields: SheetField[] = ['name', 'role', 'email', 'phone', 'slack'];
  for (const field of fields) {
    const own = firstOf(columns, field);
    // 联络员姓名 beside a column of roles is nothing but the name.
    const named = columns.find(({ meaning }) => meaning?.field === field);
    const column = own ?? named;
    if (column) people[field] = { at: column.at, heading: column.heading };
  }
  return people;
}

/** 单位 联络员 电话 B角 电话: a heading that names no role is of the role before it, or else of the first. */
function roleOfPlain(columns: readonly Meant[], { at, meaning }: Meant): Role | undefined {
  if (meaning?.field === 'title' || !meaning || meaning.field === 'name' || !OF_ROLE.includes(meaning.field))
    return undefined;
  const named = columns.flatMap((column) =>
    column.meaning?.field === 'name' && column.meaning.role
      ? [{ at: column.at, role: column.meaning.role }]
      : [],
  );
  return (named.findLast((column) => column.at < at) ?? named[0])?.role;
}

function widePeople(columns: readonly Meant[]): Headings['people'] {
  const byRole = new Map<Role, PersonColumns>();
  const enter = (role: Role | undefined, { meaning, at, heading }: Meant): void => {
    if (!role || !meaning || meaning.field === 'title') return;
    const own = byRole.get(role) ?? {};
    own[meaning.field] ??= { at, heading };
    byRole.set(role, own);
  };
  const isPlain = ({ meaning }: Meant): boolean => !meaning || !('role' in meaning) || !meaning.role;
  for (const column of columns) if (!isPlain(column)) enter((column.meaning as { role: Role }).role, column);
  for (const column of columns) if (isPlain(column)) enter(roleOfPlain(columns, column), column);
  return [...byRole].map(([role, own]) => ({ role, columns: own })).filter(({ columns: { name } }) => name);
}

/** Reads a row of headings; null where it is none. */
function readHeadings(texts: readonly string[], below: number): Headings | null {
  const columns: Meant[] = texts
    .map((heading, at) => ({ at, heading: heading.replace(/\s+/gu, ' '), meaning: meaningOf(heading) }))
    .filter(({ heading }) => heading !== '');
  const unit = firstOf(columns, 'unit');
  const title = firstOf(columns, 'title');
  const long = longPeople(columns);
  const wide = widePeople(columns);
  const isWide = wide.length > 0 && !long.role && unit !== null && !firstOf(columns, 'name');
  const isLong = long.name !== undefined && Boolean(unit ?? long.role ?? long.email ?? long.phone ?? title);
  if (!isWide && !isLong) return null;
  const people = isWide ? wide : [{ role: null, columns: long }];
  const used = new Set(people.flatMap((each) => Object.values(each.columns).map(({ at }) => at)));
  const kind = firstOf(columns, 'kind');
  for (const column of [unit, kind]) if (column) used.add(column.at);
  return {
    below,
    layout: isWide ? 'wide' : 'long',
    unit,
    kind,
    people,
    title: isWide || long.role ? null : title,
    ignored: columns.filter(({ at }) => !used.has(at)).map(({ heading }) => heading),
  };
}

/** Finds the headings of a table among its first rows; null where there are none. */
export function findHeadings(table: SheetTable): Headings | null {
  const { rows, across } = table;
  for (let at = 0; at < Math.min(rows.length, HEADING_WITHIN); at++) {
    const [row, next] = [rows[at]!, rows[at + 1]];
    const isMerged = across.some((each) => each.row === row.no);
    const both = isMerged && next ? readHeadings(stacked(table, row, next), at + 2) : null;
    if (both?.layout === 'wide') return both;
    const found = readHeadings(headingTexts(row), at + 1);
    if (found) return found;
  }
  return null;
}
