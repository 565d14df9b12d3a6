// Whether news of a consultation still says something when it is told: it was planned for a slot, and things went on. Asked
// by the re-check just before it is sent, and by the rehearsal.
//
//   topics_called               while the agenda is not drafted yet
//   agenda_drafted, agenda_due  while it is not issued and the meeting has not begun
//   invited                     while it is issued and has not begun; under a newer date `moved` says it
//   moved                       unless it was moved again
//   minutes_due                 while no minutes are approved
//   cancelled                   while it is; all others only while it is not
//   minutes_published           to the end

import type { Calendar } from '../calendar.ts';
import type { Campaign } from '../campaign.ts';
import type { Instant } from '../ids.ts';
import type { ConsultationNews, Notice } from '../notice.ts';
import { consultationSlotOf } from './steps.ts';
import type { ConsultationRow } from './things.ts';

type Told = Pick<Extract<Notice, { kind: 'consultation' }>, 'news' | 'sequence'>;

/** Why the news need not be told any more at `now`, from the table at the top of this file; null while it must be. */
export function findOvertaken(
  { campaign, calendar }: { campaign: Campaign; calendar: Calendar },
  row: ConsultationRow,
  { news, sequence }: Told,
  now: Instant,
): string | null {
  if (row.state === 'cancelled' && news !== 'cancelled') return 'cancelled';
  switch (news) {
    case 'topics_called':
      if (row.state !== 'planned') return 'issued';
      return now >= consultationSlotOf(campaign, calendar, row, 'agenda') ? 'expired' : null;
    case 'agenda_drafted':
    case 'agenda_due':
      if (row.state !== 'planned') return 'issued';
      return now >= row.startsAt ? 'expired' : null;
    case 'invited':
      if (sequence < row.sequence) return 'superseded';
      return now >= row.startsAt || row.state !== 'issued' ? 'expired' : null;
    case 'moved':
      return sequence < row.sequence ? 'superseded' : null;
    case 'minutes_due':
      return row.state === 'approved' ? 'approved' : null;
    case 'cancelled':
      return row.state === 'cancelled' ? null : 'superseded';
    case 'minutes_published':
      return null;
  }
}

export const NEWS_FOR_THE_OFFICE: readonly ConsultationNews[] = [
  'agenda_drafted',
  'agenda_due',
  'minutes_due',
];

/** Whether it asks for something that somebody else does while the recipient is away; other news is read on coming back. */
export const isForThosePresent = (news: ConsultationNews): boolean =>
  news === 'topics_called' || NEWS_FOR_THE_OFFICE.includes(news);
