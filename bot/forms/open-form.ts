// A form as it stands open before a person: what it is about, what is typed in it, and which revision of its fields
// Slack shows. Block ids end in the revision, because Slack keeps typed text under an id for as long as the id lives.

import type { ActionInput, ActionName } from '../../domain/actions.ts';
import { decodeForm, fieldOf } from '../../messages/render.ts';
import { readState, type Typed } from './read-state.ts';

/** The parts of Slack's view that are read. */
export type SlackView = {
  id: string;
  hash?: string;
  callback_id?: string;
  private_metadata?: string;
  blocks?: { block_id?: string }[];
  state?: { values?: unknown };
};

export type OpenForm = {
  viewId: string;
  hash: string | null;
  /** Null: a modal that is no form of ours. */
  pointer: { action: ActionName; input: ActionInput } | null;
  typed: Typed;
  /** For the fields that are shown next. */
  nextRevision: number;
  blockIds: string[];
  /** As Slack sent it. */
  view: SlackView;
};

/** Whether anything stands in it that would be lost with it. */
export const hasTyped = ({ typed }: OpenForm): boolean =>
  typed.files.length > 0 || Object.values(typed.values).some((value) => value.trim() !== '');

const revisionOf = (blockId: string): number => Number(/~(\d+)$/.exec(blockId)?.[1] ?? 0);

/** Reads a view that Slack sent. */
export function readForm(view: SlackView): OpenForm {
  const blockIds = (view.blocks ?? []).flatMap(({ block_id }) => (block_id ? [block_id] : []));
  return {
    viewId: view.id,
    hash: view.hash ?? null,
    pointer: decodeForm(view.callback_id ?? '', view.private_metadata ?? ''),
    typed: readState(view.state?.values),
    nextRevision: Math.max(0, ...blockIds.map(revisionOf)) + 1,
    blockIds,
    view,
  };
}

/** One submission is one key: a repeat of it has the same, a correction in the same form another. */
export const submissionKey = ({ viewId, hash }: OpenForm): string => `${viewId}:${hash ?? ''}`;

/**
 * Field problems under the block ids of the form that is open. Null if one of them has no field there: then the form has to
 * be shown anew, because Slack refuses errors for blocks it does not know.
 */
export function errorsFor(form: OpenForm, errors: Record<string, string>): Record<string, string> | null {
  const placed: Record<string, string> = {};
  for (const [block, text] of Object.entries(errors)) {
    const own = form.blockIds.find((blockId) => fieldOf(blockId) === fieldOf(block));
    if (own === undefined) return null;
    placed[own] = text;
  }
  return placed;
}
