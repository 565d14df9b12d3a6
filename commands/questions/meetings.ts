// The next consultation, its agenda, who is coming, and what was decided: what 会商 says, each part to those who may see it.
// Decisions are narrowed to the words, units and days that the question names.

import type { ActionInput } from '../../domain/actions.ts';
import { plain } from '../../domain/names.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { deadlineOf } from '../../domain/periods.ts';
import type { Reading } from '../ask/reading.ts';
import { call } from '../calling.ts';
import type { Context } from '../command.ts';
import { nextMeetingAt } from '../consultation/chosen.ts';
import { refused } from '../review-row.ts';
import type { Answerer } from './answerer.ts';
import { factsOf } from './clarify.ts';
import { daysNamed, periodNamed } from './span.ts';
import { whoseAsked } from './whose.ts';

/** The period that was named, where a consultation has one like it; a week says no more than which is next. */
function meetingNamed({ actor }: Context, reading: Reading): ActionInput {
  const { definition } = actor.campaign;
  const period = periodNamed(reading);
  const duties = definition.duties.filter(({ kind }) => kind === 'consultation');
  const has = period && duties.some((duty) => deadlineOf(definition, duty, actor.calendar, period));
  return has ? { period } : {};
}

const showing =
  (verb: string): Answerer =>
  (context, reading) =>
    call(context, 'consultation', { verb, ...meetingNamed(context, reading) });

const answerShown = showing('show');

/** The next one, or when it will be; one that was held is no next one, though 会商 still shows it for its minutes. */
export const answerMeeting: Answerer = async (context, reading, text) => {
  const outcome = await answerShown(context, reading, text);
  const isNamed = meetingNamed(context, reading).period !== undefined;
  if (isNamed || outcome.kind !== 'consultation' || outcome.consultation.startsAt > context.at)
    return outcome;
  const nextAt = nextMeetingAt(context);
  const { zone } = context.actor.campaign.definition;
  return nextAt === null ? outcome : refused({ kind: 'no_consultation', nextAt, zone });
};
export const answerAgenda = showing('see_agenda');
export const answerAttendance = showing('see_attendance');

type Decided = Extract<Outcome, { kind: 'decisions' }>['rows'][number];

function isAbout(context: Context, reading: Reading): (row: Decided) => boolean {
  const words = plain(reading.query ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const { units } = whoseAsked(context, reading);
  return ({ decision, task }) => {
    const text = plain(`${decision.what} ${decision.unit.name} ${task?.title ?? ''}`);
    const isOfUnits = units === null || units.includes(decision.unit.id);
    return isOfUnits && words.every((word) => text.includes(word));
  };
}

const LAST = /^(?:the )?(?:[上最后近一次回]{2,4}|last|latest|previous)(?: meeting)?$/;

/** 上次会议 is the newest that was held, unless days are named. */
const isOfLast = ({ used, period, from, to }: Reading): boolean =>
  !period && !from && !to && used.some((word) => LAST.test(word));

function ofNewest(rows: readonly Decided[]): Decided[] {
  const newest = rows.reduce((latest, { heldOn }) => (heldOn > latest ? heldOn : latest), '');
  return rows.filter(({ heldOn }) => heldOn === newest);
}

const isNarrowed = ({ units, area, query, period, from, to }: Reading): boolean =>
  [units, area, query, period, from, to].some((slot) => slot !== undefined);

/** Lists decisions, newest first. */
export const answerDecisions: Answerer = async (context, reading) => {
  const outcome = await call(context, 'consultation', { verb: 'decisions', ...daysNamed(context, reading) });
  if (outcome.kind !== 'decisions') return outcome;
  const isLast = isOfLast(reading);
  const rows = isLast ? ofNewest(outcome.rows) : outcome.rows;
  return {
    ...outcome,
    ...(isNarrowed(reading) && { asked: factsOf(context, reading) }),
    ...(isLast && { isLast }),
    rows: rows.filter(isAbout(context, reading)),
  };
};
