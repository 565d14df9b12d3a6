// How something is done: the commands that the question names, of those that the asker may use; all of them where it names none.

import { plain } from '../../domain/names.ts';
import type { CommandName } from '../../domain/outcome.ts';
import { allowedCommands } from '../allowed.ts';
import { call } from '../calling.ts';
import type { Context } from '../command.ts';
import type { Answerer } from './answerer.ts';

const MOST_NAMED = 3;
const SHORTEST_WORD = 2;

/** English words stand alone; Chinese ones run on. */
const isNamedIn =
  (text: string) =>
  (word: string): boolean =>
    /^[a-z]/.test(word)
      ? ` ${text.replace(/[^a-z0-9]+/g, ' ')} `.includes(` ${word} `)
      : word.length >= SHORTEST_WORD && text.includes(word);

function commandsNamed(context: Context, text: string): CommandName[] {
  const allowed = new Set<string>(allowedCommands(context));
  const isNamed = isNamedIn(plain(text));
  return context.commands
    .filter(({ name, words }) => allowed.has(name) && [...words.zh, ...words.en].some(isNamed))
    .map(({ name }) => name as CommandName)
    .filter((name) => name !== 'help');
}

/** Shows how to do what was named. */
export const answerHelp: Answerer = async (context, _reading, text) => {
  const outcome = await call(context, 'help');
  const about = commandsNamed(context, text).slice(0, MOST_NAMED);
  return outcome.kind === 'help' && about.length > 0 ? { ...outcome, about } : outcome;
};
