// Consultations as time passes: the plan opens the meeting of a period with its row in the ledger, turns its steps into
// intents, and moves a meeting that the office has not moved itself when the definition or a holiday notice moves its day.
// Keys carry the day of the meeting: `consultation:loudi-2016/consultation/2016-08:invite:on-2016-08-25:PERSON`.

import type { Duty } from '../campaign.ts';
import { type Change, ensure, move } from '../change.ts';
import { as, consultationId, type Instant } from '../ids.ts';
import { deadlineOf } from '../periods.ts';
import { findDuty, intentOf, NEVER_PLANNED, type PlanView, slotFrom } from '../plan.ts';
import { retold } from '../retelling.ts';
import { tellPeople } from '../telling.ts';
import type { IntentRow, MessageRow, ObligationRow } from '../things.ts';
import { dateOf } from '../zone.ts';
import { consultationRecipients } from './people.ts';
import { type ConsultationStep, dueConsultationSteps, nextConsultationStepAt } from './steps.ts';
import type { ConsultationRow } from './things.ts';
import { saidThrough, toldSoFar } from './told.ts';

export { consultationRecipients } from './people.ts';
export { consultationStepsOf } from './steps.ts';

const USUAL_MINUTES = 120;

/** The meeting of the period of a consultation duty as the plan opens it: at the duty's own time, for two hours, no place yet. */
export function newConsultation(
  { campaign, calendar }: Pick<PlanView, 'campaign' | 'calendar'>,
  duty: Duty,
  row: Pick<ObligationRow, 'period' | 'dueAt'>,
): Omit<ConsultationRow, 'version'> {
  const meeting: Omit<ConsultationRow, 'version'> = {
    id: consultationId(campaign.id, duty.id, row.period),
    campaign: campaign.id,
    duty: duty.id,
    period: row.period,
    startsAt: row.dueAt,
    minutesLong: USUAL_MINUTES,
    movedFrom: null,
    place: '',
    state: 'planned',
    agenda: null,
    issuedBy: null,
    issuedAt: null,
    sequence: 0,
    minutes: null,
    year: null,
    no: null,
    reason: null,
    plannedThrough: NEVER_PLANNED,
    nextStepAt: null,
  };
  return { ...meeting, nextStepAt: nextConsultationStepAt(campaign, calendar, meeting) };
}

/** The key of a step's intents, without the person: the day of the meeting makes a moved one be told anew. */
export const stepKey = (row: Pick<ConsultationRow, 'id' | 'startsAt'>, step: string, zone: string): string =>
  `consultation:${row.id}:${step}:on-${dateOf(row.startsAt, zone)}`;

function intentsFor(
  view: PlanView,
  row: ConsultationRow,
  step: ConsultationStep,
): Omit<IntentRow, 'version'>[] {
  const { zone } = view.campaign;
  const slotAt = slotFrom(view, step.slotAt);
  const presence = view.presence.on(dateOf(slotAt, zone));
  const { id: consultation, sequence, startsAt } = row;
  return consultationRecipients(presence, step.to, dateOf(startsAt, zone)).map(({ person, why }) =>
    intentOf(
      view,
      `${stepKey(row, step.id, zone)}:${person}`,
      person,
      { kind: 'consultation', consultation, news: step.news, sequence, why },
      { slotAt, about: consultation },
    ),
  );
}

/** Turns the steps of a consultation that became due into intents, and says when to look again. */
export function planConsultation(view: PlanView, row: ConsultationRow): Change[] {
  const { campaign, calendar, now } = view;
  const { say, skipped } = dueConsultationSteps(campaign, calendar, row, now);
  const forTheRecord = skipped
    .flatMap((step) => intentsFor(view, row, step))
    .map((intent) => ({ ...intent, state: 'skipped' as const, reason: 'expired' }));
  const intents = [...forTheRecord, ...say.flatMap((step) => intentsFor(view, row, step))];
  const plannedThrough = as<Instant>(Math.max(now, row.plannedThrough));
  const nextStepAt = nextConsultationStepAt(campaign, calendar, { ...row, plannedThrough });
  return [
    ...intents.map((intent) => ensure('intent', intent)),
    move('consultation', row, { plannedThrough, nextStepAt }),
  ];
}

/** When the duty's own time puts the meeting elsewhere now; null where it stays, or was moved by the office. */
function newStart(view: PlanView, row: ConsultationRow): Instant | null {
  if (row.state !== 'planned' || row.movedFrom !== null || row.startsAt <= view.now) return null;
  const duty = findDuty(view.campaign, row.duty);
  const deadline =
    duty?.kind === 'consultation' && deadlineOf(view.campaign, duty, view.calendar, row.period);
  if (!deadline || deadline.dueAt === row.startsAt || deadline.dueAt <= view.now) return null;
  return deadline.dueAt;
}

/**
 * What a new definition or holiday notice does to a meeting: one that is planned, and that the office did not move itself,
 * follows its duty, and whoever was told of it hears of the new day; the steps of the others are counted anew. `intents`
 * are those about the meeting, `shown` the messages that showed it.
 */
export function planConsultationRevision(
  view: PlanView,
  row: ConsultationRow,
  intents: readonly IntentRow[],
  shown: readonly MessageRow[] = [],
): Change[] {
  const { campaign, calendar } = view;
  const startsAt = newStart(view, row);
  if (startsAt === null) {
    const nextStepAt = nextConsultationStepAt(campaign, calendar, row);
    return nextStepAt === row.nextStepAt ? [] : [move('consultation', row, { nextStepAt })];
  }
  const told = toldSoFar(intents);
  const sequence = row.sequence + 1;
  const moved = { ...row, startsAt, sequence };
  const plannedThrough = saidThrough(view, moved, intents);
  const nextStepAt = nextConsultationStepAt(campaign, calendar, { ...moved, plannedThrough });
  return [
    move('consultation', row, { startsAt, sequence, plannedThrough, nextStepAt }),
    ...retold(shown, { id: row.id, version: row.version + 1 }, view.now),
    ...tellPeople(view, told, {
      key: `consultation:${row.id}:moved:${sequence}`,
      about: row.id,
      notice: (why) => ({ kind: 'consultation', consultation: row.id, news: 'moved', sequence, why }),
    }),
  ];
}
