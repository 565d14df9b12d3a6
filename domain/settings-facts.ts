// What screens state about a campaign's settings, and the form in which one of them is written: lines of text, as people write
// them (commands/settings/lines.ts reads them, messages/views/settings.ts writes them).

import type { LadderStep, Language, NoticeDay, QuietDays } from './campaign.ts';
import type { DutyFacts } from './facts.ts';
import type { CivilTime } from './ids.ts';

/** The settings that are written as lines. */
export type WrittenSetting = 'working_hours' | 'quiet_days' | 'ladder' | 'holidays';

export type SettingValue =
  | { setting: 'working_hours'; hours: { from: CivilTime; to: CivilTime } }
  | { setting: 'quiet_days'; days: readonly QuietDays[] }
  | { setting: 'ladder'; duty: DutyFacts; steps: readonly LadderStep[]; isUsual: boolean }
  | { setting: 'holidays'; days: readonly NoticeDay[] };

/** The form of one setting, filled with `values.text`, else with what holds now. */
export type SettingForm = { form: 'setting'; current: SettingValue };

/** One line that cannot be read: its number from 1, and what it lacks. */
export type LineProblem = {
  no: number;
  typed: string;
  why: 'hours' | 'span' | 'range' | 'long' | 'name' | 'many' | 'step' | 'recipient' | 'mark' | 'imported';
};
export type SettingProblem = { field: string; kind: 'bad_lines'; lines: LineProblem[] };

/** What the office has set for everybody. */
export type CampaignSettings = {
  name: string;
  language: Language;
  ranking: boolean;
  hours: { from: CivilTime; to: CivilTime };
  /** From today on. */
  quietDays: QuietDays[];
  noticeDays: NoticeDay[];
  duties: { duty: DutyFacts; steps: number; isUsual: boolean }[];
};
