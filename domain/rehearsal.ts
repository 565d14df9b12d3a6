// The rehearsal: everything that will be sent in the days to come if nobody does anything, to whom, at which step and why.
// Uses the same periods, ladders and recipients as the plan and writes nothing. A campaign that was never planned takes
// the rehearsal's start for its first plan.

import { draftFor, draftsAt } from './bulletin-period.ts';
import type { Calendar } from './calendar.ts';
import type { Campaign, Duty } from './campaign.ts';
import type { RehearsedSend } from './facts.ts';
import type { Instant, PersonId } from './ids.ts';
import { deadlineNow, isOwed } from './obligation.ts';
import { dutyFacts, dutyOf, nameOf, periodFacts, type Scene, unitFacts } from './obligation-facts.ts';
import { slotAfter } from './office-hours.ts';
import { deadlinesBetween, owingUnits } from './periods.ts';
import { newRow, opensPlanAt, type PlanView, slotFrom } from './plan.ts';
import { officeStaff, presenceOn, recipientsOf } from './recipients.ts';
import { dueSteps, type Step, stepsOf } from './reminders.ts';
import type { CampaignRow, IntentRow, LeaveRow, ObligationRow, PersonRow } from './things.ts';
import { addDays, dateOf } from './zone.ts';

/** What a rehearsal reads: the ledger as it stands. */
export type RehearsalSources = {
  row: CampaignRow;
  calendar: Calendar;
  /** Rows that are owed. */
  owed: readonly ObligationRow[];
  /** Ids of all rows in the ledger, so that none is rehearsed as new. */
  known: ReadonlySet<string>;
  pending: readonly IntentRow[];
  people: readonly PersonRow[];
  leaves: readonly LeaveRow[];
};

type Stage = { sources: RehearsalSources; campaign: Campaign; from: Instant; to: Instant; scene: Scene };

/** Lists every send between two instants, by time, then by person. */
export function rehearse(sources: RehearsalSources, from: Instant, to: Instant): RehearsedSend[] {
  const campaign = sources.row.definition;
  const people = new Map(sources.people.map((person) => [person.id, person]));
  const stage: Stage = {
    sources,
    campaign,
    from,
    to,
    scene: { campaign, calendar: sources.calendar, now: from, people },
  };
  const rows = [...sources.owed, ...newRows(stage)].filter(isOwed);
  return [
    ...rows.flatMap((row) => [...stepSends(stage, row), ...draftSends(stage, row)]),
    ...pendingSends(stage),
  ]
    .filter(({ at }) => at >= from && at <= to)
    .sort((a, b) => a.at - b.at || keyOf(a).localeCompare(keyOf(b)));
}

const keyOf = ({ to, step }: RehearsedSend): string => `${'channel' in to ? to.channel : to.id}:${step}`;

function viewAt({ sources, campaign }: Stage, now: Instant): PlanView {
  const presence = presenceOn(dateOf(now, campaign.zone), campaign, sources.leaves, sources.people);
  const row = { ...sources.row, plannedFrom: sources.row.plannedFrom ?? now };
  return { row, campaign, calendar: sources.calendar, presence, now };
}

/** Rows that will be opened until the end of the rehearsal. */
function newRows(stage: Stage): ObligationRow[] {
  const { campaign, from, to, sources } = stage;
  const view = viewAt(stage, from);
  const last = addDays(dateOf(to, campaign.zone), 31);
  return campaign.duties.flatMap((duty) =>
    deadlinesBetween(campaign, duty, sources.calendar, campaign.from, last)
      .filter((deadline) => opensPlanAt(view, duty, deadline) <= to)
      .flatMap((deadline) =>
        owingUnits(campaign, duty, deadline.wantedOn).map((unit) => newRow(view, duty, unit, deadline)),
      )
      .filter(({ id }) => !sources.known.has(id))
      .map((row) => ({ ...row, version: 1 })),
  );
}

/** The steps that will be said: what is due at the start once, in its latest step, then each in its slot. */
function stepsToSay(stage: Stage, duty: Duty, row: ObligationRow): Step[] {
  const { campaign, sources, from } = stage;
  const steps = stepsOf(campaign, duty, row, sources.calendar);
  const { say } = dueSteps(steps, row.plannedThrough, from);
  const overdueOnly =
    say && from > deadlineNow(row) && say.kind !== 'overdue' && say.kind !== 'escalation' ? null : say;
  const later = steps.filter(({ slotAt }) => slotAt > row.plannedThrough && slotAt > from);
  const first = overdueOnly
    ? [{ ...overdueOnly, slotAt: slotFrom(viewAt(stage, from), overdueOnly.slotAt) }]
    : [];
  return [...first, ...later];
}

const facts = (stage: Stage, row: ObligationRow, duty: Duty) => ({
  duty: dutyFacts(duty),
  unit: unitFacts(stage.campaign, row.unit),
  period: periodFacts(stage.campaign, duty, row),
  dueAt: deadlineNow(row),
  provisional: row.provisional,
});

function addressee({ sources, scene }: Stage, person: PersonId): Pick<RehearsedSend, 'to' | 'unbound'> {
  const row = sources.people.find(({ id }) => id === person);
  const to = { id: person, name: nameOf(scene, person), slack: row?.slack ?? null };
  return { to, unbound: row !== undefined && row.trouble !== null };
}

function stepSends(stage: Stage, row: ObligationRow): RehearsedSend[] {
  const duty = dutyOf(stage.campaign, row);
  return stepsToSay(stage, duty, row)
    .filter(({ slotAt }) => slotAt <= stage.to)
    .flatMap((step) => {
      const { presence } = viewAt(stage, step.slotAt);
      const { told, unreachable } = recipientsOf(presence, row.unit, step.to);
      const toOffice = unreachable ? officeStaff(presence) : [];
      const common = { at: step.slotAt, step: step.id, ...facts(stage, row, duty) };
      return [
        ...told.map(
          ({ person, why }): RehearsedSend => ({
            ...common,
            ...addressee(stage, person),
            role: why.role === 'office' ? 'office_staff' : why.role,
            what: 'reminder',
          }),
        ),
        ...toOffice.map(
          (person): RehearsedSend => ({
            ...common,
            ...addressee(stage, person),
            role: 'office_staff',
            what: 'unit_unreachable',
          }),
        ),
      ];
    });
}

function draftSends(stage: Stage, row: ObligationRow): RehearsedSend[] {
  const { campaign, sources } = stage;
  const duty = dutyOf(campaign, row);
  const at = draftsAt(campaign, duty, sources.calendar, row);
  if (at === null || at <= row.plannedThrough || !draftFor(campaign, duty, sources.calendar, row)) return [];
  const slotAt = slotFrom(viewAt(stage, stage.from), slotAfter(at, sources.calendar, campaign.zone));
  return officeStaff(viewAt(stage, slotAt).presence).map((person) => ({
    at: slotAt,
    ...addressee(stage, person),
    role: 'office_staff',
    what: 'bulletin_drafted',
    step: 'drafted',
    ...facts(stage, row, duty),
  }));
}

/** What is planned already and waits for its slot. */
function pendingSends(stage: Stage): RehearsedSend[] {
  return stage.sources.pending.map((intent): RehearsedSend => {
    const row = stage.sources.owed.find(({ id }) => id === intent.about);
    const about = row
      ? facts(stage, row, dutyOf(stage.campaign, row))
      : { duty: null, unit: null, period: null, dueAt: null, provisional: false };
    const at = intent.slotAt < stage.from ? stage.from : intent.slotAt;
    const step = intent.notice.kind === 'reminder' ? intent.notice.step : intent.notice.kind;
    return {
      at,
      ...addressee(stage, intent.recipient),
      role: null,
      what: intent.notice.kind,
      step,
      ...about,
    };
  });
}
