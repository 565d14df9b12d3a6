// English: the roster and what is changed of it.

import type { RosterWords } from '../catalog-roster.ts';
import { count as counted } from './words.ts';

export const roster: RosterWords = {
  head: { person: 'Name', role: 'Role', unit: 'Unit', phone: 'Phone', email: 'E-mail', note: 'Note' },
  found: (query, count) => `Roster, “${query}”: ${counted(count, 'line')}`,
  buttons: {
    change: 'Change',
    changeUnit: 'Change unit',
    newPerson: 'Add a person',
    newUnit: 'Add a unit',
    bind: 'Bind',
    unbind: 'Unbind',
    bindWhom: (name) => `Bind ${name}`,
  },
  choosePerson: 'Choose whom to change',
  warns: {
    leaves_office:
      '🟡 Once confirmed you are no longer of the office and cannot change anything; somebody else of the office would have to undo it.',
    leaves_roster: '🟡 Once confirmed you are no longer on the roster.',
  },
  account: (name) => `Slack account of ${name}: `,
  nobody: '(not bound, looked for by e-mail)',
  lastOfOffice: 'Somebody has to stay in the office. Please register a successor first.',
  unitInUse: (unit) =>
    `${unit} has people, reports or tasks by now, so that it was added cannot be undone. Please change the unit and give its last day.`,
  accountTaken: (holder) =>
    holder === null
      ? 'This account belongs to somebody of another campaign. Please check it, or register the e-mail instead.'
      : `This account is bound to ${holder}. Please unbind them first.`,
  notAnAccount: (typed) =>
    `“${typed}” is not a Slack account. Please choose one from the list or mention it with @.`,
  person: {
    name: 'Name',
    phone: 'Phone',
    email: 'E-mail',
    emailHint: 'The Slack account is looked for by it, and anew when it changes',
    language: 'Language',
    languages: { zh: '中文', en: 'English', slack: 'As in Slack' },
    end: 'End posts',
    endHint: 'The posts chosen end yesterday; their history is kept',
    role: 'New post',
    roleHint: 'Leave it out to add none',
    unit: 'Unit',
    unitHint: 'For liaisons, deputies and heads',
    note: 'To replace a liaison and hand over what is open, use “replace liaison”.',
  },
  unit: {
    name: 'Name',
    aliases: 'Aliases',
    aliasesHint: 'Separated by commas',
    kind: 'Kind',
    to: 'Last day',
    toHint: 'The unit owes nothing from the next day on; leave it out otherwise',
    note: 'Names and aliases must differ among all units.',
  },
  bind: {
    now: 'Bound to: ',
    nowNothing: 'Not bound',
    account: 'Slack account',
    accountHint: 'Choose a member of the workspace',
    email: 'Or another e-mail',
    emailHint: 'Looked for by this e-mail where no account is chosen',
    note: 'Once bound, what waits for them goes out.',
  },
};
