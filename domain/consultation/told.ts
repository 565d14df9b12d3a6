// Who has been told of a consultation so far, and how far its steps have been said; read from its intents.

import type { Calendar } from '../calendar.ts';
import type { Campaign } from '../campaign.ts';
import type { Instant } from '../ids.ts';
import type { ConsultationNews } from '../notice.ts';
import { NEVER_PLANNED } from '../plan.ts';
import type { IntentRow } from '../things.ts';
import type { Told } from './people.ts';
import { type ConsultationStepId, consultationSlotOf } from './steps.ts';
import type { ConsultationRow } from './things.ts';

type Of = Extract<IntentRow['notice'], { kind: 'consultation' }>;

const newsIn = (intents: readonly IntentRow[]): { intent: IntentRow; notice: Of }[] =>
  intents.flatMap((intent) =>
    intent.notice.kind === 'consultation' && (intent.state === 'pending' || intent.state === 'bound')
      ? [{ intent, notice: intent.notice }]
      : [],
  );

/** Everybody who was told something of the consultation or will be in the next hours, each once. */
export function toldSoFar(intents: readonly IntentRow[]): Told[] {
  const told = new Map(
    newsIn(intents).map(({ intent, notice }) => [
      intent.recipient,
      { person: intent.recipient, why: notice.why },
    ]),
  );
  return [...told.values()];
}

/** Whether the attendees were invited: of a meeting that is moved then, nothing more is said to them unless `moved` does. */
export const wasInvited = (intents: readonly IntentRow[]): boolean =>
  newsIn(intents).some(({ notice }) => notice.news === 'invited');

/** What is said once only: of a meeting that was moved, `moved` says the rest. The latest first. */
const SAID_ONCE: readonly { news: ConsultationNews; step: ConsultationStepId }[] = [
  { news: 'invited', step: 'invite' },
  { news: 'agenda_drafted', step: 'agenda' },
  { news: 'topics_called', step: 'topics' },
];

/** Up to which slot of its new steps a moved consultation has been said already. */
export function saidThrough(
  { campaign, calendar }: { campaign: Campaign; calendar: Calendar },
  moved: Pick<ConsultationRow, 'startsAt'>,
  intents: readonly IntentRow[],
): Instant {
  const said = new Set(newsIn(intents).map(({ notice }) => notice.news));
  const last = SAID_ONCE.find(({ news }) => said.has(news));
  return last ? consultationSlotOf(campaign, calendar, moved, last.step) : NEVER_PLANNED;
}
