// One or more of everything that goes out by itself. Typed by kind: a new kind without a sample does not compile.

import type { MessageContent } from '../../domain/message-content.ts';
import type { NoticeItem, ReminderFacts } from '../../domain/notice.ts';
import { at, on } from './builders.ts';
import {
  consultationBundle,
  consultationNotices,
  MEETING_TIME,
  topicNotices,
} from './sample-consultations.ts';
import {
  AFTER,
  aBulletin,
  anObligation,
  aReport,
  BULLETIN,
  duty,
  EVE,
  FILED,
  filing,
  HOLIDAY_WEEK,
  MOMENT,
  MONDAY,
  MONTH,
  NEXT_WEEK,
  type NOW,
  numbered,
  overdue,
  owedBy,
  PHASE,
  person,
  published,
  type Sample,
  shang,
  UNITS,
  unit,
  WEEK,
  WEEKLY,
} from './sample-facts.ts';
import { incidentNotices } from './sample-incidents.ts';
import { manyOfTasks, SECTION, taskNews, taskReminders } from './sample-tasks.ts';

const reminder = (over: Partial<ReminderFacts> = {}): ReminderFacts => ({
  step: 'eve',
  stepKind: 'before',
  why: { role: 'liaison', insteadOf: null },
  canFile: true,
  canSnooze: true,
  liaison: null,
  remindedOn: [],
  ...over,
});
const forHead = reminder({
  step: 'overdue',
  stepKind: 'overdue',
  why: { role: 'head', insteadOf: null },
  canSnooze: false,
  liaison: shang,
  remindedOn: [on('2016-08-03'), on('2016-08-04'), on('2016-08-05')],
});
const forOffice = reminder({
  ...forHead,
  step: 'escalation_1',
  stepKind: 'escalation',
  why: { role: 'office', insteadOf: null },
  canFile: false,
});
const lastCall = reminder({ step: 'last_call', stepKind: 'last_call', canSnooze: false });
const LATE = reminder({ step: 'overdue', stepKind: 'overdue', canSnooze: false });

type Told = { name: string; items: NoticeItem[]; at?: { now: typeof NOW; zone: string } };
type OfNotice<K extends NoticeItem['kind']> = Extract<NoticeItem, { kind: K }>;
type NoticeSamples = { [K in NoticeItem['kind']]: OfNotice<K>[] };

const holidayWeek = anObligation({
  ...MOMENT,
  now: at('2016-09-29 09:00'),
  period: HOLIDAY_WEEK,
  dueAt: at('2016-10-08 17:00'),
  dueOn: on('2016-10-08'),
  closesAt: at('2016-10-10 00:00'),
  shift: { from: on('2016-10-07'), by: '国庆节' },
  provisional: true,
});

/** At least one thing of every kind that somebody can be told. */
export const notices: NoticeSamples = {
  reminder: [
    { kind: 'reminder', obligation: anObligation(EVE), reminder: reminder() },
    {
      kind: 'reminder',
      obligation: anObligation(MOMENT),
      reminder: { ...lastCall, why: { role: 'deputy', insteadOf: '安警官' } },
    },
    { kind: 'reminder', obligation: overdue('gaj', AFTER), reminder: LATE },
    { kind: 'reminder', obligation: overdue('gsj', AFTER), reminder: forHead },
    { kind: 'reminder', obligation: holidayWeek, reminder: reminder({ step: 'notice' }) },
    {
      kind: 'reminder',
      obligation: owedBy('jrb', {
        ...MONDAY,
        duty: BULLETIN,
        period: NEXT_WEEK,
        dueAt: at('2016-08-08 12:00'),
        dueOn: on('2016-08-08'),
        nilAllowed: false,
      }),
      reminder: reminder({
        step: 'last_call',
        stepKind: 'last_call',
        why: { role: 'office', insteadOf: null },
        canSnooze: false,
      }),
    },
    { kind: 'reminder', obligation: overdue('gsj', MONDAY), reminder: forOffice },
  ],
  chase: [
    {
      kind: 'chase',
      obligation: anObligation(),
      by: '文书一',
      reminder: reminder({ step: 'chase', canSnooze: false }),
    },
  ],
  returned: [
    {
      kind: 'returned',
      by: '文书一',
      reason: '整改完成数大于发现问题数，请核对。',
      reminder: reminder({ canSnooze: false }),
      obligation: anObligation({
        standing: 'returned',
        dueAt: at('2016-08-08 17:30'),
        dueOn: on('2016-08-08'),
        versions: 1,
      }),
    },
  ],
  waived: [
    {
      kind: 'waived',
      obligation: anObligation({ standing: 'waived' }),
      by: '文书一',
      reason: '本周全员参加防汛。',
    },
  ],
  deadline_changed: [{ kind: 'deadline_changed', obligation: holidayWeek, from: at('2016-09-30 17:00') }],
  filed_for_you: [
    { kind: 'filed_for_you', obligation: anObligation(FILED), by: '文书一', phonedBy: '安警官' },
  ],
  receipt: [{ kind: 'receipt', report: aReport() }],
  late_report: [
    {
      kind: 'late_report',
      report: aReport({
        obligation: overdue('gsj', { ...MONDAY, ...FILED, timeliness: 'missed' }),
        afterClose: true,
        filedAt: at('2016-08-08 08:50'),
        filedBy: '尚工商',
      }),
    },
  ],
  dispute_filed: [
    {
      kind: 'dispute_filed',
      obligation: owedBy('sfx', { ...MONDAY, ...FILED, timeliness: 'late', dispute: 'open' }),
      text: '周五下午网络故障，16:40 已电话报告文书一。',
      by: '双小峰',
    },
  ],
  dispute_decided: [
    {
      kind: 'dispute_decided',
      obligation: owedBy('sfx', { ...MONDAY, ...FILED, dispute: 'upheld' }),
      upheld: true,
      reason: '电话记录属实。',
      by: '金主任',
    },
  ],
  bulletin_drafted: [{ kind: 'bulletin_drafted', bulletin: aBulletin() }],
  unit_unreachable: [
    { kind: 'unit_unreachable', unit: unit('xhx'), duty: WEEKLY, period: WEEK, because: 'unbound' },
    { kind: 'unit_unreachable', unit: unit('xhx'), duty: WEEKLY, period: WEEK, because: 'on_leave' },
    { kind: 'unit_unreachable', unit: unit('xhx'), duty: WEEKLY, period: WEEK, because: 'nobody' },
  ],
  person_unbound: [
    {
      kind: 'person_unbound',
      person: person('xin', '新小化'),
      email: 'xin@loudi.example',
      unit: unit('xhx'),
      trouble: 'not_found',
    },
    {
      kind: 'person_unbound',
      person: person('xin', '新小化'),
      email: null,
      unit: null,
      trouble: 'deactivated',
    },
  ],
  channel_trouble: [
    { kind: 'channel_trouble', channel: '整治通报', trouble: 'not_found' },
    { kind: 'channel_trouble', channel: '整治通报', trouble: 'not_joined' },
    { kind: 'channel_trouble', channel: '整治通报', trouble: 'archived' },
  ],
  delivery_refused: [
    { kind: 'delivery_refused', what: '第9期情况通报', to: '整治通报', reason: 'is_archived' },
  ],
  database_trouble: [{ kind: 'database_trouble', detail: 'row 812 missing from index obligation_due' }],
  stand_in: [
    {
      kind: 'stand_in',
      person: person('an', '安警官'),
      from: on('2016-08-08'),
      to: on('2016-08-12'),
      ended: false,
    },
    {
      kind: 'stand_in',
      person: person('an', '安警官'),
      from: on('2016-08-08'),
      to: on('2016-08-09'),
      ended: true,
    },
  ],
  handed_over: [
    { kind: 'handed_over', unit: unit('gaj'), role: 'liaison', from: '安警官', to: '安新任', open: 2 },
    { kind: 'handed_over', unit: unit('gaj'), role: 'deputy', from: null, to: '安副手', open: 0 },
  ],
  task: taskNews,
  task_reminder: taskReminders,
  consultation: consultationNotices,
  topic: topicNotices,
  incident: incidentNotices,
};

const soonDue = anObligation({
  ...EVE,
  duty: duty('survey-summary', '排查汇总信息'),
  period: PHASE,
  nilAllowed: false,
});
const later = anObligation({
  ...EVE,
  duty: duty('monthly', '月度信息'),
  period: MONTH,
  dueAt: at('2016-08-10 17:30'),
  dueOn: on('2016-08-10'),
});

const NEXT_DUE = {
  period: NEXT_WEEK,
  dueAt: at('2016-08-12 17:00'),
  dueOn: on('2016-08-12'),
  closesAt: at('2016-08-15 00:00'),
};

/** Several things at once, as one message. */
const bundles: Told[] = [
  {
    name: 'three things to do',
    at: EVE,
    items: [
      { kind: 'reminder', obligation: filing(EVE), reminder: LATE },
      { kind: 'reminder', obligation: soonDue, reminder: reminder() },
      { kind: 'reminder', obligation: later, reminder: reminder({ step: 'notice' }) },
    ],
  },
  {
    name: 'more than ten things',
    at: EVE,
    items: Object.keys(UNITS)
      .slice(1)
      .concat('gaj', 'gsj')
      .map((id) => ({ kind: 'reminder', obligation: owedBy(id, EVE), reminder: reminder() })),
  },
  {
    name: 'the office, of four units',
    at: MONDAY,
    items: ['gsj', 'gaj', 'swlsj', 'sfx'].map((id) => ({
      kind: 'reminder',
      obligation: overdue(id, MONDAY),
      reminder: forOffice,
    })),
  },
  {
    name: 'the office, of units and other things',
    at: MONDAY,
    items: [
      ...['gsj', 'sfx'].map(
        (id): NoticeItem => ({ kind: 'reminder', obligation: overdue(id, MONDAY), reminder: forOffice }),
      ),
      ...notices.bulletin_drafted,
      ...notices.dispute_filed,
      ...notices.late_report,
    ],
  },
  { name: 'several things about tasks', at: MONDAY, items: manyOfTasks },
  { name: 'several things about a consultation', at: MEETING_TIME, items: consultationBundle },
  {
    name: 'reports and tasks',
    at: MONDAY,
    items: [
      { kind: 'reminder', obligation: owedBy('gsj', { ...MONDAY, ...NEXT_DUE }), reminder: reminder() },
      ...manyOfTasks.slice(0, 2),
    ],
  },
];

const momentOf = (item: NoticeItem): { now: typeof NOW; zone: string } => {
  if ('obligation' in item) return item.obligation;
  if ('report' in item) return item.report.obligation;
  if ('task' in item) return item.task;
  if ('consultation' in item) return item.consultation;
  if ('incident' in item) return item.incident;
  return 'bulletin' in item ? item.bulletin : MOMENT;
};
const told = ({ name, items, at: moment = MOMENT }: Told): Sample<MessageContent> => ({
  name,
  facts: { kind: 'told', at: moment.now, zone: moment.zone, items },
});

const BULLETIN_MESSAGES: Sample<MessageContent>[] = [
  { name: 'bulletin_head', facts: { kind: 'bulletin_head', bulletin: published() } },
  ...(['overview', 'units', 'highlights', 'next'] as const).map((part) => ({
    name: `bulletin_part ${part}`,
    facts: { kind: 'bulletin_part' as const, part, bulletin: published() },
  })),
  {
    name: 'bulletin_part overview with tasks',
    facts: { kind: 'bulletin_part', part: 'overview', bulletin: published({ tasks: SECTION }) },
  },
  { name: 'bulletin_correction', facts: { kind: 'bulletin_correction', bulletin: published(), no: 1 } },
];

/** Every message that goes out by itself. */
export const messages: Sample<MessageContent>[] = [
  ...Object.entries(notices).flatMap(([kind, items]) =>
    items.map((item, i) => told({ name: numbered(kind, i), items: [item], at: momentOf(item) })),
  ),
  ...bundles.map(told),
  ...BULLETIN_MESSAGES,
];
