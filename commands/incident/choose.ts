// Which incident somebody means: the one a button points at, the one of a number (of the newest year in which they see one),
// or the only one that fits. Of an incident that is not open to them they learn nothing but that.

import type { ActionInput } from '../../domain/actions.ts';
import type { IncidentVerb } from '../../domain/incident/facts.ts';
import type { IncidentRow } from '../../domain/incident/things.ts';
import { allowsIncidentAct, type IncidentAct, mayActOnIncident } from '../../domain/incident/verbs.ts';
import type { Refusal } from '../../domain/outcome.ts';
import { maySee } from '../../domain/sight.ts';
import { readYear } from '../civil-days.ts';
import type { Context } from '../command.ts';
import { officeContact } from '../ledger.ts';
import { describeIncidents, isOpenIncident, visibleIncidents } from './own.ts';

const MOST_CHOICES = 10;

type Chosen = { row: IncidentRow } | { refusal: Refusal };

/** "This is not for you", for a verb that the actor may not use, or an incident that is not open to them. */
export const notYours = (context: Context, verb: IncidentVerb): Refusal => ({
  kind: 'incident_not_yours',
  verb,
  contact: officeContact(context),
});

const isSeen = ({ actor }: Context, row: IncidentRow): boolean =>
  maySee(actor.postings, { kind: 'incident', incident: row, viewer: actor.person.id });

async function pointedAt(context: Context, verb: IncidentVerb, id: string): Promise<Chosen> {
  const row = await context.store.find('incident', id);
  if (row?.campaign !== context.actor.campaign.id) return { refusal: { kind: 'gone', id } };
  return isSeen(context, row) ? { row } : { refusal: notYours(context, verb) };
}

async function numbered(context: Context, verb: IncidentVerb, no: number, year?: string): Promise<Chosen> {
  const { store, actor } = context;
  const rows = await store.list('incident', {
    where: { campaign: actor.campaign.id, no, ...(year && { year: readYear(year) }) },
    orderBy: 'year',
    desc: true,
  });
  if (rows.length === 0)
    return { refusal: { kind: 'no_such_incident', typed: year ? `${year}/${no}` : String(no) } };
  const row = rows.find((each) => isSeen(context, each));
  return row ? { row } : { refusal: notYours(context, verb) };
}

function fits({ actor }: Context, act: IncidentAct, row: IncidentRow): boolean {
  return mayActOnIncident(actor.postings, act, row, actor.person.id) && allowsIncidentAct(row, act);
}

/** The only one that fits; else the only one there is, of which it is then said why it does not. */
async function onlyOne(context: Context, verb: 'show' | IncidentAct): Promise<Chosen> {
  const seen = await visibleIncidents(context);
  if (seen.length === 0) return { refusal: { kind: 'no_such_incident', typed: '' } };
  const open = seen.filter(isOpenIncident);
  const fitting = verb === 'show' ? open : open.filter((row) => fits(context, verb, row));
  const nearest = [fitting, open, seen].find((rows) => rows.length > 0)!;
  const [only, another] = nearest;
  if (only && !another) return { row: only };
  const choices = await describeIncidents(context, nearest.slice(0, MOST_CHOICES));
  return { refusal: { kind: 'which_incident', verb, choices } };
}

/** The incident that is meant by a button or by words; or why there is none. */
export async function chooseIncident(
  context: Context,
  verb: 'show' | IncidentAct,
  { incident, no, period }: ActionInput,
): Promise<Chosen> {
  if (incident) return pointedAt(context, verb, incident);
  if (no !== undefined) return numbered(context, verb, no, period);
  return onlyOne(context, verb);
}
