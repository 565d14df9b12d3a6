// 参会、请假, and the file for one's calendar: what somebody who is invited does.

import { invitationFile } from '../../documents/invitation.ts';
import type { ActionInput } from '../../domain/actions.ts';
import type { Role } from '../../domain/campaign.ts';
import { attendanceId, decideAnswer } from '../../domain/consultation/decide.ts';
import type { PersonId } from '../../domain/ids.ts';
import { nameOf } from '../../domain/obligation-facts.ts';
import { inOffice } from '../../domain/recipients.ts';
import { dateOf } from '../../domain/zone.ts';
import type { Decision } from '../commit.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import type { ConsultationUse } from './decision.ts';
import { type At, asking, factsOf, meetingOf, shown } from './meeting.ts';

async function answer(at: At, coming: boolean, instead: string): Promise<Decision> {
  const { context, sources, row } = at;
  const before = await context.store.find('attendance', attendanceId(row, context.actor.person.id));
  const isSame = before?.coming === coming && before.instead === instead;
  const did = coming ? ('attending' as const) : ('excused' as const);
  if (isSame) return { outcome: shown(at, 'attendance', did), changes: [] };
  const decided = decideAnswer(await meetingOf(at), before, { coming, instead });
  const attendance = [...sources.attendance.filter(({ id }) => id !== decided.answer.id), decided.answer];
  return { outcome: shown(at, 'attendance', did, { attendance }), changes: decided.changes };
}

async function sayExcused(at: At, { values }: ActionInput): Promise<Decision> {
  const form = { form: 'excuse' as const, consultation: factsOf(at) };
  const before = at.sources.attendance.find(({ person }) => person === at.context.actor.person.id);
  if (!values) return asking(form, { instead: before?.instead ?? '' });
  const instead = (values.instead ?? '').trim();
  const problems = problemsOf(textProblem('instead', instead, false));
  return problems.length > 0 ? asking(form, values, problems) : answer(at, false, instead);
}

const emailOf = ({ scene }: At, person: PersonId): string | null =>
  scene.people.get(person)?.email ??
  scene.campaign.people.find((posting) => posting.person === person && posting.email)?.email ??
  null;

const ORGANIZERS: readonly Role[] = ['office_staff', 'office_director'];

/** The office invites by the first of its people who has an address. */
function organizerOf(at: At) {
  const { context, scene } = at;
  const today = dateOf(context.at, scene.campaign.zone);
  const people = ORGANIZERS.flatMap((role) =>
    inOffice(scene.campaign, today).filter((posting) => posting.role === role),
  );
  const organizers = people.map(({ person, name }) => ({ name, email: emailOf(at, person) }));
  return organizers.find((each): each is { name: string; email: string } => each.email !== null) ?? null;
}

async function giveInvitation(at: At): Promise<Decision> {
  const { context, scene, row, sources } = at;
  const { id } = context.actor.person;
  const email = emailOf(at, id);
  const coming = sources.attendance.find(({ person }) => person === id)?.coming ?? null;
  const consultation = factsOf(at);
  const file = invitationFile(consultation, {
    sequence: row.sequence,
    method: row.state === 'cancelled' ? 'cancel' : 'request',
    organizer: organizerOf(at),
    attendee: email === null ? null : { name: nameOf(scene, id), email, coming },
  });
  const outcome = {
    kind: 'invitation' as const,
    ...file,
    consultation,
    withoutEmail: email === null,
  };
  return { outcome, changes: [] };
}

export const attend: ConsultationUse = {
  verb: 'attend',
  which: 'next',
  act: (at) => answer(at, true, ''),
};
export const excuse: ConsultationUse = { verb: 'excuse', which: 'next', act: sayExcused };
export const invitation: ConsultationUse = { verb: 'calendar', which: 'next', act: giveInvitation };
