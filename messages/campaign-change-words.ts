// Every word with which a change of a campaign is told, in Chinese and English. A change is one line: the thing, what
// happens to it, and of a changed field the old and the new value.

import {
  type Campaign,
  type Duty,
  type LadderStep,
  type Language,
  type QuietDays,
  type Rhythm,
  UNIT_KINDS,
  type UnitKind,
  WEEKDAYS,
  type Weekday,
} from '../domain/campaign.ts';
import type { CampaignChange, ShownValue } from '../domain/campaign-change.ts';
import type { CivilDate } from '../domain/ids.ts';
import { maskPhone } from '../domain/phone.ts';
import { stepKey } from '../domain/reminders.ts';
import { weekdayOf } from '../domain/zone.ts';
import { catalogs, type Words } from './catalog.ts';
import { type DateGrammar, GRAMMARS } from './date-grammar.ts';

type Word = Duty['kind'] | Campaign['calendar'];
type Of<Kind extends CampaignChange['kind']> = Extract<CampaignChange, { kind: Kind }>;
type FieldOf<Kind extends CampaignChange['kind']> =
  Of<Kind> extends { field: infer Field extends string } ? Field : never;

/** What only an import says. */
type Own = {
  nothing: string;
  yes: string;
  no: string;
  comma: string;
  changed: (what: string, field: string, from: string, to: string) => string;
  added: (what: string) => string;
  removed: (what: string) => string;
  ended: (what: string, on: string) => string;
  created: (change: Of<'campaign_new'>) => string;
  noticeChanged: (dates: readonly string[], total: number) => string;
  formChanged: (what: string) => string;
  named: (list: 'unit' | 'duty' | 'area' | 'phase' | 'figure', name: string, id: string) => string;
  form: (id: string) => string;
  posting: (name: string, role: string, unit: string | null) => string;
  campaign: string;
  fields: {
    campaign: Record<FieldOf<'campaign_changed'>, string>;
    unit: Record<FieldOf<'unit_changed'>, string>;
    posting: Record<FieldOf<'posting_changed'>, string>;
    area: Record<FieldOf<'area_changed'>, string>;
    phase: Record<FieldOf<'phase_changed'>, string>;
    figure: Record<FieldOf<'figure_changed'>, string>;
    duty: Record<FieldOf<'duty_changed'>, string>;
  };
  languages: Record<Language, string>;
  words: Record<Word, string>;
  rhythm: (rhythm: Rhythm, say: Vocabulary) => string;
  holidayRule: (rule: Duty['onHoliday']) => string;
  minutes: (minutes: number) => string;
  until: (from: string, to: string) => string;
};

/** The rest is said as every screen says it. */
type Vocabulary = Own & { shared: Words; dates: DateGrammar };

/** One change as a line for people, such as `报送事项 工作进展周报（weekly）：截止时间 由 每周五 17:00 改为 每周四 17:00`. */
export const describeCampaignChange = (change: CampaignChange, language: Language): string => {
  const say = vocabulary(language);
  switch (change.kind) {
    case 'campaign_new':
      return say.created(change);
    case 'campaign_changed':
      return changedLine(say, say.campaign, say.fields.campaign[change.field], change);
    case 'posting_added':
    case 'posting_removed':
    case 'posting_ended':
    case 'posting_changed':
      return postingLine(say, change);
    case 'form_added':
      return say.added(say.form(change.form));
    case 'form_changed':
      return say.formChanged(say.form(change.form));
    case 'form_removed':
      return say.removed(say.form(change.form));
    case 'account_changed':
      return changedLine(say, oneLine(change.name), say.fields.posting.slack, change);
    case 'notice_changed':
      return say.noticeChanged(
        change.dates.slice(0, SHOWN_DATES).map((date) => dateText(say, date)),
        change.dates.length,
      );
    default:
      return entryLine(say, change);
  }
};

const SHOWN_DATES = 5;

type PostingChange = Of<'posting_added' | 'posting_removed' | 'posting_ended' | 'posting_changed'>;
const postingLine = (say: Vocabulary, change: PostingChange): string => {
  const what = say.posting(change.name, say.shared.roles[change.role], change.unitName ?? change.unit);
  switch (change.kind) {
    case 'posting_added':
      return say.added(what);
    case 'posting_removed':
      return say.removed(what);
    case 'posting_ended':
      return say.ended(what, dateText(say, change.on));
    case 'posting_changed':
      return changedLine(say, what, say.fields.posting[change.field], change);
  }
};

type EntryChange = Extract<CampaignChange, { id: string; name: string }>;
const entryLine = (say: Vocabulary, change: Exclude<EntryChange, Of<'campaign_new'>>): string => {
  switch (change.kind) {
    case 'unit_added':
      return say.added(say.named('unit', change.name, change.id));
    case 'unit_removed':
      return say.removed(say.named('unit', change.name, change.id));
    case 'unit_ended':
      return say.ended(say.named('unit', change.name, change.id), dateText(say, change.on));
    case 'unit_changed':
      return changedLine(
        say,
        say.named('unit', change.name, change.id),
        say.fields.unit[change.field],
        change,
      );
    case 'duty_added':
      return say.added(say.named('duty', change.name, change.id));
    case 'duty_removed':
      return say.removed(say.named('duty', change.name, change.id));
    case 'duty_ended':
      return say.ended(say.named('duty', change.name, change.id), dateText(say, change.on));
    case 'duty_changed':
      return changedLine(
        say,
        say.named('duty', change.name, change.id),
        say.fields.duty[change.field],
        change,
      );
    default:
      return plainEntryLine(say, change);
  }
};

type PlainEntry = Extract<EntryChange, { kind: `${'area' | 'phase' | 'figure'}_${string}` }>;
const plainEntryLine = (say: Vocabulary, change: PlainEntry): string => {
  const { name, id } = change;
  switch (change.kind) {
    case 'area_added':
      return say.added(say.named('area', name, id));
    case 'phase_added':
      return say.added(say.named('phase', name, id));
    case 'figure_added':
      return say.added(say.named('figure', name, id));
    case 'area_removed':
      return say.removed(say.named('area', name, id));
    case 'phase_removed':
      return say.removed(say.named('phase', name, id));
    case 'figure_removed':
      return say.removed(say.named('figure', name, id));
    case 'area_changed':
      return changedLine(say, say.named('area', name, id), say.fields.area[change.field], change);
    case 'phase_changed':
      return changedLine(say, say.named('phase', name, id), say.fields.phase[change.field], change);
    case 'figure_changed':
      return changedLine(say, say.named('figure', name, id), say.fields.figure[change.field], change);
  }
};

type Turn = { from: ShownValue; to: ShownValue };
const changedLine = (say: Vocabulary, what: string, field: string, { from, to }: Turn): string =>
  say.changed(what, field, valueText(say, from), valueText(say, to));

// What a file holds may be on several lines; a change is told on one.
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();

const dateText = (say: Vocabulary, date: CivilDate): string => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return say.dates.withWeekday({ year, month, day, weekday: weekdayOf(date) });
};

const weekdayText = (say: Vocabulary, weekday: Weekday): string =>
  say.dates.weekday(WEEKDAYS.indexOf(weekday) + 1);

const isUnitKind = (word: UnitKind | Word): word is UnitKind =>
  (UNIT_KINDS as readonly string[]).includes(word);

const valueText = (say: Vocabulary, value: ShownValue): string => {
  if (value === null || value === '') return say.nothing;
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (typeof value !== 'object') return oneLine(String(value));
  switch (value.kind) {
    case 'date':
      return dateText(say, value.date);
    case 'word':
      return isUnitKind(value.word) ? say.shared.unitKinds[value.word] : say.words[value.word];
    case 'language':
      return say.languages[value.language];
    case 'quiet_days':
      return value.days.length === 0
        ? say.nothing
        : value.days.map((days) => quietText(say, days)).join(say.comma);
    case 'minutes':
      return say.minutes(value.minutes);
    case 'phone':
      return maskPhone(value.phone);
    case 'rhythm':
      return say.rhythm(value.rhythm, say);
    case 'holiday_rule':
      return say.holidayRule(value.rule);
    case 'roles':
      return value.roles.map((role) => say.shared.roles[role]).join(say.comma);
    case 'list':
      return value.values.length === 0 ? say.nothing : value.values.map(oneLine).join(say.comma);
    case 'ladder':
      return value.steps.length === 0
        ? say.nothing
        : value.steps.map((step) => stepText(say, step)).join(say.comma);
  }
};

const quietText = (say: Vocabulary, { from, to, name }: QuietDays): string => {
  const days = from === to ? dateText(say, from) : say.until(dateText(say, from), dateText(say, to));
  return name === '' ? days : `${days} ${oneLine(name)}`;
};

const stepText = (say: Vocabulary, { at, to }: LadderStep): string =>
  `${stepKey(at)} → ${to.map((role) => say.shared.recipients[role]).join(' + ')}`;

const ZH: Own = {
  nothing: '（无）',
  yes: '是',
  no: '否',
  comma: '、',
  changed: (what, field, from, to) => `${what}：${field}由 ${from} 改为 ${to}`,
  added: (what) => `新增${what}`,
  removed: (what) => `删除${what}`,
  ended: (what, on) => `${what}：至 ${on} 止（历史保留）`,
  created: ({ name, units, people, duties }) =>
    `新建专项行动 ${name}：单位 ${units} 个，人员 ${people} 人次，报送事项 ${duties} 项`,
  noticeChanged: (dates, total) =>
    `放假安排：变更 ${total} 天（${dates.join('、')}${total > dates.length ? '等' : ''}）`,
  formChanged: (what) => `${what}：内容有变`,
  named: (list, name, id) => `${ZH_LISTS[list]} ${oneLine(name)}（${id}）`,
  form: (id) => `表单 ${id}`,
  posting: (name, role, unit) => `${unit === null ? '' : `${oneLine(unit)} `}${role} ${oneLine(name)}`,
  campaign: '专项行动',
  fields: {
    campaign: {
      name: '名称',
      group: '领导小组',
      zone: '时区',
      calendar: '日历',
      language: '语言',
      from: '开始日期',
      to: '结束日期',
      channel_bulletin: '通报频道',
      channel_office: '办公室频道',
      working_hours: '工作时间',
      parent: '上级专项行动',
      incident_order: '急报呼叫顺序',
      incident_minutes: '急报呼叫间隔',
      ranking: '及时率排名',
      quiet_days: '静默日',
    },
    unit: { name: '名称', aliases: '别名', kind: '类别', from: '开始日期', to: '结束日期' },
    posting: { name: '姓名', email: '邮箱', slack: 'Slack 编号', phone: '电话', language: '语言' },
    area: { name: '名称', leads: '牵头单位', daily: '日常工作承担单位' },
    phase: { name: '名称', from: '开始日期', to: '结束日期' },
    figure: { name: '名称', unit: '计量单位', decimals: '小数位数' },
    duty: {
      name: '名称',
      source: '依据',
      kind: '类型',
      owed_by: '报送单位',
      rhythm: '截止时间',
      on_holiday: '遇节假日',
      grace: '宽限',
      form: '表单',
      nil: '零报告',
      phase: '阶段',
      collects: '汇总事项',
      ladder: '提醒安排',
      from: '开始日期',
      to: '结束日期',
    },
  },
  languages: { zh: '中文', en: 'English' },
  words: {
    report: '报送',
    bulletin: '通报',
    consultation: '会商',
    cn: '中国法定节假日（含调休）',
    weekdays: '周一至周五',
  },
  rhythm: (rhythm, say) => {
    switch (rhythm.every) {
      case 'week':
        return `每${weekdayText(say, rhythm.weekday)} ${rhythm.time}`;
      case 'month':
        return `每月${rhythm.day}日 ${rhythm.time}`;
      case 'phase':
        return `阶段末日 ${rhythm.time}`;
      case 'once':
        return `${dateText(say, rhythm.date)} ${rhythm.time}`;
    }
  },
  holidayRule: (rule) => {
    switch (rule.roll) {
      case 'keep':
        return '不变';
      case 'previous':
        return '提前';
      case 'next':
        return rule.nth === 1 ? '顺延' : `顺延至其后第${rule.nth}个工作日`;
    }
  },
  minutes: (minutes) => `${minutes} 分钟`,
  until: (from, to) => `${from}至${to}`,
};

const ZH_LISTS = { unit: '单位', duty: '报送事项', area: '领域', phase: '阶段', figure: '指标' };

const EN: Own = {
  nothing: '(none)',
  yes: 'yes',
  no: 'no',
  comma: ', ',
  changed: (what, field, from, to) => `${what}: ${field} ${from} → ${to}`,
  added: (what) => `Added ${what}`,
  removed: (what) => `Removed ${what}`,
  ended: (what, on) => `Ended ${what}: last day ${on}, history kept`,
  created: ({ name, units, people, duties }) =>
    `New campaign ${name}: ${units} units, ${people} postings, ${duties} duties`,
  noticeChanged: (dates, total) =>
    `Holidays: ${total} ${total === 1 ? 'day' : 'days'} changed (${dates.join(', ')}${total > dates.length ? ', …' : ''})`,
  formChanged: (what) => `Changed ${what}`,
  named: (list, name, id) => `${list} ${oneLine(name)} (${id})`,
  form: (id) => `form ${id}`,
  posting: (name, role, unit) => `${role} ${oneLine(name)}${unit === null ? '' : ` of ${oneLine(unit)}`}`,
  campaign: 'campaign',
  fields: {
    campaign: {
      name: 'name',
      group: 'group',
      zone: 'time zone',
      calendar: 'calendar',
      language: 'language',
      from: 'first day',
      to: 'last day',
      channel_bulletin: 'bulletin channel',
      channel_office: 'office channel',
      working_hours: 'working hours',
      parent: 'parent campaign',
      incident_order: 'incident call order',
      incident_minutes: 'time between incident calls',
      ranking: 'ranking by timeliness',
      quiet_days: 'quiet days',
    },
    unit: { name: 'name', aliases: 'aliases', kind: 'kind', from: 'first day', to: 'last day' },
    posting: { name: 'name', email: 'e-mail', slack: 'Slack id', phone: 'phone', language: 'language' },
    area: { name: 'name', leads: 'lead units', daily: 'day-to-day unit' },
    phase: { name: 'name', from: 'first day', to: 'last day' },
    figure: { name: 'name', unit: 'unit of measure', decimals: 'decimal places' },
    duty: {
      name: 'name',
      source: 'source',
      kind: 'kind',
      owed_by: 'owed by',
      rhythm: 'due',
      on_holiday: 'on a holiday',
      grace: 'grace',
      form: 'form',
      nil: 'nil report',
      phase: 'phase',
      collects: 'collects',
      ladder: 'reminders',
      from: 'first day',
      to: 'last day',
    },
  },
  languages: { zh: '中文', en: 'English' },
  words: {
    report: 'report',
    bulletin: 'bulletin',
    consultation: 'consultation',
    cn: 'China, with adjusted working days',
    weekdays: 'Monday to Friday',
  },
  rhythm: (rhythm, say) => {
    switch (rhythm.every) {
      case 'week':
        return `every ${weekdayText(say, rhythm.weekday)} ${rhythm.time}`;
      case 'month':
        return `day ${rhythm.day} of each month ${rhythm.time}`;
      case 'phase':
        return `last day of each phase ${rhythm.time}`;
      case 'once':
        return `${dateText(say, rhythm.date)} ${rhythm.time}`;
    }
  },
  holidayRule: (rule) => {
    switch (rule.roll) {
      case 'keep':
        return 'keep';
      case 'previous':
        return 'previous working day';
      case 'next':
        return rule.nth === 1 ? 'next working day' : `working day ${rule.nth} after`;
    }
  },
  minutes: (minutes) => `${minutes} min`,
  until: (from, to) => `${from} to ${to}`,
};

const vocabulary = (language: Language): Vocabulary => ({
  ...{ zh: ZH, en: EN }[language],
  shared: catalogs[language].words,
  dates: GRAMMARS[language],
});
