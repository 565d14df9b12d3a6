// The rehearsal: everything that will be sent in the days to come if nobody does anything, to whom, at which step and why.
// Uses the same periods, ladders and recipients as the plan and writes nothing. A campaign that was never planned takes
// the rehearsal's start for its first plan.

import { draftFor, draftsAt } from './bulletin-period.ts';
import type { Duty } from './campaign.ts';
import { newConsultation } from './consultation/plan.ts';
import type { ConsultationRow } from './consultation/things.ts';
import type { RehearsedSend } from './facts.ts';
import type { Instant } from './ids.ts';
import { dueOnNow, isOwed } from './obligation.ts';
import { dutyOf } from './obligation-facts.ts';
import { slotAfter } from './office-hours.ts';
import { deadlinesBetween, owingUnits } from './periods.ts';
import { findDuty, type PlanView, slotFrom } from './plan.ts';
import { daysAheadOf, newRow, opensPlanAt } from './plan-openings.ts';
import { planRevision } from './plan-revision.ts';
import { officeStaff } from './recipients.ts';
import { foresee, revised } from './rehearsal-foreseen.ts';
import { intentSends } from './rehearsal-intents.ts';
import {
  aboutRow,
  addressee,
  noteKey,
  presenceAt,
  type RehearsalSources,
  type Rehearsed,
  type Stage,
  type Standing,
  stageOf,
  viewOf,
} from './rehearsal-stage.ts';
import { type Reminded, remindedAt } from './reminded.ts';
import { dueSteps, type Step, stepsOf } from './reminders.ts';
import type { ObligationRow } from './things.ts';
import { addDays, dateOf } from './zone.ts';

export type { RehearsalSources } from './rehearsal-stage.ts';

/** Lists every send between two instants, by time, then by person. */
export function rehearse(sources: RehearsalSources, from: Instant, to: Instant): RehearsedSend[] {
  const view = viewOf(sources, from);
  const standing = afterRevision(view, sources);
  const opened = newRows(view, to, sources.known);
  const living = withMeetings(view, standing.living, opened);
  const stage = stageOf(sources, view, { ...standing, living }, { from, to });
  const sends = [
    ...intentSends(stage, [...standing.pending, ...foresee(view, living, to)]),
    ...[...standing.owed, ...opened]
      .filter(isOwed)
      .flatMap((row) => [...stepSends(stage, row), ...draftSends(stage, row)]),
  ];
  return withoutNeedless(sends)
    .map(({ send }) => send)
    .filter(({ at }) => at >= from && at <= to)
    .sort((a, b) => a.at - b.at || keyOf(a).localeCompare(keyOf(b)));
}

function withoutNeedless(sends: readonly Rehearsed[]): Rehearsed[] {
  const inMessage = ({ send }: Rehearsed, what: string) =>
    `${send.at} ${'channel' in send.to ? '' : send.to.id} ${what}`;
  const last = new Map(sends.map((each) => [inMessage(each, each.last ?? ''), each]));
  const news = new Set(sends.flatMap((each) => (each.news ? [inMessage(each, each.news)] : [])));
  return sends.filter(
    (each) =>
      (each.last === undefined || last.get(inMessage(each, each.last)) === each) &&
      (each.beside === undefined || !news.has(inMessage(each, each.beside))),
  );
}

const keyOf = ({ to, step }: RehearsedSend): string => `${'channel' in to ? to.channel : to.id}:${step}`;

/** A definition that was imported and not planned yet moves deadlines first, as the next tick will. */
function afterRevision(
  view: PlanView,
  { row, owed, living, pending, reminded, told }: RehearsalSources,
): Standing {
  if (row.plannedNo === row.definitionNo) return { owed: [...owed], pending: [...pending], living };
  const { rows, intents } = revised(view, living, told);
  const standing: Standing = { owed: [], pending: [...pending, ...intents], living: rows };
  for (const each of owed) {
    let next = each;
    for (const change of planRevision(view, each, reminded.get(each.id) ?? [])) {
      if (change.mode === 'move' && change.thing === 'obligation') next = { ...next, ...change.to };
      if (change.mode === 'ensure' && change.thing === 'intent')
        standing.pending.push({ ...change.row, version: 1 });
    }
    standing.owed.push(next);
  }
  return standing;
}

/** The meetings that are opened with the rows that owe them. */
function withMeetings(view: PlanView, living: Standing['living'], opened: readonly ObligationRow[]) {
  const meetings = opened.filter(isOwed).flatMap((row): ConsultationRow[] => {
    const duty = findDuty(view.campaign, row.duty);
    return duty?.kind === 'consultation' ? [{ ...newConsultation(view, duty, row), version: 1 }] : [];
  });
  return { ...living, consultations: [...living.consultations, ...meetings] };
}

/** Rows that will be opened until the end of the rehearsal. */
function newRows(view: PlanView, to: Instant, known: ReadonlySet<string>): ObligationRow[] {
  const { campaign, calendar } = view;
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

function stepSends(stage: Stage, row: ObligationRow): Rehearsed[] {
  const duty = dutyOf(stage.campaign, row);
  const about = aboutRow(stage, row, duty);
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
  about: ReturnType<typeof aboutRow>,
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
  return what === 'reminder' ? { send, last: row.id } : { send };
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
      ...aboutRow(stage, row, duty),
    },
  }));
}
