// What I may do: the commands with words that my roles open. Help, 我的 and Home say the same.

import type { CommandName } from '../domain/outcome.ts';
import { permit } from '../domain/permission.ts';
import type { Context } from './command.ts';
import { likelyCommands } from './words.ts';

/** The names of the commands that the actor may use, in the registry's order. */
export const allowedCommands = ({ commands, actor }: Context): CommandName[] =>
  commands
    .filter(({ words, access }) => words.zh.length > 0 && permit(actor.postings, access) !== null)
    .map(({ name }) => name as CommandName);

/** The three commands that a plain text most likely meant, of those that the actor may use. */
export function likeliestAllowed(context: Context, text: string): CommandName[] {
  const allowed = new Set<string>(allowedCommands(context));
  return likelyCommands(
    context.commands.filter(({ name }) => allowed.has(name)),
    text,
  );
}
