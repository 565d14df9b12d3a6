// What somebody may do about a consultation, as buttons in the order in which they are wanted. What cannot be undone
// (issuing, approving) asks once more.

import type { Button } from '@slack/types';
import type {
  Attendee,
  ConsultationFacts,
  ConsultationVerb,
  TopicFacts,
} from '../../domain/consultation/facts.ts';
import { button, confirmed } from '../blocks.ts';
import type { Voice } from './phrases.ts';

const ORDER: readonly ConsultationVerb[] = [
  'attend',
  'excuse',
  'topic',
  'minutes',
  'approve',
  'agenda',
  'issue',
  'calendar',
  'move',
  'cancel',
  'show',
  'decisions',
];
const PRIMARY = new Set<ConsultationVerb>(['attend', 'topic', 'issue', 'approve']);

function labelOf(
  { t }: Voice,
  verb: ConsultationVerb,
  consultation: ConsultationFacts,
  me: Attendee | null,
): string {
  const { buttons, more } = t.consultations;
  switch (verb) {
    case 'show':
      return consultation.state === 'approved' ? more.showMinutes : more.showAgenda;
    case 'minutes':
      return consultation.minutes === null ? buttons.minutes : more.editMinutes;
    case 'calendar':
      return consultation.state === 'cancelled' ? more.uncalendar : buttons.calendar;
    case 'move':
      return consultation.state === 'cancelled' ? more.holdAfterAll : buttons.move;
    case 'attend':
      return me?.coming === false ? more.comeAfterAll : buttons.attend;
    case 'excuse':
      return me?.coming === false ? more.instead : buttons.excuse;
    default:
      return buttons[verb];
  }
}

function asked({ t }: Voice, verb: ConsultationVerb, consultation: ConsultationFacts, made: Button): Button {
  if (verb === 'issue') return confirmed(made, t.consultations.confirmIssue);
  if (verb !== 'approve') return made;
  const decisions = consultation.minutes?.decisions.length ?? 0;
  return confirmed(made, t.consultations.confirmApprove(decisions));
}

/** The answer that was given is not asked for again; apologies may be changed. */
const isAnswered = (verb: ConsultationVerb, me: Attendee | null): boolean =>
  verb === 'attend' && me?.coming === true;

/** The buttons among `wanted` that may be pressed now; `me` the reader as an attendee. */
export function consultationButtons(
  voice: Voice,
  consultation: ConsultationFacts,
  may: readonly ConsultationVerb[],
  wanted: readonly ConsultationVerb[] = ORDER,
  me: Attendee | null = null,
): Button[] {
  const verbs = ORDER.filter((verb) => may.includes(verb) && wanted.includes(verb) && !isAnswered(verb, me));
  return verbs.map((verb, i) => {
    const style = i === 0 && PRIMARY.has(verb) ? 'primary' : undefined;
    const pointer = { verb, consultation: consultation.id };
    const label = labelOf(voice, verb, consultation, me);
    return asked(voice, verb, consultation, button('consultation', pointer, label, style));
  });
}

/** Declines one topic. */
export const declineButton = ({ t }: Voice, consultation: ConsultationFacts, topic: TopicFacts): Button =>
  button(
    'consultation',
    { verb: 'decline_topic', consultation: consultation.id, topic: topic.id },
    t.consultations.buttons.decline_topic,
  );
