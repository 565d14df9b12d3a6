// What the units do with a task: sign for it, feed back, end a step, hand it in. Whatever the lead unit does signs for it
// too (task.ts). 100 % fed back is not yet a submission: that is said explicitly.

import type { FileRef } from '../things.ts';
import { dateOf } from '../zone.ts';
import { currentStep, endCurrent, hasLaterSteps, startNext } from './chain.ts';
import { deadlineColumns, isShortNotice, nextFeedbackOn, signByOf, toldOn } from './deadline.ts';
import { decided, type TaskColumns, type TaskDecided, type TaskReview, tellingOf } from './decision.ts';

/** The columns of a signature, unless the task is signed for already. */
export const signedWith = ({ acting, row }: TaskReview): TaskColumns =>
  row.state === 'dispatched' ? { state: 'in_progress', signedAt: acting.at, signedBy: acting.by } : {};

/** 签收: the lead unit has received the task. */
export const decideSign = (review: TaskReview): TaskDecided =>
  decided(review, 'sign', { kind: 'signed', columns: signedWith(review) });

/** 反馈: the lead unit says how far it is, and when it is asked next follows from that; a co-operating unit tells the lead. */
export function decideFeedBack(
  review: TaskReview,
  said: { percent: number | null; text: string; files: readonly FileRef[] },
): TaskDecided {
  const { calendar, campaign, acting, row, unit } = review;
  const { percent, text, files } = said;
  const today = dateOf(acting.at, campaign.zone);
  const ofLead: TaskColumns = {
    ...signedWith(review),
    percent: percent ?? row.percent,
    feedbackOn: nextFeedbackOn(calendar, row.feedback, today, row.dueOn),
  };
  return decided(review, 'feed_back', {
    kind: 'fed_back',
    columns: unit === null || unit === row.lead ? ofLead : {},
    text,
    files,
    detail: percent === null ? {} : { percent },
  });
}

/** 提交审核: the task, or the last step of its chain, lies with the office; an open request for more time is pointless now. */
export function decideSubmit(
  review: TaskReview,
  { text, files }: { text: string; files: readonly FileRef[] },
): TaskDecided {
  const { acting, row } = review;
  const step = row.steps[currentStep(row.steps)]?.name;
  return decided(review, 'submit', {
    kind: 'submitted',
    columns: {
      ...signedWith(review),
      state: 'in_review',
      submittedAt: acting.at,
      returned: null,
      extension: null,
      feedbackOn: null,
      steps: endCurrent(row.steps, acting.at),
    },
    text,
    files,
    detail: step === undefined ? {} : { step },
  });
}

/** The columns with which the next step of a chain begins: another unit leads, and signs anew. */
function nextStepColumns(review: TaskReview): TaskColumns {
  const { calendar, campaign, acting, row } = review;
  const clock = tellingOf(review);
  const today = dateOf(acting.at, campaign.zone);
  const steps = startNext(calendar, endCurrent(row.steps, acting.at), today);
  const { unit, dueOn } = steps[currentStep(steps)]!;
  return {
    ...deadlineColumns(clock, dueOn!, steps),
    shortNotice: isShortNotice(clock, dueOn!),
    signBy: signByOf(clock, row.priority),
    feedbackOn: nextFeedbackOn(calendar, row.feedback, toldOn(clock), dueOn!),
    state: 'dispatched',
    signedAt: null,
    signedBy: null,
    returned: null,
    extension: null,
    lead: unit,
  };
}

/** Ends the step under way, and the next one starts; the last step is handed in. */
export function decideStepDone(
  review: TaskReview,
  said: { text: string; files: readonly FileRef[] },
): TaskDecided {
  const { row } = review;
  if (!hasLaterSteps(row.steps)) return decideSubmit(review, said);
  const columns = nextStepColumns(review);
  return decided(review, 'step_done', {
    kind: 'step_done',
    columns,
    text: said.text,
    files: said.files,
    detail: {
      step: row.steps[currentStep(row.steps)]!.name,
      fromUnit: row.lead,
      toUnit: columns.lead!,
      before: row.dueOn,
      until: columns.dueOn!,
    },
  });
}
