// 延期: asked for before the deadline, one request at a time; the office grants it, perhaps with another date, or refuses.

import type { CivilDate } from '../ids.ts';
import { dateOf } from '../zone.ts';
import { withCurrent } from './chain.ts';
import { deadlineColumns, nextFeedbackOn } from './deadline.ts';
import { signedWith } from './decide-work.ts';
import { decided, type TaskDecided, type TaskReview, tellingOf } from './decision.ts';

/** The lead unit asks for more time, says why, and how far it is. */
export function decideExtend(
  review: TaskReview,
  { until, reason, progress }: { until: CivilDate; reason: string; progress: string },
): TaskDecided {
  const { acting, row } = review;
  return decided(review, 'extend', {
    kind: 'extension_asked',
    columns: {
      ...signedWith(review),
      extension: { until, reason, progress, by: acting.by, at: acting.at },
    },
    text: reason,
    detail: { until, before: row.dueOn, progress },
  });
}

/** The office fixes the new deadline; the ladder starts again for it. Not short notice by itself: the unit asked. */
export function decideGrant(
  review: TaskReview,
  { until, reason }: { until: CivilDate; reason: string },
): TaskDecided {
  const { calendar, campaign, acting, row } = review;
  const today = dateOf(acting.at, campaign.zone);
  return decided(review, 'grant', {
    kind: 'extension_granted',
    columns: {
      ...deadlineColumns(tellingOf(review), until, withCurrent(row.steps, { dueOn: until })),
      feedbackOn: row.feedbackOn ?? nextFeedbackOn(calendar, row.feedback, today, until),
      extension: null,
    },
    text: reason,
    detail: { until, before: row.dueOn },
  });
}

/** The office refuses; the deadline stands. */
export const decideRefuse = (review: TaskReview, { reason }: { reason: string }): TaskDecided =>
  decided(review, 'refuse', {
    kind: 'extension_refused',
    columns: { extension: null },
    text: reason,
    detail: { before: review.row.dueOn },
  });
