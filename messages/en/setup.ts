// English: setting up a campaign in chat.

import type { SetupWords } from '../catalog-setup.ts';

const or = (near: string | null): string => (near === null ? '' : ` Did you mean “${near}”?`);
const places = (count: number): string => (count === 1 ? '1 place' : `${count} places`);
const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const units = (count: number): string => (count === 1 ? '1 unit' : `${count} units`);

export const setup: SetupWords = {
  titles: {
    setup_basics: '① Basics',
    setup_units: '② Units',
    setup_people: '③ People',
    setup_duties: '④ Duties',
    setup_areas: '⑤ Areas',
  },
  submits: {
    setup_basics: 'Save',
    setup_units: 'Save',
    setup_people: 'Save',
    setup_duties: 'Save',
    setup_areas: 'Save',
  },
  steps: { basics: '① Basics', units: '② Units', people: '③ People', duties: '④ Duties', areas: '⑤ Areas' },
  stepStates: {
    empty: () => 'nothing yet',
    optional: () => 'may be left out',
    wrong: (problems) => `${places(problems)} to be put right`,
    done: () => 'filled in',
  },
  fields: {
    name: { label: 'Name of the campaign', placeholder: 'Internet finance clean-up' },
    group: { label: 'Name of the leading group' },
    office: { label: 'Unit of the office', hint: 'Where the leading group has its office' },
    from: { label: 'First day' },
    to: { label: 'Last day' },
    zone: { label: 'Time zone' },
    calendar: { label: 'Working days' },
    language: { label: 'Language of channels and bulletins', hint: 'Everybody sees their own language' },
    bulletin: { label: 'Channel for bulletins', hint: 'Its name; make it first and invite Duban to it' },
    officeChannel: {
      label: 'Channel of the office',
      hint: 'Its name; drafts and troubles are said there only',
    },
    hours: { label: 'Working hours' },
    units: {
      label: 'Units, one a line',
      hint: 'Name, other names, kind; only the name is needed. Kinds: member (the usual), county, association. A line with a kind alone holds for the lines below it.',
      placeholder: 'Public Security Bureau, police',
    },
    people: {
      label: 'People, one a line',
      hint: 'Unit, role, name, e-mail, phone in any order; a sheet can be pasted. Roles: liaison, deputy, head, office director, office staff, leader, deputy leader, inspector.',
      placeholder: 'police, liaison, Al Officer, al@example.com, 13800000001',
    },
    more: {
      label: 'More people',
      hint: 'What does not fit above; what does not fit here either, bring as a roster sheet afterwards.',
    },
    duties: { label: 'Duties' },
    weekday: { label: 'Weekly report due on' },
    time: { label: 'Weekly report due at', placeholder: '17:00' },
    filing: { label: 'Plan to be filed by', hint: 'If the filing of the plan is chosen' },
    final: { label: 'Final report by', hint: 'Left out: the last day' },
    figures: {
      label: 'Figures to be reported, one a line',
      hint: 'Name, what is counted; typed with the reports and summed by themselves',
      placeholder: 'Agencies checked, agencies',
    },
    areas: {
      label: 'Areas, one a line',
      hint: 'Name, lead unit; several for joint leads, and the office where none is named. Leave it out where there are no areas.',
      placeholder: 'Peer-to-peer lending, Banking Bureau',
    },
    phases: {
      label: 'Phases, one a line',
      hint: 'Name, last day; if stage reports are chosen',
      placeholder: 'Survey, 2016-06-30',
    },
  },
  chosenChannel: 'Make it first and invite Duban to it',
  calendars: { cn: 'Official Chinese calendar', weekdays: 'Monday to Friday' },
  languages: { zh: '中文', en: 'English' },
  weekdays: {
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
  },
  duties: {
    weekly: 'Weekly progress report of every unit; nil allowed',
    bulletin: 'Weekly bulletin of the office, from the weekly reports',
    consultation: 'Leading group meeting, on the 25th at 15:00',
    monthly: 'Monthly progress report of every unit, by the 10th',
    filing: 'Filing of the implementation plan, once',
    stage: 'Stage report of every unit, when a phase ends',
    final: 'Final report of every unit, once',
  },
  notes: {
    basics: 'All of it can be changed afterwards.',
    units: '3,000 characters hold about 100 units; for more, import a campaign file.',
    people:
      'People are found in Slack by e-mail, so type the one of their Slack account. At least one must be office director or office staff.',
    duties:
      'Reminders begin two working days before a deadline. Names and deadlines can be changed afterwards, the reminders in the settings.',
    areas: 'Tasks and reports can be looked at by area.',
  },
  faults: {
    missing: () => 'Please fill this in.',
    too_long: ({ length, most }) =>
      `${length} characters, ${most} at most. Shorten it; what does not fit, bring as a roster sheet afterwards.`,
    bad_date: ({ found }) => `“${found}” has no date; write like Survey, 2016-06-30.`,
    bad_time: ({ found }) => `“${found}” is no time; write like 17:00.`,
    ends_before_start: ({ found, first }) => `${found} is before the first day ${first}.`,
    bad_hours: ({ found }) => `“${found}” are no working hours; write like 08:30-17:30.`,
    repeated: ({ found, firstLine }) => `“${found}” stands in line ${firstLine} already; keep one of them.`,
    unknown_unit: ({ found, near }) =>
      `There is no unit “${found}”.${or(near) || ' Check it, or add it under ② Units first.'}`,
    no_unit: ({ found }) => `“${found}” has no unit; write a name from ② Units.`,
    no_role: ({ found }) =>
      `“${found}” has no role: liaison, deputy, head, office director, office staff, leader, deputy leader or inspector.`,
    no_name: ({ found }) => `“${found}” has no name.`,
    no_address: ({ found }) => `“${found}” has no e-mail; write that of their Slack account.`,
    bad_email: ({ found }) => `“${found}” is no e-mail; write like name@example.com.`,
    no_account: ({ found }) =>
      `“${found}” is a name that several people may have; write the e-mail of their Slack account.`,
    not_understood: ({ found }) => `“${found}” was not understood; delete it or put it right.`,
    no_office_people: () => 'Nobody is of the office; add an office director or office staff.',
    no_measure: ({ found }) => `“${found}” does not say what is counted; write like ${found}, agencies.`,
    no_phases: () => 'Stage reports are chosen, so the phases are needed.',
    unseen_channel: () =>
      'Duban cannot see this channel. Invite Duban to it first; if it is there, save again in a moment, or choose another.',
    no_weekly: () => 'The bulletin is made from weekly reports; choose the weekly report too.',
  },
  atLine: (line, problem) => `Line ${line}: ${problem}`,
  moreProblems: (count) => `${count} more; they are shown once these are put right.`,
  buttons: {
    begin: 'Set up a campaign',
    goOn: 'Go on setting up',
    fill: 'Fill in',
    change: 'Change',
    preview: 'Preview',
    found: 'Set up',
    anew: 'Start anew',
    file: 'Get as a file',
    guide: 'Back to the steps',
  },
  askAnew: {
    title: 'Start anew',
    text: 'Everything typed so far is given up and cannot be brought back.',
    confirm: 'Give it up',
    deny: 'Keep it',
  },
  greeting:
    'Hello, this is Duban: reports, reminders, bulletins and tasks for the office of a leading group. There is no campaign here yet.',
  greetingMay:
    'You administer this workspace and may set one up now: units, people and duties, step by step.',
  greetingOthers: 'An administrator of the workspace may set one up; you will hear of it then.',
  begun: 'What you typed last time is all there.',
  notYours: {
    first:
      'Where there is no campaign yet, an administrator of the workspace sets one up. Please talk to one.',
    another: 'A campaign is set up by the office director of one that exists.',
  },
  unsure:
    'Slack could not be asked just now whether you administer this workspace. Please try again in a moment.',
  title: 'Set up a campaign',
  intro:
    'The steps may be done in any order. What you type is kept, so you can go on tomorrow. Nothing starts before you have seen the preview.',
  saved: 'Saved.',
  anew: 'Given up; begin again.',
  wrong: (count) => `${places(count)} still to be filled in or put right`,
  wrongOf: (step, count) => `${step} (${places(count)})`,
  preview: (name) => `Preview: ${name}`,
  previewNote: 'Nothing of this holds yet. With “Set up” it does, and the reminders begin.',
  done: (name) => `The campaign “${name}” is set up`,
  doneNote:
    'Next, people are found in Slack by their e-mails; the office is told who is not. Reminders then go out by themselves.',
  group: (group, span) => (span === null ? group : `${group} · ${span}`),
  units: (count, names) => `${units(count)}: ${names}`,
  unit: (name, id) => `${name} (${id})`,
  people: (count, office) => `${people(count)}, of the office: ${office}`,
  areas: (count, names) => `${count === 1 ? '1 area' : `${count} areas`}: ${names}`,
  andPeople: (names, total) => `${names} and others, ${total} in all`,
  duty: (name, first, to, due) => `${name}: first reminder ${first} (${to}), due ${due}`,
  dutyLater: (name, due) => `${name}: due ${due}, with reminders before it`,
  dutyNever: (name) => `${name}: no deadline within a year`,
  first: 'Duties and their first reminders:',
  notFound: (count, names) =>
    `${people(count)} not found in Slack: ${names}. Check the e-mails, or ask them to join the workspace.`,
  unasked: 'Slack was not asked for everybody yet; that goes on afterwards.',
  channel: {
    absent: (channel) => `There is no channel “${channel}”; make it and invite Duban to it.`,
    not_joined: (channel) => `Duban is not in the channel “${channel}” yet; invite it.`,
    archived: (channel) => `The channel “${channel}” is archived; bring it back or name another.`,
  },
  starterAbsent:
    'You are not among the people and will not see this campaign. Add yourself under ③ People if you should.',
  fileNote: (name) => `The campaign file ${name}: keep it, or change it and import it.`,
};
