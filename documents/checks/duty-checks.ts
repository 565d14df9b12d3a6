// Duties: one rhythm each, deadlines that are times, references that exist, and somebody who can owe them.

import type { Notation } from '../../domain/file-problem.ts';
import { as, type CivilTime } from '../../domain/ids.ts';
import { stepKey } from '../../domain/reminders.ts';
import type { DUTY_KINDS } from '../campaign-schema.ts';
import { type Known, knownWords } from '../nearest.ts';
import { findRhythm, findStepAt } from '../notation.ts';
import {
  type Check,
  checkRepeats,
  checkSpan,
  checkUniqueIds,
  idsIn,
  knownById,
  listed,
  type PartlyWritten,
} from './check.ts';
import { checkAreEverOwed } from './owed-checks.ts';
import { knownUnits, OWED_BY_WORDS } from './unit-checks.ts';

export type PartlyDuty = NonNullable<NonNullable<PartlyWritten['duties']>[number]>;
type Kind = (typeof DUTY_KINDS)[number];

/** What duties may refer to, gathered once for all of them. */
type Named = { known: readonly Known[]; ids: ReadonlySet<string> };
type Register = {
  owers: Named;
  forms: Named;
  phases: Named;
  reports: Named;
  kinds: ReadonlyMap<string, Kind>;
};

/** Checks the `duties` section. */
export const checkDuties = (check: Check): void => {
  checkUniqueIds(check, 'duties', idsIn('duties', check.file));
  const register = registerOf(check.file);
  for (const { at, item } of listed(check.file.duties)) {
    checkOwedBy(check, at, item, register);
    checkForm(check, at, item, register);
    checkPhase(check, at, item, register);
    checkCollects(check, at, item, register);
    checkRhythm(check, at, item);
    checkLadder(check, at, item);
    checkSpan(check, 'duty', ['duties', at], item);
  }
  checkAreEverOwed(check);
};

const named = (known: readonly Known[]): Named => ({ known, ids: new Set(known.map(({ value }) => value)) });

const registerOf = (file: PartlyWritten): Register => {
  const duties = listed(file.duties).map(({ item }) => item);
  return {
    owers: named([...knownUnits(file), ...knownWords(OWED_BY_WORDS)]),
    forms: named(knownWords(Object.keys(file.forms ?? {}))),
    phases: named(knownById(file.phases)),
    reports: named(knownById(duties.filter(({ kind }) => (kind ?? 'report') === 'report'))),
    kinds: new Map(
      duties.flatMap(({ id, kind }) => (id === undefined ? [] : [[id, kind ?? 'report'] as const])),
    ),
  };
};

const kindOf = (check: Check, at: number, duty: PartlyDuty): Kind | undefined =>
  check.isCut(['duties', at, 'kind']) ? undefined : (duty.kind ?? 'report');

const checkOwedBy = (check: Check, at: number, duty: PartlyDuty, register: Register): void => {
  const path = ['duties', at, 'owed_by'] as const;
  if (duty.owed_by === undefined && !check.isCut(path) && kindOf(check, at, duty) === 'report') {
    check.report(path, { code: 'missing_key', expected: 'owed_by' });
  }
  for (const { at: index, item } of listed(duty.owed_by)) {
    if (register.owers.ids.has(item)) continue;
    check.report(
      [...path, index],
      { code: 'unknown_unit', expected: 'unit_or_kind' },
      { nearTo: register.owers.known },
    );
  }
};

const checkForm = (check: Check, at: number, duty: PartlyDuty, { forms }: Register): void => {
  if (duty.form === undefined || forms.ids.has(duty.form) || check.isCut(['forms', duty.form])) return;
  check.report(['duties', at, 'form'], { code: 'unknown_form', expected: 'form' }, { nearTo: forms.known });
};

const checkPhase = (check: Check, at: number, duty: PartlyDuty, { phases }: Register): void => {
  if (duty.phase === undefined || phases.ids.has(duty.phase)) return;
  check.report(
    ['duties', at, 'phase'],
    { code: 'unknown_phase', expected: 'phase' },
    { nearTo: phases.known },
  );
};

const checkCollects = (check: Check, at: number, duty: PartlyDuty, register: Register): void => {
  const kind = kindOf(check, at, duty);
  const path = ['duties', at, 'collects'] as const;
  if (kind === undefined || check.isCut(path)) return;
  if (kind !== 'bulletin') {
    if (duty.collects !== undefined) misplaced(check, path, 'kind: bulletin');
  } else if (duty.collects === undefined) {
    check.report(path, { code: 'missing_key', expected: 'collects' });
  } else if (!register.kinds.has(duty.collects)) {
    check.report(path, { code: 'unknown_duty', expected: 'report_duty' }, { nearTo: register.reports.known });
  } else if (register.kinds.get(duty.collects) !== 'report') {
    check.report(path, { code: 'not_a_report', expected: 'report_duty' });
  }
};

type KeyPath = readonly [...(string | number)[], string];
const misplaced = (check: Check, path: KeyPath, belongsTo: string): void =>
  check.report(
    path,
    { code: 'misplaced_key', expected: belongsTo },
    { atKey: true, found: String(path.at(-1)) },
  );

const ANY_TIME = as<CivilTime>('00:00');
const DUE_NOTATION = { week: 'due_week', month: 'due_month', phase: 'due_phase' } as const satisfies Record<
  string,
  Notation
>;

const checkRhythm = (check: Check, at: number, duty: PartlyDuty): void => {
  const path = ['duties', at] as const;
  const isUnsure = check.isCut([...path, 'every']) || check.isCut([...path, 'once']);
  if (duty.every !== undefined && duty.once !== undefined) {
    check.report(
      [...path, 'once'],
      { code: 'exactly_one', expected: ['every', 'once'] },
      { atKey: true, found: 'every + once' },
    );
  } else if (duty.every === undefined && duty.once === undefined) {
    if (!isUnsure)
      check.report(path, { code: 'exactly_one', expected: ['every', 'once'] }, { found: duty.id ?? '' });
  } else if (duty.once !== undefined) {
    if (duty.due !== undefined && !isUnsure) misplaced(check, [...path, 'due'], 'every');
  } else if (duty.every !== undefined) checkDue(check, at, duty.every, duty.due);
};

const checkDue = (
  check: Check,
  at: number,
  every: keyof typeof DUE_NOTATION,
  due: string | undefined,
): void => {
  const path = ['duties', at, 'due'] as const;
  if (check.isCut(path)) return;
  if (due === undefined) check.report(path, { code: 'missing_key', expected: 'due' });
  else if (!findRhythm({ every, due }, ANY_TIME)) {
    check.report(path, { code: 'bad_notation', expected: DUE_NOTATION[every] });
  }
};

const checkLadder = (check: Check, at: number, duty: PartlyDuty): void => {
  const entries = listed(duty.ladder).map(({ at: index, item }) => {
    const stepAt = item.at === undefined ? undefined : findStepAt(item.at);
    return { path: ['duties', at, 'ladder', index, 'at'], key: stepAt && stepKey(stepAt) };
  });
  checkRepeats(check, entries);
};
