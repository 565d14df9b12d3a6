// What the bot itself knows of people: the language to speak with them, and what Slack says of their accounts.

import type { Store } from '../db/store.ts';
import type { Language } from '../domain/campaign.ts';
import { move } from '../domain/change.ts';
import type { SlackUserId } from '../domain/ids.ts';
import type { PersonRow } from '../domain/things.ts';
import { languageOf } from '../messages/render.ts';
import type { Directory } from '../scheduler/ports.ts';
import type { SlackAccount } from './house.ts';
import type { Log } from './log.ts';

/** A stranger waits for an answer while Slack is asked for their locale. */
const PATIENCE_MS = 800;
const MOST_STRANGERS = 1000;

/** Answers the language to speak with somebody; a stranger's is that of their Slack, if it can be learnt quickly. */
export function createLanguages(store: Store, directory: Directory): (who: SlackUserId) => Promise<Language> {
  const strangers = new Map<SlackUserId, string>();
  const localeOf = async (slack: SlackUserId): Promise<string | null> => {
    const known = strangers.get(slack);
    if (known !== undefined) return known;
    const found = await directory.findUser({ slack });
    if (found.kind !== 'found' || found.locale === null) return null;
    if (strangers.size >= MOST_STRANGERS) strangers.clear();
    strangers.set(slack, found.locale);
    return found.locale;
  };
  return async (who) => {
    const [person] = await store.list('person', { where: { slack: who }, limit: 1 });
    if (person) return languageOf(person);
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), PATIENCE_MS);
    });
    const locale = await Promise.race([localeOf(who).catch(() => null), enough]);
    clearTimeout(timer);
    return languageOf({ language: null, locale });
  };
}

function changed(person: PersonRow, { locale, isDeactivated }: SlackAccount): Partial<PersonRow> {
  const wasDeactivated = person.trouble === 'deactivated';
  return {
    ...(locale !== null && locale !== person.locale && { locale }),
    ...(isDeactivated && !wasDeactivated && { trouble: 'deactivated' as const }),
    ...(!isDeactivated && wasDeactivated && { trouble: null }),
  };
}

/** Writes down what Slack says of an account; what is overtaken meanwhile is learnt at the next look-up. */
export async function changePerson(store: Store, account: SlackAccount, log: Log): Promise<void> {
  for (const person of await store.list('person', { where: { slack: account.slack } })) {
    const columns = changed(person, account);
    if (Object.keys(columns).length === 0) continue;
    const { kind } = await store.commit([move('person', person, columns)]);
    log.info({ person: person.id, changed: Object.keys(columns), kind }, 'account changed');
  }
}
