// 请假、销假: days on which somebody is not reminded and others are in their place. Entered by oneself, by the unit's head
// or by the office (product.md, "Reminders").

import type { ActionInput } from '../domain/actions.ts';
import { audited } from '../domain/audit.ts';
import { type Change, expectUnchanged, insert, move } from '../domain/change.ts';
import type { FieldProblem, PersonFacts } from '../domain/facts.ts';
import { as, type CivilDate, type PersonId } from '../domain/ids.ts';
import { plain } from '../domain/names.ts';
import { personFacts, type Scene, unitFacts } from '../domain/obligation-facts.ts';
import type { Outcome, Refusal } from '../domain/outcome.ts';
import { isOffice } from '../domain/permission.ts';
import { inOffice, presenceOn, recipientsOf } from '../domain/recipients.ts';
import type { LeaveRow } from '../domain/things.ts';
import { addDays, dateOf } from '../domain/zone.ts';
import { readAfresh } from './afresh.ts';
import { findSpan, readDay } from './civil-days.ts';
import { type Context, defineCommand } from './command.ts';
import { type Decision, decideAndCommit } from './commit.ts';
import { actingOf, officeContact, sceneOf } from './ledger.ts';
import { refused } from './review-row.ts';

const words = { zh: ['请假', '销假'], en: ['leave', 'back from leave'] };
const CANCEL = /销假|取消|cancel|back from leave/;
const FILLERS = /请假|销假|取消|从|自|起|期间|我|back from leave|cancel|leave|from|until|\bme\b/g;

type Values = Record<string, string>;
const todayOf = ({ actor, at }: Context): CivilDate => dateOf(at, actor.campaign.definition.zone);
const rosterOf = (context: Context) => inOffice(context.actor.campaign.definition, todayOf(context));

// Who

/** The person named in what was typed, oneself where nobody is; a name that is nobody's is refused with the nearest. */
function personIn(context: Context, text: string): { person: PersonId } | { refusal: Refusal } {
  const people = rosterOf(context);
  const [named] = people
    .filter(({ name }) => text.includes(plain(name)))
    .sort((a, b) => b.name.length - a.name.length);
  const rest = named ? text.replace(plain(named.name), ' ') : text;
  const left = rest.replace(FILLERS, ' ').replace(/\s+/g, ' ').trim();
  if (left === '') return { person: named?.person ?? context.actor.person.id };
  const typed = new Set(left);
  const near = people.filter(({ name }) => [...plain(name)].some((char) => typed.has(char)));
  const facts = near.map(({ person, name }) => ({ id: person, name, slack: null }));
  return { refusal: { kind: 'unknown_member', typed: left, near: facts.slice(0, 1) } };
}

const isHeadOf = ({ actor }: Context, units: readonly (string | undefined)[]): boolean =>
  actor.postings.some(({ role, unit }) => role === 'head' && unit !== undefined && units.includes(unit));

/** Why the actor may not enter leave for this person; null if they may. */
function mayNot(context: Context, person: PersonId): Refusal | null {
  const { actor } = context;
  const units = rosterOf(context)
    .filter((posting) => posting.person === person)
    .map(({ unit }) => unit);
  if (units.length === 0) return { kind: 'gone', id: person };
  if (person === actor.person.id || isOffice(actor.postings) || isHeadOf(context, units)) return null;
  const contact = officeContact(context);
  const unit = units.find((each) => each !== undefined);
  return unit
    ? { kind: 'not_your_unit', unit: unitFacts(actor.campaign.definition, unit), contact }
    : { kind: 'office_only', command: 'leave', contact };
}

const peopleToChoose = (context: Context, scene: Scene): PersonFacts[] =>
  [...new Set(rosterOf(context).map(({ person }) => person))]
    .filter((person) => mayNot(context, person) === null)
    .map((person) => personFacts(scene, person));

// When

function problemsWith(values: Values, today: CivilDate): FieldProblem[] {
  const problem = (field: string): FieldProblem[] => {
    const typed = values[field] ?? '';
    if (typed === '') return [{ field, kind: 'required' }];
    return readDay(typed, today) ? [] : [{ field, kind: 'not_a_date', typed }];
  };
  const unreadable = [...problem('from'), ...problem('to')];
  if (unreadable.length > 0) return unreadable;
  const [from, to] = [readDay(values.from!, today)!, readDay(values.to!, today)!];
  if (to < from) return [{ field: 'to', kind: 'ends_before_start', typed: values.to! }];
  return to < today ? [{ field: 'to', kind: 'in_the_past', typed: values.to! }] : [];
}

const leavesOf = ({ store, actor }: Context, person: PersonId): Promise<LeaveRow[]> =>
  store.list('leave', { where: { campaign: actor.campaign.id, person, cancelled: false } });

/** Who is reminded instead on the first day, where the person is a liaison. */
async function standInsOf(
  context: Context,
  scene: Scene,
  person: PersonId,
  from: CivilDate,
): Promise<PersonFacts[]> {
  const { campaign } = scene;
  const leaves = await context.store.list('leave', { where: { campaign: campaign.id } });
  const presence = presenceOn(from, campaign, leaves, [...scene.people.values()]);
  const away = { ...presence, away: new Set([...presence.away, person]) };
  const units = inOffice(campaign, from).filter(
    (posting) => posting.person === person && posting.role === 'liaison' && posting.unit,
  );
  const told = units.flatMap(({ unit }) => recipientsOf(away, unit!, ['liaison']).told);
  return [...new Set(told.map((each) => each.person))].map((each) => personFacts(scene, each));
}

// What is done

type Asked = { person: PersonId; from: CivilDate; to: CivilDate };

async function decideLeave(context: Context, { person, from, to }: Asked): Promise<Decision> {
  const fresh = await readAfresh(context);
  const refusal = mayNot(fresh, person);
  if (refusal) return { outcome: refused(refusal), changes: [] };
  const scene = await sceneOf(fresh);
  const outcome: Outcome = {
    kind: 'leave_set',
    person: personFacts(scene, person),
    from,
    to,
    told: await standInsOf(fresh, scene, person, from),
    cancelled: false,
    now: fresh.at,
    zone: scene.campaign.zone,
  };
  const leaves = await leavesOf(fresh, person);
  if (leaves.some((leave) => leave.from === from && leave.to === to)) return { outcome, changes: [] };
  const { by, campaign } = actingOf(fresh);
  const id = fresh.newId();
  const changes = [
    insert('leave', { id, campaign, person, from, to, enteredBy: by, deputy: null, cancelled: false }),
    audited(actingOf(fresh), 'leave', { id: person, version: id }, { from, to }),
    expectUnchanged('campaign', fresh.actor.campaign),
  ];
  return { outcome, changes };
}

/** A leave that has begun ends yesterday, for the days before stay as they were; one to come is cancelled. */
function endLeave(leave: LeaveRow, today: CivilDate): Change {
  return leave.from < today
    ? move('leave', leave, { to: addDays(today, -1) })
    : move('leave', leave, { cancelled: true });
}

async function decideReturn(context: Context, person: PersonId): Promise<Decision> {
  const fresh = await readAfresh(context);
  const refusal = mayNot(fresh, person);
  if (refusal) return { outcome: refused(refusal), changes: [] };
  const scene = await sceneOf(fresh);
  const today = todayOf(fresh);
  const leaves = (await leavesOf(fresh, person)).filter(({ to }) => to >= today);
  const outcome: Outcome = {
    kind: 'leave_set',
    person: personFacts(scene, person),
    from: leaves.map(({ from }) => from).sort()[0] ?? today,
    to:
      leaves
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? today,
    told: [],
    cancelled: true,
    now: fresh.at,
    zone: scene.campaign.zone,
  };
  const lines = leaves.map(({ id, version }) =>
    audited(actingOf(fresh), 'leave_cancelled', { id: person, version: `${id}@${version}` }),
  );
  return { outcome, changes: [...leaves.map((leave) => endLeave(leave, today)), ...lines] };
}

async function ask(
  context: Context,
  person: PersonId,
  values: Values,
  problems: FieldProblem[],
): Promise<Outcome> {
  const scene = await sceneOf(context);
  const people = peopleToChoose(context, scene);
  const form = { form: 'leave' as const, people, chosen: personFacts(scene, person), values, problems };
  return problems.length > 0 ? refused({ kind: 'form', form }) : { kind: 'ask_form', form };
}

function parse(rest: string, context: Context, typed: string): ActionInput | { refusal: Refusal } {
  const found = findSpan(rest, todayOf(context));
  if (found && !found.span) return { refusal: { kind: 'bad_range', typed: found.typed } };
  const who = personIn(context, found?.rest ?? rest);
  if ('refusal' in who) return who;
  if (CANCEL.test(plain(typed))) return { person: who.person, verb: 'cancel' };
  return { person: who.person, ...(found?.span && { from: found.span.from, to: found.span.to }) };
}

export const leave = defineCommand({
  name: 'leave',
  words,
  access: 'all',
  parse,
  run: async (context, input) => {
    const person = as<PersonId>(input.values?.person || input.person || context.actor.person.id);
    const refusal = mayNot(context, person);
    if (refusal) return refused(refusal);
    if (input.verb === 'cancel')
      return decideAndCommit(context, () => decideReturn(context, person), input.key);
    const { from, to = from } = input;
    const values = input.values ?? (from && to ? { person, from, to } : null);
    if (!values) return ask(context, person, { person }, []);
    const today = todayOf(context);
    const problems = problemsWith(values, today);
    if (problems.length > 0) return ask(context, person, values, problems);
    const asked = { person, from: readDay(values.from!, today)!, to: readDay(values.to!, today)! };
    return decideAndCommit(context, () => decideLeave(context, asked), input.key);
  },
});
