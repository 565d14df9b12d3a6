// What planning stands on: its view of the ledger, intents and their slots, and when a row is looked at again. What becomes
// due as time passes is in three files: periods open (plan-openings), steps and drafts become intents (plan-steps), open
// rows follow a new definition (plan-revision). All are pure: they take what was read and `now`, and return changes.
//
// Keys are sentences over civil facts and carry the deadline, so planning twice says nothing twice, and a deadline that
// moved is told anew: `reminder:loudi-2016:weekly:gaj:2016-W31:due-2016-08-05:eve:PERSON`.

import { draftsAt } from './bulletin-period.ts';
import type { Calendar } from './calendar.ts';
import type { Campaign, Duty } from './campaign.ts';
import { as, type Instant, type IntentId, type PersonId } from './ids.ts';
import type { Notice } from './notice.ts';
import { isOwed } from './obligation.ts';
import { slotAfter } from './office-hours.ts';
import type { Presence } from './recipients.ts';
import { nextStepAt } from './reminders.ts';
import type { CampaignRow, IntentRow, ObligationRow } from './things.ts';

/** A slot that was reached late by less than this is still that slot; the loop looks every few seconds. */
export const SLOT_TOLERANCE_MS = 15 * 60_000;

/** Before any time at which something could be planned. */
export const NEVER_PLANNED = as<Instant>(0);

/** What planning one campaign needs to know. */
export type PlanView = {
  row: CampaignRow;
  campaign: Campaign;
  calendar: Calendar;
  presence: Presence;
  now: Instant;
};

export const findDuty = (campaign: Campaign, id: string): Duty | undefined =>
  campaign.duties.find((duty) => duty.id === id);

/** What somebody is owed to be told at a slot; the key is told once. */
export const intentOf = (
  view: Pick<PlanView, 'campaign' | 'now'>,
  key: string,
  recipient: PersonId,
  notice: Notice,
  at: { slotAt: Instant; about: string | null; bundle?: string },
): Omit<IntentRow, 'version'> => ({
  id: as<IntentId>(key),
  campaign: view.campaign.id,
  recipient,
  notice,
  about: at.about,
  slotAt: at.slotAt,
  createdAt: view.now,
  bundle: at.bundle ?? 'notices',
  state: 'pending',
  reason: null,
  message: null,
});

/** The slot of something that was meant for `meantAt`: that, unless it is long past; then the next one from now. */
export const slotFrom = (view: Pick<PlanView, 'campaign' | 'calendar' | 'now'>, meantAt: Instant): Instant =>
  view.now - meantAt <= SLOT_TOLERANCE_MS ? meantAt : slotAfter(view.now, view.calendar, view.campaign.zone);

/** When the plan must look at a row again: its next step, or the drafting of its bulletin. */
export function lookAgainAt(
  view: Pick<PlanView, 'campaign' | 'calendar'>,
  duty: Duty,
  row: ObligationRow,
): Instant | null {
  const step = nextStepAt(view.campaign, duty, row, view.calendar);
  const drafts = isOwed(row) ? draftsAt(view.campaign, duty, view.calendar, row) : null;
  if (drafts === null || drafts <= row.plannedThrough) return step;
  return step === null ? drafts : as<Instant>(Math.min(step, drafts));
}
