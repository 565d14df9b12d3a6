// What several views say in the same words: a duty with its period, names, figures, how a report stands, its buttons.

import type { Button } from '@slack/types';
import type { DutyKind, Language } from '../../domain/campaign.ts';
import type { DutyFacts, FigureFacts, Moment, ObligationFacts, PeriodFacts } from '../../domain/facts.ts';
import { bulletinId, consultationId } from '../../domain/ids.ts';
import { button } from '../blocks.ts';
import { type Catalog, catalogs, type Listed } from '../catalog.ts';
import { type Dates, datesIn } from '../dates.ts';
import { bold, clean, lengthOf, type Mrkdwn, md, quote, safe, truncate } from '../escape.ts';

/** A language at a moment: all that a view needs beside its facts. */
export type Voice = { language: Language; t: Catalog; d: Dates; now: Moment['now'] };
export const voiceOf = (language: Language, moment: Moment): Voice => ({
  language,
  t: catalogs[language],
  d: datesIn(language, moment),
  now: moment.now,
});

export const kindOf = (facts: { duty: DutyFacts }): DutyKind => facts.duty.kind ?? 'report';

type Titled = { duty: DutyFacts; period: PeriodFacts };
/** 第31周工作进展周报 */
export const reportOf = ({ t, d }: Voice, { duty, period }: Titled): string =>
  t.words.report(duty.name, d.periodName(period));
/** 工作进展周报（第31周，8月1日—7日） */
export const titledOf = ({ t, d }: Voice, { duty, period }: Titled): string =>
  t.words.titled(duty.name, d.period(period));

/** As much of a list of names as is read at a glance; then how many there are in all. */
const NAMES_LENGTH = 700;

/** Names in a row, cut when there are too many to read. */
export function namesOf(
  t: Catalog,
  names: readonly string[],
  most = NAMES_LENGTH,
  of: Listed = 'units',
): string {
  const fitting: string[] = [];
  let length = 0;
  for (const name of names) {
    length += lengthOf(name) + 2;
    if (length > most && fitting.length > 0)
      return t.words.andOthers(t.words.list(fitting), names.length, of);
    fitting.push(truncate(clean(name), most));
  }
  return t.words.list(fitting);
}

const number = (value: number, decimals: number): string => value.toFixed(decimals);

function changeOf(t: Catalog, value: number, before: number, decimals: number): string {
  const change = value - before;
  if (number(Math.abs(change), decimals) === number(0, decimals)) return t.words.unchanged;
  return `${change > 0 ? '+' : '−'}${number(Math.abs(change), decimals)}`;
}

/** 排查机构 12 家（上周 9，+3） */
export function figureCompared(
  t: Catalog,
  figure: FigureFacts & { value: number; before: number | null },
  period: PeriodFacts,
): string {
  const { name, unit, decimals, value, before } = figure;
  const said = t.words.figure(name, number(value, decimals), unit);
  if (before === null) return said;
  const change = changeOf(t, value, before, decimals);
  return said + t.words.compared(t.words.before[period.kind], number(before, decimals), change);
}

/** 排查机构 86 家（+11） */
export function figureTotal(
  t: Catalog,
  figure: FigureFacts & { total: number; before: number | null },
): string {
  const said = t.words.figure(figure.name, number(figure.total, figure.decimals), figure.unit);
  if (figure.before === null) return said;
  return said + t.words.inParens(changeOf(t, figure.total, figure.before, figure.decimals));
}

export const figureValue = (t: Catalog, figure: FigureFacts, value: number): string =>
  t.words.figure(figure.name, number(value, figure.decimals), figure.unit);
export const plainNumber = number;

/** How a row stands, in a word with its sign: ✅ 按时, 🔴 逾期未报. */
export function standingOf(
  t: Catalog,
  row: Pick<ObligationFacts, 'standing' | 'timeliness' | 'nil'>,
): string {
  const { standing, timeliness, nil } = row;
  const nilNote = nil ? t.words.inParens(t.words.nilReport) : '';
  switch (standing) {
    case 'upcoming':
    case 'due':
      return `⏳ ${t.words.standing[standing]}`;
    case 'returned':
      return `🟡 ${t.words.standing.returned}`;
    case 'overdue':
    case 'missed':
      return `🔴 ${t.words.standing[standing]}`;
    case 'filed':
    case 'accepted': {
      const how = timeliness === null ? t.words.standing[standing] : t.words.timeliness[timeliness];
      return `${timeliness === 'late' || timeliness === 'missed' ? '🟡' : '✅'} ${how}${nilNote}`;
    }
    case 'waived':
      return t.words.standing.waived;
  }
}

export const isOwed = ({ standing }: Pick<ObligationFacts, 'standing'>): boolean =>
  standing === 'due' || standing === 'returned' || standing === 'overdue' || standing === 'missed';
export const isPastDue = ({ standing }: Pick<ObligationFacts, 'standing'>): boolean =>
  standing === 'overdue' || standing === 'missed';

/** What one does about a row that is owed: file it, or look at the bulletin or the meeting that it stands for. */
export function filingButtons(t: Catalog, row: ObligationFacts): Button[] {
  const { buttons } = t.words;
  if (kindOf(row) === 'bulletin') {
    const bulletin = bulletinId(row.campaign, row.duty.id, row.period.id);
    return [button('bulletin', { verb: 'preview', bulletin }, buttons.preview, 'primary')];
  }
  if (kindOf(row) === 'consultation') {
    const consultation = consultationId(row.campaign, row.duty.id, row.period.id);
    return [button('consultation', { verb: 'show', consultation }, t.consultations.buttons.show, 'primary')];
  }
  const label = row.standing === 'returned' ? buttons.reportAgain : buttons.report;
  const report = button('report', { obligation: row.id }, label, 'primary');
  return row.nilAllowed ? [report, button('nil', { obligation: row.id }, buttons.nil)] : [report];
}

/** Why a deadline is not on its usual day; null when it is. Nothing is shifted silently. */
export function shiftOf({ t, d }: Voice, row: Pick<ObligationFacts, 'shift' | 'dueOn'>): string | null {
  if (row.shift === null) return null;
  return t.told.shift(row.dueOn < row.shift.from, d.date(row.shift.from), row.shift.by, d.date(row.dueOn));
}

/** Text typed by somebody, marked as such and cut to what a message can hold. */
const QUOTED_LENGTH = 1200;
export const quoted = (text: string): Mrkdwn => quote(safe(truncate(clean(text).trim(), QUOTED_LENGTH)));

/** A sign, then the title in bold. */
export const signed = (sign: string, title: string): Mrkdwn =>
  sign === '' ? bold(title) : md`${sign} ${bold(title)}`;
