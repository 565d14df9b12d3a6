// Answers about consultations: one of them by the part that was asked for, every decision ever made, an invitation for the
// asker's calendar, and the next meeting on Home.

import type { Button, KnownBlock } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { ConsultationFacts, ConsultationVerb } from '../../domain/consultation/facts.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { HomeFacts, Outcome } from '../../domain/outcome.ts';
import { actions, button, header, type Message, message, section, sections, small } from '../blocks.ts';
import { bold, type Mrkdwn, md, safe } from '../escape.ts';
import { consultationButtons, declineButton } from './consultation-buttons.ts';
import {
  agendaLines,
  answerLines,
  attendanceLines,
  decisionLine,
  meetingOf,
  minutesLines,
  minutesNumberOf,
  startOf,
  topicLines,
  whenAndWhere,
} from './consultation-lines.ts';
import { quoted, signed, type Voice, voiceOf } from './phrases.ts';
import { whenOf } from './question-choices.ts';
import { answered, headOf, nameOf, scopeOf, someNames } from './question-scope.ts';
import { briefly } from './task-phrases.ts';

type Of<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>;
type Shown = Of<'consultation'>;

const TITLE_LENGTH = 80;
const TOPICS_SHOWN = 12;
const DECISIONS_SHOWN = 40;

function topicBlocks(voice: Voice, { consultation, may }: Shown): KnownBlock[] {
  const { t, d } = voice;
  const { topics, issuedAt, topicsUntil } = consultation;
  const until =
    issuedAt === null
      ? t.consultations.topicsUntil(d.until(topicsUntil))
      : t.consultations.topicsClosed(d.at(issuedAt));
  const hidden = topics.length - TOPICS_SHOWN;
  return [
    section(
      safe(topics.length === 0 ? t.consultations.topicsNone : t.consultations.topicsCount(topics.length)),
    ),
    ...topics.slice(0, TOPICS_SHOWN).map((topic) => {
      const title = bold(t.consultations.topic(briefly(topic.title, TITLE_LENGTH), topic.unit.name));
      const [text] = sections([title, ...topicLines(voice, topic)]);
      const canDecline = may.includes('decline_topic') && topic.declined === null;
      return canDecline ? { ...text!, accessory: declineButton(voice, consultation, topic) } : text!;
    }),
    ...(hidden > 0 ? [small(t.words.moreItems(hidden))] : []),
    small(until),
  ];
}

function agendaBlocks(voice: Voice, { consultation }: Shown): KnownBlock[] {
  const { t, d } = voice;
  const { agenda, issuedBy, issuedAt } = consultation;
  const how =
    issuedAt === null
      ? t.consultations.drafted
      : t.consultations.issued(issuedBy ?? t.words.none, d.at(issuedAt));
  const lines = sections(agendaLines(voice, consultation, 'full'));
  return agenda.length === 0 ? lines : [...lines, small(how)];
}

function minutesBlocks(voice: Voice, { consultation: { minutes } }: Shown): KnownBlock[] {
  return minutes === null
    ? [section(safe(voice.t.consultations.minutesNone))]
    : sections(minutesLines(voice, minutes));
}

function partBlocks(voice: Voice, shown: Shown): KnownBlock[] {
  switch (shown.part) {
    case 'agenda':
      return agendaBlocks(voice, shown);
    case 'topics':
      return topicBlocks(voice, shown);
    case 'attendance':
      return sections(attendanceLines(voice, shown.consultation.attendees));
    case 'minutes':
      return minutesBlocks(voice, shown);
  }
}

/** What was just done, and what it led to. */
function didLines(voice: Voice, { consultation, did }: Shown): Mrkdwn[] {
  if (did === null) return [];
  const { t } = voice;
  const said = [signed('✅', t.consultations.did(meetingOf(voice, consultation))[did])];
  const { minutes, attendees } = consultation;
  const number = minutes && minutesNumberOf(voice, minutes);
  if (did === 'approved' && minutes !== null && number !== null)
    return [...said, safe(t.consultations.approvedWith(number, minutes.decisions.length))];
  return did === 'issued' ? [...said, safe(t.consultations.issuedTo(attendees.length))] : said;
}

function headLines(voice: Voice, { consultation, part }: Shown): Mrkdwn[] {
  const { t } = voice;
  const { reason, state } = consultation;
  const number =
    part === 'minutes' && consultation.minutes ? minutesNumberOf(voice, consultation.minutes) : null;
  const name = meetingOf(voice, consultation);
  const title = t.words.labelled(name, number ?? t.consultations.parts[part]);
  return [
    md`${bold(title)} · ${t.consultations.standing[consultation.standing]}`,
    ...whenAndWhere(voice, consultation),
    ...(state === 'cancelled' && reason !== null ? [quoted(reason)] : []),
  ];
}

/** What each part offers; the rest is offered elsewhere. */
const OFFERED: Record<Shown['part'], readonly ConsultationVerb[]> = {
  agenda: ['attend', 'excuse', 'topic', 'agenda', 'issue', 'calendar', 'move', 'cancel', 'decisions'],
  topics: ['topic', 'agenda', 'issue', 'show'],
  attendance: ['attend', 'excuse', 'calendar', 'move', 'cancel', 'show'],
  minutes: ['minutes', 'approve', 'decisions'],
};

/** Without an answer to do something with it, the minutes stand among the others once the meeting is over. */
function buttonsOf(voice: Voice, { consultation, part, me, may }: Shown): Button[] {
  const isOver = consultation.standing === 'awaiting_minutes' || consultation.standing === 'missed';
  const wanted: readonly ConsultationVerb[] = isOver
    ? ['minutes', 'approve', ...OFFERED[part]]
    : OFFERED[part];
  return consultationButtons(voice, consultation, may, wanted, me);
}

function sentenceOf(voice: Voice, { consultation, part, did }: Shown): string {
  const { t } = voice;
  const name = meetingOf(voice, consultation);
  if (did !== null) return t.consultations.did(name)[did];
  return t.words.clauses([t.words.labelled(name, t.consultations.parts[part]), startOf(voice, consultation)]);
}

/** One part of a consultation as it stands, with what was done just now. */
export function renderConsultation(shown: Shown, language: Language): Message {
  const voice = voiceOf(language, shown.consultation);
  const { t, d } = voice;
  const blocks: KnownBlock[] = [
    ...sections(didLines(voice, shown)),
    ...sections(headLines(voice, shown)),
    ...partBlocks(voice, shown),
    ...actions(buttonsOf(voice, shown)),
    small(t.words.asOf(d.at(shown.consultation.now))),
  ];
  return message(t.words.sentence(sentenceOf(voice, shown)), blocks, t.words.cut);
}

type Decided = Of<'decisions'>['rows'][number];

function decidedLine(voice: Voice, { decision, task }: Decided): Mrkdwn {
  const { t } = voice;
  const said = decisionLine(voice, decision);
  if (task === null) return safe(`· ${said}`);
  if (task.overdue) return safe(`· ${said} · 🔴 ${t.tasks.light.red}`);
  const state = t.tasks.state[task.state];
  return safe(`· ${said} · ${task.state === 'closed' ? `✅ ${state}` : state}`);
}

/** 议定事项 · 市公安局 · “资金” · 7月: what of all that was ever decided an answer tells. */
function decisionsScope(voice: Voice, { asked, isLast }: Of<'decisions'>): string {
  const { t } = voice;
  const { units = [], area = null, query = null } = asked ?? {};
  return scopeOf([
    t.consultations.decisionsTitle,
    isLast ? t.consultations.lastMeeting : null,
    area,
    someNames(voice, units.map(nameOf)),
    query === null ? null : t.consultations.inQuotes(query),
    asked ? whenOf(voice, asked) : null,
  ]);
}

/** The decisions under the minutes that hold it, newest first, with the standing of its task. */
export function renderDecisions(outcome: Of<'decisions'>, language: Language): Message {
  const voice = voiceOf(language, outcome);
  const { t, d } = voice;
  const { rows } = outcome;
  const shown = rows.slice(0, DECISIONS_SHOWN);
  const lines = shown.flatMap((row, i): Mrkdwn[] => {
    const before = shown[i - 1];
    const isNew = before === undefined || before.year !== row.year || before.no !== row.no;
    const number = t.consultations.number(row.year, row.no);
    const head = isNew ? [bold(t.consultations.heldOn(number, d.date(row.heldOn)))] : [];
    return [...head, decidedLine(voice, row)];
  });
  const isOpen = ({ task }: Decided): boolean => task?.state !== 'closed' && task?.state !== 'withdrawn';
  const isNone = !outcome.since && !outcome.asked;
  const none = isNone ? t.consultations.decisionsNone : t.consultations.decisionsNoneFound;
  const counted = t.consultations.decisionsText(rows.length, rows.filter(isOpen).length);
  const hidden = rows.length - shown.length;
  const scope = decisionsScope(voice, outcome);
  const blocks: KnownBlock[] = [
    section(headOf(voice, scope)),
    ...sections(rows.length === 0 ? [safe(t.questions.alone(none))] : lines),
    ...(hidden > 0 ? [small(t.words.moreItems(hidden))] : []),
    ...(outcome.since ? [small(t.consultations.decisionsSince(d.date(outcome.since)))] : []),
    ...actions([button('task', { verb: 'list' }, t.consultations.more.tasks)]),
  ];
  return answered(voice, { scope, said: rows.length === 0 ? none : counted, now: outcome.now }, blocks);
}

/** What goes with an invitation for the asker's calendar. */
export function renderInvitation(
  { consultation, withoutEmail }: Of<'invitation'>,
  language: Language,
): Message {
  const voice = voiceOf(language, consultation);
  const { t } = voice;
  const title = t.consultations.invitation(meetingOf(voice, consultation), startOf(voice, consultation));
  const lines = [
    signed('✅', title),
    safe(t.consultations.invitationHow),
    ...(withoutEmail ? [safe(t.consultations.withoutEmail)] : []),
  ];
  return message(t.words.sentence(title), sections(lines), t.words.cut);
}

/** The next consultation on Home, for those who prepare or attend it; `person` is the reader. */
export function homeConsultation(
  voice: Voice,
  next: HomeFacts['consultation'],
  person: PersonId,
): KnownBlock[] {
  if (next === null) return [];
  const { consultation, may } = next;
  const { t } = voice;
  const standing = t.consultations.standing[consultation.standing];
  const me = consultation.attendees.find((attendee) => attendee.person.id === person) ?? null;
  // Others' answers are seen by those alone who run the meeting.
  const isOverseen = consultation.attendees.length > 1;
  return [
    header(t.consultations.homeTitle),
    ...sections([
      md`${bold(meetingOf(voice, consultation))} · ${standing}`,
      ...whenAndWhere(voice, consultation),
      ...answerLines(voice, me),
      ...(isOverseen ? [safe(attendanceText(voice, consultation))] : []),
    ]),
    ...actions(consultationButtons(voice, consultation, may, undefined, me)),
  ];
}

function attendanceText({ t }: Voice, { attendees, topics }: ConsultationFacts): string {
  const count = (coming: boolean | null) => attendees.filter((each) => each.coming === coming).length;
  return [
    t.consultations.topicsCount(topics.length),
    t.consultations.attendanceText(count(true), count(false), count(null)),
  ].join(' · ');
}
