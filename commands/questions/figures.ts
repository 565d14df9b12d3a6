// Figures that reports hold, summed over units and periods: the period that was named with the change against the one
// before; without one the current and the one before. A month or a phase is the sum of its periods, each unit's newest
// version of each counted once. They are contents: unit people get their own units', or hear whom to ask.

import { type LineSources, linesOf } from '../../domain/ask/picture.ts';
import type { Duty } from '../../domain/campaign.ts';
import type { FigureTotal, PeriodFacts } from '../../domain/facts.ts';
import { as, type Period } from '../../domain/ids.ts';
import { countsOf } from '../../domain/obligation.ts';
import { dutyFacts, unitFacts } from '../../domain/obligation-facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { deadlineOf, namedSpan, previousPeriod } from '../../domain/periods.ts';
import { formFields } from '../../domain/report-form.ts';
import { maySee } from '../../domain/sight.ts';
import type { ObligationRow } from '../../domain/things.ts';
import { addDays } from '../../domain/zone.ts';
import type { Reading } from '../ask/reading.ts';
import type { Context } from '../command.ts';
import { notBegun } from '../not-begun.ts';
import { periodOfDeadline } from '../period-meant.ts';
import { refused } from '../review-row.ts';
import { sumFigures } from '../standing-of-duty.ts';
import { type Answerer, momentOf } from './answerer.ts';
import { coveredBy, deadlinesWithin, isTimed, rowsWithin, type Spanned, spanMeant } from './span.ts';
import { closedTo, contentNotYours, type Whose, whoseOrOwn } from './whose.ts';

type Answer = Extract<Outcome, { kind: 'figures' }>;
/** One line of the answer: its rows, and those it is compared with. */
type Line = { period: PeriodFacts; rows: ObligationRow[]; before: ObligationRow[] };

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

async function lineOf(
  context: Context,
  duty: Duty,
  period: Period,
  units: Whose['units'],
): Promise<Line | null> {
  const { definition } = context.actor.campaign;
  const deadline = deadlineOf(definition, duty, context.actor.calendar, period);
  if (!deadline) return null;
  const earlier = previousPeriod(definition, duty, period);
  const before = earlier && deadlineOf(definition, duty, context.actor.calendar, earlier);
  const [rows, then] = await Promise.all([
    rowsWithin(context, { duty, deadlines: [deadline] }, units),
    rowsWithin(context, { duty, deadlines: before ? [before] : [] }, units),
  ]);
  const facts = periodOfDeadline(context, { duty, deadline });
  return { period: facts, rows, before: then };
}

/** The sum over a month or a phase; a month is compared with the one before. */
async function wholeLine(
  context: Context,
  spanned: Spanned,
  units: Whose['units'],
  rows: ObligationRow[],
): Promise<Line> {
  const { duty, whole } = spanned;
  const { definition } = context.actor.campaign;
  const month = whole!.kind === 'month' ? as<Period>(addDays(whole!.from, -1).slice(0, 7)) : null;
  const span = month && namedSpan(definition, month);
  const deadlines = span ? deadlinesWithin(context, duty, span) : [];
  const before = await rowsWithin(context, { duty, deadlines }, units);
  return { period: whole!, rows, before };
}

/** A month or a phase is one sum; other days are listed by their periods, with a sum. */
const isNamedWhole = ({ whole }: Spanned): boolean => whole !== null && whole.kind !== 'days';

async function linesAsked(
  context: Context,
  reading: Reading,
  spanned: Spanned,
  units: Whose['units'],
  together: ObligationRow[] | null,
) {
  if (isNamedWhole(spanned) && together) return [await wholeLine(context, spanned, units, together)];
  const { definition } = context.actor.campaign;
  const [only] = spanned.deadlines;
  const earlier = isTimed(reading) || !only ? null : previousPeriod(definition, spanned.duty, only.period);
  const periods = [...spanned.deadlines].reverse().map(({ period }) => period);
  const asked = [...periods, ...(earlier ? [earlier] : [])];
  const lines = await Promise.all(asked.map((period) => lineOf(context, spanned.duty, period, units)));
  return lines.filter((line) => line !== null);
}

const isWanted =
  ({ figure }: Reading) =>
  ({ id }: FigureTotal): boolean =>
    !figure?.length || figure.includes(id);

function summed(
  context: Context,
  reading: Reading,
  duty: Duty,
  { period, rows, before }: Line,
): Answer['periods'][number] {
  const totals = sumFigures(context, { duty, rows, before });
  const { reported, due } = countsOf(rows, context.at);
  return { period, totals: totals.filter(isWanted(reading)), reported, due };
}

/** The sums of each period by itself. */
function sumsByPeriod(
  context: Context,
  reading: Reading,
  { duty, deadlines }: Spanned,
  rows: readonly ObligationRow[],
) {
  return deadlines.flatMap((deadline): LineSources['periods'][number][] => {
    const own = rows.filter(({ period }) => period === deadline.period);
    if (own.length === 0) return [];
    const period = periodOfDeadline(context, { duty, deadline });
    const totals = sumFigures(context, { duty, rows: own, before: [] }).filter(isWanted(reading));
    return [{ period, totals: countsOf(own, context.at).reported === 0 ? null : totals }];
  });
}

/** Figures over several periods as a picture, where that is seen faster than read. */
function pictureOf(
  context: Context,
  reading: Reading,
  spanned: Spanned,
  together: ObligationRow[] | null,
  said: Pick<Answer, 'duty' | 'units' | 'area'>,
): Pick<Answer, 'picture'> {
  if (!together) return {};
  const periods = sumsByPeriod(context, reading, spanned, together);
  const picture = linesOf({ ...momentOf(context), ...said, ...coveredBy(spanned, together), periods });
  return picture === null ? {} : { picture };
}

/** Of days that have no name the sum, above their periods. */
function sumOf(
  context: Context,
  reading: Reading,
  { duty, whole }: Spanned,
  together: ObligationRow[] | null,
): Pick<Answer, 'sum'> {
  if (whole?.kind !== 'days' || !together || together.length === 0) return {};
  return { sum: summed(context, reading, duty, { period: whole, rows: together, before: [] }) };
}

/** What is to be said of periods that have not begun; null where one has, or the ledger knows of them. */
async function aheadOf(context: Context, spanned: Spanned, whose: Whose, together: ObligationRow[] | null) {
  const rows = together ?? (await rowsWithin(context, spanned, whose.units));
  return rows.length > 0 ? null : notBegun(context, [spanned], whose, spanned.whole);
}

/** Sums figures, newest period first; periods of which the ledger knows nothing yet are left out. */
export const answerFigures: Answerer = async (context, reading) => {
  const whose = whoseOrOwn(context, reading);
  const closed = whose.units && closedTo(context, whose.units);
  if (closed) return contentNotYours(context, closed);
  const spanned = meantWithFigures(context, reading);
  if ('refusal' in spanned) return refused(spanned.refusal);
  const { definition } = context.actor.campaign;
  // Rows of several periods are read once: for the sum, the periods and the picture.
  const together = spanned.deadlines.length > 1 ? await rowsWithin(context, spanned, whose.units) : null;
  const ahead = await aheadOf(context, spanned, whose, together);
  if (ahead) return ahead;
  const lines = (await linesAsked(context, reading, spanned, whose.units, together)).filter(
    ({ rows }) => rows.length > 0,
  );
  const said = {
    duty: dutyFacts(spanned.duty),
    units:
      whose.units && whose.area === null ? whose.units.map((id) => unitFacts(definition, id)) : whose.named,
    area: whose.area,
  };
  return {
    kind: 'figures',
    mayExport: maySee(context.actor.postings, { kind: 'ledger', unit: null }),
    ...momentOf(context),
    ...said,
    ...pictureOf(context, reading, spanned, together, said),
    ...(together && coveredBy(spanned, together)),
    ...sumOf(context, reading, spanned, together),
    periods: lines.map((line) => summed(context, reading, spanned.duty, line)),
  };
};
