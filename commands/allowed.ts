// What I may do: the commands with words that my roles open. Help, 我的 and Home say the same.

import type { CommandName } from '../domain/outcome.ts';
import { permit, unitsOf } from '../domain/permission.ts';
import type { Context } from './command.ts';
import { likelyCommands } from './words.ts';

/** The names of the commands that the actor may use, in the registry's order. */
export const allowedCommands = ({ commands, actor }: Context): CommandName[] =>
  commands
    .filter(({ words, access }) => words.zh.length > 0 && permit(actor.postings, access) !== null)
    .map(({ name }) => name as CommandName);

/** What somebody does most in Duban: the office looks who is missing, a unit reports, others look how things stand. */
export function usualCommands({ actor: { postings } }: Context): CommandName[] {
  if (permit(postings, 'office')) return ['missing', 'status', 'task'];
  return unitsOf(postings).length > 0 ? ['report', 'nil', 'mine'] : ['status', 'missing', 'task'];
}

/** The three commands that a plain text most likely meant, of those that the actor may use; else what they do most. */
export function likeliestAllowed(context: Context, text: string): CommandName[] {
  const allowed = new Set<string>(allowedCommands(context));
  const usual: string[] = usualCommands(context);
  const among = context.commands.filter(({ name }) => allowed.has(name));
  const inOrder = [
    ...usual.flatMap((each) => among.filter(({ name }) => name === each)),
    ...among.filter(({ name }) => !usual.includes(name)),
  ];
  return likelyCommands(inOrder, text);
}
