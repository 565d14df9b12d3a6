// 换联络员: a unit has another liaison from today. The office does it, or the unit's own liaison or head. The former one
// keeps a past; what is open goes with the office held, and both are told.

import { personIdOf } from '../documents/campaign-build.ts';
import type { ActionInput } from '../domain/actions.ts';
import { audited } from '../domain/audit.ts';
import type { Campaign, Posting, Unit } from '../domain/campaign.ts';
import { type Change, ensure, move } from '../domain/change.ts';
import type { FieldProblem, PersonFacts } from '../domain/facts.ts';
import { as, type CivilDate, type PersonId, type SlackUserId, type UnitId } from '../domain/ids.ts';
import { standingOf } from '../domain/obligation.ts';
import { personFacts, unitFacts } from '../domain/obligation-facts.ts';
import { slotAfter } from '../domain/office-hours.ts';
import type { Outcome, Refusal } from '../domain/outcome.ts';
import { isOffice } from '../domain/permission.ts';
import { intentOf } from '../domain/plan.ts';
import { inOffice } from '../domain/recipients.ts';
import type { PersonRow } from '../domain/things.ts';
import { addDays, dateOf } from '../domain/zone.ts';
import { readAfresh } from './afresh.ts';
import { type Context, defineCommand } from './command.ts';
import { answeredBefore, type Decision, decideAndCommit } from './commit.ts';
import { readLeading } from './leading.ts';
import { actingOf, officeContact, sceneOf } from './ledger.ts';
import { refused } from './review-row.ts';
import { unknownWord } from './targets.ts';
import { problemsOf, textProblem } from './typed-text.ts';

const words = { zh: ['换联络员', '更换联络员'], en: ['replace liaison', 'new liaison'] };

type Values = Record<string, string>;
/** How somebody is found in Slack: by e-mail, or by the account that was mentioned. */
type Address = { email: string } | { slack: SlackUserId };

// As long as an address can be and no longer: what has no end would be tried again from every letter of a long text.
const MENTION = /<@([UW][A-Z0-9]{1,20})(?:\|[^>]{0,100})?>/;
const EMAIL = /[^\s<>|@:]{1,64}@[^\s<>|@]{1,190}\.[^\s<>|@，,]{1,63}/;
const MAIL_LINK = /<mailto:[^>]{0,600}>/;
const LONGEST_NAME = 64;

function readAddress(typed: string): Address | null {
  const slack = MENTION.exec(typed)?.[1] ?? /^@?([UW][A-Z0-9]{6,})$/.exec(typed.trim())?.[1];
  if (slack) return { slack: as<SlackUserId>(slack) };
  const email = EMAIL.exec(typed.normalize('NFKC'))?.[0];
  return email ? { email } : null;
}

/** Splits `新警官 xin.jg@loudi.example` or `新警官 <@U123|xin>` into name and address. */
function splitPerson(text: string): Values {
  const address = MENTION.exec(text)?.[0] ?? EMAIL.exec(text)?.[0] ?? '';
  const bare = text.replace(MAIL_LINK, ' ').replace(address, ' ');
  return { name: bare.replace(/\s+/g, ' ').trim(), email: address };
}

// Which units, and who

const todayOf = ({ actor, at }: Context): CivilDate => dateOf(at, actor.campaign.definition.zone);

/** The units whose liaison the actor may replace: all for the office, one's own for liaison and head. */
function unitsOpen({ actor }: Context): Unit[] {
  const units = actor.campaign.definition.units.filter(({ kind }) => kind !== 'office');
  if (isOffice(actor.postings)) return units;
  const own = actor.postings.filter(({ role }) => role === 'liaison' || role === 'head');
  return units.filter(({ id }) => own.some(({ unit }) => unit === id));
}

function mayNot(context: Context, unit: UnitId): Refusal | null {
  const campaign = context.actor.campaign.definition;
  if (!campaign.units.some(({ id }) => id === unit)) return { kind: 'gone', id: unit };
  if (unitsOpen(context).some(({ id }) => id === unit)) return null;
  return { kind: 'not_your_unit', unit: unitFacts(campaign, unit), contact: officeContact(context) };
}

const liaisonsOf = (context: Context, unit: UnitId): Posting[] =>
  inOffice(context.actor.campaign.definition, todayOf(context)).filter(
    (posting) => posting.role === 'liaison' && posting.unit === unit,
  );

/** Somebody known by this address, in the roster or from another campaign. */
/** Whoever has the address now: an id made of an e-mail stays with its person when the e-mail moves on. */
async function findKnown({ store }: Context, address: Address): Promise<PersonRow | null> {
  const [known] = await store.list('person', { where: address });
  if (known || 'slack' in address) return known ?? null;
  const alike = await store.find('person', personIdOf(address.email));
  return alike?.email?.toLowerCase() === address.email.toLowerCase() ? alike : null;
}

/** The id of somebody new; one of their own where the address's id is somebody's who had the address before. */
async function newPersonId({ store, newId }: Context, address: Address): Promise<PersonId> {
  const id = personIdOf('email' in address ? address.email : address.slack);
  return (await store.find('person', id)) === null ? id : personIdOf(newId());
}

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
  const known = await findKnown(context, address);
  return known && known.name !== name.trim()
    ? [{ field: 'email', kind: 'known_under', name: known.name }]
    : [];
}

// What is done

type HandOver = { unit: UnitId; name: string; address: Address };

/** The campaign with the former liaisons' postings ended yesterday and the new one's begun today. */
function handedOver(campaign: Campaign, former: readonly Posting[], posting: Posting): Campaign {
  const yesterday = addDays(posting.from!, -1);
  const people = campaign.people.map((each) => (former.includes(each) ? { ...each, to: yesterday } : each));
  return { ...campaign, people: [...people, posting] };
}

function personChange(known: PersonRow | null, posting: Posting): Change[] {
  if (known) {
    const { slack } = posting;
    return slack && slack !== known.slack
      ? [move('person', known, { slack, dm: null, locale: null, trouble: null })]
      : [];
  }
  return [
    ensure('person', {
      id: posting.person,
      name: posting.name,
      email: posting.email ?? null,
      slack: posting.slack ?? null,
      dm: null,
      language: null,
      locale: null,
      trouble: null,
    }),
  ];
}

/** Both are told in the next reminder hours, with how much is open. */
function told(context: Context, unit: UnitId, from: Posting | null, to: Posting, open: number): Change[] {
  const { actor, at } = context;
  const campaign = actor.campaign.definition;
  const slotAt = slotAfter(at, actor.calendar, campaign.zone);
  const notice = {
    kind: 'handed_over' as const,
    unit,
    role: 'liaison' as const,
    from: from?.name ?? null,
    to: to.name,
    open,
  };
  const key = `handed_over:${campaign.id}:${unit}@${actor.campaign.version}`;
  return [from?.person, to.person]
    .filter((person) => person !== undefined)
    .map((person) =>
      ensure(
        'intent',
        intentOf({ campaign, now: at }, `${key}:${person}`, person, notice, { slotAt, about: null }),
      ),
    );
}

async function openRows({ store, actor, at }: Context, unit: UnitId): Promise<number> {
  const rows = await store.list('obligation', {
    where: { campaign: actor.campaign.id, unit, state: { in: ['open', 'returned'] } },
  });
  return rows.filter((row) => ['due', 'returned', 'overdue'].includes(standingOf(row, at))).length;
}

async function decide(context: Context, { unit, name, address }: HandOver): Promise<Decision> {
  const fresh = await readAfresh(context);
  const refusal = mayNot(fresh, unit);
  if (refusal) return { outcome: refused(refusal), changes: [] };
  const { campaign: row } = fresh.actor;
  const known = await findKnown(fresh, address);
  const person = known?.id ?? (await newPersonId(fresh, address));
  const email = known?.email ? { email: known.email } : {};
  const posting: Posting = {
    person,
    name,
    role: 'liaison',
    unit,
    ...email,
    ...address,
    from: todayOf(fresh),
  };
  const former = liaisonsOf(fresh, unit);
  const [from = null] = former;
  const open = await openRows(fresh, unit);
  const scene = await sceneOf(fresh);
  const slack = known?.slack ?? posting.slack ?? null;
  const outcome: Outcome = {
    kind: 'liaison_replaced',
    unit: unitFacts(row.definition, unit),
    from: from && personFacts(scene, from.person),
    to: { id: person, name, slack },
    open,
  };
  if (former.length === 1 && from?.person === person) return { outcome, changes: [] };
  const definition = handedOver(row.definition, former, posting);
  const detail = { from: from?.name ?? null, to: name };
  const changes = [
    move('campaign', row, { definition, definitionNo: row.definitionNo + 1 }),
    ...personChange(known, posting),
    ...told(fresh, unit, from, posting, open),
    audited(actingOf(fresh), 'replace_liaison', { id: unit, unit, version: row.version }, detail),
  ];
  return { outcome, changes };
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
    if (refusal) return (await answeredBefore(context, input.key)) ?? refused(refusal);
    const { values } = input;
    if (!values) return ask(context, unit, { unit }, []);
    const problems = await problemsWith(context, values);
    if (problems.length > 0) return ask(context, unit, { ...values, unit }, problems);
    const name = (values.name ?? '').trim();
    const handOver: HandOver = { unit, name, address: readAddress(values.email ?? '')! };
    return decideAndCommit(context, () => decide(context, handOver), input.key);
  },
});
