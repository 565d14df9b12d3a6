// The periods of a duty and their deadlines: which exist, what civil days they span, when they open, fall due and close.
// Knows nothing of units' reports or of what time it is now. Rules: product.md "The ledger" and "Time", FORMAT.md.
//
//   rhythm | period    | civil span                            | wanted on           | closes
//   week   | 2016-W31  | Monday…Sunday of the ISO week         | its weekday         | Sunday 24:00
//   month  | 2016-08   | first…last day                        | its day, or the last| last day 24:00
//   phase  | phase:ID  | the phase's from…to                   | the phase's `to`    | `to` 24:00
//   once   | once      | the campaign, narrowed by the duty's  | its date            | campaign's end 24:00
//
// A period is owed when the day it is *wanted* on (before any holiday shift) lies in the campaign's and the duty's
// from…to. 漏报 starts when the period closes; for `once`, and where the deadline is on the closing day, at 24:00 of the
// second working day after the deadline. A duty's `phase` chooses the phase of `every: phase`; elsewhere it is a label.

import type { Calendar } from './calendar.ts';
import { type Campaign, type Duty, type Phase, type Rhythm, type Unit, WEEKDAYS } from './campaign.ts';
import { as, type CivilDate, type CivilTime, type Instant, type Period, type UnitId } from './ids.ts';
import { type CivilSpan, hasNoWorkingDay, rollDeadline } from './roll.ts';
import { addDays, endOfMonth, instantOf, mondayOf, parseDate, weekOf } from './zone.ts';

/** A deadline that a holiday moved; `name` is the holiday, null for a plain weekend. */
export type Shift = {
  from: CivilDate;
  to: CivilDate;
  reason: 'holiday';
  name: string | null;
  rule: 'next' | 'previous';
  clamped: boolean;
};

export type Deadline = {
  period: Period;
  /** The civil span of the period, both ends included. */
  from: CivilDate;
  to: CivilDate;
  opensAt: Instant;
  /** The day of the rhythm, before any shift. */
  wantedOn: CivilDate;
  dueOn: CivilDate;
  dueAt: Instant;
  closesAt: Instant;
  /** From here on a period without a report is 漏报. */
  missedAt: Instant;
  shift: Shift | null;
  /** 暂定: wanted or due on a day for which no notice is known. */
  provisional: boolean;
  /** The whole period has no working day: waived by the calendar, the deadline stands unshifted. */
  noWorkingDay: boolean;
};

const ONCE = as<Period>('once');
const MIDNIGHT = as<CivilTime>('00:00');
const END_OF_DAY = as<CivilTime>('24:00');

const phasePeriod = (phase: Phase): Period => as<Period>(`phase:${phase.id}`);
const isWithin = (date: CivilDate, bounds: Partial<CivilSpan>): boolean =>
  (bounds.from === undefined || bounds.from <= date) && (bounds.to === undefined || date <= bounds.to);
const laterOf = (a: CivilDate, b: CivilDate | undefined): CivilDate => (b !== undefined && b > a ? b : a);
const earlierOf = (a: CivilDate, b: CivilDate | undefined): CivilDate => (b !== undefined && b < a ? b : a);

/** The days on which a deadline can be wanted: the campaign's own, narrowed by the duty's. */
const owedDays = (campaign: Campaign, duty: Duty): CivilSpan => ({
  from: laterOf(campaign.from, duty.from),
  to: earlierOf(campaign.to, duty.to),
});

// Weeks and months

type Recurring = 'week' | 'month';

/** The ISO week or the month in which a civil date lies, such as `2016-W31` or `2016-08`. */
export const periodOf = (every: Recurring, date: CivilDate): Period =>
  as<Period>(every === 'week' ? weekOf(date) : date.slice(0, 7));

function weekSpan(period: Period): CivilSpan | null {
  const [, year, week] = /^(\d{4})-W(\d\d)$/.exec(period) ?? [];
  const fourth = parseDate(`${year}-01-04`);
  if (fourth === null) return null;
  const from = addDays(mondayOf(fourth), (Number(week) - 1) * 7);
  return periodOf('week', from) === period ? { from, to: addDays(from, 6) } : null;
}

function monthSpan(period: Period): CivilSpan | null {
  const from = parseDate(`${period}-01`);
  return from && { from, to: endOfMonth(from) };
}

const recurringSpan = (every: Recurring, period: Period): CivilSpan | null =>
  every === 'week' ? weekSpan(period) : monthSpan(period);

const spanAround = (every: Recurring, date: CivilDate): CivilSpan =>
  recurringSpan(every, periodOf(every, date))!;

function neighbour(duty: Duty, period: Period, pick: (span: CivilSpan) => CivilDate): Period | null {
  const { every } = duty.rhythm;
  if (every !== 'week' && every !== 'month') return null;
  const span = recurringSpan(every, period);
  return span && periodOf(every, pick(span));
}

/** The week or month before; null for `once`, for a phase and for a period that is not of this duty's rhythm. */
export const previousPeriod = (_campaign: Campaign, duty: Duty, period: Period): Period | null =>
  neighbour(duty, period, ({ from }) => addDays(from, -1));

/** The week or month after; null for `once`, for a phase and for a period that is not of this duty's rhythm. */
export const nextPeriod = (_campaign: Campaign, duty: Duty, period: Period): Period | null =>
  neighbour(duty, period, ({ to }) => addDays(to, 1));

// Spans

const phasesOf = (campaign: Campaign, duty: Duty): Phase[] =>
  campaign.phases.filter(({ id }) => duty.phase === undefined || duty.phase === id);

function phaseSpan(campaign: Campaign, duty: Duty, period: Period): CivilSpan | null {
  const phase = phasesOf(campaign, duty).find((each) => phasePeriod(each) === period);
  return phase ? { from: phase.from, to: phase.to } : null;
}

/** What a period's name alone says: a week, a month or a phase with its civil days, whichever duty has it. */
export type NamedSpan = CivilSpan & { kind: Recurring | 'phase'; name?: string };

/** The civil days of a week, a month or a phase by its name, both ends included; null for `once` and what is none of these. */
export function namedSpan(campaign: Campaign, period: Period): NamedSpan | null {
  for (const kind of ['week', 'month'] as const) {
    const span = recurringSpan(kind, period);
    if (span) return { kind, ...span };
  }
  const phase = campaign.phases.find((each) => phasePeriod(each) === period);
  return phase ? { kind: 'phase', name: phase.name, from: phase.from, to: phase.to } : null;
}

/** The civil days of a period, both ends included; null if the duty's rhythm has no such period. */
export function periodSpan(campaign: Campaign, duty: Duty, period: Period): CivilSpan | null {
  switch (duty.rhythm.every) {
    case 'week':
    case 'month':
      return recurringSpan(duty.rhythm.every, period);
    case 'phase':
      return phaseSpan(campaign, duty, period);
    case 'once':
      return period === ONCE ? owedDays(campaign, duty) : null;
  }
}

function wantedDay(rhythm: Rhythm, span: CivilSpan): CivilDate {
  switch (rhythm.every) {
    case 'week':
      return addDays(span.from, WEEKDAYS.indexOf(rhythm.weekday));
    case 'month':
      return earlierOf(span.to, addDays(span.from, rhythm.day - 1));
    case 'phase':
      return span.to;
    case 'once':
      return rhythm.date;
  }
}

// Deadlines

function shiftOf(
  duty: Duty,
  calendar: Calendar,
  wantedOn: CivilDate,
  to: CivilDate,
  clamped: boolean,
): Shift | null {
  if (to === wantedOn || duty.onHoliday.roll === 'keep') return null;
  const { name } = calendar.day(wantedOn);
  return { from: wantedOn, to, reason: 'holiday', name, rule: duty.onHoliday.roll, clamped };
}

function missedFrom(duty: Duty, span: CivilSpan, dueOn: CivilDate, calendar: Calendar): CivilDate {
  const needsRespite = duty.rhythm.every === 'once' || dueOn === span.to;
  return needsRespite ? calendar.addWorkingDays(dueOn, 2) : span.to;
}

function deadlineIn(
  campaign: Campaign,
  duty: Duty,
  calendar: Calendar,
  period: Period,
  span: CivilSpan,
): Deadline {
  const wantedOn = wantedDay(duty.rhythm, span);
  const { on: dueOn, clamped } = rollDeadline(wantedOn, duty.onHoliday, span, calendar);
  const at = (date: CivilDate, time: CivilTime) => instantOf(date, time, campaign.zone);
  return {
    period,
    ...span,
    opensAt: at(span.from, MIDNIGHT),
    wantedOn,
    dueOn,
    dueAt: at(dueOn, duty.rhythm.time),
    closesAt: at(duty.rhythm.every === 'once' ? campaign.to : span.to, END_OF_DAY),
    missedAt: at(missedFrom(duty, span, dueOn, calendar), END_OF_DAY),
    shift: shiftOf(duty, calendar, wantedOn, dueOn, clamped),
    provisional: calendar.day(wantedOn).provisional || calendar.day(dueOn).provisional,
    noWorkingDay: hasNoWorkingDay(span, calendar),
  };
}

/** Deadlines by campaign, calendar and duty, as they follow from nothing else; each question asks for hundreds of them. */
const reckoned = new WeakMap<Campaign, WeakMap<Calendar, WeakMap<Duty, Map<Period, Deadline>>>>();

function keptOf<Key extends object, Value>(known: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function reckonedOf(campaign: Campaign, duty: Duty, calendar: Calendar): Map<Period, Deadline> {
  const byCalendar = keptOf(reckoned, campaign, () => new WeakMap());
  return keptOf(
    keptOf(byCalendar, calendar, () => new WeakMap()),
    duty,
    () => new Map(),
  );
}

/** The deadline of one period; null if the duty has no such period or does not owe it. */
export function deadlineOf(
  campaign: Campaign,
  duty: Duty,
  calendar: Calendar,
  period: Period,
): Deadline | null {
  const known = reckonedOf(campaign, duty, calendar);
  const before = known.get(period);
  if (before) return before;
  const span = periodSpan(campaign, duty, period);
  if (span === null || !isWithin(wantedDay(duty.rhythm, span), owedDays(campaign, duty))) return null;
  const deadline = Object.freeze(deadlineIn(campaign, duty, calendar, period, span));
  known.set(period, deadline);
  return deadline;
}

const LONGEST_PERIOD = 31;

/** The periods from that of the first day to that of the last; none where the last is before it, be it before any calendar. */
function recurringPeriods(every: Recurring, first: CivilDate, last: CivilDate): Period[] {
  const periods: Period[] = [];
  if (addDays(first, -LONGEST_PERIOD) > last) return periods;
  const end = spanAround(every, last).to;
  for (let span = spanAround(every, first); span.to <= end; span = spanAround(every, addDays(span.to, 1))) {
    periods.push(periodOf(every, span.from));
  }
  return periods;
}

/** Every period that can touch both the asked days and the owed ones, however far the asked days reach. */
function candidates(campaign: Campaign, duty: Duty, from: CivilDate, to: CivilDate): Period[] {
  const owed = owedDays(campaign, duty);
  switch (duty.rhythm.every) {
    case 'week':
    case 'month':
      return recurringPeriods(duty.rhythm.every, laterOf(owed.from, from), earlierOf(owed.to, to));
    case 'phase':
      return phasesOf(campaign, duty).map(phasePeriod);
    case 'once':
      return [ONCE];
  }
}

/**
 * Every owed period of the duty whose civil span touches `from`…`to` (both included), in the order of deadlines.
 * A period is owed by its unshifted deadline (FORMAT.md), so the last one may fall due after the campaign's end.
 */
export function deadlinesBetween(
  campaign: Campaign,
  duty: Duty,
  calendar: Calendar,
  from: CivilDate,
  to: CivilDate,
): Deadline[] {
  return candidates(campaign, duty, from, to)
    .map((period) => deadlineOf(campaign, duty, calendar, period))
    .filter((deadline) => deadline !== null)
    .filter((deadline) => deadline.from <= to && deadline.to >= from)
    .sort((a, b) => a.dueAt - b.dueAt);
}

/** Whether the duty names the unit: by its kind, by its id, or as a lead unit of an area. */
function namedBy(campaign: Campaign, duty: Duty): (unit: Unit) => boolean {
  const named = new Set<string>(duty.owedBy);
  const leads = new Set<UnitId>(named.has('leads') ? campaign.areas.flatMap((area) => area.leads) : []);
  return (unit) => named.has(unit.kind) || named.has(unit.id) || leads.has(unit.id);
}

/** The units that owe the duty when it is wanted on this day: those named that exist then, each once, in file order. */
export function owingUnits(campaign: Campaign, duty: Duty, wantedOn: CivilDate): UnitId[] {
  const isNamed = namedBy(campaign, duty);
  return campaign.units.filter((unit) => isNamed(unit) && isWithin(wantedOn, unit)).map(({ id }) => id);
}

/** Whether one unit owes the duty when it is wanted on this day. */
export function isOwing(campaign: Campaign, duty: Duty, id: UnitId, wantedOn: CivilDate): boolean {
  const unit = campaign.units.find((each) => each.id === id);
  return unit !== undefined && isWithin(wantedOn, unit) && namedBy(campaign, duty)(unit);
}
