// The usual duties of a leading group, as the plans of such campaigns set them (product.md, first table): the one place where
// they stand. Names go into the campaign in its own language and are its own from then on.
//
// A duty of units is owed by member units and localities; where there are none, by every unit but the office.

import type { z } from 'zod';
import type { Language, UnitKind } from '../../domain/campaign.ts';
import type { UsualDuty } from '../../domain/setup/facts.ts';
import type { campaignFileSchema } from '../campaign-schema.ts';

type WrittenFile = z.input<typeof campaignFileSchema>;
export type WrittenDuty = NonNullable<WrittenFile['duties']>[number];
export type WrittenForm = NonNullable<WrittenFile['forms']>[string];

/** What the guide asks about the duties that were chosen. Dates are civil, `YYYY-MM-DD`; '' where none is set. */
export type DutyTerms = {
  weekday: string;
  time: string;
  filing: string;
  /** The last day of the campaign where no other is set. */
  final: string;
  kinds: UnitKind[];
};

type Entry = { id: string; name: Record<Language, string>; write(terms: DutyTerms): Partial<WrittenDuty> };

/** The working day after the weekly deadline, so that a bulletin reports on the week that has just been reported. */
const BULLETIN_ON: Record<string, string> = { mon: 'tue', tue: 'wed', wed: 'thu', thu: 'fri' };

export const FORM = 'progress';

export const DUTY_CATALOGUE: Record<UsualDuty, Entry> = {
  weekly: {
    id: 'weekly',
    name: { zh: '工作进展周报', en: 'Weekly progress report' },
    write: ({ weekday, time, kinds }) => ({
      owed_by: kinds,
      every: 'week',
      due: `${weekday} ${time}`,
      on_holiday: 'previous',
      form: FORM,
      nil: true,
    }),
  },
  bulletin: {
    id: 'bulletin',
    name: { zh: '情况通报', en: 'Bulletin' },
    write: ({ weekday }) => ({
      kind: 'bulletin',
      owed_by: ['office'],
      every: 'week',
      due: `${BULLETIN_ON[weekday] ?? 'mon'} 12:00`,
      on_holiday: 'next',
      collects: 'weekly',
    }),
  },
  consultation: {
    id: 'consultation',
    name: { zh: '领导小组会议（会商）', en: 'Leading group meeting' },
    write: () => ({ kind: 'consultation', every: 'month', due: '25 15:00', on_holiday: 'next' }),
  },
  monthly: {
    id: 'monthly',
    name: { zh: '工作进展月报', en: 'Monthly progress report' },
    write: ({ kinds }) => ({ owed_by: kinds, every: 'month', due: '10', on_holiday: 'previous', form: FORM }),
  },
  filing: {
    id: 'filing',
    name: { zh: '实施方案报备', en: 'Filing of the implementation plan' },
    write: ({ kinds, filing }) => ({ owed_by: kinds, once: filing }),
  },
  stage: {
    id: 'stage',
    name: { zh: '阶段工作报告', en: 'Stage report' },
    write: ({ kinds }) => ({ owed_by: kinds, every: 'phase', due: 'end', form: FORM }),
  },
  final: {
    id: 'final',
    name: { zh: '专项行动总结报告', en: 'Final report' },
    write: ({ kinds, final }) => ({ owed_by: kinds, once: final }),
  },
};

const FIELDS: Record<Language, Record<'progress' | 'new' | 'advice' | 'next' | 'files', string>> = {
  zh: {
    progress: '进展及成效',
    new: '新情况新问题',
    advice: '存在问题和建议',
    next: '下步安排',
    files: '附件',
  },
  en: {
    progress: 'Progress and results',
    new: 'New developments',
    advice: 'Problems and suggestions',
    next: 'Next steps',
    files: 'Attachments',
  },
};

/** The usual form of a progress report, with the figures that the campaign counts. */
export function usualForm(language: Language, figures: readonly string[]): WrittenForm {
  const names = FIELDS[language];
  return [
    { id: 'progress', name: names.progress, type: 'text', required: true },
    ...(figures.length > 0 ? [{ figures: [...figures] }] : []),
    { id: 'new', name: names.new, type: 'text' },
    { id: 'advice', name: names.advice, type: 'text' },
    { id: 'next', name: names.next, type: 'text', required: true },
    { id: 'files', name: names.files, type: 'files' },
  ];
}

/** A duty of the catalogue as a campaign file writes it. */
export const writeDuty = (duty: UsualDuty, language: Language, terms: DutyTerms): WrittenDuty => {
  const { id, name, write } = DUTY_CATALOGUE[duty];
  return { id, name: name[language], ...write(terms) };
};
