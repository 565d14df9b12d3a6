// How an act on an incident is carried out: the incident and whoever acts are read again inside the decision, so that of two
// who act at once the second hears what the first did. What is done about an incident that was joined to another is done
// about that one.

import { readIncident, readShown } from '../../db/reads.ts';
import type { ActionInput } from '../../domain/actions.ts';
import { type Change, expectUnchanged } from '../../domain/change.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import type { PersonId } from '../../domain/ids.ts';
import {
  decideStep,
  type Followed,
  type Following,
  type IncidentDecision,
  type IncidentStep,
} from '../../domain/incident/decide.ts';
import { incidentFacts } from '../../domain/incident/describe.ts';
import type { IncidentRow } from '../../domain/incident/things.ts';
import {
  allowsIncidentAct,
  type IncidentAct,
  incidentVerbsFor,
  mayActOnIncident,
} from '../../domain/incident/verbs.ts';
import { personFacts } from '../../domain/obligation-facts.ts';
import type { Outcome, Refusal } from '../../domain/outcome.ts';
import { inOffice } from '../../domain/recipients.ts';
import { maySee } from '../../domain/sight.ts';
import { dateOf } from '../../domain/zone.ts';
import { readAfresh } from '../afresh.ts';
import type { Context } from '../command.ts';
import { type Decision, decideAndCommit } from '../commit.ts';
import { actingOf, sceneOf } from '../ledger.ts';
import { refused } from '../review-row.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import { chooseIncident, notYours } from './choose.ts';
import { describeIncidents } from './own.ts';

/** A decision that writes nothing: a refusal or a form. */
export const nothing = (outcome: Outcome): Decision => ({ outcome, changes: [] });

/** Why an act is not possible as the incident stands. */
export const stateRefusal = async (
  context: Context,
  verb: IncidentAct,
  row: IncidentRow,
): Promise<Refusal> => ({
  kind: 'incident_state',
  verb,
  incident: (await describeIncidents(context, [row]))[0]!,
});

/** Who of these may see the incident, by the postings of today. */
function whoMaySee({ actor, at }: Context, row: IncidentRow, people: readonly PersonId[]): PersonId[] {
  const { definition } = actor.campaign;
  const held = inOffice(definition, dateOf(at, definition.zone));
  return people.filter((person) =>
    maySee(
      held.filter((posting) => posting.person === person),
      { kind: 'incident', incident: row, viewer: person },
    ),
  );
}

/** An incident with those who were told of it (or of one of `joined`) and may see it, and the messages that show it. */
export async function readFollowed(
  context: Context,
  row: IncidentRow,
  joined: readonly IncidentRow[] = [],
): Promise<Followed> {
  const about = [row, ...joined].map(({ id }) => id);
  const intents = await context.store.list('intent', {
    where: { about: { in: about }, state: { in: ['pending', 'bound'] } },
    orderBy: 'createdAt',
  });
  const told = [...new Set(intents.map(({ recipient }) => recipient))];
  return { row, told: whoMaySee(context, row, told), shown: await readShown(context.store, row.id) };
}

async function readFollowing(context: Context, row: IncidentRow): Promise<Following> {
  const { joined } = await readIncident(context.store, row);
  return {
    ...(await readFollowed(context, row, joined)),
    campaign: context.actor.campaign.definition,
    acting: actingOf(context),
    joined: await Promise.all(joined.map((each) => readFollowed(context, each))),
  };
}

/** What is said of a decision once it stands; `seen` is an incident that the actor may see. */
export async function saying(
  context: Context,
  decided: IncidentDecision,
  seen: IncidentRow = decided.row,
): Promise<Outcome> {
  const { store, actor } = context;
  const known = await sceneOf(context);
  // Whoever was never heard of before is written by the very commit that this is said of.
  const scene = { ...known, people: new Map([...known.people, [actor.person.id, actor.person]]) };
  const { entries, related } = await readIncident(store, seen);
  const isItself = seen.id === decided.row.id;
  return {
    kind: 'incident',
    incident: incidentFacts(scene, seen, isItself ? [...entries, decided.entry] : entries, related),
    may: incidentVerbsFor(actor.postings, seen, actor.person.id),
    did: decided.entry.kind,
    told: decided.told.map((person) => personFacts(scene, person)),
  };
}

/** The changes of a decision, made on the campaign as it was read. */
export const onCampaign = ({ actor }: Context, changes: Change[]): Change[] => [
  ...changes,
  expectUnchanged('campaign', actor.campaign),
];

/** The incident that one was joined to, be it by way of others; itself where it was joined to none. */
async function mainOf({ store }: Context, row: IncidentRow): Promise<IncidentRow> {
  let main = row;
  // Always the later is joined to the earlier, so this ends.
  while (main.joinedTo !== null) {
    const next = await store.find('incident', main.joinedTo);
    if (!next) return main;
    main = next;
  }
  return main;
}

type Step = Exclude<IncidentAct, 'join'>;
const FORMS = { follow_up: 'incident_follow_up', final: 'incident_final' } as const;

/** The form, where words are wanted that are not there or cannot be taken; null where it can be done. */
async function asked(
  context: Context,
  act: Exclude<Step, 'acknowledge'>,
  row: IncidentRow,
  values: Record<string, string> | undefined,
): Promise<Outcome | null> {
  const problems: FieldProblem[] = values ? problemsOf(textProblem('text', values.text ?? '', true)) : [];
  if (values && problems.length === 0) return null;
  const [incident] = await describeIncidents(context, [row]);
  const form = { form: FORMS[act], incident: incident!, values: values ?? {}, problems };
  return values ? refused({ kind: 'form', form }) : { kind: 'ask_form', form };
}

const stepOf = (act: Step, text: string): IncidentStep =>
  act === 'acknowledge' ? { kind: 'acknowledged' } : { kind: act, text };

async function decide(context: Context, act: Step, input: ActionInput): Promise<Decision> {
  const fresh = await readAfresh(context);
  const { postings, person } = fresh.actor;
  const chosen = await chooseIncident(fresh, act, input);
  if ('refusal' in chosen) return nothing(refused(chosen.refusal));
  const { row } = chosen;
  if (!mayActOnIncident(postings, act, row, person.id)) return nothing(refused(notYours(fresh, act)));
  const main = act === 'final' ? row : await mainOf(fresh, row);
  const seen = maySee(postings, { kind: 'incident', incident: main, viewer: person.id }) ? main : row;
  if (!allowsIncidentAct(main, act)) return nothing(refused(await stateRefusal(fresh, act, seen)));
  const ask = act === 'acknowledge' ? null : await asked(fresh, act, row, input.values);
  if (ask) return nothing(ask);
  const decided = decideStep(
    await readFollowing(fresh, main),
    stepOf(act, (input.values?.text ?? '').trim()),
  );
  return {
    outcome: await saying(fresh, decided, seen === main ? decided.row : row),
    changes: onCampaign(fresh, decided.changes),
  };
}

/** 已收到, 续报, 终报: carried out, or asked for what it needs. */
export const actOnIncident = (context: Context, act: Step, input: ActionInput): Promise<Outcome> =>
  decideAndCommit(context, () => decide(context, act, input), input.key);
