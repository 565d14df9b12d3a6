// English: supervised tasks, from dispatch to closing.

import type { TaskState } from '../../domain/task/things.ts';
import type { EntryWords, TaskFormWords, TaskWords } from '../catalog-tasks.ts';
import { count, words } from './words.ts';

export const taskForms: TaskFormWords = {
  problems: {
    unit_ended: ({ unit, on }, date) => `${unit} ended on ${date(on)}. Please choose another unit.`,
    not_a_unit: ({ typed, near }) =>
      `No unit “${typed}” was found. ${near === null ? 'Please give a name as it stands in the roster.' : `Did you mean ${near}?`}`,
    not_a_percent: ({ typed }) => `“${typed}” is no progress. Please give a whole number from 0 to 100.`,
    not_a_step: ({ typed }) =>
      `“${typed}” was not understood. One step a line: what, which unit, how long; for example: check 市工商局 5 working days.`,
    not_later: ({ typed, than }, date) =>
      `“${typed}” is not later than the deadline, ${date(than)}. Please choose a later day.`,
    evidence_wanted: ({ evidence }) =>
      `Closing wants evidence (${evidence}). Please write it down or attach a file.`,
  },
  titles: {
    task_new: 'New task',
    task_feed_back: 'Feed back',
    task_submit: 'Submit for review',
    task_step_done: 'Finish this step',
    task_extend: 'Ask for an extension',
    task_decide_extension: 'Answer the request',
    task_close: 'Close the task',
    task_return: 'Return the task',
    task_withdraw: 'Withdraw the task',
    task_reopen: 'Reopen the task',
    task_reassign: 'Reassign the task',
  },
  submits: {
    task_new: 'Dispatch',
    task_feed_back: 'Feed back',
    task_submit: 'Submit',
    task_step_done: 'Finish',
    task_extend: 'Ask',
    task_decide_extension: 'Answer',
    task_close: 'Close',
    task_return: 'Return',
    task_withdraw: 'Withdraw',
    task_reopen: 'Reopen',
    task_reassign: 'Reassign',
  },
  fromMessage: (permalink) => `Made from this message, which is kept as its source: ${permalink}`,
  title: 'Title',
  ask: 'What is asked',
  askHint: 'What is to be done and how far; the lead unit reads it word for word',
  lead: 'Lead unit',
  leadHint: 'There are many units; please type the name',
  helpers: 'Co-operating units',
  helpersHint: 'They feed back to the lead unit',
  namesHint: 'Names of units, parted by commas',
  dueOn: 'Deadline',
  dueOnHint: 'By the end of work that day; leave it out with steps, which set it',
  priority: 'Priority',
  priorityHint: 'To be signed for by the next working day; urgent ones within two hours',
  feedback: 'Feedback',
  feedbackNone: 'Not regularly',
  evidence: 'Evidence wanted',
  evidenceHint: 'What closing must show, such as photographs before and after; may be left out',
  area: 'Area',
  phase: 'Phase',
  source: 'Source',
  sourceText: 'Words of the source',
  sourceHint: 'Such as the clause of the plan or the words of the instruction',
  steps: 'Steps',
  stepsHint:
    'One a line; the first counts from the day after dispatch. For example: check 市工商局 5 working days',
  percent: 'Progress (%)',
  percentHint: (percent) => `A whole number from 0 to 100; it is ${percent} now`,
  progress: 'Progress',
  progressHint: 'What is done, what is left, what is difficult',
  submitText: 'What was done',
  submitHint: (evidence) => (evidence === null ? 'How far it was done' : `Evidence wanted: ${evidence}`),
  stepText: (step) => (step === null ? 'Result of this step' : `Result of “${step}”`),
  stepHint: 'The next step counts from the day after, and its unit is told',
  files: 'Files',
  until: 'Extend until',
  untilHint: (date) => `If left out: ${date}`,
  extendReason: 'Reason',
  extendProgress: 'Progress so far',
  extendNote: 'The deadline stands until the office has answered.',
  asked: (by, at, until) => `${by} asked on ${at} for an extension until ${until}, because:`,
  askedProgress: (text) => `Progress so far: ${text}`,
  answer: 'Answer',
  grant: 'Grant the extension',
  refuse: 'Refuse; the deadline stands',
  grantedUntil: 'Extend until',
  answerReason: 'Reason',
  answerReasonHint: 'Please give one when you refuse',
  closeText: 'Evidence',
  closeHint: (evidence) => (evidence === null ? 'May be left out' : `Wanted: ${evidence}`),
  reason: 'Reason',
  reasonHint: 'The lead unit reads it word for word',
  newDate: 'New deadline',
  newLead: 'New lead unit',
  withdrawNote: 'No more reminders; its number and its timeline are kept.',
  reassignNote: 'The whole timeline is kept; both units are told.',
};

const state: Record<TaskState, string> = {
  dispatched: 'to be signed for',
  in_progress: 'under way',
  in_review: 'in review',
  closed: 'closed',
  withdrawn: 'withdrawn',
};

const withProgress = (stands: string, percent: number): string =>
  percent === 0 ? stands : `${stands}, ${percent}% done`;
/** ` (was Fri 12 Aug)` */
const wasDue = ({ before }: EntryWords): string => (before === null ? '' : ` (was ${before})`);
const newDue = (entry: EntryWords): string =>
  entry.until === null ? '' : `, due ${entry.until}${wasDue(entry)}`;

const ENDS = {
  sign: 'No more reminders once it is signed for.',
  feedback: 'No more reminders this time once you have fed back.',
  submit: 'No more reminders once it is submitted for review.',
  review: 'No more reminders once it is reviewed.',
};
/** The post of those of the lead unit or of one that helps: which one is not known. */
const post = (role: keyof typeof words.recipients): string =>
  role === 'office' || role === 'office_director'
    ? words.recipients[role]
    : `${words.recipients[role]} of the lead unit or of one that helps`;
const withArticle = (role: keyof typeof words.recipients): string =>
  role === 'office' ? post(role) : `the ${post(role)}`;

export const tasks: TaskWords = {
  number: (year, no) => `Task No. ${no} [${year}]`,
  named: (no, title) => `${no}, ${title}`,
  cited: (no, title) => `${no} “${title}”`,
  state,
  priority: { normal: 'Normal', urgent: 'Urgent', most_urgent: 'Most urgent' },
  light: { green: 'on track', yellow: 'due soon', red: 'overdue' },
  source: {
    plan: 'Clause of the plan',
    decision: 'Decision of a consultation',
    instruction: 'Instruction of a leader',
    message: 'Message',
    inspection: 'Inspection',
    other: 'Other',
  },
  from: (source, text) => (text === '' ? `Source: ${source}` : `Source: ${source} (${text})`),
  verbs: {
    new: 'New task',
    list: 'All tasks',
    show: 'Show',
    sign: 'Sign for it',
    feed_back: 'Feed back',
    submit: 'Submit for review',
    step_done: 'Finish this step',
    extend: 'Ask for extension',
    decide_extension: 'Answer extension',
    close: 'Close',
    return: 'Return',
    reassign: 'Reassign',
    withdraw: 'Withdraw',
    reopen: 'Reopen',
  },
  length: ({ days, of }) => count(days, of === 'working' ? 'working day' : 'calendar day'),
  rhythm: (rhythm) => {
    if (rhythm.every === 'week') return 'Feedback weekly';
    return rhythm.days === 1 ? 'Feedback every working day' : `Feedback every ${rhythm.days} working days`;
  },

  now: (stands, asOf) => `Now${asOf === null ? '' : ` (${asOf})`}: ${stands}`,
  toSign: (by) => `to be signed for by ${by}`,
  signLate: (by) => `not signed for; it was wanted by ${by}`,
  underWay: (percent, isReturned) => withProgress(isReturned ? 'returned to the unit' : 'under way', percent),
  underWaySigned: (percent, by, at) => withProgress(`under way (signed for by ${by}, ${at})`, percent),
  feedbackOn: (date) => `next feedback ${date}`,
  feedbackLate: (date) => `feedback was wanted ${date}`,
  because: (reason) => `because: ${reason}`,
  askedUntil: (date) => `extension asked for until ${date}, not answered yet`,
  inReview: (percent) =>
    percent === 0 ? 'in review by the office' : `in review by the office, ${percent}% done`,
  closedAt: (at) => `closed, ${at}`,
  due: (due) => `due ${due}`,
  lightLeft: (left) => ({ green: `on track, ${left}`, yellow: `due soon, ${left}` }),
  ask: 'What is asked',
  helpers: (names) => `Co-operating: ${names}`,
  evidence: (evidence) => `Evidence wanted: ${evidence}`,
  place: (area, phase) =>
    [...(area === null ? [] : [`Area: ${area}`]), ...(phase === null ? [] : [`Phase: ${phase}`])].join(' · '),
  shortNotice: 'Given less than one working day before its deadline, so it does not count in scores',
  steps: 'Steps',
  step: (no, name, unit, length) => `${no}. ${name} (${unit}, ${length})`,
  stepDone: (at) => `finished ${at}`,
  stepDue: (date) => `under way, due ${date}`,
  stepPlanned: (date) => `not begun, expected ${date}`,
  made: (by, at) => `Dispatched by ${by}, ${at}`,
  signedBy: (by, at) => `Signed for by ${by}, ${at}`,
  timeline: 'Timeline',
  earlier: (n) => `${count(n, 'earlier entry').replace(/entrys$/, 'entries')} not shown`,

  happened: ({ unit, to, step }) => {
    const who = unit ?? 'The unit';
    return {
      dispatched: 'New task',
      signed: `${who} has signed for it`,
      fed_back: `${who} has fed back`,
      submitted: `${who} submits for review`,
      returned: 'Returned',
      closed: 'Closed',
      withdrawn: 'Withdrawn',
      reopened: 'Reopened',
      extension_asked: `${who} asks for an extension`,
      extension_granted: 'Extension granted',
      extension_refused: 'Extension refused',
      reassigned: `Reassigned to ${to ?? words.none}`,
      step_done: `“${step ?? words.none}” is finished, next ${to ?? words.none}`,
    };
  },
  titled: (happened, named) => `${happened}: ${named}`,
  entry: (kind, entry) => {
    switch (kind) {
      case 'dispatched':
        return `dispatched${newDue(entry)}`;
      case 'signed':
        return 'signed for it';
      case 'fed_back':
        return entry.percent === null ? 'fed back' : `fed back, ${entry.percent}% done`;
      case 'submitted':
        return 'submitted for review';
      case 'returned':
        return `returned${newDue(entry)}`;
      case 'closed':
        return 'closed';
      case 'withdrawn':
        return 'withdrew it';
      case 'reopened':
        return `reopened${newDue(entry)}`;
      case 'extension_asked':
        return `asked for an extension until ${entry.until ?? words.none}${wasDue(entry)}`;
      case 'extension_granted':
        return `granted an extension until ${entry.until ?? words.none}${wasDue(entry)}`;
      case 'extension_refused':
        return 'refused the extension; the deadline stands';
      case 'reassigned':
        return `reassigned from ${entry.from ?? words.none} to ${entry.to ?? words.none}${newDue(entry)}`;
      case 'step_done':
        return `finished “${entry.step ?? words.none}”${entry.to === null ? '' : `; next ${entry.to}`}${newDue({ ...entry, before: null })}`;
    }
  },
  by: (person, unit) => (unit === null ? person : `${person} (${unit})`),
  progress: (text) => `Progress so far: ${text}`,
  did: {
    dispatched: 'Dispatched',
    signed: 'Signed for',
    fed_back: 'Feedback received',
    submitted: 'Submitted for review',
    returned: 'Returned',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
    reopened: 'Reopened',
    extension_asked: 'Extension asked for',
    extension_granted: 'Extension granted',
    extension_refused: 'Extension refused',
    reassigned: 'Reassigned',
    step_done: 'Step finished',
  },

  dueTitle: (when, named) => `Due ${when}: ${named}`,
  overdueTitle: (overdue, named) => `Not closed, ${overdue}: ${named}`,
  overdueSince: (due) => `overdue since ${due}`,
  signTitle: (when, named) => `To be signed for by ${when}: ${named}`,
  signLateTitle: (by, named) => `Not signed for, wanted by ${by}: ${named}`,
  feedbackTitle: (when, named) => `Feedback wanted ${when}: ${named}`,
  feedbackLateTitle: (on, named) => `Feedback was wanted ${on}: ${named}`,
  reviewTitle: (named) => `Submitted and not reviewed yet: ${named}`,
  endedTitle: (unit, named) => `${unit} has ended; please reassign: ${named}`,
  lineSign: (when, what) => `Sign by ${when}: ${what}`,
  lineFeedback: (when, what) => `Feedback ${when}: ${what}`,
  lineReview: (what) => `To be reviewed: ${what}`,
  why: (role) => `You are ${withArticle(role)}.`,
  whyInstead: (role, name) => `${name} cannot be reached at present; this comes to you as ${post(role)}.`,
  whyOffice: 'You oversee this task.',
  whyAsked: 'You asked for an extension.',
  small: (why, ends, step) =>
    [why, ...(ends === null ? [] : [ENDS[ends]]), ...(step === null ? [] : [`(${step})`])].join(' '),

  list: 'Tasks',
  listText: (scope, n, at) => `${scope}: ${count(n, 'task')}, as of ${at}.`,
  nothing: 'There are no such tasks.',
  filter: { mine: 'of my units', extension: 'extension asked for', open: 'open', all: 'all' },
  counts: ({ open, unsigned, inReview, extensions }) =>
    [
      `Open ${open}`,
      ...(unsigned === 0 ? [] : [`not signed for ${unsigned}`]),
      ...(inReview === 0 ? [] : [`in review ${inReview}`]),
      ...(extensions === 0 ? [] : [`extensions asked for ${extensions}`]),
    ].join(' · '),
  lights: (red, yellow) =>
    [...(red === 0 ? [] : [`overdue ${red}`]), ...(yellow === 0 ? [] : [`due soon ${yellow}`])].join(' · '),
  more: (n) => `${n} more; add a unit, an area or “overdue” to see fewer.`,
  newestEnded: (n) =>
    `Of ended tasks only the newest ${n} were looked through; name a month, or the task’s number, for earlier ones.`,

  home: (n) => count(n, 'task'),
  mineText: (n, isOnly) => `${isOnly ? 'You have' : 'And you have'} ${count(n, 'task')}.`,
  counted: (label, n) => `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${n}`,
  fromReport: 'Make it a task',
  fromReportOf: (report) => `Make it a task: ${report}`,
  nothingOpen: 'No task is open.',
  board: 'Tasks',
  section: 'Supervised tasks',
  sectionOf: {
    new: (n) => `${n} new:`,
    closed: (n) => `${n} closed:`,
    overdue: (n) => `${n} overdue:`,
  },
  sectionLine: (named, unit) => `${named} (${unit})`,
  sectionMore: (n) => `${n} more`,

  noSuch: (typed) => `There is no task “${typed}”. Please give its number, as in: task show 12.`,
  which: (verb) => `${verb}: please choose the task.`,
  whichNone: (verb) =>
    `${verb}: please give its number, as in: task show 12. No task is open for it at present.`,
  notYours: (verb, lead) =>
    `${lead} leads this task; “${verb}” is for its liaison, deputy or head, and you are none of them.`,
  officeVerb: (verb) => `“${verb}” is for the office of the leading group.`,
  seeOnly: 'A task is open to the lead unit, those that help, the office, the leaders and the inspectors.',
  stateForbids: (cited, verb, stands) => `${cited} is ${stands}, so “${verb}” does not apply.`,
  overtaken: (named) => `${named} was decided about after you opened it. Please look at it first.`,
  lastDid: (by, at, did) => `${by}, ${at}: ${did}.`,
  tooLate: (named, due) =>
    `An extension is asked for before the deadline; ${named} was due ${due}. You can feed back, and submit it when it is done.`,
  pending: (named, until, by, at) =>
    `An extension until ${until} is asked for already: ${named} (${by}, ${at}). The office has not answered yet.`,

  forms: taskForms,
};
