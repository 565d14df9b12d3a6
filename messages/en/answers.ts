// English: the bulletin, answers to questions, refusals and Home.

import type { MessageContent } from '../../domain/message-content.ts';
import type { NoticeItem } from '../../domain/notice.ts';
import type { AnswerWords, BulletinWords, HomeWords, RefusalWords } from '../catalog-answers.ts';
import { count, words } from './words.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const bulletin: BulletinWords = {
  title: (duty, no) => (no === null ? duty : `${duty} No. ${no}`),
  parts: {
    overview: '1. Overview',
    units: '2. Units',
    highlights: '3. Highlights',
    next: '4. Problems and next steps',
  },
  counts: (period, due, onTime, late, nil, missing) => {
    const share = due === 0 ? '' : ` (${onTime.percent}%${onTime.before === '' ? '' : `, ${onTime.before}`})`;
    const nils = nil === 0 ? '' : `, ${nil} with nothing to report`;
    const lead = period === '' ? '' : `${capital(period)}: `;
    return `${lead}${count(due, 'unit')} due, ${onTime.count} on time${share}${nils}, ${late} late, ${missing} missing.`;
  },
  beforePercent: (before, percent) => `${before} ${percent}%`,
  missing: (names) => `Missing: ${names}`,
  late: (names) => `Late: ${names}`,
  waived: (names) => `Waived: ${names}`,
  nobodyMissing: 'Every unit has reported.',
  disputed: (unit, dispute) => `${unit} (disputed: ${dispute})`,
  folded: 'The full text, every unit and the next steps are in the replies.',
  overview: 'Overview',
  problems: 'Problems',
  next: 'Next steps required',
  highlights: 'Highlights',
  draftedNext: (missing, late) => {
    if (missing > 0)
      return 'Units that have not reported file without delay and say why; the others go on reporting in time.';
    return late > 0
      ? 'Units that were late report in time; the others keep it up.'
      : 'All units go on reporting in time.';
  },
  noHighlights: 'None chosen this time.',
  correction: (duty, no, correction) => `${bulletin.title(duty, no)}, correction ${correction}`,
  correctionBy: (by, at) => `${by}, ${at}. The bulletin itself is unchanged; this correction prevails.`,
  state: {
    drafted: 'Draft, not approved. Its numbers follow the ledger until approval fixes them.',
    approved: (by, at) => `Approved by ${by}, ${at}. Its numbers are fixed; it is not yet published.`,
    published: (by, at) => `Published by ${by}, ${at}.`,
  },
  did: {
    read: 'Published bulletin',
    preview: 'Preview of the bulletin',
    edited: 'Changes are saved',
    approved: 'The bulletin is approved',
    published: 'The bulletin is published',
    corrected: 'The correction is published',
  },
  due: (due) => `To be published by ${due}`,
  confirmPublish: {
    title: 'Publish the bulletin',
    text: 'It cannot be taken back, only corrected.',
    confirm: 'Publish',
    deny: 'Not yet',
  },
  text: (title, counts) => `${title}. ${counts}`,
};

const REHEARSED: Record<NoticeItem['kind'] | MessageContent['kind'], string> = {
  reminder: 'reminder',
  chase: 'chase',
  returned: 'report returned',
  waived: 'report waived',
  deadline_changed: 'new deadline',
  filed_for_you: 'filed by the office',
  receipt: 'receipt',
  late_report: 'report after the period closed',
  dispute_filed: 'dispute',
  dispute_decided: 'answer to a dispute',
  bulletin_drafted: 'bulletin draft',
  bulletin_head: 'bulletin',
  bulletin_part: 'part of a bulletin',
  bulletin_correction: 'correction of a bulletin',
  told: 'notice',
  unit_unreachable: 'nobody can be reminded',
  person_unbound: 'not bound to Slack',
  channel_trouble: 'channel cannot be written to',
  delivery_refused: 'not delivered',
  database_trouble: 'database not sound',
  handed_over: 'new liaison',
  stand_in: 'standing in',
  task: 'news of a task',
  task_reminder: 'reminder of a task',
  consultation: 'consultation',
  topic: 'topic of a consultation',
  incident: 'incident',
};

const VERBS: Record<string, string> = {
  report: 'filed',
  nil: 'filed nothing to report',
  chase: 'chased',
  return: 'returned',
  accept: 'accepted',
  waive: 'waived',
  dispute: 'disputed',
  decide_dispute: 'answered a dispute',
  note: 'noted',
  leave: 'entered leave',
  replace_liaison: 'replaced the liaison',
  roster_unit: 'changed a unit',
  roster_person: 'changed a person',
  binding: 'bound an account',
  amendment_make: 'changed settings or roster',
  amendment_undo: 'undid a change',
  import: 'imported the campaign file',
  export: 'exported',
  bulletin_edit: 'edited the bulletin',
  bulletin_approve: 'approved the bulletin',
  bulletin_publish: 'published the bulletin',
  bulletin_correct: 'corrected the bulletin',
  leave_cancelled: 'ended leave',
  language: 'changed the language',
  import_notice: 'imported a holiday notice',
  task_new: 'dispatched a task',
  task_sign: 'signed for a task',
  task_feed_back: 'fed back',
  task_submit: 'submitted a task for review',
  task_step_done: 'finished a step',
  task_extend: 'asked for an extension',
  task_grant: 'granted an extension',
  task_refuse: 'refused an extension',
  task_close: 'closed a task',
  task_return: 'returned a task',
  task_withdraw: 'withdrew a task',
  task_reopen: 'reopened a task',
  task_reassign: 'reassigned a task',
  consultation_topic: 'proposed a topic',
  consultation_decline_topic: 'declined a topic',
  consultation_agenda: 'edited the agenda',
  consultation_issue: 'issued the agenda',
  consultation_move: 'moved a consultation',
  consultation_cancel: 'cancelled a consultation',
  consultation_attend: 'will attend',
  consultation_excuse: 'sent apologies',
  consultation_minutes: 'wrote the minutes',
  consultation_approve: 'approved the minutes',
  incident: 'reported an incident',
  incident_acknowledged: 'acknowledged an incident',
  incident_follow_up: 'followed up an incident',
  incident_final: 'made the final report on an incident',
  incident_joined: 'joined an incident',
};

const LOGGED: AnswerWords['logged'] = {
  labels: {
    no: 'no.',
    year: 'year',
    phonedBy: 'phoned by',
    reason: 'reason',
    dueOn: 'due',
    text: 'text',
    upheld: 'upheld',
    rows: 'rows',
    what: 'what',
    source: 'source',
    changes: 'changes',
    days: 'days',
    from: 'from',
    to: 'to',
    deputy: 'stand-in',
    name: 'name',
    undone: 'undone',
    title: 'title',
    lead: 'lead unit',
    unit: 'unit',
    fromUnit: 'lead unit before',
    toUnit: 'lead unit',
    until: 'until',
    before: 'until then',
    progress: 'progress',
    percent: 'progress',
    step: 'step',
    instead: 'comes instead',
    decisions: 'decisions',
    agenda: 'agenda',
    language: 'language',
    startsAt: 'begins',
    endsAt: 'ends',
    place: 'place',
    minutes: 'minutes',
  },
  values: { roster: 'roster', chat: 'set up in chat', zh: 'Chinese', en: 'English', slack: 'as in Slack' },
  items: (n) => count(n, 'item'),
  yes: 'yes',
  no: 'no',
};

export const answers: AnswerWords = {
  mine: 'My duties',
  mineText: (owed) => `You owe ${count(owed, 'report')}.`,
  nothingOwed: (units) =>
    units === '' ? 'You owe nothing at present.' : `${units}: nothing is owed at present.`,
  owedLine: (unit, due) => `${unit} · due ${due}`,
  filedLately: 'Filed lately',
  filedLine: (what, at, how) => `${what} · ${at} · ${how}`,
  statusHead: (left) => ` (${left})`,
  due: (due, reported, nil) =>
    `Due ${due} · reported ${reported}${nil === 0 ? '' : ` (${nil} with nothing to report)`}`,
  missingNames: (n, names) => `Missing ${n}: ${names}`,
  allReported: 'All have reported',
  waivedCount: (n) => `Waived ${n}`,
  lateNames: (n, names) => `Late ${n}: ${names}`,
  statusText: (titled, due, reported, missing, at) =>
    `${titled}: ${due} due, ${reported} reported, ${missing} missing, as of ${at}.`,
  missingTitle: (titled) => `Not yet filed: ${titled}`,
  unitStatus: (unit) => `Reporting of ${unit}`,
  unitStatusText: (unit, said, at) => `Reporting of ${unit}${said === '' ? '' : `: ${said}`}, as of ${at}.`,
  standsAs: (report, standing) => `${report} ${standing}`,
  standingCount: (standing, count) => `${count} ${standing}`,
  noRows: 'Nothing is owed at present.',
  deadline: (due) => `due ${due}`,
  noContent: '(not filled in)',
  olderVersions: 'Earlier versions',
  nothingFiled: (unit, report) =>
    report === null ? `${unit} has filed nothing yet.` : `${unit} has not filed ${report} yet.`,
  chased: (units, names) => `Chased ${count(units, 'unit')}: ${names}`,
  chasedNobody: 'Nobody was to be chased',
  chaseLater: (at) => `It is outside reminder hours; it goes out ${at}.`,
  chaseNow: 'The reminders are on their way.',
  chaseSkipped: (names) => `Chased within the last two hours, so not again: ${names}`,
  chasedAt: (unit, at) => `${unit} (${at})`,
  chaseUnreachable: (names) => `Nobody can be reached, please phone: ${names}`,
  returned: (unit, report, due) => `Returned to ${unit}: ${report}, to be filed again by ${due}.`,
  accepted: (unit, report) => `Accepted from ${unit}: ${report}.`,
  waived: (unit, report) => `Waived for ${unit}: ${report}. No more reminders.`,
  disputed: (unit, report) =>
    `The dispute of ${unit} about ${report} is received; you will be told the office's answer.`,
  disputeDecided: (unit, report, upheld) =>
    `The dispute of ${unit} about ${report} is ${upheld ? 'upheld' : 'rejected'}. The unit has been told.`,
  noted: (unit, report) =>
    `Noted: ${unit}, ${report}. The next reminder will not come to you; the last call before the deadline will.`,
  cannotNote: (unit, report) =>
    `This reminder cannot be skipped: ${unit}, ${report}. Reminders end once it is filed.`,
  roster: (unit) => (unit === null ? 'Roster' : `Roster of ${unit}`),
  rosterNote: 'Phone numbers are masked; you see your own in full.',
  rosterNoPhones: 'The roster has no phone number here.',
  rosterEmpty: 'There is nobody on the roster.',
  unbound: 'not bound to Slack',
  onLeaveUntil: (date, standIn) =>
    `on leave until ${date}${standIn === null ? '' : `, ${standIn} stands in`}`,
  standInAway: (name) => `${name} is on leave that day, too; reminders go to whom the unit has.`,
  leaveSet: (person, span, cancelled) =>
    cancelled ? `The leave of ${person} is cancelled (${span}).` : `Leave of ${person} is entered: ${span}.`,
  leaveStanding: (span, standIn) => (standIn === null ? span : `${span}, covered by ${standIn}`),
  leaveMet: (person, standing, asked, overlaps) =>
    `${person} has leave already (${standing}), which ${overlaps ? 'overlaps' : 'touches'} ${asked}. Nothing is entered yet; please choose:`,
  leaveChoices: {
    merge: (span) => `Make it one: ${span}`,
    replace: (span) => `Only ${span} instead`,
    beside: (span) => `Enter ${span} beside it`,
  },
  leaveTold: (names) => `Meanwhile reminders go to ${names}.`,
  rehearsal: (span, n) => `Rehearsal, ${span}: ${count(n, 'message')} will be sent`,
  rehearsalNothing: 'Nothing is to be sent in this time.',
  rehearsalNote: (more) =>
    more === 0
      ? 'Only a rehearsal, nothing was sent. It follows the ledger as it is; filing a report cancels its reminders.'
      : `${more} more are not shown; run duban rehearse for the full list. Only a rehearsal, nothing was sent.`,
  rehearsedTo: (names, n) => (n > 1 ? `${names} (${n} people)` : names),
  rehearsedDue: (due) => `due ${due}`,
  rehearsedWhy: (role, step) => (role === null ? step : `${step}, as ${words.roles[role]}`),
  what: (kind) => (REHEARSED as Record<string, string>)[kind] ?? kind,
  exported: (rows) => `The ledger is exported, ${count(rows, 'row')}.`,
  audit: (object, lines) =>
    object === null
      ? `Audit log: the last ${count(lines, 'line')}`
      : `Audit log of ${object}: the last ${count(lines, 'line')}`,
  auditNothing: 'There are no entries.',
  verb: (verb) => VERBS[verb] ?? verb,
  logged: LOGGED,
  settings: (language) => `Your language: ${language}`,
  settingsDid: (language) => `Your language is now: ${language}`,
  languages: { zh: '中文', en: 'English', slack: 'that of Slack' },
  help: 'Commands you may use',
  helpText: 'These are the commands you may use.',
  helpNote: 'Type them after /duban, in a direct message, or after @Duban; Chinese and English both work.',
};

export const refusals: RefusalWords = {
  unknownPerson:
    'Your Slack account is not on the roster. Please ask the office of the leading group to register your e-mail address; then you can start.',
  noCampaign: 'No campaign is imported yet. Please ask the administrator to run duban import.',
  unknownCommand: (typed) => `There is no command “${typed}”.`,
  didYouMean: 'You may have meant:',
  unknownUnit: (typed, near) =>
    `No unit “${typed}” was found.${near === null ? '' : ` Did you mean ${near}?`}`,
  ambiguousUnit: (typed) => `“${typed}” can be several units. Please choose:`,
  unknownDuty: (typed, near) =>
    `No duty “${typed}” was found.${near === null ? '' : ` Did you mean ${near}?`}`,
  unknownPeriod: (typed) =>
    `“${typed}” is not a period. Try week 31, 2016-W31, 2016-08, this week or last week.`,
  unknownWord: (typed, usage) => `“${typed}” was not understood. Try: ${usage}.`,
  unknownMember: (typed, near) =>
    `“${typed}” is not on the roster.${near === null ? '' : ` Did you mean ${near}?`}`,
  whichUnit: (command) => `${command}: please choose the unit.`,
  whichObligation: (command) => `${command}: please choose which report.`,
  ask: (contact) => `You can ask the office (${contact}).`,
  officeOnly: (command) => `“${command}” is for the office of the leading group.`,
  notYourUnit: (unit) => `Only the liaison and deputy of ${unit} file for it, and you are neither.`,
  contentNotYours:
    'What other units report is open to the unit itself, the office, the leaders and the inspectors.',
  contentInstead: (contact) =>
    contact === ''
      ? 'You can look at the status.'
      : `You can look at the status, or ask the office (${contact}).`,
  noRoleFor: (command) => `Your roles do not include “${command}”.`,
  nothingOwed: (units) =>
    units === ''
      ? 'You owe nothing at present.'
      : `${units}: nothing is owed at present, so there is nothing to file.`,
  nilNotAllowed: (unit, report) =>
    `${unit}: ${report} cannot be answered with nothing to report. Please fill in the report.`,
  notOwed: (unit, report, standing) => `${unit}: ${report} is ${standing}; nothing needs to be done.`,
  nothingToDecide: (unit, report, command, standing) =>
    `${unit}: ${report} is ${standing}, so “${command}” does not apply.`,
  noSuchObligation: (unit, report) =>
    unit === null ? `There is no ${report} in this campaign.` : `${unit} does not owe ${report}.`,
  gone: 'What this message is about is no longer in the ledger; the campaign file may have changed. Please look at your present duties.',
  alreadyDecided: (unit, report, by, at, standing) =>
    `${unit}: ${report} was settled by ${by}, ${at}; it is ${standing}.`,
  notLate: (unit, report) =>
    `${unit}: ${report} is not counted as late or missed, so there is nothing to dispute.`,
  disputeTooLate: (unit, report, no) =>
    `${unit}: ${report} stands in bulletin No. ${no}, so the time for disputes is over. If it is wrong, please ask the office for a correction.`,
  nobodyToChase: (report) => `${report}: every unit has reported, so there is nobody to chase.`,
  chasedLately: (lines) => `One thing is chased at most once in two hours; already chased: ${lines}`,
  classified: (word) =>
    `This contains “${word}”. Classified matter must not be entered here; please file it by the rules of secrecy. Nothing was kept.`,
  noBulletin: (next) =>
    next === null
      ? 'There is no bulletin at present.'
      : `There is no bulletin at present; the next is drafted ${next}.`,
  bulletinState: (title) => ({
    approve_first: `${title} is not approved yet. Please approve it before publishing.`,
    already_approved: `${title} is approved and fixed. It can be published, and corrected afterwards.`,
    already_published: `${title} is published; it can only be corrected.`,
    not_published: `${title} is not published yet; it can simply be edited.`,
  }),
  badDays: (typed, most) => `“${typed}” is not a number of days. Please give 1 to ${most}.`,
  badRange: (typed) =>
    `“${typed}” is not a first and a last day. Please write 2016-08-08 2016-08-12, the last not before the first.`,
  formProblems: 'A few things need to be put right; everything you typed is kept.',
  busy: 'Many people were at it at once and nothing was written. Please try again.',
};

export const home: HomeWords = {
  title: 'Duban',
  roles: (roles) => `You are ${roles}`,
  owed: (n) => `${count(n, 'report')} owed`,
  nothingOwed: 'Nothing is owed.',
  filed: 'Filed lately',
  board: 'How reporting stands',
  red: 'overdue',
  onTrack: 'under way',
  done: 'all have reported',
  bulletins: 'Bulletins',
  bulletinState: {
    drafted: 'draft, to be approved',
    approved: 'approved, to be published',
    published: 'published',
  },
  disputes: 'Disputes to be answered',
  troubles: 'To be mended',
  troublePeople: (names) => `Not bound to Slack, cannot be reminded: ${names}`,
  troubleChannels: (names) => `Channels that cannot be written to: ${names}`,
  commands: 'What you can do',
  error: 'Home cannot be shown just now',
};
