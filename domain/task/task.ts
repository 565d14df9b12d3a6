// A supervised task 督办事项: its states, what each act makes of them, and its light. Who may act is in verbs.ts, what an
// act writes in decide.ts. A state is stored; overdue and the light are derived here and nowhere else.
//
//   act                  | dispatched 待签收  | in_progress 办理中 | in_review 待审核 | closed 办结销号 | withdrawn 撤销
//   sign                 | → in_progress      | –                  | –                | –               | –
//   feed_back, lead      | → in_progress ¹    | in_progress        | –                | –               | –
//   feed_back, helper    | dispatched         | in_progress        | –                | –               | –
//   submit ²             | → in_review ¹      | → in_review        | –                | –               | –
//   step_done ³          | → dispatched       | → dispatched       | –                | –               | –
//   extend ⁴             | → in_progress ¹    | in_progress        | –                | –               | –
//   decide_extension ⁵   | –                  | in_progress        | –                | –               | –
//   close                | –                  | –                  | → closed         | –               | –
//   return               | –                  | –                  | → in_progress    | –               | –
//   reassign             | dispatched         | → dispatched       | –                | –               | –
//   withdraw             | → withdrawn        | → withdrawn        | → withdrawn      | –               | –
//   reopen               | –                  | –                  | –                | → in_progress   | → in_progress ⁶
//
//   1  Whatever the lead unit does with a task that nobody signed for signs for it too, in the same entry: who has
//      worked on a task has received it, and is not sent back to press a button first.
//   2  Not while later steps of a chain remain; the last step is under way.
//   3  Of a chain only: the next step starts and is to be signed for anew. On the last step it is a submission.
//   4  Not after the deadline, nor while an earlier request waits.
//   5  Only while a request waits; granted it fixes the new deadline, refused it changes nothing.
//   6  → dispatched, with a new time to sign, if nobody had signed for it.
//
// Overlays. 延期申请中: `extension` is there; only in in_progress, since a submission, a return, a withdrawal, another unit
// and another step each make an open request pointless and clear it. 逾期: past the deadline and open; in review only if
// it was handed in late, because the clock stands still while the office reads.

import type { Calendar } from '../calendar.ts';
import type { Campaign } from '../campaign.ts';
import type { CivilDate, CivilTime, Instant } from '../ids.ts';
import { as } from '../ids.ts';
import { instantOf } from '../zone.ts';
import type { Light } from './facts.ts';
import type { TaskRow } from './things.ts';

const MIDNIGHT = as<CivilTime>('00:00');
const YELLOW_WORKING_DAYS = 3;

/** Whether anything remains to be done: every state before closed and withdrawn. */
export const isOpenTask = ({ state }: Pick<TaskRow, 'state'>): boolean =>
  state !== 'closed' && state !== 'withdrawn';

/** Whether the ball is with the unit: to be signed for or under way, not with the office. */
export const isWithUnit = ({ state }: Pick<TaskRow, 'state'>): boolean =>
  state === 'dispatched' || state === 'in_progress';

type Timed = Pick<TaskRow, 'state' | 'dueAt' | 'submittedAt'>;

/** The moment that counts against the deadline: now, or that of the submission that lies with the office. */
const countedAt = ({ state, submittedAt }: Timed, now: Instant): Instant =>
  state === 'in_review' && submittedAt !== null ? as<Instant>(Math.min(submittedAt, now)) : now;

/** 逾期: open, and past the deadline; the deadline itself is in time. In review: handed in after it. */
export const isOverdueTask = (row: Timed, now: Instant): boolean =>
  isOpenTask(row) && countedAt(row, now) > row.dueAt;

/** Red when overdue; yellow from 00:00 of the third working day before the deadline; else green; null once it is over. */
export function lightOf(
  row: Timed & Pick<TaskRow, 'dueOn'>,
  calendar: Calendar,
  zone: string,
  now: Instant,
): Light {
  if (!isOpenTask(row)) return null;
  if (isOverdueTask(row, now)) return 'red';
  const yellowOn = calendar.addWorkingDays(row.dueOn, -YELLOW_WORKING_DAYS);
  return countedAt(row, now) >= instantOf(yellowOn, MIDNIGHT, zone) ? 'yellow' : 'green';
}

/** The instant at which a civil day ends as a deadline: the end of the campaign's working hours. */
export const endOfDayOn = (
  { workingHours, zone }: Pick<Campaign, 'workingHours' | 'zone'>,
  date: CivilDate,
): Instant => instantOf(date, workingHours.to, zone);
