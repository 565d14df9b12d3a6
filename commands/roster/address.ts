// How people are named with where they are found in Slack: by e-mail, or by the account that was mentioned; and who that is.

import { personIdOf } from '../../documents/campaign-build.ts';
import { as, type PersonId, type SlackUserId } from '../../domain/ids.ts';
import type { PersonRow } from '../../domain/things.ts';
import type { Context } from '../command.ts';

/** How somebody is found in Slack: by e-mail, or by the account that was mentioned. */
export type Address = { email: string } | { slack: SlackUserId };

// As long as an address can be and no longer: what has no end would be tried again from every letter of a long text.
const MENTION = /<@([UW][A-Z0-9]{1,20})(?:\|[^>]{0,100})?>/;
const EMAIL = /[^\s<>|@:]{1,64}@[^\s<>|@]{1,190}\.[^\s<>|@，,]{1,63}/;
const MAIL_LINK = /<mailto:[^>]{0,600}>/;
export const LONGEST_NAME = 64;

/** Reads an e-mail or a mentioned account out of a text; null where there is neither. */
export function readAddress(typed: string): Address | null {
  const slack = MENTION.exec(typed)?.[1] ?? /^@?([UW][A-Z0-9]{6,})$/.exec(typed.trim())?.[1];
  if (slack) return { slack: as<SlackUserId>(slack) };
  const email = EMAIL.exec(typed.normalize('NFKC'))?.[0];
  return email ? { email } : null;
}

/** Splits `新警官 xin.jg@loudi.example` or `新警官 <@U123|xin>` into name and address. */
export function splitPerson(text: string): { name: string; email: string } {
  const address = MENTION.exec(text)?.[0] ?? EMAIL.exec(text)?.[0] ?? '';
  const bare = text.replace(MAIL_LINK, ' ').replace(address, ' ');
  return { name: bare.replace(/\s+/g, ' ').trim(), email: address };
}

/** Whoever has the address now: an id made of an e-mail stays with its person when the e-mail moves on. */
export async function findKnown({ store }: Context, address: Address): Promise<PersonRow | null> {
  const [known] = await store.list('person', { where: address });
  if (known || 'slack' in address) return known ?? null;
  const alike = await store.find('person', personIdOf(address.email));
  return alike?.email?.toLowerCase() === address.email.toLowerCase() ? alike : null;
}

/** The id of somebody new; one of their own where the address's id is somebody's who had the address before. */
export async function newPersonId({ store, newId }: Context, address: Address): Promise<PersonId> {
  const id = personIdOf('email' in address ? address.email : address.slack);
  return (await store.find('person', id)) === null ? id : personIdOf(newId());
}
