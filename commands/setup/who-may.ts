// Who may set up a campaign: in a database without any, an administrator of the workspace; where there is one already, the
// office director of one. Asked anew at every step; nobody is taken at their button's word.

import type { SlackUserId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/outcome.ts';
import { inOffice } from '../../domain/recipients.ts';
import { dateOf } from '../../domain/zone.ts';
import type { Deps } from '../command.ts';

/** `first`: there is no campaign yet. */
export type Entitled = { first: boolean };

async function isDirector({ store, now }: Deps, who: SlackUserId): Promise<boolean> {
  const people = new Set((await store.list('person', { where: { slack: who } })).map(({ id }) => id));
  if (people.size === 0) return false;
  return (await store.list('campaign')).some(({ definition }) =>
    inOffice(definition, dateOf(now(), definition.zone)).some(
      ({ person, role }) => role === 'office_director' && people.has(person),
    ),
  );
}

/** Whether somebody may set up a campaign now, or why not. */
export async function mayThey(deps: Deps, who: SlackUserId): Promise<Entitled | { refusal: Refusal }> {
  const first = (await deps.store.list('campaign', { limit: 1 })).length === 0;
  if (!first)
    return (await isDirector(deps, who)) ? { first } : { refusal: { kind: 'setup_not_yours', first } };
  const account = deps.workspace ? await deps.workspace.findAccount(who) : { administrator: false };
  if (account === null) return { refusal: { kind: 'setup_unsure' } };
  return account.administrator ? { first } : { refusal: { kind: 'setup_not_yours', first } };
}
