// 换联络员: a unit has another liaison from today. The office proposes it, or the unit's own liaison or head; it is shown
// before it is made. The former one keeps a past; what goes with the office is in amend/hand-over.ts.

import type { ActionInput } from '../domain/actions.ts';
import { unitsKept } from '../domain/amendment.ts';
import type { Posting, Unit } from '../domain/campaign.ts';
import type { FieldProblem, PersonFacts } from '../domain/facts.ts';
import { as, type CivilDate, type UnitId } from '../domain/ids.ts';
import { personFacts, unitFacts } from '../domain/obligation-facts.ts';
import type { Outcome, Refusal } from '../domain/outcome.ts';
import { isOffice } from '../domain/permission.ts';
import { inOffice } from '../domain/recipients.ts';
import { addDays, dateOf } from '../domain/zone.ts';
import { type Edit, propose } from './amend/propose.ts';
import { type Context, defineCommand } from './command.ts';
import { readLeading } from './leading.ts';
import { officeContact, sceneOf } from './ledger.ts';
import { refused } from './review-row.ts';
import {
  type Address,
  findKnown,
  LONGEST_NAME,
  newPersonId,
  readAddress,
  splitPerson,
} from './roster/address.ts';
import { unknownWord } from './targets.ts';
import { problemsOf, textProblem } from './typed-text.ts';

const words = { zh: ['换联络员', '更换联络员'], en: ['replace liaison', 'new liaison'] };

type Values = Record<string, string>;
// Which units, and who

const todayOf = ({ actor, at }: Context): CivilDate => dateOf(at, actor.campaign.definition.zone);

/** The units whose liaison the actor may replace: all for the office, one's own for liaison and head. */
function unitsOpen({ actor, at }: Context): Unit[] {
  const today = dateOf(at, actor.campaign.definition.zone);
  const units = actor.campaign.definition.units.filter(
    ({ kind, to }) => kind !== 'office' && (to === undefined || today <= to),
  );
  if (isOffice(actor.postings)) return units;
  const own = unitsKept(actor.postings);
  return units.filter(({ id }) => own.includes(id));
}

function mayNot(context: Context, unit: UnitId): Refusal | null {
  const campaign = context.actor.campaign.definition;
  const known = campaign.units.find(({ id }) => id === unit);
  if (!known || (known.to !== undefined && known.to < todayOf(context))) return { kind: 'gone', id: unit };
  if (unitsOpen(context).some(({ id }) => id === unit)) return null;
  return { kind: 'not_your_unit', unit: unitFacts(campaign, unit), contact: officeContact(context) };
}

const liaisonsOf = (context: Context, unit: UnitId): Posting[] =>
  inOffice(context.actor.campaign.definition, todayOf(context)).filter(
    (posting) => posting.role === 'liaison' && posting.unit === unit,
  );

async function problemsWith(context: Context, values: Values): Promise<FieldProblem[]> {
  const { name = '', email = '' } = values;
  const address = readAddress(email);
  const length = [...name].length;
  const tooLong =
    length > LONGEST_NAME ? ({ field: 'name', kind: 'too_long', length, most: LONGEST_NAME } as const) : null;
  const wrong: FieldProblem | null = address
    ? null
    : { field: 'email', kind: 'not_an_address', typed: email };
  const problems = problemsOf(
    textProblem('name', name, true) ?? tooLong,
    email === '' ? { field: 'email', kind: 'required' } : wrong,
  );
  if (problems.length > 0 || !address) return problems;
  // Of a bot, or of an account that is gone, the workspace says that nobody has it.
  if ('slack' in address && (await context.workspace?.hasAccount(address)) === false)
    return [{ field: 'email', kind: 'not_an_account', typed: email }];
  const known = await findKnown(context, address);
  return known && known.name !== name.trim()
    ? [{ field: 'email', kind: 'known_under', name: known.name }]
    : [];
}

// What is proposed

type HandOver = { unit: UnitId; name: string; address: Address };

/** The campaign with the former liaisons' postings ended yesterday and the new one's begun today. */
const handedOver =
  (posting: Posting): Edit =>
  (campaign, today) => {
    const liaisons = inOffice(campaign, today).filter(
      ({ role, unit }) => role === 'liaison' && unit === posting.unit,
    );
    const [only, ...others] = liaisons;
    if (only?.person === posting.person && others.length === 0) return campaign;
    const yesterday = addDays(today, -1);
    const left = campaign.people.filter(
      (each) => !liaisons.includes(each) || each.from === undefined || each.from < today,
    );
    const people = left.map((each) => (liaisons.includes(each) ? { ...each, to: yesterday } : each));
    return { ...campaign, people: [...people, { ...posting, from: today }] };
  };

/** Somebody known keeps what the roster says of them. */
async function newLiaison(context: Context, { unit, name, address }: HandOver): Promise<Posting> {
  const known = await findKnown(context, address);
  const elsewhere = inOffice(context.actor.campaign.definition, todayOf(context)).find(
    ({ person }) => person === known?.id,
  );
  const { email = known?.email, slack, phone, language } = elsewhere ?? {};
  return {
    person: known?.id ?? (await newPersonId(context, address)),
    name,
    role: 'liaison',
    unit,
    ...(email && { email }),
    ...(slack && { slack }),
    ...(phone && { phone }),
    ...(language && { language }),
    ...address,
  };
}

async function ask(
  context: Context,
  unit: UnitId,
  values: Values,
  problems: FieldProblem[],
): Promise<Outcome> {
  const scene = await sceneOf(context);
  const [liaison] = liaisonsOf(context, unit);
  const current: PersonFacts | null = liaison ? personFacts(scene, liaison.person) : null;
  const units = unitsOpen(context).map(({ id, name }) => ({ id, name }));
  const form = {
    form: 'replace_liaison' as const,
    units,
    chosen: unitFacts(scene.campaign, unit),
    current,
    values,
    problems,
  };
  return problems.length > 0 ? refused({ kind: 'form', form }) : { kind: 'ask_form', form };
}

function parse(_: string, context: Context, typed: string): ActionInput | { refusal: Refusal } {
  const { unit, text } = readLeading(context, words, typed);
  const person = splitPerson(text);
  if (!unit && person.name && isOffice(context.actor.postings))
    return { refusal: unknownWord(context, person.name.split(' ')[0]!, 'unit') };
  return { ...(unit && { unit: unit.id }), ...(text !== '' && { values: person }) };
}

export const replaceLiaison = defineCommand({
  name: 'replace_liaison',
  words,
  access: 'office_or_unit',
  parse,
  run: async (context, input) => {
    const open = unitsOpen(context);
    const named = input.values?.unit || input.unit;
    const unit = named ? as<UnitId>(named) : open.length === 1 ? open[0]!.id : undefined;
    if (!unit && open.length === 0)
      return refused({
        kind: 'no_role_for',
        command: 'replace_liaison',
        contact: officeContact(context),
      });
    const choices = open.map(({ id, name }) => ({ id, name }));
    if (!unit) return refused({ kind: 'which_unit', command: 'replace_liaison', choices });
    const refusal = mayNot(context, unit);
    if (refusal) return refused(refusal);
    const { values } = input;
    if (!values) return ask(context, unit, { unit }, []);
    const problems = await problemsWith(context, values);
    if (problems.length > 0) return ask(context, unit, { ...values, unit }, problems);
    const name = (values.name ?? '').trim();
    const posting = await newLiaison(context, { unit, name, address: readAddress(values.email ?? '')! });
    return propose(context, 'liaison', handedOver(posting), input.key);
  },
});
