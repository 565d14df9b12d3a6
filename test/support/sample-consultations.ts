// The consultation of August 2016, on Thursday the 25th at 15:00: from the call for topics to the minutes. What is told,
// answered, refused and asked about it; the shared samples take their part from here.

import type {
  AgendaItem,
  Attendee,
  ConsultationFacts,
  ConsultationVerb,
  MinutesFacts,
  TopicFacts,
} from '../../domain/consultation/facts.ts';
import { as, consultationId, type TopicId, taskId } from '../../domain/ids.ts';
import type { NoticeItem, Why } from '../../domain/notice.ts';
import type { AskFormFacts, Outcome, Refusal } from '../../domain/outcome.ts';
import type { TaskLine } from '../../domain/task/facts.ts';
import { at, on } from './builders.ts';
import {
  anObligation,
  CAMPAIGN_NAME,
  COUNTS,
  duty,
  FIGURES,
  MONTH,
  person,
  unit,
  WEEK,
  WEEKLY,
  ZONE,
} from './sample-facts.ts';

const CAMPAIGN = anObligation().campaign;
const MEETING = duty('consultation', '领导小组会议', 'consultation');
const seenAt = (time: string) => ({ now: at(time), zone: ZONE });

const task = (no: number, over: Partial<TaskLine> = {}): TaskLine => ({
  id: taskId(CAMPAIGN, 2016, no),
  year: 2016,
  no,
  title: '整改虚假广告',
  lead: unit('gsj'),
  dueOn: on('2016-08-19'),
  state: 'in_progress',
  overdue: true,
  ...over,
});
const NEW_TASK = task(9, { title: '公布举报电话', dueOn: on('2016-08-31'), overdue: false });

const aTopic = (over: Partial<TopicFacts> = {}): TopicFacts => ({
  id: as<TopicId>('loudi-2016/topic/t1'),
  unit: unit('gaj'),
  title: '富民投资公司涉案资产处置',
  reason: '涉及投资人 320 人、金额 1200 万元，冻结期 9 月 10 日届满。',
  ask: '请会议明确资产处置的牵头单位和时限。',
  by: '安警官',
  at: at('2016-08-19 10:20'),
  declined: null,
  ...over,
});
const DECLINED = aTopic({
  id: as<TopicId>('loudi-2016/topic/t2'),
  unit: unit('swlsj'),
  title: '增加办公经费',
  by: '良商粮',
  declined: '不属会商范围，请按程序报财政部门。',
});

const AGENDA: AgendaItem[] = [
  { key: 'follow_up', kind: 'follow_up', tasks: [task(3), NEW_TASK] },
  { key: 'numbers', kind: 'numbers', duty: WEEKLY, period: WEEK, counts: COUNTS, figures: FIGURES },
  { key: 'overdue', kind: 'overdue', tasks: [task(3)] },
  { key: 'missing', kind: 'missing', duty: WEEKLY, period: WEEK, units: ['gsj', 'sfx'].map(unit) },
  { key: 'topic:loudi-2016/topic/t1', kind: 'topic', topic: aTopic() },
  { key: 'line:通报国庆值班安排', kind: 'line', text: '通报国庆值班安排' },
];

const attendee = (id: string, name: string, over: Partial<Attendee> = {}): Attendee => ({
  person: person(id, name),
  role: 'head',
  unit: unit('gaj'),
  coming: null,
  instead: '',
  hasEmail: true,
  ...over,
});
const ZHOU = attendee('zhou', '周正', { role: 'leader', unit: null, coming: true });
const AN = attendee('an.head', '安局长');
const SHANG = attendee('shang', '尚工商', { unit: unit('gsj'), coming: false, instead: '工商局副局长李平' });
const LENG = attendee('leng', '冷水江', { role: 'liaison', unit: unit('lsj') });

/** As it is planned: the agenda drafted, some have answered. */
export const aConsultation = (over: Partial<ConsultationFacts> = {}): ConsultationFacts => ({
  ...seenAt('2016-08-23 09:00'),
  id: consultationId(CAMPAIGN, MEETING.id, MONTH.id),
  campaign: CAMPAIGN,
  campaignName: CAMPAIGN_NAME,
  group: '娄底市互联网金融风险专项整治工作领导小组',
  duty: MEETING,
  period: MONTH,
  startsAt: at('2016-08-25 15:00'),
  minutesLong: 90,
  movedFrom: null,
  place: '市政府三楼会议室',
  state: 'planned',
  reason: null,
  standing: 'ahead',
  topicsUntil: at('2016-08-23 09:00'),
  topics: [aTopic(), DECLINED],
  agenda: AGENDA,
  issuedBy: null,
  issuedAt: null,
  attendees: [ZHOU, AN, SHANG, LENG],
  minutes: null,
  ...over,
});

const CALLED = aConsultation({
  ...seenAt('2016-08-18 09:00'),
  topics: [],
  agenda: [],
  attendees: [],
  place: '',
});
const ISSUED = { state: 'issued', issuedBy: '文书一', issuedAt: at('2016-08-23 16:00') } as const;
const issued = (over: Partial<ConsultationFacts> = {}) =>
  aConsultation({ ...seenAt('2016-08-24 09:00'), ...ISSUED, ...over });
const moved = issued({ movedFrom: at('2016-08-25 15:00'), startsAt: at('2016-08-26 09:30') });
const cancelled = issued({
  state: 'cancelled',
  standing: 'cancelled',
  reason: '与全市防汛会议冲突，9月一并召开。',
});
const over = issued({ ...seenAt('2016-08-26 09:00'), standing: 'awaiting_minutes' });

const MINUTES: MinutesFacts = {
  year: null,
  no: null,
  heard: '市金融办关于7月以来工作进展的汇报；\n市公安局关于富民投资公司案件的汇报。',
  decisions: [
    { what: '公布全市统一举报电话', unit: unit('gsj'), dueOn: on('2016-08-31'), task: null },
    { what: '牵头处置富民投资公司涉案资产', unit: unit('gaj'), dueOn: on('2016-09-09'), task: null },
    { what: '完成投资理财类公司复查', unit: unit('lxq'), dueOn: on('2016-09-30'), task: null },
  ],
  attended: [ZHOU.person, AN.person],
  excused: [SHANG.person],
  observers: '市法院、市检察院',
  by: '文书一',
  at: at('2016-08-26 10:00'),
  approvedBy: null,
  approvedAt: null,
};
const APPROVED: MinutesFacts = {
  ...MINUTES,
  year: 2016,
  no: 3,
  decisions: MINUTES.decisions.map((decision, i) => ({ ...decision, task: { year: 2016, no: 9 + i } })),
  approvedBy: '金主任',
  approvedAt: at('2016-08-26 16:20'),
};
const minuted = aConsultation({ ...over, state: 'minuted', minutes: MINUTES });
const approved = aConsultation({
  ...over,
  ...seenAt('2016-08-26 16:20'),
  state: 'approved',
  standing: 'held',
  minutes: APPROVED,
});
const missed = aConsultation({ ...seenAt('2016-09-01 09:00'), standing: 'missed' });

type Told = Extract<NoticeItem, { kind: 'consultation' }>;
const LIAISON: Why = { role: 'liaison', insteadOf: null };
const OFFICE: Why = { role: 'office', insteadOf: null };
const OFFICE_MAY: ConsultationVerb[] = [
  'show',
  'agenda',
  'issue',
  'decline_topic',
  'move',
  'cancel',
  'decisions',
];
const INVITED_MAY: ConsultationVerb[] = ['show', 'attend', 'excuse', 'calendar', 'decisions'];
const told = (news: Told['news'], consultation: ConsultationFacts, more: Partial<Told> = {}): Told => ({
  kind: 'consultation',
  consultation,
  news,
  why: null,
  me: null,
  may: ['show', 'decisions'],
  ...more,
});
const toAn = { me: AN, may: INVITED_MAY };

/** What each is told, and how the same card reads once something has changed. */
export const consultationNotices: Told[] = [
  told('topics_called', CALLED, { why: LIAISON, may: ['show', 'topic'] }),
  told('topics_called', issued(), { why: { role: 'deputy', insteadOf: '安警官' } }),
  told('agenda_drafted', aConsultation(), { why: OFFICE, may: OFFICE_MAY }),
  told('agenda_due', aConsultation(), { why: OFFICE, may: OFFICE_MAY }),
  told('agenda_due', issued(), { why: OFFICE, may: ['show', 'move', 'cancel'] }),
  told('invited', issued(), toAn),
  told('invited', issued(), { me: { ...AN, coming: true }, may: INVITED_MAY }),
  told('invited', issued(), { me: SHANG, may: INVITED_MAY }),
  told('invited', moved, toAn),
  told('invited', cancelled, { ...toAn, may: ['show', 'calendar'] }),
  told('invited', approved, { me: AN }),
  told('moved', moved, toAn),
  told('moved', issued({ place: '市政府一楼报告厅' }), toAn),
  told('cancelled', cancelled, { me: AN, may: ['show', 'calendar'] }),
  told('minutes_due', over, { why: OFFICE, may: ['show', 'minutes', 'move', 'cancel'] }),
  told('minutes_due', minuted, { why: OFFICE, may: ['show', 'minutes', 'approve'] }),
  told('minutes_due', missed, { why: OFFICE, may: ['show', 'minutes'] }),
  told('minutes_published', approved, { why: LIAISON }),
  // Cancelled, and to be held after all.
  told('cancelled', moved, toAn),
];
export const topicNotices: Extract<NoticeItem, { kind: 'topic' }>[] = [
  {
    kind: 'topic',
    consultation: aConsultation(),
    topic: aTopic(),
    news: 'proposed',
    by: '安警官',
    may: OFFICE_MAY,
  },
  {
    kind: 'topic',
    consultation: aConsultation(),
    topic: DECLINED,
    news: 'proposed',
    by: '良商粮',
    may: OFFICE_MAY,
  },
  {
    kind: 'topic',
    consultation: aConsultation(),
    topic: DECLINED,
    news: 'declined',
    by: '文书一',
    may: ['show', 'topic'],
  },
];
export const MEETING_TIME = seenAt('2016-08-26 09:00');
/** For one person of the office: a list of one-line forms. */
export const consultationBundle: NoticeItem[] = [
  consultationNotices[2]!,
  ...topicNotices,
  consultationNotices[11]!,
  consultationNotices[14]!,
  consultationNotices[17]!,
];

type Of<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>;
const shown = (
  consultation: ConsultationFacts,
  more: Partial<Of<'consultation'>> = {},
): Of<'consultation'> => ({
  kind: 'consultation',
  consultation,
  part: 'agenda',
  me: null,
  may: OFFICE_MAY,
  did: null,
  ...more,
});

export const consultationOutcomes: {
  consultation: Of<'consultation'>[];
  decisions: Of<'decisions'>[];
  invitation: Of<'invitation'>[];
} = {
  consultation: [
    shown(aConsultation()),
    shown({ ...CALLED, topics: [] }, { may: ['show', 'topic'] }),
    shown(aConsultation(), { part: 'topics' }),
    shown(CALLED, { part: 'topics', may: ['show', 'topic'] }),
    shown(aConsultation({ topics: [aTopic()] }), {
      part: 'topics',
      did: 'topic_proposed',
      may: ['show', 'topic'],
    }),
    shown(aConsultation(), { part: 'topics', did: 'topic_declined' }),
    shown(aConsultation(), { did: 'agenda_edited' }),
    shown(issued(), { did: 'issued', may: ['show', 'move', 'cancel'] }),
    shown(moved, { part: 'attendance', did: 'moved', may: ['show', 'move', 'cancel'] }),
    shown(cancelled, { part: 'attendance', did: 'cancelled', may: ['show', 'calendar'] }),
    shown(issued({ attendees: [{ ...AN, coming: true }] }), {
      part: 'attendance',
      me: { ...AN, coming: true },
      did: 'attending',
      may: INVITED_MAY,
    }),
    shown(issued({ attendees: [SHANG] }), {
      part: 'attendance',
      me: SHANG,
      did: 'excused',
      may: INVITED_MAY,
    }),
    shown(issued(), { part: 'attendance' }),
    shown(minuted, { part: 'minutes', did: 'minuted', may: ['show', 'minutes', 'approve', 'decisions'] }),
    shown(approved, { part: 'minutes', did: 'approved', may: ['show', 'decisions'] }),
    shown(over, { part: 'minutes', may: ['show', 'minutes', 'move', 'cancel'] }),
  ],
  decisions: [
    {
      kind: 'decisions',
      ...seenAt('2016-09-12 09:00'),
      since: null,
      rows: [
        ...APPROVED.decisions.map((decision, i) => ({
          year: 2016,
          no: 3,
          heldOn: on('2016-08-25'),
          decision,
          task: [task(9, { state: 'closed', overdue: false }), task(10), null][i] ?? null,
        })),
        {
          year: 2016,
          no: 2,
          heldOn: on('2016-07-25'),
          decision: {
            what: '整改虚假广告',
            unit: unit('gsj'),
            dueOn: on('2016-08-19'),
            task: { year: 2016, no: 3 },
          },
          task: task(3, { overdue: false }),
        },
      ],
    },
    { kind: 'decisions', ...seenAt('2016-08-05 16:00'), since: null, rows: [] },
    { kind: 'decisions', ...seenAt('2016-08-05 16:00'), since: on('2014-07-25'), rows: [] },
    {
      kind: 'decisions',
      ...seenAt('2016-08-05 16:00'),
      since: null,
      asked: { units: [unit('gaj')], area: null, query: '富民投资', period: null, days: null },
      isLast: true,
      rows: [],
    },
  ],
  invitation: [
    {
      kind: 'invitation',
      name: '会商-2016-08-25.ics',
      text: 'BEGIN:VCALENDAR',
      consultation: issued(),
      withoutEmail: false,
    },
    {
      kind: 'invitation',
      name: '会商-2016-08-25.ics',
      text: 'BEGIN:VCALENDAR',
      consultation: moved,
      withoutEmail: true,
    },
  ],
};
/** For Home: as the office and as somebody invited sees it. */
export const nextForOffice = { consultation: aConsultation(), may: OFFICE_MAY };
export const nextForHead = {
  consultation: issued({ attendees: [{ ...AN, coming: true }] }),
  may: INVITED_MAY,
};

type OfRefusal<K extends Refusal['kind']> = Extract<Refusal, { kind: K }>;

export const consultationRefusals: {
  no_consultation: OfRefusal<'no_consultation'>[];
  consultation_state: OfRefusal<'consultation_state'>[];
  topics_closed: OfRefusal<'topics_closed'>[];
  not_invited: OfRefusal<'not_invited'>[];
} = {
  no_consultation: [
    { kind: 'no_consultation', nextAt: at('2016-08-25 15:00'), zone: ZONE },
    { kind: 'no_consultation', nextAt: null, zone: ZONE },
  ],
  consultation_state: [
    { kind: 'consultation_state', verb: 'issue', consultation: issued(), by: '文书一' },
    { kind: 'consultation_state', verb: 'minutes', consultation: issued(), by: null },
    { kind: 'consultation_state', verb: 'approve', consultation: over, by: null },
    { kind: 'consultation_state', verb: 'attend', consultation: over, by: null },
    { kind: 'consultation_state', verb: 'minutes', consultation: approved, by: '金主任' },
    { kind: 'consultation_state', verb: 'move', consultation: cancelled, by: '金主任' },
  ],
  topics_closed: [
    {
      kind: 'topics_closed',
      consultation: issued(),
      typed: { title: '增加值班力量', reason: '国庆期间人手不足。', ask: '请会议明确值班安排。' },
      contact: ['文书一'],
    },
  ],
  not_invited: [{ kind: 'not_invited', consultation: issued() }],
};

type OfForm<F extends AskFormFacts['form']> = AskFormFacts & { form: F };
const BLANK = { values: {}, problems: [] };
const UNITS = ['gaj', 'gsj', 'lxq'].map(unit);

export const consultationForms: {
  topic: OfForm<'topic'>;
  decline_topic: OfForm<'decline_topic'>;
  agenda: OfForm<'agenda'>;
  move_consultation: OfForm<'move_consultation'>;
  cancel_consultation: OfForm<'cancel_consultation'>;
  excuse: OfForm<'excuse'>;
  minutes: OfForm<'minutes'>;
} = {
  topic: { form: 'topic', ...BLANK, consultation: CALLED, units: [unit('gaj')] },
  decline_topic: { form: 'decline_topic', ...BLANK, consultation: aConsultation(), topic: aTopic() },
  agenda: {
    form: 'agenda',
    ...BLANK,
    consultation: aConsultation({ agenda: AGENDA.filter(({ kind }) => kind !== 'overdue') }),
    candidates: AGENDA,
  },
  move_consultation: {
    form: 'move_consultation',
    ...BLANK,
    consultation: issued(),
  },
  cancel_consultation: {
    form: 'cancel_consultation',
    ...BLANK,
    consultation: issued(),
  },
  excuse: { form: 'excuse', ...BLANK, consultation: issued() },
  minutes: { form: 'minutes', ...BLANK, consultation: over, units: UNITS },
};
/** Forms sent back with what was typed. */
export const consultationFormsRefused: OfRefusal<'form'>[] = [
  {
    kind: 'form',
    form: {
      ...consultationForms.move_consultation,
      values: { date: '2016-08-26', time: '下午三点', place: '市政府一楼', minutesLong: '90' },
      problems: [{ field: 'time', kind: 'not_a_time', typed: '下午三点' }],
    },
  },
  {
    kind: 'form',
    form: {
      ...consultationForms.minutes,
      values: { attended: '', heard: '汇报。', what_1: '公布举报电话', unit_1: 'gsj', what_2: '复查' },
      problems: [
        { field: 'due_1', kind: 'required' },
        { field: 'unit_2', kind: 'required' },
        { field: 'due_2', kind: 'required' },
      ],
    },
  },
  {
    kind: 'form',
    form: { ...consultationForms.topic, units: UNITS, problems: [{ field: 'title', kind: 'required' }] },
  },
];
/** What can be wrong with the time of a meeting. */
export const consultationProblems = {
  not_a_time: { field: 'time', kind: 'not_a_time' as const, typed: '下午三点' },
};
