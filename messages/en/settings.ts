// English: settings.

import type { SettingWords } from '../catalog-settings.ts';

const WHY: Record<Parameters<SettingWords['badLine']>[2], string> = {
  hours: 'write from and to, such as 08:30-17:30',
  span: 'begin with a day, such as 2016-08-20 or 2016-08-20 to 2016-08-22',
  range: 'no such day, or the end comes before the start',
  long: 'too many days; at most 92 of quiet days, 31 of a holiday',
  name: 'what it is for may have 40 characters at most',
  many: 'too many lines (quiet days 40, steps 30); please take out what is not needed',
  step: 'begin with when: 1 working day before 09:00, 2 hours before, at the deadline, 1 working day after 09:00',
  recipient: 'say whom to remind: liaison, deputy liaison, head, office staff, office director',
  mark: 'say off or work (or remove)',
  imported: 'an imported notice settles this day, and it is the notice that counts',
};

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export const settings: SettingWords = {
  title: (campaign) => `${campaign} · Settings`,
  hours: 'Working hours',
  quietDays: 'Quiet days',
  ranking: 'Ranking by timeliness',
  rankingOn: 'on',
  rankingOff: 'off',
  holidays: 'Holidays',
  language: 'Language of the campaign',
  reminders: 'Reminders',
  none: 'none',
  noticeDays: (count) =>
    count === 0 ? 'the national calendar' : `${counted(count, 'day')} by this campaign's own notice`,
  steps: (duty, count, isUsual) => `${duty} ${counted(count, 'step')}${isUsual ? ' (usual)' : ''}`,
  edit: (setting) => `Change ${setting.toLowerCase()}`,
  rankOn: 'Turn ranking on',
  rankOff: 'Turn ranking off',
  campaignIn: (language) => `Campaign in ${language}`,
  recent: 'Recent changes',
  forms: {
    working_hours: {
      title: 'Working hours',
      label: 'From and to',
      hint: 'Such as 08:30-17:30. A deadline without a time is at the end of them.',
      note: 'The hours of reminders (working days 08:30–18:00) stay as they are.',
    },
    quiet_days: {
      title: 'Quiet days',
      label: 'A line for each: days, what for',
      hint: 'Such as 2016-08-20 to 2016-08-22 power cut. Leave empty for none.',
      note: 'Nothing is said unasked on these days but incidents; reminders move, deadlines do not.',
    },
    ladder: {
      title: 'Reminders',
      label: 'A line for each step: when: whom',
      hint: 'Such as 1 working day before 09:00: liaison, deputy liaison. “usual” for the usual steps, “none” for no reminders.',
      note: 'What was sent already stays.',
    },
    holidays: {
      title: 'Holidays',
      label: 'A line for each: days, off or work, name',
      hint: 'Such as 2027-02-06 to 2027-02-12 off 春节; 2027-02-20 work 春节; “remove” takes a day out. A notice file may be pasted.',
      note: 'For this campaign alone. Open deadlines are reckoned again; whoever was reminded is told.',
    },
  },
  submit: 'Next',
  stepAt: (at) => {
    switch (at.kind) {
      case 'deadline':
        return 'at the deadline';
      case 'hours':
        return `${counted(Math.abs(at.hours), 'hour')} ${at.hours < 0 ? 'before' : 'after'}`;
      case 'working_days':
        return `${counted(Math.abs(at.days), 'working day')} ${at.days < 0 ? 'before' : 'after'} ${at.time}`;
    }
  },
  step: (at, recipients) => `${at}: ${recipients}`,
  between: 'to',
  usual: 'usual',
  off: 'off',
  work: 'work',
  badLine: (no, typed, why) => `Line ${no} “${typed}”: ${WHY[why]}. `,
  badLines: (lines, hidden) =>
    hidden > 0 ? `${lines}${counted(hidden, 'more line')} to mend.` : lines.trimEnd(),
};
