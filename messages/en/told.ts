// English: reminders, chases, notices and receipts.

import type { NoteWords, ReceiptWords, ToldWords } from '../catalog.ts';
import { count, words } from './words.ts';

const DUE = { report: 'Due', bulletin: 'To be published by', consultation: 'To be held by' };
const NOT_YET = { report: 'not yet filed', bulletin: 'not yet published', consultation: 'not yet held' };

const DONE = { report: 'filed', bulletin: 'published', consultation: 'held', other: 'done' };

/** Whose post it is: the office's people are named by their post alone. */
const post = (role: keyof typeof words.recipients, unit: string): string =>
  role === 'office' || role === 'office_director'
    ? words.recipients[role]
    : `${words.recipients[role]} of ${unit}`;
const postWithArticle = (role: keyof typeof words.recipients, unit: string): string =>
  role === 'office' ? post(role, unit) : `the ${post(role, unit)}`;

export const told: ToldWords = {
  dueTitle: (kind, when, titled) => `${DUE[kind]} ${when}: ${titled}`,
  dueLine: (unit, due, left) => `${unit} · due ${due} · ${left}`,
  overdueTitle: (kind, unit, report, due) =>
    `${unit}: ${report} is ${NOT_YET[kind]}; the deadline was ${due}`,
  overdueLine: (overdue, titled) => `${overdue} · ${titled}`,
  reminded: (liaison, on) => `The liaison, ${liaison}, was reminded on ${on}.`,
  notReminded: (liaison) => `The liaison, ${liaison}, has not been reminded yet.`,
  noLiaison: 'The unit has no liaison who can be reached at present.',
  shift: (earlier, from, by, to) =>
    `The deadline was ${from}; because of ${by || 'a day off'} it is ${earlier ? 'brought forward' : 'put off'} to ${to}.`,
  why: (role, unit) => `You are ${postWithArticle(role, unit)}.`,
  whyInstead: (role, unit, name) =>
    `${name} cannot be reached at present; this comes to you as ${post(role, unit)}.`,
  small: (whys, kind, step) =>
    [...whys, `No more reminders once it is ${DONE[kind]}.`, ...(step === null ? [] : [`(${step})`])].join(
      ' ',
    ),
  groupTitle: (titled, units, overdue, due) =>
    `${titled}: ${count(units, 'unit')} not yet filed; the deadline ${overdue ? 'was' : 'is'} ${due}`,
  groupUnit: (unit, detail) => `${unit}: ${detail}`,
  several: (todo, news) => {
    if (todo === 0) return `You have ${count(news, 'notice')}`;
    return news === 0
      ? `You have ${count(todo, 'thing')} to do`
      : `You have ${count(todo, 'thing')} to do and ${count(news, 'notice')}`;
  },
  severalText: (todo, news, first) => `${told.several(todo, news)}; first: ${first}`,
  lineOverdue: (overdue, what, due) => `${overdue}: ${what} · due ${due}`,
  lineSoon: (when, what, due) => `Due ${when}: ${what} · ${due}`,
  lineLater: (when, what) => `${when}: ${what}`,
  chaseTitle: (unit, report) => `Please file now: ${unit}, ${report}`,
  chaseLine: (by, due, left) => `Asked for by ${by} · due ${due} · ${left}`,
  returnedTitle: (unit, report, due) => `${unit}: ${report} was returned; please file again by ${due}`,
  returnedLine: (by) => `Returned by ${by}, because:`,
  waivedTitle: (unit, report) => `${unit}: ${report} is waived; nothing is to be filed`,
  waivedLine: (by) => `Waived by ${by}, because:`,
  deadlineTitle: (unit, report, due) => `${unit}: ${report} is now due ${due}`,
  deadlineLine: (from, due) =>
    `It was due ${from}, it is now due ${due}. This takes the place of earlier reminders.`,
  filedForYouTitle: (unit, report) => `The office has filed for ${unit}: ${report}`,
  filedForYouLine: (by, phonedBy) =>
    `Filed by ${by}, phoned in by ${phonedBy}. Please correct it if anything is wrong.`,
  lateReportTitle: (unit, report) => `Arrived after the period closed: ${unit}, ${report}`,
  lateReportLine: (at, by) => `Filed ${at} by ${by}. It is kept as a report after the period closed.`,
  disputeTitle: (unit, report) => `${unit} disputes how ${report} was counted`,
  disputeLine: (by) => `${by} says:`,
  decidedTitle: (unit, report, upheld) =>
    `${unit}: the dispute about ${report} was ${upheld ? 'upheld' : 'rejected'}`,
  decidedLine: (by) => `${by} answers:`,
  draftedTitle: (titled) => `${titled}: the draft is ready for review`,
  draftedLine: (due) => `To be published by ${due}`,
  unreachableTitle: (unit, titled) => `${unit} has nobody who can be reminded: ${titled}`,
  unreachableBecause: {
    unbound:
      'None of its people is bound to a Slack account. Please invite them to Slack or replace the liaison; if it is urgent, phone.',
    on_leave: 'Its liaison, deputy and head are all on leave. Please phone, or replace the liaison.',
    nobody: 'The roster has nobody for this unit. Please register a liaison.',
  },
  unboundTitle: (person, trouble) =>
    trouble === 'deactivated'
      ? `${person} cannot be reminded: the Slack account is deactivated`
      : `${person} cannot be reminded: no Slack account was found`,
  unboundLine: (unit, email, trouble) => {
    const who = [unit, email].filter((part) => part !== '').join(' · ');
    const todo =
      trouble === 'deactivated'
        ? 'Please replace the liaison.'
        : 'Please check the address and invite them to Slack, after which they are bound by themselves; or replace the liaison.';
    return who === '' ? todo : `${who}. ${todo}`;
  },
  channelTitle: (channel) => `Nothing can be sent to the channel “${channel}” at present`,
  channelBecause: (channel) => ({
    not_found: `There is no channel “${channel}”. Please create it, or correct its name in the campaign file.`,
    not_joined: `Duban is not in “${channel}”. Please type /invite @Duban there.`,
    archived: `“${channel}” is archived. Please restore it, or name another channel in the campaign file.`,
  }),
  refusedTitle: (to, what) => `A message could not be delivered to ${to}: ${what}`,
  refusedLine: (reason) => `Slack answered: ${reason}. Everything else goes on.`,
  databaseTitle: 'The database of Duban is not sound',
  databaseLine: (detail) =>
    `The check found: ${detail}. Please tell whoever runs Duban soon: stop it, keep the files, restore a backup.`,
  handedOverTitle: (unit, role, from, to) =>
    from === null
      ? `${unit}: ${to} is now the ${words.recipients[role]}`
      : `${unit}: ${to} takes over from ${from} as ${words.recipients[role]}`,
  standInTitle: (person, span, ended) =>
    ended ? `You no longer stand in for ${person} (${span})` : `Please stand in for ${person}, ${span}`,
  standInLine: (person) => `Meanwhile reminders for ${person} come to you, and you may report.`,
  handedOverLine: (open) =>
    open === 0 ? 'Nothing is owed at present.' : `${count(open, 'report')} owed go with it.`,
};

export const receipt: ReceiptWords = {
  title: (unit, report) => `Received from ${unit}: ${report}`,
  nilTitle: (unit, report) => `Received from ${unit}: ${report}, nothing to report`,
  againTitle: (unit, report, no) => `Received from ${unit}: ${report}, corrected (version ${no})`,
  detail: (at, by, phonedBy, timeliness) => {
    const who =
      phonedBy === null ? `filed by ${by}` : `filed by ${by} for the unit (phoned in by ${phonedBy})`;
    return [at, who, ...(timeliness === null ? [] : [timeliness])].join(', ');
  },
  correctUntil: (when) => `It can be corrected until ${when}.`,
  afterClose: 'The period had closed; it is kept as a late addition and the office has been told.',
  attachments: (n, names) => `${count(n, 'file')} attached: ${names}`,
  shownTitle: (unit, report) => `${unit}: ${report}`,
};

export const notes: NoteWords = {
  error: (id) =>
    `That did not work just now; what you typed is unchanged. Please try again. If it fails again, tell the administrator the number ${id}.`,
  loading: 'One moment, please.',
  sentPrivately: 'The answer was sent to the asker alone.',
  draftKept: (titled) => `Your draft is kept: ${titled}. You can go on next time you open it.`,
  close: 'Close',
};
