// Refusals about consultations: how the meeting stands is why not. They know no rule: which of them it is, the command has
// decided. What was typed for nothing comes back word for word.

import type { Language } from '../../domain/campaign.ts';
import type { ConsultationFacts, ConsultationVerb } from '../../domain/consultation/facts.ts';
import { button } from '../blocks.ts';
import type { Catalog } from '../catalog.ts';
import { datesIn } from '../dates.ts';
import { type Mrkdwn, safe } from '../escape.ts';
import { consultationButtons } from './consultation-buttons.ts';
import { meetingOf, startOf } from './consultation-lines.ts';
import { quoted, voiceOf } from './phrases.ts';
import { askOffice, type Sayings } from './refusal-said.ts';

const CHANGES: readonly ConsultationVerb[] = [
  'agenda',
  'issue',
  'move',
  'cancel',
  'attend',
  'excuse',
  'topic',
];

function stateSentence(
  language: Language,
  verb: ConsultationVerb,
  consultation: ConsultationFacts,
  by: string | null,
): string {
  const voice = voiceOf(language, consultation);
  const { refusals, buttons } = voice.t.consultations;
  const meeting = meetingOf(voice, consultation);
  const { state, standing, minutes } = consultation;
  const isLive = state === 'planned' || state === 'issued';
  if (isLive && verb === 'minutes' && standing === 'ahead')
    return refusals.notYet(meeting, startOf(voice, consultation));
  if (isLive && verb === 'approve' && minutes === null) return refusals.noMinutes(meeting);
  if (isLive && standing !== 'ahead' && CHANGES.includes(verb))
    return refusals.already(meeting, startOf(voice, consultation));
  return refusals.cannot(meeting, refusals.state(by)[state], buttons[verb]);
}

function typedLines(t: Catalog, typed: { title: string; reason: string; ask: string }): Mrkdwn[] {
  if (Object.values(typed).every((text) => text.trim() === '')) return [];
  const said = [
    typed.title,
    t.words.labelled(t.consultations.topicReason, typed.reason),
    t.words.labelled(t.consultations.topicAsk, typed.ask),
  ];
  return [safe(t.consultations.refusals.typedKept), ...said.map(quoted)];
}

export const consultationSayings = {
  no_consultation: ({ nextAt, zone }, { language, t }) => {
    const next = nextAt === null ? null : datesIn(language, { now: nextAt, zone }).at(nextAt);
    return {
      sentence: t.consultations.refusals.none(next),
      buttons: [button('consultation', { verb: 'decisions' }, t.consultations.buttons.decisions)],
    };
  },
  consultation_state: ({ verb, consultation, by, overtaken = false }, { language, t }) => ({
    sentence: overtaken
      ? t.consultations.refusals.overtaken(meetingOf(voiceOf(language, consultation), consultation), by)
      : stateSentence(language, verb, consultation, by),
    buttons: consultationButtons(voiceOf(language, consultation), consultation, ['show']),
  }),
  topics_closed: ({ consultation, typed, contact }, { language, t }) => {
    const meeting = meetingOf(voiceOf(language, consultation), consultation);
    return {
      sentence: askOffice(t, t.consultations.refusals.topicsClosed(meeting), contact),
      below: typedLines(t, typed),
      buttons: consultationButtons(voiceOf(language, consultation), consultation, ['show']),
    };
  },
  not_invited: ({ consultation }, { language, t }) => ({
    sentence: t.consultations.refusals.notInvited(meetingOf(voiceOf(language, consultation), consultation)),
    buttons: [button('mine', {}, t.words.buttons.mine)],
  }),
} satisfies Partial<Sayings>;
