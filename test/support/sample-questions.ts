// Answers to questions in one's own words on Friday 2016-08-05 at 16:00, and why some are not answered. Typed by kind: a new
// answer or reason without a sample does not compile.

import type {
  AskOutcome,
  AskRefusal,
  Choice,
  ChoiceFacts,
  ChoiceGone,
  Covered,
  PageFacts,
  UnitTimeliness,
} from '../../domain/ask/facts.ts';
import type { WhoState } from '../../domain/ask/intents.ts';
import type { ObligationFacts } from '../../domain/facts.ts';
import { as, type CampaignId } from '../../domain/ids.ts';
import type { NoticeItem } from '../../domain/notice.ts';
import type { CommandName, Outcome } from '../../domain/outcome.ts';
import { at, on, period } from './builders.ts';
import {
  anObligation,
  CHECKED,
  FIGURES,
  FILED,
  filing,
  MOMENT,
  MONDAY,
  MONTH,
  NEXT_WEEK,
  ONCE,
  overdue,
  owedBy,
  PROBLEMS,
  UNITS,
  unit,
  WEEK,
  WEEKLY,
} from './sample-facts.ts';
import { foundOutcomes } from './sample-found.ts';
import { aHeatMap, someLines } from './sample-pictures.ts';
import { aTask, taskReminders } from './sample-tasks.ts';

type Of<K extends AskOutcome['kind']> = Extract<AskOutcome, { kind: K }>;
type QuestionSamples = { [K in AskOutcome['kind']]: Of<K>[] };

const CAMPAIGN = as<CampaignId>('loudi-2016');
const DUE_AT = at('2016-08-05 17:00');
const MISSING = ['gsj', 'gaj', 'swlsj', 'sfx'];
const LATE = { ...FILED, ...MONDAY, timeliness: 'late', filedAt: at('2016-08-06 10:20') } as const;
const LATE_TASK = aTask({
  ...MONDAY,
  light: 'red',
  overdue: true,
  dueAt: at('2016-08-05 17:30'),
  dueOn: on('2016-08-05'),
});
const SOON_TASK = aTask({
  no: 5,
  title: '约谈投资理财公司',
  light: 'yellow',
  dueAt: at('2016-08-10 17:30'),
  dueOn: on('2016-08-10'),
});

/** How the second screen of a list is asked for. */
const pageOf = (intent: string, from = 0): PageFacts => ({
  from,
  action: 'ask',
  again: { campaign: CAMPAIGN, reading: { intent } },
});

export const aWho = (state: WhoState, rows: ObligationFacts[], over: Partial<Of<'who'>> = {}): Of<'who'> => ({
  kind: 'who',
  ...MOMENT,
  state,
  area: null,
  duty: WEEKLY,
  period: WEEK,
  dueAt: DUE_AT,
  rows,
  of: 10,
  mayChase: false,
  ...over,
});

/** What came in on one day. */
const CAME_IN: Partial<Of<'who'>> = {
  cameIn: true,
  of: 0,
  periods: 2,
  period: { id: period(''), kind: 'days', from: on('2016-08-05'), to: on('2016-08-05') },
};

const everyUnit = (row: (id: string) => ObligationFacts): ObligationFacts[] =>
  Object.keys(UNITS)
    .filter((id) => id !== 'jrb')
    .map(row);
const nextWeek = {
  standing: 'upcoming',
  period: NEXT_WEEK,
  dueAt: at('2016-08-12 17:00'),
  dueOn: on('2016-08-12'),
} as const;

export const manyMissing = (count: number): ObligationFacts[] =>
  Array.from({ length: count }, (_, i) => owedBy(`unit-${i + 1}`));

const JULY_WEEKS: Covered = {
  whole: { ...MONTH, id: period('2016-07'), from: on('2016-07-01'), to: on('2016-07-31') },
  from: on('2016-06-27'),
  to: on('2016-07-31'),
  periods: 5,
};
const YEAR: Covered = {
  whole: { id: period(''), kind: 'days', from: on('2016-06-01'), to: on('2016-12-31') },
  from: on('2016-06-06'),
  to: on('2016-08-07'),
  periods: 9,
};

const who: Of<'who'>[] = [
  aWho(
    'missing',
    MISSING.map((id) => owedBy(id)),
    { mayChase: true },
  ),
  aWho('missing', [overdue('gsj', MONDAY), owedBy('gaj', { ...MONDAY, standing: 'returned' })], {
    ...MONDAY,
    area: 'P2P网络借贷',
    of: 3,
    mayChase: true,
  }),
  aWho('reported', [
    anObligation(FILED),
    owedBy('rmyh', FILED),
    owedBy('lxq', { ...FILED, nil: true }),
    owedBy('sfx', LATE),
  ]),
  aWho('late', [owedBy('sfx', LATE)], MONDAY),
  aWho('late', [], MONDAY),
  aWho('reported', [owedBy('sfx', LATE), owedBy('gsj', { ...LATE, period: NEXT_WEEK })], CAME_IN),
  aWho('late', [], CAME_IN),
  aWho('waived', [owedBy('xhx', { standing: 'waived', reason: '防汛抗灾，本周免报。' })]),
  aWho('late', [owedBy('sfx', LATE), owedBy('sfx', { ...LATE, period: NEXT_WEEK }), owedBy('gsj', LATE)], {
    ...MONDAY,
    period: MONTH,
    periods: 4,
    covers: JULY_WEEKS,
    of: 40,
  }),
  aWho('missing', [owedBy('gsj')], { units: [unit('gsj'), unit('gaj')], of: 2, mayChase: true }),
  aWho('missing', manyMissing(30), { of: 40, mayChase: true, page: pageOf('who', 12) }),
  aWho('missing', [filing(MOMENT)], { period: ONCE, dueAt: at('2016-06-15 17:30'), of: 1 }),
];

export const aDue = (over: Partial<Of<'due'>> = {}): Of<'due'> => ({
  kind: 'due',
  ...MOMENT,
  from: on('2016-08-08'),
  to: on('2016-08-14'),
  own: false,
  rows: [],
  tasks: [],
  ...over,
});

const due: Of<'due'>[] = [
  aDue({
    from: on('2016-08-01'),
    to: on('2016-08-14'),
    rows: [
      ...everyUnit((id) => owedBy(id, MISSING.includes(id) ? {} : FILED)),
      ...everyUnit((id) => owedBy(id, nextWeek)),
      owedBy('gaj', {
        duty: { ...WEEKLY, id: as('monthly'), name: '月度信息' },
        period: MONTH,
        dueAt: at('2016-08-10 17:30'),
        dueOn: on('2016-08-10'),
      }),
    ],
    tasks: [SOON_TASK],
  }),
  aDue({ own: true, rows: [anObligation(), anObligation(nextWeek)], tasks: [SOON_TASK] }),
  aDue({ own: true, from: null, to: on('2016-08-31'), rows: [] }),
  aDue({
    ...{ from: on('2016-07-01'), to: on('2016-09-30'), rows: [anObligation(nextWeek)] },
    phase: {
      id: period('phase:cleanup'),
      kind: 'phase',
      name: '清理整顿',
      from: on('2016-07-01'),
      to: on('2016-09-30'),
    },
  }),
  aDue({ from: on('2016-08-05'), to: on('2016-08-05'), units: [unit('gaj')], rows: [anObligation()] }),
];

export const anOverdue = (over: Partial<Of<'overdue'>> = {}): Of<'overdue'> => ({
  kind: 'overdue',
  ...MONDAY,
  light: null,
  own: false,
  rows: [],
  tasks: [],
  ...over,
});

const overdues: Of<'overdue'>[] = [
  anOverdue({ rows: [overdue('gsj', MONDAY), overdue('sfx', MONDAY), filing(MONDAY)], tasks: [LATE_TASK] }),
  anOverdue({ own: true, rows: [overdue('gsj', MONDAY)], tasks: [LATE_TASK] }),
  anOverdue({ light: 'yellow', area: 'P2P网络借贷', tasks: [SOON_TASK] }),
  anOverdue({ units: [unit('gaj')] }),
  anOverdue({
    rows: [overdue('gsj', MONDAY), overdue('sfx', MONDAY), filing(MONDAY)],
    tasks: [LATE_TASK, SOON_TASK],
    mayChase: true,
    page: pageOf('overdue'),
  }),
];

type Totals = Of<'figures'>['periods'][number];
const JULY: Totals = {
  period: { ...MONTH, id: period('2016-07'), from: on('2016-07-01'), to: on('2016-07-31') },
  totals: [{ ...CHECKED, total: 31, before: null }],
  reported: 1,
  due: 1,
};
const ofWeek = (no: number, from: string, to: string, total: number, before: number | null): Totals => ({
  period: { id: period(`2016-W${no}`), kind: 'week', from: on(from), to: on(to) },
  totals: [
    { ...CHECKED, total, before },
    { ...PROBLEMS, total: 19, before: before === null ? null : 19 },
  ],
  reported: 3,
  due: 3,
});

export const someFigures = (over: Partial<Of<'figures'>> = {}): Of<'figures'> => ({
  kind: 'figures',
  ...MOMENT,
  duty: WEEKLY,
  units: null,
  area: null,
  periods: [{ period: WEEK, totals: FIGURES, reported: 9, due: 10 }],
  ...over,
});

const figures: (Of<'figures'> & Pick<Outcome, 'readAs'>)[] = [
  someFigures(),
  someFigures({ units: [unit('yjfj')], periods: [JULY], covers: JULY_WEEKS }),
  someFigures({
    area: 'P2P网络借贷',
    periods: [
      { period: WEEK, totals: [], reported: 0, due: 3 },
      ofWeek(30, '2016-07-25', '2016-07-31', 75, 70),
      ofWeek(29, '2016-07-18', '2016-07-24', 70, null),
    ],
  }),
  someFigures({ periods: [] }),
  someFigures({
    units: [unit('gaj')],
    periods: [{ ...JULY, totals: [{ ...CHECKED, total: 31, before: 24 }] }],
  }),
  {
    ...someFigures({
      periods: [{ ...ofWeek(31, '2016-08-01', '2016-08-07', 40, null), due: 10, isComing: true }],
    }),
    readAs: { ...aChoice({ intent: 'figures', period: WEEK, figures: [CHECKED.name] }).asks, ...MOMENT },
  },
  someFigures({
    periods: [34, 33, 32, 31, 30].map((no, i) => ofWeek(no, '2016-08-01', '2016-08-07', 80 - i * 4, null)),
    sum: { ...ofWeek(34, '2016-06-01', '2016-12-31', 360, null), period: YEAR.whole },
    covers: YEAR,
    page: pageOf('figures'),
    picture: someLines(2, 5, { covers: YEAR }),
  }),
];

const tally = (id: string, late: number, missed = 0): UnitTimeliness => ({
  unit: unit(id),
  due: 5,
  onTime: 5 - late - missed,
  late,
  missed,
});

export const aTimeliness = (over: Partial<Of<'timeliness'>> = {}): Of<'timeliness'> => ({
  kind: 'timeliness',
  ...MOMENT,
  duty: WEEKLY,
  from: on('2016-07-04'),
  to: on('2016-08-05'),
  ranked: false,
  rows: [tally('rmyh', 0), tally('gsj', 1, 1), tally('gaj', 0), { ...tally('xhx', 0), due: 0, onTime: 0 }],
  ...over,
});

const timeliness: Of<'timeliness'>[] = [
  aTimeliness(),
  aTimeliness({
    ranked: true,
    rows: [tally('rmyh', 0), tally('gaj', 0), tally('sfx', 1), tally('gsj', 1, 1)],
  }),
  aTimeliness({ rows: [{ ...tally('gaj', 1), due: 6 }] }),
  aTimeliness({ rows: [] }),
  aTimeliness({
    rows: manyMissing(14).map(({ unit: one }, i) => ({ ...tally('gaj', i % 3, i % 2), unit: one })),
    page: pageOf('timeliness'),
    covers: JULY_WEEKS,
    picture: aHeatMap(10, 5, { covers: JULY_WEEKS }),
    mayExport: true,
  }),
];

const reminded: NoticeItem = {
  kind: 'reminder',
  obligation: anObligation({ now: at('2016-08-04 09:00') }),
  reminder: {
    step: 'eve',
    stepKind: 'before',
    why: { role: 'liaison', insteadOf: null },
    canFile: true,
    canSnooze: true,
    liaison: null,
    remindedOn: [],
  },
};

const calledAgain: NoticeItem = {
  ...reminded,
  obligation: anObligation({ now: at('2016-08-05 15:00') }),
  reminder: { ...reminded.reminder, step: 'last_call', stepKind: 'last_call', canSnooze: false },
};
const taskReminded: NoticeItem = {
  ...taskReminders[0]!,
  task: { ...SOON_TASK, now: at('2016-08-05 15:00'), dueAt: at('2016-08-10 17:30') },
};

const sent: Of<'sent'>[] = [
  {
    kind: 'sent',
    ...MOMENT,
    items: [
      { at: at('2016-08-05 15:00'), what: 'told', told: [calledAgain, taskReminded] },
      { at: at('2016-08-04 09:00'), what: 'told', told: [reminded] },
      { at: at('2016-08-01 10:20'), what: 'bulletin_head' },
    ],
  },
  { kind: 'sent', ...MOMENT, items: [] },
];

const NOT_OPEN = owedBy('gaj', nextWeek);
const notBegun: Of<'not_begun'>[] = [
  {
    kind: 'not_begun',
    ...MOMENT,
    campaign: CAMPAIGN,
    area: null,
    period: null,
    coming: [{ first: NOT_OPEN, opensAt: at('2016-08-08 00:00'), units: 10, periods: 1 }],
  },
  {
    kind: 'not_begun',
    ...MOMENT,
    campaign: CAMPAIGN,
    area: 'P2P网络借贷',
    units: [unit('gaj')],
    period: {
      id: period('phase:inspect'),
      kind: 'phase',
      name: '督查评估',
      from: on('2016-10-01'),
      to: on('2016-12-20'),
    },
    coming: [
      { first: NOT_OPEN, opensAt: at('2016-10-03 00:00'), units: 1, periods: 11 },
      {
        first: owedBy('gaj', { period: ONCE, standing: 'upcoming' }),
        opensAt: at('2016-10-03 00:00'),
        units: 1,
        periods: 1,
      },
    ],
  },
];

/** A reading that is offered; what is not said of it is left open. */
export function aChoice(over: Partial<ChoiceFacts>): Choice {
  const asks: ChoiceFacts = {
    intent: 'status',
    units: [],
    area: null,
    duty: null,
    period: null,
    days: null,
    state: null,
    figures: [],
    person: null,
    kind: null,
    query: null,
    no: null,
    command: null,
    ...over,
  };
  const { intent } = asks;
  return { asks, input: { campaign: CAMPAIGN, reading: { intent, units: asks.units.map(({ id }) => id) } } };
}

/** Every answer to a question in one's own words that no command gives already. */
export const questionOutcomes: QuestionSamples = {
  not_begun: notBegun,
  who,
  due,
  overdue: overdues,
  figures,
  timeliness,
  sent,
  found: foundOutcomes,
  clarify: [
    {
      kind: 'clarify',
      ...MOMENT,
      choices: [aChoice({ units: [unit('gsj')] }), aChoice({ units: [unit('swlsj')] })],
    },
    {
      kind: 'clarify',
      ...MOMENT,
      choices: [
        aChoice({ intent: 'who', duty: WEEKLY, period: WEEK, state: 'late' }),
        aChoice({ intent: 'figures', period: MONTH, figures: [CHECKED.name] }),
        aChoice({ intent: 'tasks', state: 'in_review', area: 'P2P网络借贷和股权众筹' }),
        aChoice({ units: [unit('gaj')], period: WEEK }),
        aChoice({ intent: 'latest', units: [unit('gaj')], period: WEEK }),
      ],
    },
    {
      kind: 'clarify',
      ...MOMENT,
      choices: [
        aChoice({ intent: 'search', query: '富民', kind: 'reports' }),
        aChoice({ intent: 'contact', units: [unit('gaj')], kind: 'liaison' }),
        aChoice({ intent: 'act', command: 'leave', person: '安警官' }),
        aChoice({ intent: 'due', days: { from: on('2016-08-08'), to: null } }),
        aChoice({ intent: 'bulletin', no: 9 }),
      ],
    },
  ],
};

const LIKELIEST: CommandName[] = ['missing', 'status', 'mine'];
const NEAR: Record<AskRefusal['reason'], CommandName[]> = {
  not_understood: LIKELIEST,
  out_of_scope: LIKELIEST,
  other_campaign: ['status'],
  before_campaign: ['status'],
  unknown_unit: ['status'],
  forbidden: ['mine', 'status'],
  smalltalk: LIKELIEST,
  injection: ['help'],
};

/** One for each reason not to answer, and those without anything to offer. */
export const questionRefusals: { not_read: AskRefusal[]; choice_gone: ChoiceGone[] } = {
  choice_gone: (['unreadable', 'unit', 'area', 'duty', 'phase', 'figure', 'person'] as const).map(
    (what): ChoiceGone => ({ kind: 'choice_gone', what }),
  ),
  not_read: [
    ...(Object.keys(NEAR) as AskRefusal['reason'][]).map(
      (reason): AskRefusal => ({
        kind: 'not_read',
        reason,
        near: NEAR[reason],
        contact: ['文书一', '金主任'],
      }),
    ),
    { kind: 'not_read', reason: 'forbidden', near: [], contact: [] },
    { kind: 'not_read', reason: 'not_understood', near: [], contact: [] },
  ],
};
