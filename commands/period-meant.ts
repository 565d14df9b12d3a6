// Which duty and period a question is about when words leave them out or name them loosely (domain/defaults.ts), and the
// period in words.

import type { ActionInput } from '../domain/actions.ts';
import type { Campaign, Duty } from '../domain/campaign.ts';
import { defaultDeadline, defaultDuty } from '../domain/defaults.ts';
import type { PeriodFacts } from '../domain/facts.ts';
import { as, type Period } from '../domain/ids.ts';
import { dutyFacts, periodFacts } from '../domain/obligation-facts.ts';
import type { Refusal } from '../domain/outcome.ts';
import { type Deadline, deadlineOf, namedSpan, periodSpan } from '../domain/periods.ts';
import type { Context } from './command.ts';

/** A period of a duty with its civil span; null if the duty's rhythm has no such period. */
export function describePeriod(campaign: Campaign, duty: Duty, period: Period): PeriodFacts | null {
  const span = periodSpan(campaign, duty, period);
  return span && periodFacts(campaign, duty, { period, periodFrom: span.from, periodTo: span.to });
}

const WEEK_OR_MONTH = /^\d{4}-(?:W\d\d|\d\d)$/;

/** Whether it is written as a week or a month and the calendar has none such: 2016-W60, 2016-13. */
export const isNoPeriod = (campaign: Campaign, period: string): boolean =>
  WEEK_OR_MONTH.test(period) && namedSpan(campaign, as<Period>(period)) === null;

export type Meant = { duty: Duty; deadline: Deadline };

/** Of several duties the one that has the period: the default one first, then the campaign's reports in order. */
function dutyWith({ actor, at }: Context, period: Period | undefined): Duty | null {
  const { definition } = actor.campaign;
  const usual = defaultDuty(definition, actor.calendar, at);
  if (!period) return usual;
  const reports = definition.duties.filter(({ kind }) => kind === 'report');
  const having = [...(usual ? [usual] : []), ...reports].find((duty) =>
    deadlineOf(definition, duty, actor.calendar, period),
  );
  return having ?? usual;
}

/** The duty and the deadline that a question means; a refusal where the campaign has none. */
export function dutyAndPeriodMeant(context: Context, input: ActionInput): Meant | { refusal: Refusal } {
  const { actor, at } = context;
  const { definition } = actor.campaign;
  const period = input.period ? as<Period>(input.period) : undefined;
  const duty = input.duty
    ? (definition.duties.find(({ id }) => id === input.duty) ?? null)
    : dutyWith(context, period);
  if (!duty) return { refusal: { kind: 'unknown_duty', typed: input.duty ?? '', near: [] } };
  const deadline = period
    ? deadlineOf(definition, duty, actor.calendar, period)
    : defaultDeadline(definition, duty, actor.calendar, at);
  if (deadline) return { duty, deadline };
  const span = period && namedSpan(definition, period);
  const named = period
    ? (describePeriod(definition, duty, period) ?? (span && { id: period, ...span }))
    : null;
  if (period && !named) return { refusal: { kind: 'unknown_period', typed: period } };
  return {
    refusal: { kind: 'no_such_obligation', duty: dutyFacts(duty), unit: null, period: named ?? null },
  };
}

/** The period of a deadline in words. */
export const periodOfDeadline = ({ actor }: Context, { duty, deadline }: Meant): PeriodFacts =>
  periodFacts(actor.campaign.definition, duty, {
    period: deadline.period,
    periodFrom: deadline.from,
    periodTo: deadline.to,
  });
