// What a rehearsal is played on: the ledger as it was read, the plan as it looks at the start, and how one send is written.

import type { Calendar } from './calendar.ts';
import type { Campaign, Duty } from './campaign.ts';
import type { ConsultationRow } from './consultation/things.ts';
import type { RehearsedSend } from './facts.ts';
import type { Instant, PersonId } from './ids.ts';
import { deadlineNow } from './obligation.ts';
import { dutyFacts, nameOf, periodFacts, type Scene, unitFacts } from './obligation-facts.ts';
import type { PlanView } from './plan.ts';
import { type Presence, presenceOn } from './recipients.ts';
import type { LivingRows } from './rehearsal-foreseen.ts';
import type { TaskRow } from './task/things.ts';
import type { CampaignRow, IntentRow, LeaveRow, ObligationRow, PersonRow, SnoozeRow } from './things.ts';
import { dateOf } from './zone.ts';

/** What a rehearsal reads: the ledger as it stands. */
export type RehearsalSources = {
  row: CampaignRow;
  calendar: Calendar;
  /** Rows that are owed. */
  owed: readonly ObligationRow[];
  /** Ids of all rows in the ledger, so that none is rehearsed as new. */
  known: ReadonlySet<string>;
  /** Tasks that are open or still to be told of, all consultations, incidents that call. */
  living: LivingRows;
  pending: readonly IntentRow[];
  /** The reminders that went out about owed rows; read where a new definition is not planned yet. */
  reminded: ReadonlyMap<string, readonly IntentRow[]>;
  /** All intents about each consultation; read where a new definition is not planned yet. */
  told: ReadonlyMap<string, readonly IntentRow[]>;
  snoozes: readonly SnoozeRow[];
  people: readonly PersonRow[];
  leaves: readonly LeaveRow[];
};

/** What stands in the ledger at the start: after a definition that was imported and not planned yet. */
export type Standing = { owed: ObligationRow[]; pending: IntentRow[]; living: LivingRows };

export type Stage = {
  campaign: Campaign;
  calendar: Calendar;
  from: Instant;
  to: Instant;
  scene: Scene;
  /** The plan as it looks at the start; who is there on other days is asked of its presence. */
  view: PlanView;
  owed: ReadonlyMap<string, ObligationRow>;
  tasks: ReadonlyMap<string, TaskRow>;
  consultations: ReadonlyMap<string, ConsultationRow>;
  /** `OBLIGATION STEP DAY PERSON` of what was noted (已知悉). */
  noted: ReadonlySet<string>;
};

/**
 * A send, and what makes it needless: of several with one `last` to one person at one time only the last is said; beside
 * one with `news` of a task, none `beside` that task.
 */
export type Rehearsed = { send: RehearsedSend; last?: string; news?: string; beside?: string };

/** The plan as it looks at the start. */
export function viewOf(sources: RehearsalSources, now: Instant): PlanView {
  const campaign = sources.row.definition;
  const presence = presenceOn(dateOf(now, campaign.zone), campaign, sources.leaves, sources.people);
  const row = { ...sources.row, plannedFrom: sources.row.plannedFrom ?? now };
  return { row, campaign, calendar: sources.calendar, presence, now };
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));

/** The stage for what stands in the ledger, between two instants. */
export function stageOf(
  sources: RehearsalSources,
  view: PlanView,
  { owed, living }: Standing,
  span: { from: Instant; to: Instant },
): Stage {
  const { campaign, calendar } = view;
  const people = new Map(sources.people.map((person) => [person.id, person]));
  return {
    ...span,
    campaign,
    calendar,
    scene: { campaign, calendar, now: span.from, people },
    view,
    owed: byId<ObligationRow>(owed),
    tasks: byId<TaskRow>(living.tasks),
    consultations: byId<ConsultationRow>(living.consultations),
    noted: new Set(
      sources.snoozes.map(({ obligation, step, dueOn, person }) => noteKey(obligation, step, dueOn, person)),
    ),
  };
}

export const noteKey = (obligation: string, step: string, dueOn: string, person: string): string =>
  `${obligation} ${step} ${dueOn} ${person}`;

export const presenceAt = ({ view, campaign }: Stage, at: Instant): Presence =>
  view.presence.on(dateOf(at, campaign.zone));

/** What a send says of the row it is about. */
export const aboutRow = (stage: Stage, row: ObligationRow, duty: Duty) => ({
  duty: dutyFacts(duty),
  unit: unitFacts(stage.campaign, row.unit),
  period: periodFacts(stage.campaign, duty, row),
  dueAt: deadlineNow(row),
  provisional: row.provisional,
});

/** To whom a send goes, and whether they can be reached at present. */
export function addressee({ scene }: Stage, person: PersonId): Pick<RehearsedSend, 'to' | 'unbound'> {
  const row = scene.people.get(person);
  const to = { id: person, name: nameOf(scene, person), slack: row?.slack ?? null };
  return { to, unbound: row !== undefined && row.trouble !== null };
}
