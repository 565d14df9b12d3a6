// The acts on a task that exists, as one union and one door. Whoever calls has asked verbs.ts whether the role and the
// state allow the act, on the very row that is handed in; the table of states is in task.ts.

import type { CivilDate, UnitId } from '../ids.ts';
import type { FileRef } from '../things.ts';
import { decideExtend, decideGrant, decideRefuse } from './decide-extension.ts';
import { decideClose, decideReassign, decideReopen, decideReturn, decideWithdraw } from './decide-office.ts';
import { decideFeedBack, decideSign, decideStepDone, decideSubmit } from './decide-work.ts';
import type { TaskDecided, TaskReview } from './decision.ts';
import type { TaskVerb } from './facts.ts';

export type { TaskDecided, TaskReview } from './decision.ts';

/** `until` null: as `defaultDueOn` (deadline.ts) says. */
export type TaskAct =
  | { verb: 'sign' }
  | { verb: 'feed_back'; percent: number | null; text: string; files: readonly FileRef[] }
  | { verb: 'submit'; text: string; files: readonly FileRef[] }
  | { verb: 'step_done'; text: string; files: readonly FileRef[] }
  | { verb: 'extend'; until: CivilDate; reason: string; progress: string }
  | { verb: 'grant'; until: CivilDate; reason: string }
  | { verb: 'refuse'; reason: string }
  | { verb: 'close'; text: string; files: readonly FileRef[] }
  | { verb: 'return'; reason: string; until: CivilDate | null }
  | { verb: 'withdraw'; reason: string }
  | { verb: 'reopen'; reason: string; until: CivilDate | null }
  | { verb: 'reassign'; lead: UnitId; until: CivilDate | null; reason: string };

/** The verb that is asked of verbs.ts for an act: granting and refusing are two answers to one question. */
export const verbOf = ({ verb }: TaskAct): TaskVerb =>
  verb === 'grant' || verb === 'refuse' ? 'decide_extension' : verb;

/** Decides one act; state and permission must have been checked. */
export function decideOnTask(review: TaskReview, act: TaskAct): TaskDecided {
  switch (act.verb) {
    case 'sign':
      return decideSign(review);
    case 'feed_back':
      return decideFeedBack(review, act);
    case 'submit':
      return decideSubmit(review, act);
    case 'step_done':
      return decideStepDone(review, act);
    case 'extend':
      return decideExtend(review, act);
    case 'grant':
      return decideGrant(review, act);
    case 'refuse':
      return decideRefuse(review, act);
    case 'close':
      return decideClose(review, act);
    case 'return':
      return decideReturn(review, act);
    case 'withdraw':
      return decideWithdraw(review, act);
    case 'reopen':
      return decideReopen(review, act);
    case 'reassign':
      return decideReassign(review, act);
  }
}
