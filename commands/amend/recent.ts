// The latest changes of settings and roster, for the office to look over and, within a day, to undo.

import type { Outcome } from '../../domain/outcome.ts';
import type { Context } from '../command.ts';
import { amendmentFacts } from './facts.ts';

const MOST_LISTED = 8;

/** What was changed lately, newest first; proposals that were dropped are not among them. */
export async function recentAmendments(context: Context): Promise<Outcome> {
  const { actor, at, store } = context;
  const rows = await store.list('amendment', {
    where: { campaign: actor.campaign.id, state: { in: ['proposed', 'made', 'undone'] } },
    orderBy: 'proposedAt',
    desc: true,
    limit: MOST_LISTED,
  });
  const amendments = await Promise.all(rows.map((row) => amendmentFacts(context, row)));
  return { kind: 'amendments', amendments, now: at, zone: actor.campaign.definition.zone };
}
