// Turns a consultation and what belongs to it into facts: the same meeting looks the same on every screen because it is
// described here only. What of it somebody gets to see is seen-by.ts.

import type { Instant, PersonId } from '../ids.ts';
import { standingOf } from '../obligation.ts';
import {
  dutyFacts,
  dutyOf,
  nameOf,
  periodFacts,
  personFacts,
  type Scene,
  unitFacts,
} from '../obligation-facts.ts';
import { periodSpan } from '../periods.ts';
import type { ObligationRow } from '../things.ts';
import { dateOf } from '../zone.ts';
import { type AgendaSources, agendaItems, agendaKeys } from './agenda.ts';
import type { Attendee, ConsultationFacts, DecisionFacts, MinutesFacts, TopicFacts } from './facts.ts';
import { attendeesOf } from './people.ts';
import { consultationSlotOf } from './steps.ts';
import type { AttendanceRow, ConsultationRow, Decision, Minutes, TopicRow } from './things.ts';

/** What a consultation is described from. `own`: the rows of the ledger that it meets. */
export type ConsultationSources = AgendaSources & {
  attendance: readonly AttendanceRow[];
  own: readonly ObligationRow[];
};

/** A proposed topic as facts. */
export const topicFacts = (scene: Scene, row: TopicRow): TopicFacts => ({
  id: row.id,
  unit: unitFacts(scene.campaign, row.unit),
  title: row.title,
  reason: row.reason,
  ask: row.ask,
  by: nameOf(scene, row.by),
  at: row.at,
  declined: row.state === 'declined' ? (row.declined ?? '') : null,
});

/** Ahead until it starts; then it waits for minutes, and is 漏 once its period has closed without any that are approved. */
export function consultationStanding(
  { row, own }: Pick<ConsultationSources, 'row' | 'own'>,
  now: Instant,
): ConsultationFacts['standing'] {
  if (row.state === 'approved') return 'held';
  if (row.state !== 'cancelled' && now < row.startsAt) return 'ahead';
  if (own.some((each) => standingOf(each, now) === 'missed')) return 'missed';
  return row.state === 'cancelled' ? 'cancelled' : 'awaiting_minutes';
}

function attendeeFacts(scene: Scene, { row, attendance }: ConsultationSources): Attendee[] {
  const { campaign, people } = scene;
  const answers = new Map(attendance.map((answer) => [answer.person, answer]));
  return attendeesOf(campaign, dateOf(row.startsAt, campaign.zone)).map(({ person, role, unit, email }) => ({
    person: personFacts(scene, person),
    role,
    unit: unit === undefined ? null : unitFacts(campaign, unit),
    coming: answers.get(person)?.coming ?? null,
    instead: answers.get(person)?.instead ?? '',
    hasEmail: Boolean(people.get(person)?.email ?? email),
  }));
}

function decisionFacts(scene: Scene, { tasks }: AgendaSources, decision: Decision): DecisionFacts {
  const task = tasks.find(({ id }) => id === decision.task);
  return {
    what: decision.what,
    unit: unitFacts(scene.campaign, decision.unit),
    dueOn: decision.dueOn,
    task: task ? { year: task.year, no: task.no } : null,
  };
}

function minutesFacts(scene: Scene, sources: ConsultationSources, minutes: Minutes): MinutesFacts {
  const named = (people: readonly PersonId[]) => people.map((person) => personFacts(scene, person));
  return {
    year: sources.row.year,
    no: sources.row.no,
    heard: minutes.heard,
    decisions: minutes.decisions.map((decision) => decisionFacts(scene, sources, decision)),
    attended: named(minutes.attended),
    excused: named(minutes.excused),
    observers: minutes.observers,
    by: nameOf(scene, minutes.by),
    at: minutes.at,
    approvedBy: minutes.approvedBy && nameOf(scene, minutes.approvedBy),
    approvedAt: minutes.approvedAt,
  };
}

function headFacts(scene: Scene, row: ConsultationRow) {
  const { campaign, now } = scene;
  const duty = dutyOf(campaign, row);
  const day = dateOf(row.startsAt, campaign.zone);
  const span = periodSpan(campaign, duty, row.period) ?? { from: day, to: day };
  return {
    now,
    zone: campaign.zone,
    id: row.id,
    campaign: campaign.id,
    campaignName: campaign.name,
    group: campaign.group,
    duty: dutyFacts(duty),
    period: periodFacts(campaign, duty, { period: row.period, periodFrom: span.from, periodTo: span.to }),
  };
}

/** One consultation at one moment, with all that belongs to it. */
export function consultationFacts(scene: Scene, sources: ConsultationSources): ConsultationFacts {
  const { row } = sources;
  const topics = sources.topics.map((topic) => topicFacts(scene, topic));
  return {
    ...headFacts(scene, row),
    startsAt: row.startsAt,
    minutesLong: row.minutesLong,
    movedFrom: row.movedFrom,
    place: row.place,
    state: row.state,
    reason: row.reason,
    standing: consultationStanding(sources, scene.now),
    topicsUntil: consultationSlotOf(scene.campaign, scene.calendar, row, 'agenda'),
    topics,
    agenda: agendaItems(scene, sources, topics, agendaKeys(sources)),
    issuedBy: row.issuedBy && nameOf(scene, row.issuedBy),
    issuedAt: row.issuedAt,
    attendees: attendeeFacts(scene, sources),
    minutes: row.minutes && minutesFacts(scene, sources, row.minutes),
  };
}
