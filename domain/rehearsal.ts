// The rehearsal: everything that will be sent in the days to come if nobody does anything, to whom, at which step and why.
// Uses the same periods, ladders and recipients as the plan and writes nothing. A campaign that was never planned takes
// the rehearsal's start for its first plan.

import { draftFor, draftsAt } from './bulletin-period.ts';
import type { Calendar } from './calendar.ts';
import type { Campaign, Duty } from './campaign.ts';
import type { RehearsedSend } from './facts.ts';
import type { Instant, PersonId } from './ids.ts';
import { deadlineNow, dueOnNow, isOwed } from './obligation.ts';
import { dutyFacts, dutyOf, nameOf, periodFacts, type Scene, unitFacts } from './obligation-facts.ts';
import { slotAfter } from './office-hours.ts';
import { deadlinesBetween, owingUnits } from './periods.ts';
import { type PlanView, slotFrom } from './plan.ts';
import { daysAheadOf, newRow, opensPlanAt } from './plan-openings.ts';
import { planRevision } from './plan-revision.ts';
import { officeStaff, type Presence, presenceOn } from './recipients.ts';
import { type Reminded, remindedAt } from './reminded.ts';
import { dueSteps, type Step, stepsOf } from './reminders.ts';
import type { CampaignRow, IntentRow, LeaveRow, ObligationRow, PersonRow, SnoozeRow } from './things.ts';
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
  /** The reminders that went out about owed rows; read where a new definition is not planned yet. */
  reminded: ReadonlyMap<string, readonly IntentRow[]>;
  snoozes: readonly SnoozeRow[];
  people: readonly PersonRow[];
  leaves: readonly LeaveRow[];
};

type Stage = {
  campaign: Campaign;
  calendar: Calendar;
  from: Instant;
  to: Instant;
  scene: Scene;
  /** The plan as it looks at the start; who is there on other days is asked of its presence. */
  view: PlanView;
  owed: ReadonlyMap<string, ObligationRow>;
  /** `OBLIGATION STEP DAY PERSON` of what was noted (已知悉). */
  noted: ReadonlySet<string>;
};

/** Lists every send between two instants, by time, then by person. */
export function rehearse(sources: RehearsalSources, from: Instant, to: Instant): RehearsedSend[] {
  const view = viewOf(sources, from);
  const { owed, pending } = afterRevision(view, sources);
  const stage = stageOf(sources, view, owed, { from, to });
  const rows = [...owed, ...newRows(stage, sources.known)].filter(isOwed);
  const sends = [
    ...pendingSends(stage, pending),
    ...rows.flatMap((row) => [...stepSends(stage, row), ...draftSends(stage, row)]),
  ];
  return withoutSuperseded(sends)
    .map(({ send }) => send)
    .filter(({ at }) => at >= from && at <= to)
    .sort((a, b) => a.at - b.at || keyOf(a).localeCompare(keyOf(b)));
}

/** A send, and the row that it reminds of: of several such to one person at one time only the last is said. */
type Rehearsed = { send: RehearsedSend; remindsOf: string | null };

function withoutSuperseded(sends: readonly Rehearsed[]): Rehearsed[] {
  const keyOfReminder = ({ send, remindsOf }: Rehearsed) =>
    remindsOf === null ? null : `${send.at} ${'channel' in send.to ? '' : send.to.id} ${remindsOf}`;
  const last = new Map(sends.map((each) => [keyOfReminder(each), each]));
  return sends.filter((each) => each.remindsOf === null || last.get(keyOfReminder(each)) === each);
}

const keyOf = ({ to, step }: RehearsedSend): string => `${'channel' in to ? to.channel : to.id}:${step}`;

function viewOf(sources: RehearsalSources, now: Instant): PlanView {
  const campaign = sources.row.definition;
  const presence = presenceOn(dateOf(now, campaign.zone), campaign, sources.leaves, sources.people);
  const row = { ...sources.row, plannedFrom: sources.row.plannedFrom ?? now };
  return { row, campaign, calendar: sources.calendar, presence, now };
}

function stageOf(
  sources: RehearsalSources,
  view: PlanView,
  owed: readonly ObligationRow[],
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
    owed: new Map(owed.map((row) => [row.id, row])),
    noted: new Set(
      sources.snoozes.map(({ obligation, step, dueOn, person }) => noteKey(obligation, step, dueOn, person)),
    ),
  };
}

const noteKey = (obligation: string, step: string, dueOn: string, person: string): string =>
  `${obligation} ${step} ${dueOn} ${person}`;

const presenceAt = ({ view, campaign }: Stage, at: Instant): Presence =>
  view.presence.on(dateOf(at, campaign.zone));

/** A definition that was imported and not planned yet moves deadlines first, as the next tick will. */
function afterRevision(
  view: PlanView,
  { row, owed, pending, reminded }: RehearsalSources,
): { owed: ObligationRow[]; pending: IntentRow[] } {
  if (row.plannedNo === row.definitionNo) return { owed: [...owed], pending: [...pending] };
  const revised = { owed: [] as ObligationRow[], pending: [...pending] };
  for (const each of owed) {
    let next = each;
    for (const change of planRevision(view, each, reminded.get(each.id) ?? [])) {
      if (change.mode === 'move' && change.thing === 'obligation') next = { ...next, ...change.to };
      if (change.mode === 'ensure' && change.thing === 'intent')
        revised.pending.push({ ...change.row, version: 1 });
    }
    revised.owed.push(next);
  }
  return revised;
}

/** Rows that will be opened until the end of the rehearsal. */
function newRows({ campaign, calendar, to, view }: Stage, known: ReadonlySet<string>): ObligationRow[] {
  const today = dateOf(to, campaign.zone);
  return campaign.duties.flatMap((duty) =>
    deadlinesBetween(campaign, duty, calendar, campaign.from, addDays(today, daysAheadOf(duty)))
      .filter((deadline) => opensPlanAt(view, duty, deadline) <= to)
      .flatMap((deadline) =>
        owingUnits(campaign, duty, deadline.wantedOn).map((unit) => newRow(view, duty, unit, deadline)),
      )
      .filter(({ id }) => !known.has(id))
      .map((row) => ({ ...row, version: 1 })),
  );
}

type Moment = { at: Instant; steps: Step[] };

/** The steps that will be said: what is due at the start once, in its latest step, then each in its slot. */
function momentsOf({ campaign, calendar, from, view }: Stage, duty: Duty, row: ObligationRow): Moment[] {
  const steps = stepsOf(campaign, duty, row, calendar);
  const { say } = dueSteps(steps, row, from);
  const [first] = say;
  const moments: Moment[] = first ? [{ at: slotFrom(view, first.slotAt), steps: say }] : [];
  for (const step of steps.filter(({ slotAt }) => slotAt > row.plannedThrough && slotAt > from)) {
    const last = moments.at(-1);
    if (last && last.steps !== say && last.at === step.slotAt) last.steps.push(step);
    else moments.push({ at: step.slotAt, steps: [step] });
  }
  return moments;
}

const facts = (stage: Stage, row: ObligationRow, duty: Duty) => ({
  duty: dutyFacts(duty),
  unit: unitFacts(stage.campaign, row.unit),
  period: periodFacts(stage.campaign, duty, row),
  dueAt: deadlineNow(row),
  provisional: row.provisional,
});

function addressee({ scene }: Stage, person: PersonId): Pick<RehearsedSend, 'to' | 'unbound'> {
  const row = scene.people.get(person);
  const to = { id: person, name: nameOf(scene, person), slack: row?.slack ?? null };
  return { to, unbound: row !== undefined && row.trouble !== null };
}

function stepSends(stage: Stage, row: ObligationRow): Rehearsed[] {
  const duty = dutyOf(stage.campaign, row);
  const about = facts(stage, row, duty);
  const dueOn = dueOnNow(row, stage.campaign.zone);
  const isNoted = ({ kind, step, person }: Reminded) =>
    kind === 'reminder' && stage.noted.has(noteKey(row.id, step.id, dueOn, person));
  return momentsOf(stage, duty, row)
    .filter(({ at }) => at <= stage.to)
    .flatMap(({ at, steps }) =>
      remindedAt(presenceAt(stage, at), { duty, row }, steps)
        .filter((reminded) => !isNoted(reminded))
        .map((reminded) => stepSend(stage, at, row, reminded, about)),
    );
}

function stepSend(
  stage: Stage,
  at: Instant,
  row: ObligationRow,
  reminded: Reminded,
  about: ReturnType<typeof facts>,
): Rehearsed {
  const { kind: what, step, person } = reminded;
  const role = reminded.kind === 'unit_unreachable' ? 'office' : reminded.why.role;
  const send: RehearsedSend = {
    at,
    step: step.id,
    ...about,
    ...addressee(stage, person),
    role: role === 'office' ? 'office_staff' : role,
    what,
  };
  return { send, remindsOf: what === 'reminder' ? row.id : null };
}

function draftSends(stage: Stage, row: ObligationRow): Rehearsed[] {
  const { campaign, calendar, view } = stage;
  const duty = dutyOf(campaign, row);
  const at = draftsAt(campaign, duty, calendar, row);
  if (at === null || at <= row.plannedThrough || !draftFor(campaign, duty, calendar, row)) return [];
  const slotAt = slotFrom(view, slotAfter(at, calendar, campaign.zone));
  return officeStaff(presenceAt(stage, slotAt)).map((person) => ({
    send: {
      at: slotAt,
      ...addressee(stage, person),
      role: 'office_staff',
      what: 'bulletin_drafted',
      step: 'drafted',
      ...facts(stage, row, duty),
    },
    remindsOf: null,
  }));
}

// What is planned already and waits for its slot

/** Whether what waits will still hold in its slot, as far as can be known: it is owed, and who is meant is there. */
function stillHolds(stage: Stage, { notice, about, recipient }: IntentRow, at: Instant): boolean {
  switch (notice.kind) {
    case 'deadline_changed':
    case 'unit_unreachable':
      return stage.owed.has(about ?? '');
    case 'reminder':
    case 'chase':
    case 'returned': {
      if (!stage.owed.has(about ?? '') || presenceAt(stage, at).away.has(recipient)) return false;
      return (
        notice.kind !== 'reminder' ||
        !stage.noted.has(noteKey(notice.obligation, notice.step, notice.dueOn, recipient))
      );
    }
    default:
      return true;
  }
}

const UNKNOWN = { duty: null, unit: null, period: null, dueAt: null, provisional: false };

function pendingSends(stage: Stage, pending: readonly IntentRow[]): Rehearsed[] {
  return pending.flatMap((intent) => {
    const at = intent.slotAt < stage.from ? stage.from : intent.slotAt;
    if (!stillHolds(stage, intent, at)) return [];
    const { notice, about } = intent;
    const row = stage.owed.get(about ?? '');
    const isReminding = notice.kind === 'reminder' || notice.kind === 'chase';
    const send: RehearsedSend = {
      at,
      ...addressee(stage, intent.recipient),
      role: null,
      what: notice.kind,
      step: notice.kind === 'reminder' ? notice.step : notice.kind,
      ...(row ? facts(stage, row, dutyOf(stage.campaign, row)) : UNKNOWN),
    };
    return [{ send, remindsOf: isReminding ? about : null }];
  });
}
