// What may be done with a consultation: by role, and by its state. Used by commands, buttons and Home alike.
//
//   verb               | by                     | planned      | issued       | minuted | approved | cancelled
//   topic              | unit's three           | before start | –            | –       | –        | –
//   decline_topic      | office                 | before start | –            | –       | –        | –
//   agenda, issue      | office                 | before start | –            | –       | –        | –
//   attend, excuse     | attendees              | before start | before start | –       | –        | –
//   calendar           | attendees              | yes          | yes          | –       | –        | yes
//   move               | office                 | yes          | yes          | –       | –        | yes
//   cancel             | office                 | yes          | yes          | –       | –        | –
//   minutes            | office                 | from start   | from start   | yes     | –        | –
//   approve            | office                 | –            | –            | yes     | –        | –
//   show, decisions    | everybody on the roster, at any time; what of it, is in seen-by.ts
//
// A meeting whose time has passed can still be moved: it was not held. Once minutes are written it was. One that was cancelled
// is to be held after all when it is moved, be it to the time it had.

import type { Campaign, Posting } from '../campaign.ts';
import type { Instant, PersonId } from '../ids.ts';
import { isOffice, unitsOf } from '../permission.ts';
import { postingsOf } from '../recipients.ts';
import { dateOf } from '../zone.ts';
import type { ConsultationVerb } from './facts.ts';
import { attendeesOf } from './people.ts';
import type { ConsultationRow } from './things.ts';

export { attendeesOf } from './people.ts';

const VERBS: readonly ConsultationVerb[] = [
  'show',
  'attend',
  'excuse',
  'calendar',
  'topic',
  'agenda',
  'issue',
  'decline_topic',
  'minutes',
  'approve',
  'move',
  'cancel',
  'decisions',
];

/** Whether the state of the consultation allows the verb, whoever asks. */
export function allowsConsultationVerb(
  { state, startsAt }: Pick<ConsultationRow, 'state' | 'startsAt'>,
  verb: ConsultationVerb,
  now: Instant,
): boolean {
  const hasBegun = now >= startsAt;
  switch (verb) {
    case 'show':
    case 'decisions':
      return true;
    case 'topic':
    case 'decline_topic':
    case 'agenda':
    case 'issue':
      return state === 'planned' && !hasBegun;
    case 'attend':
    case 'excuse':
      return (state === 'planned' || state === 'issued') && !hasBegun;
    case 'calendar':
      return state === 'planned' || state === 'issued' || state === 'cancelled';
    case 'move':
      return state === 'planned' || state === 'issued' || state === 'cancelled';
    case 'cancel':
      return state === 'planned' || state === 'issued';
    case 'minutes':
      return state === 'minuted' || ((state === 'planned' || state === 'issued') && hasBegun);
    case 'approve':
      return state === 'minuted';
  }
}

/** Whether somebody attends a consultation, by the roster of its day. */
export const isAttendee = (campaign: Campaign, row: Pick<ConsultationRow, 'startsAt'>, person: PersonId) =>
  attendeesOf(campaign, dateOf(row.startsAt, campaign.zone)).some((posting) => posting.person === person);

function isFor(verb: ConsultationVerb, postings: readonly Posting[], attends: () => boolean): boolean {
  switch (verb) {
    case 'show':
    case 'decisions':
      return postings.length > 0;
    case 'topic':
      return unitsOf(postings).length > 0;
    case 'attend':
    case 'excuse':
    case 'calendar':
      return attends();
    default:
      return isOffice(postings);
  }
}

/** Whether somebody with these postings may do this at all, whatever the state. */
export const mayConsult = (
  campaign: Campaign,
  postings: readonly Posting[],
  row: Pick<ConsultationRow, 'startsAt'>,
  person: PersonId,
  verb: ConsultationVerb,
): boolean => isFor(verb, postings, () => isAttendee(campaign, row, person));

/** What somebody may do with the consultation now, by role and state, in the order of buttons. */
export function consultationVerbsFor(
  campaign: Campaign,
  row: ConsultationRow,
  person: PersonId,
  now: Instant,
): ConsultationVerb[] {
  const postings = postingsOf(campaign, dateOf(now, campaign.zone), person);
  const attends = isAttendee(campaign, row, person);
  return VERBS.filter(
    (verb) => allowsConsultationVerb(row, verb, now) && isFor(verb, postings, () => attends),
  );
}
