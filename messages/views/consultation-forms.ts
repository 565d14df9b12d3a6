// The forms of consultations. Field ids as in domain/consultation/facts.ts. A form begins with what is known (attendance from
// the answers, the agenda as it stands), and what somebody typed always goes before that.

import type { KnownBlock } from '@slack/types';
import type { ActionInput } from '../../domain/actions.ts';
import type { Language } from '../../domain/campaign.ts';
import type {
  AgendaItem,
  Attendee,
  ConsultationFacts,
  ConsultationForm,
} from '../../domain/consultation/facts.ts';
import { MOST_DECISIONS } from '../../domain/consultation/facts.ts';
import type { PersonFacts, UnitFacts } from '../../domain/facts.ts';
import { divider, section, sections, small } from '../blocks.ts';
import { bold, lengthOf } from '../escape.ts';
import { itemTitle, meetingOf, topicLines, whenAndWhere } from './consultation-lines.ts';
import { choiceField, dateField, type Filled, manyField, textField } from './fields.ts';
import { type Voice, voiceOf } from './phrases.ts';
import { unitField } from './task-form-new.ts';
import { briefly } from './task-phrases.ts';

type Of<F extends ConsultationForm['form']> = Extract<ConsultationForm, { form: F }>;
type Body = { blocks: KnownBlock[]; pointer: ActionInput };

type Seen = { consultation: ConsultationFacts; seen?: number };

/** To the meeting as it was seen when the form was made. */
const asSeen = ({ consultation, seen }: Seen): ActionInput => ({
  consultation: consultation.id,
  ...(seen !== undefined && { no: seen }),
});

/** So many parts have a select of their own; a modal holds a hundred blocks. */
const MOST_PLACED = 40;
const KEY_LENGTH = 200;
const TITLE_LENGTH = 80;

/** Which meeting a form is about, and when it is. */
const aboutBlocks = (voice: Voice, consultation: ConsultationFacts): KnownBlock[] =>
  sections([bold(meetingOf(voice, consultation)), ...whenAndWhere(voice, consultation)]);

const withDefaults = (filled: Filled, defaults: Record<string, string>): Filled => ({
  ...filled,
  values: { ...defaults, ...filled.values },
});

function topicBody(filled: Filled, { consultation, units }: Of<'topic'>, voice: Voice): Body {
  const { forms } = filled.t.consultations;
  const [only, second] = units;
  const isOne = only !== undefined && second === undefined;
  const unit = unitField(filled, { id: 'unit', label: forms.unit, required: true }, units);
  return {
    pointer: { consultation: consultation.id, ...(isOne ? { unit: only.id } : {}) },
    blocks: [
      ...aboutBlocks(voice, consultation),
      ...(isOne ? [section(bold(only.name))] : units.length === 0 ? [] : [unit]),
      textField(filled, { id: 'title', label: forms.title, hint: forms.titleHint, required: true }, 'one'),
      textField(
        filled,
        { id: 'reason', label: forms.reason, hint: forms.reasonHint, required: true },
        'many',
      ),
      textField(filled, { id: 'ask', label: forms.ask, hint: forms.askHint, required: true }, 'many'),
    ],
  };
}

function declineBody(filled: Filled, { consultation, topic }: Of<'decline_topic'>, voice: Voice): Body {
  const { consultations } = filled.t;
  const { forms } = consultations;
  const title = bold(consultations.topic(briefly(topic.title, TITLE_LENGTH), topic.unit.name));
  const frame = { id: 'reason', label: forms.declineReason, hint: forms.declineHint, required: true };
  return {
    pointer: { consultation: consultation.id, topic: topic.id },
    blocks: [...sections([title, ...topicLines(voice, topic)]), textField(filled, frame, 'many')],
  };
}

/** The office's own lines are typed below, and come last. */
const isPlaced = (item: AgendaItem): boolean => item.kind !== 'line' && lengthOf(item.key) <= KEY_LENGTH;

/** As it stands now: what is on the agenda by its place in it; before there is one, as the candidates come. */
function presentPlaces(placed: readonly AgendaItem[], agenda: readonly AgendaItem[]): Record<string, string> {
  const order = (agenda.length > 0 ? agenda : placed).filter(isPlaced).map(({ key }) => key);
  return Object.fromEntries(placed.map(({ key }) => [`pos_${key}`, String(order.indexOf(key) + 1)]));
}

function agendaBody(filled: Filled, facts: Of<'agenda'>, voice: Voice): Body {
  const { consultation, candidates } = facts;
  const { forms } = filled.t.consultations;
  const placed = candidates.filter(isPlaced);
  const shown = placed.slice(0, MOST_PLACED);
  const own = consultation.agenda.flatMap((item) => (item.kind === 'line' ? [item.text] : []));
  const withPlaces = withDefaults(filled, {
    ...presentPlaces(shown, consultation.agenda),
    lines: own.join('\n'),
  });
  const places = [
    { value: '0', text: forms.leftOut },
    ...shown.map((_, i) => ({ value: String(i + 1), text: forms.placeNo(i + 1) })),
  ];
  const fields = shown.map((item) =>
    choiceField(
      withPlaces,
      { id: `pos_${item.key}`, label: forms.placeOf(itemTitle(voice, item)), required: false },
      places,
    ),
  );
  const hidden = placed.length - shown.length;
  return {
    pointer: asSeen(facts),
    blocks: [
      ...aboutBlocks(voice, consultation),
      small(forms.agendaNote),
      ...fields,
      ...(hidden > 0 ? [small(forms.agendaMore(hidden))] : []),
      textField(
        withPlaces,
        { id: 'lines', label: forms.lines, hint: forms.linesHint, required: false },
        'many',
      ),
    ],
  };
}

function moveBody(filled: Filled, facts: Seen, voice: Voice): Body {
  const { consultation } = facts;
  const { forms } = filled.t.consultations;
  const withNow = withDefaults(filled, {
    place: consultation.place,
    minutesLong: String(consultation.minutesLong),
    time: voice.d.time(consultation.startsAt),
  });
  return {
    pointer: asSeen(facts),
    blocks: [
      ...aboutBlocks(voice, consultation),
      dateField(withNow, { id: 'date', label: forms.date, required: true }),
      textField(withNow, { id: 'time', label: forms.time, hint: forms.timeHint, required: true }, 'one'),
      textField(withNow, { id: 'place', label: forms.place, hint: forms.placeHint, required: false }, 'one'),
      textField(
        withNow,
        { id: 'minutesLong', label: forms.minutesLong, hint: forms.minutesLongHint, required: false },
        'one',
      ),
      small(forms.moveNote),
    ],
  };
}

function cancelBody(filled: Filled, facts: Seen, voice: Voice): Body {
  const { consultation } = facts;
  const { forms } = filled.t.consultations;
  const frame = { id: 'reason', label: forms.cancelReason, hint: forms.cancelHint, required: true };
  return {
    pointer: asSeen(facts),
    blocks: [...aboutBlocks(voice, consultation), textField(filled, frame, 'many'), small(forms.cancelNote)],
  };
}

function excuseBody(filled: Filled, consultation: ConsultationFacts, voice: Voice): Body {
  const { forms } = filled.t.consultations;
  const frame = { id: 'instead', label: forms.instead, hint: forms.insteadHint, required: false };
  return {
    pointer: { consultation: consultation.id },
    blocks: [...aboutBlocks(voice, consultation), textField(filled, frame, 'one')],
  };
}

const idsOf = (attendees: readonly Attendee[], coming: boolean): string =>
  attendees
    .filter((attendee) => attendee.coming === coming)
    .map(({ person }) => person.id)
    .join(',');

/** Those who are invited, and whom the minutes name already: a roster changes. */
function peopleToName({ attendees, minutes }: ConsultationFacts): PersonFacts[] {
  const named = [
    ...attendees.map(({ person }) => person),
    ...(minutes?.attended ?? []),
    ...(minutes?.excused ?? []),
  ];
  return named.filter(({ id }, i) => named.findIndex((other) => other.id === id) === i);
}

function decisionFields(filled: Filled, units: readonly UnitFacts[]): KnownBlock[] {
  const { forms } = filled.t.consultations;
  return Array.from({ length: MOST_DECISIONS }, (_, i) => i + 1).flatMap((no) => [
    textField(filled, { id: `what_${no}`, label: forms.what(no), required: false }, 'many'),
    unitField(filled, { id: `unit_${no}`, label: forms.unitOf(no), required: false }, units),
    dateField(filled, { id: `due_${no}`, label: forms.dueOf(no), required: false }),
  ]);
}

function minutesBody(filled: Filled, facts: Of<'minutes'>, voice: Voice): Body {
  const { consultation, units } = facts;
  const { forms } = filled.t.consultations;
  const { attendees } = consultation;
  const people = peopleToName(consultation).map(({ id, name }) => ({ value: id, text: name }));
  const withAnswers = withDefaults(filled, {
    attended: idsOf(attendees, true),
    excused: idsOf(attendees, false),
  });
  return {
    pointer: asSeen(facts),
    blocks: [
      ...aboutBlocks(voice, consultation),
      ...manyField(withAnswers, { id: 'attended', label: forms.attended, required: false }, people),
      ...manyField(withAnswers, { id: 'excused', label: forms.excused, required: false }, people),
      textField(
        filled,
        { id: 'observers', label: forms.observers, hint: forms.observersHint, required: false },
        'one',
      ),
      textField(filled, { id: 'heard', label: forms.heard, hint: forms.heardHint, required: false }, 'many'),
      divider,
      small(forms.decisionsNote(MOST_DECISIONS)),
      ...decisionFields(filled, units),
    ],
  };
}

/** The body of a form about consultations. */
export function consultationBody(filled: Filled, facts: ConsultationForm, language: Language): Body {
  const voice = voiceOf(language, facts.consultation);
  switch (facts.form) {
    case 'topic':
      return topicBody(filled, facts, voice);
    case 'decline_topic':
      return declineBody(filled, facts, voice);
    case 'agenda':
      return agendaBody(filled, facts, voice);
    case 'move_consultation':
      return moveBody(filled, facts, voice);
    case 'cancel_consultation':
      return cancelBody(filled, facts, voice);
    case 'excuse':
      return excuseBody(filled, facts.consultation, voice);
    case 'minutes':
      return minutesBody(filled, facts, voice);
  }
}
