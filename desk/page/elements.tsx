// Everything in a block that can be pressed, chosen or filled. Browser controls are used as they are: they speak to
// screen readers, work on phones and know the person's input method.

import type { KeyboardEvent, ReactNode } from 'react';
import type { Block, Element } from '../block-kit.ts';
import { actionOf } from '../block-state.ts';
import { useSurface } from './block-context.ts';
import { ChoiceList } from './choices.tsx';
import { useConfirm } from './confirm.tsx';
import { FileInput } from './file-input.tsx';
import { openIfHere } from './permalink.ts';
import { Select } from './select.tsx';

/** How an element inside an input block is labelled and described. */
export type Field = { id: string; describedBy: string | undefined; isWrong: boolean; isRequired: boolean };
export type ElementProps = { element: Element; block: Block; field?: Field };

export function ElementOf(props: ElementProps): ReactNode {
  switch (props.element.type) {
    case 'button':
      return <Button {...props} />;
    case 'overflow':
    case 'static_select':
    case 'external_select':
    case 'users_select':
      return <Select {...props} />;
    case 'checkboxes':
    case 'radio_buttons':
    case 'multi_static_select':
    case 'multi_users_select':
      return <ChoiceList {...props} />;
    case 'file_input':
      return <FileInput {...props} />;
    case 'image':
      return (
        <img className="accessory-image" src={props.element.image_url} alt={props.element.alt_text ?? ''} />
      );
    default:
      return <TypedInput {...props} />;
  }
}

function Button({ element, block }: ElementProps): ReactNode {
  const { press, busy } = useSurface();
  const { dialog, confirmed } = useConfirm(element.confirm);
  const label = typeof element.text === 'string' ? element.text : element.text?.text;
  const blockId = block.block_id ?? '';
  const isBusy = busy === `${blockId} ${element.action_id}`;
  if (element.url) {
    return (
      <a
        className={`button ${element.style ?? ''}`}
        href={element.url}
        target="_blank"
        rel="noreferrer"
        onClick={openIfHere(element.url)}
      >
        {label}
      </a>
    );
  }
  return (
    <>
      <button
        type="button"
        className={`button ${element.style ?? ''}`}
        data-action={element.action_id}
        data-value={element.value}
        aria-label={element.accessibility_label}
        aria-busy={isBusy}
        disabled={isBusy}
        onClick={() => confirmed(() => press(blockId, actionOf(element)))}
      >
        {label}
      </button>
      {dialog}
    </>
  );
}

/** The attributes that tie a control to its label, hint and error. */
export const fieldAttributes = (field: Field | undefined): Record<string, unknown> =>
  field
    ? {
        id: field.id,
        'aria-describedby': field.describedBy,
        'aria-invalid': field.isWrong,
        'aria-required': field.isRequired,
      }
    : {};

const INPUT_TYPES: Record<string, string> = {
  number_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
};
const VALUE_KEYS: Record<string, string> = {
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
};

/** Slack reports typed text at Enter, unless the element asks for every character. */
const isSentByEnter = ({ type, multiline, dispatch_action_config: config }: Element): boolean =>
  type === 'plain_text_input' && !multiline && !config?.trigger_actions_on?.includes('on_character_entered');

function TypedInput({ element, block, field }: ElementProps): ReactNode {
  const { values, change, press } = useSurface();
  const [blockId, actionId] = [block.block_id ?? '', element.action_id ?? ''];
  const key = VALUE_KEYS[element.type] ?? 'value';
  const typed = values[blockId]?.[actionId]?.[key];
  const reports = block.type !== 'input' || block.dispatch_action === true;
  const value = element.type === 'datetimepicker' ? localOf(typed) : String(typed ?? '');
  const onChange = (text: string) => {
    const next = {
      type: element.type,
      [key]: element.type === 'datetimepicker' ? unixOf(text) : text === '' ? null : text,
    };
    change(blockId, actionId, next);
    if (reports && !isSentByEnter(element)) void press(blockId, { ...next, action_id: actionId });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!reports || !isSentByEnter(element) || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void press(blockId, { type: element.type, value: value === '' ? null : value, action_id: actionId });
  };
  const shared = {
    ...fieldAttributes(field),
    value,
    placeholder: element.placeholder?.text,
    autoFocus: element.focus_on_load,
    'aria-label': field ? undefined : element.placeholder?.text,
  };
  if (element.multiline) {
    return (
      <textarea
        rows={3}
        maxLength={element.max_length}
        {...shared}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  return (
    <input
      type={INPUT_TYPES[element.type] ?? 'text'}
      inputMode={
        element.type === 'number_input' ? (element.is_decimal_allowed ? 'decimal' : 'numeric') : undefined
      }
      maxLength={element.max_length}
      {...shared}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

const localOf = (unix: unknown): string =>
  typeof unix === 'number' ? new Date(unix * 1000).toISOString().slice(0, 16) : '';
const unixOf = (text: string): number | null => (text === '' ? null : Date.parse(`${text}Z`) / 1000);
