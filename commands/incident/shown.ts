// 列表, 查看: the incidents that somebody may see, and one of them with its timeline.

import type { ActionInput } from '../../domain/actions.ts';
import { incidentVerbsFor } from '../../domain/incident/verbs.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Context } from '../command.ts';
import { refused } from '../review-row.ts';
import { chooseIncident } from './choose.ts';
import { describeIncidents, visibleIncidents } from './own.ts';

const MOST_LISTED = 20;

/** The incidents that the actor may see, newest first. */
export async function listIncidents(context: Context): Promise<Outcome> {
  const rows = (await visibleIncidents(context)).slice(0, MOST_LISTED);
  const { zone } = context.actor.campaign.definition;
  return { kind: 'incidents', incidents: await describeIncidents(context, rows), now: context.at, zone };
}

/** One incident with its timeline, and what may be done with it. */
export async function showIncident(context: Context, input: ActionInput): Promise<Outcome> {
  const chosen = await chooseIncident(context, 'show', input);
  if ('refusal' in chosen) return refused(chosen.refusal);
  const { postings, person } = context.actor;
  const [incident] = await describeIncidents(context, [chosen.row]);
  const may = incidentVerbsFor(postings, chosen.row, person.id);
  return { kind: 'incident', incident: incident!, may, did: null, told: [] };
}
