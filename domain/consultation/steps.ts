// What a consultation brings as time passes, and when each step is said. The steps count from the day of the meeting:
//
//   step       | when                          | to                    | said while
//   topics     | 5 working days before, 09:00  | units' liaisons       | planned, and the agenda is not drafted yet
//   agenda     | 2 working days before, 09:00  | office staff          | planned
//   agenda_due | the working day before, 09:00 | office staff, director| planned
//   invite     | the working day before, 09:00 | attendees             | issued
//   minutes    | the working day after, 09:00  | office staff          | not approved
//   minutes_2  | two working days after, 09:00 | office staff, director| not approved
//
// All keep the reminder hours: before the meeting they move earlier into them, after it later. Knows no people.

import type { Calendar } from '../calendar.ts';
import type { Campaign } from '../campaign.ts';
import { as, type CivilTime, type Instant } from '../ids.ts';
import type { ConsultationNews } from '../notice.ts';
import { slotAfter, slotBefore } from '../office-hours.ts';
import { dateOf, instantOf } from '../zone.ts';
import type { Audience } from './people.ts';
import type { ConsultationRow, ConsultationState } from './things.ts';

const NINE = as<CivilTime>('09:00');

export type ConsultationStepId = 'topics' | 'agenda' | 'agenda_due' | 'invite' | 'minutes' | 'minutes_2';

/** One step: what is said to whom at which slot. */
export type ConsultationStep = {
  id: ConsultationStepId;
  news: ConsultationNews;
  to: Audience;
  slotAt: Instant;
};

const NOT_APPROVED: readonly ConsultationState[] = ['planned', 'issued', 'minuted'];

type Rule = Omit<ConsultationStep, 'slotAt'> & { days: number; states: readonly ConsultationState[] };

const RULES: readonly Rule[] = [
  { id: 'topics', news: 'topics_called', to: 'units', days: -5, states: ['planned'] },
  { id: 'agenda', news: 'agenda_drafted', to: 'office', days: -2, states: ['planned'] },
  { id: 'agenda_due', news: 'agenda_due', to: 'office_and_director', days: -1, states: ['planned'] },
  { id: 'invite', news: 'invited', to: 'attendees', days: -1, states: ['issued'] },
  { id: 'minutes', news: 'minutes_due', to: 'office', days: 1, states: NOT_APPROVED },
  { id: 'minutes_2', news: 'minutes_due', to: 'office_and_director', days: 2, states: NOT_APPROVED },
];

type Meeting = Pick<ConsultationRow, 'startsAt'>;

function slotOf({ days }: Rule, { zone }: Campaign, calendar: Calendar, { startsAt }: Meeting): Instant {
  const at = instantOf(calendar.addWorkingDays(dateOf(startsAt, zone), days), NINE, zone);
  return (days < 0 ? slotBefore : slotAfter)(at, calendar, zone);
}

/** All steps of a consultation that starts at this instant, by slot. */
export const consultationStepsOf = (
  campaign: Campaign,
  calendar: Calendar,
  meeting: Meeting,
): ConsultationStep[] =>
  RULES.map((rule) => ({
    id: rule.id,
    news: rule.news,
    to: rule.to,
    slotAt: slotOf(rule, campaign, calendar, meeting),
  })).sort((a, b) => a.slotAt - b.slotAt);

/** The slot of one step. */
export const consultationSlotOf = (
  campaign: Campaign,
  calendar: Calendar,
  meeting: Meeting,
  id: ConsultationStepId,
): Instant => consultationStepsOf(campaign, calendar, meeting).find((step) => step.id === id)!.slotAt;

/** Whether the step is said of a consultation in this state. */
export const isSaidIn = ({ id }: Pick<ConsultationStep, 'id'>, state: ConsultationState): boolean =>
  RULES.some((rule) => rule.id === id && rule.states.includes(state));

/** When the plan must look at the row again; null when nothing more can become due. */
export function nextConsultationStepAt(
  campaign: Campaign,
  calendar: Calendar,
  row: Pick<ConsultationRow, 'startsAt' | 'state' | 'plannedThrough'>,
): Instant | null {
  const steps = consultationStepsOf(campaign, calendar, row);
  const next = steps.find((step) => step.slotAt > row.plannedThrough && isSaidIn(step, row.state));
  return next?.slotAt ?? null;
}

/** Whether a step said now would come too late: the meeting has begun, or topics are no longer called for. */
function isExpired(step: ConsultationStep, steps: readonly ConsultationStep[], row: Meeting, now: Instant) {
  if (step.news === 'minutes_due') return false;
  const draftedAt = steps.find(({ id }) => id === 'agenda')?.slotAt ?? row.startsAt;
  return now >= (step.id === 'topics' ? draftedAt : row.startsAt);
}

/** Units and attendees are each told one thing; of what the office would be told at once only the latest is said. */
const audienceOf = ({ to }: ConsultationStep): string => (to === 'office_and_director' ? 'office' : to);

/** Splits the steps that became due into those still worth saying and those that expired unsaid. */
export function dueConsultationSteps(
  campaign: Campaign,
  calendar: Calendar,
  row: ConsultationRow,
  now: Instant,
): { say: ConsultationStep[]; skipped: ConsultationStep[] } {
  const steps = consultationStepsOf(campaign, calendar, row);
  const due = steps.filter(
    (step) => step.slotAt > row.plannedThrough && step.slotAt <= now && isSaidIn(step, row.state),
  );
  const live = due.filter((step) => !isExpired(step, steps, row, now));
  const latest = new Map(live.map((step) => [audienceOf(step), step]));
  const isSaid = (step: ConsultationStep) => latest.get(audienceOf(step)) === step;
  return { say: live.filter(isSaid), skipped: due.filter((step) => !live.includes(step) || !isSaid(step)) };
}
