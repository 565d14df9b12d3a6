// Whose matters a question is about: the units that were named, the lead units of an area, or the asker's own; and whether
// the asker gets to see all there is. What a person may see is a rule of the domain; here it is only asked for.

import type { UnitFacts } from '../../domain/facts.ts';
import type { UnitId } from '../../domain/ids.ts';
import { unitFacts } from '../../domain/obligation-facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { unitsOf } from '../../domain/permission.ts';
import { maySee } from '../../domain/sight.ts';
import type { Slots } from '../ask/reading.ts';
import type { Context } from '../command.ts';
import { officeContact } from '../ledger.ts';
import { refused } from '../review-row.ts';

/** `units` null: all of them. `named`: those that were named, for the scope; `area` its name. */
export type Whose = { units: UnitId[] | null; named: UnitFacts[] | null; area: string | null };

/** Whether the asker sees what all units report and are told to do. */
export const seesAll = ({ actor: { postings } }: Context): boolean => maySee(postings, { kind: 'overview' });

/** The units that a question names, itself or by an area; null for all where it names none. */
export function whoseAsked({ actor }: Context, slots: Slots): Whose {
  const { definition } = actor.campaign;
  const area = definition.areas.find(({ id }) => id === slots.area) ?? null;
  const asked = slots.units ?? [];
  const known = asked.filter((id) => definition.units.some((unit) => unit.id === id));
  if (known.length > 0) {
    const named = known.map((id) => unitFacts(definition, id));
    return { units: known, named, area: area?.name ?? null };
  }
  return { units: area?.leads ?? null, named: null, area: area?.name ?? null };
}

/** The same, where one's own is meant by who sees no more than that. */
export function whoseOrOwn(context: Context, slots: Slots): Whose & { own: boolean } {
  const whose = whoseAsked(context, slots);
  if (whose.units || seesAll(context)) return { ...whose, own: false };
  return { ...whose, units: unitsOf(context.actor.postings), own: true };
}

/** The scope of an answer, in words: the units that were named and the area. */
export const scopeOf = ({ named, area }: Whose): { units?: UnitFacts[]; area?: string } => ({
  ...(named && { units: named }),
  ...(area !== null && { area }),
});

/** The unit among these whose reports the asker may not read; null where there is none. */
export const closedTo = ({ actor }: Context, units: readonly UnitId[]): UnitId | null =>
  units.find((unit) => !maySee(actor.postings, { kind: 'contents', unit })) ?? null;

/** "The contents of this unit's reports are not yours to read". */
export const contentNotYours = (context: Context, unit: UnitId): Outcome =>
  refused({
    kind: 'content_not_yours',
    unit: unitFacts(context.actor.campaign.definition, unit),
    contact: officeContact(context),
  });
