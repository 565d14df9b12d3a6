// What falls due between two days: reports and tasks, one's own for unit people, all for the office, leaders and inspectors.
// Next week's report is known before the plan opens its row: it is reckoned from the duty, as the plan will, and not kept.

import type { CivilDate, UnitId } from '../../domain/ids.ts';
import { dueOnNow } from '../../domain/obligation.ts';
import { deadlinesBetween, owingUnits } from '../../domain/periods.ts';
import { newRow } from '../../domain/plan-openings.ts';
import type { ObligationRow } from '../../domain/things.ts';
import { dateOf } from '../../domain/zone.ts';
import type { Slots } from '../ask/reading.ts';
import type { Context } from '../command.ts';
import { describeRows, presenceNow } from '../ledger.ts';
import { ownUnits } from '../own-rows.ts';
import { type Answerer, momentOf } from './answerer.ts';
import { openTasks, owedRows } from './overdue.ts';
import { byDeadline, type Days, daysNamed } from './span.ts';
import { scopeOf, type Whose, whoseAsked, whoseOrOwn } from './whose.ts';

type Between = { from: CivilDate | null; to: CivilDate | null };

const isBetween = ({ from, to }: Between, date: CivilDate): boolean =>
  (from === null || from <= date) && (to === null || date <= to);

const todayOf = ({ actor, at }: Context): CivilDate => dateOf(at, actor.campaign.definition.zone);

/** Without days: from today on. */
function daysAsked(context: Context, slots: Slots): Between {
  const days = daysNamed(context, slots);
  return days ? { from: days.from ?? null, to: days.to ?? null } : { from: todayOf(context), to: null };
}

/** The reports that will be owed on these days and whose rows the plan has yet to open. */
async function expectedRows(
  context: Context,
  days: Days,
  units: readonly UnitId[] | null,
  duty: string | undefined,
): Promise<ObligationRow[]> {
  const { actor, at, store } = context;
  const { definition: campaign } = actor.campaign;
  const view = {
    row: actor.campaign,
    campaign,
    calendar: actor.calendar,
    presence: await presenceNow(context),
    now: at,
  };
  const duties = campaign.duties.filter(({ id, kind }) => (duty ? id === duty : kind === 'report'));
  const rows = duties.flatMap((each) =>
    deadlinesBetween(campaign, each, actor.calendar, days.from, days.to).flatMap((deadline) =>
      owingUnits(campaign, each, deadline.wantedOn)
        .filter((unit) => units === null || units.includes(unit))
        .map((unit) => ({ ...newRow(view, each, unit, deadline), version: 0 })),
    ),
  );
  const awaited = rows.filter(({ state, dueOn }) => state === 'open' && isBetween(days, dueOn));
  if (awaited.length === 0) return [];
  const known = await store.list('obligation', { where: { id: { in: awaited.map(({ id }) => id) } } });
  const isKnown = new Set(known.map(({ id }) => id));
  return awaited.filter(({ id }) => !isKnown.has(id));
}

async function dueRows(context: Context, days: Between, units: UnitId[] | null, duty: string | undefined) {
  const { definition } = context.actor.campaign;
  const owed = (await owedRows(context, units, duty)).filter((row) =>
    isBetween(days, dueOnNow(row, definition.zone)),
  );
  const { from, to } = days;
  const later =
    to === null ? [] : await expectedRows(context, { from: from ?? todayOf(context), to }, units, duty);
  return [...owed, ...later].sort(byDeadline(definition));
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
