// What the roster says of one person, and which posts they hold: changed, added, ended; somebody new is added with a post. The
// office changes everybody; a unit's liaison and head those who stand for their unit alone. A change of the liaison with all
// that goes with it is 换联络员 (replace-liaison.ts).

import type { ActionInput } from '../../domain/actions.ts';
import { type Account, type Patch, unitsKept } from '../../domain/amendment.ts';
import type { Campaign, Language, Posting, Role } from '../../domain/campaign.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import { as, type CivilDate, type PersonId, type UnitId } from '../../domain/ids.ts';
import { personFacts, unitFacts } from '../../domain/obligation-facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { isOffice } from '../../domain/permission.ts';
import type { HeldPost } from '../../domain/roster-facts.ts';
import { addDays } from '../../domain/zone.ts';
import { type Edit, propose } from '../amend/propose.ts';
import type { Context } from '../command.ts';
import { officeContact, sceneOf } from '../ledger.ts';
import { refused } from '../review-row.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import { findKnown, LONGEST_NAME, newPersonId, readAddress } from './address.ts';
import { mayChange, rosterOf } from './read.ts';

const LONGEST_PHONE = 32;
const LANGUAGES: readonly string[] = ['zh', 'en'];
/** The posts of a unit that its own people may give; its liaison changes hands by 换联络员. */
const OWN_ROLES: readonly Role[] = ['deputy', 'head'];
const OFFICE_ROLES: readonly Role[] = ['office_staff', 'office_director'];
const UNIT_ROLES: readonly Role[] = ['liaison', 'deputy', 'head'];
const ALL_ROLES: readonly Role[] = [...UNIT_ROLES, ...OFFICE_ROLES, 'leader', 'deputy_leader', 'inspector'];

type Values = Record<string, string>;
const keyOf = ({ role, unit }: Posting): string => `${role}/${unit ?? ''}`;

const heldBy = (context: Context, person: PersonId | null): Posting[] =>
  rosterOf(context).filter((posting) => posting.person === person);

const rolesOpen = ({ actor }: Context): readonly Role[] => (isOffice(actor.postings) ? ALL_ROLES : OWN_ROLES);

function unitsOpen({ actor }: Context) {
  const { units } = actor.campaign.definition;
  if (isOffice(actor.postings)) return units.filter(({ kind }) => kind !== 'office');
  const kept = unitsKept(actor.postings);
  return units.filter(({ id }) => kept.includes(id));
}

/** The unit of a new post: the office's own for its people, none for leaders and inspectors. */
function unitOfPost(campaign: Campaign, role: Role, chosen: string): UnitId | undefined {
  if (OFFICE_ROLES.includes(role)) return campaign.units.find(({ kind }) => kind === 'office')?.id;
  return UNIT_ROLES.includes(role) ? as<UnitId>(chosen) : undefined;
}

// What is wrong

const tooLong = (field: string, text: string, most: number): FieldProblem | null =>
  [...text].length > most ? { field, kind: 'too_long', length: [...text].length, most } : null;

async function emailProblem(
  context: Context,
  person: PersonId | null,
  { email = '', name = '' }: Values,
): Promise<FieldProblem | null> {
  if (email === '') return person ? null : { field: 'email', kind: 'required' };
  const address = readAddress(email);
  if (!address || !('email' in address)) return { field: 'email', kind: 'not_an_address', typed: email };
  const known = await findKnown(context, address);
  const isAnother = known !== null && (person ? known.id !== person : known.name !== name.trim());
  return isAnother ? { field: 'email', kind: 'known_under', name: known.name } : null;
}

function postProblem(
  context: Context,
  person: PersonId | null,
  { role = '', unit = '' }: Values,
): FieldProblem | null {
  const roles = rolesOpen(context);
  if (role === '') return person ? null : { field: 'role', kind: 'required' };
  if (!(roles as readonly string[]).includes(role))
    return { field: 'role', kind: 'not_a_choice', typed: role, choices: [...roles] };
  if (!UNIT_ROLES.includes(role as Role)) return null;
  if (unit === '') return { field: 'unit', kind: 'required' };
  const open = unitsOpen(context);
  return open.some(({ id }) => id === unit)
    ? null
    : { field: 'unit', kind: 'not_a_choice', typed: unit, choices: open.map(({ name }) => name) };
}

async function problemsWith(
  context: Context,
  person: PersonId | null,
  values: Values,
): Promise<FieldProblem[]> {
  const { name = '', phone = '' } = values;
  return problemsOf(
    textProblem('name', name, true) ?? tooLong('name', name, LONGEST_NAME),
    textProblem('phone', phone, false) ?? tooLong('phone', phone, LONGEST_PHONE),
    await emailProblem(context, person, values),
    postProblem(context, person, values),
  );
}

// What is proposed

type Details = Pick<Posting, 'name'> & { email?: string; phone?: string; language?: Language };

function detailsIn({ name = '', email = '', phone = '', language = '' }: Values): Details {
  const address = readAddress(email);
  return {
    name: name.trim(),
    ...(address && 'email' in address && { email: address.email }),
    ...(phone.trim() !== '' && { phone: phone.trim() }),
    ...(LANGUAGES.includes(language) && { language: language as Language }),
  };
}

/** What was held ended yesterday; what began today was never held. */
const ended = (posting: Posting, today: CivilDate): Posting[] =>
  posting.from !== undefined && posting.from >= today ? [] : [{ ...posting, to: addDays(today, -1) }];

const edited =
  (person: PersonId, values: Values, post: Pick<Posting, 'role' | 'unit'> | null): Edit =>
  (campaign, today) => {
    const ends = (values.end ?? '').split(',');
    const details = detailsIn(values);
    const isOver = ({ to }: Posting) => to !== undefined && to < today;
    const people = campaign.people.flatMap((posting) => {
      if (posting.person !== person || isOver(posting)) return [posting];
      const { name: _, email: __, phone: ___, language: ____, ...kept } = posting;
      const changed: Posting = { ...kept, ...details };
      return ends.includes(keyOf(posting)) ? ended(changed, today) : [changed];
    });
    const slack = campaign.people.find((posting) => posting.person === person && !isOver(posting))?.slack;
    const isHeld = people.some(
      (each) =>
        each.person === person &&
        !isOver(each) &&
        post !== null &&
        keyOf(each) === keyOf({ ...each, ...post }),
    );
    const added =
      post && !isHeld ? [{ person, ...details, ...(slack && { slack }), ...post, from: today }] : [];
    return { ...campaign, people: [...people, ...added] };
  };

// What is asked

const heldFacts = (campaign: Campaign, postings: readonly Posting[]): HeldPost[] =>
  postings.map((posting) => ({
    key: keyOf(posting),
    role: posting.role,
    unit: posting.unit ? unitFacts(campaign, posting.unit) : null,
  }));

function valuesOf([posting]: readonly Posting[]): Values {
  const { name = '', phone = '', email = '', language = 'slack' } = posting ?? {};
  return { name, phone, email, language };
}

async function ask(
  context: Context,
  person: PersonId | null,
  values: Values,
  problems: FieldProblem[],
): Promise<Outcome> {
  const scene = await sceneOf(context);
  const form = {
    form: 'roster_person' as const,
    person: person && personFacts(scene, person),
    held: heldFacts(scene.campaign, heldBy(context, person)),
    roles: [...rolesOpen(context)],
    units: unitsOpen(context).map(({ id, name }) => ({ id, name })),
    values,
    problems,
  };
  return problems.length > 0 ? refused({ kind: 'form', form }) : { kind: 'ask_form', form };
}

/** Changes a person, or adds one where none is named: asks, or proposes what was filled in. */
export async function runPerson(context: Context, input: ActionInput): Promise<Outcome> {
  const { postings } = context.actor;
  const contact = officeContact(context);
  const person = input.person ? as<PersonId>(input.person) : null;
  const held = heldBy(context, person);
  if (person && held.length === 0) return refused({ kind: 'gone', id: person });
  if (person ? !mayChange(context, person) : !isOffice(postings) && unitsKept(postings).length === 0)
    return refused({ kind: 'office_only', command: 'roster', contact });
  if (!input.values)
    return ask(context, person, { ...valuesOf(held), ...(input.unit && { unit: input.unit }) }, []);
  const { values } = input;
  const problems = await problemsWith(context, person, values);
  if (problems.length > 0) return ask(context, person, values, problems);
  const { role = '', unit = '' } = values;
  const campaign = context.actor.campaign.definition;
  const unitOf = role === '' ? undefined : unitOfPost(campaign, role as Role, unit);
  const post = role === '' ? null : { role: role as Role, ...(unitOf && { unit: unitOf }) };
  const id = person ?? (await personMeant(context, values));
  const accounts = person ? await accountPatches(context, person, held, values) : [];
  return propose(context, 'person', edited(id, values, post), input.key, accounts);
}

/**
 * Another e-mail lets the account go that was found by the former one; undone, it is given back. Nobody locks themself out:
 * the one who changes their own e-mail keeps the account that they are using.
 */
async function accountPatches(
  { store, actor }: Context,
  person: PersonId,
  [posting]: readonly Posting[],
  values: Values,
): Promise<Patch[]> {
  const row = await store.find('person', person);
  const { email } = detailsIn(values);
  if (!row?.slack || email === undefined || email.toLowerCase() === row.email?.toLowerCase()) return [];
  const { slack, trouble } = row;
  const kept = posting?.slack ?? (person === actor.person.id ? slack : null);
  const after: Account = kept === slack ? { slack, trouble } : { slack: kept, trouble: null };
  return [{ part: 'account', key: person, before: { slack, trouble } satisfies Account, after }];
}

/** Somebody new to this roster may be known from another campaign, or have stood here before. */
async function personMeant(context: Context, { email = '' }: Values): Promise<PersonId> {
  const address = readAddress(email)!;
  return (await findKnown(context, address))?.id ?? newPersonId(context, address);
}
