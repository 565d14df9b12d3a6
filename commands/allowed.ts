// What I may do: the commands with words that my roles open. Help, 我的 and Home say the same.

import type { CommandName } from '../domain/outcome.ts';
import { permit } from '../domain/permission.ts';
import type { Context } from './command.ts';

/** The names of the commands that the actor may use, in the registry's order. */
export const allowedCommands = ({ commands, actor }: Context): CommandName[] =>
  commands
    .filter(({ words, access }) => words.zh.length > 0 && permit(actor.postings, access) !== null)
    .map(({ name }) => name as CommandName);
