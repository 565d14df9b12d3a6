// What every check of meaning works with: the sound part of the file, a way to report, and the nearest known value.
// The checks see a file that may have holes (what was misshapen is cut out) and conclude nothing from a hole.

import type { FileProblem, IdList, ProblemDetail, Spanned } from '../../domain/file-problem.ts';
import type { WrittenCampaign } from '../campaign-schema.ts';
import type { FindNearest, Partly } from '../campaign-structure.ts';
import type { Known } from '../nearest.ts';
import { type Path, pathText, placeOf } from '../source-values.ts';
import type { SourceNode } from '../yaml-source.ts';

export type PartlyWritten = Partly<WrittenCampaign>;
export type Extra = { found?: string; atKey?: boolean; nearTo?: readonly Known[] };

export type Check = {
  file: PartlyWritten;
  report: (path: Path, detail: ProblemDetail, extra?: Extra) => void;
  warn: (path: Path, detail: ProblemDetail, extra?: Extra) => void;
  lineOf: (path: Path) => number;
  /** Whether what stands (or is missing) here was already reported, so that nothing follows from its absence. */
  isCut: (path: Path) => boolean;
};

type CheckSource = {
  file: PartlyWritten;
  root: SourceNode;
  cut: ReadonlySet<string>;
  findNearest: FindNearest;
};

/** A check over one file, and the lists its problems and warnings end up in. */
export const openCheck = (
  source: CheckSource,
): { check: Check; problems: FileProblem[]; warnings: FileProblem[] } => {
  const problems: FileProblem[] = [];
  const warnings: FileProblem[] = [];
  const reportTo =
    (list: FileProblem[]) =>
    (path: Path, detail: ProblemDetail, extra: Extra = {}) => {
      list.push(toProblem(source, path, detail, extra));
    };
  const check: Check = {
    file: source.file,
    report: reportTo(problems),
    warn: reportTo(warnings),
    lineOf: (path) => placeOf(source.root, path).line,
    isCut: (path) => source.cut.has(path.join('.')),
  };
  return { check, problems, warnings };
};

const toProblem = (source: CheckSource, path: Path, detail: ProblemDetail, extra: Extra): FileProblem => {
  const place = placeOf(source.root, path, extra.atKey);
  const found = extra.found ?? place.found;
  const near = extra.nearTo && source.findNearest(found, extra.nearTo);
  return {
    line: place.line,
    column: place.column,
    path: pathText(path),
    found,
    ...(near && { near: near.value }),
    ...(near?.name !== undefined && { nearName: near.name }),
    ...detail,
  };
};

/** Every entry of a list that is there, with its position. */
export const listed = <T>(list: readonly (T | undefined)[] | undefined): { at: number; item: T }[] =>
  (list ?? []).flatMap((item, at) => (item === undefined ? [] : [{ at, item }]));

/** Reports every id that an earlier entry of the same list has. */
export const checkUniqueIds = (
  check: Check,
  list: IdList,
  entries: readonly { path: Path; id: string | undefined }[],
): void => {
  const first = new Map<string, Path>();
  for (const { path, id } of entries) {
    if (id === undefined) continue;
    const earlier = first.get(id);
    if (!earlier) first.set(id, path);
    else
      check.report(path, {
        code: 'duplicate_id',
        expected: 'unique',
        list,
        firstLine: check.lineOf(earlier),
      });
  }
};

/** Reports every entry whose key an earlier one has; entries without a key are passed over. */
export const checkRepeats = (
  check: Check,
  entries: readonly { path: Path; key: string | undefined; found?: string }[],
): void => {
  const first = new Map<string, Path>();
  for (const { path, key, found } of entries) {
    if (key === undefined) continue;
    const earlier = first.get(key);
    if (!earlier) first.set(key, path);
    else
      check.report(path, { code: 'repeated', expected: 'once', firstLine: check.lineOf(earlier) }, { found });
  }
};

/** The ids of one of the file's lists, each with its path. */
export const idsIn = (
  list: 'units' | 'areas' | 'phases' | 'figures' | 'duties',
  file: PartlyWritten,
): { path: Path; id: string | undefined }[] => {
  const entries: readonly ({ id?: string } | undefined)[] = file[list] ?? [];
  return listed(entries).map(({ at, item }) => ({ path: [list, at, 'id'], id: item.id }));
};

/** Reports a span whose `to` lies before its `from`; either may be open. */
export const checkSpan = (
  check: Check,
  what: Spanned,
  path: Path,
  span: { from?: string; to?: string } | undefined,
): void => {
  if (span?.from === undefined || span.to === undefined || span.from <= span.to) return;
  check.report([...path, 'to'], { code: 'ends_before_start', expected: span.from, what });
};

/** Ids with their names, for suggestions. */
export const knownById = (
  list: readonly ({ id?: string; name?: string } | undefined)[] | undefined,
): Known[] =>
  listed(list).flatMap(({ item: { id, name } }) =>
    id === undefined ? [] : [{ value: id, name, words: name === undefined ? [id] : [id, name] }],
  );
