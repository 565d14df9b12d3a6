// What was written in Slack, in words: a message that somebody points at with a shortcut, and the link back to it if Slack
// gives one in time; and what somebody says to Duban itself. Slack's markup is taken back; what was written is not judged here.

import type { ActionInput } from '../domain/actions.ts';
import type { House } from './house.ts';
import { slackUserId, unescaped } from './slack-ids.ts';

export type SlackMessage = { channel: string; ts: string; text: string };

/** Of the three seconds that a trigger lives, the link may take this much. */
const LINK_WITHIN_MS = 1000;

const MARKUP = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/** The people that a text mentions by id alone. */
const mentionedIn = (text: string): string[] =>
  [...text.matchAll(/<@([UW][A-Z0-9]+)>/g)].flatMap(([, id]) => (id ? [id] : []));

function linkInWords(url: string, label: string | undefined): string {
  const address = url.replace(/^(mailto|tel):/, '');
  if (label === undefined || label === address || label === url) return address;
  return `${label}（${address}）`;
}

/**
 * Slack's text as it was meant to be read: names for mentions (`names` by id; the bot's own is left out), labels for channels,
 * addresses for links, and its three escaped characters as typed.
 */
export function plainWords(text: string, names: ReadonlyMap<string, string>, botUserId?: string): string {
  const plain = text.replace(MARKUP, (_whole, sign: string, target: string, label?: string) => {
    if (sign === '@') return target === botUserId ? '' : `@${names.get(target) ?? label ?? target}`;
    if (sign === '#') return `#${label || target}`;
    if (sign === '!') return label ?? (target.startsWith('subteam') ? '' : `@${target}`);
    return linkInWords(target, label);
  });
  return unescaped(plain)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** What calls many at once; to Duban it says nothing. */
const CALLS = /^(?:channel|here|everyone|group|subteam\b)/;

/**
 * What somebody says to Duban as they typed it: links and channels in words, and calls to everybody left out. People whom it
 * mentions stay as Slack names them.
 */
export const saidWords = (text: string): string =>
  unescaped(
    text.replace(MARKUP, (whole, sign: string, target: string, label?: string) => {
      if (sign === '@') return whole;
      if (sign === '#') return `#${label || target}`;
      if (sign === '!') return CALLS.test(target) ? ' ' : (label ?? ' ');
      return linkInWords(target, label);
    }),
  );

async function namesIn(house: House, text: string): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(mentionedIn(text))) {
    const slack = slackUserId(id);
    const name = slack && (await house.people.nameOf(slack));
    if (name) names.set(id, name);
  }
  return names;
}

/** What an action gets of a message: its words, and its permalink unless Slack does not give one within a second. */
export async function messageMeant(
  house: House,
  { channel, ts, text }: SlackMessage,
  botUserId: string | undefined,
): Promise<ActionInput> {
  const [names, permalink] = await Promise.all([
    namesIn(house, text),
    house.web.findPermalink(channel, ts, LINK_WITHIN_MS),
  ]);
  const words = plainWords(text, names, botUserId);
  return { text: words, ...(permalink === null ? {} : { permalink }) };
}
