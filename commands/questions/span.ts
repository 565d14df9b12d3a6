// Which duty and which of its periods a question is about: one period, or all that belong to a month or a phase. A period
// belongs where the day it is wanted on lies (domain/periods.ts owes it by the same day), so that no week counts twice.

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
import { addDays, dateOf, endOfMonth, mondayOf, weekOf } from '../../domain/zone.ts';
import type { Reading, Slots } from '../ask/reading.ts';
import type { Context } from '../command.ts';
import { dutyAndPeriodMeant, isNoPeriod, periodOfDeadline } from '../period-meant.ts';

/** The periods a question is about, by time; `whole`: the longer span that was named, null where it is one period. */
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

function daysAsked({ actor }: Context, { from, to }: Slots): Days | null {
  const { definition } = actor.campaign;
  return from || to ? { from: from ?? definition.from, to: to ?? definition.to } : null;
}

/** The duty and the periods that a question means; a refusal where there is none. */
export function spanMeant(context: Context, slots: Slots): Spanned | { refusal: Refusal } {
  const { definition } = context.actor.campaign;
  const { calendar } = context.actor;
  const period = periodNamed(slots);
  const duty = dutyNamed(context, slots, period);
  if ('refusal' in duty) return duty;
  const exact = period
    ? deadlineOf(definition, duty, calendar, period)
    : daysAsked(context, slots)
      ? null
      : defaultDeadline(definition, duty, calendar, context.at);
  if (exact) return { duty, deadlines: [exact], whole: null };
  const whole = period && spanFacts(definition, period);
  const days = whole ?? daysAsked(context, slots);
  const deadlines = days ? deadlinesWithin(context, duty, days) : [];
  if (deadlines.length > 0) return { duty, deadlines, whole: deadlines.length > 1 ? whole : null };
  return { refusal: { kind: 'no_such_obligation', duty: dutyFacts(duty), unit: null, period: whole } };
}

/** What was asked about, in words: the longer span, else the newest of its periods that has begun, else the first. */
export function periodFactsOf(context: Context, spanned: Spanned): PeriodFacts {
  return (
    spanned.whole ?? periodOfDeadline(context, { duty: spanned.duty, deadline: lastBegun(context, spanned) })
  );
}

/** The newest period that has begun; the first where none has. */
export const lastBegun = ({ at }: Context, { deadlines }: Spanned): Deadline =>
  deadlines.findLast(({ opensAt }) => opensAt <= at) ?? deadlines[0]!;

/** By the deadline that counts now, units in the campaign's order. */
export function byDeadline({ units }: Campaign): (a: ObligationRow, b: ObligationRow) => number {
  const order = new Map<string, number>(units.map(({ id }, index) => [id, index]));
  return (a, b) => deadlineNow(a) - deadlineNow(b) || (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0);
}

/** The rows of a duty's periods, by deadline, each period in the campaign's unit order; null: of all units. */
export async function rowsWithin(
  { store, actor }: Context,
  { duty, deadlines }: Pick<Spanned, 'duty' | 'deadlines'>,
  units: readonly UnitId[] | null,
): Promise<ObligationRow[]> {
  if (deadlines.length === 0 || units?.length === 0) return [];
  const { definition } = actor.campaign;
  const periods = deadlines.map(({ period }) => period);
  const rows = await store.list('obligation', {
    where: {
      campaign: definition.id,
      duty: duty.id,
      period: { in: periods },
      ...(units && { unit: { in: units } }),
    },
  });
  return rows.sort(byDeadline(definition));
}
