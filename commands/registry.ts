// All commands, and the two doors to them: typed words, and a button or form that carries the same input.
// Who acts is settled here, once, for every command; whether they may in calling.ts.
//
// Words that call no command are a question in one's own words. Between a command and a question the command wins where it
// is typed as one; how, is said in asked.ts.

import type { ActionInput, ActionName } from '../domain/actions.ts';
import type { SlackUserId } from '../domain/ids.ts';
import { plain } from '../domain/names.ts';
import type { Outcome, Refusal } from '../domain/outcome.ts';
import { permit } from '../domain/permission.ts';
import { accept } from './accept.ts';
import { campaignsOf, findActor, findStranger } from './actor.ts';
import { likeliestAllowed } from './allowed.ts';
import { amendment } from './amendment.ts';
import { ask } from './ask.ts';
import { leantOnAfter, readAsked } from './asked.ts';
import { audit } from './audit.ts';
import { bulletin } from './bulletin.ts';
import { call, forbidden, run } from './calling.ts';
import { chase } from './chase.ts';
import type { Command, Context, Conversation, Deps } from './command.ts';
import { consultation } from './consultation.ts';
import { decideDispute } from './decide-dispute.ts';
import { dispute } from './dispute.ts';
import { draft } from './draft.ts';
import { exportCommand } from './export.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { incident } from './incident.ts';
import { leave } from './leave.ts';
import { mine } from './mine.ts';
import { missing } from './missing.ts';
import { nil } from './nil.ts';
import { note } from './note.ts';
import { answerReading } from './questions/answer-reading.ts';
import { rehearseCommand } from './rehearse.ts';
import { replaceLiaison } from './replace-liaison.ts';
import { report } from './report.ts';
import { returnCommand } from './return.ts';
import { roster } from './roster.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { greet, isSetupAsked, setUp } from './setup/door.ts';
import { show } from './show.ts';
import { status } from './status.ts';
import { task } from './task.ts';
import { waive } from './waive.ts';
import { type Match, matchCommand } from './words.ts';

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
  search,
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
  ask,
  settings,
  amendment,
  help,
];

const refused = (refusal: Refusal): Outcome => ({ kind: 'refused', refusal });

const commandNamed = (name: ActionName): Command => commands.find((command) => command.name === name)!;

async function contextOf(
  deps: Deps,
  who: SlackUserId,
  input: ActionInput,
  text: string,
  command: Command | undefined,
  conversation: Conversation | undefined,
): Promise<Context | Outcome> {
  const found = await findActor(deps, who, input, text, conversation);
  const stranger = 'refusal' in found && command?.access === 'anybody' ? await findStranger(deps, who) : null;
  const actor = stranger ?? found;
  return 'refusal' in actor ? refused(actor.refusal) : { ...deps, actor, at: deps.now(), commands };
}

/** The command that words call, with what they ask of it. */
async function callTyped(
  context: Context,
  { command, rest }: Match,
  text: string,
  key?: string,
): Promise<Outcome> {
  if (!permit(context.actor.postings, command.access)) return forbidden(context, command);
  const input = command.parse(rest, context, text);
  if ('refusal' in input) return refused(input.refusal);
  return run(context, command, { ...input, ...(key !== undefined && { key }) });
}

/** Says of which campaign an outcome is, to whoever belongs to several, and whether others hear it whom it is none of. */
async function inCampaign(
  { actor, ...deps }: Context,
  outcome: Outcome,
  conversation: Conversation | undefined,
): Promise<Outcome> {
  const { id, definition } = actor.campaign;
  const ofChannel = await campaignsOf(deps, conversation?.channel);
  return {
    ...outcome,
    ...(actor.isOfSeveral && { inCampaign: definition.name }),
    ...(ofChannel.size > 0 && !ofChannel.has(id) && { isElsewhere: true }),
  };
}

/** The words without the name of the campaign that they begin with: it has said which is meant. */
const afterName = ({ actor }: Context, text: string): string => {
  const { name } = actor.campaign.definition;
  const typed = text.trimStart();
  return typed.startsWith(name) ? typed.slice(name.length).replace(/^[\s，,：:的]+/, '') : text;
};

/** Adds the question before, where it was about the same campaign: ids of another mean nothing here; and keeps the next. */
function following(context: Context, conversation: Conversation | undefined): Context {
  if (!conversation) return context;
  const { id: campaign } = context.actor.campaign;
  const before = conversation.before();
  return {
    ...context,
    keep: (reading) => conversation.keep(reading && { campaign, reading }),
    ...(before?.campaign === campaign && { before: before.reading }),
  };
}

/**
 * Answers words that a person typed: `/duban …`, a mention or a direct message (without the mention itself). Words that
 * may arrive again, perhaps at another process, come with a key, so that what they ask for is done once; words of a
 * conversation come with it, so that a follow-up leans on the question before and the next one on this.
 */
export async function answer(
  deps: Deps,
  who: SlackUserId,
  text: string,
  key?: string,
  conversation?: Conversation,
): Promise<Outcome> {
  const typed = plain(text);
  if (isSetupAsked(typed)) return setUp(deps, who, {});
  const { command } = matchCommand(commands, typed) ?? {};
  const found = await contextOf(deps, who, {}, text, command, conversation);
  if ('kind' in found) return (await greet(deps, who)) ?? found;
  const context = following(found, conversation);
  const outcome = await answerTyped(context, afterName(context, text), key);
  return inCampaign(context, outcome, conversation);
}

async function answerTyped(context: Context, text: string, key: string | undefined): Promise<Outcome> {
  const typed = plain(text);
  const match = matchCommand(commands, typed);
  if (typed === '') return call(context, 'mine');
  const read = readAsked(context, match, text);
  // Where no follow-up can come, nothing is read for its sake.
  const leantOn = context.keep && leantOnAfter(context, match, read, text);
  if (leantOn !== undefined) context.keep?.(leantOn);
  if (read) return answerReading(context, read, text);
  if (match) return callTyped(context, match, text, key);
  return refused({ kind: 'unknown_command', typed: text, near: likeliestAllowed(context, typed) });
}

/** Carries out what a button or a form asks for; in a conversation, so that a choice is what a follow-up leans on. */
export async function act(
  deps: Deps,
  who: SlackUserId,
  action: ActionName,
  input: ActionInput,
  conversation?: Conversation,
): Promise<Outcome> {
  if (action === 'setup') return setUp(deps, who, input);
  const command = commandNamed(action);
  const context = await contextOf(deps, who, input, '', command, conversation);
  if ('kind' in context) return (await greet(deps, who)) ?? context;
  return inCampaign(context, await run(following(context, conversation), command, input), conversation);
}
