// English: answers to questions in one's own words.

import type { QuestionWords } from '../catalog-questions.ts';
import { count } from './words.ts';

const state: QuestionWords['state'] = {
  missing: 'not reported',
  reported: 'reported',
  on_time: 'on time',
  late: 'late',
  nil: 'with nothing to report',
  returned: 'returned',
  waived: 'waived',
};

function who(asked: keyof typeof state, n: number, of: number, counted: 'units' | 'reports'): string {
  const noun = counted === 'units' ? 'unit' : 'report';
  if (of === 0) return counted === 'units' ? 'no unit had to report' : 'no report was due';
  if (of === 1 && n === 1) return `1 ${noun} due, ${state[asked]}`;
  if (n === 0) return `none of ${count(of, noun)} ${state[asked]}`;
  return n === of ? `all ${of} ${noun}s ${state[asked]}` : `${n} of ${of} ${noun}s ${state[asked]}`;
}

export const questions: QuestionWords = {
  own: 'your units',
  everybody: 'all units',
  text: (scope, said, at) => `${scope}: ${said}, as of ${at}.`,
  alone: (said) => `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
  more: {
    items: (n) => `${count(n, 'more item')}`,
    units: (n) => `${count(n, 'more unit')}`,
    periods: (n) => `${count(n, 'more period')}`,
  },
  moreNames: (names, hidden) => `${names} and ${hidden} more`,
  chaseUnit: (unit) => `Chase ${unit}`,
  state,
  who,
  cameIn: (asked, n) => {
    const what = asked === 'nil' || asked === 'late' ? `${asked} report` : 'report';
    const when = asked === 'on_time' ? ' on time' : '';
    return n === 0 ? `no ${what} came in${when}` : `${count(n, what)} came in${when}`;
  },
  unitNote: (unit, note) => `${unit} (${note})`,
  dueOn: (date) => `Due ${date}`,
  dueWithin: (span) => `Due ${span}`,
  duePhase: (name, span, end, isOver) => `Due in ${name} (${span}, ${isOver ? 'ended' : 'ends'} ${end})`,
  dueBy: (date) => `Due by ${date}`,
  dueFrom: (date) => `Due from ${date}`,
  dueAny: 'What falls due',
  overdue: { all: 'Overdue', red: 'Red: overdue', yellow: 'Yellow: due soon', green: 'Green: on track' },
  nothing: {
    due: 'nothing falls due',
    all: 'nothing is overdue',
    red: 'nothing is red',
    yellow: 'nothing is yellow',
    green: 'nothing is green',
  },
  counted: (reports, filed, tasks) =>
    [
      ...(reports === 0 ? [] : [`${count(reports, 'report')}${filed === 0 ? '' : ` (${filed} filed)`}`]),
      ...(tasks === 0 ? [] : [count(tasks, 'task')]),
    ].join(', '),
  dueUnits: (n) => `to come from ${count(n, 'unit')}`,
  noReports: 'no reports yet, so no figures',
  noFigures: 'this report has no figures',
  noPeriods: 'no period falls within that time',
  changeNote: (isMonth) =>
    isMonth
      ? 'In parentheses: the change from the month before; months may differ in their number of periods.'
      : 'In parentheses: the change from the period before.',
  stillComing: 'More reports may come, so there is no comparison yet.',
  figureTitle: (duty) => `Figures of ${duty}`,
  timelinessTitle: (duty) => `Timeliness of ${duty}`,
  covered: (whole, periods, span) => `${count(periods, 'period')} of ${whole} (${span})`,
  belongs: (whole) =>
    whole === 'month' || whole === 'phase'
      ? `A period belongs to the ${whole} in which its deadline falls.`
      : 'Periods whose deadlines fall on these days are counted.',
  sum: 'In all',
  ahead: {
    notBegun: (named, periods) => (periods ? `no period of ${named} has begun` : `${named} has not begun`),
    opens: (date) => `open from ${date}`,
    first: (period) => `first: ${period}`,
    units: (n) => `${count(n, 'unit')} will report`,
    periods: (n) => `${count(n, 'period')} in all`,
  },
  tally: ({ due, onTime, late, missed, owed }, percent) =>
    percent === null
      ? 'nothing was due'
      : [
          `due ${due} · on time ${onTime} · late ${late} · missed ${missed}`,
          ...(owed === 0 ? [] : [`overdue ${owed}`]),
          `${percent}% on time`,
        ].join(' · '),
  inAll: (units) => `${count(units, 'unit')} in all`,
  allOnTime: (units, names) => `Always on time, ${count(units, 'unit')}: ${names}`,
  place: (no, unit) => `${no}. ${unit}`,
  nobodyDue: 'no unit had to report',
  formula:
    'Share on time = periods filed on time ÷ periods due; waived ones and time lost by the office do not count.',
  ranked: 'The office has turned ranking on; equal shares share a place.',
  notRanked: 'Not ranked; in the order of the roster.',
  sent: (n, cut) => `${count(n, cut ? 'latest message' : 'message')} sent to you`,
  latest: (title) => `the latest “${title}”`,
  sentNothing: 'nothing was sent to you in this time',
  whichUnit: 'Which unit do you mean?',
  whichReading: 'Which of these do you want to know?',
  found: {
    title: (query) => (query === '' ? 'Search' : `Search for “${query}”`),
    where: { reports: 'reports', tasks: 'tasks', decisions: 'consultations' },
    from: (date) => `from ${date}`,
    until: (date) => `until ${date}`,
    count: (of, isMore) =>
      isMore ? `more than ${of} places found` : of === 1 ? '1 place found' : `${of} places found`,
    after: (said) => `: ${said}`,
    part: (from, to) => ` (${from}–${to})`,
    nothing: 'nothing found',
    noWords: 'no words to look for',
    what: {
      report: (unit, report) => `${unit} · ${report}`,
      task: (named) => named,
      entry: (named) => `${named} · timeline`,
      minutes: (meeting) => `${meeting} · minutes`,
      topic: (meeting, unit) => `${meeting} · topic${unit === null ? '' : ` (${unit})`}`,
      decision: (meeting, unit) => `${meeting} · decision${unit === null ? '' : ` (${unit})`}`,
    },
    looked: (where, own) =>
      `Looked through ${
        {
          all: 'the newest versions of reports, tasks with their timelines, topics and published minutes',
          reports: 'the newest versions of reports',
          tasks: 'tasks with their timelines',
          decisions: 'topics, decisions and published minutes of consultations',
        }[where]
      }${own ? ', as far as they are your unit’s or open to all' : ''}.`,
    advice: (isNarrow) =>
      `Try fewer words or characters: two Chinese characters suffice, English words are looked for whole, and several words must all be there.${
        isNarrow ? ' You may also leave out unit, time and place.' : ''
      }`,
    everywhere: 'Look everywhere',
    unusable: 'Please write what to look for, such as: search P2P.',
    more: (left, isMore) => (isMore ? 'More' : `More (${left} left)`),
  },
  notRead: {
    out_of_scope: 'This is not in the ledger. You can ask about reports, tasks, consultations and bulletins.',
    other_campaign: 'This is not about this campaign; answers here come from its ledger only.',
    before_campaign: 'That was before this campaign began; the ledger has no record of it.',
    unknown_unit: 'The unit you name is not on the roster. Please use its full or short name.',
    forbidden: 'What you want to see or to do is not open to your roles.',
    smalltalk:
      'Hello. You can ask about reports, tasks, consultations and bulletins, such as “who has not reported” or “what is due next week”.',
    injection:
      'Questions are answered from the ledger here; other instructions in a message are not followed.',
    not_understood: 'The question was not understood.',
  },
  askOffice: 'You can ask the office of the leading group.',
  examples: 'Try: who has not reported, what is due next week, how does the police bureau stand.',
};
