// The incidents that are not closed, for Home: those that the actor may see.

import { readIncident } from '../../db/reads.ts';
import { incidentFacts } from '../../domain/incident/describe.ts';
import type { IncidentFacts } from '../../domain/incident/facts.ts';
import type { IncidentRow } from '../../domain/incident/things.ts';
import { maySee } from '../../domain/sight.ts';
import type { Context } from '../command.ts';
import { sceneOf } from '../ledger.ts';

/** Incidents as facts, each with its timeline. */
export async function describeIncidents(
  context: Context,
  rows: readonly IncidentRow[],
): Promise<IncidentFacts[]> {
  const scene = await sceneOf(context);
  return Promise.all(
    rows.map(async (row) => {
      const { entries, related } = await readIncident(context.store, row);
      return incidentFacts(scene, row, entries, related);
    }),
  );
}

/** The incidents of the campaign that the actor may see, newest first. */
export async function visibleIncidents({ store, actor }: Context): Promise<IncidentRow[]> {
  const { campaign, postings, person } = actor;
  const rows = await store.list('incident', { where: { campaign: campaign.id } });
  return rows
    .filter((row) => maySee(postings, { kind: 'incident', incident: row, viewer: person.id }))
    .sort((a, b) => b.year - a.year || b.no - a.no);
}

/** Whether there is still something to be done about it: not closed, and not joined to another. */
export const isOpenIncident = ({ state, joinedTo }: IncidentRow): boolean =>
  state !== 'closed' && joinedTo === null;

/** The incidents that the actor may see and that are not closed, newest first. */
export async function readOpenIncidents(context: Context): Promise<IncidentFacts[]> {
  return describeIncidents(context, (await visibleIncidents(context)).filter(isOpenIncident));
}
