// 改期、取消: another day, hour or place for the meeting, or none at all. Whoever was told of it so far hears of it.

import type { ActionInput } from '../../domain/actions.ts';
import type { Change } from '../../domain/change.ts';
import { type Appointment, decideCancel, decideMove } from '../../domain/consultation/decide.ts';
import { allowsConsultationVerb } from '../../domain/consultation/verbs.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import { consultationId } from '../../domain/ids.ts';
import type { ObligationRow } from '../../domain/things.ts';
import { civilOf, instantOf, parseTime } from '../../domain/zone.ts';
import type { Context } from '../command.ts';
import type { Decision } from '../commit.ts';
import { dayIn, isFarOff } from '../task/fields.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import type { ConsultationUse } from './decision.ts';
import { type At, asking, factsOf, meetingOf, readAt, shown, type Values } from './meeting.ts';

const SHORTEST_MINUTES = 10;
const LONGEST_MINUTES = 600;

/** 15:00, 15：00, 15点, 15时30分, 3pm … as hours and minutes. */
function readTime(typed: string) {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const half = text.replace(/[点时]半$/, ':30');
  const colon = half.replace(/[点时]\s*(\d{1,2})\s*分?$/, ':$1').replace(/[点时]整?$/, ':00');
  const padded = colon.replace(/:(\d)$/, ':0$1');
  const [, hour, minutes = '00', part] = /^(\d{1,2})(?::(\d\d))?\s?(am|pm)$/.exec(padded) ?? [];
  if (hour === undefined) return parseTime(padded);
  return parseTime(`${(Number(hour) % 12) + (part === 'pm' ? 12 : 0)}:${minutes}`);
}

/** What is left out stays as it is; the form shows it filled in. */
function filledIn({ row, scene }: At, values: Values): Values {
  const { date, time } = civilOf(row.startsAt, scene.campaign.zone);
  return { date, time, place: row.place, minutesLong: String(row.minutesLong), ...values };
}

const timeProblem = (typed: string): FieldProblem | null => {
  if (typed.trim() === '') return { field: 'time', kind: 'required' };
  return readTime(typed) ? null : { field: 'time', kind: 'not_a_time', typed };
};

function lengthProblem(typed: string): FieldProblem | null {
  const field = 'minutesLong';
  if (typed.trim() === '') return null;
  if (!/^\d{1,9}$/.test(typed.trim())) return { field, kind: 'not_a_number', typed };
  const minutes = Number(typed);
  if (minutes < SHORTEST_MINUTES) return { field, kind: 'not_a_number', typed };
  return minutes > LONGEST_MINUTES ? { field, kind: 'too_large', typed } : null;
}

function dayProblem({ context }: At, typed: string): FieldProblem | null {
  if (typed.trim() === '') return { field: 'date', kind: 'required' };
  const day = dayIn(context, typed);
  return day && !isFarOff(context, day) ? null : { field: 'date', kind: 'not_a_date', typed };
}

function appointmentIn(at: At, values: Values): Appointment | { problems: FieldProblem[] } {
  const { date = '', time = '', place = '', minutesLong = '' } = values;
  const problems = problemsOf(
    dayProblem(at, date),
    timeProblem(time),
    lengthProblem(minutesLong),
    textProblem('place', place, false),
  );
  if (problems.length > 0) return { problems };
  const { campaign } = at.scene;
  const startsAt = instantOf(dayIn(at.context, date)!, readTime(time)!, campaign.zone);
  if (startsAt <= at.context.at) return { problems: [{ field: 'date', kind: 'in_the_past', typed: date }] };
  const length = minutesLong.trim() === '' ? at.row.minutesLong : Number(minutesLong);
  return { startsAt, place: place.trim(), minutesLong: length };
}

const intentsAbout = ({ context, row }: At) => context.store.list('intent', { where: { about: row.id } });

async function moveMeeting(at: At, { values }: ActionInput): Promise<Decision> {
  const { row } = at;
  const form = { form: 'move_consultation' as const, consultation: factsOf(at), seen: at.decided.length };
  if (!values) return asking(form, filledIn(at, {}));
  const typed = filledIn(at, values);
  const to = appointmentIn(at, typed);
  if ('problems' in to) return asking(form, typed, to.problems);
  const isSame = (['startsAt', 'place', 'minutesLong'] as const).every((key) => to[key] === row[key]);
  if (isSame && row.state !== 'cancelled') return { outcome: shown(at, 'agenda'), changes: [] };
  const decided = decideMove(await meetingOf(at), to, await intentsAbout(at));
  return { outcome: shown(at, 'agenda', 'moved', { row: decided.row }), changes: decided.changes };
}

async function cancelMeeting(at: At, { values }: ActionInput): Promise<Decision> {
  const form = { form: 'cancel_consultation' as const, consultation: factsOf(at), seen: at.decided.length };
  if (!values) return asking(form, {});
  const reason = (values.reason ?? '').trim();
  const problems = problemsOf(textProblem('reason', reason, true));
  if (problems.length > 0) return asking(form, values, problems);
  const { row, changes } = decideCancel(await meetingOf(at), reason, await intentsAbout(at));
  return { outcome: shown(at, 'agenda', 'cancelled', { row }), changes };
}

/** What cancels the meeting of a row of the ledger that is not owed any more; nothing where it has none that can be cancelled. */
export async function meetingCancelled(
  context: Context,
  { campaign, duty, period }: ObligationRow,
  reason: string,
): Promise<Change[]> {
  const row = await context.store.find('consultation', consultationId(campaign, duty, period));
  if (!row || !allowsConsultationVerb(row, 'cancel', context.at)) return [];
  const at = await readAt(context, row);
  return decideCancel(await meetingOf(at), reason, await intentsAbout(at)).changes;
}

export const move: ConsultationUse = { verb: 'move', which: 'next', act: moveMeeting };
export const cancel: ConsultationUse = { verb: 'cancel', which: 'next', act: cancelMeeting };
