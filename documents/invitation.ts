// The invitation to a consultation as an iCalendar file (RFC 5545, 5546): the same UID all its life, a SEQUENCE that grows
// with each change, times in the campaign's zone. It says what the campaign itself calls things, so it is the same in every
// language. Somebody without an address is not named in it: what they get is published, not asked of them.

import { TZDate } from '@date-fns/tz';
import ical, {
  type ICalAttendeeData,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { AgendaItem, ConsultationFacts } from '../domain/consultation/facts.ts';
import { timeZoneBlock } from './time-zone-block.ts';

const MINUTE_MS = 60_000;

/** Somebody with an e-mail address. */
export type Addressee = { name: string; email: string };

/** What an invitation says beside the meeting. `attendee` null: the asker has no address; `coming` null: not answered. */
export type Invited = {
  sequence: number;
  method: 'request' | 'cancel';
  organizer: Addressee | null;
  attendee: (Addressee & { coming: boolean | null }) | null;
};

/** The agenda in the campaign's own words: what units proposed, the office's lines, the numbers of what is followed up. */
function inOwnWords(item: AgendaItem): string[] {
  switch (item.kind) {
    case 'topic':
      return [`${item.topic.title}（${item.topic.unit.name}）`];
    case 'line':
      return [item.text];
    case 'follow_up':
      return item.tasks.map(({ year, no, title, lead }) => `督办〔${year}〕${no}号 ${title}（${lead.name}）`);
    default:
      return [];
  }
}

function description({ agenda, reason, state }: ConsultationFacts): string {
  const points = agenda.flatMap(inOwnWords).map((text, index) => `${index + 1}. ${text}`);
  return [...(state === 'cancelled' && reason ? [reason] : []), ...points].join('\n');
}

const ANSWERS = {
  coming: ICalAttendeeStatus.ACCEPTED,
  excused: ICalAttendeeStatus.DECLINED,
  open: ICalAttendeeStatus.NEEDSACTION,
};

function attendeeData({ name, email, coming }: NonNullable<Invited['attendee']>): ICalAttendeeData {
  const answer = coming === null ? 'open' : coming ? 'coming' : 'excused';
  return {
    name,
    email,
    role: ICalAttendeeRole.REQ,
    rsvp: coming === null,
    status: ANSWERS[answer],
  };
}

function methodOf({ method, attendee, organizer }: Invited): ICalCalendarMethod {
  if (method === 'cancel') return ICalCalendarMethod.CANCEL;
  return attendee && organizer ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.PUBLISH;
}

function statusOf({ state }: ConsultationFacts, { method }: Invited): ICalEventStatus {
  if (method === 'cancel') return ICalEventStatus.CANCELLED;
  return state === 'planned' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

/** What the invitation is known by in every calendar, from the first to the last version. */
const uidOf = ({ id }: ConsultationFacts): string => `${id.replaceAll('/', '.')}@duban`;

/**
 * The zone's block goes in by hand: given to the library, it makes every time of the file one of that zone, and DTSTAMP must
 * be in UTC.
 */
const withZone = (text: string, zone: string, at: number): string =>
  text.replace('BEGIN:VEVENT', () => `${timeZoneBlock(zone, at)}\r\nBEGIN:VEVENT`);

/** The .ics file of a consultation for one person, as it stands: an invitation, its update, or its withdrawal. */
export function invitationFile(facts: ConsultationFacts, invited: Invited): { name: string; text: string } {
  const { zone, startsAt, minutesLong, now } = facts;
  const calendar = ical({
    prodId: { company: 'Duban', product: 'Duban', language: 'ZH' },
    method: methodOf(invited),
  });
  calendar.createEvent({
    id: uidOf(facts),
    sequence: invited.sequence,
    stamp: new Date(now),
    start: new TZDate(startsAt, zone),
    end: new TZDate(startsAt + minutesLong * MINUTE_MS, zone),
    timezone: zone,
    summary: `${facts.group} ${facts.duty.name}`,
    location: facts.place === '' ? null : facts.place,
    description: description(facts) || null,
    organizer: invited.organizer,
    attendees: invited.attendee ? [attendeeData(invited.attendee)] : [],
    status: statusOf(facts, invited),
  });
  return { name: `会商-${facts.period.id}.ics`, text: withZone(calendar.toString(), zone, startsAt) };
}
