// The door of this room: facts and a language in, what Slack shows out. Knows no ledger, no clock, no Slack client.
// Every kind of fact has a view; a kind without one does not compile.

import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../domain/campaign.ts';
import type { MessageContent } from '../domain/message-content.ts';
import type { CommandName, Outcome } from '../domain/outcome.ts';

export { decodeAction, decodeForm, type FormName, fieldOf, type Pointer } from './actions.ts';

export type Message = { text: string; blocks: KnownBlock[] };
export type Modal = ModalView;
export type Home = HomeView;

/**
 * What an outcome looks like. `private`: the asker alone may see it, wherever it was asked.
 * `errors`: problems by block id, as a `view_submission` answer wants them; empty where there are none.
 */
export type Rendered =
  | { kind: 'message'; message: Message; private: boolean }
  | { kind: 'modal'; modal: Modal; errors: Record<string, string> }
  | { kind: 'home'; home: Home }
  | { kind: 'file'; name: string; text: string; message: Message };

/** Options of a rendering: `revision` grows with each update of an open form, so that Slack takes its new values. */
export type RenderOptions = { revision?: number };

const stub = (text: string): Message => ({
  text,
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }],
});

/** The language to speak with a person: their own choice, else that of their Slack locale; Chinese where neither is known. */
export function languageOf(person: { language: Language | null; locale: string | null }): Language {
  if (person.language !== null) return person.language;
  return person.locale === null || person.locale === '' || /^zh/i.test(person.locale) ? 'zh' : 'en';
}

/** Words one message row. */
export const renderMessage = (content: MessageContent, _language: Language): Message => stub(content.kind);

/** Words what a command came to. */
export const renderOutcome = (
  outcome: Outcome,
  _language: Language,
  _options: RenderOptions = {},
): Rendered => ({
  kind: 'message',
  message: stub(outcome.kind),
  private: true,
});

/** What a person sees when something went wrong that should not; `id` is in the log. */
export const renderError = (id: string, _language: Language): Message => stub(id);

/** A message as a modal: an answer to whoever opened a form that cannot be shown. */
export const renderInModal = (message: Message, _language: Language): Modal => ({
  type: 'modal',
  title: { type: 'plain_text', text: '督办' },
  blocks: message.blocks,
});
/** A message in place of the Home tab. */
export const renderInHome = (message: Message): Home => ({ type: 'home', blocks: message.blocks });
/** The modal that is opened at once, while the form is being made. */
export const renderLoading = (_language: Language): Modal => ({
  type: 'modal',
  title: { type: 'plain_text', text: '督办' },
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '…' } }],
});
/** The word left in a channel when the answer went to the asker alone. */
export const renderSentPrivately = (_language: Language): Message => stub('…');
/** What a command is called, what may follow its word, and what it does, in one short line. */
export const describeCommand = (
  name: CommandName,
  _language: Language,
): { name: string; arguments: string; what: string } => ({ name, arguments: '', what: name });
