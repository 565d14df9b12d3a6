// What an incident's notice says. It is told at any hour and to the end; only a call is dropped when somebody has taken the
// incident meanwhile, for that was all it asked.

import { readIncident } from '../db/reads.ts';
import { entryId, type IncidentId, type PersonId } from '../domain/ids.ts';
import { incidentEntryFacts, incidentFacts } from '../domain/incident/describe.ts';
import { isCalling } from '../domain/incident/plan.ts';
import type { IncidentEntryRow, IncidentRow } from '../domain/incident/things.ts';
import { incidentVerbsFor } from '../domain/incident/verbs.ts';
import type { Notice, NoticeItem } from '../domain/notice.ts';
import { maySee } from '../domain/sight.ts';
import type { Fate } from './fate.ts';
import { type Ground, knowing } from './ground.ts';

type OfIncident = Extract<Notice, { kind: 'incident' }>;
type Item = Extract<NoticeItem, { kind: 'incident' }>;

/** What an entry of an incident says to the recipient, with the incident as it stands; or why it is not said. */
export async function describeIncident(
  ground: Ground,
  recipient: PersonId,
  notice: OfIncident,
): Promise<Fate> {
  const row = await ground.store.find('incident', notice.incident);
  const entry = await ground.store.find('incidentEntry', entryId(notice.incident, notice.entry));
  if (!row || !entry) return { cancel: 'gone' };
  if (entry.kind === 'called' && !isCalling(row)) return { cancel: 'acknowledged' };
  const item = await itemFor(ground, row, entry, { recipient, call: notice.call });
  return item ? { item } : { cancel: 'not_in_office' };
}

/** A card of an incident as it stands now; null where the recipient may not see it any more. */
export async function retellIncident(ground: Ground, recipient: PersonId, item: Item): Promise<Item | null> {
  const id: IncidentId = item.incident.id;
  const row = await ground.store.find('incident', id);
  const entry = await ground.store.find('incidentEntry', entryId(id, item.entry.no));
  return row && entry && itemFor(ground, row, entry, { recipient, call: item.call });
}

async function itemFor(
  ground: Ground,
  row: IncidentRow,
  entry: IncidentEntryRow,
  { recipient, call }: { recipient: PersonId; call: boolean },
): Promise<Item | null> {
  const { store, postings } = ground;
  if (!maySee(postings, { kind: 'incident', incident: row, viewer: recipient })) return null;
  const { entries, related } = await readIncident(store, row);
  const named = [row, ...entries].flatMap(({ by }) => by);
  const called = [...row.called, row.acknowledgedBy, ...entries.map(({ person }) => person)];
  const scene = await knowing(ground, [...named, ...called]);
  return {
    kind: 'incident',
    incident: incidentFacts(scene, row, entries, related),
    entry: incidentEntryFacts(scene, entry, related),
    call,
    may: incidentVerbsFor(postings, row, recipient),
  };
}
