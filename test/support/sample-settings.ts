// The campaign's settings as the office sees them, and the form of each, filled and refused.

import { as, type CivilTime } from '../../domain/ids.ts';
import { DEFAULT_LADDER } from '../../domain/reminders.ts';
import type {
  CampaignSettings,
  SettingForm,
  SettingProblem,
  SettingValue,
  WrittenSetting,
} from '../../domain/settings-facts.ts';
import { on } from './builders.ts';
import { CAMPAIGN_NAME, WEEKLY } from './sample-facts.ts';

const HOURS = { from: as<CivilTime>('08:30'), to: as<CivilTime>('17:30') };
const QUIET = [{ from: on('2016-08-20'), to: on('2016-08-22'), name: '停电检修' }];
const NOTICE = [
  { date: on('2017-01-27'), off: true, name: '春节' },
  { date: on('2017-02-04'), off: false, name: '春节' },
];

export const SETTING_VALUES: { [S in WrittenSetting]: Extract<SettingValue, { setting: S }> } = {
  working_hours: { setting: 'working_hours', hours: HOURS },
  quiet_days: { setting: 'quiet_days', days: QUIET },
  ladder: { setting: 'ladder', duty: WEEKLY, steps: DEFAULT_LADDER, isUsual: true },
  holidays: { setting: 'holidays', days: NOTICE },
};

export const campaignSettings: CampaignSettings = {
  name: CAMPAIGN_NAME,
  language: 'zh',
  ranking: false,
  hours: HOURS,
  quietDays: QUIET,
  noticeDays: NOTICE,
  duties: [
    { duty: WEEKLY, steps: 6, isUsual: true },
    { duty: { id: WEEKLY.id, name: '实施方案报备' }, steps: 0, isUsual: false },
  ],
};

export const badLines: SettingProblem = {
  field: 'text',
  kind: 'bad_lines',
  lines: [
    { no: 2, typed: '检修', why: 'span' },
    { no: 3, typed: '前一阵：联络员', why: 'step' },
    { no: 4, typed: '前 1 个工作日：门卫', why: 'recipient' },
    { no: 5, typed: '2017-01-28', why: 'mark' },
    { no: 6, typed: '25:00', why: 'hours' },
    { no: 7, typed: '2016-10-08 休', why: 'imported' },
  ],
};

type Blank = { values: Record<string, string>; problems: SettingProblem[] };
const BLANK: Blank = { values: {}, problems: [] };

export const settingForm: SettingForm & Blank = { form: 'setting', ...BLANK, current: SETTING_VALUES.ladder };

export const moreSettingForms: (SettingForm & Blank)[] = [
  ...Object.values(SETTING_VALUES).map((current) => ({ ...settingForm, current })),
  { form: 'setting', current: SETTING_VALUES.quiet_days, values: { text: '检修' }, problems: [badLines] },
];
