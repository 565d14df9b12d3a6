// What of a consultation somebody gets to see.
//
//   part        office, leaders, inspectors | attendees and units' people
//   agenda      always                      | once it is issued
//   topics      all                         | their own units'; once it is issued also those that stand on it
//   attendance  all                         | their own answer
//   minutes     once written (the office); others once approved

import type { Posting } from '../campaign.ts';
import type { PersonId } from '../ids.ts';
import { belongsTo, isInspector, isLeader, isOffice } from '../permission.ts';
import type { ConsultationFacts } from './facts.ts';

/** The facts without what is not for the eyes of a person with these postings. */
export function asSeenBy(
  facts: ConsultationFacts,
  postings: readonly Posting[],
  person: PersonId,
): ConsultationFacts {
  const seesDrafts = isOffice(postings);
  const minutes = seesDrafts || facts.state === 'approved' ? facts.minutes : null;
  if (seesDrafts || isLeader(postings) || isInspector(postings)) return { ...facts, minutes };
  const agenda = facts.issuedAt === null ? [] : facts.agenda;
  const issued = new Set(agenda.map((item) => (item.kind === 'topic' ? item.topic.id : null)));
  return {
    ...facts,
    minutes,
    agenda,
    topics: facts.topics.filter(({ id, unit }) => belongsTo(postings, unit.id) || issued.has(id)),
    attendees: facts.attendees.filter((attendee) => attendee.person.id === person),
  };
}
