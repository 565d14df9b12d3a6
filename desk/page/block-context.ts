// What the blocks of one surface (a message, Home, a modal) share: the values typed so far, what is wrong with them,
// and how a press is carried out. Values live as long as their block and action id, as Slack keeps them.

import { createContext, useContext, useState } from 'react';
import type { Block, StateValues } from '../block-kit.ts';
import { stateOf } from '../block-state.ts';
import type { PressedOn } from '../world.ts';
import { act } from './store.ts';

export type Surface = {
  values: StateValues;
  errors: Record<string, string>;
  change(blockId: string, actionId: string, value: Record<string, unknown>): void;
  press(blockId: string, action: Record<string, unknown>): Promise<void>;
  /** The block that was pressed and is not yet answered. */
  busy: string | null;
};

export const SurfaceContext = createContext<Surface>({
  values: {},
  errors: {},
  change: () => undefined,
  press: async () => undefined,
  busy: null,
});

export const useSurface = (): Surface => useContext(SurfaceContext);

/** Opens a surface for these blocks; `on` says where a press happened. */
export function useBlocks(
  blocks: readonly Block[],
  on: PressedOn,
  errors: Record<string, string> = {},
): Surface {
  const [typed, setTyped] = useState<StateValues>({});
  const [busy, setBusy] = useState<string | null>(null);
  const values = valuesOf(blocks, typed);
  return {
    values,
    errors,
    busy,
    change: (blockId, actionId, value) =>
      setTyped((before) => ({ ...before, [blockId]: { ...before[blockId], [actionId]: value } })),
    async press(blockId, action) {
      setBusy(`${blockId} ${String(action.action_id)}`);
      await act({ kind: 'press', on, blockId, action, values });
      setBusy(null);
    },
  };
}

/** Typed values where there are some, else what the elements open with. */
function valuesOf(blocks: readonly Block[], typed: StateValues): StateValues {
  const values: StateValues = {};
  for (const block of blocks) {
    for (const element of [block.element, block.accessory, ...(block.elements ?? [])]) {
      if (!element?.action_id || !block.block_id || element.type === 'button' || element.type === 'overflow')
        continue;
      const kept = typed[block.block_id]?.[element.action_id];
      values[block.block_id] = {
        ...values[block.block_id],
        [element.action_id]: kept ?? stateOf(element, undefined),
      };
    }
  }
  return values;
}
