// All commands, and the two doors to them: typed words, and a button or form that carries the same input.
// Who acts and whether they may is settled here, once, for every command.

import type { ActionInput, ActionName } from '../domain/actions.ts';
import type { SlackUserId } from '../domain/ids.ts';
import { plain } from '../domain/names.ts';
import type { CommandName, Outcome, Refusal } from '../domain/outcome.ts';
import { permit } from '../domain/permission.ts';
import { accept } from './accept.ts';
import { findActor, findStranger } from './actor.ts';
import { audit } from './audit.ts';
import { bulletin } from './bulletin.ts';
import { chase } from './chase.ts';
import type { Command, Context, Deps } from './command.ts';
import { consultation } from './consultation.ts';
import { decideDispute } from './decide-dispute.ts';
import { dispute } from './dispute.ts';
import { draft } from './draft.ts';
import { exportCommand } from './export.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { incident } from './incident.ts';
import { leave } from './leave.ts';
import { officeContact } from './ledger.ts';
import { mine } from './mine.ts';
import { missing } from './missing.ts';
import { nil } from './nil.ts';
import { note } from './note.ts';
import { rehearseCommand } from './rehearse.ts';
import { replaceLiaison } from './replace-liaison.ts';
import { report } from './report.ts';
import { returnCommand } from './return.ts';
import { roster } from './roster.ts';
import { settings } from './settings.ts';
import { show } from './show.ts';
import { status } from './status.ts';
import { task } from './task.ts';
import { waive } from './waive.ts';
import { likelyCommands, matchCommand } from './words.ts';

/** Every command there is; a test finds a file that is not here. */
export const commands: readonly Command[] = [
  report,
  nil,
  draft,
  note,
  mine,
  status,
  missing,
  show,
  chase,
  returnCommand,
  accept,
  waive,
  dispute,
  decideDispute,
  bulletin,
  task,
  consultation,
  incident,
  roster,
  replaceLiaison,
  leave,
  rehearseCommand,
  exportCommand,
  audit,
  home,
  settings,
  help,
];

const refused = (refusal: Refusal): Outcome => ({ kind: 'refused', refusal });

const commandNamed = (name: ActionName): Command => commands.find((command) => command.name === name)!;

/** Actions behind buttons have no name on screen: they are called by the command they belong to. */
const BELONGS_TO: Record<Exclude<ActionName, CommandName>, CommandName> = {
  draft: 'report',
  note: 'report',
  decide_dispute: 'dispute',
  home: 'mine',
};
const isNameless = (name: ActionName): name is Exclude<ActionName, CommandName> =>
  Object.hasOwn(BELONGS_TO, name);
const shownName = (name: ActionName): CommandName => (isNameless(name) ? BELONGS_TO[name] : name);

function forbidden(context: Context, { name, access }: Command): Outcome {
  const contact = officeContact(context);
  const kind = access === 'office' ? 'office_only' : 'no_role_for';
  return refused({ kind, command: shownName(name), contact });
}

async function contextOf(
  deps: Deps,
  who: SlackUserId,
  input: ActionInput,
  text: string,
  command: Command | undefined,
): Promise<Context | Outcome> {
  const found = await findActor(deps, who, input, text);
  const stranger = 'refusal' in found && command?.access === 'anybody' ? await findStranger(deps, who) : null;
  const actor = stranger ?? found;
  return 'refusal' in actor ? refused(actor.refusal) : { ...deps, actor, at: deps.now(), commands };
}

async function run(context: Context, command: Command, input: ActionInput): Promise<Outcome> {
  const allowed = permit(context.actor.postings, command.access);
  if (allowed) return command.run({ ...context, permit: allowed }, input);
  return (await command.whenForbidden?.(context, input)) ?? forbidden(context, command);
}

/**
 * Answers words that a person typed: `/duban …`, a mention or a direct message (without the mention itself). Words that
 * may arrive again, perhaps at another process, come with a key, so that what they ask for is done once.
 */
export async function answer(deps: Deps, who: SlackUserId, text: string, key?: string): Promise<Outcome> {
  const typed = plain(text);
  const match = matchCommand(commands, typed);
  const context = await contextOf(deps, who, {}, text, match?.command);
  if ('kind' in context) return context;
  if (typed === '') return run(context, commandNamed('mine'), {});
  if (!match) return refused({ kind: 'unknown_command', typed: text, near: likelyCommands(commands, typed) });
  const allowed = permit(context.actor.postings, match.command.access);
  if (!allowed) return forbidden(context, match.command);
  const input = match.command.parse(match.rest, context, text);
  if ('refusal' in input) return refused(input.refusal);
  return run(context, match.command, { ...input, ...(key !== undefined && { key }) });
}

/** Carries out what a button or a form asks for. */
export async function act(
  deps: Deps,
  who: SlackUserId,
  action: ActionName,
  input: ActionInput,
): Promise<Outcome> {
  const command = commandNamed(action);
  const context = await contextOf(deps, who, input, '', command);
  return 'kind' in context ? context : run(context, command, input);
}
