// The shapes of Block Kit as the desk meets them: whatever a bot sent, unchecked. Only the parts that the desk reads
// are named; everything else is carried along untouched.

export type TextObject = { type: 'plain_text' | 'mrkdwn'; text: string; emoji?: boolean };
export type Option = { text: TextObject; value: string; description?: TextObject; url?: string };
export type OptionGroup = { label: TextObject; options: Option[] };
export type Confirm = {
  title?: TextObject;
  text?: TextObject;
  confirm?: TextObject;
  deny?: TextObject;
  style?: string;
};

export type Element = {
  type: string;
  action_id?: string;
  text?: TextObject | string;
  value?: string;
  url?: string;
  style?: 'primary' | 'danger';
  confirm?: Confirm;
  placeholder?: TextObject;
  options?: Option[];
  option_groups?: OptionGroup[];
  initial_option?: Option;
  initial_options?: Option[];
  initial_value?: string;
  initial_date?: string;
  initial_time?: string;
  initial_date_time?: number;
  initial_user?: string;
  initial_users?: string[];
  initial_files?: unknown[];
  multiline?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: string;
  max_value?: string;
  is_decimal_allowed?: boolean;
  max_files?: number;
  filetypes?: string[];
  image_url?: string;
  alt_text?: string;
  accessibility_label?: string;
  focus_on_load?: boolean;
  dispatch_action_config?: { trigger_actions_on?: string[] };
};

export type Block = {
  type: string;
  block_id?: string;
  text?: TextObject;
  fields?: TextObject[];
  accessory?: Element;
  elements?: Element[];
  element?: Element;
  label?: TextObject;
  hint?: TextObject;
  optional?: boolean;
  dispatch_action?: boolean;
  title?: TextObject;
  image_url?: string;
  alt_text?: string;
  rows?: TableCell[][];
  column_settings?: ({ align?: 'left' | 'center' | 'right' } | null)[];
};

/** A cell of a table: plain text, or rich text of which the words alone are shown. */
export type TableCell = { type: string; text?: string; elements?: { elements?: { text?: string }[] }[] };

export const cellText = ({ text, elements = [] }: TableCell): string =>
  text ?? elements.flatMap((part) => (part.elements ?? []).map((each) => each.text ?? '')).join('');

/** A modal or Home as the Web API keeps it. */
export type View = {
  id: string;
  type: 'modal' | 'home';
  hash: string;
  callback_id: string;
  private_metadata: string;
  external_id?: string;
  root_view_id?: string;
  previous_view_id?: string | null;
  title?: TextObject | null;
  submit?: TextObject | null;
  close?: TextObject | null;
  clear_on_close?: boolean;
  notify_on_close?: boolean;
  blocks: Block[];
};

/** `state.values` of a view or message: by block id, then action id. */
export type StateValues = Record<string, Record<string, Record<string, unknown>>>;

/** Gives every block an id, as Slack does; buttons refer to it. */
export function withBlockIds(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => (block.block_id ? block : { ...block, block_id: `b${index}` }));
}
