// Turns an incident's rows into facts, so that one incident looks the same on every screen.

import { nameOf, type Scene, unitFacts } from '../obligation-facts.ts';
import type { IncidentEntryFacts, IncidentFacts, IncidentNumber } from './facts.ts';
import { isCalling, wasCalledThrough } from './plan.ts';
import type { IncidentEntryRow, IncidentRow } from './things.ts';

const numberOf = ({ id, year, no }: IncidentRow): IncidentNumber => ({ id, year, no });

const numberIn = (related: readonly IncidentRow[], wanted: string | null): IncidentNumber | null => {
  const row = related.find(({ id }) => id === wanted);
  return row ? numberOf(row) : null;
};

/** One entry as facts; `related` are the incidents that it may name. */
export const incidentEntryFacts = (
  scene: Scene,
  entry: IncidentEntryRow,
  related: readonly IncidentRow[] = [],
): IncidentEntryFacts => {
  const who = entry.person ?? entry.by;
  return {
    no: entry.no,
    kind: entry.kind,
    by: who === null ? '' : nameOf(scene, who),
    at: entry.at,
    text: entry.text,
    other: numberIn(related, entry.other),
  };
};

/**
 * One incident as facts, with its entries in order; `related` are the incident that it was joined to and those that were
 * joined to it (db/reads.ts, `readIncident`).
 */
export function incidentFacts(
  scene: Scene,
  row: IncidentRow,
  entries: readonly IncidentEntryRow[],
  related: readonly IncidentRow[],
): IncidentFacts {
  const { campaign, now } = scene;
  const { what, where, amount, people, done, phoned } = row;
  return {
    now,
    zone: campaign.zone,
    ...numberOf(row),
    campaign: campaign.id,
    campaignName: campaign.name,
    unit: row.unit === null ? null : unitFacts(campaign, row.unit),
    what,
    where,
    amount,
    people,
    done,
    phoned,
    by: nameOf(scene, row.by),
    at: row.at,
    state: row.state,
    acknowledgedBy: row.acknowledgedBy === null ? null : nameOf(scene, row.acknowledgedBy),
    acknowledgedAt: row.acknowledgedAt,
    escalations: row.escalations,
    called: [...new Set(row.called)].map((person) => nameOf(scene, person)),
    nextCallAt: row.nextStepAt,
    calledThrough: isCalling(row) && wasCalledThrough(row.called),
    joinedTo: numberIn(related, row.joinedTo),
    joined: related.filter(({ joinedTo }) => joinedTo === row.id).map(numberOf),
    entries: entries.map((entry) => incidentEntryFacts(scene, entry, related)),
  };
}
