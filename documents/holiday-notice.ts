// Holiday notices: days off and make-up working days, in the campaign file or in a file of their own (YAML or JSON).
// Owns their reading and checks; what a notice means for the calendar is domain/calendar's.

import type { NoticeDay } from '../domain/campaign.ts';
import { type FileProblem, inFileOrder } from '../domain/file-problem.ts';
import { as, type CivilDate } from '../domain/ids.ts';
import { BOOLEAN_KEYS, NUMBER_KEYS, noticeFileSchema, type WrittenNoticeDay } from './campaign-schema.ts';
import { checkStructure, type Partly } from './campaign-structure.ts';
import { type Check, checkRepeats, listed, openCheck } from './checks/check.ts';
import { createNearest } from './nearest.ts';
import { type Path, plainOf } from './source-values.ts';
import { readYaml, type SourceNode } from './yaml-source.ts';

export type NoticeReading = { ok: true; days: NoticeDay[] } | { ok: false; problems: FileProblem[] };

/** Reads a holiday notice: a list of days, or a map with `days`. Never throws; all problems come at once. */
export const readNotice = (text: string): NoticeReading => {
  const yaml = readYaml(text);
  if (!yaml.ok) return yaml;
  const root = underDays(yaml.root);
  const findNearest = createNearest();
  const plain = plainOf(root, { numbers: NUMBER_KEYS, booleans: BOOLEAN_KEYS });
  const shape = checkStructure(noticeFileSchema, root, plain, findNearest);
  const { check, problems } = openCheck({ file: {}, root, cut: shape.cut, findNearest });
  checkNoticeDays(check, ['days'], shape.sound?.days);
  const all = inFileOrder([...shape.problems, ...problems]);
  return all.length === 0 && shape.data
    ? { ok: true, days: noticeDays(shape.data.days) }
    : { ok: false, problems: all };
};

/** Whether a text is a notice and no campaign file: a list at the top, or `days` without `campaign`. Never throws. */
export const isNotice = (text: string): boolean => {
  const yaml = readYaml(text);
  if (!yaml.ok) return false;
  const { root } = yaml;
  return (
    root.kind === 'list' || (root.kind === 'map' && root.entries.has('days') && !root.entries.has('campaign'))
  );
};

const underDays = (root: SourceNode): SourceNode => {
  if (root.kind !== 'list') return root;
  const { line, column, size, depth } = root;
  const entries = new Map([['days', { key: { line, column }, node: root }]]);
  return { line, column, kind: 'map', entries, size: size + 1, depth: depth + 1 };
};

/** Reports days named twice and days that are not exactly one of off and work. */
export const checkNoticeDays = (
  check: Check,
  path: Path,
  days: Partly<WrittenNoticeDay[]> | undefined,
): void => {
  const entries = listed(days);
  checkRepeats(
    check,
    entries.map(({ at, item }) => ({ path: [...path, at, 'date'], key: item.date })),
  );
  for (const { at, item } of entries) {
    const isUnsure = check.isCut([...path, at, 'off']) || check.isCut([...path, at, 'work']);
    if (isUnsure || (item.off === undefined) !== (item.work === undefined)) continue;
    const found = item.off === undefined ? (item.date ?? '') : 'off + work';
    check.report([...path, at], { code: 'exactly_one', expected: ['off', 'work'] }, { found });
  }
};

/** Checked days of a notice as the domain has them. */
export const noticeDays = (days: readonly WrittenNoticeDay[]): NoticeDay[] =>
  days.map(({ date, name, off, work }) => ({ date: as<CivilDate>(date), name, off: off ?? !work }));
