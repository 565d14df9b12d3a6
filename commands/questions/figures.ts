// Figures that reports hold, summed over units and periods: the period that was named with the change against the one
// before; without one the current and the one before, or all up to now where a total is asked for. A month or a phase is
// the sum of its periods, each unit's newest version of each counted once. They are contents: unit people get their own
// units', or hear whom to ask.

import { type LineSources, linesOf } from '../../domain/ask/picture.ts';
import type { Duty } from '../../domain/campaign.ts';
import type { FigureTotal, PeriodFacts } from '../../domain/facts.ts';
import { as, type Period } from '../../domain/ids.ts';
import { countsOf, isFiled, isStillToCome, TIMED } from '../../domain/obligation.ts';
import { dutyFacts, unitFacts } from '../../domain/obligation-facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Deadline, deadlineOf, namedSpan, previousPeriod } from '../../domain/periods.ts';
import { formFields } from '../../domain/report-form.ts';
import { maySee } from '../../domain/sight.ts';
import type { ObligationRow } from '../../domain/things.ts';
import { addDays, dateOf } from '../../domain/zone.ts';
import type { Reading } from '../ask/reading.ts';
import type { Context } from '../command.ts';
import { notBegun } from '../not-begun.ts';
import { periodOfDeadline } from '../period-meant.ts';
import { refused } from '../review-row.ts';
import { sumFigures } from '../standing-of-duty.ts';
import { type Answerer, momentOf } from './answerer.ts';
import { coveredBy, deadlinesWithin, isTimed, periodsWithin, type Spanned, spanMeant } from './span.ts';
import { closedTo, contentNotYours, type Whose, whoseOrOwn } from './whose.ts';

type Answer = Extract<Outcome, { kind: 'figures' }>;
const COLUMNS = ['figures', ...TIMED] as const;
type Row = Pick<ObligationRow, (typeof COLUMNS)[number]>;

/**
 * The sums of some rows and how many of them are due and reported; `isFiled`: somebody among them has reported; `isComing`:
 * more may still be added to them.
 */
type Sums = { totals: FigureTotal[]; reported: number; due: number; isFiled: boolean; isComing: boolean };
/** One line of the answer: its sums, and those they are compared with. */
type Line = { period: PeriodFacts; sums: Sums; before: Sums | null };
/** One period by itself. */
type Summed = { deadline: Deadline; sums: Sums };
/** The sums of these periods, by time; those that the ledger does not know are left out. */
type Summing = (duty: Duty, deadlines: readonly Deadline[]) => Promise<Summed[]>;

const asksForFigures = ({ actor }: Context, duty: Duty): boolean =>
  formFields(actor.campaign.definition, duty).some(({ type }) => type === 'figure');

/** The periods meant; where the usual duty holds no figures, those of the first report that does. */
function meantWithFigures(context: Context, reading: Reading): ReturnType<typeof spanMeant> {
  const meant = spanMeant(context, reading);
  if (reading.duty || 'refusal' in meant || asksForFigures(context, meant.duty)) return meant;
  const { duties } = context.actor.campaign.definition;
  const other = duties.find((duty) => duty.kind === 'report' && asksForFigures(context, duty));
  return other ? spanMeant(context, { ...reading, duty: other.id }) : meant;
}

function summed(context: Context, reading: Reading, duty: Duty, rows: readonly Row[]): Sums {
  const wanted = ({ id }: FigureTotal) => !reading.figure?.length || reading.figure.includes(id);
  const { reported, due } = countsOf(rows, context.at);
  return {
    totals: sumFigures(context, { duty, rows, before: [] }).filter(wanted),
    reported,
    due,
    isFiled: rows.some(isFiled),
    isComing: rows.some((row) => isStillToCome(row, context.at)),
  };
}

/** Several periods, at least one, as one. */
const together = (periods: readonly Summed[]): Sums =>
  periods
    .map(({ sums }) => sums)
    .reduce((one, other) => ({
      totals: one.totals.map((figure, at) => ({ ...figure, total: figure.total + other.totals[at]!.total })),
      reported: one.reported + other.reported,
      due: one.due + other.due,
      isFiled: one.isFiled || other.isFiled,
      isComing: one.isComing || other.isComing,
    }));

/** Sums period by period, each of them once however many lines it is part of. */
function summing(context: Context, reading: Reading, units: Whose['units']): Summing {
  const known = new Map<string, Sums>();
  const keyOf = (duty: Duty, { period }: Deadline) => `${duty.id} ${period}`;
  return async (duty, deadlines) => {
    const unknown = deadlines.filter((deadline) => !known.has(keyOf(duty, deadline)));
    for await (const { deadline, rows } of periodsWithin(
      context,
      { duty, deadlines: unknown },
      units,
      COLUMNS,
    ))
      known.set(keyOf(duty, deadline), summed(context, reading, duty, rows));
    return deadlines.flatMap((deadline) => {
      const sums = known.get(keyOf(duty, deadline));
      return sums ? [{ deadline, sums }] : [];
    });
  };
}

/** One period with the one before it; null where the ledger does not know it. */
async function lineOf(context: Context, sumsOf: Summing, duty: Duty, period: Period): Promise<Line | null> {
  const { campaign, calendar } = context.actor;
  const deadline = deadlineOf(campaign.definition, duty, calendar, period);
  if (!deadline) return null;
  const earlier = previousPeriod(campaign.definition, duty, period);
  const before = earlier && deadlineOf(campaign.definition, duty, calendar, earlier);
  const known = new Map(
    (await sumsOf(duty, before ? [before, deadline] : [deadline])).map((each) => [each.deadline, each.sums]),
  );
  const sums = known.get(deadline);
  const facts = periodOfDeadline(context, { duty, deadline });
  return sums ? { period: facts, sums, before: (before && known.get(before)) ?? null } : null;
}

/** The sum over a month or a phase; a month is compared with the one before. */
async function wholeLine(
  context: Context,
  sumsOf: Summing,
  { duty, deadlines, whole }: Spanned,
  periods: readonly Summed[],
): Promise<Line | null> {
  if (!whole || periods.length === 0) return null;
  const month = whole.kind === 'month' ? as<Period>(addDays(whole.from, -1).slice(0, 7)) : null;
  const span = month && namedSpan(context.actor.campaign.definition, month);
  const before = await sumsOf(duty, span ? deadlinesWithin(context, duty, span) : []);
  const sums = together(periods);
  const isComing = sums.isComing || deadlines.some(({ closesAt }) => context.at < closesAt);
  return { period: whole, sums: { ...sums, isComing }, before: before.length > 0 ? together(before) : null };
}

/** A month or a phase is one sum; other days are listed by their periods, with a sum. */
const isNamedWhole = ({ whole }: Spanned): boolean => whole !== null && whole.kind !== 'days';

async function linesAsked(
  context: Context,
  reading: Reading,
  sumsOf: Summing,
  spanned: Spanned,
  periods: readonly Summed[],
): Promise<Line[]> {
  if (isNamedWhole(spanned)) {
    const line = await wholeLine(context, sumsOf, spanned, periods);
    return line ? [line] : [];
  }
  const { duty, deadlines } = spanned;
  const [only] = deadlines;
  const { definition } = context.actor.campaign;
  const earlier = isTimed(reading) || !only ? null : previousPeriod(definition, duty, only.period);
  const asked = [...deadlines.map(({ period }) => period).reverse(), ...(earlier ? [earlier] : [])];
  const lines: Line[] = [];
  for (const period of asked) {
    const line = await lineOf(context, sumsOf, duty, period);
    if (line) lines.push(line);
  }
  return lines;
}

/** Half a week is not held against a whole one: only what is complete is compared. */
function saidOf({
  period,
  sums: { totals, reported, due, isComing },
  before,
}: Line): Answer['periods'][number] {
  const then = before?.isFiled && !isComing ? before.totals : null;
  return {
    period,
    totals: totals.map((figure, at) => ({ ...figure, before: then?.[at]?.total ?? null })),
    reported,
    due,
    ...(before?.isFiled && isComing && { isComing: true }),
  };
}

/** Figures over several periods as a picture, where that is seen faster than read. */
function pictureOf(
  context: Context,
  { duty }: Spanned,
  periods: readonly Summed[],
  said: Omit<LineSources, 'now' | 'zone' | 'periods'>,
): Pick<Answer, 'picture'> {
  const summed = periods.map(({ deadline, sums: { reported, totals } }) => ({
    period: periodOfDeadline(context, { duty, deadline }),
    totals: reported === 0 ? null : totals,
  }));
  const picture = linesOf({ ...momentOf(context), ...said, periods: summed });
  return picture === null ? {} : { picture };
}

/** Of days that have no name the sum, above their periods. */
const sumOf = ({ whole }: Spanned, periods: readonly Summed[]): Pick<Answer, 'sum'> =>
  whole?.kind === 'days' && periods.length > 0
    ? { sum: saidOf({ period: whole, sums: together(periods), before: null }) }
    : {};

const ALL_THERE_IS =
  /一共|总共|累计|合计|总计|共计|总数|总量|至今|到目前|到现在|今年|so far|to date|total|altogether|overall|cumulative|this year/;

/** Who asks for a total and not when means all of the campaign up to now; 今年 is read so where it is the same. */
function upToNow({ actor, at }: Context, reading: Reading): Reading {
  const { definition } = actor.campaign;
  const isAll = !isTimed(reading) && reading.used.some((word) => ALL_THERE_IS.test(word));
  return isAll ? { ...reading, from: definition.from, to: dateOf(at, definition.zone) } : reading;
}

/** Sums figures, newest period first; periods of which the ledger knows nothing yet are left out. */
export const answerFigures: Answerer = async (context, asked) => {
  const reading = upToNow(context, asked);
  const whose = whoseOrOwn(context, reading);
  const closed = whose.units && closedTo(context, whose.units);
  if (closed) return contentNotYours(context, closed);
  const spanned = meantWithFigures(context, reading);
  if ('refusal' in spanned) return refused(spanned.refusal);
  const { duty, deadlines, whole } = spanned;
  const { definition } = context.actor.campaign;
  const sumsOf = summing(context, reading, whose.units);
  const periods = await sumsOf(duty, deadlines);
  const ahead = periods.length === 0 && (await notBegun(context, [spanned], whose, whole));
  if (ahead) return ahead;
  const said = {
    duty: dutyFacts(duty),
    units:
      whose.units && whose.area === null ? whose.units.map((id) => unitFacts(definition, id)) : whose.named,
    area: whose.area,
  };
  const covered = coveredBy(spanned, new Set(periods.map(({ deadline }) => deadline.period)));
  const lines = await linesAsked(context, reading, sumsOf, spanned, periods);
  return {
    kind: 'figures',
    mayExport: maySee(context.actor.postings, { kind: 'ledger', unit: null }),
    ...momentOf(context),
    ...said,
    ...pictureOf(context, spanned, periods, { ...said, ...covered }),
    ...covered,
    ...sumOf(spanned, periods),
    periods: lines.map(saidOf),
  };
};
