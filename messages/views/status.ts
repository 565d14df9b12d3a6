// Answers to "how does it stand": who has reported, who is missing, what a unit or a person owes.
// Every answer says its scope and the moment it was computed.

import type { Button, KnownBlock } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { Counts, DutyFacts, ObligationFacts, PeriodFacts, UnitFacts } from '../../domain/facts.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { actions, button, type Message, message, section, sections, small } from '../blocks.ts';
import { bold, type Mrkdwn, md, safe } from '../escape.ts';
import { ledgerButton, ownButtons, timelinessButton } from './next-steps.ts';
import {
  figureTotal,
  filingButtons,
  isOwed,
  isPastDue,
  kindOf,
  namesOf,
  reportOf,
  shiftOf,
  standingOf,
  titledOf,
  type Voice,
  voiceOf,
} from './phrases.ts';
import { groupsOf } from './question-scope.ts';
import { campaignOf, isTabular, moreButtons, partLine, screenOf, table } from './table.ts';
import { ownTaskBlocks } from './task-home.ts';
import { reportTaskButton } from './task-phrases.ts';

type Of<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>;

const ROWS_SHOWN = 12;
const TASKS_OFFERED = 5;
const CHASES_OFFERED = 2;
const CHASED_WITHIN_DAYS = 7;

type Reckoned = { duty: DutyFacts; period: PeriodFacts; dueAt: Instant; area?: string };
type Board = Of<'status'> | Of<'missing'>;

const leftOf = ({ d, now }: Voice, dueAt: Instant): string =>
  dueAt >= now ? d.left(dueAt) : d.overdue(dueAt);

/** 工作进展周报 · 第31周 · 截至 8月5日 周五 16:00（还有 1 小时） */
export function headOf(voice: Voice, { duty, period, dueAt, area }: Reckoned, missing: number): Mrkdwn {
  const { t, d } = voice;
  const name = d.periodName(period);
  const about = [...(area ? [area] : []), duty.name, ...(name === '' ? [] : [name])];
  const scope = [...about, t.words.asOf(d.at(voice.now))].join(' · ');
  const isSettled = missing === 0 && dueAt < voice.now;
  return bold(isSettled ? scope : scope + t.answers.statusHead(leftOf(voice, dueAt)));
}

/** 应报 10 · 已报 6（零报告 1） · 未报 4：… */
export function countsOf({ t }: Voice, counts: Counts, missing: readonly UnitFacts[]): string {
  const names = namesOf(
    t,
    missing.map(({ name }) => name),
  );
  if (counts.due === 0 && counts.waived === 0) return t.answers.noRows;
  return [
    t.answers.due(counts.due, counts.reported, counts.nil),
    counts.missing === 0 ? t.answers.allReported : t.answers.missingNames(counts.missing, names),
    ...(counts.waived === 0 ? [] : [t.answers.waivedCount(counts.waived)]),
  ].join(' · ');
}

/** Chase those missing, file or see one's own, see how all stand, and take the rows away. */
function boardButtons(voice: Voice, board: Board, missing: number): Button[] {
  const { t } = voice;
  const { kind, duty, period, rows, own, mayChase, mayExport = mayChase } = board;
  const campaign = board.campaign ?? rows[0]?.campaign;
  const pointer = { ...(campaign && { campaign }), duty: duty.id, period: period.id };
  const chase = button('chase', pointer, t.words.chase(missing), 'primary');
  const { buttons } = t.words;
  return [
    ...(mayChase && missing > 0 ? [chase] : []),
    ...ownButtons(voice, own),
    ...(kind === 'missing' ? [button('status', pointer, buttons.status)] : []),
    ...(kind === 'status' && !mayChase && missing > 0 ? [button('missing', pointer, buttons.missing)] : []),
    ...(kind === 'status' && !mayChase ? [timelinessButton(voice, pointer)] : []),
    ...(mayExport ? [ledgerButton(voice, pointer)] : []),
  ];
}

function lateLine({ t }: Voice, rows: readonly ObligationFacts[]): string[] {
  const late = rows.filter(({ timeliness }) => timeliness === 'late').map(({ unit }) => unit.name);
  return late.length === 0 ? [] : [t.answers.lateNames(late.length, namesOf(t, late))];
}

/** How one duty stands in one period. */
export function renderStatus(status: Of<'status'>, language: Language): Message {
  const voice = voiceOf(language, status);
  const { t, d } = voice;
  const { counts } = status;
  const figures = status.figures.map((figure) => figureTotal(t, figure)).join(' · ');
  const due = t.answers.deadline(d.until(status.dueAt));
  const shift = status.rows[0] && shiftOf(voice, status.rows[0]);
  const lines = [countsOf(voice, counts, status.missing), ...lateLine(voice, status.rows), figures].filter(
    Boolean,
  );
  const blocks: KnownBlock[] = [
    ...sections([headOf(voice, status, counts.missing), ...lines.map(safe)]),
    ...actions(boardButtons(voice, status, counts.missing)),
    small(shift ? `${due} · ${shift}` : due),
  ];
  const said = t.answers.statusText(
    [...(status.area ? [status.area] : []), titledOf(voice, status)].join(' · '),
    counts.due,
    counts.reported,
    counts.missing,
    d.at(status.now),
  );
  return message(said, blocks, t.words.cut);
}

/** Whether the counts name all of them already, and nothing more is to be said of each than that it owes the report. */
function areAllSaid({ t }: Voice, rows: readonly ObligationFacts[]): boolean {
  const names = rows.map(({ unit }) => unit.name);
  const isPlain = rows.every(({ standing }) => standing === 'due' || standing === 'overdue');
  return isPlain && namesOf(t, names) === t.words.list(names);
}

/** Who has not reported yet, and how each of them stands. */
export function renderMissing(missing: Of<'missing'>, language: Language): Message {
  const voice = voiceOf(language, missing);
  const { t, d } = voice;
  const units = missing.rows.map(({ unit }) => unit);
  const { rows, page, counts } = missing;
  const areAlike = new Set(rows.map((row) => standingOf(t, row))).size === 1;
  const isTable = isTabular(rows.length) && (!areAlike || rows.length > ROWS_SHOWN);
  const isSaid = areAlike && areAllSaid(voice, rows);
  const lines = isTable || isSaid ? [] : rows.map((row) => md`${row.unit.name} · ${standingOf(t, row)}`);
  const { shown, from, left } = screenOf(rows, page);
  const titles = [{ title: t.tables.head.unit }, { title: t.tables.head.standing }];
  const cells = shown.map((row) => [row.unit.name, standingOf(t, row)]);
  const blocks: KnownBlock[] = [
    ...sections([headOf(voice, missing, counts.missing), safe(countsOf(voice, counts, units)), ...lines]),
    ...(isTable ? [table(titles, cells), ...partLine(voice, from, shown.length, rows.length)] : []),
    ...actions([
      ...moreButtons(voice, page, from + shown.length, left),
      ...boardButtons(voice, missing, rows.length),
    ]),
    small(t.answers.deadline(d.until(missing.dueAt))),
  ];
  const said = t.answers.statusText(
    titledOf(voice, missing),
    counts.due,
    counts.reported,
    counts.missing,
    d.at(missing.now),
  );
  return message(said, blocks, t.words.cut);
}

/** Nobody is chased for what is months away. */
const isDueSoon = ({ d }: Voice, row: ObligationFacts): boolean =>
  isPastDue(row) || d.daysTo(row.dueAt) <= CHASED_WITHIN_DAYS;

/** What the asker may do about the unit's reports: file or chase what it owes, see its newest, make tasks of what is late. */
function unitButtons(
  voice: Voice,
  { unit, mayDispatch, may = [], page }: Of<'unit_status'>,
  shown: readonly ObligationFacts[],
): Button[] {
  const { t } = voice;
  const { buttons } = t.words;
  const campaign = campaignOf(page);
  const owed = shown.filter(isOwed);
  const reports = owed.filter((row) => kindOf(row) === 'report' && isDueSoon(voice, row));
  const filed = shown.filter(({ versions }) => versions > 0).at(-1);
  const late = mayDispatch ? shown.filter(isPastDue).slice(0, TASKS_OFFERED) : [];
  const chases = may.includes('chase') ? reports.slice(0, CHASES_OFFERED) : [];
  return [
    ...(may.includes('report') ? ownButtons(voice, owed.slice(0, 1)) : []),
    ...chases.map((row) =>
      button('chase', { obligation: row.id }, t.words.labelled(t.words.chase(1), reportOf(voice, row))),
    ),
    ...(filed && may.includes('show') ? [button('show', { obligation: filed.id }, buttons.show)] : []),
    ...late.map((row) => reportTaskButton(voice, row, t.tasks.fromReportOf(reportOf(voice, row)))),
    button('missing', campaign, buttons.missing),
    ...(may.includes('export') ? [ledgerButton(voice, { ...campaign, unit: unit.id })] : []),
  ];
}

/** 第31周工作进展周报待报; of several 待报 2 项，按时 1 项, what is owed first. */
function unitSaid(voice: Voice, rows: readonly ObligationFacts[]): string {
  const { t } = voice;
  const wordOf = (row: ObligationFacts): string => standingOf(t, row).replace(/^\S+ /u, '');
  const [only, second] = rows;
  if (only === undefined) return '';
  if (second === undefined) return t.answers.standsAs(reportOf(voice, only), wordOf(only));
  const owedFirst = [...rows.filter(isOwed), ...rows.filter((row) => !isOwed(row))];
  const counted = groupsOf(owedFirst, wordOf).map(([word, { length }]) =>
    t.answers.standingCount(word, length),
  );
  return t.words.clauses(counted);
}

/** How one unit stands with everything it owes. */
export function renderUnitStatus(status: Of<'unit_status'>, language: Language): Message {
  const voice = voiceOf(language, status);
  const { t, d } = voice;
  const at = d.at(status.now);
  const { shown, from, left } = screenOf(status.rows, status.page);
  const rows = shown.map(
    (row) => md`${standingOf(t, row)} · ${titledOf(voice, row)} · ${t.answers.deadline(d.due(row))}`,
  );
  const title = md`${bold(t.answers.unitStatus(status.unit.name))} · ${t.words.asOf(at)}`;
  const lines = rows.length === 0 ? [safe(t.answers.noRows)] : rows;
  const blocks = [
    ...sections([title, ...lines]),
    ...partLine(voice, from, shown.length, status.rows.length),
    ...actions([
      ...moreButtons(voice, status.page, from + shown.length, left),
      ...unitButtons(voice, status, shown),
    ]),
  ];
  const said = unitSaid(voice, status.rows);
  return message(t.answers.unitStatusText(status.unit.name, said, at), blocks, t.words.cut);
}

/** One row that somebody owes, with its buttons. */
export function owedBlocks(voice: Voice, row: ObligationFacts, withUnit: boolean): KnownBlock[] {
  const { t, d } = voice;
  const titled = titledOf(voice, row);
  const what = withUnit ? `${row.unit.name} · ${titled}` : titled;
  const left = isPastDue(row) ? d.overdue(row.dueAt) : d.left(row.dueAt);
  const shift = shiftOf(voice, row);
  const detail = [t.answers.deadline(d.due(row)), left, ...(shift === null ? [] : [shift])].join(' · ');
  const sign = isPastDue(row) ? '🔴' : row.standing === 'returned' || d.daysTo(row.dueAt) <= 1 ? '🟡' : '⏳';
  const word = t.words.standing[row.standing];
  const line = md`${sign} ${word} · ${bold(what)}\n${detail}`;
  const [only, second] = filingButtons(t, row);
  if (only !== undefined && second === undefined) return [section(line, only)];
  return [section(line), ...actions(filingButtons(t, row))];
}

/** A row that was filed lately and can still be corrected. */
export function filedBlocks({ t, d, ...voice }: Voice, row: ObligationFacts): KnownBlock[] {
  const filedAt = row.filedAt === null ? t.words.none : d.at(row.filedAt);
  const what = reportOf({ t, d, ...voice }, row);
  const line = t.answers.filedLine(`${row.unit.name} ${what}`, filedAt, standingOf(t, row));
  return [section(safe(line), button('show', { obligation: row.id }, t.words.buttons.show))];
}

const isOfSeveralUnits = (rows: readonly ObligationFacts[]): boolean =>
  new Set(rows.map(({ unit }) => unit.id)).size > 1;

/** What one's own units owe and have filed lately, in blocks; `shown` rows at most of each. */
export function dutiesBlocks(
  voice: Voice,
  owed: readonly ObligationFacts[],
  filed: readonly ObligationFacts[],
  shown: number,
): KnownBlock[] {
  const hidden = owed.length - shown;
  return [
    ...owed.slice(0, shown).flatMap((row) => owedBlocks(voice, row, isOfSeveralUnits(owed))),
    ...(hidden > 0 ? [small(voice.t.words.moreItems(hidden))] : []),
    ...filedLately(voice, filed.slice(0, shown)),
  ];
}

const filedLately = (voice: Voice, filed: readonly ObligationFacts[]): KnownBlock[] =>
  filed.length === 0
    ? []
    : [section(bold(voice.t.answers.filedLately)), ...filed.flatMap((row) => filedBlocks(voice, row))];

/** One screen of what is owed; under the first what was filed lately, and tasks. */
function ownBlocks(voice: Voice, { owed, filed, tasks, units, page }: Of<'mine'>): KnownBlock[] {
  const { shown, from, left } = screenOf(owed, page);
  return [
    ...shown.flatMap((row) => owedBlocks(voice, row, isOfSeveralUnits(owed))),
    ...partLine(voice, from, shown.length, owed.length),
    ...actions(moreButtons(voice, page, from + shown.length, left)),
    ...(from === 0 ? filedLately(voice, filed.slice(0, ROWS_SHOWN)) : []),
    ...(from === 0 ? ownTaskBlocks(voice, tasks, units) : []),
  ];
}

/** What I owe, soonest first, and what I filed lately. */
export function renderMine(mine: Of<'mine'>, language: Language): Message {
  const voice = voiceOf(language, mine);
  const { t, d } = voice;
  const units = namesOf(
    t,
    mine.units.map(({ name }) => name),
  );
  const title = md`${bold(t.answers.mine)} · ${[...(units === '' ? [] : [units]), t.words.asOf(d.at(mine.now))].join(' · ')}`;
  const nothing = mine.owed.length === 0 ? [section(safe(t.answers.nothingOwed(units)))] : [];
  const help = button('help', {}, t.words.buttons.help);
  const blocks = [section(title), ...nothing, ...ownBlocks(voice, mine), ...actions([help])];
  const owed = mine.owed.length === 0 ? t.answers.nothingOwed(units) : t.answers.mineText(mine.owed.length);
  const count = mine.tasks.length;
  const tasks = count === 0 ? [] : [t.tasks.mineText(count, mine.owed.length === 0)];
  return message(t.words.sentences([owed, ...tasks]), blocks, t.words.cut);
}
