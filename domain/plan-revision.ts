// Open rows follow a new definition (an import, a hand-over, a holiday notice): they take their new deadline, end with their
// unit or duty, or come back with it. What is filed or closed never changes.

import { hasNothingToReport } from './bulletin-period.ts';
import type { Duty } from './campaign.ts';
import { type Change, ensure, move } from './change.ts';
import { deadlineNow, isOwed } from './obligation.ts';
import { slotAfter } from './office-hours.ts';
import { type Deadline, deadlineOf, isOwing } from './periods.ts';
import { findDuty, intentOf, lookAgainAt, NEVER_PLANNED, type PlanView } from './plan.ts';
import { deadlineColumns, waiverOf } from './plan-openings.ts';
import type { IntentRow, ObligationRow, Waiver } from './things.ts';

const ENDED: readonly (Waiver | null)[] = ['unit_ended', 'duty_ended'];

/** Whether a row follows a new definition: it is owed, or was until its unit or duty was ended by an import. */
export const isRevisable = (row: ObligationRow): boolean =>
  isOwed(row) || (row.state === 'waived' && ENDED.includes(row.waiver));

/** What an import does to one row: a new deadline, the end of its duty or unit, their return, or nothing. */
export function planRevision(view: PlanView, row: ObligationRow, reminded: readonly IntentRow[]): Change[] {
  if (!isRevisable(row) || view.now >= Math.max(row.closesAt, row.missedAt)) return [];
  const duty = findDuty(view.campaign, row.duty);
  const deadline = duty ? deadlineOf(view.campaign, duty, view.calendar, row.period) : null;
  if (!duty || !deadline) return waivedAs(row, 'duty_ended');
  if (!isOwing(view.campaign, duty, row.unit, deadline.wantedOn)) return waivedAs(row, 'unit_ended');
  if (hasNothingToReport(view.campaign, duty, view.calendar, deadline.dueAt))
    return waivedAs(row, 'nothing_to_report');
  if (isOwed(row)) return revised(view, duty, row, deadline, reminded);
  return waiverOf(view, duty, row.unit, deadline) === null ? revived(view, duty, row, deadline) : [];
}

const waivedAs = (row: ObligationRow, waiver: Waiver): Change[] =>
  isOwed(row) ? [move('obligation', row, { state: 'waived', waiver, nextStepAt: null })] : [];

/** A unit or duty that an import left out and a later one names again owes what there still is time for. */
function revived(view: PlanView, duty: Duty, row: ObligationRow, deadline: Deadline): Change[] {
  const columns = {
    ...deadlineColumns(duty, deadline),
    state: row.returnDueAt === null ? ('open' as const) : ('returned' as const),
    waiver: null,
  };
  const nextStepAt = lookAgainAt(view, duty, { ...row, ...columns });
  return [move('obligation', row, { ...columns, nextStepAt })];
}

function revised(
  view: PlanView,
  duty: Duty,
  row: ObligationRow,
  deadline: Deadline,
  reminded: readonly IntentRow[],
): Change[] {
  const columns = deadlineColumns(duty, deadline);
  // The deadline given with a return stands, whatever becomes of the duty's own.
  const moved = deadlineNow({ ...row, ...columns }) !== deadlineNow(row);
  // Who was reminded before hears of the new deadline; who was not, hears the step that is due for it.
  const isToldAnyway = moved && reminded.length > 0 && deadline.dueAt > view.now;
  const plannedThrough = !moved ? row.plannedThrough : isToldAnyway ? view.now : NEVER_PLANNED;
  const next = { ...row, ...columns, plannedThrough };
  const change = move('obligation', row, {
    ...columns,
    plannedThrough,
    nextStepAt: lookAgainAt(view, duty, next),
  });
  return moved ? [change, ...newDeadlineTold(view, row, deadline, reminded)] : [change];
}

function newDeadlineTold(
  view: PlanView,
  row: ObligationRow,
  deadline: Deadline,
  reminded: readonly IntentRow[],
): Change[] {
  const slotAt = slotAfter(view.now, view.calendar, view.campaign.zone);
  const people = new Map(
    reminded.flatMap(({ recipient, notice }) =>
      notice.kind === 'reminder' ? [[recipient, notice.why] as const] : [],
    ),
  );
  return [...people].map(([person, why]) =>
    ensure(
      'intent',
      intentOf(
        view,
        `deadline:${row.id}:from-${row.dueOn}:due-${deadline.dueOn}:${person}`,
        person,
        { kind: 'deadline_changed', obligation: row.id, from: row.dueAt, why },
        { slotAt, about: row.id },
      ),
    ),
  );
}
