// 绑定: which Slack account is whose, where the e-mail does not tell: the office binds somebody by hand, gives another e-mail, or
// unbinds them. An account belongs to one person; who has it is said. What waits for somebody goes out once they are found
// (scheduler/meet.ts).

import type { ActionInput } from '../../domain/actions.ts';
import type { Account, Patch } from '../../domain/amendment.ts';
import type { Posting } from '../../domain/campaign.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import { as, type PersonId, type SlackUserId } from '../../domain/ids.ts';
import { plain } from '../../domain/names.ts';
import { personFacts } from '../../domain/obligation-facts.ts';
import type { Outcome, Refusal } from '../../domain/outcome.ts';
import { isOffice } from '../../domain/permission.ts';
import type { PersonRow } from '../../domain/things.ts';
import { findAccountHolder } from '../amend/accounts.ts';
import { type Edit, propose } from '../amend/propose.ts';
import type { Context } from '../command.ts';
import { officeContact, sceneOf } from '../ledger.ts';
import { refused } from '../review-row.ts';
import { type Address, findKnown, readAddress, splitPerson } from './address.ts';
import { nearestPerson } from './find.ts';
import { rosterOf } from './read.ts';

const UNBINDING = /解除绑定|解绑|\bunbind\b/;
const WORDS = /解除绑定|解绑|绑定|\bunbind\b|\bbind\b/gi;
const FILLERS = /(?:的|slack|账号|帐号|account|\bto\b|到|为)/gi;

/** Whether the typed words ask for a binding. */
export const isBinding = (typed: string): boolean => /绑定|解绑|\b(?:un)?bind\b/.test(plain(typed));

/** Reads `绑定 安警官 <@U123>`, `绑定 安警官 an@loudi.example`, `解除绑定 安警官`. */
export function parseBinding(context: Context, typed: string): ActionInput | { refusal: Refusal } {
  const { name, email } = splitPerson(typed.replace(WORDS, ' '));
  const said = plain(name.replace(FILLERS, ' '));
  const verb = UNBINDING.test(plain(typed)) ? 'unbind' : 'bind';
  if (said === '') return {};
  const postings = rosterOf(context);
  const people = [
    ...new Set(postings.filter((each) => plain(each.name) === said).map(({ person }) => person)),
  ];
  const [person] = people;
  if (people.length > 1) return { text: said };
  if (person === undefined) return { refusal: stranger(postings, said) };
  if (verb === 'unbind' || email === '') return { verb, person };
  const address = readAddress(email);
  const values: Record<string, string> =
    address && 'slack' in address ? { account: address.slack } : { email };
  return { verb, person, values };
}

function stranger(postings: readonly Posting[], typed: string): Refusal {
  const near = nearestPerson(postings, typed);
  return {
    kind: 'unknown_member',
    typed,
    near: near ? [{ id: near.person, name: near.name, slack: null }] : [],
    askedFor: { action: 'roster', input: { verb: 'bind' } },
  };
}

// Who may, and whom

async function personMeant(context: Context, { person }: ActionInput): Promise<PersonRow | Outcome> {
  if (!isOffice(context.actor.postings))
    return refused({ kind: 'office_only', command: 'roster', contact: officeContact(context) });
  const isHere = rosterOf(context).some((posting) => posting.person === person);
  const row = isHere && person ? await context.store.find('person', person) : null;
  return row ?? refused({ kind: 'gone', id: person ?? '' });
}

const isOutcome = (found: PersonRow | Outcome): found is Outcome => 'kind' in found;

// What is proposed

/** Says in all of somebody's posts how they are found in Slack; null: not by an account. */
const addressed =
  (person: PersonId, email: string | null, slack: SlackUserId | null): Edit =>
  (campaign, today) => ({
    ...campaign,
    people: campaign.people.map((posting) => {
      if (posting.person !== person || (posting.to !== undefined && posting.to < today)) return posting;
      const { slack: _, ...rest } = posting;
      return { ...rest, ...(email !== null && { email }), ...(slack && { slack }) };
    }),
  });

const accountPatch = ({ id, slack, trouble }: PersonRow, after: Account): Patch => ({
  part: 'account',
  key: id,
  before: { slack, trouble } satisfies Account,
  after,
});

const proposeBinding = (
  context: Context,
  row: PersonRow,
  email: string | null,
  after: Account,
  key: string | undefined,
): Promise<Outcome> =>
  propose(context, 'binding', addressed(row.id, email, after.slack), key, [accountPatch(row, after)]);

// What is asked

/** A member that was chosen is an id alone; one that was typed, a mention. */
function chosenAccount(account: string): { slack: SlackUserId } | null {
  if (/^[UW][A-Z0-9]{1,20}$/.test(account)) return { slack: as<SlackUserId>(account) };
  const address = readAddress(account);
  return address && 'slack' in address ? address : null;
}

async function problemsWith(
  context: Context,
  row: PersonRow,
  { account = '', email = '' }: Record<string, string>,
): Promise<{ problems: FieldProblem[]; address: Address | null }> {
  if (account !== '') {
    const address = chosenAccount(account);
    if (!address)
      return { problems: [{ field: 'account', kind: 'not_an_account', typed: account }], address };
    const holder = await findAccountHolder(context, address.slack, row.id);
    // Of a bot, or of an account that is gone, the workspace says that nobody has it.
    if ((await context.workspace?.hasAccount(address)) === false)
      return { problems: [{ field: 'account', kind: 'not_an_account', typed: account }], address: null };
    return { problems: holder ? [{ field: 'account', kind: 'account_taken', ...holder }] : [], address };
  }
  const address = readAddress(email);
  if (email === '') return { problems: [{ field: 'account', kind: 'required' }], address: null };
  if (!address || !('email' in address))
    return { problems: [{ field: 'email', kind: 'not_an_address', typed: email }], address: null };
  const known = await findKnown(context, address);
  const isAnother = known !== null && known.id !== row.id;
  return {
    problems: isAnother ? [{ field: 'email', kind: 'known_under', name: known.name }] : [],
    address,
  };
}

async function ask(
  context: Context,
  row: PersonRow,
  values: Record<string, string>,
  problems: FieldProblem[],
): Promise<Outcome> {
  const person = personFacts(await sceneOf(context), row.id);
  const bound = row.slack !== null && row.trouble === null;
  const form = { form: 'roster_bind' as const, person, email: row.email, bound, values, problems };
  return problems.length > 0 ? refused({ kind: 'form', form }) : { kind: 'ask_form', form };
}

/** Whether somebody is bound like that already: to this very account, or to the one that this e-mail led to. */
function isBoundSo(context: Context, row: PersonRow, address: Address): boolean {
  if (row.slack === null || row.trouble !== null) return false;
  if ('slack' in address) return row.slack === address.slack;
  const isByHand = rosterOf(context).some(({ person, slack }) => person === row.id && slack !== undefined);
  return !isByHand && row.email?.toLowerCase() === address.email.toLowerCase();
}

/** Binds somebody to an account, or to the account behind another e-mail: asks, or proposes what was filled in. */
export async function runBind(context: Context, input: ActionInput): Promise<Outcome> {
  const row = await personMeant(context, input);
  if (isOutcome(row)) return row;
  if (!input.values) return ask(context, row, {}, []);
  const { problems, address } = await problemsWith(context, row, input.values);
  if (problems.length > 0 || !address) return ask(context, row, input.values, problems);
  const isByHand = 'slack' in address;
  if (isBoundSo(context, row, address)) return refused({ kind: 'nothing_changes', subject: 'binding' });
  const after: Account = { slack: isByHand ? address.slack : null, trouble: null };
  return proposeBinding(context, row, isByHand ? null : address.email, after, input.key);
}

/** Takes the account from somebody; they are not looked for again until they are bound. */
export async function runUnbind(context: Context, input: ActionInput): Promise<Outcome> {
  const row = await personMeant(context, { ...input, person: as<PersonId>(input.person ?? '') });
  if (isOutcome(row)) return row;
  if (row.slack === null) return refused({ kind: 'nothing_changes', subject: 'binding' });
  return proposeBinding(context, row, null, { slack: null, trouble: 'unbound' }, input.key);
}
