// Steps of a ladder that became due turn into intents, one for each person, and a bulletin whose time has come is drafted.
// After an outage only the latest step that still makes sense is said; the others are recorded as skipped.

import { draftFor, draftsAt } from './bulletin-period.ts';
import type { Campaign, Duty } from './campaign.ts';
import { type Change, ensure, move } from './change.ts';
import { dueOnNow, isOwed } from './obligation.ts';
import { slotAfter } from './office-hours.ts';
import { findDuty, intentOf, lookAgainAt, type PlanView, slotFrom } from './plan.ts';
import { officeStaff } from './recipients.ts';
import { type Reminded, remindedAt } from './reminded.ts';
import { dueSteps, type Step, stepsOf } from './reminders.ts';
import type { IntentRow, ObligationRow } from './things.ts';
import { dateOf } from './zone.ts';

const reminderKey = (campaign: Campaign, row: ObligationRow, step: string, to: string): string =>
  `reminder:${campaign.id}:${row.duty}:${row.unit}:${row.period}:due-${dueOnNow(row, campaign.zone)}:${step}:${to}`;

function intentFor(view: PlanView, row: ObligationRow, reminded: Reminded): Omit<IntentRow, 'version'> {
  const { step, person } = reminded;
  const dueOn = dueOnNow(row, view.campaign.zone);
  const at = { slotAt: slotFrom(view, step.slotAt), about: row.id };
  if (reminded.kind === 'unit_unreachable') {
    const key = `unreachable:${row.id}:due-${dueOn}:${step.id}:${person}`;
    const { because } = reminded;
    return intentOf(
      view,
      key,
      person,
      { kind: 'unit_unreachable', unit: row.unit, obligation: row.id, because },
      at,
    );
  }
  return intentOf(
    view,
    reminderKey(view.campaign, row, step.id, person),
    person,
    {
      kind: 'reminder',
      obligation: row.id,
      step: step.id,
      stepKind: step.kind,
      dueOn,
      why: reminded.why,
    },
    at,
  );
}

/** Steps of one moment as intents, for those who are there on the day on which they are said. */
function intentsFor(view: PlanView, duty: Duty, row: ObligationRow, steps: readonly Step[]) {
  const [first] = steps;
  if (!first) return [];
  const presence = view.presence.on(dateOf(slotFrom(view, first.slotAt), view.campaign.zone));
  return remindedAt(presence, { duty, row }, steps).map((reminded) => intentFor(view, row, reminded));
}

function stepIntents(view: PlanView, duty: Duty, row: ObligationRow): Omit<IntentRow, 'version'>[] {
  const steps = stepsOf(view.campaign, duty, row, view.calendar);
  const { say, skipped } = dueSteps(steps, row, view.now);
  const forTheRecord = skipped
    .flatMap((step) => intentsFor(view, duty, row, [step]))
    .map((intent) => ({ ...intent, state: 'skipped' as const, reason: 'expired' }));
  return [...forTheRecord, ...intentsFor(view, duty, row, say)];
}

function draftIntents(view: PlanView, duty: Duty, row: ObligationRow): Change[] {
  const at = draftsAt(view.campaign, duty, view.calendar, row);
  if (at === null || at <= row.plannedThrough || at > view.now) return [];
  const bulletin = draftFor(view.campaign, duty, view.calendar, row);
  if (!bulletin) return [];
  const slotAt = slotFrom(view, slotAfter(at, view.calendar, view.campaign.zone));
  const told = officeStaff(view.presence.on(dateOf(slotAt, view.campaign.zone))).map((person) =>
    intentOf(
      view,
      `drafted:${bulletin.id}:${person}`,
      person,
      { kind: 'bulletin_drafted', bulletin: bulletin.id },
      { slotAt, about: bulletin.id },
    ),
  );
  return [ensure('bulletin', bulletin), ...told.map((intent) => ensure('intent', intent))];
}

/** Turns the steps of one row that became due into intents, drafts its bulletin, and says when to look again. */
export function planSteps(view: PlanView, row: ObligationRow): Change[] {
  const duty = findDuty(view.campaign, row.duty);
  if (!duty || !isOwed(row)) return [move('obligation', row, { nextStepAt: null })];
  const planned = { ...row, plannedThrough: view.now };
  return [
    ...draftIntents(view, duty, row),
    ...stepIntents(view, duty, row).map((intent) => ensure('intent', intent)),
    move('obligation', row, { plannedThrough: view.now, nextStepAt: lookAgainAt(view, duty, planned) }),
  ];
}
