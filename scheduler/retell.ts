// What a person was told is told anew: each card of a task, a consultation or an incident gets its facts and buttons as they
// are now, in the words of the entry that was told. Reports stay as they were; so does everything that this person may not
// see any more, for whoever left office gets no new contents.

import type { Store } from '../db/store.ts';
import type { HolidayTable } from '../domain/calendar.ts';
import type { CampaignId, Instant, PersonId } from '../domain/ids.ts';
import type { NoticeItem } from '../domain/notice.ts';
import { retellConsultation, retellTopic } from './describe-consultation.ts';
import { retellIncident } from './describe-incident.ts';
import { retellTask } from './describe-task.ts';
import { createGrounds, type Ground, type OpenGround } from './ground.ts';
import type { Retell } from './ports.ts';

/** Makes the retelling that delivery calls for each update of a person's message, which may be of several campaigns. */
export function createRetell(deps: { store: Store; holidays: HolidayTable }): Retell {
  const openGround = createGrounds(deps);
  return async ({ content, target }, now) => {
    if (content.kind !== 'told' || target.kind !== 'person') return [];
    const grounds = groundsFor(openGround, target.person, now);
    const items: NoticeItem[] = [];
    for (const item of content.items) {
      const campaign = campaignOf(item);
      const ground = campaign && (await grounds(campaign));
      items.push((ground && (await retellItem(ground, target.person, item))) || item);
    }
    return items;
  };
}

/** The ground of each campaign, opened once for one message. */
function groundsFor(openGround: OpenGround, recipient: PersonId, now: Instant) {
  const opened = new Map<CampaignId, Promise<Ground | null>>();
  return (campaign: CampaignId): Promise<Ground | null> => {
    const known = opened.get(campaign) ?? openGround({ campaign, recipient, intents: [] }, now);
    opened.set(campaign, known);
    return known;
  };
}

/** The campaign of what is told anew; null for everything else. */
function campaignOf(item: NoticeItem): CampaignId | null {
  switch (item.kind) {
    case 'task':
    case 'task_reminder':
      return item.task.campaign;
    case 'consultation':
    case 'topic':
      return item.consultation.campaign;
    case 'incident':
      return item.incident.campaign;
    default:
      return null;
  }
}

/** The item as things are now; null where this person may not see them any more. */
async function retellItem(ground: Ground, recipient: PersonId, item: NoticeItem): Promise<NoticeItem | null> {
  switch (item.kind) {
    case 'task':
    case 'task_reminder':
      return retellTask(ground, item);
    case 'consultation':
      return retellConsultation(ground, recipient, item);
    case 'topic':
      return retellTopic(ground, recipient, item);
    case 'incident':
      return retellIncident(ground, recipient, item);
    default:
      return null;
  }
}
