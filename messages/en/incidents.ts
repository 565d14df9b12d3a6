// English: incidents. What is grave stands first and plainly; the tone stays calm.
// Phone first, write after: the form and the small print say so.

import type { IncidentWords } from '../catalog-incidents.ts';
import { count } from './words.ts';

const buttons: IncidentWords['buttons'] = {
  report: 'Report an incident',
  list: 'Incidents',
  show: 'Show',
  acknowledge: 'Received',
  follow_up: 'Follow up',
  final: 'Final report',
  join: 'Join',
};

/** Who may do what, for those who may not. */
const BELONGS: IncidentWords['buttons'] = {
  report: 'Incidents are reported by people on the roster.',
  list: 'Incidents are open to the reporting unit, the office, leaders and inspectors only.',
  show: 'Incidents are open to the reporting unit, the office, leaders and inspectors only.',
  acknowledge: 'Incidents are acknowledged by the office and the leaders.',
  follow_up: 'Follow-ups are written by the reporting unit, the reporter and the office.',
  final: 'Final reports are written by the reporting unit, the reporter and the office.',
  join: 'Incidents are joined by the office of the leading group.',
};

const entry: IncidentWords['entry'] = {
  first: 'first report',
  called: 'call',
  acknowledged: 'acknowledged',
  follow_up: 'follow-up',
  final: 'final report',
  joined: 'joined',
};

export const incidents: IncidentWords = {
  number: (year, no) => `Incident No. ${no} [${year}]`,
  title: (number) => number.replace(/^Incident/, 'Serious incident'),
  closedTitle: (title) => `${title} (final report is in)`,
  buttons,
  fields: {
    what: 'What',
    where: 'Where',
    amount: 'Amount',
    people: 'People affected',
    done: 'Done so far',
    phoned: 'Phoned',
  },
  from: (unit, by, at) => `Reported by ${by} (${unit ?? 'belongs to no unit'}), ${at}`,
  unit: (unit) => unit ?? '(no unit)',
  state: { open: 'not acknowledged', acknowledged: 'acknowledged', closed: 'final report is in' },
  callYou: 'You are called now',
  callHow: 'To acknowledge, please press “Received”.',
  calledBecause: (minutes) => `Nobody acknowledged within ${count(minutes, 'minute')}, so it is your turn.`,
  called: (names) => `Called so far: ${names}`,
  nextCall: (at) => `If nobody acknowledges by ${at}, the next person is called.`,
  calledThrough:
    'Everybody was called three times and nobody acknowledged; please phone the office and the leaders now.',
  nextCallOfAll: (at) => `If nobody acknowledges by ${at}, everybody is called again.`,
  noNextCall: 'There is nobody further to call at present; please phone.',
  acknowledged: (by, at) => `Acknowledged by ${by} at ${at}`,
  joinedTo: (number) => `This is the same matter as ${number}; please look there from now on.`,
  isJoined: (number) => `Joined to ${number}`,
  joined: (numbers) => `Joined to this one: ${numbers}`,
  text: (title, where, what) => `${title}: ${where === '' ? '' : `${where}, `}${what}`,
  callText: (title, where, what) => `You are called now. ${incidents.text(title, where, what)}`,
  note: 'Open to the reporting unit, the office, leaders and inspectors only. It does not take the place of a phone call.',
  entry,
  takenTitle: (number, by, at) => `${number} is acknowledged by ${by}, ${at}`,
  entryTitle: (number, kind, other) =>
    kind === 'joined' && other !== null ? `${number} joined to ${other}` : `${number}: ${entry[kind]}`,
  entryBy: (by, at) => `${by}, ${at}`,
  timeline: 'Course of events',
  did: (number) => ({
    first: `${number} is reported`,
    called: `${number}: the next person is called`,
    acknowledged: `You have acknowledged ${number}`,
    follow_up: `The follow-up to ${number} is sent`,
    final: `The final report on ${number} is sent`,
    joined: `${number} is joined`,
  }),
  toldAtOnce: (names) => `Told at once: ${names}`,
  reachedNobody: 'Nobody could be told; please phone the office and the leaders now',
  keepPhoneFree: 'Please keep your phone free, and follow up when something changes.',
  list: (n) => count(n, 'incident'),
  listEmpty: 'There are no incidents.',
  listText: (n, open) => `${count(n, 'incident')}, ${open} of them not acknowledged`,
  homeTitle: (n) => `${count(n, 'incident')} without a final report`,
  forms: {
    titles: {
      incident: 'Serious incident',
      incident_follow_up: 'Follow-up',
      incident_final: 'Final report',
      incident_join: 'Join incidents',
    },
    submits: {
      incident: 'Report at once',
      incident_follow_up: 'Send',
      incident_final: 'Send',
      incident_join: 'Join',
    },
    phoneFirst: 'Phone first, write after',
    contact: (names) => `Please phone the office first: ${names}.`,
    noContact: 'Please phone the office of the leading group first.',
    unit: (unit) => `Reporting unit: ${unit}`,
    whichUnit: 'Reporting unit',
    noUnit: 'You belong to no unit; the report is taken all the same and marked so.',
    hints: {
      what: 'What happened and when; write what is known, the rest can follow',
      where: 'Street, building or name of the place',
      amount: 'May be left out if not known',
      people: 'May be left out if not known',
      done: 'Also what is under way',
      phoned: 'Whom you have phoned; write “none” if nobody answered',
    },
    followUp: 'Follow-up',
    followUpHint: 'What is new and what was done; no need to repeat the first report',
    final: 'Final report',
    finalHint: 'The outcome, what was done, what follows; this closes the incident',
    other: 'Which incident is the same matter',
    joinNote: 'Both are kept and marked as one matter; follow-ups then go to the other one.',
    choice: (number, where, what) => [number, where, what].filter((part) => part !== '').join(', '),
  },
  refusals: {
    noSuch: (typed) =>
      typed === ''
        ? 'There are no incidents.'
        : `No incident “${typed}” was found. You can write its number, as in: incident show 1.`,
    which: (verb) => `${buttons[verb]}: please choose an incident.`,
    notYours: (verb) => BELONGS[verb],
    acknowledged: (number, by, at) => `${number} was acknowledged by ${by} at ${at}; nothing more is needed.`,
    closed: (number) =>
      `The final report on ${number} is in, so it is closed. If something changes again, please report a new incident.`,
    joined: (number, to) => `${number} is joined to ${to}; please go on there.`,
    open: (number, verb) =>
      `Nobody has acknowledged ${number} yet. Please acknowledge it before “${buttons[verb]}”.`,
  },
};
