// What was typed into a form, out of Slack's nested view state: text by field id, and files. Nothing is validated here:
// every value goes on as it was typed, so that a form that is refused can show it again.

import { fieldOf } from '../../messages/render.ts';

export type Typed = { values: Record<string, string>; files: { id: string; name: string }[] };

type Option = { value?: string } | null | undefined;
/** The parts of Slack's element states that are read; which of them is there depends on the element's type. */
export type ElementState = {
  type?: string;
  value?: string | null;
  selected_date?: string | null;
  selected_time?: string | null;
  selected_user?: string | null;
  selected_conversation?: string | null;
  selected_option?: Option;
  selected_options?: Option[] | null;
  files?: { id?: string; name?: string }[] | null;
};

/** Several choices are one value, as messages/views/fields.ts writes it. */
const CHOICE_SEPARATOR = ',';

const chosen = (options: Option[]): string =>
  options.flatMap((option) => (option?.value ? [option.value] : [])).join(CHOICE_SEPARATOR);

function textOf(element: ElementState): string {
  switch (element.type) {
    case 'datepicker':
      return element.selected_date ?? '';
    case 'timepicker':
      return element.selected_time ?? '';
    case 'users_select':
      return element.selected_user ?? '';
    case 'conversations_select':
      return element.selected_conversation ?? '';
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return element.selected_option?.value ?? '';
    case 'checkboxes':
    case 'multi_static_select':
      return chosen(element.selected_options ?? []);
    default:
      return element.value ?? '';
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const isElement = (value: unknown): value is ElementState => typeof value === 'object' && value !== null;

/** Reads `view.state.values`; anything that is not of Slack's shape counts as not typed. */
export function readState(state: unknown): Typed {
  const typed: Typed = { values: {}, files: [] };
  for (const [blockId, elements] of Object.entries((state ?? {}) as Record<string, unknown>)) {
    const [actionId, element] = isElement(elements) ? (Object.entries(elements)[0] ?? []) : [];
    // A chooser in a form is a button in other clothes: it acted when it was used and is no field.
    if (!isElement(element) || actionId?.startsWith('do:')) continue;
    if (element.type === 'file_input')
      typed.files.push(...(element.files ?? []).map(({ id = '', name = '' }) => ({ id, name })));
    else typed.values[fieldOf(blockId)] = asText(textOf(element));
  }
  return typed;
}
