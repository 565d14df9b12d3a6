// 纪要: the office writes what was heard and decided, and approves it. A decision must say which unit does it by when; what is
// wrong is said at its field, and everything typed stays. Approval checks the decisions again: days have passed since.

import type { ActionInput } from '../../domain/actions.ts';
import { MOST_DECISIONS } from '../../domain/consultation/facts.ts';
import {
  decideApproval,
  decideMinutes,
  minutesCounterId,
  type Written,
} from '../../domain/consultation/minutes.ts';
import { attendeesOf } from '../../domain/consultation/people.ts';
import type { Decision as Decided, Minutes } from '../../domain/consultation/things.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import { as, type PersonId } from '../../domain/ids.ts';
import { taskCounterId, taskYear } from '../../domain/task/dispatch.ts';
import { dateOf } from '../../domain/zone.ts';
import type { Decision } from '../commit.ts';
import { dayIn, deadlineProblem, textIn, unitIn, unitProblem, unitsToChoose } from '../task/fields.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import type { ConsultationUse } from './decision.ts';
import { type At, asking, factsOf, meetingOf, shown, type Values } from './meeting.ts';

const NUMBERS = Array.from({ length: MOST_DECISIONS }, (_, index) => index + 1);

// What was typed

const typedOf = (values: Values, n: number) => ({
  what: textIn(values, `what_${n}`),
  unit: textIn(values, `unit_${n}`),
  due: textIn(values, `due_${n}`),
});

const idsIn = (typed = ''): PersonId[] =>
  typed
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')
    .map((id) => as<PersonId>(id));

function decisionProblems({ context }: At, values: Values, n: number): (FieldProblem | null)[] {
  const { what, unit, due } = typedOf(values, n);
  if (what === '' && unit === '' && due === '') return [];
  const [unitField, dueField] = [`unit_${n}`, `due_${n}`];
  return [
    textProblem(`what_${n}`, what, true),
    unit === '' ? { field: unitField, kind: 'required' } : unitProblem(context, unitField, unit),
    due === '' ? { field: dueField, kind: 'required' } : deadlineProblem(context, dueField, due),
  ];
}

/** Those who are invited, and whom the minutes name already: a roster changes. */
function peopleToName({ scene: { campaign }, row }: At): PersonId[] {
  const invited = attendeesOf(campaign, dateOf(row.startsAt, campaign.zone)).map(({ person }) => person);
  return [...invited, ...(row.minutes?.attended ?? []), ...(row.minutes?.excused ?? [])];
}

function peopleProblem(
  at: At,
  field: 'attended' | 'excused',
  typed: string | undefined,
): FieldProblem | null {
  const choices: string[] = peopleToName(at);
  const stranger = idsIn(typed).find((id) => !choices.includes(id));
  return stranger === undefined ? null : { field, kind: 'not_a_choice', typed: stranger, choices };
}

/** More decisions than the form has room for are written into tasks of their own. */
const tooMany = (values: Values): FieldProblem[] =>
  Object.entries(values)
    .filter(([field, typed]) => /^what_\d+$/.test(field) && typed.trim() !== '')
    .map(([field]) => field)
    .filter((field) => Number(field.slice('what_'.length)) > MOST_DECISIONS)
    .map((field) => ({ field, kind: 'too_large', typed: field.slice('what_'.length) }));

function problemsIn(at: At, values: Values): FieldProblem[] {
  const hasDecided = NUMBERS.some((n) => typedOf(values, n).what !== '');
  return [
    ...problemsOf(
      peopleProblem(at, 'attended', values.attended),
      peopleProblem(at, 'excused', values.excused),
      textProblem('observers', values.observers ?? '', false),
      textProblem('heard', values.heard ?? '', !hasDecided),
      ...NUMBERS.flatMap((n) => decisionProblems(at, values, n)),
    ),
    ...tooMany(values),
  ];
}

const decisionsIn = ({ context }: At, values: Values): Decided[] =>
  NUMBERS.map((n) => typedOf(values, n))
    .filter(({ what }) => what !== '')
    .map(({ what, unit, due }) => ({
      what,
      unit: unitIn(context, unit)!.id,
      dueOn: dayIn(context, due)!,
      task: null,
    }));

/** Who was there is not excused, whatever was answered before. */
function writtenIn(at: At, values: Values): Written {
  const attended = [...new Set(idsIn(values.attended))];
  return {
    heard: textIn(values, 'heard'),
    observers: textIn(values, 'observers'),
    attended,
    excused: [...new Set(idsIn(values.excused))].filter((person) => !attended.includes(person)),
    decisions: decisionsIn(at, values),
  };
}

// What the form opens with

function fromMinutes({ attended, excused, observers, heard, decisions }: Minutes): Values {
  const fields = decisions.flatMap(({ what, unit, dueOn }, index) => {
    const n = index + 1;
    return [[`what_${n}`, what] as const, [`unit_${n}`, unit] as const, [`due_${n}`, dueOn] as const];
  });
  return {
    attended: attended.join(','),
    excused: excused.join(','),
    observers,
    heard,
    ...Object.fromEntries(fields),
  };
}

/** Attendance is taken from the answers to the invitation. */
function fromAnswers({ sources: { attendance } }: At): Values {
  const answered = (coming: boolean) =>
    attendance.filter((answer) => answer.coming === coming).map(({ person }) => person);
  return { attended: answered(true).join(','), excused: answered(false).join(',') };
}

const openingOf = (at: At): Values => (at.row.minutes ? fromMinutes(at.row.minutes) : fromAnswers(at));

const formOf = (at: At) => ({
  form: 'minutes' as const,
  consultation: factsOf(at),
  units: unitsToChoose(at.context),
  seen: at.decided.length,
});

// What is done

async function write(at: At, { values }: ActionInput): Promise<Decision> {
  if (!values) return asking(formOf(at), openingOf(at));
  const problems = problemsIn(at, values);
  if (problems.length > 0) return asking(formOf(at), values, problems);
  const { row, changes } = decideMinutes(await meetingOf(at), writtenIn(at, values));
  return { outcome: shown(at, 'minutes', 'minuted', { row }), changes };
}

async function approve(at: At): Promise<Decision> {
  const { context, sources, row } = at;
  const { store } = context;
  const { definition } = context.actor.campaign;
  const minutes = row.minutes!;
  const values = fromMinutes(minutes);
  const problems = problemsIn(at, values);
  if (problems.length > 0) return asking(formOf(at), values, problems);
  const year = taskYear(definition, context.at);
  const [minutesCounter, taskCounter] = await Promise.all([
    store.find('counter', minutesCounterId(definition.id, year)),
    store.find('counter', taskCounterId(definition.id, year)),
  ]);
  const approval = { minutes: minutesCounter, tasks: taskCounter, own: sources.own };
  const approved = decideApproval(await meetingOf(at), minutes, approval);
  const tasks = [...sources.tasks, ...approved.tasks];
  return {
    outcome: shown(at, 'minutes', 'approved', { row: approved.row, tasks }),
    changes: approved.changes,
  };
}

export const writeMinutes: ConsultationUse = { verb: 'minutes', which: 'last', act: write };
export const approveMinutes: ConsultationUse = { verb: 'approve', which: 'last', act: approve };
