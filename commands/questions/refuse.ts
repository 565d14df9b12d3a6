// "I did not understand that", or why it is not answered; with the commands that are nearest to what was typed and whom to ask.

import type { AskRefusal } from '../../domain/ask/facts.ts';
import { plain } from '../../domain/names.ts';
import type { CommandName, Outcome } from '../../domain/outcome.ts';
import { likeliestAllowed } from '../allowed.ts';
import type { Context } from '../command.ts';
import { officeContact } from '../ledger.ts';
import { refused } from '../review-row.ts';

/** Only what was not understood may have been a command misspelt; who may not see a report may see how it stands. */
function nearTo(context: Context, reason: AskRefusal['reason'], text: string): CommandName[] {
  const near = likeliestAllowed(context, reason === 'not_understood' ? plain(text) : '');
  return reason === 'forbidden' ? [...new Set<CommandName>(['status', ...near])].slice(0, near.length) : near;
}

/** Refuses a question for this reason; only commands that the asker may use are offered. */
export function notRead(context: Context, reason: AskRefusal['reason'], text: string): Outcome {
  return refused({
    kind: 'not_read',
    reason,
    near: nearTo(context, reason, text),
    contact: officeContact(context),
  });
}
