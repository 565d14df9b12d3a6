// How punctual units were: of the periods that fell due how many were filed in time, late, never. Per unit and duty, never
// per person. Time lost by the office does not count against a unit (product.md, "The ledger"): what is late or missed in a
// period that was published at short notice, or whose dispute was upheld, is left out, as is what was waived.

import type { UnitTimeliness } from '../../domain/ask/facts.ts';
import { type Cell, type Cells, cellsOf, heatMapOf } from '../../domain/ask/picture.ts';
import type { Duty } from '../../domain/campaign.ts';
import { deadlinesAround } from '../../domain/defaults.ts';
import type { Instant, Period, UnitId } from '../../domain/ids.ts';
import { lastInTime, TIMED, timelinessOf } from '../../domain/obligation.ts';
import { dutyFacts, unitFacts } from '../../domain/obligation-facts.ts';
import type { Outcome, Refusal } from '../../domain/outcome.ts';
import { maySee } from '../../domain/sight.ts';
import type { ObligationRow } from '../../domain/things.ts';
import type { Reading } from '../ask/reading.ts';
import type { Context } from '../command.ts';
import { notBegun } from '../not-begun.ts';
import { periodOfDeadline } from '../period-meant.ts';
import { refused } from '../review-row.ts';
import { type Answerer, momentOf } from './answerer.ts';
import { coveredBy, type Days, isTimed, periodsWithin, type Spanned, spanMeant } from './span.ts';
import { type Whose, whoseAsked } from './whose.ts';

const PERIODS_BY_DEFAULT = 4;

type Tally = Omit<UnitTimeliness, 'unit'>;

const COLUMNS = ['unit', 'shortNotice', ...TIMED] as const;
type Row = Pick<ObligationRow, (typeof COLUMNS)[number]>;

const isExcused = ({ shortNotice, dispute }: Row): boolean =>
  shortNotice || dispute?.decision?.upheld === true;

/** Adds one row; one that is owed and past its deadline has fallen due, and nothing else can be said of it yet. */
function count(tally: Tally, row: Row, now: Instant): void {
  const timeliness = timelinessOf(row, now);
  if (row.state === 'waived' || (timeliness === null && now <= lastInTime(row))) return;
  if (timeliness !== 'on_time' && isExcused(row)) return;
  tally.due += 1;
  tally.onTime += Number(timeliness === 'on_time');
  tally.late += Number(timeliness === 'late');
  tally.missed += Number(timeliness === 'missed');
}

/** How punctual each unit was, in the campaign's order, and how it stood in each period. */
async function tallied(context: Context, spanned: Spanned, asked: Whose['units']) {
  const tallies = new Map<UnitId, Tally>();
  const cells = new Map<Period, ReadonlyMap<UnitId, Cell>>();
  for await (const { deadline, rows } of periodsWithin(context, spanned, asked, COLUMNS)) {
    for (const row of rows) {
      const known = tallies.get(row.unit);
      const tally = known ?? { due: 0, onTime: 0, late: 0, missed: 0 };
      if (!known) tallies.set(row.unit, tally);
      count(tally, row, context.at);
    }
    cells.set(deadline.period, cellsOf(rows, context.at));
  }
  const { definition } = context.actor.campaign;
  const units = definition.units.flatMap(({ id }): UnitTimeliness[] => {
    const tally = tallies.get(id);
    return tally ? [{ unit: unitFacts(definition, id), ...tally }] : [];
  });
  return { units, cells };
}

/** The periods that closed last, where none is named. */
function lastClosed({ actor, at }: Context, duty: Duty): Spanned {
  const deadlines = deadlinesAround(actor.campaign.definition, duty, actor.calendar, at);
  const closed = deadlines.filter(({ closesAt }) => closesAt <= at);
  return { duty, deadlines: closed.slice(-PERIODS_BY_DEFAULT), whole: null };
}

function periodsMeant(context: Context, reading: Reading): Spanned | { refusal: Refusal } {
  const meant = spanMeant(context, reading);
  return 'refusal' in meant || isTimed(reading) ? meant : lastClosed(context, meant.duty);
}

const shareOnTime = ({ due, onTime }: UnitTimeliness): number => (due === 0 ? -1 : onTime / due);

/** The most punctual first where the office turned ranking on, else in the roster's order (rules against ranking). */
const inOrder = (rows: UnitTimeliness[], ranked: boolean): UnitTimeliness[] =>
  ranked ? rows.toSorted((a, b) => shareOnTime(b) - shareOnTime(a)) : rows;

/** Every unit's periods as a picture, where that is seen faster than read. */
function pictureOf(context: Context, spanned: Spanned, units: UnitTimeliness[], cells: Cells) {
  const { duty, deadlines } = spanned;
  const periods = deadlines.map((deadline) => periodOfDeadline(context, { duty, deadline }));
  const picture = heatMapOf({
    ...momentOf(context),
    duty: dutyFacts(duty),
    periods,
    ...coveredBy(spanned, cells),
    units,
    cells,
  });
  return picture === null ? {} : { picture };
}

/** The days that were asked about, else those of the periods. */
function daysOf({ actor }: Context, { deadlines, whole }: Spanned): Days {
  const { from, to } = actor.campaign.definition;
  return {
    from: whole?.from ?? deadlines[0]?.from ?? from,
    to: whole?.to ?? deadlines.at(-1)?.to ?? to,
  };
}

/** Says how punctual each unit was; ranked only where the office turned ranking on. */
export const answerTimeliness: Answerer = async (context, reading): Promise<Outcome> => {
  const spanned = periodsMeant(context, reading);
  if ('refusal' in spanned) return refused(spanned.refusal);
  const whose = whoseAsked(context, reading);
  const { units: all, cells } = await tallied(context, spanned, whose.units);
  const ahead = cells.size === 0 && (await notBegun(context, [spanned], whose, spanned.whole));
  if (ahead) return ahead;
  const { ranking } = context.actor.campaign.definition;
  const units = inOrder(all, ranking);
  return {
    kind: 'timeliness',
    mayExport: maySee(context.actor.postings, { kind: 'ledger', unit: null }),
    ...momentOf(context),
    duty: dutyFacts(spanned.duty),
    ...daysOf(context, spanned),
    ...coveredBy(spanned, cells),
    ranked: ranking,
    rows: units,
    ...pictureOf(context, spanned, units, cells),
  };
};
