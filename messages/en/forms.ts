// English: forms, and what is said at a field that is wrong.

import type { FormWords } from '../catalog-forms.ts';
import { badLinesText } from '../setting-lines.ts';
import { consultationForms } from './consultation-forms.ts';
import { incidents } from './incidents.ts';
import { roster } from './roster.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { taskForms } from './tasks.ts';
import { count } from './words.ts';

export const forms: FormWords = {
  titles: {
    ...taskForms.titles,
    ...consultationForms.titles,
    ...incidents.forms.titles,
    ...setup.titles,
    report: 'Report',
    nil: 'Nothing to report',
    return: 'Return',
    waive: 'Waive',
    dispute: 'Dispute',
    decide_dispute: 'Decide a dispute',
    bulletin_edit: 'Edit the bulletin',
    bulletin_correct: 'Correct the bulletin',
    leave: 'Leave',
    setting: 'Settings',
    replace_liaison: 'Replace the liaison',
    roster_person: 'Person',
    roster_unit: 'Unit',
    roster_bind: 'Slack account',
  },
  submits: {
    ...taskForms.submits,
    ...consultationForms.submits,
    ...incidents.forms.submits,
    ...setup.submits,
    report: 'File',
    nil: 'Nothing to report',
    return: 'Return',
    waive: 'Waive',
    dispute: 'Dispute',
    decide_dispute: 'Answer',
    bulletin_edit: 'Save',
    bulletin_correct: 'Publish',
    leave: 'Confirm',
    setting: 'Next',
    replace_liaison: 'Confirm',
    roster_person: 'Continue',
    roster_unit: 'Continue',
    roster_bind: 'Continue',
  },
  close: 'Cancel',
  problems: {
    ...taskForms.problems,
    bad_lines: (problem) => badLinesText(settings, problem),
    not_a_time: ({ typed }) => consultationForms.notATime(typed),
    required: () => 'Please fill this in.',
    not_a_number: ({ typed }) => `“${typed}” is not a number. Please type digits only, such as 12.`,
    negative: ({ typed }) => `“${typed}” is below zero. Please give zero or more.`,
    too_many_decimals: ({ typed, decimals }) =>
      decimals === 0
        ? `“${typed}” has decimals. Please give a whole number.`
        : `“${typed}” has too many decimals. At most ${decimals} are kept here.`,
    too_large: ({ typed }) => `“${typed}” is too large. Please check the unit of measure.`,
    not_a_date: ({ typed }) => `“${typed}” is not a date. Please write it as 2016-08-05.`,
    not_a_choice: ({ typed, choices }) => `“${typed}” is not one of ${choices.join(', ')}.`,
    too_long: ({ length, most }) =>
      `This has ${length} characters, more than ${most}. Please shorten it or attach a file.`,
    classified: ({ word }) =>
      `This contains “${word}”. Classified matter must not be entered here; please file it by the rules of secrecy.`,
    in_the_past: ({ typed }) => `“${typed}” is past. Please choose today or a later day.`,
    too_many_days: ({ days, most }) =>
      `This is ${days} days. A leave has at most ${most}; please correct the last day.`,
    too_far_ahead: ({ typed, latest }) =>
      `“${typed}” is too far ahead. The first day is ${latest} at the latest; please correct it.`,
    ends_before_start: ({ typed }) => `The last day, “${typed}”, is before the first. Please correct it.`,
    not_an_address: ({ typed }) =>
      `“${typed}” is not an e-mail address. Please write it as name@example.com.`,
    not_an_account: ({ typed }) => roster.notAnAccount(typed),
    account_taken: ({ holder }) => roster.accountTaken(holder?.name ?? null),
    not_a_stand_in: ({ typed }) =>
      `“${typed}” cannot stand in. Please choose somebody else of the same unit.`,
    says_else: ({ typed }) =>
      `“${typed}” says something else already, or is too short; questions would be misread. Please choose another name.`,
    known_under: ({ name }) => `On the roster this address belongs to ${name}. Please check name or address.`,
  },
  problemElsewhere: (field, problem) => `${field}: ${problem}`,
  about: (unit, titled) => `${unit} · ${titled}`,
  dueLine: (due, left) => `Due ${due} · ${left}`,
  choose: 'If you want to file something else:',
  choosePlaceholder: 'Choose what to file',
  choice: (unit, report) => `${unit}: ${report}`,
  filledFrom: {
    draft: 'Your draft, which was not filed, is back.',
    last_period: 'Figures and next steps of the last period are filled in. Please check them before filing.',
    filed: 'This is what was filed. Filing it again makes a correction; the earlier version is kept.',
    refused: 'Everything you typed is here. Please put right what is marked and file again.',
  },
  onBehalf: (unit) => `You are filing for ${unit}. The report will say so, and who phoned.`,
  phonedBy: 'Phoned in by',
  phonedByHint: 'Who of the unit reported it by phone',
  figure: (name, unit) => `${name} (${unit})`,
  figureBefore: (before, value) => `${before}: ${value}`,
  figureHint: (decimals) => (decimals === 0 ? 'A whole number' : `At most ${count(decimals, 'decimal')}`),
  offered: (title) => `Press the button to open the form: ${title}`,
  openOffered: 'Open the form',
  filesHint: 'Up to 10 files; nothing classified',
  filesKept: (names) => `Attached: ${names}`,
  tooManyFields: (n) => `${count(n, 'more field')} could not be shown; please talk to the office.`,
  pickDate: 'Choose a date',
  pickOne: 'Choose one',
  reason: 'Reason',
  reasonReturnHint: 'Say what is to be changed; the unit gets it word for word',
  reasonWaiveHint: 'Say why; it stands in the ledger',
  returnDate: 'To be filed again by',
  returnDateHint: (date) => `Left out: ${date}`,
  waiveNote: 'The unit gets no more reminders for this period and is not counted among those who owe it.',
  disputeText: 'What you object to',
  disputeHint: 'Facts and times; the office answers with a reason',
  disputeNote: 'A dispute comes before the bulletin is published. It and its answer stand in the ledger.',
  disputeSaid: (by) => `${by} says:`,
  upheld: 'Decision',
  upheldYes: 'Upheld: not counted as late or missed',
  upheldNo: 'Rejected: the record stands',
  decideReason: 'Reason for the answer',
  nilNote: (unit, report) => `${unit} has nothing to report: ${report}. It counts as reported.`,
  nilKept: 'Until the period closes it can be corrected to a full report.',
  overview: 'Overview',
  overviewHint: 'Left empty it is drafted from the ledger',
  problemsField: 'Problems',
  nextField: 'Next steps required',
  highlights: 'Highlights',
  highlightsHint: 'Chosen from what the units reported',
  correction: 'Correction',
  correctionHint: 'What was wrong and what is right; the bulletin itself stays as it is',
  leavePerson: 'Who is on leave',
  leaveFrom: 'First day',
  leaveTo: 'Last day',
  leaveDeputy: 'Stand-in',
  leaveDeputyHint: 'Somebody of the same unit; if left out, the deputy, then the head',
  leaveNote:
    'Meanwhile reminders go to the stand-in; without one, or if they are away too, to the deputy, then to the head.',
  unit: 'Unit',
  currentLiaison: (name) =>
    name === null ? 'There is no liaison at present.' : `Liaison at present: ${name}`,
  newName: 'Name of the new liaison',
  newEmail: 'E-mail of the new liaison',
  newEmailHint: 'The same as that of their Slack account',
};
