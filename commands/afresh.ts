// Facts about the actor that a decision relies on, read again inside the decision: somebody may have been replaced while
// a form lay open. `expectUnchanged('campaign', context.actor.campaign)` in the commit makes the reading hold.

import { readCampaign } from '../db/kept-campaigns.ts';
import { postingsOf } from '../domain/recipients.ts';
import { dateOf } from '../domain/zone.ts';
import type { Context } from './command.ts';

/** The same context with the campaign, the actor's person row and their postings as they stand now. */
export async function readAfresh<C extends Context>(context: C): Promise<C> {
  const { store, actor, at } = context;
  const [found, person] = await Promise.all([
    readCampaign(store, actor.campaign.id),
    store.find('person', actor.person.id),
  ]);
  const campaign = found ?? actor.campaign;
  const today = dateOf(at, campaign.definition.zone);
  const postings = postingsOf(campaign.definition, today, actor.person.id);
  return { ...context, actor: { ...actor, campaign, postings, person: person ?? actor.person } };
}
