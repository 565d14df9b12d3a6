// Intents of one recipient are looked at once more, just before they are told: is the person still there and reachable, is
// it within the reminder hours, is it not said better by another intent? What then still holds (describe-notice.ts) gets
// its facts; the others are cancelled with a reason, or wait for their next slot.

import type { Store } from '../db/store.ts';
import type { HolidayTable } from '../domain/calendar.ts';
import { as, type Instant } from '../domain/ids.ts';
import type { Notice } from '../domain/notice.ts';
import type { Scene } from '../domain/obligation-facts.ts';
import { isInHours, slotAfter } from '../domain/office-hours.ts';
import { SLOT_TOLERANCE_MS } from '../domain/plan.ts';
import type { IntentRow } from '../domain/things.ts';
import { describeNotice } from './describe-notice.ts';
import type { Fate } from './fate.ts';
import { createGrounds, type Ground } from './ground.ts';
import type { Recheck, Telling } from './ports.ts';
import { isSuperseded } from './superseded.ts';

const MINUTE_MS = 60_000;

/** Makes the re-check that delivery calls for each recipient's due intents, which may be of several campaigns. */
export function createRecheck(deps: { store: Store; holidays: HolidayTable }): Recheck {
  const openGround = createGrounds(deps);
  return async (intents, now) => {
    const telling: Telling = { told: [], cancelled: [], postponed: [] };
    for (const campaign of new Set(intents.map((intent) => intent.campaign))) {
      const some = intents.filter((intent) => intent.campaign === campaign);
      const ground = await openGround({ campaign, recipient: some[0]!.recipient, intents: some }, now);
      for (const intent of some) {
        const fate = ground ? await decideFate(ground, intent) : { cancel: 'gone' };
        if ('item' in fate) telling.told.push({ intent, item: fate.item });
        else if ('cancel' in fate) telling.cancelled.push({ intent, reason: fate.cancel });
        else telling.postponed.push({ intent, slotAt: fate.again });
      }
    }
    return telling;
  };
}

/** Said at any hour: what somebody waits for, and what cannot wait. */
const isImmediate = ({ kind }: Notice): boolean => kind === 'receipt' || kind === 'incident';

async function decideFate(ground: Ground, intent: IntentRow): Promise<Fate> {
  const { recipient, scene } = ground;
  if (isSuperseded(ground, intent)) return { cancel: 'superseded' };
  if (!recipient || recipient.trouble) return { cancel: 'unbound' };
  if (!recipient.slack) return { again: as<Instant>(scene.now + MINUTE_MS) };
  if (!isImmediate(intent.notice) && isOutOfHours(scene, intent)) {
    return { again: slotAfter(scene.now, scene.calendar, scene.campaign.zone) };
  }
  return describeNotice(ground, intent);
}

const isOutOfHours = ({ now, calendar, campaign }: Scene, { slotAt }: IntentRow): boolean =>
  now - slotAt > SLOT_TOLERANCE_MS && !isInHours(now, calendar, campaign.zone);
