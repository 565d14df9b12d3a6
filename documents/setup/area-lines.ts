// The areas of a campaign from lines as an office types or pastes them: a name, and the units that lead it.
//
//   P2P网络借贷，银监分局          one lead unit, by any of its names
//   互联网广告，市工商局、公安局    joint leads
//   第三方支付                     no unit named: the office leads it

import type { SetupPlace, SetupProblem } from '../../domain/setup/facts.ts';
import { createNearest, nameKey } from '../nearest.ts';
import { cellsOf, hasHan, isSeparated, LONGEST_NAME, lineAt, typedLines } from './lines.ts';
import type { UnitsKnown } from './person-lines.ts';
import { createIds } from './short-ids.ts';

export type TypedArea = { id: string; name: string; leads: string[]; place: SetupPlace };
export type AreaLines = { areas: TypedArea[]; problems: SetupProblem[] };

const HEADINGS = new Set(
  '领域 领域名称 名称 牵头 牵头单位 牵头部门 单位 area areas name lead leads unit'.split(' '),
);
const isTitleRow = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell) => HEADINGS.has(nameKey(cell)));

const wordsOf = (text: string): string[] =>
  isSeparated(text) || !hasHan(text) ? cellsOf(text) : text.trim().split(/\s+/u);

/** 牵头：市公安局, 市公安局牵头, led by the police: the unit alone is meant. */
const unitMeant = (word: string): string =>
  word.replace(/^(?:牵头(?:单位|部门)?[:：]|led by\s)\s*|\s*牵头$/giu, '').trim();

function nameProblem(name: string, line: string, place: SetupPlace, firstLine: number | undefined) {
  const length = [...name].length;
  if (name === '') return { ...place, found: line.trim(), code: 'no_name' as const };
  if (length > LONGEST_NAME)
    return { ...place, found: name, code: 'too_long' as const, length, most: LONGEST_NAME };
  return firstLine === undefined ? null : { ...place, found: name, code: 'repeated' as const, firstLine };
}

/** Reads the field of areas; every line that is wrong is named, the others are read all the same. */
export function readAreaLines(text: string | undefined, { units, office }: UnitsKnown): AreaLines {
  const known = new Map(
    units.flatMap(({ id, name, aliases }) => [id, ...aliases, name].map((word) => [nameKey(word), id])),
  );
  const near = units.map(({ name, aliases }) => ({ value: name, words: [name, ...aliases] }));
  const [findNearest, nextId, firstLines] = [createNearest(), createIds('area'), new Map<string, number>()];
  const result: AreaLines = { areas: [], problems: [] };
  for (const { no, text: line } of typedLines(text)) {
    const [name = '', ...leads] = wordsOf(line);
    if (isTitleRow([name, ...leads])) continue;
    const place = lineAt('areas', 'areas')(no);
    const wrong = nameProblem(name, line, place, firstLines.get(nameKey(name)));
    const unknown = leads.map(unitMeant).filter((word) => !known.has(nameKey(word)));
    if (wrong) result.problems.push(wrong);
    else firstLines.set(nameKey(name), no);
    for (const found of unknown)
      result.problems.push({
        ...place,
        found,
        code: 'unknown_unit',
        near: findNearest(found, near)?.value ?? null,
      });
    if (wrong || unknown.length > 0) continue;
    const ids = [...new Set(leads.map((word) => known.get(nameKey(unitMeant(word)))!))];
    result.areas.push({
      id: nextId(name),
      name,
      leads: ids.length > 0 || office === null ? ids : [office],
      place,
    });
  }
  return result;
}
