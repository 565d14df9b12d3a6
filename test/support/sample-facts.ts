// Facts of the sample campaign in its 31st week of 2016, one or more of every kind that messages must word.
// The maps are typed by kind: a new kind without a sample does not compile.

import type { DutyKind, Role } from '../../domain/campaign.ts';
import type {
  BulletinFacts,
  Counts,
  DutyFacts,
  FieldProblem,
  FigureTotal,
  ObligationFacts,
  PeriodFacts,
  PersonFacts,
  ReportFacts,
  ReportFormFacts,
  UnitFacts,
} from '../../domain/facts.ts';
import {
  as,
  bulletinId,
  type CampaignId,
  type FigureId,
  obligationId,
  type PersonId,
  type SlackUserId,
} from '../../domain/ids.ts';
import type { MessageContent } from '../../domain/message-content.ts';
import type { NoticeItem, ReminderFacts } from '../../domain/notice.ts';
import type { AskFormFacts, HomeFacts, Outcome, Refusal } from '../../domain/outcome.ts';
import { at, dutyId, on, period as periodId, unitId } from './builders.ts';

const ZONE = 'Asia/Shanghai';
const CAMPAIGN = as<CampaignId>('loudi-2016');
const CAMPAIGN_NAME = '娄底市互联网金融风险专项整治';
export const NOW = at('2016-08-05 16:00');
const MOMENT = { now: NOW, zone: ZONE };
const EVE = { now: at('2016-08-04 09:00'), zone: ZONE };
const AFTER = { now: at('2016-08-05 17:00'), zone: ZONE };
const MONDAY = { now: at('2016-08-08 09:00'), zone: ZONE };

const UNITS: Record<string, string> = {
  jrb: '市政府金融办',
  rmyh: '人民银行娄底市中心支行',
  yjfj: '娄底银监分局',
  gsj: '市工商局',
  gaj: '市公安局',
  swlsj: '市商务粮食局',
  lxq: '娄星区人民政府',
  lsj: '冷水江市人民政府',
  lys: '涟源市人民政府',
  sfx: '双峰县人民政府',
  xhx: '新化县人民政府',
};
export const unit = (id: string): UnitFacts => ({ id: unitId(id), name: UNITS[id] ?? id });
export const person = (id: string, name: string): PersonFacts => ({
  id: as<PersonId>(`${id}@loudi.example`),
  name,
  slack: as<SlackUserId>('U0SAMPLE1'),
});
const an = person('an', '安警官');
const shang = person('shang', '尚工商');

const duty = (id: string, name: string, kind: DutyKind = 'report'): DutyFacts => ({
  id: dutyId(id),
  name,
  kind,
});
const WEEKLY = duty('weekly', '工作进展周报');
const FILING = duty('plan-filing', '实施方案报备');
const BULLETIN = duty('bulletin', '情况通报', 'bulletin');

const WEEK: PeriodFacts = {
  id: periodId('2016-W31'),
  kind: 'week',
  from: on('2016-08-01'),
  to: on('2016-08-07'),
};
const NEXT_WEEK: PeriodFacts = {
  id: periodId('2016-W32'),
  kind: 'week',
  from: on('2016-08-08'),
  to: on('2016-08-14'),
};
const HOLIDAY_WEEK: PeriodFacts = {
  id: periodId('2016-W40'),
  kind: 'week',
  from: on('2016-10-03'),
  to: on('2016-10-09'),
};
const ONCE: PeriodFacts = {
  id: periodId('once'),
  kind: 'once',
  from: on('2016-06-01'),
  to: on('2017-01-31'),
};
const MONTH: PeriodFacts = {
  id: periodId('2016-08'),
  kind: 'month',
  from: on('2016-08-01'),
  to: on('2016-08-31'),
};
const PHASE: PeriodFacts = {
  id: periodId('phase:survey'),
  kind: 'phase',
  name: '摸底排查',
  from: on('2016-06-16'),
  to: on('2016-06-30'),
};

/** One row of the ledger: the police's weekly report of week 31, still owed on Friday afternoon. */
export function anObligation(over: Partial<ObligationFacts> = {}): ObligationFacts {
  const row = { unit: unit('gaj'), duty: WEEKLY, period: WEEK, ...over };
  return {
    ...MOMENT,
    id: obligationId(CAMPAIGN, row.duty.id, row.unit.id, row.period.id),
    campaign: CAMPAIGN,
    campaignName: CAMPAIGN_NAME,
    dueAt: at('2016-08-05 17:00'),
    dueOn: on('2016-08-05'),
    shift: null,
    provisional: false,
    closesAt: at('2016-08-08 00:00'),
    standing: 'due',
    timeliness: null,
    filedAt: null,
    filedBy: null,
    phonedBy: null,
    nil: false,
    nilAllowed: true,
    versions: 0,
    reason: null,
    waiver: null,
    dispute: 'none',
    ...row,
  };
}

const FILED = {
  standing: 'filed',
  timeliness: 'on_time',
  filedAt: at('2016-08-05 15:42'),
  filedBy: '安警官',
  versions: 1,
} as const;
const owedBy = (id: string, over: Partial<ObligationFacts> = {}) => anObligation({ unit: unit(id), ...over });
const overdue = (id: string, over: Partial<ObligationFacts> = {}) =>
  owedBy(id, { standing: 'overdue', ...over });
const filing = (over: Partial<ObligationFacts> = {}) =>
  anObligation({
    duty: FILING,
    period: ONCE,
    nilAllowed: false,
    dueAt: at('2016-06-15 17:30'),
    dueOn: on('2016-06-15'),
    closesAt: at('2017-02-01 00:00'),
    standing: 'overdue',
    ...over,
  });

const figure = (id: string, name: string, measure: string) => ({
  id: as<FigureId>(id),
  name,
  unit: measure,
  decimals: 0,
});
const CHECKED = figure('checked', '排查机构数', '家');
const PROBLEMS = figure('problems', '发现问题数', '个');
const RECTIFIED = figure('rectified', '整改完成数', '个');

/** The police's report as it was filed on Friday at 15:42. */
export const aReport = (over: Partial<ReportFacts> = {}): ReportFacts => ({
  obligation: anObligation(FILED),
  no: 1,
  nil: false,
  afterClose: false,
  filedAt: at('2016-08-05 15:42'),
  filedBy: '安警官',
  phonedBy: null,
  fields: [
    { id: 'progress', name: '进展及成效', text: '本周排查投资理财公司12家，约谈3家，责令整改2家。' },
    {
      id: 'advice',
      name: '存在问题和建议',
      text: '部分公司注册地与经营地不一致，建议工商部门共享登记信息。',
    },
    { id: 'next', name: '下步安排', text: '下周对约谈公司逐一复查。' },
  ],
  figures: [
    { ...CHECKED, value: 12, before: 9 },
    { ...PROBLEMS, value: 4, before: 4 },
    { ...RECTIFIED, value: 2, before: null },
  ],
  files: [{ id: 'F1', name: '排查清单.xlsx' }],
  ...over,
});

const COUNTS: Counts = { due: 10, reported: 6, onTime: 6, late: 0, nil: 1, missing: 4, waived: 0 };
const BULLETIN_COUNTS: Counts = { due: 10, reported: 9, onTime: 8, late: 1, nil: 1, missing: 1, waived: 0 };
const FIGURES: FigureTotal[] = [
  { ...CHECKED, total: 86, before: 75 },
  { ...PROBLEMS, total: 23, before: 19 },
  { ...RECTIFIED, total: 15, before: 9 },
];

/** Bulletin No. 9 on week 31, as it stands on Monday morning. */
export const aBulletin = (over: Partial<BulletinFacts> = {}): BulletinFacts => ({
  ...MONDAY,
  id: bulletinId(CAMPAIGN, BULLETIN.id, NEXT_WEEK.id),
  campaign: CAMPAIGN,
  campaignName: CAMPAIGN_NAME,
  issuer: '市领导小组办公室',
  state: 'drafted',
  no: null,
  dueAt: at('2016-08-08 12:00'),
  dueOn: on('2016-08-08'),
  duty: BULLETIN,
  period: NEXT_WEEK,
  collects: WEEKLY,
  collectsPeriod: WEEK,
  counts: BULLETIN_COUNTS,
  before: { ...BULLETIN_COUNTS, onTime: 7 },
  figures: FIGURES,
  missing: [{ unit: unit('gsj'), dispute: null }],
  late: [{ unit: unit('sfx'), filedAt: at('2016-08-06 10:20'), dispute: '网络故障，电话已先行报告' }],
  waived: [],
  rows: [
    {
      unit: unit('gaj'),
      standing: 'accepted',
      timeliness: 'on_time',
      nil: false,
      filedAt: at('2016-08-05 15:42'),
      figures: { [CHECKED.id]: 12, [PROBLEMS.id]: 4 },
    },
    {
      unit: unit('lxq'),
      standing: 'filed',
      timeliness: 'on_time',
      nil: true,
      filedAt: at('2016-08-05 15:50'),
      figures: {},
    },
    {
      unit: unit('sfx'),
      standing: 'filed',
      timeliness: 'late',
      nil: false,
      filedAt: at('2016-08-06 10:20'),
      figures: { [CHECKED.id]: 7 },
    },
    { unit: unit('gsj'), standing: 'missed', timeliness: 'missed', nil: false, filedAt: null, figures: {} },
  ],
  overview: null,
  problems: null,
  next: null,
  highlights: [{ unit: unit('gaj'), text: '公安、工商联合上门核查，一次查清注册地与经营地。' }],
  approvedBy: null,
  approvedAt: null,
  publishedBy: null,
  publishedAt: null,
  corrections: [],
  ...over,
});
const APPROVED = { state: 'approved', approvedBy: '金主任', approvedAt: at('2016-08-08 10:05') } as const;
const CORRECTION = {
  no: 1,
  text: '第31周排查机构数应为 88 家，系双峰县补报 2 家。',
  by: '金主任',
  at: at('2016-08-09 09:30'),
};
const PUBLISHED = {
  ...APPROVED,
  state: 'published',
  no: 9,
  publishedBy: '文书一',
  publishedAt: at('2016-08-08 10:10'),
  corrections: [CORRECTION],
} as const;
const published = (over: Partial<BulletinFacts> = {}) =>
  aBulletin({
    ...PUBLISHED,
    corrections: [CORRECTION],
    next: '请市工商局8月9日前补报，并说明原因。',
    ...over,
  });

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
  handed_over: [
    { kind: 'handed_over', unit: unit('gaj'), role: 'liaison', from: '安警官', to: '安新任', open: 2 },
    { kind: 'handed_over', unit: unit('gaj'), role: 'deputy', from: null, to: '安副手', open: 0 },
  ],
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
];

const momentOf = (item: NoticeItem): { now: typeof NOW; zone: string } => {
  if ('obligation' in item) return item.obligation;
  if ('report' in item) return item.report.obligation;
  return 'bulletin' in item ? item.bulletin : MOMENT;
};
const told = ({ name, items, at: moment = MOMENT }: Told): Sample<MessageContent> => ({
  name,
  facts: { kind: 'told', at: moment.now, zone: moment.zone, items },
});

export type Sample<Facts> = { name: string; facts: Facts };
const numbered = (kind: string, i: number): string => (i === 0 ? kind : `${kind} (${i + 1})`);

const BULLETIN_MESSAGES: Sample<MessageContent>[] = [
  { name: 'bulletin_head', facts: { kind: 'bulletin_head', bulletin: published() } },
  ...(['overview', 'units', 'highlights', 'next'] as const).map((part) => ({
    name: `bulletin_part ${part}`,
    facts: { kind: 'bulletin_part' as const, part, bulletin: published() },
  })),
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

const FIELDS: ReportFormFacts['fields'] = [
  { id: 'progress', name: '进展及成效', type: 'text', required: true },
  { ...CHECKED, type: 'figure', before: 9 },
  { ...PROBLEMS, type: 'figure', before: null },
  { id: 'started', name: '启动日期', type: 'date', required: false },
  {
    id: 'level',
    name: '风险等级',
    type: 'choice',
    required: false,
    choices: ['高', '中', '低'],
    hint: '按市里标准',
  },
  { id: 'people', name: '参加人数', type: 'number', required: false },
  { id: 'files', name: '附件', type: 'files', required: false },
];

/** The form of the police's weekly report. */
export const aReportForm = (over: Partial<ReportFormFacts> = {}): ReportFormFacts => ({
  obligation: anObligation(),
  choices: [anObligation(), filing(MOMENT)],
  fields: FIELDS,
  values: { 'figure:checked': '9', next: '下周复查。' },
  files: [],
  filledFrom: 'last_period',
  canCopyLast: true,
  onBehalf: false,
  problems: [],
  ...over,
});

/** One problem of every kind, each at a field. */
export const problems: { [K in FieldProblem['kind']]: Extract<FieldProblem, { kind: K }> } = {
  required: { field: 'progress', kind: 'required' },
  not_a_number: { field: 'figure:checked', kind: 'not_a_number', typed: '十二' },
  negative: { field: 'figure:problems', kind: 'negative', typed: '-3' },
  too_many_decimals: { field: 'people', kind: 'too_many_decimals', typed: '1.5', decimals: 0 },
  too_large: { field: 'next', kind: 'too_large', typed: '99999999999999999999' },
  not_a_date: { field: 'started', kind: 'not_a_date', typed: '8月32日' },
  not_a_choice: { field: 'level', kind: 'not_a_choice', typed: '很高', choices: ['高', '中', '低'] },
  too_long: { field: 'reason', kind: 'too_long', length: 3200, most: 3000 },
  classified: { field: 'advice', kind: 'classified', word: '机密' },
  in_the_past: { field: 'date', kind: 'in_the_past', typed: '2016-08-01' },
};

type Blank = { values: Record<string, string>; problems: FieldProblem[] };
const BLANK: Blank = { values: {}, problems: [] };
type AskForms = { [F in AskFormFacts['form']]: Extract<AskFormFacts, { form: F }> };
/** One of every form but the report's. */
export const askForms: AskForms = {
  return: { form: 'return', ...BLANK, obligation: anObligation(FILED), defaultDueOn: on('2016-08-08') },
  waive: { form: 'waive', ...BLANK, obligation: anObligation() },
  dispute: { form: 'dispute', ...BLANK, obligation: anObligation({ ...FILED, timeliness: 'late' }) },
  decide_dispute: {
    form: 'decide_dispute',
    ...BLANK,
    obligation: owedBy('sfx', { ...FILED, timeliness: 'late', dispute: 'open' }),
    text: '周五下午网络故障。',
    by: '双小峰',
  },
  nil: {
    form: 'nil',
    ...BLANK,
    obligation: anObligation(),
    choices: [anObligation(), owedBy('gsj')],
    onBehalf: true,
  },
  bulletin_edit: {
    form: 'bulletin_edit',
    values: { highlights: 'gaj' },
    problems: [],
    bulletin: aBulletin(),
    candidates: [
      { unit: unit('gaj'), text: '联合上门核查。' },
      { unit: unit('lxq'), text: '建立网格排查。' },
    ],
  },
  bulletin_correct: { form: 'bulletin_correct', ...BLANK, bulletin: published() },
  leave: { form: 'leave', ...BLANK, people: [an, person('an.b', '安副手')], chosen: an },
  replace_liaison: {
    form: 'replace_liaison',
    ...BLANK,
    units: [unit('gaj'), unit('gsj')],
    chosen: unit('gaj'),
    current: an,
  },
};

const MAY_UNIT: HomeFacts['may'] = [
  'report',
  'nil',
  'mine',
  'status',
  'missing',
  'show',
  'dispute',
  'leave',
  'settings',
  'help',
];
const MAY_OFFICE: HomeFacts['may'] = [
  'mine',
  'status',
  'missing',
  'show',
  'chase',
  'return',
  'accept',
  'waive',
  'bulletin',
  'roster',
  'replace_liaison',
  'leave',
  'rehearse',
  'export',
  'audit',
  'settings',
  'help',
];
const board = (over: Partial<HomeFacts['board'][number]> = {}): HomeFacts['board'][number] => ({
  duty: WEEKLY,
  period: WEEK,
  dueAt: at('2016-08-05 17:00'),
  counts: COUNTS,
  red: false,
  figures: [],
  missing: ['gsj', 'gaj', 'swlsj', 'sfx'].map(unit),
  ...over,
});
const home = (over: Partial<HomeFacts>): HomeFacts => ({
  ...MOMENT,
  person: an,
  campaignName: CAMPAIGN_NAME,
  roles: [],
  owed: [],
  filed: [],
  board: [],
  bulletins: [],
  disputes: [],
  troubles: { people: [], channels: [] },
  may: MAY_UNIT,
  ...over,
});
const role = (name: Role, id?: string) => ({ role: name, unit: id === undefined ? null : unit(id) });

/** Home as each kind of person finds it. */
export const homes: Sample<HomeFacts>[] = [
  {
    name: 'liaison',
    facts: home({
      roles: [role('liaison', 'gaj')],
      owed: [filing(MOMENT), anObligation()],
      filed: [anObligation({ ...FILED, ...MOMENT, period: NEXT_WEEK })],
    }),
  },
  {
    name: 'liaison who owes nothing',
    facts: home({ roles: [role('liaison', 'gaj')], filed: [anObligation(FILED)] }),
  },
  {
    name: 'head',
    facts: home({
      person: person('an.head', '安局长'),
      roles: [role('head', 'gaj')],
      owed: [overdue('gaj')],
    }),
  },
  {
    name: 'office',
    facts: home({
      ...MONDAY,
      person: person('wen', '文书一'),
      roles: [role('office_staff', 'jrb')],
      board: [board()],
      bulletins: [aBulletin(), aBulletin(APPROVED)],
      disputes: [
        {
          obligation: owedBy('sfx', { ...FILED, timeliness: 'late' }),
          text: '周五下午网络故障。',
          by: '双小峰',
        },
      ],
      troubles: { people: [person('xin', '新小化')], channels: ['整治通报'] },
      may: MAY_OFFICE,
    }),
  },
  {
    name: 'leader',
    facts: home({
      person: person('zhou', '周正'),
      roles: [role('leader')],
      may: ['mine', 'status', 'missing', 'show', 'settings', 'help'],
      board: [
        board({ red: true, figures: FIGURES }),
        board({
          duty: FILING,
          period: ONCE,
          missing: [],
          counts: { ...COUNTS, missing: 0, reported: 10, waived: 1 },
        }),
      ],
    }),
  },
  {
    name: 'inspector',
    facts: home({
      person: person('ducha', '督查员'),
      roles: [role('inspector')],
      may: ['status', 'missing', 'show', 'export', 'audit', 'settings', 'help'],
    }),
  },
];

const STATUS_ROWS = [
  anObligation(FILED),
  owedBy('lxq', { ...FILED, nil: true }),
  owedBy('sfx', { ...FILED, timeliness: 'late' }),
  owedBy('gsj'),
];
type OutcomeSamples = { [K in Outcome['kind']]: Extract<Outcome, { kind: K }>[] };
const answered = <K extends Extract<Outcome, { obligation: ObligationFacts }>['kind']>(
  kind: K,
  over: Partial<ObligationFacts> = {},
) => [{ kind, obligation: anObligation(over) }] as unknown as OutcomeSamples[K];

/** At least one of every kind of outcome; refusals are in `refusals`. */
export const outcomes: OutcomeSamples = {
  refused: [],
  report_form: [
    { kind: 'report_form', form: aReportForm() },
    {
      kind: 'report_form',
      form: aReportForm({
        onBehalf: true,
        filledFrom: 'draft',
        files: [{ id: 'F1', name: '清单.xlsx' }],
        choices: [],
      }),
    },
    {
      kind: 'report_form',
      form: aReportForm({
        filledFrom: 'filed',
        canCopyLast: false,
        obligation: anObligation({ standing: 'returned', reason: '请核对数字。', versions: 1 }),
      }),
    },
  ],
  ask_form: Object.values(askForms).map((form) => ({ kind: 'ask_form', form })),
  filed: [
    { kind: 'filed', report: aReport(), again: false },
    { kind: 'filed', report: aReport({ nil: true, figures: [], files: [], fields: [] }), again: false },
    { kind: 'filed', report: aReport({ no: 2, phonedBy: '安警官', filedBy: '文书一' }), again: false },
    {
      kind: 'filed',
      report: aReport({
        afterClose: true,
        obligation: anObligation({ ...FILED, ...MONDAY, timeliness: 'missed' }),
      }),
      again: false,
    },
  ],
  mine: [
    {
      kind: 'mine',
      ...MOMENT,
      owed: [filing(MOMENT), anObligation(), owedBy('gsj', { standing: 'returned' })],
      filed: [owedBy('lxq', FILED)],
      may: MAY_UNIT,
      units: [unit('gaj')],
    },
    { kind: 'mine', ...MOMENT, owed: [], filed: [], may: MAY_UNIT, units: [unit('gaj'), unit('gsj')] },
  ],
  status: [
    {
      kind: 'status',
      ...MOMENT,
      duty: WEEKLY,
      period: WEEK,
      dueAt: at('2016-08-05 17:00'),
      counts: COUNTS,
      missing: ['gsj', 'gaj', 'swlsj', 'sfx'].map(unit),
      rows: STATUS_ROWS,
      figures: FIGURES,
      mayChase: true,
    },
    {
      kind: 'status',
      ...MOMENT,
      duty: FILING,
      period: ONCE,
      dueAt: at('2016-06-15 17:30'),
      counts: { ...COUNTS, reported: 10, missing: 0, nil: 0, waived: 1 },
      missing: [],
      rows: [],
      figures: [],
      mayChase: false,
    },
  ],
  unit_status: [
    {
      kind: 'unit_status',
      ...MOMENT,
      unit: unit('gaj'),
      rows: [
        anObligation(FILED),
        filing(MOMENT),
        anObligation({ standing: 'waived' }),
        anObligation({
          standing: 'upcoming',
          period: NEXT_WEEK,
          dueAt: at('2016-08-12 17:00'),
          dueOn: on('2016-08-12'),
        }),
      ],
    },
    { kind: 'unit_status', ...MOMENT, unit: unit('jrb'), rows: [] },
  ],
  missing: [
    {
      kind: 'missing',
      ...MOMENT,
      duty: WEEKLY,
      period: WEEK,
      dueAt: at('2016-08-05 17:00'),
      counts: COUNTS,
      rows: ['gsj', 'gaj', 'swlsj', 'sfx'].map((id) => owedBy(id)),
      mayChase: true,
    },
  ],
  report_shown: [
    {
      kind: 'report_shown',
      report: aReport({ no: 2, obligation: anObligation({ ...FILED, versions: 2 }) }),
      older: [{ no: 1, filedAt: at('2016-08-05 11:00'), filedBy: '安副手' }],
      may: ['report', 'accept', 'return', 'dispute'],
    },
    {
      kind: 'report_shown',
      report: aReport({ nil: true, fields: [], figures: [], files: [] }),
      older: [],
      may: [],
    },
  ],
  nothing_filed: [
    { kind: 'nothing_filed', unit: unit('gsj'), obligation: owedBy('gsj') },
    { kind: 'nothing_filed', unit: unit('gsj'), obligation: null },
  ],
  chased: [
    {
      kind: 'chased',
      ...MOMENT,
      rows: ['gsj', 'gaj'].map((id) => owedBy(id)),
      skipped: [{ obligation: owedBy('sfx'), chasedAt: at('2016-08-05 15:10') }],
      at: NOW,
      later: false,
      unreachable: [unit('xhx')],
    },
    {
      kind: 'chased',
      ...MOMENT,
      rows: [owedBy('gsj')],
      skipped: [],
      at: at('2016-08-08 08:30'),
      later: true,
      unreachable: [],
    },
  ],
  returned: answered('returned', {
    standing: 'returned',
    dueAt: at('2016-08-08 17:30'),
    dueOn: on('2016-08-08'),
  }),
  accepted: answered('accepted', { ...FILED, standing: 'accepted' }),
  waived: answered('waived', { standing: 'waived' }),
  disputed: answered('disputed', { ...FILED, dispute: 'open' }),
  dispute_decided: answered('dispute_decided', { ...FILED, dispute: 'upheld' }),
  noted: answered('noted'),
  cannot_note: answered('cannot_note'),
  bulletin: [
    { kind: 'bulletin', bulletin: aBulletin(), did: 'preview' },
    {
      kind: 'bulletin',
      bulletin: aBulletin({ overview: '本周各单位加大排查力度。', problems: '个别单位报送不及时。' }),
      did: 'edited',
    },
    { kind: 'bulletin', bulletin: aBulletin(APPROVED), did: 'approved' },
    { kind: 'bulletin', bulletin: published(), did: 'published' },
    { kind: 'bulletin', bulletin: published(), did: 'corrected' },
  ],
  roster: [
    {
      kind: 'roster',
      ...MOMENT,
      unit: null,
      entries: [
        {
          person: person('yin', '银人行'),
          role: 'liaison',
          unit: unit('rmyh'),
          phone: '138****0001',
          email: 'yin@loudi.example',
          bound: true,
          onLeaveUntil: on('2016-08-09'),
        },
        {
          person: person('xin', '新小化'),
          role: 'liaison',
          unit: unit('xhx'),
          phone: null,
          email: 'xin@loudi.example',
          bound: false,
          onLeaveUntil: null,
        },
        {
          person: person('zhou', '周正'),
          role: 'leader',
          unit: null,
          phone: null,
          email: null,
          bound: true,
          onLeaveUntil: null,
        },
      ],
    },
    { kind: 'roster', ...MOMENT, unit: unit('gaj'), entries: [] },
  ],
  leave_set: [
    {
      kind: 'leave_set',
      ...MOMENT,
      person: an,
      from: on('2016-08-08'),
      to: on('2016-08-12'),
      told: [person('an.b', '安副手')],
      cancelled: false,
    },
    {
      kind: 'leave_set',
      ...MOMENT,
      person: an,
      from: on('2016-08-08'),
      to: on('2016-08-08'),
      told: [],
      cancelled: true,
    },
  ],
  liaison_replaced: [
    { kind: 'liaison_replaced', unit: unit('gaj'), from: an, to: person('an.new', '安新任'), open: 2 },
  ],
  rehearsal: [
    {
      kind: 'rehearsal',
      ...MOMENT,
      from: NOW,
      to: at('2016-08-19 16:00'),
      sends: [
        ...['尚工商', '良商粮', '双小峰'].map((name) => ({
          at: at('2016-08-05 17:00'),
          to: person('x', name),
          role: 'liaison' as const,
          what: 'reminder',
          duty: WEEKLY,
          unit: unit('gsj'),
          period: WEEK,
          step: 'overdue',
          dueAt: at('2016-08-05 17:00'),
          provisional: false,
          unbound: false,
        })),
        {
          at: at('2016-08-08 09:00'),
          to: person('wen', '文书一'),
          role: 'office_staff',
          what: 'bulletin_drafted',
          duty: BULLETIN,
          unit: unit('jrb'),
          period: NEXT_WEEK,
          step: 'drafted',
          dueAt: at('2016-08-08 12:00'),
          provisional: true,
          unbound: true,
        },
        {
          at: at('2016-08-08 12:00'),
          to: { channel: '整治通报' },
          role: null,
          what: 'bulletin_head',
          duty: null,
          unit: null,
          period: null,
          step: 'drafted',
          dueAt: null,
          provisional: false,
          unbound: false,
        },
      ],
    },
    { kind: 'rehearsal', ...MOMENT, from: NOW, to: at('2016-08-06 16:00'), sends: [] },
  ],
  export: [{ kind: 'export', name: '台账-2016-08-05.csv', text: '单位,状态\n', rows: 120 }],
  audit: [
    {
      kind: 'audit',
      ...MOMENT,
      object: '市公安局第31周工作进展周报',
      lines: [
        {
          at: at('2016-08-05 15:42'),
          actor: '安警官',
          verb: 'report',
          object: 'loudi-2016/weekly/gaj/2016-W31',
          detail: { no: 1 },
        },
      ],
    },
    { kind: 'audit', ...MOMENT, object: null, lines: [] },
  ],
  settings: [
    { kind: 'settings', language: 'slack', did: false },
    { kind: 'settings', language: 'en', did: true },
  ],
  help: [{ kind: 'help', commands: MAY_OFFICE }],
  home: homes.map(({ facts }) => ({ kind: 'home', home: facts })),
};

type RefusalSamples = { [K in Refusal['kind']]: Extract<Refusal, { kind: K }>[] };
const CONTACT = ['文书一'];
const DONE = { by: '文书一', at: at('2016-08-05 15:50'), zone: ZONE };

/** At least one of every kind of refusal. */
export const refusals: RefusalSamples = {
  unknown_person: [{ kind: 'unknown_person' }],
  no_campaign: [{ kind: 'no_campaign' }],
  unknown_command: [
    { kind: 'unknown_command', typed: '填抱', near: ['report', 'nil', 'mine'] },
    { kind: 'unknown_command', typed: 'xyz', near: [] },
  ],
  unknown_unit: [
    {
      kind: 'unknown_unit',
      typed: '市公案局',
      near: [unit('gaj')],
      askedFor: { action: 'show', input: { duty: 'weekly' } },
    },
    { kind: 'unknown_unit', typed: '某局', near: [] },
  ],
  ambiguous_unit: [{ kind: 'ambiguous_unit', typed: '商', choices: [unit('gsj'), unit('swlsj')] }],
  unknown_duty: [
    { kind: 'unknown_duty', typed: '周抱', near: [WEEKLY] },
    { kind: 'unknown_duty', typed: '日报', near: [] },
  ],
  unknown_period: [{ kind: 'unknown_period', typed: '第99周' }],
  unknown_word: [{ kind: 'unknown_word', typed: '慢慢', command: 'rehearse' }],
  unknown_member: [{ kind: 'unknown_member', typed: '安警', near: [an] }],
  which_unit: [{ kind: 'which_unit', command: 'replace_liaison', choices: [unit('gaj'), unit('gsj')] }],
  which_obligation: [
    { kind: 'which_obligation', command: 'return', choices: [anObligation(), filing(MOMENT)] },
  ],
  office_only: [{ kind: 'office_only', command: 'chase', contact: CONTACT }],
  not_your_unit: [{ kind: 'not_your_unit', unit: unit('gsj'), contact: CONTACT }],
  content_not_yours: [{ kind: 'content_not_yours', unit: unit('gsj'), contact: CONTACT }],
  no_role_for: [{ kind: 'no_role_for', command: 'report', contact: [] }],
  nothing_owed: [{ kind: 'nothing_owed', ...MOMENT, units: [unit('gaj')] }],
  nil_not_allowed: [{ kind: 'nil_not_allowed', obligation: filing(MOMENT) }],
  not_owed: [{ kind: 'not_owed', obligation: anObligation({ standing: 'waived' }) }],
  nothing_to_decide: [{ kind: 'nothing_to_decide', obligation: anObligation(), command: 'accept' }],
  no_such_obligation: [
    { kind: 'no_such_obligation', duty: FILING, unit: unit('lxq'), period: ONCE },
    { kind: 'no_such_obligation', duty: WEEKLY, unit: null, period: WEEK },
  ],
  gone: [{ kind: 'gone', id: 'loudi-2016/old/gaj/2016-W01' }],
  already_decided: [
    { kind: 'already_decided', obligation: anObligation({ ...FILED, standing: 'accepted' }), ...DONE },
  ],
  not_late: [{ kind: 'not_late', obligation: anObligation(FILED) }],
  dispute_too_late: [{ kind: 'dispute_too_late', obligation: anObligation(FILED), bulletinNo: 9 }],
  nobody_to_chase: [{ kind: 'nobody_to_chase', duty: WEEKLY, period: WEEK }],
  chased_lately: [
    {
      kind: 'chased_lately',
      ...MOMENT,
      rows: [{ obligation: owedBy('gsj'), chasedAt: at('2016-08-05 15:10') }],
    },
  ],
  classified: [{ kind: 'classified', word: '机密' }],
  no_bulletin: [
    { kind: 'no_bulletin', nextAt: at('2016-08-08 00:00'), zone: ZONE },
    { kind: 'no_bulletin', nextAt: null, zone: ZONE },
  ],
  bulletin_state: (['approve_first', 'already_approved', 'already_published', 'not_published'] as const).map(
    (wanted) => ({
      kind: 'bulletin_state',
      bulletin: aBulletin(),
      wanted,
    }),
  ),
  bad_days: [{ kind: 'bad_days', typed: '九百', most: 60 }],
  bad_range: [{ kind: 'bad_range', typed: '8月12日 8月8日' }],
  form: [
    {
      kind: 'form',
      form: {
        form: 'report',
        report: aReportForm({
          filledFrom: 'refused',
          problems: Object.values(problems),
          values: { 'figure:checked': '十二', started: '8月32日' },
        }),
      },
    },
    {
      kind: 'form',
      form: {
        ...askForms.return,
        values: { reason: '' },
        problems: [{ ...problems.required, field: 'reason' }, problems.in_the_past],
      },
    },
  ],
  busy: [{ kind: 'busy' }],
};

/** Every outcome, refusals included, named by kind. */
export const allOutcomes: Sample<Outcome>[] = [
  ...Object.entries(outcomes)
    .filter(([kind]) => kind !== 'home' && kind !== 'ask_form')
    .flatMap(([kind, samples]) => samples.map((facts, i) => ({ name: numbered(kind, i), facts }))),
  ...Object.values(askForms).map(
    (form): Sample<Outcome> => ({ name: `ask_form ${form.form}`, facts: { kind: 'ask_form', form } }),
  ),
  ...Object.entries(refusals).flatMap(([kind, samples]) =>
    samples.map(
      (refusal, i): Sample<Outcome> => ({
        name: `refused ${numbered(kind, i)}`,
        facts: { kind: 'refused', refusal },
      }),
    ),
  ),
  ...homes.map(
    ({ name, facts }): Sample<Outcome> => ({ name: `home ${name}`, facts: { kind: 'home', home: facts } }),
  ),
];
