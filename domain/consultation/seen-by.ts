// A consultation without what is not for somebody's eyes; what that is, is sight.ts. Its time and place are open to all on
// the roster.

import type { Posting } from '../campaign.ts';
import type { PersonId } from '../ids.ts';
import { maySee } from '../sight.ts';
import type { ConsultationFacts } from './facts.ts';

/** The facts without what is not for the eyes of a person with these postings. */
export function asSeenBy(
  facts: ConsultationFacts,
  postings: readonly Posting[],
  viewer: PersonId,
): ConsultationFacts {
  const issued = facts.issuedAt !== null;
  const onAgenda = new Set(facts.agenda.map((item) => (item.kind === 'topic' ? item.topic.id : null)));
  const seesTopic = ({ id, unit }: ConsultationFacts['topics'][number]): boolean =>
    maySee(postings, { kind: 'topic', unit: unit.id, onIssuedAgenda: issued && onAgenda.has(id) });
  const seesAnswer = ({ person }: ConsultationFacts['attendees'][number]): boolean =>
    maySee(postings, { kind: 'attendance', of: person.id, viewer });
  return {
    ...facts,
    minutes: maySee(postings, { kind: 'minutes', approved: facts.state === 'approved' })
      ? facts.minutes
      : null,
    agenda: maySee(postings, { kind: 'agenda', issued }) ? facts.agenda : [],
    topics: facts.topics.filter(seesTopic),
    attendees: facts.attendees.filter(seesAnswer),
  };
}
