// What falls due between two days: reports and tasks, one's own for unit people, all for the office, leaders and inspectors.
// Next week's report is known before the plan opens its row: it is reckoned from the duty, as the plan will, and not kept.

import type { PeriodFacts } from '../../domain/facts.ts';
import type { CivilDate, Period, UnitId } from '../../domain/ids.ts';
import { dueOnNow } from '../../domain/obligation.ts';
import { deadlinesBetween } from '../../domain/periods.ts';
import type { ObligationRow } from '../../domain/things.ts';
import { addDays, dateOf } from '../../domain/zone.ts';
import type { Slots } from '../ask/reading.ts';
import type { Context } from '../command.ts';
import { planView, rowsOpened } from '../expected-rows.ts';
import { describeRows } from '../ledger.ts';
import { ownUnits } from '../own-rows.ts';
import { type Answerer, momentOf } from './answerer.ts';
import { openTasks, owedRows } from './overdue.ts';
import { byDeadline, type Days, daysNamed, periodNamed, periodsWithin, spanFacts } from './span.ts';
import { scopeOf, type Whose, whoseAsked, whoseOrOwn } from './whose.ts';

const DAYS_AHEAD = 62;

type Units = readonly UnitId[] | null;
type Between = { from: CivilDate | null; to: CivilDate | null };

const isBetween = ({ from, to }: Between, date: CivilDate): boolean =>
  (from === null || from <= date) && (to === null || date <= to);

const todayOf = ({ actor, at }: Context): CivilDate => dateOf(at, actor.campaign.definition.zone);

/** Without days: from today on. */
function daysAsked(context: Context, slots: Slots): Between {
  const days = daysNamed(context, slots);
  return days ? { from: days.from ?? null, to: days.to ?? null } : { from: todayOf(context), to: null };
}

/** What will be owed on these days and whose rows the plan has yet to open; what lies farther ahead it will open later. */
async function expectedRows(context: Context, { from, to }: Days, units: Units, duty: string | undefined) {
  const view = await planView(context);
  const { campaign, calendar } = view;
  const last = addDays(todayOf(context), DAYS_AHEAD);
  const days = { from, to: to < last ? to : last };
  const rows: ObligationRow[] = [];
  for (const each of campaign.duties.filter(({ id }) => duty === undefined || id === duty)) {
    const deadlines = deadlinesBetween(campaign, each, calendar, days.from, days.to);
    const due = deadlines.filter(({ dueOn }) => isBetween(days, dueOn));
    const known = new Map<Period, ReadonlySet<UnitId>>();
    for await (const open of periodsWithin(context, { duty: each, deadlines: due }, units, ['unit']))
      known.set(open.deadline.period, new Set(open.rows.map(({ unit }) => unit)));
    const isAsked = (period: Period) => (unit: UnitId) =>
      (units === null || units.includes(unit)) && !known.get(period)?.has(unit);
    rows.push(...due.flatMap((deadline) => rowsOpened(view, each, deadline, isAsked(deadline.period))));
  }
  return rows;
}

async function dueRows(context: Context, days: Between, units: Units, duty: string | undefined) {
  const { definition } = context.actor.campaign;
  const owed = await owedRows(context, units, duty, (row) => isBetween(days, dueOnNow(row, definition.zone)));
  const { from, to } = days;
  const today = todayOf(context);
  const first = from !== null && from > today ? from : today;
  const later = to === null ? [] : await expectedRows(context, { from: first, to }, units, duty);
  return byDeadline(definition, [...owed, ...later]);
}

function phaseNamed({ actor }: Context, slots: Slots): { phase?: PeriodFacts } {
  const period = periodNamed(slots);
  const span = period && spanFacts(actor.campaign.definition, period);
  return span?.kind === 'phase' ? { phase: span } : {};
}

async function dueAnswer(
  context: Context,
  reading: Slots,
  whose: Whose & { own: boolean },
): ReturnType<Answerer> {
  const days = daysAsked(context, reading);
  const rows = await dueRows(context, days, whose.units, reading.duty);
  const tasks = reading.duty ? [] : await openTasks(context, whose, reading.area);
  return {
    kind: 'due',
    ...momentOf(context),
    ...days,
    ...phaseNamed(context, reading),
    own: whose.own,
    ...scopeOf(whose),
    rows: await describeRows(context, rows),
    tasks: tasks.filter(({ dueOn }) => isBetween(days, dueOn)).sort((a, b) => a.dueAt - b.dueAt),
  };
}

/** Lists what falls due. */
export const answerDue: Answerer = (context, reading) =>
  dueAnswer(context, reading, whoseOrOwn(context, reading));

/** The same of my own units alone, the office's own for its people. */
export const answerOwnDue: Answerer = (context, reading) =>
  dueAnswer(context, reading, { ...whoseAsked(context, {}), units: ownUnits(context), own: true });
