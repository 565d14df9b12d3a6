// A form that cannot be opened now, because words carry no trigger or the trigger is spent, is offered by a button.

import type { ModalView } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import { decodeForm } from '../actions.ts';
import { actions, button, type Message, message, section } from '../blocks.ts';
import { catalogs } from '../catalog.ts';
import { safe } from '../escape.ts';

/** A message whose button opens this form. */
export function renderOfferedForm(modal: ModalView, language: Language): Message {
  const { forms, words } = catalogs[language];
  const text = forms.offered(modal.title.text);
  const pointer = decodeForm(modal.callback_id ?? '', modal.private_metadata ?? '');
  const open = pointer ? [button(pointer.action, pointer.input, forms.openOffered, 'primary')] : [];
  return message(text, [section(safe(text)), ...actions(open)], words.cut);
}
