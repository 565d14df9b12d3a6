// Who may do what with an incident (product.md, "In chat"): by role, and by how the incident stands.
//
//   acknowledge  office, leaders, whoever was called out ¹    while nobody has and it is not closed
//   follow_up    the reporter, the reporting unit, office     always; one that is joined passes it to the one it was joined to
//   final        the same                                     until it is closed; not of one that is joined
//   join         office                                       until it is joined
//
//   1  Who was called out in whatever role stands on the roster still: who has left it answers for nothing.
//
// A reporter may belong to no unit and stand on no roster, so the person counts beside the postings. Who sees an incident
// is sight.ts.

import type { Posting } from '../campaign.ts';
import type { PersonId } from '../ids.ts';
import { belongsTo, isLeader, isOffice } from '../permission.ts';
import type { IncidentVerb } from './facts.ts';
import type { IncidentRow } from './things.ts';

/** What is done with one incident, beyond looking at it. */
export type IncidentAct = Extract<IncidentVerb, 'acknowledge' | 'follow_up' | 'final' | 'join'>;
export const INCIDENT_ACTS: readonly IncidentAct[] = ['acknowledge', 'follow_up', 'final', 'join'];

type Postings = readonly Posting[];

const isReporting = (postings: Postings, { unit, by }: IncidentRow, person: PersonId): boolean =>
  person === by || (unit !== null && belongsTo(postings, unit));

const isAnswerable = (postings: Postings, { called }: IncidentRow, person: PersonId): boolean =>
  isOffice(postings) || isLeader(postings) || (postings.length > 0 && called.includes(person));

/** Whether this person's role allows it, however the incident stands. */
export function mayActOnIncident(
  postings: Postings,
  act: IncidentAct,
  row: IncidentRow,
  person: PersonId,
): boolean {
  switch (act) {
    case 'acknowledge':
      return isAnswerable(postings, row, person);
    case 'follow_up':
    case 'final':
      return isReporting(postings, row, person) || isOffice(postings);
    case 'join':
      return isOffice(postings);
  }
}

/** Whether the incident as it stands allows it, whoever asks. */
export function allowsIncidentAct({ state, joinedTo }: IncidentRow, act: IncidentAct): boolean {
  switch (act) {
    case 'acknowledge':
      return state === 'open' && joinedTo === null;
    case 'follow_up':
      return true;
    case 'final':
      return state !== 'closed' && joinedTo === null;
    case 'join':
      return joinedTo === null;
  }
}

/** What this person may do with the incident now, by role and state. */
export const incidentVerbsFor = (postings: Postings, row: IncidentRow, person: PersonId): IncidentVerb[] =>
  INCIDENT_ACTS.filter((act) => mayActOnIncident(postings, act, row, person) && allowsIncidentAct(row, act));
