// Whether typed words are a command or a question in one's own words. Who knows a command types it with its word set apart
// by spaces; whoever asks in a sentence does not, and a command's word in it means little.
//
//   the command's word         | stands alone | set apart by spaces | runs on (Chinese) | in English
//   first                      | command      | command             | command, unless ¹ | command, unless ²
//   last, or in the middle     | –            | command, unless ²   | question ³        | question ³
//
//   1  unless the command cannot read what follows, takes nothing after its word, or would act on it as it stands: then a
//      question. 督办3号办结了吗 closes nothing; 督办 3号 办结 照片已核 does.
//   2  unless the command cannot read what is left over, or takes nothing after its word.
//   3  where the reading is sure; else what 2 says, and where nothing is read the command.
//
// A question wins only where it is read surely (`sure` at least 0.8; 0.6 where the command cannot read the text and has no
// near name to offer). A request to do something is a command's own, and is read as a sentence only where the command cannot
// read it; so is what is to be chosen from or refused for a reason, but for a unit that nobody knows: the command offers the
// nearest. Where no command is called, whatever was read is answered.

import type { ActionName } from '../domain/actions.ts';
import { plain } from '../domain/names.ts';
import type { Read, Reading } from './ask/reading.ts';
import type { Context } from './command.ts';
import type { Match } from './words.ts';

const SURE = 0.8;
const LIKELY = 0.6;
/** Whatever follows their word is passed over. */
const TAKE_NOTHING: readonly ActionName[] = ['mine', 'help'];

const isSure = (read: Read, least = SURE): read is Reading => 'sure' in read && read.sure >= least;

/** Whether it says more than the refusal of a command that cannot read the text. */
const isBetterThanNothing = (read: Read, least: number): boolean =>
  'refuse' in read ? read.refuse !== 'unknown_unit' : 'clarify' in read || isSure(read, least);

const isLatin = (word: string): boolean => /^[a-z]/.test(word);

/** Whether the command's word stands between spaces, as it does where it is typed as a command; English always does. */
const isTyped = ({ word }: Match, text: string): boolean =>
  !isLatin(word) && ` ${plain(text)} `.includes(` ${word} `);

type Parsed = 'misspelt' | 'unread' | 'acting' | 'plain';

/** What the command makes of the rest: nothing (or a near name to offer), something to act on, or a plain input. */
function parsed(context: Context, { command, rest }: Match, text: string): Parsed {
  if (rest === '') return 'plain';
  if (TAKE_NOTHING.includes(command.name)) return 'unread';
  const input = command.parse(rest, context, text);
  if (!('refusal' in input)) return input.values ? 'acting' : 'plain';
  return 'near' in input.refusal && input.refusal.near.length > 0 ? 'misspelt' : 'unread';
}

/** What the text is read as; null where nothing reads it, or it says nothing that can be read. */
function readText({ read, actor, at, before }: Context, text: string): Read | null {
  if (!read) return null;
  const question = { postings: actor.postings, now: at, text, ...(before && { context: before }) };
  const found = read(actor.campaign, question);
  return 'refuse' in found && found.refuse === 'not_understood' ? null : found;
}

/** Whether what was read is meant rather than the command whose word stands in the text. */
function isMeant(context: Context, read: Read, match: Match, text: string): boolean {
  const how = parsed(context, match, text);
  if (how === 'unread') return isBetterThanNothing(read, LIKELY);
  if (how === 'misspelt') return isBetterThanNothing(read, SURE);
  if (isTyped(match, text) || !isSure(read) || read.intent === 'act') return false;
  return match.place !== 'first' || (how === 'acting' && !isLatin(match.word));
}

/** What to answer as a question, of a text that calls this command or none; null where it is none. */
export function readAsked(context: Context, match: Match | null, text: string): Read | null {
  if (match?.place === 'first' && isTyped(match, text)) return null;
  const read = readText(context, text);
  return read && match && !isMeant(context, read, match, text) ? null : read;
}

/** A question that a command answers (谁没交周报 calls one): what its words say by themselves, where they only ask. */
function askedOfCommand({ before: _, ...context }: Context, match: Match, text: string): Reading | null {
  if (parsed(context, match, text) === 'acting') return null;
  const read = readText(context, text);
  return read && isSure(read) && read.intent !== 'act' && read.intent !== 'help' ? read : null;
}

/**
 * What a follow-up may lean on after this text: the question it was read as (`read`) or that the command it calls answers;
 * null where it calls another command or may mean several things; undefined where it was no question, so that what was asked
 * before still stands.
 */
export function leantOnAfter(
  context: Context,
  match: Match | null,
  read: Read | null,
  text: string,
): Reading | null | undefined {
  if (!read) return match ? askedOfCommand(context, match, text) : undefined;
  if ('refuse' in read) return undefined;
  return 'clarify' in read ? null : read;
}
