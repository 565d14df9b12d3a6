// What the log says of a change of the roster, one line for each unit or person, so that it is found by whom it is about. The
// change itself has its own line; phones and addresses stand in neither.

import { audited } from '../../domain/audit.ts';
import type { Campaign, Posting } from '../../domain/campaign.ts';
import type { Change } from '../../domain/change.ts';
import type { Context } from '../command.ts';
import { actingOf } from '../ledger.ts';
import type { Turn } from './consequences.ts';

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Units that are new or other than they were. */
export async function linesOfUnits(context: Context, { before, after, undone }: Turn): Promise<Change[]> {
  const old = new Map(before.units.map((unit) => [unit.id, unit]));
  const { version } = context.actor.campaign;
  return after.units
    .filter((unit) => !isSame(unit, old.get(unit.id)))
    .map(({ id, name }) =>
      audited(
        actingOf(context),
        'roster_unit',
        { id, unit: id, version },
        { name, ...(undone && { undone }) },
      ),
    );
}

const byPerson = ({ people }: Campaign): Map<string, Posting[]> => {
  const all = new Map<string, Posting[]>();
  for (const posting of people) all.set(posting.person, [...(all.get(posting.person) ?? []), posting]);
  return all;
};

/** People of whom the roster says something else than before. */
export async function linesOfPeople(context: Context, { before, after, undone }: Turn): Promise<Change[]> {
  const [old, fresh] = [byPerson(before), byPerson(after)];
  const { version } = context.actor.campaign;
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((person) => !isSame(old.get(person), fresh.get(person)))
    .map((person) => {
      const [posting] = fresh.get(person) ?? old.get(person) ?? [];
      const about = { id: person, unit: posting?.unit ?? null, version };
      return audited(actingOf(context), 'roster_person', about, {
        name: posting?.name ?? person,
        ...(undone && { undone }),
      });
    });
}
