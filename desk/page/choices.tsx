// A choice of several, or of one with all options in view: check boxes and radio buttons. Slack's multi-selects are
// drawn as check boxes too, which need no search field for the few options Duban offers.

import { type ReactNode, useId } from 'react';
import type { Option } from '../block-kit.ts';
import { useSurface } from './block-context.ts';
import { Text } from './blocks.tsx';
import { type ElementProps, fieldAttributes } from './elements.tsx';
import { useGroups } from './select.tsx';

/** More than these stand side by side. */
const FEW = 5;

export function ChoiceList({ element, block, field }: ElementProps): ReactNode {
  const { values, change, press } = useSurface();
  const name = useId();
  const options = useGroups(element).flatMap((group) => group.options);
  const [blockId, actionId] = [block.block_id ?? '', element.action_id ?? ''];
  const isOne = element.type === 'radio_buttons';
  const isUsers = element.type === 'multi_users_select';
  const state = values[blockId]?.[actionId] ?? {};
  const chosen = chosenIn(state);

  const toggle = (option: Option, isOn: boolean) => {
    const kept = options.filter((one) => (one.value === option.value ? isOn : chosen.has(one.value)));
    const next = isOne
      ? { type: element.type, selected_option: option }
      : isUsers
        ? { type: element.type, selected_users: kept.map(({ value }) => value) }
        : { type: element.type, selected_options: kept };
    change(blockId, actionId, next);
    if (block.type !== 'input' || block.dispatch_action)
      void press(blockId, { ...next, action_id: actionId });
  };

  return (
    <div
      className={options.length > FEW ? 'choices is-many' : 'choices'}
      role={isOne ? 'radiogroup' : 'group'}
      {...fieldAttributes(field)}
    >
      {options.map((option) => (
        <label key={option.value}>
          <input
            type={isOne ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.has(option.value)}
            onChange={(event) => toggle(option, event.target.checked)}
          />
          <span>
            <Text text={option.text} />
            {option.description && (
              <small>
                <Text text={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}

function chosenIn(state: Record<string, unknown>): Set<string> {
  const one = state.selected_option as Option | null | undefined;
  const several = (state.selected_options as Option[] | undefined) ?? [];
  const users = (state.selected_users as string[] | undefined) ?? [];
  return new Set([...(one ? [one.value] : []), ...several.map(({ value }) => value), ...users]);
}
