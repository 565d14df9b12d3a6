// The cards of a consultation: what each of its people is told, from the call for topics to the published minutes. A card
// is made again whenever the meeting changes, so what has come since (moved, cancelled, held) goes before what was told.

import type { ConsultationFacts, ConsultationVerb } from '../../domain/consultation/facts.ts';
import type { ConsultationNews, NoticeItem } from '../../domain/notice.ts';
import { safe } from '../escape.ts';
import { type Card, news, RANK } from './card.ts';
import { consultationButtons, declineButton } from './consultation-buttons.ts';
import {
  agendaLines,
  answerLines,
  decisionLines,
  meetingOf,
  meetingVoice,
  minutesNumberOf,
  startOf,
  topicLines,
  topicTitles,
  whenAndWhere,
} from './consultation-lines.ts';
import { quoted, type Voice } from './phrases.ts';
import { briefly } from './task-phrases.ts';

type Told = Extract<NoticeItem, { kind: 'consultation' }>;
type Topic = Extract<NoticeItem, { kind: 'topic' }>;
/** What a card says: the rest is the same for all. */
type Said = Pick<Card, 'title'> & Partial<Pick<Card, 'sign' | 'details' | 'rank' | 'todo'>>;
type Say = (voice: Voice, item: Told) => Said;

const TITLE_LENGTH = 80;

/** What may be pressed under each kind of news. */
const BUTTONS: Record<ConsultationNews, readonly ConsultationVerb[]> = {
  topics_called: ['topic', 'show'],
  agenda_drafted: ['agenda', 'issue', 'show'],
  agenda_due: ['agenda', 'issue', 'show'],
  invited: ['attend', 'excuse', 'calendar', 'show'],
  moved: ['attend', 'excuse', 'calendar', 'show'],
  cancelled: ['calendar', 'move'],
  minutes_due: ['minutes', 'approve', 'show'],
  minutes_published: ['show', 'decisions'],
};

const isIssued = ({ issuedAt }: ConsultationFacts): boolean => issuedAt !== null;
const titleOf = (voice: Voice, { consultation, news: kind }: Told): string =>
  voice.t.consultations.news(meetingOf(voice, consultation))[kind];

/** When the agenda was issued, once it is. */
function issuedLine({ t, d }: Voice, { issuedBy, issuedAt }: ConsultationFacts): string {
  const by = issuedBy ?? t.words.none;
  return issuedAt === null ? t.consultations.drafted : `✅ ${t.consultations.issued(by, d.at(issuedAt))}`;
}

function topicsCalled(voice: Voice, item: Told): Said {
  const { t, d } = voice;
  const { consultation } = item;
  const { topics, issuedAt, topicsUntil } = consultation;
  const until =
    issuedAt === null
      ? t.consultations.topicsAsk(d.until(topicsUntil))
      : t.consultations.topicsClosed(d.at(issuedAt));
  return {
    title: titleOf(voice, item),
    details: [...whenAndWhere(voice, consultation), safe(until), ...topicTitles(voice, topics)],
    rank: RANK.later,
    todo: issuedAt === null,
  };
}

function agendaTold(voice: Voice, item: Told): Said {
  const { t } = voice;
  const { consultation } = item;
  const isDue = item.news === 'agenda_due';
  const isOpen = !isIssued(consultation);
  const warn = isDue && isOpen ? [safe(t.consultations.agendaDueLine)] : [];
  return {
    title: isOpen ? titleOf(voice, item) : t.consultations.did(meetingOf(voice, consultation)).issued,
    sign: isOpen ? (isDue ? '🟡' : '') : '✅',
    details: [
      ...whenAndWhere(voice, consultation),
      ...warn,
      ...agendaLines(voice, consultation, 'short'),
      safe(issuedLine(voice, consultation)),
    ],
    rank: isOpen ? RANK.soon : RANK.news,
    todo: isOpen,
  };
}

function invited(voice: Voice, item: Told): Said {
  const { consultation, me } = item;
  const isAsked = me !== null && me.coming === null;
  return {
    title: titleOf(voice, item),
    details: [
      ...answerLines(voice, me),
      ...whenAndWhere(voice, consultation),
      ...agendaLines(voice, consultation, 'short'),
    ],
    rank: isAsked ? RANK.soon : RANK.news,
    todo: isAsked,
  };
}

function moved(voice: Voice, item: Told): Said {
  const { t, d } = voice;
  const { consultation, me } = item;
  const { movedFrom, startsAt } = consultation;
  const meeting = meetingOf(voice, consultation);
  const isMoved = movedFrom !== null && movedFrom !== startsAt;
  const isAsked = me !== null && me.coming === null;
  return {
    title: isMoved
      ? t.consultations.movedTitle(meeting, d.at(movedFrom), d.at(startsAt))
      : titleOf(voice, item),
    sign: '🟡',
    details: [
      ...answerLines(voice, me),
      // The title says already from when it was moved.
      ...whenAndWhere(voice, { ...consultation, movedFrom: null }),
      safe(t.consultations.movedNote),
    ],
    rank: RANK.soon,
    todo: isAsked,
  };
}

/** Whatever was told before, a cancelled meeting says first that it is, and why. */
function cancelled(voice: Voice, { consultation }: Told): Said {
  const { t, d } = voice;
  const { reason, startsAt } = consultation;
  return {
    title: t.consultations.cancelledTitle(meetingOf(voice, consultation)),
    sign: '🟡',
    details: [
      safe(t.consultations.cancelledFrom(d.at(startsAt))),
      ...(reason === null ? [] : [quoted(reason)]),
    ],
  };
}

/** An invitation after the meeting: it was held, and its minutes are where they are. */
function held(voice: Voice, { consultation }: Told): Said {
  const { t } = voice;
  const number = consultation.minutes && minutesNumberOf(voice, consultation.minutes);
  return {
    title: t.consultations.heldTitle(meetingOf(voice, consultation)),
    sign: '✅',
    details: [...whenAndWhere(voice, consultation), ...(number === null ? [] : [safe(number)])],
  };
}

function minutesDue(voice: Voice, item: Told): Said {
  const { t, d } = voice;
  const { consultation } = item;
  const { minutes, startsAt, standing } = consultation;
  const isDone = consultation.state === 'approved';
  if (isDone) return minutesPublished(voice, item);
  const line =
    minutes === null ? t.consultations.heldAt(d.at(startsAt)) : t.consultations.minutesWait(minutes.by);
  const end = standing === 'missed' ? t.consultations.minutesMissed : t.consultations.minutesWanted;
  return {
    title: titleOf(voice, item),
    sign: standing === 'missed' ? '🔴' : '',
    details: [line, end].map(safe),
    rank: standing === 'missed' ? RANK.late : RANK.soon,
    todo: true,
  };
}

function minutesPublished(voice: Voice, item: Told): Said {
  const { t } = voice;
  const { minutes } = item.consultation;
  const meeting = meetingOf(voice, item.consultation);
  const number = minutes && minutesNumberOf(voice, minutes);
  return {
    title: number === null ? titleOf(voice, item) : t.consultations.publishedTitle(number, meeting),
    sign: '✅',
    details: [
      ...whenAndWhere(voice, item.consultation),
      ...(minutes === null ? [] : decisionLines(voice, minutes)),
    ],
  };
}

const SAY: Record<ConsultationNews, Say> = {
  topics_called: topicsCalled,
  agenda_drafted: agendaTold,
  agenda_due: agendaTold,
  invited,
  moved,
  cancelled,
  minutes_due: minutesDue,
  minutes_published: minutesPublished,
};

const BEFORE_IT: readonly ConsultationNews[] = [
  'topics_called',
  'agenda_drafted',
  'agenda_due',
  'invited',
  'moved',
];

function sayingOf({ consultation, news: kind }: Told): Say {
  if (consultation.state === 'cancelled') return cancelled;
  return consultation.state === 'approved' && BEFORE_IT.includes(kind) ? held : SAY[kind];
}

/** As what the reader is told: their post as an attendee, else the role they were found in. */
function whyOf({ t }: Voice, { me, why }: Told): string | null {
  const post =
    me !== null
      ? t.words.post(me.role, me.unit?.name ?? null)
      : why === null
        ? null
        : t.consultations.post(why.role);
  if (post === null) return null;
  const insteadOf = why?.insteadOf ?? null;
  return insteadOf === null ? t.consultations.why(post) : t.consultations.whyInstead(post, insteadOf);
}

/** What was told as cancelled and is to be held after all reads as moved. */
const asItStands = (told: Told): Told =>
  told.news === 'cancelled' && told.consultation.state !== 'cancelled' ? { ...told, news: 'moved' } : told;

/** The card of one thing told about a consultation, as the meeting stands now. */
export function consultationCard(voice: Voice, told: Told): Card {
  const item = asItStands(told);
  const own = meetingVoice(voice, item.consultation);
  const { t } = own;
  const { title, sign = '', ...said } = sayingOf(item)(own, item);
  const when = startOf(own, item.consultation);
  const line = title.includes(when) ? title : t.consultations.line(title, when);
  const wanted = item.consultation.state === 'cancelled' ? BUTTONS.cancelled : BUTTONS[item.news];
  return {
    ...news({
      title,
      text: t.words.sentence(title.includes(when) ? title : t.consultations.text(title, when)),
    }),
    sign,
    line: { sign, text: line },
    ...said,
    buttons: consultationButtons(own, item.consultation, item.may, wanted, item.me),
    small: whyOf(own, item),
  };
}

/** The card of a topic: to the office when it is proposed, to its unit when it is declined. */
export function topicCard(voice: Voice, item: Topic): Card {
  const own = meetingVoice(voice, item.consultation);
  const { t } = own;
  const { consultation, topic, by, may } = item;
  const name = briefly(topic.title, TITLE_LENGTH);
  const isDeclined = item.news === 'declined';
  const title = isDeclined
    ? t.consultations.declinedTitle(meetingOf(own, consultation), name)
    : t.consultations.proposedTitle(topic.unit.name, name);
  const reason = topic.declined === null ? [] : [quoted(topic.declined)];
  const canDecline = !isDeclined && topic.declined === null && may.includes('decline_topic');
  return news({
    title,
    text: t.words.sentence(title),
    details: isDeclined
      ? [safe(t.consultations.declinedBy(by)), ...reason]
      : [
          safe(t.consultations.line(meetingOf(own, consultation), startOf(own, consultation))),
          ...topicLines(own, topic),
        ],
    buttons: [
      ...consultationButtons(own, consultation, may, ['show']),
      ...(canDecline ? [declineButton(own, consultation, topic)] : []),
    ],
  });
}
