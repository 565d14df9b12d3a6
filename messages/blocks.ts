// Builders for the few blocks Duban speaks with. Markup enters as Mrkdwn only; plain text is cleaned and cut here.
// Buttons are made without a number; the message, modal or Home that they end up in numbers them.

import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  HomeView,
  InputBlock,
  KnownBlock,
  ModalView,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
  StaticSelect,
} from '@slack/types';
import type { ActionInput, ActionName } from '../domain/actions.ts';
import { type ChooserKey, chooserId, encodeAction, type FormName, formId } from './actions.ts';
import { excerpt, italic, join, lengthOf, type Mrkdwn, plain } from './escape.ts';

export type Message = { text: string; blocks: KnownBlock[] };

/** Slack's limits (block-kit reference), in code points or items. */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  text: 3000,
  header: 150,
  contextElements: 10,
  actions: 25,
  buttonText: 75,
  value: 2000,
  title: 24,
  id: 255,
  metadata: 3000,
  label: 2000,
  placeholder: 150,
  input: 3000,
  options: 100,
  fewOptions: 10,
  optionText: 75,
  optionValue: 75,
  tableRows: 100,
  tableCells: 20,
  tableCharacters: 10_000,
  fields: 10,
  fieldText: 2000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
} as const;

const HEADLINE_LENGTH = 600;
/** Names and markup round a list may add to it, so a list of lines stops short of the limit. */
const SECTION_LENGTH = 2900;

export const plainText = (text: string, most: number): PlainTextElement => ({
  type: 'plain_text',
  text: plain(text, most) || '–',
  emoji: false,
});

/** Cuts markup at the limit of a text object without leaving half an entity behind. */
const fitted = (text: string, most: number): string =>
  lengthOf(text) <= most
    ? text
    : `${[...text]
        .slice(0, most - 1)
        .join('')
        .replace(/&[a-z]{0,3}$/, '')}…`;

/** One paragraph of markup, with at most one element beside it. */
export const section = (text: Mrkdwn, accessory?: Button | StaticSelect): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: fitted(text.mrkdwn, LIMITS.text) || '–', verbatim: true },
  ...(accessory === undefined ? {} : { accessory }),
});

/** Lines of markup in as few sections as hold them. */
export function sections(lines: readonly Mrkdwn[]): SectionBlock[] {
  const groups: Mrkdwn[][] = [];
  let length = 0;
  for (const line of lines) {
    const size = lengthOf(line.mrkdwn) + 1;
    if (groups.length === 0 || length + size > SECTION_LENGTH) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)!.push(line);
    length += size;
  }
  return groups.map((group) => section(join(group, '\n')));
}

/** Small print. */
export const context = (text: Mrkdwn): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: fitted(text.mrkdwn, LIMITS.text) || '–', verbatim: true }],
});
export const small = (text: string): ContextBlock => context(italic(text));
export const header = (text: string): HeaderBlock => ({
  type: 'header',
  text: plainText(text, LIMITS.header),
});
export const divider = { type: 'divider' } as const;

/** Buttons in rows, none if there are none; what is beyond one block's limit goes into the next. */
export function actions(elements: readonly (Button | StaticSelect)[]): ActionsBlock[] {
  const rows: ActionsBlock[] = [];
  for (let i = 0; i < elements.length; i += LIMITS.actions) {
    rows.push({ type: 'actions', elements: elements.slice(i, i + LIMITS.actions) });
  }
  return rows;
}

/** A button that carries what it asks for; the primary one is what most people want to do. */
export const button = (
  action: ActionName,
  input: ActionInput,
  label: string,
  style?: 'primary' | 'danger',
): Button => ({
  type: 'button',
  ...encodeAction(action, input),
  text: plainText(label, LIMITS.buttonText),
  ...(style === undefined ? {} : { style }),
});

/** A button that asks once more before it acts. */
export const confirmed = (
  asked: Button,
  words: { title: string; text: string; confirm: string; deny: string },
): Button => ({
  ...asked,
  confirm: {
    title: plainText(words.title, LIMITS.confirmTitle),
    text: plainText(words.text, LIMITS.confirmText),
    confirm: plainText(words.confirm, LIMITS.confirmButton),
    deny: plainText(words.deny, LIMITS.confirmButton),
  },
});

export const option = (text: string, value: string): PlainTextOption => ({
  text: plainText(text, LIMITS.optionText),
  value,
});
export const fitsOption = (value: string): boolean => value !== '' && lengthOf(value) <= LIMITS.optionValue;

/** A select that acts at once: the chosen id becomes one part of the input. */
export const chooser = (
  action: ActionName,
  key: ChooserKey,
  placeholder: string,
  options: PlainTextOption[],
): StaticSelect => ({
  type: 'static_select',
  action_id: chooserId(action, key),
  placeholder: plainText(placeholder, LIMITS.placeholder),
  options: options.slice(0, LIMITS.options),
});

type Field = {
  blockId: string;
  label: string;
  hint?: string | undefined;
  required: boolean;
  dispatch?: boolean;
};

/** A labelled field of a form. `dispatch` reports typing while it goes on. */
export const input = (field: Field, element: InputBlock['element']): InputBlock => ({
  type: 'input',
  block_id: field.blockId,
  label: plainText(field.label, LIMITS.label),
  element,
  optional: !field.required,
  ...(field.hint === undefined ? {} : { hint: plainText(field.hint, LIMITS.label) }),
  ...(field.dispatch === true ? { dispatch_action: true } : {}),
});

function numbered<B extends KnownBlock>(blocks: readonly B[]): B[] {
  let count = 0;
  const name = <E extends { type: string }>(element: E): E =>
    element.type === 'button' && 'action_id' in element
      ? { ...element, action_id: `${String(element.action_id)}:${++count}` }
      : element;
  return blocks.map((block) => {
    if (block.type === 'actions') return { ...block, elements: block.elements.map(name) };
    if (block.type === 'section' && block.accessory !== undefined)
      return { ...block, accessory: name(block.accessory) };
    return block;
  });
}

/** Keeps a surface within its number of blocks; the last one then says that there was more. */
const atMost = (blocks: readonly KnownBlock[], most: number, cut: string): KnownBlock[] =>
  blocks.length <= most ? [...blocks] : [...blocks.slice(0, most - 1), small(cut)];

/** A message: a whole sentence for the notification, and its blocks. */
export const message = (text: string, blocks: readonly KnownBlock[], cut: string): Message => ({
  text: excerpt(text.replace(/\n+/g, ' '), HEADLINE_LENGTH).mrkdwn,
  blocks: numbered(atMost(blocks, LIMITS.messageBlocks, cut)),
});

export const home = (blocks: readonly KnownBlock[], cut: string): HomeView => ({
  type: 'home',
  blocks: numbered(atMost(blocks, LIMITS.viewBlocks, cut)),
});

const IN_MODALS = new Set([
  'section',
  'context',
  'actions',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
]);

/** Whether Slack shows all of these in a modal: it takes no tables and no Markdown there (block-kit reference). */
export const fitsModal = ({ blocks }: { blocks: readonly { type: string }[] }): boolean =>
  blocks.length <= LIMITS.viewBlocks && blocks.every(({ type }) => IN_MODALS.has(type));

/** A modal without fields, to be read and closed. */
export const reading = (
  title: string,
  close: string,
  blocks: readonly KnownBlock[],
  cut: string,
): ModalView => ({
  type: 'modal',
  title: plainText(title, LIMITS.title),
  close: plainText(close, LIMITS.title),
  blocks: numbered(atMost(blocks, LIMITS.viewBlocks, cut)),
});

export type FormFrame = {
  form: FormName;
  title: string;
  submit: string;
  close: string;
  pointer: ActionInput;
  notifyOnClose?: boolean;
};

/** A form: its fields, what it is about, and what it asks for when it is submitted. */
export const form = (frame: FormFrame, blocks: readonly KnownBlock[]): ModalView => ({
  type: 'modal',
  callback_id: formId(frame.form),
  private_metadata: JSON.stringify(frame.pointer),
  title: plainText(frame.title, LIMITS.title),
  submit: plainText(frame.submit, LIMITS.title),
  close: plainText(frame.close, LIMITS.title),
  notify_on_close: frame.notifyOnClose === true,
  blocks: numbered(blocks),
});
