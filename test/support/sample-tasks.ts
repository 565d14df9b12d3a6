// Tasks of the sample campaign in August 2016, in every state, with their timelines; and all that is said of them.
// Typed by kind: a new entry, verb or form without a sample does not compile.

import type { UnitFacts } from '../../domain/facts.ts';
import { as, type CampaignId, taskId } from '../../domain/ids.ts';
import type { NoticeItem, Why } from '../../domain/notice.ts';
import type { AskFormFacts, HomeFacts, Outcome, Refusal } from '../../domain/outcome.ts';
import type {
  TaskCounts,
  TaskEntryFacts,
  TaskFacts,
  TaskForm,
  TaskLine,
  TaskProblem,
  TaskSection,
  TaskVerb,
} from '../../domain/task/facts.ts';
import type { TaskEntryKind } from '../../domain/task/things.ts';
import { at, on } from './builders.ts';
import { CAMPAIGN_NAME, MOMENT, MONDAY, unit } from './sample-facts.ts';

const CAMPAIGN = as<CampaignId>('loudi-2016');
const LIAISON: Why = { role: 'liaison', insteadOf: null, unit: unit('gsj').id };
const HEAD: Why = { role: 'head', insteadOf: null, unit: unit('gsj').id };
const MAY_LEAD: TaskVerb[] = ['show', 'feed_back', 'submit', 'extend'];
const MAY_OFFICE: TaskVerb[] = ['show', 'decide_extension', 'reassign', 'withdraw'];

/** 督办〔2016〕3号, signed for and under way, due on Friday 2016-08-19; seen on Friday 2016-08-05 at 16:00. */
export function aTask(over: Partial<TaskFacts> = {}): TaskFacts {
  const no = over.no ?? 3;
  return {
    ...MOMENT,
    id: taskId(CAMPAIGN, 2016, no),
    campaign: CAMPAIGN,
    campaignName: CAMPAIGN_NAME,
    year: 2016,
    no,
    title: '整改虚假广告',
    ask: '对辖区内投资理财类虚假广告逐一核查，8月19日前全部整改到位。',
    source: { kind: 'instruction', text: '周正组长8月1日批示' },
    area: null,
    phase: null,
    lead: unit('gsj'),
    helpers: [],
    priority: 'normal',
    feedback: null,
    feedbackOn: null,
    evidence: null,
    dueAt: at('2016-08-19 17:30'),
    dueOn: on('2016-08-19'),
    provisional: false,
    shortNotice: false,
    state: 'in_progress',
    light: 'green',
    overdue: false,
    signBy: at('2016-08-02 17:30'),
    signedBy: '尚工商',
    signedAt: at('2016-08-02 09:20'),
    percent: 60,
    extension: null,
    steps: [],
    returned: null,
    closedAt: null,
    createdAt: at('2016-08-01 10:00'),
    createdBy: '文书一',
    ...over,
  };
}

const UNSIGNED = {
  state: 'dispatched',
  signBy: at('2016-08-08 17:30'),
  signedBy: null,
  signedAt: null,
  percent: 0,
  createdAt: at('2016-08-05 15:50'),
} as const;
const FULL = {
  area: 'P2P网络借贷',
  phase: '清理整顿',
  helpers: [unit('gaj'), unit('jrb')],
  priority: 'urgent',
  feedback: { every: 'working_days', days: 3 },
  feedbackOn: on('2016-08-10'),
  evidence: '整改前后照片、当事人承诺书',
} as const;
const SOON = { ...MONDAY, light: 'yellow', dueAt: at('2016-08-09 17:30'), dueOn: on('2016-08-09') } as const;
const LATE = {
  ...MONDAY,
  light: 'red',
  overdue: true,
  dueAt: at('2016-08-05 17:30'),
  dueOn: on('2016-08-05'),
} as const;
const ASKING = {
  extension: {
    until: on('2016-08-26'),
    reason: '两家公司负责人出差，8月22日才能约谈。',
    progress: '12条已整改9条。',
    by: '尚工商',
    at: at('2016-08-05 11:00'),
  },
} as const;
const CLOSED = { state: 'closed', light: null, percent: 100, closedAt: at('2016-08-05 15:30') } as const;

const full = (over: Partial<TaskFacts> = {}): TaskFacts =>
  aTask({ ...FULL, helpers: [...FULL.helpers], ...over });
/** A chain of three steps, in the second of them. */
const chain = (over: Partial<TaskFacts> = {}): TaskFacts =>
  aTask({
    no: 7,
    title: '机构退出公示',
    lead: unit('jrb'),
    ...UNSIGNED,
    dueAt: at('2016-08-20 17:30'),
    dueOn: on('2016-08-20'),
    steps: [
      {
        name: '初验',
        unit: unit('gsj'),
        length: { days: 3, of: 'working' },
        dueOn: on('2016-08-04'),
        standing: 'done',
        doneAt: at('2016-08-05 15:50'),
      },
      {
        name: '公示',
        unit: unit('jrb'),
        length: { days: 15, of: 'natural' },
        dueOn: on('2016-08-20'),
        standing: 'current',
        doneAt: null,
      },
      {
        name: '签发',
        unit: unit('rmyh'),
        length: { days: 2, of: 'working' },
        dueOn: on('2016-08-23'),
        standing: 'waiting',
        doneAt: null,
      },
    ],
    ...over,
  });

const entry = (kind: TaskEntryKind, over: Partial<TaskEntryFacts> = {}): TaskEntryFacts => ({
  no: 1,
  kind,
  unit: null,
  by: '文书一',
  at: at('2016-08-05 15:50'),
  text: '',
  percent: null,
  until: null,
  before: null,
  progress: null,
  fromUnit: null,
  toUnit: null,
  step: null,
  files: [],
  ...over,
});
const OF_UNIT = { unit: unit('gsj'), by: '尚工商' };
const EXTENDED = { until: on('2016-08-26'), before: on('2016-08-19') };

/** One entry of every kind, and the task as it then stands. */
const entries: { [K in TaskEntryKind]: { entry: TaskEntryFacts; task: TaskFacts } } = {
  dispatched: { entry: entry('dispatched', { until: on('2016-08-19') }), task: full(UNSIGNED) },
  signed: { entry: entry('signed', OF_UNIT), task: aTask({ percent: 0 }) },
  fed_back: {
    entry: entry('fed_back', {
      ...OF_UNIT,
      percent: 60,
      text: '12条虚假广告已整改9条，其余3条的公司负责人下周约谈。',
      files: [
        { id: 'F1', name: '整改照片.zip' },
        { id: 'F2', name: '清单.xlsx' },
      ],
    }),
    task: full(),
  },
  submitted: {
    entry: entry('submitted', { ...OF_UNIT, text: '12条全部整改到位。' }),
    task: aTask({ state: 'in_review', percent: 100 }),
  },
  returned: {
    entry: entry('returned', {
      text: '第7条仍可在网站看到，请核实。',
      until: on('2016-08-22'),
      before: on('2016-08-19'),
    }),
    task: aTask({
      returned: '第7条仍可在网站看到，请核实。',
      dueAt: at('2016-08-22 17:30'),
      dueOn: on('2016-08-22'),
    }),
  },
  closed: { entry: entry('closed', { text: '照片齐全，抽查3处属实。' }), task: aTask(CLOSED) },
  withdrawn: {
    entry: entry('withdrawn', { text: '与督办〔2016〕2号重复。' }),
    task: aTask({ state: 'withdrawn', light: null }),
  },
  reopened: {
    entry: entry('reopened', { text: '群众反映广告重新出现。', until: on('2016-08-19') }),
    task: aTask({ percent: 0 }),
  },
  extension_asked: {
    entry: entry('extension_asked', {
      ...OF_UNIT,
      ...EXTENDED,
      text: ASKING.extension.reason,
      progress: ASKING.extension.progress,
    }),
    task: aTask(ASKING),
  },
  extension_granted: {
    entry: entry('extension_granted', { ...EXTENDED, text: '同意，请按时完成。' }),
    task: aTask({ dueAt: at('2016-08-26 17:30'), dueOn: on('2016-08-26') }),
  },
  extension_refused: { entry: entry('extension_refused', { text: '可先书面约谈。' }), task: aTask() },
  reassigned: {
    entry: entry('reassigned', {
      text: '涉案线索较多，改由公安牵头。',
      fromUnit: unit('gsj'),
      toUnit: unit('gaj'),
      until: on('2016-08-19'),
    }),
    task: aTask({ ...UNSIGNED, lead: unit('gaj') }),
  },
  step_done: {
    entry: entry('step_done', {
      ...OF_UNIT,
      text: '初验合格。',
      step: '初验',
      fromUnit: unit('gsj'),
      toUnit: unit('jrb'),
      before: on('2016-08-04'),
      until: on('2016-08-20'),
    }),
    task: chain(),
  },
};

/** To the unit what comes from the office, to the office what comes from the unit. */
const MAY: Partial<Record<TaskEntryKind, TaskVerb[]>> = {
  dispatched: ['show', 'sign', 'feed_back', 'submit', 'extend'],
  reassigned: ['show', 'sign', 'feed_back', 'submit', 'extend'],
  step_done: ['show', 'sign', 'feed_back', 'step_done', 'extend'],
  returned: MAY_LEAD,
  reopened: MAY_LEAD,
  extension_granted: MAY_LEAD,
  extension_refused: MAY_LEAD,
  submitted: ['show', 'close', 'return', 'withdraw'],
  extension_asked: MAY_OFFICE,
  fed_back: ['show', 'reassign', 'withdraw'],
};

type OfNotice<K extends NoticeItem['kind']> = Extract<NoticeItem, { kind: K }>;

const told = (kind: TaskEntryKind, over: Partial<OfNotice<'task'>> = {}): OfNotice<'task'> => {
  const may = MAY[kind] ?? ['show'];
  const isToOffice = entries[kind].entry.unit !== null && kind !== 'step_done';
  return { kind: 'task', ...entries[kind], why: isToOffice ? null : LIAISON, may, ...over };
};

/** News of every kind; and cards that were made again after more had happened. */
export const taskNews: OfNotice<'task'>[] = [
  ...(Object.keys(entries) as TaskEntryKind[]).map((kind) => told(kind)),
  // The first card again, once the task is closed.
  told('dispatched', { task: full({ ...CLOSED, feedbackOn: null }), may: ['show'] }),
  // Again, overdue and returned.
  told('dispatched', { task: full({ ...LATE, returned: '第7条仍可在网站看到。' }), may: MAY_LEAD }),
  // Again, on another day than it was told.
  told('dispatched', { task: full(MONDAY), may: MAY_LEAD, toldAt: at('2016-08-05 15:50') }),
  told('dispatched', {
    task: aTask({ ...UNSIGNED, shortNotice: true, priority: 'most_urgent' }),
    why: { role: 'deputy', insteadOf: '尚工商', unit: unit('gsj').id },
  }),
  told('fed_back', {
    entry: entry('fed_back', { unit: unit('gaj'), by: '安警官', text: '已移送线索2条。' }),
    why: LIAISON,
    may: MAY_LEAD,
  }),
  told('extension_granted', { why: null }),
];

const reminder = (
  stepKind: OfNotice<'task_reminder'>['stepKind'],
  step: string,
  task: TaskFacts,
  over: Partial<OfNotice<'task_reminder'>> = {},
): OfNotice<'task_reminder'> => ({
  kind: 'task_reminder',
  task,
  step,
  stepKind,
  why: LIAISON,
  may: MAY_LEAD,
  ...over,
});
const SIGNING: { may: TaskVerb[] } = { may: ['show', 'sign', 'feed_back'] };

/** Every step of a task's ladder. */
export const taskReminders: OfNotice<'task_reminder'>[] = [
  reminder('before', 'soon', aTask({ ...SOON, dueAt: at('2016-08-11 17:30'), dueOn: on('2016-08-11') })),
  reminder('last_call', 'eve', aTask(SOON)),
  reminder('overdue', 'overdue', aTask({ ...LATE, now: at('2016-08-05 17:30') }), { why: HEAD }),
  reminder('escalation', 'overdue_1', aTask(LATE)),
  reminder('escalation', 'overdue_2', aTask({ ...LATE, ...ASKING, now: at('2016-08-09 09:00') }), {
    why: { role: 'office_director', insteadOf: null },
    may: MAY_OFFICE,
  }),
  reminder('sign', 'sign', aTask({ ...MONDAY, ...UNSIGNED }), SIGNING),
  reminder('sign_overdue', 'sign_overdue', aTask({ ...UNSIGNED, now: at('2016-08-08 17:31') }), {
    ...SIGNING,
    why: HEAD,
  }),
  reminder('feedback', 'feedback_2016-08-08', full({ ...MONDAY, feedbackOn: on('2016-08-08') })),
  reminder('feedback', 'feedback_2016-08-05', full({ ...MONDAY, feedbackOn: on('2016-08-05') })),
  reminder('review', 'review', aTask({ ...MONDAY, state: 'in_review', percent: 100 }), {
    why: { role: 'office', insteadOf: null },
    may: ['show', 'close', 'return'],
  }),
  reminder('unit_ended', 'unit_ended_2016-08-08', aTask({ ...MONDAY, lead: unit('xhx') }), {
    why: { role: 'office', insteadOf: null, unit: unit('xhx').id },
    may: MAY_OFFICE,
  }),
  // Made again after its cause was gone.
  reminder('unit_ended', 'unit_ended_2016-08-08', aTask({ ...MONDAY, ...UNSIGNED }), {
    why: { role: 'office', insteadOf: null, unit: unit('xhx').id },
    may: MAY_OFFICE,
  }),
  reminder('sign', 'sign', aTask(MONDAY)),
  reminder('overdue', 'overdue', aTask({ ...LATE, ...CLOSED }), { may: ['show'] }),
  // Made again on another day, so that no word counts from the day it was told.
  reminder('last_call', 'eve', aTask(SOON), { toldAt: at('2016-08-05 09:00') }),
  reminder('overdue', 'overdue', aTask(LATE), { why: HEAD, toldAt: at('2016-08-05 17:30') }),
  reminder('sign', 'sign', aTask({ ...MONDAY, ...UNSIGNED }), { ...SIGNING, toldAt: at('2016-08-05 16:00') }),
];

/** Several things of tasks at once; three of them as in the voice. */
export const manyOfTasks: NoticeItem[] = [
  reminder('overdue', 'overdue_1', aTask({ ...LATE, no: 1, title: '清理门店招牌' })),
  reminder('last_call', 'eve', aTask(SOON)),
  reminder(
    'before',
    'soon',
    aTask({ ...SOON, no: 5, dueAt: at('2016-08-11 17:30'), dueOn: on('2016-08-11') }),
  ),
  reminder('sign', 'sign', aTask({ ...MONDAY, ...UNSIGNED, no: 6, title: '报送约谈记录' }), SIGNING),
  told('extension_granted'),
];

const TIMELINE: TaskEntryFacts[] = [
  entry('dispatched', { at: at('2016-08-01 10:00'), until: on('2016-08-19') }),
  entry('signed', { ...OF_UNIT, at: at('2016-08-02 09:20') }),
  entry('fed_back', { ...OF_UNIT, at: at('2016-08-03 16:00'), percent: 30, text: '已排查12条。' }),
  entry('fed_back', { unit: unit('gaj'), by: '安警官', at: at('2016-08-04 10:00'), text: '移送线索2条。' }),
  entries.fed_back.entry,
].map((each, i) => ({ ...each, no: i + 1 }));
const LONG_TIMELINE: TaskEntryFacts[] = Array.from({ length: 20 }, (_, i) => ({
  ...TIMELINE[i % TIMELINE.length]!,
  no: i + 1,
}));

export const COUNTS: TaskCounts = { open: 12, unsigned: 2, inReview: 1, extensions: 1, yellow: 2, red: 3 };
const NO_COUNTS: TaskCounts = { open: 0, unsigned: 0, inReview: 0, extensions: 0, yellow: 0, red: 0 };
const LISTED: TaskFacts[] = [
  aTask({ ...LATE, no: 1, title: '清理门店招牌' }),
  aTask({ ...SOON, ...ASKING }),
  full({ ...MONDAY, no: 4, title: '核查注册地与经营地' }),
  aTask({ ...MONDAY, ...UNSIGNED, no: 6, title: '报送约谈记录', lead: unit('gaj') }),
  aTask({ ...MONDAY, ...CLOSED, no: 2, title: '公布举报电话' }),
];
type OutcomeOf<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>;

export const taskOutcomes: { task: OutcomeOf<'task'>[]; tasks: OutcomeOf<'tasks'>[] } = {
  task: [
    {
      kind: 'task',
      task: full(),
      timeline: TIMELINE,
      may: ['show', 'decide_extension', 'reassign', 'withdraw'],
      did: null,
    },
    {
      kind: 'task',
      task: aTask({ percent: 0 }),
      timeline: TIMELINE.slice(0, 2),
      may: MAY_LEAD,
      did: 'signed',
    },
    { kind: 'task', task: full(CLOSED), timeline: LONG_TIMELINE, may: ['show', 'reopen'], did: 'closed' },
    { kind: 'task', task: chain(), timeline: [entries.step_done.entry], may: ['show', 'sign'], did: null },
    {
      kind: 'task',
      task: aTask({ ...UNSIGNED, shortNotice: true, provisional: true }),
      timeline: [entries.dispatched.entry],
      may: ['show', 'reassign', 'withdraw'],
      did: 'dispatched',
    },
    ...(['extension_asked', 'returned', 'withdrawn', 'submitted'] as const).map(
      (did): OutcomeOf<'task'> => ({
        kind: 'task',
        task: entries[did].task,
        timeline: [entries[did].entry],
        may: MAY[did] ?? ['show', 'reopen'],
        did,
      }),
    ),
  ],
  tasks: [
    {
      kind: 'tasks',
      campaign: CAMPAIGN,
      ...MONDAY,
      filter: {},
      tasks: LISTED,
      counts: COUNTS,
      mayDispatch: true,
    },
    {
      kind: 'tasks',
      campaign: CAMPAIGN,
      ...MONDAY,
      filter: { unit: unit('gsj'), area: 'P2P网络借贷', light: 'red', state: 'open', mine: true },
      tasks: LISTED.slice(0, 1),
      counts: { ...NO_COUNTS, open: 1, red: 1 },
      mayDispatch: false,
    },
    {
      kind: 'tasks',
      campaign: CAMPAIGN,
      ...MONDAY,
      filter: { state: 'extension' },
      tasks: [],
      counts: NO_COUNTS,
      mayDispatch: false,
    },
    {
      kind: 'tasks',
      campaign: CAMPAIGN,
      ...MONDAY,
      filter: { state: 'all' },
      tasks: Array.from({ length: 27 }, (_, i) => aTask({ ...MONDAY, no: i + 1 })),
      counts: { ...COUNTS, open: 27 },
      mayDispatch: true,
    },
  ],
};

type RefusalOf<K extends Refusal['kind']> = Extract<Refusal, { kind: K }>;
type RefusalKinds =
  | 'no_such_task'
  | 'which_task'
  | 'not_your_task'
  | 'task_state'
  | 'extension_too_late'
  | 'extension_pending';
const CONTACT = ['文书一'];

export const taskRefusals: { [K in RefusalKinds]: RefusalOf<K>[] } = {
  no_such_task: [{ kind: 'no_such_task', typed: '99' }],
  which_task: [
    { kind: 'which_task', verb: 'sign', choices: [aTask(UNSIGNED), aTask({ ...UNSIGNED, no: 6 })] },
    { kind: 'which_task', verb: 'close', choices: [] },
  ],
  not_your_task: (['sign', 'close', 'show'] as const).map((verb) => ({
    kind: 'not_your_task',
    verb,
    lead: unit('gsj'),
    contact: CONTACT,
  })),
  task_state: [
    { kind: 'task_state', verb: 'return', task: aTask(CLOSED), last: entries.closed.entry },
    {
      kind: 'task_state',
      verb: 'decide_extension',
      task: entries.extension_granted.task,
      last: entries.extension_granted.entry,
    },
    { kind: 'task_state', verb: 'sign', task: aTask({ percent: 0 }), last: entries.signed.entry },
    { kind: 'task_state', verb: 'sign', task: aTask(), last: null },
  ],
  extension_too_late: [{ kind: 'extension_too_late', task: aTask(LATE) }],
  extension_pending: [{ kind: 'extension_pending', task: aTask(ASKING) }],
};

export const taskProblems: { [K in TaskProblem['kind']]: Extract<TaskProblem, { kind: K }> } = {
  unit_ended: { field: 'lead', kind: 'unit_ended', unit: '市商务粮食局', on: on('2016-07-01') },
  not_a_unit: { field: 'helpers', kind: 'not_a_unit', typed: '市公案局', near: '市公安局' },
  not_a_percent: { field: 'percent', kind: 'not_a_percent', typed: '一大半' },
  not_a_step: { field: 'steps', kind: 'not_a_step', typed: '公示一阵子' },
  not_later: { field: 'until', kind: 'not_later', typed: '2016-08-12', than: on('2016-08-19') },
  evidence_wanted: { field: 'text', kind: 'evidence_wanted', evidence: '整改前后照片' },
};

const NEW: Extract<TaskForm, { form: 'task_new' }> = {
  form: 'task_new',
  campaign: CAMPAIGN,
  units: ['gsj', 'gaj', 'lxq'].map(unit),
  areas: [{ id: 'p2p', name: 'P2P网络借贷' }],
  phases: [{ id: 'survey', name: '摸底排查' }],
  permalink: null,
};
const manyUnits: UnitFacts[] = Array.from({ length: 101 }, (_, i) => ({
  ...unit('gsj'),
  id: unit(`u${i}`).id,
  name: `单位${i}`,
}));
const BLANK = { values: {}, problems: [] };
const about = <F extends TaskForm['form']>(form: F, task: TaskFacts, dueOn: string | null = null) =>
  ({ form, ...BLANK, task, defaultDueOn: dueOn === null ? null : on(dueOn) }) as const;

/** One of every form about tasks. */
export const taskForms = {
  task_new: { ...NEW, values: { title: '整改虚假广告', lead: 'gsj', helpers: 'gaj' }, problems: [] },
  task_feed_back: about('task_feed_back', full()),
  task_submit: about('task_submit', full()),
  task_step_done: about('task_step_done', chain()),
  task_extend: about('task_extend', aTask()),
  task_decide_extension: about('task_decide_extension', aTask(ASKING)),
  task_close: about('task_close', full({ state: 'in_review' })),
  task_return: about('task_return', aTask({ state: 'in_review' }), '2016-08-22'),
  task_withdraw: about('task_withdraw', aTask()),
  task_reopen: about('task_reopen', aTask(CLOSED), '2016-08-08'),
  task_reassign: { ...about('task_reassign', aTask(), '2016-08-19'), units: NEW.units },
};

/** Forms that came back, and one of a campaign with more units than a select holds. */
export const moreTaskForms: AskFormFacts[] = [
  {
    ...taskForms.task_new,
    permalink: 'https://loudi.slack.com/archives/C0TONGZHI/p1470380400000100',
    values: { title: '整改虚假广告', ask: '见消息', steps: '公示一阵子', feedback: '3', priority: 'urgent' },
    problems: [taskProblems.unit_ended, taskProblems.not_a_unit, taskProblems.not_a_step],
  },
  { ...taskForms.task_new, units: manyUnits, areas: [], phases: [], values: { lead: '单位7' } },
  { ...taskForms.task_feed_back, values: { percent: '一大半' }, problems: [taskProblems.not_a_percent] },
  { ...taskForms.task_return, values: { until: '2016-08-12' }, problems: [taskProblems.not_later] },
  { ...taskForms.task_close, problems: [taskProblems.evidence_wanted] },
];

export const BOARD: HomeFacts['taskBoard'] = { counts: COUNTS, tasks: LISTED.slice(0, 3) };
export const OWN: TaskFacts[] = [
  { ...LISTED[0]!, helpers: [unit('gaj')] },
  aTask(UNSIGNED),
  full({ lead: unit('gaj') }),
];

const line = ({ id, year, no, title, lead, dueOn, state, overdue }: TaskFacts): TaskLine => ({
  id,
  year,
  no,
  title,
  lead,
  dueOn,
  state,
  overdue,
});
/** 督办事项 of a bulletin. */
export const SECTION: TaskSection = {
  new: [line(LISTED[3]!), line(LISTED[2]!)],
  closed: [line(LISTED[4]!)],
  overdue: [line(LISTED[0]!)],
};
