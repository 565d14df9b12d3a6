// What can be pressed under an answer: the label of each button with what it asks for, choosers by their options.

import type { Outcome } from '../../domain/outcome.ts';
import { decodeAction, type Pointer, renderOutcome } from '../../messages/render.ts';

export type Pressable = { label: string } & Pointer;
type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const labelOf = ({ text }: Json): string => (isObject(text) ? String(text.text) : '');

function pressablesOf(element: unknown): Pressable[] {
  if (!isObject(element) || typeof element.action_id !== 'string') return [];
  const id = element.action_id;
  const values = element.type === 'button' ? [element] : list(element.options);
  return values.flatMap((each) => {
    const pointer = decodeAction(id, String(each.value));
    return pointer === null ? [] : [{ label: labelOf(each), ...pointer }];
  });
}

/** Every button and every option of a chooser, in the order in which they stand; none of a form or a file. */
export function pressablesOn(outcome: Outcome, language: 'zh' | 'en' = 'zh'): Pressable[] {
  const rendered = renderOutcome(outcome, language);
  const blocks = rendered.kind === 'message' || rendered.kind === 'file' ? rendered.message.blocks : [];
  return (blocks as unknown as Json[]).flatMap((block) =>
    [block.accessory, ...list(block.elements)].flatMap(pressablesOf),
  );
}
