// The phrases for settings, one's own and the campaign's, and for the lines in which they are written. Part of the Catalog
// (catalog.ts). What these lines say, commands/settings/lines.ts reads.

import type { StepAt } from '../domain/campaign.ts';
import type { LineProblem, WrittenSetting } from '../domain/settings-facts.ts';

export type SettingWords = {
  title(campaign: string): string;
  hours: string;
  quietDays: string;
  ranking: string;
  rankingOn: string;
  rankingOff: string;
  holidays: string;
  language: string;
  reminders: string;
  none: string;
  noticeDays(count: number): string;
  steps(duty: string, count: number, isUsual: boolean): string;
  edit(setting: string): string;
  rankOn: string;
  rankOff: string;
  campaignIn(language: string): string;
  recent: string;
  /** A form: what it is about, what its lines are, and an example. */
  forms: Record<WrittenSetting, { title: string; label: string; hint: string; note: string }>;
  submit: string;
  /** One line of a ladder without its recipients. */
  stepAt(at: StepAt): string;
  step(at: string, recipients: string): string;
  between: string;
  usual: string;
  off: string;
  work: string;
  badLine(no: number, typed: string, why: LineProblem['why']): string;
  badLines(lines: string, hidden: number): string;
};
