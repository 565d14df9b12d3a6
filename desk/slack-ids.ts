// Slack ids that are the same at every start. The stand-in draws its ids at random, but the bot keeps user and channel
// ids in its database, which outlives the stand-in; so the desk names everything after e-mail and channel name.

import { createHash } from 'node:crypto';

export const TEAM_ID = 'T000000001';
export const APP_ID = 'A0DUBAN001';
export const BOT_ID = 'B0DUBAN001';
export const BOT_USER_ID = 'U0DUBAN001';

const named = (prefix: string, what: string): string =>
  prefix + createHash('sha256').update(what).digest('hex').slice(0, 10).toUpperCase();

/** The user id of the person with this e-mail. */
export const userIdOf = (email: string): string => named('U', email);
/** The id of the channel with this name. */
export const channelIdOf = (name: string): string => named('C', name);
/** The id of the direct conversation between this user and the bot. */
export const directIdOf = (userId: string): string => named('D', userId);

/** Exchanges ids in a text, both ways. */
export type IdExchange = { toStandIn(text: string): string; toDesk(text: string): string };

/** Builds the exchange from pairs of the desk's id and the stand-in's; ids are unlike anything else in a payload. */
export function exchangeIds(pairs: readonly (readonly [desk: string, standIn: string])[]): IdExchange {
  const forth = new Map(pairs);
  const back = new Map(pairs.map(([desk, standIn]) => [standIn, desk]));
  return { toStandIn: replacing(forth), toDesk: replacing(back) };
}

function replacing(names: ReadonlyMap<string, string>): (text: string) => string {
  if (names.size === 0) return (text) => text;
  const any = new RegExp([...names.keys()].join('|'), 'g');
  return (text) => text.replace(any, (id) => names.get(id) ?? id);
}
