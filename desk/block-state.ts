// What interactive elements are worth: the entry of `state.values` that belongs to each, as it opens and as it is filled.
// Shared by the page and by people who act by themselves. Pure.

import { fieldOf } from '../messages/actions.ts';
import type { Element, Option, StateValues, View } from './block-kit.ts';

/** What to type into a field; undefined leaves what the form was prefilled with. */
export type Typing = (field: string) => string | undefined;

/** The action of a pressed button as it stands in a payload. */
export const actionOf = (element: Element): Record<string, unknown> => ({
  type: element.type,
  action_id: element.action_id,
  text: element.text,
  ...(element.value === undefined ? {} : { value: element.value }),
  ...(element.style === undefined ? {} : { style: element.style }),
});

/** The state of a form as it opened, with what is typed put in. */
export function filled(view: View, typing: Typing): StateValues {
  const values: StateValues = {};
  for (const block of view.blocks) {
    const element = block.element;
    if (!element?.action_id || !block.block_id) continue;
    const typed = typing(fieldOf(block.block_id));
    values[block.block_id] = { [element.action_id]: stateOf(element, typed) };
  }
  return values;
}

/** One entry of `state.values`: its shape depends on the element. */
export function stateOf(element: Element, typed: string | undefined): Record<string, unknown> {
  const { type } = element;
  switch (type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: chosen(element, typed) };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: severalChosen(element, typed) };
    case 'datepicker':
      return { type, selected_date: typed ?? element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: typed ?? element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: typed ? Number(typed) : (element.initial_date_time ?? null) };
    case 'users_select':
      return { type, selected_user: typed ?? element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'file_input':
      return { type, files: [] };
    default:
      return { type, value: typed ?? element.initial_value ?? null };
  }
}

const optionsOf = (element: Element): Option[] =>
  element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];
const isMeant = (option: Option, typed: string): boolean =>
  option.text.text === typed || option.value === typed;

function chosen(element: Element, typed: string | undefined): unknown {
  if (typed === undefined) return element.initial_option ?? null;
  return optionsOf(element).find((option) => isMeant(option, typed)) ?? element.initial_option ?? null;
}

/** Several are typed with commas between them. */
function severalChosen(element: Element, typed: string | undefined): Option[] {
  if (typed === undefined) return element.initial_options ?? [];
  const names = typed.split(',').map((name) => name.trim());
  return optionsOf(element).filter((option) => names.some((name) => isMeant(option, name)));
}
