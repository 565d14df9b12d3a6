// The answer to "who has (not) reported": the units in one state, one line for each way they stand, with the chase that the
// asker may send.

import type { Button, KnownBlock } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { ObligationFacts } from '../../domain/facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { actions, button, type Message, sections, small } from '../blocks.ts';
import { type Mrkdwn, safe } from '../escape.ts';
import { ownButtons } from './next-steps.ts';
import { isOwed, standingOf, type Voice, voiceOf } from './phrases.ts';
import {
  answered,
  coveredOf,
  groupsOf,
  headOf,
  nameOf,
  ROWS_SHOWN,
  scopeOf,
  someNames,
} from './question-scope.ts';
import { type Column, campaignOf, isTabular, moreButtons, partLine, screenOf, table } from './table.ts';
import { briefly } from './task-phrases.ts';

type Who = Extract<Outcome, { kind: 'who' }>;

const CHASED_ONE_BY_ONE = 5;
const REASON_LENGTH = 40;
const PERIODS_NAMED = 4;

/** A unit's name, with when it came if it was late, and why it is waived. */
function unitOf({ t, d }: Voice, row: ObligationFacts): string {
  const { timeliness, filedAt, standing, reason } = row;
  const name = nameOf(row.unit);
  if ((timeliness === 'late' || timeliness === 'missed') && filedAt !== null)
    return t.questions.unitNote(name, d.brief(filedAt));
  if (standing === 'waived' && reason !== null && reason.trim() !== '')
    return t.questions.unitNote(name, briefly(reason, REASON_LENGTH));
  return name;
}

/** Over several periods a unit is named once, with the periods. */
function unitInPeriods({ t, d }: Voice, rows: readonly [ObligationFacts, ...ObligationFacts[]]): string {
  const periods = rows.slice(0, PERIODS_NAMED).map(({ period }) => d.periodName(period));
  const names =
    rows.length > PERIODS_NAMED
      ? [...periods, t.questions.more.periods(rows.length - PERIODS_NAMED)]
      : periods;
  return t.questions.unitNote(nameOf(rows[0].unit), t.words.list(names));
}

function unitsOf(voice: Voice, { periods }: Who, rows: readonly ObligationFacts[]): string {
  if (periods === undefined)
    return someNames(
      voice,
      rows.map((row) => unitOf(voice, row)),
    );
  const byUnit = groupsOf(rows, ({ unit }) => unit.id);
  return someNames(
    voice,
    byUnit.map(([, some]) => unitInPeriods(voice, some)),
  );
}

/** 10 家中 4 家未报：…; where they stand differently: 🔴 逾期未报 2：市工商局、双峰县, a line for each way. */
function standingLines(voice: Voice, said: string, who: Who): Mrkdwn[] {
  const { t } = voice;
  const { rows } = who;
  const groups = groupsOf(rows, (row) => standingOf(t, row));
  if (groups.length === 0) return [safe(t.questions.alone(said))];
  if (groups.length === 1) return [safe(t.words.labelled(said, unitsOf(voice, who, rows)))];
  const lines = groups.map(([standing, some]) =>
    safe(t.words.labelled(`${standing} ${some.length}`, unitsOf(voice, who, some))),
  );
  return [safe(said), ...lines];
}

/**
 * Units that all stand alike are a row of names, as long as they fit; a table is for those of whom there is more to say than
 * their name.
 */
function isTable(voice: Voice, { rows, periods }: Who): boolean {
  const { t } = voice;
  const standings = new Set(rows.map((row) => standingOf(t, row)));
  const isCut = periods === undefined && rows.length > ROWS_SHOWN;
  return (
    isTabular(rows.length) && (isCut || standings.size > 1 || rows.some((row) => noteOf(voice, row) !== ''))
  );
}

function columnsOf({ t }: Voice, { periods }: Who, hasNotes: boolean): Column[] {
  const { head } = t.tables;
  const period = periods === undefined ? [] : [{ title: head.period }];
  const note = hasNotes ? [{ title: head.note }] : [];
  return [{ title: head.unit }, ...period, { title: head.standing }, ...note];
}

/** When it came, or why it is waived. */
function noteOf({ d }: Voice, { standing, filedAt, reason }: ObligationFacts): string {
  if (standing === 'waived' || standing === 'returned') return briefly(reason ?? '', REASON_LENGTH);
  return filedAt === null ? '' : d.brief(filedAt);
}

/** One screen of the rows, each with how it stands. */
function rowsTable(voice: Voice, who: Who): { blocks: KnownBlock[]; more: Button[] } {
  const { t, d } = voice;
  const { shown, from, left } = screenOf(who.rows, who.page);
  const hasNotes = who.rows.some((row) => noteOf(voice, row) !== '');
  const rows = shown.map((row) => [
    nameOf(row.unit),
    ...(who.periods === undefined ? [] : [d.periodName(row.period)]),
    standingOf(t, row),
    ...(hasNotes ? [noteOf(voice, row)] : []),
  ]);
  return {
    blocks: [
      table(columnsOf(voice, who, hasNotes), rows),
      ...partLine(voice, from, shown.length, who.rows.length),
    ],
    more: moreButtons(voice, who.page, from + shown.length, left),
  };
}

/** All at once where the answer is about all who are missing; else one by one, or the chase would reach others too. */
function chaseButtons(
  { t }: Voice,
  { mayChase, state, area, units, periods, duty, period, rows }: Who,
): Button[] {
  const owed = rows.filter(isOwed);
  const [first] = owed;
  if (!mayChase || first === undefined) return [];
  const isAll = state === 'missing' && area === null && units === undefined;
  if (isAll && periods === undefined) {
    const about = { campaign: first.campaign, duty: duty.id, period: period.id };
    return [button('chase', about, t.words.chase(owed.length), 'primary')];
  }
  if (owed.length > CHASED_ONE_BY_ONE || periods !== undefined) return [];
  return owed.map((row) => button('chase', { obligation: row.id }, t.questions.chaseUnit(nameOf(row.unit))));
}

function nextButtons(voice: Voice, who: Who): Button[] {
  const { buttons } = voice.t.words;
  const { duty, period, periods, rows, mayChase } = who;
  const [only, second] = rows;
  const campaign = only === undefined ? campaignOf(who.page) : { campaign: only.campaign };
  const about = { ...campaign, duty: duty.id, ...(periods === undefined && { period: period.id }) };
  const isOneReport = only !== undefined && second === undefined && only.versions > 0;
  return [
    ...chaseButtons(voice, who),
    ...ownButtons(voice, who.own),
    ...(isOneReport ? [button('show', { obligation: only.id }, buttons.show)] : []),
    button('status', about, buttons.status),
    ...(mayChase ? [button('export', about, buttons.ledger)] : []),
  ];
}

/** How long there is still, or how late it is while somebody owes it. */
function leftOf({ d, now }: Voice, { dueAt, rows }: Who): string | null {
  if (dueAt >= now) return d.left(dueAt);
  return rows.some(isOwed) ? d.overdue(dueAt) : null;
}

/** Which units stand in the state that was asked for. */
export function renderWho(who: Who, language: Language): Message {
  const voice = voiceOf(language, who);
  const { t, d } = voice;
  const { state, area, units = [], duty, period, periods, covers, dueAt, rows, of, now } = who;
  const named = someNames(voice, units.map(nameOf));
  const when = covers ? coveredOf(voice, covers) : d.periodName(period);
  const scope = scopeOf([area, named, duty.name, when]);
  const said = who.cameIn
    ? t.questions.cameIn(state, rows.length)
    : t.questions.who(state, rows.length, of, periods === undefined ? 'units' : 'reports');
  const left = periods === undefined ? leftOf(voice, who) : null;
  const listed = isTable(voice, who) ? rowsTable(voice, who) : null;
  const blocks: KnownBlock[] = [
    ...sections([
      headOf(voice, scope, left === null ? '' : t.answers.statusHead(left)),
      ...(listed ? [safe(t.questions.alone(said))] : standingLines(voice, said, who)),
    ]),
    ...(listed?.blocks ?? []),
    ...actions([...(listed?.more ?? []), ...nextButtons(voice, who)]),
    ...(periods === undefined ? [small(t.answers.deadline(d.until(dueAt)))] : []),
    ...(covers ? [small(t.questions.belongs(covers.whole.kind))] : []),
  ];
  return answered(voice, { scope, said, now }, blocks);
}
