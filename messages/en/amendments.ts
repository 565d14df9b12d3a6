// English: changes of settings and roster.

import type { AmendmentWords } from '../catalog-amendments.ts';

export const amendments: AmendmentWords = {
  subjects: {
    language: 'language of the campaign',
    working_hours: 'working hours',
    quiet_days: 'quiet days',
    ladder: 'reminders',
    ranking: 'ranking by timeliness',
    holidays: 'holidays',
    unit: 'unit',
    person: 'person',
    liaison: 'hand-over of the liaison',
    binding: 'Slack account',
    roster_sheet: 'roster sheet',
  },
  states: { proposed: 'to be confirmed', made: 'made', dropped: 'dropped', undone: 'undone' },
  verbs: { make: 'Confirm', drop: 'Cancel', undo: 'Undo' },
  proposed: (subject, changes) =>
    `Please confirm: ${subject}, ${changes} ${changes === 1 ? 'change' : 'changes'}`,
  made: (subject, by, at) => `Changed: ${subject}, by ${by}, ${at}`,
  dropped: (subject) => `Cancelled: ${subject}. Nothing was changed`,
  undone: (subject, by, at) => `Undone: ${subject}, by ${by}, ${at}`,
  notYet: 'Holds once confirmed, and can be undone for 24 hours.',
  undoUntil: (at) => `Can be undone until ${at}.`,
  moreChanges: (hidden) => `${hidden} more ${hidden === 1 ? 'change' : 'changes'}; the log has all of them.`,
  recent: 'Recent changes',
  none: 'No recent changes.',
  line: (subject, state, at, by) => `${subject} · ${state} · ${at} · ${by}`,
  nothingChanges: (subject) => `Nothing to change: ${subject} is like that already.`,
  refused: (subject, problems) =>
    `Not saved: ${subject}. ${problems} ${problems === 1 ? 'thing needs' : 'things need'} mending:`,
  overtaken: (subject, entries) =>
    `Nothing was changed (${subject}): somebody changed ${entries} meanwhile. Please propose it again.`,
  over: (subject, state, verb) => `The change (${subject}) is ${state}; “${verb}” is no longer possible.`,
  expired: (subject, verb) =>
    `The change (${subject}) is more than 24 hours old; “${verb}” is no longer possible. Please propose it again.`,
};
