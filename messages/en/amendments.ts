// English: changes of settings and roster.

import type { AmendmentWords } from '../catalog-amendments.ts';
import { sheets } from './sheets.ts';
import { count } from './words.ts';

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
  handOver: (unit, from, to, since) => `Liaison of ${unit}: ${from ?? '(nobody)'} → ${to}, from ${since}`,
  handsOver: ({ all, returned, overdue }, drafts, tasks) => {
    const among = [
      ...(returned > 0 ? [`${returned} returned`] : []),
      ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ];
    const parts = [
      ...(all > 0 ? [`${count(all, 'report')} due${among.length > 0 ? ` (${among.join(', ')})` : ''}`] : []),
      ...(drafts > 0 ? [count(drafts, 'unfinished draft')] : []),
      ...(tasks === '' ? [] : [`tasks: ${tasks}`]),
    ];
    return parts.length === 0
      ? 'Nothing is open at present.'
      : `Handed over with it: ${parts.join('; ')}. Both will be told.`;
  },
  unitEnd: {
    title: (unit, on) => `The last day of ${unit} is ${on}. Open with it now:`,
    leads: (number, tasks) =>
      `Leads ${count(number, 'open task')}: ${tasks}. They stay with the unit, and from the working day after the office is reminded each day until they are reassigned.`,
    helps: (number, tasks) =>
      `Co-operates in ${count(number, 'open task')}, or has a later step: ${tasks}. The lead unit goes on with them.`,
    owed: (number, reports) =>
      `Owes ${count(number, 'report')}: ${reports}. Due by the last day, they are still to be filed.`,
    waived: (number) =>
      `${count(number, 'report')} due after the last day will be waived once this is confirmed.`,
    areas: (areas) => `Leads areas: ${areas}. Please name another lead unit in the campaign file.`,
    nothing: 'No open tasks, and no reports owed.',
    showTasks: 'Tasks of the unit',
  },
  notYet: 'Holds once confirmed, and can be undone for 24 hours.',
  undoUntil: (at) => `Can be undone until ${at}.`,
  moreChanges: (hidden) => `${hidden} more ${hidden === 1 ? 'change' : 'changes'}.`,
  recent: 'Recent changes',
  none: 'No recent changes.',
  line: (subject, state, at, by) => `${subject} · ${state} · ${at} · ${by}`,
  nothingChanges: (subject) => `Nothing to change: ${subject} is like that already.`,
  refused: (subject, problems) =>
    `Not saved: ${subject}. ${problems} ${problems === 1 ? 'thing needs' : 'things need'} mending:`,
  overtaken: (subject, entries) =>
    `Nothing was changed (${subject}): somebody changed ${entries || 'it'} meanwhile. Please propose it again.`,
  over: (subject, state, verb) => `The change (${subject}) is ${state}; “${verb}” is no longer possible.`,
  expired: (subject, verb) =>
    `The change (${subject}) is more than 24 hours old; “${verb}” is no longer possible. Please propose it again.`,
  sheets,
};
