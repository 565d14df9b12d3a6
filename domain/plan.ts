// What becomes due as time passes: periods open, deadlines move with an imported definition, steps of a ladder turn into
// intents, bulletins are drafted. Every function takes what was read and `now`, and returns changes; none writes.
//
// Keys are sentences over civil facts and carry the deadline, so planning twice says nothing twice, and a deadline that
// moved is told anew: `reminder:loudi-2016:weekly:gaj:2016-W31:due-2016-08-05:eve:PERSON`.

import { draftFor, draftsAt, hasNothingToReport } from './bulletin-period.ts';
import type { Calendar } from './calendar.ts';
import type { Campaign, Duty } from './campaign.ts';
import { type Change, ensure, move } from './change.ts';
import { as, type Instant, type IntentId, obligationId, type PersonId, type UnitId } from './ids.ts';
import type { Notice } from './notice.ts';
import { deadlineNow, dueOnNow, isOwed } from './obligation.ts';
import { slotAfter } from './office-hours.ts';
import { type Deadline, deadlineOf, deadlinesBetween, isOwing, owingUnits } from './periods.ts';
import { officeStaff, type Presence } from './recipients.ts';
import { type Reminded, remindedAt } from './reminded.ts';
import { dueSteps, nextStepAt, type Step, stepsOf } from './reminders.ts';
import type { CampaignRow, DutyMarkRow, IntentRow, ObligationRow, Waiver } from './things.ts';
import { addDays, dateOf } from './zone.ts';

/** A slot that was reached late by less than this is still that slot; the loop looks every few seconds. */
export const SLOT_TOLERANCE_MS = 15 * 60_000;

/** What planning one campaign needs to know. */
export type PlanView = {
  row: CampaignRow;
  campaign: Campaign;
  calendar: Calendar;
  presence: Presence;
  now: Instant;
};

const MINUTE_MS = 60_000;
const NEVER_PLANNED = as<Instant>(0);
const DAYS_AHEAD = 62;
const DAYS_A_WORKING_DAY = 2;

export const findDuty = (campaign: Campaign, id: string): Duty | undefined =>
  campaign.duties.find((duty) => duty.id === id);

// Opening periods

/** Since when a bot has known the duty, the unit, and that one owes the other; what was due before was never theirs (启用前). */
const knownSince = (row: CampaignRow, duty: Duty, unit: UnitId): Instant =>
  as<Instant>(
    Math.max(
      row.plannedFrom ?? 0,
      row.knownSince[`duty:${duty.id}`] ?? 0,
      row.knownSince[`unit:${unit}`] ?? 0,
      row.knownSince[`owes:${duty.id}/${unit}`] ?? 0,
    ),
  );

function waiverOf(view: PlanView, duty: Duty, unit: UnitId, deadline: Deadline): Waiver | null {
  if (deadline.noWorkingDay) return 'calendar';
  const lastInTimeAt = deadline.dueAt + duty.graceMinutes * MINUTE_MS;
  if (lastInTimeAt < knownSince(view.row, duty, unit)) return 'before_start';
  return hasNothingToReport(view.campaign, duty, view.calendar, deadline.dueAt) ? 'nothing_to_report' : null;
}

const deadlineColumns = (duty: Duty, deadline: Deadline) => ({
  periodFrom: deadline.from,
  periodTo: deadline.to,
  opensAt: deadline.opensAt,
  wantedOn: deadline.wantedOn,
  dueOn: deadline.dueOn,
  dueAt: deadline.dueAt,
  graceMinutes: duty.graceMinutes,
  closesAt: deadline.closesAt,
  missedAt: deadline.missedAt,
  shiftedBy: deadline.shift ? (deadline.shift.name ?? '') : null,
  provisional: deadline.provisional,
});

/** The row of one unit for one deadline as the plan opens it; waived from the start where it is not asked for. */
export function newRow(
  view: PlanView,
  duty: Duty,
  unit: UnitId,
  deadline: Deadline,
): Omit<ObligationRow, 'version'> {
  const waiver = waiverOf(view, duty, unit, deadline);
  const publishedOn = dateOf(knownSince(view.row, duty, unit), view.campaign.zone);
  const row: Omit<ObligationRow, 'version'> = {
    id: obligationId(view.campaign.id, duty.id, unit, deadline.period),
    campaign: view.campaign.id,
    duty: duty.id,
    unit,
    period: deadline.period,
    ...deadlineColumns(duty, deadline),
    state: waiver ? 'waived' : 'open',
    reason: null,
    waiver,
    returnDueAt: null,
    firstFiledAt: null,
    refiledAt: null,
    latestNo: 0,
    nil: false,
    dispute: null,
    shortNotice: publishedOn >= view.calendar.addWorkingDays(deadline.dueOn, -1) && waiver === null,
    plannedThrough: NEVER_PLANNED,
    nextStepAt: null,
  };
  return { ...row, nextStepAt: lookAgainAt(view, duty, { ...row, version: 1 }) };
}

/** When the plan must look at a row again: its next step, or the drafting of its bulletin. */
export function lookAgainAt(
  view: Pick<PlanView, 'campaign' | 'calendar'>,
  duty: Duty,
  row: ObligationRow,
): Instant | null {
  const step = nextStepAt(view.campaign, duty, row, view.calendar);
  const drafts = isOwed(row) ? draftsAt(view.campaign, duty, view.calendar, row) : null;
  if (drafts === null || drafts <= row.plannedThrough) return step;
  return step === null ? drafts : as<Instant>(Math.min(step, drafts));
}

/** A period opens on its first day or with its first reminder, whichever is earlier. */
export function opensPlanAt(view: PlanView, duty: Duty, deadline: Deadline): Instant {
  const unit = view.campaign.units[0]!.id;
  const blank = { ...newRow(view, duty, unit, deadline), state: 'open' as const, version: 1 };
  const [first] = stepsOf(view.campaign, duty, blank, view.calendar);
  return as<Instant>(Math.min(deadline.opensAt, first?.slotAt ?? deadline.opensAt));
}

/** How many days before its deadline's period a duty may have to be opened: a ladder may start long before. */
export function daysAheadOf(duty: Duty): number {
  const first = Math.min(
    0,
    ...(duty.ladder ?? []).map(({ at }) => (at.kind === 'working_days' ? at.days : 0)),
  );
  return DAYS_AHEAD - first * DAYS_A_WORKING_DAY;
}

/** Opens every period of a duty whose time has come since the mark, and says when the next one will. */
export function planOpenings(view: PlanView, duty: Duty, mark: DutyMarkRow): Change[] {
  const { campaign, calendar, now } = view;
  const until = addDays(dateOf(now, campaign.zone), daysAheadOf(duty));
  const upcoming = deadlinesBetween(campaign, duty, calendar, campaign.from, until).map((deadline) => ({
    deadline,
    at: opensPlanAt(view, duty, deadline),
  }));
  const rows = upcoming
    .filter(({ at }) => at > mark.openedThrough && at <= now)
    .flatMap(({ deadline }) =>
      owingUnits(campaign, duty, deadline.wantedOn).map((unit) => newRow(view, duty, unit, deadline)),
    );
  const next = upcoming.map(({ at }) => at).filter((at) => at > now);
  const endOfView = as<Instant>(now + (DAYS_AHEAD / 2) * 86_400_000);
  const nextOpenAt =
    next.length > 0 ? as<Instant>(Math.min(...next)) : until < campaign.to ? endOfView : null;
  return [
    ...rows.map((row) => ensure('obligation', row)),
    move('dutyMark', mark, { openedThrough: now, nextOpenAt }),
  ];
}

// Steps

export const intentOf = (
  view: Pick<PlanView, 'campaign' | 'now'>,
  key: string,
  recipient: PersonId,
  notice: Notice,
  at: { slotAt: Instant; about: string | null; bundle?: string },
): Omit<IntentRow, 'version'> => ({
  id: as<IntentId>(key),
  campaign: view.campaign.id,
  recipient,
  notice,
  about: at.about,
  slotAt: at.slotAt,
  createdAt: view.now,
  bundle: at.bundle ?? 'notices',
  state: 'pending',
  reason: null,
  message: null,
});

/** The slot of something that was meant for `meantAt`: that, unless it is long past; then the next one from now. */
export const slotFrom = (view: Pick<PlanView, 'campaign' | 'calendar' | 'now'>, meantAt: Instant): Instant =>
  view.now - meantAt <= SLOT_TOLERANCE_MS ? meantAt : slotAfter(view.now, view.calendar, view.campaign.zone);

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

// A new definition

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
