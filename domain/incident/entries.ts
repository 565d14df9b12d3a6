// What is written when something happens to an incident: an entry on its timeline, and word of it to people. An incident is
// told at once, at any hour; who is told is decided by whoever writes the entry. The key names entry and person, so that
// an entry is told to a person once.

import type { Campaign } from '../campaign.ts';
import { type Change, ensure, insert } from '../change.ts';
import { entryId, type IncidentId, type Instant, type PersonId } from '../ids.ts';
import { intentOf } from '../plan.ts';
import type { IncidentEntryKind, IncidentEntryRow, IncidentRow } from './things.ts';

/** What there is to say of an entry: whatever is left out is nobody, nothing and no words. */
export type EntryMade = {
  kind: IncidentEntryKind;
  by?: PersonId;
  text?: string;
  person?: PersonId;
  other?: IncidentId;
};

/** The `no`-th entry on an incident's timeline; 0 is the version of a row that is yet to be written. */
export const incidentEntry = (
  row: Pick<IncidentRow, 'id' | 'campaign'>,
  no: number,
  at: Instant,
  { kind, by, text, person, other }: EntryMade,
): IncidentEntryRow => ({
  id: entryId(row.id, no),
  version: 0,
  campaign: row.campaign,
  incident: row.id,
  no,
  kind,
  by: by ?? null,
  at,
  text: text ?? '',
  person: person ?? null,
  other: other ?? null,
});

/** Writes an entry. */
export const written = ({ version: _, ...entry }: IncidentEntryRow): Change => insert('incidentEntry', entry);

/** Tells an entry to these people at once, each once; `called` is the one among them who is called out by it. */
export function toldAtOnce(
  campaign: Campaign,
  { incident, no, at }: IncidentEntryRow,
  people: Iterable<PersonId>,
  called: PersonId | null = null,
): Change[] {
  const bundle = `incident:${incident}:${no}`;
  return [...new Set(people)].map((person) => {
    const notice = { kind: 'incident' as const, incident, entry: no, call: person === called };
    const key = `incident:${incident}:entry-${no}:${person}`;
    return ensure(
      'intent',
      intentOf({ campaign, now: at }, key, person, notice, { slotAt: at, about: incident, bundle }),
    );
  });
}
