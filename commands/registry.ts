// All commands, and the two doors to them: typed words, and a button or form that carries the same input.
// Who acts and whether they may is settled here, once, for every command.

import type { ActionInput, ActionName } from '../domain/actions.ts';
import type { SlackUserId } from '../domain/ids.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Command, Deps } from './command.ts';

export const commands: readonly Command[] = [];

/** Answers words that a person typed: `/duban …`, a mention or a direct message (without the mention itself). */
export const answer = async (_deps: Deps, _who: SlackUserId, _text: string): Promise<Outcome> => ({
  kind: 'refused',
  refusal: { kind: 'no_campaign' },
});

/** Carries out what a button or a form asks for. */
export const act = async (_deps: Deps, _who: SlackUserId, _action: ActionName, _input: ActionInput): Promise<Outcome> => ({
  kind: 'refused',
  refusal: { kind: 'no_campaign' },
});
