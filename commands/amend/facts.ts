// What is said of a change made in chat: who proposed, made and undid it, and what may be done with it now.

import { AMENDMENT_MS, asOf, mayAmend, mayBeMade, mayBeUndone } from '../../domain/amendment.ts';
import type { AmendmentFacts, AmendmentVerb } from '../../domain/amendment-facts.ts';
import { as, type Instant, type PersonId } from '../../domain/ids.ts';
import type { AmendmentRow } from '../../domain/things.ts';
import type { Context } from '../command.ts';
import { findHandOver } from './hand-over.ts';
import { findUnitEnd } from './unit-end.ts';

function verbsOpen({ actor, at }: Context, row: AmendmentRow): AmendmentVerb[] {
  if (!mayAmend(actor.postings, row)) return [];
  if (mayBeMade(row, at)) return ['make', 'drop'];
  return mayBeUndone(row, at) ? ['undo'] : [];
}

/** A change as its screens state it, with what the actor may do with it at this moment. */
export async function amendmentFacts(context: Context, kept: AmendmentRow): Promise<AmendmentFacts> {
  const row = asOf(kept, context.at, context.actor.campaign.definition.zone);
  const nameOf = async (id: PersonId | null): Promise<string | null> =>
    id && ((await context.store.find('person', id))?.name ?? id);
  const { id, subject, state, changes, proposedAt, madeAt, undoneAt } = row;
  const handOver = state === 'proposed' || state === 'made' ? await findHandOver(context, row) : null;
  const unitEnd = await findUnitEnd(context, row);
  return {
    ...{ id, subject, state, changes, proposedAt, madeAt, undoneAt },
    proposedBy: (await nameOf(row.proposedBy)) ?? row.proposedBy,
    madeBy: await nameOf(row.madeBy),
    undoneBy: await nameOf(row.undoneBy),
    undoableUntil: madeAt === null ? null : as<Instant>(madeAt + AMENDMENT_MS),
    may: verbsOpen(context, row),
    ...(handOver && { handOver }),
    ...(unitEnd && { unitEnd }),
  };
}
