// English: consultations. Polite to those invited, plain to the office; what is asked for stands before what explains it.
// The forms are in consultation-forms.ts.

import type { ConsultationWords } from '../catalog-consultations.ts';
import { consultationForms } from './consultation-forms.ts';
import { count, words } from './words.ts';

const buttons: ConsultationWords['buttons'] = {
  show: 'Show',
  topic: 'Propose a topic',
  decline_topic: 'Decline',
  agenda: 'Edit the agenda',
  issue: 'Issue the agenda',
  move: 'Move',
  cancel: 'Cancel the meeting',
  attend: 'Attend',
  excuse: 'Send apologies',
  calendar: 'Add to calendar',
  minutes: 'Write the minutes',
  approve: 'Approve the minutes',
  decisions: 'Decisions',
};

export const consultations: ConsultationWords = {
  number: (year, no) => `Minutes No. ${no} [${year}]`,
  buttons,
  more: {
    showAgenda: 'See the agenda',
    showMinutes: 'See the minutes',
    editMinutes: 'Edit the minutes',
    instead: 'Change apologies',
    comeAfterAll: 'Attend after all',
    uncalendar: 'Take out of calendar',
    holdAfterAll: 'Set a new date',
    tasks: 'Tasks',
  },
  confirmIssue: {
    title: 'Issue the agenda',
    text: 'Everybody invited is told, and no more topics are taken.',
    confirm: 'Issue',
    deny: 'Not yet',
  },
  confirmApprove: (decisions) => ({
    title: 'Approve the minutes',
    text:
      decisions === 0
        ? 'They are numbered and published, and cannot be changed after.'
        : `They are numbered and published, and cannot be changed after; ${count(decisions, 'decision')} become tasks at the same time.`,
    confirm: 'Approve',
    deny: 'Not yet',
  }),

  time: (at, minutes) => `Time: ${at}, about ${count(minutes, 'minute')}`,
  place: (place) => `Place: ${place === '' ? 'to be announced' : place}`,
  movedFrom: (at) => `moved from ${at}`,
  standing: {
    ahead: 'ahead',
    awaiting_minutes: 'minutes are wanted',
    missed: 'not held in this period',
    held: 'held',
    cancelled: 'cancelled',
  },
  parts: { agenda: 'agenda', topics: 'topics', attendance: 'attendance', minutes: 'minutes' },

  agenda: 'Agenda',
  agendaEmpty: 'There is nothing on the agenda yet.',
  agendaNotYet: 'The agenda can be seen once it is issued.',
  followUp: (open) =>
    open === 0 ? 'Earlier decisions: all are closed' : `Earlier decisions: ${open} not closed`,
  numbers: (report) => `Numbers: ${report}`,
  overdue: (n) => (n === 0 ? 'Overdue tasks: none' : `Overdue tasks: ${n}`),
  missing: (report, units) => `Not filed, ${report}: ${count(units, 'unit')}`,
  topic: (title, unit) => `Topic: ${title} (${unit})`,
  task: (named, unit, due, state) => `${named} (${unit}, due ${due}, ${state})`,
  drafted: 'Drafted by rule, not issued yet.',
  issued: (by, at) => `Issued by ${by}, ${at}`,

  topicReason: 'Reason',
  topicAsk: 'Asked for',
  topicBy: (by, at) => `${by}, ${at}`,
  topicsNone: 'No unit has proposed a topic yet.',
  topicsCount: (n) => `${count(n, 'topic')} proposed so far`,
  topicsUntil: (at) => `Topics are taken until ${at}.`,
  topicsClosed: (at) => `The agenda was issued ${at}; no more topics are taken.`,
  declined: (reason) => `Declined: ${reason}`,

  coming: (n, names) => `Coming, ${n}: ${names}`,
  excused: (n, names) => `Apologies, ${n}: ${names}`,
  unanswered: (n, names) => `Not answered, ${n}: ${names}`,
  insteadOf: (name, instead) => (instead === '' ? name : `${name} (${instead} instead)`),
  attendanceNone: 'There are no answers for you to see.',
  attendanceText: (coming, excused, unanswered) =>
    `${coming} coming, ${excused} with apologies, ${unanswered} not answered`,

  heard: 'Heard',
  decisions: 'Decided',
  noDecisions: 'Nothing was decided.',
  decision: (what, unit, due) => `${what} (${unit}, by ${due})`,
  attended: (names) => `Present: ${names}`,
  absent: (names) => `Apologies: ${names}`,
  observers: (names) => `In attendance: ${names}`,
  minutesNone: 'There are no minutes yet.',
  minutesBy: (by, at) => `Written by ${by}, ${at}; not approved yet.`,
  approvedBy: (by, at) => `Approved by ${by}, ${at}.`,

  news: (meeting) => ({
    topics_called: `Please propose topics: ${meeting}`,
    agenda_drafted: `${meeting}: the agenda is drafted, please review and issue it`,
    agenda_due: `${meeting}: the agenda is not issued yet`,
    invited: `You are invited: ${meeting}`,
    moved: `${meeting}: the arrangements have changed`,
    cancelled: `${meeting} is cancelled`,
    minutes_due: `Please write the minutes: ${meeting}`,
    minutes_published: `${meeting}: the minutes are published`,
  }),
  movedTitle: (meeting, from, to) => `${meeting} is moved from ${from} to ${to}`,
  cancelledTitle: (meeting) => `${meeting} is cancelled`,
  heldTitle: (meeting) => `${meeting} was held`,
  publishedTitle: (number, meeting) => `${number}: ${meeting}`,
  topicsAsk: (until) =>
    `If your unit has something that the meeting should discuss, please propose it by ${until}, with the reason and what is asked.`,
  agendaDueLine: 'Nobody is invited before it is issued.',
  comingAnswered: 'You have answered: coming',
  excusedAnswered: (instead) =>
    instead === '' ? 'You have sent apologies' : `You have sent apologies; ${instead} comes instead`,
  movedNote:
    'This takes the place of earlier notices. If it is in your calendar, please add it again; the old entry changes.',
  cancelledFrom: (at) =>
    `It was set for ${at}. If it is in your calendar, please press “Take out of calendar”.`,
  heldAt: (at) => `It was set for ${at}. Please write what was heard and decided, and who was there.`,
  minutesWanted: 'On approval they are numbered and published, and each decision becomes a task.',
  minutesMissed:
    'The period is over and there are no minutes; the ledger says that it was not held. If it was, please write them now.',
  minutesWait: (by) => `The minutes were written by ${by} and wait for approval.`,
  proposedTitle: (unit, title) => `${unit} proposes a topic: ${title}`,
  declinedTitle: (meeting, title) => `${meeting}: the topic is not taken up, ${title}`,
  declinedBy: (by) => `${by} answers:`,
  why: (post) => `This comes to you as ${post}.`,
  whyInstead: (post, name) => `${name} cannot be reached at present; this comes to you as ${post}.`,
  post: (role) => words.recipients[role],
  line: (title, when) => `${title} · ${when}`,
  text: (title, when) => `${title}, ${when}`,

  did: (meeting) => ({
    topic_proposed: `The topic is proposed: ${meeting}`,
    topic_declined: `${meeting}: the topic is not taken up, and the unit is told`,
    agenda_edited: `${meeting}: the agenda is saved, not issued yet`,
    issued: `${meeting}: the agenda is issued`,
    moved: `${meeting}: the change is saved, and everybody invited is told`,
    cancelled: `${meeting} is cancelled, and everybody invited is told`,
    attending: `You are down as coming: ${meeting}`,
    excused: `Your apologies are noted: ${meeting}`,
    minuted: `${meeting}: the minutes are saved and wait for approval`,
    approved: `${meeting}: the minutes are approved and published`,
  }),
  approvedWith: (number, tasks) =>
    tasks === 0 ? `${number}; nothing was decided.` : `${number}; ${count(tasks, 'decision')} became tasks.`,
  issuedTo: (n) => `The invitation goes to ${n === 1 ? '1 person' : `${n} people`}.`,

  decisionsTitle: 'Decisions',
  lastMeeting: 'the last meeting',
  inQuotes: (query) => `“${query}”`,
  decisionsNone: 'none yet',
  decisionsNoneFound: 'none found',
  decisionsSince: (date) =>
    `This covers consultations since ${date}; for earlier ones name the time in your question, or search.`,
  decisionsText: (n, open) => `${n} in all, ${open === 0 ? 'all closed' : `${open} not closed`}`,
  heldOn: (number, date) => `${number} · ${date}`,

  invitation: (meeting, at) => `The calendar invitation is ready: ${meeting}, ${at}`,
  invitationHow:
    'Open the file with your calendar to add it. After a change or a cancellation, open the new file; the old entry changes.',
  withoutEmail:
    'The roster has no e-mail address for you, so the invitation does not name you; it can be added all the same. The office can enter your address.',

  homeTitle: 'Consultation',

  forms: consultationForms,
  refusals: {
    none: (next) =>
      next === null
        ? 'There is no consultation at present.'
        : `There is no consultation at present; the next one is ${next}.`,
    state: (by) => {
      const who = by === null ? '' : ` by ${by}`;
      return {
        planned: 'the agenda is not issued yet',
        issued: `the agenda was issued${who}`,
        minuted: `the minutes were written${who} and wait for approval`,
        approved: `the minutes were approved and published${who}`,
        cancelled: `it was cancelled${who}`,
      };
    },
    cannot: (meeting, state, verb) => `${meeting}: ${state}, so “${verb}” is not possible.`,
    notYet: (meeting, at) => `${meeting} is set for ${at}; the minutes are written after it.`,
    already: (meeting, at) => `${meeting} began ${at} and cannot be changed any more.`,
    noMinutes: (meeting) => `${meeting} has no minutes yet; please write them before approving.`,
    overtaken: (meeting, by) =>
      `${by ?? 'Somebody'} decided about ${meeting} after you opened it. Please look at it first.`,
    topicsClosed: (meeting) =>
      `${meeting}: the agenda is issued and no more topics are taken. It can be proposed for the next meeting.`,
    typedKept: 'What you wrote:',
    notInvited: (meeting) => `You are not invited to ${meeting}; no answer is needed.`,
  },
};
