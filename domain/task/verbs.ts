// Who may do what with a task, and when: by role and by state, asked apart, so that a refusal can say which of the two it
// is. Everything that offers or carries out an act asks here; task.ts has the table of states.
//
//   new                                                        the office, leaders
//   sign, submit, step_done, extend                            liaison, deputy, head of the lead unit
//   feed_back                                                  the same, and those of co-operating units
//   decide_extension, close, return, reassign, withdraw, reopen   the office
//   list, show                                                 whoever sees the task (sight.ts)
//
// Where the office is the unit, its staff and director act for it.

import type { Posting } from '../campaign.ts';
import type { Instant, UnitId } from '../ids.ts';
import { belongsTo, isLeader, isOffice } from '../permission.ts';
import { maySee } from '../sight.ts';
import { hasLaterSteps } from './chain.ts';
import type { TaskVerb } from './facts.ts';
import { isOpenTask, isWithUnit } from './task.ts';
import type { TaskRow } from './things.ts';

type Postings = readonly Posting[];

const VERBS_OF_A_TASK: readonly TaskVerb[] = [
  'show',
  'sign',
  'feed_back',
  'submit',
  'step_done',
  'extend',
  'decide_extension',
  'close',
  'return',
  'reassign',
  'withdraw',
  'reopen',
];

const actsFor = (postings: Postings, unit: UnitId): boolean =>
  belongsTo(postings, unit) || isOffice(postings.filter((posting) => posting.unit === unit));

/** Whether somebody with these postings may give tasks. */
export const mayDispatch = (postings: Postings): boolean => isOffice(postings) || isLeader(postings);

/** For which unit somebody acts with this verb: the lead before one that co-operates; null for none, as for the office. */
export function unitActedFor(postings: Postings, verb: TaskVerb, row: TaskRow): UnitId | null {
  switch (verb) {
    case 'sign':
    case 'submit':
    case 'step_done':
    case 'extend':
      return actsFor(postings, row.lead) ? row.lead : null;
    case 'feed_back':
      return [row.lead, ...row.helpers].find((unit) => actsFor(postings, unit)) ?? null;
    default:
      return null;
  }
}

/** Whether the roles of somebody allow this verb on this task; its state is asked with `allowsVerb`. */
export function mayActOnTask(postings: Postings, verb: TaskVerb, row: TaskRow): boolean {
  switch (verb) {
    case 'new':
      return mayDispatch(postings);
    case 'list':
    case 'show':
      return maySee(postings, { kind: 'task', task: row });
    case 'sign':
    case 'feed_back':
    case 'submit':
    case 'step_done':
    case 'extend':
      return unitActedFor(postings, verb, row) !== null;
    case 'decide_extension':
    case 'close':
    case 'return':
    case 'reassign':
    case 'withdraw':
    case 'reopen':
      return isOffice(postings);
  }
}

/** Whether the task's state allows this verb at `now`, whoever asks. */
export function allowsVerb(row: TaskRow, verb: TaskVerb, now: Instant): boolean {
  switch (verb) {
    case 'new':
    case 'list':
    case 'show':
      return true;
    case 'sign':
      return row.state === 'dispatched';
    case 'feed_back':
    case 'reassign':
      return isWithUnit(row);
    case 'submit':
      return isWithUnit(row) && !hasLaterSteps(row.steps);
    case 'step_done':
      return isWithUnit(row) && row.steps.length > 0;
    case 'extend':
      return isWithUnit(row) && row.extension === null && now <= row.dueAt;
    case 'decide_extension':
      return row.state === 'in_progress' && row.extension !== null;
    case 'close':
    case 'return':
      return row.state === 'in_review';
    case 'withdraw':
      return isOpenTask(row);
    case 'reopen':
      return !isOpenTask(row);
  }
}

/** On the last step of a chain to end it is to submit; one of the two is enough on a card. */
const isSaidTwice = (row: TaskRow, verb: TaskVerb): boolean =>
  verb === 'step_done' && !hasLaterSteps(row.steps);

/** What somebody with these postings may do with this task now, in the order in which it is offered. */
export const taskVerbsFor = (postings: Postings, row: TaskRow, now: Instant): TaskVerb[] =>
  VERBS_OF_A_TASK.filter(
    (verb) => mayActOnTask(postings, verb, row) && allowsVerb(row, verb, now) && !isSaidTwice(row, verb),
  );
