// A form that cannot be opened now, because words carry no trigger or the trigger is spent, is offered by a button.

import type { Language } from '../domain/campaign.ts';
import { encodeAction } from '../messages/actions.ts';
import { decodeForm, type Message, type Modal } from '../messages/render.ts';

const WORDS: Record<Language, { text: (title: string) => string; open: string }> = {
  zh: { text: (title) => `请点按钮打开表单：${title}`, open: '打开表单' },
  en: { text: (title) => `Press the button to open the form: ${title}`, open: 'Open the form' },
};

/** A message whose button opens this form. */
export function offerForm(modal: Modal, language: Language): Message {
  const words = WORDS[language];
  const text = words.text(modal.title.text);
  const pointer = decodeForm(modal.callback_id ?? '', modal.private_metadata ?? '');
  const section = { type: 'section' as const, text: { type: 'plain_text' as const, text } };
  if (!pointer) return { text, blocks: [section] };
  const { action_id, value } = encodeAction(pointer.action, pointer.input);
  const button = {
    type: 'button' as const,
    action_id: `${action_id}:0`,
    value,
    style: 'primary' as const,
    text: { type: 'plain_text' as const, text: words.open },
  };
  return { text, blocks: [section, { type: 'actions', elements: [button] }] };
}
