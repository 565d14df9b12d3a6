// 请假、销假: days on which somebody is not reminded and others are in their place: whoever is named to stand in, else whom the
// unit has. Entered by oneself, by the unit's head or by the office (product.md, "Reminders").

import type { ActionInput } from '../domain/actions.ts';
import { audited } from '../domain/audit.ts';
import type { RecipientRole, Role } from '../domain/campaign.ts';
import { expectUnchanged } from '../domain/change.ts';
import type { FieldProblem, PersonFacts } from '../domain/facts.ts';
import { as, type CivilDate, type PersonId } from '../domain/ids.ts';
import {
  daysOfLeave,
  LEAVE_CHOICES,
  type LeaveChoice,
  type LeaveSpan,
  leavesMet,
  MOST_LEAVE_DAYS,
  overlaps,
  settledBy,
  standingOf,
  united,
} from '../domain/leave.ts';
import { plain } from '../domain/names.ts';
import { personFacts, type Scene, unitFacts } from '../domain/obligation-facts.ts';
import type { Outcome, Refusal } from '../domain/outcome.ts';
import { isOffice } from '../domain/permission.ts';
import { inOffice, presenceOn, recipientsOf } from '../domain/recipients.ts';
import { standInsFor } from '../domain/stand-in.ts';
import type { LeaveRow } from '../domain/things.ts';
import { addDays, dateOf } from '../domain/zone.ts';
import { readAfresh } from './afresh.ts';
import { findSpan, readDay } from './civil-days.ts';
import { type Context, defineCommand } from './command.ts';
import { type Decision, decideAndCommit } from './commit.ts';
import { type AskedLeave, endLeave, leaveChanges, toldStandIn } from './leave/write.ts';
import { actingOf, officeContact, sceneOf } from './ledger.ts';
import { refused } from './review-row.ts';

const words = { zh: ['请假', '销假'], en: ['leave', 'back from leave'] };
const CANCEL = /销假|取消|cancel|back from leave/;
/** 由安副手代, covered by An Fushou: who stands in. */
const STAND_IN =
  /(?:由|委托)\s*([^\s，,。由]{1,40}?)\s*(?:代理|代班|代管|代)(?=$|[\s，,。])|\b(?:covered by|stand-in|deputy)[:：]?\s+(\S.{0,63})$/;
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

const factsOf = (scene: Scene, people: Iterable<PersonId>): PersonFacts[] =>
  [...new Set(people)].map((person) => personFacts(scene, person));

const peopleToChoose = (context: Context): PersonId[] =>
  rosterOf(context)
    .map(({ person }) => person)
    .filter((person) => mayNot(context, person) === null);

/** Whom a stand-in's name or id means, among those who may; null for nobody. */
function standInNamed(context: Context, person: PersonId, typed: string): PersonId | null {
  const people = rosterOf(context);
  const open = standInsFor(people, person);
  const named = people.filter(({ person: id, name }) => id === typed || plain(name) === plain(typed));
  return named.find(({ person: id }) => open.includes(id))?.person ?? null;
}

// When

function problemsWith(context: Context, person: PersonId, values: Values): FieldProblem[] {
  const today = todayOf(context);
  const { deputy = '' } = values;
  const isStranger = deputy !== '' && standInNamed(context, person, deputy) === null;
  return [
    ...problemsOfDays(values, today),
    ...(isStranger
      ? [{ field: 'deputy', kind: 'not_a_stand_in' as const, typed: nameIn(context, deputy) }]
      : []),
  ];
}

const nameIn = (context: Context, typed: string): string =>
  rosterOf(context).find(({ person }) => person === typed)?.name ?? typed;

function problemsOfDays(values: Values, today: CivilDate): FieldProblem[] {
  const problem = (field: string): FieldProblem[] => {
    const typed = values[field] ?? '';
    if (typed === '') return [{ field, kind: 'required' }];
    return readDay(typed, today) ? [] : [{ field, kind: 'not_a_date', typed }];
  };
  const unreadable = [...problem('from'), ...problem('to')];
  if (unreadable.length > 0) return unreadable;
  const [from, to] = [readDay(values.from!, today)!, readDay(values.to!, today)!];
  if (to < from) return [{ field: 'to', kind: 'ends_before_start', typed: values.to! }];
  if (to < today) return [{ field: 'to', kind: 'in_the_past', typed: values.to! }];
  return problemsOfLength({ from, to }, values, today);
}

function problemsOfLength(span: LeaveSpan, { from: typed = '' }: Values, today: CivilDate): FieldProblem[] {
  const latest = addDays(today, MOST_LEAVE_DAYS);
  if (span.from > latest) return [{ field: 'from', kind: 'too_far_ahead', typed, latest }];
  const days = daysOfLeave(span);
  return days > MOST_LEAVE_DAYS ? [{ field: 'to', kind: 'too_many_days', days, most: MOST_LEAVE_DAYS }] : [];
}

const leavesOf = ({ store, actor }: Context, person: PersonId): Promise<LeaveRow[]> =>
  store.list('leave', { where: { campaign: actor.campaign.id, person, cancelled: false } });

/** The ladder's word for somebody of a unit; those of the office are liaison and head of its own duties. */
const REMINDED_AS: Partial<Record<Role, RecipientRole>> = {
  liaison: 'liaison',
  deputy: 'deputy',
  head: 'head',
  office_staff: 'liaison',
  office_director: 'head',
};

type Away = { told: PersonFacts[]; deputyAway: boolean };

/** Who is reminded instead on the first day. */
async function readAway(context: Context, scene: Scene, leave: LeaveRow): Promise<Away> {
  const { campaign } = scene;
  const where = { campaign: campaign.id, cancelled: false };
  const others = (await context.store.list('leave', { where })).filter(({ id }) => id !== leave.id);
  const { person, from, deputy } = leave;
  const presence = presenceOn(from, campaign, [...others, leave], [...scene.people.values()]);
  const instead = inOffice(campaign, from).flatMap((posting) => {
    const role = posting.person === person ? REMINDED_AS[posting.role] : undefined;
    if (!role || !posting.unit) return [];
    const { told } = recipientsOf(presence, posting.unit, [role]);
    return told.filter(({ why }) => why.insteadOf === posting.name).map((each) => each.person);
  });
  const deputyAway = deputy !== null && presence.away.has(deputy);
  const named = deputy !== null && !deputyAway ? [deputy] : [];
  return { told: factsOf(scene, [...named, ...instead]), deputyAway };
}

// What is done

/** What is said of leave that somebody has already and that this one meets. */
function overlapFacts(
  scene: Scene,
  { person, from, to, deputy }: AskedLeave,
  met: readonly LeaveRow[],
): Refusal {
  const merged = united([{ from, to }, ...met]);
  const isNews = met.length > 1 || met[0]!.from !== merged.from || met[0]!.to !== merged.to;
  const isOther = merged.from !== from || merged.to !== to;
  return {
    kind: 'leave_overlaps',
    person: personFacts(scene, person),
    from,
    to,
    deputy: deputy && personFacts(scene, deputy),
    others: met.map((leave) => ({
      from: leave.from,
      to: leave.to,
      deputy: leave.deputy && personFacts(scene, leave.deputy),
    })),
    merged: isNews && isOther && daysOfLeave(merged) <= MOST_LEAVE_DAYS ? merged : null,
    overlaps: met.some((leave) => overlaps(leave, { from, to })),
    now: scene.now,
    zone: scene.campaign.zone,
  };
}

/** What was chosen; `among` is the leave that stood when it was offered. */
type Chosen = { choice: LeaveChoice | null; among: string | undefined };

/** Whether it has to be asked what becomes of leave that this one meets, because that was not said of just this leave. */
function isToBeAsked(asked: AskedLeave, met: readonly LeaveRow[], { choice, among }: Chosen): boolean {
  if (met.length === 0 || settledBy(met, asked, choice)) return false;
  if (choice === null || among !== standingOf(met)) return true;
  if (choice === 'beside') return met.some((leave) => overlaps(leave, asked));
  return choice === 'merge' && daysOfLeave(united([asked, ...met])) > MOST_LEAVE_DAYS;
}

async function decideLeave(context: Context, asked: AskedLeave, chosen: Chosen): Promise<Decision> {
  const fresh = await readAfresh(context);
  const { person } = asked;
  const refusal = mayNot(fresh, person);
  if (refusal) return { outcome: refused(refusal), changes: [] };
  const scene = await sceneOf(fresh);
  const met = leavesMet(await leavesOf(fresh, person), asked, todayOf(fresh));
  if (isToBeAsked(asked, met, chosen))
    return { outcome: refused(overlapFacts(scene, asked, met)), changes: [] };
  const { leave, changes } = leaveChanges(fresh, asked, met, chosen.choice);
  const { from, to, deputy } = leave;
  const outcome: Outcome = {
    kind: 'leave_set',
    person: personFacts(scene, person),
    from,
    to,
    deputy: deputy && personFacts(scene, deputy),
    ...(await readAway(fresh, scene, leave)),
    cancelled: false,
    now: fresh.at,
    zone: scene.campaign.zone,
  };
  if (changes.length === 0) return { outcome, changes };
  return { outcome, changes: [...changes, expectUnchanged('campaign', fresh.actor.campaign)] };
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
    deputy: null,
    deputyAway: false,
    cancelled: true,
    now: fresh.at,
    zone: scene.campaign.zone,
  };
  const lines = leaves.map(({ id, version }) =>
    audited(actingOf(fresh), 'leave_cancelled', { id: person, version: `${id}@${version}` }),
  );
  const told = leaves.flatMap((leave) => toldStandIn(fresh, leave, leave.deputy, true));
  return { outcome, changes: [...leaves.map((leave) => endLeave(leave, today)), ...told, ...lines] };
}

async function ask(
  context: Context,
  person: PersonId,
  values: Values,
  problems: FieldProblem[],
): Promise<Outcome> {
  const scene = await sceneOf(context);
  const open = peopleToChoose(context);
  // Whose leave it is may still be chosen in the form; whoever is no stand-in for them is refused then.
  const roster = rosterOf(context);
  const deputies =
    open.length > 1 ? open.flatMap((each) => standInsFor(roster, each)) : standInsFor(roster, person);
  const { deputy = '' } = values;
  const form = {
    form: 'leave' as const,
    people: factsOf(scene, open),
    chosen: personFacts(scene, person),
    deputies: factsOf(scene, deputies),
    values: deputy === '' ? values : { ...values, deputy: standInNamed(context, person, deputy) ?? deputy },
    problems,
  };
  return problems.length > 0 ? refused({ kind: 'form', form }) : { kind: 'ask_form', form };
}

function parse(rest: string, context: Context, typed: string): ActionInput | { refusal: Refusal } {
  const standIn = STAND_IN.exec(rest);
  const deputy = (standIn?.[1] ?? standIn?.[2] ?? '').trim();
  const left = standIn ? rest.replace(standIn[0], ' ') : rest;
  const found = findSpan(left, todayOf(context));
  if (found && !found.span) return { refusal: { kind: 'bad_range', typed: found.typed } };
  const who = personIn(context, found?.rest ?? left);
  if ('refusal' in who) return who;
  if (CANCEL.test(plain(typed))) return { person: who.person, verb: 'cancel' };
  return {
    person: who.person,
    ...(found?.span && { from: found.span.from, to: found.span.to }),
    ...(deputy !== '' && { text: deputy }),
  };
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
    const { from, to = from, text: deputy = '' } = input;
    const values = input.values ?? (from && to ? { person, from, to, deputy } : null);
    if (!values) return ask(context, person, { person, ...(deputy !== '' && { deputy }) }, []);
    const problems = problemsWith(context, person, values);
    if (problems.length > 0) return ask(context, person, values, problems);
    const today = todayOf(context);
    const asked = {
      person,
      from: readDay(values.from!, today)!,
      to: readDay(values.to!, today)!,
      deputy: values.deputy ? standInNamed(context, person, values.deputy) : null,
    };
    const choice = LEAVE_CHOICES.find((each) => each === input.verb) ?? null;
    return decideAndCommit(
      context,
      () => decideLeave(context, asked, { choice, among: values.among }),
      input.key,
    );
  },
});
