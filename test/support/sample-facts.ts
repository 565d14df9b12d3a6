// Facts of the sample campaign in its 31st week of 2016: rows, reports, bulletins. What is said of them stands beside.

import type { DutyKind } from '../../domain/campaign.ts';
import type {
  BulletinFacts,
  Counts,
  DutyFacts,
  FigureTotal,
  ObligationFacts,
  PeriodFacts,
  PersonFacts,
  ReportFacts,
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
import { at, dutyId, on, period as periodId, unitId } from './builders.ts';

export const ZONE = 'Asia/Shanghai';
export const CAMPAIGN = as<CampaignId>('loudi-2016');
export const CAMPAIGN_NAME = '娄底市互联网金融风险专项整治';
export const NOW = at('2016-08-05 16:00');
export const MOMENT = { now: NOW, zone: ZONE };
export const EVE = { now: at('2016-08-04 09:00'), zone: ZONE };
export const AFTER = { now: at('2016-08-05 17:00'), zone: ZONE };
export const MONDAY = { now: at('2016-08-08 09:00'), zone: ZONE };

export const UNITS: Record<string, string> = {
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
export const an = person('an', '安警官');
export const shang = person('shang', '尚工商');

export const duty = (id: string, name: string, kind: DutyKind = 'report'): DutyFacts => ({
  id: dutyId(id),
  name,
  kind,
});
export const WEEKLY = duty('weekly', '工作进展周报');
export const FILING = duty('plan-filing', '实施方案报备');
export const BULLETIN = duty('bulletin', '情况通报', 'bulletin');

export const WEEK: PeriodFacts = {
  id: periodId('2016-W31'),
  kind: 'week',
  from: on('2016-08-01'),
  to: on('2016-08-07'),
};
export const NEXT_WEEK: PeriodFacts = {
  id: periodId('2016-W32'),
  kind: 'week',
  from: on('2016-08-08'),
  to: on('2016-08-14'),
};
export const HOLIDAY_WEEK: PeriodFacts = {
  id: periodId('2016-W40'),
  kind: 'week',
  from: on('2016-10-03'),
  to: on('2016-10-09'),
};
export const ONCE: PeriodFacts = {
  id: periodId('once'),
  kind: 'once',
  from: on('2016-06-01'),
  to: on('2017-01-31'),
};
export const MONTH: PeriodFacts = {
  id: periodId('2016-08'),
  kind: 'month',
  from: on('2016-08-01'),
  to: on('2016-08-31'),
};
export const PHASE: PeriodFacts = {
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

export const FILED = {
  standing: 'filed',
  timeliness: 'on_time',
  filedAt: at('2016-08-05 15:42'),
  filedBy: '安警官',
  versions: 1,
} as const;
export const owedBy = (id: string, over: Partial<ObligationFacts> = {}) =>
  anObligation({ unit: unit(id), ...over });
export const overdue = (id: string, over: Partial<ObligationFacts> = {}) =>
  owedBy(id, { standing: 'overdue', ...over });
export const filing = (over: Partial<ObligationFacts> = {}) =>
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
export const CHECKED = figure('checked', '排查机构数', '家');
export const PROBLEMS = figure('problems', '发现问题数', '个');
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

export const COUNTS: Counts = { due: 10, reported: 6, onTime: 6, late: 0, nil: 1, missing: 4, waived: 0 };
const BULLETIN_COUNTS: Counts = {
  due: 10,
  reported: 9,
  onTime: 8,
  late: 1,
  nil: 1,
  missing: 1,
  waived: 0,
};
export const FIGURES: FigureTotal[] = [
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
  tasks: null,
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
export const APPROVED = {
  state: 'approved',
  approvedBy: '金主任',
  approvedAt: at('2016-08-08 10:05'),
} as const;
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
export const published = (over: Partial<BulletinFacts> = {}) =>
  aBulletin({
    ...PUBLISHED,
    corrections: [CORRECTION],
    next: '请市工商局8月9日前补报，并说明原因。',
    ...over,
  });

export type Sample<Facts> = { name: string; facts: Facts };
export const numbered = (kind: string, i: number): string => (i === 0 ? kind : `${kind} (${i + 1})`);
