// What comes from Slack as plain strings and is used as more: ids, and text with its markup taken back.

import { as, type SlackUserId } from '../domain/ids.ts';

/** A Slack user id, or null for anything that is none. */
export const slackUserId = (raw: unknown): SlackUserId | null =>
  typeof raw === 'string' && /^[UW][A-Z0-9]+$/.test(raw) ? as<SlackUserId>(raw) : null;

/** Whether a conversation is a direct message with the bot. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** Text as it was typed: Slack escapes these three in everything it hands on. */
export const unescaped = (text: string): string =>
  text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** The words of a mention without the mention itself, wherever in the line it stands. */
export const withoutMention = (text: string, botUser: string | undefined): string => {
  const own =
    botUser === undefined
      ? /^\s*<@[UW][A-Z0-9]+(\|[^>]{0,100})?>/
      : new RegExp(`<@${botUser}(\\|[^>]{0,100})?>`, 'g');
  return text.replace(own, ' ').replace(/\s+/g, ' ').trim();
};
