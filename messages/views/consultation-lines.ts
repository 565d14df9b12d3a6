// What every screen says of a consultation in the same words: which meeting, when and where, its agenda, who comes, its
// minutes. A meeting is said as seen at its own moment, so a card that is made again later says what is true then.

import type {
  AgendaItem,
  Attendee,
  ConsultationFacts,
  DecisionFacts,
  MinutesFacts,
  TopicFacts,
} from '../../domain/consultation/facts.ts';
import type { TaskLine } from '../../domain/task/facts.ts';
import { bold, clean, type Mrkdwn, md, safe, truncate } from '../escape.ts';
import { figureTotal, namesOf, quoted, reportOf, type Voice, voiceOf } from './phrases.ts';
import { briefly, namedOf, numberOf as taskNumberOf } from './task-phrases.ts';

const TITLE_LENGTH = 80;
const WHAT_LENGTH = 300;
const ITEMS_SHORT = 12;
const TASKS_LISTED = 8;
const NAMES_LENGTH = 300;
const HEARD_LENGTH = 1200;

/** The voice as of the meeting's own moment. */
export const meetingVoice = (voice: Voice, consultation: ConsultationFacts): Voice =>
  voiceOf(voice.language, consultation);

/** 8月领导小组会议 */
export const meetingOf = (voice: Voice, consultation: ConsultationFacts): string =>
  reportOf(meetingVoice(voice, consultation), consultation);
/** 8月25日 周四 15:00 */
export const startOf = (voice: Voice, consultation: ConsultationFacts): string =>
  meetingVoice(voice, consultation).d.at(consultation.startsAt);

/** Time and place, and when it was to be before it was moved. */
export function whenAndWhere(voice: Voice, consultation: ConsultationFacts): Mrkdwn[] {
  const { t, d } = meetingVoice(voice, consultation);
  const { startsAt, minutesLong, movedFrom, place } = consultation;
  const time = t.consultations.time(d.at(startsAt), minutesLong);
  const was = movedFrom === null ? '' : t.words.inParens(t.consultations.movedFrom(d.at(movedFrom)));
  return [safe(time + was), safe(t.consultations.place(briefly(place, TITLE_LENGTH)))];
}

/** 会议纪要〔2016〕3号; null before it has a number. */
export const minutesNumberOf = ({ t }: Voice, { year, no }: MinutesFacts): string | null =>
  year === null || no === null ? null : t.consultations.number(year, no);

/** One part of an agenda in a line; the same words in its form. */
export function itemTitle(voice: Voice, item: AgendaItem): string {
  const { t } = voice;
  switch (item.kind) {
    case 'follow_up':
      return t.consultations.followUp(item.tasks.length);
    case 'numbers':
      return t.consultations.numbers(reportOf(voice, item));
    case 'overdue':
      return t.consultations.overdue(item.tasks.length);
    case 'missing':
      return t.consultations.missing(reportOf(voice, item), item.units.length);
    case 'topic':
      return t.consultations.topic(briefly(item.topic.title, TITLE_LENGTH), item.topic.unit.name);
    case 'line':
      return briefly(item.text, TITLE_LENGTH);
  }
}

/** 督办〔2016〕3号 整改虚假广告（市工商局，8月31日 周三 前，逾期） */
export function taskLineOf(voice: Voice, task: TaskLine): string {
  const { t, d } = voice;
  const state = task.overdue ? t.tasks.light.red : t.tasks.state[task.state];
  return t.consultations.task(namedOf(voice, task), task.lead.name, d.date(task.dueOn), state);
}

const under = (text: string): Mrkdwn => md`　${text}`;

function tasksUnder(voice: Voice, tasks: readonly TaskLine[]): Mrkdwn[] {
  const hidden = tasks.length - TASKS_LISTED;
  const lines = tasks.slice(0, TASKS_LISTED).map((task) => under(`· ${taskLineOf(voice, task)}`));
  return hidden > 0 ? [...lines, under(voice.t.words.moreItems(hidden))] : lines;
}

/** What a part of the agenda says beyond its line. */
function itemDetail(voice: Voice, item: AgendaItem): Mrkdwn[] {
  const { t } = voice;
  switch (item.kind) {
    case 'follow_up':
    case 'overdue':
      return tasksUnder(voice, item.tasks);
    case 'numbers': {
      const { due, reported, nil } = item.counts;
      const figures = item.figures.map((figure) => figureTotal(t, figure));
      return [under([t.answers.due(due, reported, nil), ...figures].join(' · '))];
    }
    case 'missing': {
      const names = item.units.map(({ name }) => name);
      return names.length === 0 ? [] : [under(namesOf(t, names, NAMES_LENGTH))];
    }
    case 'topic':
      return item.topic.ask.trim() === ''
        ? []
        : [under(t.words.labelled(t.consultations.topicAsk, briefly(item.topic.ask, WHAT_LENGTH)))];
    case 'line':
      return [];
  }
}

/** The agenda in order, a line for each part; in full with what each says. */
export function agendaLines(
  voice: Voice,
  consultation: ConsultationFacts,
  depth: 'short' | 'full',
): Mrkdwn[] {
  const own = meetingVoice(voice, consultation);
  const { t } = own;
  const { agenda } = consultation;
  const { agendaNotYet, agendaEmpty } = t.consultations;
  if (agenda.length === 0) return [safe(consultation.issuedAt === null ? agendaNotYet : agendaEmpty)];
  const shown = depth === 'short' ? agenda.slice(0, ITEMS_SHORT) : agenda;
  const lines = shown.flatMap((item, i) => [
    safe(`${i + 1}. ${itemTitle(own, item)}`),
    ...(depth === 'full' ? itemDetail(own, item) : []),
  ]);
  const hidden = agenda.length - shown.length;
  return [bold(t.consultations.agenda), ...lines, ...(hidden > 0 ? [safe(t.words.moreItems(hidden))] : [])];
}

/** A topic as its unit proposed it. */
export function topicLines(voice: Voice, topic: TopicFacts): Mrkdwn[] {
  const { t, d } = voice;
  const by = t.consultations.topicBy(topic.by, d.at(topic.at));
  const said = [
    t.words.labelled(t.consultations.topicReason, truncate(clean(topic.reason).trim(), WHAT_LENGTH)),
    t.words.labelled(t.consultations.topicAsk, truncate(clean(topic.ask).trim(), WHAT_LENGTH)),
  ];
  const declined =
    topic.declined === null ? [] : [t.consultations.declined(briefly(topic.declined, WHAT_LENGTH))];
  return [...said, by, ...declined].map(safe);
}

/** What was proposed so far, by title. */
export function topicTitles({ t }: Voice, topics: readonly TopicFacts[]): Mrkdwn[] {
  if (topics.length === 0) return [];
  const lines = topics.slice(0, TASKS_LISTED).map(({ title, unit, declined }) => {
    const topic = t.consultations.topic(briefly(title, TITLE_LENGTH), unit.name);
    return declined === null
      ? topic
      : `${topic} · ${t.consultations.declined(briefly(declined, TITLE_LENGTH))}`;
  });
  return [t.consultations.topicsCount(topics.length), ...lines].map(safe);
}

/** What the reader has answered; nothing before. */
export function answerLines({ t }: Voice, me: Attendee | null): Mrkdwn[] {
  if (me === null || me.coming === null) return [];
  const { comingAnswered, excusedAnswered } = t.consultations;
  const said = me.coming ? comingAnswered : excusedAnswered(briefly(me.instead, TITLE_LENGTH));
  return [safe(`✅ ${said}`)];
}

/** Who comes, who does not, and who has not answered; each group only where there is somebody in it. */
export function attendanceLines({ t }: Voice, attendees: readonly Attendee[]): Mrkdwn[] {
  if (attendees.length === 0) return [safe(t.consultations.attendanceNone)];
  const named = (coming: boolean | null) =>
    attendees
      .filter((attendee) => attendee.coming === coming)
      .map(({ person, instead }) =>
        coming === false
          ? t.consultations.insteadOf(person.name, briefly(instead, TITLE_LENGTH))
          : person.name,
      );
  const groups: [string[], (count: number, names: string) => string][] = [
    [named(true), t.consultations.coming],
    [named(false), t.consultations.excused],
    [named(null), t.consultations.unanswered],
  ];
  return groups
    .filter(([names]) => names.length > 0)
    .map(([names, say]) => safe(say(names.length, namesOf(t, names))));
}

/** A decision: what, which unit, by when, and the number of its task. */
export function decisionLine(voice: Voice, decision: DecisionFacts): string {
  const { t, d } = voice;
  const { what, unit, dueOn, task } = decision;
  const said = t.consultations.decision(briefly(what, WHAT_LENGTH), unit.name, d.date(dueOn));
  return task === null ? said : `${said} · ${taskNumberOf(voice, task)}`;
}

/** 议定, numbered. */
export function decisionLines(voice: Voice, { decisions }: MinutesFacts): Mrkdwn[] {
  const { t } = voice;
  if (decisions.length === 0) return [safe(t.consultations.noDecisions)];
  const lines = decisions.map((decision, i) => safe(`${i + 1}. ${decisionLine(voice, decision)}`));
  return [bold(t.consultations.decisions), ...lines];
}

const personNames = (people: MinutesFacts['attended']): string[] => people.map(({ name }) => name);

/** The minutes in full: heard, decided, who was there, who wrote and who approved them. */
export function minutesLines(voice: Voice, minutes: MinutesFacts): Mrkdwn[] {
  const { t, d } = voice;
  const { attended, excused, observers, heard } = minutes;
  const present = [
    ...(attended.length === 0 ? [] : [t.consultations.attended(namesOf(t, personNames(attended)))]),
    ...(excused.length === 0 ? [] : [t.consultations.absent(namesOf(t, personNames(excused)))]),
    ...(observers.trim() === '' ? [] : [t.consultations.observers(briefly(observers, WHAT_LENGTH))]),
  ];
  const said =
    heard.trim() === ''
      ? []
      : [bold(t.consultations.heard), quoted(truncate(clean(heard).trim(), HEARD_LENGTH))];
  const { approvedBy, approvedAt } = minutes;
  const by =
    approvedBy === null || approvedAt === null
      ? t.consultations.minutesBy(minutes.by, d.at(minutes.at))
      : t.consultations.approvedBy(approvedBy, d.at(approvedAt));
  return [...said, ...decisionLines(voice, minutes), ...present.map(safe), safe(by)];
}
