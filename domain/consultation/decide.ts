// What is decided about a consultation before it is held; minutes.ts has what comes after. States, as stored:
//
//   state     | issued   | moved     | cancelled   | minutes written | approved
//   planned   | → issued | planned   | → cancelled | → minuted       | –
//   issued    | –        | issued    | → cancelled | → minuted       | –
//   minuted   | –        | –         | –           | minuted         | → approved (numbered, decisions become tasks)
//   approved  | –        | –         | –           | –               | –
//   cancelled | –        | –         | –           | –               | –
//
// Who may, and in which state, was checked before with verbs.ts. Every decision raises the meeting's version, so that a
// topic and the issuing of the agenda find out about each other; an answer to the invitation relies on it unchanged.

import { type Acting, audited } from '../audit.ts';
import type { Calendar } from '../calendar.ts';
import type { Campaign } from '../campaign.ts';
import { type Change, expectUnchanged, insert, move } from '../change.ts';
import { as, type Instant, type PersonId, type UnitId } from '../ids.ts';
import type { ConsultationNews, Notice } from '../notice.ts';
import type { Presence } from '../recipients.ts';
import { retold } from '../retelling.ts';
import { nextSlot, officePeople, tellPeople, unitPeople } from '../telling.ts';
import type { IntentRow, MessageRow } from '../things.ts';
import { dateOf } from '../zone.ts';
import { topicKey } from './agenda.ts';
import { consultationRecipients, type Told } from './people.ts';
import { stepKey } from './plan.ts';
import { consultationSlotOf, nextConsultationStepAt } from './steps.ts';
import type { AgendaKey, AttendanceRow, ConsultationRow, ConsultationState, TopicRow } from './things.ts';
import { saidThrough, toldSoFar, wasInvited } from './told.ts';

/** What a decision about a consultation stands on. */
export type Meeting = {
  campaign: Campaign;
  calendar: Calendar;
  presence: Presence;
  acting: Acting;
  row: ConsultationRow;
  /** The messages in which it was shown, to be updated in place. */
  shown: readonly MessageRow[];
};

/** The row as it will stand, and what is to be written. */
export type Settled = { row: ConsultationRow; changes: Change[] };
export type Columns = Partial<Omit<ConsultationRow, 'id' | 'version'>>;

export const tellingOf = ({ campaign, calendar, presence, acting }: Meeting) => ({
  campaign,
  calendar,
  presence,
  now: acting.at,
});

/** Who is there when it is said. */
export const presenceThen = (meeting: Meeting): Presence =>
  meeting.presence.on(dateOf(nextSlot(tellingOf(meeting)), meeting.campaign.zone));

const others = ({ acting }: Meeting, told: readonly Told[]): Told[] =>
  told.filter(({ person }) => person !== acting.by);

/** Tells these people but the one who acts, in the next reminder hours. */
export const tellNews = (
  meeting: Meeting,
  told: readonly Told[],
  key: string,
  notice: (why: Told['why']) => Notice,
): Change[] => tellPeople(tellingOf(meeting), others(meeting, told), { key, about: meeting.row.id, notice });

/** What is told of the consultation itself. */
export const newsOf =
  ({ id: consultation }: ConsultationRow, news: ConsultationNews, sequence: number) =>
  (why: Told['why']): Notice => ({ kind: 'consultation', consultation, news, sequence, why });

const sentTo = (shown: readonly MessageRow[], people: readonly PersonId[]): MessageRow[] =>
  shown.filter(({ target }) => target.kind === 'person' && people.includes(target.person));

const peopleHolding = ({ presence }: Meeting, ...keys: string[]): PersonId[] =>
  keys.flatMap((key) => presence.held.get(key) ?? []).map(({ person }) => person);

/** The office's people, and those of a unit: what is not issued yet is shown to nobody else. */
export const insiders = (meeting: Meeting, unit?: UnitId): PersonId[] => [
  meeting.acting.by,
  ...peopleHolding(meeting, 'office_staff', 'office_director', ...(unit === undefined ? [] : [` ${unit}`])),
];

/**
 * Moves the consultation, leaves a line in the audit and updates the messages in which it was shown: all of them, or those
 * to the people who see a difference.
 */
export function settled(
  meeting: Meeting,
  verb: string,
  columns: Columns,
  detail: Record<string, unknown>,
  more: readonly Change[],
  seenBy?: readonly PersonId[],
): Settled {
  const { campaign, calendar, acting, row, shown } = meeting;
  const after = { ...row, ...columns };
  const nextStepAt = nextConsultationStepAt(campaign, calendar, after);
  const version = row.version + 1;
  return {
    row: { ...after, nextStepAt, version },
    changes: [
      move('consultation', row, { ...columns, nextStepAt }),
      audited(acting, `consultation_${verb}`, row, detail),
      ...retold(seenBy ? sentTo(shown, seenBy) : shown, { id: row.id, version }, acting.at),
      ...more,
    ],
  };
}

// Topics

/** What a unit proposes; the id is opaque. */
export type Proposal = Pick<TopicRow, 'id' | 'unit' | 'title' | 'reason' | 'ask'>;

const topicNews =
  (meeting: Meeting, topic: Pick<TopicRow, 'id'>, news: 'proposed' | 'declined') => (): Notice => ({
    kind: 'topic',
    consultation: meeting.row.id,
    topic: topic.id,
    news,
    by: meeting.acting.by,
  });

/** A unit proposes a topic 提请议题; the office is told, and an agenda that it has ordered already gets it at its end. */
export function decideTopic(meeting: Meeting, proposal: Proposal): Settled & { topic: TopicRow } {
  const { row, acting } = meeting;
  const topic: Omit<TopicRow, 'version'> = {
    ...proposal,
    campaign: row.campaign,
    consultation: row.id,
    by: acting.by,
    at: acting.at,
    state: 'proposed',
    declined: null,
  };
  const agenda = row.agenda && [...row.agenda, topicKey(topic)];
  const { unit, title } = proposal;
  const told = tellNews(
    meeting,
    officePeople(tellingOf(meeting)),
    `topic:${topic.id}:proposed`,
    topicNews(meeting, topic, 'proposed'),
  );
  const after = settled(
    meeting,
    'topic',
    { agenda },
    { topic: topic.id, unit, title },
    [insert('topic', topic), ...told],
    insiders(meeting, unit),
  );
  return { ...after, topic: { ...topic, version: 1 } };
}

const isThere = (presence: Presence, unit: string, who: PersonId): boolean =>
  (presence.held.get(` ${unit}`) ?? []).some(({ person }) => person === who) &&
  !presence.away.has(who) &&
  !presence.unreachable.has(who);

/** The office declines a topic with a reason; the unit's liaison and deputy and whoever proposed it are told. */
export function decideDecline(
  meeting: Meeting,
  topic: TopicRow,
  reason: string,
): Settled & { topic: TopicRow } {
  const { row } = meeting;
  const columns = { state: 'declined' as const, declined: reason };
  const agenda = row.agenda?.filter((key) => key !== topicKey(topic)) ?? null;
  const proposer: Told[] = isThere(presenceThen(meeting), topic.unit, topic.by)
    ? [{ person: topic.by, why: null }]
    : [];
  const unit = unitPeople(tellingOf(meeting), topic.unit, ['liaison', 'deputy']);
  const told = tellNews(
    meeting,
    [...unit, ...proposer],
    `topic:${topic.id}:declined`,
    topicNews(meeting, topic, 'declined'),
  );
  const after = settled(
    meeting,
    'decline_topic',
    { agenda },
    { topic: topic.id, reason },
    [move('topic', topic, columns), ...told],
    insiders(meeting, topic.unit),
  );
  return { ...after, topic: { ...topic, ...columns, version: topic.version + 1 } };
}

// The agenda

/** The office orders the agenda: these parts in this order. */
export const decideAgenda = (meeting: Meeting, agenda: AgendaKey[]): Settled =>
  settled(meeting, 'agenda', { agenda }, { agenda }, [], insiders(meeting));

/** Issues the agenda as it stands: its parts are fixed. Attendees get it the working day before, or at once if that has come. */
export function decideIssue(meeting: Meeting, agenda: AgendaKey[]): Settled {
  const { campaign, calendar, acting, row } = meeting;
  const columns = { state: 'issued' as const, agenda, issuedBy: acting.by, issuedAt: acting.at };
  const isTimeToInvite = acting.at >= consultationSlotOf(campaign, calendar, row, 'invite');
  const attendees = isTimeToInvite
    ? consultationRecipients(presenceThen(meeting), 'attendees', dateOf(row.startsAt, campaign.zone))
    : [];
  return settled(
    meeting,
    'issue',
    columns,
    { agenda },
    tellNews(meeting, attendees, stepKey(row, 'invite', campaign.zone), newsOf(row, 'invited', row.sequence)),
  );
}

// Time and place

export type Appointment = Pick<ConsultationRow, 'startsAt' | 'minutesLong' | 'place'>;

/** Who hears that a meeting is moved: everybody told so far, and whoever attends by then and was to be invited already. */
function toldOfMove(meeting: Meeting, to: Appointment, intents: readonly IntentRow[]): Told[] {
  const told = toldSoFar(intents);
  if (!wasInvited(intents)) return told;
  const day = dateOf(to.startsAt, meeting.campaign.zone);
  return [...told, ...consultationRecipients(presenceThen(meeting), 'attendees', day)];
}

/** How a meeting stands that is to be held after all: as before it was cancelled. */
const stateWithout = ({ state, issuedAt }: ConsultationRow): ConsultationState =>
  state === 'cancelled' ? (issuedAt === null ? 'planned' : 'issued') : state;

/**
 * Moves the meeting to another time or place, also one that was cancelled; everybody who was told of it so far hears of it.
 * `intents` are those about it.
 */
export function decideMove(meeting: Meeting, to: Appointment, intents: readonly IntentRow[]): Settled {
  const { row } = meeting;
  const asked = row.movedFrom ?? row.startsAt;
  const sequence = row.sequence + 1;
  const columns = {
    ...to,
    state: stateWithout(row),
    reason: null,
    sequence,
    movedFrom: to.startsAt === asked ? null : asked,
    plannedThrough: saidThrough(meeting, to, intents),
  };
  const key = `consultation:${row.id}:moved:${sequence}`;
  const { startsAt: from } = row;
  return settled(
    meeting,
    'move',
    columns,
    { from, ...to },
    tellNews(meeting, toldOfMove(meeting, to, intents), key, newsOf(row, 'moved', sequence)),
  );
}

/** Cancels the meeting with a reason; everybody who was told of it so far hears of it. The duty stays unmet. */
export function decideCancel(meeting: Meeting, reason: string, intents: readonly IntentRow[]): Settled {
  const { row } = meeting;
  const sequence = row.sequence + 1;
  const key = `consultation:${row.id}:cancelled:${sequence}`;
  return settled(
    meeting,
    'cancel',
    { state: 'cancelled', reason, sequence },
    { reason },
    tellNews(meeting, toldSoFar(intents), key, newsOf(row, 'cancelled', sequence)),
  );
}

// Answers

/** The key of one person's answer. */
export const attendanceId = (row: Pick<ConsultationRow, 'id'>, person: PersonId): string =>
  `${row.id}:${person}`;

/** 参会, or 请假 with who comes instead; the office's cards and one's own show it. */
export function decideAnswer(
  meeting: Meeting,
  before: AttendanceRow | null,
  answer: { coming: boolean; instead: string },
): { answer: AttendanceRow; changes: Change[] } {
  const { acting, row, shown } = meeting;
  const columns = { ...answer, at: as<Instant>(acting.at) };
  const id = attendanceId(row, acting.by);
  const whole = { id, campaign: row.campaign, consultation: row.id, person: acting.by, ...columns };
  const version = (before?.version ?? 0) + 1;
  return {
    answer: { ...whole, version },
    changes: [
      before ? move('attendance', before, columns) : insert('attendance', whole),
      expectUnchanged('consultation', row),
      audited(acting, answer.coming ? 'consultation_attend' : 'consultation_excuse', { id, version }, answer),
      ...retold(sentTo(shown, insiders(meeting)), { id, version }, acting.at),
    ],
  };
}
