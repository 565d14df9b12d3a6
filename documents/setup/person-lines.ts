// The people of a campaign from lines as an office types or pastes them: unit, role, name, e-mail, phone in any order, from
// a sheet with or without its title row. Every line that is wrong is named, the others are read all the same.

import type { Role } from '../../domain/campaign.ts';
import type { SetupPlace, SetupProblem } from '../../domain/setup/facts.ts';
import { createNearest, type Known, nameKey } from '../nearest.ts';
import { cellsOf, LONGEST_NAME, lineAt, type TypedLine, typedLines } from './lines.ts';
import { looksLikeUnit, type UnitNames, type Word, wordsIn } from './person-words.ts';

export type TypedPerson = {
  name: string;
  role: Role;
  unit?: string;
  email?: string;
  slack?: string;
  phone?: string;
  place: SetupPlace;
};
export type PersonLines = { people: TypedPerson[]; problems: SetupProblem[] };
/** The units that people may belong to; `office` is that of who names none. */
export type UnitsKnown = {
  units: readonly { id: string; name: string; aliases: readonly string[] }[];
  office: string | null;
};

const WITHOUT_UNIT: ReadonlySet<Role> = new Set<Role>(['leader', 'deputy_leader', 'inspector']);
const OF_OFFICE: ReadonlySet<Role> = new Set<Role>(['office_director', 'office_staff']);

/** Titles of columns; those after the bar say nothing that is needed. */
const COLUMNS =
  '单位 单位名称 姓名 名字 角色 身份 邮箱 邮件 电子邮箱 电话 手机 联系电话 手机号 unit name role email phone mobile'.split(
    ' ',
  );
const NEEDLESS = '序号 职务 科室 部门 备注 no no. title remarks'.split(' ');

/** A form shows a tab as a comma, so a sheet comes back with either. */
const COLUMN = /[\t，]/u;

type Skipped = ReadonlySet<number>;

/** Which columns a title row says are needless; null where the line is no title row. */
function titleRow(text: string): Skipped | null {
  const cells = text.split(COLUMN.test(text) ? COLUMN : /[,、;；|]|\s+/u).map((cell) => nameKey(cell));
  const titles = cells.filter((cell) => COLUMNS.includes(cell) || NEEDLESS.includes(cell));
  if (titles.length < 2 || titles.length < cells.filter((cell) => cell !== '').length) return null;
  return new Set(cells.flatMap((cell, at) => (NEEDLESS.includes(cell) ? [at] : [])));
}

const withoutColumns = (text: string, skipped: Skipped): string =>
  skipped.size === 0
    ? text
    : text
        .split(COLUMN)
        .filter((_cell, at) => !skipped.has(at))
        .join('\t');

/** Names of units for the reader of words, and for the nearest of them. */
function namesOf({ units }: UnitsKnown): { names: UnitNames; near: Known[] } {
  const names = new Map<string, string>();
  for (const { id, name, aliases } of units)
    for (const word of [name, ...aliases, id]) if (!names.has(nameKey(word))) names.set(nameKey(word), id);
  return { names, near: units.map(({ name, aliases }) => ({ value: name, words: [name, ...aliases] })) };
}

/** Reads one field of people. */
export function readPersonLines(field: string, text: string | undefined, known: UnitsKnown): PersonLines {
  const { names, near } = namesOf(known);
  const findNearest = createNearest();
  const at = lineAt('people', field);
  let skipped: Skipped = new Set();
  const result: PersonLines = { people: [], problems: [] };
  for (const line of typedLines(text)) {
    const title = titleRow(line.text);
    if (title) skipped = title;
    else {
      const words = wordsOf({ ...line, text: withoutColumns(line.text, skipped) }, names);
      const nearTo = (typed: string) => findNearest(typed, near)?.value ?? null;
      read(words, { place: at(line.no), line, office: known.office, nearTo }, result);
    }
  }
  return result;
}

const wordsOf = ({ text }: TypedLine, names: UnitNames): Word[] => {
  const words = cellsOf(text).flatMap((cell) => wordsIn(cell, names));
  // The first column of a sheet is often a number.
  return words.length > 1 && /^\d{1,4}$/.test(words[0]!.text) ? words.slice(1) : words;
};

type Ground = {
  place: SetupPlace;
  line: TypedLine;
  office: string | null;
  nearTo(typed: string): string | null;
};

const textOf = (words: readonly Word[], kind: Word['kind']): string | undefined =>
  words.find((word) => word.kind === kind)?.text;

function read(words: readonly Word[], ground: Ground, { people, problems }: PersonLines): void {
  const { place, line } = ground;
  const whole = [...line.text.trim()].slice(0, LONGEST_NAME).join('');
  const role = words.find((word) => word.kind === 'role')?.role;
  const others = words.filter(({ kind }) => kind === 'other').map(({ text }) => text);
  const { unit, name, rest, faults } = sorted(words, others, role, ground);
  const found = [...faults];
  const say = (
    problem: Pick<SetupProblem, 'found'> & {
      code: 'no_role' | 'no_name' | 'no_address' | 'bad_email' | 'no_account' | 'not_understood';
    },
  ) => found.push({ ...place, ...problem });
  if (!role) say({ found: name ?? whole, code: 'no_role' });
  if (name === undefined) say({ found: whole, code: 'no_name' });
  else if ([...name].length > LONGEST_NAME) say({ found: whole, code: 'not_understood' });
  for (const text of rest) say({ found: text, code: 'not_understood' });
  const [email, slack] = [textOf(words, 'email'), textOf(words, 'slack')];
  const [bad, atName] = [textOf(words, 'bad_email'), textOf(words, 'at_name')];
  if (bad !== undefined) say({ found: bad, code: 'bad_email' });
  else if (email === undefined && slack === undefined)
    say(
      atName === undefined
        ? { found: name ?? whole, code: 'no_address' }
        : { found: atName, code: 'no_account' },
    );
  problems.push(...found);
  if (found.length > 0 || !role || name === undefined) return;
  const phone = textOf(words, 'phone');
  people.push({
    name,
    role,
    ...(unit !== undefined && { unit }),
    ...(email !== undefined && { email }),
    ...(slack !== undefined && { slack }),
    ...(phone !== undefined && { phone }),
    place,
  });
}

type Sorted = { unit?: string; name?: string | undefined; rest: string[]; faults: SetupProblem[] };

/** Which of the words that are nothing else is the name, and whether one of them was meant as a unit. */
function sorted(
  words: readonly Word[],
  others: readonly string[],
  role: Role | undefined,
  ground: Ground,
): Sorted {
  const units = words.flatMap((word) => (word.kind === 'unit' ? [word.unit] : []));
  const unit = units[0] ?? (role && OF_OFFICE.has(role) ? (ground.office ?? undefined) : undefined);
  const isSettled = unit !== undefined || (role !== undefined && WITHOUT_UNIT.has(role) && others.length < 2);
  if (isSettled) {
    const [name, ...rest] = others;
    return { ...(unit !== undefined && { unit }), name, rest, faults: [] };
  }
  const meant = meantAsUnit(others, ground);
  if (meant === undefined)
    return {
      name: others[0],
      rest: others.slice(1),
      faults: [{ ...ground.place, found: others[0] ?? '', code: 'no_unit' }],
    };
  const [name, ...rest] = others.filter((text) => text !== meant);
  const near = ground.nearTo(meant);
  return { name, rest, faults: [{ ...ground.place, found: meant, code: 'unknown_unit', near }] };
}

const meantAsUnit = (others: readonly string[], { nearTo }: Ground): string | undefined =>
  others.find(looksLikeUnit) ??
  (others.length > 1 ? (others.find((text) => nearTo(text) !== null) ?? others[0]) : undefined);
