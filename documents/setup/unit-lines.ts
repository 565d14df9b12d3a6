// The units of a campaign from lines as an office types or pastes them:
//
//   市公安局，公安局、公安，成员单位      name, other names, kind in any place
//   县市区：                              a heading: the kind of the lines below it
//
// A line without a kind is a member unit. The office is not among them; it stands in the basics.

import type { UnitKind } from '../../domain/campaign.ts';
import type { SetupProblem } from '../../domain/setup/facts.ts';
import { nameKey } from '../nearest.ts';
import { cellsOf, hasHan, isSeparated, LONGEST_NAME, lineAt, type TypedLine, typedLines } from './lines.ts';

export type TypedUnit = { name: string; aliases: string[]; kind: UnitKind; line: number };
export type UnitLines = { units: TypedUnit[]; problems: SetupProblem[] };

const KINDS: Record<string, UnitKind> = {
  成员单位: 'member',
  成员: 'member',
  member: 'member',
  'member unit': 'member',
  members: 'member',
  'member units': 'member',
  县市区: 'locality',
  区县: 'locality',
  县区: 'locality',
  市县区: 'locality',
  各县市区: 'locality',
  locality: 'locality',
  localities: 'locality',
  county: 'locality',
  counties: 'locality',
  协会: 'association',
  行业协会: 'association',
  association: 'association',
  associations: 'association',
};
const HEADINGS = new Set(
  '单位 单位名称 名称 全称 简称 别名 类别 类型 单位类别 name unit alias aliases kind type'.split(' '),
);

export const kindOf = (word: string): UnitKind | undefined => {
  const key = nameKey(word);
  return Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
};

/** 【成员单位】, 县市区：, 协会（3个） */
const headingOf = (text: string): UnitKind | undefined =>
  kindOf(text.replace(/[（(][^（(）)]*[)）]/gu, '').replace(/[【】[\]：:#*\s]+/gu, ' '));

const isTitleRow = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell) => HEADINGS.has(nameKey(cell)));

const wordsOf = ({ text }: TypedLine): string[] =>
  isSeparated(text) || !hasHan(text) ? cellsOf(text) : text.trim().split(/\s+/u);

/** Reads the field of units; every line that is wrong is named, the others are read all the same. */
export function readUnitLines(text: string | undefined): UnitLines {
  const at = lineAt('units', 'units');
  const units: TypedUnit[] = [];
  const problems: SetupProblem[] = [];
  const firstLines = new Map<string, number>();
  let usual: UnitKind = 'member';
  const claim = (name: string, line: number): boolean => {
    const firstLine = firstLines.get(nameKey(name));
    if (firstLine === undefined) firstLines.set(nameKey(name), line);
    else if (firstLine !== line) problems.push({ ...at(line), found: name, code: 'repeated', firstLine });
    return firstLine === undefined;
  };
  for (const line of typedLines(text)) {
    const heading = headingOf(line.text);
    const words = wordsOf(line);
    if (heading) usual = heading;
    if (heading || isTitleRow(words)) continue;
    const unit = unitOf(words, usual, line.no);
    const tooLong = [unit.name, ...unit.aliases].find((name) => [...name].length > LONGEST_NAME);
    if (unit.name === '') problems.push({ ...at(line.no), found: line.text.trim(), code: 'no_name' });
    else if (tooLong !== undefined)
      problems.push({
        ...at(line.no),
        found: tooLong,
        code: 'too_long',
        length: [...tooLong].length,
        most: LONGEST_NAME,
      });
    else if (claim(unit.name, line.no))
      units.push({ ...unit, aliases: unit.aliases.filter((alias) => claim(alias, line.no)) });
  }
  return { units, problems };
}

function unitOf(words: readonly string[], usual: UnitKind, line: number): TypedUnit {
  const [name = '', ...aliases] = words.filter((word) => kindOf(word) === undefined);
  const kind = words.map(kindOf).find((found) => found !== undefined) ?? usual;
  return { name, aliases, kind, line };
}
