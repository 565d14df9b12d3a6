// How a command is called, whoever calls it: typed words, a button, a form, or an answer to a question that this command
// gives already. Whether the actor may is settled here, once, for every command.

import type { ActionInput, ActionName } from '../domain/actions.ts';
import type { CommandName, Outcome } from '../domain/outcome.ts';
import { permit } from '../domain/permission.ts';
import type { Command, Context } from './command.ts';
import { officeContact } from './ledger.ts';
import { refused } from './review-row.ts';

/** Actions behind buttons have no name on screen: they are called by the command they belong to. */
const BELONGS_TO: Record<Exclude<ActionName, CommandName>, CommandName> = {
  draft: 'report',
  note: 'report',
  decide_dispute: 'dispute',
  home: 'mine',
  amendment: 'settings',
  setup: 'settings',
  ask: 'help',
};
const isNameless = (name: ActionName): name is Exclude<ActionName, CommandName> =>
  Object.hasOwn(BELONGS_TO, name);
const shownName = (name: ActionName): CommandName => (isNameless(name) ? BELONGS_TO[name] : name);

/** Why the actor may not use this command, and whom to ask. */
export function forbidden(context: Context, { name, access }: Command): Outcome {
  const contact = officeContact(context);
  const kind = access === 'office' ? 'office_only' : 'no_role_for';
  return refused({ kind, command: shownName(name), contact });
}

/** Runs a command for the actor, or says why they may not use it. */
export async function run(context: Context, command: Command, input: ActionInput): Promise<Outcome> {
  const allowed = permit(context.actor.postings, command.access);
  if (allowed) return command.run({ ...context, permit: allowed }, input);
  return (await command.whenForbidden?.(context, input)) ?? forbidden(context, command);
}

/** Calls a command by its name, as a button would that carries this input. */
export const call = (context: Context, name: ActionName, input: ActionInput = {}): Promise<Outcome> =>
  run(context, context.commands.find((command) => command.name === name)!, input);
