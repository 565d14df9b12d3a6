// A form put back before the person after Slack has already shown something else in its place: the view that was submitted,
// with what was typed as its initial values, under a word on why it is back. Files cannot be put back; Slack keeps those.

import type { KnownBlock } from '@slack/types';
import { blockIdOf, fieldOf, type Message, type Modal } from '../../messages/render.ts';
import type { SlackView } from './open-form.ts';
import type { ElementState } from './read-state.ts';

/** Slack's limit for a modal. */
const MOST_BLOCKS = 100;

type Option = { value?: string };
type Element = Record<string, unknown> & { type?: string; options?: Option[] };
type Block = Record<string, unknown> & { type?: string; block_id?: string; element?: Element };

const INITIAL = [
  'initial_value',
  'initial_date',
  'initial_time',
  'initial_user',
  'initial_option',
  'initial_options',
  'initial_files',
];

/** What stands in an element, as the initial value that its type has; nothing where nothing is typed. */
function initialOf(state: ElementState): Record<string, unknown> {
  const typed: Record<string, unknown> = {
    initial_value: state.value,
    initial_date: state.selected_date,
    initial_time: state.selected_time,
    initial_user: state.selected_user,
    initial_option: state.selected_option,
    initial_options: state.selected_options?.length ? state.selected_options : null,
  };
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value));
}

function refill(block: Block, values: Record<string, Record<string, ElementState>>, revision: number): Block {
  const { block_id, element } = block;
  if (block.type !== 'input' || !block_id || !element) return block;
  const blank = Object.fromEntries(Object.entries(element).filter(([key]) => !INITIAL.includes(key)));
  const [state = {}] = Object.values(values[block_id] ?? {});
  return {
    ...block,
    block_id: blockIdOf(fieldOf(block_id), revision),
    element: { ...blank, ...initialOf(state) } as Element,
  };
}

/** The view as it was submitted, in a new revision, with `notice` above it. */
export function refilled(view: SlackView, revision: number, notice: Message): Modal {
  const values = (view.state?.values ?? {}) as Record<string, Record<string, ElementState>>;
  const fields = ((view.blocks ?? []) as Block[]).map((block) => refill(block, values, revision));
  const { title, submit, close, callback_id, private_metadata, notify_on_close } = view as SlackView & Modal;
  return {
    type: 'modal',
    title,
    ...(submit ? { submit } : {}),
    ...(close ? { close } : {}),
    callback_id: callback_id ?? '',
    private_metadata: private_metadata ?? '',
    notify_on_close: notify_on_close ?? false,
    blocks: [...notice.blocks, ...(fields as unknown as KnownBlock[])].slice(0, MOST_BLOCKS),
  };
}
