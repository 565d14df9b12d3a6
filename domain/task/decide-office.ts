// What the office decides about a task: close, return, withdraw, reopen, give it to another unit. Where a date may be left
// out, it is the end of the next working day, or the old deadline if that is later (deadline.ts).

import type { CivilDate, UnitId } from '../ids.ts';
import type { FileRef } from '../things.ts';
import { resumed, withCurrent } from './chain.ts';
import {
  deadlineColumns,
  defaultDueOn,
  isShortNotice,
  nextFeedbackOn,
  signByOf,
  toldOn,
} from './deadline.ts';
import { decided, type TaskColumns, type TaskDecided, type TaskReview, tellingOf } from './decision.ts';

/** 办结销号: accepted and closed; the text is the evidence. */
export const decideClose = (
  review: TaskReview,
  { text, files }: { text: string; files: readonly FileRef[] },
): TaskDecided =>
  decided(review, 'close', {
    kind: 'closed',
    columns: { state: 'closed', closedAt: review.acting.at, returned: null, extension: null },
    text,
    files,
  });

/** 撤销: nothing more is asked. */
export const decideWithdraw = (review: TaskReview, { reason }: { reason: string }): TaskDecided =>
  decided(review, 'withdraw', {
    kind: 'withdrawn',
    columns: { state: 'withdrawn', extension: null, feedbackOn: null },
    text: reason,
  });

/** The columns with which work begins again: the deadline, its ladder, and the feedback that is asked until then. */
function workAgain(review: TaskReview, dueOn: CivilDate): TaskColumns {
  const { calendar, row } = review;
  const clock = tellingOf(review);
  return {
    ...deadlineColumns(clock, dueOn, withCurrent(resumed(row.steps), { dueOn })),
    shortNotice: isShortNotice(clock, dueOn),
    feedbackOn: nextFeedbackOn(calendar, row.feedback, toldOn(clock), dueOn),
    submittedAt: null,
    closedAt: null,
    extension: null,
  };
}

const unsigned = (review: TaskReview): TaskColumns => ({
  state: 'dispatched',
  signedAt: null,
  signedBy: null,
  signBy: signByOf(tellingOf(review), review.row.priority),
});

type Again = { reason: string; until: CivilDate | null };

const dueOnIn = (review: TaskReview, until: CivilDate | null): CivilDate =>
  until ?? defaultDueOn(tellingOf(review), review.row);

/** 退回重办: back to the unit with a reason; a chain goes back to its last step. */
export function decideReturn(review: TaskReview, { reason, until }: Again): TaskDecided {
  const dueOn = dueOnIn(review, until);
  return decided(review, 'return', {
    kind: 'returned',
    columns: { ...workAgain(review, dueOn), state: 'in_progress', returned: reason },
    text: reason,
    detail: { until: dueOn, before: review.row.dueOn },
  });
}

/** 重开: what was closed or withdrawn is asked for again; where nobody had signed for it, that is asked for too. */
export function decideReopen(review: TaskReview, { reason, until }: Again): TaskDecided {
  const dueOn = dueOnIn(review, until);
  const wasSigned = review.row.signedAt !== null;
  return decided(review, 'reopen', {
    kind: 'reopened',
    columns: { ...workAgain(review, dueOn), ...(wasSigned ? { state: 'in_progress' } : unsigned(review)) },
    text: reason,
    detail: { until: dueOn, before: review.row.dueOn },
  });
}

/** 改派: another unit leads, and signs anew; of a chain, the step under way is given to it. */
export function decideReassign(
  review: TaskReview,
  { lead, until, reason }: Again & { lead: UnitId },
): TaskDecided {
  const { row } = review;
  const dueOn = dueOnIn(review, until);
  return decided(review, 'reassign', {
    kind: 'reassigned',
    columns: {
      ...workAgain(review, dueOn),
      ...unsigned(review),
      lead,
      helpers: row.helpers.filter((unit) => unit !== lead),
      steps: withCurrent(row.steps, { unit: lead, dueOn }),
    },
    text: reason,
    detail: { fromUnit: row.lead, toUnit: lead, until: dueOn, before: row.dueOn },
  });
}
