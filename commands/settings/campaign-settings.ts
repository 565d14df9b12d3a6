// Settings of the whole campaign, which the office changes: each is proposed, shown and confirmed as a change (amend/).

import { readNotice } from '../../documents/holiday-notice.ts';
import type { Campaign, Duty, LadderStep, Language, NoticeDay } from '../../domain/campaign.ts';
import type { CivilDate, DutyId } from '../../domain/ids.ts';
import { dutyFacts } from '../../domain/obligation-facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { DEFAULT_LADDER } from '../../domain/reminders.ts';
import type {
  CampaignSettings,
  LineProblem,
  SettingValue,
  WrittenSetting,
} from '../../domain/settings-facts.ts';
import { dateOf } from '../../domain/zone.ts';
import { type Edit, propose } from '../amend/propose.ts';
import type { Context } from '../command.ts';
import { refused } from '../review-row.ts';
import { type NoticeEntry, readHours, readLadder, readNoticeLines, readQuietDays } from './lines.ts';

const SHOWN_NOTICE_DAYS = 60;

const definitionOf = ({ actor }: Context): Campaign => actor.campaign.definition;
const todayOf = (context: Context): CivilDate => dateOf(context.at, definitionOf(context).zone);

/** A meeting has steps of its own; its ladder says nothing unless the file names one. */
const usualOf = ({ kind }: Duty): readonly LadderStep[] => (kind === 'consultation' ? [] : DEFAULT_LADDER);

/** What is set for everybody, as it stands. */
export function campaignSettings(context: Context): CampaignSettings {
  const { name, language, ranking, workingHours, quietDays, notice, duties } = definitionOf(context);
  const today = todayOf(context);
  return {
    ...{ name, language, ranking, hours: workingHours },
    quietDays: quietDays.filter(({ to }) => to >= today),
    noticeDays: notice.filter(({ date }) => date >= today),
    duties: duties
      .filter(({ to }) => to === undefined || to >= today)
      .map((duty) => ({
        duty: dutyFacts(duty),
        steps: (duty.ladder ?? usualOf(duty)).length,
        isUsual: duty.ladder === undefined,
      })),
  };
}

/** One setting as it stands, for its form. */
export function settingNow(
  context: Context,
  setting: WrittenSetting,
  duty: Duty | null,
): SettingValue | null {
  const { workingHours, quietDays, notice } = definitionOf(context);
  const today = todayOf(context);
  switch (setting) {
    case 'working_hours':
      return { setting, hours: workingHours };
    case 'quiet_days':
      return { setting, days: quietDays };
    case 'holidays':
      return { setting, days: notice.filter(({ date }) => date >= today).slice(0, SHOWN_NOTICE_DAYS) };
    case 'ladder':
      return (
        duty && {
          setting,
          duty: dutyFacts(duty),
          steps: duty.ladder ?? usualOf(duty),
          isUsual: duty.ladder === undefined,
        }
      );
  }
}

type Meant = { edit: Edit } | { lines: LineProblem[] } | { outcome: Outcome };

const hoursMeant = (text: string): Meant => {
  const read = readHours(text);
  if (!read.ok) return { lines: read.lines };
  return { edit: (definition) => ({ ...definition, workingHours: read.value }) };
};

const quietMeant = (text: string, today: CivilDate): Meant => {
  const read = readQuietDays(text, today);
  if (!read.ok) return { lines: read.lines };
  return { edit: (definition) => ({ ...definition, quietDays: read.value }) };
};

function ladderMeant(text: string, id: DutyId): Meant {
  const read = readLadder(text);
  if (!read.ok) return { lines: read.lines };
  const withLadder = ({ ladder: _, ...duty }: Duty): Duty =>
    read.value === null ? duty : { ...duty, ladder: read.value };
  return {
    edit: (definition) => ({
      ...definition,
      duties: definition.duties.map((duty) => (duty.id === id ? withLadder(duty) : duty)),
    }),
  };
}

/** What a day of a notice is called in the ledger where nobody says which holiday it is. */
const UNNAMED = { off: '放假', work: '调休' } as const;
const LOOKS_LIKE_A_FILE = /^\s*(?:\[|\{|-\s|days\s*:)/;

function noticeWith(notice: readonly NoticeDay[], entries: readonly NoticeEntry[]): NoticeDay[] {
  const days = new Map(notice.map((day) => [day.date, day]));
  for (const { date, off, name } of entries) {
    if (off === null) days.delete(date);
    else days.set(date, { date, off, name: name || (days.get(date)?.name ?? UNNAMED[off ? 'off' : 'work']) });
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Days that an imported notice names count whatever is written here (domain/calendar.ts): to write them would mislead. */
async function importedLines(context: Context, entries: readonly NoticeEntry[]): Promise<LineProblem[]> {
  const imported = new Map((await context.store.list('noticeDay')).map((day) => [day.date, day.off]));
  return entries.flatMap(({ date, off }, index) =>
    imported.has(date) && imported.get(date) !== off
      ? [{ no: index + 1, typed: date, why: 'imported' as const }]
      : [],
  );
}

async function holidaysMeant(context: Context, text: string): Promise<Meant> {
  const file = LOOKS_LIKE_A_FILE.test(text) ? readNotice(text) : null;
  if (file && !file.ok) {
    const { problems } = file;
    return { outcome: refused({ kind: 'definition_refused', subject: 'holidays', problems }) };
  }
  const read = file ? { ok: true as const, value: file.days } : readNoticeLines(text, todayOf(context));
  if (!read.ok) return { lines: read.lines };
  const lines = await importedLines(context, read.value);
  if (lines.length > 0) return { lines };
  return { edit: (definition) => ({ ...definition, notice: noticeWith(definition.notice, read.value) }) };
}

/** What the lines of a form come to: an edit to be proposed, or what is wrong with them. */
export async function settingMeant(
  context: Context,
  setting: WrittenSetting,
  duty: Duty | null,
  text: string,
): Promise<Meant> {
  switch (setting) {
    case 'working_hours':
      return hoursMeant(text);
    case 'quiet_days':
      return quietMeant(text, todayOf(context));
    case 'holidays':
      return holidaysMeant(context, text);
    case 'ladder':
      return ladderMeant(text, duty!.id);
  }
}

/** Proposes that units are ranked by timeliness, or are not. */
export const proposeRanking = (context: Context, ranking: boolean, key?: string): Promise<Outcome> =>
  propose(context, 'ranking', (definition) => ({ ...definition, ranking }), key);

/** Proposes the language of the campaign: of what is posted in channels, and of people who chose none. */
export const proposeLanguage = (context: Context, language: Language, key?: string): Promise<Outcome> =>
  propose(context, 'language', (definition) => ({ ...definition, language }), key);
