// What was typed and not filed: one row for each person and obligation, kept raw and never judged. Text that carries a
// secrecy marking is the one thing that is not kept (domain/classified.ts).

import { type Change, insert, move } from '../domain/change.ts';
import { findClassified } from '../domain/classified.ts';
import type { ObligationId, PersonId } from '../domain/ids.ts';
import type { DraftContent, DraftRow, FileRef } from '../domain/things.ts';
import type { Context } from './command.ts';

/** A draft is one person's of one report. */
export const draftId = (person: PersonId, obligation: ObligationId): string => `${person}:${obligation}`;

/** The actor's draft of a report; null if they never had one. */
export const findDraft = ({ store, actor }: Context, obligation: ObligationId): Promise<DraftRow | null> =>
  store.find('draft', draftId(actor.person.id, obligation));

/** Files of both lists, each once: Slack shows no earlier files in a form that is opened again. */
export const joinFiles = (kept: readonly FileRef[], added: readonly FileRef[]): FileRef[] => [
  ...kept,
  ...added.filter(({ id }) => !kept.some((file) => file.id === id)),
];

const withoutClassified = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, typed]) => findClassified(typed) === null));

/** Keeps what is typed, in place of what was kept before. */
export function keepDraft(
  { actor, at }: Context,
  obligation: ObligationId,
  before: DraftRow | null,
  typed: DraftContent,
): Change {
  const files = typed.files.filter(({ name }) => findClassified(name) === null);
  const content = { values: withoutClassified(typed.values), files };
  if (before) return move('draft', before, { content, savedAt: at });
  const person = actor.person.id;
  return insert('draft', { id: draftId(person, obligation), person, obligation, content, savedAt: at });
}
