// 并入: the office joins two first reports of one matter. Whichever is named first, the later is joined to the earlier, so
// there can be no circle; both are kept as they are.

import type { ActionInput } from '../../domain/actions.ts';
import { decideJoin, inOrder } from '../../domain/incident/decide.ts';
import type { IncidentRow } from '../../domain/incident/things.ts';
import { allowsIncidentAct, mayActOnIncident } from '../../domain/incident/verbs.ts';
import type { AskFormFacts, Outcome } from '../../domain/outcome.ts';
import { readAfresh } from '../afresh.ts';
import type { Context } from '../command.ts';
import { type Decision, decideAndCommit } from '../commit.ts';
import { actingOf } from '../ledger.ts';
import { refused } from '../review-row.ts';
import { chooseIncident, notYours } from './choose.ts';
import { nothing, onCampaign, readFollowed, saying, stateRefusal } from './decision.ts';
import { describeIncidents } from './own.ts';
import { readNumber } from './typed.ts';

const MOST_CHOICES = 20;

/** All others of the campaign, newest first. */
const othersOf = async ({ store, actor }: Context, row: IncidentRow): Promise<IncidentRow[]> => {
  const where = { campaign: actor.campaign.id };
  const rows = await store.list('incident', { where, orderBy: 'at', desc: true });
  return rows.filter(({ id }) => id !== row.id);
};

/** The other one, which a form names by its id and words by its number. */
function otherMeant(others: readonly IncidentRow[], typed: string): IncidentRow | undefined {
  const number = readNumber(typed);
  const numbered = others
    .filter(({ no, year }) => no === number?.no && (!number.period || Number(number.period) === year))
    .sort((a, b) => b.year - a.year);
  return others.find(({ id }) => id === typed) ?? numbered[0];
}

async function ask(
  context: Context,
  row: IncidentRow,
  others: readonly IncidentRow[],
  values: Record<string, string> | undefined,
): Promise<Outcome> {
  const free = others.filter((other) => allowsIncidentAct(other, 'join')).slice(0, MOST_CHOICES);
  const [incident, ...choices] = await describeIncidents(context, [row, ...free]);
  if (choices.length === 0) return refused({ kind: 'no_such_incident', typed: values?.other ?? '' });
  const form = { form: 'incident_join' as const, incident: incident!, choices };
  if (!values) return { kind: 'ask_form', form: { ...form, values: {}, problems: [] } };
  const typed = values.other ?? '';
  const problem: AskFormFacts['problems'][number] =
    typed.trim() === ''
      ? { field: 'other', kind: 'required' }
      : { field: 'other', kind: 'not_a_choice', typed, choices: free.map(({ year, no }) => `${year}/${no}`) };
  return refused({ kind: 'form', form: { ...form, values, problems: [problem] } });
}

async function decide(context: Context, input: ActionInput): Promise<Decision> {
  const fresh = await readAfresh(context);
  const { postings, person, campaign } = fresh.actor;
  const chosen = await chooseIncident(fresh, 'join', input);
  if ('refusal' in chosen) return nothing(refused(chosen.refusal));
  const { row } = chosen;
  if (!mayActOnIncident(postings, 'join', row, person.id)) return nothing(refused(notYours(fresh, 'join')));
  if (!allowsIncidentAct(row, 'join')) return nothing(refused(await stateRefusal(fresh, 'join', row)));
  const others = await othersOf(fresh, row);
  const other = otherMeant(others, input.values?.other ?? '');
  if (!other) return nothing(await ask(fresh, row, others, input.values));
  if (!allowsIncidentAct(other, 'join')) return nothing(refused(await stateRefusal(fresh, 'join', other)));
  const [earlier, later] = inOrder(row, other);
  const scene = { campaign: campaign.definition, acting: actingOf(fresh) };
  const decided = decideJoin(scene, await readFollowed(fresh, earlier), await readFollowed(fresh, later));
  return { outcome: await saying(fresh, decided), changes: onCampaign(fresh, decided.changes) };
}

/** Joins two incidents, or asks which other one is meant. */
export const joinIncidents = (context: Context, input: ActionInput): Promise<Outcome> =>
  decideAndCommit(context, () => decide(context, input), input.key);
