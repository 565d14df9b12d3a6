// The things of a campaign for tests: every builder gives a whole, valid thing and takes what the test is about.
// The defaults are the sample campaign (documents/samples/loudi.yml), written out so that a rule's test reads no file.
// Invariant: each call builds anew, so that no test sees what another changed.

import { holidayTable } from '../../documents/holidays.ts';
import { type Calendar, workCalendar } from '../../domain/calendar.ts';
import type {
  Area,
  Campaign,
  Duty,
  Figure,
  FormItem,
  Phase,
  Posting,
  Role,
  Unit,
  UnitKind,
} from '../../domain/campaign.ts';
import {
  type AreaId,
  as,
  type CampaignId,
  type CivilDate,
  type CivilTime,
  type DutyId,
  type FigureId,
  type FormId,
  type Instant,
  type Period,
  type PersonId,
  type PhaseId,
  type UnitId,
} from '../../domain/ids.ts';
import { parseDate, parseInstant, parseTime } from '../../domain/zone.ts';

function checked<Value>(value: Value | null, text: string): Value {
  if (value === null) throw new Error(`A test names something that does not exist: ${text}`);
  return value;
}

// Names

export const on = (date: string): CivilDate => checked(parseDate(date), date);
export const clock = (time: string): CivilTime => checked(parseTime(time), time);
export const period = (text: string): Period => as<Period>(text);
export const unitId = (text: string): UnitId => as<UnitId>(text);
export const dutyId = (text: string): DutyId => as<DutyId>(text);
export const phaseId = (text: string): PhaseId => as<PhaseId>(text);

/** An instant: `2016-08-05 17:00` in Shanghai, or any ISO text with an offset. */
export const at = (text: string): Instant =>
  checked(parseInstant(text.includes('T') ? text : `${text.replace(' ', 'T')}+08:00`), text);

/** China's calendar as shipped, completed by the campaign's own notice. */
export const calendarOf = (
  campaign: Partial<Pick<Campaign, 'calendar' | 'notice' | 'quietDays'>> = {},
): Calendar => workCalendar(campaign.calendar ?? 'cn', holidayTable(), campaign.notice, campaign.quietDays);

// Units and people

export const aUnit = (over: Partial<Unit> = {}): Unit => ({
  id: unitId('gaj'),
  name: '市公安局',
  aliases: ['公安局', '公安'],
  kind: 'member',
  ...over,
});

const sampleUnit = (id: string, name: string, kind: UnitKind, ...aliases: string[]): Unit =>
  aUnit({ id: unitId(id), name, kind, aliases });

const sampleUnits = (): Unit[] => [
  sampleUnit('jrb', '市政府金融办', 'office', '金融办', '市金融办'),
  sampleUnit('rmyh', '人民银行娄底市中心支行', 'member', '人行', '人民银行', '人行娄底中支'),
  sampleUnit('yjfj', '娄底银监分局', 'member', '银监分局', '银监局'),
  sampleUnit('gsj', '市工商局', 'member', '工商局'),
  sampleUnit('gaj', '市公安局', 'member', '公安局', '公安'),
  sampleUnit('swlsj', '市商务粮食局', 'member', '商务粮食局', '商务局'),
  sampleUnit('lxq', '娄星区人民政府', 'locality', '娄星区', '娄星'),
  sampleUnit('lsj', '冷水江市人民政府', 'locality', '冷水江市', '冷水江'),
  sampleUnit('lys', '涟源市人民政府', 'locality', '涟源市', '涟源'),
  sampleUnit('sfx', '双峰县人民政府', 'locality', '双峰县', '双峰'),
  sampleUnit('xhx', '新化县人民政府', 'locality', '新化县', '新化'),
];

/** One person in one role; without other word, the liaison of 市公安局. The id follows the e-mail. */
export function aPosting(over: Partial<Posting> = {}): Posting {
  const email = over.email ?? 'an@loudi.example';
  const posting: Posting = { person: as<PersonId>(email), name: '安警官', role: 'liaison', email, ...over };
  return 'unit' in over || isUnitless(posting.role) ? posting : { ...posting, unit: unitId('gaj') };
}

const isUnitless = (role: Role): boolean => ['leader', 'deputy_leader', 'inspector'].includes(role);

const samplePosting = (name: string, role: Role, mailbox: string, unit?: string): Posting =>
  aPosting({ name, role, email: `${mailbox}@loudi.example`, ...(unit && { unit: unitId(unit) }) });

const samplePeople = (): Posting[] => [
  samplePosting('周正', 'leader', 'zhou.zheng'),
  samplePosting('金主任', 'office_director', 'jin', 'jrb'),
  samplePosting('文书一', 'office_staff', 'wen', 'jrb'),
  { ...samplePosting('银人行', 'liaison', 'yin', 'rmyh'), phone: '13800000001' },
  samplePosting('简银监', 'liaison', 'jian', 'yjfj'),
  samplePosting('尚工商', 'liaison', 'shang', 'gsj'),
  samplePosting('安警官', 'liaison', 'an', 'gaj'),
  samplePosting('安副手', 'deputy', 'an.b', 'gaj'),
  samplePosting('安局长', 'head', 'an.head', 'gaj'),
  samplePosting('良商粮', 'liaison', 'liang', 'swlsj'),
  samplePosting('娄小星', 'liaison', 'lou', 'lxq'),
  samplePosting('冷小江', 'liaison', 'leng', 'lsj'),
  samplePosting('连小源', 'liaison', 'lian', 'lys'),
  samplePosting('双小峰', 'liaison', 'shuang', 'sfx'),
  samplePosting('新小化', 'liaison', 'xin', 'xhx'),
  samplePosting('督查员', 'inspector', 'ducha'),
];

// Areas, phases, figures, forms

export const anArea = (over: Partial<Area> = {}): Area => ({
  id: as<AreaId>('p2p'),
  name: 'P2P网络借贷和股权众筹',
  leads: [unitId('yjfj')],
  ...over,
});

const sampleArea = (id: string, name: string, lead: string): Area =>
  anArea({ id: as<AreaId>(id), name, leads: [unitId(lead)] });

const sampleAreas = (): Area[] => [
  sampleArea('p2p', 'P2P网络借贷和股权众筹', 'yjfj'),
  sampleArea('zg', '资产管理及跨界从事金融业务', 'rmyh'),
  sampleArea('zf', '第三方支付', 'rmyh'),
  sampleArea('gg', '互联网金融广告', 'gsj'),
  sampleArea('jy', '商品及文化艺术品交易场所', 'swlsj'),
];

export const aPhase = (id: string, name: string, from: string, to: string): Phase => ({
  id: phaseId(id),
  name,
  from: on(from),
  to: on(to),
});

const samplePhases = (): Phase[] => [
  aPhase('deploy', '工作部署', '2016-06-01', '2016-06-15'),
  aPhase('survey', '摸底排查', '2016-06-16', '2016-06-30'),
  aPhase('cleanup', '清理整顿', '2016-07-01', '2016-09-30'),
  aPhase('inspect', '督查评估', '2016-10-01', '2016-12-20'),
  aPhase('accept', '验收总结', '2016-12-21', '2017-01-10'),
];

export const aFigure = (over: Partial<Figure> = {}): Figure => ({
  id: as<FigureId>('checked'),
  name: '排查机构数',
  unit: '家',
  decimals: 0,
  ...over,
});

const sampleFigures = (): Figure[] => [
  aFigure(),
  aFigure({ id: as<FigureId>('problems'), name: '发现问题数', unit: '个' }),
  aFigure({ id: as<FigureId>('rectified'), name: '整改完成数', unit: '个' }),
  aFigure({ id: as<FigureId>('transferred'), name: '移送线索数', unit: '条' }),
];

/** The sample's form: two required texts, two free ones, the four figures, files. */
export const aForm = (): FormItem[] => [
  { id: 'progress', name: '进展及成效', type: 'text', required: true },
  { figures: sampleFigures().map(({ id }) => id) },
  { id: 'new', name: '新情况新问题', type: 'text', required: false },
  { id: 'advice', name: '存在问题和建议', type: 'text', required: false },
  { id: 'next', name: '下步安排', type: 'text', required: true },
  { id: 'files', name: '附件', type: 'files', required: false },
];

// Duties

/** The sample's weekly report: Friday 17:00, earlier on a holiday, nil allowed. */
export const aDuty = (over: Partial<Duty> = {}): Duty => ({
  id: dutyId('weekly'),
  name: '工作进展周报',
  source: '各县市区和各成员单位对工作进展情况要一周一报',
  kind: 'report',
  owedBy: ['member', 'locality'],
  rhythm: { every: 'week', weekday: 'fri', time: clock('17:00') },
  onHoliday: { roll: 'previous' },
  graceMinutes: 0,
  form: as<FormId>('progress'),
  nil: true,
  ...over,
});

/** A duty of one report on one day, until the end of office hours. */
export const aOnceDuty = (date: string, over: Partial<Duty> = {}): Duty =>
  aDuty({
    id: dutyId('filing'),
    name: '报备',
    rhythm: { every: 'once', date: on(date), time: clock('17:30') },
    onHoliday: { roll: 'keep' },
    form: null,
    nil: false,
    source: undefined,
    ...over,
  });

/** The sample's bulletin: Monday 12:00, later on a holiday, on the weekly reports. */
export const aBulletinDuty = (over: Partial<Duty> = {}): Duty =>
  aDuty({
    id: dutyId('bulletin'),
    name: '情况通报',
    source: '市领导小组办公室要将有关情况一周一通报',
    kind: 'bulletin',
    owedBy: ['office'],
    rhythm: { every: 'week', weekday: 'mon', time: clock('12:00') },
    onHoliday: { roll: 'next', nth: 1 },
    form: null,
    nil: false,
    collects: dutyId('weekly'),
    ...over,
  });

/** The sample's meeting: the 25th of each month, 15:00, later on a holiday. */
export const aConsultationDuty = (over: Partial<Duty> = {}): Duty =>
  aDuty({
    id: dutyId('consultation'),
    name: '领导小组会议（会商）',
    source: '每月召开一次领导小组会议，研究解决互联网金融风险专项整治工作中的相关问题',
    kind: 'consultation',
    owedBy: ['office'],
    rhythm: { every: 'month', day: 25, time: clock('15:00') },
    onHoliday: { roll: 'next', nth: 1 },
    form: null,
    nil: false,
    ...over,
  });

const planFiling = (): Duty =>
  aOnceDuty('2016-06-15', {
    id: dutyId('plan-filing'),
    name: '实施方案报备',
    source: '于20xx年6月15日前报市领导小组办公室备案',
    owedBy: [...['rmyh', 'yjfj', 'gsj', 'gaj', 'swlsj'].map(unitId), 'locality'],
  });

const surveySummary = (): Duty =>
  aOnceDuty('2016-06-30', {
    id: dutyId('survey-summary'),
    name: '排查汇总信息',
    source: '将排查汇总的相关信息，于20xx年6月30日前报市领导小组办公室',
    phase: phaseId('survey'),
    form: as<FormId>('progress'),
  });

const finalReport = (): Duty =>
  aOnceDuty('2017-01-10', {
    id: dutyId('final-report'),
    name: '整治报告',
    source: '形成整治报告，于20xx年1月10日前报市领导小组办公室',
    phase: phaseId('accept'),
  });

const sampleDuties = (): Duty[] => [
  aDuty(),
  aBulletinDuty(),
  aConsultationDuty(),
  planFiling(),
  surveySummary(),
  finalReport(),
];

// The campaign

/** The whole sample campaign, 2016-06-01 to 2017-01-31. */
export const aCampaign = (over: Partial<Campaign> = {}): Campaign => ({
  id: as<CampaignId>('loudi-2016'),
  name: '娄底市互联网金融风险专项整治',
  group: '市地方金融风险监测预警联动工作领导小组',
  zone: 'Asia/Shanghai',
  calendar: 'cn',
  language: 'zh',
  from: on('2016-06-01'),
  to: on('2017-01-31'),
  channels: { bulletin: '整治通报', office: '整治办公室' },
  workingHours: { from: clock('08:30'), to: clock('17:30') },
  units: sampleUnits(),
  people: samplePeople(),
  areas: sampleAreas(),
  phases: samplePhases(),
  figures: sampleFigures(),
  forms: { progress: aForm() },
  incidentOrder: ['office_staff', 'office_director', 'deputy_leader', 'leader'],
  incidentMinutes: 10,
  ranking: false,
  quietDays: [],
  notice: [],
  duties: sampleDuties(),
  ...over,
});

/** The duty of that id in a campaign; throws if there is none. */
export const theDuty = (campaign: Campaign, id: string): Duty =>
  checked(campaign.duties.find((duty) => duty.id === id) ?? null, id);

/** The unit of that id in a campaign; throws if there is none. */
export const theUnit = (campaign: Campaign, id: string): Unit =>
  checked(campaign.units.find((unit) => unit.id === id) ?? null, id);
