// Which units have not reported, reported in time, late, nil, were sent back or excused: of one duty, in one period or in
// all that belong to a longer span. Standings are open to all on the roster; what was reported is not shown here.

import type { WhoState } from '../../domain/ask/intents.ts';
import type { ObligationFacts } from '../../domain/facts.ts';
import type { Instant, ObligationId, Period } from '../../domain/ids.ts';
import {
  countsOf,
  isFiled,
  isMissing,
  isOwed,
  TIMED,
  type TimedRow,
  timelinessOf,
} from '../../domain/obligation.ts';
import { DESCRIBED, dutyFacts } from '../../domain/obligation-facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { belongsTo, isOffice } from '../../domain/permission.ts';
import { maySee } from '../../domain/sight.ts';
import type { Reading } from '../ask/reading.ts';
import { call } from '../calling.ts';
import type { Context } from '../command.ts';
import { describeRows } from '../ledger.ts';
import { notBegun } from '../not-begun.ts';
import { refused } from '../review-row.ts';
import { type Answerer, momentOf } from './answerer.ts';
import { answerOverdue } from './overdue.ts';
import {
  byDeadline,
  coveredBy,
  type Days,
  NAMELESS,
  periodFactsOf,
  periodsWithin,
  type Spanned,
  spanMeant,
} from './span.ts';
import { cameIn, daysInWeek } from './who-came.ts';
import { type Whose, whoseAsked } from './whose.ts';

const isReported = (row: TimedRow, now: Instant): boolean =>
  isFiled(row) && timelinessOf(row, now) !== 'missed';

const IS: Record<WhoState, (row: TimedRow, now: Instant) => boolean> = {
  missing: isMissing,
  reported: isReported,
  on_time: (row, now) => isReported(row, now) && timelinessOf(row, now) === 'on_time',
  late: (row, now) => isReported(row, now) && timelinessOf(row, now) === 'late',
  nil: (row, now) => isReported(row, now) && row.nil,
  returned: ({ state }) => state === 'returned',
  waived: ({ state }) => state === 'waived',
};

/** What a report is when it comes in. */
type CameState = 'reported' | 'on_time' | 'late' | 'nil';
const comes = (state: WhoState): state is CameState => ['reported', 'on_time', 'late', 'nil'].includes(state);

const isWhoState = (state: string): state is WhoState => Object.hasOwn(IS, state);

/** Whether those who owe can be chased from here: one period's reports; the view offers it one by one under less than all units. */
const mayChase = (context: Context, spanned: Spanned, state: WhoState, someOwe: boolean) =>
  isOffice(context.actor.postings) &&
  state === 'missing' &&
  spanned.duty.kind === 'report' &&
  spanned.deadlines.length === 1 &&
  someOwe;

/** Why a report was returned says something of what stands in it; that it was is open to all. */
const asSeen = ({ actor: { postings } }: Context, row: ObligationFacts): ObligationFacts =>
  row.standing === 'returned' && !maySee(postings, { kind: 'contents', unit: row.unit.id })
    ? { ...row, reason: null }
    : row;

type Found = { ids: ObligationId[]; all: number; due: number; someOwe: boolean; periods: Set<Period> };

/** The rows that stand so, and how many there are; they are described only when they have been found. */
async function found(
  context: Context,
  spanned: Spanned,
  units: Whose['units'],
  state: WhoState,
): Promise<Found> {
  const found: Found = { ids: [], all: 0, due: 0, someOwe: false, periods: new Set() };
  for await (const { deadline, rows } of periodsWithin(context, spanned, units, ['id', ...TIMED])) {
    found.periods.add(deadline.period);
    found.ids.push(...rows.filter((row) => IS[state](row, context.at)).map(({ id }) => id));
    found.all += rows.length;
    found.due += countsOf(rows, context.at).due;
    found.someOwe ||= rows.some(isOwed);
  }
  return found;
}

async function rowsShown(context: Context, ids: readonly ObligationId[]): Promise<ObligationFacts[]> {
  const rows =
    ids.length === 0 ? [] : await context.store.pick('obligation', DESCRIBED, { where: { id: { in: ids } } });
  const inOrder = byDeadline(context.actor.campaign.definition, rows);
  return (await describeRows(context, inOrder)).map((row) => asSeen(context, row));
}

/** Of whom, in which state and of which duty an answer is. */
function headOf(context: Context, reading: Reading, state: WhoState, { duty }: Spanned) {
  const { named, area } = whoseAsked(context, reading);
  return {
    kind: 'who' as const,
    ...momentOf(context),
    state,
    area,
    ...(named && { units: named }),
    duty: dutyFacts(duty),
  };
}

async function whoIs(
  context: Context,
  reading: Reading,
  state: WhoState,
  spanned: Spanned,
): Promise<Outcome> {
  const { units, named, area } = whoseAsked(context, reading);
  const { ids, all, due, someOwe, periods } = await found(context, spanned, units, state);
  const ahead = all === 0 && (await notBegun(context, [spanned], { units, named, area }, spanned.whole));
  if (ahead) return ahead;
  const rows = await rowsShown(context, ids);
  const { postings } = context.actor;
  return {
    ...headOf(context, reading, state, spanned),
    period: periodFactsOf(context, spanned),
    ...(spanned.deadlines.length > 1 && { periods: spanned.deadlines.length }),
    ...coveredBy(spanned, periods),
    dueAt: spanned.deadlines.at(-1)!.dueAt,
    rows,
    of: state === 'waived' ? all : due,
    mayChase: mayChase(context, spanned, state, someOwe),
    ...(state === 'missing' && { own: rows.filter(({ unit }) => belongsTo(postings, unit.id)) }),
  };
}

/** Those whose report came in on some days; `of` counts nothing, for nobody had to report on just these. */
async function whoCame(context: Context, reading: Reading, state: CameState, days: Days): Promise<Outcome> {
  const spanned = spanMeant(context, { ...(reading.duty && { duty: reading.duty }) });
  if ('refusal' in spanned) return refused(spanned.refusal);
  const { units } = whoseAsked(context, reading);
  const isSo = (row: TimedRow): boolean => state === 'reported' || IS[state](row, context.at);
  const { ids, periods } = await cameIn(context, spanned, days, units, isSo);
  return {
    ...headOf(context, reading, state, spanned),
    period: { id: NAMELESS, kind: 'days', ...days },
    periods: periods.size,
    dueAt: spanned.deadlines.at(-1)!.dueAt,
    rows: await rowsShown(context, ids),
    of: 0,
    mayChase: false,
    cameIn: true,
  };
}

/** Says which units stand so; who is missing in one period is said by 谁没报. */
export const answerWho: Answerer = async (context, reading, text) => {
  const state = reading.state ?? 'missing';
  if (!isWhoState(state)) return answerOverdue(context, reading, text);
  const days = daysInWeek(reading);
  if (days && comes(state)) return whoCame(context, reading, state, days);
  const spanned = spanMeant(context, reading);
  if ('refusal' in spanned) return refused(spanned.refusal);
  const isWhole = whoseAsked(context, reading).units === null;
  if (state !== 'missing' || !isWhole || spanned.deadlines.length > 1)
    return whoIs(context, reading, state, spanned);
  return call(context, 'missing', { duty: spanned.duty.id, period: spanned.deadlines[0]!.period });
};
