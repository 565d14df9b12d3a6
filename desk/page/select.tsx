// A choice of one: static and user selects, and the overflow menu, each as the browser's own select.

import type { ReactNode } from 'react';
import type { Element, Option, OptionGroup } from '../block-kit.ts';
import { useSurface } from './block-context.ts';
import { useConfirm } from './confirm.tsx';
import { type ElementProps, fieldAttributes } from './elements.tsx';
import { useDesk, useWords } from './store.ts';

const NONE = '';

export function Select({ element, block, field }: ElementProps): ReactNode {
  const { values, change, press } = useSurface();
  const { dialog, confirmed } = useConfirm(element.confirm);
  const words = useWords();
  const groups = useGroups(element);
  const [blockId, actionId] = [block.block_id ?? '', element.action_id ?? ''];
  const isUser = element.type === 'users_select';
  const state = values[blockId]?.[actionId];
  const chosen = isUser ? state?.selected_user : (state?.selected_option as Option | null | undefined)?.value;
  const isForm = block.type === 'input' && !block.dispatch_action;

  const choose = (value: string) => {
    const option = groups.flatMap(({ options }) => options).find((one) => one.value === value) ?? null;
    const next = isUser
      ? { type: element.type, selected_user: value || null }
      : { type: element.type, selected_option: option };
    const send = () => press(blockId, { ...next, action_id: actionId });
    if (isForm) change(blockId, actionId, next);
    else if (option)
      confirmed(() => {
        if (element.type !== 'overflow') change(blockId, actionId, next);
        return send();
      });
  };

  return (
    <>
      <span className={element.type === 'overflow' ? 'select is-overflow' : 'select'}>
        <select
          {...fieldAttributes(field)}
          data-action={element.action_id}
          aria-label={field ? undefined : (element.placeholder?.text ?? words.modal.choose)}
          value={String(chosen ?? NONE)}
          onChange={(event) => choose(event.target.value)}
        >
          <option value={NONE} disabled={field?.isRequired ?? true} hidden={element.type === 'overflow'}>
            {element.type === 'overflow' ? '⋯' : (element.placeholder?.text ?? words.modal.choose)}
          </option>
          {groups.map((group) =>
            group.label ? (
              <optgroup key={group.label.text} label={group.label.text}>
                {group.options.map(drawn)}
              </optgroup>
            ) : (
              group.options.map(drawn)
            ),
          )}
        </select>
      </span>
      {dialog}
    </>
  );
}

const drawn = (option: Option): ReactNode => (
  <option key={option.value} value={option.value}>
    {option.text.text}
  </option>
);

/** Options in groups; people for a user select. */
export function useGroups(
  element: Element,
): (Omit<OptionGroup, 'label'> & { label?: OptionGroup['label'] })[] {
  const { world } = useDesk();
  if (element.option_groups) return element.option_groups;
  if (element.options) return [{ options: element.options }];
  if (!element.type.includes('users')) return [];
  const people = world?.people ?? [];
  return [
    { options: people.map(({ id, name }) => ({ value: id, text: { type: 'plain_text', text: name } })) },
  ];
}
