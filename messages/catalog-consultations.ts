// The phrases about consultations (会商). Part of the Catalog (catalog.ts). `meeting` in a parameter is a duty with its
// period: 8月领导小组会议; `number` that of its minutes: 会议纪要〔2016〕3号.

import type { RecipientRole } from '../domain/campaign.ts';
import type {
  ConsultationDid,
  ConsultationFacts,
  ConsultationForm,
  ConsultationVerb,
} from '../domain/consultation/facts.ts';
import type { ConsultationNews } from '../domain/notice.ts';

export type ConsultationPart = 'agenda' | 'topics' | 'attendance' | 'minutes';

export type ConsultationWords = {
  /** 会议纪要〔2016〕3号 */
  number(year: number, no: number): string;
  /** Buttons; `decline_topic` stands beside a topic, `calendar` gives the invitation. */
  buttons: Record<ConsultationVerb, string>;
  more: Record<
    | 'showAgenda'
    | 'showMinutes'
    | 'editMinutes'
    | 'instead'
    | 'comeAfterAll'
    | 'uncalendar'
    | 'holdAfterAll'
    | 'tasks',
    string
  >;
  confirmIssue: { title: string; text: string; confirm: string; deny: string };
  confirmApprove(decisions: number): { title: string; text: string; confirm: string; deny: string };

  time(at: string, minutes: number): string;
  place(place: string): string;
  movedFrom(at: string): string;
  standing: Record<ConsultationFacts['standing'], string>;
  parts: Record<ConsultationPart, string>;

  /** The parts of an agenda, each in a line. */
  agenda: string;
  agendaEmpty: string;
  agendaNotYet: string;
  followUp(open: number): string;
  numbers(report: string): string;
  overdue(count: number): string;
  missing(report: string, units: number): string;
  topic(title: string, unit: string): string;
  /** A task in a line: number with title, unit, deadline, how it stands. */
  task(named: string, unit: string, due: string, state: string): string;
  drafted: string;
  issued(by: string, at: string): string;

  topicReason: string;
  topicAsk: string;
  topicBy(by: string, at: string): string;
  topicsNone: string;
  topicsCount(count: number): string;
  topicsUntil(at: string): string;
  topicsClosed(at: string): string;
  declined(reason: string): string;

  coming(count: number, names: string): string;
  excused(count: number, names: string): string;
  unanswered(count: number, names: string): string;
  insteadOf(name: string, instead: string): string;
  attendanceNone: string;
  attendanceText(coming: number, excused: number, unanswered: number): string;

  heard: string;
  decisions: string;
  noDecisions: string;
  decision(what: string, unit: string, due: string): string;
  attended(names: string): string;
  absent(names: string): string;
  observers(names: string): string;
  minutesNone: string;
  minutesBy(by: string, at: string): string;
  approvedBy(by: string, at: string): string;

  /** Titles of what is told. */
  news(meeting: string): Record<ConsultationNews, string>;
  movedTitle(meeting: string, from: string, to: string): string;
  cancelledTitle(meeting: string): string;
  heldTitle(meeting: string): string;
  publishedTitle(number: string, meeting: string): string;
  topicsAsk(until: string): string;
  agendaDueLine: string;
  comingAnswered: string;
  excusedAnswered(instead: string): string;
  movedNote: string;
  cancelledFrom(at: string): string;
  heldAt(at: string): string;
  minutesWanted: string;
  minutesMissed: string;
  minutesWait(by: string): string;
  proposedTitle(unit: string, title: string): string;
  declinedTitle(meeting: string, title: string): string;
  declinedBy(by: string): string;
  why(post: string): string;
  whyInstead(post: string, name: string): string;
  post(role: RecipientRole): string;
  /** In a list, and as the notification's sentence without what ends it. */
  line(title: string, when: string): string;
  text(title: string, when: string): string;

  did(meeting: string): Record<ConsultationDid, string>;
  approvedWith(number: string, tasks: number): string;
  issuedTo(count: number): string;

  decisionsTitle: string;
  lastMeeting: string;
  inQuotes(query: string): string;
  /** As a clause, without a full stop. */
  decisionsNone: string;
  decisionsNoneFound: string;
  decisionsSince(date: string): string;
  decisionsText(count: number, open: number): string;
  heldOn(number: string, date: string): string;

  invitation(meeting: string, at: string): string;
  invitationHow: string;
  withoutEmail: string;

  homeTitle: string;

  forms: ConsultationFormWords;
  refusals: {
    none(next: string | null): string;
    /** How it stands, as a clause: 议程已印发. */
    state(by: string | null): Record<ConsultationFacts['state'], string>;
    cannot(meeting: string, state: string, verb: string): string;
    notYet(meeting: string, at: string): string;
    already(meeting: string, at: string): string;
    noMinutes(meeting: string): string;
    overtaken(meeting: string, by: string | null): string;
    topicsClosed(meeting: string): string;
    typedKept: string;
    notInvited(meeting: string): string;
  };
};

export type ConsultationFormWords = {
  titles: Record<ConsultationForm['form'], string>;
  submits: Record<ConsultationForm['form'], string>;
  unit: string;
  title: string;
  titleHint: string;
  reason: string;
  reasonHint: string;
  ask: string;
  askHint: string;
  declineReason: string;
  declineHint: string;
  placeOf(item: string): string;
  leftOut: string;
  placeNo(no: number): string;
  agendaNote: string;
  agendaMore(count: number): string;
  lines: string;
  linesHint: string;
  date: string;
  time: string;
  timeHint: string;
  place: string;
  placeHint: string;
  minutesLong: string;
  minutesLongHint: string;
  moveNote: string;
  cancelReason: string;
  cancelHint: string;
  cancelNote: string;
  instead: string;
  insteadHint: string;
  attended: string;
  excused: string;
  observers: string;
  observersHint: string;
  heard: string;
  heardHint: string;
  decisionsNote(most: number): string;
  what(no: number): string;
  unitOf(no: number): string;
  dueOf(no: number): string;
  notATime(typed: string): string;
};
