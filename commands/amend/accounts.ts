// The Slack accounts that a change binds people to or takes from them. They stand with the person and not in the definition,
// so they are patches of their own; undone, somebody is bound as before, or to nothing where they were bound to nothing.

import { type Account, hasOffice, type Patch } from '../../domain/amendment.ts';
import { audited } from '../../domain/audit.ts';
import type { CampaignChange } from '../../domain/campaign-change.ts';
import { type Change, move } from '../../domain/change.ts';
import type { PersonId, SlackUserId } from '../../domain/ids.ts';
import { inOffice } from '../../domain/recipients.ts';
import { dateOf } from '../../domain/zone.ts';
import type { Context } from '../command.ts';
import { actingOf } from '../ledger.ts';

/** Who has an account: their name and id, null where they stand on another campaign's roster only. */
export type Holder = { account: SlackUserId; holder: { id: PersonId; name: string } | null };

const accountsIn = (patches: readonly Patch[]) =>
  patches
    .filter(({ part }) => part === 'account')
    .map(({ key, after }) => ({ person: key as PersonId, account: after as Account }));

/** Who else than this person is bound to an account; null where nobody is. */
export async function findAccountHolder(
  { store, actor, at }: Context,
  account: SlackUserId,
  except: PersonId,
): Promise<Holder | null> {
  const bound = (await store.list('person', { where: { slack: account } })).filter(({ id }) => id !== except);
  const [other] = bound;
  if (!other) return null;
  const { definition } = actor.campaign;
  const here = inOffice(definition, dateOf(at, definition.zone));
  const known = bound.find(({ id }) => here.some(({ person }) => person === id));
  return { account, holder: known ? { id: known.id, name: known.name } : null };
}

/** The first account of a change that somebody else has by now; null where none has. */
export async function findTaken(context: Context, patches: readonly Patch[]): Promise<Holder | null> {
  for (const { person, account } of accountsIn(patches)) {
    const taken = account.slack && (await findAccountHolder(context, account.slack, person));
    if (taken) return taken;
  }
  return null;
}

/** Whether a change unbinds the last of the office who has an account: nothing could be changed in chat any more then. */
export async function locksOut({ store, actor, at }: Context, patches: readonly Patch[]): Promise<boolean> {
  const unbound = accountsIn(patches).filter(({ account }) => account.trouble === 'unbound');
  const gone = new Set(unbound.map(({ person }) => person));
  if (gone.size === 0) return false;
  const { definition } = actor.campaign;
  const today = dateOf(at, definition.zone);
  const bound = new Set((await store.list('person')).flatMap(({ id, slack }) => (slack ? id : [])));
  const among = (isIn: (person: PersonId) => boolean) => {
    const people = definition.people.filter(({ person }) => isIn(person));
    return hasOffice({ ...definition, people }, today);
  };
  return among((person) => bound.has(person)) && !among((person) => bound.has(person) && !gone.has(person));
}

/** The accounts of a change as lines of it, the first that are said. */
export const accountLines = async (
  { store }: Context,
  patches: readonly Patch[],
): Promise<CampaignChange[]> =>
  Promise.all(
    patches
      .filter(({ before, after }) => (before as Account).slack !== (after as Account).slack)
      .map(async ({ key, before, after }) => ({
        kind: 'account_changed' as const,
        name: (await store.find('person', key))?.name ?? key,
        from: (before as Account).slack,
        to: (after as Account).slack,
      })),
  );

/** Binds the people of a change as it says; their direct message and language are asked for anew. */
export async function accountChanges(context: Context, patches: readonly Patch[]): Promise<Change[]> {
  const rows = await Promise.all(
    accountsIn(patches).map(async ({ person, account }) => {
      const row = await context.store.find('person', person);
      if (!row) return [];
      const { version } = context.actor.campaign;
      const detail = { from: row.slack, to: account.slack };
      return [
        move('person', row, { ...account, dm: null, locale: null }),
        ...(row.slack === account.slack
          ? []
          : [audited(actingOf(context), 'binding', { id: person, version }, detail)]),
      ];
    }),
  );
  return rows.flat();
}

/** One move of each row: what the second says of a row goes over what the first says. */
export function inOneMove(changes: readonly Change[]): Change[] {
  const moves = new Map<string, Change>();
  const kept: Change[] = [];
  for (const change of changes) {
    const key = change.mode === 'move' ? `${change.thing} ${change.id}` : null;
    const earlier = key === null ? undefined : moves.get(key);
    if (earlier?.mode === 'move' && change.mode === 'move') {
      Object.assign(earlier.to, change.to);
      continue;
    }
    const own = change.mode === 'move' ? ({ ...change, to: { ...change.to } } as Change) : change;
    if (key !== null) moves.set(key, own);
    kept.push(own);
  }
  return kept;
}
