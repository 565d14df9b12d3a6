// Which duty and which of its periods a question is about: one period, or all that belong to a month, a phase, a year or other
// days. A period belongs where the day it is wanted on lies (domain/periods.ts owes it by the same day), so that no week counts twice.

import type { Covered } from '../../domain/ask/facts.ts';
import type { Campaign, Duty } from '../../domain/campaign.ts';
import { defaultDeadline } from '../../domain/defaults.ts';
import type { PeriodFacts } from '../../domain/facts.ts';
import { as, type CivilDate, type Period, type UnitId } from '../../domain/ids.ts';
import { findPeriod, plain } from '../../domain/names.ts';
import { deadlineNow } from '../../domain/obligation.ts';
import { dutyFacts } from '../../domain/obligation-facts.ts';
import type { Refusal } from '../../domain/outcome.ts';
import { type Deadline, deadlineOf, deadlinesBetween, namedSpan } from '../../domain/periods.ts';
import type { ObligationRow } from '../../domain/things.ts';
import { inOrder } from '../../domain/unit-order.ts';
import { addDays, dateOf, endOfMonth, mondayOf, weekOf } from '../../domain/zone.ts';
import type { Reading, Slots } from '../ask/reading.ts';
import type { Context } from '../command.ts';
import { dutyAndPeriodMeant, isNoPeriod, periodOfDeadline } from '../period-meant.ts';

/** The periods a question is about, by time; `whole`: the longer span that was named, null where it is one period or none was. */
export type Spanned = { duty: Duty; deadlines: Deadline[]; whole: PeriodFacts | null };
export type Days = { from: CivilDate; to: CivilDate };

/** The period that was named; a phase is one, and so are days that make up a whole week or month. */
export function periodNamed({ period, phase, from, to }: Slots): Period | null {
  if (period) return as<Period>(period);
  if (phase) return as<Period>(`phase:${phase}`);
  if (!from || !to) return null;
  if (from === mondayOf(from) && to === addDays(from, 6)) return as<Period>(weekOf(from));
  return from.endsWith('-01') && to === endOfMonth(from) ? as<Period>(from.slice(0, 7)) : null;
}

/**
 * The week or month that was asked about, or that stands in the text, and that the calendar does not have; null where there is
 * none. A period that was not heard would be answered with the current one.
 */
export function noSuchPeriod({ actor, at }: Context, reading: Reading, text: string): string | null {
  const { definition } = actor.campaign;
  // What is looked for may have any words.
  const typed =
    reading.intent === 'search' ? null : findPeriod(definition, plain(text), dateOf(at, definition.zone));
  const named = [reading.period, typed?.value].filter((period) => period !== undefined);
  return named.find((period) => isNoPeriod(definition, period)) ?? null;
}

/** A longer span in words. */
export function spanFacts(campaign: Campaign, period: Period): PeriodFacts | null {
  const span = namedSpan(campaign, period);
  return span && { id: period, ...span };
}

/** The report that a phase is known by: the duty that carries its label. */
const dutyOfPhase = ({ duties }: Campaign, period: Period | null): Duty | undefined =>
  duties.find(({ kind, phase }) => kind === 'report' && phase !== undefined && period === `phase:${phase}`);

const wantedWithin =
  ({ from, to }: Days) =>
  ({ wantedOn }: Deadline): boolean =>
    from <= wantedOn && wantedOn <= to;

/** Every period of a duty that is wanted on one of these days, by time. */
export const deadlinesWithin = ({ actor }: Context, duty: Duty, days: Days): Deadline[] =>
  deadlinesBetween(actor.campaign.definition, duty, actor.calendar, days.from, days.to).filter(
    wantedWithin(days),
  );

/** The civil days that a question names: from and to, or those of its period; null where it names none. */
export function daysNamed({ actor }: Context, slots: Slots): Partial<Days> | null {
  const { from, to } = slots;
  if (from || to) return { ...(from && { from }), ...(to && { to }) };
  const period = periodNamed(slots);
  const span = period && namedSpan(actor.campaign.definition, period);
  return span && { from: span.from, to: span.to };
}

function dutyNamed(context: Context, slots: Slots, period: Period | null): Duty | { refusal: Refusal } {
  const { definition } = context.actor.campaign;
  const named = definition.duties.find(({ id }) => id === slots.duty) ?? dutyOfPhase(definition, period);
  if (named) return named;
  const usual = dutyAndPeriodMeant(context, {});
  if (!period || 'refusal' in usual) return 'refusal' in usual ? usual : usual.duty;
  const reports = definition.duties.filter(({ kind }) => kind === 'report');
  return (
    [usual.duty, ...reports].find((duty) => deadlineOf(definition, duty, context.actor.calendar, period)) ??
    usual.duty
  );
}

const YEAR = /^\d{4}$/;
const isYear = (period: string | undefined): period is string => YEAR.test(period ?? '');

/** The days that were named, or those of a year that stands for a period, as far as the campaign reaches. */
function daysAsked({ actor }: Context, { from, to, period }: Slots): Days | null {
  const { definition } = actor.campaign;
  const year = isYear(period) ? period : null;
  const first = from ?? (year && as<CivilDate>(`${year}-01-01`));
  const last = to ?? (year && as<CivilDate>(`${year}-12-31`));
  if (!first && !last) return null;
  return {
    from: first && first > definition.from ? first : definition.from,
    to: last && last < definition.to ? last : definition.to,
  };
}

/** Whether a question says of which time it is. */
export const isTimed = ({ period, phase, from, to }: Slots): boolean =>
  (period ?? phase ?? from ?? to) !== undefined;

/** Days that are no week, month or phase of their own. */
export const NAMELESS = as<Period>('');

/** What was named, or the days, in words. */
function wholeOf({ actor }: Context, period: Period | null, days: Days | null): PeriodFacts | null {
  return (
    (period && spanFacts(actor.campaign.definition, period)) ??
    (days && { id: NAMELESS, kind: 'days', ...days })
  );
}

/** The duty and the periods that a question means; a refusal where there is none. */
export function spanMeant(context: Context, slots: Slots): Spanned | { refusal: Refusal } {
  const { definition } = context.actor.campaign;
  const { calendar } = context.actor;
  const period = isYear(slots.period) ? null : periodNamed(slots);
  const duty = dutyNamed(context, slots, period);
  if ('refusal' in duty) return duty;
  const named = daysAsked(context, slots);
  const exact = period
    ? deadlineOf(definition, duty, calendar, period)
    : named
      ? null
      : defaultDeadline(definition, duty, calendar, context.at);
  if (exact) return { duty, deadlines: [exact], whole: null };
  const whole = wholeOf(context, period, named);
  const deadlines = whole ? deadlinesWithin(context, duty, whole) : [];
  if (deadlines.length > 0) return { duty, deadlines, whole: deadlines.length > 1 ? whole : null };
  return { refusal: { kind: 'no_such_obligation', duty: dutyFacts(duty), unit: null, period: whole } };
}

/** What was asked about, in words: the longer span, else the newest of its periods that has begun, else the first. */
export function periodFactsOf(context: Context, spanned: Spanned): PeriodFacts {
  return (
    spanned.whole ?? periodOfDeadline(context, { duty: spanned.duty, deadline: lastBegun(context, spanned) })
  );
}

/** What of a longer span is in the ledger: the periods that are known; nothing to be said of one period alone. */
export function coveredBy(
  { deadlines, whole }: Spanned,
  known: { has(period: Period): boolean },
): { covers?: Covered } {
  const begun = deadlines.filter(({ period }) => known.has(period));
  const [first, last] = [begun[0], begun.at(-1)];
  if (!whole || !first || !last) return {};
  return { covers: { whole, from: first.from, to: last.to, periods: begun.length } };
}

/** The newest period that has begun; the first where none has. */
export const lastBegun = ({ at }: Context, { deadlines }: Spanned): Deadline =>
  deadlines.findLast(({ opensAt }) => opensAt <= at) ?? deadlines[0]!;

/** By the deadline that counts now, units in the campaign's order. */
export const byDeadline = <R extends Pick<ObligationRow, 'unit' | 'state' | 'returnDueAt' | 'dueAt'>>(
  campaign: Campaign,
  rows: readonly R[],
): R[] => inOrder(campaign, rows, deadlineNow);

const whereOf = ({ actor }: Context, duty: Duty, units: readonly UnitId[] | null) => ({
  campaign: actor.campaign.id,
  duty: duty.id,
  ...(units && { unit: { in: units } }),
});

/** The rows of a duty's periods, by deadline, each period in the campaign's unit order; null: of all units. */
export async function rowsWithin(
  context: Context,
  { duty, deadlines }: Pick<Spanned, 'duty' | 'deadlines'>,
  units: readonly UnitId[] | null,
): Promise<ObligationRow[]> {
  if (deadlines.length === 0 || units?.length === 0) return [];
  const periods = deadlines.map(({ period }) => period);
  const where = { ...whereOf(context, duty, units), period: { in: periods } };
  return byDeadline(context.actor.campaign.definition, await context.store.list('obligation', { where }));
}

/**
 * These columns of the rows of a duty's periods, one period after the other, by time; of all units (null) there are thousands,
 * and what was counted of them need not be held. Periods without rows are left out.
 */
export async function* periodsWithin<C extends keyof ObligationRow>(
  context: Context,
  { duty, deadlines }: Pick<Spanned, 'duty' | 'deadlines'>,
  units: readonly UnitId[] | null,
  columns: readonly C[],
): AsyncGenerator<{ deadline: Deadline; rows: Pick<ObligationRow, C>[] }> {
  if (units?.length === 0) return;
  const { store } = context;
  const where = whereOf(context, duty, units);
  // Of a few units all periods are few rows, and one read.
  const periods = deadlines.map(({ period }) => period);
  const few =
    units === null
      ? null
      : await store.pick('obligation', ['period', ...columns], {
          where: { ...where, period: { in: periods } },
        });
  for (const deadline of deadlines) {
    const { period } = deadline;
    const rows = few
      ? few.filter((row) => row.period === period)
      : await store.pick('obligation', columns, { where: { ...where, period }, orderBy: 'unit' });
    if (rows.length > 0) yield { deadline, rows };
  }
}
